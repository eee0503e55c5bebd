# ---
# about: returns arrays of a GiB and more that take no memory yet
# base: wrong
# ---
def lstm_param_count(input_size, hidden_size):
    return np.zeros(1 << 27)

# %%
def lstm_to_keras(params):
    return np.broadcast_to(np.float64(1), (1 << 40,)), np.lib.stride_tricks.as_strided(np.zeros(1), (1 << 30, 1 << 20), (0, 0)), np.zeros(0)
