"""Compare an answer with what was expected: contract first, then values.

The grader and the printed notebooks run this same file, so a student and an instructor read the same words.
Needs nothing but NumPy.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

import numpy as np

RTOL, ATOL = 1e-4, 1e-5  # an answer computed in float32 is still right


@dataclass(frozen=True)
class Opaque:
    """A value that is neither number, text, array, list, tuple nor dict: only the name of its type is known."""

    type_name: str


@dataclass(frozen=True)
class Difference:
    """The first thing that is wrong with an answer.

    where: which part of the answer ("c", 'grads["W_f"]'); kind: "type", "shape", "dtype", "finite" or "value";
    problem: one sentence that holds nothing of the inputs; detail: the numbers behind it; got, expected: the arrays.
    """

    where: str
    kind: str
    problem: str
    detail: str = ""
    got: Any = field(default=None, repr=False)
    expected: Any = field(default=None, repr=False)

    def __str__(self) -> str:
        return f"{self.problem}{' (' + self.detail + ')' if self.detail else ''}"


def difference(got: Any, expected: Any, where: str | tuple[str, ...] = "the answer") -> Difference | None:
    """The first difference between an answer and what was expected, or None.

    where names the answer, or, as a tuple of names, each of several outputs. Types, shapes, dtypes and finiteness
    of every part come before any value. NaN never equals anything.
    """
    if _agrees(got, expected):
        return None
    return _contract(got, expected, where) or _first(_value, got, expected, where)


def same_answer(a: Any, b: Any) -> bool:
    """Whether two answers, right or wrong, are the same one: NaN equals NaN here."""
    if _agrees(a, b):
        return True
    if _contract(a, b, ""):
        return False
    pairs = zip(_leaves(a, ""), _leaves(b, ""), strict=True)
    return all(np.array_equal(_nan(x), _nan(y)) and not _value(_no_nan(x), _no_nan(y), "") for (_, x), (_, y) in pairs)


def contract_difference(got: Any, expected: Any, where: str | tuple[str, ...] = "the answer") -> Difference | None:
    """Like `difference`, but blind to values: types, shapes, dtypes, finiteness."""
    return _contract(got, expected, where)


def differing_parts(got: Any, expected: Any, where: str | tuple[str, ...] = "the answer") -> list[str]:
    """Names of the parts whose values differ; the contract must hold already."""
    pairs = zip(_leaves(got, where), _leaves(expected, where), strict=True)
    return [name for (name, a), (_, b) in pairs if _value(a, b, name)]


def value_difference(got: Any, expected: Any, where: str | tuple[str, ...], parts: Collection[str]) -> Difference | None:
    """The first difference in value in one of the named parts of the answer; the contract must hold already."""
    pairs = zip(_leaves(got, where), _leaves(expected, where), strict=True)
    return next((found for (name, a), (_, b) in pairs if name in parts and (found := _value(a, b, name))), None)


def is_single_precision(value: Any) -> bool:
    """Whether any array or number in an answer was computed in less than float64."""
    return any(getattr(leaf, "dtype", None) in (np.float32, np.float16) for _, leaf in _leaves(value, ""))


def _nan(value):
    return False if isinstance(value, str) else np.isnan(value)


def _no_nan(value):
    if isinstance(value, str):
        return value
    return np.nan_to_num(value, posinf=np.inf, neginf=-np.inf)


def _agrees(got, expected):
    """Whether two answers plainly agree: the usual case, found without naming parts. False says nothing yet."""
    if isinstance(expected, np.ndarray):
        if type(got) is not np.ndarray or got.dtype != expected.dtype or got.shape != expected.shape or expected.dtype.kind != "f":
            return False
        with np.errstate(invalid="ignore"):
            return got.size > 0 and bool(np.abs(got - expected).max() <= ATOL)  # NaN is not <= anything
    if isinstance(expected, (tuple, list)):
        return type(got) is type(expected) and len(got) == len(expected) and all(map(_agrees, got, expected))
    if isinstance(expected, dict):
        return type(got) is dict and got.keys() == expected.keys() and all(_agrees(got[key], expected[key]) for key in expected)
    return False


def _contract(got, expected, where):
    return _structure(got, expected, where) or _first(_leaf_contract, got, expected, where)


def _first(compare, got, expected, where):
    pairs = zip(_leaves(got, where), _leaves(expected, where), strict=True)
    return next((found for (name, a), (_, b) in pairs if (found := compare(a, b, name))), None)


def _leaves(value, where):
    """Yield (name, leaf) for every array or number in nested tuples, lists and dicts."""
    if isinstance(value, (tuple, list)):
        for i, part in enumerate(value):
            yield from _leaves(part, _output_name(where, i, len(value)))
    elif isinstance(value, dict):
        for key in sorted(value, key=str):
            yield from _leaves(value[key], _entry(where, value, key))
    else:
        yield _title(where), value


def _output_name(where, i, n):
    if isinstance(where, tuple) and len(where) == n:
        return where[i]
    return f"{_title(where)}[{i}]"


def _entry(where, value, key):
    return f"{_title(where)}'s {key}" if _described(value) else f'{_title(where)}["{key}"]'


def _described(value):
    """Whether a dict is a model or dataset, as `autograder.description` tells of it."""
    return isinstance(value.get("type"), str)


def _title(where):
    return f"({', '.join(where)})" if isinstance(where, tuple) else where


def _structure(got, expected, where):
    title = _title(where)
    if isinstance(expected, (tuple, list)):
        if not isinstance(got, (tuple, list)):
            count = f"{len(expected)} values, {title}," if isinstance(where, tuple) else f"{len(expected)} values"
            return Difference(title, "type", f"{count} must come back", _came(got))
        if isinstance(expected, list) and isinstance(got, tuple):
            return Difference(title, "type", f"{title} must be a list", "a tuple came")
        if len(got) != len(expected):
            return Difference(title, "type", f"{title} must be {len(expected)} values", f"{len(got)} came")
        parts = zip(range(len(expected)), got, expected, strict=True)
        return next((d for i, a, b in parts if (d := _structure(a, b, _output_name(where, i, len(expected))))), None)
    if isinstance(expected, dict):
        if not isinstance(got, dict) or (_described(expected) and got.get("type") != expected["type"]):
            return Difference(title, "type", f"{title} must be {_article(_type(expected))}", _came(got))
        if missing := sorted(set(expected) - set(got), key=str):
            return Difference(title, "type", f"{title} lacks the key {missing[0]!r}")
        if len(got) != len(expected):
            return Difference(title, "type", f"{title} has keys that do not belong there",
                              ", ".join(sorted(map(str, set(got) - set(expected)))))
        return next((d for k in expected if (d := _structure(got[k], expected[k], _entry(where, expected, k)))), None)
    plain = isinstance(got, str) if isinstance(expected, str) else not isinstance(got, (list, tuple, dict, str, Opaque))
    if not plain or got is None:
        wanted = "a text" if isinstance(expected, str) else "a NumPy array" if np.ndim(expected) else "a number"
        return Difference(title, "type", f"{title} must be {wanted}", _came(got))
    return None


def _came(got):
    return "nothing came, is a return missing?" if got is None else f"{_article(_type(got))} came"


def _type(value):
    if isinstance(value, np.ndarray):
        return "NumPy array"
    if isinstance(value, dict) and _described(value):
        return value["type"]
    return value.type_name if isinstance(value, Opaque) else type(value).__name__


def _article(word):
    return f"{'an' if word[:1].lower() in 'aeiou' else 'a'} {word}"


def _leaf_contract(got, expected, where):
    if isinstance(expected, str):
        return None
    want, have = np.asarray(expected), np.asarray(got)
    if have.shape != want.shape:
        return Difference(where, "shape", f"{where} must have shape {want.shape}", f"yours has {have.shape}", got, expected)
    kinds = {"f": "f", "i": "iu", "u": "iu", "b": "b", "c": "c"}.get(want.dtype.kind, want.dtype.kind)
    if have.dtype.kind not in kinds:
        return Difference(where, "dtype", f"{where} must be {want.dtype}", f"yours is {have.dtype}", got, expected)
    if np.isfinite(want).all() and not np.isfinite(have).all():
        return Difference(where, "finite", f"{where} must be finite, but holds nan or inf", "", got, expected)
    return None


def wrong_entries(got: np.ndarray, expected: np.ndarray) -> np.ndarray:
    """Which entries of an array differ from those of another of the same shape, beyond what float32 loses; NaN always does."""
    if expected.dtype.kind != "f":
        return np.asarray(got != expected)
    finite = np.where(np.isfinite(expected), expected, 0.0)
    scale = max(1.0, float(np.abs(finite).max(initial=0.0)))
    with np.errstate(invalid="ignore"):
        near = np.abs(got.astype(float) - expected) <= ATOL * scale + RTOL * np.abs(expected)
    return ~(near | (got == expected))


def _value(got, expected, where):
    if isinstance(expected, str):
        return Difference(where, "value", f"{where} is not what it must be", f"{got!r}, expected {expected!r}") if got != expected else None
    want, have = np.asarray(expected), np.asarray(got)
    wrong = wrong_entries(have, want)
    if not wrong.any():
        return None
    problem = f"{where} has the right shape but wrong values" if want.ndim else f"{where} has the wrong value"
    if want.ndim:
        at = tuple(int(i) for i in np.argwhere(wrong)[0])
        index = ", ".join(map(str, at))
        detail = f"{int(wrong.sum())} of {wrong.size} differ; first at [{index}]: {have[at]:.6g}, expected {want[at]:.6g}"
    else:
        detail = f"{have[()]:.6g}, expected {want[()]:.6g}"
    return Difference(where, "value", problem, detail, got, expected)
