"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.conv1d.reference import conv1d as right

memory = {}


def turns_both_axes_round(x, kernel, bias, stride=1, padding="valid"):
    return right(x, kernel[::-1, ::-1], bias, stride, padding)


def turns_the_filters_round(x, kernel, bias, stride=1, padding="valid"):
    return right(x, kernel[..., ::-1], bias, stride, padding)


def turns_the_bias_round(x, kernel, bias, stride=1, padding="valid"):
    return right(x, kernel, bias[::-1], stride, padding)


def averages_the_channels(x, kernel, bias, stride=1, padding="valid"):
    return right(x, kernel / x.shape[2], bias, stride, padding)


def averages_the_window(x, kernel, bias, stride=1, padding="valid"):
    return right(x, kernel / len(kernel), bias, stride, padding)


def averages_everything(x, kernel, bias, stride=1, padding="valid"):
    return right(x, kernel, bias, stride, padding) / kernel[..., 0].size


def adds_channels_before_it_multiplies(x, kernel, bias, stride=1, padding="valid"):
    return right(x.sum(axis=2, keepdims=True), kernel.sum(axis=1, keepdims=True), bias, stride, padding)


def leaves_the_last_channel_out(x, kernel, bias, stride=1, padding="valid"):
    return right(x[..., :-1], kernel[:, :-1], bias, stride, padding)


def turns_the_channels_round(x, kernel, bias, stride=1, padding="valid"):
    return right(x[..., ::-1], kernel, bias, stride, padding)


def pads_causal_on_both_sides(x, kernel, bias, stride=1, padding="valid"):
    if padding == "causal":
        x = np.pad(x, ((0, 0), (0, len(kernel) - 1), (0, 0)))
    return right(x, kernel, bias, stride, padding)


def pads_one_zero_too_many(x, kernel, bias, stride=1, padding="valid"):
    if padding == "causal":
        x = np.pad(x, ((0, 0), (1, 0), (0, 0)))
    return right(x, kernel, bias, stride, padding)


