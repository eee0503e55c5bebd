"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.conv1d.reference import max_pool1d as right

memory = {}


def _windows(x, size, stride):
    return np.lib.stride_tricks.sliding_window_view(x, size, axis=1)[:, ::stride]


def starts_at_minus_one_thousand(x, size, stride=1):
    return np.maximum(right(x, size, stride), -1000)


def takes_the_second_largest(x, size, stride=1):
    return np.sort(_windows(x, size, stride), axis=-1)[..., max(size - 2, 0)].astype(float)


def takes_the_last(x, size, stride=1):
    return _windows(x, size, stride)[..., -1].astype(float)


def takes_the_median(x, size, stride=1):
    return np.median(_windows(x, size, stride), axis=-1)


def takes_the_range(x, size, stride=1):
    return np.ptp(_windows(x, size, stride), axis=-1).astype(float)


def takes_a_soft_maximum(x, size, stride=1):
    return np.log(np.exp(_windows(x, size, stride)).sum(axis=-1))


def looks_at_both_ends_only(x, size, stride=1):
    windows = _windows(x, size, stride)
    return np.maximum(windows[..., 0], windows[..., -1]).astype(float)


def looks_at_two_neighbours(x, size, stride=1):
    return right(x, size, stride) if size < 2 else np.maximum(*(_windows(x, size, stride)[..., k] for k in (0, 1))).astype(float)


def leaves_the_last_of_the_window_out(x, size, stride=1):
    return _windows(x, size, stride)[..., : max(size - 1, 1)].max(axis=-1).astype(float)


def makes_the_window_one_longer(x, size, stride=1):
    return right(np.concatenate([x, x[:, -1:]], axis=1), size + 1, stride)


def wraps_around(x, size, stride=1):
    return right(np.concatenate([x, x[:, : size - 1]], axis=1), size, stride)


def never_goes_down(x, size, stride=1):
    return np.maximum.accumulate(right(x, size, stride), axis=1)


def starts_with_the_second_place(x, size, stride=1):
    return right(x, size, 1)[:, stride - 1 :: stride]


def counts_from_the_end(x, size, stride=1):
    return right(x[:, ::-1], size, stride)[:, ::-1]


def takes_every_so_many_steps(x, size, stride=1):
    return right(x[:, ::stride], size, 1)


def dilates(x, size, stride=1):
    return _windows(x, (size - 1) * stride + 1, 1)[..., ::stride].max(axis=-1).astype(float)


def turns_time_round(x, size, stride=1):
    return right(x, size, stride)[:, ::-1]


def drops_the_first_window(x, size, stride=1):
    return right(x, size, stride)[:, 1:]


def strides_by_two_by_default(x, size, stride=2):
    return right(x, size, stride)


def answers_for_the_first_channel(x, size, stride=1):
    return np.repeat(right(x, size, stride)[..., :1], x.shape[2], axis=2)


def answers_for_the_first_sample(x, size, stride=1):
    return np.repeat(right(x[:1], size, stride), len(x), axis=0)


def pools_the_batch(x, size, stride=1):
    return np.broadcast_to(right(x, size, stride).max(axis=0), right(x, size, stride).shape)


def adds_the_channels(x, size, stride=1):
    return right(x, size, stride).sum(axis=2, keepdims=True)


def returns_both(x, size, stride=1):
    return right(x, size, stride), _windows(x, size, stride).argmax(axis=-1)


def returns_a_list(x, size, stride=1):
    return right(x, size, stride).tolist()


def puts_windows_first(x, size, stride=1):
    return np.stack([x[:, t : t + size].max(axis=1) for t in range(0, x.shape[1] - size + 1, stride)]).astype(float)


def works_in_half_precision(x, size, stride=1):
    return right(x.astype(np.float16), size, stride)


def rounds(x, size, stride=1):
    return right(x, size, stride).round(3)


def loses_the_batch_of_one(x, size, stride=1):
    return right(x, size, stride).squeeze()


def fails_for_whole_numbers(x, size, stride=1):
    if x.dtype.kind == "i":
        raise TypeError("floats only")
    return right(x, size, stride)


def answers_once(x, size, stride=1):
    return memory.setdefault((x.shape, size, stride), right(x, size, stride))


def sorts_x(x, size, stride=1):
    y = right(x, size, stride)
    x.sort(axis=1)
    return y


def is_right_for_short_sequences(x, size, stride=1):
    return right(x, size, stride) * (np.arange((x.shape[1] - size) // stride + 1) < 20)[:, None]
