"""Gradescope's container: where things lie in it, and what is closed before a submission runs.

We are root in it, it is ours alone, and it is thrown away after one submission.
"""

import contextlib
import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from autograder.assignment import ROOT
from autograder.sandbox.choose import SHARED


@dataclass(frozen=True)
class Container:
    """The folders and files that Gradescope's documentation names; `base` is /autograder."""

    base: Path = Path("/autograder")

    @property
    def submission(self) -> Path:
        return self.base / "submission"

    @property
    def results(self) -> Path:
        return self.base / "results"

    @property
    def metadata(self) -> Path:
        return self.base / "submission_metadata.json"

    @property
    def private(self) -> list[Path]:
        """What no submission may read or write: the metadata has names, and the results of earlier submissions."""
        return [path for path in (self.base, ROOT, self.submission, self.results, self.metadata) if path.exists()]


def close(private: Iterable[Path]) -> None:
    """Leave private files and folders to root, and take from everybody else the folders where all may write."""
    for path in private:
        path.chmod(stat.S_IMODE(path.stat().st_mode) & 0o700)
    for place in (*SHARED, "/dev/shm"):
        with contextlib.suppress(OSError):  # not there, or read-only: the self-test decides
            os.chmod(place, stat.S_IMODE(os.stat(place).st_mode) & ~0o022)
