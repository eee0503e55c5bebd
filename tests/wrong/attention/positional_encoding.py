"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.attention.reference import positional_encoding as right

memory = {}
rng = np.random.default_rng(0)


def scales_by_the_root_of_d(T, D):
    return right(T, D) / D**0.5


def divides_positions_by_their_number(T, D):
    angle = np.arange(T)[:, None] / T / 10000 ** ((np.arange(D) - np.arange(D) % 2) / D)
    return np.where(np.arange(D) % 2, np.cos(angle), np.sin(angle))


def counts_backwards(T, D):
    return right(T, D)[::-1]


def counts_in_twos(T, D):
    return right(2 * T, D)[::2]


def turns_columns_round(T, D):
    return right(T, D)[:, ::-1]


def swaps_the_sizes(T, D):
    return right(D, T)


def numbers_the_positions(T, D):
    return np.repeat(np.arange(T, dtype=float)[:, None], D, axis=1)


def marks_the_position(T, D):
    return np.eye(T, D)


def draws_random_vectors(T, D):
    return rng.normal(size=(T, D))


def takes_the_tangent(T, D):
    return right(T, D) / np.roll(right(T, D), 1, axis=1).clip(0.1)


def takes_degrees(T, D):
    angle = np.deg2rad(np.arange(T)[:, None] / 10000 ** ((np.arange(D) - np.arange(D) % 2) / D))
    return np.where(np.arange(D) % 2, np.cos(angle), np.sin(angle))


def takes_powers_of_the_position(T, D):
    angle = np.arange(T)[:, None] ** ((np.arange(D) - np.arange(D) % 2) / D)
    return np.where(np.arange(D) % 2, np.cos(angle), np.sin(angle))


def has_a_base_of_ten(T, D):
    angle = np.arange(T)[:, None] / 10 ** ((np.arange(D) - np.arange(D) % 2) / D)
    return np.where(np.arange(D) % 2, np.cos(angle), np.sin(angle))


def has_a_base_of_two(T, D):
    angle = np.arange(T)[:, None] / 2.0 ** ((np.arange(D) - np.arange(D) % 2) / 2)
    return np.where(np.arange(D) % 2, np.cos(angle), np.sin(angle))


def divides_by_ten_thousand_times(T, D):
    column = np.arange(D) - np.arange(D) % 2
    angle = np.arange(T)[:, None] / (10000 * np.maximum(column / D, 1e-4))
    return np.where(np.arange(D) % 2, np.cos(angle), np.sin(angle))


def halves_t_and_d(T, D):
    return np.repeat(right(T, (D + 1) // 2), 2, axis=1)[:, :D]


def stops_after_a_hundred_positions(T, D):
    encoding = right(T, D)
    encoding[100:] = 0
    return encoding


def repeats_after_fifty(T, D):
    return right(50, D)[np.arange(T) % 50]


def rounds(T, D):
    return np.round(right(T, D), 2)


def is_one_too_long(T, D):
    return right(T + 1, D)


def squashes_into_zero_to_one(T, D):
    return (right(T, D) + 1) / 2


def normalises_rows(T, D):
    encoding = right(T, D)
    return encoding / np.linalg.norm(encoding, axis=1, keepdims=True).clip(1e-9)


def is_a_list(T, D):
    return right(T, D).tolist()


def remembers_the_first(T, D):
    return memory.setdefault("encoding", right(T, D))


def puts_cosines_before_sines(T, D):
    encoding = right(T, D)
    return np.concatenate([encoding[:, 1::2], encoding[:, 0::2]], axis=1)


def adds_half_a_circle(T, D):
    return -right(T, D)
