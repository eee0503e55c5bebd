"""Data sets as text that a notebook can carry, and the version they are known by."""

import base64
import bz2
import hashlib
import io
from collections.abc import Mapping

import numpy as np

LINE = 120


def packed(arrays: Mapping[str, np.ndarray]) -> str:
    """Arrays of numbers or text as lines that hold neither quotes nor backslashes, the same every time."""
    file = io.BytesIO()
    np.savez(file, allow_pickle=False, **arrays)
    text = base64.b85encode(bz2.compress(file.getvalue(), 9)).decode()
    return "\n".join(text[i : i + LINE] for i in range(0, len(text), LINE))


def unpacked(text: str) -> dict[str, np.ndarray]:
    """The arrays that `packed` made into text."""
    with np.load(io.BytesIO(bz2.decompress(base64.b85decode(text.replace("\n", "")))), allow_pickle=False) as file:
        return {name: file[name] for name in file.files}


def version(arrays: Mapping[str, np.ndarray]) -> str:
    """Sixteen hexadecimal digits that change when any of the arrays does."""
    digest = hashlib.sha256()
    for name in sorted(arrays):
        array = np.ascontiguousarray(arrays[name])
        digest.update(f"{name} {array.dtype.str} {array.shape}\n".encode() + array.tobytes())
    return digest.hexdigest()[:16]
