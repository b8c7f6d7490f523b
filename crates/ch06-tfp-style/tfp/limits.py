from batched_normal import normal, tfd
from mixture import gmm


def ask(question):
    try:
        print(question())
    except Exception as error:
        print("refused:", type(error).__name__)


ask(lambda: gmm.quantile(0.5))
ask(gmm.mode)
ask(gmm.entropy)

# Four grades in a row do not fit two bells.
ask(lambda: normal.log_prob([1.0, 2.5, 3.6, 4.8]))

# The logarithm of the probability of more than 6, 6.5 and 8.
print(gmm.log_survival_function([6.0, 6.5, 8.0]))

# Weights that do not sum to one. The means are -1 and 1.
pair = tfd.Normal(loc=[-1.0, 1.0], scale=1.0)
weights = tfd.Categorical(probs=[3.0, 7.0])
print(tfd.MixtureSameFamily(weights, pair).mean())

ask(lambda: tfd.Categorical(probs=[3.0, 7.0], validate_args=True))

# Which class does a point far away come from?
print(gmm.posterior_marginal(1e20).probs_parameter())
