"""What Canvas's gradebook and Moodle's worksheet have in common: a column for the grade, and students with a row each."""

import re
from dataclasses import dataclass, field

from autograder.lms.people import Person
from autograder.lms.table import Table, TableError


@dataclass(frozen=True)
class Sheet:
    """Where an LMS wants what. most: the points its column is worth, as written there; locked: rows not to touch, and why."""

    people: list[Person]
    column: int
    most: str = ""
    locked: dict[int, str] = field(default_factory=dict)
    comment: int | None = None


def number(text: str) -> float | None:
    """The number in a cell, with a decimal point or comma; None if it holds none."""
    plain = text.strip().replace(",", ".")
    return float(plain) if re.fullmatch(r"[0-9]+(\.[0-9]+)?", plain) else None


def the_column(table: Table, among: dict[int, str], wanted: set[str], asked: str) -> int | None:
    """The one of some columns, titles by index, whose title is wanted; None if there is none; raises TableError if it is not clear."""
    names = {asked.strip().casefold()} if asked else {name.casefold() for name in wanted}
    found = [index for index, title in among.items() if names & {title.casefold(), table.titles[index].casefold()}]
    if len(found) > 1 or (asked and not found):
        choices = found if len(found) > 1 else list(among)
        listed = ", ".join(repr(table.titles[index]) for index in choices) or "none"
        why = "is the title of several columns" if len(found) > 1 else "is the title of no column that takes grades"
        raise TableError(f"{asked or ' or '.join(sorted(wanted))!r} {why}; choose one with --column: {listed}")
    return found[0] if found else None
