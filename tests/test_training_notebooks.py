"""Notebooks that train, from top to bottom in a simulated Colab: quick, with no work done before, and then with all of it done."""

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import nbformat
import numpy as np
import pytest

from autograder.assignment import assignment_names, load_assignment
from autograder.attachments import Attachment
from autograder.results import Outcome
from autograder.submission import read
from autograder.training.score import grade_predictions
from tests.filling import filled, references
from tests.kernels import runner, shown

TASKS = [name for name in assignment_names() if load_assignment(name).training]


@pytest.fixture(scope="module", params=TASKS)
def trained(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A task's notebook as its reference solves it, run once, and once more in a fresh kernel where it was run before."""
    name = request.param
    notebook = filled(name, references(name))
    for run in runner(tmp_path_factory.mktemp("colab"), "--colab"):
        folder = run.folder  # type: ignore[attr-defined]
        before = run(notebook)
        first = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
        yield SimpleNamespace(name=name, task=load_assignment(name).task, notebook=notebook, folder=folder, first=first,
                              said=shown(before), cells=before.cells, again=shown(run(notebook)))


def test_it_runs_through_and_every_check_passes(trained: Any) -> None:
    exercises = load_assignment(trained.name).exercises
    for exercise in exercises:
        public = sum(not case.hidden for case in exercise.tests.test_cases)
        assert f"public checks: {public} of {public} passed" in trained.said[f"check-{exercise.name}"]
    assert "predictions: as they must be" in trained.said["check-predictions"]
    assert f"the browser downloads {trained.name}_submission.zip" in trained.said["export"]


def test_its_first_cells_tell_what_to_expect(trained: Any) -> None:
    said = "".join(trained.said.values())
    for words in ("Accelerator: CPU (", "Keras 3.", "Preset quick: less than a minute", "Checkpoints after every epoch: checkpoints"):
        assert words in said


def test_it_shows_pictures_and_a_comparison(trained: Any) -> None:
    pictures = [output for cell in trained.cells if cell.cell_type == "code" for output in cell.outputs if "image/png" in output.get("data", {})]
    assert len(pictures) >= 3  # the data, a curve, the comparison
    said = "".join(trained.said.values())
    assert "s per epoch" in said
    assert trained.task.record().baseline.kind in said


def test_what_it_hands_in_is_graded(trained: Any, tmp_path: Path) -> None:
    path = tmp_path / "ann.zip"
    path.write_bytes(trained.first[f"{trained.name}_submission.zip"])
    files = read(path).files
    result = grade_predictions(trained.task, files)
    assert result.checks[0].outcome is Outcome.PASSED, result.checks[0].message
    assert "run.json" not in result.note
    about = json.loads(files["run.json"].data)
    assert (about["task"], about["data"], about["preset"]) == (trained.name, trained.task.version, "quick")
    assert all(len(code) == 64 for code in about["code"].values())
    assert all(training["curve"] for training in about["trainings"].values())


def test_run_again_it_takes_what_is_there_and_hands_in_the_same(trained: Any) -> None:
    said = "".join(trained.again.values())
    trainings = json.loads(trained.first["run.json"])["trainings"]
    assert said.count("trained already") >= len(trainings) > 0
    with np.load(trained.folder / "predictions.npz") as now:
        later = {name: now[name] for name in now.files}
    (trained.folder / "predictions.npz").write_bytes(trained.first["predictions.npz"])
    with np.load(trained.folder / "predictions.npz") as then:
        assert {name: then[name].tolist() for name in then.files} == {name: array.tolist() for name, array in later.items()}


def test_the_reference_beats_what_has_no_network_with_every_seed(trained: Any) -> None:
    record = trained.task.record()
    assert record.about["preset"] == "full"
    assert record.reference.seeds >= 3
    better = (lambda a, b: a < b) if record.better == "lower" else (lambda a, b: a > b)
    assert better(record.worst, record.baseline.mean)
    assert record.about["seeds"]


def test_predictions_of_the_baseline_earn_the_file_alone(trained: Any) -> None:
    record = trained.task.record()
    assert record.credit(record.baseline.mean) == 0
    assert record.credit(record.worst) == 1


def test_the_untrained_file_is_explained(trained: Any) -> None:
    result = grade_predictions(trained.task, {"predictions.npz": Attachment(b"")})
    assert result.score == 0
    with zipfile.ZipFile(trained.folder / f"{trained.name}_submission.zip") as archive:
        assert nbformat.reads(archive.read(f"{trained.name}.ipynb").decode(), 4) == trained.notebook
