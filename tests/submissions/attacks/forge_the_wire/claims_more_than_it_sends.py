# ---
# about: a header that claims more than follows
# base: wrong
# ---
@PIPES@

# %% instead of lstm_param_count
def lstm_param_count(input_size, hidden_size):
    send(struct.pack("<4sIQ", b"RNN1", 4_000_000, 60_000_000) + b"{")
    import time
    time.sleep(60)
