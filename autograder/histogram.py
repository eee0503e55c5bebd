"""How scores spread, as a picture that reads in light, dark, and print."""

import base64
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from markupsafe import Markup

from autograder.points import plain

BINS = 10
INK, BAR = "#20242a", "#5d7fa8"  # as in templates/page.css
DARK = {INK: "#e7e5e0", BAR: "#7f9fc6"}


@dataclass(frozen=True)
class Histogram:
    """Two data URIs of the same SVG picture, and what it shows in words."""

    light: Markup
    dark: Markup
    alt: str


def histogram(scores: Sequence[float], max_score: float) -> Histogram | None:
    """The histogram of scores from 0 to max_score; None where there is nothing to draw. The same bytes every time."""
    if not scores or max_score <= 0:
        return None
    counts, edges = np.histogram(np.clip(scores, 0, max_score), bins=BINS, range=(0, max_score))
    svg = _svg(counts, edges, max_score)
    dark = svg
    for light, other in DARK.items():
        dark = dark.replace(light, other)
    at = [plain(edge, 1) for edge in edges]
    ranges = [f"{n} from {low} to {high}" for n, low, high in zip(counts, at[:-1], at[1:], strict=True) if n]
    return Histogram(_uri(svg), _uri(dark), f"Histogram of {len(scores)} scores, in points: {', '.join(ranges)}.")


def _svg(counts: np.ndarray, edges: np.ndarray, max_score: float) -> str:
    import matplotlib  # takes a second: only reports need it
    from matplotlib.figure import Figure

    style: Any = {"svg.hashsalt": "scores", "svg.fonttype": "none", "font.size": 11, "text.color": INK,
                  "axes.labelcolor": INK, "axes.edgecolor": INK, "xtick.color": INK}
    with matplotlib.rc_context(style):
        figure = Figure(figsize=(6.4, 2.1), layout="constrained")
        axes = figure.add_subplot()
        width = max_score / BINS
        bars = axes.bar(edges[:-1] + width / 2, counts, 0.9 * width, color=BAR)
        axes.bar_label(bars, [str(n) if n else "" for n in counts], padding=2)
        axes.set(xlim=(0, max_score), ylim=(0, 1.15 * counts.max()), xlabel="points", xticks=edges[::2], yticks=[])
        axes.set_xticks(edges[::2], [plain(edge, 1) for edge in edges[::2]])
        axes.spines[["left", "top", "right"]].set_visible(False)
        out = io.StringIO()
        figure.savefig(out, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    return out.getvalue().replace("'DejaVu Sans'", "system-ui")


def _uri(svg: str) -> Markup:
    return Markup("data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode())
