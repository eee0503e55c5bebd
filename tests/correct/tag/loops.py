"""Word by word, with plain loops and dictionaries."""

import numpy as np


def pad_sentences(sentences, length):
    numbers, mask = [], []
    for sentence in sentences:
        row, real = [], []
        for t in range(length):
            if t < len(sentence):
                row.append(sentence[t])
                real.append(True)
            else:
                row.append(0)
                real.append(False)
        numbers.append(row)
        mask.append(real)
    return np.array(numbers), np.array(mask)


def entities(tags):
    found = []
    t = 0
    while t < len(tags):
        if tags[t] == 0:
            t += 1
            continue
        kind = (int(tags[t]) - 1) // 2
        end = t + 1
        while end < len(tags) and tags[end] == 2 * kind + 2:
            end += 1
        found.append((t, end, kind))
        t = end
    answer = np.zeros((len(found), 3), dtype=int)
    for i, row in enumerate(found):
        answer[i] = row
    return answer


def entity_f1(gold, predicted, lengths):
    true_positive, false_positive, false_negative = 0, 0, 0
    for i in range(len(gold)):
        a = entities(gold[i, : lengths[i]]).tolist()
        b = entities(predicted[i, : lengths[i]]).tolist()
        for span in b:
            if span in a:
                true_positive += 1
            else:
                false_positive += 1
        for span in a:
            if span not in b:
                false_negative += 1
    if true_positive == 0:
        return 0.0
    precision = true_positive / (true_positive + false_positive)
    recall = true_positive / (true_positive + false_negative)
    return 2 * precision * recall / (precision + recall)


def masked_cross_entropy(targets, logits, mask):
    from keras import ops

    logits = ops.convert_to_tensor(logits)
    K = logits.shape[-1]
    right = ops.one_hot(ops.cast(targets, "int32"), K, dtype=logits.dtype)
    losses = -ops.sum(right * ops.log_softmax(logits, axis=-1), axis=-1)
    weights = ops.cast(mask, logits.dtype)
    return ops.sum(weights * losses) / ops.maximum(ops.sum(weights), 1.0)


def build_tagger(kind, length, vocabulary, units):
    from keras import Model, layers

    x = inputs = layers.Input(shape=(length, 3), dtype="int32")
    x = layers.Embedding(input_dim=vocabulary, output_dim=16)(x)
    x = layers.Reshape((-1, 48))(x)
    if kind == "Dense":
        x = layers.TimeDistributed(layers.Dense(units, activation="relu"))(x)
    elif kind == "Conv1D":
        x = layers.Conv1D(filters=units, kernel_size=7, padding="same", activation="relu")(x)
    elif kind == "SimpleRNN":
        x = layers.SimpleRNN(units=units, return_sequences=True)(x)
    elif kind == "LSTM":
        x = layers.LSTM(units=units, return_sequences=True)(x)
    elif kind == "Bidirectional":
        x = layers.Bidirectional(layers.LSTM(units=units, return_sequences=True))(x)
    else:
        raise ValueError(kind)
    return Model(inputs, layers.Dense(7)(x))
