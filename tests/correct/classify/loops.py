"""Everything sample by sample, with plain loops."""

import numpy as np


def split_by_subject(subjects, validation):
    train, val = [], []
    for subject in subjects:
        held_out = any(subject == one for one in validation)
        train.append(not held_out)
        val.append(held_out)
    return np.array(train), np.array(val)


def macro_f1(y, predicted, n_classes):
    total = 0.0
    for k in range(n_classes):
        hits = misses = alarms = 0
        for right, said in zip(y, predicted, strict=True):
            if right == k and said == k:
                hits += 1
            elif right == k:
                misses += 1
            elif said == k:
                alarms += 1
        if hits:
            precision, recall = hits / (hits + alarms), hits / (hits + misses)
            total += 2 * precision * recall / (precision + recall)
    return total / n_classes


def pad_sequences(sequences, length):
    ids, mask = [], []
    for sequence in sequences:
        row = [int(word) for word in sequence[:length]]
        real = [True] * len(row)
        while len(row) < length:
            row.append(0)
            real.append(False)
        ids.append(row)
        mask.append(real)
    return np.array(ids), np.array(mask)


def last_step(hidden, lengths):
    return np.stack([states[length - 1] for states, length in zip(hidden, lengths, strict=True)])


def build_classifier(kind, length, features, units, classes):
    import keras

    model = keras.Sequential()
    model.add(keras.Input(shape=(length, features)))
    if kind == "Dense":
        model.add(keras.layers.Flatten())
        model.add(keras.layers.Dense(units, activation="relu"))
    elif kind == "Conv1D":
        model.add(keras.layers.Conv1D(units, kernel_size=5, activation="relu"))
        model.add(keras.layers.GlobalMaxPooling1D())
    elif kind == "SimpleRNN":
        model.add(keras.layers.SimpleRNN(units))
    elif kind == "LSTM":
        model.add(keras.layers.LSTM(units))
    elif kind == "GRU":
        model.add(keras.layers.GRU(units))
    else:
        raise ValueError(kind)
    model.add(keras.layers.Dense(classes, activation="softmax"))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    return model
