"""Make notebooks as students would hand them in, from small source files and the printed notebook.

A file under `tests/submissions/` begins with front matter: `about` (one sentence), `base` (what fills the exercises that
the file leaves alone: "reference", "stub", or the name of a file in `controls/`) and `expect` (see tests/expectation.py).
Its code is split at `# %%` lines. A piece that defines an exercise, or stands under `# %% instead of <exercise>`, takes the
place of that exercise's cell; any other piece is a cell of the student's own and goes after the piece before it, or
before the first exercise.
"""

import functools
import importlib
import inspect
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from autograder.assignment import PRINTED, front_matter

SUBMISSIONS = Path(__file__).parent / "submissions"
ASSIGNMENT = "lstm"

Notebook = dict[str, Any]
Pieces = tuple[tuple[str, str], ...]  # (the exercise whose cell the code replaces, or "", code)


@dataclass(frozen=True)
class Submission:
    """What one student did: pieces of code, what they stand on, and the verdict it must get."""

    name: str
    about: str
    pieces: Pieces = ()
    base: str = "reference"
    expect: Mapping[str, Any] = field(default_factory=dict)


def read_submission(path: Path, values: Mapping[str, str] | None = None) -> Submission:
    """The submission in a source file; `@NAME@` in it becomes values["NAME"]."""
    matter = front_matter(path)
    code = "# %%\n" + path.read_text().split("# ---\n", 2)[2]
    for name, value in (values or {}).items():
        code = code.replace(f"@{name}@", value)
    _, *parts = re.split(r"^# %%(?: instead of (\w+))?\n", code, flags=re.MULTILINE)
    pieces = ((named or _defined(part), part.strip("\n")) for named, part in zip(parts[::2], parts[1::2], strict=True))
    return Submission(path.stem, matter["about"], tuple((name, part) for name, part in pieces if name or part),
                      matter["base"], matter.get("expect") or {})


def read_submissions(folder: str, values: Mapping[str, str] | None = None) -> dict[str, Submission]:
    """All submissions in a folder of `tests/submissions/` and the folders in it, by name."""
    found = sorted((SUBMISSIONS / folder).rglob("*.py"), key=lambda path: path.stem)
    return {path.stem: read_submission(path, values) for path in found}


def filled(submission: Submission) -> Notebook:
    """The printed notebook with the student's code in it, as it comes out of Jupyter."""
    notebook = printed()
    cells = dict(exercise_cells(notebook))
    for name, code in _base(submission.base):
        cells[name]["source"] = code
    at = notebook["cells"].index(next(iter(cells.values())))
    for name, code in submission.pieces:
        if name:
            cells[name]["source"] = code
            at = notebook["cells"].index(cells[name]) + 1
        else:
            notebook["cells"].insert(at, code_cell(code, f"own-{at}"))
            at += 1
    return notebook


def printed() -> Notebook:
    """A fresh copy of the printed notebook."""
    notebook: Notebook = json.loads(_printed())
    return notebook


def exercise_cells(notebook: Notebook) -> Iterator[tuple[str, dict[str, Any]]]:
    """(exercise, its cell), in the notebook's order."""
    for cell in notebook["cells"]:
        name = cell["metadata"].get("autograder", {}).get("exercise")
        if name:
            yield name, cell


def text(cell: Mapping[str, Any]) -> str:
    """A cell's source, which is stored as a string or as a list of lines."""
    return "".join(cell["source"])


def code_cell(source: str, name: str) -> dict[str, Any]:
    """A code cell that has not been run."""
    return {"cell_type": "code", "id": name, "metadata": {}, "execution_count": None, "outputs": [], "source": source}


def dump(notebook: Notebook) -> bytes:
    """The bytes of an .ipynb file."""
    return json.dumps(notebook, indent=1, ensure_ascii=False).encode() + b"\n"


@functools.cache
def exercise_names() -> tuple[str, ...]:
    """The exercises, in the notebook's order."""
    return tuple(name for name, _ in exercise_cells(printed()))


@functools.cache
def _printed() -> str:
    return (PRINTED / ASSIGNMENT / f"{ASSIGNMENT}.ipynb").read_text()


@functools.cache
def _base(name: str) -> Pieces:
    """The code that fills the notebook before the student's own does."""
    if name == "stub":
        return ()
    if name == "reference":
        reference = importlib.import_module(f"solutions.{ASSIGNMENT}.reference")
        return tuple((exercise, inspect.getsource(getattr(reference, exercise))) for exercise in exercise_names())
    return read_submission(SUBMISSIONS / "controls" / f"{name}.py").pieces


def _defined(code: str) -> str:
    """The exercise that a piece of code defines, found without parsing it: a student's piece may be broken."""
    found = [name for name in exercise_names() if re.search(rf"^(?:async )?def +{name}\b", code, re.MULTILINE)]
    if len(found) > 1:
        raise ValueError(f"one piece defines {' and '.join(found)}: put `# %%` between them")
    return found[0] if found else ""
