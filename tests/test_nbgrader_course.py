"""The nbgrader course that `make release` writes: what staff, students and nbgrader's own commands find in it."""

import html
import itertools
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest

from autograder.assignment import PRINTED, SOLUTIONS, assignment_names, load_assignment
from autograder.release.nbgrader_course import BEGIN, END
from autograder.release.source import Cell, read_cells
from autograder.release.strip import body_lines, exercise_name
from tests.conftest import Once
from tests.filling import references
from tests.nbgrader_course import grades, hand_in, make_course, nbgraders

NAMES = assignment_names()
SENT, WRONG = "activations", "sigmoid_derivative"  # what goes through the exchange, and the exercise that its student gets wrong


def _course(folder: Path) -> dict[str, Any]:
    """All assignments generated, and one on its way through the exchange and back; the same once more in a course without our settings."""
    course, home, stock = make_course(folder, *NAMES), folder / "home", folder / "stock"
    home.mkdir()
    stock.mkdir()
    course_id = next(line for line in (course / "nbgrader_config.py").read_text().splitlines() if "course_id" in line)
    (home / "nbgrader_config.py").write_text((course / "nbgrader_own.py").read_text() + course_id)
    out = nbgraders(course, *(["generate_assignment", name] for name in NAMES), ["release_assignment", SENT], ["cd", str(home)],
                    ["fetch_assignment", SENT])
    assert out["code"] == 0, out["said"]
    fetched = home / SENT / f"{SENT}.ipynb"
    _answer(fetched)
    _hand_in_links(folder / "exchange", course)
    shutil.copy(course / "gradebook.db", stock)
    shutil.copytree(course / "source", stock / "source")
    hand_in(stock, "ann", fetched.read_bytes(), name=SENT)
    back = nbgraders(home, ["validate", str(fetched)], ["submit", SENT], ["cd", str(course)], ["collect", SENT], ["autograde", SENT],
                     ["generate_feedback", SENT], ["release_feedback", SENT], ["export"], ["cd", str(home)], ["fetch_feedback", SENT],
                     ["cd", str(stock)], ["autograde", SENT])
    assert back["code"] == 0, back["said"]
    return {"course": str(course), "home": str(home), "stock": str(stock), "said": back["said"]}


def _hand_in_links(exchange: Path, course: Path) -> None:
    """One who hands in a link to the solution, beside a pipe that never ends and a link to a folder."""
    (inbound,) = exchange.rglob("inbound")
    submission = inbound / f"eve+{SENT}+2026-11-01 12:00:00.000000 UTC"
    submission.mkdir()
    (submission / "timestamp.txt").write_text("2026-11-01 12:00:00.000000 UTC")
    (submission / f"{SENT}.ipynb").symlink_to(course / "source" / SENT / f"{SENT}.ipynb")
    (submission / "checks").symlink_to(SOLUTIONS / SENT)
    os.mkfifo(submission / "pipe")


def _answer(path: Path) -> None:
    """A student solves all but one exercise, and answers the questions."""
    notebook = json.loads(path.read_text())
    solved = references(SENT) | {WRONG: f"def {WRONG}(x):\n    return 0.5 + 0 * x"}
    for cell in notebook["cells"]:
        cell["source"] = solved.get(cell["metadata"].get("autograder", {}).get("exercise"), cell["source"])
        if cell["id"].startswith("answer-"):
            cell["source"] = "Because of the product."
    path.write_text(json.dumps(notebook))


@pytest.fixture(scope="session")
def made(once: Once) -> dict[str, Any]:
    """What came of it."""
    return once("nbgrader_course", _course)


def _notebook(made: dict[str, Any], step: str, name: str) -> Any:
    return nbformat.read(Path(made["course"]) / step / name / f"{name}.ipynb", 4)


def _is_model(cell: Cell) -> bool:
    return (cell.kind, cell.tag) == ("markdown", "staff")


