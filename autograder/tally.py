"""What a class did, counted: per exercise, per check, per mistake. Counts submissions that have a grade."""

from collections.abc import Sequence
from dataclasses import dataclass

from autograder.results import INHERITED, CheckResult, ExerciseResult, Outcome, Status, Verdict


@dataclass(frozen=True)
class ExerciseTally:
    """Of `of` students, how many have full marks, and how many have nothing that could be run."""

    name: str
    mean: float
    max_score: float
    full: int
    not_run: int
    of: int


@dataclass(frozen=True)
class CheckTally:
    """Of the `ran` students for whom a check ran, how many failed it."""

    exercise: str
    sentence: str
    hidden: bool
    failed: int
    ran: int


@dataclass(frozen=True)
class MistakeTally:
    """A mistake by name and hint, and who made it."""

    exercise: str
    mistake: str
    hint: str
    students: tuple[str, ...]


def is_complete(exercise: ExerciseResult) -> bool:
    """Whether all checks passed; no check at all is not a pass."""
    return bool(exercise.checks) and all(check.outcome is Outcome.PASSED for check in exercise.checks)


def is_not_run(exercise: ExerciseResult) -> bool:
    """Whether none of the checks could be run."""
    return all(check.outcome is Outcome.NOT_RUN for check in exercise.checks)


def graded(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """Those that have a grade."""
    return [v for v in verdicts if v.status in (Status.GRADED, Status.PARTIAL)]


def exercises(verdicts: Sequence[Verdict]) -> list[ExerciseTally]:
    """One per exercise, in the assignment's order."""
    return [
        ExerciseTally(name, sum(r.score for r in results) / len(results), max(r.max_score for r in results),
                      sum(map(is_complete, results)), sum(map(is_not_run, results)), len(results))
        for name, results in _by_exercise(verdicts).items()
    ]


def checks(verdicts: Sequence[Verdict]) -> list[CheckTally]:
    """One per check that somebody failed, the most often failed first."""
    tallies = []
    for name, results in _by_exercise(verdicts).items():
        by_check: dict[str, list[CheckResult]] = {}
        for check in (check for result in results for check in result.checks):
            by_check.setdefault(check.name, []).append(check)
        for rows in by_check.values():
            outcomes = [row.outcome for row in rows]
            tallies.append(CheckTally(name, rows[0].sentence or rows[0].name, rows[0].hidden, outcomes.count(Outcome.FAILED),
                                      len(rows) - outcomes.count(Outcome.NOT_RUN)))
    return sorted((t for t in tallies if t.failed), key=lambda t: (-t.failed / t.ran, -t.failed))


def mistakes(verdicts: Sequence[Verdict]) -> list[MistakeTally]:
    """One per mistake, by exercise, name and hint; the most common first."""
    who: dict[tuple[str, str, str], dict[str, None]] = {}
    for verdict in verdicts:
        for exercise in verdict.exercises:
            for check in exercise.checks:
                if check.mistake and check.mistake != INHERITED:
                    who.setdefault((exercise.name, check.mistake, check.hint or ""), {})[verdict.student] = None
    return sorted((MistakeTally(*key, tuple(students)) for key, students in who.items()), key=lambda t: -len(t.students))


def _by_exercise(verdicts: Sequence[Verdict]) -> dict[str, list[ExerciseResult]]:
    found: dict[str, list[ExerciseResult]] = {}
    for result in (result for verdict in verdicts for result in verdict.exercises):
        found.setdefault(result.name, []).append(result)
    return found
