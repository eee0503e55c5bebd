"""Every lecture runs from top to bottom, and keeps the form that students know from the one before."""

import ast
import re
import subprocess
import sys

import pytest

from autograder.assignment import ROOT, SOLUTIONS, assignment_names, front_matter, load_assignment
from tests.lecture import lecture

HEAVY = {"matplotlib", "IPython", "keras", "tensorflow", "statsmodels", "pandas"}
TRAINED = [name for name in assignment_names() if load_assignment(name).training]
EACH = pytest.mark.parametrize("name", assignment_names())


@pytest.fixture
def run(name):
    return lecture(name)


def prose(name):
    return (SOLUTIONS / name / "reference.py").read_text()


@EACH
@pytest.mark.xdist_group("tensorflow")
def test_every_cell_has_one_kind(name, run):
    kinds = {tuple(tags) for tags, _ in run.cells}
    labs = {("lab",)} if name in TRAINED and not run.labs else set()  # what trains has its pictures in training cells
    assert kinds | labs == {("given",), ("exercise",), ("lab",)}
    for function in run.exercises():
        assert isinstance(function, ast.FunctionDef)
        assert ast.get_docstring(function)


@EACH
@pytest.mark.xdist_group("tensorflow")
def test_every_picture_is_described(name, run):
    from matplotlib import pyplot

    assert run.screen.figures or name in TRAINED
    for figure, caption in zip(run.screen.figures, run.screen.captions, strict=True):
        assert re.search(r"[.!?]$", caption)
        assert figure.get_facecolor() == (1, 1, 1, 1)  # so that dark text reads on a dark page
    assert not pyplot.get_fignums()


@EACH
@pytest.mark.xdist_group("tensorflow")
def test_lines_differ_in_more_than_colour(name, run):
    for figure in run.screen.figures:
        for axes in figure.axes:
            lines = [line for line in axes.get_legend_handles_labels()[0] if hasattr(line, "get_linestyle")]
            styles = [(line.get_linestyle(), line.get_marker()) for line in lines if isinstance(line.get_linestyle(), str)]
            assert len(set(styles)) == len(styles)


@EACH
@pytest.mark.xdist_group("tensorflow")
def test_the_table_of_exercises_holds(name, run):
    rows = re.findall(r"^# \| \d+ \| `(\w+)` \|.*\| (\d+) \| (\d+) \|$", prose(name), re.MULTILINE)
    assert [row[0] for row in rows] == [function.name for function in run.exercises()]
    lengths = [f.end_lineno - f.body[0].end_lineno for f in run.exercises()]
    assert [int(lines) for _, lines, _ in rows] == lengths
    assert sum(int(minutes) for *_, minutes in rows) <= front_matter(SOLUTIONS / name / "reference.py")["minutes"]


@EACH
def test_a_lecture_has_all_its_parts(name):
    text = prose(name)
    assert "## What you should remember" in text
    assert "## To think about" in text
    assert len(re.findall(r'tags=\["question"\]', text)) in (2, 3)
    assert len(re.findall(r"^# \*\*Answer \d\.\*\*", text, re.MULTILINE)) == len(re.findall(r'tags=\["question"\]', text))


@EACH
def test_importing_the_reference_is_light(name):
    ask = f"import sys, solutions.{name}.reference; sys.exit(' '.join({HEAVY} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", ask], cwd=ROOT, capture_output=True, text=True, check=False)
    assert not done.stderr.strip()
