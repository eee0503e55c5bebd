"""One step of the cell, forward and backward, in parts: a mistake is the right step with one part replaced."""

from types import SimpleNamespace

import numpy as np

from solutions.lstm.reference import sigmoid


def cell(x, h_prev, c_prev, params, *, stack=lambda h, x: [h, x], networks="fiCo", bias=1.0, nudge=lambda c: 0.0,
         gate=sigmoid, candidate=np.tanh, store=lambda f, i, C, c: f * c + i * C, show=lambda o, c: o * np.tanh(c)):
    """lstm_step; networks: whose weights stand in for those of f, i, C and o; nudge: what gates see of the cell."""
    hx = np.concatenate(stack(h_prev, x), axis=1)
    f, i, C, o = (hx @ params[f"W_{n}"] + bias * params[f"b_{n}"] for n in networks)
    c = store(gate(f + nudge(c_prev)), gate(i + nudge(c_prev)), candidate(C), c_prev)
    return show(gate(o + nudge(c)), c), c


def cell_backward(dh, dc, x, h_prev, c_prev, params, *, stack=lambda v: [v.h_prev, v.x], networks="fiCo", bias=1.0,
                  through=lambda v: v.dc + v.dh * v.o * (1 - v.tanh_c**2), back=lambda v: v.dC * v.f,
                  back_through="fiCo", turned=lambda W: W.T, seen=lambda v: v.hx, summed=lambda d: d.sum(axis=0), **inner):
    """lstm_step_backward; v holds the step's values and `dC`, all of dL/dC_t; inner: f, i, C or o to the gradient there.

    through: what dC is; back: what dc_prev is; back_through: the networks on the way to h and x; turned: W_hh as it stands
    there; seen: what dW is made of; summed: what becomes of bias gradients.
    """
    v = SimpleNamespace(dh=dh, dc=dc, x=x, h_prev=h_prev, c_prev=c_prev)
    v.hx = np.concatenate(stack(v), axis=1)
    v.a_f, v.a_i, v.a_C, v.a_o = (v.hx @ params[f"W_{n}"] + bias * params[f"b_{n}"] for n in networks)
    v.f, v.i, v.C, v.o = sigmoid(v.a_f), sigmoid(v.a_i), np.tanh(v.a_C), sigmoid(v.a_o)
    v.c = v.f * c_prev + v.i * v.C
    v.tanh_c = np.tanh(v.c)
    v.h = v.o * v.tanh_c
    v.dC = through(v)
    right = {
        "f": lambda v: v.dC * v.c_prev * v.f * (1 - v.f), "i": lambda v: v.dC * v.C * v.i * (1 - v.i),
        "C": lambda v: v.dC * v.i * (1 - v.C**2), "o": lambda v: v.dh * v.tanh_c * v.o * (1 - v.o),
    }
    v.da = {n: part(v) for n, part in (right | inner).items()}
    grads = {f"W_{n}": seen(v).T @ d for n, d in v.da.items()} | {f"b_{n}": summed(d) for n, d in v.da.items()}
    H = h_prev.shape[1]
    dx = sum(v.da[n] @ params[f"W_{n}"][H:].T for n in back_through)
    dh_prev = sum(v.da[n] @ turned(params[f"W_{n}"][:H]) for n in back_through)
    return dx, dh_prev, back(v), grads
