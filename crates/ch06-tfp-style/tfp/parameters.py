import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"  # errors only
os.environ["TF_USE_LEGACY_KERAS"] = "1"  # TFP does not work with Keras 3

import tensorflow as tf

# TensorFlow computes with seven digits unless it is told otherwise.
dtype = os.environ.get("DTYPE", "float32")

# Two numbers each: of those who passed, and of those who failed.
probs = tf.constant([0.6, 0.4], dtype)
loc = tf.constant([2.5, 4.8], dtype)
scale = tf.constant([0.6, 0.3], dtype)

if __name__ == "__main__":
    print(probs)
    print(loc)
    print(scale)
