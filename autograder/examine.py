"""Run one exercise's checks against stand-ins, case by case, and say what came of each."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

import numpy as np

from autograder.assignment import Exercise
from autograder.checks import Mismatch, output_names
from autograder.client.compare import Difference, contract_difference, is_single_precision
from autograder.client.replay import SINGLE
from autograder.naming import Named, recognise
from autograder.results import CheckResult, ExerciseResult, Outcome
from autograder.standin import Call, NotRun, NotWritten, StandIn, StudentError, in_process


class GraderFault(Exception):
    """A check failed in a way that is not the student's doing."""


def examine(exercise: Exercise, stand_in: Callable[[str], StandIn], rng: Callable[[str, bool], np.random.Generator],
            names: Iterable[str]) -> ExerciseResult:
    """Run every check of an exercise on hidden inputs; a public check that fails there also on the published ones, to show them.

    stand_in(name) makes a fresh stand-in for an exercise's function; names: all exercises of the assignment;
    rng(check's name, published) is what a check draws its inputs from.
    """
    calls: list[Call] = []
    inherits = ""

    def attempt(case: Any, published: bool) -> Exception | None:
        nonlocal inherits
        stand_ins = {name: stand_in(name) for name in names}
        failure = _run(case, stand_ins | {"rng": rng(case.name, published)}, exercise)
        calls.extend(stand_ins[exercise.name].calls)
        inherits = inherits or stand_ins[exercise.name].inherits
        return failure

    raw = []
    for case in exercise.tests.test_cases:
        failure = attempt(case, published=False)
        shown = attempt(case, published=True) if failure and not case.hidden else None
        raw.append((case, shown or failure, shown is not None))
    failed = any(failure for _, failure, _ in raw)
    named = recognise(exercise.reference, exercise.mistakes, output_names(exercise.reference), calls, inherits) if failed else None
    results = tuple(_result(case, failure, published, named) for case, failure, published in raw)
    single = any(is_single_precision(call.answer) for call in calls if call.error is None)
    return ExerciseResult(exercise.name, results, SINGLE if single and not failed else "")


def _run(case: Any, environment: dict[str, Any], exercise: Exercise) -> Exception | None:
    """None if the check passes, else why not; anything that is neither is raised as GraderFault."""
    try:
        case.body.call_func(environment)
    except (Mismatch, StudentError, NotRun) as failure:
        return failure
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        found = _broken_contract(exercise, environment[exercise.name].calls)
        if found:
            return Mismatch(found)
        raise GraderFault(f"check {exercise.name}.{case.name} raised {type(error).__name__}: {error}") from error
    return None


def _broken_contract(exercise: Exercise, calls: list[Call]) -> Difference | None:
    """A check may stumble over an answer of the wrong form (`_, c = None`): then the form is what is wrong."""
    for call in calls:
        if call.error is None:
            expected = in_process(exercise.reference)(*call.args, **call.kwargs)
            if found := contract_difference(call.answer, expected, output_names(exercise.reference)):
                return found
    return None


def _result(case: Any, failure: Exception | None, published: bool, named: Named | None) -> CheckResult:
    sentence = " ".join((case.body.test_func.__doc__ or "").split())
    passed = CheckResult(case.name, sentence, float(case.points), bool(case.hidden), Outcome.PASSED)
    if failure is None:
        return passed
    if isinstance(failure, (NotRun, NotWritten)):
        return replace(passed, outcome=Outcome.NOT_RUN, message=failure.args[0] if isinstance(failure, NotRun) else failure.message)
    failed = replace(passed, outcome=Outcome.FAILED)
    if named:
        failed = replace(failed, mistake=named.mistake, hint=named.hint)
    if isinstance(failure, StudentError):
        return replace(failed, message=_raised(failure, published))
    assert isinstance(failure, Mismatch)
    found = failure.difference
    if published:
        return replace(failed, message=str(found), where=found.where, got=_listed(found.got), expected=_listed(found.expected))
    elsewhere = "" if case.hidden else "right on the published inputs, but not on others: "
    return replace(failed, message=elsewhere + found.problem, where=found.where)


def _raised(error: StudentError, published: bool) -> str:
    """What a student may know of an exception: its text could repeat hidden inputs, so only published ones show it."""
    place = f" (cell {error.cell}, line {error.line})" if error.cell and error.line else ""
    text = f": {error.message}" if error.message and (published or error.fatal) else ""
    return f"your function {error.kind}{place}{text}" if error.fatal else f"your function raised {error.kind}{place}{text}"


def _listed(value: Any) -> Any:
    """An array as nested lists of numbers for JSON, if it is small enough to look at."""
    array = np.asarray(value) if isinstance(value, (np.ndarray, np.generic, int, float)) else None
    shown = array is not None and array.dtype.kind in "biuf" and array.size <= 200 and np.isfinite(array).all()
    return array.tolist() if array is not None and shown else None