def mirrors_at_the_ends(x, kernel, bias, stride=1, padding="valid"):
    K, T = len(kernel), x.shape[1]
    needed = max((-(-T // stride) - 1) * stride + K - T, 0)
    left, right_ = {"valid": (0, 0), "same": (needed // 2, needed - needed // 2), "causal": (K - 1, 0)}[padding]
    return right(np.pad(x, ((0, 0), (left, right_), (0, 0)), mode="reflect"), kernel, bias, stride)


def pads_with_the_mean(x, kernel, bias, stride=1, padding="valid"):
    mean = x.mean(axis=1, keepdims=True)
    return right(x - mean, kernel, bias, stride, padding) + np.einsum("bc,kcf->bf", mean[:, 0], kernel)[:, None]


def pads_same_by_default(x, kernel, bias, stride=1, padding="same"):
    return right(x, kernel, bias, stride, padding)


def pads_causal_by_default(x, kernel, bias, stride=1, padding="causal"):
    return right(x, kernel, bias, stride, padding)


def strides_by_two_by_default(x, kernel, bias, stride=2, padding="valid"):
    return right(x, kernel, bias, stride, padding)


def keeps_the_tail(x, kernel, bias, stride=1, padding="valid"):
    missing = -(x.shape[1] - len(kernel)) % stride if padding == "valid" else 0
    return right(np.pad(x, ((0, 0), (0, missing), (0, 0))), kernel, bias, stride, padding)


def starts_with_the_second_place(x, kernel, bias, stride=1, padding="valid"):
    return right(x, kernel, bias, 1, padding)[:, stride - 1 :: stride]


def counts_from_the_end(x, kernel, bias, stride=1, padding="valid"):
    return right(x, kernel, bias, 1, padding)[:, ::-1][:, ::stride][:, ::-1]


def forgets_the_stride_when_padded(x, kernel, bias, stride=1, padding="valid"):
    return right(x, kernel, bias, stride if padding == "valid" else 1, padding)


def pads_first_and_strides_valid_ones_only(x, kernel, bias, stride=1, padding="valid"):
    y = right(x, kernel, bias, 1, padding)
    return y[:, ::stride] if padding == "valid" else y[:, : -(-x.shape[1] // stride)]


def dilates(x, kernel, bias, stride=1, padding="valid"):
    wide = np.zeros(((len(kernel) - 1) * stride + 1, *kernel.shape[1:]))
    wide[::stride] = kernel
    return right(x, wide, bias, 1, padding)


def drops_the_first_answer(x, kernel, bias, stride=1, padding="valid"):
    return right(x, kernel, bias, stride, padding)[:, 1:]


def uses_one_filter_for_all(x, kernel, bias, stride=1, padding="valid"):
    return right(x, np.repeat(kernel[..., :1], kernel.shape[2], axis=2), bias, stride, padding)


def adds_the_filters_up(x, kernel, bias, stride=1, padding="valid"):
    return right(x, kernel, bias, stride, padding).sum(axis=2)


def adds_the_bias_for_every_channel(x, kernel, bias, stride=1, padding="valid"):
    return right(x, kernel, bias * x.shape[2], stride, padding)


def adds_the_first_bias_only(x, kernel, bias, stride=1, padding="valid"):
    return right(x, kernel, bias[0], stride, padding)


def subtracts_the_bias(x, kernel, bias, stride=1, padding="valid"):
    return right(x, kernel, -bias, stride, padding)


def squashes(x, kernel, bias, stride=1, padding="valid"):
    return np.tanh(right(x, kernel, bias, stride, padding))


def takes_the_absolute_value(x, kernel, bias, stride=1, padding="valid"):
    return np.abs(right(x, kernel, bias, stride, padding))


def takes_the_largest_product(x, kernel, bias, stride=1, padding="valid"):
    windows = np.lib.stride_tricks.sliding_window_view(x, len(kernel), axis=1)[:, ::stride]
    return (windows[..., None] * kernel.swapaxes(0, 1)).max(axis=(2, 3)) + bias


def answers_for_the_first_sample(x, kernel, bias, stride=1, padding="valid"):
    return np.repeat(right(x[:1], kernel, bias, stride, padding), len(x), axis=0)


def averages_the_batch(x, kernel, bias, stride=1, padding="valid"):
    return right(np.broadcast_to(x.mean(axis=0), x.shape), kernel, bias, stride, padding)


def centres_the_input(x, kernel, bias, stride=1, padding="valid"):
    return right(x - x.mean(axis=1, keepdims=True), kernel, bias, stride, padding)


def scales_the_kernel_to_length_one(x, kernel, bias, stride=1, padding="valid"):
    return right(x, kernel / np.linalg.norm(kernel, axis=(0, 1)), bias, stride, padding)


def transposes_square_kernels(x, kernel, bias, stride=1, padding="valid"):
    if kernel.shape[1] == kernel.shape[2]:
        kernel = kernel.swapaxes(1, 2)
    return right(x, kernel, bias, stride, padding)


def reads_square_inputs_channels_first(x, kernel, bias, stride=1, padding="valid"):
    if x.shape[1] == x.shape[2]:
        x = x.swapaxes(1, 2)
    return right(x, kernel, bias, stride, padding)


def wants_channels_first(x, kernel, bias, stride=1, padding="valid"):
    return right(x.swapaxes(1, 2), kernel, bias, stride, padding)


def is_for_kernels_of_three(x, kernel, bias, stride=1, padding="valid"):
    return right(x, kernel[:3], bias, stride, padding)


def fails_for_long_kernels(x, kernel, bias, stride=1, padding="valid"):
    if len(kernel) > x.shape[1]:
        raise ValueError("the kernel is too long")
    return right(x, kernel, bias, stride, padding)


def knows_no_causal_padding(x, kernel, bias, stride=1, padding="valid"):
    if padding == "causal":
        raise ValueError(padding)
    return right(x, kernel, bias, stride, padding)


def loses_the_batch_of_one(x, kernel, bias, stride=1, padding="valid"):
    return right(x, kernel, bias, stride, padding).squeeze()


def works_in_half_precision(x, kernel, bias, stride=1, padding="valid"):
    return right(x.astype(np.float16), kernel.astype(np.float16), bias, stride, padding)


def rounds(x, kernel, bias, stride=1, padding="valid"):
    return right(x, kernel, bias, stride, padding).round(3)


def clips(x, kernel, bias, stride=1, padding="valid"):
    return np.clip(right(x, kernel, bias, stride, padding), -100, 100)


def answers_once(x, kernel, bias, stride=1, padding="valid"):
    return memory.setdefault((x.shape, kernel.shape, stride, padding), right(x, kernel, bias, stride, padding))


def remembers_the_first_kernel(x, kernel, bias, stride=1, padding="valid"):
    return right(x, memory.setdefault(("kernel", kernel.shape), kernel.copy()), bias, stride, padding)


def zeroes_the_edge_of_x(x, kernel, bias, stride=1, padding="valid"):
    y = right(x, kernel, bias, stride, padding)
    x[:, 0] = 0
    return y


def turns_the_callers_kernel_round(x, kernel, bias, stride=1, padding="valid"):
    y = right(x, kernel, bias, stride, padding)
    kernel[:] = kernel[::-1].copy()
    return y


def returns_a_list(x, kernel, bias, stride=1, padding="valid"):
    return right(x, kernel, bias, stride, padding).tolist()


def returns_the_windows_too(x, kernel, bias, stride=1, padding="valid"):
    return right(x, kernel, bias, stride, padding), x


def prints_only(x, kernel, bias, stride=1, padding="valid"):
    right(x, kernel, bias, stride, padding)
