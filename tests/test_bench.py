"""The benchmark's parts: the others grade as we do, and a cost is that of everything a command starts."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from autograder.assignment import ROOT, load_assignment
from tests import bench, bench_class, bench_nbgrader, bench_otter, bench_ours
from tests.bench_cost import measure
from tests.bench_page import Ratio, Row, ratio_table
from tests.class_builder import ASSIGNMENT, dump

RIGHT, WRONG = bench_class.notebooks(2)
UNREAPED = """
import os, signal, time
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
if os.fork() == 0:
    while time.process_time() < 0.5:
        pass
    os._exit(0)
try:
    os.wait()
except ChildProcessError:
    pass
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A class of two, one right and one wrong, and what the sealed grader says of it."""
    folder = tmp_path_factory.mktemp("bench")
    bench_ours.grade(bench_class.write(folder / "class", 2), folder / "out", jobs=2, watch=False)
    return folder


@pytest.fixture(scope="module")
def sealed(folder):
    assert bench_ours.sandbox(folder / "out") != "none"
    scores = {student: bench_ours.scores(folder / "out", student) for student in (RIGHT, WRONG)}
    assert scores[RIGHT] == {exercise.name: exercise.max_score for exercise in load_assignment(ASSIGNMENT).exercises}
    assert 0 < sum(scores[WRONG].values()) < sum(scores[RIGHT].values())
    return scores


@pytest.mark.parametrize("how", ["exec", "ipython"])
def test_a_plain_process_gives_the_same_scores(folder, sealed, how):
    command = [sys.executable, "-m", "tests.bench_plain", str(folder / "class"), how, str(folder / f"{how}.json")]
    subprocess.run(command, cwd=ROOT, env=bench_ours.environment(folder), check=True)
    answer = json.loads((folder / f"{how}.json").read_text())
    assert answer["scores"] == sealed
    assert answer["cpu"] > 0 < answer["wall"]


def test_otter_run_gives_the_same_scores(folder, sealed):
    bench_otter.build_zip(folder / "autograder.zip")

    notebooks = bench_class.notebooks(2)

    def run(student):
        return bench_otter.run(folder / "autograder.zip", student, notebooks[student], folder / f"otter-{student}")

    with ThreadPoolExecutor(2) as pool:
        ran = dict(zip(sealed, pool.map(run, sealed), strict=True))
    assert {student: scores for student, (_, scores) in ran.items()} == sealed
    assert all(cost.peak > 0 < cost.cpu for cost, _ in ran.values())


def test_nbgrader_gives_the_same_scores(folder, sealed):
    bench_nbgrader.build_course(folder / "course", sealed[RIGHT], bench_class.notebooks(2))
    cost, scores = bench_nbgrader.autograde(folder / "course", "student*")
    assert scores == sealed
    assert cost.peak > 0 < cost.cpu


def test_cpu_time_counts_processes_that_nobody_waited_for(tmp_path):
    assert measure([sys.executable, "-c", UNREAPED], tmp_path, dict(os.environ)).cpu >= 0.5


def test_a_command_that_fails_is_no_measurement(tmp_path):
    with pytest.raises(RuntimeError, match="said why"):
        measure([sys.executable, "-c", "print('said why'); raise SystemExit(3)"], tmp_path, dict(os.environ))


def test_no_two_submissions_are_the_same_and_classes_are_mixed_alike():
    notebooks = bench_class.notebooks(2 * len(bench_class.KINDS))
    assert len({dump(notebook) for notebook in notebooks.values()}) == len(notebooks)
    assert bench.SMALL % bench.KINDS == bench.LARGE % bench.KINDS == 0


def test_the_others_run_what_we_run():
    notebook = bench_class.bare(bench_class.notebooks(1)[RIGHT])
    code = ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert not [source for source in code if "grader" in source]
    assert [source for source in code if source.startswith("def lstm_step(")]


def test_a_ratio_says_which_is_over_which():
    slow, fast = (Row(name, cpu, wall, None, 0, "") for name, cpu, wall in (("slow", 6.0, 9.0), ("fast", 0.03, 0.09)))
    assert ratio_table([Ratio(slow, fast, "at least 100")]) == "| slow / fast | 200 | 100 | at least 100 |"
