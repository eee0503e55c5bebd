# ---
# about: returns complex, huge, half, boolean and textual numbers, and lists for tuples
# base: wrong
# ---
def lstm_param_count(input_size, hidden_size):
    return 10**300

# %%
def lstm_step(x, h_prev, c_prev, params):
    return h_prev + 1j, c_prev * 1j

# %%
def lstm_forward(x, h0, c0, params):
    shape = (x.shape[0], x.shape[1], h0.shape[1])
    return [np.full(shape, 0.5), np.full(shape, -0.5)]

# %%
def lstm_step_backward(dh, dc, x, h_prev, c_prev, params):
    grads = {name: value.tolist() for name, value in params.items()}
    return x.astype(str), h_prev.astype(bool), c_prev.astype(np.float16) * np.inf, grads

# %%
def lstm_backward(dhs, x, h0, c0, params):
    return [[x, x], -(10**30), (np.uint64(2**64 - 1), float("-inf")), {1: 2, None: 3}]

# %%
def lstm_to_keras(params):
    rows, units = params["W_f"].shape
    return [np.full((rows - units, 4 * units), 0.25), np.full((units, 4 * units), 0.5), np.full(4 * units, 0.75)]
