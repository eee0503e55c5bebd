# ---
# about: right, with one big matrix for all four gates
# base: reference
# ---
ORDER = ("i", "f", "C", "o")

def fuse(params):
    return (np.concatenate([params["W_" + g] for g in ORDER], axis=1),
            np.concatenate([params["b_" + g] for g in ORDER]))

def lstm_step(x, h_prev, c_prev, params):
    W, b = fuse(params)
    i, f, g, o = np.split(np.hstack([h_prev, x]) @ W + b, 4, axis=1)
    c = sigmoid(f) * c_prev + sigmoid(i) * np.tanh(g)
    return sigmoid(o) * np.tanh(c), c

# %%
def lstm_forward(x, h0, c0, params):
    W, b = fuse(params)
    H = h0.shape[1]
    from_x = np.tensordot(x, W[H:], axes=1) + b
    hs, cs, h, c = [], [], h0, c0
    for a in from_x.swapaxes(0, 1):
        i, f, g, o = np.split(a + h @ W[:H], 4, axis=1)
        c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
        h = sigmoid(o) * np.tanh(c)
        hs.append(h)
        cs.append(c)
    return np.array(hs).swapaxes(0, 1), np.array(cs).swapaxes(0, 1)

# %%
def lstm_to_keras(params):
    W, b = fuse(params)
    H = params["W_f"].shape[1]
    recurrent_kernel, kernel = np.vsplit(W, [H])
    return kernel, recurrent_kernel, b
