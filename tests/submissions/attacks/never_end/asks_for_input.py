# ---
# about: answers ask a question and wait for the keyboard
# base: wrong
# ---
import sys

# %%
def lstm_param_count(input_size, hidden_size):
    sys.stdin.read()
    sys.__stdin__.read()
    return int(input("how many? ")) or 11
