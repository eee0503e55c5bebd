"""Checks of `lstm_backward`, and the mistakes they recognise (deck 2, "BPTT"; deck 3, "Training")."""

from operator import iadd

import numpy as np

from autograder.checks import check, expect_answer, expect_close, expect_contract, expect_follows, expect_steady
from solutions.lstm._inputs import grown, saturating, sequence_args, steep, upstreams, whole_numbers
from solutions.lstm.reference import lstm_backward as reference
from solutions.lstm.reference import lstm_forward as right_forward
from solutions.lstm.reference import lstm_step_backward as right_step

name = "lstm_backward"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_four_gradients(lstm_backward, rng):
    """returns (dx, dh0, dc0, grads), finite float64 arrays with the shapes of x, h0, c0 and params"""
    args = upstreams(rng, *sequence_args(rng, B=3, T=4, D=5, H=2))
    expect_contract(("dx", "dh0", "dc0", "grads"), lstm_backward(*args), reference(*args))


@check(points=1)
def keeps_to_its_arguments(lstm_backward, rng):
    """leaves its arguments as they were, and remembers nothing from call to call"""
    expect_steady(lstm_backward, reference, upstreams(rng, *sequence_args(rng)), upstreams(rng, *sequence_args(rng)))


@check(points=1)
def reaches_the_start(lstm_backward, rng):
    """dx, dh0 and dc0 are right, also if the loss sees the last step only"""
    dhs, *sequence = upstreams(rng, *sequence_args(rng, B=2, T=4, D=3, H=5))
    last = dhs * (np.arange(4) == 3)[:, None]
    for args in ((dhs, *sequence), (last, *sequence)):
        dx, dh0, dc0, _ = lstm_backward(*args)
        expect_close(("dx", "dh0", "dc0"), (dx, dh0, dc0), reference(*args)[:3])


@check(points=2, public=True)
def flows_back_through_time(lstm_backward, rng):
    """all four gradients are right, those of the parameters summed over batch and time"""
    expect_answer(lstm_backward, reference, *upstreams(rng, *sequence_args(rng, B=3, T=4, D=5, H=2)))


@check(points=1)
def takes_any_size(lstm_backward, rng):
    """works for one sample, one step, one feature, one unit, many samples, many steps, and whole numbers"""
    for B, T, D, H in ((1, 4, 3, 2), (3, 1, 2, 4), (30, 2, 1, 3), (2, 12, 3, 1), (3, 3, 3, 3)):
        expect_answer(lstm_backward, reference, *upstreams(rng, *sequence_args(rng, B, T, D, H)))
    expect_answer(lstm_backward, reference, *whole_numbers(*upstreams(rng, *sequence_args(rng))))


@check(points=1)
def survives_large_numbers(lstm_backward, rng):
    """stays finite and exact where gates saturate, at inputs of 1000, where the cell has grown, and where slopes bend"""
    for sequence in (saturating(*sequence_args(rng, D=1)), steep(*sequence_args(rng)), grown(*sequence_args(rng))):
        expect_answer(lstm_backward, reference, *upstreams(rng, *sequence))


@check(points=1)
def follows_from_your_functions(lstm_backward, lstm_forward, lstm_step_backward, rng):
    """is right, given what your own lstm_forward and lstm_step_backward answer"""
    own = {"forward": (lstm_forward, right_forward), "step": (lstm_step_backward, right_step)}
    expect_follows(lstm_backward, reference, _back, own, *upstreams(rng, *sequence_args(rng, B=3, T=4, D=2, H=5)))


# ------------------------------------------------------------------------------------------------ mistakes


