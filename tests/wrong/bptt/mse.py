"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.bptt.reference import mse as right

memory = {}


def squares_after_rounding(y_hat, y):
    return right(np.round(y_hat), np.round(y))


def takes_huber(y_hat, y):
    e = y_hat - y
    small = np.abs(e) <= 1
    return np.mean(np.where(small, e**2, 2 * np.abs(e) - 1)), np.where(small, 2 * e, 2 * np.sign(e)) / e.size


def takes_log_errors(y_hat, y):
    e = np.log1p(np.abs(y_hat)) - np.log1p(np.abs(y))
    return np.mean(e**2), 2 * e / e.size


def divides_by_n_minus_one(y_hat, y):
    loss, dy_hat = right(y_hat, y)
    n = max(y.size - 1, 1)
    return loss * y.size / n, dy_hat * y.size / n


def takes_the_variance(y_hat, y):
    e = y_hat - y
    return np.var(e), 2 * (e - e.mean()) / e.size


def divides_by_the_last_axis(y_hat, y):
    e = y_hat - y
    return np.sum(e**2) / e.shape[-1], 2 * e / e.shape[-1]


def averages_the_last_step_only(y_hat, y):
    loss, dy_hat = right(y_hat[-1:], y[-1:])
    return loss, np.concatenate([0 * dy_hat.repeat(len(y) - 1, axis=0), dy_hat])


def sees_the_first_sample(y_hat, y):
    return right(y_hat[:1], y[:1])[0], right(y_hat, y)[1]


def clips_the_gradient(y_hat, y):
    loss, dy_hat = right(y_hat, y)
    return loss, np.clip(dy_hat, -0.1, 0.1)


def averages_the_squares_of_means(y_hat, y):
    e = y_hat - y
    return np.mean(e.mean(axis=0) ** 2), 2 * e / e.size


def divides_by_the_targets(y_hat, y):
    e = (y_hat - y) / (np.abs(y) + 1e-8)
    return np.mean(e**2), 2 * e / e.size


def expects_two_axes(y_hat, y):
    e = y_hat - y
    return np.sum(e**2) / (e.shape[0] * e.shape[1]), 2 * e / (e.shape[0] * e.shape[1])


def floors_whole_numbers(y_hat, y):
    loss, dy_hat = right(y_hat, y)
    return loss, dy_hat.astype(y.dtype)


def flattens_the_gradient(y_hat, y):
    loss, dy_hat = right(y_hat, y)
    return loss, dy_hat.ravel()


def remembers_the_first_size(y_hat, y):
    n = memory.setdefault("size", y.size)
    e = y_hat - y
    return np.sum(e**2) / n, 2 * e / n


def adds_up_over_calls(y_hat, y):
    memory["loss"] = memory.get("loss", 0) + right(y_hat, y)[0]
    return memory["loss"], right(y_hat, y)[1]


def works_in_half_precision(y_hat, y):
    return right(y_hat.astype(np.float16), y.astype(np.float16))


def returns_text(y_hat, y):
    loss, dy_hat = right(y_hat, y)
    return f"{loss:.4f}", dy_hat


def returns_lists(y_hat, y):
    loss, dy_hat = right(y_hat, y)
    return loss, dy_hat.tolist()


def overwrites_y(y_hat, y):
    answer = right(y_hat, y)
    y[...] = y_hat
    return answer
