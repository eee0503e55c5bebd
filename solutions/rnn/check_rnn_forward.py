"""Checks of `rnn_forward`, and the mistakes they recognise (deck 1, "Simple RNN Unrolled"; deck 4, "Unrolling")."""

import numpy as np

from autograder.checks import Mismatch, check, expect_answer, expect_contract, expect_follows, expect_steady
from autograder.standin import StudentError
from solutions.rnn._inputs import saturating, sequence_args, whole_numbers
from solutions.rnn._loops import at_once, loop
from solutions.rnn._steps import filled
from solutions.rnn.reference import rnn_forward as reference
from solutions.rnn.reference import rnn_step as right_step
from solutions.rnn.reference import split_weights as right_split

name = "rnn_forward"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_all_states(rnn_forward, rng):
    """returns hs, one finite float64 array of shape (B, T, H)"""
    args = sequence_args(rng)
    expect_contract("hs", rnn_forward(*args), reference(*args))


@check(points=1)
def keeps_to_its_arguments(rnn_forward, rng):
    """leaves its arguments as they were, and remembers nothing from call to call"""
    expect_steady(rnn_forward, reference, sequence_args(rng), sequence_args(rng))


@check(points=3, public=True)
def carries_the_state(rnn_forward, rng):
    """starts from h0 and hands h from step to step"""
    for B, T in ((3, 3), (2, 4)):  # as many samples as steps: a loop over samples answers there, and can be told
        expect_answer(rnn_forward, reference, *sequence_args(rng, B, T, D=3, H=4))


@check(points=1)
def goes_on_where_it_stopped(rnn_forward, rng):
    """a sequence in two pieces, the second started from the last state of the first, is the whole sequence"""
    x, h0, W, b = sequence_args(rng, B=3, T=6, D=2, H=4)
    hs = expect_answer(rnn_forward, reference, x[:, :4], h0, W, b)
    expect_answer(rnn_forward, reference, x[:, 4:], hs[:, -1], W, b)


@check(points=2)
def takes_any_size(rnn_forward, rng):
    """works for one sample, step, feature or unit, for many samples, many steps, whole numbers and inputs of 1000"""
    for args in (whole_numbers(*sequence_args(rng, B=3, T=3)), saturating(*sequence_args(rng, D=1))):
        expect_answer(rnn_forward, reference, *args)
    for B, T, D, H in ((1, 5, 3, 2), (3, 1, 2, 4), (40, 2, 1, 3), (2, 30, 3, 1), (3, 3, 3, 3)):
        expect_answer(rnn_forward, reference, *sequence_args(rng, B, T, D, H))


@check(points=2)
def follows_from_yours(rnn_forward, rnn_step, split_weights, rng):
    """is right, given what your own rnn_step, or your own split_weights, answers"""
    args = sequence_args(rng, B=2, T=4, D=3, H=3)
    try:
        expect_follows(rnn_forward, reference, loop, {"step": (rnn_step, right_step)}, *args)
    except (Mismatch, StudentError):
        expect_follows(rnn_forward, reference, at_once, {"split": (split_weights, right_split)}, *args)


# ------------------------------------------------------------------------------------------------ mistakes


def starts_from_zeros(x, h0, W, b):
    """You start from zeros; the first step gets h0. (Reading hs[:, t - 1] at t = 0 does the same: it is still zero.)"""
    return loop(x, 0 * h0, W, b)


def carries_nothing(x, h0, W, b):
    """Every step starts from h0 again; each gets the h of the step before it."""
    return loop(x, h0, W, b, carry=lambda h: h0)


def forgets_between_steps(x, h0, W, b):
    """Every step starts from zeros: that is a feed-forward network. The first gets h0, each other the h before it."""
    return loop(x, 0 * h0, W, b, carry=lambda h: 0 * h)


def carries_zeros_after_the_first_step(x, h0, W, b):
    """After the first step your state is zeros each time: hand on the h of the step before."""
    return loop(x, h0, W, b, carry=lambda h: 0 * h)


def reads_time_backwards(x, h0, W, b):
    """You begin with the last x and end with the first; time runs from x[:, 0] on."""
    return loop(x, h0, W, b, order=reversed(range(x.shape[1])))


def reverses_the_input(x, h0, W, b):
    """You read x from its end but store the states from the beginning: time runs from x[:, 0] on."""
    return loop(x[:, ::-1], h0, W, b)


def reverses_the_answer(x, h0, W, b):
    """The states are right but stand in reverse: hs[:, 0] belongs to the first step."""
    return loop(x, h0, W, b)[:, ::-1]


