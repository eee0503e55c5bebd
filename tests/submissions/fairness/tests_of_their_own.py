# ---
# about: right, with asserts and prints of the student's own below each answer
# base: reference
# ---
def lstm_param_count(input_size, hidden_size):
    return 4 * ((hidden_size + input_size) * hidden_size + hidden_size)

assert lstm_param_count(2, 3) == 72
print(lstm_param_count(1, 1))
# %%
assert lstm_param_count(2, 3) == 73, "I changed my mind"
