"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.windowing.reference import moving_average_forecast as right

memory = {}


def always_averages_three(X, target, width):
    return X[:, -3:, target].mean(axis=1)


def weighs_later_values_more(X, target, width):
    weights = np.arange(1, width + 1)
    return X[:, -width:, target] @ weights / weights.sum()


def averages_exponentially(X, target, width):
    weights = 0.5 ** np.arange(width)[::-1]
    return X[:, -width:, target] @ weights / weights.sum()


def averages_geometrically(X, target, width):
    return np.exp(np.log(np.abs(X[:, -width:, target]) + 1e-9).mean(axis=1))


def averages_the_ends(X, target, width):
    return (X[:, -width, target] + X[:, -1, target]) / 2


def averages_the_changes(X, target, width):
    part = X[:, -width:, target]
    return part[:, -1] + np.diff(part, axis=1, prepend=part[:, :1]).mean(axis=1)


def goes_on_with_the_line(X, target, width):
    steps = np.arange(width)
    slope = [np.polyfit(steps, row, 1) if width > 1 else (0, row[0]) for row in X[:, -width:, target]]
    return np.array([a * width + b for a, b in slope])


def takes_the_middle_of_the_range(X, target, width):
    part = X[:, -width:, target]
    return (part.min(axis=1) + part.max(axis=1)) / 2


def takes_the_largest(X, target, width):
    return X[:, -width:, target].max(axis=1) * 1.0


def takes_the_smallest(X, target, width):
    return X[:, -width:, target].min(axis=1) * 1.0


def takes_every_other(X, target, width):
    return X[:, -width::2, target].mean(axis=1)


def takes_the_next_column(X, target, width):
    return X[:, -width:, (target + 1) % X.shape[2]].mean(axis=1)


def looks_into_the_next_window(X, target, width):
    return np.roll(X[:, -width:, target].mean(axis=1), -1)


def smooths_over_windows(X, target, width):
    return np.convolve(X[:, -1, target], np.ones(width) / width, "full")[: len(X)]


def returns_the_running_mean(X, target, width):
    return np.stack([np.convolve(row, np.ones(width) / width, "valid") for row in X[:, :, target]])


def divides_by_one_more(X, target, width):
    return X[:, -width:, target].sum(axis=1) / (width + 1)


def divides_by_the_features(X, target, width):
    return X[:, -width:, target].sum(axis=1) / X.shape[2]


def rounds(X, target, width):
    return right(X, target, width).round(1)


def returns_whole_numbers(X, target, width):
    return right(X, target, width).astype(int)


def keeps_whole_numbers(X, target, width):
    forecast = np.zeros_like(X[:, 0, 0])
    forecast[:] = right(X, target, width)
    return forecast * 1.0


def returns_a_list(X, target, width):
    return right(X, target, width).tolist()


def works_in_half_precision(X, target, width):
    return right(X, target, width).astype(np.float16)


def returns_the_slides_answer(X, target, width):
    return np.full(len(X), 12.0)


def is_wrong_for_the_whole_window(X, target, width):
    return right(X, target, width if width < X.shape[1] else max(width - 1, 1))


def is_wrong_for_a_width_of_one(X, target, width):
    return right(X, target, max(width, 2))


def answers_once(X, target, width):
    return memory.setdefault((X.shape, target, width), right(X[:1], target, width).repeat(len(X)))


def clears_the_windows(X, target, width):
    forecast = right(X, target, width)
    X[:] = 0
    return forecast


def squeezes_one_window(X, target, width):
    return right(X, target, width).squeeze()
