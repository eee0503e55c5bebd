# ---
# about: right numbers, but overwrites the caller's c_prev
# base: reference
# expect: {lstm_step: less, lstm_forward: less, lstm_backward: less, mistake: writes_into_c_prev}
# ---
def lstm_step(x, h_prev, c_prev, params):
    hx = np.concatenate([h_prev, x], axis=1)
    c = c_prev
    c *= sigmoid(hx @ params["W_f"] + params["b_f"])
    c += sigmoid(hx @ params["W_i"] + params["b_i"]) * np.tanh(hx @ params["W_C"] + params["b_C"])
    h = sigmoid(hx @ params["W_o"] + params["b_o"]) * np.tanh(c)
    return h, c
