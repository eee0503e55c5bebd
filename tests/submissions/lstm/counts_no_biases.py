# ---
# about: counts the weights without the biases
# base: reference
# expect: {lstm_param_count: less, mistake: forgets_the_biases}
# ---
def lstm_param_count(input_size, hidden_size):
    return 4 * (hidden_size * input_size + hidden_size ** 2)
