"""Checks of `conv1d`, and the mistakes they recognise (decks 0 and 1, "1-D Convolutional Layers")."""

import numpy as np

from autograder.checks import check, expect_answer, expect_close, expect_contract, expect_unchanged
from solutions.conv1d._inputs import layer_args, whole_numbers
from solutions.conv1d._layers import instead, layer, only, zeros_around
from solutions.conv1d.reference import conv1d as reference

name = "conv1d"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_an_answer_per_window_and_filter(conv1d, rng):
    """returns y, a finite float64 array of shape (B, T', F)"""
    args = layer_args(rng)
    expect_contract("y", conv1d(*args), reference(*args))


@check(points=1)
def keeps_to_its_arguments(conv1d, rng):
    """leaves its arguments as they were, and remembers nothing from call to call"""
    first, second = layer_args(rng), layer_args(rng)
    for padding in ("valid", "same"):
        for args in (first, second, first):
            expect_answer(conv1d, reference, *args, 1, padding)
    expect_unchanged(conv1d)


@check(points=1)
def copies_what_a_single_one_points_at(conv1d, rng):
    """a filter that holds a single 1 copies one channel of the input, its bias added; a filter of zeros gives its bias"""
    x, _, bias = layer_args(rng, T=9, K=3, F=2)
    kernel = np.zeros((3, 3, 2))
    kernel[2, 1, 0] = 1
    copy = np.stack([x[:, 2:, 1], 0 * x[:, 2:, 1]], axis=2)
    expect_close("y", conv1d(x, kernel, bias), copy + bias)


@check(points=1)
def moves_with_the_input(conv1d, rng):
    """what comes two steps later in the input comes two steps later in the output"""
    x, kernel, bias = layer_args(rng, B=3, T=10)
    later = np.roll(x, 2, axis=1)
    expect_close("y", conv1d(later, kernel, bias)[:, 2:], reference(x, kernel, bias)[:, :-2])


@check(points=3, public=True)
def slides_every_filter(conv1d, rng):
    """multiplies and adds up over the window and over the channels, for every filter, and adds its bias"""
    expect_answer(conv1d, reference, *layer_args(rng, T=6, C=2, K=3, F=4))


@check(points=2, public=True)
def moves_by_the_stride(conv1d, rng):
    """moves the window by the stride, and drops what does not fill a window"""
    for stride in (2, 3):
        expect_answer(conv1d, reference, *layer_args(rng, T=9, C=2, K=4, F=3), stride)


@check(points=2, public=True)
def pads_to_the_same_length(conv1d, rng):
    """padding "same" adds as many zeros as the windows need, an odd one after the sequence"""
    for K, stride in ((3, 1), (4, 1), (3, 2)):
        expect_answer(conv1d, reference, *layer_args(rng, B=1, T=6, C=2, K=K), stride, "same")


@check(points=1, public=True)
def pads_before_only(conv1d, rng):
    """padding "causal" adds K - 1 zeros before the sequence and none after"""
    for stride in (1, 2):
        expect_answer(conv1d, reference, *layer_args(rng, B=1, T=6, C=2, K=3), stride, "causal")


@check(points=1)
def does_not_look_ahead(conv1d, rng):
    """with padding "causal", an output does not depend on later inputs"""
    x, kernel, bias = layer_args(rng, T=9)
    other = np.where(np.arange(9)[:, None] < 5, x, -x)
    expect_close("y", conv1d(other, kernel, bias, 1, "causal")[:, :5], reference(x, kernel, bias, 1, "causal")[:, :5])


@check(points=2)
def pads_for_any_kernel_and_stride(conv1d, rng):
    """both paddings are right for odd and even kernels, any stride, and kernels longer than the sequence"""
    for T, K, stride in ((7, 4, 2), (6, 2, 3), (7, 5, 3), (9, 1, 4), (3, 6, 2), (5, 7, 1), (8, 6, 1)):
        for padding in ("same", "causal"):
            expect_answer(conv1d, reference, *layer_args(rng, T=T, K=K), stride, padding)


