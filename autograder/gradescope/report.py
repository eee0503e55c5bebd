"""A verdict as Gradescope's `results.json`. All text is plain text there, so nothing that a student wrote is markup.

What a hidden check earned is shown when course.yaml's `hidden_checks` says; so is every number it could be worked out from:
an exercise's whole score, and the points that lateness costs.
"""

from collections.abc import Iterator
from typing import Any

from autograder.course import Visibility
from autograder.feedback import CELLS_SHOWN, why
from autograder.late import Late
from autograder.points import plain
from autograder.results import CheckResult, ExerciseResult, Outcome, Status, Verdict
from autograder.untrusted import clean

OUR_FAULT = ("This submission could NOT be graded: the autograder failed, not you. The 0 shown here is no grade. "
             "Tell your instructor, who can read why on this page and then rerun the autograder.")
LINE = 1_000  # characters


def results(verdict: Verdict, hidden: Visibility, late: Late, note: str = "") -> dict[str, Any]:
    """The whole file: scores of the tests add up to the score. note: something to say about the whole submission."""
    if verdict.status is Status.ERROR:
        return not_graded(verdict.max_score)
    if verdict.status is Status.UNREADABLE:
        tests = [_entry("your submission could not be read", 0, verdict.max_score, verdict.reason)]
    else:
        tests = [entry for number, exercise in enumerate(verdict.exercises, 1) for entry in _exercise(number, exercise, hidden)]
        if penalty := late.penalty(verdict.score):
            unseen = any(check.hidden for exercise in verdict.exercises for check in exercise.checks)
            tests.append(_entry("handed in late", -penalty, 0, late.words, visibility=hidden if unseen else "visible"))
    lines = [*verdict.notes, note, late.words if late.percent else "", *_cells(verdict)]
    about = {key: getattr(verdict, key) for key in ("assignment", "sandbox", "digest", "grader")} | {"status": verdict.status.value}
    return _file(tests, "\n".join(clean(line, LINE) for line in lines if line), about)


def not_graded(max_score: float) -> dict[str, Any]:
    """What there is to say when grading failed through our own fault.

    Gradescope needs a score and documents nothing for a file without one: it is 0, and says in three places that it is no grade.
    """
    return _file([_entry("NOT GRADED: the autograder failed", 0, max_score, OUR_FAULT)], OUR_FAULT, {"status": Status.ERROR.value})


def _file(tests: list[dict[str, Any]], output: str, about: dict[str, Any]) -> dict[str, Any]:
    return {
        "score": _points(sum(test["score"] for test in tests)), "output": output, "output_format": "text",
        "test_output_format": "text", "test_name_format": "text", "visibility": "visible", "stdout_visibility": "hidden",
        "extra_data": about, "tests": tests,
    }


def _exercise(number: int, exercise: ExerciseResult, hidden: Visibility) -> Iterator[dict[str, Any]]:
    """An entry for public checks and one for hidden ones; the exercise's whole score stands in the one that is seen last."""
    kinds = [(part, word, seen, [check for check in exercise.checks if check.hidden == (word == "hidden")])
             for part, word, seen in ((1, "public", "visible"), (2, "hidden", hidden))]
    kinds = [kind for kind in kinds if kind[-1]]
    for part, word, seen, checks in kinds:
        score = sum(check.points for check in checks if check.outcome is Outcome.PASSED)
        entry = _entry(f"{exercise.name}: {word} checks", score, sum(check.points for check in checks), _text(checks, exercise.note),
                       number=f"{number}.{part}", visibility=seen)
        if part == kinds[-1][0]:
            entry["extra_data"] = {"exercise": exercise.name, "score": _points(exercise.score), "max_score": _points(exercise.max_score)}
        yield entry


def _entry(name: str, score: float, most: float, output: str, **more: str) -> dict[str, Any]:
    text = "\n".join(clean(line, LINE) for line in output.splitlines())
    passed = score == most
    return {"name": name, "score": _points(score), "max_score": _points(most), "status": "passed" if passed else "failed",
            "output": text, "visibility": "visible"} | more


def _text(checks: list[CheckResult], note: str) -> str:
    lines = []
    for check in checks:
        lines.append(f"{check.outcome} ({plain(check.points)}): {check.sentence or check.name}")
        if check.outcome is not Outcome.PASSED and why(check):
            lines.append(f"    {clean(why(check), LINE)}")
    lines += [f"Hint: {hint}" for hint in dict.fromkeys(check.hint for check in checks if check.hint)]
    return "\n".join([*lines, *([note] if note else [])])


def _cells(verdict: Verdict) -> list[str]:
    """Cells that failed, the first few."""
    shown = [f"cell {cell.index}{f', line {cell.line}' if cell.line else ''}: {cell.message}" for cell in verdict.cell_errors[:CELLS_SHOWN]]
    more = len(verdict.cell_errors) - CELLS_SHOWN
    return [*shown, *([f"… and {more} more cells"] if more > 0 else [])]


def _points(points: float) -> float:
    """Python floats, without the noise of adding them, and never -0."""
    return round(float(points), 6) + 0.0
