"""Plain loops, lists and sums; a functional model."""

import numpy as np


def training_beats(beats, labels, patients, validation_patients):
    train, val, val_labels = [], [], []
    chosen = {int(patient) for patient in validation_patients}
    for beat, label, patient in zip(beats, labels, patients, strict=True):
        if int(patient) in chosen:
            val.append(beat)
            val_labels.append(label)
        elif label == 0:
            train.append(beat)
    return np.array(train), np.array(val), np.array(val_labels)


def standardize_beats(beats):
    scaled = np.zeros(np.shape(beats))
    for i, beat in enumerate(beats):
        beat = [float(sample) for sample in beat]
        mean = sum(beat) / len(beat)
        std = (sum((sample - mean) ** 2 for sample in beat) / len(beat)) ** 0.5
        for j, sample in enumerate(beat):
            scaled[i, j] = (sample - mean) / std if std > 0 else 0.0
    return scaled


def reconstruction_error(x, x_hat):
    return np.array([np.mean(np.square(a - b)) for a, b in zip(x, x_hat, strict=True)])


def average_precision(labels, scores):
    total, before, anomalies = 0.0, 0, int(sum(labels))
    for threshold in sorted(set(scores.tolist()), reverse=True):
        rung = [label for label, score in zip(labels, scores, strict=True) if score >= threshold]
        found = int(sum(rung))
        total += (found - before) / anomalies * found / len(rung)
        before = found
    return total


def build_autoencoder(kind, length, features, units, code):
    import keras
    from keras import layers

    if kind not in ("Dense", "Conv1D", "SimpleRNN", "LSTM", "GRU"):
        raise ValueError(kind)
    x = inputs = keras.Input(shape=(length, features))
    if kind == "Dense":
        x = layers.Reshape((length * features,))(x)
        x = layers.Dense(units, activation="tanh")(x)
    elif kind == "Conv1D":
        x = layers.Conv1D(units, 5, padding="same")(x)
        x = layers.Activation("relu")(x)
        x = layers.Flatten()(x)
    else:
        x = getattr(layers, kind)(units)(x)
    x = layers.Dense(code, name="code")(x)
    if kind == "Dense":
        x = layers.Dense(units, activation="relu")(x)
        x = layers.Dense(features * length)(x)
        x = layers.Reshape((length, features))(x)
    elif kind == "Conv1D":
        x = layers.Dense(units * length)(x)
        x = layers.Reshape((length, units))(x)
        x = layers.Conv1DTranspose(features, 3, padding="same")(x)
    else:
        x = layers.RepeatVector(length)(x)
        x = getattr(layers, kind)(units, return_sequences=True)(x)
        x = layers.TimeDistributed(layers.Dense(features))(x)
    model = keras.Model(inputs, x)
    model.compile("adam", "mse")
    return model
