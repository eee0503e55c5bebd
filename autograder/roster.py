"""Who handed in what: find the submissions in a folder. Student ids are data, never paths."""

import hashlib
import re
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from autograder.lms import gradescope
from autograder.lms.instant import handed_in
from autograder.lms.names import Named, recognise, same_title

SUFFIXES = (".ipynb", ".zip")
LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Entry:
    """One student's submission: `path` to read, or `problem` if there is none to read; notes say what was chosen.

    submitted: when it was handed in (aware, UTC), if that is known for certain; a file's own time is not. upload: orders files of
    one student where an LMS numbers them. lms: an LMS and its own name for the student (canvas:123, moodle:1234,
    gradescope:ann@uni.example). own_folder: whether path lies in a folder of this student's alone.
    """

    student: str
    path: Path
    problem: str = ""
    notes: tuple[str, ...] = ()
    submitted: datetime | None = None
    upload: tuple[int, ...] = ()
    lms: str = ""
    own_folder: bool = False


def find(folder: Path, assignment: str) -> list[Entry]:
    """Every student's submission, sorted by id; each file and folder found yields an entry or a note, none is dropped.

    folder holds `.ipynb` or `.zip` files named after students, or a folder per student that holds one, directly or, as in
    nbgrader's `submitted/`, in a folder named after the assignment; or it is what Canvas, Moodle or Gradescope pack. In nbgrader's
    folder, who has other assignments only handed in nothing, and has no entry. Raises NotADirectoryError, FileNotFoundError.
    """
    folder = gradescope.inside(folder)
    paths = [path for path in sorted(folder.iterdir()) if not _left_behind(path)]
    read = _gradescope if (folder / gradescope.METADATA).exists() else _entries
    found: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in read(folder, paths, assignment):
        found[entry.student, entry.lms].append(entry)
    return _told_apart([_latest(entries) for entries in found.values()])


def file_name(student: str) -> str:
    """A name for this student's files: the id itself where that is safe, else made safe and told apart by a hash."""
    safe = re.sub(r"[^A-Za-z0-9_.@-]", "_", student)[:80].lstrip(".-")
    if safe == student and safe:
        return safe
    return f"{safe or 'student'}-{hashlib.sha256(student.encode(errors='surrogatepass')).hexdigest()[:8]}"


def _left_behind(path: Path) -> bool:
    """What file managers put there."""
    return path.name == "__MACOSX" or path.name.startswith("._") or (
        path.name.startswith(".") and path.suffix.lower() not in SUFFIXES)


def _entries(folder: Path, paths: list[Path], assignment: str) -> Iterator[Entry]:
    names = recognise(paths, SUFFIXES)
    nbgrader = any(_is_folder(path / assignment) for path in paths if _is_folder(path))
    for path in paths:
        entry = _in_folder(path, assignment, path.name in names) if _is_folder(path) else _file(path)
        if len(paths) == 1 and not entry.problem and (count := _notebooks_in_zip(path)) > 1:
            entry = replace(entry, problem=f"{path.name} holds {count} notebooks; if that is the class, as the LMS packed it, "
                                           f"unpack it and grade the folder")
        if path.name in names:
            yield _named(entry, names[path.name], assignment)
        elif not (nbgrader and entry.problem and _has_only_folders(path) and not _is_folder(path / assignment)):
            yield entry


def _named(entry: Entry, named: Named, assignment: str) -> Entry:
    # an LMS packs the files of the last attempt only, so a file's title tells more than its number
    upload = (same_title(named.title, assignment), *named.upload) if named.title else ()
    notes = (*entry.notes, "Canvas marks it as late") if named.late else entry.notes
    problem = entry.problem
    if problem and named.kind != "file":
        problem = f"{entry.path.name} is a text typed into the LMS; what can be graded is a notebook (.ipynb) or a zip"
    return replace(entry, student=named.student, lms=named.lms, upload=upload, notes=notes, problem=problem)


