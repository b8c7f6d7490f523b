from environment import dtype, tf

# Two numbers each: of the prepared, of the unprepared.
probs = tf.constant([0.6, 0.4], dtype)
loc = tf.constant([2.5, 4.8], dtype)
scale = tf.constant([0.6, 0.3], dtype)
