from batched_normal import normal, tfd
from categorical import cat

gmm = tfd.MixtureSameFamily(cat, normal)

if __name__ == "__main__":
    print(gmm.batch_shape, gmm.event_shape)
    print(gmm.sample([5, 7], seed=[0, 42]).shape)
    print(gmm.mean().numpy(), gmm.stddev().numpy())

    x = [2.5, 3.6, 4.8]
    print(gmm.prob(x).numpy())
    print(gmm.log_prob(x).numpy())
    print(gmm.cdf(x).numpy())

    # From which group does a grade come?
    posterior = gmm.posterior_marginal(x)
    print(posterior.probs_parameter().numpy())
    print(gmm.posterior_mode(x).numpy())
