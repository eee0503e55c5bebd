"""Checks of `max_pool1d_backward`, and the mistakes they recognise (deck 1, "1-D Max Pooling Layers").

Values are compared where no two numbers tie; where they tie, any split that adds up to the window's gradient is right.
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from autograder.checks import check, expect_answer, expect_close, expect_contract, expect_steady
from solutions.conv1d._inputs import far_below_zero, pooled_upstream, signals, tied, whole_numbers
from solutions.conv1d._layers import first_largest, pool_backward, spread
from solutions.conv1d.reference import max_pool1d_backward as reference

name = "max_pool1d_backward"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_a_gradient_shaped_like_x(max_pool1d_backward, rng):
    """returns dx, a finite float64 array with the shape of x"""
    dy, x, size, _ = pooled_upstream(rng, signals(rng), 3)
    expect_contract("dx", max_pool1d_backward(dy, x, size), reference(dy, x, size))


@check(points=1)
def keeps_to_its_arguments(max_pool1d_backward, rng):
    """leaves its arguments as they were, and remembers nothing from call to call"""
    expect_steady(max_pool1d_backward, reference, *(pooled_upstream(rng, signals(rng), 3, 2) for _ in range(2)))


@check(points=1)
def sends_everything_back_where_all_is_kept(max_pool1d_backward, rng):
    """windows of 1 send dy back as it is, one window over all sends it to the largest number of each channel"""
    dy, x, _, _ = pooled_upstream(rng, signals(rng), 1)
    expect_close("dx", max_pool1d_backward(dy, x, 1), dy)
    expect_close("dx", max_pool1d_backward(dy[:, :1], x, 7), dy[:, :1] * (x == x.max(axis=1, keepdims=True)))


@check(points=2, public=True)
def rewards_the_largest_of_each_window(max_pool1d_backward, rng):
    """each window's gradient goes to its largest number, which may win more than once, also where all are negative"""
    for x in (signals(rng, T=8, C=2), signals(rng, T=5, C=2) - 9):
        expect_answer(max_pool1d_backward, reference, *pooled_upstream(rng, x, 3)[:3])


@check(points=1)
def moves_by_any_stride(max_pool1d_backward, rng):
    """is right for larger strides, with zeros where no window has been"""
    for T, size, stride in ((9, 4, 3), (8, 2, 2), (9, 2, 3), (8, 3, 2), (7, 3, 9)):
        expect_answer(max_pool1d_backward, reference, *pooled_upstream(rng, signals(rng, T=T), size, stride))


@check(points=1)
def hands_out_no_more_than_there_is(max_pool1d_backward, rng):
    """where numbers tie for the largest, what they get adds up to the window's gradient, and the others get nothing"""
    B, windows, size, C = 3, 6, 3, 2
    dy, x, *_ = args = pooled_upstream(rng, tied(rng, B, windows, size, C), size, size)
    dx = max_pool1d_backward(*args)
    expect_contract("dx", dx, reference(*args))
    largest = np.repeat(x.reshape(B, windows, size, C).max(axis=2), size, axis=1)
    expect_close("dx, where a number is not the largest of its window,", np.where(x < largest, dx, 0.0), np.zeros(x.shape))
    expect_close("dx, added up over each window,", dx.reshape(B, windows, size, C).sum(axis=2), dy)


@check(points=1)
def takes_any_size(max_pool1d_backward, rng):
    """works for one sample, step, window or channel, many of each, whole numbers, and numbers far below zero"""
    many = (50, 4, 3, 2), (2, 80, 3, 30), (2, 5, 40, 2)
    for B, T, C, size in ((1, 5, 2, 3), (3, 1, 2, 1), (3, 4, 2, 4), (2, 6, 1, 4), (3, 3, 3, 3), *many):
        expect_answer(max_pool1d_backward, reference, *pooled_upstream(rng, signals(rng, B, T, C), size))
    for x in (whole_numbers(rng), far_below_zero(signals(rng))):
        expect_answer(max_pool1d_backward, reference, *pooled_upstream(rng, x, 3, 2))


# ------------------------------------------------------------------------------------------------ mistakes


def gives_all_ties_everything(dy, x, size, stride=1):
    """Where numbers tie for the largest, each gets the whole gradient; share it, or give it to one (argmax finds one)."""
    return pool_backward(dy, x, size, stride, share=lambda windows: windows == windows.max(axis=-1, keepdims=True))


def overwrites_overlaps(dy, x, size, stride=1):
    """A number that wins in several windows keeps the last gradient only: add them up, dx[...] += ..., or np.add.at."""
    windows = sliding_window_view(x, size, axis=1)[:, ::stride]
    dx, at = np.zeros(x.shape), windows.argmax(axis=-1) + stride * np.arange(windows.shape[1])[:, None]
    for t in range(at.shape[1]):
        np.put_along_axis(dx, at[:, t : t + 1], dy[:, t : t + 1], axis=1)
    return dx


def lets_the_last_window_decide(dy, x, size, stride=1):
    """Each window overwrites all of its steps, also with zeros: add to dx, += and not =."""
    return pool_backward(dy, x, size, stride, meet=lambda old, new: new)


