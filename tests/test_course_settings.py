"""course.yaml: what it says is taken as meant, what makes no sense is refused by name."""

from datetime import UTC, datetime

import pytest

from autograder.assignment import ROOT
from autograder.course import CourseError, load_course
from autograder.roster import file_name

DATES = """
timezone: Europe/Berlin
due: {lstm: 2026-11-30 23:59, gru: 2026-12-05, rnn: 2026-07-01 12:00:30}
extensions: {lstm: {ann: 2026-12-03 08:00, 123: 2026-12-04 08:00}}
late: {grace_minutes: 10, percent_per_day: 10, most_percent: 50}
"""


def course(tmp_path, text, **more):
    (tmp_path / "course.yaml").write_text(text)
    return load_course(tmp_path / "course.yaml", **more)


def test_times_are_local_to_the_course(tmp_path):
    settings = course(tmp_path, DATES)
    assert settings.due_for("lstm", "bob") == datetime(2026, 11, 30, 22, 59, tzinfo=UTC)
    assert settings.due_for("rnn", "bob") == datetime(2026, 7, 1, 10, 0, 30, tzinfo=UTC)  # summer time
    assert settings.due_for("gru", "bob") == datetime(2026, 12, 5, 23, tzinfo=UTC)  # the end of the day
    assert settings.due_for("bptt", "bob") is None
    assert "due 2026-11-30 23:59 CET" in settings.late("lstm", "bob", None).words


def test_an_extension_is_one_students(tmp_path):
    settings = course(tmp_path, DATES)
    assert settings.due_for("lstm", "ann") == datetime(2026, 12, 3, 7, tzinfo=UTC)
    assert settings.due_for("lstm", "123") == datetime(2026, 12, 4, 7, tzinfo=UTC)
    came = datetime(2026, 12, 2, tzinfo=UTC)
    assert (settings.late("lstm", "ann", came).percent, settings.late("lstm", "bob", came).percent) == (0, 20)


def test_an_extension_holds_under_the_name_that_nbgrader_has(tmp_path):
    settings = course(tmp_path, "due: {lstm: 2026-10-25}\nextensions: {lstm: {josé müller: 2026-10-27}}\n")
    assert settings.due_for("lstm", file_name("josé müller")) == settings.due_for("lstm", "josé müller")
    assert settings.due_for("lstm", "josé müller") > settings.due_for("lstm", file_name("josé m_ller"))


def test_the_settings_that_come_with_the_kit_deduct_nothing():
    settings = load_course(ROOT / "course.yaml")
    assert settings.repository.startswith("https://")
    assert settings.late("lstm", "ann", datetime.now(UTC)).percent == 0


def test_no_file_or_an_empty_one_is_a_course_without_dates(tmp_path):
    assert load_course(tmp_path / "none.yaml") == course(tmp_path, "") == course(tmp_path, "# nothing yet\ndue:\n")


@pytest.mark.parametrize(("text", "says"), [
    ("due: {lstm: tomorrow}", "due.lstm is 'tomorrow', not a time like"),
    ("due: {lstm: 5}", "due.lstm is 5"),
    ("extensions: {lstm: {ann: soon}}", "extensions.lstm.ann is 'soon'"),
    ("extensions: {lstm: [ann]}", "course.yaml"),
    ("late: {percent_per_day: ten}", "late.percent_per_day is 'ten'"),
    ("late: {percent_per_day: -1}", "late.percent_per_day is -1"),
    ("late: {percent_per_day: .nan}", "late.percent_per_day is nan"),
    ("late: {per_day: 1}", "per_day"),
    ("dues: {}", "dues is no setting; there are: branch, due"),
    ("hidden_checks: no", "hidden_checks is False"),
    ("timezone: Mars/Olympus", "Mars/Olympus"),
    ("due: {lstm: ", "cannot be read"),
    ("[1, 2]", "course.yaml"),
])
def test_what_makes_no_sense_is_named(tmp_path, text, says):
    with pytest.raises(CourseError, match="course") as error:
        course(tmp_path, text)
    assert says in str(error.value)
    assert "\n" not in str(error.value)


def test_a_misspelt_assignment_is_refused(tmp_path):
    with pytest.raises(CourseError, match="no assignment is called 'lstmm'; there are: lstm, gru"):
        course(tmp_path, "due: {lstmm: 2026-11-30}", assignments=["lstm", "gru"])
