"""The gradebook as nbgrader reads it, in SQLite and in PostgreSQL: what the machine gives, and what people marked."""

import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import nbformat
import psycopg
import pytest
from alembic.script import ScriptDirectory
from nbgrader.api import Gradebook
from nbgrader.preprocessors import ComputeChecksums, SaveCells
from sqlalchemy import make_url

from autograder.nbgrader import database
from autograder.nbgrader.autograded import write_course
from autograder.nbgrader.database import gradebook_url
from autograder.nbgrader.gradebook import Grades, write_grades
from autograder.nbgrader.problem import GradebookError
from autograder.results import Status
from tests.class_builder import ASSIGNMENT, printed
from tests.postgres import NoServer, server
from tests.written_course import WORTH, hand_in, judged

FULL = judged("ann", WORTH)
ANSWER = {"answer-1": "The gates.", "answer-2": "The biases."}


@pytest.fixture(scope="module")
def postgres() -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="pg") as folder:  # pytest's own folders are for one user only
        Path(folder).chmod(0o755)
        try:
            with server(Path(folder)) as url:
                yield url
        except NoServer as problem:
            pytest.skip(str(problem))


@pytest.fixture(params=["sqlite", "postgres"])
def url(request, tmp_path):
    """A gradebook that does not exist yet."""
    if request.param == "sqlite":
        return str(gradebook_url("", tmp_path))
    base = make_url(request.getfixturevalue("postgres"))
    name = f"book{tmp_path.stat().st_ino}"
    with psycopg.connect(host=base.query["host"], user=base.username, dbname="postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return base.set(database=name).render_as_string(hide_password=False)


@pytest.fixture
def write(url, tmp_path, monkeypatch):
    """write(verdict, texts, …): one student's verdict; settings: what course.yaml says."""
    def write(verdict=FULL, texts=None, submitted=None, settings=""):
        (tmp_path / "course.yaml").write_text(settings)
        monkeypatch.setenv("AUTOGRADER_COURSE_FILE", str(tmp_path / "course.yaml"))
        entry = hand_in(tmp_path / "handed_in", verdict.student, ANSWER if texts is None else texts, submitted=submitted)
        write_course(tmp_path, url, ASSIGNMENT, [(entry, verdict)])

    return write


@contextmanager
def book(url):
    with Gradebook(gradebook_url(url, Path()).render_as_string(hide_password=False)) as gradebook:
        yield gradebook


def grades(url, student="ann"):
    with book(url) as gradebook:
        submission = gradebook.find_submission_notebook(ASSIGNMENT, ASSIGNMENT, student)
        return {grade.name: (grade.auto_score, grade.manual_score, grade.extra_credit, grade.needs_manual_grade)
                for grade in submission.grades}


def mark(url, name, student="ann", comment=None, **marks):
    """What formgrader does when a person marks a cell."""
    with book(url) as gradebook:
        grade = gradebook.find_grade(name, ASSIGNMENT, ASSIGNMENT, student)
        for field, value in marks.items():
            setattr(grade, field, value)
        grade.needs_manual_grade = False
        if comment:
            gradebook.find_comment(name, ASSIGNMENT, ASSIGNMENT, student).manual_comment = comment
        gradebook.db.commit()


def test_formgrader_finds_scores_comments_and_what_is_to_be_marked(url, write):
    write()
    with book(url) as gradebook:
        (row,) = gradebook.submission_dicts(ASSIGNMENT)
        assert (row["student"], row["code_score"], row["max_code_score"], row["max_written_score"]) == ("ann", 44.0, 44.0, 6.0)
        assert row["needs_manual_grade"]
        (row,) = gradebook.notebook_submission_dicts(ASSIGNMENT, ASSIGNMENT)
        assert not row["failed_tests"]
        comments = gradebook.find_submission_notebook(ASSIGNMENT, ASSIGNMENT, "ann").comments
        assert {comment.name: comment.comment for comment in comments if comment.name.startswith("answer")} == {
            "answer-1": None, "answer-2": None, "answer-3": "No response."}
    found = grades(url)
    assert found["lstm_step"] == (10.0, None, None, False)
    assert (found["answer-1"], found["answer-3"]) == ((None, None, None, True), (0.0, None, None, False))


def test_a_regrade_leaves_what_a_person_marked(url, write):
    write()
    mark(url, "answer-1", comment="Well said.", manual_score=1.5)
    mark(url, "lstm_step", manual_score=7.0, extra_credit=1.0)
    before = grades(url)
    write()
    assert grades(url) == before
    assert before["answer-1"] == (None, 1.5, None, False)
    with book(url) as gradebook:
        assert gradebook.find_comment("answer-1", ASSIGNMENT, ASSIGNMENT, "ann").comment == "Well said."
        assert gradebook.find_submission(ASSIGNMENT, "ann").score == 44.0 - 10 + 8 + 1.5


def test_a_person_looks_again_only_where_something_changed(url, write):
    write()
    mark(url, "answer-1", manual_score=1.5)
    mark(url, "answer-2", manual_score=2.0)
    mark(url, "lstm_step", manual_score=7.0)
    mark(url, "lstm_forward", manual_score=6.0)
    write(judged("ann", WORTH | {"lstm_step": 3.0}), ANSWER | {"answer-1": "The cell."})
    found = grades(url)
    assert found["answer-1"] == (None, 1.5, None, True)
    assert found["answer-2"] == (None, 2.0, None, False)
    assert found["lstm_step"] == (3.0, 7.0, None, True)
    assert found["lstm_forward"] == (6.0, 6.0, None, False)


def test_late_penalties_extensions_and_times(url, write):
    late = "due: {lstm: 2026-11-20 12:00}\nlate: {percent_per_day: 10}\n"
    write(judged("ann", WORTH, submitted="2026-11-21T13:00:00+00:00"), settings=late)
    with book(url) as gradebook:
        assert gradebook.find_assignment(ASSIGNMENT).duedate == datetime(2026, 11, 20, 12)
        submission = gradebook.find_submission(ASSIGNMENT, "ann")
        assert (submission.timestamp, submission.extension) == (datetime(2026, 11, 21, 13), None)
        assert submission.total_seconds_late == 25 * 3600
        assert submission.late_submission_penalty == pytest.approx(0.2 * 44)
    write(judged("ann", WORTH, submitted="2026-11-21T13:00:00+00:00"), settings=late + "extensions: {lstm: {ann: 2026-11-22 12:00}}\n")
    with book(url) as gradebook:
        submission = gradebook.find_submission(ASSIGNMENT, "ann")
        assert (submission.extension, submission.total_seconds_late) == (timedelta(days=2), 0)
        assert not submission.late_submission_penalty


def test_what_is_our_fault_is_no_score(url, write):
    write()
    write(judged("ann", status=Status.ERROR))
    write(judged("bob", status=Status.ERROR))
    assert grades(url)["lstm_step"][0] == 10.0
    with book(url) as gradebook:
        assert [student.id for student in gradebook.students] == ["ann"]


def test_two_assignments_share_a_gradebook(url, write, tmp_path):
    write()
    other = printed()
    other["cells"] = [cell for cell in other["cells"] if "forward" not in cell["id"]]
    assert write_grades(gradebook_url(url, tmp_path), "other", other, None, [Grades("ann", scores={"lstm_step": 4.0})]) == []
    with book(url) as gradebook:
        assert {a.name: a.max_score for a in gradebook.assignments} == {"lstm": 50.0, "other": 44.0}
        assert gradebook.find_submission("other", "ann").score == 4.0
        assert gradebook.find_submission(ASSIGNMENT, "ann").score == 44.0


def test_graders_of_several_assignments_wait_for_each_other(url, tmp_path):
    database._api()
    place, students = gradebook_url(url, tmp_path), [Grades(f"student{i}") for i in range(20)]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda name: write_grades(place, name, printed(), None, students), "abcd")) == [[]] * 4
    with book(url) as gradebook:
        assert [len(gradebook.submission_dicts(name)) for name in "abcd"] == [20] * 4


