"""Checks of `rnn_backward`, and the mistakes they recognise (deck 2, "BPTT"; deck 3, "Training")."""

from functools import partial
from operator import iadd

import numpy as np

from autograder.checks import check, expect_answer, expect_close, expect_contract, expect_follows, expect_steady
from solutions.bptt._backprop import step_backward, through_time
from solutions.bptt._inputs import extreme, sequence_args, whole_numbers
from solutions.bptt.reference import rnn_backward as reference
from solutions.bptt.reference import rnn_step_backward as right_step

name = "rnn_backward"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_four_gradients(rnn_backward, rng):
    """returns (dx, dh0, dW, db), finite float64 arrays with the shapes of x, h0 and W, and (H,)"""
    args = sequence_args(rng, B=3, T=4, D=5, H=2)
    expect_contract(("dx", "dh0", "dW", "db"), rnn_backward(*args), reference(*args))


@check(points=1)
def keeps_to_its_arguments(rnn_backward, rng):
    """leaves its arguments as they were, and remembers nothing from call to call"""
    expect_steady(rnn_backward, reference, sequence_args(rng), sequence_args(rng))


@check(points=1)
def reaches_the_start(rnn_backward, rng):
    """dx and dh0 are right, also if the loss sees the last step only"""
    dhs, *sequence = sequence_args(rng, B=2, T=4, D=3, H=5)
    last = dhs * (np.arange(4) == 3)[:, None]
    for args in ((dhs, *sequence), (last, *sequence)):
        dx, dh0, _, _ = rnn_backward(*args)
        expect_close(("dx", "dh0"), (dx, dh0), reference(*args)[:2])


@check(points=3, public=True)
def flows_back_through_time(rnn_backward, rng):
    """all four gradients are right, those of weights and bias summed over batch and time"""
    expect_answer(rnn_backward, reference, *sequence_args(rng, B=3, T=4, D=5, H=2))


@check(points=1)
def takes_any_size(rnn_backward, rng):
    """works for one sample, step, feature or unit, many samples, many steps, whole numbers, and numbers of 1000"""
    for B, T, D, H in ((1, 4, 3, 2), (3, 1, 2, 4), (30, 2, 1, 3), (2, 40, 3, 1), (3, 3, 3, 3)):
        expect_answer(rnn_backward, reference, *sequence_args(rng, B, T, D, H))
    for change in (whole_numbers, extreme):
        expect_answer(rnn_backward, reference, *change(*sequence_args(rng)))


@check(points=1)
def follows_from_your_step(rnn_backward, rnn_step_backward, rng):
    """is right, given what your own rnn_step_backward answers"""
    own = {"step": (rnn_step_backward, right_step)}
    expect_follows(rnn_backward, reference, through_time, own, *sequence_args(rng, B=3, T=4, D=2, H=5))


# ------------------------------------------------------------------------------------------------ mistakes


def drops_what_comes_back(dhs, x, h0, hs, W):
    """What step t+1 sends back is lost: the step gets dhs[:, t] + dh. (Overwriting dh with dhs[:, t] does the same.)"""
    return through_time(dhs, x, h0, hs, W, arrives=lambda back, t: back * 0)


def starts_with_the_last_loss_only(dhs, x, h0, hs, W):
    """Only the last row of dhs is used; every h_t has its own part in the loss: add dhs[:, t] at each step."""
    return through_time(dhs * (np.arange(x.shape[1]) == x.shape[1] - 1)[:, None], x, h0, hs, W)


def adds_the_same_loss_each_step(dhs, x, h0, hs, W):
    """Every step adds the last row of dhs; step t adds dhs[:, t]."""
    return through_time(dhs, x, h0, hs, W, meet=lambda dhs, t, back: dhs[:, -1] + back)


def reads_dhs_in_reverse(dhs, x, h0, hs, W):
    """You go back through x but forward through dhs: step t adds dhs[:, t]."""
    return through_time(dhs[:, ::-1], x, h0, hs, W)


def goes_forward_in_time(dhs, x, h0, hs, W):
    """You begin with the first step; gradients flow from the last step to the first: reversed(range(T))."""
    return through_time(dhs, x, h0, hs, W, order=range(x.shape[1]))


def stops_before_the_first_step(dhs, x, h0, hs, W):
    """The first step is missing: range(T - 1, -1, -1) ends at 0."""
    return through_time(dhs, x, h0, hs, W, order=range(x.shape[1] - 1, 0, -1))


def leaves_dx_in_reverse(dhs, x, h0, hs, W):
    """dx stands in the order in which you made it, last step first: turn it round."""
    dx, *others = through_time(dhs, x, h0, hs, W)
    return dx[:, ::-1], *others


def uses_the_states_after(dhs, x, h0, hs, W):
    """Step t is given hs[:, t] as h_prev, its own answer; it started from hs[:, t - 1]."""
    return through_time(dhs, x, h0, hs, W, before=lambda hs, t, h0: hs[:, t])


def takes_the_slope_at_the_state_before(dhs, x, h0, hs, W):
    """Your slope of tanh is taken at h_{t-1}; step t has the slope 1 - hs[:, t]^2."""
    return through_time(dhs, x, h0, hs, W, step=partial(step_backward, slope=lambda v: 1 - v.h_prev**2))


def wraps_around_at_the_first_step(dhs, x, h0, hs, W):
    """At t = 0, hs[:, t - 1] is the last state; the first step started from h0."""
    return through_time(dhs, x, h0, hs, W, before=lambda hs, t, h0: hs[:, t - 1])


def takes_zeros_before_the_first_step(dhs, x, h0, hs, W):
    """At t = 0 you give the step zeros for the state before it; that is h0."""
    return through_time(dhs, x, 0 * h0, hs, W)