def _back(dhs, x, h0, c0, params, *, forward=right_forward, step=right_step, order=None, meet=lambda dhs, t, dh: dhs[:, t] + dh,
          back=lambda dh, dc: (dh, dc), before=lambda hs, cs, t, h0, c0: (hs[:, t - 1], cs[:, t - 1]) if t else (h0, c0),
          gather=lambda total, part, t: total + part):
    """The right loop; each mistake below replaces one part of it.

    back: what a step is sent by the one after it; meet: all of dh; before: the states a step starts from.
    """
    hs, cs = forward(x, h0, c0, params)
    dx, dh, dc = np.zeros(x.shape), np.zeros(h0.shape), np.zeros(c0.shape)
    grads = {key: np.zeros(value.shape) for key, value in params.items()}
    for t in reversed(range(x.shape[1])) if order is None else order:
        dh, dc = back(dh, dc)
        dx[:, t], dh, dc, part = step(meet(dhs, t, dh), dc, x[:, t], *before(hs, cs, t, h0, c0), params)
        grads = {key: gather(grads[key], part[key], t) for key in grads}
    return dx, dh, dc, grads


def cuts_dh(dhs, x, h0, c0, params):
    """What step t+1 sends back to h_t is lost: the step gets dhs[:, t] + dh. (Overwriting dh with dhs[:, t] does the same.)"""
    return _back(dhs, x, h0, c0, params, back=lambda dh, dc: (dh * 0, dc))


def cuts_dc(dhs, x, h0, c0, params):
    """What step t+1 sends back to C_t is lost: hand dc_prev on as the next step's dc. It is the path that remembers."""
    return _back(dhs, x, h0, c0, params, back=lambda dh, dc: (dh, dc * 0))


def cuts_both(dhs, x, h0, c0, params):
    """Every step is by itself: hand dh_prev and dc_prev on to the step before, that is what "through time" means."""
    return _back(dhs, x, h0, c0, params, back=lambda dh, dc: (dh * 0, dc * 0))


def sends_dh_along_the_cell(dhs, x, h0, c0, params):
    """You hand dh on as dc too; the cell has a gradient of its own, dc_prev."""
    return _back(dhs, x, h0, c0, params, back=lambda dh, dc: (dh, dh))


def swaps_the_ways_back(dhs, x, h0, c0, params):
    """You hand dh and dc on in each other's place: lstm_step_backward takes dh first, then dc."""
    return _back(dhs, x, h0, c0, params, back=lambda dh, dc: (dc, dh))


def starts_with_the_last_loss_only(dhs, x, h0, c0, params):
    """Only the last row of dhs is used; every h_t has its own part in the loss: add dhs[:, t] at each step."""
    return _back(dhs * (np.arange(x.shape[1]) == x.shape[1] - 1)[:, None], x, h0, c0, params)


def adds_the_same_loss_each_step(dhs, x, h0, c0, params):
    """Every step adds the last row of dhs; step t adds dhs[:, t]."""
    return _back(dhs, x, h0, c0, params, meet=lambda dhs, t, dh: dhs[:, -1] + dh)


def reads_dhs_in_reverse(dhs, x, h0, c0, params):
    """You go back through x but forward through dhs: step t adds dhs[:, t]."""
    return _back(dhs[:, ::-1], x, h0, c0, params)


def goes_forward_in_time(dhs, x, h0, c0, params):
    """You begin with the first step; gradients flow from the last step to the first: reversed(range(T))."""
    return _back(dhs, x, h0, c0, params, order=range(x.shape[1]))


def stops_before_the_first_step(dhs, x, h0, c0, params):
    """The first step is missing: range(T - 1, -1, -1) ends at 0."""
    return _back(dhs, x, h0, c0, params, order=range(x.shape[1] - 1, 0, -1))


def leaves_dx_in_reverse(dhs, x, h0, c0, params):
    """dx stands in the order in which you made it, last step first: turn it round."""
    dx, *others = _back(dhs, x, h0, c0, params)
    return dx[:, ::-1], *others


def uses_the_states_after(dhs, x, h0, c0, params):
    """Step t is given hs[:, t] and cs[:, t], its own answer; it started from those at t - 1."""
    return _back(dhs, x, h0, c0, params, before=lambda hs, cs, t, h0, c0: (hs[:, t], cs[:, t]))


