# ---
# about: reads address zero
# base: wrong
# ---
import ctypes

# %%
def lstm_param_count(input_size, hidden_size):
    return ctypes.string_at(0)
