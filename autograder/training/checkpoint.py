"""Training states on disk: whatever moment the process dies at, a whole state is there, and the last one but one behind it."""

import hashlib
import io
import json
import os
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np


@dataclass
class State:
    """A model after some epochs: variables as they are, weights as they were at the best, and what is known of each epoch."""

    epochs: int = 0
    variables: list[np.ndarray] = field(default_factory=list)
    best: list[np.ndarray] = field(default_factory=list)
    best_loss: float = float("inf")
    history: list[dict[str, float]] = field(default_factory=list)


def save_state(path: Path, fingerprint: str, state: State) -> None:
    """Write a state in one step; the one before is kept as `<path>.before`. Raises OSError if the disk is full or gone."""
    path.parent.mkdir(parents=True, exist_ok=True)
    about = {"fingerprint": fingerprint, "epochs": state.epochs, "best_loss": state.best_loss, "history": state.history}
    arrays = {f"v{i}": array for i, array in enumerate(state.variables)} | {f"b{i}": array for i, array in enumerate(state.best)}
    file = io.BytesIO()
    np.savez(file, allow_pickle=False, about=np.array(json.dumps(about)), **arrays)
    data = file.getvalue()
    new = path.with_suffix(".new")
    with open(new, "wb") as out:
        out.write(hashlib.sha256(data).digest() + data)
        out.flush()
        os.fsync(out.fileno())
    if path.exists():
        os.replace(path, path.with_suffix(".before"))
    os.replace(new, path)


def load_state(path: Path, fingerprint: str) -> State | None:
    """The last whole state of this very training, or None: there is none, or it is of another model, other data, other code."""
    for file in (path, path.with_suffix(".before")):
        state = _read(file, fingerprint)
        if state:
            return state
    return None


def _read(path: Path, fingerprint: str) -> State | None:
    try:
        whole = path.read_bytes()
        if hashlib.sha256(whole[32:]).digest() != whole[:32]:
            return None
        with np.load(io.BytesIO(whole[32:]), allow_pickle=False) as file:
            about: dict[str, Any] = json.loads(str(file["about"]))
            if about["fingerprint"] != fingerprint:
                return None
            names = sorted(set(file.files) - {"about"}, key=lambda name: (name[0], int(name[1:])))
            arrays = {kind: [file[name] for name in names if name[0] == kind] for kind in "vb"}
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile, zlib.error):
        return None
    return State(about["epochs"], arrays["v"], arrays["b"], about["best_loss"], about["history"])
