"""Fill the scores of a class into a gradebook that an LMS exported, for it to import again."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from autograder import journal
from autograder.assignment import load_assignment
from autograder.lms import canvas, moodle
from autograder.lms.people import Matches, Person, match, same_name
from autograder.lms.scores import Score, final_scores
from autograder.lms.sheet import Sheet, number
from autograder.lms.table import Table, TableError
from autograder.pages import count
from autograder.points import plain
from autograder.results import Status
from autograder.untrusted import clean


@dataclass(frozen=True)
class Export:
    """What was asked for. scale: convert points to the LMS's maximum, or (False) do not; None: they must be equal."""

    name: str
    out: Path
    system: str  # canvas or moodle
    source: Path
    output: Path
    column: str = ""
    scale: bool | None = None
    gradebook: str = ""


def export(asked: Export) -> tuple[list[str], bool]:
    """Write asked.output; returns what a person should read, and whether every score is there that should be.

    Raises TableError, which names the file, AssignmentError, CourseError, OSError.
    """
    assignment = load_assignment(asked.name)
    if asked.output.resolve() == asked.source.resolve():
        raise TableError(f"{asked.output} is what the LMS exported; write into another file")
    scores, most = final_scores(asked.out, asked.name, assignment.max_score, asked.gradebook)
    try:
        table = Table(asked.source.read_bytes())
        if asked.system == "canvas":
            sheet = canvas.sheet(table, {asked.name, assignment.title}, asked.column, assignment.title, most)
        else:
            sheet = moodle.sheet(table, asked.column)
        factor = _factor(sheet, most, asked.scale)
    except TableError as error:
        raise TableError(f"{asked.source}: {error}") from None
    found = match([score.verdict for score in scores], sheet.people)
    by_student = {score.verdict.student: score for score in scores}
    pairs = {row: by_student[verdict.student] for row, verdict in found.verdicts.items()}
    disarmed = table.disarm()
    replaced = _fill(table, sheet, pairs, factor)
    journal.write(asked.output, str(table))
    lines = _report(asked, sheet, table.titles[sheet.column], found, pairs, replaced, disarmed)
    return lines, all(score.verdict.status is not Status.ERROR for score in scores)


def _factor(sheet: Sheet, most: float, scale: bool | None) -> float:
    worth = number(sheet.most)
    if not worth or worth == most or scale is False:
        return 1.0
    if scale is None:
        raise TableError(f"the LMS gives {plain(worth)} points for what has {plain(most)} here: --scale converts the scores, "
                         f"--no-scale enters them as they are")
    return worth / most


def _fill(table: Table, sheet: Sheet, pairs: dict[int, Score], factor: float) -> int:
    """Write scores and comments; returns how many other grades were there before."""
    replaced = 0
    for row, score in pairs.items():
        if row in sheet.locked or score.verdict.status is Status.ERROR:
            continue
        points = plain(score.points * factor)
        before = number(table.get(row, sheet.column))
        replaced += before is not None and abs(before - float(points)) >= 0.005  # an LMS shows two places
        table.set(row, sheet.column, points.replace(".", ",") if "," in sheet.most else points)
        if sheet.comment is not None and not table.get(row, sheet.comment).strip():
            table.set(row, sheet.comment, moodle.comment(score))
    return replaced


def _report(asked: Export, sheet: Sheet, title: str, found: Matches, pairs: dict[int, Score], replaced: int, disarmed: int) -> list[str]:
    people = {person.row: person for person in sheet.people}
    entered = [score for row, score in pairs.items() if row not in sheet.locked and score.verdict.status is not Status.ERROR]
    waiting = [score.waiting for score in entered if score.waiting]
    absent = len(people) - len(pairs) - len(found.doubtful)
    lines = [f"{asked.output}: {count(len(entered), 'score')} in the column {_line(title)}"]
    lines += [f"  {count(absent, 'student')} of the LMS without a submission here: untouched"] * bool(absent)
    strangers = ", ".join(_line(verdict.student) for verdict in found.strangers)
    lines += [f"  in nobody's row, because the LMS's file has nobody like that, or several: {strangers}"] * bool(strangers)
    lines += [f"  {_line(person.name)}: untouched, because several submissions claim this row: "
              f"{', '.join(_line(v.student) for v in claims)}" for person, claims in found.doubtful]
    lines += [f"  {_line(score.verdict.student)}: {_line(remark)}" for row, score in pairs.items()
              for remark in _remarks(score, people[row], sheet.locked.get(row, ""))]
    lines += [f"  {count(sum(waiting), 'answer')} of {count(len(waiting), 'student')} still to be marked by hand"] * bool(waiting)
    lines += [f"  {count(replaced, 'other grade')} that stood there replaced"] * bool(replaced)
    lines += [f"  {count(disarmed, 'cell')} of the LMS would run as a formula in a spreadsheet: an apostrophe put before"] * bool(disarmed)
    return lines


def _remarks(score: Score, person: Person, locked: str) -> Iterator[str]:
    """What there is to know of one student's row."""
    verdict = score.verdict
    if locked:
        yield f"untouched: {locked}"
    elif verdict.status is Status.ERROR:
        yield f"untouched, because it was not graded, which is our fault: {verdict.reason}"
    else:
        if verdict.status is Status.UNREADABLE:
            yield "could not be read, so the exercises earned nothing"
        if not score.marked:
            yield "not in nbgrader's gradebook, so only what the machine gave"
        if verdict.lms and verdict.lms == person.lms and not same_name(verdict, person):
            yield f"entered for {person.name} by number; the names differ"


def _line(text: str) -> str:
    return clean(text, 200)
