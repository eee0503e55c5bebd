"""Stock Otter on the same checks: an autograder.zip, and one `otter run` for each submission."""

import json
import os
import sys
from pathlib import Path

from autograder.assignment import ROOT, SOLUTIONS
from autograder.release.archive import zipped
from tests.bench_class import bare
from tests.bench_cost import Cost, measure
from tests.class_builder import ASSIGNMENT, Notebook, dump


def build_zip(path: Path) -> None:
    """What a lecturer gives to Otter: the check files as its tests, and a configuration without PDF or log."""
    checks = (SOLUTIONS / ASSIGNMENT).glob("check_*.py")
    tests = {f"tests/{c.stem.removeprefix('check_')}.py": c.read_bytes() for c in checks}
    config = {"lang": "python", "pdf": False, "show_hidden": True}
    path.write_bytes(zipped({**tests, "otter_config.json": json.dumps(config).encode()}))


def run(autograder: Path, student: str, notebook: Notebook, folder: Path) -> tuple[Cost, dict[str, float]]:
    """What one `otter run` costs, and its scores by exercise. folder: a new one, for submission and results."""
    folder.mkdir()
    submission = folder / f"{student}.ipynb"
    submission.write_bytes(dump(bare(notebook)))
    otter = str(Path(sys.executable).with_name("otter"))
    command = [otter, "run", str(submission), "-a", str(autograder), "-o", str(folder), "--no-logo"]
    cost = measure(command, folder, os.environ | {"PYTHONPATH": str(ROOT)})
    return cost, _scores(folder / "results.json")


def _scores(results: Path) -> dict[str, float]:
    tests = json.loads(results.read_text())["tests"]
    return {test["name"]: test["score"] for test in tests if "score" in test}  # the first is a summary
