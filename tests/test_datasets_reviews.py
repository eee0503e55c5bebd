"""Reviews: the same every time, no template in two parts, and no bag of words can tell what they say."""

import importlib.util
import io
import pickle
from pathlib import Path

import numpy as np
import pytest

from datasets import imdb, reviews
from datasets.remote import Source
from solutions.classify import task
from tests.file_server import served

WORDS = reviews.vocabulary().tolist()


@pytest.fixture(scope="module")
def made():
    return reviews.reviews(seed=5, count=200, each=5)


def texts(words, lengths):
    parts = np.split(words, np.cumsum(lengths, dtype=int)[:-1])
    return [" ".join(WORDS[word] for word in part) for part in parts]


def polarity(clause):
    sign = 1 if any(word in reviews.GOOD for word in clause) else -1
    return -sign if any(word in reviews.NEGATIONS for word in clause) else sign


def understood(text):
    """What a reader who knows the grammar makes of a review: 1 or -1."""
    clauses, words = [], text.split()
    for at, word in enumerate(words):
        if word in (*reviews.GOOD, *reviews.BAD):
            clauses.append(polarity(words[max(index for index in range(at) if words[index] == "was") : at + 1]))
    if any(word in words for word in ("disagree", "nobody", "false")):
        return -clauses[0]
    return clauses[-1] if "however" in words or "yet" in words else clauses[0]


def test_reviews_have_the_form_that_is_said(made):
    words, lengths, sentiment, template = made
    assert [array.dtype for array in made] == [np.uint8, np.uint8, np.uint8, np.uint16]
    assert len(words) == lengths.sum(dtype=int)
    assert lengths.max() <= reviews.LENGTH
    assert words.min() > 0
    assert words.max() < len(WORDS)
    assert sentiment.mean() == 0.5
    assert np.unique(np.unique(template, return_counts=True)[1]).tolist() == [5]


def test_the_same_seed_makes_the_same_reviews(made):
    for a, b in zip(made, reviews.reviews(seed=5, count=200, each=5), strict=True):
        assert np.array_equal(a, b)
    assert not np.array_equal(made[2], reviews.reviews(seed=6, count=200, each=5)[2])


@pytest.mark.parametrize("hidden", [False, True])
def test_every_review_says_what_its_label_says(hidden):
    words, lengths, sentiment, _ = reviews.reviews(seed=7, count=300, each=4, hidden=hidden)
    readable = [(text, label) for text, label in zip(texts(words, lengths), sentiment, strict=True) if reviews.UNREADABLE not in text]
    assert len(readable) > 500
    assert [understood(text) for text, _ in readable] == [2 * int(label) - 1 for _, label in readable]


def test_hidden_templates_are_nobody_elses():
    given, hidden = reviews.templates(), reviews.templates(hidden=True)
    assert not set(given) & set(hidden)
    assert len(given) > 1.9 * len(hidden) > 700


def test_hidden_reviews_are_none_that_were_given():
    given, (inputs, _) = task.given(), task.hidden(3)
    seen = set(texts(given["review_words"], given["review_lengths"]))
    hidden = texts(inputs["hidden_review_words"], inputs["hidden_review_lengths"])
    assert sum(len(text.split()) > 8 and text in seen for text in hidden) == 0


def test_a_bag_of_words_does_not_tell():
    found = []
    for seed, hidden in ((1, False), (2, True)):
        words, lengths, sentiment, _ = reviews.reviews(seed, count=300, each=5, hidden=hidden)
        bag = np.zeros((len(lengths), len(WORDS)))
        bag[np.repeat(np.arange(len(lengths)), lengths), words] = 1
        found.append((bag, 2.0 * sentiment - 1))
    (x, y), (x_new, y_new) = found
    weights = np.linalg.solve(x.T @ x + np.eye(x.shape[1]), x.T @ y)
    assert np.mean((x_new @ weights > 0) == (y_new > 0)) < 0.62


# ------------------------------------------------------------------------------------------------ the real set


def packed(**arrays):
    file = io.BytesIO()
    np.savez(file, **arrays)
    return file.getvalue()


def loaded(content, folder, **options):
    with served({"imdb.npz": content}) as address:
        return imdb.load(source=Source("imdb", f"{address}/imdb.npz", 0, "", "for study"), folder=folder, **options)


def lists(*reviews):
    array = np.empty(len(reviews), dtype=object)
    array[:] = reviews
    return array


def test_the_real_set_comes_in_the_same_form(tmp_path):
    content = packed(x_train=lists([1, 14, 9], [7, 12_000]), y_train=np.array([1, 0]), x_test=lists([2]), y_test=np.array([1]))
    words, lengths, sentiment = loaded(content, tmp_path)
    assert words.tolist() == [imdb.START, 1 + 3, 14 + 3, 9 + 3, imdb.START, 7 + 3, imdb.RARE]
    assert (lengths.tolist(), sentiment.tolist()) == ([4, 3], [1, 0])


class Program:
    def __reduce__(self):
        return print, ("this must never be printed",)


def test_nothing_in_the_file_is_run(tmp_path, capsys):
    with pytest.raises(pickle.UnpicklingError, match="no list of numbers"):
        loaded(packed(x_train=lists(Program()), y_train=np.array([1])), tmp_path)
    assert "never" not in capsys.readouterr().out


def test_the_hash_is_the_one_that_keras_publishes():
    keras = importlib.util.find_spec("keras")
    if keras is None:
        pytest.skip("Keras is not installed")
    assert imdb.SOURCE.sha256 in (Path(keras.origin).parent / "src" / "datasets" / "imdb.py").read_text()
