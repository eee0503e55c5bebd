"""Due dates and what being late costs: the one place where a penalty is computed, for grades.csv, gradebook and feedback alike."""

import math
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

DAY = 86_400


@dataclass(frozen=True)
class Policy:
    """What a late submission loses: a percentage of its points for each day begun, after a time of grace, up to a limit."""

    grace_minutes: float = 0
    percent_per_day: float = 0
    most_percent: float = 100

    def percent(self, seconds: float) -> float:
        """What a submission loses that came in `seconds` after it was due."""
        if not seconds > 60 * self.grace_minutes:
            return 0.0
        return float(min(self.most_percent, self.percent_per_day * math.ceil(seconds / DAY)))


@dataclass(frozen=True)
class Late:
    """When a submission was due and came, in UTC, as far as known, and the percentage of its points that it loses.

    zone: whose time a person is told.
    """

    due: datetime | None = None
    submitted: datetime | None = None
    percent: float = 0.0
    zone: tzinfo = UTC

    @property
    def seconds(self) -> float:
        """How late it came; 0 if it was in time, or nobody knows."""
        return max(0.0, (self.submitted - self.due).total_seconds()) if self.due and self.submitted else 0.0

    def penalty(self, score: float) -> float:
        """The points that a submission loses of the points that its exercises earned."""
        return round(score * self.percent / 100, 6)

    @property
    def words(self) -> str:
        """The same for a person; "" if no due date is set."""
        if self.due is None:
            return ""
        due = f"due {self._minute(self.due)}"
        if self.submitted is None:
            return f"{due}; when it was handed in is not known, so nothing is deducted"
        if not self.seconds:
            return f"{due}, handed in {self._minute(self.submitted)}: in time"
        cost = f"{self.percent:g} % of the points are deducted" if self.percent else "nothing is deducted"
        return f"{due}, handed in {self._minute(self.submitted)}, {_long(self.seconds)} late: {cost}"

    def _minute(self, when: datetime) -> str:
        return f"{when.astimezone(self.zone):%Y-%m-%d %H:%M %Z}"


def _long(seconds: float) -> str:
    minutes = math.ceil(seconds / 60)
    days, hours = divmod(minutes // 60, 24)
    parts = [f"{days} d"] * bool(days) + [f"{hours} h"] * bool(hours) + [f"{minutes % 60} min"] * bool(minutes % 60)
    return " ".join(parts[:2])
