"""Stock nbgrader on the same checks: a course whose autograded test cells run them in the student's kernel."""

import os
import sqlite3
import sys
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from autograder.assignment import ROOT
from tests.bench_class import bare
from tests.bench_cost import Cost, measure
from tests.class_builder import ASSIGNMENT, Notebook, code_cell, dump, exercise_names, printed

# nbgrader takes a cell's value as its points, and any warning on stderr as 0 points.
TEST_CELL = """\
import warnings
from autograder.ottertests import ExceptionTestFile
from solutions.{assignment} import check_{exercise}
tests = ExceptionTestFile.from_file(check_{exercise}.__file__)
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    tests.run(globals())
float(sum(result.test_case.points for result in tests.test_case_results if result.passed))"""


def build_course(course: Path, points: Mapping[str, float], submissions: Mapping[str, Notebook]) -> None:
    """A new course folder with one assignment, generated, and its submissions. points: the maximum by exercise."""
    _put(course / "source" / ASSIGNMENT, printed(), points)
    for student, notebook in submissions.items():
        _put(course / "submitted" / student / ASSIGNMENT, notebook, points)
    (course / "nbgrader_config.py").write_text('get_config().CourseDirectory.course_id = "bench"\n')
    _nbgrader("generate_assignment", course)


def autograde(course: Path, students: str) -> tuple[Cost, dict[str, dict[str, float]]]:
    """What one `nbgrader autograde` costs, and scores by student and exercise. students: their names, as a file glob."""
    cost = _nbgrader("autograde", course, f"--student={students}")
    scores: dict[str, dict[str, float]] = {}
    with closing(sqlite3.connect(course / "gradebook.db")) as book:
        for student, exercise, score in book.execute("""
            SELECT submitted_assignment.student_id, base_cell.name, grade.auto_score FROM grade
            JOIN base_cell ON base_cell.id = grade.cell_id
            JOIN submitted_notebook ON submitted_notebook.id = grade.notebook_id
            JOIN submitted_assignment ON submitted_assignment.id = submitted_notebook.assignment_id
        """):
            if exercise in exercise_names():  # not an answer that a person marks
                scores.setdefault(student, {})[exercise] = score
    return cost, scores


def _put(folder: Path, notebook: Notebook, points: Mapping[str, float]) -> None:
    notebook = bare(notebook)
    for exercise in exercise_names():
        cell = code_cell(TEST_CELL.format(assignment=ASSIGNMENT, exercise=exercise), f"test-{exercise}")
        cell["metadata"]["nbgrader"] = {
            "schema_version": 3, "grade_id": exercise, "grade": True, "solution": False, "locked": True, "task": False,
            "points": points[exercise], "cell_type": "code",
        }
        notebook["cells"].append(cell)
    folder.mkdir(parents=True)
    (folder / f"{ASSIGNMENT}.ipynb").write_bytes(dump(notebook))


def _nbgrader(verb: str, course: Path, *options: str) -> Cost:
    command = [str(Path(sys.executable).with_name("nbgrader")), verb, ASSIGNMENT, *options]
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])  # it calls alembic
    return measure(command, course, os.environ | {"PYTHONPATH": str(ROOT), "PATH": path})
