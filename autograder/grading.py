"""Grade one submission. Runs in as many processes as there are jobs; each keeps a warm sandbox of its own."""

import functools
import hashlib
import json
import time
from contextlib import ExitStack
from dataclasses import replace
from multiprocessing.util import Finalize

from autograder.assignment import PRINTED, Assignment, load_assignment
from autograder.examine import GraderFault, examine
from autograder.results import Status, Verdict
from autograder.roster import Entry
from autograder.sandbox.choose import prove
from autograder.sandbox.launch import SandboxError, Zygote, zygote
from autograder.secret import course_secret, generators
from autograder.session import Session
from autograder.submission import Submission, Unreadable, read
from autograder.training.score import grade_predictions

_open = ExitStack()


def grade_entry(entry: Entry, assignment_name: str, backend: str, graded_by: str) -> Verdict:
    """The verdict on one submission. Never raises for what a submission does; what is our fault has status `error`."""
    start = time.monotonic()
    assignment = _assignment(assignment_name)
    verdict = ungraded(entry, assignment, backend, graded_by)
    try:
        if entry.problem:
            raise Unreadable(entry.problem)
        submission = read(entry.path, entry.own_folder)
        verdict = replace(verdict, digest=submission.digest)
        verdict = _grade(assignment, submission, _warm(assignment_name, backend), verdict)
    except Unreadable as problem:
        verdict = replace(verdict, status=Status.UNREADABLE, reason=str(problem))
    except (SandboxError, GraderFault) as fault:
        _drop_warm()
        verdict = replace(verdict, reason=str(fault))
    except Exception as fault:  # a bug of ours must not cost the class its grades
        verdict = replace(verdict, reason=f"{type(fault).__name__}: {fault}")
    return replace(verdict, seconds=round(time.monotonic() - start, 4))


def ungraded(entry: Entry, assignment: Assignment, backend: str, graded_by: str, reason: str = "") -> Verdict:
    """The verdict on a submission as long as there is none; it stays if something of ours fails, and reason says what."""
    submitted = entry.submitted.isoformat() if entry.submitted else ""
    return Verdict(entry.student, assignment.name, entry.path.name, "", graded_by, Status.ERROR, backend, assignment.max_score,
                   reason=reason, notes=entry.notes, submitted=submitted, lms=entry.lms)


def grader_digest(assignment: Assignment) -> str:
    """What decides a grade beside the submission: checks, reference, secret. A verdict under another one is regraded."""
    return hashlib.sha256(f"{assignment.digest} {hashlib.sha256(course_secret()).hexdigest()}".encode()).hexdigest()


def _grade(assignment: Assignment, submission: Submission, warm: Zygote, blank: Verdict) -> Verdict:
    session = Session(warm, assignment, submission, skippable(assignment.name))
    secret = course_secret()
    try:
        names = [exercise.name for exercise in assignment.exercises]
        exercises = tuple(
            examine(exercise, session.stand_in, generators(secret, submission.digest, assignment.name, exercise.name), names)
            for exercise in assignment.exercises
        )
    finally:
        session.close()
    if assignment.task:
        exercises += (grade_predictions(assignment.task, submission.files),)
    status = Status.PARTIAL if session.partial else Status.GRADED
    notes = blank.notes if submission.cells else (*blank.notes, f"{submission.file} has no code cells")
    return replace(blank, status=status, exercises=exercises, cell_errors=session.cell_errors, notes=notes)


@functools.cache
def skippable(assignment_name: str) -> frozenset[str]:
    """Sources of the printed cells that need not run: the setup and the labs, as long as a student left them alone."""
    try:
        notebook = json.loads((PRINTED / assignment_name / f"{assignment_name}.ipynb").read_text())
    except (OSError, ValueError):
        return frozenset()
    tagged = [cell for cell in notebook["cells"] if {"setup", "lab", "training", "check"} & set(cell["metadata"].get("tags", ()))]
    return frozenset("".join(cell["source"]).strip() for cell in tagged)


@functools.cache
def _assignment(name: str) -> Assignment:
    return load_assignment(name)


@functools.cache
def _warm(assignment_name: str, backend: str) -> Zygote:
    """This process's warm sandbox for an assignment, proved before its first submission."""
    assignment = _assignment(assignment_name)
    Finalize(None, _open.close, exitpriority=10)  # atexit does not run in the processes of a pool
    warm = _open.enter_context(zygote(assignment.packages, assignment.limits, backend))
    prove(warm)
    return warm


def _drop_warm() -> None:
    """After a fault of the sandbox the next submission gets a new one."""
    _warm.cache_clear()
    _open.close()


def entry_digest(entry: Entry) -> str:
    """The digest `read` would find, or "" if the submission cannot be read."""
    try:
        return read(entry.path, entry.own_folder).digest
    except Unreadable:
        return ""
