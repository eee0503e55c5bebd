"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.windowing.reference import make_supervised, split_by_time, standardize
from solutions.windowing.reference import prepare as right

memory = {}
rng = np.random.default_rng()


def _pairs(parts, mean, std, length, horizon, target):
    return (*(array for part in parts for array in make_supervised(part, length, horizon, target)), mean, std)


def shuffles_rows_first(data, length, horizon, target, train, val):
    return right(rng.permutation(data), length, horizon, target, train, val)


def shuffles_windows_anew(data, length, horizon, target, train, val):
    mean, std = standardize(split_by_time(data, train, val)[0])[1:]
    X, y = make_supervised((data - mean) / std, length, horizon, target)
    order = rng.permutation(len(X))
    both = zip(split_by_time(X[order], train, val), split_by_time(y[order], train, val), strict=True)
    return (*(array for pair in both for array in pair), mean, std)


def shuffles_training_pairs(data, length, horizon, target, train, val):
    X, y, *others = right(data, length, horizon, target, train, val)
    order = rng.permutation(len(X))
    return X[order], y[order], *others


def shuffles_test_pairs(data, length, horizon, target, train, val):
    *others, X, y, mean, std = right(data, length, horizon, target, train, val)
    return *others, X[::-1], y[::-1], mean, std


def fits_on_the_past_of_the_test_part(data, length, horizon, target, train, val):
    a, b, c = split_by_time(data, train, val)
    mean, std = standardize(np.concatenate([a, b, c[:1]]))[1:]
    return _pairs([(part - mean) / std for part in (a, b, c)], mean, std, length, horizon, target)


def fits_on_the_validation_part(data, length, horizon, target, train, val):
    a, b, c = split_by_time(data, train, val)
    mean, std = standardize(b)[1:]
    return _pairs([(part - mean) / std for part in (a, b, c)], mean, std, length, horizon, target)


def fits_the_test_part_alone(data, length, horizon, target, train, val):
    a, b, c = split_by_time(data, train, val)
    a, b, mean, std = standardize(a, b)
    return _pairs([a, b, standardize(c)[0]], mean, std, length, horizon, target)


def fits_on_training_answers(data, length, horizon, target, train, val):
    a, b, c = split_by_time(data, train, val)
    _, y = make_supervised(a, length, horizon, target)
    mean, std = np.full(data.shape[1], y.mean()), np.full(data.shape[1], y.std() or 1)
    return _pairs([(part - mean) / std for part in (a, b, c)], mean, std, length, horizon, target)


def reports_the_scaler_of_everything(data, length, horizon, target, train, val):
    return (*right(data, length, horizon, target, train, val)[:6], *standardize(data)[1:])


def returns_the_targets_scaler(data, length, horizon, target, train, val):
    *pairs, mean, std = right(data, length, horizon, target, train, val)
    return (*pairs, mean[target], std[target])


def swaps_mean_and_std(data, length, horizon, target, train, val):
    *pairs, mean, std = right(data, length, horizon, target, train, val)
    return (*pairs, std, mean)


def puts_the_scaler_first(data, length, horizon, target, train, val):
    *pairs, mean, std = right(data, length, horizon, target, train, val)
    return (mean, std, *pairs)


def puts_answers_first(data, length, horizon, target, train, val):
    a, b, c, d, e, f, mean, std = right(data, length, horizon, target, train, val)
    return b, a, d, c, f, e, mean, std


def drops_the_validation_pair(data, length, horizon, target, train, val):
    a, b, _, _, e, f, mean, std = right(data, length, horizon, target, train, val)
    return a, b, e, f, mean, std


def tests_on_validation(data, length, horizon, target, train, val):
    a, b, c, d, _, _, mean, std = right(data, length, horizon, target, train, val)
    return a, b, c, d, c, d, mean, std


def tests_on_training(data, length, horizon, target, train, val):
    a, b, c, d, e, f, mean, std = right(data, length, horizon, target, train, val)
    return a, b, c, d, a[: len(e)], b[: len(f)], mean, std


def trains_on_validation_too(data, length, horizon, target, train, val):
    a, b, c, d, e, f, mean, std = right(data, length, horizon, target, train, val)
    return np.concatenate([a, c]), np.concatenate([b, d]), c, d, e, f, mean, std


def swaps_the_fractions(data, length, horizon, target, train, val):
    return right(data, length, horizon, target, val, train)


def ignores_val(data, length, horizon, target, train, val):
    return right(data, length, horizon, target, train, 1 - train)


def looks_one_row_further(data, length, horizon, target, train, val):
    return right(data, length, horizon + 1, target, train, val)


def takes_longer_windows(data, length, horizon, target, train, val):
    return right(data, length + 1, horizon, target, train, val)


def forecasts_the_last_column(data, length, horizon, target, train, val):
    return right(data, length, horizon, data.shape[1] - 1, train, val)


def shows_the_target_only(data, length, horizon, target, train, val):
    a, b, c, d, e, f, mean, std = right(data, length, horizon, target, train, val)
    return a[..., [target]], b, c[..., [target]], d, e[..., [target]], f, mean, std


def writes_answers_into_windows(data, length, horizon, target, train, val):
    answer = [part.copy() for part in right(data, length, horizon, target, train, val)]
    answer[4][:, -1, target] = answer[5]
    return tuple(answer)


def leaves_no_overlap(data, length, horizon, target, train, val):
    *pairs, mean, std = right(data, length, horizon, target, train, val)
    return (*(part[::length] for part in pairs), mean, std)


def overlaps_the_test_part(data, length, horizon, target, train, val):
    a, b, c = split_by_time(data, train, val)
    a, b, c, mean, std = standardize(a, b, np.concatenate([b[-1:], c]))
    return _pairs([a, b, c], mean, std, length, horizon, target)


def leaves_a_gap(data, length, horizon, target, train, val):
    *pairs, mean, std = right(data, length, horizon, target, train, val)
    return (pairs[0], pairs[1], *(part[1:] for part in pairs[2:]), mean, std)


def centres_only(data, length, horizon, target, train, val):
    a, b, c = split_by_time(data, train, val)
    mean = a.mean(axis=0)
    return _pairs([part - mean for part in (a, b, c)], mean, a.std(axis=0), length, horizon, target)


def scales_y_of_the_test_part_back(data, length, horizon, target, train, val):
    *others, y, mean, std = right(data, length, horizon, target, train, val)
    return *others, y * std[target] + mean[target], mean, std


def returns_lists(data, length, horizon, target, train, val):
    return tuple(part.tolist() for part in right(data, length, horizon, target, train, val))


def returns_a_dict(data, length, horizon, target, train, val):
    answer = right(data, length, horizon, target, train, val)
    return dict(zip(("X_train", "y_train", "X_val", "y_val", "X_test", "y_test", "mean", "std"), answer, strict=True))


def answers_once(data, length, horizon, target, train, val):
    return memory.setdefault((data.shape, length, horizon, target), right(data, length, horizon, target, train, val))


def scales_in_place(data, length, horizon, target, train, val):
    answer = right(data, length, horizon, target, train, val)
    data -= answer[-2]
    data /= answer[-1]
    return answer


def makes_columns_of_answers(data, length, horizon, target, train, val):
    *pairs, mean, std = right(data, length, horizon, target, train, val)
    return (*(part[:, None] if n % 2 else part for n, part in enumerate(pairs)), mean, std)
