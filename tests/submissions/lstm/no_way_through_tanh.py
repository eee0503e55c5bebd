# ---
# about: the gradient does not reach the cell through tanh(c)
# base: reference
# expect: {lstm_step_backward: less, lstm_backward: less, mistake: misses_the_way_through_h}
# ---
def lstm_step_backward(dh, dc, x, h_prev, c_prev, params):
    H = h_prev.shape[1]
    hx = np.concatenate([h_prev, x], axis=1)
    f = sigmoid(hx @ params["W_f"] + params["b_f"])
    i = sigmoid(hx @ params["W_i"] + params["b_i"])
    g = np.tanh(hx @ params["W_C"] + params["b_C"])
    o = sigmoid(hx @ params["W_o"] + params["b_o"])
    c = f * c_prev + i * g
    daf = dc * c_prev * f * (1 - f)
    dai = dc * g * i * (1 - i)
    dag = dc * i * (1 - g ** 2)
    dao = dh * np.tanh(c) * o * (1 - o)
    grads, dhx = {}, 0
    for name, da in zip("fiCo", (daf, dai, dag, dao)):
        grads["W_" + name] = hx.T @ da
        grads["b_" + name] = da.sum(axis=0)
        dhx = dhx + da @ params["W_" + name].T
    return dhx[:, H:], dhx[:, :H], dc * f, grads
