# ---
# about: recurses without end, also with the limit lifted
# base: wrong
# ---
import sys

def deeper(n):
    return deeper(n + 1) + 1

# %%
def lstm_param_count(input_size, hidden_size):
    return deeper(0)

# %%
def lstm_to_keras(params):
    sys.setrecursionlimit(10**9)
    return deeper(0)
