"""The tagging reference: tags and entities are two spellings of one thing, kinds are of one size, and padding has no say."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from solutions.tag.reference import (
    LENGTH,
    TAGS,
    TYPES,
    build_tagger,
    build_transformer,
    entities,
    entity_f1,
    masked_cross_entropy,
    pad_sentences,
    parameters,
    shown,
    sparse_features,
    units_for,
)
from tests.shapes import in_many_shapes

KINDS = ("Dense", "Conv1D", "SimpleRNN", "LSTM", "Bidirectional", "Transformer")
rows = st.lists(st.integers(0, 6), min_size=1, max_size=20)


def tags_of(spans, length):
    """Entities as tags."""
    tags = np.zeros(length, dtype=int)
    for first, stop, kind in spans:
        tags[first:stop] = 2 * kind + 2
        tags[first] = 2 * kind + 1
    return tags


@in_many_shapes
@given(tags=rows)
def test_entities_become_tags_and_entities_again(tags):
    spans = entities(np.array(tags))
    np.testing.assert_array_equal(entities(tags_of(spans, len(tags))), spans)
    assert np.count_nonzero(tags) == int(np.sum(spans[:, 1] - spans[:, 0]))


@in_many_shapes
@given(rows=st.lists(st.tuples(rows, rows), min_size=1, max_size=6))
def test_f1_is_the_harmonic_mean_of_precision_and_recall(rows):
    gold, predicted = (pad_sentences([row[k] for row in rows], 20)[0] for k in (0, 1))
    lengths = np.array([min(len(a), len(b)) for a, b in rows])
    wanted, found = ({(i, *s) for i, row in enumerate(array) for s in entities(row[: lengths[i]]).tolist()} for array in (gold, predicted))
    if wanted & found:
        precision, recall = len(wanted & found) / len(found), len(wanted & found) / len(wanted)
        assert entity_f1(gold, predicted, lengths) == pytest.approx(2 * precision * recall / (precision + recall))
    else:
        assert entity_f1(gold, predicted, lengths) == 0


def test_a_sentence_is_shown_with_its_entities():
    assert shown("Rosa Apple sold Monday Foods last May .", [1, 2, 0, 3, 4, 5, 6, 0, 0, 0]) == (
        "[PER Rosa Apple] sold [COM Monday Foods] [TIM last May] .")
    assert [TAGS[2 * k + 1] for k in range(3)] == [f"B-{kind}" for kind in TYPES]


def test_features_say_what_stands_beside_and_what_far_away():
    x = np.array([[[1, 4, 6], [2, 4, 6], [3, 5, 6], [0, 0, 0]]])
    features = sparse_features(x, 7)
    assert features.shape == (1, 4, 9 + 4)
    assert features[0, 0].tolist() == [0, 0, 0, 8, 11, 13, 16, 18, 20, -1, -1, 3 + 4 * 7, -1]
    assert features[0, 2, 9:].tolist() == [1 + 3 * 7, -1, -1, -1]


@pytest.mark.xdist_group("tensorflow")
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("units", [24, 56])
def test_kinds_have_as_many_parameters_as_promised(keras, kind, units):
    own = units_for(kind, units)
    model = build_transformer(LENGTH, 50, own) if kind == "Transformer" else build_tagger(kind, LENGTH, 50, own)
    assert model.count_params() - 50 * 16 == parameters(kind, own)
    assert parameters(kind, own) == pytest.approx(parameters("Bidirectional", units), rel=0.02)


@pytest.mark.xdist_group("tensorflow")
def test_the_transformer_does_not_look_at_padding(keras):
    model = build_transformer(8, 50, 20)
    x = np.random.default_rng(1).integers(1, 50, (2, 8, 3))
    x[:, 5:] = 0
    longer = x.copy()
    longer[:, 5:, 1:] = 7  # the first number still says padding
    before, after = (keras.ops.convert_to_numpy(model(array))[:, :5] for array in (x, longer))
    np.testing.assert_allclose(before, after, atol=1e-6)


@pytest.mark.xdist_group("tensorflow")
def test_the_loss_can_be_trained_with(keras):
    def loss(wanted, logits):
        return masked_cross_entropy(wanted[..., 0], logits, wanted[..., 1])

    keras.utils.set_random_seed(1)
    x = np.random.default_rng(2).integers(3, 9, (64, 6, 3))
    wanted = np.stack([x[..., 0] - 3, np.arange(6) < np.arange(1, 65)[:, None] % 6 + 1], axis=-1).astype("float32")
    model = build_tagger("Bidirectional", 6, 9, 8)
    model.compile(keras.optimizers.Adam(0.05), loss=loss)
    losses = model.fit(x, wanted, epochs=15, verbose=0).history["loss"]
    assert losses[-1] < losses[0] / 5


@pytest.mark.xdist_group("tensorflow")
@pytest.mark.parametrize("kind", ["Transformer", "lstm", ""])
def test_an_unknown_kind_is_refused(keras, kind):
    with pytest.raises(ValueError, match="LSTM or Bidirectional"):
        build_tagger(kind, 4, 9, 3)
