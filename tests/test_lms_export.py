"""Scores into the gradebooks of Canvas and Moodle: only the grades change, in the right rows, and nothing runs as a formula."""

import csv
import io
import os
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from autograder import journal
from autograder.assignment import load_assignment
from autograder.cli import main
from autograder.gradebook_csv import grades_csv
from autograder.results import Status, Verdict
from tests.verdicts import HOSTILE, check, exercise, wrong

NAME = "lstm"
CANVAS = (
    'Student,ID,SIS User ID,SIS Login ID,Section,Notes,"Week, one (77)",LSTM (555),Assignments Current Score,Current Score,Final Score\n'
    ",,,,,,,Manual Posting,,,\n"
    '"    Points Possible",,,,,,5,{most},(read only),(read only),(read only)\n'
    '"O, Brien",123,s-1,ann@uni.example,A,"said ""hi""",4,,80.00,80.00,40.00\n'
    "Lee; Bo,124,s-2,bo,A,-5,N/A,3,,,\n"
    '"Chen, Di",125,s-3,di,A,"two\nlines",,EX,,,\n'
    '"Chen, Di",126,s-4,di2,B,,,,,,\n'
    "\n"
    '"Student, Test",900,,,A,,,,,,\n'
)
MOODLE = (
    "Identifier,\"Full name\",\"Email address\",Status,Grade,\"Maximum Grade\",\"Grade can be changed\",\"Last modified (submission)\","
    "\"Last modified (grade)\",\"Feedback comments\"\r\n"
    'Participant 1234,"Ann O, Brien",ann@uni.example,"Submitted for grading - ",,{most},Yes,"Friday, 20 November 2026, 10:00 AM",-,\r\n'
    "Participant 1235,Bo Lee,bo@uni.example,-,2.00,{most},Yes,-,-,kept\r\n"
    "Participant 1236,Cy Ü,cy@uni.example,-,,{most},No,-,-,\r\n"
    "Participant 1237,Di Chen,di@uni.example,-,,{most},Yes,-,-,\r\n"
)


@pytest.fixture(scope="module")
def most():
    return load_assignment(NAME).max_score


@pytest.fixture(autouse=True)
def course(tmp_path, monkeypatch):
    path = tmp_path / "course.yaml"
    path.write_text("due: {lstm: 2026-11-20 12:00}\nlate: {percent_per_day: 50}\n")
    monkeypatch.setenv("AUTOGRADER_COURSE_FILE", str(path))


def verdict(student, points, lms="", **more):
    return Verdict(student, NAME, f"{student[:9]}.ipynb", "ab", "g", more.pop("status", Status.GRADED), "bwrap", 10.0,
                   (exercise("step", check("one", points=points)),), lms=lms, **more)


def grades(out, *verdicts):
    for one in verdicts:
        journal.record(out, one)
    journal.write(out / "grades.csv", grades_csv(verdicts, [("step", 10.0)]))
    return out


def export(out, system, text, *options):
    source = out.parent / "sheet.csv"
    source.write_bytes(text.encode())
    target = out.parent / "filled.csv"
    return run("export", NAME, str(out), f"--{system}", str(source), "-o", str(target), *options), target


def run(*arguments):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.argv", ["autograder", *arguments])
        return main()


def cells(target, parting=","):
    return list(csv.reader(io.StringIO(target.read_bytes().decode("utf-8-sig"), newline=""), delimiter=parting))


def test_canvas_by_its_own_number_and_nothing_else_changes(tmp_path, most, capsys):
    text = CANVAS.format(most=f"{most:.2f}")
    out = grades(tmp_path / "out", verdict("obrien", 7.5, "canvas:123"), verdict("leebo", 6, "canvas:124"),
                 verdict("chendi_125", 5, "canvas:125"), verdict("zoe", 1, "canvas:999"))
    code, target = export(out, "canvas", text)
    assert code == 0
    expected = text.replace('""hi""",4,,80', '""hi""",4,7.5,80').replace("-5,N/A,3,", "-5,N/A,6,")
    assert target.read_bytes().decode() == expected
    said = capsys.readouterr().out
    assert "2 scores in the column LSTM (555)" in said
    assert "2 students of the LMS without a submission" in said
    assert "zoe: in nobody's row" in said
    assert "chendi_125: left as it was: EX" in said
    assert "1 other grade" in said


