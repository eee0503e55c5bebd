"""Checks of `split_weights`, and the mistakes they recognise (deck 4, "Updating the Hidden State")."""

import numpy as np

from autograder.checks import check, expect_answer, expect_close, expect_contract, expect_unchanged
from solutions.rnn._inputs import draw_weights, step_args
from solutions.rnn.reference import split_weights as reference

name = "split_weights"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_two_matrices(split_weights, rng):
    """returns (W_hh, W_xh), of shapes (H, H) and (D, H)"""
    W, b = draw_weights(rng, D=2, H=3)
    expect_contract(("W_hh", "W_xh"), split_weights(W, b.size), reference(W, b.size))


@check(points=1)
def the_notations_agree(split_weights, rng):
    """h @ W_hh + x @ W_xh is [h, x] @ W, and W stays as it was"""
    for H in (4, 3):
        x, h, W, _ = step_args(rng, D=3, H=H)
        W_hh, W_xh = split_weights(W, H)
        expect_contract(("W_hh", "W_xh"), (W_hh, W_xh), reference(W, H))
        expect_close("h @ W_hh + x @ W_xh", h @ W_hh + x @ W_xh, np.hstack([h, x]) @ W)
    expect_unchanged(split_weights)


@check(points=1, public=True)
def splits_the_rows(split_weights, rng):
    """W_hh holds the rows that meet h, W_xh those that meet x"""
    expect_answer(split_weights, reference, draw_weights(rng, D=6, H=2)[0], 2)


@check(points=1)
def takes_any_size(split_weights, rng):
    """works for one feature, one unit, as many features as units, and many of both"""
    for D, H in ((1, 1), (1, 4), (5, 1), (3, 3), (20, 30), (4, 2), (2, 3)):
        expect_answer(split_weights, reference, draw_weights(rng, D, H)[0], H)


# ------------------------------------------------------------------------------------------------ mistakes


def takes_the_first_rows_for_x(W, hidden_size):
    """You take the first D rows for x; the first H rows meet h, as h stands first in [h, x]."""
    D = len(W) - hidden_size
    return W[D:], W[:D]


def swaps_the_parts(W, hidden_size):
    """The parts are right, their order is not: return (W_hh, W_xh)."""
    return W[hidden_size:], W[:hidden_size]


def cuts_after_d_rows(W, hidden_size):
    """You cut after D rows; the first part meets h, so it has H rows: cut after hidden_size."""
    return W[:-hidden_size], W[-hidden_size:]


def transposes_both(W, hidden_size):
    """Your parts stand transposed; deck 4's transpose is for samples as columns. Ours are rows: cut W as it is."""
    return W[:hidden_size].T, W[hidden_size:].T


def transposes_the_recurrent_part(W, hidden_size):
    """Your W_hh stands transposed; it is W[:H] as it is."""
    return W[:hidden_size].T, W[hidden_size:]


def transposes_the_input_part(W, hidden_size):
    """Your W_xh stands transposed; it is W[H:] as it is."""
    return W[:hidden_size], W[hidden_size:].T


def cuts_in_the_middle(W, hidden_size):
    """You cut W in the middle, which is right only if D is H: cut after hidden_size rows."""
    return W[: len(W) // 2], W[len(W) // 2 :]


def cuts_one_row_early(W, hidden_size):
    """You cut one row too early: W[:H] holds rows 0 to H - 1, without a - 1."""
    return W[: hidden_size - 1], W[hidden_size - 1 :]


def leaves_the_rest_together(W, hidden_size):
    """Your W_xh still holds the rows for h: it is W[H:]."""
    return W[:hidden_size], W
