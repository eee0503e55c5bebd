"""Formgrader's Autograde button, pressed on a running Jupyter server."""

import re
from pathlib import Path
from typing import Any

import pytest

from autograder.assignment import load_assignment
from tests.class_builder import Submission, dump, filled, read_submission
from tests.conftest import Once
from tests.hostile_class import SUBMISSIONS
from tests.nbgrader_course import grades, hand_in, make_course, nbgrader
from tests.nbgrader_repairs import CHANGES
from tests.nbgrader_server import formgrader

MARKUP = """\
<script>alert('PWNED')</script>

**bold** <img src=x onerror="alert('PWNED')"> [a](javascript:alert('PWNED')) $\\href{javascript:alert('PWNED')}{x}$"""


def _pressed(folder: Path) -> dict[str, Any]:
    """A server on a course of three; the button is pressed for each, and for one again after another upload."""
    course = make_course(folder, "lstm")
    wrong = read_submission(SUBMISSIONS / "controls" / "wrong.py")
    cheat = filled(wrong)
    CHANGES["points_in_the_outputs"][1](cheat)
    hand_in(course, "ann", dump(filled(Submission("ann", "honest"))))
    bob = hand_in(course, "bob", dump(filled(wrong)))
    hand_in(course, "cheat", dump(cheat))
    scripted = filled(Submission("eve", "honest"))
    for cell in scripted["cells"]:
        if cell["cell_type"] == "markdown":
            cell["source"] = MARKUP
    scripted["cells"].append({"cell_type": "raw", "id": "raw", "metadata": {"raw_mimetype": "text/html"}, "source": MARKUP})
    hand_in(course, "eve", dump(scripted))
    assert nbgrader(course, "generate_assignment", "lstm")["code"] == 0
    with formgrader(course, {"AUTOGRADER_SECRET_FILE": str(folder / "secret")}) as server:
        listed = {row["name"]: row for row in server.ask("assignments")}
        pressed = {student: server.ask(f"submission/lstm/{student}/autograde", "POST") for student in ("ann", "bob", "cheat", "eve")}
        first = grades(course)
        bob.write_bytes(dump(filled(Submission("bob", "honest"))))
        again = server.ask("submission/lstm/bob/autograde", "POST")
        rows = {row["student"]: row for row in server.ask("submissions/lstm")}
        (marking,) = [row["id"] for row in server.ask("submitted_notebooks/lstm/lstm") if row["student"] == "eve"]
        server.ask("assignment/lstm/eve/generate_feedback", "POST")
        pages = [server.page(f"submissions/{marking}/"), (course / "feedback" / "eve" / "lstm" / "lstm.html").read_text()]
    return {"pages": pages, "listed": listed, "pressed": pressed, "first": first, "again": again, "second": grades(course), "rows": rows}


@pytest.fixture(scope="session")
def pressed(once: Once) -> dict[str, Any]:
    """What came of it."""
    return once("nbgrader_formgrader", _pressed)


def test_the_assignment_is_listed(pressed: dict[str, Any]) -> None:
    assert pressed["listed"]["lstm"]["max_code_score"] == load_assignment("lstm").max_score


def test_the_button_gives_our_scores(pressed: dict[str, Any]) -> None:
    assert {student for student, answer in pressed["pressed"].items() if answer["success"]} == {"ann", "bob", "cheat", "eve"}
    worth = {exercise.name: exercise.max_score for exercise in load_assignment("lstm").exercises}
    scores = {student: {cell: row[0] for cell, row in rows.items() if cell in worth} for student, rows in pressed["first"].items()}
    assert scores["ann"] == worth
    assert scores["cheat"] == scores["bob"]
    assert all(scores["bob"][name] < worth[name] for name in worth)


def test_pressed_again_it_grades_what_is_there_now(pressed: dict[str, Any]) -> None:
    assert pressed["again"]["success"]
    assert pressed["second"]["bob"] == pressed["second"]["ann"]
    assert {pressed["rows"][student]["code_score"] for student in ("ann", "bob")} == {load_assignment("lstm").max_score}


def test_markup_of_students_does_nothing(pressed: dict[str, Any]) -> None:
    for page in pressed["pages"]:
        assert "<strong>bold</strong>" in page
        assert page.count("PWNED")
        assert not re.findall(r"<script>alert|<[^>]*onerror|<[^>]*javascript:alert|\\href\{javascript", page)
