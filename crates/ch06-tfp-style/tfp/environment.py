import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"  # errors only
os.environ["TF_USE_LEGACY_KERAS"] = "1"  # TFP does not work with Keras 3

import tensorflow as tf
import tensorflow_probability as tfp

tfd = tfp.distributions

# TensorFlow computes in float32 unless it is told otherwise.
dtype = os.environ.get("DTYPE", "float32")
