"""Scores into Canvas's gradebook: only the grades change, in the right rows."""

from datetime import UTC, datetime

import pytest

from autograder.assignment import load_assignment
from autograder.results import Status
from tests.lms_sheets import CANVAS, NAME, cells, export, grades, most, verdict


def test_canvas_by_its_own_number_and_nothing_else_changes(tmp_path, capsys):
    text = CANVAS.format(most=f"{most():.2f}")
    out = grades(tmp_path / "out", verdict("obrien", 7.5, "canvas:123"), verdict("leebo", 6, "canvas:124"),
                 verdict("chendi_125", 5, "canvas:125"), verdict("zoe", 1, "canvas:999"))
    code, target = export(out, "canvas", text)
    assert code == 0
    expected = text.replace('""hi""",4,,80', '""hi""",4,7.5,80').replace("-5,N/A,3,", "-5,N/A,6,")
    assert target.read_bytes().decode() == expected
    said = capsys.readouterr().out
    assert "2 scores in the column LSTM (555)" in said
    assert "2 students of the LMS without a submission" in said
    assert "nobody like that, or several: zoe" in said
    assert "chendi_125: untouched: EX" in said
    assert "1 other grade" in said


@pytest.mark.parametrize("change", [
    lambda text: "\ufeff" + text, lambda text: text.replace("\n", "\r\n"), lambda text: text.rstrip("\n"), lambda text: text + "\n\n",
    lambda text: text.replace("\n,,,,,,,Manual Posting,,,", ""), lambda text: text.replace(",Current Score,Final Score", ""),
], ids=["bom", "crlf", "no last line end", "empty lines", "no manual posting", "short header"])
def test_canvas_comes_back_byte_for_byte_but_for_the_grade(tmp_path, change):
    text = change(CANVAS.format(most=f"{most():g}"))
    code, target = export(grades(tmp_path / "out", verdict("x", 7, "canvas:123")), "canvas", text)
    assert code == 0
    assert target.read_bytes() == text.replace('""hi""",4,,80', '""hi""",4,7,80').encode()


@pytest.mark.parametrize(("student", "row"), [
    ("ann@uni.example", "O, Brien"), ("S-2", "Lee; Bo"), ("Bo Lee", "Lee; Bo"), ("o brien", "O, Brien"), ("di2", "Chen, Di"),
])
def test_canvas_by_login_number_or_name(tmp_path, student, row):
    code, target = export(grades(tmp_path / "out", verdict(student, 7)), "canvas", CANVAS.format(most=most()))
    assert code == 0
    assert [cell[0] for cell in cells(target)[1:] if len(cell) > 7 and cell[7] == "7"] == [row]


@pytest.mark.parametrize("verdicts", [
    [verdict("chendi", 7)], [verdict("bo", 1), verdict("s-2", 2)], [verdict("ann@uni.example", 7, "canvas:999")],
    [verdict("Ann", 7, "moodle:123")],
], ids=["namesakes", "two for one row", "another's number", "another LMS's number"])
def test_in_doubt_nobody_gets_a_grade(tmp_path, verdicts, capsys):
    text = CANVAS.format(most=most())
    code, target = export(grades(tmp_path / "out", *verdicts), "canvas", text)
    assert code == 0
    assert target.read_bytes().decode() == text
    said = capsys.readouterr().out
    assert all(one.student in said for one in verdicts)


def test_a_gradescope_address_finds_a_canvas_login(tmp_path):
    code, target = export(grades(tmp_path / "out", verdict("007", 7, "gradescope:Ann@uni.example")), "canvas", CANVAS.format(most=most()))
    assert (code, cells(target)[3][7]) == (0, "7")


def test_canvas_new_column_and_names_in_two_columns(tmp_path):
    text = ("LastName,FirstName,ID,SIS Login ID,Section,Final Score\r\n    Points Possible,,,,,(read only)\r\n"
            "Lee,Ann,123,ann,A,\r\nChen,Di,1,di,A,\r\n")
    code, target = export(grades(tmp_path / "out", verdict("Ann Lee", 7)), "canvas", text)
    assert code == 0
    title = load_assignment(NAME).title
    assert [row[6:] for row in cells(target)] == [[title], [f"{most():g}"], ["7"], []]


def test_late_errors_and_what_could_not_be_read(tmp_path, capsys):
    late = datetime(2026, 11, 20, 13, tzinfo=UTC).isoformat()
    out = grades(tmp_path / "out", verdict("x", 8, "canvas:123", submitted=late),
                 verdict("y", 8, "canvas:124", status=Status.ERROR, reason="check broke\x1b[31m"),
                 verdict("z", 8, "canvas:126", status=Status.UNREADABLE))
    code, target = export(out, "canvas", CANVAS.format(most=most()))
    assert code == 1
    assert [row[7] for row in cells(target) if len(row) > 7][3:7] == ["4", "3", "EX", "0"]
    said = capsys.readouterr().out
    assert "y: untouched, because it was not graded, which is our fault: check broke" in said
    assert "z: could not be read" in said
    assert "\x1b" not in said


def test_who_left_the_class_is_not_exported(tmp_path):
    out = grades(tmp_path / "out", verdict("old", 1, "canvas:123"))
    grades(out, verdict("new", 7, "canvas:123"))
    code, target = export(out, "canvas", CANVAS.format(most=most()))
    assert (code, cells(target)[3][7]) == (0, "7")


def test_a_name_that_differs_from_the_rows_is_said(tmp_path, capsys):
    code, target = export(grades(tmp_path / "out", verdict("group3", 7, "canvas:124")), "canvas", CANVAS.format(most=most()))
    assert (code, cells(target)[4][7]) == (0, "7")
    assert "group3: entered for Lee; Bo by number; the names differ" in capsys.readouterr().out
