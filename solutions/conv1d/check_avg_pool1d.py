"""Checks of `avg_pool1d`, and the mistakes they recognise (deck 1, "1-D Average Pooling Layers")."""

import numpy as np

from autograder.checks import check, expect_answer, expect_close, expect_contract, expect_steady
from solutions.conv1d._inputs import signals, whole_numbers
from solutions.conv1d._layers import pool, same, tail
from solutions.conv1d.reference import avg_pool1d as reference

name = "avg_pool1d"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_a_number_per_window_and_channel(avg_pool1d, rng):
    """returns y, a finite float64 array of shape (B, T', C)"""
    x = signals(rng)
    expect_contract("y", avg_pool1d(x, 3), reference(x, 3))


@check(points=1)
def keeps_to_its_arguments(avg_pool1d, rng):
    """leaves x as it was, and remembers nothing from call to call"""
    expect_steady(avg_pool1d, reference, (signals(rng), 3, 2), (signals(rng), 3, 2))


@check(points=1)
def leaves_a_level_as_it_is(avg_pool1d, rng):
    """the mean of a constant is that constant, windows of 1 give back the sequence"""
    x, level = signals(rng), signals(rng, T=1) + 3
    expect_close("y", avg_pool1d(np.repeat(level, 9, axis=1), 4, 2), np.repeat(level, 3, axis=1))
    expect_close("y", avg_pool1d(x, 1), x)


@check(points=2, public=True)
def takes_the_mean_of_each_window(avg_pool1d, rng):
    """the mean of each window, moved by the stride, or by 1 if none is given"""
    expect_answer(avg_pool1d, reference, signals(rng, T=8, C=2), 3)
    expect_answer(avg_pool1d, reference, signals(rng, T=5, C=2) - 9, 2)
    expect_answer(avg_pool1d, reference, signals(rng, T=8, C=2), 3, 2)


@check(points=1)
def moves_by_any_stride(avg_pool1d, rng):
    """moves the window by the stride, and drops what does not fill a window at the end"""
    for T, size, stride in ((9, 4, 3), (8, 2, 2), (9, 2, 3), (8, 3, 2), (7, 3, 1), (7, 3, 9)):
        expect_answer(avg_pool1d, reference, signals(rng, T=T), size, stride)


@check(points=1)
def takes_any_size(avg_pool1d, rng):
    """works for one sample, step or channel, many of each, whole numbers, and large ones"""
    many = (50, 4, 3, 2), (2, 80, 3, 30), (2, 5, 40, 2)
    for B, T, C, size in ((1, 5, 2, 3), (3, 1, 2, 1), (2, 6, 1, 4), (3, 3, 3, 3), *many):
        expect_answer(avg_pool1d, reference, signals(rng, B, T, C), size)
    for x in (whole_numbers(rng), 1000 * signals(rng)):
        expect_answer(avg_pool1d, reference, x, 3, 2)


# ------------------------------------------------------------------------------------------------ mistakes


def moves_by_the_size(x, size, stride=1):
    """Your window moves by its own size; it moves by stride, which is 1 on the slides."""
    return pool(x, size, size, np.mean)


def has_the_default_of_keras(x, size, stride=None):
    """Without a stride your window moves by its size, as in Keras; here the default is stride=1, as on the slides."""
    return pool(x, size, stride or size, np.mean)


def ignores_the_stride(x, size, stride=1):
    """Your window always moves by 1; it moves by stride."""
    return pool(x, size, 1, np.mean)


def swaps_size_and_stride(x, size, stride=1):
    """size and stride are in each other's place: windows have size steps and move by stride."""
    return pool(x, stride, size, np.mean)


def keeps_the_tail(x, size, stride=1):
    """You take the mean of what is left over at the end; only full windows count: there are (T - size) // stride + 1."""
    return pool(x, size, stride, np.nanmean, around=tail(x.shape[1], size, stride), fill=np.nan)


