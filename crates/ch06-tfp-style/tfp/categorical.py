from parameters import probs

import tensorflow_probability as tfp

tfd = tfp.distributions

cat = tfd.Categorical(probs=probs)

if __name__ == "__main__":
    print(cat.prob([0, 1]))
    print(cat.log_prob([0, 1]))

    # The classes of twelve students.
    print(cat.sample(12, seed=[0, 42]))
