"""The sources of a small training task, for tests: one exercise, one network, data that take a moment to learn."""

import itertools
from pathlib import Path

import pytest

import solutions
from autograder import assignment as assignment_module
from autograder.assignment import Assignment, load_assignment
from autograder.release import press

NUMBERS = itertools.count()
REFERENCE = '''# ---
# title: "Tiny task"
# packages: [numpy]
# training:
#   minutes: {gpu: 1, cpu: 2}
#   presets:
#     quick: {epochs: 3, units: 6, seeds: [0]}
#     full: {epochs: 3, units: 6, seeds: [0, 1, 2]}
# ---

# %% [markdown]
# # Tiny task
#
# Which sums are above zero?

# %% tags=["staff"]
from autograder.authoring import grader, start

# %% [markdown]
# ## What is graded
#
# {{recorded}}

# %% tags=["training"]
# Training: choose, then run this cell.
PRESET = "quick"  # @param ["quick", "full"]
BACKEND = "tensorflow"  # @param ["tensorflow", "jax", "torch"]
if grader.ready():
    run = start(PRESET, BACKEND)


# %%
import numpy as np

# %% tags=["exercise"]
def accuracy(p, y):
    """How often p >= 0.5 where y is 1; p, y: (n,). Returns a float."""
    right = (np.asarray(p) >= 0.5) == np.asarray(y)
    share = float(np.mean(right))
    return share


# %% tags=["training"]
# Training: one network per seed, and a guess without one.
if grader.ready("accuracy"):
    import keras

    d = run.data

    def build():
        model = keras.Sequential([keras.Input((5, 2)), keras.layers.GRU(run.preset.units), keras.layers.Dropout(0.2),
                                  keras.layers.Dense(1, activation="sigmoid")])
        model.compile(optimizer=keras.optimizers.Adam(0.02), loss="binary_crossentropy")
        return model

    guess = np.abs(d["x_hidden"][:, 0, 0]) % 1
    run.result("guess", accuracy(np.abs(d["x_valid"][:, 0, 0]) % 1, d["y_valid"]), {"p": guess})
    for seed in run.seeds:
        model = run.fit("GRU", build, d["x_train"], d["y_train"], validation=(d["x_valid"], d["y_valid"]), seed=seed)
        value = accuracy(model.predict(d["x_valid"], verbose=0)[:, 0], d["y_valid"])
        run.result("GRU", value, {"p": model.predict(d["x_hidden"], verbose=0)[:, 0]}, seed=seed, model=model)
    run.table()
    run.picture()
    run.hand_in(p=run.predictions["GRU", run.seeds[0]]["p"])
'''
CHECKS = '''
import numpy as np
from autograder.checks import check, expect_answer, expect_contract
from solutions.{name}.reference import accuracy as reference

name = "accuracy"


@check(points=1, public=True)
def is_a_number(accuracy, rng):
    """is a float"""
    expect_contract("share", accuracy(rng.random(9), rng.integers(0, 2, 9)), reference(rng.random(9), rng.integers(0, 2, 9)))


@check(points=1, public=True)
def counts(accuracy, rng):
    """is the share of right answers"""
    expect_answer(accuracy, reference, rng.random(9), rng.integers(0, 2, 9))


@check(points=2)
def counts_others(accuracy, rng):
    """is the share of right answers, for others, too"""
    expect_answer(accuracy, reference, rng.random(19), rng.integers(0, 2, 19))


def counts_errors(p, y):
    """You count the wrong ones."""
    return float(np.mean((np.asarray(p) >= 0.5) != np.asarray(y)))
'''
TASK = '''
"""Sums of numbers."""

import numpy as np

from autograder.training.task import Form

POINTS = 11
METRIC = "accuracy"
BETTER = "higher"


def _made(seed, n, of):
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(n, 5, 2)).astype(np.float16)
    return {{f"x_{{of}}": x}}, {{f"y_{{of}}": (x[:, :, 0].sum(axis=1) > 0).astype(np.int8)}}


def given():
    train, valid = _made(1, 256, "train"), _made(2, 128, "valid")
    return train[0] | train[1] | valid[0] | valid[1]


def hidden(seed):
    return _made(seed, 128, "hidden")


def forms(inputs):
    return {{"p": Form((len(inputs["x_hidden"]),), low=0, high=1)}}


def score(predictions, labels, inputs):
    return float(np.mean((predictions["p"] >= 0.5) == labels["y_hidden"]))
'''
RECORD = '''{"about": {"device": "a test", "preset": "full", "seeds": [0, 1], "versions": {}}, "rows": [
{"kind": "guess", "value": 0.5}, {"kind": "GRU", "value": 0.9, "seed": 0, "parameters": 10, "seconds": 1.0},
{"kind": "GRU", "value": 0.8, "seed": 1, "parameters": 10, "seconds": 1.0}]}'''


def made(folder: Path, patch: pytest.MonkeyPatch, record: str = RECORD, reference: str = REFERENCE, task: str = TASK) -> Assignment:
    """The task as an assignment under folder/solutions, where from now on assignments are; no record, if it is empty."""
    name = f"tinytask{next(NUMBERS)}"  # a new one each time: Python keeps what it imported by its name
    patch.setattr(assignment_module, "SOLUTIONS", folder / "solutions")
    patch.setattr(solutions, "__path__", [str(folder / "solutions"), *solutions.__path__])
    for constant, path in (("PRINTED", "assignments"), ("DIST", "dist"), ("ROOT", "")):
        patch.setattr(press, constant, folder / path)
    files = {"reference.py": reference, "check_accuracy.py": CHECKS.format(name=name), "task.py": task.format(), "record.json": record}
    place = folder / "solutions" / name
    place.mkdir(parents=True)
    for file, text in files.items():
        if text:
            (place / file).write_text(text)
    return load_assignment(name)
