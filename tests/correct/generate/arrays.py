"""Index arrays, one-hot products, logarithms of softmaxes: as one who knows NumPy well would write it; models that are compiled."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def next_character_windows(ids, length):
    both = sliding_window_view(ids, length + 1)[::length]
    return both[:, :-1].copy(), both[:, 1:].copy()


def cross_entropy(probabilities, targets):
    of_right = (probabilities * np.eye(probabilities.shape[1])[targets]).sum(axis=1)
    bits = -np.log2(of_right.clip(1e-6)).mean()
    return bits * np.log(2), bits, 2.0**bits


def fit_ngram(ids, vocabulary, order, alpha):
    pieces = sliding_window_view(ids, order) @ vocabulary ** np.arange(order)[::-1]
    counts = np.bincount(pieces, minlength=vocabulary**order).reshape(-1, vocabulary) + alpha
    return (counts.T / counts.sum(axis=1)).T.reshape((vocabulary,) * order)


def build_language_model(kind, vocabulary, units, length):
    import keras

    model = keras.Sequential(name="writer")
    model.add(keras.layers.Input((length,), dtype="int64"))
    model.add(keras.layers.Embedding(input_dim=vocabulary, output_dim=24))
    if kind == "Conv1D":
        model.add(keras.layers.Conv1D(units, 4, padding="causal", activation="relu"))
        model.add(keras.layers.Conv1D(units, 4, padding="causal", activation="tanh"))
    else:
        model.add(getattr(keras.layers, kind)(units, return_sequences=True))
        model.add(keras.layers.Dropout(0.1))
    model.add(keras.layers.TimeDistributed(keras.layers.Dense(vocabulary)))
    model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    return model


def temperature_probabilities(logits, temperature):
    a = (logits - np.max(logits)) / temperature
    return np.exp(a - np.logaddexp.reduce(a, axis=-1, keepdims=True))


def sample(probabilities, u):
    sums = np.cumsum(probabilities, axis=-1)
    return np.array([min(np.searchsorted(row, number, side="right"), len(row) - 1) for row, number in zip(sums, u, strict=True)])
