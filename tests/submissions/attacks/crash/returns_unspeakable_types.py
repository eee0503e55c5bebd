# ---
# about: returns values whose type cannot be asked for its name
# base: wrong
# ---
class Liar(type):
    def __getattribute__(cls, name):
        raise SystemExit("no")

class Odd(metaclass=Liar):
    pass

# %%
def lstm_param_count(input_size, hidden_size):
    return Odd()

# %%
def lstm_to_keras(params):
    return type("<b>" * 200 + "\x1b]0;pwned\x07", (), {})()

# %%
def lstm_step(x, h_prev, c_prev, params):
    return {"\ud800": 1, "\x00": Odd}, "\ud83d"
