"""Batches sliced in NumPy and joined; a model built from a table of layers."""

import numpy as np


def window_dataset(data, length, horizon, target, batch_size):
    import tensorflow as tf

    data = np.asarray(data, dtype=float)
    rows = np.arange(len(data) - length - horizon + 1)
    X = tf.constant(data[rows[:, None] + np.arange(length)])
    y = tf.constant(data[rows + length - 1 + horizon, target])
    return tf.data.Dataset.zip((tf.data.Dataset.from_tensor_slices(X), tf.data.Dataset.from_tensor_slices(y))).batch(batch_size)


def build_model(kind, length, features, units):
    import keras
    from keras.layers import GRU, LSTM, Bidirectional, Conv1D, Dense, Flatten, SimpleRNN

    table = {
        "Dense": lambda: [Flatten(), Dense(units, "sigmoid")],
        "SimpleRNN": lambda: [SimpleRNN(units, use_bias=False)],
        "LSTM": lambda: [LSTM(units, unroll=True)],
        "GRU": lambda: [GRU(units)],
        "Bidirectional": lambda: [Bidirectional(SimpleRNN(units), merge_mode="sum")],
        "Conv1D": lambda: [Conv1D(units, 3, padding="causal"), keras.layers.GlobalAveragePooling1D()],
    }
    try:
        middle = table[kind]()
    except KeyError:
        raise ValueError(f"unknown kind {kind}") from None
    model = keras.Sequential([keras.Input((length, features)), *middle, Dense(units=1, name="forecast")])
    model.compile(optimizer="sgd", loss="mse", metrics=["mae"])
    return model
