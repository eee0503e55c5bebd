"""Checks of `rnn_step`, and the mistakes they recognise (deck 1, "Simple RNN"; deck 4, "Updating the Hidden State")."""

import numpy as np

from autograder.checks import check, expect_answer, expect_close, expect_contract, expect_steady
from solutions.rnn._inputs import saturating, step_args, whole_numbers
from solutions.rnn._steps import filled, step
from solutions.rnn.reference import rnn_step as reference

name = "rnn_step"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_a_state(rnn_step, rng):
    """returns h, one finite float64 array of shape (B, H)"""
    args = step_args(rng)
    expect_contract("h", rnn_step(*args), reference(*args))


@check(points=1)
def keeps_to_its_arguments(rnn_step, rng):
    """leaves its arguments as they were, and remembers nothing from call to call"""
    expect_steady(rnn_step, reference, step_args(rng), step_args(rng))


@check(points=1)
def looks_at_the_input(rnn_step, rng):
    """with a state of zeros and no bias, h is the tanh of x times its rows of W"""
    x, h_prev, W, b = step_args(rng, B=2, D=3, H=5)
    expect_close("h", rnn_step(x, 0 * h_prev, W, 0 * b), np.tanh(x @ W[5:]))


@check(points=1)
def looks_at_the_old_state(rnn_step, rng):
    """with an input of zeros and no bias, h is the tanh of h_prev times its rows of W"""
    x, h_prev, W, b = step_args(rng, B=2, D=3, H=5)
    expect_close("h", rnn_step(0 * x, h_prev, W, 0 * b), np.tanh(h_prev @ W[:5]))


@check(points=3, public=True)
def follows_the_equation(rnn_step, rng):
    """h is tanh([h_prev, x] @ W + b)"""
    expect_answer(rnn_step, reference, *step_args(rng, B=2, D=3, H=4))


@check(points=1)
def takes_any_size(rnn_step, rng):
    """works for one sample, one feature, one unit, many samples, as many features as units, and whole numbers"""
    for B, D, H in ((1, 4, 2), (150, 1, 3), (3, 3, 3), (2, 9, 1), (4, 3, 4)):
        expect_answer(rnn_step, reference, *step_args(rng, B, D, H))
    expect_answer(rnn_step, reference, *whole_numbers(*step_args(rng)))


@check(points=1)
def survives_large_numbers(rnn_step, rng):
    """stays finite and right at inputs of 1000"""
    expect_answer(rnn_step, reference, *saturating(*step_args(rng, B=5, D=1)))


# ------------------------------------------------------------------------------------------------ mistakes


def stacks_x_before_h(x, h_prev, W, b):
    """You stack [x, h]; the slides and these weights have h first: [h_prev, x] @ W."""
    return step(x, h_prev, np.roll(W, -x.shape[1], axis=0), b)


def transposes_the_recurrent_weights(x, h_prev, W, b):
    """Your h_prev meets W_hh transposed; our samples are rows, and W already stands as they need it: h_prev @ W[:H]."""
    return step(x, h_prev, W, b, from_h=lambda h, W_hh: h @ W_hh.T)


def ignores_h(x, h_prev, W, b):
    """Your answer does not depend on h_prev: without it the cell has no memory. It sees [h_prev, x], not x alone."""
    return step(x, 0 * h_prev, W, b)


def ignores_x(x, h_prev, W, b):
    """Your answer does not depend on x: the cell sees [h_prev, x], not h_prev alone."""
    return step(0 * x, h_prev, W, b)


def forgets_the_bias(x, h_prev, W, b):
    """The bias is missing, as in deck 4; here it is tanh([h_prev, x] @ W + b)."""
    return step(x, h_prev, W, b, bias=0.0)


def adds_the_bias_twice(x, h_prev, W, b):
    """The bias is added twice: once for [h_prev, x] together, not once for h_prev and once for x."""
    return step(x, h_prev, W, b, bias=2.0)


def subtracts_the_bias(x, h_prev, W, b):
    """You subtract the bias; it is added: tanh([h_prev, x] @ W + b)."""
    return step(x, h_prev, W, b, bias=-1.0)


def adds_the_bias_after_the_tanh(x, h_prev, W, b):
    """You add the bias outside the tanh; it belongs inside: tanh([h_prev, x] @ W + b)."""
    return step(x, h_prev, W, b, bias=0.0) + b


def squashes_each_term_and_adds_the_bias(x, h_prev, W, b):
    """You take a tanh of each product and add up; add first, the bias too, then take one tanh of the sum."""
    return step(x, h_prev, W, b, bias=0.0, from_h=_squashed, from_x=_squashed, squash=lambda a: a) + b


