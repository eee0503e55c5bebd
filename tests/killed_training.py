"""Train the same small model undisturbed and killed again and again; print what came of both.

Run: python -m tests.killed_training BACKEND FOLDER. Keras is imported once; each training is a fork of that process, so that SIGKILL
ends all of it, wherever it is. JAX has threads that no fork survives, so there each training is a process of its own.
"""

import hashlib
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np

from autograder.training.accelerator import prepare
from autograder.training.fit import fit

EPOCHS, SAMPLES, BATCH = 4, 60, 16
BATCHES = -(-SAMPLES // BATCH)
KILLS = [("batch", 2), ("batch", BATCHES + 1), ("write", 1), ("rename", 1), ("rename", 2), ("batch", 1)]  # where, and the how manieth


def die() -> None:
    """As if the machine had gone."""
    os.kill(os.getpid(), signal.SIGKILL)


def train(folder: Path, where: str = "", number: int = 0) -> dict[str, Any]:
    """A training with dropout and Adam, up to the number-th batch, write or rename, or to its end."""
    import keras

    count = {"batch": 0, "write": 0, "rename": 0}

    def passing(place: str) -> None:
        count[place] += 1
        if (place, count[place]) == (where, number):
            die()

    rename, sync = os.replace, os.fsync
    os.replace = lambda *paths: (passing("rename"), rename(*paths))  # type: ignore[assignment]
    os.fsync = lambda file: (passing("write"), sync(file))  # type: ignore[assignment]
    rng = np.random.default_rng(1)
    x, y = rng.normal(size=(SAMPLES, 5, 2)).astype("float32"), rng.normal(size=(SAMPLES, 1)).astype("float32")

    def build() -> Any:
        layers = [keras.Input((5, 2)), keras.layers.GRU(6), keras.layers.Dropout(0.5), keras.layers.Dense(1)]
        model = keras.Sequential(layers)
        model.compile(optimizer="adam", loss="mse")
        return model

    watch = keras.callbacks.LambdaCallback(on_train_batch_end=lambda batch, logs: passing("batch"))
    model, state = fit(folder / "model.checkpoint", "model", build, x, y, (x[:20], y[:20]), 3, EPOCHS, BATCH, callbacks=[watch])
    weights = b"".join(np.ascontiguousarray(w).tobytes() for w in (*model.get_weights(), *state.variables))
    history = [{key: value for key, value in row.items() if key != "seconds"} for row in state.history]
    return {"weights": hashlib.sha256(weights).hexdigest(), "history": history}


def apart(backend: str, folder: Path, *kill: Any) -> dict[str, Any]:
    """What a training in a process of its own answered, or the signal that ended it."""
    answer = folder / "answer.json"
    folder.mkdir(exist_ok=True)
    answer.unlink(missing_ok=True)
    if backend == "jax":
        ended = -subprocess.run([sys.executable, "-m", __spec__.name, backend, str(folder), *map(str, kill)], check=False).returncode
    elif child := os.fork():
        ended = os.WTERMSIG(os.waitpid(child, 0)[1])
    else:
        one(folder, *kill)
    return json.loads(answer.read_text()) if answer.exists() else {"signal": ended}


def one(folder: Path, *kill: Any) -> None:
    """A single training, and the end of this process."""
    try:
        (folder / "answer.json").write_text(json.dumps(train(folder, *kill)))
    finally:
        os._exit(0)


def main(backend: str, folder: Path) -> None:
    """One line of JSON: the backend, the undisturbed training, what each kill looked like, and the killed training's end, twice."""
    whole, killed = folder / "whole", folder / "killed"
    print(json.dumps({"backend": prepare(backend).backend, "undisturbed": apart(backend, whole),
                      "kills": [apart(backend, killed, *kill) for kill in KILLS],
                      "killed": apart(backend, killed), "again": apart(backend, killed)}))


if __name__ == "__main__":
    if len(sys.argv) > 3 or Path(sys.argv[2]).name in ("whole", "killed"):
        prepare(sys.argv[1])
        one(Path(sys.argv[2]), *sys.argv[3:4], *map(int, sys.argv[4:]))
    main(sys.argv[1], Path(sys.argv[2]))