def test_a_new_release_adds_cells_and_grades(url, write, tmp_path):
    short = printed()
    short["cells"] = [cell for cell in short["cells"] if "forward" not in cell["id"]]
    place = gradebook_url(url, tmp_path)
    write_grades(place, ASSIGNMENT, short, None, [Grades("ann", scores={"lstm_step": 4.0}), Grades("bob")])
    write()
    assert grades(url)["lstm_forward"] == (6.0, None, None, False)
    assert "lstm_forward" not in grades(url, "bob")
    assert write_grades(place, ASSIGNMENT, short, None, [Grades("bob")]) == ["lstm_forward"]


def test_cells_are_what_nbgrader_would_make_of_the_notebook(tmp_path, monkeypatch):
    """nbgrader's own preprocessor finds nothing to add or remove once we have written, and the other way round."""
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent))  # nbgrader starts alembic
    def save(url):
        notebook = nbformat.from_dict(printed())
        for cell in notebook.cells:
            cell.source = "".join(cell.source)
        resources = {"nbgrader": {"notebook": ASSIGNMENT, "assignment": ASSIGNMENT, "db_url": url}}
        with Gradebook(url) as gradebook:
            gradebook.update_or_create_assignment(ASSIGNMENT)
        notebook, resources = ComputeChecksums().preprocess(notebook, resources)
        SaveCells().preprocess(notebook, resources)

    def cells(url):
        with Gradebook(url) as gradebook:
            notebook = gradebook.find_notebook(ASSIGNMENT, ASSIGNMENT)
            rows = [row.to_dict() for kind in ("grade", "solution", "source", "task") for row in getattr(notebook, f"{kind}_cells")]
            return notebook.kernelspec, sorted(str({key: row[key] for key in row if key != "id"}) for row in rows)

    ours, theirs = (gradebook_url("", tmp_path / name) for name in ("ours", "theirs"))
    (tmp_path / "theirs").mkdir()
    write_course(tmp_path / "ours", "", ASSIGNMENT, [(hand_in(tmp_path / "in", "ann"), FULL)])
    save(str(theirs))
    assert cells(str(ours)) == cells(str(theirs))
    save(str(ours))  # would raise if cells differed, for there is a submission
    write_course(tmp_path / "theirs", "", ASSIGNMENT, [(hand_in(tmp_path / "in", "ann"), FULL)])
    assert cells(str(ours)) == cells(str(theirs))


