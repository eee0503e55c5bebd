"""Checks of `gru_to_keras`, and the mistakes they recognise (deck 2, "Keras").

PyTorch has the order r, z, n, with n the candidate, transposed arrays, and Keras's direction of z.
"""

import numpy as np

from autograder.checks import check, expect_answer, expect_close, expect_contract, expect_unchanged
from solutions.gru._inputs import draw_params
from solutions.gru.reference import gru_to_keras as reference

name = "gru_to_keras"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_three_arrays(gru_to_keras, rng):
    """returns (kernel, recurrent_kernel, bias), of shapes (D, 3H), (H, 3H) and (3H,)"""
    params = draw_params(rng, D=2, H=3)
    expect_contract(("kernel", "recurrent_kernel", "bias"), gru_to_keras(params), reference(params))


@check(points=1)
def keeps_every_number(gru_to_keras, rng):
    """every weight and bias is in it once, but for its sign, and params stays as it was"""
    params = draw_params(rng, D=3, H=4)
    answer = gru_to_keras(params)
    expect_contract(("kernel", "recurrent_kernel", "bias"), answer, reference(params))
    ours, yours = (np.sort(np.abs(np.hstack([array.ravel() for array in arrays]))) for arrays in (params.values(), answer))
    expect_close("the sorted list of all sizes", yours, ours)
    expect_unchanged(gru_to_keras)


@check(points=2, public=True)
def packs_as_keras_does(gru_to_keras, rng):
    """kernel holds the rows for x, recurrent_kernel those for h, in the order z, r, h, with the update gate negated"""
    expect_answer(gru_to_keras, reference, draw_params(rng, D=2, H=3))


@check(points=1)
def takes_any_size(gru_to_keras, rng):
    """works for one feature, one unit, as many features as units, and many of both"""
    for D, H in ((1, 1), (1, 4), (5, 1), (3, 3), (20, 30)):
        expect_answer(gru_to_keras, reference, draw_params(rng, D, H))


# ------------------------------------------------------------------------------------------------ mistakes


def _packed(params, order="zrh", negated="z", kernels="", biases="", rows=None):
    """The right arrays, with networks in another order or others negated.

    kernels, biases: what is negated there, if it is not the same; rows: how many of W's rows are taken for h.
    """
    H = params["b_z"].size if rows is None else rows
    W = np.hstack([-params[f"W_{n}"] if n in (kernels or negated) else params[f"W_{n}"] for n in order])
    return W[H:], W[:H], np.hstack([-params[f"b_{n}"] if n in (biases or negated) else params[f"b_{n}"] for n in order])


def leaves_the_update_gate_as_it_is(params):
    """Your update gate is not negated: Keras's z is our 1 - z, and 1 - sigmoid(a) = sigmoid(-a): -W_z and -b_z."""
    return _packed(params, negated=" ")


def negates_the_weights_only(params):
    """You negate W_z but not b_z: the whole pre-activation changes its sign."""
    return _packed(params, biases=" ")


def negates_the_bias_only(params):
    """You negate b_z but not W_z: the whole pre-activation changes its sign."""
    return _packed(params, kernels=" ")


def negates_the_kernel_only(params):
    """In recurrent_kernel your update gate is not negated: all of the pre-activation changes sign, also what h brings."""
    kernel, _, bias = _packed(params)
    return kernel, _packed(params, negated=" ")[1], bias


def negates_the_recurrent_kernel_only(params):
    """In kernel your update gate is not negated: all of the pre-activation changes sign, also what x brings."""
    _, recurrent_kernel, bias = _packed(params)
    return _packed(params, negated=" ")[0], recurrent_kernel, bias


def negates_the_reset_gate(params):
    """You negate the reset gate; it is the update gate that Keras turns round: -W_z and -b_z."""
    return _packed(params, negated="r")


def negates_the_candidate(params):
    """You negate the candidate; it is the update gate that Keras turns round: -W_z and -b_z."""
    return _packed(params, negated="h")


def negates_both_gates(params):
    """You negate both gates; Keras turns only the update gate round, its reset gate is ours."""
    return _packed(params, negated="zr")


def negates_everything(params):
    """You negate all three networks; Keras turns only the update gate round."""
    return _packed(params, negated="zrh")


def subtracts_from_one(params):
    """You pack 1 - W_z and 1 - b_z; 1 - z is made by the other sign, since 1 - sigmoid(a) = sigmoid(-a): -W_z and -b_z."""
    return _packed(params | {"W_z": params["W_z"] - 1, "b_z": params["b_z"] - 1})


