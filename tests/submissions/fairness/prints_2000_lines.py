# ---
# about: right, and prints 2,000 lines in each call
# base: reference
# ---
def lstm_param_count(input_size, hidden_size):
    for i in range(2000):
        print("line", i)
    return 4 * ((hidden_size + input_size) * hidden_size + hidden_size)
