"""Models side by side: one row per training, one line per kind, mean and spread over seeds."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np


@dataclass(frozen=True)
class Row:
    """One model, or one forecast without a network (seed and parameters None): value is the metric, seconds are of one epoch."""

    kind: str
    value: float
    seed: int | None = None
    parameters: int | None = None
    seconds: float | None = None


@dataclass(frozen=True)
class Line:
    """A kind over its seeds; spread: standard deviation (n - 1), None of a single one."""

    kind: str
    mean: float
    spread: float | None
    seeds: int
    parameters: int | None
    seconds: float | None


def lines(rows: Sequence[Row]) -> list[Line]:
    """One per kind, in the order they came."""
    found = []
    for kind in dict.fromkeys(row.kind for row in rows):
        own = [row for row in rows if row.kind == kind]
        values = [row.value for row in own]
        seconds = [row.seconds for row in own if row.seconds is not None]
        found.append(Line(kind, float(np.mean(values)), float(np.std(values, ddof=1)) if len(own) > 1 else None, len(own),
                          own[-1].parameters, float(np.mean(seconds)) if seconds else None))
    return found


def cells(line: Line) -> tuple[str, str, str, str]:
    """Kind, parameters, value and seconds per epoch, as people read them; "–" where there is nothing to tell."""
    spread = "" if line.spread is None else f" ± {line.spread:.3f}"
    return (line.kind, "–" if line.parameters is None else f"{line.parameters:,}", f"{line.mean:.3f}{spread}",
            "–" if line.seconds is None else f"{line.seconds:.1f}")


def table(rows: Sequence[Row], metric: str) -> str:
    """The comparison as lines of text."""
    head = ("kind", "parameters", metric, "s per epoch")
    body = [head, *map(cells, lines(rows))]
    widths = [max(len(row[i]) for row in body) for i in range(4)]
    return "\n".join(f"{row[0]:<{widths[0]}}  " + "  ".join(f"{text:>{width}}" for text, width in zip(row[1:], widths[1:], strict=True))
                     for row in body)


def picture(plt: Any, rows: Sequence[Row], metric: str, marks: dict[str, float]) -> Any:
    """A figure: a point per seed, a bar from the least to the greatest, and a line at each mark, such as baseline and target."""
    kinds = [line.kind for line in lines(rows)]
    figure, axes = plt.subplots(figsize=(7, 0.6 + 0.36 * len(kinds)))
    for at, kind in enumerate(kinds):
        values = [row.value for row in rows if row.kind == kind]
        colour = "C0" if any(row.parameters is not None for row in rows if row.kind == kind) else "0.45"
        axes.plot([min(values), max(values)], [at, at], color=colour, linestyle="-", linewidth=3, alpha=0.4)
        axes.plot(values, [at] * len(values), "o", color=colour, markersize=5)
    for (name, value), colour in zip(marks.items(), ("C1", "C2"), strict=False):
        axes.axvline(value, color=colour, linestyle="--", linewidth=1)
        axes.annotate(name, (value, 1), xycoords=("data", "axes fraction"), ha="center", va="bottom", fontsize=9, color=colour)
    axes.set_yticks(range(len(kinds)), kinds)
    axes.invert_yaxis()
    axes.set_xlabel(metric)
    return figure
