"""The cheapest grader there could be: one warm process runs a submission's cells and the checks, and protects nothing.

`python -m tests.bench_plain FOLDER exec|ipython|whole ANSWER` writes CPU and wall seconds per submission, and the scores, to
a JSON file. "whole" runs every cell of the notebook in IPython, as stock graders do; the others pass over what our grader
passes over: setup, labs and check cells that are as printed.
"""

import contextlib
import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from autograder.assignment import Assignment, load_assignment
from autograder.examine import examine
from autograder.grading import skippable
from autograder.secret import course_secret, generators
from autograder.standin import NotWritten, StandIn, in_process
from autograder.submission import read
from tests.class_builder import ASSIGNMENT

TURNS = 3
GRADER = SimpleNamespace(check=id, export=lambda: None)  # as in the sandbox: the checks run afterwards
Run = Callable[[list[str]], dict[str, Any]]


def main(folder: Path, how: str, answer: Path) -> None:
    """Grade the folder once to warm up, then a few times for the clock."""
    assignment, run = load_assignment(ASSIGNMENT), (_exec if how == "exec" else _ipython())
    paths = sorted(folder.glob("*.ipynb"))
    skip = frozenset() if how == "whole" else skippable(assignment.name)
    turns = []
    with open(os.devnull, "w") as null, contextlib.redirect_stdout(null), contextlib.redirect_stderr(null):
        scores = {path.stem: _grade(path, assignment, run, skip) for path in paths}
        for _ in range(TURNS):
            cpu, wall = time.process_time(), time.monotonic()
            for path in paths:
                _grade(path, assignment, run, skip)
            turns.append((time.process_time() - cpu, time.monotonic() - wall))
    cpu, wall = (statistics.median(turn) / len(paths) for turn in zip(*turns, strict=True))
    answer.write_text(json.dumps({"cpu": cpu, "wall": wall, "scores": scores}))


def _grade(path: Path, assignment: Assignment, run: Run, skip: frozenset[str]) -> dict[str, float]:
    submission, secret = read(path), course_secret()
    space = run([cell.source for cell in submission.cells if cell.source.strip() and cell.source.strip() not in skip])

    def stand_in(name: str) -> StandIn:
        return in_process(space[name], name) if callable(space.get(name)) else StandIn(name, _missing)

    names = [exercise.name for exercise in assignment.exercises]
    return {
        name: examine(exercise, stand_in, generators(secret, submission.digest, assignment.name, name), names).score
        for name, exercise in zip(names, assignment.exercises, strict=True)
    }


def _missing(args: Any, kwargs: Any) -> Any:
    raise NotWritten("Missing")


def _exec(sources: list[str]) -> dict[str, Any]:
    """A notebook as a script: no magics, no displayed values."""
    space: dict[str, Any] = {"__name__": "__main__", "grader": GRADER}
    for number, source in enumerate(sources):
        with contextlib.suppress(Exception):
            exec(compile(source, f"cell {number}", "exec"), space)
    return space


def _ipython() -> Run:
    """A notebook as Jupyter runs it."""
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    config = Config()
    config.HistoryManager.enabled = False
    shell = InteractiveShell.instance(config=config)

    def run(sources: list[str]) -> dict[str, Any]:
        shell.reset(new_session=True)
        shell.user_ns["grader"] = GRADER
        for source in sources:
            shell.run_cell(source, store_history=False)
        if pyplot := sys.modules.get("matplotlib.pyplot"):
            pyplot.close("all")
        return shell.user_ns

    return run


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
