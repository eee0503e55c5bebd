"""What people gave by hand, as nbgrader's gradebook has it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import URL

from autograder.nbgrader.book import Book
from autograder.nbgrader.database import transaction
from autograder.nbgrader.problem import GradebookError


@dataclass(frozen=True)
class Marks:
    """By student: points added to the machine's, or taken off, and how many answers wait to be marked.

    worth: what the answers in words are worth in all, if a person has marked any of them; as long as nobody has, they count for nothing.
    """

    points: Mapping[str, float]
    waiting: Mapping[str, int]
    worth: float


def read_marks(url: URL, assignment: str) -> Marks:
    """The marks for an assignment; raises GradebookError."""
    with transaction(url) as (connection, tables):
        book = Book(connection, tables)
        known = book.rows("assignment", "name", name=[assignment])
        if assignment not in known:
            raise GradebookError(f"the gradebook has no assignment {assignment}")
        submissions = book.rows("submitted_assignment", "id", assignment_id=[known[assignment]["id"]])
        notebooks = book.rows("submitted_notebook", "id", assignment_id=_ids(submissions))
        grades = book.rows("grade", "id", notebook_id=_ids(notebooks)).values()
        printed = book.rows("notebook", "id", assignment_id=[known[assignment]["id"]])
        cells = book.rows("base_cell", ("type", "name"), notebook_id=_ids(printed)).values()
        answers = {row["name"] for row in cells if row["type"] == "SolutionCell"}
        written = [row["id"] for row in cells if row["type"] == "GradeCell" and row["name"] in answers]
        worth = sum(row["max_score"] for row in book.rows("grade_cells", "id", id=written).values())
    points, waiting = dict.fromkeys((row["student_id"] for row in submissions.values()), 0.0), Counter[str]()
    for grade in grades:
        student = submissions[notebooks[grade["notebook_id"]]["assignment_id"]]["student_id"]
        points[student] += _by_hand(grade)
        waiting[student] += bool(grade["needs_manual_grade"])
    marked = any(grade["manual_score"] is not None for grade in grades if grade["cell_id"] in written)
    return Marks(points, waiting, worth if marked else 0.0)


def _by_hand(grade: Mapping[str, Any]) -> float:
    """A mark by hand takes the place of the machine's; extra credit is added."""
    manual = grade["manual_score"]
    return (0.0 if manual is None else manual - (grade["auto_score"] or 0.0)) + (grade["extra_credit"] or 0.0)


def _ids(rows: Mapping[Any, Mapping[str, Any]]) -> list[str]:
    return [row["id"] for row in rows.values()]
