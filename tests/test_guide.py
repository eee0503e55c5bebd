"""The instructor's guide: its commands run as they stand there (those for LMSs: test_lms_guide.py; for Otter: test_parity.py)."""

import csv
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from autograder.assignment import ROOT, load_assignment
from tests.class_builder import Submission, dump, filled
from tests.grading_run import copy_kit
from tests.nbgrader_course import OWN, grades, nbgraders

FULL = load_assignment("lstm").max_score
PAGES = {path.stem: re.findall(r"^```sh\n(.*?)^```", path.read_text(), re.MULTILINE | re.DOTALL) for path in (ROOT / "guide").glob("*.md")}


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh copy of the repository, set up."""
    kit = copy_kit(tmp_path_factory.mktemp("guide"))
    for name in ("Makefile", "course.yaml", "locks"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
        copy(ROOT / name, kit / name)
    (kit / ".venv").symlink_to(sys.prefix)
    (kit / "lstm.ipynb").write_bytes(dump(filled(Submission("honest", "right"))))
    return kit


def test_every_page_with_commands_is_run() -> None:
    assert {name for name, blocks in PAGES.items() if blocks} == {"colab", "gradescope", "lms", "nbgrader", "otter", "training"}


def run(kit: Path, block: str) -> str:
    """What a block of commands prints, typed into a shell in the repository's folder with the environment activated."""
    path = os.pathsep.join([str(Path(sys.prefix, "bin")), os.environ["PATH"]])
    environment = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "AUTOGRADER_SECRET_FILE")} | {"PATH": path}
    done = subprocess.run(["bash", "-ec", block], cwd=kit, env=environment, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.mark.parametrize("page", ["colab", "gradescope"])
def test_what_is_printed_for_a_platform(page: str, kit: Path) -> None:
    (block,) = PAGES[page]
    said = run(kit, block)
    assert "packed dist/" in said
    assert page != "gradescope" or "dist/gradescope/lstm.zip" in said.splitlines()[-1]


@pytest.mark.xdist_group("tensorflow")
def test_training(kit: Path) -> None:
    (block,) = PAGES["training"]
    said = run(kit, block)
    assert "On hidden data, as submissions are scored:" in said
    assert (kit / "training" / "forecast" / "run.json").exists()


def test_nbgrader(kit: Path) -> None:
    make, release, grade, whole_class = PAGES["nbgrader"]
    run(kit, make)
    course = kit / "course"
    (kit / "exchange").mkdir(mode=0o777)
    (kit / "exchange").chmod(0o777)
    (course / "nbgrader_own.py").write_text(OWN.format(exchange=str(kit / "exchange")))
    in_one_process(kit, release)
    hand_in(kit, "ann", lambda text: text)
    hand_in(kit, "bob", lambda text: text.replace("return", "return None  #"))
    in_one_process(kit, grade)
    nbgraders_own = grades(course)
    assert sum(points for points, _, _ in nbgraders_own["ann"].values() if points) == FULL
    with open(course / "grades.csv", newline="") as file:
        exported = {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)}
    assert exported == {student: sum(points for points, _, _ in cells.values() if points) for student, cells in nbgraders_own.items()}
    assert exported["bob"] < exported["ann"]
    run(kit, whole_class)
    assert grades(course) == nbgraders_own
    with open(kit / "results" / "lstm" / "grades.csv", newline="") as file:
        assert {row["student"]: float(row["score"]) for row in csv.DictReader(file)} == exported


def in_one_process(kit: Path, block: str) -> None:
    """Run nbgrader's commands of a block: one process for all of them, since each command takes seconds to begin."""
    lines = [shlex.split(line, comments=True) for line in block.splitlines()]
    assert lines[0] == ["cd", "course"]
    assert {line[0] for line in lines[1:]} == {"nbgrader"}
    done = nbgraders(kit / "course", *(line[1:] for line in lines[1:]), environment={"AUTOGRADER_SECRET_FILE": str(kit / ".course-secret")})
    assert done["code"] == 0, done["said"]


def hand_in(kit: Path, student: str, change: Callable[[str], str]) -> None:
    """What `nbgrader submit` leaves in the exchange."""
    (inbound,) = (kit / "exchange").rglob("inbound")
    folder = inbound / f"{student}+lstm+2026-11-20 12:00:00.000000 UTC"
    folder.mkdir()
    (folder / "timestamp.txt").write_text("2026-11-20 12:00:00.000000 UTC")
    (folder / "submission_secret.txt").write_text(student)
    notebook = json.loads((kit / "lstm.ipynb").read_text())
    for cell in notebook["cells"]:
        if cell["metadata"].get("autograder", {}).get("exercise"):
            cell["source"] = change("".join(cell["source"]))
    (folder / "lstm.ipynb").write_text(json.dumps(notebook))
