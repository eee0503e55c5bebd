"""Checks of `gru_backward`, and the mistakes they recognise (deck 2, "BPTT"; deck 3, "Training")."""

from operator import iadd

import numpy as np

from autograder.checks import check, expect_answer, expect_close, expect_contract, expect_follows, expect_steady
from solutions.gru._cells import cell, reset_after, slopes, swapped
from solutions.gru._inputs import large_state, saturating, sequence_args, steep, upstreams, whole_numbers
from solutions.gru.reference import gru_backward as reference
from solutions.gru.reference import gru_forward as right_forward
from solutions.gru.reference import gru_step_backward as right_step

name = "gru_backward"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_three_gradients(gru_backward, rng):
    """returns (dx, dh0, grads), finite float64 arrays with the shapes of x, h0 and params"""
    args = upstreams(rng, *sequence_args(rng, B=3, T=4, D=5, H=2))
    expect_contract(("dx", "dh0", "grads"), gru_backward(*args), reference(*args))


@check(points=1)
def keeps_to_its_arguments(gru_backward, rng):
    """leaves its arguments as they were, and remembers nothing from call to call"""
    expect_steady(gru_backward, reference, upstreams(rng, *sequence_args(rng)), upstreams(rng, *sequence_args(rng)))


@check(points=1)
def reaches_the_start(gru_backward, rng):
    """dx and dh0 are right, also if the loss sees the last step only"""
    dhs, *sequence = upstreams(rng, *sequence_args(rng, B=2, T=4, D=3, H=5))
    last = dhs * (np.arange(4) == 3)[:, None]
    for args in ((dhs, *sequence), (last, *sequence)):
        dx, dh0, _ = gru_backward(*args)
        expect_close(("dx", "dh0"), (dx, dh0), reference(*args)[:2])


@check(points=2, public=True)
def flows_back_through_time(gru_backward, rng):
    """all three gradients are right, those of the parameters summed over batch and time"""
    expect_answer(gru_backward, reference, *upstreams(rng, *sequence_args(rng, B=3, T=4, D=5, H=2)))


@check(points=1)
def takes_any_size(gru_backward, rng):
    """works for one sample, one step, one feature, one unit, many samples, many steps, and whole numbers"""
    for B, T, D, H in ((1, 4, 3, 2), (3, 1, 2, 4), (30, 2, 1, 3), (2, 12, 3, 1), (3, 3, 3, 3)):
        expect_answer(gru_backward, reference, *upstreams(rng, *sequence_args(rng, B, T, D, H)))
    expect_answer(gru_backward, reference, *whole_numbers(*upstreams(rng, *sequence_args(rng))))


@check(points=1)
def survives_large_numbers(gru_backward, rng):
    """stays finite and exact where gates saturate, at inputs of 1000, where the state is large, and where slopes bend"""
    for sequence in (saturating(*sequence_args(rng, D=1)), steep(*sequence_args(rng)), large_state(*sequence_args(rng))):
        expect_answer(gru_backward, reference, *upstreams(rng, *sequence))


@check(points=1)
def follows_from_your_functions(gru_backward, gru_forward, gru_step_backward, rng):
    """is right, given what your own gru_forward and gru_step_backward answer"""
    own = {"forward": (gru_forward, right_forward), "step": (gru_step_backward, right_step)}
    expect_follows(gru_backward, reference, _back, own, *upstreams(rng, *sequence_args(rng, B=3, T=4, D=2, H=5)))


# ------------------------------------------------------------------------------------------------ mistakes


def _back(dhs, x, h0, params, *, forward=right_forward, step=right_step, order=None,
          meet=lambda dhs, t, dh: dhs[:, t] + dh, back=lambda dh: dh,
          before=lambda hs, t, h0: hs[:, t - 1] if t else h0, gather=lambda total, part, t: total + part):
    """The right loop; each mistake below replaces one part of it.

    back: what a step is sent by the one after it; meet: all of dh; before: the state a step starts from.
    """
    hs = forward(x, h0, params)
    dx, dh = np.zeros(x.shape), np.zeros(h0.shape)
    grads = {key: np.zeros(value.shape) for key, value in params.items()}
    for t in reversed(range(x.shape[1])) if order is None else order:
        dx[:, t], dh, part = step(meet(dhs, t, back(dh)), x[:, t], before(hs, t, h0), params)
        grads = {key: gather(grads[key], part[key], t) for key in grads}
    return dx, dh, grads


def _of_another_cell(dhs, x, h0, params, **parts):
    """The right loop over a cell with other parts."""
    def forward(x, h0, params):
        states = [h0]
        for t in range(x.shape[1]):
            states.append(cell(x[:, t], states[-1], params, **parts))
        return np.stack(states[1:], axis=1)

    return _back(dhs, x, h0, params, forward=forward, step=lambda *args: slopes(*args, lambda *step: cell(*step, **parts)))


def cuts_dh(dhs, x, h0, params):
    """What step t+1 sends back to h_t is lost: the step gets dhs[:, t] + dh. (Or you overwrite dh with dhs[:, t].)"""
    return _back(dhs, x, h0, params, back=lambda dh: dh * 0)


def subtracts_what_comes_back(dhs, x, h0, params):
    """You take the difference of dhs[:, t] and what step t+1 sends back; where paths meet, gradients add up."""
    return _back(dhs, x, h0, params, back=lambda dh: -dh)


def starts_with_the_last_loss_only(dhs, x, h0, params):
    """Only the last row of dhs is used; every h_t has its own part in the loss: add dhs[:, t] at each step."""
    return _back(dhs * (np.arange(x.shape[1]) == x.shape[1] - 1)[:, None], x, h0, params)


