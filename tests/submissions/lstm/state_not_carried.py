# ---
# about: uses h0 and c0 again at every step
# base: reference
# expect: {lstm_forward: less, lstm_backward: less, mistake: carries_nothing}
# ---
def lstm_forward(x, h0, c0, params):
    B, T, D = x.shape
    H = h0.shape[1]
    hs = np.zeros((B, T, H))
    cs = np.zeros((B, T, H))
    for t in range(T):
        hs[:, t, :], cs[:, t, :] = lstm_step(x[:, t, :], h0, c0, params)
    return hs, cs
