"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.bptt.reference import rnn_backward as right
from solutions.bptt.reference import rnn_step_backward, truncated_rnn_backward

memory = {}


def cuts_every_second_step(dhs, x, h0, hs, W):
    return truncated_rnn_backward(dhs, x, h0, hs, W, 2)


def cuts_after_ten_steps(dhs, x, h0, hs, W):
    return truncated_rnn_backward(dhs, x, h0, hs, W, 10)


def looks_back_ten_steps(dhs, x, h0, hs, W):
    s = max(x.shape[1] - 10, 0)
    dx, dh0, dW, db = right(dhs[:, s:], x[:, s:], hs[:, s - 1] if s else h0, hs[:, s:], W)
    return np.concatenate([np.zeros(x[:, :s].shape), dx], axis=1), dh0, dW, db


def decays_gradients_over_time(dhs, x, h0, hs, W):
    return right(dhs * 0.9 ** np.arange(x.shape[1])[::-1][:, None], x, h0, hs, W)


def divides_everything_by_time(dhs, x, h0, hs, W):
    return right(dhs / x.shape[1], x, h0, hs, W)


def divides_everything_by_the_batch(dhs, x, h0, hs, W):
    return right(dhs / len(x), x, h0, hs, W)


def negates_everything(dhs, x, h0, hs, W):
    return right(-dhs, x, h0, hs, W)


def sums_the_losses_first(dhs, x, h0, hs, W):
    only = np.zeros(dhs.shape)
    only[:, -1] = dhs.sum(axis=1)
    return right(only, x, h0, hs, W)


def multiplies_where_paths_meet(dhs, x, h0, hs, W):
    dx, back, dW, db = np.zeros(x.shape), np.ones(h0.shape), 0, 0
    for t in reversed(range(x.shape[1])):
        before = hs[:, t - 1] if t else h0
        dx[:, t], back, a, b = rnn_step_backward(dhs[:, t] * back, x[:, t], before, hs[:, t], W)
        dW, db = dW + a, db + b
    return dx, back, dW, db


def averages_where_paths_meet(dhs, x, h0, hs, W):
    dx, back, dW, db = np.zeros(x.shape), np.zeros(h0.shape), 0, 0
    for t in reversed(range(x.shape[1])):
        before = hs[:, t - 1] if t else h0
        dx[:, t], back, a, b = rnn_step_backward((dhs[:, t] + back) / 2, x[:, t], before, hs[:, t], W)
        dW, db = dW + a, db + b
    return dx, back, dW, db


def adds_back_twice(dhs, x, h0, hs, W):
    dx, back, dW, db = np.zeros(x.shape), np.zeros(h0.shape), 0, 0
    for t in reversed(range(x.shape[1])):
        before = hs[:, t - 1] if t else h0
        dx[:, t], back, a, b = rnn_step_backward(dhs[:, t] + 2 * back, x[:, t], before, hs[:, t], W)
        dW, db = dW + a, db + b
    return dx, back, dW, db


def keeps_back_from_all_later_steps(dhs, x, h0, hs, W):
    dx, back, dW, db = np.zeros(x.shape), np.zeros(h0.shape), 0, 0
    for t in reversed(range(x.shape[1])):
        before = hs[:, t - 1] if t else h0
        dx[:, t], more, a, b = rnn_step_backward(dhs[:, t] + back, x[:, t], before, hs[:, t], W)
        back, dW, db = back + more, dW + a, db + b
    return dx, back, dW, db


def ignores_the_last_step(dhs, x, h0, hs, W):
    keep = (np.arange(x.shape[1]) < x.shape[1] - 1)[:, None]
    return right(dhs * keep, x, h0, hs, W)


def loops_over_samples(dhs, x, h0, hs, W):
    n = min(x.shape[:2])
    dx, dh0, dW, db = right(dhs[:, :n], x[:, :n], h0, hs[:, :n], W)
    return np.concatenate([dx, np.zeros(x[:, n:].shape)], axis=1), dh0, dW, db


def gathers_the_first_sample_only(dhs, x, h0, hs, W):
    dx, dh0, _, _ = right(dhs, x, h0, hs, W)
    return dx, dh0, *right(dhs[:1], x[:1], h0[:1], hs[:1], W)[2:]


def averages_dh0(dhs, x, h0, hs, W):
    dx, dh0, dW, db = right(dhs, x, h0, hs, W)
    return dx, dh0 / x.shape[1], dW, db


def sums_dh0_over_the_batch(dhs, x, h0, hs, W):
    dx, dh0, dW, db = right(dhs, x, h0, hs, W)
    return dx, np.broadcast_to(dh0.sum(axis=0), dh0.shape).copy(), dW, db


def sums_dx_over_time(dhs, x, h0, hs, W):
    dx, *others = right(dhs, x, h0, hs, W)
    return dx.cumsum(axis=1), *others


def shifts_dx(dhs, x, h0, hs, W):
    dx, *others = right(dhs, x, h0, hs, W)
    return np.roll(dx, 1, axis=1), *others


def swaps_dx_rows(dhs, x, h0, hs, W):
    dx, *others = right(dhs, x, h0, hs, W)
    return dx[::-1], *others


def clips_the_norm(dhs, x, h0, hs, W):
    dx, dh0, dW, db = right(dhs, x, h0, hs, W)
    factor = min(1, 5 / np.sqrt((dW**2).sum() + (db**2).sum()))
    return dx, dh0, dW * factor, db * factor


def clips_on_the_way(dhs, x, h0, hs, W):
    return right(np.clip(dhs, -1, 1), x, h0, hs, W)


def accumulates_over_calls(dhs, x, h0, hs, W):
    dx, dh0, dW, db = right(dhs, x, h0, hs, W)
    memory[W.shape] = memory.get(W.shape, 0) + dW
    return dx, dh0, memory[W.shape], db


def keeps_the_first_states(dhs, x, h0, hs, W):
    return right(dhs, x, h0, memory.setdefault(hs.shape, hs), W)


def overwrites_h0(dhs, x, h0, hs, W):
    answer = right(dhs, x, h0, hs, W)
    h0[...] = answer[1]
    return answer


def updates_the_weights(dhs, x, h0, hs, W):
    answer = right(dhs, x, h0, hs, W)
    W -= 0.1 * answer[2]
    return answer


def uses_the_next_input(dhs, x, h0, hs, W):
    return right(dhs, np.roll(x, -1, axis=1), h0, hs, W)


def skips_the_first_step_in_dw(dhs, x, h0, hs, W):
    dx, dh0, _, db = right(dhs, x, h0, hs, W)
    return dx, dh0, right(dhs[:, 1:], x[:, 1:], hs[:, 0], hs[:, 1:], W)[2], db


def takes_sigmoid_slopes(dhs, x, h0, hs, W):
    dx, back, dW, db = np.zeros(x.shape), np.zeros(h0.shape), 0, 0
    for t in reversed(range(x.shape[1])):
        dz = (dhs[:, t] + back) * hs[:, t] * (1 - hs[:, t])
        back, dx[:, t] = dz @ W[: h0.shape[1]].T, dz @ W[h0.shape[1]:].T
        dW, db = dW + np.hstack([hs[:, t - 1] if t else h0, x[:, t]]).T @ dz, db + dz.sum(axis=0)
    return dx, back, dW, db


def works_in_half_precision(dhs, x, h0, hs, W):
    return tuple(g.astype(np.float16) for g in right(dhs, x, h0, hs, W))
