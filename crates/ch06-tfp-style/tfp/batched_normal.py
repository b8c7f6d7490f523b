from environment import tfd
from parameters import loc, scale

normal = tfd.Normal(loc=loc, scale=scale)

if __name__ == "__main__":
    print(normal.batch_shape, normal.event_shape)

    # One grade, asked of both bells.
    print(normal.log_prob(3.0).numpy())

    # Four grades in a column.
    x = [[1.0], [2.5], [3.6], [4.8]]
    print(normal.log_prob(x).numpy())

    # Five by seven draws from each bell.
    print(normal.sample([5, 7], seed=[0, 42]).shape)
