"""Read what a student handed in as untrusted bytes: nothing is executed, extracted or followed here."""

import hashlib
import io
import json
import lzma
import os
import stat
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from autograder.attachments import Attachment, lying_beside, packed_beside

MAX_BYTES = 128 << 20  # a notebook with 30 MB of stored output is still a notebook
MAX_MEMBERS, MAX_CODE_CELLS, MAX_CELLS, MAX_CELL = 5_000, 3_000, 100_000, 1 << 20
MAX_PARTS = 5_000_000  # lists and objects, each of which takes 70 bytes and more to read and can be written in three
BOMS = {b"\xff\xfe\x00\x00": "utf-32", b"\x00\x00\xfe\xff": "utf-32", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


class Unreadable(Exception):
    """A submission that cannot be read; the text names the file and, where it is one cell's fault, the cell."""


@dataclass(frozen=True)
class Cell:
    """A code cell; index counts all the notebook's cells from 1."""

    index: int
    source: str


@dataclass(frozen=True)
class Submission:
    """The code cells of a notebook, what came beside it, and the SHA-256 of all their bytes, however they are called or packed."""

    file: str
    digest: str
    cells: tuple[Cell, ...]
    files: Mapping[str, Attachment] = field(default_factory=dict)


def read(path: Path, own_folder: bool = False) -> Submission:
    """The submission in a notebook, or in a zip that holds one; own_folder: what lies beside it is the same student's.

    Raises Unreadable.
    """
    name, data, files = _content(path, own_folder)
    parts = [data, *(part for key in sorted(files) for part in (key.encode(), files[key].data))]
    digest = data if len(parts) == 1 else b"".join(hashlib.sha256(part).digest() for part in parts)
    return Submission(path.name, hashlib.sha256(digest).hexdigest(), tuple(_code_cells(name, _parse(name, data))), files)


def read_notebook(path: Path) -> dict[str, Any]:
    """The whole notebook, as its JSON says and as strange as it may be; raises Unreadable if it has no list of cells."""
    name, data, _ = _content(path)
    notebook = _parse(name, data)
    return notebook | {"cells": cells_of(name, notebook)}


def cells_of(name: str, notebook: dict[str, Any]) -> list[Any]:
    """A notebook's cells, whatever they are, also where nbformat 2 and 3 keep them; raises Unreadable if there is no list."""
    sheets = notebook.get("worksheets")
    cells = notebook.get("cells")
    if cells is None and isinstance(sheets, list):
        lists = [sheet.get("cells") for sheet in sheets if isinstance(sheet, dict)]
        cells = [cell for some in lists if isinstance(some, list) for cell in some]
    if not isinstance(cells, list):
        raise Unreadable(f"{name} is not a notebook: it has no list of cells")
    if len(cells) > MAX_CELLS:
        raise Unreadable(f"{name} has {len(cells)} cells; the limit is {MAX_CELLS}")
    return cells


def text_of(cell: dict[str, Any]) -> str | None:
    """A cell's text, which is stored as a string or as a list of lines; None if it is something else."""
    source = cell.get("source", cell.get("input", ""))
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        source = "".join(source)
    return source if isinstance(source, str) else None


def content(path: Path, own_folder: bool = False) -> tuple[bytes, Mapping[str, Attachment]]:
    """A notebook's bytes, and what came beside it; out of the zip, if it is in one. Raises Unreadable."""
    _, data, files = _content(path, own_folder)
    return data, files


def _content(path: Path, own_folder: bool = False) -> tuple[str, bytes, Mapping[str, Attachment]]:
    """What to call a notebook, its bytes, and what came beside it."""
    data = _bytes(path)
    if data[:4] == b"PK\x03\x04" or path.suffix.lower() == ".zip":
        return _member(path.name, data)
    return path.name, data, lying_beside(path) if own_folder else {}


def _bytes(path: Path) -> bytes:
    try:
        with open(path, "rb", opener=lambda p, flags: os.open(p, flags | os.O_NOFOLLOW | os.O_NONBLOCK)) as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise Unreadable(f"{path.name} is not a regular file")
            if status.st_size > MAX_BYTES:
                raise Unreadable(f"{path.name} has {status.st_size >> 20} MiB; the limit is {MAX_BYTES >> 20}")
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        why = "is a symbolic link, which is not followed" if path.is_symlink() else f"cannot be opened: {error.strerror}"
        raise Unreadable(f"{path.name} {why}") from None
    if not data.strip():
        raise Unreadable(f"{path.name} is empty")
    return data


def _member(name: str, data: bytes) -> tuple[str, bytes, Mapping[str, Attachment]]:
    """The one notebook inside a zip, and what is packed beside it; its path is a label, never a place."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            if len(members) > MAX_MEMBERS:
                raise Unreadable(f"{name} holds {len(members)} files; hand in one notebook")
            found = [m for m in members if m.filename.lower().endswith(".ipynb") and not m.is_dir()
                     and not m.filename.startswith("__MACOSX") and ".ipynb_checkpoints" not in m.filename]
            if len(found) != 1:
                listed = ", ".join(m.filename[:60] for m in found[:5]) or "none"
                raise Unreadable(f"{name} must hold exactly one notebook, but holds {len(found)}: {listed}")
            if stat.S_ISLNK(found[0].external_attr >> 16):
                raise Unreadable(f"{name}: {found[0].filename} is a symbolic link")
            if found[0].file_size > MAX_BYTES:
                raise Unreadable(f"{name}: {found[0].filename} unpacks to {found[0].file_size >> 20} MiB; the limit is {MAX_BYTES >> 20}")
            with archive.open(found[0]) as file:
                content = file.read(MAX_BYTES + 1)
            files = packed_beside(data, found[0].filename)
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError, ValueError,
            zlib.error, lzma.LZMAError) as error:
        raise Unreadable(f"{name} is a zip that cannot be unpacked: {error}") from None
    if len(content) > MAX_BYTES:
        raise Unreadable(f"{name}: {found[0].filename} unpacks to more than {MAX_BYTES >> 20} MiB")
    return f"{name}: {found[0].filename}", content, files


def _parse(name: str, data: bytes) -> dict[str, Any]:
    encoding = next((encoding for bom, encoding in BOMS.items() if data.startswith(bom)), "utf-8-sig")
    text = data.decode(encoding, errors="replace")
    if text.count("[") + text.count("{") > MAX_PARTS:
        raise Unreadable(f"{name} has more than {MAX_PARTS} lists and objects, which no notebook needs")
    try:
        notebook = json.loads(text)
    except RecursionError:
        raise Unreadable(f"{name} is nested too deep to be a notebook") from None
    except ValueError as error:
        code = text[:1] != "{" and ("def " in text or "import " in text)
        hint = " (a Python file? hand in the .ipynb)" if code else ""
        raise Unreadable(f"{name} is not a notebook: its JSON is broken: {str(error)[:120]}{hint}") from None
    if not isinstance(notebook, dict):
        raise Unreadable(f"{name} is not a notebook: its top level is {type(notebook).__name__}, not an object")
    return notebook


def _code_cells(name: str, notebook: dict[str, Any]) -> list[Cell]:
    code = []
    for index, cell in enumerate(cells_of(name, notebook), 1):
        kind = cell.get("cell_type") if isinstance(cell, dict) else None
        if kind not in ("code", "markdown", "raw", "heading", "html"):
            raise Unreadable(f"{name}, cell {index}: not a cell of a known type")
        if kind == "code":
            code.append(Cell(index, _source(name, index, cell)))
    if len(code) > MAX_CODE_CELLS:
        raise Unreadable(f"{name} has {len(code)} code cells; the limit is {MAX_CODE_CELLS}")
    return code


def _source(name: str, index: int, cell: dict[str, Any]) -> str:
    source = text_of(cell)
    if source is None:
        kind = type(cell.get("source", cell.get("input"))).__name__
        raise Unreadable(f"{name}, cell {index}: its source is not text but {kind}")
    if len(source) > MAX_CELL:
        raise Unreadable(f"{name}, cell {index}: {len(source)} characters of code; the limit is {MAX_CELL}")
    return source
