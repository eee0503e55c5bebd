# ---
# about: sends a reply slower than any clock allows
# base: wrong
# ---
@PIPES@

# %%
import time

# %% instead of lstm_param_count
def lstm_param_count(input_size, hidden_size):
    for byte in frame(reply(1, answer=11)):
        send(bytes([byte]))
        time.sleep(0.2)
