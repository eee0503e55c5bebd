"""Submissions and made-up verdicts on them, for tests of what is written for nbgrader: nothing is graded here."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from autograder.results import ExerciseResult, Verdict
from autograder.roster import Entry, file_name
from tests.class_builder import ASSIGNMENT, Notebook, dump, printed
from tests.verdicts import F, check, exercise, verdict

WORTH = {cell["metadata"]["nbgrader"]["grade_id"]: cell["metadata"]["nbgrader"]["points"] for cell in printed()["cells"]
         if cell["metadata"].get("nbgrader", {}).get("grade") and cell["cell_type"] == "code"}


def tracked(notebook: Notebook, name: str) -> dict:
    """The one cell that nbgrader calls by a name."""
    (cell,) = (cell for cell in notebook["cells"] if cell["metadata"].get("nbgrader", {}).get("grade_id") == name)
    return cell


def hand_in(folder: Path, student: str, texts: Mapping[str, str] | None = None, **more: object) -> Entry:
    """A submission: the printed notebook with the student's texts in it."""
    notebook = printed()
    for name, text in (texts or {}).items():
        tracked(notebook, name)["source"] = text
    folder.mkdir(exist_ok=True, parents=True)
    path = folder / f"{file_name(student)}.ipynb"
    path.write_bytes(dump(notebook))
    return Entry(student, path, **more)


def judged(student: str, scores: Mapping[str, float] | None = None, **more: object) -> Verdict:
    """A verdict that gives these points, and none elsewhere."""
    given = {name: (scores or {}).get(name, 0.0) for name in WORTH}
    return replace(verdict(student, *(_exercise(name, score) for name, score in given.items())), assignment=ASSIGNMENT, **more)


def _exercise(name: str, score: float) -> ExerciseResult:
    return exercise(name, check("right", points=score), check("wrong", F, WORTH[name] - score, message="h has wrong values"))
