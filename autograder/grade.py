"""Grade a class: find submissions, grade what is not graded yet, write journal, grades, feedback and report."""

import ctypes
import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from pathlib import Path

from autograder import journal
from autograder.assignment import Assignment, load_assignment
from autograder.grading import entry_digest, grade_entry, grader_digest
from autograder.results import Status, Verdict
from autograder.roster import Entry, file_name, find
from autograder.sandbox.choose import choose
from autograder.sandbox.view import package_files

PR_SET_PDEATHSIG = 1


def grade_class(
    name: str, submissions: Path, out: Path, jobs: int = 0, scheduler: str = "", sandbox: str = "auto", fresh: bool = False,
    say: Callable[[str], None] = print, advance: Callable[[Verdict, int, int], None] = lambda verdict, done, total: None,
) -> list[Verdict]:
    """Grade every submission in a folder into `out`, and return the verdicts in the order of student ids.

    What `out` holds already for the same bytes, checks and secret is kept, unless `fresh`. jobs: processes, 0 for one per
    core; scheduler: address of a dask.distributed scheduler whose workers share the folders. say(line) hears what a person
    should know; advance(verdict, done, total) hears of each verdict. Raises SandboxError, AssignmentError, OSError, journal.Busy,
    and ViewError if a package that submissions need is missing here.
    """
    assignment = load_assignment(name)
    package_files(assignment.packages)
    entries = find(submissions, name)
    with journal.locked(out):
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
        write_pages(out, assignment, verdicts)
    return verdicts


def write_pages(out: Path, assignment: Assignment, verdicts: list[Verdict]) -> None:
    """Everything that is made from the journal: grades.csv, feedback pages, the report."""
    from autograder import feedback, report  # jinja2 and matplotlib: not needed to grade
    from autograder.gradebook_csv import grades_csv

    journal.write(out / "grades.csv", grades_csv(verdicts, [(e.name, e.max_score) for e in assignment.exercises]))
    for verdict in verdicts:
        journal.write(out / "feedback" / f"{file_name(verdict.student)}.html", feedback.render(verdict, assignment.title))
    journal.write(out / "report.html", report.render(verdicts, assignment.title, lambda s: f"feedback/{file_name(s)}.html"))


def _still_good(out: Path, entry: Entry, graded_by: str, backend: str) -> Verdict | None:
    verdict = journal.recorded(out, entry.student)
    if verdict is None or verdict.status is Status.ERROR or (verdict.student, verdict.file) != (entry.student, entry.path.name):
        return None
    same = verdict.grader == graded_by and verdict.sandbox == backend and verdict.digest == entry_digest(entry.path)
    return verdict if same and not entry.problem else None


def _grade_all(executor: Executor, entries: list[Entry], assignment: Assignment, backend: str, graded_by: str) -> Iterator[Verdict]:
    waiting = {executor.submit(grade_entry, entry, assignment.name, backend, graded_by): entry for entry in entries}
    for future in as_completed(waiting):
        entry = waiting[future]
        try:
            yield future.result()
        except BrokenProcessPool as error:  # out of memory, or killed from outside: say so, grade again next time
            yield Verdict(entry.student, assignment.name, entry.path.name, "", graded_by, Status.ERROR, backend,
                          assignment.max_score, reason=f"the grading process died: {error}")


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
    executor = ProcessPoolExecutor(max_workers=max(1, min(jobs, tasks)), initializer=die_with_parent)
    try:
        yield executor
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


def die_with_parent() -> None:
    """A grader that is killed takes its processes, and they their sandboxes, along."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, ctypes.c_ulong(signal.SIGKILL), 0, 0, 0)
