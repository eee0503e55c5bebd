# ---
# about: right, written with einsum throughout
# base: reference
# ---
def lstm_step(x, h_prev, c_prev, params):
    hx = np.concatenate([h_prev, x], axis=-1)
    a = np.einsum("bi,gij->gbj", hx, np.stack([params[f"W_{g}"] for g in "fiCo"]))
    a = a + np.stack([params[f"b_{g}"] for g in "fiCo"])[:, None]
    f, i, o = (0.5 * (1 + np.tanh(0.5 * a[g])) for g in (0, 1, 3))
    c = f * c_prev + i * np.tanh(a[2])
    return o * np.tanh(c), c

# %%
def lstm_step_backward(dh, dc, x, h_prev, c_prev, params):
    hx = np.concatenate([h_prev, x], axis=-1)
    W = np.stack([params[f"W_{g}"] for g in "fiCo"])
    a = np.einsum("bi,gij->gbj", hx, W) + np.stack([params[f"b_{g}"] for g in "fiCo"])[:, None]
    s = 0.5 * (1 + np.tanh(0.5 * a))
    f, i, o, g = s[0], s[1], s[3], np.tanh(a[2])
    tc = np.tanh(f * c_prev + i * g)
    dc = dc + np.einsum("bh,bh,bh->bh", dh, o, 1 - tc * tc)
    da = np.stack([dc * c_prev * f * (1 - f), dc * g * i * (1 - i), dc * i * (1 - g * g), dh * tc * o * (1 - o)])
    dW = np.einsum("bi,gbj->gij", hx, da)
    db = np.einsum("gbj->gj", da)
    dhx = np.einsum("gbj,gij->bi", da, W)
    H = h_prev.shape[-1]
    grads = {f"W_{name}": dW[k] for k, name in enumerate("fiCo")}
    grads.update({f"b_{name}": db[k] for k, name in enumerate("fiCo")})
    return dhx[:, H:], dhx[:, :H], dc * f, grads
