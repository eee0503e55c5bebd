# ---
# about: raises exceptions with a message of 60 MB
# base: wrong
# ---
def lstm_param_count(input_size, hidden_size):
    raise ValueError("FLOOD" * 12_000_000)

# %%
raise KeyError("FLOOD" * 12_000_000)
