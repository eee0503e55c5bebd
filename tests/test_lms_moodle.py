"""Scores into Moodle's grading worksheet: grades and comments, in the right rows."""

import csv
import io
from dataclasses import replace

from tests.lms_sheets import MOODLE, cells, export, grades, most, verdict
from tests.verdicts import wrong


def test_moodle(tmp_path, capsys):
    text = MOODLE.format(most=f"{most():.2f}")
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
    assert "Cy Ü: untouched: Moodle says that the grade cannot be changed" in said
    assert "nobody like that, or several: Team" in said  # a team's number is no participant's


def test_moodle_with_semicolons_and_decimal_commas(tmp_path):
    worth = f"{most():.2f}".replace(".", ",")
    text = f"\ufeffIdentifier;Full name;Grade;Maximum Grade\nParticipant 9;\"Lee; Ann\";0,00;{worth}\n"
    code, target = export(grades(tmp_path / "out", verdict("lee ann", 7.5)), "moodle", text)
    assert code == 0
    assert target.read_bytes().decode() == text.replace(";0,00;", ";7,5;")


def test_other_points_need_a_decision(tmp_path, capsys):
    out = grades(tmp_path / "out", verdict("ann@uni.example", most() / 2))
    text = MOODLE.format(most="100.00")
    assert export(out, "moodle", text)[0] == 2
    assert "100 points" in capsys.readouterr().err
    for option, points in (("--scale", "50"), ("--no-scale", f"{most() / 2:g}")):
        code, target = export(out, "moodle", text, option)
        assert (code, cells(target)[1][4]) == (0, points)
