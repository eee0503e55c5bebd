# ---
# about: a bracket is missing in one answer; the rest is right
# base: reference
# expect: {status: partial, lstm_to_keras: zero}
# ---
def lstm_to_keras(params):
    H = params["b_f"].size
    W = np.concatenate([params["W_" + g] for g in "ifCo"], axis=1
    b = np.concatenate([params["b_" + g] for g in "ifCo"])
    return W[H:], W[:H], b
