"""Checks of `lstm_step`, and the mistakes they recognise (deck 2, "LSTM"; deck 3, steps 1 to 4)."""

from operator import iadd, imul

import numpy as np

from autograder.checks import check, expect_answer, expect_close, expect_contract, expect_steady
from solutions.lstm._cells import cell
from solutions.lstm._inputs import grown, saturating, step_args, whole_numbers
from solutions.lstm.reference import lstm_step as reference
from solutions.lstm.reference import sigmoid

name = "lstm_step"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_two_states(lstm_step, rng):
    """returns (h, c), two finite float64 arrays of shape (B, H)"""
    args = step_args(rng)
    expect_contract(("h", "c"), lstm_step(*args), reference(*args))


@check(points=1)
def keeps_to_its_arguments(lstm_step, rng):
    """leaves its arguments as they were, and remembers nothing from call to call"""
    expect_steady(lstm_step, reference, step_args(rng), step_args(rng))


@check(points=1)
def keeps_the_cell(lstm_step, rng):
    """an open forget gate and a shut input gate leave the cell unchanged; with both shut, it is emptied"""
    for b_f, kept in ((50, 1.0), (-50, 0.0)):
        x, h_prev, c_prev, params = step_args(rng, B=2, D=3, H=5, b_f=b_f, b_i=-50)
        _, c = lstm_step(x, h_prev, c_prev, params)
        expect_close("c", c, kept * c_prev)


@check(points=1)
def replaces_the_cell(lstm_step, rng):
    """a shut forget gate and an open input gate put the candidate in the cell's place"""
    x, h_prev, c_prev, params = step_args(rng, B=2, D=3, H=5, b_f=-50, b_i=50)
    _, c = lstm_step(x, h_prev, c_prev, params)
    expect_close("c", c, np.tanh(np.hstack([h_prev, x]) @ params["W_C"] + params["b_C"]))


@check(points=1)
def hides_the_cell(lstm_step, rng):
    """a shut output gate makes h zero and leaves c alone"""
    args = step_args(rng, B=2, D=3, H=5, b_o=-50)
    expect_close(("h", "c"), lstm_step(*args), (np.zeros((2, 5)), reference(*args)[1]))


@check(points=3, public=True)
def follows_the_equations(lstm_step, rng):
    """h and c are what the six equations say"""
    expect_answer(lstm_step, reference, *step_args(rng, B=2, D=3, H=4))


@check(points=1)
def takes_any_size(lstm_step, rng):
    """works for one sample, one feature, one unit, many samples, and whole numbers"""
    for B, D, H in ((1, 4, 2), (150, 1, 3), (3, 3, 3), (2, 9, 1)):
        expect_answer(lstm_step, reference, *step_args(rng, B, D, H))
    expect_answer(lstm_step, reference, *whole_numbers(*step_args(rng)))


@check(points=1)
def survives_large_numbers(lstm_step, rng):
    """stays finite and right where gates saturate, at inputs of 1000, and where the cell has grown"""
    expect_answer(lstm_step, reference, *saturating(*step_args(rng, D=1)))
    expect_answer(lstm_step, reference, *grown(*step_args(rng)))


# ------------------------------------------------------------------------------------------------ mistakes


def stacks_x_before_h(x, h_prev, c_prev, params):
    """You stack [x, h]; the slides and these weights have h first: [h_prev, x] @ W."""
    return cell(x, h_prev, c_prev, params, stack=lambda h, x: [x, h])


def stacks_the_cell_state(x, h_prev, c_prev, params):
    """You stack the cell state with x; the gates look at the hidden state: [h_prev, x]."""
    return cell(x, h_prev, c_prev, params, stack=lambda h, x: [c_prev, x])


def takes_h_for_c(x, h_prev, c_prev, params):
    """The forget gate scales h_prev in your code; what it keeps is the old cell: f * c_prev."""
    return cell(x, h_prev, h_prev, params)