@check(points=1)
def takes_any_size(conv1d, rng):
    """works for one sample, step, channel or filter, many of each, whole numbers and inputs of 1000"""
    square, long = (3, 3, 3, 3, 3), (2, 60, 3, 7, 20)
    for sizes in ((1, 5, 2, 3, 4), (3, 1, 2, 1, 3), (3, 6, 1, 2, 3), (2, 5, 3, 4, 1), (40, 3, 2, 2, 3), long, square):
        for options in ((1, "valid"), (2, "same")):
            expect_answer(conv1d, reference, *layer_args(rng, *sizes), *options)
    _, kernel, bias = layer_args(rng, C=2)
    x = whole_numbers(rng)
    for large in (x, 1000.0 * x):
        expect_answer(conv1d, reference, large, kernel, bias, 2, "causal")


# ------------------------------------------------------------------------------------------------ mistakes


def turns_the_kernel_round(x, kernel, bias, stride=1, padding="valid"):
    """Your kernel is turned round, as np.convolve does it; its first row meets the first step of the window."""
    return layer(x, kernel[::-1], bias, stride, padding)


def adds_all_zeros_whatever_is_asked(x, kernel, bias, stride=1, padding="valid"):
    """You pad K - 1 zeros on both sides, as mode "full" of np.convolve does; only padding says where zeros go."""
    return layer(x, kernel, bias, stride, padding, around=lambda T, K, stride, padding: (K - 1, K - 1))


def convolves_fully(x, kernel, bias, stride=1, padding="valid"):
    """That is np.convolve in mode "full": your kernel is turned round, and K - 1 zeros come on both sides."""
    return layer(x, kernel[::-1], bias, stride, padding, around=lambda T, K, stride, padding: (K - 1, K - 1))


def pads_same_whatever_is_asked(x, kernel, bias, stride=1, padding="valid"):
    """You pad as for "same" whatever padding says; "valid", the default, pads nothing."""
    return layer(x, kernel, bias, stride, padding, around=only("same"))


def convolves_to_the_same_length(x, kernel, bias, stride=1, padding="valid"):
    """That is np.convolve in mode "same": your kernel is turned round, and zeros come whatever padding says."""
    return layer(x, kernel[::-1], bias, stride, padding, around=only("same"))


def pads_causal_whatever_is_asked(x, kernel, bias, stride=1, padding="valid"):
    """You pad K - 1 zeros in front whatever padding says; "valid", the default, pads nothing."""
    return layer(x, kernel, bias, stride, padding, around=only("causal"))


def never_pads(x, kernel, bias, stride=1, padding="valid"):
    """You do not pad, whatever padding says: "same" and "causal" want zeros around the sequence first."""
    return layer(x, kernel, bias, stride, padding, around=only("valid"))


def swaps_same_and_causal(x, kernel, bias, stride=1, padding="valid"):
    """Your "same" and "causal" are swapped: "causal" has all its zeros in front, "same" on both sides."""
    return layer(x, kernel, bias, stride, {"same": "causal", "causal": "same"}.get(padding, padding))


def pads_causal_behind(x, kernel, bias, stride=1, padding="valid"):
    """Your "causal" has its zeros behind the sequence, so it sees the future; they go in front."""
    return layer(x, kernel, bias, stride, padding, around=instead("causal", lambda K: (0, K - 1)))


def sees_only_the_past(x, kernel, bias, stride=1, padding="valid"):
    """Your "causal" puts K zeros in front, so y_t does not see x_t itself: it is K - 1 zeros."""
    late = np.roll(np.pad(x, ((0, 0), (0, 1), (0, 0))), 1, axis=1)[:, :-1] if padding == "causal" else x
    return layer(late, kernel, bias, stride, padding)


def puts_the_odd_zero_first(x, kernel, bias, stride=1, padding="valid"):
    """In "same", if the number of zeros is odd, the odd one goes after the sequence; yours goes before."""
    return layer(x, kernel, bias, stride, padding,
                 around=lambda T, K, s, p: zeros_around(T, K, s, p)[::-1 if p == "same" else 1])


def pads_same_as_if_the_stride_were_one(x, kernel, bias, stride=1, padding="valid"):
    """Your "same" always has K - 1 zeros; with a stride it needs max((T' - 1) * stride + K - T, 0), which is fewer."""
    return layer(x, kernel, bias, stride, padding, around=lambda T, K, s, p: zeros_around(T, K, 1, p))


