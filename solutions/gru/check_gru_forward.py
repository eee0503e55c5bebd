"""Checks of `gru_forward`, and the mistakes they recognise (deck 2, "GRU Cell"; deck 4, "Unrolling")."""

import numpy as np

from autograder.checks import check, expect_answer, expect_contract, expect_follows, expect_steady
from solutions.gru._cells import cell, reset_after, swapped
from solutions.gru._inputs import large_state, saturating, sequence_args, whole_numbers
from solutions.gru.reference import gru_forward as reference
from solutions.gru.reference import gru_step as right_step

name = "gru_forward"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_all_states(gru_forward, rng):
    """returns hs, a finite float64 array of shape (B, T, H)"""
    args = sequence_args(rng)
    expect_contract("hs", gru_forward(*args), reference(*args))


@check(points=1)
def keeps_to_its_arguments(gru_forward, rng):
    """leaves its arguments as they were, and remembers nothing from call to call"""
    expect_steady(gru_forward, reference, sequence_args(rng), sequence_args(rng))


@check(points=2, public=True)
def carries_the_state(gru_forward, rng):
    """starts from h0 and hands h from step to step"""
    expect_answer(gru_forward, reference, *sequence_args(rng, B=2, T=4, D=3, H=5))


@check(points=1)
def takes_any_size(gru_forward, rng):
    """works for one sample, one step, one feature, one unit, many samples, many steps, whole numbers and inputs of 1000"""
    for B, T, D, H in ((1, 5, 3, 2), (3, 1, 2, 4), (40, 2, 1, 3), (2, 12, 3, 1), (3, 3, 3, 3)):
        expect_answer(gru_forward, reference, *sequence_args(rng, B, T, D, H))
    whole, large = whole_numbers(*sequence_args(rng)), saturating(*sequence_args(rng, D=1))
    for args in (whole, large, large_state(*sequence_args(rng))):
        expect_answer(gru_forward, reference, *args)


@check(points=1)
def follows_from_your_step(gru_forward, gru_step, rng):
    """is right, given what your own gru_step answers"""
    expect_follows(gru_forward, reference, _loop, {"step": (gru_step, right_step)}, *sequence_args(rng, B=3, T=4, D=2, H=5))


# ------------------------------------------------------------------------------------------------ mistakes


def _loop(x, h0, params, step=right_step, carry=lambda h, t: h, order=None):
    """The right loop; carry: what the next step is given; order: which steps are taken, and in which order."""
    h, hs = h0, np.zeros((*x.shape[:2], h0.shape[1]))
    for t in range(x.shape[1]) if order is None else order:
        hs[:, t] = step(x[:, t], h, params)
        h = carry(hs[:, t], t)
    return hs


def starts_from_zeros(x, h0, params):
    """You start from zeros; the first step gets h0. (Reading hs[:, t - 1] at t = 0 does the same: it is still zero.)"""
    return _loop(x, np.zeros(h0.shape), params)


def carries_nothing(x, h0, params):
    """Every step starts from h0 again; each gets the h of the step before it."""
    return _loop(x, h0, params, carry=lambda h, t: h0)


def starts_every_step_from_zeros(x, h0, params):
    """After the first step the state is zero each time; each step gets the h of the step before it."""
    return _loop(x, h0, params, carry=lambda h, t: h * 0)


def adds_the_old_state_again(x, h0, params):
    """You carry h + h_prev on; the step has mixed the old state in already: carry what it returned."""
    states = [h0]
    for t in range(x.shape[1]):
        states.append(states[-1] + right_step(x[:, t], states[-1], params))
    return np.stack(states[1:], axis=1)


def reads_time_backwards(x, h0, params):
    """You begin with the last x and end with the first; time runs from x[:, 0] on."""
    return _loop(x, h0, params, order=reversed(range(x.shape[1])))


def reverses_the_input(x, h0, params):
    """You read x from its end but store the states from the beginning: time runs from x[:, 0] on."""
    return _loop(x[:, ::-1], h0, params)


