"""Checks of `lstm_step`, and the mistakes they recognise (deck 2, "LSTM"; deck 3, steps 1 to 4)."""

import numpy as np

from autograder.checks import check, expect_answer, expect_close, expect_contract, expect_unchanged
from solutions.lstm.reference import lstm_step as reference
from solutions.lstm.reference import sigmoid

name = "lstm_step"


def _args(rng, B=3, D=2, H=4, **fixed):
    """Inputs with B, D, H all different, nonzero states, distinct nonzero biases; fixed: values for single biases."""
    params = {f"W_{gate}": rng.normal(0, 0.7, (H + D, H)) for gate in "fiCo"}
    params |= {f"b_{gate}": rng.normal(0, 0.7, H) for gate in "fiCo"}
    params |= {key: np.full(H, float(value)) for key, value in fixed.items()}
    return rng.normal(size=(B, D)), rng.normal(size=(B, H)), rng.normal(size=(B, H)), params


@check(points=1, public=True)
def returns_two_states(lstm_step, rng):
    """returns (h, c), two finite float64 arrays of shape (B, H)"""
    args = _args(rng)
    expect_contract(("h", "c"), lstm_step(*args), reference(*args))


@check(points=1)
def changes_no_argument(lstm_step, rng):
    """leaves x, h_prev, c_prev and params as they were, and still answers"""
    args = _args(rng)
    expect_answer(lstm_step, reference, *args)
    expect_unchanged(lstm_step)


@check(points=1)
def keeps_the_cell(lstm_step, rng):
    """an open forget gate and a shut input gate leave the cell unchanged"""
    x, h_prev, c_prev, params = _args(rng, B=2, D=3, H=5, b_f=50, b_i=-50)
    _, c = lstm_step(x, h_prev, c_prev, params)
    expect_close("c", c, c_prev)


@check(points=1)
def replaces_the_cell(lstm_step, rng):
    """a shut forget gate and an open input gate put the candidate in the cell's place"""
    x, h_prev, c_prev, params = _args(rng, B=2, D=3, H=5, b_f=-50, b_i=50)
    _, c = lstm_step(x, h_prev, c_prev, params)
    expect_close("c", c, np.tanh(np.hstack([h_prev, x]) @ params["W_C"] + params["b_C"]))


@check(points=1)
def hides_the_cell(lstm_step, rng):
    """a shut output gate makes h zero and leaves c alone"""
    args = _args(rng, B=2, D=3, H=5, b_o=-50)
    h, c = lstm_step(*args)
    expect_close(("h", "c"), (h, c), (np.zeros_like(args[1]), reference(*args)[1]))


@check(points=3, public=True)
def follows_the_equations(lstm_step, rng):
    """h and c are what the six equations say"""
    expect_answer(lstm_step, reference, *_args(rng, B=2, D=3, H=4))


@check(points=1)
def takes_any_size(lstm_step, rng):
    """works for one sample, one feature, one unit, many samples, and integer inputs"""
    for B, D, H in ((1, 1, 1), (1, 4, 2), (150, 1, 3)):
        expect_answer(lstm_step, reference, *_args(rng, B, D, H))
    _, h_prev, c_prev, params = _args(rng)
    expect_answer(lstm_step, reference, rng.integers(-3, 4, (3, 2)), h_prev, c_prev, params)


@check(points=1)
def survives_large_numbers(lstm_step, rng):
    """stays finite where gates saturate, at inputs of 1000"""
    x, h_prev, c_prev, params = _args(rng)
    expect_answer(lstm_step, reference, 1000 * x, h_prev, c_prev, params)


# ------------------------------------------------------------------------------------------------ mistakes


def _gates(x, h_prev, params, order="hx", bias=1.0):
    """Forget, input, candidate and output pre-activations."""
    hx = np.concatenate([h_prev, x] if order == "hx" else [x, h_prev], axis=1)
    return [hx @ params[f"W_{gate}"] + bias * params[f"b_{gate}"] for gate in "fiCo"]


def _cell(x, h_prev, c_prev, params, **how):
    """The right step from its pre-activations; each mistake below changes one thing."""
    f, i, c_tilde, o = _gates(x, h_prev, params, **how)
    c = sigmoid(f) * c_prev + sigmoid(i) * np.tanh(c_tilde)
    return sigmoid(o) * np.tanh(c), c


def stacks_x_before_h(x, h_prev, c_prev, params):
    """You stack [x, h]; the slides and these weights have h first: [h_prev, x] @ W."""
    return _cell(x, h_prev, c_prev, params, order="xh")


def forgets_the_biases(x, h_prev, c_prev, params):
    """The biases are missing: each gate is [h_prev, x] @ W + b."""
    return _cell(x, h_prev, c_prev, params, bias=0.0)


def swaps_forget_and_input(x, h_prev, c_prev, params):
    """Your forget and input gates are swapped: f scales the old cell C_{t-1}, i scales the candidate."""
    f, i, c_tilde, o = _gates(x, h_prev, params)
    c = sigmoid(i) * c_prev + sigmoid(f) * np.tanh(c_tilde)
    return sigmoid(o) * np.tanh(c), c
