# ---
# about: right, and counts its own calls in a global
# base: reference
# ---
calls = 0

# %%
def lstm_param_count(input_size, hidden_size):
    global calls
    calls += 1
    return 4 * ((hidden_size + input_size) * hidden_size + hidden_size)
