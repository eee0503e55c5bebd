# ---
# about: zeros of the right form, and nothing else
# base: stub
# ---
def lstm_step(x, h_prev, c_prev, params):
    return np.zeros(h_prev.shape), np.zeros(c_prev.shape)

# %%
def lstm_forward(x, h0, c0, params):
    shape = (x.shape[0], x.shape[1], h0.shape[1])
    return np.zeros(shape), np.zeros(shape)

# %%
def lstm_step_backward(dh, dc, x, h_prev, c_prev, params):
    grads = {name: np.zeros(value.shape) for name, value in params.items()}
    return np.zeros(x.shape), np.zeros(h_prev.shape), np.zeros(c_prev.shape), grads

# %%
def lstm_backward(dhs, x, h0, c0, params):
    grads = {name: np.zeros(value.shape) for name, value in params.items()}
    return np.zeros(x.shape), np.zeros(h0.shape), np.zeros(c0.shape), grads

# %%
def lstm_param_count(input_size, hidden_size):
    return 0

# %%
def lstm_to_keras(params):
    rows, units = params["W_f"].shape
    return np.zeros((rows - units, 4 * units)), np.zeros((units, 4 * units)), np.zeros(4 * units)
