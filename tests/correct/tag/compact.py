"""Comprehensions, masks from arange, and sets of pairs."""

from functools import partial

import numpy as np


def pad_sentences(sentences, length):
    sizes = np.array([min(len(s), length) for s in sentences])
    mask = np.arange(length) < sizes[:, None]
    numbers = np.zeros(mask.shape, dtype=np.int32)
    numbers[mask] = [number for s in sentences for number in s[:length]]
    return numbers, mask


def entities(tags):
    tags = np.asarray(tags)
    before = np.concatenate([[0], tags[:-1]])
    kind = (tags - 1) // 2
    begins = (tags > 0) & ((tags % 2 == 1) | (before == 0) | ((before - 1) // 2 != kind))
    firsts = np.flatnonzero(begins)
    stops = [next((s for s in range(t + 1, len(tags)) if tags[s] == 0 or begins[s]), len(tags)) for t in firsts]
    return np.stack([firsts, np.array(stops, dtype=int), kind[firsts]], axis=1)


def entity_f1(gold, predicted, lengths):
    def every(array):
        return {(i, *span) for i, (row, k) in enumerate(zip(array, lengths, strict=True)) for span in entities(row[:k]).tolist()}

    a, b = every(gold), every(predicted)
    return np.float64(2 * len(a & b) / (len(a) + len(b))) if a or b else 0.0


def masked_cross_entropy(targets, logits, mask):
    import keras

    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True, reduction="sum")
    weights = keras.ops.cast(mask, "float32")
    return loss(targets, logits, sample_weight=weights) / keras.ops.sum(weights)


def build_tagger(kind, length, vocabulary, units):
    import keras
    from keras import layers

    lstm = partial(layers.LSTM, units, return_sequences=True)
    middles = {
        "Dense": lambda: layers.Dense(units, "relu"),
        "Conv1D": lambda: layers.Conv1D(units, 7, activation="relu", padding="same"),
        "SimpleRNN": lambda: layers.SimpleRNN(units, return_sequences=True),
        "LSTM": lstm,
        "Bidirectional": lambda: layers.Bidirectional(lstm(), merge_mode="concat"),
    }
    if kind not in middles:
        raise ValueError(f"no kind is called {kind}")
    model = keras.Sequential()
    model.add(keras.Input((length, 3)))
    model.add(layers.Embedding(vocabulary, 16))
    model.add(layers.Reshape((length, 48)))
    model.add(middles[kind]())
    model.add(layers.Dense(7, activation=None))
    return model