@pytest.mark.parametrize("change", [
    lambda text: "\ufeff" + text, lambda text: text.replace("\n", "\r\n"), lambda text: text.rstrip("\n"), lambda text: text + "\n\n",
    lambda text: text.replace("\n,,,,,,,Manual Posting,,,", ""), lambda text: text.replace(",Current Score,Final Score", ""),
], ids=["bom", "crlf", "no last line end", "empty lines", "no manual posting", "short header"])
def test_canvas_comes_back_byte_for_byte_but_for_the_grade(tmp_path, most, change):
    text = change(CANVAS.format(most=f"{most:g}"))
    code, target = export(grades(tmp_path / "out", verdict("x", 7, "canvas:123")), "canvas", text)
    assert code == 0
    assert target.read_bytes() == text.replace('""hi""",4,,80', '""hi""",4,7,80').encode()


@pytest.mark.parametrize(("student", "row"), [
    ("ann@uni.example", "O, Brien"), ("S-2", "Lee; Bo"), ("Bo Lee", "Lee; Bo"), ("o brien", "O, Brien"), ("di2", "Chen, Di"),
])
def test_canvas_by_login_number_or_name(tmp_path, most, student, row):
    code, target = export(grades(tmp_path / "out", verdict(student, 7)), "canvas", CANVAS.format(most=most))
    assert code == 0
    assert [cell[0] for cell in cells(target)[1:] if len(cell) > 7 and cell[7] == "7"] == [row]


@pytest.mark.parametrize("verdicts", [
    [verdict("chendi", 7)], [verdict("bo", 1), verdict("s-2", 2)], [verdict("ann@uni.example", 7, "canvas:999")],
    [verdict("Ann", 7, "moodle:123")],
], ids=["namesakes", "two for one row", "another's number", "another LMS's number"])
def test_in_doubt_nobody_gets_a_grade(tmp_path, most, verdicts, capsys):
    text = CANVAS.format(most=most)
    code, target = export(grades(tmp_path / "out", *verdicts), "canvas", text)
    assert code == 0
    assert target.read_bytes().decode() == text
    said = capsys.readouterr().out
    assert all(one.student in said for one in verdicts)


def test_a_gradescope_address_finds_a_canvas_login(tmp_path, most):
    code, target = export(grades(tmp_path / "out", verdict("007", 7, "gradescope:Ann@uni.example")), "canvas", CANVAS.format(most=most))
    assert (code, cells(target)[3][7]) == (0, "7")


def test_canvas_new_column_and_names_in_two_columns(tmp_path, most):
    text = ("LastName,FirstName,ID,SIS Login ID,Section,Final Score\r\n    Points Possible,,,,,(read only)\r\n"
            "Lee,Ann,123,ann,A,\r\nChen,Di,1,di,A,\r\n")
    code, target = export(grades(tmp_path / "out", verdict("Ann Lee", 7)), "canvas", text)
    assert code == 0
    title = load_assignment(NAME).title
    assert [row[6:] for row in cells(target)] == [[title], [f"{most:g}"], ["7"], []]


def test_late_errors_and_what_could_not_be_read(tmp_path, most, capsys):
    late = datetime(2026, 11, 20, 13, tzinfo=UTC).isoformat()
    out = grades(tmp_path / "out", verdict("x", 8, "canvas:123", submitted=late),
                 verdict("y", 8, "canvas:124", status=Status.ERROR, reason="check broke\x1b[31m"),
                 verdict("z", 8, "canvas:126", status=Status.UNREADABLE))
    code, target = export(out, "canvas", CANVAS.format(most=most))
    assert code == 1
    assert [row[7] for row in cells(target) if len(row) > 7][3:7] == ["4", "3", "EX", "0"]
    said = capsys.readouterr().out
    assert "y: left as it was, not graded through a fault of ours: check broke" in said
    assert "z: could not be read" in said
    assert "\x1b" not in said


def test_who_left_the_class_is_not_exported(tmp_path, most):
    out = grades(tmp_path / "out", verdict("old", 1, "canvas:123"))
    grades(out, verdict("new", 7, "canvas:123"))
    code, target = export(out, "canvas", CANVAS.format(most=most))
    assert (code, cells(target)[3][7]) == (0, "7")


