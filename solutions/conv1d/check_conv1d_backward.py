"""Checks of `conv1d_backward`, and the mistakes they recognise (deck 1, "1-D Convolutional Layers"; deck 2, "BPTT")."""

import numpy as np

from autograder.checks import check, expect_answer, expect_close, expect_contract, expect_steady
from solutions.conv1d._inputs import layer_args, upstream, whole_numbers
from solutions.conv1d._layers import every, layer_backward
from solutions.conv1d.reference import conv1d_backward as reference

name = "conv1d_backward"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


def _args(rng, stride=1, **sizes):
    x, kernel, _ = layer_args(rng, **sizes)
    return upstream(rng, x, kernel, stride)


@check(points=1, public=True)
def returns_three_gradients(conv1d_backward, rng):
    """returns (dx, dkernel, dbias), finite float64 arrays with the shapes of x, kernel and bias"""
    dy, x, kernel, _ = _args(rng)
    expect_contract(("dx", "dkernel", "dbias"), conv1d_backward(dy, x, kernel), reference(dy, x, kernel))


@check(points=1)
def keeps_to_its_arguments(conv1d_backward, rng):
    """leaves its arguments as they were, and remembers nothing from call to call"""
    expect_steady(conv1d_backward, reference, _args(rng, 2), _args(rng, 2))


@check(points=1)
def sends_one_answer_back(conv1d_backward, rng):
    """if the loss sees one answer of one filter, dx is that filter in that window, dkernel is the window, and dbias is 1"""
    _, x, kernel, _ = _args(rng, B=2, T=9, C=3, K=4, F=2)
    dy, dx, dkernel = np.zeros((2, 6, 2)), np.zeros(x.shape), np.zeros(kernel.shape)
    dy[1, 3, 0] = 1
    dx[1, 3:7], dkernel[..., 0] = kernel[..., 0], x[1, 3:7]
    expect_close(("dx", "dkernel", "dbias"), conv1d_backward(dy, x, kernel), (dx, dkernel, np.array([1.0, 0.0])))


@check(points=3, public=True)
def adds_up_over_all_windows(conv1d_backward, rng):
    """all three gradients are right for a stride of 1: dx adds up where windows overlap, the others over batch and time"""
    expect_answer(conv1d_backward, reference, *_args(rng, B=3, T=6, C=2, K=3, F=4)[:3])


@check(points=2)
def moves_by_any_stride(conv1d_backward, rng):
    """all three gradients are right for larger strides, with zeros in dx where no window has been"""
    for T, K, stride in ((9, 4, 2), (9, 4, 3), (10, 2, 3), (8, 3, 3), (7, 3, 1)):
        expect_answer(conv1d_backward, reference, *_args(rng, stride, T=T, K=K))


@check(points=1)
def takes_any_size(conv1d_backward, rng):
    """works for one sample, window, channel or filter, many of each, whole numbers and inputs of 1000"""
    one_window, square, many, long = (3, 4, 2, 4, 5), (3, 3, 3, 3, 3), (40, 3, 2, 2, 3), (2, 60, 3, 7, 20)
    for sizes in ((1, 5, 2, 3, 4), (3, 1, 2, 1, 3), (3, 6, 1, 2, 3), (2, 5, 3, 4, 1), one_window, square, many, long):
        expect_answer(conv1d_backward, reference, *_args(rng, 1, **dict(zip("BTCKF", sizes, strict=True))))
    dy, _, kernel, stride = _args(rng, 2, B=3, C=2)
    whole = whole_numbers(rng)
    for x in (whole, 1000.0 * whole):
        expect_answer(conv1d_backward, reference, dy, x, kernel, stride)


# ------------------------------------------------------------------------------------------------ mistakes


def turns_the_kernel_round(dy, x, kernel, stride=1):
    """In your dx the kernel is turned round: place k of a window gets dy @ kernel[k].T (sliding over dy turns it)."""
    return layer_backward(dy, x, kernel, stride, back=lambda w: w[::-1])


def turns_the_kernels_gradient_round(dy, x, kernel, stride=1):
    """Your dkernel is turned round in time: its row k is made of the steps at place k of the windows."""
    dx, dkernel, dbias = layer_backward(dy, x, kernel, stride)
    return dx, dkernel[::-1], dbias


def turns_both_round(dy, x, kernel, stride=1):
    """These are the gradients of a convolution that turns its kernel round; conv1d does not."""
    dx, dkernel, dbias = layer_backward(dy, x, kernel, stride, back=lambda w: w[::-1])
    return dx, dkernel[::-1], dbias


def overwrites_overlaps(dy, x, kernel, stride=1):
    """Where windows overlap, your dx holds the last window's part only: add them up, += and not =."""
    return layer_backward(dy, x, kernel, stride, meet=lambda old, new: new)


def averages_overlaps(dy, x, kernel, stride=1):
    """Where windows overlap, you take the mean of their parts; add them up."""
    count, _, _ = layer_backward(np.ones(dy.shape), x, np.ones(kernel.shape), stride)
    dx, *others = layer_backward(dy, x, kernel, stride)
    return dx * kernel.shape[2] / np.maximum(count, kernel.shape[2]), *others


def ignores_the_stride(dy, x, kernel, stride=1):
    """Your windows move by 1; window t begins at t * stride, for dx and for dkernel."""
    return layer_backward(dy, x, kernel, 1)


def ignores_the_stride_in_dx(dy, x, kernel, stride=1):
    """dkernel is right, but in dx your windows move by 1: window t begins at t * stride there too."""
    return layer_backward(dy, x, kernel, stride, steps=1)


def ignores_the_stride_in_dkernel(dy, x, kernel, stride=1):
    """dx is right, but in dkernel your windows move by 1: window t begins at t * stride there too."""
    return layer_backward(dy, x, kernel, stride, taken=lambda windows, stride: every(windows, 1))


