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
MAX_JSON, MAX_ARRAYS, MAX_DEPTH, MAX_ITEMS = 4 << 20, 64 << 20, 12, 100_000
DTYPES = {f"{kind}{size}" for kind, sizes in {"f": (2, 4, 8), "i": (1, 2, 4, 8), "u": (1, 2, 4, 8), "c": (8, 16)}.items()
          for size in sizes} | {"b1"}


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
    if value is None or kind in (bool, int, float, str):
        return _number(value) if kind is int else value
    if kind is np.ndarray or isinstance(value, np.generic) and kind.__module__ == "numpy":
        return _pack_array(value, arrays, kind)
    if kind in (list, tuple, dict):
        if depth >= MAX_DEPTH or id(value) in above or len(value) > MAX_ITEMS:
            return {"$": "other", "type": f"{kind.__name__} (nested too deep or too long)"}
        inner = above | {id(value)}
        if kind is dict and all(type(key) is str for key in value):
            return {"$": "dict", "items": [[key, _pack(part, arrays, depth + 1, inner)] for key, part in value.items()]}
        if kind is not dict:
            return {"$": kind.__name__, "items": [_pack(part, arrays, depth + 1, inner) for part in value]}
    return {"$": "other", "type": f"{kind.__module__}.{kind.__qualname__}".removeprefix("builtins.")[:80]}


def _number(value):
    return value if value.bit_length() <= 1024 else {"$": "other", "type": "int of more than 1024 bits"}


def _pack_array(value, arrays, kind):
    code = value.dtype.str[1:]
    if code not in DTYPES:
        return {"$": "other", "type": f"{kind.__name__} of dtype {value.dtype}"[:80]}
    if value.nbytes > MAX_ARRAYS:
        return {"$": "other", "type": f"array of {value.nbytes} bytes"}
    plain = np.ascontiguousarray(value, dtype=value.dtype.newbyteorder("<"))
    arrays.append(plain.tobytes())
    return {"$": "array" if kind is np.ndarray else "scalar", "dtype": code, "shape": list(np.shape(value))}


class _Reader:
    """Takes array bytes off a frame in order, while the JSON tree is rebuilt."""

    def __init__(self, raw: memoryview, opaque: Any) -> None:
        self.raw, self.opaque, self.offset = raw, opaque, 0

    def unpack(self, tree: Any, depth: int) -> Any:
        if tree is None or isinstance(tree, (bool, int, float, str)):
            return tree
        if depth > MAX_DEPTH + 1 or not isinstance(tree, dict):
            raise WireError("the frame holds a value that is not in the format")
        match tree:
            case {"$": "other", "type": str(name)}:
                return self.opaque(name[:80])
            case {"$": "list" | "tuple" as kind, "items": list(items)}:
                parts = [self.unpack(item, depth + 1) for item in items]
                return parts if kind == "list" else tuple(parts)
            case {"$": "dict", "items": list(items)}:
                return dict(self._item(item, depth) for item in items)
            case {"$": "array" | "scalar" as kind, "dtype": str(code), "shape": list(shape)} if code in DTYPES:
                array = self._take(code, shape)
                return array if kind == "array" else array[()]
        raise WireError("the frame holds a value that is not in the format")

    def _item(self, item: Any, depth: int) -> tuple[str, Any]:
        match item:
            case [str(key), part]:
                return key, self.unpack(part, depth + 1)
        raise WireError("the frame holds a dict item that is not in the format")

    def _take(self, code: str, shape: list[Any]) -> np.ndarray:
        if len(shape) > 16 or not all(type(n) is int and 0 <= n <= MAX_ARRAYS for n in shape):
            raise WireError("the frame holds an array of impossible shape")
        count = 1
        for n in shape:
            count *= n
        size = count * np.dtype(code).itemsize
        if size > len(self.raw) - self.offset:
            raise WireError("the frame claims more array bytes than it carries")
        array = np.frombuffer(self.raw[self.offset : self.offset + size], dtype=f"<{code}").reshape(shape).copy()
        self.offset += size
        return array
