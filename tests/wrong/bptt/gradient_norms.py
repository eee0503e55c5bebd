"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.bptt.reference import gradient_norms as right

memory = {}


def _totals(dhs, hs, W, back=lambda later, h, W_hh: (later * (1 - h**2)) @ W_hh.T):
    totals, sent = np.zeros(hs.shape), 0.0
    for t in reversed(range(hs.shape[1])):
        totals[:, t] = dhs[:, t] + sent
        sent = back(totals[:, t], hs[:, t], W[: hs.shape[2]])
    return totals


def sums_the_entries(dhs, hs, W):
    return np.abs(_totals(dhs, hs, W).sum(axis=(0, 2)))


def averages_absolute_values(dhs, hs, W):
    return np.abs(_totals(dhs, hs, W)).mean(axis=(0, 2))


def takes_the_standard_deviation(dhs, hs, W):
    return _totals(dhs, hs, W).std(axis=(0, 2))


def sees_the_first_sample(dhs, hs, W):
    return right(dhs[:1], hs[:1], W)


def averages_the_batch_first(dhs, hs, W):
    return np.linalg.norm(_totals(dhs, hs, W).mean(axis=0), axis=1)


def sums_the_batch_first(dhs, hs, W):
    return np.linalg.norm(_totals(dhs, hs, W).sum(axis=0), axis=1)


def adds_up_the_norms(dhs, hs, W):
    return right(dhs, hs, W)[::-1].cumsum()[::-1]


def takes_shares(dhs, hs, W):
    norms = right(dhs, hs, W)
    return norms / norms[-1]


def takes_logarithms(dhs, hs, W):
    return np.log10(right(dhs, hs, W))


def shifts_by_one(dhs, hs, W):
    return np.roll(right(dhs, hs, W), 1)


def measures_the_input_gradient(dhs, hs, W):
    dz = _totals(dhs, hs, W) * (1 - hs**2)
    return np.sqrt(((dz @ W[hs.shape[2]:].T) ** 2).sum(axis=(0, 2)))


def bounds_with_singular_values(dhs, hs, W):
    norms, sigma = np.linalg.norm(dhs, axis=(0, 2)), np.linalg.norm(W[: hs.shape[2]], 2)
    for t in reversed(range(len(norms) - 1)):
        norms[t] += sigma * norms[t + 1]
    return norms


def takes_sigmoid_slopes(dhs, hs, W):
    return np.linalg.norm(_totals(dhs, hs, W, lambda later, h, W_hh: (later * h * (1 - h)) @ W_hh.T), axis=(0, 2))


def takes_relu_slopes(dhs, hs, W):
    return np.linalg.norm(_totals(dhs, hs, W, lambda later, h, W_hh: (later * (h > 0)) @ W_hh.T), axis=(0, 2))


def multiplies_after_the_weights(dhs, hs, W):
    return np.linalg.norm(_totals(dhs, hs, W, lambda later, h, W_hh: (later @ W_hh.T) * (1 - h**2)), axis=(0, 2))


def multiplies_element_by_element(dhs, hs, W):
    return np.linalg.norm(_totals(dhs, hs, W, lambda later, h, W_hh: later * (1 - h**2) * W_hh[0]), axis=(0, 2))


def keeps_ten_steps(dhs, hs, W):
    norms = right(dhs, hs, W)
    norms[:-10] = 0
    return norms


def cuts_at_a_hundred(dhs, hs, W):
    return np.minimum(right(dhs, hs, W), 100.0)


def loses_small_numbers(dhs, hs, W):
    return np.round(right(dhs, hs, W), 2)


def puts_them_in_a_column(dhs, hs, W):
    return right(dhs, hs, W)[:, None]


def returns_a_list(dhs, hs, W):
    return right(dhs, hs, W).tolist()


def drops_the_sum_at_the_end(dhs, hs, W):
    norms = right(dhs, hs, W)
    norms[0] = np.linalg.norm(dhs[:, 0])
    return norms


def drops_the_last_step(dhs, hs, W):
    return right(dhs, hs, W)[:-1]


def remembers_the_last_call(dhs, hs, W):
    norms = memory.get(hs.shape, 0) + right(dhs, hs, W)
    memory[hs.shape] = norms * 0.1
    return norms


def overwrites_dhs(dhs, hs, W):
    dhs[...] = _totals(dhs, hs, W)
    return np.linalg.norm(dhs, axis=(0, 2))


def overwrites_hs(dhs, hs, W):
    norms = right(dhs, hs, W)
    hs **= 2
    return norms


def works_in_half_precision(dhs, hs, W):
    return right(dhs, hs, W).astype(np.float16)
