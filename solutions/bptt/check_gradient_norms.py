"""Checks of `gradient_norms`, and the mistakes they recognise (deck 3, "Vanishing Gradient"; deck 4, "Challenges")."""

from operator import iadd

import numpy as np

from autograder.checks import check, expect_answer, expect_close, expect_contract, expect_unchanged
from solutions.bptt._backprop import norms_of
from solutions.bptt._inputs import sequence_args
from solutions.bptt.reference import gradient_norms as reference

name = "gradient_norms"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


def _args(rng, B=2, T=5, D=3, H=4):
    """dhs, hs and W of a sequence."""
    dhs, _, _, hs, W = sequence_args(rng, B, T, D, H)
    return dhs, hs, W


@check(points=1, public=True)
def returns_one_number_for_each_step(gradient_norms, rng):
    """returns a finite float64 array of shape (T,)"""
    args = _args(rng)
    expect_contract("norms", gradient_norms(*args), reference(*args))


@check(points=1)
def multiplies_at_every_step(gradient_norms, rng):
    """with slopes of 1, one unit and a loss at the end, the norm k steps back is |w|^k times that at the end"""
    for w, T in ((2.0, 5), (-2.0, 4), (0.5, 51), (float(rng.uniform(1.1, 1.4)), 9)):
        dhs, end = np.zeros((1, T, 1)), float(rng.uniform(1, 2))
        dhs[:, -1] = end
        answer = gradient_norms(dhs, np.zeros((1, T, 1)), np.array([[w], [1.0]]))
        expect_close("norms", answer, end * abs(w) ** np.arange(T)[::-1])


@check(points=3, public=True)
def measures_the_total_gradient(gradient_norms, rng):
    """at every step the norm over batch and units of all of dL/dh_t, what later steps send back included"""
    expect_answer(gradient_norms, reference, *_args(rng, B=3, T=5, D=2, H=4))


@check(points=1)
def takes_any_size(gradient_norms, rng):
    """works for any size, whole numbers and gradients of 1000, leaves its arguments as they were, and keeps nothing"""
    first, (dhs, hs, W) = _args(rng), _args(rng)
    for args in (first, (dhs, hs, W), first, (1000 * dhs, hs, W), (np.rint(2 * dhs).astype(int), hs, W)):
        expect_answer(gradient_norms, reference, *args)
    for B, T, D, H in ((1, 4, 3, 2), (3, 1, 2, 4), (40, 2, 1, 3), (2, 40, 3, 1), (3, 3, 3, 3), (2, 4, 6, 3)):
        expect_answer(gradient_norms, reference, *_args(rng, B, T, D, H))
    expect_unchanged(gradient_norms)


# ------------------------------------------------------------------------------------------------ mistakes


def ignores_what_comes_back(dhs, hs, W):
    """Those are the norms of dhs alone; what step t+1 sends back belongs to dL/dh_t too."""
    return norms_of(dhs, hs, W, meet=lambda dhs, t, back: dhs[:, t])


def starts_with_the_last_loss_only(dhs, hs, W):
    """Only the last row of dhs is used; every h_t has its own part in the loss: add dhs[:, t] at each step."""
    return norms_of(dhs * (np.arange(hs.shape[1]) == hs.shape[1] - 1)[:, None], hs, W)


def ignores_the_slope(dhs, hs, W):
    """The slope of tanh is missing on the way back: (dh * (1 - h^2)) @ W_hh.T."""
    return norms_of(dhs, hs, W, slope=lambda h: 1.0)


def forgets_the_square_in_the_slope(dhs, hs, W):
    """Your slope is 1 - h; the slope of tanh is 1 - h^2."""
    return norms_of(dhs, hs, W, slope=lambda h: 1 - h)


def takes_tanh_again(dhs, hs, W):
    """Your slope is 1 - tanh(h)^2; h is a tanh already, so it is 1 - h^2."""
    return norms_of(dhs, hs, W, slope=lambda h: 1 - np.tanh(h) ** 2)


def takes_the_slope_one_step_early(dhs, hs, W):
    """You take the slope at h_t for what comes from step t+1; that came out of step t+1, so the slope is at h_{t+1}."""
    return norms_of(dhs, np.concatenate([hs[:, :1], hs[:, :-1]], axis=1), W)


def measures_after_the_slope(dhs, hs, W):
    """You take the norm of dz = dh * (1 - h^2), the gradient before the tanh; it is asked of dh itself."""
    slopes = iter(np.moveaxis(1 - hs**2, 1, 0)[::-1])
    return norms_of(dhs, hs, W, noted=lambda total, back: total * next(slopes))


