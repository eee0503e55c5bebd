"""One matrix for all gates, split afterwards, as fast implementations do; preallocated arrays, in-place work on own copies."""

import numpy as np


def fuse(params):
    return np.hstack([params["W_" + g] for g in "ifoC"]), np.hstack([params["b_" + g] for g in "ifoC"])


def sigmoid_in_place(a):
    """0.5 * (1 + tanh(a / 2)) cannot overflow."""
    a *= 0.5
    np.tanh(a, out=a)
    a += 1
    a *= 0.5


def run(x, h, c, params):
    H = h.shape[1]
    W, b = fuse(params)
    z = np.hstack([h, x]) @ W
    z = z + b
    sigmoid_in_place(z[:, : 3 * H])
    np.tanh(z[:, 3 * H :], out=z[:, 3 * H :])
    i, f, o, g = np.split(z, 4, axis=1)
    c = np.multiply(f, c)
    c += i * g
    return o * np.tanh(c), c, (i, f, o, g)


def lstm_param_count(input_size, hidden_size):
    W = np.zeros((hidden_size + input_size, 4 * hidden_size))
    b = np.zeros(4 * hidden_size)
    return W.size + b.size


def lstm_step(x, h_prev, c_prev, params):
    h, c, _ = run(x, h_prev, c_prev, params)
    return h, c


def lstm_forward(x, h0, c0, params):
    B, T, _ = x.shape
    H = h0.shape[-1]
    hs = np.empty((T + 1, B, H))
    cs = np.empty((T + 1, B, H))
    hs[0], cs[0] = h0, c0
    for t in range(T):
        hs[t + 1], cs[t + 1], _ = run(x[:, t], hs[t], cs[t], params)
    return hs[1:].transpose(1, 0, 2), cs[1:].transpose(1, 0, 2)


def lstm_step_backward(dh, dc, x, h_prev, c_prev, params):
    H = h_prev.shape[1]
    W, _ = fuse(params)
    _, c, (i, f, o, g) = run(x, h_prev, c_prev, params)
    tanh_c = np.tanh(c)
    dc = dc.astype(float)
    dc += dh * o * (1 - np.square(tanh_c))
    dz = np.hstack([dc * g, dc * c_prev, dh * tanh_c, dc * i])
    gates = np.hstack([i, f, o])
    dz[:, : 3 * H] *= gates * (1 - gates)
    dz[:, 3 * H :] *= 1 - np.square(g)
    dW, db, dhx = np.hstack([h_prev, x]).T @ dz, dz.sum(0), dz @ W.T
    grads = {}
    for n, gate in enumerate("ifoC"):
        grads["W_" + gate] = dW[:, n * H : (n + 1) * H]
        grads["b_" + gate] = db[n * H : (n + 1) * H]
    return dhx[:, H:], dhx[:, :H], dc * f, grads


def lstm_backward(dhs, x, h0, c0, params):
    """Keeps every step's gradients of the weights and adds them up at the end."""
    T = x.shape[1]
    hs, cs = lstm_forward(x, h0, c0, params)
    h_prevs = np.concatenate([h0[:, None], hs], axis=1)
    c_prevs = np.concatenate([c0[:, None], cs], axis=1)
    dx, parts = np.zeros(x.shape), []
    dh, dc = np.zeros(h0.shape), np.zeros(c0.shape)
    for t in range(T - 1, -1, -1):
        dh = dh + dhs[:, t]
        dx[:, t], dh, dc, grads = lstm_step_backward(dh, dc, x[:, t], h_prevs[:, t], c_prevs[:, t], params)
        parts.append(grads)
    return dx, dh, dc, {key: np.sum([part[key] for part in parts], axis=0) for key in params}


def lstm_to_keras(params):
    H = params["b_f"].shape[0]
    W = np.hstack([params["W_i"], params["W_f"], params["W_C"], params["W_o"]])
    recurrent_kernel, kernel = np.split(W, [H])
    return kernel, recurrent_kernel, np.hstack([params["b_i"], params["b_f"], params["b_C"], params["b_o"]])
