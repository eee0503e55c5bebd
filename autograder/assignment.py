"""An assignment as staff wrote it: front matter, exercises, checks and mistakes. Trusted side only."""

import ast
import functools
import hashlib
import importlib
import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import FunctionType
from typing import TYPE_CHECKING, Any

import yaml

from autograder.ottertests import ExceptionTestFile, test_case

if TYPE_CHECKING:
    from autograder.training.task import Task

ROOT = Path(__file__).resolve().parent.parent
SOLUTIONS = ROOT / "solutions"
PRINTED = ROOT / "assignments"
DIST = ROOT / "dist"
EXPECTED = "expected"  # what a check file calls its answer in plain data


class AssignmentError(Exception):
    """The assignment's folder is not as it must be; says which file and why."""


@dataclass(frozen=True)
class Limits:
    """What one submission may use: wall-clock seconds per call, per cell and in all; bytes of memory; processes."""

    call_seconds: float = 5
    cell_seconds: float = 10
    total_seconds: float = 90
    memory_bytes: int = 1 << 30
    processes: int = 48


@dataclass(frozen=True)
class Exercise:
    """One function that students write: its solution, Otter's test file, and the mistakes its checks recognise.

    reference computes the right answer as plain data: it is the solution itself, or, where that answers a model or dataset,
    the check file's `expected`, so that neither grading nor printing has to import a framework.
    """

    name: str
    solution: Callable[..., Any]
    reference: Callable[..., Any]
    tests: Any
    mistakes: dict[str, Callable[..., Any]]

    @property
    def max_score(self) -> float:
        return float(sum(case.points for case in self.tests.test_cases))


@dataclass(frozen=True)
class Assignment:
    """A folder under `solutions/`: `reference.py` and one `check_<exercise>.py` per exercise, in the reference's order."""

    name: str
    folder: Path
    title: str
    exercises: tuple[Exercise, ...]
    order: int = 0
    requires: tuple[str, ...] = ()
    minutes: int = 60
    packages: tuple[str, ...] = ("numpy", "matplotlib")
    limits: Limits = field(default_factory=Limits)
    training: Mapping[str, Any] = field(default_factory=dict)

    @functools.cached_property
    def task(self) -> "Task | None":
        """The training task, whose predictions are graded beside the exercises; raises AssignmentError if it is not as it must be."""
        from autograder.training.task import task_of

        return task_of(self)

    @property
    def points(self) -> dict[str, float]:
        """What each part that the machine grades is worth, by name: the exercises, and the predictions where there are any."""
        from autograder.training.task import NAME

        return {e.name: e.max_score for e in self.exercises} | ({NAME: self.task.points} if self.task else {})

    @property
    def max_score(self) -> float:
        return float(sum(self.points.values()))

    @property
    def sources(self) -> list[Path]:
        """The files that staff wrote or recorded: reference, checks, runs."""
        return [path for path in sorted(self.folder.iterdir()) if path.suffix in (".py", ".json")]

    @functools.cached_property
    def digest(self) -> str:
        """SHA-256 over these files: two runs with the same digest ask the same questions."""
        return hashlib.sha256(b"\0\0".join(path.name.encode() + b"\0" + path.read_bytes() for path in self.sources)).hexdigest()


def assignment_names() -> list[str]:
    """Names of all assignments, in the order their front matter gives."""
    folders = [path.parent for path in SOLUTIONS.glob("*/reference.py")]
    return [f.name for f in sorted(folders, key=lambda f: (front_matter(f / "reference.py").get("order", 0), f.name))]


def load_assignment(name: str) -> Assignment:
    """The assignment called name; raises AssignmentError if there is none, or a part of it is missing."""
    folder = SOLUTIONS / name
    if folder not in [path.parent for path in SOLUTIONS.glob("*/reference.py")]:
        raise AssignmentError(f"no assignment is called {name!r}; there are: {', '.join(assignment_names())}")
    reference = importlib.import_module(f"solutions.{name}.reference")
    exercises = [_load_exercise(path, reference) for path in folder.glob("check_*.py")]
    exercises.sort(key=lambda exercise: inspect.getsourcelines(exercise.solution)[1])
    matter = front_matter(folder / "reference.py")
    try:
        return Assignment(name, folder, exercises=tuple(exercises), title=matter.pop("title"),
                          requires=tuple(matter.pop("requires", ())), packages=tuple(matter.pop("packages", ("numpy", "matplotlib"))),
                          limits=Limits(**matter.pop("limits", {})), **matter)
    except (KeyError, TypeError) as error:
        raise AssignmentError(f"{folder}/reference.py: front matter: {error}") from None


def front_matter(path: Path) -> dict[str, Any]:
    """The YAML between the two `# ---` lines at the top of a py:percent file."""
    lines = path.read_text().splitlines()
    if not lines or lines[0] != "# ---" or "# ---" not in lines[1:]:
        raise AssignmentError(f"{path} must begin with front matter between two `# ---` lines")
    block = lines[1 : lines.index("# ---", 1)]
    matter = yaml.safe_load("\n".join(line.removeprefix("#").removeprefix(" ") for line in block))
    return {key: value for key, value in matter.items() if key != "jupyter"}


def _load_exercise(path: Path, reference_module: Any) -> Exercise:
    name = path.stem.removeprefix("check_")
    solution = getattr(reference_module, name, None)
    if solution is None:
        raise AssignmentError(f"{path}: reference.py defines no function {name}")
    tests = ExceptionTestFile.from_file(str(path))
    if tests.name != name or not tests.test_cases:
        raise AssignmentError(f"{path}: must set name = {name!r} and define at least one @check")
    _refuse_duplicates(path)
    answers = _answers(path, tests, solution)
    reference = answers.pop(EXPECTED, solution)
    return Exercise(name, solution, reference, tests, answers)


def _refuse_duplicates(path: Path) -> None:
    """Two functions of one name: Python, and so Otter, would silently keep the last."""
    names = [node.name for node in ast.parse(path.read_text()).body if isinstance(node, ast.FunctionDef)]
    for name in names:
        if names.count(name) > 1:
            raise AssignmentError(f"{path}: defines {name} twice")


def _answers(path: Path, tests: Any, solution: Callable[..., Any]) -> dict[str, Callable[..., Any]]:
    """Every public function of a check file that is no check, a mistake or `expected`: its parameters are the solution's."""
    space = inspect.unwrap(tests.test_cases[0].body.test_func).__globals__
    answers = {}
    for name, value in space.items():
        own = isinstance(value, FunctionType) and value.__globals__ is space
        if not own or name.startswith("_") or isinstance(value, test_case):
            continue
        if list(inspect.signature(value).parameters) != list(inspect.signature(solution).parameters):
            raise AssignmentError(f"{path}: {name} must take {inspect.signature(solution)} to be a mistake; "
                                  "begin a helper's name with an underscore")
        if not (value.__doc__ or "").strip():
            raise AssignmentError(f"{path}: the mistake {name} needs a docstring: it is the hint")
        answers[name] = value
    return answers
