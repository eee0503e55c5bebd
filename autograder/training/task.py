"""A training task as staff wrote it: `solutions/<name>/task.py`, its presets, its data, and its recorded runs. Staff only."""

import functools
import importlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from autograder.assignment import Assignment, AssignmentError
from autograder.secret import hidden_data_seed
from autograder.training.blob import version
from autograder.training.form import Form
from autograder.training.record import Record, read_record

NAME = "predictions"  # what is graded beside the exercises
__all__ = ["NAME", "Form", "Task", "task_of"]


@dataclass(frozen=True)
class Task:
    """What is trained and scored. metric: a noun phrase; better: "lower" or "higher"; points: of the predictions."""

    name: str
    folder: Path
    module: ModuleType
    settings: Mapping[str, Any]

    def error(self, problem: str) -> AssignmentError:
        """The error that stops a release."""
        return AssignmentError(f"{self.folder}/task.py: {problem}")

    @property
    def points(self) -> float:
        return float(self.module.POINTS)

    @property
    def metric(self) -> str:
        return str(self.module.METRIC)

    @property
    def better(self) -> str:
        return str(self.module.BETTER)

    @functools.cached_property
    def hidden(self) -> tuple[dict[str, np.ndarray], dict[str, np.ndarray]]:
        """What students get of the hidden part, and the labels, which they do not."""
        inputs, labels = self.module.hidden(hidden_data_seed(self.name))
        return inputs, labels

    @functools.cached_property
    def forms(self) -> dict[str, Form]:
        return dict(self.module.forms(self.hidden[0]))

    @functools.cached_property
    def version(self) -> str:
        """Of the hidden inputs: predictions carry it."""
        return version(self.hidden[0])

    def student_data(self) -> dict[str, np.ndarray]:
        """All arrays that students get."""
        given, inputs = self.module.given(), self.hidden[0]
        if twice := set(given) & set(inputs):
            raise self.error(f"given() and hidden() both hold {', '.join(sorted(twice))}")
        return given | inputs

    def record(self) -> Record:
        """The recorded runs; raises AssignmentError if nobody recorded any."""
        return read_record(self.folder / "record.json", self.better)

    def score(self, predictions: Mapping[str, np.ndarray]) -> float:
        """The metric, on the hidden labels; predictions have the right forms."""
        inputs, labels = self.hidden
        return float(self.module.score(dict(predictions), labels, inputs))

    def student_settings(self, exercises: list[str]) -> dict[str, Any]:
        """What the notebook's `start` knows, as plain data."""
        return {"task": self.name, "version": self.version, "metric": self.metric, "better": self.better, "exercises": exercises,
                "forms": {name: asdict(form) for name, form in self.forms.items()}, **self.settings}


def task_of(assignment: Assignment) -> Task | None:
    """The training task of an assignment, if it has one; raises AssignmentError if it is not as it must be."""
    if not assignment.training:
        return None
    try:
        module = importlib.import_module(f"solutions.{assignment.name}.task")
    except ModuleNotFoundError as error:
        raise AssignmentError(f"{assignment.folder}: has training in its front matter, but task.py is missing: {error}") from None
    missing = [word for word in ("POINTS", "METRIC", "BETTER", "given", "hidden", "forms", "score") if not hasattr(module, word)]
    if missing:
        raise AssignmentError(f"{assignment.folder}/task.py defines no {', '.join(missing)}")
    return Task(assignment.name, assignment.folder, module, assignment.training)
