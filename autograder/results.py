"""What grading yields: a verdict per submission, results per exercise and check. Plain data, JSON in and out."""

from dataclasses import asdict, dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

INHERITED = "inherited"  # the name of a mistake that was made in an earlier exercise, and is counted there


class Outcome(StrEnum):
    """The result of one check."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_RUN = "not run"


class Status(StrEnum):
    """What became of a submission: `partial` if part of it could not be run, `error` if that is our fault."""

    GRADED = "graded"
    PARTIAL = "partial"
    UNREADABLE = "unreadable"
    ERROR = "error"


@dataclass(frozen=True)
class CheckResult:
    """One check on one submission.

    sentence: what the check asks for; message: why it failed, in words for the student; mistake, hint: the mistake it was
    recognised as; got, expected: nested lists of numbers, of public checks only; partial: points of a failed check that gives some.
    """

    name: str
    sentence: str
    points: float
    hidden: bool
    outcome: Outcome
    message: str = ""
    mistake: str | None = None
    hint: str | None = None
    where: str | None = None
    got: Any = None
    expected: Any = None
    partial: float = 0.0

    @property
    def earned(self) -> float:
        return self.points if self.outcome is Outcome.PASSED else self.partial


@dataclass(frozen=True)
class ExerciseResult:
    """All checks of one exercise; `note` says what a student should know though it costs nothing."""

    name: str
    checks: tuple[CheckResult, ...]
    note: str = ""

    @property
    def score(self) -> float:
        return float(sum(c.earned for c in self.checks))

    @property
    def max_score(self) -> float:
        return float(sum(c.points for c in self.checks))

    @property
    def mistakes(self) -> tuple[str, ...]:
        """Names of the mistakes recognised, in order, each once."""
        return tuple(dict.fromkeys(c.mistake for c in self.checks if c.mistake))


@dataclass(frozen=True)
class CellError:
    """A code cell that raised, hung or could not be read; index counts the notebook's cells from 1."""

    index: int
    message: str
    line: int | None = None
    source: str = ""


@dataclass(frozen=True)
class Verdict:
    """All there is to say about one submission; `digest` is the SHA-256 of its bytes, `grader` of what graded it.

    submitted: when it was handed in (ISO 8601, UTC), "" if nobody knows. lms: an LMS and its own name for the student
    (canvas:123), "" if it came from none.
    """

    student: str
    assignment: str
    file: str
    digest: str
    grader: str
    status: Status
    sandbox: str
    max_score: float
    exercises: tuple[ExerciseResult, ...] = ()
    cell_errors: tuple[CellError, ...] = ()
    reason: str = ""
    notes: tuple[str, ...] = ()
    submitted: str = ""
    lms: str = ""
    seconds: float = field(default=0.0, compare=False)

    @property
    def score(self) -> float:
        return float(sum(e.score for e in self.exercises))

    @property
    def submitted_at(self) -> datetime | None:
        return datetime.fromisoformat(self.submitted) if self.submitted else None

    def to_json(self) -> dict[str, Any]:
        """Plain data for `results/<id>.json`, with scores beside what they were added from."""
        data = asdict(self) | {"score": self.score}
        for row, exercise in zip(data["exercises"], self.exercises, strict=True):
            row |= {"score": exercise.score, "max_score": exercise.max_score}
        return data

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Verdict":
        """The verdict that `to_json` wrote; raises KeyError, TypeError or ValueError on anything else."""
        exercises = tuple(
            ExerciseResult(row["name"], tuple(CheckResult(**(c | {"outcome": Outcome(c["outcome"])})) for c in row["checks"]),
                           row["note"])
            for row in data["exercises"]
        )
        fields = {key: value for key, value in data.items() if key != "score"}
        return cls(**(fields | {
            "status": Status(data["status"]), "exercises": exercises, "notes": tuple(data["notes"]),
            "cell_errors": tuple(CellError(**row) for row in data["cell_errors"]),
        }))
