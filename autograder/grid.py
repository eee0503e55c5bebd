"""A student's array beside the expected one, as two small tables of text with the differing entries marked."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.client.compare import wrong_entries

ROWS, COLUMNS = 8, 6


@dataclass(frozen=True)
class Table:
    """What is shown of one array: indices of columns, then (index, [(number, whether it differs)]) for each row."""

    shape: tuple[int, ...]
    columns: list[int]
    rows: list[tuple[int, list[tuple[str, bool]]]]


@dataclass(frozen=True)
class Grid:
    """Both arrays; `part` says which part of them is shown, as an index: "[0, :8, 2:8]", or "" for all."""

    got: Table
    expected: Table
    part: str


def grid(got: Any, expected: Any) -> Grid | None:
    """The grid of two nested lists of numbers, or None if there is nothing to lay side by side."""
    a, b = _array(got), _array(expected)
    if a is None or b is None or not a.size or not b.size:
        return None
    wrong = wrong_entries(a, b) if a.shape == b.shape else np.zeros(b.shape, dtype=bool)
    at = tuple(int(i) for i in np.argwhere(wrong)[0]) if wrong.any() else ()
    window = _window(b.shape, at)
    if a.shape == b.shape:
        return Grid(_table(a, wrong, window), _table(b, wrong, window), _index(b.shape, window))
    return Grid(_table(a, np.zeros(a.shape, dtype=bool), _window(a.shape, ())), _table(b, wrong, window), "")


def _array(value: Any) -> np.ndarray | None:
    try:
        return None if value is None else np.asarray(value, dtype=float)
    except (TypeError, ValueError, OverflowError):
        return None


def _window(shape: tuple[int, ...], at: tuple[int, ...]) -> tuple[slice, ...]:
    """Of each axis, the stretch that is shown; the last two make rows and columns; `at` is in it."""
    sizes = [1] * max(0, len(shape) - 2) + [ROWS, COLUMNS][-len(shape) :] if shape else []
    starts = [max(0, min(i - size // 2, n - size)) for i, n, size in zip(at or (0,) * len(shape), shape, sizes, strict=True)]
    return tuple(slice(start, min(start + size, n)) for start, n, size in zip(starts, shape, sizes, strict=True))


def _table(array: np.ndarray, wrong: np.ndarray, window: tuple[slice, ...]) -> Table:
    columns = window[-1] if window else slice(0, 1)
    rows = window[-2] if len(window) > 1 else slice(0, 1)
    flat = [part[window].reshape(-1, columns.stop - columns.start).tolist() for part in (array, wrong)]
    cells = [[(f"{x:.4g}", bool(w)) for x, w in zip(*pair, strict=True)] for pair in zip(*flat, strict=True)]
    return Table(array.shape, list(range(columns.start, columns.stop)),
                 list(zip(range(rows.start, rows.stop), cells, strict=True)))


def _index(shape: tuple[int, ...], window: tuple[slice, ...]) -> str:
    if all(part == slice(0, n) for part, n in zip(window, shape, strict=True)):
        return ""
    last = len(shape) - 2
    return f"[{', '.join(str(w.start) if i < last else f'{w.start}:{w.stop}' for i, w in enumerate(window))}]"
