# ---
# about: carries dh back through time, but not dc
# base: reference
# expect: {lstm_backward: less, mistake: cuts_dc}
# ---
def lstm_backward(dhs, x, h0, c0, params):
    hs, cs = lstm_forward(x, h0, c0, params)
    dx, dh = np.zeros(x.shape), np.zeros(h0.shape)
    total = dict((k, np.zeros(v.shape)) for k, v in params.items())
    for t in reversed(range(x.shape[1])):
        h_prev, c_prev = (hs[:, t-1], cs[:, t-1]) if t > 0 else (h0, c0)
        dc = np.zeros(c0.shape)
        dx[:, t], dh, dc, step = lstm_step_backward(dhs[:, t] + dh, dc, x[:, t], h_prev, c_prev, params)
        for k in step:
            total[k] += step[k]
    return dx, dh, dc, total
