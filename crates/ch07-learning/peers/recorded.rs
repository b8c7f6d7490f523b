[
    Stop { by: "scikit-learn", version: "1.9.1", log_likelihood: -1684.8376935764727, first: 0.3839443928645713, rounds: 6 },
    Stop { by: "mclust", version: "6.0.0", log_likelihood: -1034.0073624042107, first: 0.361835937425529, rounds: 0 },
    Stop { by: "mixtools", version: "2.0.0", log_likelihood: -1034.001749834038, first: 0.360886943424931, rounds: 29 },
]