def measures_what_is_sent_back(dhs, hs, W):
    """You note what step t sends back, the gradient of h_{t-1} without its own loss; note dhs[:, t] plus what arrived."""
    return norms_of(dhs, hs, W, noted=lambda total, back: back)


def measures_what_arrives(dhs, hs, W):
    """You note only what step t+1 sent back; dhs[:, t] belongs to it: add first, then take the norm."""
    totals = norms_of(dhs, hs, W, size=lambda totals: totals) - dhs
    return np.sqrt((totals**2).sum(axis=(0, 2)))


def leaves_the_weights_unturned(dhs, hs, W):
    """On the way back W_hh must be transposed: @ W[:H].T."""
    return norms_of(dhs, hs, W, turned=lambda W, H: W[:H])


def takes_the_last_rows(dhs, hs, W):
    """You take the last H rows of W; those that meet h come first: W[:H]."""
    return norms_of(dhs, hs, W, turned=lambda W, H: W[-H:].T)


def goes_forward_in_time(dhs, hs, W):
    """You begin with the first step; gradients flow from the last step to the first: reversed(range(T))."""
    return norms_of(dhs, hs, W, order=range(hs.shape[1]))


def leaves_the_norms_in_reverse(dhs, hs, W):
    """The norms stand in the order in which you made them, last step first: turn them round."""
    return norms_of(dhs, hs, W)[::-1]


def forgets_the_root(dhs, hs, W):
    """Those are sums of squares; the norm is their root."""
    return norms_of(dhs, hs, W) ** 2


def adds_absolute_values(dhs, hs, W):
    """You add absolute values; the norm is the root of the sum of squares."""
    return norms_of(dhs, hs, W, size=lambda totals: np.abs(totals).sum(axis=(0, 2)))


def takes_the_largest_entry(dhs, hs, W):
    """You take the largest entry; the norm is the root of the sum of squares."""
    return norms_of(dhs, hs, W, size=lambda totals: np.abs(totals).max(axis=(0, 2)))


def takes_the_root_of_the_mean(dhs, hs, W):
    """You take the root of the mean of the squares; it is the root of their sum."""
    return norms_of(dhs, hs, W, size=lambda totals: np.sqrt((totals**2).mean(axis=(0, 2))))


def averages_the_samples_norms(dhs, hs, W):
    """You average the norms of the samples; it is one norm over batch and units together."""
    return norms_of(dhs, hs, W, size=lambda totals: np.sqrt((totals**2).sum(axis=2)).mean(axis=0))


def adds_the_samples_norms(dhs, hs, W):
    """You add the norms of the samples; it is one norm over batch and units together: square, add all, then the root."""
    return norms_of(dhs, hs, W, size=lambda totals: np.sqrt((totals**2).sum(axis=2)).sum(axis=0))


def takes_a_matrix_norm(dhs, hs, W):
    """np.linalg.norm(dh, 2) of a matrix is its largest singular value; the norm here is the root of the sum of squares."""
    return norms_of(dhs, hs, W, size=lambda totals: np.linalg.norm(totals, 2, axis=(0, 2)))


def leaves_the_batch(dhs, hs, W):
    """You return a norm for every sample and step, shape (B, T); the batch is in the norm: shape (T,)."""
    return norms_of(dhs, hs, W, size=lambda totals: np.sqrt((totals**2).sum(axis=2)))


def leaves_the_units(dhs, hs, W):
    """You return a norm for every step and unit, shape (T, H); the units are in the norm: shape (T,)."""
    return norms_of(dhs, hs, W, size=lambda totals: np.sqrt((totals**2).sum(axis=0)))


def takes_one_norm_of_all(dhs, hs, W):
    """You return one number; there is a norm for every step, shape (T,)."""
    return norms_of(dhs, hs, W, size=lambda totals: np.sqrt((totals**2).sum()))


def returns_the_gradients(dhs, hs, W):
    """You return the gradients themselves, shape (B, T, H); their norms are asked for, shape (T,)."""
    return norms_of(dhs, hs, W, size=lambda totals: totals)


def adds_h0(dhs, hs, W):
    """You return T + 1 norms, with that of h_0 in front; there is one for each of h_1 to h_T."""
    sent = norms_of(dhs, hs, W, noted=lambda total, back: back)
    return np.concatenate([sent[:1], norms_of(dhs, hs, W)])


def adds_into_dhs(dhs, hs, W):
    """You add to dhs in place, which changes the caller's array: write dh = dhs[:, t] + dh."""
    return norms_of(dhs, hs, W, meet=lambda dhs, t, back: iadd(dhs[:, t], back))
