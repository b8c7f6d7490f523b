import numpy as np
from sklearn.mixture import GaussianMixture

scale = np.array([[5.864112321015509, 5.860628477841051]]).T
mixture = GaussianMixture(n_components=2, covariance_type="diag")
mixture.weights_ = np.array([0.36088606511552324, 0.6391139348844767])
mixture.means_ = np.array([[54.61485677768489, 80.09106984250022]]).T
mixture.covariances_ = scale**2
mixture.precisions_cholesky_ = 1 / scale
