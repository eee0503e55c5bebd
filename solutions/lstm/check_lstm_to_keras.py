"""Checks of `lstm_to_keras`, and the mistakes they recognise (deck 2, "Keras").

PyTorch's order i, f, g, o is Keras's i, f, C, o: g is the candidate. Its arrays stand transposed.
"""

import numpy as np

from autograder.checks import check, expect_answer, expect_close, expect_contract, expect_unchanged
from solutions.lstm._inputs import draw_params
from solutions.lstm.reference import lstm_to_keras as reference

name = "lstm_to_keras"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_three_arrays(lstm_to_keras, rng):
    """returns (kernel, recurrent_kernel, bias), of shapes (D, 4H), (H, 4H) and (4H,)"""
    params = draw_params(rng, D=2, H=3)
    expect_contract(("kernel", "recurrent_kernel", "bias"), lstm_to_keras(params), reference(params))


@check(points=1)
def keeps_every_number(lstm_to_keras, rng):
    """every weight and bias is in it once, and params stays as it was"""
    params = draw_params(rng, D=3, H=4)
    answer = lstm_to_keras(params)
    expect_contract(("kernel", "recurrent_kernel", "bias"), answer, reference(params))
    ours, yours = (np.sort(np.hstack([array.ravel() for array in arrays])) for arrays in (params.values(), answer))
    expect_close("the sorted list of all numbers", yours, ours)
    expect_unchanged(lstm_to_keras)


@check(points=2, public=True)
def packs_as_keras_does(lstm_to_keras, rng):
    """kernel holds the rows for x, recurrent_kernel those for h, and the gates stand in the order i, f, C, o"""
    expect_answer(lstm_to_keras, reference, draw_params(rng, D=2, H=3))


@check(points=1)
def takes_any_size(lstm_to_keras, rng):
    """works for one feature, one unit, as many features as units, and many of both"""
    for D, H in ((1, 1), (1, 4), (5, 1), (3, 3), (20, 30)):
        expect_answer(lstm_to_keras, reference, draw_params(rng, D, H))


# ------------------------------------------------------------------------------------------------ mistakes


def _packed(params, order="ifCo", bias_order="", rows=None):
    """The right arrays, with gates in another order; rows: how many of W's rows are taken for h."""
    H = params["b_f"].size if rows is None else rows
    W = np.hstack([params[f"W_{gate}"] for gate in order])
    return W[H:], W[:H], np.hstack([params[f"b_{gate}"] for gate in bias_order or order])


def orders_as_the_slides(params):
    """Your gates stand in the order f, i, C, o, that of the slides; Keras has i, f, C, o."""
    return _packed(params, "fiCo")


def puts_the_candidate_last(params):
    """Your gates stand in the order i, f, o, C; Keras has i, f, C, o, the candidate third."""
    return _packed(params, "ifoC")


def orders_as_the_slides_and_puts_the_candidate_last(params):
    """Your gates stand in the order f, i, o, C; Keras has i, f, C, o."""
    return _packed(params, "fioC")


def puts_the_candidate_second(params):
    """Your gates stand in the order i, C, f, o; Keras has i, f, C, o."""
    return _packed(params, "iCfo")


def orders_by_name(params):
    """Your gates stand in the order of their names, C, f, i, o; Keras has i, f, C, o."""
    return _packed(params, "Cfio")


def orders_the_biases_as_the_slides(params):
    """The kernels are right, but your biases stand in the order f, i, C, o; they follow the kernels: i, f, C, o."""
    return _packed(params, bias_order="fiCo")


def orders_only_the_biases(params):
    """The biases are right, but the gates in your kernels stand in the order f, i, C, o; there too it is i, f, C, o."""
    return _packed(params, "fiCo", bias_order="ifCo")


def takes_the_first_rows_for_x(params):
    """You take the first D rows of W for x; the first H rows meet h: recurrent_kernel is W[:H], kernel is W[H:]."""
    recurrent_kernel, kernel, bias = _packed(params, rows=len(params["W_f"]) - params["b_f"].size)
    return kernel, recurrent_kernel, bias


def swaps_the_kernels(params):
    """kernel and recurrent_kernel are in each other's place: kernel acts on x and has D rows, recurrent_kernel on h."""
    kernel, recurrent_kernel, bias = _packed(params)
    return recurrent_kernel, kernel, bias


def leaves_the_kernels_together(params):
    """Your kernel still holds the rows for h as well: recurrent_kernel is W[:H], kernel is W[H:]."""
    _, recurrent_kernel, bias = _packed(params)
    return np.hstack([params[f"W_{gate}"] for gate in "ifCo"]), recurrent_kernel, bias


def stacks_the_gates_below_each_other(params):
    """Your gates stand below each other; in Keras they stand side by side: axis=1."""
    H = params["b_f"].size
    kernels = (np.vstack([params[f"W_{gate}"][rows] for gate in "ifCo"]) for rows in (slice(H, None), slice(H)))
    return *kernels, _packed(params)[2]


def transposes_the_kernels(params):
    """Your kernels stand transposed, (4H, D) and (4H, H), as in PyTorch; Keras multiplies x @ kernel, as we do."""
    kernel, recurrent_kernel, bias = _packed(params)
    return kernel.T, recurrent_kernel.T, bias


def interleaves_the_gates(params):
    """The four gates of one unit stand together; in Keras all units of i come first, then those of f, C and o."""
    return tuple(array.reshape(*array.shape[:-1], 4, -1).swapaxes(-1, -2).reshape(array.shape) for array in _packed(params))


def doubles_the_biases(params):
    """Your biases are doubled: Keras keeps one for each unit and gate, as params does. (PyTorch keeps two, which add up.)"""
    kernel, recurrent_kernel, bias = _packed(params)
    return kernel, recurrent_kernel, 2 * bias


def stacks_the_biases(params):
    """Your bias has a row for each gate; Keras wants them one after another, shape (4H,)."""
    kernel, recurrent_kernel, bias = _packed(params)
    return kernel, recurrent_kernel, bias.reshape(4, -1)


def adds_one_to_the_forget_bias(params):
    """You add 1 to b_f; that is where Keras starts before training, but your b_f is learned: pack it as it is."""
    return _packed(params | {"b_f": params["b_f"] + 1})


def returns_the_bias_first(params):
    """The order is (kernel, recurrent_kernel, bias)."""
    return _packed(params)[::-1]


def leaves_the_candidate_out(params):
    """The candidate is missing: i, f, C and o make 4H columns."""
    return _packed(params, "ifo")
