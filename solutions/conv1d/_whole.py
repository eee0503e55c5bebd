"""Whole numbers in: whole or floating-point numbers out are both right for a maximum."""

from typing import Any

from autograder.checks import expect_close
from autograder.standin import StandIn


def expect_whole(student: StandIn, reference: Any, *args: Any) -> None:
    """The answer has the right values, of whichever type; the call tells nothing about which mistake was made."""
    got = 1.0 * student(*args)
    student.calls.pop()
    expect_close("y", got, reference(*args))
