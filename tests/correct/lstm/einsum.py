"""Products as einsum, all four networks stacked on an axis of their own; states collected in lists."""

import numpy as np

ORDER = ("f", "i", "C", "o")


def sigmoid(x):
    out = np.empty(x.shape)
    positive = x >= 0
    out[positive] = 1 / (1 + np.exp(-x[positive]))
    e = np.exp(x[~positive])
    out[~positive] = e / (1 + e)
    return out


def stacked(params):
    return np.stack([params[f"W_{g}"] for g in ORDER]), np.stack([params[f"b_{g}"] for g in ORDER])


def forward(x, h_prev, c_prev, params):
    W, b = stacked(params)
    hx = np.append(h_prev, x, axis=-1)
    a = np.einsum("bk,gkh->gbh", hx, W) + b[:, None]
    f, i, o = sigmoid(a[0]), sigmoid(a[1]), sigmoid(a[3])
    candidate = np.tanh(a[2])
    return hx, f, i, candidate, o, f * c_prev + i * candidate


def lstm_param_count(input_size, hidden_size):
    return sum(h * (d + 1) for d, h in [(input_size + hidden_size, hidden_size)] * len(ORDER))


def lstm_step(x, h_prev, c_prev, params):
    _, _, _, _, o, c = forward(x, h_prev, c_prev, params)
    return [o * np.tanh(c), c]


def lstm_forward(x, h0, c0, params):
    states = [(h0, c0)]
    for x_t in np.moveaxis(x, 1, 0):
        states.append(lstm_step(x_t, *states[-1], params))
    hs, cs = zip(*states[1:], strict=True)
    return np.stack(hs, axis=1), np.stack(cs, axis=1)


def lstm_step_backward(dh, dc, x, h_prev, c_prev, params):
    H = h_prev.shape[1]
    W, _ = stacked(params)
    hx, f, i, candidate, o, c = forward(x, h_prev, c_prev, params)
    total = dc + dh * o / np.cosh(np.clip(c, -300, 300)) ** 2
    da = np.stack([
        total * c_prev * f * (1 - f), total * candidate * i * (1 - i),
        total * i * (1 - candidate) * (1 + candidate), dh * np.tanh(c) * o * (1 - o),
    ])
    dhx = np.einsum("gbh,gkh->bk", da, W)
    dW, db = np.einsum("bk,gbh->gkh", hx, da), np.einsum("gbh->gh", da)
    grads = {f"W_{g}": dW[n] for n, g in enumerate(ORDER)} | {f"b_{g}": db[n] for n, g in enumerate(ORDER)}
    return dhx[:, H:], dhx[:, :H], total * f, grads


def lstm_backward(dhs, x, h0, c0, params):
    hs, cs = lstm_forward(x, h0, c0, params)
    before_h, before_c = [h0, *np.moveaxis(hs, 1, 0)], [c0, *np.moveaxis(cs, 1, 0)]
    dxs, total = [], dict.fromkeys(params, 0.0)
    dh, dc = 0.0, np.zeros(c0.shape)
    for t in range(x.shape[1])[::-1]:
        d, dh, dc, grads = lstm_step_backward(dhs[:, t] + dh, dc, x[:, t], before_h[t], before_c[t], params)
        dxs.insert(0, d)
        total = {key: total[key] + grads[key] for key in total}
    return np.stack(dxs, axis=1), dh, dc, total


def lstm_to_keras(params):
    H = len(params["b_o"])
    W, b = stacked(params)
    W, b = W[[1, 0, 2, 3]], b[[1, 0, 2, 3]]
    side_by_side = np.einsum("gkh->kgh", W).reshape(W.shape[1], 4 * H)
    return side_by_side[H:], side_by_side[:H], b.ravel()
