"""`start`, and the `run` it gives: data, presets, training that survives a restart, a comparison, and what is handed in."""

import hashlib
import inspect
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np

from autograder.training.accelerator import Accelerator, prepare
from autograder.training.comparison import Row, picture, table
from autograder.training.fit import fit
from autograder.training.form import Form
from autograder.training.handover import PREDICTIONS, RUN, hand_over

DRIVE = "/content/drive/MyDrive"


class Run:
    """One training task on one machine. settings: what staff wrote about it; data: arrays by name; names: the notebook's own."""

    def __init__(self, settings: Mapping[str, Any], data: dict[str, np.ndarray], names: Mapping[str, Any], preset: str,
                 accelerator: Accelerator, folder: Path) -> None:
        self.settings, self.data, self.names, self.folder = settings, data, names, folder
        self.preset_name, self.preset = preset, SimpleNamespace(**settings["presets"][preset])
        self.seeds = tuple(self.preset.seeds)
        self.accelerator = accelerator
        self.forms = {name: Form(**form) for name, form in settings["forms"].items()}
        self.rows: list[Row] = []
        self.predictions: dict[tuple[str, int | None], dict[str, np.ndarray]] = {}
        self.trainings: dict[str, dict[str, Any]] = {}

    def __repr__(self) -> str:
        return f"run of {self.settings['task']}, preset {self.preset_name}: data, preset, seeds, fit, result, table, picture, hand_in"

    def fit(self, kind: str, build: Callable[[], Any], x: Any, y: Any, validation: tuple[Any, Any] | None = None, seed: int = 0,
            epochs: int | None = None, batch_size: int = 64, weights: Any = None, callbacks: Sequence[Any] = ()) -> Any:
        """The model that build() makes and compiles, trained; weights are those of its best epoch. It may be interrupted at any time.

        x, y, weights: arrays, or tuples or dicts of arrays, with samples on axis 0; validation: (x, y); epochs: the preset's, if not said.
        """
        words = [*map(str, (kind, seed, self.preset_name, self.accelerator.backend))]
        name = "-".join("".join(c if c.isalnum() else "_" for c in word) for word in words)
        path = self.folder / f"{name}.checkpoint"
        title, epochs = f"{kind}, seed {seed}", epochs or self.preset.epochs
        model, state = fit(path, title, build, x, y, validation, seed, epochs, batch_size, weights, callbacks)
        self.trainings[title] = {"parameters": model.count_params(), "curve": state.history}
        return model

    def result(self, kind: str, value: float, predictions: Mapping[str, Any] | None = None, seed: int | None = None,
               model: Any = None) -> None:
        """Add a row to the comparison: value is the metric on validation data; seed and model are None for what has no network."""
        seconds = [row["seconds"] for row in self.trainings.get(f"{kind}, seed {seed}", {}).get("curve", ())]
        row = Row(kind, float(value), seed, None if model is None else model.count_params(),
                  float(np.median(seconds)) if seconds and model is not None else None)
        self.rows = [old for old in self.rows if (old.kind, old.seed) != (kind, seed)] + [row]
        if predictions is not None:
            self.predictions[kind, seed] = {name: np.asarray(array) for name, array in predictions.items()}

    def table(self) -> None:
        """Print the comparison so far, on validation data."""
        print(table(self.rows, self.settings["metric"]))

    def picture(self) -> None:
        """Draw the comparison so far: a point per seed."""
        better = self.settings["better"]
        grader = self.names["grader"]
        grader.show(picture(grader.pyplot(), self.rows, self.settings["metric"], {}),
                    f"Each point is one seed, on validation data; {better} is better. Grey has no network.")

    def hand_in(self, **predictions: Any) -> None:
        """Write predictions.npz and run.json, and say what the grader will object to, if anything."""
        about = {
            "task": self.settings["task"], "data": self.settings["version"], "preset": self.preset_name, "seeds": list(self.seeds),
            "device": str(self.accelerator), "versions": self.accelerator.versions, "code": self._code(),
            "results": [vars(row) for row in self.rows], "trainings": self.trainings,
        }
        wrong = hand_over(Path(), self.settings["version"], predictions, self.forms, about)
        shapes = ", ".join(f"{name} {np.shape(array)}" for name, array in predictions.items())
        print("\n".join(["Nothing was written, because:", *wrong]) if wrong else
              f"Wrote {PREDICTIONS} ({shapes}) and {RUN}. Save the notebook; the last cell packs all three.")

    def _code(self) -> dict[str, str]:
        """SHA-256 of the source of each exercise's function, as far as it can be read."""
        hashes = {}
        for name in self.settings["exercises"]:
            try:
                hashes[name] = hashlib.sha256(inspect.getsource(self.names[name]).encode()).hexdigest()
            except (KeyError, OSError, TypeError):
                hashes[name] = ""
        return hashes


def start(settings: Mapping[str, Any], data: dict[str, np.ndarray], names: Mapping[str, Any], preset: str = "quick",
          backend: str = "tensorflow", folder: str | None = None) -> Run:
    """Look at the machine, say what to expect, and begin. TRAIN_PRESET, TRAIN_BACKEND and TRAIN_FOLDER in the environment win.

    folder: for checkpoints; by default on Drive if that is mounted, else below the working folder. Raises ValueError for an unknown preset.
    """
    preset = os.environ.get("TRAIN_PRESET") or preset
    backend = os.environ.get("TRAIN_BACKEND") or backend
    if preset not in settings["presets"]:
        raise ValueError(f"no preset is called {preset!r}; there are: {', '.join(settings['presets'])}")
    accelerator = prepare(backend, settings["presets"][preset].get("mixed_precision", False))
    top = Path(DRIVE) / "rnn-course" if Path(DRIVE).is_dir() else Path("checkpoints")
    place = Path(os.environ.get("TRAIN_FOLDER") or folder or top / settings["task"])
    print("\n".join(greeting(settings, preset, accelerator, place)))
    return Run(settings, data, names, preset, accelerator, place)


def greeting(settings: Mapping[str, Any], preset: str, accelerator: Accelerator, folder: Path) -> list[str]:
    """What a student reads first: the accelerator, how long it will take, and where checkpoints lie."""
    minutes = {kind: f"about {n} minute{'s' * (n != 1)}" for kind, n in settings["minutes"].items()}
    times = {"quick": ("less than a minute",) * 2, "full": (minutes["gpu"], minutes["cpu"])}.get(preset, ("", ""))
    lines = [f"Accelerator: {accelerator}.", *([accelerator.remark] if accelerator.remark else [])]
    if times[0]:
        lines.append(f"Preset {preset}: {times[0]} on a GPU, {times[1]} on two CPU cores.")
    if accelerator.kind == "CPU" and preset == "full":
        lines.append("No GPU was found; it works without. On Colab: Runtime > Change runtime type > T4 GPU.")
    on_drive = str(folder).startswith(DRIVE)
    kept = "they survive a disconnect" if on_drive else "to keep them when Colab disconnects, mount Drive first (folder icon, left)"
    where = kept if on_drive or Path("/content").is_dir() else "run the cells again after a restart, and training goes on from there"
    return [*lines, f"Checkpoints after every epoch: {folder}; {where}."]
