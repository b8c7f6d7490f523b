from batched_normal import normal, tfd
from categorical import cat

gmm = tfd.MixtureSameFamily(
    mixture_distribution=cat,
    components_distribution=normal,
)

if __name__ == "__main__":
    print("batch", gmm.batch_shape, "event", gmm.event_shape)
    print(gmm.sample([5, 7], seed=[0, 42]).shape)
    print(gmm.mean(), gmm.stddev(), sep="\n")

    grades = [2.5, 3.6, 4.8]
    print(gmm.prob(grades))
    print(gmm.log_prob(grades))
    print(gmm.cdf(grades))

    # Which class does a grade come from?
    print(gmm.posterior_marginal(grades).probs_parameter())
    print(gmm.posterior_mode(grades))
