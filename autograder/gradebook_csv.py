"""`grades.csv`: one row per student, safe to open in a spreadsheet."""

import csv
import io
import re
from collections.abc import Sequence

from autograder.points import plain
from autograder.results import Status, Verdict
from autograder.roster import file_name
from autograder.untrusted import clean

COLUMNS = ("student", "score", "max_score", "status")
# What begins a formula, in half, full and small width; `;` too parts cells where the comma is the decimal point
_FORMULA = re.compile(r"(^|;)(?=[\s\"']*[=+\-@＝＋－＠﹦﹢﹣﹫−])")


def grades_csv(verdicts: Sequence[Verdict], exercises: Sequence[tuple[str, float]]) -> str:
    """The table, sorted by student: student, score, max_score, status, then the points of each exercise.

    exercises: (name, max_score) in the order of the columns. What could not be graded has 0 everywhere.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*COLUMNS, *(cell(name) for name, _ in exercises)])
    for verdict in sorted(verdicts, key=lambda verdict: verdict.student):
        counts = verdict.status in (Status.GRADED, Status.PARTIAL)
        scores = {exercise.name: exercise.score for exercise in verdict.exercises if counts}
        points = [scores.get(name, 0.0) for name, _ in exercises]
        most = sum(maximum for _, maximum in exercises)
        student = cell(verdict.student) or file_name(verdict.student)
        writer.writerow([student, plain(sum(points)), plain(most), verdict.status.value, *map(plain, points)])
    return out.getvalue()


def cell(text: str) -> str:
    """text on one line, with an apostrophe before whatever a spreadsheet would take for a formula."""
    return _FORMULA.sub(r"\1'", clean(text, 200).strip())
