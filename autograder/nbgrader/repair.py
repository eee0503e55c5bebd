"""Make a student's notebook one that nbgrader can work with: every cell that it tracks is there once, with the metadata it was given.

Nothing that a student changed can raise a score or stop a batch; what was lost, doubled or changed is put right, and said.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from autograder.nbgrader.cells import Cell, is_answer, metadata, name, own, same, tracked, words
from autograder.nbgrader.match import match, the_one
from autograder.pages import count
from autograder.untrusted import clean

Notebook = dict[str, Any]


def repair(source: Notebook, student: Notebook | None) -> tuple[Notebook, tuple[str, ...]]:
    """A valid notebook with the student's text and the printed notebook's metadata, and a sentence on each repair.

    source: the printed notebook; student: what the submission's bytes say (`submission.read_notebook`), None if nobody can read
    them. Locked cells hold the source's text, answers the student's; cells of the student's own are kept, without metadata.
    No cell has an output; `metadata.autograder` says which `cell` of what was handed in a cell is, counted from 1, and whether its
    text was `given`.
    """
    given = {name(cell): cell for cell in source["cells"] if name(cell)}
    cells = [cell if isinstance(cell, dict) else {} for cell in (student or source)["cells"]]
    found = match(source["cells"], cells)
    chosen = {the_one(given[key], cells, places): key for key, places in found.items()}
    taken = {cell["id"] for cell in given.values()}
    prose = {words(cell) for cell in source["cells"] if not name(cell)}
    repaired = []
    for at, cell in enumerate(cells):
        printed = given.get(chosen.get(at, ""))
        repaired.append(tracked(printed, cell) if printed else own(cell, _free(cell.get("id"), taken)))
        repaired[-1]["metadata"].setdefault("autograder", {})["cell"] = at + 1
        if not printed and words(cell) in prose:
            repaired[-1]["metadata"]["autograder"]["given"] = True
    notebook = {"cells": list(_complete(source, repaired)), "metadata": source["metadata"], "nbformat": 4, "nbformat_minor": 5}
    return notebook, tuple(_remarks(given, cells, found, chosen))


def _free(key: object, taken: set[str]) -> str:
    """An id that no other cell has: the cell's own, where that is possible."""
    if not (isinstance(key, str) and re.fullmatch(r"(?!own-)[A-Za-z0-9_-]{1,64}", key)) or key in taken:
        key = f"own-{len(taken)}"
    taken.add(key)
    return key


def _complete(source: Notebook, cells: list[Cell]) -> Iterator[Cell]:
    """The cells, and after each the tracked cells that are missing and stand below it in the source."""
    there = {cell["id"] for cell in cells}
    missing: defaultdict[str, list[Cell]] = defaultdict(list)
    above = ""
    for printed in source["cells"]:
        if printed["id"] in there:
            above = printed["id"]
        elif name(printed):
            missing[above].append(tracked(printed))
    yield from missing[""]
    for cell in cells:
        yield cell
        yield from missing[cell["id"]]


def _remarks(given: dict[str, Cell], cells: list[Cell], found: dict[str, list[int]], chosen: dict[int, str]) -> Iterator[str]:
    place = {key: at for at, key in chosen.items()}
    lost = [key for key in given if key in place and not metadata(cells[place[key]])]
    if lost:
        yield f"metadata was lost and is there again, in {count(len(lost), 'cell')}: {', '.join(lost)}"
    for key, printed in given.items():
        if key not in found:
            yield f"the cell {key} was missing and is put back"
            continue
        cell, copies = cells[place[key]], len(found[key])
        if copies > 1:
            which = "the last one" if place[key] == found[key][-1] else "the last one with an answer"
            yield f"the cell {key} is there {'twice' if copies == 2 else f'{copies} times'}; {which} counts"
        kind = cell.get("cell_type")
        if kind != printed["cell_type"]:
            yield f"the type of the cell {key} was {_said(kind)}; it is {printed['cell_type']} again"
        if not is_answer(printed) and not same(cell, printed):
            yield f"the cell {key} was changed and is restored"
        if key not in lost:
            yield from _on_metadata(key, metadata(printed), metadata(cell))


def _on_metadata(key: str, right: dict[str, Any], now: dict[str, Any]) -> Iterator[str]:
    points = now.get("points")
    if "points" in right and (points != right["points"] or type(points) not in (int, float)):
        yield f"the points of the cell {key} were {_said(points)}; they are {right['points']:g} again"
    if any(now.get(role, False) is not right.get(role, False) for role in ("grade", "solution", "locked", "task")):
        yield f"the role of the cell {key} was changed and is restored"


def _said(value: object) -> str:
    """A value of a student's, if it is short and plain enough to repeat."""
    return clean(str(value), 20) if isinstance(value, (str, int, float)) else "missing" if value is None else "no such thing"
