"""Windows of acceleration: the same every time, no subject in two parts, and order is all that tells some activities apart."""

import io
import lzma
import zipfile

import numpy as np
import pytest

from datasets import activity, har
from datasets.remote import Source
from solutions.classify import task
from tests.file_server import served


@pytest.fixture(scope="module")
def made():
    return activity.windows(seed=3, subjects=6, each=10)


def features(motion):
    """What a person would compute of each axis who does not look at the order."""
    return np.concatenate([motion.mean(axis=1), motion.std(axis=1), motion.min(axis=1), motion.max(axis=1)], axis=1)


def test_windows_have_the_form_that_is_said(made):
    motion, doing, subject = made
    assert (motion.shape, motion.dtype) == ((6 * 6 * 10, activity.LENGTH, 3), np.int8)
    assert (doing.dtype, subject.dtype) == (np.uint8, np.uint8)
    assert np.bincount(doing).tolist() == [60] * 6
    assert np.bincount(subject).tolist() == [60] * 6
    assert np.abs(motion.astype(int)).max() <= 127
    gravity = np.linalg.norm(motion.mean(axis=1), axis=1) * activity.UNIT
    assert np.quantile(np.abs(gravity - 1), 0.95) < 0.1


def test_the_same_seed_makes_the_same_windows(made):
    for a, b in zip(made, activity.windows(seed=3, subjects=6, each=10), strict=True):
        assert np.array_equal(a, b)
    assert not np.array_equal(made[0], activity.windows(seed=4, subjects=6, each=10)[0])


def test_no_window_comes_twice():
    given, (inputs, _) = task.given(), task.hidden(99)
    windows = np.concatenate([given["motion"], inputs["hidden_motion"]]).reshape(-1, activity.LENGTH * 3)
    assert len(np.unique(windows, axis=0)) == len(windows)


def test_subjects_differ_from_each_other_more_than_from_themselves(made):
    motion, doing, subject = made
    upright = np.array([[motion[(subject == s) & (doing == k)].mean(axis=(0, 1)) for k in range(6)] for s in range(6)])
    assert upright.std(axis=0).mean() > 2 * upright.std(axis=1).mean()


@pytest.mark.parametrize("pair", [(1, 2), (3, 4)])
def test_without_order_two_pairs_look_alike(pair):
    motion, doing, subject = activity.windows(seed=5, subjects=20, each=12)
    use = np.isin(doing, pair)
    x, y, train = features(motion[use] * activity.UNIT), doing[use] == pair[0], subject[use] < 14
    x = np.c_[(x - x[train].mean(axis=0)) / x[train].std(axis=0), np.ones(len(x))]
    weights = np.linalg.lstsq(x[train], 2.0 * y[train] - 1, rcond=None)[0]
    assert np.mean((x[~train] @ weights > 0) == y[~train]) < 0.68


def test_a_lift_pushes_first_or_drops_first():
    motion, doing, _ = activity.windows(seed=6, subjects=20, each=12)
    upwards = (motion * motion.mean(axis=1, keepdims=True)).sum(axis=2).astype(float)  # along gravity
    first_half = np.arange(activity.LENGTH) < activity.LENGTH / 2
    moment = upwards[:, first_half].mean(axis=1) - upwards[:, ~first_half].mean(axis=1)
    assert moment[doing == 3].mean() > 5 * abs(moment[doing == 5].mean())
    assert moment[doing == 4].mean() < -5 * abs(moment[doing == 5].mean())


def test_what_students_get_is_small():
    inputs, labels = task.hidden(1)
    file = io.BytesIO()
    np.savez(file, **task.given(), **inputs)
    assert len(lzma.compress(file.getvalue())) < 500_000
    assert {name: len(array) for name, array in labels.items()} == {"activity": 1008, "sentiment": 1000}


def test_scores_are_accuracies():
    inputs, labels = task.hidden(1)
    right = {"activity": np.eye(6)[labels["activity"]], "sentiment": labels["sentiment"].astype(float)}
    assert task.score(right, labels, inputs) == 1.0
    assert task.score(right | {"sentiment": 1 - right["sentiment"]}, labels, inputs) == 0.5
    assert all(form.problem(name, right[name]) == "" for name, form in task.forms(inputs).items())


# ------------------------------------------------------------------------------------------------ the real set


def tiny_har(nested):
    """An archive in the form of the real one: three windows of training."""
    numbers = np.arange(3 * 128).reshape(3, 128) / 100
    files = {f"Inertial Signals/total_acc_{axis}_train.txt": numbers + at for at, axis in enumerate("xyz")}
    files |= {"y_train.txt": np.array([[5], [1], [6]]), "subject_train.txt": np.array([[1], [1], [30]])}
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        for name, table in files.items():
            text = "\n".join("  " + " ".join(f"{number:.7e}" if table.ndim > 1 and table.shape[1] > 1 else str(number) for number in row)
                             for row in table.tolist())
            archive.writestr(f"UCI HAR Dataset/train/{name}", text + "\n")
    if not nested:
        return inner.getvalue()
    outer = io.BytesIO()
    with zipfile.ZipFile(outer, "w") as archive:
        archive.writestr(har.INNER, inner.getvalue())
    return outer.getvalue()


@pytest.mark.parametrize("nested", [True, False])
def test_the_real_set_comes_in_the_same_form(tmp_path, nested):
    with served({"har.zip": tiny_har(nested)}) as address:
        motion, doing, subject = har.load(source=Source("har", f"{address}/har.zip", 0, "", "for study"), folder=tmp_path)
    assert (motion.shape, motion.dtype) == ((3, 128, 3), np.float32)
    assert np.allclose(motion[1, 2], [1.30, 2.30, 3.30])
    assert [har.ACTIVITIES[kind] for kind in doing] == ["stand", "walk", "lie"]
    assert subject.tolist() == [1, 1, 30]


def test_the_licence_is_told():
    assert "commercial" in har.SOURCE.licence
    assert len(har.SOURCE.sha256) == 64
