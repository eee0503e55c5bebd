"""What predictions must look like, and what students are told of those that do not."""

import numpy as np
import pytest

from autograder.training.blob import packed, unpacked, version
from autograder.training.form import Form, problems

PROBABILITIES = Form((4, 3), low=0, high=1, sums_to_one=True)
GOOD = np.array([[0.2, 0.3, 0.5], [1, 0, 0], [0, 1, 0], [0.1, 0.1, 0.8]])


@pytest.mark.parametrize("array", [GOOD, GOOD.astype("float32"), GOOD.astype("float16"), GOOD.round().astype("int8")[:, ::-1]])
def test_good_predictions_of_any_precision_pass(array: np.ndarray) -> None:
    one_hot = np.eye(3, dtype=array.dtype)[[0, 1, 2, 0]] if array.dtype.kind == "i" else array
    assert PROBABILITIES.problem("p", one_hot) == ""


@pytest.mark.parametrize(("array", "words"), [
    (GOOD[:3], "one row for each of the 4 hidden samples"),
    (GOOD[:, :2], "must have shape (4, 3), but it has (4, 2)"),
    (GOOD.astype(str), "must hold numbers"),
    (GOOD.astype(complex), "must hold numbers"),
    (GOOD > 0.5, "its dtype is bool"),
    (np.where(GOOD > 0.9, np.nan, GOOD), "2 values that are nan or infinite"),
    (GOOD - 0.5, "must not be below 0, but its least value is -0.5"),
    (GOOD * 2, "must not be above 1"),
    (GOOD * 0.5, "probabilities, not logits"),
    (np.full((4, 3), 1 / 3), "a constant is no prediction"),
    (GOOD[[0, 0, 0, 0]], "a constant is no prediction"),
])
def test_bad_predictions_are_explained(array: np.ndarray, words: str) -> None:
    problem = PROBABILITIES.problem("p", array)
    assert problem.startswith("p ")
    assert words in problem


def test_whole_numbers_are_asked_for_where_classes_are() -> None:
    form = Form((2, 2), "int", low=0, high=5)
    assert form.problem("tags", np.array([[1, 2], [3, 5]], np.uint8)) == ""
    assert "whole numbers" in form.problem("tags", np.array([[1.0, 2], [3, 5]]))


def test_missing_and_misnamed_arrays_are_named() -> None:
    assert problems({"p": PROBABILITIES}, {"p": GOOD}) == []
    assert problems({"p": PROBABILITIES}, {"q": GOOD}) == ["there is no array called p", "nobody asked for an array called 'q'"]
    assert problems({"p": PROBABILITIES}, {"p": GOOD, "notes": GOOD}) == []


def test_data_travel_as_text_and_come_back_the_same() -> None:
    arrays = {"x": np.random.default_rng(1).integers(0, 9, (50, 3)).astype("int8"), "words": np.array(["an", "ä", "'\\"])}
    text = packed(arrays)
    assert text == packed(arrays)
    assert not set(text) & set("'\"\\")
    back = unpacked(text)
    assert {name: (a.dtype, a.tolist()) for name, a in back.items()} == {name: (a.dtype, a.tolist()) for name, a in arrays.items()}
    assert version(back) == version(arrays)


def test_the_version_changes_with_name_shape_type_and_content() -> None:
    x = np.arange(6)
    versions = [version(a) for a in ({"x": x}, {"y": x}, {"x": x.reshape(2, 3)}, {"x": x.astype(float)}, {"x": x + 1})]
    assert len(set(versions)) == 5