def spreads_over_the_window(dy, x, size, stride=1):
    """You share each gradient out over the whole window; that is average pooling. All of it goes to the largest number."""
    return pool_backward(dy, x, size, stride, share=lambda windows: np.ones(windows.shape) / size)


def gives_everyone_everything(dy, x, size, stride=1):
    """Every number of a window gets its gradient; only the largest one reached the output."""
    return pool_backward(dy, x, size, stride, share=lambda windows: np.ones(windows.shape))


def rewards_the_first(dy, x, size, stride=1):
    """The first number of each window gets the gradient; it belongs to the largest."""
    return pool_backward(dy, x, size, stride, share=lambda windows: np.broadcast_to(np.eye(size)[0], windows.shape))


def rewards_the_last(dy, x, size, stride=1):
    """The last number of each window gets the gradient; it belongs to the largest."""
    return pool_backward(dy, x, size, stride, share=lambda windows: np.broadcast_to(np.eye(size)[-1], windows.shape))


def rewards_the_smallest(dy, x, size, stride=1):
    """The smallest number of each window gets the gradient; it belongs to the largest."""
    return pool_backward(dy, x, size, stride, share=lambda windows: first_largest(-windows))


def rewards_the_largest_size(dy, x, size, stride=1):
    """The largest absolute value gets the gradient; signs count: -5 is smaller than 1."""
    return pool_backward(dy, x, size, stride, share=lambda windows: first_largest(np.abs(windows)))


def rewards_positive_numbers_only(dy, x, size, stride=1):
    """Windows without a positive number send nothing back; the largest wins, negative or not."""
    return pool_backward(dy, x, size, stride, share=lambda windows: first_largest(windows) * (windows > 0))


def rewards_one_channel(dy, x, size, stride=1):
    """All channels send back to where the first one has its largest number; each channel has its own."""
    return pool_backward(dy, x, size, stride, share=lambda w: first_largest(np.broadcast_to(w[:, :, :1], w.shape)))


def rewards_one_sample(dy, x, size, stride=1):
    """All samples send back to where the first one has its largest number; each sample has its own."""
    return pool_backward(dy, x, size, stride, share=lambda w: first_largest(np.broadcast_to(w[:1], w.shape)))


def rewards_the_largest_of_all(dy, x, size, stride=1):
    """Only the largest number of the whole sequence gets anything; every window rewards its own."""
    return pool_backward(dy, x, size, stride, share=lambda w: first_largest(w) * (w == x.max(axis=1)[:, None, :, None]))


def ignores_the_stride(dy, x, size, stride=1):
    """Your windows move by 1; window t begins at t * stride."""
    windows = sliding_window_view(x, size, axis=1)[:, : dy.shape[1]]
    return spread((first_largest(windows) * dy[..., None]).swapaxes(2, 3), x, 1)


def ignores_the_stride_in_dx(dy, x, size, stride=1):
    """You find the winners in the right windows, but send the gradient back as if they moved by 1: add t * stride, not t."""
    return pool_backward(dy, x, size, stride, steps=1)


def moves_by_the_size(dy, x, size, stride=1):
    """Your windows move by their own size, Keras's default; they move by stride, 1 on the slides."""
    windows = sliding_window_view(x, size, axis=1)[:, ::size]
    return pool_backward(dy[:, : windows.shape[1]], x, size, size)


def forgets_where_the_window_begins(dy, x, size, stride=1):
    """You use the place in the window as if it were the place in x; window t begins at t * stride: add that."""
    windows = sliding_window_view(x, size, axis=1)[:, ::stride]
    dx = np.zeros(x.shape)
    dx[:, :size] = (first_largest(windows) * dy[..., None]).sum(axis=1).swapaxes(1, 2)
    return dx


def multiplies_by_the_number(dy, x, size, stride=1):
    """You multiply by the largest number; the slope of max is 1 there: dy goes back as it is."""
    return pool_backward(dy, x, size, stride, share=lambda windows: first_largest(windows) * windows)


def forgets_dy(dy, x, size, stride=1):
    """Your answer counts how often a number wins; each time it wins it gets that window's dy."""
    return pool_backward(np.ones(dy.shape), x, size, stride)


def divides_by_the_size(dy, x, size, stride=1):
    """You divide by the size of the window, as average pooling would; the largest number gets all of dy."""
    return pool_backward(dy / size, x, size, stride)


def averages_overlaps(dy, x, size, stride=1):
    """A number that wins several times gets the mean of what comes back; add it up."""
    return pool_backward(dy, x, size, stride) / np.maximum(pool_backward(np.ones(dy.shape), x, size, stride), 1)


def reads_dy_in_reverse(dy, x, size, stride=1):
    """You go through dy from its end but through x from its beginning: window t has dy[:, t]."""
    return pool_backward(dy[:, ::-1], x, size, stride)


def keeps_whole_numbers_whole(dy, x, size, stride=1):
    """If x holds whole numbers, your gradient is cut to whole numbers: begin with np.zeros(x.shape), not zeros_like(x)."""
    return pool_backward(dy, x, size, stride).astype(x.dtype).astype(float)


def cuts_the_tail_off(dy, x, size, stride=1):
    """Your dx ends with the last window; it has the shape of x, with zeros where no window has been."""
    return pool_backward(dy, x, size, stride)[:, : (dy.shape[1] - 1) * stride + size]