def uses_the_previous_input(x, h0, W, b):
    """Step t reads x[:, t - 1], so the first step reads the last x: it is x[:, t]."""
    return loop(np.roll(x, 1, axis=1), h0, W, b)


def reads_the_first_input_only(x, h0, W, b):
    """Every step reads x[:, 0]; step t reads x[:, t]."""
    return loop(np.repeat(x[:, :1], x.shape[1], axis=1), h0, W, b)


def returns_the_states_before(x, h0, W, b):
    """hs[:, t] is the state before step t: store h after the step, so that h0 is not in it and the last h is."""
    return np.concatenate([h0[:, None], loop(x, h0, W, b)[:, :-1]], axis=1)


def includes_h0(x, h0, W, b):
    """You return h0 as well; hs holds the T states after the steps, h_1 to h_T."""
    return np.concatenate([h0[:, None], loop(x, h0, W, b)], axis=1)


def puts_h0_in_the_first_place(x, h0, W, b):
    """You store h0 in hs[:, 0] and skip the first input; hs[:, 0] is the state after x[:, 0]."""
    return np.concatenate([h0[:, None], loop(x[:, 1:], h0, W, b)], axis=1)


def skips_the_first_step(x, h0, W, b):
    """Your loop begins at the second step: hs[:, 0] stays zero, and x[:, 0] is never read."""
    return np.concatenate([0.0 * h0[:, None], loop(x[:, 1:], h0, W, b)], axis=1)


def starts_the_second_step_from_zeros(x, h0, W, b):
    """Your loop begins at the second step, from the zeros in hs[:, 0]; the first is a step too: from h0, with x[:, 0]."""
    return np.concatenate([0.0 * h0[:, None], loop(x[:, 1:], 0 * h0, W, b)], axis=1)


def stops_one_step_early(x, h0, W, b):
    """Your loop ends one step early: hs[:, T - 1] stays zero. range(T) counts to T - 1 by itself."""
    return np.concatenate([loop(x[:, :-1], h0, W, b), 0.0 * h0[:, None]], axis=1)


def returns_the_last_state_only(x, h0, W, b):
    """You return the last state; here all of them come back, (B, T, H). (In Keras: return_sequences=True.)"""
    return loop(x, h0, W, b)[:, -1]


def repeats_the_last_state(x, h0, W, b):
    """Every step shows the last state, perhaps since one array is kept T times: store a copy of each h."""
    return np.repeat(loop(x, h0, W, b)[:, -1:], x.shape[1], axis=1)


def returns_the_last_state_as_well(x, h0, W, b):
    """You return two values, as PyTorch does; here it is hs alone, and the last state is hs[:, -1]."""
    hs = loop(x, h0, W, b)
    return hs, hs[:, -1]


def puts_time_first(x, h0, W, b):
    """Your states stand time first, (T, B, H); stack them along axis 1: (B, T, H)."""
    return loop(x, h0, W, b).swapaxes(0, 1)


def loops_over_the_batch(x, h0, W, b):
    """Your loop takes x[t], which is a sample, not a step; step t is x[:, t]."""
    return loop(x.swapaxes(0, 1), h0, W, b).swapaxes(0, 1)


def loops_over_the_batch_and_stores_by_step(x, h0, W, b):
    """Your loop takes x[t], which is a sample, not a step, and stores at hs[:, t]: step t is x[:, t]."""
    return loop(x.swapaxes(0, 1), h0, W, b)


def adds_the_old_state(x, h0, W, b):
    """You add the new state to the old one; the step returns all of the new state, h = rnn_step(...)."""
    return loop(x, h0, W, b, new=lambda h_prev, h: h_prev + h)


def cuts_whole_numbers(x, h0, W, b):
    """With whole numbers as x or h0 your states are cut to whole numbers: make hs with np.zeros and no dtype of theirs."""
    return loop(x, h0, W, b).astype(np.result_type(x, h0))


def writes_into_h0(x, h0, W, b):
    """You compute the states inside h0, which changes the caller's array: h = h0, then h = rnn_step(...) makes new ones."""
    return loop(x, h0, W, b, new=lambda h_prev, h: filled(h0, h))


def keeps_one_array(x, h0, W, b):
    """You compute each state inside h0 and keep this one array T times, so all show the last: make a new h each step."""
    writes_into_h0(x, h0, W, b)
    return np.stack([h0] * x.shape[1], axis=1)
