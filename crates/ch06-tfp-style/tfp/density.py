import numpy as np
from mixture import gmm

import matplotlib.pyplot as plt

# A point at every thirty-second of a grade.
grid = np.linspace(0.0, 7.0, 225)

if __name__ == "__main__":
    density = gmm.prob(grid)
    print("points", density.shape)
    print("highest at", grid[np.argmax(density)])
    print("area", np.trapezoid(density, grid))

    plt.plot(grid, density)
    plt.xlabel("grade")
    plt.ylabel("density")
    plt.show()
