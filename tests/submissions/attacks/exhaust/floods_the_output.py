# ---
# about: prints 60 MB in a cell, and more in an answer
# base: wrong
# ---
import sys

for i in range(60):
    print("FLOOD" * 200_000)

# %% instead of lstm_param_count
def lstm_param_count(input_size, hidden_size):
    for i in range(20):
        sys.stderr.write("FLOOD" * 200_000)
    return 11
