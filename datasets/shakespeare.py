"""Tiny Shakespeare: 40,000 lines from Shakespeare's plays in one text file, for those who have a network. Never graded.

Source: Andrej Karpathy, "The Unreasonable Effectiveness of Recurrent Neural Networks" (2015), and his repository char-rnn. Size
and SHA-256 are those that TensorFlow Datasets publishes for `tiny_shakespeare` (checksums.tsv).
"""

from collections.abc import Callable
from pathlib import Path

import numpy as np

from datasets.remote import Source, fetch

SOURCE = Source(
    name="tiny_shakespeare",
    url="https://raw.githubusercontent.com/karpathy/char-rnn/master/data/tinyshakespeare/input.txt",
    size=1_115_394,
    sha256="86c4e6aa9db7c042ec79f339dcb96d42b0075e16b8fc2e86bf0ca57e2dc565ed",
    licence="Shakespeare's plays are in the public domain; the collection names no licence of its own.",
)
TRAIN = 0.9  # of the characters; the rest is for validation


def tiny_shakespeare(folder: Path | None = None, say: Callable[[str], None] = print, source: Source = SOURCE) -> dict[str, np.ndarray]:
    """The plays in the form of `corpus.public()`, as far as they have it.

    Returns train, validation: text, (N,), uint8, ASCII: nine tenths of the characters, to the end of a line, and the rest; alphabet:
    (V,), <U1, all characters, sorted. Errors: DownloadError, with what to do; ValueError if the file is no ASCII text.
    """
    return parsed(fetch(source, folder, say).read_bytes())


def parsed(data: bytes) -> dict[str, np.ndarray]:
    """The file's bytes as arrays; the cut is at the end of a line."""
    text = np.frombuffer(data, dtype=np.uint8)
    if not len(text) or text.max() >= 128:
        raise ValueError("the file is not the ASCII text that it should be")
    cut = data.rfind(b"\n", 0, int(TRAIN * len(data)) + 1) + 1
    return {"train": text[:cut], "validation": text[cut:], "alphabet": np.array([chr(code) for code in np.unique(text)])}
