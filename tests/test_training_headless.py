"""Training without a notebook: scores on hidden data, a record, and nothing trained twice."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.assignment import ROOT, AssignmentError
from autograder.training.headless import train
from tests.tiny_task import made

SCRIPT = """
import sys, pytest
from pathlib import Path
from tests.tiny_task import made
from autograder.training.headless import train
with pytest.MonkeyPatch.context() as patch:
    assignment = made(Path(sys.argv[1]), patch)
    train(assignment.name, "full", "tensorflow", Path(sys.argv[1], "out"), record=True)
    train(assignment.name, "full", "tensorflow", Path(sys.argv[1], "out"))
"""


@pytest.mark.xdist_group("tensorflow")
def test_it_records_what_it_scored(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr
    first, second = done.stdout.split("On hidden data, as submissions are scored:")[:2]
    assert first.count("epoch 3 of 3") == 3
    assert "trained already" not in first
    assert second.count("trained already") == 3
    (path,) = tmp_path.glob("solutions/*/record.json")
    record = json.loads(path.read_text())
    scores = {(row["kind"], row["seed"]): row["value"] for row in record["rows"]}
    assert set(scores) == {("guess", None), ("GRU", 0), ("GRU", 1), ("GRU", 2)}
    assert all(0.6 < scores["GRU", seed] <= 1 for seed in range(3))
    assert (record["about"]["preset"], record["about"]["seeds"]) == ("full", [0, 1, 2])
    assert {"predictions.npz", "run.json"} <= {path.name for path in (tmp_path / "out").iterdir()}
    assert list((tmp_path / "out").glob("picture-*.png"))


def test_a_wrong_call_is_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(AssignmentError, match="lstm trains nothing"):
        train("lstm", "quick", "tensorflow", tmp_path)
    name = made(tmp_path, monkeypatch).name
    with pytest.raises(AssignmentError, match="has no preset 'huge'; there are: quick, full"):
        train(name, "huge", "tensorflow", tmp_path)
