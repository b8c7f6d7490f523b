"""Times other libraries at what `fit` does, and leaves the times in target/fit-peers.json, where `just bench-fit`
finds them.

    apt-get install r-base-core r-cran-mclust r-cran-mixtools r-cran-diptest
    pip install scikit-learn
    python crates/fit/benches/peers.py
"""

import json
import pathlib
import subprocess
import tempfile
import time
import warnings

import numpy as np
from sklearn.mixture import GaussianMixture

PROBS, LOC, SCALE = np.array([0.6, 0.4]), np.array([2.5, 4.8]), np.array([0.6, 0.3])
MANY, FEWER = 1_000_000, 100_000

# The time of one EM iteration is that of many less that of few.
warnings.filterwarnings("ignore")


def sample(n):
    rng = np.random.default_rng(1)
    k = rng.choice(2, n, p=PROBS)
    return rng.normal(LOC[k], SCALE[k])


def seconds(task, times):
    task()
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        task()
        taken.append(time.perf_counter() - start)
    return sorted(taken)[times // 2]


def iterations(count):
    x = many[:, None]
    start = {"weights_init": PROBS, "means_init": LOC[:, None], "precisions_init": (1 / SCALE**2)[:, None, None]}
    return lambda: GaussianMixture(2, tol=0, max_iter=count, **start).fit(x)


def in_r(body):
    """Seconds that R says it takes, and what it found."""
    with tempfile.TemporaryDirectory() as folder:
        np.savetxt(f"{folder}/few.txt", fewer, fmt="%.17g")
        np.savetxt(f"{folder}/many.txt", np.sort(many), fmt="%.17g")
        prelude = f"""
            few <- scan("{folder}/few.txt", quiet = TRUE)
            many <- scan("{folder}/many.txt", quiet = TRUE)
            timed <- function(f, times) {{
                f()
                taken <- sapply(1:times, function(i) system.time(f())["elapsed"])
                cat(median(taken), "\\n")
            }}
        """
        run = subprocess.run(["Rscript", "-e", prelude + body], capture_output=True, text=True, check=True)
    return float(run.stdout.split()[-1])


many, fewer = sample(MANY), sample(FEWER)

step = (seconds(iterations(22), 3) - seconds(iterations(2), 3)) / 20
sklearn = seconds(lambda: GaussianMixture(2, tol=1e-8, max_iter=10_000).fit(fewer[:, None]), 3)
mclust = in_r('suppressMessages(library(mclust)); timed(function() Mclust(few, G = 2, modelNames = "V", verbose = FALSE), 3)')
mixtools = in_r("suppressMessages(library(mixtools)); timed(function() capture.output(normalmixEM(few, k = 2)), 3)")
dip = in_r("library(diptest); timed(function() dip(many), 3)")

times = {
    "step": {"scikit-learn": step * 1e9 / MANY},
    "fit": {
        "scikit-learn, one start": sklearn * 1e9 / FEWER,
        "mclust, one start": mclust * 1e9 / FEWER,
        "mixtools, one start": mixtools * 1e9 / FEWER,
    },
    "dip": {"diptest": dip * 1e9 / MANY},
}
target = pathlib.Path(__file__).parents[3] / "target"
(target / "fit-peers.json").write_text(json.dumps(times, indent=1) + "\n")
print(json.dumps(times, indent=1))
