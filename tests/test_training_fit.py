"""A training that is killed ends as if nobody had; and what a checkpoint must not be taken for."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from autograder.training.accelerator import without_cudnn
from autograder.training.checkpoint import State, load_state, save_state
from autograder.training.fit import _code_of
from tests.killed_training import EPOCHS, KILLS

STATE = State(2, [np.arange(3.0), np.uint32([1, 2])], [np.ones(3)], 0.5, [{"loss": 1.0}, {"loss": 0.5}])


@pytest.mark.xdist_group("tensorflow")
@pytest.mark.parametrize("backend", ["tensorflow", "jax", "torch"])
def test_killed_again_and_again_it_ends_as_undisturbed(backend: str, tmp_path: Path) -> None:
    if importlib.util.find_spec(backend) is None:
        pytest.skip(f"{backend} is not installed")
    command = [sys.executable, "-m", "tests.killed_training", backend, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=900, check=True)
    said = json.loads(done.stdout.splitlines()[-1])
    assert said["backend"] == backend
    assert said["kills"] == [{"signal": 9}] * len(KILLS)
    assert len(said["undisturbed"]["history"]) == EPOCHS
    assert said["killed"] == said["again"] == said["undisturbed"]


@pytest.mark.xdist_group("tensorflow")
def test_layers_that_cannot_take_cudnn_are_named(keras: Any) -> None:
    layers = keras.layers
    good = [layers.LSTM(3, return_sequences=True), layers.Bidirectional(layers.GRU(3, return_sequences=True)), layers.SimpleRNN(3)]
    model = keras.Sequential([keras.Input((5, 2)), *good])
    assert without_cudnn(model) == []
    bad = [layers.LSTM(3, recurrent_dropout=0.1, return_sequences=True, name="forgets"), layers.GRU(3, activation="relu", name="cut",
           return_sequences=True), layers.Bidirectional(layers.GRU(3, reset_after=False), name="both")]
    slow = without_cudnn(keras.Sequential([keras.Input((5, 2)), *good[:2], keras.Sequential(bad)]))
    assert slow[:2] == ["forgets", "cut"]
    assert len(slow) == 4


def test_a_loss_is_another_when_a_function_that_it_calls_is() -> None:
    def loss_calling(body: str) -> Any:
        names: dict[str, Any] = {"__name__": "notebook"}
        exec(f"def error(y, p):\n    return {body}\ndef loss(y, p):\n    return error(y, p)", names)
        return names["loss"]

    codes = [_code_of(loss_calling(body), set()) for body in ("abs(y - p)", "abs(y - p)", "abs(y + p)", "2 * abs(y - p)", "max(y, p)")]
    assert codes[0] == codes[1]
    assert len(set(codes)) == 4
    assert _code_of("mse", set()) == b""


def saved(folder: Path, *states: State, fingerprint: str = "f") -> Path:
    path = folder / "deep" / "model.checkpoint"
    for state in states:
        save_state(path, fingerprint, state)
    return path


def test_a_state_comes_back_as_it_was(tmp_path: Path) -> None:
    back = load_state(saved(tmp_path, STATE), "f")
    assert back is not None
    assert (back.epochs, back.best_loss, back.history) == (2, 0.5, STATE.history)
    for mine, theirs in zip(back.variables + back.best, STATE.variables + STATE.best, strict=True):
        assert mine.dtype == theirs.dtype
        assert mine.tolist() == theirs.tolist()


def test_a_torn_file_falls_back_to_the_one_before(tmp_path: Path) -> None:
    path = saved(tmp_path, State(1, [], [], 1.0, [{}]), STATE)
    whole = path.read_bytes()
    for torn in (b"", whole[:-1], whole[:40] + b"x" + whole[41:], b"PK" * 99):
        path.write_bytes(torn)
        back = load_state(path, "f")
        assert back is not None
        assert back.epochs == 1
    path.with_suffix(".before").unlink()
    assert load_state(path, "f") is None


def test_a_state_of_another_model_is_none(tmp_path: Path) -> None:
    assert load_state(saved(tmp_path, STATE, fingerprint="other"), "f") is None
    assert load_state(tmp_path / "nothing", "f") is None