def swaps_the_states(x, h_prev, c_prev, params):
    """You use h_prev and c_prev in each other's place: gates look at [h_prev, x], f scales c_prev."""
    return cell(x, c_prev, h_prev, params)


def ignores_h(x, h_prev, c_prev, params):
    """Your answer does not depend on h_prev: the gates see [h_prev, x], not x alone."""
    return cell(x, np.zeros_like(h_prev), c_prev, params)


def ignores_x(x, h_prev, c_prev, params):
    """Your answer does not depend on x: the gates see [h_prev, x], not h_prev alone."""
    return cell(np.zeros_like(x), h_prev, c_prev, params)


def forgets_the_biases(x, h_prev, c_prev, params):
    """The biases are missing: each gate is sigmoid([h_prev, x] @ W + b), the candidate has its b_C too."""
    return cell(x, h_prev, c_prev, params, bias=0.0)


def adds_the_biases_twice(x, h_prev, c_prev, params):
    """Each bias is added twice: once for [h_prev, x] together, not once for h_prev and once for x."""
    return cell(x, h_prev, c_prev, params, bias=2.0)


def adds_one_to_the_forget_bias(x, h_prev, c_prev, params):
    """Your forget gate has 1 added to b_f: in Keras that is where b_f starts before training, not a part of the step."""
    return cell(x, h_prev, c_prev, params | {"b_f": params["b_f"] + 1})


def swaps_forget_and_input(x, h_prev, c_prev, params):
    """Your forget and input gates are swapped: f scales the old cell C_{t-1}, i scales the candidate."""
    return cell(x, h_prev, c_prev, params, networks="ifCo")


def swaps_forget_and_output(x, h_prev, c_prev, params):
    """Your forget and output gates are swapped: f scales the old cell C_{t-1}, o scales tanh(C_t)."""
    return cell(x, h_prev, c_prev, params, networks="oiCf")


def swaps_input_and_output(x, h_prev, c_prev, params):
    """Your input and output gates are swapped: i scales the candidate, o scales tanh(C_t)."""
    return cell(x, h_prev, c_prev, params, networks="foCi")


def swaps_input_and_candidate(x, h_prev, c_prev, params):
    """W_i, b_i and W_C, b_C are swapped: the input gate has W_i and a sigmoid, the candidate W_C and a tanh."""
    return cell(x, h_prev, c_prev, params, networks="fCio")


def uses_the_forget_weights_for_the_input_gate(x, h_prev, c_prev, params):
    """Your input gate uses W_f and b_f, perhaps from a copied line: it has its own W_i and b_i."""
    return cell(x, h_prev, c_prev, params, networks="ffCo")


def squashes_the_candidate_with_sigmoid(x, h_prev, c_prev, params):
    """Your candidate goes through a sigmoid; it is a tanh, so that it can also lower the cell."""
    return cell(x, h_prev, c_prev, params, candidate=sigmoid)


def leaves_the_candidate_unsquashed(x, h_prev, c_prev, params):
    """Your candidate lacks its tanh: C~ = tanh([h_prev, x] @ W_C + b_C)."""
    return cell(x, h_prev, c_prev, params, candidate=lambda a: a)


def gates_with_tanh(x, h_prev, c_prev, params):
    """Your gates f, i and o go through tanh; a gate is between 0 and 1, so it is a sigmoid."""
    return cell(x, h_prev, c_prev, params, gate=np.tanh)


def leaves_the_gates_unsquashed(x, h_prev, c_prev, params):
    """Your gates lack their sigmoid: f, i and o must lie between 0 and 1."""
    return cell(x, h_prev, c_prev, params, gate=lambda a: a)


def turns_the_sigmoid_round(x, h_prev, c_prev, params):
    """Your gates open where they should shut: it is 1 / (1 + exp(-a)), with the minus."""
    return cell(x, h_prev, c_prev, params, gate=lambda a: sigmoid(-a))