@pytest.mark.parametrize("name", NAMES)
def test_source_holds_what_staff_know(name: str, made: dict[str, Any]) -> None:
    source = {cell.id: cell.source for cell in _notebook(made, "source", name).cells}
    cells = read_cells(SOLUTIONS / name / "reference.py")
    for cell in cells:
        if cell.tag == "exercise":
            kept = source[f"exercise-{exercise_name(cell)}"].split(BEGIN)[1].split(END)[0]
            assert body_lines(cell) <= {line.split("  #")[0].strip() for line in kept.splitlines()}
    models = [after.source for cell, after in itertools.pairwise(cells) if cell.tag == "answer" and _is_model(after)]
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
    secret |= {line for cell in cells if _is_model(cell) for line in cell.source.splitlines() if len(line) > 20}
    assert secret
    assert not secret & released
    assert not [line for line in released if "SOLUTION" in line or "HIDDEN TESTS" in line]


def test_points_in_the_gradebook_are_the_checks(made: dict[str, Any]) -> None:
    for name in NAMES:
        worth = {cell.metadata.nbgrader.grade_id: cell.metadata.nbgrader.points for cell in _notebook(made, "release", name).cells
                 if cell.metadata.get("nbgrader", {}).get("grade")}
        assert {e.name: e.max_score for e in load_assignment(name).exercises}.items() <= worth.items()


def test_validate_names_the_exercise_that_fails(made: dict[str, Any]) -> None:
    assert "VALIDATION FAILED ON 1 CELL(S)" in made["said"]
    assert f'grader.check("{WRONG}")' in made["said"]
    assert f"AssertionError: {WRONG}: public checks: " in made["said"]


def _scores(course: str) -> dict[str, tuple[Any, ...]]:
    (rows,) = grades(Path(course)).values()
    return rows


def test_links_are_not_collected(made: dict[str, Any]) -> None:
    assert [path.name for path in (Path(made["course"]) / "submitted" / "eve" / SENT).iterdir()] == ["timestamp.txt"]
    for name, why in ((f"{SENT}.ipynb", "symbolic links"), ("checks", "symbolic links"), ("pipe", "it is no plain file")):
        assert re.search(f"{name} was not collected: .*{why}", made["said"])


def test_exchange_brings_work_there_and_feedback_back(made: dict[str, Any]) -> None:
    scores = _scores(made["course"])
    worth = {exercise.name: exercise.max_score for exercise in load_assignment(SENT).exercises}
    auto = {name: score for name, (score, _, _) in scores.items() if name in worth}
    assert {name for name in worth if auto[name] < worth[name]} == {WRONG}
    assert scores["answer-1"] == (None, None, True)  # for a person to mark
    row = next(line for line in (Path(made["course"]) / "grades.csv").read_text().splitlines() if line.startswith(f"{SENT},")).split(",")
    assert [float(points) for points in row[-4:-1]] == [sum(auto.values()), 0.0, sum(auto.values())]


def test_feedback_shows_our_words_and_no_secret(made: dict[str, Any]) -> None:
    (page,) = Path(made["home"]).rglob(f"{SENT}/feedback/*/{SENT}.html")
    shown = html.unescape(page.read_text())
    checks = next(exercise.tests.test_cases for exercise in load_assignment(SENT).exercises if exercise.name == WRONG)
    assert all(" ".join(check.body.test_func.__doc__.split()) in shown for check in checks)
    exercises = [cell for cell in read_cells(SOLUTIONS / SENT / "reference.py") if cell.tag == "exercise"]
    (exercise,) = [cell for cell in exercises if exercise_name(cell) == WRONG]
    assert not [line for line in body_lines(exercise) if line in shown]


def test_without_our_settings_nobody_gets_points(made: dict[str, Any]) -> None:
    assert {score for score, _, _ in _scores(made["stock"]).values()} == {0, None}  # None: answers that a person marks
    (graded,) = Path(made["stock"]).glob("autograded/*/*/*.ipynb")
    assert "Points come from the sealed grader" in graded.read_text()


def test_config_without_the_kit_says_so_and_grades_nothing(tmp_path: Path) -> None:
    course = make_course(tmp_path, "lstm")
    config = (course / "nbgrader_config.py").read_text()
    moved = "\n".join("KIT = '/nowhere'" if line.startswith("KIT = ") else line for line in config.splitlines())
    hand_in(course, "ann", b"{}")
    (course / "nbgrader_config.py").write_text(moved)
    command = [str(Path(sys.executable).with_name("nbgrader")), "autograde", "lstm"]
    run = subprocess.run(command, cwd=course, capture_output=True, text=True)
    assert run.returncode != 0
    assert "the course kit is not at /nowhere" in run.stderr
    assert "make release" in run.stderr
    assert not (course / "autograded").exists()
