"""One step of the cell, forward and backward, in parts: a mistake is the right step with one part replaced."""

from types import SimpleNamespace

import numpy as np

from solutions.gru.reference import sigmoid


def swapped(v):
    """How Keras and PyTorch mix: z is what is kept."""
    return v.z * v.h + (1 - v.z) * v.C


def reset_after(v):
    """The candidate's pre-activation with the reset after the product: Keras's default without its second bias."""
    return v.r * (v.h @ v.W_hh) + v.x @ v.W_xh + v.b


def reset_after_bias(v):
    """The same, with the bias inside the reset: Keras's recurrent bias, and no other."""
    return v.r * (v.h @ v.W_hh + v.b) + v.x @ v.W_xh


def cell(x, h_prev, params, *, seen=lambda h, x: [h, x], networks="zrh", bias=1.0, gate=sigmoid, candidate=np.tanh,
         inner=lambda v: (v.r * v.h) @ v.W_hh + v.x @ v.W_xh + v.b, mix=lambda v: (1 - v.z) * v.h + v.z * v.C):
    """gru_step; seen: what the gates look at; networks: whose weights stand in for those of z, r and h.

    inner: the candidate's pre-activation; mix: the new state of z, the old state h and the candidate C.
    """
    H = h_prev.shape[1]
    both = np.concatenate(seen(h_prev, x), axis=1)
    a = {place: both @ params[f"W_{n}"] + bias * params[f"b_{n}"] for place, n in zip("zr", networks, strict=False)}
    W = params[f"W_{networks[2]}"]
    v = SimpleNamespace(x=x, h=h_prev, z=gate(a["z"]), r=gate(a["r"]), W=W, W_hh=W[:H], W_xh=W[H:])
    v.b = bias * params[f"b_{networks[2]}"]
    v.C = candidate(inner(v))
    return mix(v)


def cell_backward(dh, x, h_prev, params, *, back=lambda v: v.dh * (1 - v.z) + v.drh * v.r, back_through="zr",
                  out_through="zrh", turned=lambda W: W.T, gathered=lambda v: {"z": v.hx, "r": v.hx, "h": v.rhx},
                  summed=lambda d: d.sum(axis=0), **inner):
    """gru_step_backward; v holds the step's values; inner: z, r or h to the gradient at that pre-activation.

    back: dh_prev but for the ways through the gates; back_through, out_through: the networks on the way to h and to x;
    turned: a matrix as it stands on the way back to h; gathered: what dW is made of; summed: what becomes of bias gradients.
    """
    H = h_prev.shape[1]
    v = SimpleNamespace(dh=dh, x=x, h_prev=h_prev, hx=np.concatenate([h_prev, x], axis=1), W_hh=params["W_h"][:H])
    v.a_z, v.a_r = (v.hx @ params[f"W_{n}"] + params[f"b_{n}"] for n in "zr")
    v.z, v.r = sigmoid(v.a_z), sigmoid(v.a_r)
    v.rhx = np.concatenate([v.r * h_prev, x], axis=1)
    v.C = np.tanh(v.rhx @ params["W_h"] + params["b_h"])
    v.h = (1 - v.z) * h_prev + v.z * v.C
    right = {
        "h": lambda v: v.dh * v.z * (1 - v.C**2), "r": lambda v: v.drh * v.h_prev * v.r * (1 - v.r),
        "z": lambda v: v.dh * (v.C - v.h_prev) * v.z * (1 - v.z),
    } | inner
    v.da_h = right["h"](v)
    v.drh = v.da_h @ turned(v.W_hh)
    da = {"z": right["z"](v), "r": right["r"](v), "h": v.da_h}
    grads = {f"W_{n}": gathered(v)[n].T @ d for n, d in da.items()} | {f"b_{n}": summed(d) for n, d in da.items()}
    dx = sum(da[n] @ params[f"W_{n}"][H:].T for n in out_through)
    dh_prev = back(v) + sum((da[n] @ turned(params[f"W_{n}"][:H]) for n in back_through), np.zeros(h_prev.shape))
    return dx, dh_prev, grads


def slopes(dh, x, h_prev, params, step):
    """The gradients of any step, right or wrong, by an imaginary nudge of one number at a time: exact to the last digits."""
    tiny = 1e-30

    def columns(value, at):
        """A number of every sample is nudged at once: samples do not meet in a step."""
        gradient = np.zeros(value.shape)
        for j in range(value.shape[1]):
            nudged = value.astype(complex)
            nudged[:, j] += 1j * tiny
            gradient[:, j] = np.sum(dh * at(nudged).imag, axis=1) / tiny
        return gradient

    grads = {key: np.zeros(value.shape) for key, value in params.items()}
    for key, gradient in grads.items():
        for place in np.ndindex(gradient.shape):
            nudged = params[key].astype(complex)
            nudged[place] += 1j * tiny
            gradient[place] = np.sum(dh * step(x, h_prev, params | {key: nudged}).imag) / tiny
    return columns(x, lambda v: step(v, h_prev, params)), columns(h_prev, lambda v: step(x, v, params)), grads
