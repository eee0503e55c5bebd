"""What is handed in beside a notebook: predictions and the run's protocol, by their names, as bytes that nobody trusts."""

import io
import os
import stat
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from autograder.training.handover import PREDICTIONS, RUN

MAX_BYTES = {PREDICTIONS: 64 << 20, RUN: 4 << 20}


@dataclass(frozen=True)
class Attachment:
    """A file's bytes, or why there are none."""

    data: bytes = b""
    problem: str = ""


def packed_beside(archive: bytes, notebook: str) -> dict[str, Attachment]:
    """The attachments in a zip: those in the notebook's folder there, else the only ones of their names."""
    found = {}
    home = PurePosixPath(notebook).parent
    with zipfile.ZipFile(io.BytesIO(archive)) as file:
        for name, most in MAX_BYTES.items():
            same = [m for m in file.infolist() if PurePosixPath(m.filename).name == name and not m.filename.startswith("__MACOSX")]
            members = [m for m in same if PurePosixPath(m.filename).parent == home] or same
            if len(members) > 1:
                found[name] = Attachment(problem=f"the zip holds {len(members)} files called {name}; which one counts is not clear")
            elif members:
                found[name] = _unpacked(file, members[0], name, most)
    return found


def lying_beside(notebook: Path) -> dict[str, Attachment]:
    """The attachments in a notebook's own folder; links are not followed."""
    return {name: _read(notebook.parent / name, most) for name, most in MAX_BYTES.items() if os.path.lexists(notebook.parent / name)}


def bytes_of(attachments: Mapping[str, Attachment]) -> dict[str, bytes]:
    """Those that can be read."""
    return {name: attachment.data for name, attachment in attachments.items() if not attachment.problem}


def _unpacked(file: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, most: int) -> Attachment:
    try:
        with file.open(member) as inner:
            data = inner.read(most + 1)
    except Exception as error:  # zipfile raises whatever a broken archive leads it to
        return Attachment(problem=f"{name} cannot be unpacked: {error}")
    return _bounded(name, data, most)


def _read(path: Path, most: int) -> Attachment:
    try:
        with open(path, "rb", opener=lambda p, flags: os.open(p, flags | os.O_NOFOLLOW | os.O_NONBLOCK)) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                return Attachment(problem=f"{path.name} is not a regular file")
            data = file.read(most + 1)
    except OSError as error:
        return Attachment(problem=f"{path.name} cannot be opened: {error.strerror}")
    return _bounded(path.name, data, most)


def _bounded(name: str, data: bytes, most: int) -> Attachment:
    return Attachment(data) if len(data) <= most else Attachment(problem=f"{name} has more than {most >> 20} MiB")
