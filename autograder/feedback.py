"""The page a student reads after grading."""

from autograder.grid import Grid, grid
from autograder.late import Late
from autograder.pages import count, template
from autograder.results import CellError, CheckResult, ExerciseResult, Outcome, Status, Verdict
from autograder.tally import is_complete, is_not_run
from autograder.untrusted import clean

CELLS_SHOWN = 10


def render(verdict: Verdict, title: str, late: Late | None = None) -> str:
    """One self-contained HTML page. Nothing in a verdict is trusted to be short, visible or free of markup."""
    late = late or Late()
    return template("feedback.html").render(
        verdict=verdict, title=title, late=late, penalty=late.penalty(verdict.score), headline=headline(verdict),
        hints=hints, state=state, grid_of=grid_of, source_lines=source_lines, why=why,
        gradable=verdict.status in (Status.GRADED, Status.PARTIAL),
        cells=verdict.cell_errors[:CELLS_SHOWN], more_cells=len(verdict.cell_errors) - CELLS_SHOWN,
    )


def headline(verdict: Verdict) -> str:
    """Where the student stands and what to do next, in one or two sentences."""
    open_ones = [e for e in verdict.exercises if not is_complete(e)]
    checks = [c for e in verdict.exercises for c in e.checks]
    missing = sum(c.outcome is not Outcome.PASSED for c in checks)
    if verdict.status not in (Status.GRADED, Status.PARTIAL) or not checks:
        return ""
    if not missing:
        return "Every check passes. You can close the laptop now."
    next_one = next((e for e in open_ones if hints(e)), open_ones[0])
    if all(map(is_not_run, verdict.exercises)):
        return "" if verdict.status is Status.PARTIAL else f"Nothing to check yet. A good place to start: {next_one.name}."
    if missing == 1:
        return f"One check to go, in {next_one.name}."
    complete, passed = len(verdict.exercises) - len(open_ones), len(checks) - missing
    if complete:
        done = f"You have completed {complete} of {len(verdict.exercises)} exercises."
    else:
        done = f"Checks passed so far: {passed} of {len(checks)}." if passed else "You have made a start."
    if hints(next_one):
        return f"{done} Start with {next_one.name}: its hint says what probably happened."
    return f"{done} A good next step: {next_one.name}."


def state(exercise: ExerciseResult) -> tuple[Outcome, str]:
    """An exercise's mark, and the same in words."""
    passed = sum(c.outcome is Outcome.PASSED for c in exercise.checks)
    if is_not_run(exercise):
        reasons = {clean(why(c), 60) for c in exercise.checks}
        return Outcome.NOT_RUN, "not run" + (f": {reasons.pop()}" if len(reasons) == 1 and any(reasons) else "")
    if is_complete(exercise):
        return Outcome.PASSED, "complete"
    return Outcome.FAILED, f"{passed} of {count(len(exercise.checks), 'check')} pass"


def hints(exercise: ExerciseResult) -> list[str]:
    """The hint of every mistake recognised, each once."""
    return list(dict.fromkeys(c.hint for c in exercise.checks if c.hint))


def grid_of(check: CheckResult) -> Grid | None:
    """Yours and expected side by side; a hidden check never shows numbers, whatever its result carries."""
    return None if check.hidden else grid(check.got, check.expected)


def why(check: CheckResult) -> str:
    """A check's message without repeating its outcome."""
    return check.message.removeprefix(f"{Outcome.NOT_RUN}: ")


def source_lines(error: CellError) -> list[tuple[int, str]]:
    """The source that failed, (line number, line) each, the first few of them."""
    lines = error.source[:20_000].rstrip().expandtabs(4).splitlines()
    return list(enumerate(lines, error.line or 1))[:8]
