"""Wrong probabilities that have no name."""

import numpy as np


def uses_powers_of_two(logits, temperature):
    a = logits / temperature
    powers = 2.0 ** (a - a.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def divides_after_the_exponential(logits, temperature):
    powers = np.exp(logits - logits.max(axis=-1, keepdims=True)) / temperature
    return powers / powers.sum(axis=0).sum()


def subtracts_the_temperature(logits, temperature):
    a = np.maximum(logits - temperature, 0)
    powers = np.exp(a - a.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def cools_too_much(logits, temperature):
    a = logits / temperature**2
    powers = np.exp(a - a.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)
