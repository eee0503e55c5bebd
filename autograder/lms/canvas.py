"""Canvas's gradebook, as it exports and imports it."""

import re

from autograder.lms.people import Person
from autograder.lms.sheet import Sheet, the_column
from autograder.lms.table import Table, TableError
from autograder.points import plain

# Canvas's gradebook_importer.rb tells columns apart in just this way
_TOTAL = re.compile(r"(Current|Final) (Score|Points|Grade)|Override (Score|Grade|Status)")
_STUDENT = ("Student", "LastName", "FirstName", "ID", "SIS User ID", "SIS Login ID", "Integration ID", "Root Account", "Section")
_LOGINS = ("SIS User ID", "SIS Login ID", "Integration ID")


def sheet(table: Table, wanted: set[str], asked: str, title: str, most: float) -> Sheet:
    """Where the grades go: into the column asked for, or the one whose title is wanted, or a new one; raises TableError."""
    titles = table.titles
    names = [titles.index(name) for name in ("Student", "LastName", "FirstName") if name in titles]
    if not names or "ID" not in titles or "Section" not in titles:
        raise TableError("it is not Canvas's gradebook: that has the columns Student, ID and Section (Grades › Export)")
    number_column = titles.index("ID")
    rows = [row for row in range(1, len(table)) if not _is_remark(table, row)]
    worth = next((row for row in range(1, len(table)) if "Points Possible" in table.get(row, 0)), None)
    read_only = {column for column in range(len(titles)) if worth and "read only" in table.get(worth, column)}
    among = {column: re.sub(r" *\([0-9]+\)$", "", name) for column, name in enumerate(titles)
             if name and name not in _STUDENT and not _TOTAL.search(name) and column not in read_only}
    column = the_column(table, among, wanted, asked)
    if column is None:
        column = len(titles)
        table.set(0, column, title)
        if worth:
            table.set(worth, column, plain(most))
    logins = [titles.index(name) for name in _LOGINS if name in titles]
    people = [Person(row, f"canvas:{number}" if (number := table.get(row, number_column).strip()) else "",
                     tuple(table.get(row, login) for login in logins), ", ".join(table.get(row, name) for name in names))
              for row in rows]
    locked = {row: mark for row in rows if (mark := table.get(row, column).strip()) in ("EX", "N/A")}
    return Sheet(people, column, table.get(worth, column) if worth else "", locked)


def _is_remark(table: Table, row: int) -> bool:
    """Rows that are no student's: the points possible, what is posted by hand, and empty lines."""
    cells = [table.get(row, column).strip() for column in range(len(table.titles))]
    return "Points Possible" in cells[0] or all(re.fullmatch(r"(Muted|Manual Posting.*)?", text, re.IGNORECASE) for text in cells)
