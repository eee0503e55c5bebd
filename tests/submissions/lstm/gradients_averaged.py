# ---
# about: averages gradients over the batch where they are summed
# base: reference
# expect: {lstm_step_backward: less, lstm_backward: less, mistake: divides_by_the_batch}
# ---
def lstm_step_backward(dh, dc, x, h_prev, c_prev, params):
    B, H = h_prev.shape
    z = np.hstack([h_prev, x])
    f = sigmoid(z @ params["W_f"] + params["b_f"])
    i = sigmoid(z @ params["W_i"] + params["b_i"])
    cc = np.tanh(z @ params["W_C"] + params["b_C"])
    o = sigmoid(z @ params["W_o"] + params["b_o"])
    c = f * c_prev + i * cc
    dc = dc + dh * o * (1 - np.tanh(c) ** 2)
    d = {"f": dc * c_prev * f * (1 - f), "i": dc * cc * i * (1 - i),
         "C": dc * i * (1 - cc ** 2), "o": dh * np.tanh(c) * o * (1 - o)}
    grads = {}
    for k in d:
        grads["W_" + k] = z.T @ d[k] / B
        grads["b_" + k] = np.mean(d[k], axis=0)
    dz = sum(d[k] @ params["W_" + k].T for k in d)
    return dz[:, H:], dz[:, :H], dc * f, grads
