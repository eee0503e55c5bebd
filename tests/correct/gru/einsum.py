"""Products as einsum, networks stacked on an axis of their own; states collected in lists."""

import numpy as np

ORDER = ("z", "r", "h")


def sigmoid(x):
    out = np.empty(x.shape)
    positive = x >= 0
    out[positive] = 1 / (1 + np.exp(-x[positive]))
    e = np.exp(x[~positive])
    out[~positive] = e / (1 + e)
    return out


def stacked(params):
    return np.stack([params[f"W_{g}"] for g in ORDER]), np.stack([params[f"b_{g}"] for g in ORDER])


def values(x, h_prev, params):
    W, b = stacked(params)
    hx = np.append(h_prev, x, axis=-1)
    z, r = sigmoid(np.einsum("bk,gkh->gbh", hx, W[:2]) + b[:2, None])
    rhx = np.append(np.einsum("bh,bh->bh", r, h_prev), x, axis=-1)
    return hx, z, r, rhx, np.tanh(np.einsum("bk,kh->bh", rhx, W[2]) + b[2])


def gru_param_count(input_size, hidden_size, reset_after=False):
    return sum(h * (d + 1 + (1 if reset_after else 0)) for d, h in [(input_size + hidden_size, hidden_size)] * len(ORDER))


def gru_step(x, h_prev, params):
    _, z, _, _, candidate = values(x, h_prev, params)
    return np.einsum("gbh,gbh->bh", np.stack([1 - z, z]), np.stack([h_prev, candidate]))


def gru_forward(x, h0, params):
    states = [h0]
    for x_t in np.moveaxis(x, 1, 0):
        states.append(gru_step(x_t, states[-1], params))
    return np.stack(states[1:], axis=1)


def gru_step_backward(dh, x, h_prev, params):
    H = h_prev.shape[1]
    W, _ = stacked(params)
    hx, z, r, rhx, candidate = values(x, h_prev, params)
    da_h = dh * z * (1 - candidate) * (1 + candidate)
    back = np.einsum("bh,kh->bk", da_h, W[2])
    da = np.stack([dh * (candidate - h_prev) * z * (1 - z), back[:, :H] * h_prev * r * (1 - r)])
    gates = np.einsum("gbh,gkh->bk", da, W[:2])
    grads = {f"W_{g}": np.einsum("bk,bh->kh", hx, da[n]) for n, g in enumerate("zr")}
    grads |= {f"b_{g}": np.einsum("bh->h", da[n]) for n, g in enumerate("zr")}
    grads |= {"W_h": np.einsum("bk,bh->kh", rhx, da_h), "b_h": np.einsum("bh->h", da_h)}
    return [back[:, H:] + gates[:, H:], (1 - z) * dh + r * back[:, :H] + gates[:, :H], grads]


def gru_backward(dhs, x, h0, params):
    before = [h0, *np.moveaxis(gru_forward(x, h0, params), 1, 0)]
    dxs, total, dh = [], dict.fromkeys(params, 0.0), 0.0
    for t in range(x.shape[1])[::-1]:
        d, dh, grads = gru_step_backward(dhs[:, t] + dh, x[:, t], before[t], params)
        dxs.insert(0, d)
        total = {key: total[key] + grads[key] for key in total}
    return np.stack(dxs, axis=1), dh, total


def gru_to_keras(params):
    H = len(params["b_h"])
    W, b = stacked(params)
    sign = np.array([-1, 1, 1])
    side_by_side = np.einsum("g,gkh->kgh", sign, W).reshape(W.shape[1], 3 * H)
    return side_by_side[H:], side_by_side[:H], np.einsum("g,gh->gh", sign, b).ravel()
