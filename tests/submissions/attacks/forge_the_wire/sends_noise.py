# ---
# about: writes noise to every pipe it holds
# base: wrong
# ---
@PIPES@

# %%
send(os.urandom(5000))

# %% instead of lstm_param_count
def lstm_param_count(input_size, hidden_size):
    send(os.urandom(5000))
    return 11
