"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.conv1d.reference import avg_pool1d as right

memory = {}


def _windows(x, size, stride):
    return np.lib.stride_tricks.sliding_window_view(x, size, axis=1)[:, ::stride].astype(float)


def takes_the_smallest(x, size, stride=1):
    return _windows(x, size, stride).min(axis=-1)


def takes_the_first(x, size, stride=1):
    return _windows(x, size, stride)[..., 0]


def takes_the_middle_of_the_range(x, size, stride=1):
    windows = _windows(x, size, stride)
    return (windows.max(axis=-1) + windows.min(axis=-1)) / 2


def takes_the_mean_of_both_ends(x, size, stride=1):
    windows = _windows(x, size, stride)
    return (windows[..., 0] + windows[..., -1]) / 2


def takes_the_root_of_the_mean_square(x, size, stride=1):
    return np.sqrt((_windows(x, size, stride) ** 2).mean(axis=-1))


def takes_the_mean_of_absolute_values(x, size, stride=1):
    return np.abs(_windows(x, size, stride)).mean(axis=-1)


def weighs_the_window(x, size, stride=1):
    weights = np.arange(1, size + 1)
    return _windows(x, size, stride) @ weights / weights.sum()


def divides_by_one_more(x, size, stride=1):
    return right(x, size, stride) * size / (size + 1)


def always_halves(x, size, stride=1):
    return right(x, size, stride) * size / 2


def divides_by_the_length(x, size, stride=1):
    return right(x, size, stride) * size / x.shape[1]


def leaves_the_last_of_the_window_out(x, size, stride=1):
    return _windows(x, size, stride)[..., : max(size - 1, 1)].mean(axis=-1)


def smooths_exponentially(x, size, stride=1):
    y = x.astype(float)
    for t in range(1, x.shape[1]):
        y[:, t] = y[:, t - 1] * (1 - 1 / size) + x[:, t] / size
    return y[:, size - 1 :: stride]


def takes_the_running_mean_of_all(x, size, stride=1):
    y = np.cumsum(x, axis=1) / np.arange(1, x.shape[1] + 1)[:, None]
    return y[:, size - 1 :: stride]


def wraps_around(x, size, stride=1):
    return right(np.concatenate([x, x[:, : size - 1]], axis=1), size, stride)


def starts_with_the_second_place(x, size, stride=1):
    return right(x, size, 1)[:, stride - 1 :: stride]


def counts_from_the_end(x, size, stride=1):
    return right(x[:, ::-1], size, stride)[:, ::-1]


def takes_every_so_many_steps(x, size, stride=1):
    return right(x[:, ::stride], size, 1)


def dilates(x, size, stride=1):
    return _windows(x, (size - 1) * stride + 1, 1)[..., ::stride].mean(axis=-1)


def turns_time_round(x, size, stride=1):
    return right(x, size, stride)[:, ::-1]


def drops_the_first_window(x, size, stride=1):
    return right(x, size, stride)[:, 1:]


def loses_the_first_window_to_a_difference_of_sums(x, size, stride=1):
    total = np.cumsum(x, axis=1)
    return ((total[:, size:] - total[:, :-size]) / size)[:, ::stride]


def strides_by_two_by_default(x, size, stride=2):
    return right(x, size, stride)


def answers_for_the_first_channel(x, size, stride=1):
    return np.repeat(right(x, size, stride)[..., :1], x.shape[2], axis=2)


def answers_for_the_first_sample(x, size, stride=1):
    return np.repeat(right(x[:1], size, stride), len(x), axis=0)


def averages_the_batch(x, size, stride=1):
    return np.broadcast_to(right(x, size, stride).mean(axis=0), right(x, size, stride).shape)


def adds_the_channels(x, size, stride=1):
    return right(x, size, stride).sum(axis=2, keepdims=True)


def forgets_negative_numbers(x, size, stride=1):
    return right(np.maximum(x, 0), size, stride)


def returns_a_list(x, size, stride=1):
    return right(x, size, stride).tolist()


def returns_windows(x, size, stride=1):
    return _windows(x, size, stride)


def works_in_half_precision(x, size, stride=1):
    return right(x.astype(np.float16), size, stride)


def rounds(x, size, stride=1):
    return right(x, size, stride).round(3)


def loses_the_batch_of_one(x, size, stride=1):
    return right(x, size, stride).squeeze()


def answers_once(x, size, stride=1):
    return memory.setdefault((x.shape, size, stride), right(x, size, stride))


def adds_up_in_x(x, size, stride=1):
    y = right(x, size, stride)
    np.cumsum(x, axis=1, out=x)
    return y
