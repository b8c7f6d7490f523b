from environment import tfd
from parameters import probs

cat = tfd.Categorical(probs=probs)

if __name__ == "__main__":
    print(cat.prob([0, 1]).numpy())
    print(cat.log_prob([0, 1]).numpy())

    # The groups of twelve students.
    print(cat.sample(12, seed=[0, 42]).numpy())
