# ---
# about: returns values that are nested too deep, contain themselves, or are too many
# base: wrong
# ---
def lstm_param_count(input_size, hidden_size):
    value = []
    for i in range(100_000):
        value = [value]
    return value

# %%
def lstm_to_keras(params):
    me = {}
    me["me"] = [me, (me,)]
    return me

# %%
def lstm_step(x, h_prev, c_prev, params):
    return [0.0] * 3_000_000

# %%
def lstm_forward(x, h0, c0, params):
    level = "x" * 1000
    for i in range(10):
        level = [level] * 10
    return level

# %%
def lstm_step_backward(dh, dc, x, h_prev, c_prev, params):
    return 10 ** 100_000, "x" * 50_000_000
