"""Checks of `bidirectional_rnn`, and the mistakes they recognise (deck 1, "Bidirectional RNN")."""

import numpy as np

from autograder.checks import check, expect_answer, expect_close, expect_contract, expect_follows, expect_steady
from solutions.rnn._inputs import both_ways_args, saturating, whole_numbers
from solutions.rnn._steps import filled
from solutions.rnn.reference import bidirectional_rnn as reference
from solutions.rnn.reference import rnn_forward as right_forward

name = "bidirectional_rnn"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_two_halves(bidirectional_rnn, rng):
    """returns hs, one finite float64 array of shape (B, T, 2H)"""
    args = both_ways_args(rng)
    expect_contract("hs", bidirectional_rnn(*args), reference(*args))


@check(points=1)
def keeps_to_its_arguments(bidirectional_rnn, rng):
    """leaves its arguments as they were, and remembers nothing from call to call"""
    expect_steady(bidirectional_rnn, reference, both_ways_args(rng), both_ways_args(rng))


@check(points=1)
def read_from_the_other_end(bidirectional_rnn, rng):
    """with x reversed and the two networks exchanged, the halves change places and stand reversed"""
    x, h0_forward, h0_backward, forward, backward = both_ways_args(rng, B=3, T=4, D=2, H=3)
    hs = expect_answer(bidirectional_rnn, reference, x, h0_forward, h0_backward, forward, backward)
    mirrored = bidirectional_rnn(x[:, ::-1].copy(), h0_backward, h0_forward, backward, forward)
    expect_close("hs", mirrored, np.concatenate([hs[:, ::-1, 3:], hs[:, ::-1, :3]], axis=2))


@check(points=3, public=True)
def reads_both_ways(bidirectional_rnn, rng):
    """the forward half has read x_1 to x_t, the backward half x_T back to x_t"""
    expect_answer(bidirectional_rnn, reference, *both_ways_args(rng, B=2, T=4, D=3, H=2))


@check(points=1)
def takes_any_size(bidirectional_rnn, rng):
    """works for one sample, step, feature or unit, for many samples, many steps, whole numbers and inputs of 1000"""
    for B, T, D, H in ((1, 5, 3, 2), (3, 1, 2, 4), (40, 2, 1, 3), (2, 30, 3, 1), (3, 3, 3, 3)):
        expect_answer(bidirectional_rnn, reference, *both_ways_args(rng, B, T, D, H))
    expect_answer(bidirectional_rnn, reference, *whole_numbers(*both_ways_args(rng), states=2))
    x, h0_forward, h0_backward, forward, backward = both_ways_args(rng, D=1)
    large, _, *forward = saturating(x, h0_forward, *forward)
    _, _, *backward = saturating(x, h0_backward, *backward)
    expect_answer(bidirectional_rnn, reference, large, h0_forward, h0_backward, tuple(forward), tuple(backward))


@check(points=2)
def follows_from_your_forward(bidirectional_rnn, rnn_forward, rng):
    """is right, given what your own rnn_forward answers"""
    own = {"run": (rnn_forward, right_forward)}
    expect_follows(bidirectional_rnn, reference, _both_ways, own, *both_ways_args(rng, B=3, T=4, D=2, H=5))


# ------------------------------------------------------------------------------------------------ mistakes


def _same(values):
    return values


def _back(values):
    return values[:, ::-1]


def _both_ways(x, h0_forward, h0_backward, forward, backward, run=right_forward, turn=_back, turn_back=_back,
               join=lambda ours, theirs: np.concatenate([ours, theirs], axis=2)):
    """turn, turn_back: what the backward network reads, and what becomes of its states; join: the halves to the answer."""
    return join(run(x, h0_forward, *forward), turn_back(run(turn(x), h0_backward, *backward)))


def leaves_the_backward_half_reversed(x, h0_forward, h0_backward, forward, backward):
    """Your backward half stands in the order it was computed; turn it round again, so that place t belongs to x_t."""
    return _both_ways(x, h0_forward, h0_backward, forward, backward, turn_back=_same)


