"""Checks of `mse`, and the mistakes they recognise (deck 4, "Gradient Descent")."""

from operator import isub

import numpy as np

from autograder.checks import check, expect_answer, expect_contract, expect_unchanged
from solutions.bptt.reference import mse as reference

name = "mse"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


def _pair(rng, *shape):
    """y_hat and y, less alike than a prediction should be."""
    return rng.normal(size=shape), 0.5 + 2 * rng.normal(size=shape)


@check(points=1, public=True)
def returns_a_loss_and_its_gradient(mse, rng):
    """returns (loss, dy_hat): a number, and a finite float64 array with the shape of y_hat"""
    args = _pair(rng, 3, 4, 2)
    expect_contract(("loss", "dy_hat"), mse(*args), reference(*args))


@check(points=2, public=True)
def averages_over_all_elements(mse, rng):
    """the loss is the mean of the squared errors over all elements, and dy_hat its slope at each of them"""
    expect_answer(mse, reference, *_pair(rng, 3, 4, 2))


@check(points=1)
def takes_any_shape(mse, rng):
    """works for any shape, whole numbers and numbers of 1000, leaves its arguments as they were, and keeps nothing"""
    for shape in ((6,), (5, 3), (1, 1), (4, 1), (2, 3, 4, 5), (1, 7, 2), (200, 2)):
        expect_answer(mse, reference, *_pair(rng, *shape))
    y_hat, y = _pair(rng, 4, 3)
    expect_answer(mse, reference, rng.integers(1, 9, (3, 4)), rng.integers(-9, 0, (3, 4)))
    for args in ((y_hat, y), (1000 * y_hat, 1000 * y), (y_hat, y)):
        expect_answer(mse, reference, *args)
    expect_unchanged(mse)


# ------------------------------------------------------------------------------------------------ mistakes


def _half(y_hat, y, loss=lambda e: np.mean(e**2), slope=lambda e: 2 * e / e.size):
    """The two halves of the answer; each mistake replaces one, or both."""
    e = y_hat - y
    return loss(e), slope(e)


def sums(y_hat, y):
    """You sum the squared errors; MSE is their mean: divide by the number of elements, in the loss and in dy_hat."""
    return _half(y_hat, y, lambda e: np.sum(e**2), lambda e: 2.0 * e)


def averages_over_the_batch_only(y_hat, y):
    """You divide by the number of samples; the mean is over all elements: y.size, not len(y)."""
    return _half(y_hat, y, lambda e: np.sum(e**2) / len(e), lambda e: 2 * e / len(e))


def halves(y_hat, y):
    """You have a factor 1/2 in the loss; MSE has none, so a 2 remains in dy_hat."""
    return _half(y_hat, y, lambda e: np.mean(e**2) / 2, lambda e: e / e.size)


def halves_the_loss(y_hat, y):
    """Your loss has a factor 1/2 (dy_hat has not): MSE is the plain mean of the squares."""
    return _half(y_hat, y, lambda e: np.mean(e**2) / 2)


def forgets_the_two(y_hat, y):
    """The 2 is missing in dy_hat: the slope of e^2 is 2 e."""
    return _half(y_hat, y, slope=lambda e: e / e.size)


def forgets_the_mean_in_the_slope(y_hat, y):
    """Your dy_hat is that of a sum; the loss is a mean: divide by the number of elements."""
    return _half(y_hat, y, slope=lambda e: 2.0 * e)


def divides_the_slope_by_the_batch(y_hat, y):
    """Your dy_hat is divided by the number of samples, len(y); the loss is a mean over all elements: y.size."""
    return _half(y_hat, y, slope=lambda e: 2 * e / len(e))


def forgets_two_and_mean(y_hat, y):
    """Your dy_hat is the bare error; the slope of the mean of e^2 is 2 e / N."""
    return _half(y_hat, y, slope=lambda e: 1.0 * e)


def turns_the_sign(y_hat, y):
    """dy_hat has the wrong sign: it is y_hat - y, so that where the prediction is too high the loss rises with it."""
    return _half(y_hat, y, slope=lambda e: -2 * e / e.size)


def takes_absolute_errors(y_hat, y):
    """That is the mean absolute error; here errors are squared, and dy_hat is 2 (y_hat - y) / N."""
    return _half(y_hat, y, lambda e: np.mean(np.abs(e)), lambda e: np.sign(e) / e.size)


def takes_the_root(y_hat, y):
    """You take the root of the mean, which is RMSE; the loss is MSE, without the root."""
    return _half(y_hat, y, lambda e: np.sqrt(np.mean(e**2)))


def takes_the_root_and_its_slope(y_hat, y):
    """That is RMSE and its slope; the loss is MSE, without the root."""
    return _half(y_hat, y, lambda e: np.sqrt(np.mean(e**2)), lambda e: e / e.size / np.sqrt(np.mean(e**2)))


def forgets_the_square(y_hat, y):
    """You take the mean of the errors themselves, where signs cancel: square them first."""
    return _half(y_hat, y, np.mean)


def squares_the_mean(y_hat, y):
    """You square the mean of the errors; MSE is the mean of the squares: square first."""
    return _half(y_hat, y, lambda e: np.mean(e) ** 2)


def averages_the_slope(y_hat, y):
    """dy_hat holds the same number everywhere: each element has a slope of its own, 2 e / N, without a mean or sum."""
    return _half(y_hat, y, slope=lambda e: np.full(e.shape, 2 * np.mean(e)))


def returns_the_error(y_hat, y):
    """Your loss is right, but dy_hat is the squared error; it is the slope, 2 (y_hat - y) / N."""
    return _half(y_hat, y, slope=lambda e: e**2 / e.size)


def leaves_the_loss_unreduced(y_hat, y):
    """Your loss is an array with one number for each element; it is one number, their mean."""
    return _half(y_hat, y, lambda e: e**2)


def averages_over_the_last_axis(y_hat, y):
    """Your loss is a mean over the last axis only, so an array comes back: take the mean over all axes."""
    return _half(y_hat, y, lambda e: np.mean(e**2, axis=-1))


def averages_over_the_first_axis(y_hat, y):
    """Your loss is a mean over the samples only, so an array comes back: take the mean over all axes."""
    return _half(y_hat, y, lambda e: np.mean(e**2, axis=0))


def returns_the_gradient_first(y_hat, y):
    """You return (dy_hat, loss); the order is (loss, dy_hat)."""
    return _half(y_hat, y)[::-1]


def returns_the_loss_only(y_hat, y):
    """You return the loss alone; its gradient is asked for too: return loss, dy_hat."""
    return _half(y_hat, y)[0]


def writes_into_y_hat(y_hat, y):
    """You compute the error inside y_hat, which changes the caller's array: write error = y_hat - y."""
    return _half(isub(y_hat, y), 0)
