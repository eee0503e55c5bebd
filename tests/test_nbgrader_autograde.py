"""`nbgrader autograde` runs our grader: equal scores, repairs, attacks, late days, marks by hand; and no sandbox, no grades."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

import tests.odd_but_honest  # noqa: F401  fills FILES
from autograder.assignment import ROOT, load_assignment
from tests.class_builder import Notebook, Submission, dump, filled, read_submission
from tests.conftest import Once
from tests.hostile_class import FORGED, SUBMISSIONS, class_files
from tests.nbgrader_course import grades, hand_in, make_course, nbgrader
from tests.nbgrader_repairs import CHANGES
from tests.odd_files import FILES

ATTACKS = [  # what stock nbgrader falls for, what writes where its grades are, and what speaks to whoever reads them
    "writes_the_gradebook", "publishes_a_score", "replaces_the_test_runner", "answers_only_when_graded", "strips_assert_nodes",
    "agrees_with_everything", "exits_hard", "writes_html", "links_results_to_a_victim",
]
ODD = ["byte_order_mark", "utf_16", "surrogates_in_the_text", "older_setup", "no_notebook_metadata", "one_id_for_all",
       "nbformat_in_words", "worksheets", "nan_in_the_metadata", "unknown_kernel", "duplicated_cells"]
FULL = [*ODD, *(name for name, (expect, _) in CHANGES.items() if expect == "full")]
CHEATS = [*ATTACKS, *FORGED, *(name for name, (expect, _) in CHANGES.items() if expect == "nothing gained")]
UNREADABLE = [name for name, file in FILES.items() if file.expect == "unreadable"]
NOTHING = [*UNREADABLE, *(name for name, file in FILES.items() if file.expect == "graded")]
NOISY = "import sys, warnings\nwarnings.warn('of no weight')\nprint('nor is this', file=sys.stderr)"
COURSE = """\
due: {lstm: 2026-11-01 12:00}
extensions: {lstm: {has_more_time: 2026-11-03 12:00}}
late: {percent_per_day: 10}
"""
LATE = {"in_time": "2026-11-01 11:00", "two_days_late": "2026-11-02 13:00", "has_more_time": "2026-11-02 13:00"}
WORTH = {exercise.name: exercise.max_score for exercise in load_assignment("lstm").exercises}


def _honest(**answers: str) -> Notebook:
    notebook = filled(Submission("honest", "honest", (("", NOISY),)))
    for cell in notebook["cells"]:
        cell["source"] = answers.get(cell["id"].replace("-", "_"), cell["source"])
    return notebook


def _class(course: Path, victim: Path) -> dict[str, bytes]:
    wrong = read_submission(SUBMISSIONS / "controls" / "wrong.py")
    values = dict.fromkeys(("SECRET", "PORT", "MARKER", "TABLE", "CALL_SECONDS"), "0") | {
        "VICTIM": str(victim), "OUT": str(course), "REPOSITORY": str(ROOT)}
    values |= {path.stem.upper(): path.read_text() for path in (SUBMISSIONS / "shared").glob("*.py")}
    hostile = class_files(values)
    files = {name: hostile[name] for name in [*ATTACKS, *FORGED, "wrong"]}
    files |= dict.fromkeys(["honest", *LATE], dump(_honest(answer_1="Because.")))
    for name in [*ODD, *NOTHING]:
        files[name] = FILES[name].make(_honest())
    for name, (expect, change) in CHANGES.items():
        notebook = _honest() if expect == "full" else filled(wrong)
        change(notebook)
        files[name] = dump(notebook)
    return files


def _graded(folder: Path) -> dict[str, Any]:
    """A course, graded; then one student again, who by then has marks by hand, and whose check cells are worth something else."""
    course, victim, settings = make_course(folder, "lstm"), folder / "victim.txt", folder / "course.yaml"
    victim.write_text("untouched")
    settings.write_text(COURSE)
    environment = {"AUTOGRADER_COURSE_FILE": str(settings), "AUTOGRADER_SECRET_FILE": str(folder / "secret")}
    assert nbgrader(course, "generate_assignment", "lstm")["code"] == 0
    for student, data in _class(course, victim).items():
        hand_in(course, student, data, f"{LATE[student]} UTC" if student in LATE else "")
    _rename(course)
    half = course / "autograded" / "honest" / "lstm"  # what a run leaves that is killed after the first round
    half.mkdir(parents=True)
    shutil.copy(course / "submitted" / "honest" / "lstm" / "lstm.ipynb", half)
    run = nbgrader(course, "autograde", "lstm", environment=environment)
    first = grades(course)
    _mark_by_hand(course)
    again = nbgrader(course, "autograde", "lstm", "--student=two_days_late", "--force", environment=environment)
    return {"course": str(course), "run": run, "first": first, "again": again, "second": grades(course), "victim": victim.read_text()}


def _rename(course: Path) -> None:
    """Notebooks by other names than the assignment's; one name has a line end, which nbgrader's patterns do not match."""
    data = dump(_honest())
    hand_in(course, "renamed", data).rename(course / "submitted" / "renamed" / "lstm" / "my lstm.ipynb")
    hand_in(course, "two_names", data).rename(course / "submitted" / "two_names" / "lstm" / "one.ipynb")
    for name in ("two_names/lstm/two.ipynb", "honest/lstm/rnn.ipynb", "honest/lstm/a\nb.ipynb"):
        (course / "submitted" / name).write_bytes(data)
    linked = hand_in(course, "linked", data)
    linked.unlink()
    linked.with_name("source.ipynb").symlink_to(course / "source" / "lstm" / "lstm.ipynb")


def _mark_by_hand(course: Path) -> None:
    with closing(sqlite3.connect(course / "gradebook.db")) as book:
        book.execute("""
            UPDATE grade SET manual_score = 1.5, extra_credit = 0.5 WHERE notebook_id IN (
                SELECT submitted_notebook.id FROM submitted_notebook
                JOIN submitted_assignment ON submitted_assignment.id = submitted_notebook.assignment_id
                WHERE student_id = 'two_days_late')""")
        book.commit()


@pytest.fixture(scope="session")
def graded(once: Once) -> dict[str, Any]:
    """What came of it."""
    return once("nbgrader_autograde", _graded)


def _auto(graded: dict[str, Any], student: str, run: str = "first") -> dict[str, float]:
    return {cell: row[0] for cell, row in graded[run][student].items() if cell in WORTH}


def _outputs(graded: dict[str, Any], student: str) -> list[dict[str, Any]]:
    notebook = json.loads((Path(graded["course"]) / "autograded" / student / "lstm" / "lstm.ipynb").read_text())
    return [output for cell in notebook["cells"] for output in cell.get("outputs", ())]


def _said(graded: dict[str, Any], student: str) -> str:
    return "\n".join("".join(output["data"]["text/html"]) for output in _outputs(graded, student) if "data" in output)


def test_only_what_nbgrader_cannot_know_is_left_out(graded: dict[str, Any]) -> None:
    wanted = {"honest", "renamed", "wrong", *LATE, *FULL, *CHEATS, *NOTHING}
    assert {student for student in graded["first"] if None not in _auto(graded, student).values()} == wanted
    assert graded["run"]["code"] == 1  # as nbgrader says that a submission is not there
    assert "for student 'two_names'" in graded["run"]["said"]
    assert "for student 'linked'" in graded["run"]["said"]


def test_notebooks_by_other_names_are_named(graded: dict[str, Any]) -> None:
    said = graded["run"]["said"]
    assert "renamed/lstm: my lstm.ipynb is now called lstm.ipynb" in said
    assert "honest/lstm: a b.ipynb is not graded" in said
    assert "honest/lstm: rnn.ipynb is not graded" in said


@pytest.mark.parametrize("student", ["honest", "renamed", *LATE, *FULL])
def test_honest_work_has_full_marks(student: str, graded: dict[str, Any]) -> None:
    assert _auto(graded, student) == WORTH


@pytest.mark.parametrize("student", CHEATS)
def test_cheating_earns_nothing(student: str, graded: dict[str, Any]) -> None:
    control = _auto(graded, "wrong")
    assert not {name: score for name, score in _auto(graded, student).items() if score > control[name]}
    assert not [row for row in graded["first"][student].values() if row[1] is not None]


@pytest.mark.parametrize("student", NOTHING)
def test_what_holds_no_answer_has_no_points(student: str, graded: dict[str, Any]) -> None:
    assert set(_auto(graded, student).values()) == {0}


@pytest.mark.parametrize("student", UNREADABLE)
def test_the_reason_is_said(student: str, graded: dict[str, Any]) -> None:
    assert FILES[student].mentions in _said(graded, student)


def test_grade_cells_hold_plain_numbers_and_no_stderr(graded: dict[str, Any]) -> None:
    for student in ("honest", "wrong", "writes_html", "publishes_a_score", "points_in_the_outputs"):
        outputs = _outputs(graded, student)
        assert not [output for output in outputs if output["output_type"] == "stream"]
        scores = ["".join(output["data"]["text/plain"]) for output in outputs if output["output_type"] == "execute_result"]
        assert [repr(float(score)) for score in scores] == scores
        assert sorted(map(float, scores)) == sorted(_auto(graded, student).values())


def test_repairs_are_said_to_both(graded: dict[str, Any]) -> None:
    assert "a_test_cell_deleted, lstm: the cell lstm_forward was missing and is put back" in graded["run"]["said"]
    assert "the cell lstm_forward was missing and is put back" in _said(graded, "a_test_cell_deleted")


def test_written_answers_wait_for_a_person(graded: dict[str, Any]) -> None:
    rows = graded["first"]["honest"]
    assert rows["answer-1"] == [None, None, True]
    assert rows["answer-2"] == [0, None, False]  # as it was given out


def test_no_solution_takes_the_place_of_a_lost_answer(graded: dict[str, Any]) -> None:
    text = (Path(graded["course"]) / "autograded" / "answer_cells_deleted" / "lstm" / "lstm.ipynb").read_text()
    assert "still empty: write it here" in text
    assert "c_tilde = np.tanh(" not in text


def test_marks_by_hand_stay(graded: dict[str, Any]) -> None:
    assert graded["again"]["code"] == 0, graded["again"]["said"]
    rows = graded["second"]["two_days_late"]
    assert {row[1] for row in rows.values()} == {1.5}
    assert _auto(graded, "two_days_late", "second") == WORTH
    others = {student: rows for student, rows in graded["second"].items() if student != "two_days_late"}
    assert others == {student: rows for student, rows in graded["first"].items() if student != "two_days_late"}


def test_lateness_costs_what_course_yaml_says(graded: dict[str, Any]) -> None:
    with closing(sqlite3.connect(Path(graded["course"]) / "gradebook.db")) as book:
        rows = dict(book.execute("""
            SELECT student_id, late_submission_penalty FROM submitted_notebook
            JOIN submitted_assignment ON submitted_assignment.id = submitted_notebook.assignment_id""").fetchall())
        extended = dict(book.execute("SELECT student_id, extension FROM submitted_assignment").fetchall())
        (due,), = book.execute("SELECT duedate FROM assignment")
    total = sum(WORTH.values())
    assert {student: rows[student] or 0 for student in ("honest", *LATE)} == {
        "honest": 0, "in_time": 0, "two_days_late": pytest.approx(0.2 * total), "has_more_time": 0}
    assert due.startswith("2026-11-01 12:00")
    assert extended["has_more_time"] != extended["in_time"]
    assert "20 % of the points are deducted" in _said(graded, "two_days_late")


def test_nothing_outside_is_changed(graded: dict[str, Any]) -> None:
    assert graded["victim"] == "untouched"
    course = Path(graded["course"])
    assert [path.name for path in course.rglob("*") if path.is_symlink()] == ["source.ipynb"]  # as it was handed in


def test_html_of_students_is_text(graded: dict[str, Any]) -> None:
    assert "<script>alert" not in _said(graded, "writes_html")
    assert "<img src=x" not in _said(graded, "writes_html")
