"""Predictions as the grader takes them: scored if they can be, explained if not, and never trusted."""

import io
import json
import os
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from autograder.attachments import Attachment, lying_beside, packed_beside
from autograder.results import ExerciseResult, Outcome
from autograder.submission import read
from autograder.training.handover import PREDICTIONS, RUN, VERSION, found_wrong, hand_over
from autograder.training.score import grade_predictions
from autograder.training.task import Task
from tests.tiny_task import made

NOTEBOOK = json.dumps({"cells": [], "nbformat": 4, "nbformat_minor": 5, "metadata": {}}).encode()


@pytest.fixture(scope="module")
def task(tmp_path_factory: pytest.TempPathFactory) -> Any:
    with pytest.MonkeyPatch.context() as patch:
        yield made(tmp_path_factory.mktemp("course"), patch).task


def npz(**arrays: Any) -> bytes:
    file = io.BytesIO()
    np.savez(file, allow_pickle=True, **arrays)
    return file.getvalue()


def graded(task: Task, data: bytes, run: bytes | None = None) -> ExerciseResult:
    return grade_predictions(task, {PREDICTIONS: Attachment(data)} | ({} if run is None else {RUN: Attachment(run)}))


def right(task: Task, share: float = 1.0) -> np.ndarray:
    """Predictions of which this share is right."""
    p = task.hidden[1]["y_hidden"].astype(float)
    wrong = round((1 - share) * len(p))
    p[:wrong] = 1 - p[:wrong]
    return p


@pytest.mark.parametrize(("share", "points"), [(1.0, 11), (0.9, 11), (0.5, 1), (0.1, 1)])
def test_credit_ends_at_baseline_and_target(task: Task, share: float, points: float) -> None:
    result = graded(task, npz(p=right(task, share), **{VERSION: np.array(task.version)}))
    assert (result.score, result.max_score) == (points, 11)
    assert result.checks[0].outcome is Outcome.PASSED


def test_credit_grows_in_a_straight_line(task: Task) -> None:
    record = task.record()
    assert (record.baseline.mean, record.worst, round(record.target, 6)) == (0.5, 0.8, 0.77)
    result = graded(task, npz(p=right(task, 0.640625), **{VERSION: np.array(task.version)}))
    assert result.score == 1 + round(10 * (0.640625 - 0.5) / 0.27, 1)
    check = result.checks[1]
    assert (check.outcome, check.hidden) == (Outcome.FAILED, True)
    assert "0.641, where guess has 0.500 and 0.770 earns everything: 52 % of the way" in check.message


class Bomb:
    def __reduce__(self) -> Any:
        return os.system, ("touch /tmp/unpickled-by-the-grader",)


def header(descr: str, shape: str) -> bytes:
    text = f"{{'descr': {descr}, 'fortran_order': False, 'shape': {shape}, }}".ljust(117) + "\n"
    return b"\x93NUMPY\x01\x00" + len(text).to_bytes(2, "little") + text.encode()


