"""Submissions as LMSs pack them: who, when, which of several; names are data whatever they hold."""

import os
import string
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.lms.instant import instant
from autograder.lms.names import recognise
from autograder.roster import SUFFIXES, file_name, find
from tests.test_roster import make


def by_student(folder, assignment="lstm"):
    entries = find(folder, assignment)
    assert len({entry.student for entry in entries}) == len(entries)
    return {entry.student: entry for entry in entries}


def test_canvas(tmp_path):
    make(tmp_path, "leeann_123_456_lstm.ipynb", "o’brienzoë_LATE_124_457_my_work_1_2.ipynb", "müller_125_458_lstm.zip",
         "प्रिया_126_459_lstm.ipynb", "anon_Ab3xY_460_lstm.ipynb", "LATE_anon_Qb3xY_461_lstm.ipynb",
         "kim_127_text.html", "kim_lee_128_462_notes.pdf")
    entries = by_student(tmp_path)
    assert {name: entry.lms for name, entry in entries.items()} == {
        "leeann": "canvas:123", "o’brienzoë": "canvas:124", "müller": "canvas:125", "प्रिया": "canvas:126",
        "anon_Ab3xY": "", "anon_Qb3xY": "", "kim": "canvas:127", "kim_lee": "canvas:128"}
    assert [name for name, entry in entries.items() if "late" in " ".join(entry.notes)] == ["anon_Qb3xY", "o’brienzoë"]
    assert "typed into the LMS" in entries["kim"].problem
    assert "462_notes.pdf is neither a notebook" in entries["kim_lee"].problem
    assert not any(entry.submitted for entry in entries.values())


def test_canvas_namesakes_and_several_files(tmp_path):
    make(tmp_path, "leeann_123_9_lstm.ipynb", "leeann_123_10_lstm-1.ipynb", "leeann_123_11_scratch.ipynb", "leeann_124_12_lstm.ipynb",
         "bo_125_13_work.ipynb", "bo_125_13_work-2.ipynb", "bo_125_14_slides.pdf")
    os.utime(tmp_path / "leeann_123_10_lstm-1.ipynb", (1, 1))
    entries = by_student(tmp_path)
    assert {name: entry.path.name for name, entry in entries.items()} == {
        "leeann_123": "leeann_123_10_lstm-1.ipynb", "leeann_124": "leeann_124_12_lstm.ipynb", "bo": "bo_125_13_work-2.ipynb"}
    assert entries["leeann_123"].notes == (
        "graded leeann_123_10_lstm-1.ipynb, the latest; not leeann_123_11_scratch.ipynb, leeann_123_9_lstm.ipynb",)


@pytest.mark.parametrize("names", [
    ["lstm_step_2_3.ipynb", "ann.ipynb"], ["lab_1_2_final.ipynb", "ann.ipynb"], ["Lee_1_2_final.ipynb"], ["ann_2.ipynb", "ann_3.ipynb"],
])
def test_a_students_own_name_is_not_taken_for_canvas(tmp_path, names):
    make(tmp_path, *names)
    assert sorted(by_student(tmp_path)) == sorted(Path(name).stem for name in names)


def test_a_plain_file_beside_canvas_keeps_its_name(tmp_path):
    make(tmp_path, "leeann.ipynb", "leeann_123_1_lstm.ipynb", "bo_124_2_lstm.ipynb", "leeann_123.ipynb", "cy_125_3_lstm.ipynb")
    entries = by_student(tmp_path)
    assert sorted(entries) == ["bo", "cy", "leeann", "leeann_123", "leeann_123'"]
    assert entries["leeann"].path.name == "leeann.ipynb"
    assert entries["leeann_123'"].lms == "canvas:123"


