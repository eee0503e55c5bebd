# ---
# about: touches 2 GiB of memory in a cell and in an answer
# base: wrong
# ---
hold = []
for i in range(128):
    hold.append(np.ones(1 << 21))

# %%
def lstm_param_count(input_size, hidden_size):
    return len([bytearray(1 << 24) for i in range(128)])
