"""Exports into any LMS: what is refused, what a person marked, and that nothing runs as a formula."""

import csv
import io
import os
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from autograder.results import Status
from tests.lms_sheets import CANVAS, MOODLE, NAME, cells, export, grades, most, run, verdict
from tests.verdicts import HOSTILE


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
def test_another_file_is_refused(tmp_path, system, text, options, why, capsys):
    code, target = export(grades(tmp_path / "out", verdict("a", 1)), system, text.replace("{most}", f"{most():g}"), *options)
    assert code == 2
    assert not target.exists()
    said = capsys.readouterr().err
    assert why in said
    assert "sheet.csv" in said


def test_nbgraders_own_grades_are_not_taken_for_ours(tmp_path, capsys):
    out = grades(tmp_path / "out", verdict("a", 1))
    (out / "grades.csv").write_text("assignment,student_id,score\nlstm,a,1\n")
    assert export(out, "canvas", "Student,ID,Section\nLee,1,x\n")[0] == 2
    assert "nbgrader export writes one by that name" in capsys.readouterr().err


def test_wrong_calls(tmp_path, capsys):
    out = grades(tmp_path / "out", verdict("a", 1))
    sheet = tmp_path / "sheet.csv"
    sheet.write_bytes(b"Student,ID,Section\nLee,1,\xe4\n")
    for arguments, why in (
        ((out,), "say which LMS"), ((out, "--canvas", sheet, "--moodle", sheet), "say which LMS"),
        ((tmp_path, "--canvas", sheet), "holds no grades"),
        ((out, "--canvas", sheet), "not in UTF-8"), ((out, "--canvas", tmp_path / "none.csv"), "none.csv"),
        ((out, "--canvas", sheet, "--gradebook", f"sqlite:///{tmp_path}/none.db"), "no gradebook"),
        ((out, "--canvas", sheet, "--gradebook", "nonsense"), "is no URL"),
    ):
        assert run(tmp_path, "export", NAME, *arguments, "-o", tmp_path / "filled.csv") == 2
        assert why in capsys.readouterr().err
    assert run(tmp_path, "export", NAME, out, "--canvas", sheet, "-o", sheet) == 2
    assert run(tmp_path, "export", "rnn", out, "--canvas", sheet, "-o", tmp_path / "filled.csv") == 2
    assert "holds grades of lstm" in capsys.readouterr().err


def test_formulas_of_the_lms_do_not_run_and_its_numbers_stay(tmp_path, capsys):
    text = (f"Student,ID,Section,Notes,LSTM (5)\n    Points Possible,,,,{most():g}\n"
            '"=HYPERLINK(""x"")",1,+1,-5,\n@SUM(A1),2,-,"-1,5",\nann,3,a;=1,+49 30 1,\nbo,4,"\u200b=1\n+2",--,\n')
    out = grades(tmp_path / "out", verdict("x", 1, "canvas:1"), verdict("@SUM(A1)", 2))
    code, target = export(out, "canvas", text)
    assert code == 0
    assert cells(target)[2:] == [["'=HYPERLINK(\"x\")", "1", "+1", "-5", "1"], ["'@SUM(A1)", "2", "-", "-1,5", "2"],
                                 ["ann", "3", "a;'=1", "'+49 30 1", ""], ["bo", "4", "'=1 +2", "--", ""]]
    assert "5 cells of the LMS would run as a formula" in capsys.readouterr().out


@pytest.mark.filterwarnings("ignore:Object of type <Submitted")  # nbgrader's own
def test_marks_given_by_hand_count_and_lose_nothing_to_lateness(tmp_path, monkeypatch, capsys):
    from nbgrader.api import Gradebook  # three seconds

    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}:{os.environ['PATH']}")  # for alembic
    late = datetime(2026, 11, 20, 13, tzinfo=UTC).isoformat()
    out = grades(tmp_path / "out", verdict("x", 8, "canvas:123", submitted=late), verdict("bo", 6), verdict("di2", 5))
    with Gradebook(f"sqlite:///{out}/gradebook.db") as book:
        book.update_or_create_assignment(NAME)
        book.update_or_create_notebook(NAME, NAME)
        book.update_or_create_grade_cell("step", NAME, NAME, max_score=most(), cell_type="code")
        book.update_or_create_grade_cell("answer-1", NAME, NAME, max_score=2, cell_type="markdown")
        book.update_or_create_solution_cell("answer-1", NAME, NAME)
        for student, points, by_hand in (("x", 8, 1.5), ("bo", 6, None)):
            book.update_or_create_student(student)
            book.update_or_create_submission(NAME, student)
            step = book.find_grade("step", NAME, NAME, student)
            step.auto_score, step.needs_manual_grade = points, False
            answer = book.find_grade("answer-1", NAME, NAME, student)
            answer.manual_score, answer.needs_manual_grade = by_hand, by_hand is None
        book.db.commit()
    code, target = export(out, "canvas", CANVAS.format(most=most() + 2))
    assert code == 0
    assert [row[7] for row in cells(target) if len(row) > 7][3:7] == ["5.5", "6", "EX", "5"]  # 8 less 50 % and 1.5 by hand
    said = capsys.readouterr().out
    assert "1 answer of 1 student still to be marked by hand" in said
    assert "di2: not in nbgrader's gradebook" in said
    assert export(out, "canvas", CANVAS.format(most=most()))[0] == 2


@pytest.mark.parametrize("hostile", [*HOSTILE, "=1+1", 'a","b', "x" * 3000], ids=lambda text: ascii(text[:20]))
@pytest.mark.parametrize("system", ["canvas", "moodle"])
def test_hostile_students_change_no_other_cell(tmp_path, hostile, system, capsys):
    text = {"canvas": CANVAS, "moodle": MOODLE}[system].format(most=f"{most():g}")
    lms = {"canvas": "canvas:124", "moodle": ""}[system]
    bad = replace(verdict(hostile, 1, lms), status=Status.UNREADABLE, reason=hostile)
    code, target = export(grades(tmp_path / "out", bad, verdict(f"{hostile}'", 1)), system, text)
    assert code == 0
    before = list(csv.reader(io.StringIO(text, newline="")))
    changed = [(r, c) for r, row in enumerate(cells(target)) for c, cell in enumerate(row) if cell != before[r][c]]
    assert changed == ([(4, 7)] if system == "canvas" else [])
    assert all(line.isprintable() for line in capsys.readouterr().out.splitlines())
