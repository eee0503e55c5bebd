"""Find the cells that nbgrader tracks in a student's notebook, also where their metadata is gone."""

import re
from collections import defaultdict
from itertools import pairwise

from autograder.nbgrader.cells import Cell, is_answer, name, same, text, words

_DEFINED = re.compile(r"^(?:async[ \t]+)?def[ \t]+(\w+)", re.MULTILINE)


def match(printed: list[Cell], cells: list[Cell]) -> dict[str, list[int]]:
    """By name of a tracked cell, the places where a student has it; one that is missing is not in there.

    A cell is known by nbgrader's name for it, else by its id, else by what it holds: a function that it defines, a locked text, or
    an answer that follows its question.
    """
    tracked = {name(cell): cell for cell in printed if name(cell)}
    ids = {cell["id"]: key for key, cell in tracked.items()}
    found: defaultdict[str, list[int]] = defaultdict(list)
    unknown = []
    for at, cell in enumerate(cells):
        by_id = ids.get(cell["id"]) if isinstance(cell.get("id"), str) else None
        if key := name(cell) if name(cell) in tracked else by_id:
            found[key].append(at)
        else:
            unknown.append(at)
    missing = [(key, cell) for key, cell in tracked.items() if key not in found]
    functions = {function: key for key, cell in missing if is_answer(cell) for function in _functions(cell)}
    texts = {words(cell): key for key, cell in missing if not is_answer(cell)}
    for at in unknown if missing else ():
        defined = functions.keys() & _functions(cells[at])
        if key := texts.get(words(cells[at]), functions[min(defined)] if defined else ""):
            found[key].append(at)
    taken = {at for places in found.values() for at in places}
    given = {words(cell) for cell in printed if missing and not name(cell)}
    for question, answer in pairwise(tracked):
        after = found[question][-1] + 1 if question in found else len(cells)
        if answer not in found and after < len(cells) and after not in taken and _may_be(tracked[answer], cells[after], given):
            found[answer].append(after)
    return dict(found)


def the_one(printed: Cell, cells: list[Cell], places: list[int]) -> int:
    """Of several copies of a cell the one that counts: the last that has the function, or an answer; else the last."""
    def holds_an_answer(at: int) -> bool:
        return bool(_functions(printed) & _functions(cells[at]) if printed["cell_type"] == "code" else not same(printed, cells[at]))

    return places[0] if len(places) == 1 else max(places, key=lambda at: (is_answer(printed) and holds_an_answer(at), at))


def _may_be(answer: Cell, cell: Cell, given: set[str]) -> bool:
    """Whether a cell right after a question can be its answer: text, and not the next thing that was printed."""
    return is_answer(answer) and answer["cell_type"] == "markdown" == cell.get("cell_type") and words(cell) not in given | {""}


def _functions(cell: Cell) -> set[str]:
    return set(_DEFINED.findall(text(cell))) if cell.get("cell_type") == "code" else set()
