"""A CSV file that came from an LMS and goes back there: every cell that is not written to stays as it is, quotes and all.

The csv module reads values but forgets how they were quoted and where lines ended, so what it writes is another file.
"""

import re
from collections.abc import Iterator

from autograder.gradebook_csv import FORMULA
from autograder.untrusted import clean

_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)*%?|[^\w]*")  # or nothing but signs: `-`, as Moodle writes where there is no date


class TableError(ValueError):
    """A file that is no such table, or not the one that was meant; says why."""


class Table:
    """Rows of cells; row 0 has the titles. Cells that a row lacks at its end are empty."""

    def __init__(self, data: bytes) -> None:
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            raise TableError("it is not in UTF-8; export it again, or save it as CSV UTF-8") from None
        self._bom = "\ufeff" * text.startswith("\ufeff")
        text = text.removeprefix("\ufeff")
        self._parting = max(",;\t", key=lambda parting: _columns(text, parting))
        self._rows = list(_rows(text, self._parting))
        if not any(any(row) for row, _ in self._rows[:1]):
            raise TableError("its first line holds no titles")
        self._quoted = all(raw.startswith('"') for raw in self._rows[0][0])

    @property
    def titles(self) -> list[str]:
        return [self.get(0, column).strip() for column in range(len(self._rows[0][0]))]

    def __len__(self) -> int:
        return len(self._rows)

    def get(self, row: int, column: int | None) -> str:
        """What a cell says; "" where there is none."""
        raws = self._rows[row][0]
        raw = raws[column] if column is not None and column < len(raws) else ""
        return raw[1:-1].replace('""', '"') if raw.startswith('"') else raw

    def set(self, row: int, column: int, text: str) -> None:
        """Write a cell; it has quotes if it needs them, or had them before, or all titles do."""
        raws = self._rows[row][0]
        raws.extend([""] * (column + 1 - len(raws)))
        quoted = self._quoted or raws[column].startswith('"') or text != text.strip() or re.search(rf'["\r\n{self._parting}]', text)
        raws[column] = '"{}"'.format(text.replace('"', '""')) if quoted else text

    def disarm(self) -> int:
        """Put an apostrophe before what a spreadsheet would run as a formula, in every cell; returns how many cells that were."""
        found = 0
        for row, (raws, _) in enumerate(self._rows):
            for column in range(len(raws)):
                if (text := self.get(row, column)) and (safe := disarmed(text)) != text:
                    self.set(row, column, safe)
                    found += 1
        return found

    def __str__(self) -> str:
        return self._bom + "".join(self._parting.join(raws) + end for raws, end in self._rows)


def disarmed(text: str) -> str:
    """text, with an apostrophe where it would run as a formula; a plain number such as -5 stays, and `-` alone."""
    shown = clean(text, len(text)).strip()
    return text if _NUMBER.fullmatch(shown) or not FORMULA.search(shown) else FORMULA.sub(r"\1'", shown)


def _columns(text: str, parting: str) -> int:
    try:
        return len(next(_rows(text, parting), ([], ""))[0])
    except TableError:
        return 0


def _rows(text: str, parting: str) -> Iterator[tuple[list[str], str]]:
    """(raw cells, line end) of each line; a line end within quotes is none."""
    cell = re.compile(rf'("(?:[^"]++|"")*+"|[^"{parting}\r\n][^{parting}\r\n]*+|)({parting}|\r\n|\n|\r|\Z)')
    row: list[str] = []
    at = lines = 0
    while at < len(text):
        found = cell.match(text, at)
        if not found:
            raise TableError(f"a quotation mark in row {lines + 1} is not closed, or stands within a cell")
        row.append(found[1])
        at = found.end()
        if found[2] != parting:
            yield row, found[2]
            row, lines = [], lines + 1
    if row:  # the file ends in an empty cell
        yield [*row, ""], ""
