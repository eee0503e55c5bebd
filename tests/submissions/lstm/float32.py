# ---
# about: right, computed in float32
# base: reference
# ---
def lstm_step(x, h_prev, c_prev, params):
    x, h_prev, c_prev = (a.astype(np.float32) for a in (x, h_prev, c_prev))
    p = {k: v.astype("float32") for k, v in params.items()}
    hx = np.concatenate([h_prev, x], axis=1)
    f = sigmoid(hx @ p["W_f"] + p["b_f"])
    i = sigmoid(hx @ p["W_i"] + p["b_i"])
    c_tilde = np.tanh(hx @ p["W_C"] + p["b_C"])
    c = f * c_prev + i * c_tilde
    o = sigmoid(hx @ p["W_o"] + p["b_o"])
    return o * np.tanh(c), c

# %%
def lstm_forward(x, h0, c0, params):
    h, c = h0.astype(np.float32), c0.astype(np.float32)
    hs, cs = [], []
    for t in range(x.shape[1]):
        h, c = lstm_step(x[:, t], h, c, params)
        hs.append(h), cs.append(c)
    return np.stack(hs, 1), np.stack(cs, 1)
