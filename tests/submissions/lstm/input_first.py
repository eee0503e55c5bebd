# ---
# about: stacked [x, h] where the weights expect [h, x]
# base: reference
# expect: {lstm_step: less, lstm_forward: less, lstm_backward: less, mistake: stacks_x_before_h}
# ---
def lstm_step(x, h_prev, c_prev, params):
    inputs = np.concatenate([x, h_prev], axis=-1)
    gates = {}
    for k in ['f', 'i', 'o']:
        gates[k] = sigmoid(inputs.dot(params['W_' + k]) + params['b_' + k])
    candidate = np.tanh(inputs.dot(params['W_C']) + params['b_C'])
    c_next = gates['f'] * c_prev + gates['i'] * candidate
    h_next = gates['o'] * np.tanh(c_next)
    return h_next, c_next
