# ---
# about: starts the sequence from zeros and ignores h0 and c0
# base: reference
# expect: {lstm_forward: less, lstm_backward: less, mistake: starts_from_zeros}
# ---
def lstm_forward(x, h0, c0, params):
    batch, steps, _ = x.shape
    units = h0.shape[1]
    h = np.zeros((batch, units))
    c = np.zeros((batch, units))
    all_h, all_c = [], []
    for t in range(steps):
        h, c = lstm_step(x[:, t, :], h, c, params)
        all_h.append(h)
        all_c.append(c)
    return np.stack(all_h, axis=1), np.stack(all_c, axis=1)
