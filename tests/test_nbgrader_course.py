"""The nbgrader course that `make release` writes: what staff, students and nbgrader's own commands find in it."""

import html
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest

from autograder.assignment import PRINTED, SOLUTIONS, assignment_names, load_assignment
from autograder.release.nbgrader_course import BEGIN, END
from autograder.release.source import read_cells
from autograder.release.strip import body_lines, exercise_name
from tests.class_builder import Submission, dump, exercise_cells, filled
from tests.conftest import Once
from tests.nbgrader_course import grades, make_course, nbgraders

NAMES = assignment_names()


def _course(folder: Path) -> dict[str, Any]:
    """All assignments generated, and one of them on its way through the exchange: to a student, back, and back again."""
    course, home = make_course(folder, *NAMES), folder / "home"
    home.mkdir()
    own = (course / "nbgrader_own.py").read_text()
    course_id = next(line for line in (course / "nbgrader_config.py").read_text().splitlines() if "course_id" in line)
    (home / "nbgrader_config.py").write_text(f"{own}{course_id}\n")
    generate = [["generate_assignment", name] for name in NAMES]
    out = nbgraders(course, *generate, ["release_assignment", "lstm"], ["cd", str(home)], ["fetch_assignment", "lstm"])
    assert out["code"] == 0, out["said"]
    fetched = home / "lstm" / "lstm.ipynb"
    _answer(fetched)
    validated = nbgraders(home, ["validate", str(fetched)])
    back = nbgraders(home, ["submit", "lstm"], ["cd", str(course)], ["collect", "lstm"], ["autograde", "lstm"],
                     ["generate_feedback", "lstm"], ["release_feedback", "lstm"], ["export"], ["cd", str(home)], ["fetch_feedback", "lstm"])
    return {"course": str(course), "home": str(home), "validated": validated, "back": back}


def _answer(path: Path) -> None:
    """A student solves all but one exercise, and answers the questions."""
    notebook = json.loads(path.read_text())
    solved = dict(exercise_cells(filled(Submission("ann", "honest"))))
    for name, cell in exercise_cells(notebook):
        cell["source"] = "def lstm_param_count(D, H):\n    return 4" if name == "lstm_param_count" else solved[name]["source"]
    for cell in notebook["cells"]:
        if cell["id"].startswith("answer-"):
            cell["source"] = "Because of the product."
    path.write_bytes(dump(notebook))


@pytest.fixture(scope="session")
def made(once: Once) -> dict[str, Any]:
    """What came of it."""
    return once("nbgrader_course", _course)


def _notebook(made: dict[str, Any], step: str, name: str) -> Any:
    return nbformat.read(Path(made["course"]) / step / name / f"{name}.ipynb", 4)


@pytest.mark.parametrize("name", NAMES)
def test_source_holds_what_staff_know(name: str, made: dict[str, Any]) -> None:
    source = {cell.id: cell.source for cell in _notebook(made, "source", name).cells}
    cells = read_cells(SOLUTIONS / name / "reference.py")
    for cell in cells:
        if cell.tag == "exercise":
            kept = source[f"exercise-{exercise_name(cell)}"].split(BEGIN)[1].split(END)[0]
            assert body_lines(cell) <= {line.split("  #")[0].strip() for line in kept.splitlines()}
    models = [after.source for cell, after in zip(cells, cells[1:], strict=False) if (cell.tag, after.kind, after.tag) == ("answer", "markdown", "staff")]
    assert len(models) == len([key for key in source if key.startswith("answer-")]) > 0
    assert set(models) <= set(source.values())


@pytest.mark.parametrize("name", NAMES)
def test_released_notebook_is_the_printed_one(name: str, made: dict[str, Any]) -> None:
    released, printed = _notebook(made, "release", name), nbformat.read(PRINTED / name / f"{name}.ipynb", 4)
    for got, wanted in zip(released.cells, printed.cells, strict=True):
        same_body = wanted.source.replace(f'"{wanted.id.removeprefix("exercise-")} is still', '"still')
        assert (got.id, got.cell_type, got.source) == (wanted.id, wanted.cell_type, same_body)
        assert wanted.metadata.get("nbgrader", {}).items() <= got.metadata.get("nbgrader", {}).items()


