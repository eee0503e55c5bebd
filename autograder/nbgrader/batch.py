"""Grade submissions in a process of its own, ahead of whoever asks for the verdicts: nbgrader's commands, or formgrader's server.

A server runs for weeks and has threads; the process starts afresh for each batch, so it reads the checks as they are now, and uses
all cores. Requests and verdicts are lines of JSON.
"""

import contextlib
import functools
import io
import json
import os
import subprocess
import sys
import threading
from concurrent.futures import Future, ProcessPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import Any, TextIO

from autograder.assignment import ROOT, AssignmentError, load_assignment
from autograder.grade import die_with_parent
from autograder.grading import grade_entry, grader_digest
from autograder.results import Status, Verdict
from autograder.roster import Entry
from autograder.sandbox.choose import choose
from autograder.sandbox.launch import SandboxError
from autograder.sandbox.view import ViewError, package_files

GONE = "the grading process ended before its time; what it said stands in the log of this one"


class BatchError(Exception):
    """Nothing can be graded; says why."""


class Batch:
    """The asking side: a process that starts when it is first needed, and ends when nothing is left to be said."""

    def __init__(self, sandbox: str = "auto", jobs: int = 0) -> None:
        self.command = [sys.executable, "-m", __name__, sandbox, str(jobs or os.cpu_count() or 1)]
        self.process: subprocess.Popen[str] | None = None
        self.expected: set[tuple[str, str]] = set()
        self.verdicts: dict[tuple[str, str], Verdict] = {}

    def send(self, assignment: str, entry: Entry) -> None:
        """Have a submission graded; raises BatchError if nothing can be graded here."""
        if (assignment, entry.student) in self.expected:
            return
        if self.process is None:
            self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
                                            env=os.environ | {"PYTHONPATH": str(ROOT)}, start_new_session=True)
            self._line("fault")
        request = {"assignment": assignment, "student": entry.student, "path": str(entry.path.absolute()),
                   "own_folder": entry.own_folder, "submitted": entry.submitted.isoformat() if entry.submitted else ""}
        assert self.process.stdin
        try:
            self.process.stdin.write(json.dumps(request) + "\n")
            self.process.stdin.flush()
        except OSError:
            self.close()
            raise BatchError(GONE) from None
        self.expected.add((assignment, entry.student))

    def verdict(self, assignment: str, entry: Entry) -> Verdict:
        """The verdict on a submission; raises BatchError if there will be none."""
        key = assignment, entry.student
        if key not in self.verdicts:
            self.send(assignment, entry)
        while key not in self.verdicts:
            verdict = Verdict.from_json(self._line())
            self.verdicts[verdict.assignment, verdict.student] = verdict
            self.expected.discard((verdict.assignment, verdict.student))
        if not self.expected:
            self.close()
        return self.verdicts.pop(key)

    def close(self) -> None:
        """End the process, if there is one, and whatever it still works on."""
        if self.process:
            process, self.process = self.process, None
            assert process.stdin
            assert process.stdout
            with contextlib.suppress(OSError):  # it may be gone already
                process.stdin.close()
            process.stdout.close()
            process.wait()
        self.expected.clear()

    def _line(self, fault: str = "") -> Any:
        assert self.process
        assert self.process.stdout
        said = json.loads(self.process.stdout.readline() or "null")
        if said is None or said.get(fault):
            self.close()
            raise BatchError(said[fault] if said else GONE)
        return said


def serve(sandbox: str, jobs: int, requests: TextIO, answers: io.RawIOBase) -> None:
    """The grading side: first whether it can grade, then a verdict for each request, as soon as there is one."""

    def say(data: dict[str, Any]) -> None:
        with lock, contextlib.suppress(BrokenPipeError):  # nobody wants to know any more
            answers.write(json.dumps(data, default=str).encode() + b"\n")

    lock = threading.Lock()

    try:
        backend, remark = choose(sandbox)
    except (SandboxError, OSError) as error:
        return say({"fault": f"nothing was graded: {error}"})
    say({"fault": "", "backend": backend, "remark": remark})
    executor = ProcessPoolExecutor(jobs, initializer=die_with_parent, initargs=(os.getpid(),))
    try:
        for line in requests:
            request = json.loads(line)
            submitted = datetime.fromisoformat(request["submitted"]) if request["submitted"] else None
            entry = Entry(request["student"], Path(request["path"]), submitted=submitted, own_folder=request["own_folder"])
            future = executor.submit(_graded, entry, request["assignment"], backend)
            future.add_done_callback(functools.partial(_answer, say, entry, request["assignment"], backend))
    finally:
        executor.shutdown(cancel_futures=True)


def _graded(entry: Entry, assignment: str, backend: str) -> Verdict:
    return grade_entry(entry, assignment, backend, _grader(assignment))


@functools.cache
def _grader(name: str) -> str:
    assignment = load_assignment(name)
    package_files(assignment.packages)
    return grader_digest(assignment)


def _answer(say: Any, entry: Entry, assignment: str, backend: str, future: "Future[Verdict]") -> None:
    if future.cancelled():
        return
    if error := future.exception():
        known = isinstance(error, (AssignmentError, ViewError))
        reason = str(error) if known else f"the grading process died: {type(error).__name__}: {error}"
        say(Verdict(entry.student, assignment, entry.path.name, "", "", Status.ERROR, backend, 0.0, reason=reason).to_json())
    else:
        say(future.result().to_json())


if __name__ == "__main__":
    wire = io.FileIO(os.dup(1), "w")
    os.dup2(2, 1)  # whatever else prints must not be taken for a verdict
    serve(sys.argv[1], int(sys.argv[2]), sys.stdin, wire)
