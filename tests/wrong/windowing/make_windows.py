"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.windowing.reference import make_windows as right

memory = {}
rng = np.random.default_rng(0)


def keeps_short_windows(data, length):
    return np.array([data[i : i + length] for i in range(len(data))])


def returns_a_list(data, length):
    return list(right(data, length))


def answers_the_example(data, length):
    return np.array([[[6.0, 92], [9, 85], [7, 88]], [[9, 85], [7, 88], [8, 91]], [[7, 88], [8, 91], [6, 89]]])


def shuffles_the_windows(data, length):
    return rng.permutation(right(data, length))


def sorts_the_windows(data, length):
    windows = right(data, length)
    return windows[np.argsort(windows[:, 0, 0])]


def sorts_within_windows(data, length):
    return np.sort(right(data, length), axis=1)


def centres_each_window(data, length):
    windows = right(data, length)
    return windows - windows.mean(axis=1, keepdims=True)


def scales_the_data(data, length):
    return right((data - data.mean(axis=0)) / (data.std(axis=0) + 1e-9), length)


def divides_by_a_thousand(data, length):
    return right(data, length) / 1000


def cuts_to_whole_numbers(data, length):
    return right(data, length).astype(int)


def rounds(data, length):
    return right(data, length).round(2)


def works_in_half_precision(data, length):
    return right(data, length).astype(np.float16)


def uses_zeros_for_the_first_row(data, length):
    return right(np.vstack([data[:1] * 0, data[1:]]), length)


def squeezes_one_feature(data, length):
    windows = right(data, length)
    return windows[:, :, 0] if windows.shape[2] == 1 else windows


def squeezes_one_window(data, length):
    windows = right(data, length)
    return windows[0] if len(windows) == 1 else windows


def squeezes_windows_of_one_row(data, length):
    windows = right(data, length)
    return windows[:, 0] if length == 1 else windows


def stops_after_a_hundred(data, length):
    return right(data, length)[:100]


def always_makes_windows_of_three(data, length):
    return right(data, min(3, len(data)))


def answers_once(data, length):
    return memory.setdefault((data.shape, length), right(data, length))


def clears_the_data(data, length):
    windows = right(data, length).copy()
    data[:] = 0
    return windows


def writes_zeros_into_the_last_row(data, length):
    windows = right(data, length)
    answer = windows.copy()
    data[-1] = 0
    return answer


def goes_by_the_columns(data, length):
    return np.lib.stride_tricks.sliding_window_view(data, min(length, data.shape[1]), axis=1)


def tiles_the_data(data, length):
    return np.resize(data.astype(float), (len(data) - length + 1, length, data.shape[1]))


def averages_within_windows(data, length):
    windows = right(data, length)
    return np.repeat(windows.mean(axis=1, keepdims=True), length, axis=1)


def differs_from_the_row_before(data, length):
    return right(np.diff(data, axis=0, prepend=data[:1]), length)


def adds_a_batch_axis(data, length):
    return right(data, length)[None]


def returns_answers_too(data, length):
    return right(data, length), data[length - 1 :, 0]


def puts_the_windows_last(data, length):
    return right(data, length).transpose(1, 2, 0)


def gives_up(data, length):
    raise ValueError("expected ndim=3, found ndim=2")


def returns_zeros(data, length):
    return np.zeros((len(data) - length + 1, length, data.shape[1]))
