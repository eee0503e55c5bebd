# ---
# about: right, and writes a warning to stderr in each call
# base: reference
# ---
import sys, warnings

# %%
def lstm_param_count(input_size, hidden_size):
    warnings.warn("counting")
    print("counting", file=sys.stderr)
    return 4 * ((hidden_size + input_size) * hidden_size + hidden_size)
