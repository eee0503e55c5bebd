"""Who handed in what: find the submissions in a folder. Student ids are data, never paths."""

import hashlib
import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

SUFFIXES = (".ipynb", ".zip")


@dataclass(frozen=True)
class Entry:
    """One student's submission: `path` to read, or `problem` if there is none to read; notes say what was chosen.

    submitted: when it was handed in (aware, UTC), if that is known for certain; a file's own time is not.
    """

    student: str
    path: Path
    problem: str = ""
    notes: tuple[str, ...] = ()
    submitted: datetime | None = None


def find(folder: Path, assignment: str) -> list[Entry]:
    """Every student's submission, sorted by id; each file and folder found yields an entry or a note, none is dropped.

    folder holds `.ipynb` or `.zip` files named after students, or a folder per student that holds one, directly or, as in
    nbgrader's `submitted/`, in a folder named after the assignment. Raises NotADirectoryError, FileNotFoundError.
    """
    found: dict[str, list[Entry]] = defaultdict(list)
    for path in sorted(folder.iterdir()):
        if path.name.startswith("._") or (path.name.startswith(".") and path.suffix.lower() not in SUFFIXES):
            continue  # what file managers leave behind
        entry = _in_folder(path, assignment) if path.is_dir() and not path.is_symlink() else _file(path)
        found[entry.student].append(entry)
    return [_latest(entries) for _, entries in sorted(found.items())]


def file_name(student: str) -> str:
    """A name for this student's files: the id itself where that is safe, else made safe and told apart by a hash."""
    safe = re.sub(r"[^A-Za-z0-9_.@-]", "_", student)[:80].lstrip(".-")
    if safe == student and safe:
        return safe
    return f"{safe or 'student'}-{hashlib.sha256(student.encode(errors='surrogatepass')).hexdigest()[:8]}"


def _file(path: Path) -> Entry:
    student = path.stem if path.suffix.lower() in SUFFIXES else path.name
    problem = "" if path.suffix.lower() in SUFFIXES else f"{path.name} is neither a notebook (.ipynb) nor a zip"
    return Entry(student, path, problem)


def _in_folder(path: Path, assignment: str) -> Entry:
    inner = path / assignment
    place = inner if inner.is_dir() and not inner.is_symlink() else path
    files = [p for p in sorted(place.iterdir()) if p.suffix.lower() in SUFFIXES and not p.name.startswith(".")]
    named = [p for p in files if p.stem == assignment] or files
    if len(named) == 1:
        rest = [p.name for p in files if p not in named]
        return Entry(path.name, named[0], notes=(f"also handed in, not graded: {', '.join(rest)}",) if rest else ())
    if not named:
        return Entry(path.name, place, f"the folder {path.name} holds no notebook (.ipynb) and no zip")
    listed = ", ".join(p.name for p in named[:5])
    return Entry(path.name, place, f"the folder {path.name} holds {len(named)} submissions ({listed}); which one counts is not clear")


def _latest(entries: list[Entry]) -> Entry:
    """Of several submissions of one student, the one last changed; the choice is noted."""
    if len(entries) == 1:
        return entries[0]
    chosen = max(entries, key=lambda e: (not e.problem, e.path.lstat().st_mtime, e.path.name))
    others = ", ".join(e.path.name for e in entries if e is not chosen)
    return Entry(chosen.student, chosen.path, chosen.problem, (*chosen.notes, f"graded {chosen.path.name}, the latest; not {others}"))
