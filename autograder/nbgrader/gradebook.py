"""A class's grades in nbgrader's gradebook, as nbgrader would have written them. What a person marked is never touched."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import URL

from autograder.nbgrader.book import Book, Row, Rows, Submitted
from autograder.nbgrader.cells import name
from autograder.nbgrader.database import transaction

NO_RESPONSE = "No response."  # nbgrader's words


@dataclass(frozen=True)
class Grades(Submitted):
    """One submission, graded.

    scores: points by grade cell; answers: the words in each cell that the student writes in; changed: those of them that are not as
    they were when grades were last written.
    """

    scores: Mapping[str, float] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    changed: frozenset[str] = frozenset()


def write_grades(url: URL, assignment: str, notebook: Mapping[str, Any], due: datetime | None, graded: Sequence[Grades]) -> list[str]:
    """Write a class's grades, all of them or none, and return the names of grade cells that only the gradebook knows.

    notebook: as printed. Cells, students and submissions that the gradebook does not know are added; a grade that has not changed
    is left as it is. Raises GradebookError.
    """
    printed = {name(cell): cell for cell in notebook["cells"] if name(cell)}
    with transaction(url) as (connection, tables):
        book = Book(connection, tables)
        assignment_id, notebook_id = book.notebook(assignment, due, notebook["metadata"].get("kernelspec", {}))
        cells = book.cells(notebook_id, printed)
        stubs = book.sources(notebook_id, printed)
        submissions = book.submissions(assignment_id, notebook_id, graded)
        grades, comments = (book.rows(table, ("notebook_id", "cell_id"), notebook_id=submissions.values())
                            for table in ("grade", "comment"))
        new_grades: Rows = {}
        new_comments: Rows = {}
        for one in graded:
            blank = {key for key, answer in one.answers.items() if answer in stubs[key]}
            for (kind, key), cell in cells.items():
                place = submissions[one.student], cell
                row: Row = {"notebook_id": place[0], "cell_id": cell}
                if kind == "GradeCell" and key in printed:
                    score = one.scores.get(key, 0.0) if key not in one.answers else 0.0 if key in blank else None
                    new_grades[place] = row | _grade(grades.get(place), score, key in one.changed)
                elif kind == "SolutionCell" and key in printed:
                    new_comments[place] = row | {"auto_comment": NO_RESPONSE if key in blank else None}
        book.put("grade", grades, new_grades)
        book.put("comment", comments, new_comments)
    return sorted(key for kind, key in cells if kind == "GradeCell" and key not in printed)


def _grade(before: Row | None, score: float | None, changed: bool) -> Row:
    """What the machine says of a grade cell, and whether a person has to look: nbgrader's rule, but only if there is news."""
    if before is not None and before["auto_score"] == score and not changed:
        return {"auto_score": score, "needs_manual_grade": before["needs_manual_grade"]}
    return {"auto_score": score, "needs_manual_grade": score is None or (before is not None and before["manual_score"] is not None)}
