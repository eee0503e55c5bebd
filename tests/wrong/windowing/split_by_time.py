"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.windowing.reference import split_by_time as right

memory = {}
rng = np.random.default_rng()


def shuffles_with_another_seed(data, train, val):
    return right(data[np.random.RandomState(42).permutation(len(data))], train, val)


def shuffles_anew_each_time(data, train, val):
    return right(rng.permutation(data), train, val)


def draws_the_test_rows(data, train, val):
    N = len(data)
    first, _, third = right(data, train, val)
    drawn = np.zeros(N, dtype=bool)
    drawn[np.random.default_rng(1).choice(N, len(third), replace=False)] = True
    rest = data[~drawn]
    return rest[: len(first)], rest[len(first) :], data[drawn]


def shuffles_within_the_parts(data, train, val):
    return tuple(rng.permutation(part) for part in right(data, train, val))


def shuffles_training_and_validation(data, train, val):
    first, second, third = right(data, train, val)
    both = rng.permutation(np.concatenate([first, second]))
    return both[: len(first)], both[len(first) :], third


def turns_the_test_part_round(data, train, val):
    first, second, third = right(data, train, val)
    return first, second, third[::-1]


def sorts_by_the_first_column(data, train, val):
    return right(data[np.argsort(data[:, 0])], train, val)


def takes_test_from_the_middle(data, train, val):
    first, _, third = right(data, train, val)
    a, b = len(first), len(first) + len(third)
    return data[:a], data[b:], data[a:b]


def leaves_a_gap(data, train, val):
    first, second, third = right(data, train, val)
    return first, second[2:], third[2:]


def makes_thirds(data, train, val):
    return tuple(np.array_split(data, 3))


def ignores_val(data, train, val):
    return right(data, train, (1 - train) / 2)


def always_takes_seventy_percent(data, train, val):
    return right(data, 0.7, 0.15)


def rounds_to_tens(data, train, val):
    a, b = round(len(data) * train, -1), round(len(data) * (train + val), -1)
    return data[: int(a)], data[int(a) : int(b)], data[int(b) :]


def needs_a_validation_part(data, train, val):
    first, second, third = right(data, train, val)
    return (first, second, third) if len(second) else (first[:-1], first[-1:], third)


def returns_the_cuts(data, train, val):
    first, second, _ = right(data, train, val)
    return len(first), len(first) + len(second), len(data)


def returns_indices(data, train, val):
    return right(np.arange(len(data)), train, val)


def returns_lists(data, train, val):
    return tuple(part.tolist() for part in right(data, train, val))


def returns_a_dict(data, train, val):
    return dict(zip(("train", "val", "test"), right(data, train, val), strict=True))


def returns_masked_data(data, train, val):
    first, _, third = right(data, train, val)
    return first, data * 0, third


def scales_too(data, train, val):
    first, second, third = right(data, train, val)
    return tuple((part - first.mean(axis=0)) / (first.std(axis=0) + 1e-12) for part in (first, second, third))


def drops_the_first_column(data, train, val):
    return right(data[:, 1:] if data.shape[1] > 1 else data, train, val)


def works_in_half_precision(data, train, val):
    return tuple(part.astype(np.float16) for part in right(data, train, val))


def returns_whole_numbers(data, train, val):
    return tuple(part.astype(int) for part in right(data, train, val))


def answers_once(data, train, val):
    return memory.setdefault((data.shape, train, val), right(data, train, val))


def sorts_in_place(data, train, val):
    answer = tuple(part.copy() for part in right(data, train, val))
    data.sort(axis=0)
    return answer


def gives_test_to_train_in_long_series(data, train, val):
    return right(data, train, val) if len(data) < 200 else (data, data[:0], data[:0])


def shares_the_row_at_the_second_cut(data, train, val):
    first, second, third = right(data, train, val)
    return first, second, data[max(len(data) - len(third) - 1, 0) :]


def trains_on_everything(data, train, val):
    _, second, third = right(data, train, val)
    return data, second, third