def starts_every_step_from_h0(dhs, x, h0, hs, W):
    """Every step is given h0 as h_prev; only the first started from it, step t from hs[:, t - 1]."""
    return through_time(dhs, x, h0, hs, W, before=lambda hs, t, h0: h0)


def runs_forward_again(dhs, x, h0, hs, W):
    """You compute the states again, without the bias, which is not among the arguments: use hs."""
    states = [h0]
    for t in range(x.shape[1]):
        states.append(np.tanh(np.hstack([states[-1], x[:, t]]) @ W))
    return through_time(dhs, x, h0, np.stack(states[1:], axis=1), W)


def keeps_the_last_made_gradients(dhs, x, h0, hs, W):
    """dW and db are those of the first time step only: add up over the steps, += and not =."""
    return through_time(dhs, x, h0, hs, W, gather=lambda total, part, t: part)


def keeps_the_last_steps_gradients(dhs, x, h0, hs, W):
    """dW and db are those of the last time step only: add those of every step."""
    T = x.shape[1]
    return through_time(dhs, x, h0, hs, W, gather=lambda total, part, t: part if t == T - 1 else total)


def overwrites_db(dhs, x, h0, hs, W):
    """dW is added up over time, db is overwritten: += for both."""
    return through_time(dhs, x, h0, hs, W, gather=lambda total, part, t: part if part.ndim == 1 else total + part)


def overwrites_dw(dhs, x, h0, hs, W):
    """db is added up over time, dW is overwritten: += for both."""
    return through_time(dhs, x, h0, hs, W, gather=lambda total, part, t: part if part.ndim == 2 else total + part)


def averages_over_time(dhs, x, h0, hs, W):
    """dW and db are means over time; they are sums, the same weights work at every step."""
    return through_time(dhs, x, h0, hs, W, gather=lambda total, part, t: total + part / x.shape[1])


def averages_over_the_batch(dhs, x, h0, hs, W):
    """dW and db are means over the batch; they are sums (a mean loss brings its own 1/B in dhs)."""
    return through_time(dhs, x, h0, hs, W, gather=lambda total, part, t: total + part / len(x))


def averages_over_batch_and_time(dhs, x, h0, hs, W):
    """dW and db are means over batch and time; they are sums over both."""
    return through_time(dhs, x, h0, hs, W, gather=lambda total, part, t: total + part / len(x) / x.shape[1])


def returns_zero_for_the_first_state(dhs, x, h0, hs, W):
    """dh0 is zero; it is what the first step sends back, its dh_prev."""
    dx, dh0, dW, db = through_time(dhs, x, h0, hs, W)
    return dx, 0 * dh0, dW, db


def adds_the_first_loss_to_dh0(dhs, x, h0, hs, W):
    """Your dh0 has dhs[:, 0] in it; that belongs to h_1, and h0 has no loss of its own."""
    dx, dh0, dW, db = through_time(dhs, x, h0, hs, W)
    return dx, dh0 + dhs[:, 0], dW, db


def returns_dh1_as_dh0(dhs, x, h0, hs, W):
    """Your dh0 is what arrives at h_1; it is one step further back: what the first step sends back, its dh_prev."""
    dx, _, dW, db = through_time(dhs, x, h0, hs, W)
    later = through_time(dhs[:, 1:], x[:, 1:], hs[:, 0], hs[:, 1:], W)[1]
    return dx, dhs[:, 0] + later, dW, db


def forgets_the_slope(dhs, x, h0, hs, W):
    """The slope of tanh is missing at every step: dz = dh * (1 - hs[:, t]^2)."""
    return through_time(dhs, x, h0, hs, W, step=partial(step_backward, slope=lambda v: 1.0))


def forgets_the_square(dhs, x, h0, hs, W):
    """Your slope is 1 - h; the slope of tanh is 1 - hs[:, t]^2."""
    return through_time(dhs, x, h0, hs, W, step=partial(step_backward, slope=lambda v: 1 - v.h))


def takes_tanh_again(dhs, x, h0, hs, W):
    """Your slope is 1 - tanh(h)^2; hs holds tanh already, so it is 1 - hs[:, t]^2."""
    return through_time(dhs, x, h0, hs, W, step=partial(step_backward, slope=lambda v: 1 - np.tanh(v.h) ** 2))


def sends_dh_back(dhs, x, h0, hs, W):
    """You send dh back through W; what goes back is dz = dh * (1 - h^2)."""
    return through_time(dhs, x, h0, hs, W, step=partial(step_backward, returned=lambda v: v.dh))


def leaves_the_weights_unturned(dhs, x, h0, hs, W):
    """On the way back to h_prev, W_hh must be transposed: dz @ W[:H].T. (At the last step dx is right all the same.)"""
    return through_time(dhs, x, h0, hs, W, step=partial(step_backward, turned=lambda W_hh: W_hh))


def cuts_dx_to_whole_numbers(dhs, x, h0, hs, W):
    """With a whole-number x your dx is cut to whole numbers: zeros_like takes over the dtype. Use np.zeros(x.shape)."""
    dx, *others = through_time(dhs, x, h0, hs, W)
    return dx.astype(x.dtype), *others


def puts_time_first(dhs, x, h0, hs, W):
    """Your dx has shape (T, B, D); it has the shape of x, (B, T, D): stack along axis 1."""
    dx, *others = through_time(dhs, x, h0, hs, W)
    return dx.swapaxes(0, 1), *others


def adds_into_dhs(dhs, x, h0, hs, W):
    """You add to dhs in place, which changes the caller's array: write dh = dhs[:, t] + dh."""
    return through_time(dhs, x, h0, hs, W, meet=lambda dhs, t, back: iadd(dhs[:, t], back))
