"""This kit's own grader, through its command line: sandbox on, all checks, pages included."""

import json
import os
import sys
from pathlib import Path

from autograder.assignment import ROOT
from autograder.results import Status, Verdict
from tests.bench_cost import Cost, measure
from tests.class_builder import ASSIGNMENT
from tests.expectation import read_verdict


def environment(folder: Path) -> dict[str, str]:
    """A course secret of the benchmark's own."""
    return os.environ | {"AUTOGRADER_SECRET_FILE": str(folder / "secret")}


def grade(submissions: Path, out: Path, jobs: int, watch: bool) -> Cost:
    """What it costs to grade a folder afresh."""
    command = [sys.executable, "-m", "autograder", "grade", ASSIGNMENT, str(submissions), "--out", str(out), "--fresh"]
    return measure([*command, "--jobs", str(jobs)], ROOT, environment(out.parent), watch)


def scores(out: Path, student: str) -> dict[str, float]:
    """A student's scores by exercise."""
    return {exercise.name: exercise.score for exercise in read_verdict(out, student).exercises}


def sandbox(out: Path) -> str:
    """The sandbox that all were graded in; raises ValueError if one was not graded, or not in a sandbox."""
    verdicts = [Verdict.from_json(json.loads(path.read_text())) for path in (out / "results").glob("*.json")]
    failed = [verdict for verdict in verdicts if verdict.status is not Status.GRADED or verdict.sandbox == "none"]
    if failed:
        raise ValueError(f"{failed[0].student}: {failed[0].status} in sandbox {failed[0].sandbox}: {failed[0].reason}")
    return verdicts[0].sandbox