def wraps_around_at_the_first_step(dhs, x, h0, c0, params):
    """At t = 0, hs[:, t - 1] is the last state; the first step started from h0 and c0."""
    return _back(dhs, x, h0, c0, params, before=lambda hs, cs, t, h0, c0: (hs[:, t - 1], cs[:, t - 1]))


def takes_zeros_before_the_first_step(dhs, x, h0, c0, params):
    """At t = 0 you give the step zeros for the states before it; they are h0 and c0."""
    zeros = np.zeros(h0.shape), np.zeros(c0.shape)
    return _back(dhs, x, h0, c0, params, before=lambda hs, cs, t, h0, c0: (hs[:, t - 1], cs[:, t - 1]) if t else zeros)


def runs_forward_from_zeros(dhs, x, h0, c0, params):
    """Your forward pass starts from zeros; it starts from h0 and c0, and so does the first step backward."""
    return _back(dhs, x, np.zeros(h0.shape), np.zeros(c0.shape), params)


def keeps_the_last_made_gradients(dhs, x, h0, c0, params):
    """grads holds the first time step's gradients only: add up over the steps, += and not =."""
    return _back(dhs, x, h0, c0, params, gather=lambda total, part, t: part)


def keeps_the_last_steps_gradients(dhs, x, h0, c0, params):
    """grads holds the last time step's gradients only: add those of every step."""
    T = x.shape[1]
    return _back(dhs, x, h0, c0, params, gather=lambda total, part, t: part if t == T - 1 else total)


def overwrites_the_bias_gradients(dhs, x, h0, c0, params):
    """The weights' gradients are added up over time, the biases' are overwritten: += for both."""
    return _back(dhs, x, h0, c0, params, gather=lambda total, part, t: part if part.ndim == 1 else total + part)


def averages_over_time(dhs, x, h0, c0, params):
    """Your gradients of the parameters are means over time; they are sums, the same parameters work at every step."""
    return _back(dhs, x, h0, c0, params, gather=lambda total, part, t: total + part / x.shape[1])


def averages_over_the_batch(dhs, x, h0, c0, params):
    """Your gradients of the parameters are means over the batch; they are sums (a mean loss brings its own 1/B in dhs)."""
    return _back(dhs, x, h0, c0, params, gather=lambda total, part, t: total + part / len(x))


def averages_over_batch_and_time(dhs, x, h0, c0, params):
    """Your gradients of the parameters are means over batch and time; they are sums over both."""
    return _back(dhs, x, h0, c0, params, gather=lambda total, part, t: total + part / len(x) / x.shape[1])


def returns_zero_for_the_first_states(dhs, x, h0, c0, params):
    """dh0 and dc0 are zero; they are what is left over after the last step back, dh_prev and dc_prev of t = 0."""
    dx, dh0, dc0, grads = _back(dhs, x, h0, c0, params)
    return dx, dh0 * 0, dc0 * 0, grads


def adds_the_first_loss_to_dh0(dhs, x, h0, c0, params):
    """Your dh0 has dhs[:, 0] in it; that belongs to h_1, and h0 has no loss of its own."""
    dx, dh0, dc0, grads = _back(dhs, x, h0, c0, params)
    return dx, dh0 + dhs[:, 0], dc0, grads


def swaps_the_first_states(dhs, x, h0, c0, params):
    """dh0 and dc0 are in each other's place: return (dx, dh0, dc0, grads)."""
    dx, dh0, dc0, grads = _back(dhs, x, h0, c0, params)
    return dx, dc0, dh0, grads


def puts_time_first(dhs, x, h0, c0, params):
    """Your dx has shape (T, B, D); it has the shape of x, (B, T, D): stack along axis 1."""
    dx, *others = _back(dhs, x, h0, c0, params)
    return dx.swapaxes(0, 1), *others


def adds_into_dhs(dhs, x, h0, c0, params):
    """You add to dhs in place, which changes the caller's array: write dh = dhs[:, t] + dh."""
    return _back(dhs, x, h0, c0, params, meet=lambda dhs, t, dh: iadd(dhs[:, t], dh))
