"""What is said of wrong answers that no mistake of the catalogue explains."""

from contextlib import suppress

import numpy as np
import pytest

from autograder.naming import recognise
from autograder.standin import StudentError, in_process


def right(x):
    total, grads = x * 2.0, {"W": x.sum(axis=0), "b": x.sum(axis=1)}
    return total, grads


def named(student, *, mistakes=None, inherits="", shapes=((2, 3, 4), (4, 2, 3))):
    stand_in = in_process(student)
    for n, shape in enumerate(shapes):
        with suppress(StudentError):
            stand_in(np.random.default_rng(n).normal(size=shape))
    found = recognise(right, mistakes or {}, ("total", "grads"), stand_in.calls, inherits)
    return (found.mistake, found.hint) if found else None


def wrong(total=1.0, weights=1.0, biases=1.0, add=0.0):
    def student(x):
        answer, grads = right(x)
        return total * answer + add, {"W": weights * grads["W"] + add, "b": biases * grads["b"] + add}

    return student


def test_a_right_answer_has_no_name():
    assert named(right) is None


@pytest.mark.parametrize(("student", "mistake", "words"), [
    (wrong(-1, -1, -1), "sign", "wrong sign"),
    (wrong(3, 3, 3), "factor", "3 times"),
    (lambda x: right(x / len(x)), "factor", "the batch size"),
    (lambda x: right(x / x.shape[1]), "factor", "time steps"),
    (lambda x: (right(x)[0].transpose(2, 0, 1), right(x)[1]), "axes", "wrong axes"),
    (wrong(total=2), "some outputs", "grads is right already; look at total."),
    (wrong(biases=2), "some outputs", 'grads["W"] and total are right already; look at grads["b"].'),
    (wrong(biases=2, weights=2), "some outputs", "total is right already; look at grads."),
])
def test_numbers_tell(student, mistake, words):
    found, hint = named(student)
    assert found == mistake
    assert words in hint


def changes_x(x):
    answer = right(x)
    x += 1
    return answer


def fails(x):
    raise ValueError(len(x))


@pytest.mark.parametrize("student", [
    wrong(add=1.0), changes_x, fails, lambda x: None, lambda x: (1, 2, 3), lambda x: "", lambda x: {}, lambda x: (np.zeros(0), {}),
])
def test_what_cannot_be_told_has_no_name(student):
    assert named(student) is None


def test_a_mistake_is_named_only_if_it_explains_every_call():
    def halves(x):
        """You halve."""
        return wrong(0.5)(x)

    def halves_small(x):
        """You halve small ones."""
        return wrong(0.5)(x) if len(x) < 3 else right(x)

    catalogue = {"halves_small": halves_small, "halves": halves}
    assert named(wrong(0.5), mistakes=catalogue) == ("halves", "You halve.")
    assert named(halves_small, mistakes=catalogue) == ("halves_small", "You halve small ones.")


def test_a_mistake_may_fail():
    def fails_too(x):
        """You raise."""
        raise ValueError

    assert named(fails, mistakes={"fails": fails_too}) == ("fails", "You raise.")


def test_an_answer_where_an_error_is_right_has_no_name():
    stand_in = in_process(right)
    stand_in(np.ones((2, 3)))
    assert recognise(fails, {}, "the answer", stand_in.calls) is None


def test_what_follows_from_an_own_function_says_which():
    found, hint = named(wrong(add=1.0), inherits="step")
    assert found == "inherited"
    assert "your own step" in hint


@pytest.mark.parametrize(("student", "found"), [
    (lambda x: np.random.default_rng(3).permutation(x), "order"),
    (lambda x: x[::-1], "order"),
    (lambda x: np.sort(x, axis=1), None),  # rows themselves are changed
    (lambda x: np.repeat(x[:1], len(x), axis=0), None),  # a row is lost
])
def test_rows_in_another_order_are_told(student, found):
    stand_in = in_process(student)
    stand_in(np.arange(12.0)[::-1].reshape(6, 2))
    named = recognise(lambda x: x, {}, "rows", stand_in.calls)
    assert (named.mistake if named else None) == found
