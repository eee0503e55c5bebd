"""The process beside nbgrader that grades: verdicts come in any order, faults are said, and nothing stays behind."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.nbgrader.batch import Batch, BatchError
from autograder.results import Status
from autograder.roster import Entry
from tests.class_builder import Submission, dump, filled


@pytest.fixture
def batch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Batch]:
    """One with a secret of its own."""
    monkeypatch.setenv("AUTOGRADER_SECRET_FILE", str(tmp_path / "secret"))
    one = Batch(jobs=2)
    yield one
    one.close()


def _entry(folder: Path, student: str, data: bytes) -> Entry:
    (folder / student).write_bytes(data)
    return Entry(student, folder / student)


def test_verdicts_are_there_when_asked_for(batch: Batch, tmp_path: Path) -> None:
    entries = [_entry(tmp_path, student, data) for student, data in (
        ("ann", dump(filled(Submission("ann", "honest")))), ("b\udcff", b"{"), ("<i>", dump(filled(Submission("c", "", base="stub")))))]
    for entry in entries:
        batch.send("lstm", entry)
    verdicts = [batch.verdict("lstm", entry) for entry in reversed(entries)]
    assert [verdict.student for verdict in verdicts] == ["<i>", "b\udcff", "ann"]
    assert [verdict.status for verdict in verdicts] == [Status.GRADED, Status.UNREADABLE, Status.GRADED]
    assert [verdict.score for verdict in verdicts] == [0, 0, verdicts[0].max_score]
    assert batch.process is None  # nothing is left to be said


def test_killed_in_the_middle_it_says_so_and_starts_again(batch: Batch, tmp_path: Path) -> None:
    entry = _entry(tmp_path, "ann", b"{")
    batch.send("lstm", entry)
    assert batch.process
    batch.process.kill()
    batch.process.wait()
    assert batch.process.stdout
    with pytest.raises(BatchError, match="ended before its time"):
        batch.verdict("lstm", _entry(tmp_path, "bob", b"{"))
    assert batch.verdict("lstm", entry).status is Status.UNREADABLE


def test_what_is_no_assignment_is_our_fault(batch: Batch, tmp_path: Path) -> None:
    verdict = batch.verdict("homework", _entry(tmp_path, "ann", b"{"))
    assert verdict.status is Status.ERROR
    assert "no assignment is called 'homework'" in verdict.reason


def test_without_a_sandbox_nothing_is_graded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    batch = Batch("bwrap")
    with pytest.raises(BatchError, match=r"nothing was graded: bubblewrap \(bwrap\) is not installed"):
        batch.send("lstm", _entry(tmp_path, "ann", b"{"))
    assert batch.process is None


def test_closed_it_leaves_no_process(batch: Batch, tmp_path: Path) -> None:
    batch.send("lstm", _entry(tmp_path, "ann", b"{"))
    assert batch.process
    group = os.getpgid(batch.process.pid)
    batch.close()
    with pytest.raises(ProcessLookupError):
        os.killpg(group, 0)
