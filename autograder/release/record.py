"""Record the public checks of an exercise: what they call it with, the right answer, and what each mistake does.

Students get these calls in place of check and reference. A replay compares values with the reference's, in the parts of
an answer that the check looks at: so a public check compares with the reference, or looks at the form only.
"""

import base64
import inspect
import textwrap
import zlib
from collections.abc import Callable
from typing import Any

import numpy as np

from autograder import wire
from autograder.assignment import Assignment, AssignmentError, Exercise
from autograder.checks import output_names
from autograder.client.calling import observed, same_behaviour
from autograder.release.watch import watched_parts
from autograder.secret import published_rng
from autograder.standin import Call, StandIn, in_process

WIDTH = 120
DECIMALS = 8  # of an answer: finer ones differ between processors, and comparing allows 1e-5


def record(assignment: Assignment, exercise: Exercise) -> dict[str, Any]:
    """The recorded calls, as plain data for `pack`; raises AssignmentError if a public check cannot be recorded."""
    public = [case for case in exercise.tests.test_cases if not case.hidden]
    if not public:
        raise AssignmentError(f"{_file(assignment, exercise)}: no check is public, so students could not check anything")
    checks = [{"name": case.name, "sentence": " ".join((case.body.test_func.__doc__ or "").split()),
               "points": float(case.points), "calls": _calls(assignment, exercise, case)} for case in public]
    calls = [call for check in checks for call in check["calls"]]
    for call in [call for call in calls if call["parts"]] or calls:  # a call of which only the form counts tells mistakes badly
        call["mistakes"] = _mistakes(exercise, call)
    named = {mistake for call in calls for mistake in call.get("mistakes", ())}
    return {
        "names": output_names(exercise.reference),
        "parameters": list(inspect.signature(exercise.reference).parameters),
        "builds_on": [e.name for e in assignment.exercises if e.name in _others(exercise)],
        "hints": {name: " ".join((m.__doc__ or "").split()) for name, m in exercise.mistakes.items() if name in named},
        "checks": checks,
    }


def pack(recorded: dict[str, Any]) -> str:
    """Recorded calls as lines of text that hold neither quotes nor backslashes."""
    return "\n".join(textwrap.wrap(base64.b85encode(zlib.compress(wire.encode(recorded), 9)).decode(), WIDTH))


def _calls(assignment: Assignment, exercise: Exercise, case: Any) -> list[dict[str, Any]]:
    def run(stand_in: StandIn) -> Exception | None:
        others = {e.name: in_process(e.reference) for e in assignment.exercises}
        rng = published_rng(assignment.name, exercise.name, case.name)
        try:
            case.body.call_func(others | {exercise.name: stand_in, "rng": rng})
        except Exception as failure:
            return failure
        return None

    where = f"{_file(assignment, exercise)}: the public check {case.name}"
    right = in_process(exercise.reference)
    if failure := run(right):
        raise AssignmentError(f"{where} fails for the reference: {failure}") from failure
    if not right.calls:
        raise AssignmentError(f"{where} never calls {exercise.name}, so there is nothing to record")
    calls = []
    for number, call in enumerate(right.calls):
        expected = observed(exercise.reference, _steady(call.args), _steady(call.kwargs))
        if b'"$": "other"' in wire.encode([expected.args, expected.kwargs, expected.answer]):
            raise AssignmentError(f"{where} gives or gets something that is no number, text or array")
        parts = watched_parts(run, exercise.reference, output_names(exercise.reference), call, number)
        calls.append({"args": expected.args, "kwargs": expected.kwargs, "answer": _short(expected.answer), "parts": parts})
    return calls


def _others(exercise: Exercise) -> set[str]:
    """Names of what the solution calls, and of what its checks ask for besides: a student may build on either."""
    asked = {name for case in exercise.tests.test_cases for name in inspect.signature(case.body.test_func).parameters}
    return (asked | {*exercise.solution.__code__.co_names}) - {exercise.name}


def _mistakes(exercise: Exercise, call: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """What each mistake does in a call, where that is not what the reference does."""
    with np.errstate(all="ignore"):
        right = observed(exercise.reference, call["args"], call["kwargs"])
        wrong = {name: observed(mistake, call["args"], call["kwargs"]) for name, mistake in exercise.mistakes.items()}
    return {name: _behaviour(did) for name, did in wrong.items() if not same_behaviour(did, right)}


def _behaviour(call: Call) -> dict[str, Any]:
    if call.error:
        return {"error": call.error.kind}
    return {"answer": _short(call.answer)} | ({"changed": call.changed} if call.changed else {})


def _file(assignment: Assignment, exercise: Exercise) -> str:
    return str(assignment.folder / f"check_{exercise.name}.py")


def _steady(value: Any) -> Any:
    """Arguments without the last bits, which differ between processors where they were computed."""
    return _each(value, lambda array: array.astype(np.float32).astype(np.float64))


def _short(value: Any) -> Any:
    """Answers in float32, and without noise below what comparing allows."""
    if type(value) is float:
        return float(_short(np.float64(value)))
    return _each(value, lambda array: (np.round(array, DECIMALS) + 0.0).astype(np.float32))


def _each(value: Any, change: Callable[[np.ndarray], np.ndarray]) -> Any:
    """Change every float64 array that float32 can hold, and make each nan the same."""
    if isinstance(value, (tuple, list)):
        return type(value)(_each(part, change) for part in value)
    if isinstance(value, dict):
        return {key: _each(part, change) for key, part in value.items()}
    if getattr(value, "dtype", None) != np.float64:
        return value
    array = np.where(np.isnan(value), np.nan, value)
    changed = change(array) if np.abs(array[np.isfinite(array)]).max(initial=0.0) < 1e20 else array
    return np.asarray(changed) if isinstance(value, np.ndarray) else changed[()]  # students may write into a 0-d array
