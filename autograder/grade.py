"""Grade a class: find submissions, grade what is not graded yet, write journal, grades, feedback and report."""

import ctypes
import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from autograder import journal
from autograder.assignment import Assignment, AssignmentError, assignment_names, load_assignment
from autograder.course import Course, load_course
from autograder.grading import entry_digest, grade_entry, grader_digest, ungraded
from autograder.results import Status, Verdict
from autograder.roster import Entry, file_name, find
from autograder.sandbox.choose import choose
from autograder.sandbox.view import package_files

PR_SET_PDEATHSIG = 1


def grade_class(
    name: str, submissions: Path, out: Path, jobs: int = 0, scheduler: str = "", sandbox: str = "auto", fresh: bool = False,
    course: Path | None = None, gradebook: str = "",
    say: Callable[[str], None] = print, advance: Callable[[Verdict, int, int], None] = lambda verdict, done, total: None,
) -> list[Verdict]:
    """Grade every submission in a folder into `out`, and return the verdicts in the order of student ids.

    What `out` holds already for the same bytes, checks and secret is kept, unless `fresh`. jobs: processes, 0 for one per
    core; scheduler: address of a dask.distributed scheduler whose workers share the folders; course: nbgrader's folder of the course,
    if it is not `out`; gradebook: its URL, "" for the file in that folder. say(line) hears what a person should know;
    advance(verdict, done, total) hears of each verdict. Raises SandboxError, AssignmentError, CourseError, OSError, journal.Busy,
    ViewError if a package that submissions need is missing here, and GradebookError after all else is written.
    """
    assignment = load_assignment(name)
    settings = load_course(assignments=assignment_names())
    package_files(assignment.packages)
    entries = find(submissions, name)
    with journal.locked(out):
        _refuse_another(out, name)
        backend, remark = choose(sandbox)
        if remark:
            say(remark)
        graded_by = grader_digest(assignment)
        kept = {} if fresh else {e.student: v for e in entries if (v := _still_good(out, e, graded_by, backend))}
        todo = [entry for entry in entries if entry.student not in kept]
        if kept:
            say(f"{len(kept)} of {len(entries)} graded before and unchanged: kept (--fresh grades them again)")
        done = dict(kept)
        with _executor(jobs or os.cpu_count() or 1, scheduler, len(todo)) as executor:
            for verdict in _grade_all(executor, todo, assignment, backend, graded_by):
                journal.record(out, verdict)
                done[verdict.student] = verdict
                advance(verdict, len(done), len(entries))
        verdicts = [done[entry.student] for entry in entries]
        write_pages(out, assignment, verdicts, settings)
        from autograder.nbgrader.autograded import write_course  # SQLAlchemy: not needed to grade

        write_course(course or out, gradebook, name, list(zip(entries, verdicts, strict=True)), say, course is None, out)
    return verdicts


def write_pages(out: Path, assignment: Assignment, verdicts: list[Verdict], course: Course) -> None:
    """Everything that is made from the journal: grades.csv, feedback pages, the report."""
    from autograder import feedback, report  # jinja2 and matplotlib: not needed to grade
    from autograder.gradebook_csv import grades_csv

    late = {v.student: course.late(assignment.name, v.student, v.submitted_at) for v in verdicts}
    dated = late if any(one.due for one in late.values()) else None
    journal.write(out / "grades.csv", grades_csv(verdicts, list(assignment.points.items()), dated))
    for verdict in verdicts:
        page = feedback.render(verdict, assignment.title, late[verdict.student])
        journal.write(out / "feedback" / f"{file_name(verdict.student)}.html", page)
    journal.write(out / "report.html", report.render(verdicts, assignment.title, lambda s: f"feedback/{file_name(s)}.html", late))


def _refuse_another(out: Path, name: str) -> None:
    """A folder of results is one assignment's: a student's file there would be replaced by that of another."""
    found = (journal.recorded(out, path.stem) for path in (out / "results").glob("*.json"))
    verdict = next(filter(None, found), None)
    if verdict and verdict.assignment != name:
        raise AssignmentError(f"{out} holds the results of {verdict.assignment}: choose another --out for {name}")


def _still_good(out: Path, entry: Entry, graded_by: str, backend: str) -> Verdict | None:
    verdict = journal.recorded(out, entry.student)
    submitted = entry.submitted.isoformat() if entry.submitted else ""
    if verdict is None or verdict.status is Status.ERROR or (verdict.student, verdict.file) != (entry.student, entry.path.name):
        return None
    same = verdict.grader == graded_by and verdict.sandbox == backend and verdict.digest == entry_digest(entry)
    if not same or entry.problem:
        return None
    kept = replace(verdict, submitted=submitted, lms=entry.lms)  # the same bytes may be handed in again, or a time become known
    if kept != verdict:
        journal.record(out, kept)
    return kept


def _grade_all(executor: Executor, entries: list[Entry], assignment: Assignment, backend: str, graded_by: str) -> Iterator[Verdict]:
    waiting = {executor.submit(grade_entry, entry, assignment.name, backend, graded_by): entry for entry in entries}
    for future in as_completed(waiting):
        entry = waiting[future]
        try:
            yield future.result()
        except BrokenProcessPool as error:  # out of memory, or killed from outside: say so, grade again next time
            yield ungraded(entry, assignment, backend, graded_by, f"the grading process died: {error}")


@contextmanager
def _executor(jobs: int, scheduler: str, tasks: int) -> Iterator[Executor]:
    if scheduler:
        try:
            from distributed import Client
        except ImportError:
            raise ValueError("--scheduler needs dask.distributed: pip install 'rnn-course-kit[cluster]'") from None
        with Client(scheduler) as client:
            yield client.get_executor(pure=False)
        return
    executor = ProcessPoolExecutor(max_workers=max(1, min(jobs, tasks)), initializer=die_with_parent, initargs=(os.getpid(),))
    try:
        yield executor
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


def die_with_parent(parent: int) -> None:
    """A grader that is killed takes its processes, and they their sandboxes, along; parent: who it is, for it may be dead by now."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, ctypes.c_ulong(signal.SIGKILL), 0, 0, 0)
    if os.getppid() != parent:
        os._exit(1)
