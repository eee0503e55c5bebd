"""Copy and compare what functions get and give, changed arguments included: numbers, texts and arrays in tuples, lists and dicts."""

import copy
from typing import Any

import numpy as np


def copied(value: Any) -> Any:
    """A deep copy; quick for numbers and arrays in tuples, lists and dicts, which is what functions here get and give."""
    if isinstance(value, np.ndarray):
        return value.copy()
    if type(value) in (tuple, list):
        return type(value)(map(copied, value))
    if type(value) is dict:
        return {key: copied(part) for key, part in value.items()}
    try:
        return copy.deepcopy(value)
    except Exception:  # a generator, a lock: nobody can copy it, and it is no answer either
        return value


def identical(a: Any, b: Any) -> bool:
    """Whether two values are the same, bit for bit."""
    if isinstance(a, np.ndarray):
        return type(a) is type(b) and a.dtype == b.dtype and a.shape == b.shape and a.tobytes() == b.tobytes()
    if isinstance(a, dict):
        return isinstance(b, dict) and list(a) == list(b) and all(identical(a[key], b[key]) for key in a)
    if isinstance(a, (list, tuple)):
        return type(a) is type(b) and len(a) == len(b) and all(map(identical, a, b))
    return type(a) is type(b) and repr(a) == repr(b)
