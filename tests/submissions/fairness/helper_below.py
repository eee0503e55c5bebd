# ---
# about: right, with a helper that is defined in a later cell
# base: reference
# ---
def lstm_param_count(input_size, hidden_size):
    return 4 * one_network(input_size, hidden_size)

# %%
def one_network(D, H):
    return (H + D) * H + H
