"""Checks of `output_layer`, and the mistakes they recognise (deck 2, "One output per timestep"; deck 4, "Output Vector")."""

import numpy as np

from autograder.checks import check, expect_answer, expect_close, expect_contract, expect_steady
from solutions.rnn._inputs import output_args, whole_numbers
from solutions.rnn.reference import output_layer as reference

name = "output_layer"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_outputs(output_layer, rng):
    """returns y, of shape (B, T, O) for all states (B, T, H) and (B, O) for one state (B, H)"""
    for args in (output_args(rng, 2, 3), output_args(rng, 3)):
        expect_contract("y", output_layer(*args), reference(*args))


@check(points=1)
def keeps_to_its_arguments(output_layer, rng):
    """leaves its arguments as they were, and remembers nothing from call to call"""
    expect_steady(output_layer, reference, output_args(rng, 2, 3), output_args(rng, 2, 3))


@check(points=1, public=True)
def answers_at_every_step(output_layer, rng):
    """one output per step: y is h @ W_hy + b_y for h of shape (B, T, H)"""
    for H in (2, 3):  # as many units as outputs: transposed weights answer there, and can be told
        expect_answer(output_layer, reference, *output_args(rng, 2, 4, H=H, O=2))


@check(points=1, public=True)
def answers_once_for_a_sequence(output_layer, rng):
    """one output per sequence: y is h @ W_hy + b_y for h of shape (B, H)"""
    expect_answer(output_layer, reference, *output_args(rng, 5, H=4, O=3))


@check(points=1)
def every_step_has_the_same_weights(output_layer, rng):
    """the last of all outputs is the output of the last state"""
    h, W_hy, b_y = output_args(rng, 3, 5)
    last = reference(h[:, -1], W_hy, b_y)
    expect_close("y", output_layer(h[:, -1], W_hy, b_y), last)
    every = expect_answer(output_layer, reference, h, W_hy, b_y)
    expect_close("y[:, -1]", every[:, -1], last)


@check(points=1)
def takes_any_size(output_layer, rng):
    """works for one sample, step, unit or output, for many samples, for equal sizes, and for whole numbers"""
    per_step = ((1, 4), 2, 3), ((3, 1), 1, 4), ((150, 2), 5, 1), ((3, 3), 3, 3)
    per_sequence = ((1,), 4, 2), ((200,), 1, 1), ((3,), 3, 3)
    for shape, H, O in per_step + per_sequence:
        expect_answer(output_layer, reference, *output_args(rng, *shape, H=H, O=O))
    for shape in ((2, 3), (4,)):
        expect_answer(output_layer, reference, *whole_numbers(*output_args(rng, *shape), states=0))


# ------------------------------------------------------------------------------------------------ mistakes


def forgets_the_bias(h, W_hy, b_y):
    """The bias is missing, as in deck 4; here it is y = h @ W_hy + b_y."""
    return h @ W_hy


def adds_the_bias_twice(h, W_hy, b_y):
    """The bias is added twice; once is enough: y = h @ W_hy + b_y."""
    return h @ W_hy + 2 * b_y


def adds_the_bias_first(h, W_hy, b_y):
    """You add the bias to h, before the product; it has one number per output: y = h @ W_hy + b_y."""
    return (h + b_y) @ W_hy


def transposes_the_weights(h, W_hy, b_y):
    """You transpose W_hy, as deck 4 prints it for samples as columns; ours are rows, and W_hy is (H, O): h @ W_hy."""
    return h @ W_hy.T + b_y


def squashes_with_tanh(h, W_hy, b_y):
    """Your output goes through tanh; it is linear, y = h @ W_hy + b_y, so that it can be a price or a temperature."""
    return np.tanh(h @ W_hy + b_y)


def squashes_h_again(h, W_hy, b_y):
    """You take tanh(h) first; h came out of a tanh already: y = h @ W_hy + b_y."""
    return np.tanh(h) @ W_hy + b_y


