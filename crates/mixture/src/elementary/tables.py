"""Prints the coefficients of exp.rs, normal_tail.rs and probit.rs, and how far off each is.

    pip install mpmath && python tables.py

The coefficients interpolate at Chebyshev's nodes, which is within a small factor of the best.
"""

from mpmath import cos, erfc, erfinv, exp, log, lu_solve, matrix, mp, mpf, nstr, pi, polyval, sqrt

mp.dps = 60


def nodes(count, start, end):
    return [start + (end - start) * (1 + cos(pi * (2 * i + 1) / (2 * count))) / 2 for i in range(count)]


def show(name, coefficients, error):
    print(f"{name}, off by {nstr(error, 2)}")
    for coefficient in coefficients:
        print("   ", repr(float(coefficient)))


def polynomial(f, degree, start, end):
    points = nodes(degree + 1, start, end)
    rows = matrix([[x**k for k in range(degree + 1)] for x in points])
    return list(lu_solve(rows, matrix([f(x) for x in points])))


def at(coefficients, x):
    return polyval(coefficients[::-1], x)


def worst(f, g, start, end, count=1000):
    points = [start + (end - start) * mpf(i) / count for i in range(count + 1)]
    return max(abs(g(x) / f(x) - 1) for x in points)


# exp.rs: (e^r - 1 - r)/r^2
half = log(mpf(2)) / 2 * mpf("1.0001")
series = polynomial(lambda r: (exp(r) - 1 - r) / r**2 if r else mpf(1) / 2, 9, -half, half)
show("exp", series, worst(exp, lambda r: 1 + r + r**2 * at(series, r), -half, half))

# normal_tail.rs: exp(z^2/2) times the upper tail, a quotient of degrees 9 and 10
FARTHEST = mpf("37.6")


def scaled_tail(z):
    return exp(z * z / 2) * erfc(z / sqrt(mpf(2))) / 2


def quotient(f, above, below, middle, end):
    # Nodes that are Chebyshev's in (z - middle)/(z + middle).
    last = (end - middle) / (end + middle)
    points = [middle * (1 + t) / (1 - t) for t in nodes(above + below + 1, mpf(-1), last)]
    rows, right = [], []
    for z in points:
        scale = 1 / (f(z) * (1 + z) ** below)
        row = [z**k * scale for k in range(above + 1)]
        rows.append(row + [-f(z) * z**k * scale for k in range(1, below + 1)])
        right.append(f(z) * scale)
    solved = list(lu_solve(matrix(rows), matrix(right)))
    return solved[: above + 1], [mpf(1)] + solved[above + 1 :]


numerator, denominator = quotient(scaled_tail, 9, 10, mpf(4), FARTHEST)
error = worst(scaled_tail, lambda z: at(numerator, z) / at(denominator, z), mpf(0), FARTHEST)
show("normal_tail, numerator", numerator, error)
show("normal_tail, denominator", denominator, error)

# probit.rs: the standard normal quantile of (1 + x)/2, over x, as a function of -log(1 - x^2)
REACH = mpf("6.25")


def probit(v):
    x = sqrt(1 - exp(-(v + REACH / 2)))
    return sqrt(mpf(2)) * erfinv(x) / x if x else sqrt(pi / 2)


series = polynomial(probit, 20, -REACH / 2, REACH / 2)
show("probit", series, worst(probit, lambda v: at(series, v), -REACH / 2, REACH / 2))