def keeps_the_tail_and_divides_by_size(x, size, stride=1):
    """You make a window of what is left over at the end, filled up with zeros; only full windows count."""
    return pool(x, size, stride, np.mean, around=tail(x.shape[1], size, stride))


def keeps_every_tail(x, size, stride=1):
    """Your windows go on to the last step, ever shorter (x[:, t : t + size] does not mind); stop at T - size."""
    return pool(x, size, stride, np.nanmean, around=(0, size - 1), fill=np.nan)


def pads_with_zeros(x, size, stride=1):
    """You pad with zeros and count them in the mean; pooling here pads nothing."""
    return pool(x, size, stride, np.mean, around=same(x.shape[1], size, stride))


def pads_to_the_same_length(x, size, stride=1):
    """Your windows reach beyond the ends, as with padding="same"; only windows that lie inside count."""
    return pool(x, size, stride, np.nanmean, around=same(x.shape[1], size, stride), fill=np.nan)


def looks_back(x, size, stride=1):
    """Your windows end at t, a running mean; they begin there: x[:, t : t + size]."""
    return pool(x, size, stride, np.nanmean, around=(size - 1, 0), fill=np.nan)


def stops_one_window_early(x, size, stride=1):
    """The last window is missing: range(0, T - size, stride) leaves it out, add 1 to its end."""
    return pool(x, size, stride, np.mean, taken=lambda windows, stride: windows[:, :-1][:, ::stride])


def counts_one_window_too_few(x, size, stride=1):
    """You make (T - size) // stride windows; there is one more, the one at the start."""
    return pool(x, size, stride, np.mean, taken=lambda windows, stride: windows[:, ::stride][:, :-1])


def adds_up(x, size, stride=1):
    """You add up each window; divide by its size."""
    return pool(x, size, stride, np.sum)


def divides_whole(x, size, stride=1):
    """You divide with //, which rounds down; a mean needs /."""
    return pool(x, size, stride, np.sum) // size


def divides_by_the_stride(x, size, stride=1):
    """You divide by the stride; divide by the size of the window."""
    return pool(x, size, stride, np.sum) / stride


def divides_by_the_number_of_windows(x, size, stride=1):
    """You divide by the number of windows; divide by the size of a window."""
    total = pool(x, size, stride, np.sum)
    return total / total.shape[1]


def divides_by_one_less(x, size, stride=1):
    """You divide by size - 1; a mean divides by size."""
    return pool(x, size, stride, np.sum) / (size - 1)


def takes_the_largest(x, size, stride=1):
    """That is the largest number of each window; take the mean."""
    return pool(x, size, stride, np.max)


def takes_the_median(x, size, stride=1):
    """You take the median of each window; take the mean."""
    return pool(x, size, stride, np.median)


def keeps_whole_numbers_whole(x, size, stride=1):
    """If x holds whole numbers, your means are cut to whole numbers: begin with np.zeros(shape), not zeros_like(x)."""
    return pool(x, size, stride, np.mean).astype(x.dtype).astype(float)


def mixes_the_channels(x, size, stride=1):
    """You take the mean over all channels; each channel is pooled by itself: axis 1 only."""
    y = pool(x, size, stride, np.mean)
    return np.broadcast_to(y.mean(axis=2, keepdims=True), y.shape)


def pools_the_channels(x, size, stride=1):
    """Your window slides over the channels; it slides over time, axis 1."""
    return pool(x.swapaxes(1, 2), size, stride, np.mean).swapaxes(1, 2)


def takes_one_mean_for_all(x, size, stride=1):
    """That is the mean of the whole sequence; each window has its own."""
    return pool(x, x.shape[1], 1, np.mean)


def puts_channels_before_time(x, size, stride=1):
    """Your answer has shape (B, C, T'); time stays axis 1."""
    return pool(x, size, stride, np.mean).swapaxes(1, 2)
