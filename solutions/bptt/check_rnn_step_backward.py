"""Checks of `rnn_step_backward`, and the mistakes they recognise (deck 2, "BPTT")."""

from operator import imul

import numpy as np

from autograder.checks import check, expect_answer, expect_close, expect_contract, expect_steady
from solutions.bptt._backprop import step_backward
from solutions.bptt._inputs import extreme, step_args, whole_numbers
from solutions.bptt.reference import rnn_step_backward as reference

name = "rnn_step_backward"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_four_gradients(rnn_step_backward, rng):
    """returns (dx, dh_prev, dW, db), finite float64 arrays with the shapes of x, h_prev and W, and (H,)"""
    args = step_args(rng, B=3, D=4, H=2)
    expect_contract(("dx", "dh_prev", "dW", "db"), rnn_step_backward(*args), reference(*args))


@check(points=1)
def keeps_to_its_arguments(rnn_step_backward, rng):
    """leaves its arguments as they were, and remembers nothing from call to call"""
    expect_steady(rnn_step_backward, reference, step_args(rng), step_args(rng))


@check(points=1)
def reaches_the_old_state_and_the_input(rnn_step_backward, rng):
    """dx and dh_prev are right"""
    args = step_args(rng, B=2, D=3, H=5)
    dx, dh_prev, _, _ = rnn_step_backward(*args)
    expect_close(("dx", "dh_prev"), (dx, dh_prev), reference(*args)[:2])


@check(points=1)
def reaches_the_weights(rnn_step_backward, rng):
    """dW and db are right: summed over the batch"""
    args = step_args(rng, B=5, D=3, H=2)
    _, _, dW, db = rnn_step_backward(*args)
    expect_close(("dW", "db"), (dW, db), reference(*args)[2:])


@check(points=3, public=True)
def follows_every_path(rnn_step_backward, rng):
    """all four gradients are right"""
    expect_answer(rnn_step_backward, reference, *step_args(rng, B=3, D=4, H=2))


@check(points=1)
def takes_any_size(rnn_step_backward, rng):
    """works for one sample, one feature, one unit, many samples, whole numbers, numbers of 1000 and a saturated unit"""
    for B, D, H in ((1, 4, 2), (60, 1, 3), (3, 3, 3), (2, 9, 1)):
        expect_answer(rnn_step_backward, reference, *step_args(rng, B, D, H))
    for change in (whole_numbers, extreme):
        expect_answer(rnn_step_backward, reference, *change(*step_args(rng)))


# ------------------------------------------------------------------------------------------------ mistakes


def forgets_the_slope(dh, x, h_prev, h, W):
    """The slope of tanh is missing: dz = dh * (1 - h^2)."""
    return step_backward(dh, x, h_prev, h, W, slope=lambda v: 1.0)


def forgets_the_square(dh, x, h_prev, h, W):
    """Your slope is 1 - h; the slope of tanh is 1 - h^2."""
    return step_backward(dh, x, h_prev, h, W, slope=lambda v: 1 - v.h)


def squares_the_difference(dh, x, h_prev, h, W):
    """Your slope is (1 - h)^2; the slope of tanh is 1 - h^2."""
    return step_backward(dh, x, h_prev, h, W, slope=lambda v: (1 - v.h) ** 2)


def takes_tanh_again(dh, x, h_prev, h, W):
    """Your slope is 1 - tanh(h)^2; h is a tanh already, so it is 1 - h^2."""
    return step_backward(dh, x, h_prev, h, W, slope=lambda v: 1 - np.tanh(v.h) ** 2)


def takes_the_slope_at_h_prev(dh, x, h_prev, h, W):
    """Your slope is taken at h_prev, the state before the step; dh belongs to h: 1 - h^2."""
    return step_backward(dh, x, h_prev, h, W, slope=lambda v: 1 - v.h_prev**2)


def takes_the_slope_of_sigmoid(dh, x, h_prev, h, W):
    """Your slope is h (1 - h), that of a sigmoid; this cell has tanh: 1 - h^2."""
    return step_backward(dh, x, h_prev, h, W, slope=lambda v: v.h * (1 - v.h))


def takes_the_slope_of_relu(dh, x, h_prev, h, W):
    """Your slope is 1 where h > 0 and else 0, that of ReLU; this cell has tanh: 1 - h^2."""
    return step_backward(dh, x, h_prev, h, W, slope=lambda v: v.h > 0)


def adds_the_square(dh, x, h_prev, h, W):
    """Your slope is 1 + h^2; it is 1 - h^2."""
    return step_backward(dh, x, h_prev, h, W, slope=lambda v: 1 + v.h**2)


def forgets_the_one(dh, x, h_prev, h, W):
    """Your slope is h^2; it is 1 - h^2."""
    return step_backward(dh, x, h_prev, h, W, slope=lambda v: v.h**2)


def forgets_the_brackets(dh, x, h_prev, h, W):
    """dh * 1 - h**2 means (dh * 1) - h**2: put brackets around the slope, dh * (1 - h**2)."""
    return step_backward(dh - h**2, x, h_prev, h, W, slope=lambda v: 1.0)


