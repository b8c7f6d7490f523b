from batched_normal import normal, tfd
from categorical import cat
from parameters import loc, scale, tf

# One student: the class, its member of the batch, the grade.
z = cat.sample(seed=[0, 1])
x = normal[z].sample(seed=[0, 2])
print("class", z.numpy(), "grade", x.numpy())

# A thousand students, each with the distribution of their class.
z = cat.sample(1000, seed=[0, 3])
students = tfd.Normal(tf.gather(loc, z), tf.gather(scale, z))
x = students.sample(seed=[0, 4])
print("batch", students.batch_shape, "sample", x.shape)
print("failed", tf.reduce_sum(z).numpy())
print("mean grade", tf.reduce_mean(x).numpy())
