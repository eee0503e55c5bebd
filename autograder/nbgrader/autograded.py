"""What nbgrader's formgrader and its feedback are made from: `autograded/`, `source/` and the gradebook of a course."""

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from autograder import gradebook_csv, journal
from autograder.assignment import DIST, PRINTED, ROOT, load_assignment
from autograder.course import load_course
from autograder.nbgrader.cells import is_answer, metadata, name, text, words
from autograder.nbgrader.database import gradebook_url
from autograder.nbgrader.gradebook import Grades, write_grades
from autograder.nbgrader.outputs import points, show
from autograder.nbgrader.problem import GradebookError
from autograder.nbgrader.repair import Notebook, repair
from autograder.nbgrader.submitted import keep_submitted
from autograder.results import Status, Verdict
from autograder.roster import Entry, file_name
from autograder.submission import Unreadable, read_notebook


def write_course(course: Path, gradebook: str, assignment: str, graded: Sequence[tuple[Entry, Verdict]],
                 say: Callable[[str], None] = print, own: bool = False, out: Path = Path()) -> None:
    """Write a class's verdicts where nbgrader looks for them; what is our fault is left out, and what was there before stays.

    course: nbgrader's folder of the course; own: whether it is ours, so that `submitted/` is to be made too; gradebook: its URL, ""
    for the file in that folder; out: the grader's own folder, for another one may be writing to this course. The gradebook is written
    before the notebooks: whoever is stopped between the two finds, the next time, that answers changed. Raises GradebookError, OSError.
    """
    url, settings, printed = gradebook_url(gradebook, course), load_course(), _printed(assignment)
    due = settings.due.get(assignment)
    _course_files(course, assignment)
    grader = hashlib.sha256(os.fsencode(out.resolve())).hexdigest()[:8]
    new, autograded = course / f".autograded-{assignment}-{grader}", course / "autograded"
    grades, changed = [], []
    for entry, verdict in graded:
        if verdict.status is Status.ERROR:
            continue
        if own:
            keep_submitted(course, entry, verdict)
        student = file_name(verdict.student)
        late = settings.late(assignment, verdict.student, verdict.submitted_at)
        notebook, remarks = repair(printed, _read(entry))
        answers, notebook = _answers(notebook), show(notebook, verdict, remarks, late)
        shown = json.dumps(notebook, ensure_ascii=False) + "\n"
        place = Path(student, assignment, f"{assignment}.ipynb")
        before, answers_before = _there(autograded / place)
        if before != shown:
            journal.write(new / place, shown)
            changed.append(place)
        grades.append(Grades(
            student, _naive(verdict.submitted_at), late.due - due if due and late.due and late.due != due else None,
            late.penalty(verdict.score) or None, gradebook_csv.cell(verdict.student)[:120], _scores(printed, verdict), answers,
            frozenset(key for key, answer in _answers(notebook).items() if answers_before.get(key) != answer),
        ))
    only_there = write_grades(url, assignment, printed, _naive(due), grades)
    for place in changed:
        (autograded / place).parent.mkdir(parents=True, exist_ok=True)
        os.replace(new / place, autograded / place)
    shutil.rmtree(new, ignore_errors=True)
    if only_there:
        say(f"the gradebook has points for {', '.join(only_there)}, which {assignment} no longer has; they still count there")


def _printed(assignment: str) -> Notebook:
    path = PRINTED / assignment / f"{assignment}.ipynb"
    try:
        notebook: Notebook = json.loads(path.read_text())
    except (OSError, ValueError) as error:
        raise GradebookError(f"the gradebook is not written: {path} cannot be read ({error}): make release") from None
    return notebook | {"cells": [cell | {"source": text(cell)} for cell in notebook["cells"]]}


def _read(entry: Entry) -> Notebook | None:
    try:
        return None if entry.problem else read_notebook(entry.path)
    except Unreadable:
        return None  # the verdict says why


def _there(path: Path) -> tuple[str, dict[str, str]]:
    """A notebook that was written before, by us or by nbgrader, and the answers in it; nothing if it cannot be read."""
    try:
        written = path.read_text()
        return written, _answers(json.loads(written))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return "", {}


def _answers(notebook: Notebook) -> dict[str, str]:
    return {name(cell): words(cell) for cell in notebook["cells"] if is_answer(cell)}


def _scores(printed: Notebook, verdict: Verdict) -> dict[str, float]:
    """Points by grade cell; raises GradebookError if the printed notebook gives others than the checks."""
    worth = {name(cell): float(metadata(cell)["points"]) for cell in printed["cells"] if metadata(cell).get("grade")}
    for exercise in verdict.exercises:
        if worth.get(exercise.name) != exercise.max_score:
            raise GradebookError(f"the gradebook is not written: {exercise.name} gives {exercise.max_score:g} points, but "
                                 f"{worth.get(exercise.name, 0):g} in the printed notebook: make release")
    return {exercise.name: points(exercise, exercise.max_score) for exercise in verdict.exercises}


def _naive(when: datetime | None) -> datetime | None:
    """A time as nbgrader has it."""
    return when.replace(tzinfo=None) if when else None


def _course_files(course: Path, name: str) -> None:
    """What formgrader wants to see before it lists an assignment; whatever is there is the instructor's."""
    paths = "nbgrader_config.py", f"source/{name}/{name}.ipynb"
    missing = [path for path in paths if not (course / path).exists()]
    files = _packed(name, paths) or _made(name) if missing else {}
    for path in missing:
        journal.write(course / path, files[path])


def _packed(name: str, paths: Sequence[str]) -> dict[str, str]:
    """What `make release` put into dist/nbgrader/, if the assignment is still the same, and the kit where it was."""
    try:
        files = {path: (DIST / "nbgrader" / path).read_text() for path in paths}
        released = json.loads(files[paths[-1]])["metadata"]["autograder"]["release"]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return files if load_assignment(name).digest[:16] == released and repr(str(ROOT)) in files[paths[0]] else {}


def _made(name: str) -> dict[str, str]:
    from autograder.release.nbgrader_course import nbgrader_course  # jupytext: 2 s
    from autograder.release.source import read_cells

    assignment, file = load_assignment(name), f"{name}.ipynb"
    made = nbgrader_course(assignment, read_cells(assignment.folder / "reference.py"), {file: (PRINTED / name / file).read_bytes()})
    return {path.removeprefix("nbgrader/"): data.decode() for path, data in made.items()}
