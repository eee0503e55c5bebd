"""Stock Otter with our zip, and nbgrader with our configuration, give honest submissions the scores that this kit's grader gives."""

import ast
import copy
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.assignment import PRINTED, ROOT, assignment_names, load_assignment
from autograder.release.otter_zip import otter_files
from tests import parity
from tests.class_builder import ASSIGNMENT, Submission, dump, exercise_cells, exercise_names, filled, printed, text

pytestmark = pytest.mark.xdist_group("parity")  # one process grades the class
GUIDE = (ROOT / "guide" / "otter.md").read_text()
COMMANDS = [line for block in re.findall(r"^```sh\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL) for line in block.splitlines()]


OWN = """


own = lstm_step
names = {names}
globals().update(dict.fromkeys(names, 1.0))


def lstm_step(x, h_prev, c_prev, params):
    return tuple(part * all(type(globals()[name]) is float for name in names) for part in own(x, h_prev, c_prev, params))
"""


def lab_names(notebook):
    """The names that only labs set."""
    def stored(cells):
        trees = [ast.parse(text(cell)) for cell in cells if cell["cell_type"] == "code"]
        return {node.id for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}

    labs = [cell for cell in notebook["cells"] if "lab" in cell["metadata"].get("tags", ())]
    return stored(labs) - stored([cell for cell in notebook["cells"] if cell not in labs])


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """The honest part of the demo class, and one student more whose names are also those of checks and labs, graded in three ways."""
    folder = tmp_path_factory.mktemp("parity")
    submissions = parity.write_class(folder / "class")
    notebook = filled(Submission("same_names", "right"))
    step = dict(exercise_cells(notebook))["lstm_step"]
    names = lab_names(notebook)
    assert "rng" in names  # which the checks use too
    step["source"] = text(step) + OWN.format(names=sorted(names))
    (submissions / "same_names.ipynb").write_bytes(dump(notebook))
    return {way: grade(submissions) for way, grade in parity.WAYS.items()}


def test_every_exercise_scores_the_same(graded):
    assert parity.differences(graded) == []
    assert [len(scores) for scores in graded.values()] == [27, 27, 27]
    full = {exercise.name: exercise.max_score for exercise in load_assignment(ASSIGNMENT).exercises}
    assert graded["otter"]["perfect"] == graded["otter"]["same_names"] == full
    assert 0 == sum(graded["otter"]["untouched"].values()) < sum(graded["otter"]["swapped_gates"].values()) < sum(full.values())


def test_a_difference_is_found(graded):
    other = copy.deepcopy(graded)
    other["otter"]["perfect"]["lstm_step"] -= 1
    del other["otter"]["float32"]
    found = parity.differences(other)
    assert found == ["ours and otter grade different students: ['float32']", "perfect, lstm_step: ours 10.0, otter 9"]


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """Where the guide's commands are given: the zip, the printed assignments, and a submission."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "dist" / "otter").mkdir(parents=True)
    parity.write_zip(folder / "dist" / "otter" / "lstm.zip")
    (folder / "assignments").symlink_to(PRINTED)
    student = parity.write_class(folder / "class", ["counts_no_biases"]) / "counts_no_biases.ipynb"
    student.rename(folder / "lstm.ipynb")

    def give(command):
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        return subprocess.run(command, shell=True, cwd=folder, env=os.environ | {"PATH": path}, capture_output=True, text=True)

    give.folder = folder
    return give


def test_the_guide_names_these_commands():
    assert [command.split()[:2] for command in COMMANDS] == [["python", "-m"], ["otter", "run"], ["otter", "check"]]


def test_otter_run_as_in_the_guide(desk, graded):
    done = desk(COMMANDS[1])
    assert done.returncode == 0, done.stderr
    tests = json.loads((desk.folder / "results.json").read_text())["tests"]
    assert {test["name"]: test["score"] for test in tests if "score" in test} == graded["ours"]["counts_no_biases"]


def test_otter_check_as_in_the_guide(desk):
    done = desk(COMMANDS[2])
    assert "lstm_param_count results:" in done.stdout, done.stderr
    assert done.stdout.count("All test cases passed!") == len(exercise_names()) - 1


@pytest.mark.parametrize("name", assignment_names())
def test_each_exercise_has_a_test_file(name):
    assignment = load_assignment(name)
    files = otter_files(assignment)
    assert set(files) == {"otter_config.json"} | {f"tests/{exercise.name}.py" for exercise in assignment.exercises}
    assert json.loads(files["otter_config.json"])["lang"] == "python"


NOTEBOOK = """
import json, sys
from pathlib import Path
import otter
said = []
for notebook in sys.argv[2:4]:
    for cell in json.loads(Path(notebook).read_text())["cells"]:
        if "exercise" in cell["metadata"].get("autograder", {}) or "given" in cell["metadata"].get("tags", ()):
            exec("".join(cell["source"]))
    grader = otter.Notebook(tests_dir=sys.argv[1])
    results = {name: grader.check(name) for name in sys.argv[4:]}
    said.append({name: [all(case.passed for case in result.test_case_results), repr(result)] for name, result in results.items()})
print(json.dumps(said))
"""


def test_otters_notebook_runs_the_printed_checks(tmp_path):
    (tmp_path / "written.ipynb").write_bytes(dump(filled(Submission("honest", "right"))))
    (tmp_path / "empty.ipynb").write_bytes(dump(printed()))
    command = [sys.executable, "-c", NOTEBOOK, str(PRINTED / ASSIGNMENT / "tests"), "written.ipynb", "empty.ipynb", *exercise_names()]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    written, empty = json.loads(done.stdout.splitlines()[-1])
    assert {name: passed for name, (passed, _) in written.items()} == dict.fromkeys(exercise_names(), True)
    assert all(not passed and f"{name} is still empty" in text for name, (passed, text) in empty.items())
