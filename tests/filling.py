"""Fill a printed notebook as a student would: the cell of a stub gets another source."""

import ast
import inspect
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbformat

from autograder.assignment import PRINTED, load_assignment

CORRECT = Path(__file__).parent / "correct"


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


def in_style(name: str, style: str) -> Any:
    """The printed notebook as a student of a style in tests/correct/<assignment>/ hands it in; other exercises as the reference."""
    source = (CORRECT / name / f"{style}.py").read_text()
    written = [node.name for node in ast.parse(source).body if isinstance(node, ast.FunctionDef)]
    exercises = [exercise.name for exercise in load_assignment(name).exercises]
    mine = [exercise for exercise in exercises if exercise in written]
    return filled(name, references(name) | dict.fromkeys(mine, "# written above") | {mine[0]: source})
