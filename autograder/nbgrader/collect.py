"""`nbgrader collect`, and formgrader's Collect button, without following links: nbgrader copies what a link leads to, with the
instructor's rights, so that a link to the source notebook would be handed in as a solution, and come back in the feedback."""

import os
import shutil
import stat
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Any, BinaryIO

from nbgrader.exchange.default import ExchangeCollect


class PlainCollect(ExchangeCollect):
    """Collects plain files of a bearable size; what else a student laid down is named and left there, and stops nobody."""

    def do_copy(self, src: str, dest: str, log: Any = None) -> None:
        """Copy a submission."""
        Path(dest).mkdir(parents=True)
        left = 1000 * self.coursedir.max_dir_size
        for path in _files(Path(src)):
            if any(fnmatch(part, pattern) for part in path.relative_to(src).parts for pattern in self.coursedir.ignore):
                continue
            try:
                with open(path, "rb", opener=_opened) as file:
                    left -= _size(file, min(left, 1000 * self.coursedir.max_file_size))
                    target = Path(dest) / path.relative_to(src)
                    target.parent.mkdir(parents=True, exist_ok=True)
                    with open(target, "wb") as copy:
                        shutil.copyfileobj(file, copy)
            except OSError as error:
                self.log.error("%s was not collected: %s", path, error.strerror or error)
        if self.coursedir.groupshared:
            for place in [Path(dest), *Path(dest).rglob("*")]:
                place.chmod(0o2770 if place.is_dir() else 0o660)


def _files(folder: Path) -> Iterator[Path]:
    """Whatever lies in a folder and in those below it, folders aside; links to folders are no folders."""
    for place, folders, names in os.walk(folder):
        yield from (Path(place, name) for name in sorted(names + [name for name in folders if Path(place, name).is_symlink()]))


def _opened(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_NOFOLLOW | os.O_NONBLOCK)


def _size(file: BinaryIO, most: int) -> int:
    status = os.fstat(file.fileno())
    if not stat.S_ISREG(status.st_mode):
        raise OSError("it is no plain file")
    if status.st_size > most:
        raise OSError(f"it has {status.st_size} bytes, which is too much")
    return status.st_size
