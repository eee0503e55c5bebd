"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np


def _windows(data, length, horizon, target):
    data = np.asarray(data, dtype=float)
    rows = np.arange(len(data) - length - horizon + 1)
    return data[rows[:, None] + np.arange(length)], data[rows + length - 1 + horizon, target]


def _dataset(*parts):
    import tensorflow as tf

    return tf.data.Dataset.from_tensor_slices(parts)


def shuffles(data, length, horizon, target, batch_size):
    return _dataset(*_windows(data, length, horizon, target)).shuffle(1000, seed=3).batch(batch_size)


def shuffles_the_batches(data, length, horizon, target, batch_size):
    return _dataset(*_windows(data, length, horizon, target)).batch(batch_size).shuffle(100, seed=5)


def repeats_for_ever(data, length, horizon, target, batch_size):
    return _dataset(*_windows(data, length, horizon, target)).batch(batch_size).repeat()


def repeats_twice(data, length, horizon, target, batch_size):
    return _dataset(*_windows(data, length, horizon, target)).batch(batch_size).repeat(2)


def answers_arrays(data, length, horizon, target, batch_size):
    return _windows(data, length, horizon, target)


def answers_a_list_of_batches(data, length, horizon, target, batch_size):
    X, y = _windows(data, length, horizon, target)
    return [(X[n : n + batch_size], y[n : n + batch_size]) for n in range(0, len(X), batch_size)]


def answers_a_generator(data, length, horizon, target, batch_size):
    X, y = _windows(data, length, horizon, target)
    return ((X[n : n + batch_size], y[n : n + batch_size]) for n in range(0, len(X), batch_size))


def names_its_parts(data, length, horizon, target, batch_size):
    import tensorflow as tf

    X, y = _windows(data, length, horizon, target)
    return tf.data.Dataset.from_tensor_slices({"X": X, "y": y}).batch(batch_size)


def batches_twice(data, length, horizon, target, batch_size):
    return _dataset(*_windows(data, length, horizon, target)).batch(batch_size).batch(2)


def leaves_out_the_first_window(data, length, horizon, target, batch_size):
    X, y = _windows(data, length, horizon, target)
    return _dataset(X[1:], y[1:]).batch(batch_size)


def takes_the_newest_first(data, length, horizon, target, batch_size):
    X, y = _windows(data, length, horizon, target)
    return _dataset(X[::-1], y[::-1]).batch(batch_size)


def adds_weights(data, length, horizon, target, batch_size):
    X, y = _windows(data, length, horizon, target)
    return _dataset(X, y, np.ones(len(y))).batch(batch_size)


def rounds_to_whole_numbers(data, length, horizon, target, batch_size):
    X, y = _windows(data, length, horizon, target)
    return _dataset(np.rint(X), y).batch(batch_size)


def scales_the_data(data, length, horizon, target, batch_size):
    data = np.asarray(data, dtype=float)
    X, y = _windows((data - data.mean(axis=0)) / data.std(axis=0), length, horizon, target)
    return _dataset(X, y).batch(batch_size)


def always_batches_by_two(data, length, horizon, target, batch_size):
    return _dataset(*_windows(data, length, horizon, target)).batch(2)


def always_aims_at_the_first_column(data, length, horizon, target, batch_size):
    return _dataset(*_windows(data, length, horizon, 0)).batch(batch_size)


def answers_the_target_less_the_last_value(data, length, horizon, target, batch_size):
    X, y = _windows(data, length, horizon, target)
    return _dataset(X, y - X[:, -1, target]).batch(batch_size)


def puts_the_target_into_the_window(data, length, horizon, target, batch_size):
    X, y = _windows(data, length, horizon, target)
    X[:, -1, target] = y
    return _dataset(X, y).batch(batch_size)


def writes_into_the_data(data, length, horizon, target, batch_size):
    answer = _dataset(*_windows(data, length, horizon, target)).batch(batch_size)
    data[0] = 0
    return answer
