"""Grading a class through the command line: resuming, repeating, refusing, and nothing left behind."""

import csv
import json
import os
import signal
import subprocess
import sys
import time

import pytest

from autograder import journal
from autograder.assignment import ROOT
from autograder.cli import main
from tests.class_builder import Submission, dump, filled


@pytest.fixture(scope="module")
def submissions(tmp_path_factory):
    """Twelve students: right ones, with a comment each so that all differ, and one stub."""
    folder = tmp_path_factory.mktemp("class")
    for number in range(11):
        right = Submission("right", "all references", pieces=(("", f"seat = {number}"),))
        (folder / f"student{number}.ipynb").write_bytes(dump(filled(right)))
    (folder / "stub.ipynb").write_bytes(dump(filled(Submission("stub", "nothing written", base="stub"))))
    return folder


def command(submissions, out, *options):
    return [sys.executable, "-m", "autograder", "grade", "lstm", str(submissions), "--out", str(out), *options]


def grade(submissions, out, *options):
    return subprocess.run(command(submissions, out, *options), cwd=ROOT, capture_output=True, text=True, timeout=300)


def rows(out):
    with open(out / "grades.csv", newline="") as file:
        return {row["student"]: row for row in csv.DictReader(file)}


def verdicts(out):
    found = {path.name: json.loads(path.read_text()) for path in (out / "results").glob("*.json")}
    for verdict in found.values():
        verdict.pop("seconds")
    return found


@pytest.fixture(scope="module")
def undisturbed(submissions, tmp_path_factory):
    out = tmp_path_factory.mktemp("undisturbed")
    done = grade(submissions, out)
    assert done.returncode == 0, done.stderr
    return out


def test_a_class_gets_its_grades_feedback_and_report(undisturbed):
    table = rows(undisturbed)
    assert len(table) == 12
    assert all(float(row["score"]) == float(row["max_score"]) for name, row in table.items() if name != "stub")
    assert float(table["stub"]["score"]) == 0
    assert {path.stem for path in (undisturbed / "feedback").iterdir()} == set(table)
    assert "stub" in (undisturbed / "report.html").read_text()


