"""Plain loops and lists, as one writes it the first time."""

import math

import numpy as np


def next_character_windows(ids, length):
    x, y = [], []
    start = 0
    while start + length < len(ids):
        x.append([int(i) for i in ids[start : start + length]])
        y.append([int(i) for i in ids[start + 1 : start + length + 1]])
        start += length
    return np.array(x), np.array(y)


def cross_entropy(probabilities, targets):
    total = 0.0
    for row, target in zip(probabilities, targets, strict=True):
        total -= math.log(max(row[target], 1e-6))
    nats = total / len(targets)
    return nats, nats / math.log(2), math.exp(nats)


def fit_ngram(ids, vocabulary, order, alpha):
    counts = {}
    for start in range(len(ids) - order + 1):
        piece = tuple(int(i) for i in ids[start : start + order])
        counts[piece] = counts.get(piece, 0) + 1
    probabilities = np.empty((vocabulary,) * order)
    for context in np.ndindex(*(vocabulary,) * (order - 1)):
        total = sum(counts.get((*context, c), 0) for c in range(vocabulary))
        for c in range(vocabulary):
            probabilities[(*context, c)] = (counts.get((*context, c), 0) + alpha) / (total + alpha * vocabulary)
    return probabilities


def build_language_model(kind, vocabulary, units, length):
    from keras import Input, Model, layers

    characters = Input(shape=(length,))
    x = layers.Embedding(vocabulary, 16)(characters)
    if kind == "SimpleRNN":
        x = layers.SimpleRNN(units, return_sequences=True)(x)
    elif kind == "LSTM":
        x = layers.LSTM(units, return_sequences=True)(x)
    elif kind == "GRU":
        x = layers.GRU(units, return_sequences=True)(x)
    else:
        x = layers.Conv1D(filters=units, kernel_size=8, padding="causal", activation="relu")(x)
    return Model(characters, layers.Dense(vocabulary)(x))


def temperature_probabilities(logits, temperature):
    rows = []
    for row in logits:
        largest = max(row)
        powers = [math.exp((a - largest) / temperature) for a in row]
        rows.append([power / sum(powers) for power in powers])
    return np.array(rows)


def sample(probabilities, u):
    chosen = []
    for row, number in zip(probabilities, u, strict=True):
        k, total = 0, row[0]
        while total <= number and k < len(row) - 1:
            k += 1
            total += row[k]
        chosen.append(k)
    return np.array(chosen)