def changes_params(params):
    """You change params, perhaps with *= -1, and it is the caller's: pack -params["W_z"], a new array."""
    answer = _packed(params)
    params["W_z"] *= -1
    params["b_z"] *= -1
    return answer


def orders_as_pytorch(params):
    """Your networks stand in the order r, z, h, as in PyTorch; Keras has z, r, h."""
    return _packed(params, "rzh")


def orders_as_pytorch_without_turning(params):
    """Your networks stand in the order r, z, h, and z is not negated; Keras has z, r, h, and -W_z and -b_z."""
    return _packed(params, "rzh", negated=" ")


def orders_by_name(params):
    """Your networks stand in the order of their names, h, r, z; Keras has z, r, h."""
    return _packed(params, "hrz")


def puts_the_candidate_second(params):
    """Your networks stand in the order z, h, r; Keras has z, r, h."""
    return _packed(params, "zhr")


def orders_only_the_biases(params):
    """Your bias is right, but in your kernels the networks stand in the order r, z, h; there too it is z, r, h."""
    return *_packed(params, "rzh")[:2], _packed(params)[2]


def orders_the_biases_as_pytorch(params):
    """The kernels are right, but your biases stand in the order r, z, h; they follow the kernels: z, r, h."""
    return *_packed(params)[:2], _packed(params, "rzh")[2]


def takes_the_first_rows_for_x(params):
    """You take the first D rows of W for x; the first H rows meet h: recurrent_kernel is W[:H], kernel is W[H:]."""
    recurrent_kernel, kernel, bias = _packed(params, rows=len(params["W_z"]) - params["b_z"].size)
    return kernel, recurrent_kernel, bias


def swaps_the_kernels(params):
    """kernel and recurrent_kernel are in each other's place: kernel acts on x and has D rows, recurrent_kernel on h."""
    kernel, recurrent_kernel, bias = _packed(params)
    return recurrent_kernel, kernel, bias


def leaves_the_kernels_together(params):
    """Your kernel still holds the rows for h as well: recurrent_kernel is W[:H], kernel is W[H:]."""
    kernel, recurrent_kernel, bias = _packed(params)
    return np.vstack([recurrent_kernel, kernel]), recurrent_kernel, bias


def stacks_the_networks_below_each_other(params):
    """Your networks stand below each other; in Keras they stand side by side: axis=1."""
    kernel, recurrent_kernel, bias = _packed(params)
    return *(np.vstack(np.split(array, 3, axis=1)) for array in (kernel, recurrent_kernel)), bias


def transposes_the_kernels(params):
    """Your kernels stand transposed, (3H, D) and (3H, H), as in PyTorch; Keras multiplies x @ kernel, as we do."""
    kernel, recurrent_kernel, bias = _packed(params)
    return kernel.T, recurrent_kernel.T, bias


def interleaves_the_networks(params):
    """The three numbers of one unit stand together; in Keras all units of z come first, then those of r and h."""
    return tuple(array.reshape(*array.shape[:-1], 3, -1).swapaxes(-1, -2).reshape(array.shape) for array in _packed(params))


def doubles_the_biases(params):
    """Your biases are doubled: reset_after=False has one for each unit and network, as params does."""
    kernel, recurrent_kernel, bias = _packed(params)
    return kernel, recurrent_kernel, 2 * bias


def adds_a_second_bias(params):
    """Your bias has shape (2, 3H), as the default layer wants it; with reset_after=False it is one row, (3H,)."""
    kernel, recurrent_kernel, bias = _packed(params)
    return kernel, recurrent_kernel, np.stack([bias, 0 * bias])


def appends_a_second_bias(params):
    """Your bias has 6H numbers, the two of the default layer one after the other; with reset_after=False it has 3H."""
    kernel, recurrent_kernel, bias = _packed(params)
    return kernel, recurrent_kernel, np.hstack([bias, 0 * bias])


def stacks_the_biases(params):
    """Your bias has a row for each network; Keras wants them one after another, shape (3H,)."""
    kernel, recurrent_kernel, bias = _packed(params)
    return kernel, recurrent_kernel, bias.reshape(3, -1)


def returns_the_bias_first(params):
    """The order is (kernel, recurrent_kernel, bias)."""
    return _packed(params)[::-1]


def leaves_the_candidate_out(params):
    """The candidate is missing: z, r and h make 3H columns."""
    return _packed(params, "zr")
