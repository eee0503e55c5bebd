"""What goes into `dist/` for the places where courses run. Each pack takes an assignment, its cells and its printed files."""

from collections.abc import Callable

from autograder.assignment import Assignment
from autograder.release import gradescope as scope
from autograder.release.archive import zipped
from autograder.release.nbgrader_course import nbgrader_course
from autograder.release.source import Cell

Pack = Callable[[Assignment, list[Cell], dict[str, bytes]], dict[str, bytes]]


def students(assignment: Assignment, cells: list[Cell], files: dict[str, bytes]) -> dict[str, bytes]:
    """A zip for students: the notebook, and the public checks for Otter."""
    name = assignment.name
    return {f"students/{name}.zip": zipped({f"{name}/{path}": data for path, data in files.items()})}


def autograders(assignment: Assignment, cells: list[Cell], files: dict[str, bytes]) -> dict[str, bytes]:
    """The zip to upload to Gradescope, and the same for stock Otter: without the course secret, which a submission could read there."""
    members = scope.files(assignment, files)
    bare = {path: data for path, data in members.items() if path not in (scope.SECRET, *scope.SCRIPTS)}
    return {f"gradescope/{assignment.name}.zip": zipped(members), f"otter/{assignment.name}.zip": zipped(bare)}


PACKS: tuple[Pack, ...] = (students, nbgrader_course, autograders)