def squashes_with_sigmoid(h, W_hy, b_y):
    """Your output goes through a sigmoid; here it is linear: y = h @ W_hy + b_y."""
    return 0.5 + 0.5 * np.tanh((h @ W_hy + b_y) / 2)


def squashes_with_relu(h, W_hy, b_y):
    """Your output goes through ReLU, which cuts what is negative; here it is linear: y = h @ W_hy + b_y."""
    return np.maximum(h @ W_hy + b_y, 0)


def takes_a_softmax(h, W_hy, b_y):
    """Your output goes through a softmax, as for classes; here it is linear: y = h @ W_hy + b_y."""
    return _softmax(h @ W_hy + b_y, -1)


def takes_a_softmax_over_the_batch(h, W_hy, b_y):
    """Your output goes through a softmax, over the samples at that; here it is linear: y = h @ W_hy + b_y."""
    return _softmax(h @ W_hy + b_y, 0)


def takes_a_softmax_over_everything(h, W_hy, b_y):
    """Your output goes through a softmax over the whole array; here it is linear: y = h @ W_hy + b_y."""
    return _softmax(h @ W_hy + b_y, None)


def answers_at_the_last_step_only(h, W_hy, b_y):
    """For states (B, T, H) you answer at the last step only; one output per step is asked for: (B, T, O)."""
    return (h[:, -1] if h.ndim == 3 else h) @ W_hy + b_y


def repeats_the_last_output(h, W_hy, b_y):
    """Every step shows the output of the last one; y[:, t] comes from h[:, t]."""
    return np.repeat(h[:, -1:], h.shape[1], axis=1) @ W_hy + b_y if h.ndim == 3 else h @ W_hy + b_y


def averages_over_time(h, W_hy, b_y):
    """You average over the steps; each has an output of its own: (B, T, O)."""
    return (h.mean(axis=1) if h.ndim == 3 else h) @ W_hy + b_y


def takes_the_state_before(h, W_hy, b_y):
    """Your y[:, t] comes from h[:, t - 1], the state before the step, and the first from zeros; it comes from h[:, t]."""
    before = np.concatenate([0 * h[:, :1], h[:, :-1]], axis=1)
    return (before if h.ndim == 3 else h) @ W_hy + b_y


def takes_the_last_state_for_the_one_before(h, W_hy, b_y):
    """Your y[:, t] comes from h[:, t - 1], and the first from h[:, -1], the last; it comes from h[:, t]."""
    return (np.roll(h, 1, axis=1) if h.ndim == 3 else h) @ W_hy + b_y


def reverses_time(h, W_hy, b_y):
    """Your outputs stand in reverse: y[:, 0] belongs to h[:, 0]."""
    return (h[:, ::-1] if h.ndim == 3 else h) @ W_hy + b_y


def puts_time_first(h, W_hy, b_y):
    """Your outputs stand time first, (T, B, O); stack them along axis 1: (B, T, O)."""
    return (h.swapaxes(0, 1) if h.ndim == 3 else h) @ W_hy + b_y


def flattens_time(h, W_hy, b_y):
    """You return samples and steps in one axis, (B * T, O); give them back their own: (B, T, O)."""
    return h.reshape(-1, h.shape[-1]) @ W_hy + b_y


def puts_outputs_before_time(h, W_hy, b_y):
    """Your outputs stand as (B, O, T); time comes second, as in h: (B, T, O)."""
    return (h @ W_hy + b_y).swapaxes(-1, -2) if h.ndim == 3 else h @ W_hy + b_y


def keeps_an_axis_of_time(h, W_hy, b_y):
    """For one state (B, H) you return (B, 1, O), a sequence of one step; it is (B, O)."""
    return (h if h.ndim == 3 else h[:, None]) @ W_hy + b_y


def cuts_whole_numbers(h, W_hy, b_y):
    """With whole numbers as h your outputs are cut to whole numbers: make y with np.zeros and no dtype of h."""
    return (h @ W_hy + b_y).astype(h.dtype)


def _softmax(values, axis):
    e = np.exp(values - values.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)
