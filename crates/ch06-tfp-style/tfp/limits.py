from batched_normal import normal, tfd
from mixture import gmm


def ask(question):
    try:
        print(question())
    except Exception as error:
        print("refused:", type(error).__name__)


# The median, the peaks, the entropy.
ask(lambda: gmm.quantile(0.5))
ask(gmm.mode)
ask(gmm.entropy)

# The probability of more than 6, of 6.5, of 8.
x = [6.0, 6.5, 8.0]
print(gmm.log_survival_function(x).numpy())

# Whose is a point far away?
z = gmm.posterior_marginal(1e20)
print(z.probs_parameter().numpy())

# Weights that do not sum to one, and if it looks at them.
w = [3.0, 7.0]
pair = tfd.Normal(loc=[-1.0, 1.0], scale=1.0)
both = tfd.MixtureSameFamily(tfd.Categorical(probs=w), pair)
print(both.mean().numpy())
ask(lambda: tfd.Categorical(probs=w, validate_args=True))

# Four grades in a row, for two bells.
ask(lambda: normal.log_prob([1.0, 2.5, 3.6, 4.8]))
