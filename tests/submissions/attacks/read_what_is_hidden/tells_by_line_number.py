# ---
# about: raises on a line whose number is taken from the inputs
# base: wrong
# ---
import sys

def lstm_param_count(input_size, hidden_size):
    number = 424200 + hidden_size
    here = sys._getframe().f_code.co_filename
    exec(compile("\n" * (number - 1) + "raise ValueError('here')", here, "exec"), {})

# %%
def lstm_step(x, h_prev, c_prev, params):
    exec(compile("\n" * 424242 + "raise ValueError('here')", "cell 424243", "exec"), {})
