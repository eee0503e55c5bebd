# ---
# about: JSON that is nested, repeated, cut and wrong in every way
# base: wrong
# ---
@PIPES@

# %% instead of lstm_param_count
def lstm_param_count(input_size, hidden_size):
    send(frame(b"[" * 1_000_000))

# %% instead of lstm_to_keras
def lstm_to_keras(params):
    send(frame(b'{"$": "dict", "items": [["n", ' + b"9" * 100_000 + b"]]}"))

# %% instead of lstm_step
def lstm_step(x, h_prev, c_prev, params):
    send(frame(b'{"$": "dict", "items": [["n", NaN], ["n", 1e999], ["answer", "\\ud800"]]}'))

# %% instead of lstm_forward
def lstm_forward(x, h0, c0, params):
    send(frame(b"\xff\xfe\x00"))

# %% instead of lstm_backward
def lstm_backward(dhs, x, h0, c0, params):
    send(frame({"$": "array", "dtype": "b1", "shape": [1]}, b"\x07"))