def test_killed_at_any_moment_and_run_again_gives_the_same_grades(submissions, undisturbed, tmp_path):
    out = tmp_path / "out"
    seen = 0
    for wait in (0.1, 1.5, 2.5, 2.6, 2.7):
        process = subprocess.Popen(command(submissions, out, "--jobs", "2"), cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(wait)
        process.send_signal(signal.SIGKILL)
        process.wait()
        for path in (out / "results").glob("*.json"):
            json.loads(path.read_text())  # whole, or not there
        seen = max(seen, len(list((out / "results").glob("*.json"))))
    assert grade(submissions, out).returncode == 0
    assert verdicts(out) == verdicts(undisturbed)
    assert (out / "grades.csv").read_bytes() == (undisturbed / "grades.csv").read_bytes()


def test_what_is_graded_is_kept_until_it_changes_or_fresh_is_asked(submissions, undisturbed, tmp_path):
    folder, out = tmp_path / "class", tmp_path / "out"
    folder.mkdir()
    for name in ("student0", "student1"):
        (folder / f"{name}.ipynb").write_bytes((submissions / f"{name}.ipynb").read_bytes())
    grade(folder, out)
    marked = out / "results" / "student0.json"
    verdict = json.loads(marked.read_text())
    marked.write_text(json.dumps(verdict | {"notes": ["kept"]}))
    (folder / "student1.ipynb").write_bytes((submissions / "stub.ipynb").read_bytes())
    assert "1 of 2 graded before" in grade(folder, out).stdout
    assert json.loads(marked.read_text())["notes"] == ["kept"]
    assert rows(out)["student1"]["score"] == "0"
    grade(folder, out, "--fresh")
    assert json.loads(marked.read_text())["notes"] == []


def test_a_torn_or_foreign_result_is_graded_again(submissions, undisturbed, tmp_path):
    out = tmp_path / "out"
    for path in (undisturbed / "results").iterdir():
        (out / "results").mkdir(parents=True, exist_ok=True)
        (out / "results" / path.name).write_bytes(path.read_bytes())
    (out / "results" / "student3.json").write_text('{"student": "stu')
    (out / "results" / "student4.json").write_text('{"student": "student4"}')
    other = json.loads((out / "results" / "student5.json").read_text()) | {"grader": "an older one", "exercises": []}
    (out / "results" / "student5.json").write_text(json.dumps(other))
    assert "9 of 12 graded before" in grade(submissions, out).stdout
    assert verdicts(out) == verdicts(undisturbed)


def test_the_name_of_a_file_and_the_number_of_jobs_change_nothing(submissions, undisturbed, tmp_path):
    folder = tmp_path / "class"
    folder.mkdir()
    (folder / "renamed (2) final.ipynb").write_bytes((submissions / "student0.ipynb").read_bytes())
    grade(folder, tmp_path / "out", "--jobs", "1")
    (renamed,) = verdicts(tmp_path / "out").values()
    assert renamed["exercises"] == verdicts(undisturbed)["student0.json"]["exercises"]


def test_two_graders_on_one_folder(submissions, tmp_path, capsys):
    with journal.locked(tmp_path):
        assert main_with("grade", "lstm", str(submissions), "--out", str(tmp_path)) == 2
    assert "another grader is working" in capsys.readouterr().err


def main_with(*arguments):
    before, sys.argv = sys.argv, ["autograder", *arguments]
    try:
        return main()
    finally:
        sys.argv = before


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["grade"], "NAME"),
        (["grade", "lstm"], "SUBMISSIONS"),
        (["grade", "lstm", "no/such/folder", "--out", "x"], "no/such/folder"),
        (["grade", "nope", ".", "--out", "x"], "'nope'; there are: "),
        (["grade", "lstm", "."], "--out"),
        (["spam"], "spam"),
        (["grade", "lstm", ".", "--out", "x", "--sandbox", "paper"], "paper"),
        (["grade", "lstm", ".", "--out", "x", "--jobs", "-1"], "-1"),
        (["grade", "lstm", ".", "--out", "README.md"], "README.md"),
        (["release", "nope"], "nope"),
    ],
)
def test_a_wrong_call_is_one_helpful_line(arguments, says, capsys, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "README.md").touch()
    assert main_with(*arguments) == 2
    said = capsys.readouterr().err
    assert says in said
    assert len(said.splitlines()) == 1
    assert not (tmp_path / "x").exists()


def test_a_full_disk_keeps_the_old_file_and_says_so(tmp_path, monkeypatch):
    journal.write(tmp_path / "grades.csv", "old")

    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        journal.write(tmp_path / "grades.csv", "new")
    assert [path.name for path in tmp_path.iterdir()] == ["grades.csv"]
    assert (tmp_path / "grades.csv").read_text() == "old"


def test_an_empty_folder_is_a_class_of_none(tmp_path):
    (tmp_path / "class").mkdir()
    done = grade(tmp_path / "class", tmp_path / "out")
    assert done.returncode == 0
    assert rows(tmp_path / "out") == {}


def test_without_a_sandbox_every_grade_says_so(submissions, tmp_path):
    folder = tmp_path / "class"
    folder.mkdir()
    (folder / "ann.ipynb").write_bytes((submissions / "student0.ipynb").read_bytes())
    done = grade(folder, tmp_path / "out", "--sandbox", "none")
    assert done.returncode == 0
    assert "UNSANDBOXED" in done.stdout
    assert verdicts(tmp_path / "out")["ann.json"]["sandbox"] == "none"
    assert "sandbox" in (tmp_path / "out" / "feedback" / "ann.html").read_text()
    kept = grade(folder, tmp_path / "out")  # a sealed run does not keep an unsealed grade
    assert "kept" not in kept.stdout
