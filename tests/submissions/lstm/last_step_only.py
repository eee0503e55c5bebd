# ---
# about: wrote = for +=, so the weights' gradients are one step's
# base: reference
# expect: {lstm_backward: less, mistake: keeps_the_last_made_gradients}
# ---
def lstm_backward(dhs, x, h0, c0, params):
    hs, cs = lstm_forward(x, h0, c0, params)
    B, T, D = x.shape
    dx = np.zeros_like(x, dtype=float)
    dh_next, dc_next = np.zeros_like(h0), np.zeros_like(c0)
    grads = {k: np.zeros_like(v) for k, v in params.items()}
    for t in range(T - 1, -1, -1):
        h_prev = hs[:, t - 1] if t > 0 else h0
        c_prev = cs[:, t - 1] if t > 0 else c0
        dx[:, t], dh_next, dc_next, g = lstm_step_backward(dhs[:, t] + dh_next, dc_next, x[:, t], h_prev, c_prev, params)
        for k in grads:
            grads[k] = g[k]
    return dx, dh_next, dc_next, grads
