# ---
# about: right, and ends with cells that exit
# base: reference
# ---
def lstm_to_keras(params):
    H = params["b_f"].size
    W = np.concatenate([params["W_" + g] for g in "ifCo"], axis=1)
    return W[H:], W[:H], np.concatenate([params["b_" + g] for g in "ifCo"])

# %%
import sys
sys.exit()

# %%
exit()

# %%
import os
os._exit(1)
