"""Fill a printed notebook as a student would: the cell of a stub gets another source."""

import inspect
from collections.abc import Mapping
from typing import Any

import nbformat

from autograder.assignment import PRINTED, load_assignment


def printed(name: str) -> Any:
    """The printed notebook of an assignment."""
    return nbformat.read(PRINTED / name / f"{name}.ipynb", 4)


def references(name: str) -> dict[str, str]:
    """The source of every reference of an assignment, by exercise."""
    return {exercise.name: inspect.getsource(exercise.solution) for exercise in load_assignment(name).exercises}


def filled(name: str, sources: Mapping[str, str]) -> Any:
    """The printed notebook with other sources in the cells of some exercises."""
    notebook = printed(name)
    for cell in notebook.cells:
        exercise = cell.metadata.get("autograder", {}).get("exercise")
        cell.source = sources.get(exercise, cell.source)
    return notebook
