"""`submission_metadata.json`: when a submission was due and came. Whatever is wrong in it costs no student a point.

Gradescope writes the assignment's due date, and for each of the submitters their own (an extension). Of a group's due dates
the latest counts. See gradescope-autograders.readthedocs.io, "Submission Metadata".
"""

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from autograder.late import Late, Policy
from autograder.lms.instant import instant

NOT_KNOWN = "Gradescope did not say when this was due and handed in, so nothing is deducted for lateness."


def read_late(path: Path, policy: Policy) -> tuple[Late, str]:
    """What lateness costs, and a note if that cannot be known though the course has a penalty."""
    if not policy.percent_per_day:
        return Late(), ""
    try:
        metadata = json.loads(path.read_text())
        late = Late(max(_due_dates(metadata), default=None), _when(metadata["created_at"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Late(), NOT_KNOWN
    return Late(late.due, late.submitted, policy.percent(late.seconds)), ""


def _due_dates(metadata: dict[str, Any]) -> Iterator[datetime]:
    """Each submitter's own due date; the assignment's for who has none."""
    for_all = (metadata.get("assignment") or {}).get("due_date")
    for user in metadata.get("users") or [{}]:
        if due := (user.get("assignment") or {}).get("due_date") or for_all:
            yield _when(due)


def _when(text: str) -> datetime:
    when = instant(text)
    if when is None:
        raise ValueError(f"{text!r} is no time")
    return when
