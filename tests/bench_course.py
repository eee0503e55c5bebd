"""What the whole course costs: printing it, checking an exercise in a notebook, grading a class on Keras models.

    python -m tests.bench_course    writes the second part of BENCHMARKS.md
"""

import contextlib
import io
import statistics
import sys
import tempfile
import time
from pathlib import Path

import nbformat

from autograder.assignment import ROOT, assignment_names, load_assignment
from autograder.client.notebook import Grader
from autograder.release.record import pack, record
from tests.bench_cost import Cost, measure
from tests.bench_layers import table
from tests.bench_ours import environment
from tests.bench_page import machine
from tests.filling import CORRECT, in_style

KERAS, SMALL, LARGE, JOBS = "windowing", 10, 100, 2
HEADING = "# What the course costs"
PAGE = """\
{heading}

Written by `python -m tests.bench_course` on {date}; machine: {machine}.

- `make release` prints and packs all {count} assignments in **{printing.wall:.1f} s** ({printing.cpu:.1f} s CPU); `--check`
  takes {checking.wall:.1f} s (goal: under 60 s).
- `grader.check` of one exercise in a notebook, the slowest of each assignment, after a first call (goal: under 200 ms, `{keras}`
  under 2 s): {checks}.
- A class of {large} on `{keras}`, each with Keras models, sealed, {jobs} jobs: **{class_cost.wall:.0f} s**, {class_cost.cpu:.0f} s CPU
  (goal: under 120 s). One submission more costs {each:.2f} s CPU (class of {large} less class of {small}; goal: under 1.5 s).

The references against Keras's layers, batch of 32, 50 steps, 8 features, 32 units or filters, float64, agreeing to 1e-8
(`python -m tests.bench_layers`; the layer compiled by tf.function; medians):

{layers}
"""


def main() -> None:
    """Measure everything, one thing at a time, and write the page's second part."""
    checks = {name: slowest_check(name) for name in assignment_names()}
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        printing, checking = (measure([sys.executable, "-m", "autograder", "release", *check], ROOT, environment(folder), watch=False)
                              for check in ([], ["--check"]))
        small, large = (grade(write(folder / f"class{size}", size), folder / "out") for size in (SMALL, LARGE))
    text = PAGE.format(
        heading=HEADING, date=time.strftime("%Y-%m-%d"), machine=machine(), count=len(checks), printing=printing, checking=checking,
        checks=", ".join(f"{name} {1e3 * seconds:.0f} ms" for name, seconds in checks.items()), keras=KERAS, large=LARGE,
        small=SMALL, jobs=JOBS, class_cost=large, each=(large.cpu - small.cpu) / (LARGE - SMALL), layers=table(),
    )
    page = ROOT / "BENCHMARKS.md"
    first = page.read_text().partition(HEADING)[0].rstrip()
    page.write_text(f"{first}\n\n{text}")
    print(text)


def slowest_check(name: str) -> float:
    """Seconds that the slowest `grader.check` of an assignment takes, for one who has solved it."""
    assignment = load_assignment(name)
    recorded = {exercise.name: pack(record(assignment, exercise)) for exercise in assignment.exercises}
    grader = Grader(name, recorded, {exercise.name: exercise.solution for exercise in assignment.exercises})
    return max(_seconds(grader, exercise) for exercise in recorded)


def write(folder: Path, size: int) -> Path:
    """A class in which every student has solved the Keras assignment, in styles that take turns."""
    folder.mkdir()
    styles = [path.stem for path in sorted((CORRECT / KERAS).glob("*.py"))]
    for number in range(size):
        notebook = in_style(KERAS, styles[number % len(styles)])
        notebook.cells.append(nbformat.v4.new_code_cell(f"# handed in by student {number}", id=f"seat-{number}"))
        nbformat.write(notebook, folder / f"student{number:03}.ipynb")
    return folder


def grade(submissions: Path, out: Path) -> Cost:
    """What it costs to grade a folder afresh."""
    command = [sys.executable, "-m", "autograder", "grade", KERAS, str(submissions), "--out", str(out), "--fresh", "--jobs", str(JOBS)]
    return measure(command, ROOT, environment(out.parent), watch=False)


def _seconds(grader: Grader, exercise: str) -> float:
    times = []
    for _ in range(4):
        start = time.perf_counter()
        with contextlib.redirect_stdout(io.StringIO()):
            grader.check(exercise)
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:])


if __name__ == "__main__":
    main()
