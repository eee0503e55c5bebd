# ---
# about: right, written with plain loops over samples and units
# base: reference
# ---
import math

def lstm_step(x, h_prev, c_prev, params):
    B, D = x.shape
    H = h_prev.shape[1]
    def gate(b, k, name):
        total = params["b_" + name][k]
        for j in range(H):
            total += h_prev[b, j] * params["W_" + name][j, k]
        for j in range(D):
            total += x[b, j] * params["W_" + name][H + j, k]
        return total
    def s(z):
        if z < -700:
            return 0.0
        return 1 / (1 + math.exp(-z))
    h = np.zeros((B, H))
    c = np.zeros((B, H))
    for b in range(B):
        for k in range(H):
            f, i, o = s(gate(b, k, "f")), s(gate(b, k, "i")), s(gate(b, k, "o"))
            c[b, k] = f * c_prev[b, k] + i * math.tanh(gate(b, k, "C"))
            h[b, k] = o * math.tanh(c[b, k])
    return h, c

# %%
def lstm_param_count(input_size, hidden_size):
    n = 0
    for gate in ("forget", "input", "candidate", "output"):
        for unit in range(hidden_size):
            n += hidden_size + input_size + 1
    return n
