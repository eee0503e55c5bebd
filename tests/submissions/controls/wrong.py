# ---
# about: wrong answers of the right form, and nothing else
# base: stub
# ---
def lstm_step(x, h_prev, c_prev, params):
    return np.full(h_prev.shape, 0.25), np.full(c_prev.shape, -0.75)

# %%
def lstm_forward(x, h0, c0, params):
    shape = (x.shape[0], x.shape[1], h0.shape[1])
    return np.full(shape, 0.5), np.full(shape, -0.5)

# %%
def lstm_step_backward(dh, dc, x, h_prev, c_prev, params):
    grads = {name: np.full(value.shape, 0.125) for name, value in params.items()}
    return np.full(x.shape, 0.25), np.full(h_prev.shape, 0.5), np.full(c_prev.shape, 0.75), grads

# %%
def lstm_backward(dhs, x, h0, c0, params):
    grads = {name: np.full(value.shape, 0.625) for name, value in params.items()}
    return np.full(x.shape, 0.25), np.full(h0.shape, 0.5), np.full(c0.shape, 0.75), grads

# %%
def lstm_param_count(input_size, hidden_size):
    return 11

# %%
def lstm_to_keras(params):
    rows, units = params["W_f"].shape
    return np.full((rows - units, 4 * units), 0.25), np.full((units, 4 * units), 0.5), np.full(4 * units, 0.75)