def stores_the_old_cell_again(x, h_prev, c_prev, params):
    """You add i * C_{t-1}; what the input gate lets in is the candidate: f * C_{t-1} + i * C~."""
    return cell(x, h_prev, c_prev, params, store=lambda f, i, C, c: f * c + i * c)


def follows_the_misprint_of_deck_3(x, h_prev, c_prev, params):
    """You add i * c_t, as deck 3 prints it; that is a misprint for the candidate: C_t = f * C_{t-1} + i * C~."""
    return cell(x, h_prev, c_prev, params, store=lambda f, i, C, c: f * c * (1 + i))


def never_forgets(x, h_prev, c_prev, params):
    """Your forget gate is not used: C_t = f * C_{t-1} + i * C~."""
    return cell(x, h_prev, c_prev, params, store=lambda f, i, C, c: c + i * C)


def stores_everything(x, h_prev, c_prev, params):
    """Your input gate is not used: C_t = f * C_{t-1} + i * C~."""
    return cell(x, h_prev, c_prev, params, store=lambda f, i, C, c: f * c + C)


def ties_input_to_forget(x, h_prev, c_prev, params):
    """You use 1 - f as the input gate, as a GRU would; an LSTM has an input gate of its own, i."""
    return cell(x, h_prev, c_prev, params, store=lambda f, i, C, c: f * c + (1 - f) * C)


def squashes_the_old_cell(x, h_prev, c_prev, params):
    """You squash C_{t-1} before you keep it; the cell is only added to: C_t = f * C_{t-1} + i * C~, no tanh around C_{t-1}."""
    return cell(x, h_prev, c_prev, params, store=lambda f, i, C, c: f * np.tanh(c) + i * C)


def returns_the_squashed_cell(x, h_prev, c_prev, params):
    """You return tanh(C_t) as the cell; only h is squashed, C_t goes on as it is."""
    h, c = cell(x, h_prev, c_prev, params)
    return h, np.tanh(c)


def shows_the_bare_cell(x, h_prev, c_prev, params):
    """Your h is o * C_t; the tanh is missing: h_t = o * tanh(C_t)."""
    return cell(x, h_prev, c_prev, params, show=lambda o, c: o * c)


def shows_the_old_cell(x, h_prev, c_prev, params):
    """Your h shows tanh(C_{t-1}), the cell before the step; it is the new one: h_t = o * tanh(C_t)."""
    return cell(x, h_prev, c_prev, params, show=lambda o, c: o * np.tanh(c_prev))


def gates_the_output_with_the_cell(x, h_prev, c_prev, params):
    """Your h is C_t * tanh(C_t); the theta in deck 3 is a misprint for the output gate: h_t = o * tanh(C_t)."""
    return cell(x, h_prev, c_prev, params, show=lambda o, c: c * np.tanh(c))


def shows_everything(x, h_prev, c_prev, params):
    """Your output gate is not used: h_t = o * tanh(C_t)."""
    return cell(x, h_prev, c_prev, params, show=lambda o, c: np.tanh(c))


def squashes_after_the_output_gate(x, h_prev, c_prev, params):
    """Your h is tanh(o * C_t); squash first, then gate: h_t = o * tanh(C_t)."""
    return cell(x, h_prev, c_prev, params, show=lambda o, c: np.tanh(o * c))


def peeps_at_the_cell(x, h_prev, c_prev, params):
    """Your gates see the cell state as well, as in a peephole LSTM; here they see [h_prev, x] only."""
    return cell(x, h_prev, c_prev, params, nudge=lambda c: c)


def returns_c_first(x, h_prev, c_prev, params):
    """You return (c, h); the order is (h, c)."""
    return cell(x, h_prev, c_prev, params)[::-1]


def writes_into_c_prev(x, h_prev, c_prev, params):
    """You compute the new cell inside c_prev, which changes the caller's array: make a new one, c = f * c_prev + ..."""
    return cell(x, h_prev, c_prev, params, store=lambda f, i, C, c: iadd(imul(c, f), i * C))
