"""Read a student's npz as data: plain arrays of numbers or text, bounded in number and size. Trusted side only; nothing is unpickled."""

import io
import math
import zipfile
from typing import Any

import numpy as np

MAX_MEMBERS, MAX_HEADER = 32, 10_000
HEADERS: dict[tuple[int, int], Any] = {(1, 0): np.lib.format.read_array_header_1_0, (2, 0): np.lib.format.read_array_header_2_0}


class BadFile(Exception):
    """A file that is no npz of plain arrays, or too large; says why, in words for the student."""


def arrays_in(data: bytes, most: int) -> dict[str, np.ndarray]:
    """The arrays by name; most: bytes of all of them together. Raises BadFile."""
    arrays: dict[str, np.ndarray] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            if len(members) > MAX_MEMBERS:
                raise BadFile(f"it holds {len(members)} arrays; the limit is {MAX_MEMBERS}")
            left = most
            for member in members:
                with archive.open(member) as file:
                    raw = file.read(left + MAX_HEADER + 1)
                name = member.filename.removesuffix(".npy")
                arrays[name] = _array(name[:60], raw, left)
                left -= arrays[name].nbytes
    except BadFile:
        raise
    except Exception as error:  # zipfile, zlib and NumPy raise whatever a broken file leads them to
        raise BadFile(f"it is not what numpy.savez writes: {str(error)[:120] or type(error).__name__}") from None
    return arrays


def _array(name: str, raw: bytes, most: int) -> np.ndarray:
    file = io.BytesIO(raw)
    version = np.lib.format.read_magic(file)
    if version not in HEADERS:
        raise BadFile(f"{name} is of an npy version that holds more than plain arrays")
    shape, fortran, dtype = HEADERS[version](file, max_header_size=MAX_HEADER)
    if dtype.kind not in "biufU":
        what = "Python objects, which are not read" if dtype.hasobject else f"values of type {str(dtype)[:40]}"
        raise BadFile(f"{name} holds {what}: only plain numbers are")
    size = math.prod(shape) * dtype.itemsize
    if any(n < 0 for n in shape) or size > most:
        raise BadFile(f"{name} is too large: {size >> 10} KiB")
    body = raw[file.tell() :]
    if len(body) != size:
        raise BadFile(f"{name} is cut short, or longer than its shape says")
    return np.frombuffer(body, dtype).reshape(shape, order="F" if fortran else "C")
