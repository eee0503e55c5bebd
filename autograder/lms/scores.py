"""The final scores of a class that was graded: what the machine gave, less what being late costs, and what people gave by hand."""

import csv
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.assignment import assignment_names
from autograder.course import load_course
from autograder.gradebook_csv import cell
from autograder.lms.table import TableError
from autograder.results import Status, Verdict
from autograder.roster import file_name

GRADEBOOK = "gradebook.db"


@dataclass(frozen=True)
class Mark:
    """What nbgrader's gradebook has for a submission, points by hand included, and how many answers wait to be marked."""

    points: float
    waiting: int


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

    gradebook: URL of nbgrader's, if it is not out/gradebook.db. What could not be read has no points, as in grades.csv.
    """
    verdicts = graded(out, name)
    marks: Mapping[str, Mark] | None = None
    if gradebook or (out / GRADEBOOK).exists():
        marks, most = read_marks(gradebook or f"sqlite:///{(out / GRADEBOOK).resolve()}?timeout=30", name)
    course = load_course(assignments=assignment_names())
    scores = []
    for verdict in verdicts:
        machine = verdict.score if verdict.status in (Status.GRADED, Status.PARTIAL) else 0.0
        late = course.late(name, verdict.student, verdict.submitted_at)
        mark = (marks or {}).get(file_name(verdict.student))
        points = (mark.points if mark else machine) - late.penalty(machine)
        scores.append(Score(verdict, max(0.0, points), late.words, mark.waiting if mark else 0, marks is None or mark is not None))
    return scores, most


def graded(out: Path, name: str) -> list[Verdict]:
    """The verdicts of the class that grades.csv lists, by student; verdicts on those who left are not among them."""
    try:
        with open(out / "grades.csv", newline="", encoding="utf-8") as file:
            students = {row["student"] for row in csv.DictReader(file)}
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


def read_marks(url: str, name: str) -> tuple[dict[str, Mark], float]:
    """nbgrader's marks for an assignment by student, and the most points there are; raises TableError."""
    from nbgrader.api import Gradebook, MissingEntry  # three seconds
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import SQLAlchemyError

    try:
        place = make_url(url)
        if place.drivername in ("postgres", "postgresql"):
            place = place.set(drivername="postgresql+psycopg")
        if place.get_backend_name() == "sqlite" and not Path(place.database or "").exists():
            raise TableError(f"there is no gradebook {place.database}")
        with Gradebook(place) as gradebook:
            most = float(gradebook.find_assignment(name).max_score)
            return {submission.student.id: Mark(float(submission.score), _waiting(submission))
                    for submission in gradebook.assignment_submissions(name)}, most
    except MissingEntry:
        raise TableError(f"the gradebook has no assignment {name}") from None
    except (SQLAlchemyError, ImportError) as error:
        raise TableError(f"the gradebook cannot be read: {' '.join(str(error).split())[:200]}") from None


def _waiting(submission: Any) -> int:
    return sum(grade.needs_manual_grade for notebook in submission.notebooks for grade in notebook.grades)
