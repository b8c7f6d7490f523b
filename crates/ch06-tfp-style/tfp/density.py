import matplotlib.pyplot as plt
import numpy as np
from mixture import gmm

# A point at every thirty-second of a grade.
grid = np.linspace(0.0, 7.0, 225)

if __name__ == "__main__":
    density = gmm.prob(grid).numpy()
    print("points", len(density))

    plt.plot(grid, density)
    plt.xlabel("grade")
    plt.ylabel("density")
    plt.show()