def reverses_the_answer(x, h0, params):
    """The states are right but stand in reverse: hs[:, 0] belongs to the first step."""
    return _loop(x, h0, params)[:, ::-1]


def uses_the_previous_input(x, h0, params):
    """Step t reads x[:, t - 1], so the first step reads the last x: it is x[:, t]."""
    return _loop(np.roll(x, 1, axis=1), h0, params)


def uses_the_first_input_again(x, h0, params):
    """Every step reads x[:, 0]: use x[:, t]."""
    return _loop(np.repeat(x[:, :1], x.shape[1], axis=1), h0, params)


def returns_the_states_before(x, h0, params):
    """You store the state before each step, so that h0 comes first and the last is missing: store what gru_step returned."""
    return np.concatenate([h0[:, None], _loop(x, h0, params)[:, :-1]], axis=1)


def returns_h0_as_well(x, h0, params):
    """You return T + 1 states, h0 among them; hs holds those after each step, T of them."""
    return np.concatenate([h0[:, None], _loop(x, h0, params)], axis=1)


def stops_one_step_early(x, h0, params):
    """The last step is missing: range(T) ends at T - 1 by itself."""
    return _loop(x, h0, params, order=range(x.shape[1] - 1))


def skips_the_first_step(x, h0, params):
    """The first step is missing: range begins at 0, and so does x."""
    return _loop(x, h0, params, order=range(1, x.shape[1]))


def counts_samples_as_steps(x, h0, params):
    """You take as many steps as there are samples: time is x.shape[1], the batch is x.shape[0]."""
    return _loop(x, h0, params, order=range(x.shape[0]))


def reshapes_the_batch_into_time(x, h0, params):
    """You reshape (B, T, D) to (T, B, D), which mixes samples and steps: use transpose, or slice x[:, t]."""
    B, T, D = x.shape
    return _loop(x.reshape(T, B, D).swapaxes(0, 1), h0, params)


def runs_samples_into_each_other(x, h0, params):
    """A sample starts from the last state of the one before it: each starts from its own row of h0."""
    runs, h = [], h0[:1]
    for sample in x:
        runs.append(_loop(sample[None], h, params))
        h = runs[-1][:, -1]
    return np.concatenate(runs)


def fills_one_buffer(x, h0, params):
    """All steps hold the last state: the list refers to one array that you overwrite. Store a copy of each."""
    return np.repeat(_loop(x, h0, params)[:, -1:], x.shape[1], axis=1)


def truncates_with_whole_h0(x, h0, params):
    """With whole-number x and h0 your states are cut to whole numbers: zeros_like keeps the dtype. Use np.zeros(shape)."""
    return _loop(x, h0, params).astype(h0.dtype)


def returns_only_the_last(x, h0, params):
    """You return the state of the last step only; every step's is asked for, shape (B, T, H)."""
    return _loop(x, h0, params)[:, -1]


def puts_time_first(x, h0, params):
    """Your hs has shape (T, B, H); it is batch first, (B, T, H): stack along axis 1."""
    return _loop(x, h0, params).swapaxes(0, 1)


def writes_into_h0(x, h0, params):
    """You keep the state in h0 itself, which changes the caller's array: h = gru_step(...), not h0[:] = ..."""
    hs = _loop(x, h0, params)
    h0[...] = hs[:, -1]
    return hs


def swaps_keep_and_store(x, h0, params):
    """You mix as Keras and PyTorch do, z * h + (1 - z) * h~; the slides have (1 - z) * h + z * h~."""
    return _loop(x, h0, params, step=lambda *args: cell(*args, mix=swapped))


def resets_after_the_product(x, h0, params):
    """You multiply by r after the product, r * (h @ W), as Keras does by default; here before it: [r * h, x] @ W_h."""
    return _loop(x, h0, params, step=lambda *args: cell(*args, inner=reset_after))


def is_the_default_of_keras(x, h0, params):
    """That is the default cell of Keras and PyTorch: reset before the product, and mix (1 - z) * h + z * h~."""
    return _loop(x, h0, params, step=lambda *args: cell(*args, inner=reset_after, mix=swapped))