def pads_half_a_kernel(x, kernel, bias, stride=1, padding="valid"):
    """Your "same" has K // 2 zeros on either side, as padding=K // 2 in PyTorch; Keras adds only as many as are needed."""
    return layer(x, kernel, bias, stride, padding, around=instead("same", lambda K: (K // 2, K // 2)))


def repeats_the_edge(x, kernel, bias, stride=1, padding="valid"):
    """You pad with the first and last step of the sequence; pad with zeros."""
    return layer(x, kernel, bias, stride, padding, fill="edge")


def wraps_around(x, kernel, bias, stride=1, padding="valid"):
    """At its ends your sequence goes on at the other end (np.roll does that); pad with zeros."""
    return layer(x, kernel, bias, stride, padding, fill="wrap")


def ignores_the_stride(x, kernel, bias, stride=1, padding="valid"):
    """Your window always moves by 1; it moves by stride."""
    return layer(x, kernel, bias, 1, padding)


def moves_by_the_kernel(x, kernel, bias, stride=1, padding="valid"):
    """Your window moves by its own size; it moves by stride, so that windows overlap."""
    return layer(x, kernel, bias, len(kernel), padding)


def strides_over_the_input(x, kernel, bias, stride=1, padding="valid"):
    """You take every stride-th step of the input; within a window all steps count, it is the window that moves by stride."""
    return layer(x[:, ::stride], kernel, bias, 1, padding)


def stops_one_window_early(x, kernel, bias, stride=1, padding="valid"):
    """The last window is missing: range(0, T - K, stride) leaves it out, add 1 to its end."""
    return layer(x, kernel, bias, stride, padding, taken=lambda windows, stride: windows[:, :-1][:, ::stride])


def counts_one_window_too_few(x, kernel, bias, stride=1, padding="valid"):
    """You make (T - K) // stride windows; there is one more, the one at the start."""
    return layer(x, kernel, bias, stride, padding, taken=lambda windows, stride: windows[:, ::stride][:, :-1])


def forgets_the_bias(x, kernel, bias, stride=1, padding="valid"):
    """The bias is missing: each filter adds its own to all its outputs."""
    return layer(x, kernel, bias, stride, padding, biases=0)


def adds_the_bias_at_every_step(x, kernel, bias, stride=1, padding="valid"):
    """The bias is added K times, perhaps inside the loop over the window; add it once per output."""
    return layer(x, kernel, bias, stride, padding, biases=len(kernel))


def leaves_the_channels_apart(x, kernel, bias, stride=1, padding="valid"):
    """Your answer still has an axis for channels: a filter adds up over all of them."""
    return layer(x, kernel, bias, stride, padding, sums="btck,kcf->btcf")


def sees_the_first_channel_only(x, kernel, bias, stride=1, padding="valid"):
    """Only the first channel of x counts in your answer; add up over all of them."""
    return layer(x[..., :1], kernel[:, :1], bias, stride, padding)


def mixes_up_time_and_channels(x, kernel, bias, stride=1, padding="valid"):
    """Your windows are laid out channel by channel, the kernel step by step: swap axes 2 and 3 of the windows."""
    K, C, F = kernel.shape
    return layer(x, kernel.reshape(C, K, F).swapaxes(0, 1), bias, stride, padding)


def puts_filters_before_time(x, kernel, bias, stride=1, padding="valid"):
    """Your answer has shape (B, F, T'), as in PyTorch; here filters come last, as channels do in x."""
    return layer(x, kernel, bias, stride, padding).swapaxes(1, 2)


def applies_relu(x, kernel, bias, stride=1, padding="valid"):
    """You set negative answers to 0; the layer has no activation."""
    return np.maximum(layer(x, kernel, bias, stride, padding), 0)


def keeps_whole_numbers_whole(x, kernel, bias, stride=1, padding="valid"):
    """If x holds whole numbers, your answers are cut to whole numbers: begin with np.zeros(shape), not zeros_like(x)."""
    y = layer(x, kernel, bias, stride, padding)
    return y.astype(x.dtype).astype(float)
