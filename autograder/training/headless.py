"""Train without a notebook: the reference's own cells, labs and training included, run from top to bottom. Staff only."""

import contextlib
import importlib
import os
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from autograder import authoring
from autograder.assignment import AssignmentError, load_assignment
from autograder.client.picture import pyplot
from autograder.training.comparison import Row, table
from autograder.training.form import problems
from autograder.training.record import write_record
from autograder.training.run import Run, start
from autograder.training.task import Task


class _Ready:
    """Stands where the notebook has its grader: all is written, pictures go into a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.pictures = folder, 0

    pyplot = staticmethod(pyplot)

    def ready(self, *exercises: str) -> bool:
        """Whether these exercises are written: here they always are."""
        return True

    def show(self, figure: Any, sentence: str) -> None:
        """Keep a picture as a file; the sentence below it is printed."""
        import matplotlib.pyplot as plt

        self.pictures += 1
        figure.savefig(self.folder / f"picture-{self.pictures}.png", dpi=100)
        plt.close(figure)
        print(f"picture-{self.pictures}.png: {sentence}")

    def check(self, exercise: str) -> None:
        """Nothing: tests check the reference."""

    check_all = export = check


def train(name: str, preset: str, backend: str, folder: Path, record: bool = False) -> list[Row]:
    """Run a task's notebook as its reference solves it; the comparison's rows, scored on hidden data as a submission's would be.

    folder: for checkpoints, pictures, predictions.npz and run.json; what was trained there before is not trained again. record: write
    the rows to `solutions/<name>/record.json`, from where students' baseline and target come. Raises AssignmentError if there is no such
    task, if a prediction has the wrong form, or if a preset is unknown.
    """
    assignment = load_assignment(name)
    task = assignment.task
    if task is None:
        raise AssignmentError(f"{name} trains nothing: its front matter has no `training`")
    if preset not in task.settings["presets"]:
        raise AssignmentError(f"{name} has no preset {preset!r}; there are: {', '.join(task.settings['presets'])}")
    folder = folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    run = _run_through(task, [e.name for e in assignment.exercises], preset, backend, folder)
    rows = scored(task, run)
    print(f"\nOn hidden data, as submissions are scored:\n{table(rows, task.metric)}")
    if record:
        about = {"device": str(run.accelerator), "preset": preset, "seeds": list(run.seeds), "date": f"{date.today()}",
                 "versions": run.accelerator.versions, "data": task.version}
        write_record(task.folder / "record.json", rows, about)
    return rows


def scored(task: Task, run: Run) -> list[Row]:
    """The rows of a run that came with predictions, with the score on hidden labels in place of that on validation data."""
    rows = []
    for row in run.rows:
        predictions = run.predictions.get((row.kind, row.seed))
        if predictions is None:
            continue
        if wrong := problems(task.forms, predictions):
            raise task.error(f"{row.kind}: {'; '.join(wrong)}")
        rows.append(Row(row.kind, round(task.score(predictions), 5), row.seed, row.parameters, row.seconds and round(row.seconds, 2)))
    return rows


def _run_through(task: Task, exercises: list[str], preset: str, backend: str, folder: Path) -> Run:
    """The `run` that the reference's cells started, after they ran."""
    runs: list[Run] = []
    module = f"solutions.{task.name}.reference"
    names = vars(sys.modules[module])

    def begin(*chosen: str) -> Run:
        runs.append(start(task.student_settings(exercises), task.student_data(), names, preset, backend, str(folder)))
        return runs[-1]

    with _standing_in(_Ready(folder), begin), contextlib.chdir(folder):
        importlib.reload(sys.modules[module])
    if not runs:
        raise task.error("reference.py never calls start(PRESET, BACKEND)")
    return runs[0]


@contextlib.contextmanager
def _standing_in(grader: Any, begin: Any) -> Iterator[None]:
    before = authoring.grader, authoring.start
    os.environ.setdefault("MPLBACKEND", "agg")
    authoring.grader, authoring.start = grader, begin
    try:
        yield
    finally:
        authoring.grader, authoring.start = before
