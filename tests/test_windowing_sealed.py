"""Keras models graded sealed: liars, loops and named mistakes get their verdict, and never one that blames the grader."""

import nbformat
import pytest

from autograder.assignment import load_assignment
from autograder.grade import grade_class
from autograder.results import Status
from tests.filling import filled, references

pytestmark = pytest.mark.xdist_group("sealed course")
HEAD = "def build_model(kind, length, features, units):\n    import keras\n"
PATCH = "    import sys\n    about = sys.modules['description'].ABOUT\n"
MODEL = """    layers = [keras.layers.Flatten(), keras.layers.Dense(units), keras.layers.Dense(1)]
    return keras.Sequential([keras.Input((length, features)), *layers])
"""
LIES = {
    "no layers": "about['layers'] = lambda model: None",
    "text for layers": "about['layers'] = lambda model: 'Dense'",
    "a config that is a bomb": "about['layers'] = lambda model: [{'kind': 'Dense', 'config': '[' * 100_000, 'weights': []}]",
    "a thousand layers": "about['layers'] = lambda model: [{'kind': 'Flatten', 'config': '{}', 'weights': []}] * 1000",
    "a doll in a doll": "about['layers'] = lambda model: [{'kind': 'Bidirectional', 'weights': [], 'config': "
                        "'{\"layer\": {\"class_name\": \"Flatten\", \"config\": {}}, \"merge_mode\": \"concat\"}'}] * 30",
    "weights of no model": "about['layers'] = lambda model: [{'kind': 'LSTM', 'config': '{}', 'weights': [np.ones(1)] * 3}]",
    "predictions of no shape": "about['predict'] = lambda model, x: x",
    "predictions that are text": "about['predict'] = lambda model, x: 'one'",
    "a description by hand": "return {'type': 'keras.Model', 'input_shape': f'(None, {length}, {features})', 'output_shape': '(None, 1)', "
                             "'layers': f'{kind}(units={units}), Dense(units=1, activation=linear)'}",
}
CLASS = {f"liar-{number}": f"{HEAD}{PATCH}    {lie}\n{MODEL}" for number, lie in enumerate(LIES.values())} | {
    "every-step": HEAD + "    layer = keras.layers.LSTM(units, return_sequences=True)\n"
                  "    return keras.Sequential([keras.Input((length, features)), layer, keras.layers.Dense(1)])\n",
    "loops": HEAD + "    while True:\n        pass\n",
    "eats": HEAD + "    x = bytearray(8 << 30)\n",
}


@pytest.fixture(scope="session")
def verdicts(tmp_path_factory):
    folder = tmp_path_factory.mktemp("liars")
    (folder / "class").mkdir()
    right = references("windowing")
    for student, source in CLASS.items():
        nbformat.write(filled("windowing", right | {"build_model": source}), folder / "class" / f"{student}.ipynb")
    endless = right["window_dataset"].replace(".batch(batch_size)", ".batch(batch_size).repeat()")
    assert endless != right["window_dataset"]
    nbformat.write(filled("windowing", right | {"window_dataset": endless}), folder / "class" / "endless.ipynb")
    return {verdict.student: verdict for verdict in grade_class("windowing", folder / "class", folder / "out", jobs=1)}


def result(verdicts, student, exercise):
    return next(result for result in verdicts[student].exercises if result.name == exercise)


def test_every_submission_has_a_verdict_and_all_else_its_points(verdicts):
    assert len(verdicts) == len(CLASS) + 1
    for student, verdict in verdicts.items():
        assert verdict.status in (Status.GRADED, Status.PARTIAL), (student, verdict.reason)
        lost = {e.name for e in verdict.exercises if e.score < e.max_score}
        assert lost == ({"window_dataset"} if student == "endless" else {"build_model"}), student


def test_a_lie_about_layers_does_not_hold(verdicts):
    for number, lie in enumerate(LIES):
        passed = {check.name for check in result(verdicts, f"liar-{number}", "build_model").checks if check.outcome == "passed"}
        assert not {"dense_and_conv1d_compute", "recurrent_kinds_compute", "bidirectional_computes"} & passed, lie


def test_a_dataset_without_end_is_told(verdicts):
    found = result(verdicts, "endless", "window_dataset")
    assert found.score == 0
    assert any("repeat()" in check.message for check in found.checks if not check.hidden)


def test_hanging_and_eating_are_partial(verdicts):
    limits = load_assignment("windowing").limits
    for student, said in (("loops", f"did not come back within {limits.call_seconds:g} s"), ("eats", "MemoryError")):
        assert any(said in check.message for check in result(verdicts, student, "build_model").checks), student
