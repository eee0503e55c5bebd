"""The final scores of a class that was graded: what the machine gave, less what being late costs, and what people gave by hand."""

import csv
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.assignment import assignment_names
from autograder.course import load_course
from autograder.gradebook_csv import cell
from autograder.lms.table import TableError
from autograder.nbgrader.problem import GradebookError
from autograder.results import Status, Verdict
from autograder.roster import file_name

if TYPE_CHECKING:
    from autograder.nbgrader.marks import Marks

GRADEBOOK = "gradebook.db"


@dataclass(frozen=True)
class Score:
    """A student's points in the end. late: what there is to say of that, in words; waiting: answers still to be marked."""

    verdict: Verdict
    points: float
    late: str = ""
    waiting: int = 0
    marked: bool = True  # False: there is a gradebook, but it lacks this student


def final_scores(out: Path, name: str, most: float, gradebook: str = "") -> tuple[list[Score], float]:
    """The scores in `out`, which `grade` wrote, and the most points there are (machine's: `most`); raises TableError.

    gradebook: URL of nbgrader's, if it is not out/gradebook.db. What could not be read has no points, as in grades.csv. Answers in
    words count from the moment when a person has marked one of them.
    """
    verdicts = graded(out, name)
    marks = _marks(out, name, gradebook)
    course = load_course(assignments=assignment_names())
    scores = []
    for verdict in verdicts:
        machine = verdict.score if verdict.status in (Status.GRADED, Status.PARTIAL) else 0.0
        late, student = course.late(name, verdict.student, verdict.submitted_at), file_name(verdict.student)
        points = machine - late.penalty(machine) + (marks.points.get(student, 0.0) if marks else 0.0)
        waiting = marks.waiting.get(student, 0) if marks else 0
        scores.append(Score(verdict, max(0.0, points), late.words, waiting, marks is None or student in marks.points))
    return scores, most + (marks.worth if marks else 0.0)


def _marks(out: Path, name: str, gradebook: str) -> "Marks | None":
    """What people gave by hand; None if there is no gradebook, and none was asked for."""
    if not gradebook and not (out / GRADEBOOK).exists():
        return None
    from autograder.nbgrader.database import gradebook_url  # SQLAlchemy: a second
    from autograder.nbgrader.marks import read_marks

    try:
        url = gradebook_url(gradebook, out)
        if url.get_backend_name() == "sqlite" and not Path(url.database or "").exists():
            raise TableError(f"there is no gradebook {url.database}")
        return read_marks(url, name)
    except GradebookError as error:
        raise TableError(str(error)) from None


def graded(out: Path, name: str) -> list[Verdict]:
    """The verdicts of the class that grades.csv lists, by student; verdicts on those who left are not among them."""
    try:
        with open(out / "grades.csv", newline="", encoding="utf-8") as file:
            rows = csv.DictReader(file)
            if "student" not in (rows.fieldnames or ()):
                raise ValueError("grades.csv is not the kit's own; nbgrader export writes one by that name")
            students = {row["student"] for row in rows}
        found = [Verdict.from_json(json.loads(path.read_text())) for path in sorted((out / "results").glob("*.json"))]
    except FileNotFoundError:
        raise TableError(f"{out} holds no grades; first: python -m autograder grade {name} SUBMISSIONS --out {out}") from None
    except (ValueError, KeyError, TypeError) as error:
        raise TableError(f"{out} holds a result that cannot be read; grade again: {error}") from None
    found = [verdict for verdict in found if (cell(verdict.student) or file_name(verdict.student)) in students]
    if other := next((verdict.assignment for verdict in found if verdict.assignment != name), ""):
        raise TableError(f"{out} holds grades of {other}, not of {name}")
    if len(found) < len(students):
        raise TableError(f"{out}/grades.csv has {len(students)} students, but only {len(found)} results are there; grade again")
    return sorted(found, key=lambda verdict: verdict.student)
