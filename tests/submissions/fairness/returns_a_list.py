# ---
# about: right, but hands its answers back in a list
# base: reference
# ---
def lstm_step(x, h_prev, c_prev, params):
    hx = np.concatenate([h_prev, x], axis=1)
    f, i, o = (sigmoid(hx @ params["W_" + g] + params["b_" + g]) for g in "fio")
    c = f * c_prev + i * np.tanh(hx @ params["W_C"] + params["b_C"])
    return [o * np.tanh(c), c]
