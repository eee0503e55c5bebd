"""What formgrader and nbgrader's feedback are made from, and what nbgrader's own commands make of it."""

import csv
import dataclasses
import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import nbformat
import pytest
from bs4 import BeautifulSoup
from nbgrader.api import Gradebook
from nbgrader.apps.api import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import determine_grade

from autograder import journal
from autograder.assignment import ROOT
from autograder.grade import _still_good
from autograder.grading import entry_digest
from autograder.nbgrader import autograded
from autograder.nbgrader.autograded import write_course
from autograder.nbgrader.database import gradebook_url
from autograder.nbgrader.problem import GradebookError
from autograder.results import Status
from autograder.roster import Entry
from tests.class_builder import ASSIGNMENT, Submission, dump, filled
from tests.verdicts import check, exercise, verdict
from tests.written_course import WORTH, hand_in, judged, tracked


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A course that nbgrader never saw, two students, one late."""
    folder = tmp_path_factory.mktemp("course")
    settings = folder / "course.yaml"
    settings.write_text("due: {lstm: 2026-11-20}\nlate: {percent_per_day: 10}\n")
    graded = [(hand_in(folder / "in", "ann", {"answer-1": "The gates."}), WRONG_WHOLE), (hand_in(folder / "in", "bob"), LATE)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AUTOGRADER_COURSE_FILE", str(settings))
        write_course(folder, "", ASSIGNMENT, graded)
    return folder


WRONG_WHOLE = judged("ann", {"lstm_step": 1.0})
LATE = judged("bob", WORTH, submitted="2026-11-22T13:00:00+00:00")


def nbgrader(course, *arguments):
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return subprocess.run([sys.executable, "-m", "nbgrader", *arguments], cwd=course, env=os.environ | {"PATH": path},
                          capture_output=True, text=True, timeout=200)


def test_nbgrader_generates_feedback(course):
    done = nbgrader(course, "generate_feedback", ASSIGNMENT)
    assert done.returncode == 0, done.stderr
    words = {student: BeautifulSoup((course / "feedback" / student / ASSIGNMENT / f"{ASSIGNMENT}.html").read_text(), "html.parser")
             .get_text(" ", strip=True) for student in ("ann", "bob")}
    assert "Score: 1.0 / 50.0" in words["ann"]
    assert "h has wrong values" in words["ann"]
    assert "due 2026-11-21 00:00 UTC, handed in 2026-11-22 13:00 UTC, 1 d 13 h late: 20 % of the points are deducted" in words["bob"]
    assert "Late submission penalty (Score: -8.8)" in words["bob"]
    assert "Comments: No response." in words["bob"]


def test_nbgrader_exports_grades(course, tmp_path):
    done = nbgrader(course, "export", "--to", str(tmp_path / "grades.csv"))
    assert done.returncode == 0, done.stderr
    with open(tmp_path / "grades.csv", newline="") as file:
        rows = {row["student_id"]: row for row in csv.DictReader(file)}
    assert (rows["ann"]["score"], rows["bob"]["raw_score"], rows["bob"]["score"]) == ("1.0", "44.0", "35.2")
    assert (rows["bob"]["timestamp"], rows["bob"]["duedate"]) == ("2026-11-22 13:00:00", "2026-11-21 00:00:00")


def test_formgrader_counts_what_was_handed_in_and_finds_it_graded(tmp_path):
    entries = [hand_in(tmp_path / "in", "ann"), hand_in(tmp_path / "in", "bob"), Entry("eve", tmp_path / "none.zip", "no notebook")]
    late = "2026-11-22T13:00:00.123456+00:00"
    verdicts = [judged("ann"), judged("bob", submitted=late), judged("eve", submitted=late, status=Status.UNREADABLE)]
    write_course(tmp_path, "", ASSIGNMENT, list(zip(entries, verdicts, strict=True)), own=True)
    api = NbGraderAPI(CourseDirectory(root=str(tmp_path)))
    assert api.get_submitted_students(ASSIGNMENT) == api.get_autograded_students(ASSIGNMENT) == {"ann", "bob", "eve"}
    assert (tmp_path / "submitted/bob" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb").read_bytes() == entries[1].path.read_bytes()


def notebook_of(course, student="ann"):
    return course / "autograded" / student / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"


def test_whoever_is_stopped_before_the_notebooks_are_written_loses_nothing(tmp_path, monkeypatch):
    def write(texts):
        write_course(tmp_path, "", ASSIGNMENT, [(hand_in(tmp_path / "in", "ann", texts), judged("ann"))])

    def marks():
        with Gradebook(str(gradebook_url("", tmp_path))) as gradebook:
            grade = gradebook.find_grade("answer-1", ASSIGNMENT, ASSIGNMENT, "ann")
            return grade.manual_score, grade.needs_manual_grade

    write({"answer-1": "The gates."})
    with Gradebook(str(gradebook_url("", tmp_path))) as gradebook:
        grade = gradebook.find_grade("answer-1", ASSIGNMENT, ASSIGNMENT, "ann")
        grade.manual_score, grade.needs_manual_grade = 2.0, False
        gradebook.db.commit()
    before = notebook_of(tmp_path).stat().st_mtime_ns
    write({"answer-1": "The gates."})
    assert notebook_of(tmp_path).stat().st_mtime_ns == before  # nothing is written where nothing is new
    for step in ("write_grades", "os.replace"):
        with monkeypatch.context() as patch:
            patch.setattr(f"{autograded.__name__}.{step}" if "." not in step else step, stop)
            with pytest.raises(KeyboardInterrupt):
                write({"answer-1": f"The gates, {step}."})
    assert marks() in ((2.0, False), (2.0, True))
    write({"answer-1": "The gates, os.replace."})
    assert marks() == (2.0, True)
    assert tracked(json.loads(notebook_of(tmp_path).read_text()), "answer-1")["source"] == "The gates, os.replace."
    assert not list(tmp_path.glob(".autograded*"))


def test_two_graders_write_one_course(tmp_path, monkeypatch):
    course, write_grades = tmp_path / "course", autograded.write_grades
    graded = [(hand_in(tmp_path / "in", "ann"), judged("ann", WORTH))]

    def after_another(*arguments):
        monkeypatch.setattr(autograded, "write_grades", write_grades)
        write_course(course, "", ASSIGNMENT, graded, out=tmp_path / "two")
        return write_grades(*arguments)

    monkeypatch.setattr(autograded, "write_grades", after_another)
    write_course(course, "", ASSIGNMENT, graded, out=tmp_path / "one")
    assert notebook_of(course)
    assert not list(course.glob(".*"))


def test_a_kept_verdict_takes_over_when_it_was_handed_in(tmp_path):
    entry = hand_in(tmp_path / "in", "ann")
    journal.record(tmp_path, judged("ann", digest=entry_digest(entry)))
    entry = dataclasses.replace(entry, submitted=datetime(2026, 11, 20, tzinfo=UTC))
    assert _still_good(tmp_path, entry, "g", "bubblewrap").submitted_at == entry.submitted
    assert journal.recorded(tmp_path, "ann").submitted_at == entry.submitted


def stop(*_, **__):
    raise KeyboardInterrupt


def test_what_the_instructor_keeps_there_is_left_alone(tmp_path):
    own = {"nbgrader_config.py": "c = get_config()  # mine\n", f"source/{ASSIGNMENT}/{ASSIGNMENT}.ipynb": "{}",
           "autograded/zoe/hw/hw.ipynb": "{}"}
    for path, text in own.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    write_course(tmp_path, "", ASSIGNMENT, [(hand_in(tmp_path / "in", "ann"), judged("ann"))])
    assert {path: (tmp_path / path).read_text() for path in own} == own


def test_what_release_packed_is_taken_as_long_as_it_is_true(tmp_path, monkeypatch):
    monkeypatch.setattr(autograded, "DIST", tmp_path / "dist")
    source, config = Path("source", ASSIGNMENT, f"{ASSIGNMENT}.ipynb"), Path("nbgrader_config.py")

    def written(name):
        write_course(tmp_path / name, "", ASSIGNMENT, [(hand_in(tmp_path / f"{name}-in", "ann"), judged("ann"))])
        return [(tmp_path / name / path).read_text() for path in (source, config)]

    def packed(notebook, settings):
        for path, text in ((source, json.dumps(notebook)), (config, settings)):
            journal.write(tmp_path / "dist" / "nbgrader" / path, text)
        return [json.dumps(notebook), settings]

    made, settings = written("without")
    notebook = json.loads(made) | {"nbformat_minor": 4}
    assert packed(notebook, settings) == written("with") != [made, settings]
    packed(notebook, settings.replace(str(ROOT), "/elsewhere"))
    assert written("moved") == [made, settings]
    notebook["metadata"]["autograder"]["release"] = "0" * 16
    packed(notebook, settings)
    assert written("changed") == [made, settings]


def test_other_points_than_were_printed_are_refused(tmp_path):
    with pytest.raises(GradebookError, match="lstm_step gives 1 points, but 10 in the printed notebook: make release"):
        write_course(tmp_path, "", ASSIGNMENT, [(hand_in(tmp_path / "in", "ann"), verdict("ann", exercise("lstm_step", check("a"))))])


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """Two students in nbgrader's `submitted/`, graded from the command line into a course of nbgrader's."""
    course = tmp_path_factory.mktemp("nbgrader")
    for student, base in (("ann", "reference"), ("bob", "stub")):
        folder = course / "submitted" / student / ASSIGNMENT
        folder.mkdir(parents=True)
        (folder / f"{ASSIGNMENT}.ipynb").write_bytes(dump(filled(Submission(student, "", base=base))))
    return course, grade(course)


def grade(course, *options, name=ASSIGNMENT, out="out"):
    command = [sys.executable, "-m", "autograder", "grade", name, str(course / "submitted"), "--out", str(course / out), *options]
    return subprocess.run([*command, "--course", str(course)], cwd=ROOT, capture_output=True, text=True, timeout=200)


def test_the_command_line_writes_the_course(graded):
    course, done = graded
    assert done.returncode == 0, done.stderr
    with Gradebook(str(gradebook_url("", course))) as gradebook:
        assert {row["student"]: row["code_score"] for row in gradebook.submission_dicts(ASSIGNMENT)} == {"ann": 44.0, "bob": 0.0}
    assert (course / "source" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb").exists()
    assert determine_grade(tracked(nbformat.read(notebook_of(course), 4), "lstm_step")) == (10.0, 10.0)
    assert not (course / "out" / "autograded").exists()


def test_a_gradebook_that_cannot_be_written_costs_no_grade(graded):
    course, _ = graded
    done = grade(course, "--gradebook", "sqlite:////no/such/place.db", out="other")
    assert done.returncode == 1
    assert "all is graded and stands in" in done.stderr
    assert "unable to open database file" in done.stderr
    assert (course / "other" / "grades.csv").read_text().count("graded") == 2


def test_another_assignment_does_not_go_into_the_same_folder(graded):
    course, _ = graded
    before = {path: path.read_bytes() for path in (course / "out").rglob("*") if path.is_file()}
    done = grade(course, name="rnn")
    assert done.returncode == 2
    assert "holds the results of lstm: choose another --out for rnn" in done.stderr
    assert {path: path.read_bytes() for path in (course / "out").rglob("*") if path.is_file()} == before


def test_students_without_a_name_get_that_of_what_they_handed_in(tmp_path):
    names = ["O, Brien", "=cmd()", "\x1b[31m", "x" * 300, "\ud800", "con", "ann"]
    graded = [(hand_in(tmp_path / "in", name), judged(name, WORTH)) for name in names]
    url = str(gradebook_url("", tmp_path))
    write_course(tmp_path, "", ASSIGNMENT, graded[-2:])
    with Gradebook(url) as gradebook:
        con, ann = (gradebook.find_student(name) for name in ("con", "ann"))
        con.last_name, ann.last_name, ann.first_name = "Connor", None, None
        gradebook.db.commit()
    write_course(tmp_path, "", ASSIGNMENT, graded)
    with Gradebook(url) as gradebook:
        shown = {student.last_name for student in gradebook.students}
    assert shown >= {"O, Brien", "'=cmd()", "Connor", "ann"}  # nbgrader writes names into a table, where none may be a formula
    assert len(shown) == len(names)
    assert all(0 < len(name) <= 128 and name.isprintable() for name in shown)
