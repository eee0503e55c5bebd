"""Moodle's offline grading worksheet."""

import html
import re

from autograder.feedback import hints
from autograder.lms.people import Person
from autograder.lms.scores import Score
from autograder.lms.sheet import Sheet, number, the_column
from autograder.lms.table import Table, TableError, disarmed
from autograder.points import plain
from autograder.results import Status
from autograder.untrusted import clean

_LOGINS = ("Email address", "ID number", "Username")


def sheet(table: Table, asked: str) -> Sheet:
    """Where the grades go: into Grade, or the column asked for; raises TableError if this is no grading worksheet in English."""
    at = {title.casefold(): column for column, title in reversed(list(enumerate(table.titles)))}
    if "identifier" not in at:
        raise TableError("it is not Moodle's grading worksheet in English: it has no column Identifier")
    column = the_column(table, dict(enumerate(table.titles)), {"Grade"}, asked)
    if column is None:
        raise TableError("it has no column Grade; choose one with --column")
    rows = [row for row in range(1, len(table)) if any(table.get(row, c).strip() for c in range(len(table.titles)))]
    logins = [at[name.casefold()] for name in _LOGINS if name.casefold() in at]
    people = []
    for row in rows:
        found = re.search(r"([0-9]+)\s*$", table.get(row, at["identifier"]))
        people.append(Person(row, f"moodle:{found[1]}" if found else "", tuple(table.get(row, login) for login in logins),
                             table.get(row, at.get("full name")).strip()))
    most = next((text for row in rows if (text := table.get(row, at.get("maximum grade")).strip())), "")
    if most and number(most) is None:
        raise TableError(f"its maximum grade is {most!r}: points cannot be entered where Moodle grades on a scale")
    locked = {row: "Moodle says that the grade cannot be changed" for row in rows
              if table.get(row, at.get("grade can be changed")).strip().casefold() == "no"}
    return Sheet(people, column, most, locked, at.get("feedback comments"))


def comment(score: Score) -> str:
    """What a student reads in Moodle, which takes it for HTML: points per exercise, and the first sentence of each hint."""
    verdict = score.verdict
    if verdict.status not in (Status.GRADED, Status.PARTIAL):
        return disarmed(html.escape(clean(f"Not graded: {verdict.reason}"), quote=False))
    parts = [f"{exercise.name}: {plain(exercise.score)} of {plain(exercise.max_score)}." for exercise in verdict.exercises]
    parts += dict.fromkeys(re.split(r"(?<=[.!?])\s", hint.strip())[0] for exercise in verdict.exercises for hint in hints(exercise))
    parts += [f"{score.late[:1].upper()}{score.late[1:]}."] * bool(score.late)
    return disarmed(html.escape(clean(" ".join(parts), 4000), quote=False))
