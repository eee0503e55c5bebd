# ---
# about: stays in one long call of C code
# base: wrong
# ---
def lstm_param_count(input_size, hidden_size):
    return len(str(7 ** (10 ** 9)))
