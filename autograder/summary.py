"""What a person at the terminal sees: progress while a class is graded, and what came of it."""

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from autograder import tally
from autograder.results import Status, Verdict
from autograder.untrusted import clean


class Progress:
    """A bar on a terminal, plain lines otherwise."""

    def __init__(self) -> None:
        columns = (TextColumn("grading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self.bar = Bar(*columns, transient=True) if sys.stdout.isatty() else None
        self.task = self.bar.add_task("") if self.bar else None

    def __enter__(self) -> "Progress":
        if self.bar:
            self.bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self.bar:
            self.bar.stop()

    def say(self, line: str) -> None:
        """A line a person should read."""
        print(line) if self.bar is None else self.bar.console.print(line, markup=False)

    def advance(self, verdict: Verdict, done: int, total: int) -> None:
        """One more verdict is in."""
        if self.bar and self.task is not None:
            self.bar.update(self.task, completed=done, total=total)
        else:
            print(f"{done}/{total} {clean(verdict.student)}: {verdict.score:g} of {verdict.max_score:g}, {verdict.status}", flush=True)


def summary(verdicts: Sequence[Verdict], out: Path) -> str:
    """The class in a few lines, and where to look next."""
    counts = Counter(verdict.status for verdict in verdicts)
    named = tally.mistakes(verdicts)[:5]
    lines = [f"{len(verdicts)} submissions: " + ", ".join(f"{counts[s]} {s}" for s in Status if counts[s])]
    lines += [f"  {clean(v.student)}: {v.status}, {clean(v.reason)}" for v in verdicts if v.status in (Status.UNREADABLE, Status.ERROR)]
    if named:
        lines.append("most common mistakes:")
        lines += [f"  {len(m.students):3} × {m.exercise}: {m.mistake.replace('_', ' ')}" for m in named]
    if any(verdict.sandbox == "none" for verdict in verdicts):
        lines.append("UNSANDBOXED: these grades come from code that could read the tests and change its score")
    lines.append(f"see {out}/report.html (the class), {out}/feedback/ (a page each), {out}/grades.csv")
    return "\n".join(lines)
