"""A verdict as Gradescope's `results.json`. All text is plain text there, so nothing that a student wrote is markup.

What a hidden check earned is shown when course.yaml's `hidden_checks` says; so is every number it could be worked out from:
an exercise's whole score, and the points that lateness costs.
"""

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


def _exercise(number: int, exercise: ExerciseResult, hidden: Visibility) -> list[dict[str, Any]]:
    """An entry for public checks and one for hidden ones. What comes of all of them stands in the one that is seen last."""
    entries = []
    for part, (word, seen) in enumerate((("public", "visible"), ("hidden", hidden)), 1):
        if checks := [check for check in exercise.checks if check.hidden == (word == "hidden")]:
            earned = sum(check.earned for check in checks)
            entries.append(_entry(f"{exercise.name}: {word} checks", earned, sum(check.points for check in checks), _text(checks),
                                  number=f"{number}.{part}", visibility=seen))
    entries[-1]["output"] += f"\n{clean(exercise.note, LINE)}" if exercise.note else ""
    entries[-1]["extra_data"] = {"exercise": exercise.name, "score": _points(exercise.score), "max_score": _points(exercise.max_score)}
    return entries


def _entry(name: str, score: float, most: float, output: str, number: str = "", visibility: str = "visible") -> dict[str, Any]:
    return {"name": name, "score": _points(score), "max_score": _points(most), "status": "passed" if score == most else "failed",
            "output": "\n".join(clean(line, LINE) for line in output.splitlines()),
            "visibility": visibility} | ({"number": number} if number else {})


def _text(checks: list[CheckResult]) -> str:
    """What a student reads about checks: the hints, then a line each; a reason is said once for checks in a row."""
    lines, said = [f"Hint: {hint}" for hint in dict.fromkeys(check.hint for check in checks if check.hint)], ""
    for check in checks:
        reason = "" if check.outcome is Outcome.PASSED else clean(why(check), LINE)
        again = bool(reason) and reason == said
        lines.append(f"{check.outcome} ({plain(check.points)}){', for the same reason' * again}: {check.sentence or check.name}")
        lines += [f"    {reason}"] * bool(reason and not again)
        said = reason
    return "\n".join(lines)


def _cells(verdict: Verdict) -> list[str]:
    """Cells that failed, the first few."""
    shown = [f"cell {cell.index}{f', line {cell.line}' if cell.line else ''}: {cell.message}" for cell in verdict.cell_errors[:CELLS_SHOWN]]
    more = len(verdict.cell_errors) - CELLS_SHOWN
    return [*shown, *([f"… and {more} more cells"] if more > 0 else [])]


def _points(points: float) -> float:
    """A float without the noise of adding, and never -0."""
    return round(float(points), 6) + 0.0
