# ---
# about: returns arrays in which every entry is masked
# base: wrong
# ---
def lstm_step(x, h_prev, c_prev, params):
    return np.ma.masked_all(h_prev.shape), np.ma.masked_all(c_prev.shape)

# %%
def lstm_param_count(input_size, hidden_size):
    return np.ma.masked