def moves_by_the_kernel(dy, x, kernel, stride=1):
    """Your windows move by the kernel size; window t begins at t * stride."""
    return layer_backward(dy, x, kernel, len(kernel))


def cuts_the_tail_off(dy, x, kernel, stride=1):
    """Your dx ends with the last window; it has the shape of x, with zeros where no window has been."""
    dx, *others = layer_backward(dy, x, kernel, stride)
    return dx[:, : (dy.shape[1] - 1) * stride + len(kernel)], *others


def keeps_the_size_of_dy(dy, x, kernel, stride=1):
    """Your dx is as long as dy; it has the shape of x. (np.convolve in mode "full" would make it so.)"""
    dx, *others = layer_backward(dy, x, kernel, stride)
    return dx[:, : dy.shape[1]], *others


def sends_back_the_first_filter_only(dy, x, kernel, stride=1):
    """Only the first filter sends anything back to dx; add up over all filters."""
    _, *others = layer_backward(dy, x, kernel, stride)
    return layer_backward(dy[..., :1], x, kernel[..., :1], stride)[0], *others


def averages_the_filters(dy, x, kernel, stride=1):
    """In dx you take the mean over the filters; add them up."""
    return layer_backward(dy, x, kernel, stride, back=lambda w: w / w.shape[2])


def mixes_up_time_and_channels(dy, x, kernel, stride=1):
    """Your dkernel is laid out channel by channel; its shape is (K, C, F): swap the axes, do not reshape."""
    dx, dkernel, dbias = layer_backward(dy, x, kernel, stride)
    return dx, dkernel.swapaxes(0, 1).reshape(kernel.shape), dbias


def puts_channels_first(dy, x, kernel, stride=1):
    """Your dkernel has shape (C, K, F), as it comes from sliding_window_view; it has that of kernel, (K, C, F)."""
    dx, dkernel, dbias = layer_backward(dy, x, kernel, stride)
    return dx, dkernel.swapaxes(0, 1), dbias


def averages_over_the_batch(dy, x, kernel, stride=1):
    """Your dkernel and dbias are means over the batch; they are sums (a mean loss brings its own 1/B in dy)."""
    dx, dkernel, dbias = layer_backward(dy, x, kernel, stride)
    return dx, dkernel / len(x), dbias / len(x)


def averages_over_time(dy, x, kernel, stride=1):
    """Your dkernel and dbias are means over the windows; they are sums, the same weights work in every window."""
    dx, dkernel, dbias = layer_backward(dy, x, kernel, stride)
    return dx, dkernel / dy.shape[1], dbias / dy.shape[1]


def averages_over_batch_and_time(dy, x, kernel, stride=1):
    """Your dkernel and dbias are means over batch and windows; they are sums over both."""
    dx, dkernel, dbias = layer_backward(dy, x, kernel, stride)
    return dx, dkernel / len(x) / dy.shape[1], dbias / len(x) / dy.shape[1]


def averages_the_bias(dy, x, kernel, stride=1):
    """Your dbias is a mean; every answer adds the same bias, so it is the sum of dy over batch and windows."""
    return layer_backward(dy, x, kernel, stride, summed=lambda dy: dy.mean(axis=(0, 1)))


def leaves_time_unsummed_in_the_bias(dy, x, kernel, stride=1):
    """Your dbias still has a row for every window; sum over axes 0 and 1."""
    return layer_backward(dy, x, kernel, stride, summed=lambda dy: dy.sum(axis=0))


def leaves_samples_unsummed_in_the_bias(dy, x, kernel, stride=1):
    """Your dbias still has a row for every sample; sum over axes 0 and 1."""
    return layer_backward(dy, x, kernel, stride, summed=lambda dy: dy.sum(axis=1))


def gathers_the_last_window_only(dy, x, kernel, stride=1):
    """Your dkernel holds the last window's part only: add up over the windows, += and not =."""
    last = dy * (np.arange(dy.shape[1]) == dy.shape[1] - 1)[:, None]
    dx, _, dbias = layer_backward(dy, x, kernel, stride)
    return dx, layer_backward(last, x, kernel, stride)[1], dbias


def gathers_the_first_sample_only(dy, x, kernel, stride=1):
    """Your dkernel and dbias are those of the first sample; add up over all of them."""
    dx, _, _ = layer_backward(dy, x, kernel, stride)
    return dx, *layer_backward(dy[:1], x[:1], kernel, stride)[1:]


def reads_dy_in_reverse(dy, x, kernel, stride=1):
    """You go through dy from its end but through x from its beginning: window t has dy[:, t]."""
    return layer_backward(dy[:, ::-1], x, kernel, stride)


def forgets_dy(dy, x, kernel, stride=1):
    """Your answer does not depend on dy: everything that comes back is multiplied by it."""
    return layer_backward(np.ones(dy.shape), x, kernel, stride)


def keeps_whole_numbers_whole(dy, x, kernel, stride=1):
    """If x holds whole numbers, your dx is cut to whole numbers: begin with np.zeros(x.shape), not zeros_like(x)."""
    dx, dkernel, dbias = layer_backward(dy, x, kernel, stride)
    return dx.astype(x.dtype).astype(float), dkernel, dbias


def returns_dkernel_first(dy, x, kernel, stride=1):
    """The order is (dx, dkernel, dbias)."""
    dx, dkernel, dbias = layer_backward(dy, x, kernel, stride)
    return dkernel, dbias, dx


def forgets_the_bias(dy, x, kernel, stride=1):
    """dbias is missing: return (dx, dkernel, dbias), the last one the sum of dy over batch and windows."""
    return layer_backward(dy, x, kernel, stride)[:2]
