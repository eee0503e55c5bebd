"""einsum, sums of squares, searchsorted; an encoder and a decoder that are models of their own, with more layers than they must have."""

import numpy as np


def training_beats(beats, labels, patients, validation_patients):
    rows = np.arange(len(beats))
    judged = (np.asarray(patients)[:, None] == np.asarray(validation_patients)[None]).any(axis=1)
    taught = np.setdiff1d(rows[labels != 1], rows[judged])
    return np.take(beats, taught, axis=0), np.compress(judged, beats, axis=0), np.compress(judged, labels)


def standardize_beats(beats):
    centred = (beats.T - beats.mean(axis=-1)).T
    power = np.einsum("bl,bl->b", centred, centred) / beats.shape[1]
    power[power == 0] = 1
    return np.einsum("bl,b->bl", centred, power**-0.5)


def reconstruction_error(x, x_hat):
    apart = np.reshape(x - x_hat, (len(x), -1))
    return np.linalg.norm(apart, axis=1) ** 2 / apart.shape[1]


def average_precision(labels, scores):
    anomalous, everything = np.sort(scores[labels == 1]), np.sort(scores)
    found = len(anomalous) - np.searchsorted(anomalous, anomalous, side="left")
    looked_at = len(everything) - np.searchsorted(everything, anomalous, side="left")
    return np.mean(found / looked_at)


def build_autoencoder(kind, length, features, units, code):
    import keras
    from keras import layers

    wide = {"kernel_initializer": "he_normal"}
    if kind == "Dense":
        reading = [layers.Flatten(), layers.Dense(units, activation="elu", **wide), layers.Dense(units, activation="elu")]
        writing = [layers.Dense(units, "elu"), layers.Dense(units, "elu"), layers.Dense(length * features, "linear"),
                   layers.Reshape((length, features))]
    elif kind == "Conv1D":
        reading = [layers.Conv1D(units, 3, padding="same", activation="relu", **wide),
                   layers.Conv1D(units, 3, padding="causal", activation="relu"), layers.Flatten()]
        writing = [layers.Dense(length * units, activation="relu"), layers.Reshape((length, units)),
                   layers.Conv1D(units, 3, padding="same", activation="relu"), layers.Conv1D(features, 1)]
    else:
        layer = {"SimpleRNN": layers.SimpleRNN, "LSTM": layers.LSTM, "GRU": layers.GRU}.get(kind)
        if layer is None:
            raise ValueError("no such kind")
        reading = [layer(units, return_sequences=True), layer(units)]
        writing = [layers.RepeatVector(length), layer(units, return_sequences=True), layers.Dense(features)]
    encoder = keras.Sequential([keras.Input((length, features)), *reading, layers.Dense(code)], name="encoder")
    decoder = keras.Sequential([keras.Input((code,)), *writing], name="decoder")
    model = keras.Sequential([keras.Input((length, features)), encoder, decoder])
    model.compile(loss="mae", optimizer="rmsprop")
    return model
