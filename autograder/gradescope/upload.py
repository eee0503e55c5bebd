"""Which of the uploaded files is the notebook. Gradescope unpacks a zip itself, and clones repositories: names are data."""

import os
from collections.abc import Iterator
from pathlib import Path

from autograder.roster import SUFFIXES, Entry
from autograder.untrusted import clean

MOST_FILES = 10_000
SHOWN = 5


def find_notebook(folder: Path, assignment: str) -> Entry:
    """The one notebook to grade, else the one zip; of several, the one that is named after the assignment."""
    files = sorted(_files(folder), key=lambda path: (len(path.parts), path))
    for suffix in SUFFIXES:
        found = [path for path in files if path.suffix.lower() == suffix]
        named = [path for path in found if path.stem == assignment]
        chosen = named if len(named) == 1 else found
        if len(chosen) == 1:
            rest = _listed([path for path in found if path not in chosen], folder)
            return Entry("submission", chosen[0], own_folder=True,
                         notes=(f"also handed in, not graded: {rest}",) if rest else ())
        if found:
            return Entry("submission", folder, f"you handed in {len(found)} notebooks ({_listed(found, folder)}), and which one counts is "
                                               f"not clear: hand in one, called {assignment}.ipynb")
    others = f"; there is only {_listed(files, folder)}" if files else ""
    return Entry("submission", folder, f"no notebook was handed in{others}: hand in {assignment}.ipynb")


def _files(folder: Path) -> Iterator[Path]:
    """Regular files and links in a folder, none followed, without what editors and file managers leave behind."""
    seen = 0
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith((".", "__MACOSX"))]
        for name in names:
            seen += 1
            if seen > MOST_FILES:
                return
            if not name.startswith("."):
                yield Path(place, name)


def _listed(files: list[Path], folder: Path) -> str:
    names = [clean(str(path.relative_to(folder)), 60) for path in files[:SHOWN]]
    return ", ".join(names) + (", …" if len(files) > SHOWN else "")
