# ---
# about: copied the slide's misprint, i * c in place of i * candidate
# base: reference
# expect: {lstm_step: less, lstm_forward: less, lstm_backward: less, mistake: stores_the_old_cell_again}
# ---
def lstm_step(x, h_prev, c_prev, params):
    hx = np.concatenate([h_prev, x], axis=1)
    f_t = sigmoid(hx @ params["W_f"] + params["b_f"])
    i_t = sigmoid(hx @ params["W_i"] + params["b_i"])
    c_t = np.tanh(hx @ params["W_C"] + params["b_C"])
    c_t = f_t * c_prev + i_t * c_prev
    o_t = sigmoid(hx @ params["W_o"] + params["b_o"])
    h_t = o_t * np.tanh(c_t)
    return h_t, c_t
