"""Checks of `gru_step`, and the mistakes they recognise (deck 2, "Gated Recurrent Unit (GRU)")."""

from operator import iadd, imul

import numpy as np

from autograder.checks import check, expect_answer, expect_close, expect_contract, expect_steady
from solutions.gru._cells import cell, reset_after, reset_after_bias, swapped
from solutions.gru._inputs import large_state, saturating, step_args, whole_numbers
from solutions.gru.reference import gru_step as reference
from solutions.gru.reference import sigmoid

name = "gru_step"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_a_state(gru_step, rng):
    """returns h, a finite float64 array of shape (B, H)"""
    args = step_args(rng)
    expect_contract("h", gru_step(*args), reference(*args))


@check(points=1)
def keeps_to_its_arguments(gru_step, rng):
    """leaves its arguments as they were, and remembers nothing from call to call"""
    expect_steady(gru_step, reference, step_args(rng), step_args(rng))


@check(points=1)
def keeps_the_state(gru_step, rng):
    """a shut update gate leaves the state unchanged, whatever the reset gate does"""
    for b_r in (50, -50):
        x, h_prev, params = step_args(rng, B=2, D=3, H=5, b_z=-50, b_r=b_r)
        expect_close("h", gru_step(x, h_prev, params), h_prev)


@check(points=1)
def replaces_the_state(gru_step, rng):
    """an open update gate puts the candidate in the state's place; a shut reset gate hides the old state from it"""
    for b_r, part in ((50, 1), (-50, 0)):
        x, h_prev, params = step_args(rng, B=2, D=3, H=5, b_z=50, b_r=b_r)
        seen = np.hstack([part * h_prev, x])
        expect_close("h", gru_step(x, h_prev, params), np.tanh(seen @ params["W_h"] + params["b_h"]))


@check(points=3, public=True)
def follows_the_equations(gru_step, rng):
    """h is what the four equations say"""
    expect_answer(gru_step, reference, *step_args(rng, B=2, D=3, H=4))


@check(points=1)
def takes_any_size(gru_step, rng):
    """works for one sample, one feature, one unit, many samples, and whole numbers"""
    for B, D, H in ((1, 4, 2), (150, 1, 3), (3, 3, 3), (2, 9, 1)):
        expect_answer(gru_step, reference, *step_args(rng, B, D, H))
    expect_answer(gru_step, reference, *whole_numbers(*step_args(rng)))


@check(points=1)
def survives_large_numbers(gru_step, rng):
    """stays finite and right where gates saturate, at inputs of 1000, and where the state is large"""
    expect_answer(gru_step, reference, *saturating(*step_args(rng, D=1)))
    expect_answer(gru_step, reference, *large_state(*step_args(rng)))


# ------------------------------------------------------------------------------------------------ mistakes


def swaps_keep_and_store(x, h_prev, params):
    """You mix z * h_prev + (1 - z) * h~ as Keras and PyTorch do (or z is sigmoid(-a)); here (1 - z) * h_prev + z * h~."""
    return cell(x, h_prev, params, mix=swapped)


def resets_after_the_product(x, h_prev, params):
    """You multiply by r after the product, r * (h_prev @ W), as Keras by default; here before it: [r * h_prev, x] @ W_h."""
    return cell(x, h_prev, params, inner=reset_after)


def resets_after_the_product_and_swaps(x, h_prev, params):
    """That is the default cell of Keras and PyTorch: reset before the product, and mix (1 - z) * h_prev + z * h~."""
    return cell(x, h_prev, params, inner=reset_after, mix=swapped)


def resets_the_bias_too(x, h_prev, params):
    """You compute r * (h_prev @ W + b_h): reset h_prev alone, and before the product: [r * h_prev, x] @ W_h + b_h."""
    return cell(x, h_prev, params, inner=reset_after_bias)


