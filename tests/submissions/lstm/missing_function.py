# ---
# about: named one function differently, so it is missing
# base: reference
# expect: {lstm_param_count: zero}
# ---
# %% instead of lstm_param_count
def count_parameters(input_size, hidden_size):
    return 4 * ((hidden_size + input_size) * hidden_size + hidden_size)
