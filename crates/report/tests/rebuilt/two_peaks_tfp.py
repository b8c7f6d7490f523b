import numpy as np
import tensorflow_probability as tfp

mixture = tfp.distributions.MixtureSameFamily(
    tfp.distributions.Categorical(probs=np.array([0.36088606511552324, 0.6391139348844767])),
    tfp.distributions.Normal(
        loc=np.array([54.61485677768489, 80.09106984250022]),
        scale=np.array([5.864112321015509, 5.860628477841051]),
    ),
)
