"""Cells of notebooks as plain, valid data: nothing of a student's cell is taken over but its text and its pictures."""

import copy
import hashlib
import re
from typing import Any

from autograder.submission import MAX_CELL, text_of

Cell = dict[str, Any]

KINDS = {"code": "code", "markdown": "markdown", "heading": "markdown"}  # anything else becomes raw, which nothing reads
PICTURES = ("image/png", "image/jpeg", "image/gif", "image/webp")


def metadata(cell: Cell) -> dict[str, Any]:
    """nbgrader's metadata of a cell; empty if there is none, or what stands there cannot be that."""
    outer = cell.get("metadata")
    inner = outer.get("nbgrader") if isinstance(outer, dict) else None
    return inner if isinstance(inner, dict) else {}


def name(cell: Cell) -> str:
    """What nbgrader calls a cell; "" if it does not track it."""
    grade_id = metadata(cell).get("grade_id")
    return grade_id if isinstance(grade_id, str) else ""


def is_answer(cell: Cell) -> bool:
    """Whether the text of a printed cell is the student's."""
    return metadata(cell).get("solution") is True


def text(cell: Cell) -> str:
    """A cell's text, cut where no person would read on, without the lone surrogates that no file can hold."""
    return (text_of(cell) or "")[:MAX_CELL].encode(errors="replace").decode()


def words(cell: Cell) -> str:
    """A cell's text without what tools change on their own: line ends, and blanks at the end of lines and of the text."""
    return "\n".join(line.rstrip() for line in text(cell).strip().splitlines())


def same(cell: Cell, other: Cell) -> bool:
    """Whether two cells say the same."""
    return text(cell) == text(other) or words(cell) == words(other)


def tracked(printed: Cell, student: Cell | None = None) -> Cell:
    """A printed cell that nbgrader tracks, with the student's text if it is an answer and the student has that cell."""
    cell = _cell(printed["cell_type"], printed["id"], text(printed), copy.deepcopy(printed["metadata"]))
    cell["metadata"]["nbgrader"] |= {"checksum": checksum(printed), "cell_type": printed["cell_type"]}
    if student is not None and is_answer(printed):
        if not same(student, printed):  # else it is untouched, to the letter, by which nbgrader knows it
            cell["source"] = text(student)
        return cell | _pictures(cell, student)
    return cell


def own(student: Cell, key: str) -> Cell:
    """A cell of the student's own."""
    kind = student.get("cell_type")
    cell = _cell(KINDS.get(kind, "raw") if isinstance(kind, str) else "raw", key, text(student), {})
    return cell | _pictures(cell, student)


def checksum(printed: Cell) -> str:
    """nbgrader's checksum of a tracked cell, by which it knows an untouched answer (nbgrader.utils.compute_checksum)."""
    given = metadata(printed)
    grade, solution = bool(given.get("grade")), bool(given.get("solution"))
    locked = not solution and (grade or bool(given.get("locked")))
    parts = [text(printed), printed["cell_type"], str(grade), str(solution), str(locked), given["grade_id"]]
    parts += [str(float(given["points"]))] if grade else []
    return hashlib.md5("".join(parts).encode(), usedforsecurity=False).hexdigest()


def harmless(cell: Cell) -> Cell:
    """A text cell for pages that print it as it is: an invisible blank stands where a tag, or a link in a formula, would begin."""
    return cell | {"source": re.sub(r"<(?=[A-Za-z/!?])|\\(?=href)", "\\g<0>\N{ZERO WIDTH SPACE}", cell["source"])}


def _cell(kind: str, key: str, source: str, metadata: dict[str, Any]) -> Cell:
    cell = {"cell_type": kind, "id": key, "metadata": metadata, "source": source}
    return cell | {"execution_count": None, "outputs": []} if kind == "code" else cell


def _pictures(cell: Cell, student: Cell) -> Cell:
    """Pictures pasted into a text cell: names and base64, nothing that a page could run."""
    given = student.get("attachments")
    if cell["cell_type"] != "markdown" or not isinstance(given, dict):
        return {}
    kept = {}
    for label, data in given.items():
        pictures = {kind: "".join(data[kind].split()) for kind in PICTURES if isinstance(data, dict) and isinstance(data.get(kind), str)}
        pictures = {kind: code for kind, code in pictures.items() if re.fullmatch(r"[A-Za-z0-9+/]+=*", code)}
        if pictures and re.fullmatch(r"[\w .()-]{1,200}", label):
            kept[label] = pictures
    return {"attachments": kept} if kept else {}