def test_moodle(tmp_path, most, capsys):
    text = MOODLE.format(most=f"{most:.2f}")
    named = replace(verdict("Ann O, Brien", 7, "moodle:1234"), exercises=(wrong("step", hint="Swap f < i & \"g\". Then more."),))
    out = grades(tmp_path / "out", named, verdict("bo@uni.example", 6), verdict("Cy Ü", 5, "moodle:1236"),
                 verdict("Team", 5, "moodle:1237"))
    code, target = export(out, "moodle", text)
    assert code == 0
    rows = cells(target)
    assert [row[4] for row in rows] == ["Grade", "1", "6", "", ""]
    assert rows[1][9] == ('step: 1 of 5. Swap f &lt; i &amp; "g". Due 2026-11-20 12:00 UTC; when it was handed in is not known, '
                          "so nothing is deducted.")
    assert rows[2][9] == "kept"
    before = list(csv.reader(io.StringIO(text, newline="")))
    assert [[*row[:4], *row[5:9]] for row in rows] == [[*row[:4], *row[5:9]] for row in before]
    assert target.read_bytes().count(b"\r\n") == text.count("\r\n")
    said = capsys.readouterr().out
    assert "Cy Ü: left as it was: Moodle says that the grade cannot be changed" in said
    assert "Team: in nobody's row" in said  # a team's number is no participant's


def test_moodle_with_semicolons_and_decimal_commas(tmp_path, most):
    worth = f"{most:.2f}".replace(".", ",")
    text = f"\ufeffIdentifier;Full name;Grade;Maximum Grade\nParticipant 9;\"Lee; Ann\";0,00;{worth}\n"
    code, target = export(grades(tmp_path / "out", verdict("lee ann", 7.5)), "moodle", text)
    assert code == 0
    assert target.read_bytes().decode() == text.replace(";0,00;", ";7,5;")


def test_other_points_need_a_decision(tmp_path, most, capsys):
    out = grades(tmp_path / "out", verdict("ann@uni.example", most / 2))
    text = MOODLE.format(most="100.00")
    assert export(out, "moodle", text)[0] == 2
    assert "100 points" in capsys.readouterr().err
    for option, points in (("--scale", "50"), ("--no-scale", f"{most / 2:g}")):
        code, target = export(out, "moodle", text, option)
        assert (code, cells(target)[1][4]) == (0, points)


@pytest.mark.parametrize(("system", "text", "options", "why"), [
    ("canvas", "a,b\n1,2\n", (), "not Canvas's gradebook"),
    ("canvas", CANVAS.replace("Week, one (77)", "Lstm (77)"), (), "several columns; choose one with --column: 'Lstm (77)', 'LSTM (555)'"),
    ("canvas", CANVAS, ("--column", "Final Score"), "no column that takes grades"),
    ("canvas", CANVAS, ("--column", "nope"), "'Week, one (77)', 'LSTM (555)'"),
    ("canvas", 'Student,ID,Section\n"open,1,A\n', (), "row 2 is not closed"),
    ("canvas", "", (), "no titles"),
    ("moodle", CANVAS, (), "no column Identifier"),
    ("moodle", "Identifier,Full name\nParticipant 1,A\n", (), "no column Grade"),
    ("moodle", "Identifier,Grade,Maximum Grade\nParticipant 1,,Excellent\n", (), "grades on a scale"),
])
def test_another_file_is_refused(tmp_path, most, system, text, options, why, capsys):
    code, target = export(grades(tmp_path / "out", verdict("a", 1)), system, text.replace("{most}", f"{most:g}"), *options)
    assert code == 2
    assert not target.exists()
    said = capsys.readouterr().err
    assert why in said
    assert "sheet.csv" in said


def test_wrong_calls(tmp_path, most, capsys):
    out = grades(tmp_path / "out", verdict("a", 1))
    sheet = tmp_path / "sheet.csv"
    sheet.write_bytes(b"Student,ID,Section\nLee,1,\xe4\n")
    for arguments, why in (
        ((out,), "say which LMS"), ((out, "--canvas", sheet, "--moodle", sheet), "say which LMS"),
        ((tmp_path, "--canvas", sheet), "holds no grades"),
        ((out, "--canvas", sheet), "not in UTF-8"), ((out, "--canvas", tmp_path / "none.csv"), "none.csv"),
        ((out, "--canvas", sheet, "--gradebook", f"sqlite:///{tmp_path}/none.db"), "no gradebook"),
        ((out, "--canvas", sheet, "--gradebook", "nonsense"), "gradebook cannot be read"),
    ):
        assert run("export", NAME, *map(str, arguments), "-o", str(tmp_path / "filled.csv")) == 2
        assert why in capsys.readouterr().err
    assert run("export", NAME, str(out), "--canvas", str(sheet), "-o", str(sheet)) == 2
    assert run("export", "rnn", str(out), "--canvas", str(sheet), "-o", str(tmp_path / "filled.csv")) == 2
    assert "holds grades of lstm" in capsys.readouterr().err


