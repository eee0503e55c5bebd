"""`make bench`: what grading one submission costs, here and elsewhere, on the same honest work. Writes BENCHMARKS.md."""

import json
import os
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from autograder.assignment import ROOT, load_assignment
from tests import bench_class, bench_course, bench_nbgrader, bench_otter, bench_ours
from tests.bench_cost import Cost, cpu_source, measure
from tests.bench_page import PAGE, Ratio, Row, machine, ratio_table, table, versions
from tests.class_builder import ASSIGNMENT, Notebook

SMALL, LARGE, KINDS, JOBS = 60, 300, len(bench_class.KINDS), 2
Scores = dict[str, dict[str, float]]


def main() -> None:
    """Run everything, one thing at a time, and write the page."""
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        for size in (KINDS, SMALL, LARGE):
            bench_class.write(folder / f"class{size}", size)
        notebooks = bench_class.notebooks(KINDS)
        sealed, whole = ours(folder)
        plain = {how: _same(folder, bare_process(folder, how)) for how in ("exec", "ipython", "whole")}
        nbgrader = _same(folder, nbgrader_autograde(folder, notebooks))
        otter = _same(folder, otter_run(folder, notebooks))
    rows = [*plain.values(), sealed, nbgrader, otter]
    ratios = [*(Ratio(sealed, row, "at most 2 (CPU)") for row in plain.values()),
              Ratio(otter, sealed, "at least 100"), Ratio(nbgrader, sealed)]
    text = PAGE.format(
        date=time.strftime("%Y-%m-%d"), rows=table(rows), ratios=ratio_table(ratios), size=LARGE, jobs=JOBS, wall=whole.wall,
        cpu=whole.cpu, peak=whole.peak / 2**20, cpu_source=cpu_source(), machine=machine(), load=load, versions=versions(),
    )
    (ROOT / "BENCHMARKS.md").write_text(text)
    print(text)
    bench_course.main()


def ours(folder: Path) -> tuple[Row, Cost]:
    """The sealed grader: the margin of a large class over a small one, and the large class by itself."""

    def grade(size: int, watch: bool = False) -> Cost:
        return _say(f"sealed, {size}, {JOBS} jobs", bench_ours.grade(folder / f"class{size}", folder / "out", JOBS, watch))

    less, more = (_median([grade(size) for _ in range(3)]) for size in (SMALL, LARGE))
    cpu, wall = ((many - few) / (LARGE - SMALL) for few, many in ((less.cpu, more.cpu), (less.wall, more.wall)))
    whole = replace(more, peak=grade(LARGE, watch=True).peak)
    how = f"class of {LARGE} less class of {SMALL}, medians of 3, {JOBS} jobs, {bench_ours.sandbox(folder / 'out')} sandbox"
    return Row("this kit, sealed", cpu, wall, less.cpu - SMALL * cpu, whole.peak, how), whole


def bare_process(folder: Path, how: str) -> tuple[Row, Scores]:
    """No seal at all. how: what runs the cells."""
    command = [sys.executable, "-m", "tests.bench_plain", str(folder / f"class{KINDS}"), how, str(folder / "plain.json")]
    cost = _say(f"plain, {how}", measure(command, ROOT, bench_ours.environment(folder)))
    answer = json.loads((folder / "plain.json").read_text())
    row = Row(f"plain, {how}", answer["cpu"], answer["wall"], None, cost.peak, f"{KINDS} in one warm process")
    return row, answer["scores"]


def otter_run(folder: Path, notebooks: dict[str, Notebook]) -> tuple[Row, Scores]:
    """Otter starts anew for each submission."""
    bench_otter.build_zip(folder / "autograder.zip")
    costs, scores = [], {}
    for student in list(notebooks)[:3]:
        place = folder / f"otter-{student}"
        cost, scores[student] = bench_otter.run(folder / "autograder.zip", student, notebooks[student], place)
        costs.append(_say("otter run", cost))
    cost = _median(costs)
    return Row("`otter run`", cost.cpu, cost.wall, None, cost.peak, "3 runs, the median; it starts anew for each"), scores


def nbgrader_autograde(folder: Path, notebooks: dict[str, Notebook]) -> tuple[Row, Scores]:
    """nbgrader starts once; each submission has a kernel of its own."""
    points = {exercise.name: exercise.max_score for exercise in load_assignment(ASSIGNMENT).exercises}
    first, *others = list(notebooks)[:6]
    bench_nbgrader.build_course(folder / "course", points, {student: notebooks[student] for student in (first, *others)})
    one, _ = bench_nbgrader.autograde(folder / "course", first)
    five, scores = bench_nbgrader.autograde(folder / "course", f"student00[{others[0][-1]}-{others[-1][-1]}]")
    for what, cost in (("nbgrader, 1", one), ("nbgrader, 5", five)):
        _say(what, cost)
    cpu, wall = (five.cpu - one.cpu) / 4, (five.wall - one.wall) / 4
    return Row("`nbgrader autograde`", cpu, wall, one.cpu - cpu, five.peak, "5 submissions less 1"), scores


def _same(folder: Path, graded: tuple[Row, Scores]) -> Row:
    """The row, if its scores are those of the sealed grader; graders that disagree cannot be compared."""
    row, scores = graded
    for student, theirs in scores.items():
        sealed = bench_ours.scores(folder / "out", student)
        if theirs != sealed:
            raise SystemExit(f"{row.grader} gives {student} {theirs}, the sealed grader {sealed}")
    return row


def _median(costs: list[Cost]) -> Cost:
    return Cost(*(statistics.median(values) for values in zip(*((c.wall, c.cpu, c.peak) for c in costs), strict=True)))


def _say(what: str, cost: Cost) -> Cost:
    print(f"{what:24} {cost.wall:7.2f} s wall {cost.cpu:7.2f} s CPU {cost.peak / 2**20:6.0f} MiB", flush=True)
    return cost


if __name__ == "__main__":
    main()
