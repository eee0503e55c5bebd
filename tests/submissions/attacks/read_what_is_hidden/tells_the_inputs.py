# ---
# about: prints, raises and returns the hidden inputs in every way it can think of
# base: wrong
# ---
import sys, warnings

def tell(x):
    word = "INPUT:" + np.asarray(x, dtype=float).tobytes().hex()[:32]
    print(word)
    print(word, file=sys.stderr)
    warnings.warn(word)
    open("told", "w").write(word)
    return word

# %%
def lstm_step(x, h_prev, c_prev, params):
    raise ValueError(tell(x))

# %%
def lstm_forward(x, h0, c0, params):
    raise type(tell(x), (Exception,), {})(tell(x))

# %%
def lstm_step_backward(dh, dc, x, h_prev, c_prev, params):
    return dh, dh, dh, {tell(x): dh}

# %%
def lstm_backward(dhs, x, h0, c0, params):
    return type(tell(x), (), {})()

# %%
def lstm_to_keras(params):
    word = tell(params["W_f"])
    space = {}
    exec(compile(f"def {word.replace(':', '_')}():\n    raise KeyError('{word}')", word, "exec"), space)
    return space[word.replace(":", "_")]()
