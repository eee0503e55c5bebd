"""What formgrader and nbgrader's feedback are made from: verdicts inside notebooks, and what nbgrader's own commands make of them."""

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
from nbconvert.exporters import HTMLExporter
from nbgrader.api import Gradebook
from nbgrader.nbgraderformat import MetadataValidator
from nbgrader.utils import determine_grade, is_grade

from autograder import journal
from autograder.assignment import ROOT
from autograder.grade import _still_good
from autograder.grading import entry_digest
from autograder.late import Late
from autograder.nbgrader import autograded
from autograder.nbgrader.autograded import write_course
from autograder.nbgrader.database import gradebook_url
from autograder.nbgrader.outputs import show
from autograder.nbgrader.problem import GradebookError
from autograder.nbgrader.repair import repair
from autograder.results import CellError, Status
from tests.class_builder import ASSIGNMENT, Submission, dump, filled, printed
from tests.verdicts import HOSTILE, check, exercise, verdict, with_text, wrong
from tests.written_course import WORTH, hand_in, judged, tracked

NOTEBOOK = repair(printed(), printed())[0]
CHECK = next(i for i, cell in enumerate(printed()["cells"], 1) if cell["id"] == "check-lstm_step")
WRONG = verdict("ann", wrong("lstm_step"), exercise("lstm_forward", check("first", points=6.0)),
                cell_errors=(CellError(CHECK - 1, "NameError: name 'np' is not defined", 4, "h = np"), CellError(CHECK, "ValueError: no")))


def shown(verdict, *more):
    """The notebook with a verdict in it, as nbgrader would read it."""
    notebook = nbformat.from_dict(show(NOTEBOOK, verdict, *more))
    nbformat.validate(notebook)
    MetadataValidator().validate_nb(notebook)
    return notebook


def page(notebook, **options):
    html, _ = HTMLExporter(template_name="classic", **options).from_notebook_node(notebook)
    return BeautifulSoup(html, "html.parser")


def scores(notebook):
    return {cell.metadata.nbgrader.grade_id: determine_grade(cell)[0] for cell in notebook.cells if is_grade(cell)}


def test_nbgrader_reads_our_points_and_people_our_words():
    notebook = shown(WRONG, ["the cell setup was changed and is restored"], Late())
    assert scores(notebook) == dict.fromkeys(WORTH, 0.0) | {"lstm_step": 1.0, "lstm_forward": 6.0} | {f"answer-{i}": 0 for i in (1, 2, 3)}
    assert all(type(score) in (int, float) for score in scores(notebook).values())
    for options in ({}, {"sanitize_html": True}):
        words = page(notebook, **options).get_text(" ", strip=True)
        for part in ("Two gates are swapped.", "h has wrong values (1 of 4 differ)", "the sentence of limits failed · hidden · 0 / 1",
                     "Expected, shape", "line 4: NameError: name 'np' is not defined", "the cell setup was changed and is restored"):
            assert part in words
        assert "<div" not in words
        assert "def grader(source" not in words  # the setup's code is hidden


def test_points_are_never_more_than_a_cell_gives():
    notebook = shown(verdict("ann", exercise("lstm_step", check("a", points=0.1), check("b", points=0.2), check("c", points=11.0))))
    assert scores(notebook)["lstm_step"] == 10.0


@pytest.mark.parametrize("status", [Status.UNREADABLE, Status.ERROR])
def test_what_was_not_graded_has_no_points(status):
    notebook = shown(verdict("ann", status=status, reason="the reason of it"))
    assert set(scores(notebook).values()) == {0}
    assert ("the reason of it" in page(notebook).get_text()) == (status is Status.UNREADABLE)


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_in_a_verdict_is_markup(text):
    def tags(text):
        verdict = with_text(WRONG, lambda given: given if given in ("lstm_step", "lstm_forward") else text)
        outputs = [output for cell in shown(verdict, [text]).cells for output in cell.get("outputs", ())]
        assert all(line.isprintable() for output in outputs for line in output.get("traceback", ()))
        html = BeautifulSoup("".join(output.data["text/html"] for output in outputs if "data" in output), "html.parser")
        return [(tag.name, tag.attrs) for tag in html.find_all()]

    assert tags(text) == tags("text")


def test_nothing_that_a_cell_raised_is_markup():
    assert not page(shown(with_text(WRONG, lambda _: "<script id=x>: <b id=x>"))).select("#x")


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


def test_a_kept_verdict_takes_over_when_it_was_handed_in(tmp_path):
    entry = hand_in(tmp_path / "in", "ann")
    journal.record(tmp_path, judged("ann", digest=entry_digest(entry.path)))
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
    assert scores(nbformat.read(notebook_of(course), 4))["lstm_step"] == 10.0
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
