"""Explicit loops, one sentence and one step at a time."""

import heapq
import math

import numpy as np


def decoder_inputs(targets, start):
    inputs = np.empty_like(targets)
    B, T = targets.shape
    for b in range(B):
        inputs[b, 0] = start
        for t in range(1, T):
            inputs[b, t] = targets[b, t - 1]
    return inputs


def masked_loss(targets, logits):
    from keras import ops

    logits = ops.convert_to_tensor(logits, dtype="float32")
    targets = ops.cast(targets, "int32")
    logs = ops.log_softmax(logits, axis=-1)
    picked = ops.squeeze(ops.take_along_axis(logs, ops.expand_dims(targets, -1), axis=-1), -1)
    mask = ops.where(targets > 0, 1.0, 0.0)
    return -ops.sum(mask * picked) / ops.sum(mask)


def build_seq2seq(attention, source_words, target_words, units):
    import keras

    layers = keras.layers
    source = keras.Input(shape=(None,), dtype="int64")
    inputs = keras.Input(shape=(None,), dtype="int64")
    x = layers.Embedding(source_words, units)(source)
    if attention:
        encoded, f, b = layers.Bidirectional(layers.GRU(units // 2, return_sequences=True, return_state=True))(x)
    else:
        _, f, b = layers.Bidirectional(layers.GRU(units // 2, return_state=True))(x)
    y = layers.Embedding(target_words, units)(inputs)
    y = layers.GRU(units, return_sequences=True, return_state=True)(y, initial_state=layers.Concatenate(axis=-1)([f, b]))[0]
    if attention:
        context = layers.Attention(use_scale=True)([y, encoded])
        y = layers.Dense(units, activation="tanh")(layers.Concatenate(axis=-1)([context, y]))
    y = layers.TimeDistributed(layers.Dense(target_words))(y)
    return keras.Model([source, inputs], y)


def bleu(references, candidates):
    precisions = []
    for n in range(1, 5):
        right, total = 0, 0
        for reference, candidate in zip(references, candidates, strict=True):
            left = [tuple(reference[i : i + n]) for i in range(len(reference) - n + 1)]
            for i in range(len(candidate) - n + 1):
                total += 1
                gram = tuple(candidate[i : i + n])
                if gram in left:
                    left.remove(gram)
                    right += 1
        if n > 1:
            right, total = right + 1, total + 1
        if right == 0:
            return 0.0
        precisions.append(right / total)
    score = math.prod(precisions) ** 0.25
    written, wanted = sum(map(len, candidates)), sum(map(len, references))
    if written < wanted:
        score *= math.exp(1 - wanted / written)
    return score


def beam_step(scores, log_probs, finished, end):
    candidates = []
    for parent in range(len(scores)):
        if finished[parent]:
            candidates.append((scores[parent], parent, end))
        else:
            for token in range(log_probs.shape[1]):
                candidates.append((scores[parent] + log_probs[parent, token], parent, token))
    best = heapq.nlargest(len(scores), candidates, key=lambda candidate: candidate[0])
    new, parents, tokens = zip(*best, strict=True)
    return np.array(new), np.array(parents), np.array(tokens)
