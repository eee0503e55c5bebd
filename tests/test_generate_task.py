"""What is scored in `generate`, and what the notebook gives: back-off, contexts like the hidden ones, equal budgets."""

import numpy as np
import pytest

from datasets import corpus
from solutions.generate import reference, task

V = len(corpus.ALPHABET)


@pytest.fixture(scope="module")
def hidden():
    return task.hidden(5)


def score(hidden, probabilities):
    inputs, labels = hidden
    return task.score({"probabilities": probabilities}, labels, inputs)


def test_the_score_is_in_bits(hidden):
    labels = hidden[1]
    n = len(labels["following"])
    sure = np.eye(V)[labels["following"]]
    assert score(hidden, np.full((n, V), 1 / V)) == pytest.approx(np.log2(V))
    assert score(hidden, sure) == 0
    assert score(hidden, np.roll(sure, 1, axis=1)) == pytest.approx(np.log2(1e6))
    assert score(hidden, 0.5 * sure + 0.5 / V) == pytest.approx(-np.log2(0.5 + 0.5 / V))
    assert score(hidden, 1.001 * sure) == 0  # rounding earns nothing


def test_predictions_are_distributions(hidden):
    form = task.forms(hidden[0])["probabilities"]
    rows = np.random.default_rng(0).dirichlet(np.ones(V), corpus.CONTEXTS).astype(np.float32)
    assert not form.problem("probabilities", rows)
    assert "sum to 1" in form.problem("probabilities", np.log(rows + 1) / 9)
    assert "shape" in form.problem("probabilities", rows[:, :-1])


def test_nothing_that_students_get_holds_the_labels(hidden):
    inputs, labels = hidden
    assert set(inputs) == {"contexts"}
    assert not set(task.given()) & (set(inputs) | set(labels))


def test_back_off_is_witten_bell():
    text, vocabulary = np.array([0, 1, 0, 2, 0, 1]), 3
    asked = np.array([[2, 0], [1, 1]])
    once = (np.array([3, 2, 1]) + 3 / 3) / 9  # order 1: 6 characters, 3 different ones
    np.testing.assert_allclose(reference.backed_off(text, vocabulary, 1, asked), [once, once])
    after_0, after_1 = (np.array([0, 2, 1]) + 2 * once) / 5, (np.array([1, 0, 0]) + once) / 2
    np.testing.assert_allclose(reference.backed_off(text, vocabulary, 2, asked), [after_0, after_1])
    np.testing.assert_allclose(reference.backed_off(text, vocabulary, 3, asked), [(np.array([0, 1, 0]) + after_0) / 2, after_1])


def test_back_off_learns_from_the_tales_and_sums_to_one():
    d = corpus.public()
    train, validation = (reference.encode(d[name], d["alphabet"]) for name in ("train", "validation"))
    seen, came, told = reference.like_hidden(validation, d["validation_distance"], 600)
    assert seen.shape == (600, corpus.LENGTH)
    assert 0.45 < np.mean(told > 0) <= 0.6
    bits = {}
    for order in (1, 3, 5):
        after = reference.backed_off(train, V, order, seen)
        np.testing.assert_allclose(after.sum(axis=1), 1)
        bits[order] = reference.cross_entropy(after, came)[1]
    assert bits[5] < bits[3] < bits[1] < np.log2(V)
    assert reference.decode(seen[0], corpus.ALPHABET) in d["validation"].tobytes().decode()


@pytest.mark.xdist_group("tensorflow")
@pytest.mark.parametrize("kind", ["SimpleRNN", "LSTM", "GRU", "Conv1D", "Transformer"])
def test_budgets_are_kept_and_nobody_peeks(tensorflow, kind):
    for budget in (12_000, 25_000):
        width = reference.width_for(kind, V, budget)
        build = reference.build_language_model
        model = (reference.small_transformer(V, width, corpus.LENGTH) if kind == "Transformer"
                 else build(kind, V, width, corpus.LENGTH))
        assert model.count_params() == pytest.approx(budget, rel=0.1)
    ids = np.random.default_rng(1).integers(0, V, (1, corpus.LENGTH))
    later = ids.copy()
    later[0, 40] = (ids[0, 40] + 1) % V
    before, after = (np.asarray(model(x))[0] for x in (ids, later))
    np.testing.assert_allclose(before[:40], after[:40], atol=1e-5)
    assert np.abs(before[40:48] - after[40:48]).max() > 1e-4
    again = np.asarray(model(np.full((1, corpus.LENGTH), 7)))[0]
    assert kind == "Conv1D" or np.abs(again[20] - again[40]).max() > 0  # places, or what came before, make a difference