def sends_dh_back(dh, x, h_prev, h, W):
    """You send dh back to h_prev and x; what goes back through W is dz = dh * (1 - h^2)."""
    return step_backward(dh, x, h_prev, h, W, returned=lambda v: v.dh)


def learns_from_dh(dh, x, h_prev, h, W):
    """dW and db are made of dh; W and b act before the tanh: use dz = dh * (1 - h^2)."""
    return step_backward(dh, x, h_prev, h, W, learned=lambda v: v.dh)


def sums_dh_for_db(dh, x, h_prev, h, W):
    """db is the sum of dh; b acts before the tanh: sum dz = dh * (1 - h^2)."""
    return *step_backward(dh, x, h_prev, h, W)[:3], dh.sum(axis=0)


def leaves_the_weights_unturned(dh, x, h_prev, h, W):
    """On the way back to h_prev, W_hh must be transposed: dz @ W[:H].T (forward it is h_prev @ W[:H])."""
    return step_backward(dh, x, h_prev, h, W, turned=lambda W_hh: W_hh)


def adds_dh_to_dh_prev(dh, x, h_prev, h, W):
    """You add dh to dh_prev; a simple RNN has no path around the step: dh_prev is dz @ W[:H].T alone."""
    dx, dh_prev, dW, db = step_backward(dh, x, h_prev, h, W)
    return dx, dh_prev + dh, dW, db


def swaps_the_first_two(dh, x, h_prev, h, W):
    """dx and dh_prev are in each other's place: return (dx, dh_prev, dW, db); the first H columns belong to h."""
    dx, dh_prev, dW, db = step_backward(dh, x, h_prev, h, W)
    return dh_prev, dx, dW, db


def cuts_x_first(dh, x, h_prev, h, W):
    """You cut the first D columns off for x; in [h_prev, x] those of h come first: dx is [:, H:], dh_prev is [:, :H]."""
    D, (_, _, dW, db) = x.shape[1], step_backward(dh, x, h_prev, h, W)
    back = (dh * (1 - h**2)) @ W.T
    return back[:, :D], back[:, D:], dW, db


def cuts_nothing(dh, x, h_prev, h, W):
    """dx and dh_prev both have H + D columns: cut dz @ W.T, the first H columns for h and the others for x."""
    _, _, dW, db = step_backward(dh, x, h_prev, h, W)
    back = (dh * (1 - h**2)) @ W.T
    return back, back, dW, db


def uses_the_new_state(dh, x, h_prev, h, W):
    """dW is made of h, what came out; what went in is h_prev: dW = [h_prev, x].T @ dz."""
    return step_backward(dh, x, h_prev, h, W, joined=lambda v: (v.h, v.x))


def gathers_x_first(dh, x, h_prev, h, W):
    """The rows of your dW are in the order x, h; those of W have h first: dW = [h_prev, x].T @ dz."""
    return step_backward(dh, x, h_prev, h, W, joined=lambda v: (v.x, v.h_prev))


def turns_dw(dh, x, h_prev, h, W):
    """Your dW is transposed; it has the shape of W, (H + D, H): [h_prev, x].T @ dz."""
    dx, dh_prev, dW, db = step_backward(dh, x, h_prev, h, W)
    return dx, dh_prev, dW.T, db


def forgets_the_recurrent_weights(dh, x, h_prev, h, W):
    """The rows of dW that belong to h are zero: they are h_prev.T @ dz."""
    return step_backward(dh, x, h_prev, h, W, joined=lambda v: (0 * v.h_prev, v.x))


def forgets_the_input_weights(dh, x, h_prev, h, W):
    """The rows of dW that belong to x are zero: they are x.T @ dz."""
    return step_backward(dh, x, h_prev, h, W, joined=lambda v: (v.h_prev, 0 * v.x))


def divides_by_the_batch(dh, x, h_prev, h, W):
    """dW and db are means over the batch; here they are sums (a mean loss brings its own 1/B in dh)."""
    dx, dh_prev, dW, db = step_backward(dh, x, h_prev, h, W)
    return dx, dh_prev, dW / len(x), db / len(x)


def averages_db(dh, x, h_prev, h, W):
    """db is a mean over the batch; it is a sum, as dW is."""
    return step_backward(dh, x, h_prev, h, W, summed=lambda d: d.mean(axis=0))


def leaves_db_unsummed(dh, x, h_prev, h, W):
    """db has a row for every sample; all samples share one bias, so sum over them: axis 0."""
    return step_backward(dh, x, h_prev, h, W, summed=lambda d: d)


def sums_db_over_units(dh, x, h_prev, h, W):
    """db has one number for every sample; it has one for every unit: sum over axis 0, not 1."""
    return step_backward(dh, x, h_prev, h, W, summed=lambda d: d.sum(axis=1))


def keeps_a_row_of_db(dh, x, h_prev, h, W):
    """db has shape (1, H); b has shape (H,): sum without keepdims."""
    return step_backward(dh, x, h_prev, h, W, summed=lambda d: d.sum(axis=0, keepdims=True))


def writes_into_dh(dh, x, h_prev, h, W):
    """You compute dz inside dh, which changes the caller's array: write dz = dh * (1 - h**2), not dh *= ..."""
    return step_backward(imul(dh, 1 - h**2), x, h_prev, h, W, slope=lambda v: 1.0)
