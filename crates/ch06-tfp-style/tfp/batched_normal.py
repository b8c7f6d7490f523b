from categorical import tfd
from parameters import loc, scale

normal = tfd.Normal(loc=loc, scale=scale)

if __name__ == "__main__":
    print("batch", normal.batch_shape, "event", normal.event_shape)

    # One grade, asked of both distributions.
    print(normal.log_prob(3.0))

    # Four grades against two distributions: [4, 1] and [2] make [4, 2].
    print(normal.log_prob([[1.0], [2.5], [3.6], [4.8]]))

    # Five by seven draws from each of the two.
    print(normal.sample([5, 7], seed=[0, 42]).shape)
