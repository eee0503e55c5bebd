"""What cannot be read says so, naming file and cell; whatever holds an honest solution is graded as if nothing were odd."""

import csv
from pathlib import Path
from typing import Any

import pytest

from autograder.results import Status
from autograder.roster import file_name
from tests.broken_class import NAMES, ODD, grade_broken_class
from tests.class_builder import read_submissions
from tests.conftest import Once
from tests.expectation import read_verdict

FAIR = read_submissions("fairness")
GOOD = [name for name, file in ODD.items() if file.expect == "full"]
BROKEN = [name for name, file in ODD.items() if file.expect == "unreadable"]
EMPTY = [name for name, file in ODD.items() if file.expect == "graded"]


@pytest.fixture(scope="session")
def run(once: Once) -> dict[str, Any]:
    """The grading run of the class."""
    return once("broken_class", grade_broken_class)["run"]


@pytest.fixture(scope="session")
def out(run: dict[str, Any]) -> Path:
    """The folder of its results."""
    return Path(run["out"])


def test_everyone_has_a_row_and_a_page(run: dict[str, Any], out: Path) -> None:
    assert run["code"] == 0, run["printed"][-3000:]
    students = [*GOOD, *BROKEN, *EMPTY, *FAIR, *NAMES, "essay.docx", "link", "nobody"]
    with open(out / "grades.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len(students)
    assert {path.stem for path in (out / "feedback").iterdir()} == {file_name(student) for student in students}


@pytest.mark.parametrize("student", [*GOOD, *FAIR, *NAMES])
def test_honest_solution_gets_full_marks(student: str, out: Path) -> None:
    verdict = read_verdict(out, student)
    assert verdict.status in (Status.GRADED, Status.PARTIAL), verdict.reason
    lost = {e.name: [(c.name, c.message) for c in e.checks if c.outcome != "passed"] for e in verdict.exercises}
    assert verdict.score == verdict.max_score > 0, (lost, verdict.cell_errors)


@pytest.mark.parametrize("student", BROKEN)
def test_unreadable_file_says_why(student: str, out: Path) -> None:
    verdict = read_verdict(out, student)
    assert (verdict.status, verdict.score) == (Status.UNREADABLE, 0)
    assert student in verdict.reason
    assert ODD[student].mentions in verdict.reason


@pytest.mark.parametrize("student", ["essay.docx", "link", "nobody"])
def test_what_is_no_notebook_says_so(student: str, out: Path) -> None:
    verdict = read_verdict(out, student)
    assert (verdict.status, verdict.score) == (Status.UNREADABLE, 0)
    assert student in verdict.reason


@pytest.mark.parametrize("student", EMPTY)
def test_missing_answers_earn_nothing(student: str, out: Path) -> None:
    verdict = read_verdict(out, student)
    assert verdict.status in (Status.GRADED, Status.PARTIAL), verdict.reason
    assert verdict.score == 0


def test_odd_names_are_data(run: dict[str, Any], out: Path) -> None:
    table = (out / "grades.csv").read_text()
    with open(out / "grades.csv", newline="") as file:
        assert not [row["student"] for row in csv.DictReader(file) if row["student"][:1] in tuple("=+-@\t\r")]
    assert "\x1b" not in table + run["printed"]
    assert not [path for path in out.rglob("*") if "\n" in path.name or "<" in path.name]
    for page in out.rglob("*.html"):
        assert not {"<img src=x onerror", "1337", "\x1b", "\u202e"} & {word for word in ("<img src=x onerror", "1337", "\x1b", "\u202e")
                                                                      if word in page.read_text()}
