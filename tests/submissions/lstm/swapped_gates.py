# ---
# about: forget and input gate swapped in the step
# base: reference
# expect: {lstm_step: less, lstm_forward: less, lstm_backward: less, mistake: swaps_forget_and_input}
# ---
def sig(z):
    return 1 / (1 + np.exp(-z))

def lstm_step(x, h_prev, c_prev, params):
    z = np.hstack((h_prev, x))
    ft = sig(np.dot(z, params['W_f']) + params['b_f'])
    it = sig(np.dot(z, params['W_i']) + params['b_i'])
    ct_hat = np.tanh(np.dot(z, params['W_C']) + params['b_C'])
    ot = sig(np.dot(z, params['W_o']) + params['b_o'])
    ct = it * c_prev + ft * ct_hat
    ht = ot * np.tanh(ct)
    return ht, ct
