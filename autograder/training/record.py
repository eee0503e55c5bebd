"""Recorded runs of a task: where its baseline and its target come from, and the table that students read before they start."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from autograder.assignment import AssignmentError
from autograder.training.comparison import Line, Row, cells, lines

SLACK = 0.1  # of the way from baseline to the reference's worst seed: what another seed, backend or hidden set may cost


@dataclass(frozen=True)
class Record:
    """rows: scores on hidden data, as graded; about: device, versions, preset, date; better: "lower" or "higher"."""

    rows: tuple[Row, ...]
    about: Mapping[str, Any]
    better: str

    @property
    def lines(self) -> list[Line]:
        return lines(self.rows)

    @property
    def baseline(self) -> Line:
        """The strongest that has no network."""
        return self._best([line for line in self.lines if line.parameters is None])

    @property
    def reference(self) -> Line:
        """The strongest network, by its mean over seeds."""
        return self._best([line for line in self.lines if line.parameters is not None])

    @property
    def worst(self) -> float:
        """The reference's worst seed."""
        values = [row.value for row in self.rows if row.kind == self.reference.kind]
        return max(values) if self.better == "lower" else min(values)

    @property
    def target(self) -> float:
        """What earns full points: the reference's worst seed, moved a tenth of the way towards the baseline."""
        return self.worst + SLACK * (self.baseline.mean - self.worst)

    def credit(self, score: float) -> float:
        """How far a score is on the way from baseline to target: from 0 to 1."""
        way = (score - self.baseline.mean) / (self.target - self.baseline.mean)
        return min(1.0, max(0.0, way))

    def _best(self, found: list[Line]) -> Line:
        return (min if self.better == "lower" else max)(found, key=lambda line: line.mean)


def read_record(path: Path, better: str) -> Record:
    """The record in a file; raises AssignmentError if there is none, or its reference does not beat its baseline with every seed."""
    try:
        data = json.loads(path.read_text())
        about = {key: data["about"][key] for key in ("device", "preset", "seeds", "versions")}
        record = Record(tuple(Row(**row) for row in data["rows"]), about, better)
        good = (record.worst < record.baseline.mean) if better == "lower" else (record.worst > record.baseline.mean)
    except FileNotFoundError:
        raise AssignmentError(f"{path} is missing: make train TASK={path.parent.name} PRESET=full RECORD=1") from None
    except (ValueError, KeyError, TypeError) as error:
        raise AssignmentError(f"{path} holds no record: {type(error).__name__}: {error}") from None
    if not good:
        raise AssignmentError(f"{path}: a seed of {record.reference.kind} is no better than {record.baseline.kind}: nothing to grade by")
    return record


def write_record(path: Path, rows: list[Row], about: Mapping[str, Any]) -> None:
    """Write recorded runs, a line each."""
    body = ",\n".join("  " + json.dumps(asdict(row)) for row in rows)
    path.write_text(f'{{\n "about": {json.dumps(about, indent=1)},\n "rows": [\n{body}\n ]\n}}\n')


def told(record: Record, metric: str, points: float) -> str:
    """The record in Markdown: how predictions are graded, and what we measured."""
    base, best = record.baseline, record.reference
    rows = [f"| {' | '.join(cells(line))} |" for line in record.lines]
    about = record.about
    return "\n".join([
        f"Your predictions are worth {points:g} points: 1 for a file that holds what was asked for, and {points - 1:g} by their score on "
        f"labels that nobody but the grader has. The metric is {metric} ({record.better} is better).",
        "",
        f"**{base.mean:.3f} earns nothing** beyond the file: that is {base.kind}, the best we know without a network. "
        f"**{record.target:.3f} earns everything**: {best.kind} reached {best.mean:.3f} on average over {best.seeds} seeds and "
        f"{record.worst:.3f} with the worst of them, {abs(record.worst - base.mean):.3f} better than the baseline; a tenth of that way "
        "is forgiven. In between, points grow in a straight line.",
        "",
        f"| kind | parameters | {metric} | s per epoch |", "|---|---|---|---|", *rows,
        "",
        f"*Measured on {about['device']}, preset {about['preset']}, seeds {', '.join(map(str, about['seeds']))}, "
        f"on the hidden data; mean ± standard deviation.*",
    ])
