"""A class that trained, graded sealed: exercises by running them, predictions as data, training cells not at all."""

import csv
import inspect
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import nbformat
import numpy as np
import pytest

from autograder import grading
from autograder.grade import grade_class
from autograder.nbgrader import autograded
from autograder.release import press
from autograder.results import Status
from autograder.training.handover import hand_over
from tests.tiny_task import made

ENDLESS = "# Training: all night, with settings of my own\nwhile True:\n    pass"
THIEF = "run = start('quick', 'tensorflow')\nraise SystemExit"


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("trained")
    with pytest.MonkeyPatch.context() as patch:
        assignment = made(folder, patch)
        for module in (grading, autograded):
            patch.setattr(module, "PRINTED", folder / "assignments")
        patch.setattr(autograded, "DIST", folder / "dist")
        press.release([assignment.name])
        lay_out(folder / "class", folder / "assignments" / assignment.name / f"{assignment.name}.ipynb", assignment)
        verdicts = grade_class(assignment.name, folder / "class", folder / "out", jobs=1, say=lambda line: None)
        yield folder / "out", {verdict.student: verdict for verdict in verdicts}, assignment


def lay_out(folder: Path, printed: Path, assignment: Any) -> None:
    """Students in folders of their own, in zips, and one notebook alone."""
    task, (exercise,) = assignment.task, assignment.exercises
    y = task.hidden[1]["y_hidden"].astype(float)

    def notebook(cell: str = "") -> Any:
        book = nbformat.read(printed, 4)
        for node in book.cells:
            if node.metadata.get("autograder", {}).get("exercise"):
                node.source = inspect.getsource(exercise.solution)
            if cell and node.metadata.get("tags") == ["training"] and "run.fit" in node.source:
                node.source = cell
        return book

    misplaced = folder / "misplaced"
    misplaced.mkdir(parents=True)
    book = notebook()
    for node in book.cells:
        if node.metadata.get("autograder", {}).get("exercise"):
            node.source = f"# Training: all my functions\n{node.source}"
    nbformat.write(book, misplaced / "work.ipynb")
    half = np.where(np.arange(len(y)) < len(y) // 3, 1 - y, y)
    for student, cell, p in (("own folder", "", y), ("endless", ENDLESS, y), ("thief", THIEF, half), ("missing", "", None)):
        place = folder / student
        place.mkdir(parents=True)
        nbformat.write(notebook(cell), place / "work.ipynb")
        if p is not None:
            assert hand_over(place, task.version, {"p": p}, task.forms, {}) == []
    (folder / "broken").mkdir()
    nbformat.write(notebook(), folder / "broken" / "work.ipynb")
    (folder / "broken" / "predictions.npz").write_bytes(b"\x80\x04never\x94.")
    with zipfile.ZipFile(folder / "zipped.zip", "w") as archive:
        archive.writestr("work.ipynb", nbformat.writes(notebook()))
        for name in ("predictions.npz", "run.json"):
            archive.write(folder / "own folder" / name, name)
    nbformat.write(notebook(), folder / "alone.ipynb")


@pytest.mark.parametrize(("student", "points"), [
    ("own folder", 15), ("zipped", 15), ("endless", 15), ("missing", 4), ("broken", 4), ("alone", 4)])
def test_exercises_and_predictions_add_up(graded: Any, student: str, points: float) -> None:
    _, verdicts, _ = graded
    verdict = verdicts[student]
    assert (verdict.status, verdict.cell_errors, verdict.score, verdict.max_score) == (Status.GRADED, (), points, 15)


def test_part_of_the_way_gives_part_of_the_points(graded: Any) -> None:
    _, verdicts, assignment = graded
    _, predictions = verdicts["thief"].exercises
    right = 1 - (128 // 3) / 128
    assert predictions.score == 1 + round(10 * assignment.task.record().credit(right), 1)
    assert 1 < predictions.score < 11


def test_a_cell_that_trains_unguarded_fails_alone(graded: Any) -> None:
    _, verdicts, _ = graded
    assert [e.message for e in verdicts["thief"].cell_errors] == ["NameError: name 'start' is not defined"]
    assert verdicts["thief"].exercises[0].score == 4


def test_a_function_in_a_training_cell_is_missed_by_name(graded: Any) -> None:
    _, verdicts, _ = graded
    messages = {check.message for check in verdicts["misplaced"].exercises[0].checks}
    assert len(messages) == 1
    assert "which defines accuracy, begins with `# Training`" in messages.pop()


def test_what_is_wrong_with_a_file_is_told(graded: Any) -> None:
    out, _, _ = graded
    assert "no predictions.npz was handed in beside the notebook" in (out / "feedback" / "missing.html").read_text()
    assert "not what numpy.savez writes" in (out / "feedback" / "broken.html").read_text()


def test_pages_and_tables_have_the_predictions(graded: Any) -> None:
    out, verdicts, _ = graded
    rows = {row["student"]: row for row in csv.DictReader(io.StringIO((out / "grades.csv").read_text()))}
    assert {name: (float(row["accuracy"]), float(row["predictions"])) for name, row in rows.items()} == {
        name: tuple(e.score for e in verdict.exercises) for name, verdict in verdicts.items()}
    assert {row["max_score"] for row in rows.values()} == {"15"}
    assert "predictions" in (out / "report.html").read_text()
    page = (out / "feedback" / "thief.html").read_text()
    assert f"{verdicts['thief'].exercises[1].checks[1].partial:g} / 10" in page


def test_what_was_handed_in_lies_where_nbgrader_looks(graded: Any) -> None:
    out, _, assignment = graded
    place = out / "submitted" / "zipped" / assignment.name
    assert json.loads((place / "run.json").read_text())["predictions"]
    assert (place / "predictions.npz").read_bytes() == (out.parent / "class" / "own folder" / "predictions.npz").read_bytes()


def test_verdicts_survive_the_journal(graded: Any) -> None:
    out, verdicts, _ = graded
    for verdict in verdicts.values():
        assert type(verdict).from_json(json.loads(json.dumps(verdict.to_json()))) == verdict
    assert len(list((out / "results").glob("*.json"))) == len(verdicts)
