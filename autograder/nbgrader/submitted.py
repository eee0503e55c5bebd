"""What was handed in, laid out as `nbgrader collect` does: formgrader counts it, and compares when it came with the gradebook."""

import os
from pathlib import Path

from autograder import journal
from autograder.attachments import MAX_BYTES, bytes_of
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
        data, files = (b"", {}) if entry.problem else content(entry.path, entry.own_folder)
    except Unreadable:
        data, files = b"", {}
    handed_in = {f"{verdict.assignment}.ipynb": data, **bytes_of(files)}
    for gone in set(MAX_BYTES) - set(handed_in):  # of an earlier submission: not part of this one
        (folder / gone).unlink(missing_ok=True)
    for name, text in handed_in.items():
        if text and not ((folder / name).exists() and (folder / name).read_bytes() == text):
            new = folder / f".{name}.new"
            new.write_bytes(text)
            os.replace(new, folder / name)
    if verdict.submitted_at:
        journal.write(folder / "timestamp.txt", f"{verdict.submitted_at:%Y-%m-%d %H:%M:%S.%f} UTC\n")
