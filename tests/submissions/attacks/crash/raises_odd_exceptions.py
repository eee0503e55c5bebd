# ---
# about: raises what is no Exception, and exceptions that cannot be shown
# base: wrong
# ---
class Unshowable(BaseException):
    def __str__(self):
        raise SystemExit("no")

    __repr__ = __str__

class Liar(type):
    def __getattribute__(cls, name):
        raise KeyboardInterrupt

class Odd(Exception, metaclass=Liar):
    pass

# %%
def lstm_step(x, h_prev, c_prev, params):
    raise KeyboardInterrupt("\ud800 \x00 \x1b[2J")

# %%
def lstm_forward(x, h0, c0, params):
    raise GeneratorExit

# %%
def lstm_step_backward(dh, dc, x, h_prev, c_prev, params):
    raise Unshowable

# %%
def lstm_backward(dhs, x, h0, c0, params):
    raise Odd

# %%
def lstm_param_count(input_size, hidden_size):
    raise type("<b>\x1b[31m" * 1000, (Exception,), {})("\ud800")

# %%
def lstm_to_keras(params):
    raise ExceptionGroup("many", [ValueError(1), ExceptionGroup("more", [KeyError(2)])])