def test_the_version_is_what_alembic_says(tmp_path):
    assert database._newest() == ScriptDirectory(str(Path(str(database._api().__file__)).parent / "alembic")).get_current_head()


def test_gradebooks_that_cannot_be_written(tmp_path):
    (tmp_path / "text.db").write_text("no database at all" * 100)
    sqlite3.connect(tmp_path / "other.db").execute("CREATE TABLE cats (name TEXT)")
    entry = hand_in(tmp_path / "in", "ann")
    for url, why in [
        (f"sqlite:///{tmp_path}/no/such/folder.db", "unable to open"),
        (f"sqlite:///{tmp_path}/text.db", "not a database"),
        (f"sqlite:///{tmp_path}/other.db", "not one of nbgrader's"),
        ("postgresql://ann:secret@/x?host=/nowhere", r"ann:\*\*\*@.*cannot be written"),
        ("mysql://host/x", "driver that is not installed"),
        ("gradebook.db", "no URL"),
    ]:
        with pytest.raises(GradebookError, match=why):
            write_course(tmp_path / "course", url, ASSIGNMENT, [(entry, FULL)])
    assert not (tmp_path / "course" / "autograded").exists()


def test_students_of_any_name_and_a_whole_class_at_once(tmp_path):
    names = ["../../etc/passwd", "O, Brien", "=cmd()", "<b>", "\x1b[31m", "x" * 300, "größe", "a'; DROP TABLE grade; --", "\ud800", "con"]
    write_course(tmp_path, "", ASSIGNMENT, [(hand_in(tmp_path / "in", name), judged(name, WORTH)) for name in names])
    with book(str(gradebook_url("", tmp_path))) as gradebook:
        rows = gradebook.submission_dicts(ASSIGNMENT)
        assert len(rows) == len(names)
        assert {row["code_score"] for row in rows} == {44.0}
        assert {path.name for path in (tmp_path / "autograded").iterdir()} == {row["student"] for row in rows}