def test_moodle(tmp_path):
    make(tmp_path, "Ann Lee_1234_assignsubmission_file_/my lstm.ipynb", "Ann Lee_1234_assignsubmission_onlinetext_/onlinetext.html",
         "Bo O'Brien_1235_assignsubmission_file/lstm.ipynb", "Cy-Ü_1236_assignsubmission_file_lstm.ipynb",
         "Di_1237_assignsubmission_onlinetext_/o.html", "Kim_1238_assignsubmission_file_/a.ipynb",
         "Kim_1239_assignsubmission_file_/a.ipynb", "Default group_assignsubmission_file_/lstm.ipynb",
         "Participant_1240_assignsubmission_file_/lstm.ipynb")
    entries = by_student(tmp_path)
    assert {name: entry.lms.removeprefix("moodle:") for name, entry in entries.items()} == {
        "Ann Lee": "1234", "Bo O'Brien": "1235", "Cy-Ü": "1236", "Di": "1237", "Kim_1238": "1238", "Kim_1239": "1239", "Default group": "",
        "Participant": "1240"}
    assert entries["Ann Lee"].notes == ("graded my lstm.ipynb, the latest; not Ann Lee_1234_assignsubmission_onlinetext_",)
    assert [name for name, entry in entries.items() if entry.problem] == ["Di"]
    assert "typed into the LMS" in entries["Di"].problem


def test_what_an_lms_unpacked_is_found_further_down(tmp_path):
    make(tmp_path, "submission_1/hw/lstm.ipynb", "submission_1/hw/.ipynb_checkpoints/lstm.ipynb", "submission_1/__MACOSX/._lstm.ipynb")
    (tmp_path / "submission_metadata.yml").write_text("submission_1:\n  :submitters:\n  - :name: Ann\n")
    assert by_student(tmp_path)["Ann"].path == tmp_path / "submission_1/hw/lstm.ipynb"
    make(tmp_path / "moodle", "Ann_1_assignsubmission_file/hw/lstm.ipynb", "Bo_2_assignsubmission_file_lstm.ipynb",
         "Bo_2_assignsubmission_file_zz.ipynb")
    assert {name: entry.path.name for name, entry in by_student(tmp_path / "moodle").items()} == {
        "Ann": "lstm.ipynb", "Bo": "Bo_2_assignsubmission_file_lstm.ipynb"}


def test_nbgrader_gives_the_time_and_leaves_out_who_handed_in_nothing(tmp_path):
    make(tmp_path, "ann/lstm/lstm.ipynb", "bo/lstm/lstm.ipynb", "cy/rnn/rnn.ipynb", "di/lstm/readme.md", "ed/readme.md", "fay/lstm.ipynb")
    (tmp_path / "gil").mkdir()
    (tmp_path / "ann/lstm/timestamp.txt").write_text("2026-11-30 23:59:00.250000 UTC")
    (tmp_path / "bo/lstm/timestamp.txt").write_text("\x1b[31m yesterday")
    entries = by_student(tmp_path)
    assert sorted(entries) == ["ann", "bo", "di", "ed", "fay"]
    assert sorted(name for name, entry in entries.items() if entry.problem) == ["di", "ed"]
    assert entries["ann"].submitted == datetime(2026, 11, 30, 23, 59, 0, 250000, UTC)
    assert entries["bo"].submitted is None
    assert "timestamp.txt holds no time" in entries["bo"].notes[0]
    assert entries["fay"].notes == ()


@pytest.mark.parametrize("kind", ["link", "folder", "fifo"])
def test_a_timestamp_is_a_file(tmp_path, kind):
    make(tmp_path, "ann/lstm/lstm.ipynb")
    (tmp_path / "time").write_text("2026-11-30 23:59:00 UTC")
    place = tmp_path / "ann/lstm/timestamp.txt"
    {"link": lambda: place.symlink_to(tmp_path / "time"), "folder": place.mkdir, "fifo": lambda: os.mkfifo(place)}[kind]()
    assert by_student(tmp_path)["ann"].submitted is None


