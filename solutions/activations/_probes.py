"""What all six functions are asked alike; each begins with ordinary numbers: what is wrong everywhere is told there."""

import numpy as np

from autograder.checks import expect_answer, expect_close, expect_contract, expect_steady
from solutions.activations._inputs import large_numbers, numbers, whole_numbers, with_zeros

SMALL = ((), (4,), (2, 3, 2))  # one number alone tells what fails for arrays from what fails for everything
OTHERS = ((2, 5), (6,), (1, 1), (3, 3), (2, 1, 3, 2), (150, 20), (2, 0, 3))


def form(student, reference, rng):
    """One array of the same shape comes back, float64 and finite."""
    x = numbers(rng, 2, 3)
    expect_contract("the answer", student(x), reference(x))


def no_side_effects(student, reference, rng):
    """The argument stays as it was, and no call depends on the one before."""
    expect_steady(student, reference, (numbers(rng, 2, 3),), (numbers(rng, 2, 3),))


def values(student, reference, rng):
    """Values of a small table, up to 8 on both sides."""
    expect_answer(student, reference, numbers(rng, 3, 4, largest=8.0))


def small_shapes(student, reference, rng):
    """One number, a row, a batch of sequences."""
    for shape in SMALL:
        expect_answer(student, reference, numbers(rng, *shape))


def other_shapes(student, reference, rng, zeros=True, floats=True):
    """Other shapes, and whole numbers last; zeros: at 0 too; floats: whole numbers, too, must come back as floats."""
    for shape in OTHERS:
        expect_answer(student, reference, x := numbers(rng, *shape, largest=9.0))
        if zeros and x.size > 2:
            expect_answer(student, reference, with_zeros(x))
    expect_answer(student, reference, np.negative(numbers(rng), out=np.empty(())))  # -x alone would make it a scalar
    whole = whole_numbers(rng, 3, 4)
    got, right = student(whole), reference(whole)
    as_they_came = not floats and getattr(got, "dtype", None) == whole.dtype
    expect_close("the answer", got, right.astype(int) if as_they_came else right)


def far_out(student, reference, rng):
    """Inputs of 1000, after ordinary ones."""
    expect_answer(student, reference, numbers(rng, 2, 4))
    expect_answer(student, reference, large_numbers(rng))


def as_whole_numbers(function, x):
    """What comes of filling np.zeros_like(x): whole numbers in, whole numbers out."""
    answer = np.zeros_like(x)
    answer[...] = function(x)
    return answer


def one_by_one(function, x):
    """What a function of module math does: it takes one number, and fails for an array."""
    if np.ndim(x):
        raise TypeError("only 0-dimensional arrays can be converted to Python scalars")
    return function(float(x))


def asked_once(x, positive, otherwise):
    """What `if x > 0` does: it asks one question, and fails for an array of more than one number."""
    if np.size(x) > 1:
        raise ValueError("The truth value of an array with more than one element is ambiguous")
    return positive if np.all(x > 0) else otherwise