def test_formulas_of_the_lms_do_not_run_and_its_numbers_stay(tmp_path, most, capsys):
    text = (f"Student,ID,Section,Notes,LSTM (5)\n    Points Possible,,,,{most:g}\n"
            '"=HYPERLINK(""x"")",1,+1,-5,\n@SUM(A1),2,-,"-1,5",\nann,3,a;=1,+49 30 1,\nbo,4,"\u200b=1\n+2",--,\n')
    out = grades(tmp_path / "out", verdict("x", 1, "canvas:1"), verdict("@SUM(A1)", 2))
    code, target = export(out, "canvas", text)
    assert code == 0
    assert cells(target)[2:] == [["'=HYPERLINK(\"x\")", "1", "+1", "-5", "1"], ["'@SUM(A1)", "2", "-", "-1,5", "2"],
                                 ["ann", "3", "a;'=1", "'+49 30 1", ""], ["bo", "4", "'=1 +2", "--", ""]]
    assert "5 cells of the LMS would run as a formula" in capsys.readouterr().out


@pytest.mark.filterwarnings("ignore:Object of type <Submitted")  # nbgrader's own
def test_marks_given_by_hand_count_and_lose_nothing_to_lateness(tmp_path, most, monkeypatch, capsys):
    from nbgrader.api import Gradebook  # three seconds

    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}:{os.environ['PATH']}")  # for alembic
    late = datetime(2026, 11, 20, 13, tzinfo=UTC).isoformat()
    out = grades(tmp_path / "out", verdict("x", 8, "canvas:123", submitted=late), verdict("bo", 6), verdict("di2", 5))
    with Gradebook(f"sqlite:///{out}/gradebook.db") as book:
        book.update_or_create_assignment(NAME)
        book.update_or_create_notebook(NAME, NAME)
        book.update_or_create_grade_cell("step", NAME, NAME, max_score=most, cell_type="code")
        book.update_or_create_grade_cell("answer-1", NAME, NAME, max_score=2, cell_type="markdown")
        for student, points, by_hand in (("x", 8, 1.5), ("bo", 6, None)):
            book.update_or_create_student(student)
            book.update_or_create_submission(NAME, student)
            step = book.find_grade("step", NAME, NAME, student)
            step.auto_score, step.needs_manual_grade = points, False
            answer = book.find_grade("answer-1", NAME, NAME, student)
            answer.manual_score, answer.needs_manual_grade = by_hand, by_hand is None
        book.db.commit()
    code, target = export(out, "canvas", CANVAS.format(most=most + 2))
    assert code == 0
    assert [row[7] for row in cells(target) if len(row) > 7][3:7] == ["5.5", "6", "EX", "5"]  # 8 less 50 % and 1.5 by hand
    said = capsys.readouterr().out
    assert "1 answer of 1 student still to be marked by hand" in said
    assert "di2: not in nbgrader's gradebook" in said
    assert export(out, "canvas", CANVAS.format(most=most))[0] == 2


@pytest.mark.parametrize("hostile", [*HOSTILE, "=1+1", 'a","b', "x" * 3000], ids=lambda text: ascii(text[:20]))
@pytest.mark.parametrize("system", ["canvas", "moodle"])
def test_hostile_students_change_no_other_cell(tmp_path, most, hostile, system, capsys):
    text = {"canvas": CANVAS, "moodle": MOODLE}[system].format(most=f"{most:g}")
    lms = {"canvas": "canvas:124", "moodle": ""}[system]
    bad = replace(verdict(hostile, 1, lms), status=Status.UNREADABLE, reason=hostile)
    code, target = export(grades(tmp_path / "out", bad, verdict(f"{hostile}'", 1)), system, text)
    assert code == 0
    before = list(csv.reader(io.StringIO(text, newline="")))
    changed = [(r, c) for r, row in enumerate(cells(target)) for c, cell in enumerate(row) if cell != before[r][c]]
    assert changed == ([(4, 7)] if system == "canvas" else [])
    assert all(line.isprintable() for line in capsys.readouterr().out.splitlines())