@pytest.mark.parametrize(("text", "expected"), [
    ("2026-11-30 23:59:00.250000 UTC\n", "2026-11-30T23:59:00.250000"), ("2026-11-30 23:59:00 +0130", "2026-11-30T22:29:00"),
    ("2026-07-01 12:00:00 Europe/Berlin", "2026-07-01T10:00:00"), ("2026-11-30T23:59:00-08:00", "2026-12-01T07:59:00"),
    ("2026-11-30 23:59:00.123456789 Z", "2026-11-30T23:59:00.123456"), ("2026-11-30 23:59:00", "2026-11-30T23:59:00"),
    ("2026-11-30 23:59 UTC", "2026-11-30T23:59:00"), ("2026-11-30 23:590", None),
    ("2026-11-30 23:59:00 CEST", None), ("2026-13-30 23:59:00", None), ("0001-01-01 00:00:00 +1400", None), ("1", None), ("", None),
    ("2026-11-30 23:59:00 ../../etc/passwd", None), ("2026-11-30 23:59:00 a/../../x", None), ("2026-11-30 23:59:00 +9999", None),
    ("２０２６-11-30 23:59:00", None),
])
def test_instants(text, expected):
    assert instant(text) == (expected and datetime.fromisoformat(expected).replace(tzinfo=UTC))


@pytest.mark.parametrize("folder", ["Ann_1_assignsubmission_file", "submission_1"])
def test_a_timestamp_that_a_student_packed_is_not_believed(tmp_path, folder):
    make(tmp_path, f"{folder}/lstm/lstm.ipynb")
    (tmp_path / folder / "lstm/timestamp.txt").write_text("2026-01-01 00:00:00 UTC")
    if folder == "submission_1":
        (tmp_path / "submission_metadata.yml").write_text("[]")
    (entry,) = find(tmp_path, "lstm")
    assert entry.path.name == "lstm.ipynb"
    assert entry.submitted is None


def test_a_class_in_one_zip_is_to_be_unpacked(tmp_path):
    with zipfile.ZipFile(tmp_path / "submissions.zip", "w") as archive:
        for name in ("leeann_123_456_lstm.ipynb", "bo_124_457_lstm.ipynb"):
            archive.writestr(name, "{}")
    (entry,) = find(tmp_path, "lstm")
    assert "holds 2 notebooks" in entry.problem
    assert "unpack it" in entry.problem


NAMES = st.text(st.characters(exclude_characters="/\0", codec="utf-8"), min_size=1, max_size=40)
PART = st.sampled_from(["_", "123", "456", "LATE", "assignsubmission_file_", "anon", "ann", ".ipynb", ".zip", "text.html", "-1", " ", "é",
                        "9" * 60])


@given(st.lists(st.one_of(NAMES, st.lists(PART, min_size=1, max_size=9).map("".join)), max_size=8, unique=True))
@settings(deadline=None, max_examples=150)
def test_nobody_is_dropped_whatever_the_names(tmp_path_factory, names):
    folder = tmp_path_factory.mktemp("any")
    visible = [name for name in names if len(name.encode()) < 200 and not name.startswith(".") and name != "__MACOSX"]
    for name in visible:
        (folder / name).write_text("{}")
    entries = find(folder, "lstm")
    assert len({entry.student for entry in entries}) == len(entries) <= len(visible)
    told = " ".join(" ".join((entry.path.name, *entry.notes)) for entry in entries)
    assert all(name in told for name in visible)
    assert len({file_name(entry.student) for entry in entries}) == len(entries)


@given(st.from_regex(r"[a-zà-öø-ÿ]+(_[a-z]+)?", fullmatch=True), st.integers(1, 10**15), st.integers(1, 10**15), st.booleans(),
       st.text(string.printable.replace("/", ""), min_size=1, max_size=30))
def test_what_canvas_writes_is_read_back(name, user, file, late, title):
    made = f"{name}_{'LATE_' * late}{user}_{file}_{title}.ipynb"
    named = recognise([Path(made)], SUFFIXES)[made]
    assert (named.student, named.lms, named.title, named.late) == (name, f"canvas:{user}", f"{title}.ipynb", late)