def reads_forward_twice(x, h0_forward, h0_backward, forward, backward):
    """Your second network reads x forward too; it reads x reversed in time, x[:, ::-1]."""
    return _both_ways(x, h0_forward, h0_backward, forward, backward, turn=_same, turn_back=_same)


def reverses_the_output_only(x, h0_forward, h0_backward, forward, backward):
    """Your second network reads x forward, and its output is reversed; x is reversed before, the output after."""
    return _both_ways(x, h0_forward, h0_backward, forward, backward, turn=_same)


def reverses_the_features(x, h0_forward, h0_backward, forward, backward):
    """You reverse the features, the last axis; time is axis 1: x[:, ::-1]."""
    return _both_ways(x, h0_forward, h0_backward, forward, backward, turn=lambda x: x[..., ::-1], turn_back=_same)


def reverses_features_and_units(x, h0_forward, h0_backward, forward, backward):
    """You reverse the last axis, of x and of the states; time is axis 1: x[:, ::-1]."""
    turn = turn_back = lambda values: values[..., ::-1]
    return _both_ways(x, h0_forward, h0_backward, forward, backward, turn=turn, turn_back=turn_back)


def reverses_features_for_time(x, h0_forward, h0_backward, forward, backward):
    """You reverse the features of x, its last axis; time is axis 1, as in your output: x[:, ::-1]."""
    return _both_ways(x, h0_forward, h0_backward, forward, backward, turn=lambda x: x[..., ::-1])


def reverses_the_batch(x, h0_forward, h0_backward, forward, backward):
    """You reverse the samples, x[::-1]; time is axis 1: x[:, ::-1]."""
    return _both_ways(x, h0_forward, h0_backward, forward, backward, turn=lambda x: x[::-1], turn_back=lambda h: h[::-1])


def reverses_every_axis(x, h0_forward, h0_backward, forward, backward):
    """You reverse every axis (np.flip without one); only time is turned, axis 1: x[:, ::-1]."""
    return _both_ways(x, h0_forward, h0_backward, forward, backward, turn=np.flip, turn_back=np.flip)


def shares_the_weights(x, h0_forward, h0_backward, forward, backward):
    """Both your networks use the forward weights; the second has its own, backward."""
    return _both_ways(x, h0_forward, h0_backward, forward, forward)


def uses_the_backward_weights_twice(x, h0_forward, h0_backward, forward, backward):
    """Both your networks use the backward weights; the first has its own, forward."""
    return _both_ways(x, h0_forward, h0_backward, backward, backward)


def swaps_the_weights(x, h0_forward, h0_backward, forward, backward):
    """The weights are in each other's place: forward = (W, b) reads from x_1 on, backward from x_T back."""
    return _both_ways(x, h0_forward, h0_backward, backward, forward)


def shares_the_first_state(x, h0_forward, h0_backward, forward, backward):
    """Both your networks start from h0_forward; the second starts, at x_T, from h0_backward."""
    return _both_ways(x, h0_forward, h0_forward, forward, backward)


def swaps_the_first_states(x, h0_forward, h0_backward, forward, backward):
    """h0_forward and h0_backward are in each other's place."""
    return _both_ways(x, h0_backward, h0_forward, forward, backward)


def starts_from_zeros(x, h0_forward, h0_backward, forward, backward):
    """Your networks start from zeros; they start from h0_forward and h0_backward."""
    return _both_ways(x, 0 * h0_forward, 0 * h0_backward, forward, backward)


def starts_the_second_from_zeros(x, h0_forward, h0_backward, forward, backward):
    """Your backward network starts from zeros; it starts, at x_T, from h0_backward."""
    return _both_ways(x, h0_forward, 0 * h0_backward, forward, backward)


def starts_the_second_where_the_first_ended(x, h0_forward, h0_backward, forward, backward):
    """Your backward network starts from the last forward state; the two are independent: it starts from h0_backward."""
    return _both_ways(x, h0_forward, right_forward(x, h0_forward, *forward)[:, -1], forward, backward)


