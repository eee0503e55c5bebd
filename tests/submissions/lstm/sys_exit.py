# ---
# about: one answer calls sys.exit(); the others are right
# base: reference
# expect: {lstm_param_count: zero, status: any}
# ---
import sys

def lstm_param_count(input_size, hidden_size):
    print(4 * ((hidden_size + input_size) * hidden_size + hidden_size))
    sys.exit()
