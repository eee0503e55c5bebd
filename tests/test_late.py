"""What being late costs, and that everybody reads the same."""

import csv
import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from autograder import feedback, report
from autograder.gradebook_csv import grades_csv
from autograder.late import Late, Policy
from tests.markup import parsed, words
from tests.verdicts import ERROR, PERFECT, UNREADABLE

DUE = datetime(2026, 11, 30, 22, 59, tzinfo=UTC)
POLICY = Policy(grace_minutes=10, percent_per_day=10, most_percent=50)


@pytest.mark.parametrize(("late", "percent"), [
    (timedelta(0), 0), (timedelta(minutes=10), 0), (timedelta(minutes=10, seconds=1), 10), (timedelta(days=1), 10),
    (timedelta(days=1, seconds=1), 20), (timedelta(days=5), 50), (timedelta(days=50), 50), (timedelta(days=-3), 0),
])
def test_each_day_begun_costs_up_to_a_limit(late, percent):
    assert POLICY.percent(late.total_seconds()) == percent


def test_nothing_is_deducted_without_a_policy_a_date_or_a_time():
    assert Policy().percent(1e9) == 0
    assert Late().penalty(8) == Late(DUE, None).penalty(8) == 0


def late(hours, percent):
    return Late(DUE, DUE + timedelta(hours=hours), percent)


@pytest.mark.parametrize(("lateness", "words"), [
    (Late(), ""),
    (Late(DUE), "due 2026-11-30 22:59 UTC; when it was handed in is not known, so nothing is deducted"),
    (late(-2, 0), "due 2026-11-30 22:59 UTC, handed in 2026-11-30 20:59 UTC: in time"),
    (late(26.5, 20), "due 2026-11-30 22:59 UTC, handed in 2026-12-02 01:29 UTC, 1 d 2 h late: 20 % of the points are deducted"),
    (late(0.1, 0), "due 2026-11-30 22:59 UTC, handed in 2026-11-30 23:05 UTC, 6 min late: nothing is deducted"),
    (replace(late(-2, 0), zone=ZoneInfo("Europe/Berlin")), "due 2026-11-30 23:59 CET, handed in 2026-11-30 21:59 CET: in time"),
])
def test_words(lateness, words):
    assert lateness.words == words


def test_table_and_page_say_the_same():
    verdict, lateness = PERFECT, late(26.5, 20)
    (row,) = csv.DictReader(io.StringIO(grades_csv([verdict], [("step", 4.0), ("loop", 4.0)], {verdict.student: lateness})))
    assert (row["score"], row["raw_score"], row["late_submission_penalty"], row["step"]) == ("6.4", "8", "1.6", "4")
    assert (row["due"], row["submitted"]) == ("2026-11-30T22:59:00+00:00", "2026-12-02T01:29:00+00:00")
    page = words(parsed(feedback.render(verdict, "The cell", lateness)))
    assert "6.4 of 8 points" in page
    assert "1 d 2 h late: 20 % of the points are deducted (1.6 of 8)." in page


def test_report_says_how_many_came_late():
    class_ = {"in_time": late(-2, 0), "grace": late(0.1, 0), "late": late(26.5, 20), "unknown": Late(DUE)}
    class_["unreadable"] = late(26.5, 20)
    verdicts = [replace(UNREADABLE if student == "unreadable" else PERFECT, student=student) for student in class_]
    page = report.render(verdicts, "The cell", str, class_)
    assert words(parsed(page).find(id="late")) == ("Handed in late: 3 of 5; losing points: 1; time not known, so losing none: 1. "
                                                  "Points on this page are those before late penalties; grades.csv has both.")


def test_without_a_due_date_nothing_is_said_about_it():
    assert "late" not in grades_csv([PERFECT], [("step", 4.0)]).splitlines()[0]
    assert 'id="late"' not in feedback.render(PERFECT, "The cell") + report.render([PERFECT], "The cell", str, {PERFECT.student: Late()})


@pytest.mark.parametrize("verdict", [UNREADABLE, ERROR])
def test_what_has_no_points_loses_none(verdict):
    verdict = replace(verdict, exercises=PERFECT.exercises)
    (row,) = csv.DictReader(io.StringIO(grades_csv([verdict], [("step", 4.0)], {verdict.student: late(26, 20)})))
    assert (row["score"], row["late_submission_penalty"]) == ("0", "0")
