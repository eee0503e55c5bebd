"""What was handed in, laid out as `nbgrader collect` does: formgrader counts it, and compares when it came with the gradebook."""

import os
from pathlib import Path

from autograder import journal
from autograder.results import Verdict
from autograder.roster import Entry, file_name
from autograder.submission import Unreadable, content


def keep_submitted(course: Path, entry: Entry, verdict: Verdict) -> None:
    """Copy a submission into `submitted/`, unless it lies there; one that nobody can read leaves only its time. Raises OSError."""
    top = course / "submitted"
    if entry.path.resolve().is_relative_to(top.resolve()):
        return
    folder = top / file_name(verdict.student) / verdict.assignment
    folder.mkdir(parents=True, exist_ok=True)
    try:
        data = b"" if entry.problem else content(entry.path)[1]
    except Unreadable:
        data = b""
    place = folder / f"{verdict.assignment}.ipynb"
    if data and not (place.exists() and place.read_bytes() == data):
        new = folder / f".{place.name}.new"
        new.write_bytes(data)
        os.replace(new, place)
    if verdict.submitted_at:
        journal.write(folder / "timestamp.txt", f"{verdict.submitted_at:%Y-%m-%d %H:%M:%S.%f} UTC\n")
