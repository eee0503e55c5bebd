"""What stops a grade from getting into nbgrader's gradebook: faults of ours, and points that are not the checks'."""

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import nbformat
import pytest
from traitlets.config import LoggingConfigurable

from autograder.assignment import PRINTED
from autograder.results import CheckResult, ExerciseResult, Outcome, Status, Verdict

NAMES = {"student": "ann", "assignment": "week 4", "notebook": "tiny"}


def _verdict(status: Status = Status.GRADED, points: float = 3) -> Verdict:
    check = CheckResult("one", "is right", points, False, Outcome.PASSED)
    return Verdict("ann", "tiny", "tiny.ipynb", "d", "g", status, "bwrap", points, (ExerciseResult("double", (check,)),), reason="no disk")


@pytest.fixture
def sealed() -> Any:
    """The module; importing nbgrader costs seconds."""
    from autograder.nbgrader import sealed

    return sealed


@pytest.fixture
def exporter(sealed: Any, tmp_path: Path) -> Any:
    """An exporter as nbgrader makes it, for a course without submissions."""
    class Converter(LoggingConfigurable):
        assignments: dict[str, list[str]] = {}  # noqa: RUF012  nbgrader's own is one, too
        coursedir = SimpleNamespace(root=tmp_path, submitted_directory="submitted", release_directory="release",
                                    format_path=lambda step, student, name: str(tmp_path / step / student / name))

    return sealed.SealedExporter(parent=Converter())


def test_fault_of_ours_is_no_grade(sealed: Any, exporter: Any) -> None:
    exporter.batch = SimpleNamespace(verdict=lambda name, entry: _verdict(Status.ERROR))
    with pytest.raises(sealed.NbGraderException, match="ann was not graded, and that is not the student's fault: no disk"):
        exporter.verdict(NAMES)


def test_grader_that_cannot_start_is_no_grade(sealed: Any, exporter: Any) -> None:
    def verdict(name: str, entry: Any) -> Verdict:
        raise sealed.BatchError("install bubblewrap")

    exporter.batch = SimpleNamespace(verdict=verdict)
    with pytest.raises(sealed.NbGraderException, match="install bubblewrap"):
        exporter.verdict(NAMES)


@pytest.mark.parametrize("graded", [{"double": 2}, {"double": 3, "triple": 1}, {}])
def test_points_that_are_not_the_checks_stop(graded: dict[str, float], sealed: Any) -> None:
    roles = [{"grade": True, "solution": False, "grade_id": name, "points": points} for name, points in graded.items()]
    cells = [nbformat.v4.new_code_cell(metadata={"nbgrader": role}) for role in roles]
    with pytest.raises(sealed.NbGraderException, match="run make release, and nbgrader generate_assignment"):
        sealed._refuse_drift(nbformat.v4.new_notebook(cells=cells), _verdict())


def test_repairs_are_made_from_what_students_got(exporter: Any, tmp_path: Path) -> None:
    names = NAMES | {"notebook": "lstm"}
    assert exporter._released(names) == json.loads((PRINTED / "lstm" / "lstm.ipynb").read_text())
    released = tmp_path / "release" / "." / "week 4" / "lstm.ipynb"
    released.parent.mkdir(parents=True)
    released.write_text('{"cells": []}')
    assert exporter._released(names) == {"cells": []}
