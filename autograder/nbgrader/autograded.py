"""What nbgrader's formgrader and its feedback are made from: `autograded/`, `source/` and the gradebook of a course."""

import json
import os
import shutil
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from autograder import journal
from autograder.assignment import PRINTED
from autograder.course import load_course
from autograder.nbgrader.cells import is_answer, metadata, name, words
from autograder.nbgrader.database import gradebook_url
from autograder.nbgrader.gradebook import Grades, write_grades
from autograder.nbgrader.outputs import points, show
from autograder.nbgrader.repair import Notebook, repair
from autograder.results import Status, Verdict
from autograder.roster import Entry, file_name
from autograder.submission import Unreadable, read_notebook

CONFIG = "c = get_config()\n"


def write_course(course: Path, gradebook: str, assignment: str, graded: Sequence[tuple[Entry, Verdict]],
                 say: Callable[[str], None] = print) -> None:
    """Write a class's verdicts where nbgrader looks for them; what is our fault is left out, and what was there before stays.

    course: nbgrader's folder of the course; gradebook: its URL, "" for the file in that folder. The gradebook is written before the
    notebooks: whoever is stopped between the two finds, the next time, that answers changed. Raises GradebookError, OSError.
    """
    url, settings = gradebook_url(gradebook, course), load_course()
    printed = json.loads((PRINTED / assignment / f"{assignment}.ipynb").read_text())
    worth = {name(cell): float(metadata(cell)["points"]) for cell in printed["cells"] if metadata(cell).get("grade")}
    due = settings.due.get(assignment)
    _course_files(course, assignment, printed)
    new = course / f".autograded-{assignment}"
    places, grades = [], []
    for entry, verdict in graded:
        if verdict.status is Status.ERROR:
            continue
        student = file_name(verdict.student)
        late = settings.late(assignment, verdict.student, verdict.submitted_at)
        notebook, remarks = repair(printed, _read(entry))
        place = Path(student, assignment, f"{assignment}.ipynb")
        answers, before = _answers(notebook), _before(course / "autograded" / place)
        scores = {exercise.name: points(exercise, worth[exercise.name]) for exercise in verdict.exercises if exercise.name in worth}
        grades.append(Grades(
            student, _naive(verdict.submitted_at), late.due - due if due and late.due and late.due != due else None,
            late.penalty(verdict.score) or None, scores, answers,
            frozenset(key for key, answer in answers.items() if before.get(key) != answer),
        ))
        journal.write(new / place, json.dumps(show(notebook, verdict, remarks, late), indent=1, ensure_ascii=False) + "\n")
        places.append(place)
    only_there = write_grades(url, assignment, printed, _naive(due), grades)
    for place in places:
        (course / "autograded" / place).parent.mkdir(parents=True, exist_ok=True)
        os.replace(new / place, course / "autograded" / place)
    shutil.rmtree(new, ignore_errors=True)
    if only_there:
        say(f"the gradebook has points for {', '.join(only_there)}, which {assignment} no longer has; they still count there")


def _read(entry: Entry) -> Notebook | None:
    try:
        return None if entry.problem else read_notebook(entry.path)
    except Unreadable:
        return None  # the verdict says why


def _answers(notebook: Notebook) -> dict[str, str]:
    return {name(cell): words(cell) for cell in notebook["cells"] if is_answer(cell)}


def _before(path: Path) -> dict[str, str]:
    """The answers that were graded the last time, as far as anybody knows."""
    try:
        return _answers(json.loads(path.read_text()))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _naive(when: datetime | None) -> datetime | None:
    """A time as nbgrader has it."""
    return when.replace(tzinfo=None) if when else None


def _course_files(course: Path, assignment: str, printed: Notebook) -> None:
    """What formgrader wants to see before it lists an assignment; whatever is there is the instructor's."""
    source, config = course / "source" / assignment / f"{assignment}.ipynb", course / "nbgrader_config.py"
    if not source.exists():
        journal.write(source, json.dumps(printed, indent=1, ensure_ascii=False) + "\n")
    if not config.exists():
        journal.write(config, CONFIG)