def _gradescope(folder: Path, paths: list[Path], assignment: str) -> Iterator[Entry]:
    people, remark = gradescope.submitters(folder)
    for path in paths:
        if path.name == gradescope.METADATA:
            continue
        entry = _in_folder(path, assignment, deep=True) if _is_folder(path) else _file(path)
        if path.name not in people:
            unknown = remark or f"{gradescope.METADATA} does not say whose {path.name} is, so it is named after its folder"
            yield replace(entry, notes=(*entry.notes, unknown))
        for person in people.get(path.name, ()):
            yield replace(entry, student=person.student, lms=person.lms, submitted=person.submitted)
    for name in sorted(people.keys() - {path.name for path in paths}):
        for person in people[name]:
            yield Entry(person.student, folder, f"{gradescope.METADATA} lists {name}, but the export holds no such folder",
                        submitted=person.submitted, lms=person.lms)


def _file(path: Path) -> Entry:
    student = path.stem if path.suffix.lower() in SUFFIXES else path.name
    problem = "" if path.suffix.lower() in SUFFIXES else f"{path.name} is neither a notebook (.ipynb) nor a zip"
    return Entry(student, path, problem)


def _in_folder(path: Path, assignment: str, deep: bool = False) -> Entry:
    """The submission in a student's folder.

    deep: an LMS keeps there, or unpacked, what a student packed. So it may be further down, and a timestamp is the student's own.
    """
    inner = path / assignment
    place = inner if _is_folder(inner) else path
    submitted, note = handed_in(place) if place == inner and not deep else (None, "")
    entry = Entry(path.name, place, notes=(note,) * bool(note), submitted=submitted, own_folder=True)
    files = _submissions(place.iterdir()) or (_submissions(place.rglob("*")) if deep else [])
    named = [p for p in files if p.stem == assignment] or files
    if len(named) == 1:
        rest = ", ".join(p.name for p in files if p not in named)
        return replace(entry, path=named[0], notes=(*((f"also handed in, not graded: {rest}",) * bool(rest)), *entry.notes))
    if not named:
        return replace(entry, problem=f"the folder {path.name} holds no notebook (.ipynb) and no zip")
    listed = ", ".join(p.name for p in named[:5])
    return replace(entry, problem=f"the folder {path.name} holds {len(named)} submissions ({listed}); which one counts is not clear")


def _submissions(paths: Iterable[Path]) -> list[Path]:
    return sorted(p for p in paths if p.suffix.lower() in SUFFIXES and not p.name.startswith(".")
                  and not {"__MACOSX", ".ipynb_checkpoints"}.intersection(p.parts))


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _has_only_folders(path: Path) -> bool:
    return _is_folder(path) and all(_left_behind(inner) or _is_folder(inner) for inner in path.iterdir())


def _notebooks_in_zip(path: Path) -> int:
    if path.suffix.lower() != ".zip" or path.is_symlink() or not path.is_file():
        return 0
    try:
        with zipfile.ZipFile(path) as archive:
            return sum(name.endswith(".ipynb") and not name.startswith("__MACOSX") for name in archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return 0  # what is wrong with it, `submission.read` will say


def _latest(entries: list[Entry]) -> Entry:
    """Of several submissions of one student, the one handed in last, as far as anything tells; the choice is noted."""
    if len(entries) == 1:
        return entries[0]
    chosen = max(entries, key=lambda e: (not e.problem, e.submitted or LONG_AGO, e.upload, e.path.lstat().st_mtime, e.path.name))
    alike = len({entry.path.name for entry in entries}) < len(entries)
    shown = {id(e): f"{e.path.parent.name}/{e.path.name}" if alike else e.path.name for e in entries}
    others = ", ".join(shown[id(entry)] for entry in entries if entry is not chosen)
    return replace(chosen, notes=(*chosen.notes, f"graded {shown[id(chosen)]}, the latest; not {others}"))


def _told_apart(entries: list[Entry]) -> list[Entry]:
    """The entries by student id; of several students with one name, those whom an LMS numbers have the number behind it.

    An id that is the name of another student's files, which a student may have chosen for that, is told apart, too.
    """
    shared = {student for student, count in Counter(entry.student for entry in entries).items() if count > 1}
    taken: dict[str, Entry] = {}
    for entry in sorted(entries, key=lambda e: (e.student in shared and bool(e.lms), file_name(e.student) == e.student, e.student, e.lms)):
        student = entry.student
        if student in shared and entry.lms:
            student = f"{student}_{entry.lms.partition(':')[2]}"
        while file_name(student) in taken:
            student += "'"
        taken[file_name(student)] = replace(entry, student=student)
    return sorted(taken.values(), key=lambda entry: entry.student)
