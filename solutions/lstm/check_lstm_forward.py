"""Checks of `lstm_forward`, and the mistakes they recognise (deck 2, "LSTM"; deck 4, "Unrolling")."""

import numpy as np

from autograder.checks import check, expect_answer, expect_contract, expect_follows, expect_steady
from solutions.lstm._inputs import grown, saturating, sequence_args, whole_numbers
from solutions.lstm.reference import lstm_forward as reference
from solutions.lstm.reference import lstm_step as right_step

name = "lstm_forward"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_all_states(lstm_forward, rng):
    """returns (hs, cs), two finite float64 arrays of shape (B, T, H)"""
    args = sequence_args(rng)
    expect_contract(("hs", "cs"), lstm_forward(*args), reference(*args))


@check(points=1)
def keeps_to_its_arguments(lstm_forward, rng):
    """leaves its arguments as they were, and remembers nothing from call to call"""
    expect_steady(lstm_forward, reference, sequence_args(rng), sequence_args(rng))


@check(points=2, public=True)
def carries_both_states(lstm_forward, rng):
    """starts from h0 and c0 and hands h and c from step to step"""
    expect_answer(lstm_forward, reference, *sequence_args(rng, B=2, T=4, D=3, H=5))


@check(points=1)
def takes_any_size(lstm_forward, rng):
    """works for one sample, one step, one feature, one unit, many samples, many steps, whole numbers and inputs of 1000"""
    for B, T, D, H in ((1, 5, 3, 2), (3, 1, 2, 4), (40, 2, 1, 3), (2, 12, 3, 1), (3, 3, 3, 3)):
        expect_answer(lstm_forward, reference, *sequence_args(rng, B, T, D, H))
    whole, large = whole_numbers(*sequence_args(rng)), saturating(*sequence_args(rng, D=1))
    for args in (whole, large, grown(*sequence_args(rng))):
        expect_answer(lstm_forward, reference, *args)


@check(points=1)
def follows_from_your_step(lstm_forward, lstm_step, rng):
    """is right, given what your own lstm_step answers"""
    expect_follows(lstm_forward, reference, _loop, {"step": (lstm_step, right_step)}, *sequence_args(rng, B=3, T=4, D=2, H=5))


# ------------------------------------------------------------------------------------------------ mistakes


def _loop(x, h0, c0, params, step=right_step, carry=lambda h, c, t: (h, c), order=None):
    """The right loop; carry: what the next step is given; order: which steps are taken, and in which order."""
    hs, cs = (np.zeros((*x.shape[:2], h0.shape[1])) for _ in range(2))
    h, c = h0, c0
    for t in range(x.shape[1]) if order is None else order:
        hs[:, t], cs[:, t] = step(x[:, t], h, c, params)
        h, c = carry(hs[:, t], cs[:, t], t)
    return hs, cs


def starts_from_zeros(x, h0, c0, params):
    """You start from zeros; the first step gets h0 and c0. (Reading hs[:, t - 1] at t = 0 does the same: it is still zero.)"""
    return _loop(x, np.zeros(h0.shape), np.zeros(c0.shape), params)


def ignores_h0(x, h0, c0, params):
    """Your first step gets zeros for h; it gets h0."""
    return _loop(x, np.zeros(h0.shape), c0, params)


def ignores_c0(x, h0, c0, params):
    """Your first step gets zeros for c; it gets c0."""
    return _loop(x, h0, np.zeros(c0.shape), params)


def starts_the_cell_from_h0(x, h0, c0, params):
    """Your cell starts as h0; it starts as c0."""
    return _loop(x, h0, h0, params)


def swaps_the_first_states(x, h0, c0, params):
    """You start with h0 and c0 in each other's place: lstm_step takes h first, then c."""
    return _loop(x, c0, h0, params)


def carries_nothing(x, h0, c0, params):
    """Every step starts from h0 and c0 again; each gets the h and c of the step before it."""
    return _loop(x, h0, c0, params, carry=lambda h, c, t: (h0, c0))


def carries_c_only(x, h0, c0, params):
    """Every step gets h0; after the first it is the h of the step before."""
    return _loop(x, h0, c0, params, carry=lambda h, c, t: (h0, c))


def carries_h_only(x, h0, c0, params):
    """Every step gets c0; after the first it is the c of the step before."""
    return _loop(x, h0, c0, params, carry=lambda h, c, t: (h, c0))


def forgets_the_cell(x, h0, c0, params):
    """After the first step your cell starts from zeros each time: hand on c as well as h."""
    return _loop(x, h0, c0, params, carry=lambda h, c, t: (h, np.zeros(c.shape)))


def carries_h_as_both(x, h0, c0, params):
    """You hand h on as the cell too; the next step gets (h, c)."""
    return _loop(x, h0, c0, params, carry=lambda h, c, t: (h, h))


