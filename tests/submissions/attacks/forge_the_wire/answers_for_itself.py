# ---
# about: sends a forged reply with its right number before the worker can
# base: wrong
# ---
@PIPES@

# %% instead of lstm_param_count
def lstm_param_count(input_size, hidden_size):
    send(frame(reply(number(), answer=11, changed={"$": "list", "items": [0, 10**30, -1, "x", None]}, missing=False, outcome="passed", points=100)))
    return 11

# %% instead of lstm_to_keras
def lstm_to_keras(params):
    send(frame(reply(number(), error={"$": "dict", "items": [["kind", ["$"]], ["message", 5]]})))

# %% instead of lstm_step
def lstm_step(x, h_prev, c_prev, params):
    send(frame(reply(number(), error={"$": "dict", "items": [["kind", "ValueError"], ["message", "\ud800"], ["cell", 10**400], ["line", -5]]})))

# %% instead of lstm_forward
def lstm_forward(x, h0, c0, params):
    send(frame(reply(number(), error={"$": "list", "items": []}, succeeded=True)))
