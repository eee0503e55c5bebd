# ---
# about: returns single numbers and single rows, which broadcast against whole answers
# base: wrong
# ---
def lstm_step(x, h_prev, c_prev, params):
    return 0.25, np.full((1, c_prev.shape[1]), -0.75)

# %%
def lstm_to_keras(params):
    return np.float64(0.25), np.array([0.5]), np.array(0.75)
