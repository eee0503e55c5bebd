"""Rows of nbgrader's tables: an assignment, its notebook and cells, students and what they handed in; found, or made."""

import json
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Table, bindparam, select

from autograder.nbgrader.cells import Cell, checksum, is_answer, metadata, text, words

Row = dict[str, Any]
Rows = dict[Hashable, Row]


@dataclass(frozen=True)
class Submitted:
    """What is known of one submission as a whole; times are in UTC, without saying so, as nbgrader has them.

    name: what formgrader shows for a student who has no name in the gradebook; "" for the id.
    """

    student: str
    submitted: datetime | None = None
    extension: timedelta | None = None
    penalty: float | None = None
    name: str = ""


class Book:
    """The gradebook, inside a transaction. Each method makes what is missing, updates what is there, and answers with ids."""

    def __init__(self, connection: Connection, tables: Mapping[str, Table]) -> None:
        self.connection, self.tables = connection, tables

    def notebook(self, assignment: str, due: datetime | None, kernelspec: Mapping[str, Any]) -> tuple[str, str]:
        """An assignment and its only notebook, which has its name. A due date that is not known here is left as it is."""
        courses = self.rows("course", "id") or self.put("course", {}, {"default_course": {"id": "default_course"}})
        there = self.rows("assignment", "name", name=[assignment])
        known = there.get(assignment, {"course_id": min(courses), "duedate": None})
        row = {"name": assignment, "course_id": known["course_id"], "duedate": due or known["duedate"]}
        assignment_id = self.put("assignment", there, {assignment: row})[assignment]
        there = self.rows("notebook", "name", assignment_id=[assignment_id])
        row = {"name": assignment, "assignment_id": assignment_id, "kernelspec": json.dumps(kernelspec)}
        return assignment_id, self.put("notebook", there, {assignment: row})[assignment]

    def cells(self, notebook: str, printed: Mapping[str, Cell]) -> dict[tuple[str, str], str]:
        """The notebook's cells by role and name; a cell that has points and that students write in is there twice."""
        roles = {(kind, key) for key, cell in printed.items()
                 for kind, role in (("GradeCell", "grade"), ("SolutionCell", "solution")) if metadata(cell)[role]}
        there = self.rows("base_cell", ("type", "name"), notebook_id=[notebook])
        rows = {(kind, key): {"type": kind, "name": key, "notebook_id": notebook} for kind, key in sorted(roles)}
        ids = self.put("base_cell", there, rows)
        points = {ids["GradeCell", key]: {"id": ids["GradeCell", key], "max_score": float(metadata(printed[key])["points"]),
                                          "cell_type": printed[key]["cell_type"]} for kind, key in roles if kind == "GradeCell"}
        answers = {ids["SolutionCell", key]: {"id": ids["SolutionCell", key]} for kind, key in roles if kind == "SolutionCell"}
        self.put("grade_cells", self.rows("grade_cells", "id", id=points), points)
        self.put("solution_cells", self.rows("solution_cells", "id", id=answers), answers)
        return {key: str(row["id"]) for key, row in there.items()} | ids

    def sources(self, notebook: str, printed: Mapping[str, Cell]) -> dict[str, set[str]]:
        """What an untouched answer may say: what was printed, or what nbgrader made of it when it released the notebook."""
        there = self.rows("source_cell", "name", notebook_id=[notebook])
        rows = {key: {"name": key, "notebook_id": notebook, "cell_type": cell["cell_type"], "locked": not is_answer(cell),
                      "source": text(cell), "checksum": checksum(cell)}
                for key, cell in printed.items() if key not in there or not is_answer(cell)}
        self.put("source_cell", there, rows)
        return {key: {words(cell), words(there.get(key, cell))} for key, cell in printed.items()}

    def submissions(self, assignment: str, notebook: str, handed_in: Sequence[Submitted]) -> dict[str, str]:
        """The submitted notebook of each student. When it was handed in is left as it is where that is not known here."""
        students = {one.student: one for one in handed_in}
        known = self.rows("student", "id")
        named = {student for student, row in known.items() if row["last_name"] is not None or row["first_name"] is not None}
        self.put("student", known, {student: {"id": student, "last_name": one.name or student, "first_name": ""}
                                    for student, one in students.items() if student not in named})
        there = self.rows("submitted_assignment", "student_id", assignment_id=[assignment])
        ids = self.put("submitted_assignment", there, {student: {
            "assignment_id": assignment, "student_id": student, "extension": one.extension,
            "timestamp": one.submitted or there.get(student, {}).get("timestamp"),
        } for student, one in students.items()})
        rows = {ids[student]: {"assignment_id": ids[student], "notebook_id": notebook, "late_submission_penalty": one.penalty}
                for student, one in students.items()}
        notebooks = self.put("submitted_notebook", self.rows("submitted_notebook", "assignment_id", notebook_id=[notebook]), rows)
        return {student: notebooks[ids[student]] for student in students}

    def rows(self, table: str, key: str | tuple[str, ...], **where: Iterable[str]) -> Rows:
        """Rows by their key; where: by column, the values that count."""
        columns = self.tables[table].c
        query = select(self.tables[table]).where(*(columns[name].in_(list(values)) for name, values in where.items()))
        found = [dict(row) for row in self.connection.execute(query).mappings()]
        return {row[key] if isinstance(key, str) else tuple(row[part] for part in key): row for row in found}

    def put(self, table: str, there: Rows, wanted: Mapping[Any, Row]) -> dict[Any, str]:
        """Insert the wanted rows that are not there, update those that differ; the ids of all of them by their key."""
        new = {key: {"id": uuid4().hex} | row for key, row in wanted.items() if key not in there}
        changed = [row | {"this": there[key]["id"]} for key, row in wanted.items() if key in there and there[key] != there[key] | row]
        if new:
            self.connection.execute(self.tables[table].insert(), list(new.values()))
        if changed:
            self.connection.execute(self.tables[table].update().where(self.tables[table].c.id == bindparam("this")), changed)
        return {key: str((new.get(key) or there[key])["id"]) for key in wanted}