@pytest.mark.parametrize("name", NAMES)
def test_released_notebook_holds_nothing_of_staffs(name: str, made: dict[str, Any]) -> None:
    released = {line.strip() for cell in _notebook(made, "release", name).cells for line in cell.source.splitlines()}
    cells = read_cells(SOLUTIONS / name / "reference.py")
    secret = set().union(*(body_lines(cell) for cell in cells if cell.tag == "exercise"))
    secret |= {line for cell in cells if cell.tag == "staff" and cell.kind == "markdown" for line in cell.source.splitlines() if len(line) > 20}
    assert secret
    assert not secret & released
    assert not [line for line in released if "SOLUTION" in line or "HIDDEN TESTS" in line]


def test_points_in_the_gradebook_are_the_checks(made: dict[str, Any]) -> None:
    for name in NAMES:
        worth = {cell.metadata.nbgrader.grade_id: cell.metadata.nbgrader.points for cell in _notebook(made, "release", name).cells
                 if cell.metadata.get("nbgrader", {}).get("grade")}
        assert {e.name: e.max_score for e in load_assignment(name).exercises}.items() <= worth.items()


def test_validate_names_the_exercise_that_fails(made: dict[str, Any]) -> None:
    said = made["validated"]["said"]
    assert "VALIDATION FAILED ON 1 CELL(S)" in said
    assert 'grader.check("lstm_param_count")' in said
    assert "AssertionError: lstm_param_count: public checks: " in said


def test_exchange_brings_work_there_and_feedback_back(made: dict[str, Any]) -> None:
    assert made["back"]["code"] == 0, made["back"]["said"]
    (scores,) = grades(Path(made["course"])).values()
    worth = {e.name: e.max_score for e in load_assignment("lstm").exercises}
    auto = {name: score for name, (score, _, _) in scores.items() if name in worth}
    assert {name for name in worth if auto[name] < worth[name]} == {"lstm_param_count"}
    assert scores["answer-1"] == (None, None, True)  # for a person to mark
    row = next(line for line in (Path(made["course"]) / "grades.csv").read_text().splitlines() if line.startswith("lstm,")).split(",")
    assert [float(points) for points in row[-4:]] == [sum(auto.values()), 0.0, sum(auto.values()), sum(worth.values()) + 6]


def test_feedback_shows_our_words_and_no_secret(made: dict[str, Any]) -> None:
    (page,) = Path(made["home"]).rglob("lstm/feedback/*/lstm.html")
    shown = html.unescape(page.read_text())
    assert "counts every weight and bias of a small cell" in shown
    secret = set().union(*(body_lines(cell) for cell in read_cells(SOLUTIONS / "lstm" / "reference.py")
                           if cell.tag == "exercise" and exercise_name(cell) == "lstm_param_count"))
    assert not [line for line in secret if line in shown]


def test_config_without_the_kit_says_so_and_grades_nothing(tmp_path: Path) -> None:
    course = make_course(tmp_path, "lstm")
    config = (course / "nbgrader_config.py").read_text()
    moved = "\n".join("KIT = '/nowhere'" if line.startswith("KIT = ") else line for line in config.splitlines())
    (course / "submitted" / "ann" / "lstm").mkdir(parents=True)
    (course / "submitted" / "ann" / "lstm" / "lstm.ipynb").write_text("{}")
    (course / "nbgrader_config.py").write_text(moved)
    command = [str(Path(sys.executable).with_name("nbgrader")), "autograde", "lstm"]
    run = subprocess.run(command, cwd=course, capture_output=True, text=True)
    assert run.returncode != 0
    assert "the course kit is not at /nowhere" in run.stderr
    assert "make release" in run.stderr
    assert not (course / "autograded").exists()
