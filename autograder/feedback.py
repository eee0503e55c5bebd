"""The page a student reads after grading."""

import re

from autograder.grid import Grid, grid
from autograder.pages import count, template
from autograder.results import CellError, CheckResult, ExerciseResult, Outcome, Status, Verdict
from autograder.untrusted import clean

CELLS_SHOWN = 10


def render(verdict: Verdict, title: str) -> str:
    """One self-contained HTML page. Nothing in a verdict is trusted to be short, visible or free of markup."""
    return template("feedback.html").render(
        verdict=verdict, title=title, headline=headline(verdict), hints=hints, state=state, grid_of=grid_of,
        excerpt=excerpt, cells=verdict.cell_errors[:CELLS_SHOWN], more_cells=len(verdict.cell_errors) - CELLS_SHOWN,
        gradable=verdict.status in (Status.GRADED, Status.PARTIAL),
    )


def headline(verdict: Verdict) -> str:
    """Where the student stands and what to do next, in one or two sentences."""
    open_ones = [e for e in verdict.exercises if not _complete(e)]
    checks = [c for e in verdict.exercises for c in e.checks]
    missing = sum(c.outcome is not Outcome.PASSED for c in checks)
    if verdict.status not in (Status.GRADED, Status.PARTIAL) or not checks:
        return ""
    if not missing:
        return "Every check passes. You can close the laptop now."
    next_one = next((e for e in open_ones if hints(e)), open_ones[0])
    if missing == len(checks) and all(c.outcome is Outcome.NOT_RUN for c in checks):
        return "" if verdict.status is Status.PARTIAL else f"Nothing to check yet. A good place to start: {next_one.name}."
    if missing == 1:
        return f"One check to go, in {next_one.name}."
    complete = len(verdict.exercises) - len(open_ones)
    done = f"You have completed {complete} of {len(verdict.exercises)} exercises" if complete else (
        f"{len(checks) - missing} of {len(checks)} checks pass already" if missing < len(checks) else "Every beginning counts")
    if hints(next_one):
        return f"{done}. Start with {next_one.name}: the mistake there is a well-known one, and its hint stands below."
    return f"{done}. A good next step: {next_one.name}."


def state(exercise: ExerciseResult) -> tuple[Outcome, str]:
    """An exercise's mark, and the same in words."""
    passed = sum(c.outcome is Outcome.PASSED for c in exercise.checks)
    if exercise.checks and all(c.outcome is Outcome.NOT_RUN for c in exercise.checks):
        reasons = {clean(c.message, 60) for c in exercise.checks}
        return Outcome.NOT_RUN, "not run" + (f": {reasons.pop()}" if len(reasons) == 1 and any(reasons) else "")
    if _complete(exercise):
        return Outcome.PASSED, "complete"
    return Outcome.FAILED, f"{passed} of {count(len(exercise.checks), 'check')} pass"


def hints(exercise: ExerciseResult) -> list[tuple[str, str]]:
    """Name and hint of every mistake recognised, each once."""
    return list(dict.fromkeys((c.mistake or "", c.hint) for c in exercise.checks if c.hint))


def grid_of(check: CheckResult) -> Grid | None:
    """Yours and expected side by side; a hidden check never shows numbers, whatever its result carries."""
    return None if check.hidden else grid(check.got, check.expected)


def excerpt(error: CellError) -> list[tuple[int, str, bool]]:
    """(line number, line, whether it is the one that failed) of the lines around a failure, or of the first ones."""
    lines = re.split(r"\r\n?|\n", error.source[:200_000].rstrip().expandtabs(4))
    first = error.line if error.line and len(lines) == 1 else 1  # a single line is the one that failed
    numbered = [(number, line, number == error.line) for number, line in enumerate(lines, first)]
    middle = next((i for i, (_, _, failed) in enumerate(numbered) if failed), 3)
    return numbered[max(0, middle - 3) : middle + 3] if error.source.strip() else []


def _complete(exercise: ExerciseResult) -> bool:
    return all(c.outcome is Outcome.PASSED for c in exercise.checks)
