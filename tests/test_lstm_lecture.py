"""The LSTM lecture: every lab runs, says what it shows, and the numbers in the prose hold."""

import ast
import importlib.util
import re
import subprocess
import sys
import warnings
from types import SimpleNamespace

import jupytext
import numpy as np
import pytest

from autograder.assignment import ROOT, SOLUTIONS, front_matter

PATH = SOLUTIONS / "lstm" / "reference.py"
HEAVY = {"matplotlib", "IPython", "keras", "tensorflow"}
HAS_KERAS = importlib.util.find_spec("tensorflow") is not None


class Ready:
    """A grader for which every exercise is written."""

    def ready(self, *exercises):
        return True


class Screen:
    """What the labs display, in order."""

    def __init__(self):
        self.shown = []

    def display(self, item, metadata=None):
        self.shown.append((item, metadata))

    @property
    def captions(self):
        return [item.data.strip("*") for item, _ in self.shown if hasattr(item, "data")]


@pytest.fixture(scope="module")
def cells():
    """What a student's notebook runs: the code cells with their tags, without staff's."""
    code = [cell for cell in jupytext.read(PATH).cells if cell.cell_type == "code"]
    return [(cell.metadata["tags"], cell.source) for cell in code if "staff" not in cell.metadata["tags"]]


@pytest.fixture(scope="module")
def screen():
    import IPython.display
    import matplotlib

    with pytest.MonkeyPatch.context() as patch:
        recorder = Screen()
        patch.setattr(IPython.display, "display", recorder.display)
        matplotlib.use("agg")
        yield recorder


@pytest.fixture(scope="module")
def notebook(cells, screen):
    """The names a student has after running everything, all exercises solved."""
    if HAS_KERAS:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # TensorFlow's own, while it loads
            import keras  # noqa: F401  loaded here so that the lab's own warnings are errors
    names = {"grader": Ready(), "__name__": "__main__"}
    for _, source in cells:
        exec(compile(source, "a cell", "exec"), names)
    return names | {"screen": SimpleNamespace(shown=list(screen.shown), captions=screen.captions)}


def labs(cells):
    return [source for tags, source in cells if "lab" in tags]


def again(source, names, screen, **changed):
    """The last caption after running one lab again with other names."""
    exec(compile(source, "a lab", "exec"), names | changed)
    return screen.captions[-1] if screen.captions else ""


def test_every_cell_has_one_kind(cells):
    assert {tuple(tags) for tags, _ in cells} == {("given",), ("exercise",), ("lab",)}
    for tags, source in cells:
        if "exercise" in tags:
            (function,) = ast.parse(source).body
            assert isinstance(function, ast.FunctionDef)
            assert ast.get_docstring(function)


def test_every_picture_is_described(notebook):
    shown = notebook["screen"].shown
    figures, captions = shown[::2], shown[1::2]
    assert len(figures) == len(captions) == (4 if HAS_KERAS else 3)
    for (figure, metadata), (caption, _) in zip(figures, captions, strict=True):
        sentence = metadata["image/png"]["alt"]
        assert caption.data == f"*{sentence}*"
        assert sentence.endswith(".")
        assert figure.get_facecolor() == (1, 1, 1, 1)  # so that dark text reads on a dark page
    assert not notebook["plt"].get_fignums()


def test_lines_differ_in_more_than_colour(notebook):
    for figure, _ in notebook["screen"].shown[::2]:
        for axes in figure.axes:
            styles = [(line.get_linestyle(), line.get_marker()) for line in axes.get_legend_handles_labels()[0]]
            assert len(set(styles)) == len(styles)


def test_lab_a_reads_the_gates(notebook):
    open_or_shut = np.ones((3, 24)) * [[1], [0], [0]]
    open_or_shut[0, 5], open_or_shut[1, 5], open_or_shut[2, 20] = 0, 1, 1
    np.testing.assert_allclose(notebook["gates"], open_or_shut, atol=1e-4)
    assert notebook["screen"].captions[0].endswith("h shows it there: 0.73.")


def test_lab_b_finds_every_entry_right(notebook):
    assert np.max(notebook["powers"]) < -6
    assert "all are right" in notebook["screen"].captions[1]


@pytest.mark.parametrize("factor", [2.0, 0.0, np.nan])
def test_lab_b_sees_a_wrong_gradient(cells, notebook, screen, factor):
    def wrong(*args):
        *states, grads = notebook["lstm_backward"](*args)
        return *states, grads | {"W_i": grads["W_i"] * factor}

    assert "wrong" in again(labs(cells)[1], notebook, screen, lstm_backward=wrong)


def test_lab_c_meets_the_slides_numbers(notebook):
    assert notebook["multiplied"](2, 4) == pytest.approx(2**4, rel=1e-12)
    assert notebook["multiplied"](0.5, 50) == pytest.approx(0.5**50, rel=1e-12)


def test_lab_c_says_how_much_is_remembered(notebook):
    ratio = float(re.search(r"over \$10\^\{(\d+)\}\$ times more", PATH.read_text())[1])
    assert ratio < np.log10(notebook["remembering"][50] / notebook["forgetting"][50]) < ratio + 2
    for seed, eigenvalue in ((2, 1.03), (5, 1.17)):
        recurrent = notebook["random_params"](np.random.default_rng(seed), 2, 4)["W_C"][:4]
        assert np.abs(np.linalg.eigvals(recurrent)).max() == pytest.approx(eigenvalue, abs=0.005)


@pytest.mark.skipif(not HAS_KERAS, reason="TensorFlow is not installed")
def test_lab_d_agrees_with_keras(notebook):
    assert notebook["apart"] < 1e-6
    assert notebook["screen"].captions[3].endswith("Keras counts 72 parameters, you 72.")


def test_lab_d_without_tensorflow_says_so(cells, notebook, screen, capsys, monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    before = len(screen.shown)
    again(labs(cells)[3], notebook, screen)
    assert capsys.readouterr().out == "This lab needs TensorFlow, which is not installed here; on Colab it is.\n"
    assert len(screen.shown) == before


def test_the_table_of_exercises_holds(cells):
    rows = re.findall(r"^# \| \d \| `(\w+)` \|.*\| (\d+) \| (\d+) \|$", PATH.read_text(), re.MULTILINE)
    exercises = [ast.parse(source).body[0] for tags, source in cells if "exercise" in tags]
    assert [name for name, _, _ in rows] == [function.name for function in exercises]
    assert [int(lines) for _, lines, _ in rows] == [f.end_lineno - f.body[0].end_lineno for f in exercises]
    assert sum(int(minutes) for _, _, minutes in rows) <= front_matter(PATH)["minutes"]


def test_importing_the_reference_is_light():
    ask = f"import sys, solutions.lstm.reference; sys.exit(' '.join({HEAVY} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", ask], cwd=ROOT, capture_output=True, text=True, check=False)
    assert not done.stderr.strip()
