"""nbgrader's metadata (schema 3): which cells of a notebook are given, answers, or worth points, and how many.

Every printed notebook carries it, wherever it is opened. A grade cell is named after its exercise; its points are given by
the sealed grader. Answers in words are marked by hand.
"""

from typing import Any


def locked(name: str) -> dict[str, Any]:
    """A cell that students are not to change."""
    return {"deletable": False, "editable": False} | _metadata(name, locked=True)


def answer(name: str) -> dict[str, Any]:
    """A cell that students write code in; the points are another cell's."""
    return {"deletable": False} | _metadata(name, solution=True)


def graded(exercise: str, points: float) -> dict[str, Any]:
    """The cell that carries the points of an exercise."""
    return {"deletable": False, "editable": False} | _metadata(exercise, grade=True, locked=True, points=float(points))


def written(name: str, points: float) -> dict[str, Any]:
    """A cell that students write an answer in, which a person marks."""
    return {"deletable": False} | _metadata(name, grade=True, solution=True, points=float(points))


def _metadata(name: str, **roles: Any) -> dict[str, Any]:
    return {"nbgrader": {"schema_version": 3, "grade_id": name, "grade": False, "solution": False, "locked": False, "task": False} | roles}
