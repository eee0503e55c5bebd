"""What goes into `dist/` for the places where courses run. Each pack takes an assignment, its cells and its printed files."""

import io
import zipfile
from collections.abc import Callable

from autograder.assignment import Assignment
from autograder.release.nbgrader_course import nbgrader_course
from autograder.release.source import Cell

Pack = Callable[[Assignment, list[Cell], dict[str, bytes]], dict[str, bytes]]
EPOCH = (1980, 1, 1, 0, 0, 0)


def students(assignment: Assignment, cells: list[Cell], files: dict[str, bytes]) -> dict[str, bytes]:
    """A zip for students: the notebook, and the public checks for Otter."""
    name = assignment.name
    return {f"students/{name}.zip": zipped({f"{name}/{path}": data for path, data in files.items()})}


def zipped(files: dict[str, bytes]) -> bytes:
    """A zip archive, the same bytes for the same files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for path in sorted(files):
            entry = zipfile.ZipInfo(path, EPOCH)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(entry, files[path])
    return buffer.getvalue()


PACKS: tuple[Pack, ...] = (students, nbgrader_course)