def swaps_the_states_each_step(x, h0, c0, params):
    """You hand h and c on in each other's place: lstm_step returns (h, c) and takes them in that order."""
    return _loop(x, h0, c0, params, carry=lambda h, c, t: (c, h))


def reads_time_backwards(x, h0, c0, params):
    """You begin with the last x and end with the first; time runs from x[:, 0] on."""
    return _loop(x, h0, c0, params, order=reversed(range(x.shape[1])))


def reverses_the_input(x, h0, c0, params):
    """You read x from its end but store the states from the beginning: time runs from x[:, 0] on."""
    return _loop(x[:, ::-1], h0, c0, params)


def reverses_the_answer(x, h0, c0, params):
    """The states are right but stand in reverse: hs[:, 0] belongs to the first step."""
    hs, cs = _loop(x, h0, c0, params)
    return hs[:, ::-1], cs[:, ::-1]


def uses_the_previous_input(x, h0, c0, params):
    """Step t reads x[:, t - 1], so the first step reads the last x: it is x[:, t]."""
    return _loop(np.roll(x, 1, axis=1), h0, c0, params)


def uses_the_first_input_again(x, h0, c0, params):
    """Every step reads x[:, 0]: use x[:, t]."""
    return _loop(np.repeat(x[:, :1], x.shape[1], axis=1), h0, c0, params)


def returns_the_states_before(x, h0, c0, params):
    """You store the states before each step, so that h0 comes first and the last is missing: store what lstm_step returned."""
    hs, cs = _loop(x, h0, c0, params)
    return np.concatenate([h0[:, None], hs[:, :-1]], axis=1), np.concatenate([c0[:, None], cs[:, :-1]], axis=1)


def stops_one_step_early(x, h0, c0, params):
    """The last step is missing: range(T) ends at T - 1 by itself."""
    return _loop(x, h0, c0, params, order=range(x.shape[1] - 1))


def skips_the_first_step(x, h0, c0, params):
    """The first step is missing: range begins at 0, and so does x."""
    return _loop(x, h0, c0, params, order=range(1, x.shape[1]))


def counts_samples_as_steps(x, h0, c0, params):
    """You take as many steps as there are samples: time is x.shape[1], the batch is x.shape[0]."""
    return _loop(x, h0, c0, params, order=range(x.shape[0]))


def reshapes_the_batch_into_time(x, h0, c0, params):
    """You reshape (B, T, D) to (T, B, D), which mixes samples and steps: use transpose, or slice x[:, t]."""
    B, T, D = x.shape
    return _loop(x.reshape(T, B, D).swapaxes(0, 1), h0, c0, params)


def runs_samples_into_each_other(x, h0, c0, params):
    """A sample starts from the last state of the one before it: each starts from its own row of h0 and c0."""
    runs, h, c = [], h0[:1], c0[:1]
    for sample in x:
        hs, cs = _loop(sample[None], h, c, params)
        h, c = hs[:, -1], cs[:, -1]
        runs.append((hs[0], cs[0]))
    return tuple(np.stack(states) for states in zip(*runs, strict=True))


def fills_one_buffer(x, h0, c0, params):
    """All steps hold the last state: the list refers to one array that you overwrite. Store a copy of each."""
    return tuple(np.repeat(states[:, -1:], x.shape[1], axis=1) for states in _loop(x, h0, c0, params))


def truncates_with_whole_h0(x, h0, c0, params):
    """With a whole-number h0 your states are cut to whole numbers: zeros_like takes over the dtype. Use np.zeros(shape)."""
    hs, cs = _loop(x, h0, c0, params)
    return hs.astype(h0.dtype), cs.astype(c0.dtype)


def returns_only_the_last(x, h0, c0, params):
    """You return the states of the last step only; every step's are asked for, shape (B, T, H)."""
    return tuple(states[:, -1] for states in _loop(x, h0, c0, params))


def returns_only_the_last_cell(x, h0, c0, params):
    """hs is right, but cs is the last step's cell only; every step's is asked for, shape (B, T, H)."""
    hs, cs = _loop(x, h0, c0, params)
    return hs, cs[:, -1]


def returns_h_twice(x, h0, c0, params):
    """cs holds the hidden states again: store c there."""
    hs, _ = _loop(x, h0, c0, params)
    return hs, hs


def returns_cells_first(x, h0, c0, params):
    """You return (cs, hs); the order is (hs, cs)."""
    return _loop(x, h0, c0, params)[::-1]


def puts_time_first(x, h0, c0, params):
    """Your states have shape (T, B, H); batch comes first here: stack along axis 1."""
    return tuple(states.swapaxes(0, 1) for states in _loop(x, h0, c0, params))


def overwrites_h0(x, h0, c0, params):
    """You write each new state into h0 and c0, which changes the caller's arrays: use names of your own, h and c."""
    hs, cs = _loop(x, h0, c0, params)
    h0[...], c0[...] = hs[:, -1], cs[:, -1]
    return hs, cs
