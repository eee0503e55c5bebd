"""One submission in the sandbox: its cells run, its functions stand behind stand-ins, and what kills it costs little.

A worker that hangs or dies is replaced by a fresh one; a cell that killed it is left out, a function that did is not called again.
"""

import inspect
import re
import time
from typing import Any

from autograder.assignment import Assignment
from autograder.results import CellError
from autograder.sandbox.launch import SandboxError, Zygote
from autograder.sandbox.worker import Worker, WorkerGone
from autograder.standin import NotRun, NotWritten, StandIn, StudentError, argument_names, well_known
from autograder.submission import Cell, Submission

MAX_KILLERS = 3
TRAINING = "# Training"  # how a cell begins that trains: nothing that is graded by calling it comes from there


class Session:
    """The running copy of one submission. `partial` says whether some of it could not be run, `cell_errors` what and why."""

    def __init__(self, zygote: Zygote, assignment: Assignment, submission: Submission, skip: frozenset[str]) -> None:
        self.zygote, self.limits = zygote, assignment.limits
        self.parameters = {e.name: list(inspect.signature(e.reference).parameters) for e in assignment.exercises}
        self.cells = [cell for cell in submission.cells if cell.source.strip() and cell.source.strip() not in skip]
        self.training = [cell for cell in self.cells if assignment.training and cell.source.lstrip().startswith(TRAINING)]
        self.cells = [cell for cell in self.cells if cell not in self.training]
        self.lines = {cell.index: cell.source.splitlines() for cell in self.cells}
        self.errors: dict[int, CellError] = {}
        self.killers: set[int] = set()
        self.gave_up: dict[str, str] = {}
        self.worker: Worker | None = None
        self.left = self.limits.total_seconds
        self.partial = False
        self.cpu = 0.0

    @property
    def cell_errors(self) -> tuple[CellError, ...]:
        """What went wrong in cells, in the notebook's order."""
        return tuple(self.errors[index] for index in sorted(self.errors))

    def stand_in(self, name: str) -> StandIn:
        """A stand-in for the student's function."""
        return StandIn(name, lambda args, kwargs: self._call(name, args, kwargs),
                       about=lambda what, args: self._asked(name, do="about", what=what, args=args).get("answer"))

    def close(self) -> None:
        """End the worker and all it started."""
        if self.worker:
            self.worker.close()
            self.cpu += self.worker.cpu
            self.worker = None

    def _call(self, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> tuple[Any, tuple[str, ...]]:
        reply = self._asked(name, do="call", args=args, kwargs=kwargs)
        changed = reply.get("changed")
        names = [*argument_names(self.parameters[name], len(args)), *kwargs]
        indices = changed if isinstance(changed, list) else []
        return reply.get("answer"), tuple(names[i] for i in indices if type(i) is int and 0 <= i < len(names))

    def _asked(self, name: str, **request: Any) -> dict[str, Any]:
        """The worker's reply to a request about a function of the student's; raises StudentError or NotRun if there is none."""
        if name in self.gave_up:
            raise NotRun(f"not run: {name} {self.gave_up[name]} in an earlier check")
        worker = self._ready()
        worker.listening = False  # from here on the worker has seen hidden inputs
        try:
            reply = self._ask(worker, self.limits.call_seconds, name=name, **request)
        except WorkerGone as gone:
            self._lost(gone)
            self.partial = True
            self.gave_up[name] = self._why(gone, self.limits.call_seconds)
            raise StudentError(self.gave_up[name], fatal=True) from None
        if reply.get("missing") is True:
            raise self._missing(name)
        if "error" in reply:
            raise self._student_error(name, reply["error"])
        return reply

    def _ready(self) -> Worker:
        """A worker in which the cells have run."""
        while self.worker is None:
            if len(self.killers) > MAX_KILLERS:
                raise NotRun(f"not run: {len(self.killers)} cells of the notebook hang or end their process")
            self.worker = Worker(self.zygote)
            for cell in self.cells:
                if cell.index not in self.killers and not self._run(self.worker, cell):
                    break
        return self.worker

    def _run(self, worker: Worker, cell: Cell) -> bool:
        """Run one cell; False if the worker did not survive it."""
        try:
            reply = self._ask(worker, self.limits.cell_seconds, do="cell", index=cell.index, source=cell.source)
        except WorkerGone as gone:
            self._lost(gone)
            self.partial = True
            self.killers.add(cell.index)
            self.errors[cell.index] = CellError(cell.index, f"this cell {self._why(gone, self.limits.cell_seconds)}: it was left out")
            return False
        if isinstance(error := reply.get("error"), dict):
            kind, message, _, line = _fields(error)
            self.errors.setdefault(cell.index, CellError(cell.index, f"{kind}: {message}"[:500], line, self._line(cell.index, line)))
        return True

    def _ask(self, worker: Worker, seconds: float, **request: Any) -> dict[str, Any]:
        if self.left <= 0:
            self.partial = True
            raise NotRun(f"not run: the notebook used up its {self.limits.total_seconds:g} s")
        start = time.monotonic()
        try:
            return worker.ask(min(seconds, self.left), **request)
        finally:
            self.left -= time.monotonic() - start

    def _lost(self, gone: WorkerGone) -> None:
        if self.worker:
            self.cpu += self.worker.cpu
            self.worker = None
        if gone.why == "fault":
            raise SandboxError(gone.detail)

    def _why(self, gone: WorkerGone, seconds: float) -> str:
        return {
            "time": f"did not come back within {seconds:g} s", "memory": f"used more than {self.limits.memory_bytes >> 20} MiB of memory",
            "exit": "ended its process", "protocol": "answered with something that is no value",
        }[gone.why]

    def _missing(self, name: str) -> Exception:
        """Why there is no such function: its cell failed, or nobody wrote one."""
        for cell in self.cells:
            if cell.index in self.errors and _defines(cell, name):
                self.partial = True
                error = self.errors[cell.index]
                return NotRun(f"not run: cell {cell.index}, which defines {name}, could not be run: {error.message}")
        for cell in self.training:
            if _defines(cell, name):
                return NotRun(f"not run: cell {cell.index}, which defines {name}, begins with `{TRAINING}`; such cells are not run while "
                              "grading, so move the function into a cell of its own")
        return NotWritten("Missing", f"your notebook defines no function {name}")

    def _student_error(self, name: str, error: Any) -> Exception:
        if not isinstance(error, dict):
            return StudentError("an exception")
        kind, message, cell, line = _fields(error)
        if kind == "NotImplementedError":
            return NotWritten(kind, f"{name} is still empty, or calls one that is")
        return StudentError(kind, message, *((cell, line) if self._line(cell, line) else (None, None)))

    def _line(self, cell: int | None, line: int | None) -> str:
        """The student's own line, from what was handed in; "" if there is no such line."""
        lines = self.lines.get(cell or 0, [])
        return lines[line - 1].strip()[:200] if line and 0 < line <= len(lines) else ""


def _defines(cell: Cell, name: str) -> bool:
    return re.search(rf"^\s*def\s+{name}\b", cell.source, re.MULTILINE) is not None


def _fields(error: dict[str, Any]) -> tuple[str, str, int | None, int | None]:
    """An error as the worker tells it: the nearest well-known type it is one of, its text, cell and line, if they are such."""
    kinds, message, cell, line = (error.get(key) for key in ("kinds", "message", "cell", "line"))
    return (well_known(kinds if isinstance(kinds, list) else []), message[:500] if isinstance(message, str) else "",
            cell if type(cell) is int else None, line if type(line) is int else None)
