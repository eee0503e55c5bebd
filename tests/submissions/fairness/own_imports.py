# ---
# about: right, with imports repeated and NumPy under another name
# base: reference
# ---
import numpy, math
import numpy as np
from numpy import exp, tanh, concatenate

# %%
def lstm_param_count(input_size, hidden_size):
    return int(math.prod((4, hidden_size, hidden_size + input_size + 1)))