def zipped(**members: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(f"{name}.npy", data)
    return file.getvalue()


def bad_files(task: Task) -> dict[str, tuple[bytes, str]]:
    version = {VERSION: np.array(task.version)}
    p = right(task)
    good = npz(p=p, **version)
    return {
        "empty": (b"", "not what numpy.savez writes"),
        "not a zip": (b"p = [1, 2, 3]", "not what numpy.savez writes"),
        "cut short": (good[: len(good) // 2], "not what numpy.savez writes"),
        "a bare npy": (good[30:200], "not what numpy.savez writes"),
        "objects": (npz(p=np.array([Bomb()] * 128), **version), "Python objects, which are not read"),
        "a structure": (npz(p=np.zeros(128, [("a", "f4")]), **version), "only plain numbers are"),
        "no version": (npz(p=p), "names no version of the data"),
        "wrong version": (npz(p=p, **{VERSION: np.array("0123456789abcdef")}), "another version of the data"),
        "version of another kind": (npz(p=p, **{VERSION: p}), "another version of the data"),
        "another name": (npz(q=p, **version), "there is no array called p"),
        "too short": (npz(p=p[:-1], **version), "one row for each of the 128 hidden samples"),
        "constant": (npz(p=np.full(128, 0.5), **version), "a constant is no prediction"),
        "nan": (npz(p=np.where(p > 0, np.nan, p), **version), "nan or infinite"),
        "logits": (npz(p=8 * p - 4, **version), "must not be below 0"),
        "far too large": (npz(p=p, notes=np.zeros(1 << 20), **version), "more than what was asked for could take"),
        "a little too large": (npz(p=p, notes=np.zeros(9000), **version), "too large"),
        "a bomb": (zipped(p=header("'<f8'", "(1000000000000,)") + bytes(1 << 20)), "too large"),
        "a claim": (zipped(p=header("'<f8'", "(128,)")), "cut short"),
        "negative shape": (zipped(p=header("'<f8'", "(-1,)")), ""),
        "code in the header": (zipped(p=header("__import__('os').getcwd()", "(1,)")), "not what numpy.savez writes"),
        "many arrays": (npz(**{f"a{i}": p[:1] for i in range(40)}), "the limit is 32"),
        "another format": (b"\x93NUMPY\x03\x00" + bytes(60), "not what numpy.savez writes"),
    }


@pytest.mark.parametrize("kind", [
    "empty", "not a zip", "cut short", "a bare npy", "objects", "a structure", "no version", "wrong version", "version of another kind",
    "another name", "too short", "constant", "nan", "logits", "far too large", "a little too large", "a bomb", "a claim", "negative shape",
    "code in the header", "many arrays", "another format"])
def test_a_bad_file_is_explained_and_scores_nothing(task: Task, kind: str) -> None:
    data, words = bad_files(task)[kind]
    result = graded(task, data)
    assert result.score == 0
    assert [check.outcome for check in result.checks] == [Outcome.FAILED, Outcome.NOT_RUN]
    assert words in result.checks[0].message
    assert "run.hand_in" in result.checks[0].message
    assert not Path("/tmp/unpickled-by-the-grader").exists()


def test_no_file_is_no_failure_but_said(task: Task) -> None:
    result = grade_predictions(task, {})
    assert {check.outcome for check in result.checks} == {Outcome.NOT_RUN}
    assert "no predictions.npz was handed in" in result.checks[0].message
    assert (result.score, result.note) == (0, "")


@pytest.mark.parametrize(("run", "words"), [
    (b"{", "cannot be read"), (b"[]", "cannot be read"), (b"[" * 100_000, "cannot be read"),
    (b'{"predictions": "0"}', "other predictions")])
def test_a_protocol_costs_nothing_but_is_noted(task: Task, run: bytes, words: str) -> None:
    result = graded(task, npz(p=right(task), **{VERSION: np.array(task.version)}), run=run)
    assert result.score == 11
    assert words in result.note


def test_what_a_notebook_writes_is_what_the_grader_takes(task: Task, tmp_path: Path) -> None:
    p = right(task).astype("float32")
    assert hand_over(tmp_path, task.version, {"p": p}, task.forms, {"task": "tiny"}) == []
    assert found_wrong(tmp_path, task.version, task.forms) == []
    result = grade_predictions(task, lying_beside(tmp_path / "tiny.ipynb"))
    assert (result.score, [check.outcome for check in result.checks]) == (11, [Outcome.PASSED] * 2)
    assert "run.json" not in result.note


def test_a_notebook_refuses_to_write_what_the_grader_refuses(task: Task, tmp_path: Path) -> None:
    assert "one row for each" in hand_over(tmp_path, task.version, {"p": right(task)[:3]}, task.forms, {})[0]
    assert list(tmp_path.iterdir()) == []
    assert "there is no predictions.npz yet" in found_wrong(tmp_path, task.version, task.forms)[0]
    hand_over(tmp_path, "old", {"p": right(task)}, task.forms, {})
    assert "another version of the data" in found_wrong(tmp_path, task.version, task.forms)[0]
    (tmp_path / PREDICTIONS).write_bytes(b"PK")
    assert "cannot be read" in found_wrong(tmp_path, task.version, task.forms)[0]


def test_files_in_a_zip_are_found_beside_the_notebook(tmp_path: Path) -> None:
    path = tmp_path / "ann.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a/t.ipynb", NOTEBOOK)
        for name, data in {"a/predictions.npz": b"mine", "old/predictions.npz": b"old", "a/run.json": b"{}"}.items():
            archive.writestr(name, data)
    submission = read(path)
    assert {name: file.data for name, file in submission.files.items()} == {PREDICTIONS: b"mine", RUN: b"{}"}
    two = packed_beside(_zip({"a/predictions.npz": b"1", "b/predictions.npz": b"2"}), "t.ipynb")
    assert "holds 2 files called predictions.npz" in two[PREDICTIONS].problem


def _zip(members: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def test_files_beside_a_notebook_count_only_in_the_students_own_folder(tmp_path: Path) -> None:
    (tmp_path / "t.ipynb").write_bytes(NOTEBOOK)
    alone = read(tmp_path / "t.ipynb", own_folder=True).digest
    (tmp_path / PREDICTIONS).write_bytes(b"mine")
    assert read(tmp_path / "t.ipynb").files == {}
    assert read(tmp_path / "t.ipynb", own_folder=True).files[PREDICTIONS].data == b"mine"
    assert read(tmp_path / "t.ipynb").digest == alone != read(tmp_path / "t.ipynb", own_folder=True).digest


def test_links_pipes_and_giants_are_named(tmp_path: Path) -> None:
    (tmp_path / PREDICTIONS).symlink_to("/etc/passwd")
    os.mkfifo(tmp_path / RUN)
    found = lying_beside(tmp_path / "t.ipynb")
    assert "cannot be opened" in found[PREDICTIONS].problem
    assert "not a regular file" in found[RUN].problem
    (tmp_path / RUN).unlink()
    with open(tmp_path / RUN, "wb") as file:
        file.truncate(1 << 33)
    assert "has more than 4 MiB" in lying_beside(tmp_path / "t.ipynb")[RUN].problem
