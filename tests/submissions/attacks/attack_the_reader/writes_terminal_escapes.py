# ---
# about: puts escape sequences, line ends and right-to-left marks where a log or a page shows them
# base: wrong
# ---
BAD = "\x1b]0;pwned\x07\x1b[2J\r\n2026-01-01 graded: 100\u202e\u2066\x9b31m"
print(BAD)
raise type("E\x1b[31mrror", (Exception,), {})(BAD)

# %% instead of lstm_param_count
def lstm_param_count(input_size, hidden_size):
    raise ValueError(BAD)

# %% instead of lstm_to_keras
def lstm_to_keras(params):
    return {BAD: 1}
