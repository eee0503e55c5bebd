"""Students for tests: functions examined in this process, right, wrong and degenerate, for any assignment."""

import importlib.util
import inspect
from collections.abc import Callable, Mapping
from pathlib import Path
from types import FunctionType, MappingProxyType, ModuleType
from typing import Any

import numpy as np

from autograder.assignment import Assignment, Exercise, assignment_names, load_assignment
from autograder.client.compare import Opaque
from autograder.examine import examine
from autograder.results import ExerciseResult
from autograder.secret import generators
from autograder.standin import in_process

HERE = Path(__file__).parent
ASSIGNMENTS = {name: load_assignment(name) for name in assignment_names()}
EXERCISES = {f"{a.name}-{e.name}": (a, e) for a in ASSIGNMENTS.values() for e in a.exercises}
Functions = Mapping[str, Callable[..., Any]]


def examined(assignment: Assignment, exercise: Exercise, functions: Functions = MappingProxyType({}), secret: int = 0) -> ExerciseResult:
    """What an exercise's checks say of a student who wrote these functions, and all others as the reference."""
    answers = {e.name: e.solution for e in assignment.exercises} | dict(functions)

    rng = generators(bytes([secret] * 32), "digest", assignment.name, exercise.name)
    return examine(exercise, lambda name: in_process(answers[name], name), rng, answers)


def correct_solutions(assignment: Assignment) -> dict[str, ModuleType]:
    """Modules of right answers in foreign styles, by style: tests/correct/<assignment>/<style>.py."""
    return {path.stem: _module(path) for path in sorted((HERE / "correct" / assignment.name).glob("*.py"))}


def wrong_variants(assignment: Assignment, exercise: Exercise) -> dict[str, Callable[..., Any]]:
    """Wrong answers that the catalogue does not hold: every public function of tests/wrong/<assignment>/<exercise>.py."""
    path = HERE / "wrong" / assignment.name / f"{exercise.name}.py"
    space = vars(_module(path)) if path.exists() else {}
    parameters = list(inspect.signature(exercise.reference).parameters)
    return {name: value for name, value in space.items() if isinstance(value, FunctionType) and not name.startswith("_")
            and value.__globals__ is space and list(inspect.signature(value).parameters)[: len(parameters)] == parameters}


def rebuilt_over(assignment: Assignment, exercise: Exercise, replaced: Functions) -> dict[str, Callable[..., Any]]:
    """The solutions, which now call these functions where they called each other.

    Where the exercise's solution does not call them (it may be quicker without), a correct style that does takes its place.
    """
    styles = [exercise.solution.__globals__, *map(vars, correct_solutions(assignment).values())]
    styles = [style for style in styles if exercise.name in style]
    calls = [style for style in styles if set(replaced) <= {*style[exercise.name].__code__.co_names}]
    space = dict([*calls, *styles][0])
    written = {e.name: space[e.name] for e in assignment.exercises if e.name in space}
    space |= {name: FunctionType(f.__code__, space, name, f.__defaults__, f.__closure__) for name, f in written.items()}
    space |= replaced
    return {name: space[name] for name in written}


def degenerate(reference: Callable[..., Any]) -> dict[str, Callable[..., Any]]:
    """Answers that show no work: some of the right form and wrong in value, most not even that."""
    def filled(number: Any) -> Callable[..., Any]:
        return lambda *args, **options: _filled(reference(*args, **options), number)

    constants = (None, "text", b"", [], {}, (), ((),), True, 0, 1.5, np.nan, np.zeros(0), np.zeros((1,) * 20), Opaque("Tensor"))
    return {f"always {value!r:.20}": lambda *args, value=value, **options: value for value in constants} | {
        f"full of {number}": filled(number) for number in (0.0, 1.0, np.nan, np.inf, -1e308, 1j, False, 7)
    } | {"the first argument": lambda *args, **options: args[0], "all arguments": lambda *args, **options: args}


def _filled(value: Any, number: Any) -> Any:
    if isinstance(value, (tuple, list)):
        return type(value)(_filled(part, number) for part in value)
    if isinstance(value, dict):
        return {key: part if key == "type" else _filled(part, number) for key, part in value.items()}  # a model stays a model
    if isinstance(value, str):
        return ""
    whole = np.asarray(value).dtype.kind in "bi" and isinstance(number, float) and abs(number) < 9
    return np.full(np.shape(value), number, np.asarray(value).dtype if whole else None)[()]


def _module(path: Path) -> ModuleType:
    """A fresh copy of a module, so that what its functions remember is forgotten."""
    spec = importlib.util.spec_from_file_location(f"student_{path.stem}", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
