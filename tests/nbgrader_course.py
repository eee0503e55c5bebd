"""A real nbgrader course in a folder of its own, as `make release` prints it, and nbgrader's commands on it.

`python -m tests.nbgrader_course` runs several commands in one process, for each costs seconds before it begins.
"""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from autograder.assignment import PRINTED, ROOT, load_assignment
from autograder.release.nbgrader_course import nbgrader_course
from autograder.release.source import read_cells

OWN = """\
c = get_config()
c.Exchange.root = {exchange!r}
c.Exchange.cache = {exchange!r} + "-cache"
c.Exchange.path_includes_course = False
"""
GRADES = """
SELECT submitted_assignment.student_id, base_cell.name, grade.auto_score, grade.manual_score, grade.needs_manual_grade FROM grade
JOIN base_cell ON base_cell.id = grade.cell_id
JOIN submitted_notebook ON submitted_notebook.id = grade.notebook_id
JOIN submitted_assignment ON submitted_assignment.id = submitted_notebook.assignment_id
"""


def make_course(folder: Path, *names: str) -> Path:
    """The course as `make release` would put it into dist/nbgrader, in folder/course, with an exchange beside it."""
    course, exchange = folder / "course", folder / "exchange"
    for name in names:
        assignment = load_assignment(name)
        printed = {f"{name}.ipynb": (PRINTED / name / f"{name}.ipynb").read_bytes()}
        for path, data in nbgrader_course(assignment, read_cells(assignment.folder / "reference.py"), printed).items():
            target = course / Path(path).relative_to("nbgrader")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
    exchange.mkdir()
    exchange.chmod(0o777)
    (course / "nbgrader_own.py").write_text(OWN.format(exchange=str(exchange)))
    return course


def hand_in(course: Path, student: str, data: bytes, timestamp: str = "", name: str = "lstm") -> Path:
    """Lay a notebook where `nbgrader collect` puts it; the path."""
    folder = course / "submitted" / student / name
    folder.mkdir(parents=True)
    (folder / f"{name}.ipynb").write_bytes(data)
    if timestamp:
        (folder / "timestamp.txt").write_text(timestamp)
    return folder / f"{name}.ipynb"


def nbgrader(course: Path, *argv: str, environment: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Run one command as a person would; {"code": its exit code, "said": all it printed}."""
    command = [str(Path(sys.executable).with_name("nbgrader")), *argv]
    return _run(command, course, environment)


def nbgraders(course: Path, *commands: Sequence[str], environment: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Run commands one after another in one process, up to the first that fails; `cd FOLDER` is one of them."""
    command = [sys.executable, "-m", "tests.nbgrader_course", json.dumps(commands)]
    return _run(command, course, {"PYTHONPATH": str(ROOT)} | dict(environment or {}))


def grades(course: Path) -> dict[str, dict[str, tuple[Any, Any, Any]]]:
    """(machine's points, points by hand, whether a person is to look) by student and grade cell, as the gradebook has them."""
    found: dict[str, dict[str, tuple[Any, Any, Any]]] = {}
    with closing(sqlite3.connect(course / "gradebook.db")) as book:
        for student, cell, *grade in book.execute(GRADES):
            found.setdefault(student, {})[cell] = (grade[0], grade[1], bool(grade[2]))
    return found


def _run(command: list[str], course: Path, environment: Mapping[str, str] | None) -> dict[str, Any]:
    bare = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(command, cwd=course, env=bare | dict(environment or {}), stdin=subprocess.DEVNULL, capture_output=True)
    return {"code": done.returncode, "said": (done.stdout + done.stderr).decode(errors="replace")}


def main() -> None:
    """Run the commands given as JSON."""
    from jupyter_core.application import NoStart
    from nbgrader.apps import NbGraderApp

    for command in json.loads(sys.argv[1]):
        if command[0] == "cd":
            os.chdir(command[1])
            continue
        print(f"$ nbgrader {' '.join(command)}", flush=True)
        app = NbGraderApp.instance()
        app.initialize(command)
        with suppress(NoStart):  # how an application says that its subcommand has run
            app.start()
        app.reset()


if __name__ == "__main__":
    main()
