"""`grades.csv`: one row per student, safe to open in a spreadsheet."""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from datetime import datetime

from autograder.late import Late
from autograder.points import plain
from autograder.results import Status, Verdict
from autograder.roster import file_name
from autograder.untrusted import clean

COLUMNS = ("student", "score", "max_score", "status")
LATE_COLUMNS = ("raw_score", "late_submission_penalty", "submitted", "due")  # the first two as nbgrader names them
# What begins a formula, in half, full and small width; `;` too parts cells where the comma is the decimal point
FORMULA = re.compile(r"(^|;)(?=[\s\"']*[=+\-@＝＋－＠﹦﹢﹣﹫−])")


def grades_csv(verdicts: Sequence[Verdict], exercises: Sequence[tuple[str, float]], late: Mapping[str, Late] | None = None) -> str:
    """The table, sorted by student: student, score, max_score, status, then the points of each exercise.

    exercises: (name, max_score) in the order of the columns. What could not be graded has 0 everywhere. late: by student, if
    there is a due date: then `score` is what is left after the penalty, and four columns at the end say why.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*COLUMNS, *(cell(name) for name, _ in exercises), *LATE_COLUMNS * bool(late)])
    for verdict in sorted(verdicts, key=lambda verdict: verdict.student):
        counts = verdict.status in (Status.GRADED, Status.PARTIAL)
        scores = {exercise.name: exercise.score for exercise in verdict.exercises if counts}
        points = [scores.get(name, 0.0) for name, _ in exercises]
        most = sum(maximum for _, maximum in exercises)
        student = cell(verdict.student) or file_name(verdict.student)
        lateness = late[verdict.student] if late else Late()
        penalty = lateness.penalty(sum(points))
        why = [plain(sum(points)), plain(penalty), _time(lateness.submitted), _time(lateness.due)] if late else []
        writer.writerow([student, plain(sum(points) - penalty), plain(most), verdict.status.value, *map(plain, points), *why])
    return out.getvalue()


def _time(when: datetime | None) -> str:
    return when.isoformat(timespec="seconds") if when else ""


def cell(text: str) -> str:
    """text on one line, with an apostrophe before whatever a spreadsheet would take for a formula."""
    return FORMULA.sub(r"\1'", clean(text, 200).strip())
