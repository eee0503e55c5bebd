# ---
# about: headers and arrays with impossible sizes
# base: wrong
# ---
@PIPES@

# %% instead of lstm_param_count
def lstm_param_count(input_size, hidden_size):
    send(struct.pack("<4sIQ", b"RNN1", 2**32 - 1, 2**64 - 1))

# %% instead of lstm_to_keras
def lstm_to_keras(params):
    send(frame(reply(number(), answer={"$": "array", "dtype": "f8", "shape": [0, 1 << 26, 1 << 26, 1 << 26]})))

# %% instead of lstm_step
def lstm_step(x, h_prev, c_prev, params):
    send(frame(reply(number(), answer={"$": "array", "dtype": "f8", "shape": [1 << 26, 1 << 26]}), b"12345678"))

# %% instead of lstm_forward
def lstm_forward(x, h0, c0, params):
    send(frame(reply(number(), answer={"$": "scalar", "dtype": "O", "shape": []}), b"12345678"))

# %% instead of lstm_step_backward
def lstm_step_backward(dh, dc, x, h_prev, c_prev, params):
    send(frame(reply(number(), answer={"$": "array", "dtype": "f8", "shape": [-1, True, 1.5, "2"]}), b"12345678"))
