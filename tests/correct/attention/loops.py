"""Everything number by number, as on paper: loops over queries, keys and features, math instead of NumPy."""

import itertools
import math

import numpy as np


def softmax_of(row):
    largest = max(row)
    raised = [math.exp(score - largest) for score in row]
    return [e / math.fsum(raised) for e in raised]


def softmax(x):
    out = np.zeros(x.shape)
    for at in np.ndindex(x.shape[:-1]):
        out[at] = softmax_of([float(score) for score in x[at]])
    return out


def causal_mask(T):
    mask = np.full((T, T), False)
    for t in range(T):
        for s in range(t + 1):
            mask[t, s] = True
    return mask


def scaled_dot_product_attention(q, k, v, mask=None):
    lead, (Tq, d), (Tk, dv) = q.shape[:-2], q.shape[-2:], v.shape[-2:]
    output, weights = np.zeros((*lead, Tq, dv)), np.zeros((*lead, Tq, Tk))
    if mask is not None:
        mask = np.broadcast_to(mask, weights.shape)
    for at in itertools.product(*map(range, lead)):
        for t in range(Tq):
            row = []
            for s in range(Tk):
                score = sum(float(q[at][t, i]) * float(k[at][s, i]) for i in range(d)) / math.sqrt(d)
                row.append(score if mask is None or mask[at][t, s] else -math.inf)
            weights[at][t] = softmax_of(row)
            for j in range(dv):
                output[at][t, j] = sum(weights[at][t, s] * v[at][s, j] for s in range(Tk))
    return output, weights


def positional_encoding(T, D):
    table = np.zeros((T, D))
    for t in range(T):
        for column in range(D):
            i = column // 2
            angle = t / 10000 ** (2 * i / D)
            table[t][column] = math.cos(angle) if column % 2 else math.sin(angle)
    return table


def multi_head_attention(x, W_q, W_k, W_v, W_o, heads, mask=None):
    B, T, D = x.shape
    if D % heads != 0:
        raise ValueError("no")
    d = D // heads
    y = np.zeros((B, T, D))
    for b in range(B):
        parts = []
        for n in range(heads):
            own = slice(n * d, n * d + d)
            head, _ = scaled_dot_product_attention(x[b] @ W_q[:, own], x[b] @ W_k[:, own], x[b] @ W_v[:, own], mask)
            parts.append(head)
        y[b] = np.hstack(parts) @ W_o
    return y
