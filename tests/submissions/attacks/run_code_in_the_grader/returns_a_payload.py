# ---
# about: returns objects that run code when they are unpickled, shown or compared
# base: wrong
# ---
import os

class Payload:
    def __reduce__(self):
        return os.system, ("echo pwned > @VICTIM@; touch @OUT@/pwned",)

    def __repr__(self):
        os.system("echo pwned > @VICTIM@")
        return "payload"

    __str__ = __format__ = __repr__

# %%
def lstm_step(x, h_prev, c_prev, params):
    return np.array([Payload()], dtype=object), Payload()

# %%
def lstm_param_count(input_size, hidden_size):
    return Payload()

# %%
def lstm_to_keras(params):
    return {Payload(): Payload()}