def puts_the_backward_half_first(x, h0_forward, h0_backward, forward, backward):
    """The halves are in each other's place: the forward half comes first."""
    return _both_ways(x, h0_forward, h0_backward, forward, backward, join=lambda a, b: np.concatenate([b, a], axis=2))


def adds_the_halves(x, h0_forward, h0_backward, forward, backward):
    """You add the two halves (in Keras: merge_mode="sum"); they stand side by side: (B, T, 2H)."""
    return _both_ways(x, h0_forward, h0_backward, forward, backward, join=lambda a, b: a + b)


def averages_the_halves(x, h0_forward, h0_backward, forward, backward):
    """You average the two halves (in Keras: merge_mode="ave"); they stand side by side: (B, T, 2H)."""
    return _both_ways(x, h0_forward, h0_backward, forward, backward, join=lambda a, b: (a + b) / 2)


def multiplies_the_halves(x, h0_forward, h0_backward, forward, backward):
    """You multiply the two halves (in Keras: merge_mode="mul"); they stand side by side: (B, T, 2H)."""
    return _both_ways(x, h0_forward, h0_backward, forward, backward, join=lambda a, b: a * b)


def joins_along_time(x, h0_forward, h0_backward, forward, backward):
    """You join the halves along time; they stand side by side, along the last axis: (B, T, 2H)."""
    return _both_ways(x, h0_forward, h0_backward, forward, backward, join=lambda a, b: np.concatenate([a, b], axis=1))


def joins_along_the_batch(x, h0_forward, h0_backward, forward, backward):
    """You join the halves along the batch; they stand side by side, along the last axis: (B, T, 2H)."""
    return _both_ways(x, h0_forward, h0_backward, forward, backward, join=lambda a, b: np.concatenate([a, b]))


def stacks_the_halves(x, h0_forward, h0_backward, forward, backward):
    """You give the halves an axis of their own (np.stack); join them along the last one: (B, T, 2H)."""
    return _both_ways(x, h0_forward, h0_backward, forward, backward, join=lambda a, b: np.stack([a, b], axis=2))


def interleaves_the_halves(x, h0_forward, h0_backward, forward, backward):
    """Units of the two halves alternate; all H of the forward half come first, then those of the backward half."""
    hs = _both_ways(x, h0_forward, h0_backward, forward, backward, join=lambda a, b: np.stack([a, b], axis=3))
    return hs.reshape(*x.shape[:2], -1)


def returns_the_halves_apart(x, h0_forward, h0_backward, forward, backward):
    """You return two arrays (in Keras: merge_mode=None); join them along the last axis: (B, T, 2H)."""
    return _both_ways(x, h0_forward, h0_backward, forward, backward, join=lambda a, b: (a, b))


def returns_the_last_states_only(x, h0_forward, h0_backward, forward, backward):
    """You return the last state of each network; all steps come back: (B, T, 2H). (In Keras: return_sequences=True.)"""
    return _both_ways(x, h0_forward, h0_backward, forward, backward, join=lambda a, b: np.hstack([a[:, -1], b[:, 0]]))


def returns_the_states_of_the_last_step_only(x, h0_forward, h0_backward, forward, backward):
    """You return the states at x_T only; all steps come back: (B, T, 2H)."""
    return _both_ways(x, h0_forward, h0_backward, forward, backward, join=lambda a, b: np.hstack([a[:, -1], b[:, -1]]))


def cuts_whole_numbers(x, h0_forward, h0_backward, forward, backward):
    """With whole numbers as x or h0 your states are cut to whole numbers: make hs with np.zeros and no dtype of theirs."""
    return _both_ways(x, h0_forward, h0_backward, forward, backward).astype(x.dtype)


def turns_x_in_place(x, h0_forward, h0_backward, forward, backward):
    """You reverse x in place, which changes the caller's array: x[:, ::-1] reads it from its end without."""
    hs = _both_ways(x, h0_forward, h0_backward, forward, backward)
    filled(x, x[:, ::-1].copy())
    return hs
