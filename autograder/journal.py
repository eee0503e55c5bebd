"""`results/<id>.json`: one verdict a file, whole or not there at all. Everything else an instructor sees is made from it."""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from autograder.results import Verdict
from autograder.roster import file_name


class Busy(Exception):
    """Another grader works in this folder."""


@contextmanager
def locked(out: Path) -> Iterator[None]:
    """Hold a folder of results for one grader; raises Busy if another one has it."""
    out.mkdir(parents=True, exist_ok=True)
    with open(out / ".lock", "w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Busy(f"another grader is working in {out}; wait for it, or choose another --out") from None
        yield


def write(path: Path, text: str) -> None:
    """Replace a file in one step: a reader, or a power cut, sees the old one or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.new")
    try:
        with open(temporary, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def record(out: Path, verdict: Verdict) -> None:
    """Write a verdict down."""
    write(out / "results" / f"{file_name(verdict.student)}.json", json.dumps(verdict.to_json(), default=str) + "\n")


def recorded(out: Path, student: str) -> Verdict | None:
    """The verdict written for a student, or None if there is none that can be read."""
    try:
        return Verdict.from_json(json.loads((out / "results" / f"{file_name(student)}.json").read_text()))
    except (OSError, ValueError, KeyError, TypeError):
        return None
