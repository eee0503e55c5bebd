"""Verdicts for the tests of pages and tables: plain data, made by hand."""

import dataclasses

from autograder.results import CellError, CheckResult, ExerciseResult, Outcome, Status, Verdict

P, F, N = Outcome.PASSED, Outcome.FAILED, Outcome.NOT_RUN


def check(name: str, outcome: Outcome = P, points: float = 1, hidden: bool = True, **more: object) -> CheckResult:
    return CheckResult(name, f"the sentence of {name}", points, hidden, outcome, **more)


def exercise(name: str, *checks: CheckResult, note: str = "") -> ExerciseResult:
    return ExerciseResult(name, checks or (check("first"), check("second", points=3)), note)


def verdict(student: str, *exercises: ExerciseResult, status: Status = Status.GRADED, **more: object) -> Verdict:
    given = {"max_score": sum(e.max_score for e in exercises) or 8.0, "sandbox": "bubblewrap", "digest": "ab" * 32}
    return Verdict(student, "cells", f"{student}.ipynb", grader="g", status=status, exercises=exercises, **(given | more))


def wrong(name: str, mistake: str = "swaps_two_gates", hint: str = "Two gates are swapped.") -> ExerciseResult:
    """An exercise with one named mistake that fails two of its four checks."""
    return exercise(
        name, check("form", hidden=False),
        check("values", F, 2, hidden=False, message="h has wrong values (1 of 4 differ)", where="h",
              mistake=mistake, hint=hint, got=[[1.0, 2.0], [3.0, 9.0]], expected=[[1.0, 2.0], [3.0, 4.0]]),
        check("limits", F, message="c has wrong values", mistake=mistake, hint=hint, where="c"),
        check("sizes", N, message="not run: it did not come back"),
    )


PERFECT = verdict("ada", exercise("step"), exercise("loop"))
MIXED = verdict("jonas", wrong("step"), exercise("loop", note="Right, but in float32."), notes=("step is defined twice",))
NO_NUMPY = CellError(9, "NameError: name 'np' is not defined", 4, "h = np.zeros(3)")
NOT_RUN = exercise("loop", check("first", N, message="not run: loop hangs"), check("second", N, 3))
PARTIAL = verdict("maryam", wrong("step"), NOT_RUN, status=Status.PARTIAL, cell_errors=(NO_NUMPY,))
UNREADABLE = verdict("lee", status=Status.UNREADABLE, reason="lee.ipynb, cell 7: its source is not text")
ERROR = verdict("sam", status=Status.ERROR, reason="check step.values raised IndexError at 0.123")
UNSANDBOXED = verdict("kim", exercise("step"), exercise("loop"), sandbox="none")
CLASS = (PERFECT, MIXED, PARTIAL, UNREADABLE, ERROR, UNSANDBOXED)

HOSTILE = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><svg/onload=alert(1)>", "javascript:alert(1)",
    "</style><style>*{display:none}", "{{ 7 * 7 }}{% raw %}", "\x1b]0;title\x07\x1b[31mred\x1b[0m",
    "nul\0 bell\a del\x7f c1\x9b",
    "\ud800lone\udfff", "\u202eevil\u2066\u200f\ufeff", "line one\r\nline two\u2028three", "&lt;b&gt;", "'-alert(1)-'",
)


def with_text(value, text):
    """value with every string in it, outcomes and statuses apart, replaced by text(string)."""
    if dataclasses.is_dataclass(value):
        return type(value)(**{f.name: with_text(getattr(value, f.name), text) for f in dataclasses.fields(value)})
    if isinstance(value, tuple):
        return tuple(with_text(part, text) for part in value)
    return text(value) if type(value) is str else value
