"""The real thing: Human Activity Recognition Using Smartphones (UCI HAR), 30 people, six activities, windows of 2.56 s at 50 Hz.

Source: Anguita, Ghio, Oneto, Parra, Reyes-Ortiz (2013), "A public domain dataset for human activity recognition using
smartphones", ESANN; https://doi.org/10.24432/C54S4K. Licence: the repository's page says CC BY 4.0, but the README within the
archive says "any commercial use is prohibited": take it for study only, and name the paper. It is never graded.

Size and SHA-256 are those that other public projects recorded of the same file.
"""

import io
import zipfile
from pathlib import Path

import numpy as np

from datasets.remote import Source, fetch

ACTIVITIES = ("walk", "stairs up", "stairs down", "sit", "stand", "lie")
SOURCE = Source(
    "UCI HAR", "https://archive.ics.uci.edu/static/public/240/human+activity+recognition+using+smartphones.zip", size=61_005_872,
    sha256="c00b803081a5c797cd5e4b83700a9810b38d53d9d84e01917e090e1fdbc81031",
    licence="CC BY 4.0 on its page; its own README prohibits any commercial use",
    note="Published work that uses it must name Anguita et al. (2013).",
)
INNER = "UCI HAR Dataset.zip"  # the archive holds another one


def load(part: str = "train", source: Source = SOURCE, folder: Path | None = None) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """One part of it, as datasets/activity.py gives its own.

    part: "train", 21 subjects, or "test", the 9 others. Returns (motion, activity, subject): total acceleration in g, gravity
    included, float32, shape (n, 128, 3); places in ACTIVITIES, and subjects' numbers from 1 on, uint8, shape (n,). n is 7352 or 2947.
    Errors: DownloadError where it cannot be had; KeyError where the archive holds something else.
    """
    with zipfile.ZipFile(fetch(source, folder)) as outer:
        inner = io.BytesIO(outer.read(INNER)) if INNER in outer.namelist() else None
        with zipfile.ZipFile(inner) if inner else outer as archive:
            axes = [_numbers(archive, f"{part}/Inertial Signals/total_acc_{axis}_{part}.txt") for axis in "xyz"]
            activity, subject = (_numbers(archive, f"{part}/{name}_{part}.txt")[:, 0] for name in ("y", "subject"))
    return np.stack(axes, axis=-1).astype(np.float32), (activity - 1).astype(np.uint8), subject.astype(np.uint8)


def _numbers(archive, name):
    """A table of numbers from a text file in the archive, shape (rows, columns)."""
    with archive.open(f"UCI HAR Dataset/{name}") as file:
        return np.loadtxt(io.TextIOWrapper(file, "ascii"), ndmin=2)
