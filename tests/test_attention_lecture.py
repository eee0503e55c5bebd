"""The attention lecture: what its labs say is so, and they see what is wrong."""

import importlib.util

import numpy as np
import pytest

from tests.lecture import HAS_KERAS, lecture

pytestmark = pytest.mark.xdist_group("tensorflow")


@pytest.fixture
def run():
    return lecture("attention")


def test_lab_a_fills_the_gap(run):
    full, causal, words = run.names["full"], run.names["causal"], run.names["sentence"]
    seen = {word for word, weight in zip(words, full[3], strict=True) if weight > 0.2}
    assert seen == {"quick", "brown", "lazy", "jumped"}
    np.testing.assert_allclose(full[3][[1, 2, 4, 7]], full[3, 1])  # lazy counts as much as quick
    assert not np.triu(causal, 1).any()
    assert {words[n] for n in np.argsort(causal[3])[-2:]} == {"quick", "brown"}
    assert run.screen.captions[0].endswith("Every row adds up to 1, and nothing looks ahead.")


@pytest.mark.parametrize(("changed", "words"), [
    ({"causal_mask": lambda T: np.ones((T, T), dtype=bool)}, "looks AHEAD"),
    ({"scaled_dot_product_attention": lambda q, k, v, mask=None: (v, np.exp(q @ k.T))}, "do NOT add up to 1"),
])
def test_lab_a_sees_what_is_wrong(run, changed, words):
    assert words in run.again(0, **changed).captions[0]


def test_lab_b_knows_distances(run):
    assert "it depends on the distance only" in run.screen.captions[1]
    assert run.names["alike"][40, 40] == pytest.approx(16)
    rows = run.names["encoding"]
    assert len({tuple(row) for row in rows.round(6)}) == len(rows)


def test_lab_b_sees_a_wrong_encoding(run):
    wrong = run.again(1, positional_encoding=lambda T, D: np.sin(np.arange(T)[:, None] / (1 + np.arange(D))))
    assert "does NOT" in wrong.captions[0]


def test_lab_c_order_is_seen_with_positions_only(run):
    bars = run.names["bars"]
    assert bars["attention"].max() < 1e-12
    assert bars["attention with positions"].min() > 0.05
    assert bars["simple RNN"][0] == 0
    assert bars["simple RNN"][1:].min() > 0.05
    assert "without positions says the same of both stories; attention with positions tells" in run.screen.captions[2]


def test_lab_c_sees_what_is_wrong(run):
    assert "is NOT" in run.again(2, multi_head_attention=lambda x, *others: np.cumsum(x, axis=1)).captions[0]
    assert "is NOT" in run.again(2, positional_encoding=lambda T, D: np.zeros((T, D))).captions[0]


def test_lab_d_one_step_or_many(run):
    attending, remembering = run.names["attending"], run.names["remembering"]
    assert np.median(attending[-10:]) == pytest.approx(1 / 31, rel=1)
    assert remembering[-1] < 1e-6 * remembering[0]
    assert "count as much as" in run.screen.captions[3]
    fading = run.again(3, multi_head_attention=lambda x, *others: run.names["simple_rnn"](x, *others[:2]))
    assert "NOT as much" in fading.captions[0]


@pytest.mark.skipif(not HAS_KERAS, reason="TensorFlow is not installed")
def test_lab_e_agrees_with_keras(run):
    assert run.names["apart"] < 1e-6
    assert run.screen.captions[4].endswith("Keras counts 144 weights, 4 times D times D is 144.")
    wrong = run.again(4, multi_head_attention=lambda x, *others: np.zeros(x.shape))
    assert "do NOT lie on" in wrong.captions[0]


def test_lab_e_without_tensorflow_says_so(run, capsys, monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert run.again(4).figures == []
    assert capsys.readouterr().out == "This lab needs TensorFlow, which is not installed here; on Colab it is.\n"
