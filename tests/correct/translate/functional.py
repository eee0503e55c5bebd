"""Whole arrays at once, layers by other names, and what libraries bring along."""

from collections import Counter
from math import exp, log

import numpy as np


def decoder_inputs(targets, start):
    first = np.full_like(targets[:, :1], start)
    return np.hstack([first, targets[:, :-1]])


def masked_loss(targets, logits):
    import keras

    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True, reduction="sum")
    weights = keras.ops.convert_to_tensor(np.asarray(targets) != 0, dtype="float32")
    return loss(targets, logits, sample_weight=weights) / keras.ops.sum(weights)


def build_seq2seq(attention, source_words, target_words, units):
    import keras
    from keras.layers import GRU, AdditiveAttention, Dense, Embedding, Input

    source, inputs = Input(shape=(None,)), Input(shape=(None,))
    embedded = Embedding(source_words, units, name="english")(source)
    forwards, there = GRU(units // 2, return_sequences=True, return_state=True, reset_after=False)(embedded)
    backwards, back = GRU(units // 2, return_sequences=True, return_state=True, go_backwards=True)(embedded)
    encoded = keras.ops.concatenate([forwards, keras.ops.flip(backwards, axis=1)], axis=-1)
    start = keras.ops.concatenate([there, back], axis=-1)
    decoded = GRU(units, return_sequences=True)(Embedding(target_words, units, name="halvic")(inputs), initial_state=[start])
    if attention:
        decoded = keras.layers.concatenate([decoded, AdditiveAttention()([decoded, encoded])])
        decoded = keras.layers.Activation("tanh")(Dense(units)(decoded))
    return keras.Model(inputs=(source, inputs), outputs=Dense(target_words, activation=None)(decoded))


def bleu(references, candidates):
    def grams(sentence, n):
        return Counter(tuple(sentence[i : i + n]) for i in range(len(sentence) - n + 1))

    logs = []
    for n in (1, 2, 3, 4):
        pairs = [(grams(r, n), grams(c, n)) for r, c in zip(references, candidates, strict=True)]
        hits = sum(min(k, wanted[gram]) for wanted, found in pairs for gram, k in found.items())
        total = sum(sum(found.values()) for _, found in pairs)
        if n == 1 and not hits:
            return 0.0
        logs.append(log(hits / total) if n == 1 else log((hits + 1) / (total + 1)))
    r, c = sum(len(s) for s in references), sum(len(s) for s in candidates)
    return exp(sum(logs) / 4) * (1.0 if c >= r else exp(1 - r / c))


def beam_step(scores, log_probs, finished, end):
    width, V = log_probs.shape
    nexts = log_probs.copy()
    nexts[finished] = -np.inf
    nexts[finished, end] = 0.0
    totals = np.add(scores.reshape(-1, 1), nexts).reshape(-1)
    best = np.argpartition(totals, -width)[-width:]
    best = best[np.argsort(totals[best])[::-1]]
    parents, tokens = np.unravel_index(best, (width, V))
    return totals[best], parents, tokens
