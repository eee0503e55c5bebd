"""The sources of a small assignment, for tests that print one: one exercise, two public checks, three mistakes."""

FRONT = '''# ---
# title: "Tiny"
# packages: [numpy]
# ---

'''
REFERENCE = FRONT + '''# %% [markdown]
# # Tiny
#
# Words.

# %%
import numpy as np  # noqa: E402  staff only

# %% tags=["exercise"]
def double(x, times=1):  # solved by shifting
    """Twice x, an array of any shape."""
    # the trick: shift
    doubled_answer = 2.0 * np.asarray(x) * times
    return doubled_answer


# %% [markdown] tags=["staff"]
# The answer is in the back.

# %% tags=["staff"]
staff_number = 42

# %% [markdown] tags=["question"]
# Why?

# %% [markdown] tags=["answer"]
# Because …
'''
CHECKS = '''
import numpy as np
from autograder.checks import check, expect_answer, expect_contract, expect_unchanged
from solutions.{name}.reference import double as reference

name = "double"


@check(points=1, public=True)
def keeps_the_shape(double, rng):
    """has the shape of x"""
    x = rng.normal(size=(2, 3))
    expect_contract("doubled_answer", double(x), reference(x))


@check(points=2, public=True)
def doubles_numbers(double, rng):
    """is twice x"""
    expect_answer(double, reference, rng.normal(size=(2, 3)))


@check(points=3)
def hidden_doubling(double, rng):
    """is twice x three times, which nobody may know"""
    expect_answer(double, reference, rng.normal(size=4), times=3)


def squares(x, times=1):
    """You square x."""
    secret_square = np.asarray(x) ** 2
    return secret_square


def doubles_in_place(x, times=1):
    """You write into x."""
    x *= 2
    return x


def gives_up(x, times=1):
    """You call something that is not there."""
    raise LookupError("nothing")
'''
