"""Fits two bells as other libraries do unless told otherwise, and writes to recorded.rs where they stop.

    apt-get install r-base-core r-cran-mclust r-cran-mixtools
    just peers
"""

import pathlib
import subprocess
from importlib.metadata import version

import numpy as np
from scipy.optimize import brentq
from scipy.stats import norm
from sklearn.mixture import GaussianMixture

HERE = pathlib.Path(__file__).parent
ROW = '    Stop {{ by: "{}", version: "{}", log_likelihood: {}, first: {}, rounds: {} }},\n'


def overlapping():
    """The chapter's thousand numbers: the places that cut a quarter of N(0, 1) and three of N(2, 1) evenly."""
    def below(x):
        return 0.25 * norm.cdf(x) + 0.75 * norm.cdf(x - 2)
    parts = (np.arange(1000) + 0.5) / 1000
    return np.array([brentq(lambda x, part=part: below(x) - part, -10, 12, xtol=1e-14) for part in parts])


def scikit_learn():
    x = overlapping()[:, None]
    fit = GaussianMixture(2, random_state=0).fit(x)
    first = fit.weights_[np.argmin(fit.means_[:, 0])]
    return "scikit-learn", version("scikit-learn"), 1000 * float(fit.score(x)), float(first), fit.n_iter_


def in_r(package, body):
    """What R says on Old Faithful: the log-likelihood, the first share and the rounds."""
    program = f"""
        suppressMessages(library({package}))
        x <- faithful$waiting
        {body}
        version <- as.character(packageVersion("{package}"))
        cat("\\n", version, format(c(height, first), digits = 15), rounds)
    """
    done = subprocess.run(["Rscript", "-e", program], capture_output=True, text=True, check=True)
    release, height, first, rounds = done.stdout.split("\n")[-1].split()
    return package, release, float(height), float(first), int(rounds)


def main():
    rows = [
        scikit_learn(),
        in_r("mclust", """
            fit <- Mclust(x, G = 2, modelNames = "V", verbose = FALSE)
            height <- fit$loglik; first <- min(fit$parameters$pro); rounds <- 0
        """),
        in_r("mixtools", """
            set.seed(1)
            fit <- normalmixEM(x, k = 2)
            height <- fit$loglik; first <- min(fit$lambda); rounds <- length(fit$all.loglik) - 1
        """),
    ]
    (HERE / "recorded.rs").write_text("[\n" + "".join(ROW.format(*row) for row in rows) + "]\n")


main()
