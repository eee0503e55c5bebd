# ---
# about: forgot the biases of all four gates
# base: reference
# expect: {lstm_step: less, lstm_forward: less, lstm_backward: less, mistake: forgets_the_biases}
# ---
def lstm_step(x, h_prev, c_prev, params):
    concat = np.concatenate((h_prev, x), axis=1)
    f = sigmoid(concat @ params["W_f"])
    i = sigmoid(concat @ params["W_i"])
    g = np.tanh(concat @ params["W_C"])
    o = sigmoid(concat @ params["W_o"])
    c = c_prev * f + i * g
    return o * np.tanh(c), c