def adds_the_same_loss_each_step(dhs, x, h0, params):
    """Every step adds the last row of dhs; step t adds dhs[:, t]."""
    return _back(dhs, x, h0, params, meet=lambda dhs, t, dh: dhs[:, -1] + dh)


def reads_dhs_in_reverse(dhs, x, h0, params):
    """You go back through x but forward through dhs: step t adds dhs[:, t]."""
    return _back(dhs[:, ::-1], x, h0, params)


def goes_forward_in_time(dhs, x, h0, params):
    """You begin with the first step; gradients flow from the last step to the first: reversed(range(T))."""
    return _back(dhs, x, h0, params, order=range(x.shape[1]))


def stops_before_the_first_step(dhs, x, h0, params):
    """The first step is missing: range(T - 1, -1, -1) ends at 0."""
    return _back(dhs, x, h0, params, order=range(x.shape[1] - 1, 0, -1))


def skips_the_last_step(dhs, x, h0, params):
    """The last step is missing: going back begins at T - 1."""
    return _back(dhs, x, h0, params, order=range(x.shape[1] - 2, -1, -1))


def leaves_dx_in_reverse(dhs, x, h0, params):
    """dx stands in the order in which you made it, last step first: turn it round."""
    dx, *others = _back(dhs, x, h0, params)
    return dx[:, ::-1], *others


def uses_the_states_after(dhs, x, h0, params):
    """Step t is given hs[:, t], its own answer; it started from that at t - 1."""
    return _back(dhs, x, h0, params, before=lambda hs, t, h0: hs[:, t])


def wraps_around_at_the_first_step(dhs, x, h0, params):
    """At t = 0, hs[:, t - 1] is the last state; the first step started from h0."""
    return _back(dhs, x, h0, params, before=lambda hs, t, h0: hs[:, t - 1])


def takes_zeros_before_the_first_step(dhs, x, h0, params):
    """At t = 0 you give the step zeros for the state before it; it is h0."""
    return _back(dhs, x, h0, params, before=lambda hs, t, h0: hs[:, t - 1] if t else np.zeros(h0.shape))


def runs_forward_from_zeros(dhs, x, h0, params):
    """Your forward pass starts from zeros; it starts from h0, and so does the first step backward."""
    return _back(dhs, x, np.zeros(h0.shape), params)


def keeps_the_last_made_gradients(dhs, x, h0, params):
    """grads holds the first time step's gradients only: add up over the steps, += and not =."""
    return _back(dhs, x, h0, params, gather=lambda total, part, t: part)


def keeps_the_last_steps_gradients(dhs, x, h0, params):
    """grads holds the last time step's gradients only: add those of every step."""
    return _back(dhs, x, h0, params, gather=lambda total, part, t: part if t == x.shape[1] - 1 else total)


def overwrites_the_bias_gradients(dhs, x, h0, params):
    """The weights' gradients are added up over time, the biases' are overwritten: += for both."""
    return _back(dhs, x, h0, params, gather=lambda total, part, t: part if part.ndim == 1 else total + part)


def averages_over_time(dhs, x, h0, params):
    """Your gradients of the parameters are means over time; they are sums, the same parameters work at every step."""
    return _back(dhs, x, h0, params, gather=lambda total, part, t: total + part / x.shape[1])


def averages_over_the_batch(dhs, x, h0, params):
    """Your gradients of the parameters are means over the batch; they are sums (a mean loss brings its own 1/B in dhs)."""
    return _back(dhs, x, h0, params, gather=lambda total, part, t: total + part / len(x))


def averages_over_batch_and_time(dhs, x, h0, params):
    """Your gradients of the parameters are means over batch and time; they are sums over both."""
    return _back(dhs, x, h0, params, gather=lambda total, part, t: total + part / len(x) / x.shape[1])


def returns_zero_for_the_first_state(dhs, x, h0, params):
    """dh0 is zero; it is what is left over after the last step back, dh_prev of t = 0."""
    dx, dh0, grads = _back(dhs, x, h0, params)
    return dx, dh0 * 0, grads


def adds_the_first_loss_to_dh0(dhs, x, h0, params):
    """Your dh0 has dhs[:, 0] in it; that belongs to h_1, and h0 has no loss of its own."""
    dx, dh0, grads = _back(dhs, x, h0, params)
    return dx, dh0 + dhs[:, 0], grads


def puts_time_first(dhs, x, h0, params):
    """Your dx has shape (T, B, D); it has the shape of x, (B, T, D): stack along axis 1."""
    dx, *others = _back(dhs, x, h0, params)
    return dx.swapaxes(0, 1), *others


def adds_into_dhs(dhs, x, h0, params):
    """You add to dhs in place, which changes the caller's array: write dh = dhs[:, t] + dh."""
    return _back(dhs, x, h0, params, meet=lambda dhs, t, dh: iadd(dhs[:, t], dh))


def differentiates_the_swapped_mix(dhs, x, h0, params):
    """These are the gradients of z * h_prev + (1 - z) * h~, Keras's mix; the slides' is (1 - z) * h_prev + z * h~."""
    return _of_another_cell(dhs, x, h0, params, mix=swapped)


def differentiates_the_default_of_keras(dhs, x, h0, params):
    """These are the gradients of Keras's default cell: reset before the product, and mix (1 - z) * h_prev + z * h~."""
    return _of_another_cell(dhs, x, h0, params, inner=reset_after, mix=swapped)
