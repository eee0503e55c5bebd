"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.anomaly.reference import reconstruction_error as right


def divides_by_the_power(x, x_hat):
    return right(x, x_hat) / (x**2).mean(axis=(1, 2))


def takes_the_median(x, x_hat):
    return np.median((x - x_hat) ** 2, axis=(1, 2))


def compares_neighbours(x, x_hat):
    return right(x, np.roll(x_hat, 1, axis=0))


def adds_the_bias(x, x_hat):
    return ((x - x_hat) ** 2).mean(axis=(1, 2)) + ((x - x_hat).mean(axis=(1, 2))) ** 2


def measures_the_beat(x, x_hat):
    return (x**2).mean(axis=(1, 2))


def standardizes_over_the_batch(x, x_hat):
    error = right(x, x_hat)
    return (error - error.mean()) / (error.std() or 1.0)