def resets_the_input_too(x, h_prev, params):
    """Your reset gate also scales what comes from x: it scales h_prev alone, [r * h_prev, x]."""
    return cell(x, h_prev, params, inner=lambda v: v.r * (v.h @ v.W_hh + v.x @ v.W_xh) + v.b)


def resets_all_of_the_candidate(x, h_prev, params):
    """You multiply the whole pre-activation of the candidate by r; it scales h_prev alone, [r * h_prev, x]."""
    return cell(x, h_prev, params, inner=lambda v: v.r * (v.h @ v.W_hh + v.x @ v.W_xh + v.b))


def resets_the_finished_candidate(x, h_prev, params):
    """You multiply h~ by r; the reset gate scales h_prev alone, inside the tanh: tanh([r * h_prev, x] @ W_h + b_h)."""
    return cell(x, h_prev, params, inner=lambda v: v.h @ v.W_hh + v.x @ v.W_xh + v.b,
                mix=lambda v: (1 - v.z) * v.h + v.z * v.r * v.C)


def never_resets(x, h_prev, params):
    """Your reset gate is not used: the candidate sees [r * h_prev, x], not [h_prev, x]."""
    return cell(x, h_prev, params, inner=lambda v: v.h @ v.W_hh + v.x @ v.W_xh + v.b)


def keeps_the_reset_state(x, h_prev, params):
    """You mix r * h_prev into the new state; only the candidate sees the reset state: (1 - z) * h_prev + z * h~."""
    return cell(x, h_prev, params, mix=lambda v: (1 - v.z) * v.r * v.h + v.z * v.C)


def keeps_by_the_reset_gate(x, h_prev, params):
    """You compute r * h_prev + z * h~; what is kept is 1 - z: (1 - z) * h_prev + z * h~."""
    return cell(x, h_prev, params, mix=lambda v: v.r * v.h + v.z * v.C)


def keeps_everything(x, h_prev, params):
    """You add z * h~ to all of h_prev; what is stored replaces something: (1 - z) * h_prev + z * h~."""
    return cell(x, h_prev, params, mix=lambda v: v.h + v.z * v.C)


def stores_everything(x, h_prev, params):
    """Your candidate is added whole; the update gate scales it: (1 - z) * h_prev + z * h~."""
    return cell(x, h_prev, params, mix=lambda v: (1 - v.z) * v.h + v.C)


def keeps_nothing(x, h_prev, params):
    """You return z * h~; the part of the old state is missing: (1 - z) * h_prev + z * h~."""
    return cell(x, h_prev, params, mix=lambda v: v.z * v.C)


def returns_the_candidate(x, h_prev, params):
    """You return the candidate; the new state is a mix: (1 - z) * h_prev + z * h~."""
    return cell(x, h_prev, params, mix=lambda v: v.C)


def squashes_the_new_state(x, h_prev, params):
    """You squash the new state; only the candidate has a tanh, the mix has none."""
    return cell(x, h_prev, params, mix=lambda v: np.tanh((1 - v.z) * v.h + v.z * v.C))


def swaps_the_gates(x, h_prev, params):
    """W_z, b_z and W_r, b_r are swapped: z mixes the new state, r scales what the candidate sees."""
    return cell(x, h_prev, params, networks="rzh")


def resets_with_the_update_gate(x, h_prev, params):
    """The candidate sees z * h_prev, or r is made with W_z and b_z: the reset gate has weights of its own, W_r and b_r."""
    return cell(x, h_prev, params, networks="zzh")


def updates_with_the_reset_gate(x, h_prev, params):
    """You mix with r, or z is made with W_r and b_r: the update gate has weights of its own, W_z and b_z."""
    return cell(x, h_prev, params, networks="rrh")


def swaps_reset_and_candidate(x, h_prev, params):
    """W_r, b_r and W_h, b_h are swapped: r has W_r and a sigmoid, the candidate has W_h and a tanh."""
    return cell(x, h_prev, params, networks="zhr")


