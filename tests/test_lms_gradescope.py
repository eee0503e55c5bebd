"""Gradescope's export of submissions: who and when by its metadata, which may be damaged."""

import os
from datetime import UTC, datetime

import pytest

from autograder.lms import gradescope
from autograder.roster import file_name, find
from tests.test_lms_submissions import by_student
from tests.test_roster import make
from tests.verdicts import HOSTILE

METADATA = """---
submission_58838301:
  :submitters:
  - :name: Lee, Ann
    :sid: '007'
    :email: ann@uni.example
  :created_at: 2026-11-20 22:29:43.622837000 Z
  :score: 0.0
  :status: processed
  :results: !ruby/hash:ActiveSupport::HashWithIndifferentAccess
    tests: &1
    - name: a
  :history:
  - :id: 58838300
    :created_at: 2026-11-19 10:00:00.000000000 Z
    :results: *1
submission_58838302:
  :submitters:
  - :name: Bo
    :sid:
    :email: bo@uni.example
  - :name: Cyd
    :sid: ''
    :email: ''
  :created_at: 2026-11-20 18:00:00.000000 -04:00
"""


def test_gradescope(tmp_path):
    export = make(tmp_path, *(f"assignment_1_export/submission_{number}/lstm.ipynb" for number in (58838301, 58838302, 58838303)))
    (tmp_path / "assignment_1_export/submission_metadata.yml").write_text(METADATA)
    entries = by_student(export)
    assert {name: (entry.lms, entry.submitted) for name, entry in entries.items()} == {
        "007": ("gradescope:ann@uni.example", datetime(2026, 11, 20, 22, 29, 43, 622837, UTC)),
        "bo@uni.example": ("gradescope:bo@uni.example", datetime(2026, 11, 20, 22, tzinfo=UTC)),
        "Cyd": ("", datetime(2026, 11, 20, 22, tzinfo=UTC)),
        "submission_58838303": ("", None)}
    assert entries["Cyd"].path == entries["bo@uni.example"].path
    assert "does not say whose submission_58838303 is" in entries["submission_58838303"].notes[0]
    assert not any(entry.problem for entry in entries.values())
    assert find(export / "assignment_1_export", "lstm") == find(export, "lstm")


def test_gradescope_the_latest_by_its_own_time(tmp_path):
    make(tmp_path, "submission_1/lstm.ipynb", "submission_2/lstm.ipynb", "submission_4/notes.txt")
    people = "  :submitters: [{':sid': a, ':email': a@b}]\n"
    (tmp_path / "submission_metadata.yml").write_text("".join(
        f"submission_{number}:\n  :created_at: 2026-11-{day} 10:00:00 Z\n{people}" for number, day in ((1, 20), (2, 19), (3, 30), (4, 25))))
    os.utime(tmp_path / "submission_1/lstm.ipynb", (1, 1))
    (entry,) = find(tmp_path, "lstm")
    assert entry.path.parent.name == "submission_1"
    assert entry.notes[-1].startswith("graded submission_1/lstm.ipynb, the latest; not ")


@pytest.mark.parametrize("metadata", [
    b"", b"- a", b"\xff\xfe\x00", b"a: [", b"[" * 100_000, b"- " * 100_000, b"a: &a [*a]", b"? {a: b}\n: c",
    b"a: b\na: !!python/object/apply:os.abort []",
])
def test_broken_metadata_costs_nobody_a_grade(tmp_path, metadata):
    make(tmp_path, "submission_1/lstm.ipynb")
    (tmp_path / "submission_metadata.yml").write_bytes(metadata)
    entry = by_student(tmp_path)["submission_1"]
    assert not entry.problem
    assert "submission_metadata.yml" in entry.notes[0]


def test_metadata_that_is_no_file_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "submission_metadata.yml")
    assert "no plain file" in gradescope.submitters(tmp_path)[1]


def test_metadata_that_is_too_large_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(gradescope, "MAX_BYTES", 10)
    (tmp_path / "submission_metadata.yml").write_text(METADATA)
    assert "the limit is" in gradescope.submitters(tmp_path)[1]


@pytest.mark.parametrize("hostile", [*HOSTILE, "../../etc/passwd", "=1+1", "x" * 5000, "a\0b"], ids=lambda text: ascii(text[:20]))
def test_gradescope_names_are_data(tmp_path, hostile):
    make(tmp_path, "submission_1/lstm.ipynb")
    escaped = "".join(f"\\U{ord(c):08x}" for c in hostile if not 0xD800 <= ord(c) < 0xE000)
    (tmp_path / "submission_metadata.yml").write_text(f'submission_1:\n  :submitters:\n  - :name: "{escaped}"\n')
    (entry,) = find(tmp_path, "lstm")
    assert not entry.notes
    assert 0 < len(entry.student) <= 300
    assert "/" not in file_name(entry.student)
