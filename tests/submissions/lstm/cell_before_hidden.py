# ---
# about: returns (c, h) in place of (h, c)
# base: reference
# expect: {lstm_step: less, lstm_forward: less, lstm_backward: less, mistake: returns_c_first}
# ---
def lstm_step(x, h_prev, c_prev, params):
    hx = np.concatenate([h_prev, x], axis=1)
    f, i, o = (sigmoid(hx @ params["W_" + n] + params["b_" + n]) for n in "fio")
    c = f * c_prev + i * np.tanh(hx @ params["W_C"] + params["b_C"])
    h = o * np.tanh(c)
    return c, h
