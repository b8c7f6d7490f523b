"""Writes standard_normal.json: tails and quantiles of the standard normal, by mpmath.

    pip install mpmath && python standard_normal.py
"""

import json
import pathlib

from mpmath import erfc, findroot, log, mp, mpf, sqrt

mp.dps = 50

DISTANCES = [0.0, 0.1, 0.5, 1.0, 1.7, 2.5, 3.3, 4.0, 5.2, 6.5, 8.3, 10.0, 13.0, 20.0, 26.5,
             37.4, 37.6, 40.0, 100.0, 1e4, 1e8, 1e150]
PROBABILITIES = [1e-300, 1e-250, 1e-100, 1e-30, 1e-16, 1e-12, 1e-9, 1e-5, 0.001, 0.01, 0.05,
                 0.0749, 0.0751, 0.1, 0.2, 0.3, 0.4, 0.49, 0.5, 0.51, 0.7, 0.925, 0.9999,
                 0.9999999999, 1 - 2**-53]


def log_upper_tail(z):
    z = mpf(z)
    if z > 1000:
        # The continued fraction of the tail, from far inside.
        rest = mpf(0)
        for k in range(60, 0, -1):
            rest = k / (z + rest)
        return -z * z / 2 - log(2 * mp.pi) / 2 - log(z + rest)
    return log(erfc(z / sqrt(mpf(2))) / 2)


def quantile(p):
    p = mpf(p)
    if p == mpf(1) / 2:
        return mpf(0)
    tail = min(p, 1 - p)
    start = sqrt(-2 * log(tail)) if tail < 0.1 else 1 - tail
    z = findroot(lambda z: log_upper_tail(z) - log(tail), start)
    return -z if p < mpf(1) / 2 else z


pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps({
    "z": DISTANCES,
    "upper_tail": [float(mp.exp(log_upper_tail(z))) for z in DISTANCES],
    "log_upper_tail": [float(log_upper_tail(z)) for z in DISTANCES],
    "log_lower_tail": [float(mp.log1p(-mp.exp(log_upper_tail(z)))) for z in DISTANCES],
    "p": PROBABILITIES,
    "quantile": [float(quantile(p)) for p in PROBABILITIES],
}, indent=1) + "\n")
