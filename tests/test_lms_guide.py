"""The instructor's page on LMSs: every command on it, run as it stands, on what an LMS would have packed."""

import csv
import json
import os
import re
import subprocess
import sys
import zipfile

import pytest

from autograder.assignment import ROOT, load_assignment
from tests.class_builder import Submission, dump, filled
from tests.lms_sheets import CANVAS, MOODLE
from tests.test_lms_gradescope import METADATA

PACKED = {
    "Canvas": ("submissions.zip", "obrien_123_7001_lstm.ipynb"),
    "Moodle": ("moodle.zip", "Ann O, Brien_1234_assignsubmission_file_/lstm.ipynb"),
    "Gradescope": ("assignment_1_export.zip", "assignment_1_export/submission_58838301/lstm.ipynb"),
    "nbgrader, and plain folders": ("", "submitted/ann/lstm/lstm.ipynb"),
}
SECTIONS = dict(re.findall(r"^## ([^\n]+)\n.*?```sh\n(.*?)```", (ROOT / "guide/lms.md").read_text(), re.DOTALL | re.MULTILINE))


def test_every_command_is_in_a_section():
    assert set(SECTIONS) == set(PACKED)
    assert (ROOT / "guide/lms.md").read_text().count("```sh") == len(PACKED)


@pytest.mark.parametrize("section", PACKED)
def test_the_commands_run(section, tmp_path):
    archive, member = PACKED[section]
    notebook = dump(filled(Submission("honest", "right")))
    if archive:
        with zipfile.ZipFile(tmp_path / archive, "w") as file:
            file.writestr(member, notebook)
            if section == "Gradescope":
                file.writestr("assignment_1_export/submission_metadata.yml", METADATA.split("submission_58838302")[0])
    else:
        (tmp_path / member).parent.mkdir(parents=True)
        (tmp_path / member).write_bytes(notebook)
        (tmp_path / member).with_name("timestamp.txt").write_text("2026-11-20 22:29:43.622837 UTC")
    most = load_assignment("lstm").max_score
    (tmp_path / "gradebook.csv").write_bytes(CANVAS.format(most=most).encode())
    (tmp_path / "worksheet.csv").write_bytes(MOODLE.format(most="100.00").encode())
    for command in SECTIONS[section].splitlines():
        if command.startswith("unzip"):  # which a machine may lack
            _, _, source, _, target = command.split()
            with zipfile.ZipFile(tmp_path / source) as file:
                file.extractall(tmp_path / target)
        else:
            done = subprocess.run(command.replace(".venv/bin/python", sys.executable), shell=True, cwd=tmp_path, capture_output=True,
                                  text=True, env=os.environ | {"PYTHONPATH": str(ROOT)})
            assert done.returncode == 0, done.stderr
    (verdict,) = (json.loads(path.read_text()) for path in (tmp_path / "results/lstm/results").glob("*.json"))
    expected = {"Canvas": ("obrien", "canvas:123", ""), "Moodle": ("Ann O, Brien", "moodle:1234", ""),
                "Gradescope": ("007", "gradescope:ann@uni.example", "2026-11-20T22:29:43.622837+00:00")}
    assert (verdict["student"], verdict["lms"], verdict["submitted"]) == expected.get(
        section, ("ann", "", "2026-11-20T22:29:43.622837+00:00"))
    if section == "Canvas":
        with open(tmp_path / "canvas.csv", newline="") as file:
            assert list(csv.reader(file))[3][7] == f"{most:g}"
    if section == "Moodle":
        with open(tmp_path / "moodle.csv", newline="") as file:
            assert list(csv.reader(file))[1][4] == "100"
