"""What the notebook of a training task holds, what it must not hold, and what stops its release."""

from pathlib import Path
from typing import Any

import nbformat
import numpy as np
import pytest

from autograder.assignment import Assignment, AssignmentError
from autograder.release import press
from autograder.release.trainer import trainer_cell
from autograder.training.blob import unpacked
from tests.tiny_task import RECORD, REFERENCE, TASK, made


@pytest.fixture
def released(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Assignment, Any]:
    assignment = made(tmp_path, monkeypatch)
    press.release([assignment.name])
    return assignment, nbformat.read(tmp_path / "assignments" / assignment.name / f"{assignment.name}.ipynb", 4)


def cell(notebook: Any, name: str) -> Any:
    return next(cell for cell in notebook.cells if cell.id == name)


def data_of(notebook: Any) -> dict[str, np.ndarray]:
    return unpacked(cell(notebook, "setup-data").source.split("'''")[-2].strip())


def test_colab_gives_it_a_gpu(released: Any) -> None:
    _, notebook = released
    assert notebook.metadata["accelerator"] == "GPU"
    assert notebook.metadata["colab"] == {"gpuType": "T4", "provenance": []}


def test_students_read_baseline_and_target_before_they_start(released: Any) -> None:
    _, notebook = released
    (text,) = [cell.source for cell in notebook.cells if "earns everything" in cell.source and cell.cell_type == "markdown"]
    for words in ("worth 11 points", "**0.500 earns nothing**", "that is guess", "**0.770 earns everything**", "GRU reached 0.850",
                  "| GRU | 10 | 0.850 ± 0.071 | 1.0 |", "Measured on a test, preset full, seeds 0, 1"):
        assert words in text
    assert "{{recorded}}" not in "".join(cell.source for cell in notebook.cells)


def test_predictions_have_a_grade_cell(released: Any) -> None:
    _, notebook = released
    grade = cell(notebook, "check-predictions")
    assert grade.source == 'grader.check("predictions")'
    assert (grade.metadata.nbgrader["grade_id"], grade.metadata.nbgrader["points"]) == ("predictions", 11)


def test_hidden_labels_stay_here(released: Any) -> None:
    assignment, notebook = released
    inputs, labels = assignment.task.hidden
    data = data_of(notebook)
    assert set(data) == {"x_train", "y_train", "x_valid", "y_valid", "x_hidden"}
    assert data["x_hidden"].tobytes() == inputs["x_hidden"].tobytes()
    whole = nbformat.writes(notebook)
    for array in data.values():
        assert array.shape != labels["y_hidden"].shape or (array != labels["y_hidden"]).any()
    for word in ("y_hidden", "default_rng(seed)", "def score", "def hidden"):
        assert word not in whole


def test_the_courses_secret_makes_other_hidden_data(released: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assignment, notebook = released
    versions, inputs = [assignment.task.version], [data_of(notebook)["x_hidden"]]
    (tmp_path / "course.yaml").write_text("hidden_data: course\n")
    monkeypatch.setenv("AUTOGRADER_COURSE_FILE", str(tmp_path / "course.yaml"))
    for secret in (b"a" * 32, b"b" * 32):
        (tmp_path / "secret").write_bytes(secret)
        monkeypatch.setenv("AUTOGRADER_SECRET_FILE", str(tmp_path / "secret"))
        again = made(tmp_path / secret.decode()[:1], monkeypatch)
        versions.append(again.task.version)
        inputs.append(again.task.student_data()["x_hidden"])
        assert (again.task.student_data()["x_train"] == data_of(notebook)["x_train"]).all()
    assert len(set(versions)) == 3
    assert len({x.tobytes() for x in inputs}) == 3


@pytest.mark.parametrize(("change", "to", "words"), [
    ("if grader.ready():\n    run = start(PRESET, BACKEND)", "run = start(PRESET, BACKEND)", "stands under `if grader.ready"),
    ("# Training: choose, then", "# Choose, then", "begins with `# Training: `"),
    ("# Training: one network", "import os\n# Training: one network", "begins with `# Training: `"),
])
def test_a_training_cell_that_could_run_while_grading_stops_the_release(change: str, to: str, words: str, tmp_path: Path,
                                                                          monkeypatch: pytest.MonkeyPatch) -> None:
    assert change in REFERENCE
    name = made(tmp_path, monkeypatch, reference=REFERENCE.replace(change, to)).name
    with pytest.raises(AssignmentError, match=r"cell \d") as error:
        press.release([name])
    assert words in str(error.value)


@pytest.mark.parametrize(("record", "words"), [
    ("", "record.json is missing: make train TASK="),
    ("{", "holds no record"),
    ('{"about": {}, "rows": []}', "holds no record"),
    (RECORD.replace("0.8,", "0.4,"), "a seed of GRU is no better than guess"),
])
def test_without_recorded_runs_nothing_is_released(record: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = made(tmp_path, monkeypatch, record=record).name
    with pytest.raises(AssignmentError) as error:
        press.release([name])
    assert words in str(error.value)


@pytest.mark.parametrize(("change", "to", "words"), [
    ("def score(", "def scores(", "defines no score"),
    ('_made(seed, 128, "hidden")', '_made(seed, 128, "valid")', "given() and hidden() both hold x_valid"),
    ("rng.normal(size=(n, 5, 2))", "rng.normal(size=(80 * n, 5, 2))", "a notebook carries 900000 at most"),
])
def test_a_task_that_is_not_as_it_must_be_is_refused(change: str, to: str, words: str, tmp_path: Path,
                                                     monkeypatch: pytest.MonkeyPatch) -> None:
    assert change in TASK
    assignment = made(tmp_path, monkeypatch, task=TASK.replace(change, to))
    with pytest.raises(AssignmentError) as error:
        trainer_cell(assignment, assignment.task)  # type: ignore[arg-type]
    assert words in str(error.value)
