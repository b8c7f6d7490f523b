"""Times other libraries on the model of the book, and leaves the times in target/peers.json, where
`just bench` finds them.

    pip install tensorflow-cpu tf-keras tensorflow-probability scikit-learn scipy
    python crates/mixture/benches/peers.py
"""

import json
import os
import pathlib
import time

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["TF_USE_LEGACY_KERAS"] = "1"

import numpy as np
import tensorflow as tf
import tensorflow_probability as tfp
from scipy.stats import norm
from sklearn.mixture import GaussianMixture

N = 1_000_000
PROBS, LOC, SCALE = np.array([0.6, 0.4]), np.array([2.5, 4.8]), np.array([0.6, 0.3])

tfd = tfp.distributions
gmm = tfd.MixtureSameFamily(tfd.Categorical(probs=PROBS), tfd.Normal(LOC, SCALE))


def sample_by_hand():
    rng = np.random.default_rng(1)
    k = rng.choice(2, N, p=PROBS)
    return rng.normal(LOC[k], SCALE[k])


x = sample_by_hand()
x_tf = tf.constant(x)
sklearn = GaussianMixture(2).fit(x[:10_000, None])
xla = {
    "log_prob": tf.function(gmm.log_prob, jit_compile=True),
    "cdf": tf.function(gmm.cdf, jit_compile=True),
    "posterior": tf.function(
        lambda x: gmm.posterior_marginal(x).probs_parameter(), jit_compile=True),
}

tasks = {
    "log_prob": {
        "TensorFlow Probability, eager": lambda: gmm.log_prob(x_tf).numpy(),
        "TensorFlow Probability, XLA": lambda: xla["log_prob"](x_tf).numpy(),
        "scikit-learn": lambda: sklearn.score_samples(x[:, None]),
    },
    "prob": {"SciPy, by hand": lambda: sum(p * norm.pdf(x, m, s) for p, m, s in zip(PROBS, LOC, SCALE))},
    "posterior_marginal": {
        "TensorFlow Probability, XLA": lambda: xla["posterior"](x_tf).numpy(),
        "scikit-learn": lambda: sklearn.predict_proba(x[:, None]),
    },
    "cdf": {
        "TensorFlow Probability, XLA": lambda: xla["cdf"](x_tf).numpy(),
        "SciPy, by hand": lambda: sum(p * norm.cdf(x, m, s) for p, m, s in zip(PROBS, LOC, SCALE)),
    },
    "sample": {
        "TensorFlow Probability, eager": lambda: gmm.sample(N, seed=1).numpy(),
        "scikit-learn": lambda: sklearn.sample(N),
        "NumPy, by hand": sample_by_hand,
    },
}


def nanoseconds(task):
    task()
    times = []
    for _ in range(7):
        start = time.perf_counter()
        task()
        times.append(time.perf_counter() - start)
    return sorted(times)[3] / N * 1e9


times = {name: {peer: nanoseconds(task) for peer, task in peers.items()} for name, peers in tasks.items()}
target = pathlib.Path(__file__).parents[3] / "target"
(target / "peers.json").write_text(json.dumps(times, indent=1) + "\n")
print(json.dumps(times, indent=1))
