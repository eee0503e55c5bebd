"""Compare a verdict with the one that was expected.

    expect: {status: partial, lstm_step: less, lstm_backward: zero, mistake: swaps_forget_and_input}

status: what it must be ("graded" unless said, "any"); an exercise: "full", "less" (than full), "zero" or a number of points;
those not named: "full" on the reference, "zero" on the stub; mistake: a name that must be among those recognised.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from autograder.results import ExerciseResult, Verdict
from autograder.roster import file_name
from tests.class_builder import exercise_names

HOLDS = {
    "full": lambda exercise: exercise.score == exercise.max_score > 0,
    "less": lambda exercise: exercise.score < exercise.max_score,
    "zero": lambda exercise: exercise.score == 0,
}


def surprises(verdict: Verdict, expect: Mapping[str, Any], base: str) -> list[str]:
    """What is not as expected, one sentence each; an empty list if all is."""
    found = []
    status = expect.get("status", "graded")
    if status not in (verdict.status, "any"):
        found.append(f"status is {verdict.status}, expected {status}: {verdict.reason}")
    if status == "unreadable":
        return found if verdict.reason else [*found, "no reason is given"]
    exercises = {exercise.name: exercise for exercise in verdict.exercises}
    for name in exercise_names():
        wanted = expect.get(name, "zero" if base == "stub" else "full")
        if name not in exercises:
            found.append(f"{name} has no result")
        elif not _holds(wanted, exercises[name]):
            found.append(f"{name} has {exercises[name].score:g} of {exercises[name].max_score:g} points, expected {wanted}")
    if "mistake" in expect and expect["mistake"] not in mistakes(verdict):
        found.append(f"recognised {', '.join(mistakes(verdict)) or 'no mistake'}, expected {expect['mistake']}")
    return found


def mistakes(verdict: Verdict) -> tuple[str, ...]:
    """Names of the mistakes recognised in a submission, each once."""
    return tuple(dict.fromkeys(name for exercise in verdict.exercises for name in exercise.mistakes))


def read_verdict(out: Path, student: str) -> Verdict:
    """The verdict that a grading run wrote for a student."""
    return Verdict.from_json(json.loads((out / "results" / f"{file_name(student)}.json").read_text()))


def _holds(wanted: Any, exercise: ExerciseResult) -> bool:
    return HOLDS[wanted](exercise) if wanted in HOLDS else exercise.score == float(wanted)
