"""Checks of `max_pool1d`, and the mistakes they recognise (deck 1, "1-D Max Pooling Layers")."""

import numpy as np

from autograder.checks import check, expect_answer, expect_close, expect_contract, expect_steady
from solutions.conv1d._inputs import far_below_zero, signals, whole_numbers
from solutions.conv1d._layers import pool, same, tail
from solutions.conv1d._whole import expect_whole
from solutions.conv1d.reference import max_pool1d as reference

name = "max_pool1d"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_a_number_per_window_and_channel(max_pool1d, rng):
    """returns y, a finite float64 array of shape (B, T', C)"""
    x = signals(rng)
    expect_contract("y", max_pool1d(x, 3), reference(x, 3))


@check(points=1)
def keeps_to_its_arguments(max_pool1d, rng):
    """leaves x as it was, and remembers nothing from call to call"""
    expect_steady(max_pool1d, reference, (signals(rng), 3, 2), (signals(rng), 3, 2))


@check(points=1)
def keeps_every_number_in_windows_of_one(max_pool1d, rng):
    """windows of 1 give back the sequence, one window over all gives the largest number of each channel"""
    x = signals(rng)
    expect_close("y", max_pool1d(x, 1), x)
    expect_close("y", max_pool1d(x, 7), x.max(axis=1, keepdims=True))


@check(points=2, public=True)
def takes_the_largest_of_each_window(max_pool1d, rng):
    """the largest number of each window, moved by the stride, or by 1 if none is given, also where all are negative"""
    expect_answer(max_pool1d, reference, signals(rng, T=8, C=2), 3)
    expect_answer(max_pool1d, reference, signals(rng, T=5, C=2) - 9, 2)
    expect_answer(max_pool1d, reference, signals(rng, T=8, C=2), 3, 2)


@check(points=1)
def moves_by_any_stride(max_pool1d, rng):
    """moves the window by the stride, and drops what does not fill a window at the end"""
    for T, size, stride in ((9, 4, 3), (8, 2, 2), (9, 2, 3), (8, 3, 2), (7, 3, 1), (7, 3, 9)):
        expect_answer(max_pool1d, reference, signals(rng, T=T), size, stride)


@check(points=1)
def takes_any_size(max_pool1d, rng):
    """works for one sample, step or channel, many of each, whole numbers, and numbers far below zero"""
    many = (50, 4, 3, 2), (2, 80, 3, 30), (2, 5, 40, 2)
    for B, T, C, size in ((1, 5, 2, 3), (3, 1, 2, 1), (2, 6, 1, 4), (3, 3, 3, 3), *many):
        expect_answer(max_pool1d, reference, signals(rng, B, T, C), size)
    expect_answer(max_pool1d, reference, far_below_zero(signals(rng)), 2, 2)
    expect_whole(max_pool1d, reference, whole_numbers(rng), 3, 2)


# ------------------------------------------------------------------------------------------------ mistakes


def moves_by_the_size(x, size, stride=1):
    """Your window moves by its own size; it moves by stride, which is 1 on the slides."""
    return pool(x, size, size, np.max)


def has_the_default_of_keras(x, size, stride=None):
    """Without a stride your window moves by its size, as in Keras; here the default is stride=1, as on the slides."""
    return pool(x, size, stride or size, np.max)


def ignores_the_stride(x, size, stride=1):
    """Your window always moves by 1; it moves by stride."""
    return pool(x, size, 1, np.max)


def swaps_size_and_stride(x, size, stride=1):
    """size and stride are in each other's place: windows have size steps and move by stride."""
    return pool(x, stride, size, np.max)


def keeps_the_tail(x, size, stride=1):
    """You make a window of what is left over at the end; only full windows count, (T - size) // stride + 1 of them."""
    return pool(x, size, stride, np.max, around=tail(x.shape[1], size, stride), fill=-np.inf)


def keeps_every_tail(x, size, stride=1):
    """Your windows go on to the last step, ever shorter (x[:, t : t + size] does not mind); stop at T - size."""
    return pool(x, size, stride, np.max, around=(0, size - 1), fill=-np.inf)


def pads_with_zeros(x, size, stride=1):
    """You pad with zeros, which win over negative numbers; pooling here pads nothing."""
    return pool(x, size, stride, np.max, around=same(x.shape[1], size, stride))


def pads_to_the_same_length(x, size, stride=1):
    """Your windows reach beyond the ends, as with padding="same"; only windows that lie inside count."""
    return pool(x, size, stride, np.max, around=same(x.shape[1], size, stride), fill=-np.inf)


def looks_back(x, size, stride=1):
    """Your windows end at t; they begin there: x[:, t : t + size]."""
    return pool(x, size, stride, np.max, around=(size - 1, 0), fill=-np.inf)


def stops_one_window_early(x, size, stride=1):
    """The last window is missing: range(0, T - size, stride) leaves it out, add 1 to its end."""
    return pool(x, size, stride, np.max, taken=lambda windows, stride: windows[:, :-1][:, ::stride])


def counts_one_window_too_few(x, size, stride=1):
    """You make (T - size) // stride windows; there is one more, the one at the start."""
    return pool(x, size, stride, np.max, taken=lambda windows, stride: windows[:, ::stride][:, :-1])


def starts_from_zero(x, size, stride=1):
    """Your maximum starts at 0, so negative numbers never win: start with the first number of the window, or -inf."""
    return np.maximum(pool(x, size, stride, np.max), 0)


def takes_the_place(x, size, stride=1):
    """You return where in the window the largest number is (argmax); return the number (max)."""
    return pool(x, size, stride, np.argmax).astype(float)


def takes_the_place_as_a_whole_number(x, size, stride=1):
    """You return where in the window the largest number is, the answer of argmax; return the number (max)."""
    return pool(x, size, stride, np.argmax)


def takes_the_largest_size(x, size, stride=1):
    """You take the largest absolute value; signs count: -5 is smaller than 1."""
    return pool(np.abs(x), size, stride, np.max)


def takes_the_mean(x, size, stride=1):
    """That is the mean of each window; take the largest number."""
    return pool(x, size, stride, np.mean)


def takes_the_smallest(x, size, stride=1):
    """You take the smallest number of each window; take the largest."""
    return pool(x, size, stride, np.min)


def takes_the_first(x, size, stride=1):
    """You take the first number of each window (or every stride-th step); take the largest."""
    return pool(x, size, stride, lambda windows, axis: windows[..., 0])


def adds_up(x, size, stride=1):
    """You add up each window; take its largest number."""
    return pool(x, size, stride, np.sum)


def mixes_the_channels(x, size, stride=1):
    """You take the largest over all channels; each channel is pooled by itself: axis 1 only."""
    y = pool(x, size, stride, np.max)
    return np.broadcast_to(y.max(axis=2, keepdims=True), y.shape)


def pools_the_channels(x, size, stride=1):
    """Your window slides over the channels; it slides over time, axis 1."""
    return pool(x.swapaxes(1, 2), size, stride, np.max).swapaxes(1, 2)


def takes_one_largest_for_all(x, size, stride=1):
    """That is the largest number of the whole sequence; each window has its own."""
    return pool(x, x.shape[1], 1, np.max)


def keeps_the_axis(x, size, stride=1):
    """Your answer still has the windows' axis, of length 1; it has shape (B, T', C)."""
    return pool(x, size, stride, np.max)[..., None]


def puts_channels_before_time(x, size, stride=1):
    """Your answer has shape (B, C, T'); time stays axis 1."""
    return pool(x, size, stride, np.max).swapaxes(1, 2)
