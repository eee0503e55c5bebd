# ---
# title: "LSTM: a cell that remembers"
# order: 4
# requires: [activations, rnn, bptt]
# minutes: 150
# packages: [numpy, matplotlib]
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # LSTM: a cell that remembers

# %% tags=["given"]
import numpy as np


def sigmoid(x):
    """σ(x) = 1 / (1 + e^{-x}), written so that it cannot overflow; any shape."""
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, e) / (1.0 + e)


# %% tags=["staff"]
from autograder.authoring import grader  # noqa: E402  students get the real one in their first cell


# %% tags=["exercise"]
def lstm_step(x, h_prev, c_prev, params):
    """One time step of an LSTM cell.

    x: x_t, shape (B, D); h_prev: h_{t-1}, shape (B, H); c_prev: C_{t-1}, shape (B, H);
    params: dict of W_f, W_i, W_C, W_o, each (H + D, H), and b_f, b_i, b_C, b_o, each (H,).
    Returns (h, c): h_t and C_t, each (B, H), float64. Changes none of its arguments.
    """
    hx = np.concatenate([h_prev, x], axis=1)  # [h_{t-1}, x_t]
    f = sigmoid(hx @ params["W_f"] + params["b_f"])  # what to keep of C_{t-1}
    i = sigmoid(hx @ params["W_i"] + params["b_i"])  # what to let in
    c_tilde = np.tanh(hx @ params["W_C"] + params["b_C"])  # the candidate
    c = f * c_prev + i * c_tilde  # long-term memory
    o = sigmoid(hx @ params["W_o"] + params["b_o"])  # what to show
    h = o * np.tanh(c)  # short-term memory
    return h, c


# %% tags=["exercise"]
def lstm_forward(x, h0, c0, params):
    """Run the cell over a sequence, carrying h and c from step to step.

    x: shape (B, T, D); h0, c0: the states before the first step, each (B, H); params: as in lstm_step.
    Returns (hs, cs): every h_t and every C_t, each (B, T, H). Changes none of its arguments.
    """
    B, T, _ = x.shape
    hs, cs = np.empty((B, T, h0.shape[1])), np.empty((B, T, h0.shape[1]))
    h, c = h0, c0
    for t in range(T):
        h, c = lstm_step(x[:, t], h, c, params)
        hs[:, t], cs[:, t] = h, c
    return hs, cs


# %% tags=["exercise"]
def lstm_step_backward(dh, dc, x, h_prev, c_prev, params):
    """Backpropagate through one step: the gradient of a loss L with respect to all that went in.

    dh: dL/dh_t, shape (B, H); dc: the part of dL/dC_t that comes from step t+1, shape (B, H), so the way through
    h_t = o_t * tanh(C_t) is still to be added; x, h_prev, c_prev, params: the step's inputs, as in lstm_step.
    Returns (dx, dh_prev, dc_prev, grads): shapes of x, h_prev and c_prev, and a dict with the keys and shapes of params.
    Gradients are summed over the batch, not averaged. Changes none of its arguments.
    """
    H = h_prev.shape[1]
    hx = np.concatenate([h_prev, x], axis=1)
    f = sigmoid(hx @ params["W_f"] + params["b_f"])
    i = sigmoid(hx @ params["W_i"] + params["b_i"])
    c_tilde = np.tanh(hx @ params["W_C"] + params["b_C"])
    o = sigmoid(hx @ params["W_o"] + params["b_o"])
    tanh_c = np.tanh(f * c_prev + i * c_tilde)
    dc = dc + dh * o * (1 - tanh_c**2)  # C_t reaches the loss through step t+1 and through h_t
    da = {  # gradients at the four pre-activations
        "f": dc * c_prev * f * (1 - f),
        "i": dc * c_tilde * i * (1 - i),
        "C": dc * i * (1 - c_tilde**2),
        "o": dh * tanh_c * o * (1 - o),
    }
    grads = {f"W_{gate}": hx.T @ d for gate, d in da.items()}
    grads |= {f"b_{gate}": d.sum(axis=0) for gate, d in da.items()}
    dhx = sum(d @ params[f"W_{gate}"].T for gate, d in da.items())
    dh_prev, dx = dhx[:, :H], dhx[:, H:]
    dc_prev = dc * f
    return dx, dh_prev, dc_prev, grads


# %% tags=["exercise"]
def lstm_backward(dhs, x, h0, c0, params):
    """Backpropagation through time for the whole sequence.

    dhs: the loss's direct gradient with respect to every h_t, shape (B, T, H); x, h0, c0, params: as in lstm_forward.
    Returns (dx, dh0, dc0, grads): shapes of x, h0 and c0, and a dict with the keys and shapes of params, summed over
    batch and time. Changes none of its arguments.
    """
    hs, cs = lstm_forward(x, h0, c0, params)
    dx, dh, dc = np.empty(x.shape), np.zeros(h0.shape), np.zeros(c0.shape)
    grads = {key: np.zeros(value.shape) for key, value in params.items()}
    for t in reversed(range(x.shape[1])):
        h_prev, c_prev = (hs[:, t - 1], cs[:, t - 1]) if t else (h0, c0)
        dx[:, t], dh, dc, step = lstm_step_backward(dhs[:, t] + dh, dc, x[:, t], h_prev, c_prev, params)
        for key in grads:
            grads[key] += step[key]
    dh0, dc0 = dh, dc
    return dx, dh0, dc0, grads


# %% tags=["exercise"]
def lstm_param_count(input_size, hidden_size):
    """How many numbers an LSTM cell learns: four inner networks, each with a matrix (H + D, H) and a bias (H,).

    input_size: D; hidden_size: H; both int. Returns an int.

    >>> lstm_param_count(2, 3)  # four times (3 + 2) * 3 weights and 3 biases
    72
    """
    per_network = (hidden_size + input_size) * hidden_size + hidden_size
    return 4 * per_network


# %% tags=["exercise"]
def lstm_to_keras(params):
    """Pack the weights as `keras.layers.LSTM` holds them: gates side by side in the order i, f, C, o.

    params: as in lstm_step. Returns (kernel, recurrent_kernel, bias): shapes (D, 4H), (H, 4H) and (4H,); kernel acts on
    x_t, recurrent_kernel on h_{t-1}. Changes none of its arguments.
    """
    H = params["b_f"].size
    W = np.concatenate([params[f"W_{gate}"] for gate in "ifCo"], axis=1)
    bias = np.concatenate([params[f"b_{gate}"] for gate in "ifCo"])
    kernel, recurrent_kernel = W[H:], W[:H]
    return kernel, recurrent_kernel, bias
