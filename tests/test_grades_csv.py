"""grades.csv: read back by csv.reader as it was meant, and harmless in a spreadsheet."""

import csv
import io
from dataclasses import replace

import pytest

from autograder.gradebook_csv import cell, grades_csv
from autograder.points import plain
from tests.verdicts import CLASS, ERROR, HOSTILE, PARTIAL, PERFECT, UNREADABLE, check, exercise, verdict

EXERCISES = [("step", 4.0), ("loop", 4.0)]


def table(verdicts, exercises=EXERCISES):
    return list(csv.reader(io.StringIO(grades_csv(verdicts, exercises))))


def test_rows_are_sorted_and_scores_plain():
    assert table(CLASS) == [
        ["student", "score", "max_score", "status", "step", "loop"],
        ["ada", "8", "8", "graded", "4", "4"],
        ["jonas", "5", "8", "graded", "1", "4"],
        ["kim", "8", "8", "graded", "4", "4"],
        ["lee", "0", "8", "unreadable", "0", "0"],
        ["maryam", "1", "8", "partial", "1", "0"],
        ["sam", "0", "8", "error", "0", "0"],
    ]


def test_first_line_is_bare():
    assert grades_csv([], EXERCISES) == "student,score,max_score,status,step,loop\n"


@pytest.mark.parametrize("ungraded", [UNREADABLE, ERROR])
def test_what_was_not_graded_has_zero_even_with_results(ungraded):
    assert table([replace(ungraded, exercises=PERFECT.exercises)])[1][1:] == ["0", "8", ungraded.status, "0", "0"]


def test_columns_add_up_to_the_score():
    thirds = verdict("x", exercise("step", *(check(n, points=0.1) for n in "abc")), exercise("loop"))
    assert table([thirds], [("step", 0.3), ("loop", 4)])[1] == ["x", "4.3", "4.3", "graded", "0.3", "4"]


@pytest.mark.parametrize(("points", "text"), [
    (10.0, "10"), (7.5, "7.5"), (0.1 + 0.2, "0.3"), (1e-05, "0.00001"), (-0.0, "0"), (1 / 3, "0.333333"), (1e6, "1000000"),
])
def test_points_are_plain(points, text):
    assert plain(points) == text


@pytest.mark.parametrize("points", [float("nan"), float("inf"), float("-inf")])
def test_what_is_no_grade_is_refused(points):
    with pytest.raises(ValueError, match="not a number of points"):
        plain(points)


@pytest.mark.parametrize(("text", "shown"), [
    ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "'=1"), ("\r=1", "'=1"),
    ("  =1", "'=1"), ("\u00a0=1", "'=1"), ("\u3000=1", "'=1"),
    ("\u200b=1", "'=1"), ("\ufeff=1", "'=1"), ("\0=1", "'=1"), ("\n@x", "'@x"),
    ("＝1", "'＝1"), ("＋1", "'＋1"), ("－1", "'－1"), ("＠x", "'＠x"), ("﹣1", "'﹣1"), ("−1", "'−1"), ("\"=1", "'\"=1"),
    ("'=1", "''=1"), ("a;=1", "a;'=1"), ("a=1", "a=1"), ("ann-marie@uni.example", "ann-marie@uni.example"),
    ("ann; bo", "ann; bo"), ("\x1b[31m=1", "'=1"), ("two\nlines", "two lines"), ("", ""),
])
def test_formulas_are_neutralised(text, shown):
    assert cell(text) == shown


@pytest.mark.parametrize("hostile", [
    *HOSTILE, 'quote " comma , quote "', "=cmd|' /C calc'!A0", "\r\n=1,2,3", "x" * 10**6,
], ids=lambda text: ascii(text[:30]))
def test_any_student_fills_exactly_one_row(hostile):
    rows = table([replace(PERFECT, student=hostile), replace(PARTIAL, student="z")])
    assert [len(row) for row in rows] == [6, 6, 6]
    student = next(row[0] for row in rows[1:] if row[0] != "z")
    assert student == cell(hostile)
    assert student.isprintable()
    assert len(student) <= 210
    grades_csv([replace(PERFECT, student=hostile)], EXERCISES).encode()
