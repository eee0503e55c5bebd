"""`make demo`: a class of about thirty hands in, the grader grades it, and every verdict is compared with the expected one."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Column, Table

import tests.odd_but_honest  # noqa: F401  fills FILES
from autograder.assignment import ROOT
from autograder.results import Verdict
from tests.class_builder import ASSIGNMENT, Notebook, Submission, dump, filled, read_submissions
from tests.expectation import mistakes, read_verdict, surprises
from tests.odd_files import FILES

HONEST = Submission("honest", "right")
ODD = ("duplicated_cells", "answers_in_reverse", "byte_order_mark", "empty_file", "broken_json")  # of tests/odd_files.py and its kin
RENAMED = "lstm (2) - Kopie"
THOUGHTFUL = "perfect"
ANSWER = ("What is left after 50 steps is f to the power of 50: nothing for b_f = 0 (f = 0.5) or 1 (f = 0.73), and 0.7 for 5 (f = 0.993). "
          "I would start at 5 where a task needs a long memory.")
COLORS = {"graded": "green", "partial": "yellow", "unreadable": "magenta", "error": "red"}


@dataclass(frozen=True)
class Student:
    """One row: who, what they did, the file they handed in, and the verdict it must get."""

    name: str
    about: str
    data: bytes
    base: str
    expect: dict[str, str]


def students() -> list[Student]:
    """The whole class."""
    wrote = [Student(s.name, s.about, dump(answered(filled(s)) if s.name == THOUGHTFUL else filled(s)), s.base, dict(s.expect))
             for s in read_submissions(ASSIGNMENT).values()]
    odd = [Student(name, FILES[name].about, FILES[name].make(filled(HONEST)), "reference",
                   {"status": "unreadable"} if FILES[name].expect == "unreadable" else {}) for name in ODD]
    renamed = Student(RENAMED, "right, but the file was renamed on the way", dump(filled(HONEST)), "reference", {})
    return sorted([*wrote, *odd, renamed], key=lambda student: student.name)


def answered(notebook: Notebook) -> Notebook:
    """The notebook with an answer in words, for a person to mark."""
    (cell,) = [cell for cell in notebook["cells"] if cell["id"] == "answer-2"]
    cell["source"] = ANSWER
    return notebook


def main(demo: Path = ROOT / "demo") -> int:
    """Build, grade, compare, show. Exit code 1 if a verdict is not as expected."""
    console = Console(highlight=False)
    if not console.is_terminal:
        console = Console(highlight=False, width=140)
    class_ = students()
    folder, out = demo / "submissions", demo / "out"
    hand_in(class_, folder)
    command = [sys.executable, "-m", "autograder", "grade", ASSIGNMENT, str(folder), "--out", str(out), "--fresh"]
    console.print(f"{len(class_)} students handed in assignments/{ASSIGNMENT}/{ASSIGNMENT}.ipynb. Grading them:")
    start = time.monotonic()
    code = subprocess.run(command, cwd=ROOT).returncode
    if code:
        console.print(f"[red]the grader ended with exit code {code}[/]")
        return 1
    verdicts = {student.name: read_verdict(out, student.name) for student in class_}
    wrong = {s.name: found for s in class_ if (found := surprises(verdicts[s.name], s.expect, s.base))}
    console.print(table(class_, verdicts, wrong))
    for name, found in wrong.items():
        console.print(f"[red]{escape(name)}: {escape('; '.join(found))}[/]")
    verdict = f"[red]{len(wrong)} are not as expected" if wrong else "[green]all as expected"
    console.print(f"{len(class_)} submissions in {time.monotonic() - start:.0f} s, {verdict}[/]\n")
    console.print(where_next(os.path.relpath(out)))
    return 1 if wrong else 0


def hand_in(class_: list[Student], folder: Path) -> None:
    """Write the submissions; those of an earlier demo that are no longer in the class go."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.glob("*.ipynb"):
        path.unlink()
    for student in class_:
        (folder / f"{student.name}.ipynb").write_bytes(student.data)


def table(class_: list[Student], verdicts: dict[str, Verdict], wrong: dict[str, list[str]]) -> Table:
    """What a lecturer wants to see: who, what they did, and what the grader made of it."""
    rows = Table("student", "what they did", Column("score", justify="right"), "status", "mistake named", box=None, pad_edge=False)
    for student in class_:
        verdict = verdicts[student.name]
        named = "".join(mistakes(verdict)[:1]).replace("_", " ")
        rows.add_row(escape(student.name), escape(student.about), f"{verdict.score:g}/{verdict.max_score:g}",
                     f"[{COLORS[verdict.status]}]{verdict.status}[/]", named, style="red" if student.name in wrong else None)
    return rows


def where_next(out: str) -> str:
    """What a lecturer would open now."""
    return (f"Where to look next\n"
            f"  {out}/report.html                    the class: scores, pass rates, the most common mistakes\n"
            f"  {out}/feedback/swapped_gates.html    what a student reads; there is a page for each\n"
            f"  {out}/grades.csv                     the grades as a table; guide/lms.md: into Canvas or Moodle\n"
            f"  {out}/gradebook.db                   nbgrader's; formgrader opens the folder, an answer of {THOUGHTFUL} waits for a mark:\n"
            f"      . .venv/bin/activate && cd {out} && jupyter lab    then open its address with /formgrader in place of /lab\n"
            f"  make grade NAME={ASSIGNMENT} SUBMISSIONS=folder    your own class; guide/README.md: on your platform")


if __name__ == "__main__":
    sys.exit(main())
