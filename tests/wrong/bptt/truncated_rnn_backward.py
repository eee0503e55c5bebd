"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.bptt.reference import rnn_backward
from solutions.bptt.reference import truncated_rnn_backward as right

memory = {}


def always_takes_ten(dhs, x, h0, hs, W, k):
    return right(dhs, x, h0, hs, W, 10)


def always_takes_three(dhs, x, h0, hs, W, k):
    return right(dhs, x, h0, hs, W, 3)


def takes_at_most_ten(dhs, x, h0, hs, W, k):
    return right(dhs, x, h0, hs, W, min(k, 10))


def takes_two_k(dhs, x, h0, hs, W, k):
    return right(dhs, x, h0, hs, W, 2 * k)


def cuts_once(dhs, x, h0, hs, W, k):
    a = rnn_backward(dhs[:, :k], x[:, :k], h0, hs[:, :k], W)
    if x.shape[1] <= k:
        return a
    b = rnn_backward(dhs[:, k:], x[:, k:], hs[:, k - 1], hs[:, k:], W)
    return np.concatenate([a[0], b[0]], axis=1), a[1], a[2] + b[2], a[3] + b[3]


def cuts_the_last_k_off(dhs, x, h0, hs, W, k):
    s = max(x.shape[1] - k, 0)
    if s == 0:
        return rnn_backward(dhs, x, h0, hs, W)
    a = rnn_backward(dhs[:, :s], x[:, :s], h0, hs[:, :s], W)
    b = rnn_backward(dhs[:, s:], x[:, s:], hs[:, s - 1], hs[:, s:], W)
    return np.concatenate([a[0], b[0]], axis=1), a[1], a[2] + b[2], a[3] + b[3]


def weakens_at_a_cut(dhs, x, h0, hs, W, k):
    full, cut = rnn_backward(dhs, x, h0, hs, W), right(dhs, x, h0, hs, W, k)
    return tuple(0.9 * c + 0.1 * f for c, f in zip(cut, full, strict=True))


def takes_dx_from_full_bptt(dhs, x, h0, hs, W, k):
    return rnn_backward(dhs, x, h0, hs, W)[0], *right(dhs, x, h0, hs, W, k)[1:]


def takes_dw_from_full_bptt(dhs, x, h0, hs, W, k):
    dx, dh0, _, db = right(dhs, x, h0, hs, W, k)
    return dx, dh0, rnn_backward(dhs, x, h0, hs, W)[2], db


def takes_db_from_full_bptt(dhs, x, h0, hs, W, k):
    return *right(dhs, x, h0, hs, W, k)[:3], rnn_backward(dhs, x, h0, hs, W)[3]


def cuts_within_the_last_k_only(dhs, x, h0, hs, W, k):
    keep = (np.arange(x.shape[1]) >= x.shape[1] - k)[:, None]
    return rnn_backward(dhs * keep, x, h0, hs, W)


def uses_the_last_loss_of_a_chunk(dhs, x, h0, hs, W, k):
    ends = ((np.arange(1, x.shape[1] + 1) % k == 0) | (np.arange(1, x.shape[1] + 1) == x.shape[1]))[:, None]
    return right(dhs * ends, x, h0, hs, W, k)


def multiplies_dh0_by_the_chunks(dhs, x, h0, hs, W, k):
    dx, dh0, dW, db = right(dhs, x, h0, hs, W, k)
    return dx, dh0 * -(-x.shape[1] // k), dW, db


def overwrites_db(dhs, x, h0, hs, W, k):
    dx, dh0, dW, _ = right(dhs, x, h0, hs, W, k)
    return dx, dh0, dW, rnn_backward(dhs[:, :k], x[:, :k], h0, hs[:, :k], W)[3]


def leaves_the_later_dx_empty(dhs, x, h0, hs, W, k):
    dx, *others = right(dhs, x, h0, hs, W, k)
    dx[:, k:] = 0
    return dx, *others


def returns_dx_of_the_first_chunk(dhs, x, h0, hs, W, k):
    dx, *others = right(dhs, x, h0, hs, W, k)
    return dx[:, :k], *others


def counts_samples_as_steps(dhs, x, h0, hs, W, k):
    cut = right(dhs, x, h0, hs, W, k)
    keep = (np.arange(x.shape[1]) < len(x))[:, None]
    return cut[0] * keep, *cut[1:]


def fails_if_k_is_too_large(dhs, x, h0, hs, W, k):
    if k > x.shape[1]:
        raise ValueError("k is larger than T")
    return right(dhs, x, h0, hs, W, k)


def demands_whole_chunks(dhs, x, h0, hs, W, k):
    assert x.shape[1] % k == 0
    return right(dhs, x, h0, hs, W, k)


def fills_the_last_chunk_up(dhs, x, h0, hs, W, k):
    more = -x.shape[1] % k
    dhs, x, hs = (np.concatenate([a, np.repeat(a[:, -1:], more, axis=1)], axis=1) for a in (dhs, x, hs))
    dx, *others = right(dhs, x, h0, hs, W, k)
    return dx[:, : x.shape[1] - more], *others


def scales_by_the_share(dhs, x, h0, hs, W, k):
    dx, dh0, dW, db = right(dhs, x, h0, hs, W, k)
    return dx, dh0, dW * min(1, k / x.shape[1]), db * min(1, k / x.shape[1])


def divides_by_the_batch(dhs, x, h0, hs, W, k):
    dx, dh0, dW, db = right(dhs, x, h0, hs, W, k)
    return dx, dh0, dW / len(x), db / len(x)


def negates_everything(dhs, x, h0, hs, W, k):
    return right(-dhs, x, h0, hs, W, k)


def stops_before_the_last_chunk(dhs, x, h0, hs, W, k):
    s = (x.shape[1] - 1) // k * k
    return right(dhs * (np.arange(x.shape[1]) < max(s, 1))[:, None], x, h0, hs, W, k)


def remembers_the_first_k(dhs, x, h0, hs, W, k):
    return right(dhs, x, h0, hs, W, memory.setdefault("k", k))


def overwrites_h0(dhs, x, h0, hs, W, k):
    answer = right(dhs, x, h0, hs, W, k)
    h0[...] = hs[:, -1]
    return answer


def works_in_half_precision(dhs, x, h0, hs, W, k):
    return tuple(g.astype(np.float16) for g in right(dhs, x, h0, hs, W, k))
