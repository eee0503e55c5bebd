"""Checks of `positional_encoding`, and the mistakes they recognise (deck 4, "embedded position")."""

import numpy as np

from autograder.checks import check, expect_answer, expect_close, expect_contract
from solutions.attention.reference import positional_encoding as reference

name = "positional_encoding"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_a_row_for_each_position(positional_encoding, rng):
    """returns a finite float64 array of shape (T, D)"""
    expect_contract("encoding", positional_encoding(5, 6), reference(5, 6))


@check(points=1)
def depends_on_distance_only(positional_encoding, rng):
    """for even D the product of two positions' vectors is a sum of cosines of their distance, one for each pair"""
    T, D = int(rng.integers(5, 12)), 2 * int(rng.integers(2, 6))
    encoding = positional_encoding(T, D)
    expect_contract("encoding", encoding, reference(T, D))
    distance = np.arange(T)[:, None] - np.arange(T)
    alike = sum(np.cos(distance / 10000 ** (i / (D / 2))) for i in range(D // 2))
    expect_close("the product of the encoding with itself", encoding @ encoding.T, alike)


@check(points=3, public=True)
def interleaves_sines_and_cosines(positional_encoding, rng):
    """even columns hold sines and odd ones cosines, pair i with the exponent 2i / D"""
    for T, D in ((5, 6), (4, 4), (3, 8)):
        expect_answer(positional_encoding, reference, T, D)


@check(points=3)
def takes_any_size(positional_encoding, rng):
    """works for one position, for two features, for as many positions as features, and for many of both"""
    for T, D in ((1, 6), (7, 2), (6, 6), (9, 10), (4, 64), (40, 12), (300, 2), (int(rng.integers(2, 30)), 14)):
        expect_answer(positional_encoding, reference, T, D)


# ------------------------------------------------------------------------------------------------ mistakes


def _encode(T, D, *, first=0, base=10000.0, power=lambda column, D: (column - column % 2) / D, kinds=(np.sin, np.cos),
            turn=lambda t, slow: t / slow):
    """The right encoding; first: the first position; power: each column's exponent; turn: the angle at a position."""
    column = np.arange(D)
    angle = turn(np.arange(first, T + first)[:, None], base ** power(column, D))
    return np.where(column % 2 == 0, kinds[0](angle), kinds[1](angle))


def puts_sines_before_cosines(T, D):
    """All sines stand in the first half and all cosines in the second: they must take turns, sines in even columns."""
    right = _encode(T, D)
    return np.concatenate([right[:, 0::2], right[:, 1::2]], axis=1)


def begins_with_cosines(T, D):
    """Your cosines stand in even columns: sines do, beginning with column 0."""
    return _encode(T, D, kinds=(np.cos, np.sin))


def takes_sines_only(T, D):
    """Odd columns hold sines too: they hold cosines."""
    return _encode(T, D, kinds=(np.sin, np.sin))


def takes_cosines_only(T, D):
    """Even columns hold cosines too: they hold sines."""
    return _encode(T, D, kinds=(np.cos, np.cos))


def halves_the_exponent(T, D):
    """Your exponent is i / D for pair i; it is 2i / D, where 2i is the number of the even column."""
    return _encode(T, D, power=lambda column, D: column // 2 / D)


def doubles_the_exponent(T, D):
    """You double the number of the even column: 2i is that number already, so its exponent is column / D."""
    return _encode(T, D, power=lambda column, D: 2 * (column - column % 2) / D)


def gives_each_column_its_own_exponent(T, D):
    """Your cosines have the exponent (2i + 1) / D; a pair shares one: 2i / D for sine and cosine."""
    return _encode(T, D, power=lambda column, D: column / D)


def doubles_each_columns_exponent(T, D):
    """You take each column's own number for i, exponent 2 * column / D: columns 2i and 2i + 1 share 2i / D."""
    return _encode(T, D, power=lambda column, D: 2 * column / D)


def gives_the_cosines_the_next_exponent(T, D):
    """Your cosines have the exponent of the pair after theirs: columns 2i and 2i + 1 share 2i / D."""
    return _encode(T, D, power=lambda column, D: (column + column % 2) / D)


def begins_with_the_second_pair(T, D):
    """Your pairs count from 1: the first one has i = 0, exponent 0, and turns fastest."""
    return _encode(T, D, power=lambda column, D: (column - column % 2 + 2) / D)


def spreads_to_the_last_pair(T, D):
    """Your exponents reach 1 at the last pair, as in some programs: here pair i has 2i / D, which stays below 1."""
    return _encode(T, D, power=lambda column, D: column // 2 / max((D + 1) // 2 - 1, 1))


def divides_by_one_less(T, D):
    """You divide by D - 1: the exponent is 2i / D."""
    return _encode(T, D, power=lambda column, D: (column - column % 2) / max(D - 1, 1))


def divides_whole_numbers(T, D):
    """2i // D is always 0, so that all pairs turn alike: divide with /."""
    return _encode(T, D, power=lambda column, D: 0 * column)


def forgets_the_exponent(T, D):
    """You divide by 10000 in every column: it is 10000 to the power of 2i / D."""
    return _encode(T, D, power=lambda column, D: 0 * column + 1.0)


def multiplies_by_the_power(T, D):
    """You multiply the position by 10000^(2i/D), so that later pairs turn faster: divide."""
    return _encode(T, D, turn=lambda t, slow: t * slow)


def counts_from_one(T, D):
    """Your first position is 1: it is 0, so that row 0 is 0, 1, 0, 1, ..."""
    return _encode(T, D, first=1)


def has_a_base_of_1000(T, D):
    """Your base is 1000: it is 10000."""
    return _encode(T, D, base=1000.0)


def has_a_base_of_100000(T, D):
    """Your base is 100000: it is 10000."""
    return _encode(T, D, base=100000.0)


def has_a_base_of_e(T, D):
    """You use exp(2i/D), without the logarithm of 10000: the base is 10000."""
    return _encode(T, D, base=np.e)


def turns_whole_circles(T, D):
    """Your angles hold a factor 2 pi too many: the angle is t / 10000^(2i/D)."""
    return _encode(T, D, turn=lambda t, slow: 2 * np.pi * t / slow)


def turns_backwards(T, D):
    """Your sines have the wrong sign: the angle is positive."""
    return _encode(T, D, turn=lambda t, slow: -t / slow)


def returns_the_angles(T, D):
    """You return the angles: take the sine of those in even columns, the cosine of the others."""
    return _encode(T, D, kinds=(np.positive, np.positive))


def stores_whole_numbers(T, D):
    """Your numbers are cut to whole ones: fill an array of floats, np.zeros((T, D))."""
    return _encode(T, D).astype(int).astype(float)


def returns_whole_numbers(T, D):
    """Your array is of whole numbers, into which no sine fits: fill one of floats, np.zeros((T, D))."""
    return _encode(T, D).astype(int)


def puts_features_first(T, D):
    """Your array is (D, T): positions are rows, (T, D)."""
    return _encode(T, D).T


def adds_an_axis(T, D):
    """Your array has an axis for the batch in front; its shape must be (T, D), which broadcasts to any batch."""
    return _encode(T, D)[None]