def squashes_every_term(x, h_prev, W, b):
    """You take a tanh of each product and of the bias and add up; add first, then take one tanh of the sum."""
    return squashes_each_term_and_adds_the_bias(x, h_prev, W, np.tanh(b))


def squashes_x_and_bias_apart_from_h(x, h_prev, W, b):
    """You add tanh(h_prev @ W_hh) and tanh(x @ W_xh + b); add inside: one tanh of the sum."""
    return step(x, 0 * h_prev, W, b) + step(0 * x, h_prev, W, 0 * b)


def squashes_h_and_bias_apart_from_x(x, h_prev, W, b):
    """You add tanh(h_prev @ W_hh + b) and tanh(x @ W_xh); add inside: one tanh of the sum."""
    return step(x, 0 * h_prev, W, 0 * b) + step(0 * x, h_prev, W, b)


def leaves_the_tanh_out(x, h_prev, W, b):
    """The tanh is missing: h = tanh([h_prev, x] @ W + b) keeps every unit between -1 and 1."""
    return step(x, h_prev, W, b, squash=lambda a: a)


def squashes_twice(x, h_prev, W, b):
    """You take the tanh twice; once is enough."""
    return step(x, h_prev, W, b, squash=lambda a: np.tanh(np.tanh(a)))


def squashes_the_old_state(x, h_prev, W, b):
    """You take tanh(h_prev) before the product; h_prev came out of a tanh already: use it as it is."""
    return step(x, np.tanh(h_prev), W, b)


def squashes_with_sigmoid(x, h_prev, W, b):
    """You use a sigmoid; the state goes through tanh, between -1 and 1."""
    return step(x, h_prev, W, b, squash=lambda a: 0.5 + 0.5 * np.tanh(a / 2))


def squashes_with_relu(x, h_prev, W, b):
    """You use ReLU; the state goes through tanh. (ReLU is a remedy of deck 3 for vanishing gradients.)"""
    return step(x, h_prev, W, b, squash=lambda a: np.maximum(a, 0))


def returns_the_slope(x, h_prev, W, b):
    """You return 1 - h**2, the slope of the tanh; the step is the tanh itself."""
    return 1 - step(x, h_prev, W, b) ** 2


def overflows_as_the_slides_do(x, h_prev, W, b):
    """Your tanh is deck 4's (e^2x - 1) / (e^2x + 1), right on paper; for large x it is inf / inf = nan. Use np.tanh."""
    return step(x, h_prev, W, b, squash=lambda a: (np.exp(2 * a) - 1) / (np.exp(2 * a) + 1))


def adds_the_old_state(x, h_prev, W, b):
    """You add h_prev to the answer; h_prev counts through its weights only: h = tanh([h_prev, x] @ W + b)."""
    return step(x, h_prev, W, b) + h_prev


def adds_the_old_state_inside(x, h_prev, W, b):
    """You add h_prev inside the tanh once more; it counts through its weights only: [h_prev, x] @ W + b."""
    return step(x, h_prev, W, b, from_h=lambda h, W_hh: h @ W_hh + h)


def averages_the_batch(x, h_prev, W, b):
    """You average over the samples, and none has a state of its own any more: h has B rows, one for each sample."""
    return step(x, h_prev, W, b).mean(axis=0)


def averages_the_batch_and_repeats_it(x, h_prev, W, b):
    """Every sample gets the average of all; row i of h comes from row i of x and of h_prev only."""
    return step(x, h_prev, W, b).mean(axis=0) + np.zeros(h_prev.shape)


def answers_for_the_first_sample(x, h_prev, W, b):
    """You answer for the first sample only; h has B rows, one for each sample."""
    return step(x[:1], h_prev[:1], W, b)


def repeats_the_first_sample(x, h_prev, W, b):
    """Every sample gets the answer of the first; row i of h comes from row i of x and of h_prev."""
    return step(x[:1], h_prev[:1], W, b) + np.zeros(h_prev.shape)


def cuts_whole_numbers(x, h_prev, W, b):
    """With whole numbers as h_prev your answer is cut to whole numbers: use zeros(h_prev.shape), not zeros_like(h_prev)."""
    return filled(np.zeros_like(h_prev), step(x, h_prev, W, b))


def writes_into_h_prev(x, h_prev, W, b):
    """You compute the new state inside h_prev, which changes the caller's array: make a new one."""
    return filled(h_prev, step(x, h_prev, W, b))


def returns_two_values(x, h_prev, W, b):
    """You return two values, as layers do that return output and state; here it is h alone."""
    h = step(x, h_prev, W, b)
    return h, h


def _squashed(values, weights):
    return np.tanh(values @ weights)
