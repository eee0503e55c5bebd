"""Backpropagation in parts, one step and through time: a mistake is the right code with one part replaced."""

from types import SimpleNamespace

import numpy as np


def step_backward(dh, x, h_prev, h, W, *, slope=lambda v: 1 - v.h**2, joined=lambda v: (v.h_prev, v.x),
                  learned=lambda v: v.dz, returned=lambda v: v.dz, turned=lambda W_hh: W_hh.T,
                  summed=lambda d: d.sum(axis=0)):
    """rnn_step_backward; v holds the step's values and `dz`.

    slope: of tanh; joined: what dW is made of; learned: what dW and db start from; returned: what dx and dh_prev start
    from; turned: W_hh as it stands on the way back; summed: what becomes of the bias gradient.
    """
    v = SimpleNamespace(dh=dh, x=x, h_prev=h_prev, h=h, W=W, H=h.shape[1])
    v.dz = dh * slope(v)
    dx, dh_prev = returned(v) @ W[v.H :].T, returned(v) @ turned(W[: v.H])
    return dx, dh_prev, np.concatenate(joined(v), axis=1).T @ learned(v), summed(learned(v))


def through_time(dhs, x, h0, hs, W, *, step=step_backward, order=None, meet=lambda dhs, t, back: dhs[:, t] + back,
                 arrives=lambda back, t: back, before=lambda hs, t, h0: hs[:, t - 1] if t else h0,
                 gather=lambda total, part, t: total + part):
    """rnn_backward.

    arrives: what is left of what step t+1 sent back to h_t; meet: all of dh; before: the state a step started from.
    """
    dx, back, totals = np.zeros(x.shape), np.zeros(h0.shape), [np.zeros(W.shape), np.zeros(W.shape[1])]
    for t in reversed(range(x.shape[1])) if order is None else order:
        dx[:, t], back, *parts = step(meet(dhs, t, arrives(back, t)), x[:, t], before(hs, t, h0), hs[:, t], W)
        totals = [gather(total, part, t) for total, part in zip(totals, parts, strict=True)]
    return dx, back, *totals


def norms_of(dhs, hs, W, *, slope=lambda h: 1 - h**2, turned=lambda W, H: W[:H].T, order=None,
             meet=lambda dhs, t, back: dhs[:, t] + back, noted=lambda total, back: total,
             size=lambda totals: np.sqrt((totals**2).sum(axis=(0, 2)))):
    """gradient_norms; noted: what is kept of a step's total and what it sends back; size: the norm of all that is."""
    totals, back = np.zeros(hs.shape), np.zeros(hs[:, 0].shape)
    for t in reversed(range(hs.shape[1])) if order is None else order:
        total = meet(dhs, t, back)
        back = (total * slope(hs[:, t])) @ turned(W, hs.shape[2])
        totals[:, t] = noted(total, back)
    return size(totals)
