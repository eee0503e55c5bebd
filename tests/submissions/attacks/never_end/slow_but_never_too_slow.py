# ---
# about: every call takes just less than the limit
# base: wrong
# ---
import time

def nap():
    time.sleep(0.8 * @CALL_SECONDS@)

# %%
def lstm_step(x, h_prev, c_prev, params):
    nap()
    return np.full(h_prev.shape, 0.25), np.full(c_prev.shape, -0.75)

# %%
def lstm_param_count(input_size, hidden_size):
    nap()
    return 11