def squashes_the_candidate_with_sigmoid(x, h_prev, params):
    """Your candidate goes through a sigmoid; it is a tanh, so that it can also lower the state."""
    return cell(x, h_prev, params, candidate=sigmoid)


def leaves_the_candidate_unsquashed(x, h_prev, params):
    """Your candidate lacks its tanh: h~ = tanh([r * h_prev, x] @ W_h + b_h)."""
    return cell(x, h_prev, params, candidate=lambda a: a)


def gates_with_tanh(x, h_prev, params):
    """Your gates z and r go through tanh; a gate is between 0 and 1, so it is a sigmoid."""
    return cell(x, h_prev, params, gate=np.tanh)


def leaves_the_gates_unsquashed(x, h_prev, params):
    """Your gates lack their sigmoid: z and r must lie between 0 and 1."""
    return cell(x, h_prev, params, gate=lambda a: a)


def turns_the_sigmoid_round(x, h_prev, params):
    """Your gates open where they should shut: it is 1 / (1 + exp(-a)), with the minus."""
    return cell(x, h_prev, params, gate=lambda a: sigmoid(-a))


def stacks_x_before_h(x, h_prev, params):
    """You stack [x, h]; the slides and these weights have h first: [h_prev, x] @ W, [r * h_prev, x] @ W_h."""
    return cell(x, h_prev, params, seen=lambda h, x: [x, h], inner=lambda v: np.hstack([v.x, v.r * v.h]) @ v.W + v.b)


def stacks_x_before_h_in_the_candidate(x, h_prev, params):
    """The gates are right, but the candidate has [x, r * h]; there too h comes first: [r * h_prev, x] @ W_h."""
    return cell(x, h_prev, params, inner=lambda v: np.hstack([v.x, v.r * v.h]) @ v.W + v.b)


def stacks_x_before_h_in_the_gates(x, h_prev, params):
    """The candidate is right, but the gates have [x, h]; there too h comes first: [h_prev, x] @ W."""
    return cell(x, h_prev, params, seen=lambda h, x: [x, h])


def forgets_the_biases(x, h_prev, params):
    """The biases are missing, as on the slides: each network adds its own, sigmoid([h_prev, x] @ W_z + b_z)."""
    return cell(x, h_prev, params, bias=0.0)


def forgets_the_bias_of_the_candidate(x, h_prev, params):
    """The candidate lacks its bias: h~ = tanh([r * h_prev, x] @ W_h + b_h)."""
    return cell(x, h_prev, params, inner=lambda v: (v.r * v.h) @ v.W_hh + v.x @ v.W_xh)


def adds_the_biases_twice(x, h_prev, params):
    """Each bias is added twice: once for [h_prev, x] together, not once for h_prev and once for x."""
    return cell(x, h_prev, params, bias=2.0)


def ignores_h(x, h_prev, params):
    """Your answer does not depend on h_prev: gates and candidate see it, and (1 - z) * h_prev is kept of it."""
    return cell(x, np.zeros_like(h_prev), params)


def ignores_x(x, h_prev, params):
    """Your answer does not depend on x: gates and candidate see it beside the state."""
    return cell(np.zeros_like(x), h_prev, params)


def hides_h_from_the_gates(x, h_prev, params):
    """Your gates see x alone; they see [h_prev, x]."""
    return cell(x, h_prev, params, seen=lambda h, x: [h * 0, x])


def returns_the_state_twice(x, h_prev, params):
    """You return (h, h), as an LSTM returns h and c; a GRU has one state: return h."""
    return (cell(x, h_prev, params),) * 2


def writes_into_h_prev(x, h_prev, params):
    """You compute the new state inside h_prev, the caller's array: make a new one, h = (1 - z) * h_prev + ..."""
    return cell(x, h_prev, params, mix=lambda v: iadd(imul(v.h, 1 - v.z), v.z * v.C))
