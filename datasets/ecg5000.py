"""ECG5000: 5,000 real heartbeats, all of one patient with severe heart failure. For those who want real ones; nothing graded needs it.

The file is TensorFlow's for its tutorial on autoencoders, without a header: in each line the 140 samples of a beat, then 1 if it is
normal and 0 if not (the archive's five classes made two). About 5,000 lines, so that its size is not checked; nobody published a
SHA-256, so `fetch` shows the one it saw. One patient means that nobody can split by patient: expect better numbers than are true.

Source: record chf07 of the BIDMC Congestive Heart Failure Database at PhysioNet (Goldberger and others, Circulation 101(23), 2000;
Baim and others, 1986), cut into beats by Chen and Keogh for the UCR archive (Dau and others, 2018), timeseriesclassification.com.
"""

from pathlib import Path

import numpy as np

from datasets.remote import Source, fetch

SOURCE = Source(
    "ecg5000", "https://storage.googleapis.com/download.tensorflow.org/data/ecg.csv", 0, "",
    "not stated with the file; the recording it was cut from is in PhysioNet's BIDMC CHF database, which see for its terms",
    "Please cite PhysioNet (Goldberger and others, 2000) and the UCR archive (Dau and others, 2018).")
SAMPLES, SCALE = 140, 18  # samples of a beat in the file; int8 steps of ours for one of its units


def beats(length: int = 64, folder: Path | None = None) -> tuple[np.ndarray, np.ndarray]:
    """All beats with so many samples each, shape (n, length), int8, and labels, (n,), uint8, 1 for an anomaly: as `heartbeats` makes them.

    Errors: remote.DownloadError; ValueError where the file has another form.
    """
    return parsed(fetch(SOURCE, folder).read_text(encoding="ascii"), length)


def parsed(text: str, length: int) -> tuple[np.ndarray, np.ndarray]:
    """Beats and labels from the file's text, resampled along straight lines between its samples."""
    rows = [line.split(",") for line in text.splitlines() if line.strip()]
    if {len(row) for row in rows} != {SAMPLES + 1}:
        raise ValueError(f"each line must hold {SAMPLES} samples and a label")
    table = np.array(rows, dtype=float)
    at = np.linspace(0, SAMPLES - 1, length)
    resampled = np.array([np.interp(at, np.arange(SAMPLES), beat) for beat in table[:, :-1]])
    return np.clip(np.rint(SCALE * resampled), -127, 127).astype(np.int8), (table[:, -1] == 0).astype(np.uint8)
