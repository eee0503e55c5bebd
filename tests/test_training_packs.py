"""What Gradescope gets of a training task: all that makes its hidden labels anew, and the same questions as here."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.assignment import PRINTED, assignment_names, load_assignment
from autograder.release.gradescope import files

TASKS = [name for name in assignment_names() if load_assignment(name).training]
ASK = """
import json
from autograder.assignment import load_assignment
assignment = load_assignment({name!r})
target = assignment.task.record().target
print(json.dumps([assignment.digest, assignment.task.version, assignment.max_score, target]))
"""


@pytest.mark.parametrize("name", TASKS)
def test_the_zip_asks_the_same_of_predictions(name: str, tmp_path: Path) -> None:
    assignment = load_assignment(name)
    printed = {f"{name}.ipynb": (PRINTED / name / f"{name}.ipynb").read_bytes()}
    for path, data in files(assignment, printed).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run([sys.executable, "-c", ASK.format(name=name)], cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    task = assignment.task
    assert task is not None
    assert json.loads(done.stdout) == [assignment.digest, task.version, assignment.max_score, task.record().target]
