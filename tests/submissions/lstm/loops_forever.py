# ---
# about: a while loop that never ends, since t stays 0
# base: reference
# expect: {status: partial, lstm_forward: zero, lstm_backward: zero}
# ---
def lstm_forward(x, h0, c0, params):
    B, T, D = x.shape
    H = h0.shape[1]
    hs = np.zeros((B, T, H))
    cs = np.zeros((B, T, H))
    h, c, t = h0, c0, 0
    while t < T:
        h, c = lstm_step(x[:, t, :], h, c, params)
        hs[:, t, :] = h
        cs[:, t, :] = c
    return hs, cs
