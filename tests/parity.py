"""One class, graded by this kit, by stock Otter and by nbgrader with our configuration: every exercise must score the same.

    python -m tests.parity [kernels]    the honest part of the demo class; "kernels": Otter with a Jupyter kernel for each (5 min)
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Collection
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Column, Table

from autograder.assignment import PRINTED, load_assignment
from autograder.release.pack import autograders
from tests import bench_ours
from tests.class_builder import ASSIGNMENT, exercise_names
from tests.demo_class import students
from tests.nbgrader_course import grades, hand_in, make_course, nbgraders

Scores = dict[str, dict[str, float]]  # by student and exercise
HOSTILE = frozenset("eats_memory fork_bomb kills_its_parent loops_forever opens_a_socket prints_60_mb reads_the_disk".split())
UNREADABLE = frozenset(("broken_json", "empty_file", "byte_order_mark"))  # Otter does not read the last, nor give it a score


def write_class(folder: Path, names: Collection[str] = ()) -> Path:
    """A folder of what the demo class's honest students (or those named) hand in."""
    folder.mkdir()
    for student in students():
        if student.name not in HOSTILE | UNREADABLE and (not names or student.name in names):
            (folder / f"{student.name}.ipynb").write_bytes(student.data)
    return folder


def our_scores(submissions: Path) -> Scores:
    """What the sealed grader gives."""
    out = submissions.with_name("ours")
    bench_ours.grade(submissions, out, jobs=2, watch=False)
    return {path.stem: bench_ours.scores(out, path.stem) for path in submissions.glob("*.ipynb")}


def otter_scores(submissions: Path, how: str = "") -> Scores:
    """What stock Otter gives, with the zip as its autograder; how: see tests/parity_otter.py."""
    autograder, answer = write_zip(submissions.with_name("autograder.zip")), submissions.with_name("otter.json")
    script = Path(__file__).with_name("parity_otter.py")
    command = [sys.executable, "-I", str(script), str(autograder), str(submissions), str(answer), *[how] * bool(how)]
    subprocess.run(command, env=os.environ | {"MPLBACKEND": "agg"}, check=True, capture_output=True)
    scores: Scores = json.loads(answer.read_text())
    return scores


def nbgrader_scores(submissions: Path) -> Scores:
    """What `nbgrader autograde` gives with our configuration."""
    folder = submissions.with_name("nbgrader")
    folder.mkdir()
    course = make_course(folder, ASSIGNMENT)
    for path in submissions.glob("*.ipynb"):
        hand_in(course, path.stem, path.read_bytes())
    done = nbgraders(course, ["generate_assignment", ASSIGNMENT], ["autograde", ASSIGNMENT])
    if done["code"]:
        raise ValueError(f"nbgrader ended with {done['code']}: {done['said'][-2000:]}")
    return {student: {name: points for name, (points, _, _) in cells.items() if name in exercise_names()}
            for student, cells in grades(course).items()}


def write_zip(path: Path) -> Path:
    """What `make release` writes to dist/otter/."""
    notebook = {f"{ASSIGNMENT}.ipynb": (PRINTED / ASSIGNMENT / f"{ASSIGNMENT}.ipynb").read_bytes()}
    path.write_bytes(autograders(load_assignment(ASSIGNMENT), [], notebook)[f"otter/{ASSIGNMENT}.zip"])
    return path


def differences(ways: dict[str, Scores]) -> list[str]:
    """Each exercise of each student that two graders score differently, as a sentence."""
    first, expected = next(iter(ways.items()))
    found = []
    for way, scores in ways.items():
        if scores.keys() != expected.keys():
            found.append(f"{first} and {way} grade different students: {sorted(scores.keys() ^ expected.keys())}")
        for student in scores.keys() & expected.keys():
            found += [f"{student}, {exercise}: {first} {expected[student].get(exercise)}, {way} {scores[student].get(exercise)}"
                      for exercise in sorted(scores[student].keys() | expected[student].keys())
                      if scores[student].get(exercise) != expected[student].get(exercise)]
    return sorted(found)


def table(ways: dict[str, Scores]) -> Table:
    """A row for each student, a column for each grader."""
    rows = Table("student", *(Column(way, justify="right") for way in ways), box=None)
    for student in sorted(next(iter(ways.values()))):
        sums = (sum(scores[student].values()) if student in scores else None for scores in ways.values())
        rows.add_row(escape(student), *("–" if total is None else f"{total:g}" for total in sums))
    return rows


WAYS: dict[str, Callable[[Path], Scores]] = {"ours": our_scores, "otter": otter_scores, "nbgrader": nbgrader_scores}


def main(how: str = "") -> int:
    """Grade the class in all ways and show what differs; exit code 1 if anything does."""
    graders = WAYS | {"otter": lambda submissions: otter_scores(submissions, how)}
    with tempfile.TemporaryDirectory(prefix="parity-") as folder:
        submissions = write_class(Path(folder) / "class")
        ways = {way: grade(submissions) for way, grade in graders.items()}
    found = differences(ways)
    Console(highlight=False).print(table(ways))
    print(*found, f"{len(ways['ours'])} students, {sum(map(len, ways['ours'].values()))} exercises, {len(found)} differences", sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
