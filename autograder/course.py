"""`course.yaml`: what an instructor sets for a whole course. The machine's own settings are not in it."""

import math
import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from pathlib import Path
from typing import Any, Literal, get_args
from zoneinfo import ZoneInfo

import yaml

from autograder.assignment import ROOT
from autograder.late import Late, Policy
from autograder.roster import file_name

Visibility = Literal["hidden", "after_due_date", "after_published", "visible"]
HiddenData = Literal["demonstration", "course"]


class CourseError(ValueError):
    """A setting in course.yaml that makes no sense; says which."""


@dataclass(frozen=True)
class Course:
    """The settings. All times are aware, in UTC.

    due: by assignment; extensions: by assignment and student id; zone: the course's own, in which people are told times.
    """

    repository: str = ""
    branch: str = "main"
    due: Mapping[str, datetime] = field(default_factory=dict)
    extensions: Mapping[str, Mapping[str, datetime]] = field(default_factory=dict)
    policy: Policy = field(default_factory=Policy)
    hidden_checks: Visibility = "after_published"
    hidden_data: HiddenData = "demonstration"
    zone: tzinfo = UTC

    def due_for(self, assignment: str, student: str) -> datetime | None:
        """When a student has to hand in an assignment: the extension, if there is one, else the due date, if there is one.

        student: the id, or what stands for it in nbgrader's folders and gradebook.
        """
        extended = self.extensions.get(assignment, {})
        return extended.get(student) or {file_name(name): when for name, when in extended.items()}.get(student) or self.due.get(assignment)

    def late(self, assignment: str, student: str, submitted: datetime | None) -> Late:
        """What a submission loses that came at `submitted` (None: nobody knows, so it loses nothing)."""
        late = Late(self.due_for(assignment, student), submitted)
        return Late(late.due, late.submitted, self.policy.percent(late.seconds), self.zone)


def course_path() -> Path:
    """The file that holds the settings; AUTOGRADER_COURSE_FILE names another one."""
    return Path(os.environ.get("AUTOGRADER_COURSE_FILE") or ROOT / "course.yaml")


def load_course(path: Path | None = None, assignments: Collection[str] = ()) -> Course:
    """The settings in a file (course.yaml, if it is not said); raises CourseError, which names file and setting.

    assignments: if given, dates for any other one are refused, since a misspelt name would silently mean no due date.
    """
    path = path or course_path()
    try:
        settings = yaml.safe_load(path.read_text()) if path.exists() else None
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise CourseError(f"{path} cannot be read: {' '.join(str(error).split())}") from None
    try:
        course = _course(settings or {})
    except (AttributeError, TypeError, ValueError, KeyError) as error:
        raise CourseError(f"{path}: {error}") from None
    if assignments and (strange := {*course.due, *course.extensions}.difference(assignments)):
        names = ", ".join(assignments)
        raise CourseError(f"{path}: due and extensions: no assignment is called {sorted(strange)[0]!r}; there are: {names}")
    return course


def _course(settings: dict[str, Any]) -> Course:
    known = {"repository", "branch", "timezone", "due", "extensions", "late", "hidden_checks", "hidden_data"}
    if strange := set(settings) - known:
        raise ValueError(f"{sorted(strange)[0]} is no setting; there are: {', '.join(sorted(known))}")
    zone = ZoneInfo(settings.get("timezone", "UTC"))
    hidden = settings.get("hidden_checks", "after_published")
    if hidden not in get_args(Visibility):
        raise ValueError(f"hidden_checks is {hidden!r}, not one of {', '.join(get_args(Visibility))}")
    data = settings.get("hidden_data", "demonstration")
    if data not in get_args(HiddenData):
        raise ValueError(f"hidden_data is {data!r}, not one of {', '.join(get_args(HiddenData))}")
    return Course(
        repository=str(settings.get("repository") or "").rstrip("/"), branch=str(settings.get("branch", "main")),
        due={name: _when(f"due.{name}", when, zone) for name, when in (settings.get("due") or {}).items()},
        extensions={name: {str(student): _when(f"extensions.{name}.{student}", when, zone) for student, when in students.items()}
                    for name, students in (settings.get("extensions") or {}).items()},
        policy=_policy(settings.get("late") or {}), hidden_checks=hidden, hidden_data=data, zone=zone,
    )


def _policy(settings: dict[str, Any]) -> Policy:
    for name, value in settings.items():
        if type(value) not in (int, float) or not 0 <= value < math.inf:
            raise ValueError(f"late.{name} is {value!r}, not a number from 0 on")
    return Policy(**settings)


def _when(setting: str, when: object, zone: ZoneInfo) -> datetime:
    """A time as people write it, `2026-11-30 23:59`; a day alone means its end."""
    if isinstance(when, str):
        try:
            when = datetime.fromisoformat(when)
        except ValueError:
            raise ValueError(f"{setting} is {when!r}, not a time like 2026-11-30 23:59") from None
    elif isinstance(when, date) and not isinstance(when, datetime):
        when = datetime.combine(when, time()) + timedelta(days=1)
    if not isinstance(when, datetime):
        raise ValueError(f"{setting} is {when!r}, not a time like 2026-11-30 23:59")
    return (when if when.tzinfo else when.replace(tzinfo=zone)).astimezone(UTC)
