"""Prints as JSON what the objects of the listings answer, in float32 or in what DTYPE says.

Every answer goes by the text of the expression that it is the value of.
"""

import json
import math

import numpy as np
from batched_normal import normal, tfd
from categorical import cat
from density import grid
from environment import tf
from mixture import gmm
from parameters import dtype, loc, probs, scale

def tensor(x):
    return tf.cast(np.array(x), dtype)


def posterior(x):
    return gmm.posterior_marginal(tensor(x)).probs_parameter()


def pair(weights, means):
    """A mixture of two normals with the standard deviation 1."""
    weights = tfd.Categorical(probs=tf.constant(weights, dtype))
    return tfd.MixtureSameFamily(weights, tfd.Normal(tf.constant(means, dtype), 1.0))


standard_twice = pair([0.5, 0.5], [0.0, 0.0])
unnormalised = pair([3.0, 7.0], [-1.0, 1.0])
negative = tfd.Normal(loc, tensor([0.6, -0.3]))
table = tfd.Normal(tf.zeros([3, 1], dtype), tf.ones([2], dtype))
rows = tfd.MixtureSameFamily(tfd.Categorical(probs=probs), table)

# Points that float32 and float64 have in common, so that rounding them makes no difference.
POINTS = {
    "column": tensor([[1.0], [2.5], [3.5], [4.75]]),
    "far": tensor([-40.0, -10.0, 8.0, 10.0, 20.0, 40.0, 100.0, 1000.0, 1e6]),
    "grid": tensor(grid),
    "tail": tensor(np.arange(5.0, 9.0, 1 / 16)),
}

NUMBERS = """
    probs[0]  probs[1]  loc[0]  loc[1]  scale[0]  scale[1]
    cat.prob(0)  cat.prob(1)  cat.log_prob(0)  cat.log_prob(1)
    normal.log_prob(3.0)[0]  normal.log_prob(3.0)[1]
    gmm.mean()  gmm.variance()  gmm.stddev()
    gmm.prob(2.5)  gmm.prob(3.6)  gmm.prob(4.8)
    gmm.log_prob(2.5)  gmm.log_prob(3.6)  gmm.log_prob(4.8)
    gmm.cdf(3.6)  gmm.cdf(4.0)  gmm.log_cdf(6.5)  posterior(3.6)[0]  posterior(3.6)[1]
    gmm.survival_function(6.0)  gmm.survival_function(6.5)  gmm.survival_function(8.0)
    gmm.log_survival_function(6.0)  gmm.log_survival_function(6.5)
    gmm.log_survival_function(7.0)  gmm.log_survival_function(8.0)
    gmm.log_survival_function(20.0)
    unnormalised.mean()  negative.log_prob(4.8)[1]  normal.quantile(1.5)[0]
    posterior(1e20)[0]  posterior(1e200)[0]
"""

ARRAYS = """
    cat.prob([0,1])  cat.log_prob([0,1])  cat.entropy()  cat.mode()
    normal.mean()  normal.variance()  normal.stddev()  normal.entropy()  normal.quantile(0.75)
    normal.log_prob(3.0)  normal.log_prob([1.0,3.0])  normal.prob(column)
    normal.log_prob(column)  normal.cdf(column)  normal.log_prob(grid[:,None])
    gmm.prob(grid)  gmm.log_prob(grid)  gmm.cdf(grid)  gmm.survival_function(grid)
    posterior(grid)  gmm.posterior_mode(grid)
    gmm.prob(far)  gmm.log_prob(far)  gmm.cdf(far)  posterior(far)  gmm.posterior_mode(far)
    gmm.log_prob(column)  posterior(column)
    gmm.log_cdf(tail)  gmm.log_survival_function(tail)  standard_twice.log_survival_function(tail)
"""

SHAPES = """
    cat.batch_shape  cat.event_shape  cat.sample().shape  cat.sample(12).shape
    cat.sample([5,7]).shape  cat.prob([0,1]).shape
    normal.batch_shape  normal.event_shape  normal.sample().shape  normal.sample(3).shape
    normal.sample([5,7]).shape  normal.log_prob(3.0).shape  normal.log_prob(column).shape
    normal.log_prob(np.zeros([5,7,1])).shape  normal[1].batch_shape  normal[1].sample().shape
    tf.gather(loc,cat.sample(12)).shape
    table.batch_shape  table.event_shape  table.sample().shape  table.sample([5,7]).shape
    table.log_prob(np.zeros([4,1,1])).shape  table[1].batch_shape
    gmm.batch_shape  gmm.event_shape  gmm.sample().shape  gmm.sample(12).shape
    gmm.sample([5,7]).shape  gmm.log_prob(column).shape  posterior(column).shape
    rows.batch_shape  rows.event_shape  rows.sample().shape  rows.sample([4]).shape
    rows.sample([5,7]).shape  rows.log_prob(np.zeros([5,1])).shape  rows.mean().shape
"""


def number(value):
    """JSON has no infinities and no NaN: they are written as words."""
    value = float(value)
    return value if math.isfinite(value) else str(value)


def numbers(value):
    return [number(element) for element in np.ravel(value)]


def answers(texts):
    return {text: eval(text, globals(), POINTS) for text in texts.split()}


print(json.dumps({
    "points": {name: numbers(x) for name, x in POINTS.items()},
    "shapes": {text: list(shape) for text, shape in answers(SHAPES).items()},
    "numbers": {text: number(x) for text, x in answers(NUMBERS).items()},
    "arrays": {text: numbers(x) for text, x in answers(ARRAYS).items()},
}))
