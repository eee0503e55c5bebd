"""What may cross between processes: numbers, text, None, lists, tuples, dicts and plain NumPy arrays.

A frame is a header of 16 bytes (magic, length of the JSON, length of the array bytes), the JSON, and the raw bytes of
the arrays one after another. Nothing is ever unpickled. A value of any other type crosses as the name of its type.
The trusted side, the worker and the printed notebooks share this file; it needs nothing but NumPy.
"""

import json
import struct
from typing import Any

import numpy as np

HEADER = struct.Struct("<4sIQ")
MAGIC = b"RNN1"
MAX_JSON, MAX_ARRAYS, MAX_DEPTH, MAX_ITEMS = 4 << 20, 16 << 20, 12, 100_000
DTYPES = {f"{kind}{size}" for kind, sizes in {"f": (2, 4, 8), "i": (1, 2, 4, 8), "u": (1, 2, 4, 8), "c": (8, 16)}.items()
          for size in sizes} | {"b1"}
LITTLE = {code: np.dtype(f"<{code}") for code in DTYPES}


class WireError(ValueError):
    """A frame or value that does not follow the format above."""


def encode(value: Any) -> bytes:
    """A frame holding value."""
    arrays: list[bytes] = []
    body = json.dumps(_pack(value, arrays, 0, set())).encode("utf-8", "backslashreplace")
    raw = b"".join(arrays)
    if len(body) > MAX_JSON or len(raw) > MAX_ARRAYS:
        raise WireError(f"the value is too large: {len(body) + len(raw)} bytes")
    return HEADER.pack(MAGIC, len(body), len(raw)) + body + raw


def decode(frame: bytes, opaque: Any) -> Any:
    """The value in a frame; opaque(type_name) makes what stands for a value of another type."""
    body, raw = sizes(frame[: HEADER.size])
    if len(frame) != HEADER.size + body + raw:
        raise WireError("the frame's length is not what its header says")
    try:
        tree = json.loads(frame[HEADER.size : HEADER.size + body].decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise WireError(f"the frame's JSON cannot be read: {type(error).__name__}") from None
    reader = _Reader(memoryview(frame)[HEADER.size + body :], opaque)
    value = reader.unpack(tree, 0)
    if reader.offset != raw:
        raise WireError("the frame carries bytes that no array claims")
    return value


def sizes(header: bytes) -> tuple[int, int]:
    """Lengths of the JSON and of the array bytes, checked against the limits."""
    if len(header) != HEADER.size:
        raise WireError("the frame's header is cut short")
    magic, body, raw = HEADER.unpack(header)
    if magic != MAGIC or body > MAX_JSON or raw > MAX_ARRAYS:
        raise WireError("the frame's header is not one of ours, or claims too much")
    return body, raw


def _pack(value, arrays, depth, above):
    kind = type(value)
    if kind is np.ndarray or (isinstance(value, np.generic) and kind.__module__ == "numpy"):
        return _pack_array(value, arrays, kind)
    if value is None or kind in (bool, float, str):
        return value
    if kind is int:
        return value if value.bit_length() <= 1024 else {"$": "other", "type": "int of more than 1024 bits"}
    if kind in (list, tuple, dict):
        if depth >= MAX_DEPTH or id(value) in above or len(value) > MAX_ITEMS:
            return {"$": "other", "type": f"{kind.__name__} (nested too deep or too long)"}
        inner = above | {id(value)}
        if kind is not dict:
            return {"$": kind.__name__, "items": [_pack(part, arrays, depth + 1, inner) for part in value]}
        if all(type(key) is str for key in value):
            return {"$": "dict", "items": [[key, _pack(part, arrays, depth + 1, inner)] for key, part in value.items()]}
    return {"$": "other", "type": f"{kind.__module__}.{kind.__qualname__}".removeprefix("builtins.")[:80]}


def _pack_array(value, arrays, kind):
    code = value.dtype.str[1:]
    if code not in DTYPES:
        return {"$": "other", "type": f"{kind.__name__} of dtype {value.dtype}"[:80]}
    if value.nbytes > MAX_ARRAYS:
        return {"$": "other", "type": f"array of {value.nbytes} bytes"}
    arrays.append(value.astype(LITTLE[code], copy=False).tobytes())
    return {"$": "array" if kind is np.ndarray else "scalar", "dtype": code, "shape": value.shape}


class _Reader:
    """Takes array bytes off a frame in order, while the JSON tree is rebuilt."""

    def __init__(self, raw: memoryview, opaque: Any) -> None:
        self.raw, self.opaque, self.offset = raw, opaque, 0

    def unpack(self, tree: Any, depth: int) -> Any:
        if type(tree) is not dict:
            if type(tree) is list:
                raise WireError("the frame holds a value that is not in the format")
            return tree
        tag, items = tree.get("$"), tree.get("items")
        if tag in ("array", "scalar"):
            array = self._take(tree.get("dtype"), tree.get("shape"))
            return array if tag == "array" else array[()]
        if type(items) is list and depth <= MAX_DEPTH:
            if tag == "dict":
                return {self._key(item): self.unpack(item[1], depth + 1) for item in items}
            if tag in ("list", "tuple"):
                parts = [self.unpack(item, depth + 1) for item in items]
                return parts if tag == "list" else tuple(parts)
        if tag == "other" and type(tree.get("type")) is str:
            return self.opaque(tree["type"][:80])
        raise WireError("the frame holds a value that is not in the format")

    def _key(self, item: Any) -> str:
        if type(item) is list and len(item) == 2 and type(item[0]) is str:
            return item[0]
        raise WireError("the frame holds a dict item that is not in the format")

    def _take(self, code: Any, shape: Any) -> np.ndarray:
        if type(code) is not str or code not in DTYPES or type(shape) is not list or len(shape) > 16:
            raise WireError("the frame holds an array of impossible type")
        if not all(type(n) is int and n >= 0 for n in shape):
            raise WireError("the frame holds an array of impossible shape")
        try:  # NumPy refuses what the buffer does not hold
            array = np.ndarray(shape, LITTLE[code], self.raw, self.offset).copy()
        except (TypeError, ValueError, OverflowError, MemoryError):
            raise WireError("the frame holds an array of impossible shape, or claims more bytes than it carries") from None
        self.offset += array.nbytes
        return array
