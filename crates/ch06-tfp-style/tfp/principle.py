from batched_normal import normal, tfd
from categorical import cat
from environment import tf
from parameters import loc, scale

# One student: the group, its bell, the grade.
z = cat.sample(seed=[0, 1])
x = normal[z].sample(seed=[0, 2])
print("group", z.numpy(), "grade", x.numpy())

# A thousand: the groups, a bell for each, the grades.
z = cat.sample(1000, seed=[0, 3])
bells = tfd.Normal(tf.gather(loc, z), tf.gather(scale, z))
x = bells.sample(seed=[0, 4])
print("batch", bells.batch_shape, "sample", x.shape)
print("unprepared", tf.reduce_sum(z).numpy())
print("mean grade", tf.reduce_mean(x).numpy())
