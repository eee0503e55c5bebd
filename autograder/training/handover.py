"""`predictions.npz` and `run.json`: what a student hands in beside the notebook."""

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from autograder.training.form import Form, problems

PREDICTIONS, RUN = "predictions.npz", "run.json"
VERSION = "data_version"  # an array of predictions.npz: which data they are of


def hand_over(folder: Path, data_version: str, predictions: Mapping[str, Any], forms: Mapping[str, Form],
              about: dict[str, Any]) -> list[str]:
    """Write both files, or say what is wrong with the predictions, a sentence each; then nothing is written.

    about: what goes into run.json beside the predictions' SHA-256.
    """
    arrays = {name: np.asarray(array) for name, array in predictions.items()}
    if wrong := problems(forms, arrays):
        return wrong
    file = io.BytesIO()
    np.savez_compressed(file, allow_pickle=False, **{VERSION: np.array(data_version)}, **arrays)
    (folder / PREDICTIONS).write_bytes(file.getvalue())
    about = about | {"predictions": hashlib.sha256(file.getvalue()).hexdigest()}
    (folder / RUN).write_text(json.dumps(about, indent=1) + "\n")
    return []


def found_wrong(folder: Path, data_version: str, forms: Mapping[str, Form]) -> list[str]:
    """What the grader would object to in the folder's predictions.npz; none if it may be scored."""
    path = folder / PREDICTIONS
    if not path.exists():
        return [f"there is no {PREDICTIONS} yet: train, then run the cell with run.hand_in(...)"]
    try:
        with np.load(path, allow_pickle=False) as file:
            arrays = {name: file[name] for name in file.files}
    except (OSError, ValueError, EOFError, zipfile.BadZipFile) as error:
        return [f"{PREDICTIONS} cannot be read: {error}"]
    if str(arrays.pop(VERSION, "")) != data_version:
        return [f"{PREDICTIONS} was made for another version of the data: run this notebook's cells again, from its own data"]
    return problems(forms, arrays)
