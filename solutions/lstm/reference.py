# ---
# title: "LSTM: a cell that remembers"
# order: 4
# requires: [activations, rnn, bptt]
# minutes: 150
# packages: [numpy, matplotlib]
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # LSTM: a cell that remembers
#
# A simple RNN sends its state through the same weights at every step, so what it saw early fades, or blows up, before it
# is needed: RNNs have problems with **long-term dependencies** (deck 0). The **Long Short-Term Memory** (1997) adds a
# second state, carried along by *adding* to it, and gates that decide what to forget, to store and to show (decks 2, 3).
# You write the cell, run it, derive its gradients, see why it remembers, and find it is the cell inside Keras.
#
# About 150 minutes, reading and labs included. You need NumPy and `sigmoid` (given below), nothing else.
#
# | | exercise | what it does | lines | minutes |
# |---|---|---|---|---|
# | 1 | `lstm_param_count` | how many numbers the cell learns | 2 | 5 |
# | 2 | `lstm_step` | one time step: the six equations | 8 | 25 |
# | 3 | `lstm_forward` | the whole sequence | 7 | 15 |
# | 4 | `lstm_step_backward` | the gradients of one step | 20 | 50 |
# | 5 | `lstm_backward` | backpropagation through time | 10 | 25 |
# | 6 | `lstm_to_keras` | your weights, packed for Keras | 5 | 15 |

# %% tags=["given"]
import numpy as np


def sigmoid(x):
    """σ(x) = 1 / (1 + e^{-x}), written so that it cannot overflow; any shape."""
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, e) / (1.0 + e)


# %% tags=["staff"]
from autograder.authoring import grader

# %% [markdown]
# ## The cell
#
# Two states travel from step to step: the cell state $C_t$ (long-term memory) and the hidden state $h_t$ (short-term
# memory, and the output). With $\sigma$ the sigmoid and $*$ multiplying element by element:
#
# $$
# \begin{aligned}
# f_t &= \sigma(W_f \cdot [h_{t-1}, x_t] + b_f) && \text{forget gate: what to keep of the old cell} \\
# i_t &= \sigma(W_i \cdot [h_{t-1}, x_t] + b_i) && \text{input gate: what to let in} \\
# \tilde{C}_t &= \tanh(W_C \cdot [h_{t-1}, x_t] + b_C) && \text{candidate: what could be stored} \\
# C_t &= f_t * C_{t-1} + i_t * \tilde{C}_t && \text{old memory and new, added} \\
# o_t &= \sigma(W_o \cdot [h_{t-1}, x_t] + b_o) && \text{output gate: what to show} \\
# h_t &= o_t * \tanh(C_t) && \text{the part that is shown}
# \end{aligned}
# $$
#
# A gate is a number between 0 (shut) and 1 (open) for every unit. Three gates, but **four inner networks**: one for $f$,
# two for the input ($i$ and $\tilde{C}$), one for $o$. Deck 3 calls $f_t$ step 1, $i_t$ and $\tilde{C}_t$ step 2, $C_t$
# step 3, $o_t$ and $h_t$ step 4.
#
# ```text
# C_{t-1} ---------(*)----------(+)-------------+---------> C_t     long-term memory
#                   ^            ^              |
#                   |           (*)           tanh
#                   |          ^   ^            |
#                   |          |   |            v
#                  f_t        i_t  C~_t  o_t-->(*)--------> h_t     short-term memory
#                   |          |   |      |
#                   σ          σ  tanh    σ                         four inner networks
#                   |          |   |      |
# [h_{t-1}, x_t] ---+----------+---+------+
# ```
#
# ## Shapes and conventions
#
# The slides write one sample as a column. We keep many samples as **rows**, batch first, so the weights stand on the
# right: `[h_prev, x] @ W_f + b_f`. In every matrix the rows that meet $h$ come first:
#
# ```text
#         H        D              H
#     +--------+-------+     +---------+
#   B | h_prev |   x   |  @  |  W_hh   | H   +  b (H,)  =  pre-activation (B, H)
#     +--------+-------+     +---------+
#                            |  W_xh   | D      deck 4's names; in Keras recurrent_kernel and kernel
#                            +---------+
# ```
#
# | symbol | in code | shape | what |
# |---|---|---|---|
# | $B$, $T$, $D$, $H$ | | | samples in the batch, time steps, features of the input, units of the cell |
# | $x_1$ to $x_T$ | `x` | `(B, T, D)` | the sequence; in one step $x_t$, `(B, D)` |
# | $h_t$, $C_t$ | `h`, `c` | `(B, H)` | the states; all of them, `hs` and `cs`, `(B, T, H)` |
# | $h_{t-1}$, $C_{t-1}$ | `h_prev`, `c_prev` | `(B, H)` | the states before the step; before the first one `h0`, `c0` |
# | $f_t$, $i_t$, $o_t$, $\tilde{C}_t$ | `f`, `i`, `o`, `c_tilde` | `(B, H)` | the gates and the candidate |
# | $W_f$, $W_i$, $W_C$, $W_o$ | `params["W_f"]` … | `(H + D, H)` | the weights |
# | $b_f$, $b_i$, $b_C$, $b_o$ | `params["b_f"]` … | `(H,)` | the biases, the same for every sample |
# | gradients | `dh` … | as `h` … | `dh` is $\partial L / \partial h_t$, $L$ the loss; shaped like what it belongs to |
#
# Gradients are **sums over the batch and over time**; if $L$ is a mean, the gradient you are handed has the $1/B$ in it.
# No function changes its arguments.
#
# | where you read | beware |
# |---|---|
# | deck 3, step 3 | prints $c_t = f_t * c_{t-1} + i_t * c_t$: the last one is the candidate, $\tilde{c}_t$ |
# | deck 3, step 4 | prints $h_t = \theta_t * \tanh(c_t)$: the $\theta_t$ is $o_t$ |
# | Keras | gates side by side in one matrix, in the order i, f, c, o; $b_f$ starts at 1, and is learned from there |
# | PyTorch | order i, f, g, o, with g the candidate; two biases per gate, which add up |

# %% tags=["given"]
def random_params(rng, input_size, hidden_size):
    """Weights and biases of a cell with D = input_size and H = hidden_size, drawn from rng."""
    D, H = input_size, hidden_size
    weights = {f"W_{gate}": rng.normal(0, (H + D) ** -0.5, (H + D, H)) for gate in "fiCo"}
    return weights | {f"b_{gate}": rng.normal(0, 0.5, H) for gate in "fiCo"}


def one_unit(**gates):
    """A cell with one unit: for f, i, C and o the weight of h, the weights of x, and last the bias."""
    columns = {gate: np.array(numbers, dtype=float) for gate, numbers in gates.items()}
    weights = {f"W_{gate}": column[:-1, None] for gate, column in columns.items()}
    return weights | {f"b_{gate}": column[-1:] for gate, column in columns.items()}


tiny = one_unit(f=(4, -2, 1), i=(2, 1, -2), C=(-2, 1, -1), o=(6, -3, 2))  # B = D = H = 1
tiny_x, tiny_h, tiny_c = np.array([[1.0]]), np.array([[0.5]]), np.array([[2.0]])  # x_t, h_{t-1}, C_{t-1}


# %% [markdown]
# ## One step by hand
#
# Take $B = D = H = 1$, $x_t = 1$, $h_{t-1} = 0.5$, $C_{t-1} = 2$ and the weights of `tiny`. Follow it with a pencil; you
# will meet these numbers again.
#
# | | weight of $h$, of $x$, bias | pre-activation | value |
# |---|---|---|---|
# | $f_t$ | 4, −2, 1 | 4 · 0.5 − 2 · 1 + 1 = 1 | σ(1) = 0.7311 |
# | $i_t$ | 2, 1, −2 | 2 · 0.5 + 1 · 1 − 2 = 0 | σ(0) = 0.5 |
# | $\tilde{C}_t$ | −2, 1, −1 | −2 · 0.5 + 1 · 1 − 1 = −1 | tanh(−1) = −0.7616 |
# | $o_t$ | 6, −3, 2 | 6 · 0.5 − 3 · 1 + 2 = 2 | σ(2) = 0.8808 |
# | $C_t$ | | 0.7311 · 2 + 0.5 · (−0.7616) | 1.0813 |
# | $h_t$ | | 0.8808 · tanh(1.0813) = 0.8808 · 0.7937 | 0.6991 |

# %% tags=["staff"]
__test__ = {
    "the worked examples": """
    >>> sigmoid(np.array([1, 0, 2])).round(4).tolist(), np.tanh([-1, 1.0813]).round(4).tolist()
    ([0.7311, 0.5, 0.8808], [-0.7616, 0.7937])
    >>> dh, dc = np.ones((1, 1)), np.zeros((1, 1))
    >>> dx, dh_prev, dc_prev, grads = lstm_step_backward(dh, dc, tiny_x, tiny_h, tiny_c, tiny)
    >>> {key: grads[key].ravel().round(3).tolist() for key in ("b_f", "W_f", "b_i", "b_C", "b_o")}
    {'b_f': [0.128], 'W_f': [0.064, 0.128], 'b_i': [-0.062], 'b_C': [0.068], 'b_o': [0.083]}
    >>> round(0.8808 * (1 - 0.7937**2), 3), dc_prev.round(3).tolist(), dh_prev.round(3).tolist(), dx.round(3).tolist()
    (0.326, [[0.238]], [[0.752]], [[-0.5]])
    """,
    "deck 4, and question 2": """
    >>> 2**4, f"{0.5**50:.1e}", f"{sigmoid(np.array(1.0)) ** 50:.1e}", f"{sigmoid(np.array(5.0)) ** 50:.2f}"
    (16, '8.9e-16', '1.6e-07', '0.71')
    """,
}

# %% [markdown]
# ## Exercise 1: how many numbers does it learn?
#
# A warm-up that needs only the table of shapes: how many entries has one $W$, how many one $b$, and how many inner
# networks are there (2 lines)?


# %% tags=["exercise"]
def lstm_param_count(input_size, hidden_size):
    """How many numbers an LSTM cell learns: all weights and biases. Deck 2, "LSTM".

    input_size: D, an int.
    hidden_size: H, an int.
    Returns an int. Errors: none of its own.

    >>> lstm_param_count(2, 3)
    72
    """
    per_network = (hidden_size + input_size) * hidden_size + hidden_size
    return 4 * per_network


# %% [markdown]
# ## Exercise 2: one step
#
# Write the six equations, one line each, in the slides' order (8 lines with the stacking and the return).
#
# <details><summary>Hint</summary>
#
# Stack $h_{t-1}$ and $x_t$ once, side by side (`np.concatenate`, and mind the axis), and use the result four times.
# Three of the inner networks end in `sigmoid`; the candidate ends in `np.tanh`.
#
# </details>


# %% tags=["exercise"]
def lstm_step(x, h_prev, c_prev, params):
    """One time step of an LSTM cell. Decks 0 and 2, "LSTM"; deck 3, steps 1 to 4.

    x: x_t, shape (B, D).
    h_prev: h_{t-1}, shape (B, H).
    c_prev: C_{t-1}, shape (B, H).
    params: dict of W_f, W_i, W_C, W_o, each (H + D, H), and b_f, b_i, b_C, b_o, each (H,).
    Returns (h, c): h_t and C_t, each (B, H), float64. Changes none of its arguments.
    Errors: NumPy's ValueError where shapes do not fit.

    >>> h, c = lstm_step(tiny_x, tiny_h, tiny_c, tiny)
    >>> round(h.item(), 4), round(c.item(), 4)
    (0.6991, 1.0813)
    """
    hx = np.concatenate([h_prev, x], axis=1)  # [h_{t-1}, x_t]
    f = sigmoid(hx @ params["W_f"] + params["b_f"])  # what to keep of C_{t-1}
    i = sigmoid(hx @ params["W_i"] + params["b_i"])  # what to let in
    c_tilde = np.tanh(hx @ params["W_C"] + params["b_C"])  # the candidate
    c = f * c_prev + i * c_tilde  # long-term memory
    o = sigmoid(hx @ params["W_o"] + params["b_o"])  # what to show
    h = o * np.tanh(c)  # short-term memory
    return h, c


# %% [markdown]
# ## Exercise 3: a whole sequence
#
# Run your step from $t = 1$ to $T$. Each step starts from the states the last one returned, the first from `h0` and `c0`;
# keep every $h_t$ and $C_t$ (7 lines).
#
# <details><summary>Hint</summary>
#
# Make two empty arrays of the right shape first and fill them at `[:, t]`. Do not write into `h0` or `c0`.
#
# </details>


# %% tags=["exercise"]
def lstm_forward(x, h0, c0, params):
    """Run the cell over a sequence, carrying h and c from step to step. Deck 2, "LSTM"; deck 4, "Unrolling".

    x: x_1 ... x_T, shape (B, T, D).
    h0: the hidden state before the first step, shape (B, H).
    c0: the cell state before the first step, shape (B, H).
    params: as in lstm_step.
    Returns (hs, cs): every h_t and every C_t, each (B, T, H). Changes none of its arguments.
    Errors: NumPy's ValueError where shapes do not fit.

    >>> hs, cs = lstm_forward(np.ones((1, 3, 1)), tiny_h, tiny_c, tiny)
    >>> hs.round(4).ravel().tolist()
    [0.6991, 0.3634, -0.0191]
    """
    B, T, _ = x.shape
    hs, cs = np.empty((B, T, h0.shape[1])), np.empty((B, T, h0.shape[1]))
    h, c = h0, c0
    for t in range(T):
        h, c = lstm_step(x[:, t], h, c, params)
        hs[:, t], cs[:, t] = h, c
    return hs, cs


# %% [markdown]
# ## Lab A: watch the gates
#
# A cell with one unit, its weights set by hand. Noise comes in at every step; at one step a *store* flag comes with it,
# later an *ask* flag. Which gate must answer to which flag? Guess, then run the cell.
#
# Your functions return the states, not the gates, but gates can be read off: call your step with a candidate of 1 (a large
# $b_C$) and with an old cell of 0 and of 1. What comes back from 0 is $i_t$, the difference is $f_t$, and
# $h_t / \tanh(C_t)$ is $o_t$.

# %% tags=["lab"]
if grader.ready("lstm_step", "lstm_forward"):
    plt = grader.pyplot()
    # The weights of h, store, value and ask, and the bias:
    unit = one_unit(f=(0, -20, 0, 0, 10), i=(0, 20, 0, 0, -10), C=(0, 0, 2, 0, 0), o=(0, 0, 0, 20, -10))
    steps, store, ask = 24, 5, 20
    sequence = np.zeros((1, steps, 3))
    sequence[0, :, 1] = np.random.default_rng(3).uniform(-1, 1, steps)
    sequence[0, store], sequence[0, ask, 2] = (1, 0.8, 0), 1
    hs, cs = lstm_forward(sequence, np.zeros((1, 1)), np.zeros((1, 1)), unit)

    before = np.vstack([np.zeros((1, 1)), hs[0, :-1]])  # h_{t-1} of every step: the steps become a batch
    probe = unit | {"b_C": np.array([50.0])}  # makes the candidate 1
    _, from_0 = lstm_step(sequence[0], before, np.zeros((steps, 1)), probe)
    shown, from_1 = lstm_step(sequence[0], before, np.ones((steps, 1)), probe)
    gates = np.hstack([from_1 - from_0, from_0, shown / np.tanh(from_1)]).T  # f, i, o

    figure, (top, middle, bottom) = plt.subplots(3, 1, figsize=(9, 6), sharex=True, height_ratios=[3, 3, 4])
    top.bar(range(steps), sequence[0, :, 1], color="#999999", edgecolor="black", linewidth=0.5)
    top.set(ylabel="value", ylim=(-1.1, 1.6), title="what comes in")
    for t, word in ((store, "store"), (ask, "ask")):
        tip = max(sequence[0, t, 1], 0)
        top.annotate(word, (t, tip), (t, 1.25), ha="center", arrowprops={"arrowstyle": "->"})
    middle.imshow(gates, vmin=0, vmax=1, aspect="auto")
    middle.set(yticks=range(3), yticklabels=["forget $f_t$", "input $i_t$", "output $o_t$"])
    middle.set(title="the gates: 1 is open, 0 is shut")
    for (row, t), gate in np.ndenumerate(gates):
        ink = "white" if gate < 0.5 else "black"
        middle.text(t, row, f"{gate:z.0f}", ha="center", va="center", color=ink)
    bottom.plot(cs[0, :, 0], marker="o", label="$C_t$, what it remembers")
    bottom.plot(hs[0, :, 0], marker="s", markerfacecolor="white", label="$h_t$, what it shows")
    bottom.set(xlabel="time step $t$", ylim=(-0.1, 1.1), title="the two states")
    bottom.legend(loc="center", ncols=2)
    stored, asked = cs[0, store, 0], cs[0, ask, 0]
    grader.show(figure, f"The value 0.8 comes with the store flag at t = {store} and makes C {stored:.2f}; at t = {ask} C "
                f"is still {asked:.2f}, and as it is asked for, h shows it there: {hs[0, ask, 0]:.2f}.")

# %% [markdown]
# ## Exercise 4: backward through one step
#
# Write `dh` for $\partial L / \partial h_t$, and so on. The drawing of the cell is a computation graph: the forward step
# goes from left to right, gradients come back from right to left. The rule is always the same: **multiply along a path,
# add where paths meet.** Each arrow brings one factor ($a$ is a pre-activation, what goes into σ or tanh):
#
# | from → back to | factor | because |
# |---|---|---|
# | $h_t$ → $o_t$ | $s$ | $h_t = o_t * s$, where $s = \tanh(C_t)$ |
# | $h_t$ → $C_t$ | $o_t * (1 - s^2)$ | the same, and $\tanh' = 1 - \tanh^2$ |
# | $C_t$ → $C_{t-1}$ and $C_t$ → $f_t$ | $f_t$ and $C_{t-1}$ | $C_t = f_t * C_{t-1} + i_t * \tilde{C}_t$ |
# | $C_t$ → $i_t$ and $C_t$ → $\tilde{C}_t$ | $\tilde{C}_t$ and $i_t$ | the same |
# | a gate $g$ → its $a$ | $g * (1 - g)$ | $g = \sigma(a)$, and $\sigma' = \sigma \, (1 - \sigma)$ |
# | $\tilde{C}_t$ → its $a$ | $1 - \tilde{C}_t^2$ | $\tilde{C}_t = \tanh(a)$ |
# | $a$ → $[h_{t-1}, x_t]$ | $W^T$, on the right | $a = [h_{t-1}, x_t] \, W + b$; shapes (B, H) (H, H + D) |
# | $a$ → $W$ | $[h_{t-1}, x_t]^T$, on the left | shapes (H + D, B) (B, H): the product sums over the batch |
# | $a$ → $b$ | 1 | one $b$ is added to every row, so its gradient is the sum over the rows |
#
# 1. **The cell.** Two paths come back to $C_t$: from step $t+1$ (that is `dc`) and from $h_t$. Before anything else, add:
#    $\;dC_t = dc + dh * o_t * (1 - s^2)$.
# 2. **The pre-activations.** Forget gate: $\;da_f = dC_t * C_{t-1} * f_t * (1 - f_t)$. The input gate and the candidate
#    start from $dC_t$ too, the output gate starts from `dh`.
# 3. **Weights and biases**, four times alike, by the last two rows of the table.
# 4. **What went in.** $[h_{t-1}, x_t]$ fed all four networks: four terms to add, then cut into the columns of $h$ and $x$.
# 5. **The old cell**: one factor on $dC_t$.
#
# The step by hand, with `dh` = 1 and `dc` = 0: $dC_t$ = 0.8808 · (1 − 0.7937²) = 0.326; $da_f$ = 0.326 · 2 · 0.7311 ·
# 0.2689 = 0.128; this is also $db_f$, and $dW_f$ is 0.5 and 1 times it; `dc_prev` = 0.326 · 0.7311 = 0.238 (20 lines).
#
# <details><summary>Hint</summary>
#
# Run the step forward again first: you need its gates. If `dc_prev` is wrong but the gradients of `W_o` and `b_o` are
# right, look at point 1; if only `dh_prev` and `dx` are wrong, at point 4.
#
# </details>


# %% tags=["exercise"]
def lstm_step_backward(dh, dc, x, h_prev, c_prev, params):
    """Backpropagate through one step: the gradients of a loss L at all that went in. Deck 2, "BPTT".

    dh: dL/dh_t, all of it, shape (B, H).
    dc: the part of dL/dC_t that comes from step t+1, shape (B, H); the way through h_t is still to be added.
    x, h_prev, c_prev, params: what the step was given, as in lstm_step.
    Returns (dx, dh_prev, dc_prev, grads): shapes of x, h_prev and c_prev, and a dict with the keys and
    shapes of params, summed over the batch, not averaged. Changes none of its arguments.
    Errors: NumPy's ValueError where shapes do not fit.

    >>> dh, dc = np.ones((1, 1)), np.zeros((1, 1))
    >>> dx, dh_prev, dc_prev, grads = lstm_step_backward(dh, dc, tiny_x, tiny_h, tiny_c, tiny)
    >>> round(dc_prev.item(), 4), round(grads["b_f"].item(), 4)
    (0.2383, 0.1282)
    """
    H = h_prev.shape[1]
    hx = np.concatenate([h_prev, x], axis=1)
    f = sigmoid(hx @ params["W_f"] + params["b_f"])
    i = sigmoid(hx @ params["W_i"] + params["b_i"])
    c_tilde = np.tanh(hx @ params["W_C"] + params["b_C"])
    o = sigmoid(hx @ params["W_o"] + params["b_o"])
    tanh_c = np.tanh(f * c_prev + i * c_tilde)
    dc = dc + dh * o * (1 - tanh_c**2)  # C_t reaches the loss through step t+1 and through h_t
    da = {  # gradients at the four pre-activations
        "f": dc * c_prev * f * (1 - f),
        "i": dc * c_tilde * i * (1 - i),
        "C": dc * i * (1 - c_tilde**2),
        "o": dh * tanh_c * o * (1 - o),
    }
    grads = {f"W_{gate}": hx.T @ d for gate, d in da.items()}
    grads |= {f"b_{gate}": d.sum(axis=0) for gate, d in da.items()}
    dhx = sum(d @ params[f"W_{gate}"].T for gate, d in da.items())
    dh_prev, dx = dhx[:, :H], dhx[:, H:]
    dc_prev = dc * f
    return dx, dh_prev, dc_prev, grads


# %% [markdown]
# ## Exercise 5: backward through time
#
# Two gradients meet at every $h_t$: the loss's own (`dhs[:, t]`) and the one that comes back from step $t+1$. Go from the
# last step to the first, hand your step their sum, and carry what it returns for $h_{t-1}$ and $C_{t-1}$ one step back.
# All steps share the weights, so their gradients add up (10 lines).
#
# <details><summary>Hint</summary>
#
# `lstm_forward` gives the states each step started from; the first started from `h0` and `c0`, so do not read index −1.
# Nothing comes back to the last step: begin with zeros. What leaves the first step belongs to `h0` and `c0`.
#
# </details>


# %% tags=["exercise"]
def lstm_backward(dhs, x, h0, c0, params):
    """Backpropagation through time for the whole sequence. Deck 2, "BPTT"; deck 3, "Training".

    dhs: the loss's direct gradient with respect to every h_t, shape (B, T, H).
    x: x_1 ... x_T, shape (B, T, D).
    h0, c0: the states before the first step, each (B, H).
    params: as in lstm_step.
    Returns (dx, dh0, dc0, grads): shapes of x, h0 and c0, and a dict with the keys and shapes of params,
    summed over batch and time. Changes none of its arguments.
    Errors: NumPy's ValueError where shapes do not fit.

    >>> ones = np.ones((1, 3, 1))
    >>> dx, dh0, dc0, grads = lstm_backward(ones, ones, tiny_h, tiny_c, tiny)
    >>> round(dc0.item(), 4), grads["W_f"].round(4).tolist()
    (0.8292, [[0.3398], [0.6477]])
    """
    hs, cs = lstm_forward(x, h0, c0, params)
    dx, dh, dc = np.empty(x.shape), np.zeros(h0.shape), np.zeros(c0.shape)
    grads = {key: np.zeros(value.shape) for key, value in params.items()}
    for t in reversed(range(x.shape[1])):
        h_prev, c_prev = (hs[:, t - 1], cs[:, t - 1]) if t else (h0, c0)
        dx[:, t], dh, dc, step = lstm_step_backward(dhs[:, t] + dh, dc, x[:, t], h_prev, c_prev, params)
        for key in grads:
            grads[key] += step[key]
    dh0, dc0 = dh, dc
    return dx, dh0, dc0, grads


# %% [markdown]
# ## Lab B: is every entry right?
#
# A gradient says how $L$ changes when one number is nudged. So nudge every weight by $\pm\varepsilon$ and compare
# $(L(w + \varepsilon) - L(w - \varepsilon)) / 2\varepsilon$ with your function. Each square shows the power of ten of the
# relative error: −6 or less is right, 0 is all wrong. If one panel alone is bright, which line of yours made it?

# %% tags=["lab"]
if grader.ready("lstm_forward", "lstm_backward"):
    plt = grader.pyplot()
    rng = np.random.default_rng(11)
    features, units, eps = 3, 4, 1e-5
    weights = random_params(rng, features, units)
    x, h0, c0 = rng.normal(size=(2, 5, features)), rng.normal(size=(2, units)), rng.normal(size=(2, units))
    upstream = rng.normal(size=(2, 5, units))  # the loss is the sum of upstream * hs
    analytic = lstm_backward(upstream, x, h0, c0, weights)[3]

    def nudged_loss(key, at, by):
        moved = weights[key].copy()
        moved[at] += by
        return np.sum(upstream * lstm_forward(x, h0, c0, weights | {key: moved})[0])

    def error_power(key):
        numeric = np.empty_like(weights[key])
        for at in np.ndindex(numeric.shape):
            numeric[at] = (nudged_loss(key, at, eps) - nudged_loss(key, at, -eps)) / (2 * eps)
        size = np.maximum(np.abs(numeric) + np.abs(analytic[key]), 1e-8)
        return np.log10(np.maximum(np.abs(numeric - analytic[key]) / size, 1e-12))

    powers = [np.vstack([error_power(f"W_{gate}"), error_power(f"b_{gate}")]) for gate in "fiCo"]
    rows = [f"$h_{n + 1}$" for n in range(units)] + [f"$x_{n + 1}$" for n in range(features)] + ["$b$"]
    figure, panels = plt.subplots(1, 4, figsize=(9, 4.5), sharey=True)
    for panel, gate, power in zip(panels, "fiCo", powers, strict=True):
        picture = panel.imshow(power, vmin=-12, vmax=0)
        for (row, column), n in np.ndenumerate(power):
            ink = "white" if n <= -6 else "black"
            panel.text(column, row, f"{n:z.0f}", ha="center", va="center", color=ink)
        panel.set(title=f"$W_{gate}$ and $b_{gate}$", yticks=range(len(rows)), yticklabels=rows)
        panel.set(xlabel="unit", xticks=range(units), xticklabels=range(1, units + 1))
    figure.colorbar(picture, ax=panels, label="$\\log_{10}$ of the relative error", shrink=0.9)
    verdict = "all are right" if np.max(powers) <= -6 else "the bright squares are wrong"
    grader.show(figure, f"The largest relative error of a weight or bias is 10 to the {np.max(powers):.1f}: {verdict}.")

# %% [markdown]
# ## Lab C: forgetting and remembering
#
# Deck 4's arithmetic: what is multiplied by $w$ at every step explodes for $w = 2$ ($2^4 = 16$) and vanishes for $w = 0.5$
# ($0.5^{50} \approx 8.9 \cdot 10^{-16}$; for a matrix, singular values take the place of $w$). Along the cell the factor
# is $f_t$, and the network chooses it, step by step and unit by unit.
#
# A cell whose forget gate is shut and whose other gates are open **is** a simple RNN (with a second tanh), so the same
# weights with other biases show both. One call of your `lstm_backward` with a loss that sees only $h_T$ tells how much
# each input still counts at the end. Here, 50 steps back, it counts over $10^{15}$ times more with the forget gate open.
# Then try `default_rng(5)`, where the largest eigenvalue of $W_C$'s $h$ rows is 1.17, not 1.03: who forgets now?

# %% tags=["lab"]
if grader.ready("lstm_backward"):
    plt = grader.pyplot()
    rng = np.random.default_rng(2)
    steps, features, units = 51, 2, 4
    weights, noise = random_params(rng, features, units), rng.normal(size=(1, steps, features))

    def back_from_the_end(sequence, cell):
        """dx and dh0 of the loss that is the sum of h_T, from states of zero."""
        zero = np.zeros((1, cell["b_f"].size))
        upstream = np.zeros((*sequence.shape[:2], zero.size))
        upstream[:, -1] = 1
        return lstm_backward(upstream, sequence, zero, zero, cell)[:2]

    def influence(f, i=0.0, o=0.0):
        """The size of dh_T/dx_{T-k} for k = 0, 1, ... 50, as part of that for k = 0, with these biases."""
        biases = {"b_f": np.full(units, f), "b_i": np.full(units, i), "b_o": np.full(units, o)}
        biases["b_C"] = np.zeros(units)
        size = np.linalg.norm(back_from_the_end(noise, weights | biases)[0][0], axis=1)[::-1]
        return size / size[0]

    def multiplied(w, k):
        """dh_k/dh_0 of a simple RNN of one unit that rests at 0: its weight w, k times."""
        rnn = one_unit(f=(0, 0, -50), i=(0, 0, 50), C=(w, 0, 0), o=(0, 0, 50))
        return back_from_the_end(np.zeros((1, k, 1)), rnn)[1].item()

    remembering, leaking = influence(f=5.0), influence(f=0.0)
    forgetting = influence(f=-50.0, i=50.0, o=50.0)
    figure, axes = plt.subplots(figsize=(9, 5.5))
    axes.semilogy(remembering, marker="o", markevery=5, label="LSTM, forget gate open ($b_f = 5$)")
    axes.semilogy(leaking, marker="s", markevery=5, label="LSTM, forget gate half open ($b_f = 0$)")
    axes.semilogy(forgetting, marker="^", markevery=5, label="simple RNN ($f = 0$, $i = o = 1$)")
    for w, k, text, marker in ((2, 4, "$2^4 = 16$", "*"), (0.5, 50, "$0.5^{50}$", "X")):
        axes.semilogy([float(w) ** n for n in range(k + 1)], color="black", linestyle=":", linewidth=1)
        label = f"{text}; from your function {multiplied(w, k):.3g}"
        axes.semilogy(k, multiplied(w, k), marker, color="black", markersize=12, label=label)
    axes.set(xlabel="$k$, steps back from the end", ylabel="influence of $x_{T-k}$ on $h_T$")
    axes.legend(loc="lower left", fontsize=10)
    grader.show(figure, f"Fifty steps back an input has {remembering[50]:.2g} of the last one's influence if the forget "
                f"gate is open, {leaking[50]:.1g} if it is half open, and {forgetting[50]:.1g} in the simple RNN.")

# %% [markdown]
# ## Exercise 6: your weights in Keras
#
# Keras keeps the same numbers in three arrays: `kernel` acts on $x_t$, `recurrent_kernel` on $h_{t-1}$, and `bias`. In
# each of them the gates stand side by side in the order **i, f, C, o** (5 lines).
#
# <details><summary>Hint</summary>
#
# Join the four matrices along their columns first. Which rows of the result meet $h$, and which $x$?
#
# </details>


# %% tags=["exercise"]
def lstm_to_keras(params):
    """Pack the weights as keras.layers.LSTM holds them, gates in the order i, f, C, o. Deck 2, "Keras".

    params: as in lstm_step.
    Returns (kernel, recurrent_kernel, bias): shapes (D, 4H), (H, 4H) and (4H,); kernel acts on x_t,
    recurrent_kernel on h_{t-1}. Changes none of its arguments.
    Errors: KeyError where params lacks one of its eight keys.

    >>> kernel, recurrent_kernel, bias = lstm_to_keras(tiny)
    >>> kernel.tolist(), bias.tolist()
    ([[1.0, -2.0, 1.0, -3.0]], [-2.0, 1.0, -1.0, 2.0])
    """
    H = params["b_f"].size
    W = np.concatenate([params[f"W_{gate}"] for gate in "ifCo"], axis=1)
    bias = np.concatenate([params[f"b_{gate}"] for gate in "ifCo"])
    kernel, recurrent_kernel = W[H:], W[:H]
    return kernel, recurrent_kernel, bias


# %% [markdown]
# ## Lab D: your cell is the Keras cell
#
# Hand Keras your weights, give both the same sequence, and compare every $h_t$. TensorFlow takes a while to load, and
# prints lines in red that are no errors.

# %% tags=["lab"]
if grader.ready("lstm_forward", "lstm_param_count", "lstm_to_keras"):
    from importlib.util import find_spec

    if not find_spec("tensorflow"):
        print("This lab needs TensorFlow, which is not installed here; on Colab it is.")
    else:
        import keras

        plt = grader.pyplot()
        rng = np.random.default_rng(5)
        features, units = 2, 3
        weights, sequence = random_params(rng, features, units), rng.normal(size=(1, 20, features))
        states = [rng.normal(size=(1, units)) for _ in range(2)]
        layer = keras.layers.LSTM(units, return_sequences=True, dtype="float64")
        layer.build(sequence.shape)
        layer.set_weights(lstm_to_keras(weights))
        yours, _ = lstm_forward(sequence, *states, weights)
        theirs = np.asarray(layer(sequence, initial_state=states))
        apart = np.abs(yours - theirs).max()

        figure, axes = plt.subplots(figsize=(9, 4))
        axes.plot(theirs[0], label=[f"Keras, unit {unit + 1}" for unit in range(units)])
        axes.plot(yours[0], "ko", markerfacecolor="none", label=["yours"] + ["_"] * (units - 1))
        axes.set(xlabel="time step $t$", ylabel="$h_t$", xticks=range(0, 20, 5))
        axes.legend(ncols=4, loc="lower center", bbox_to_anchor=(0.5, 1), frameon=False)
        verdict = "lie on" if apart < 1e-6 else "do NOT lie on"
        counts = f"Keras counts {layer.count_params()} parameters, you {lstm_param_count(features, units)}"
        grader.show(figure, f"Your h_t (circles) {verdict} Keras' (lines): at most {apart:.0e} apart. {counts}.")

# %% [markdown]
# ## What you should remember
#
# - The cell state is carried on by **addition** and scaled by a gate; an RNN's state goes through a matrix and a tanh.
# - Three gates, four inner networks: what to forget, let in, store and show. $C_t$ is the memory, $h_t$ the part shown.
# - Along the cell $\partial C_t / \partial C_{t-1}$ is $f_t$: an open forget gate keeps gradients alive over many steps.
# - Backward: multiply along a path, add where paths meet; weights gather from every sample and every step.
# - Notation and packing differ between books and libraries, the cell does not. Central differences tell if you are right.
#
# ## To think about
#
# A few sentences each; a person reads them.

# %% [markdown] tags=["question"]
# **Question 1.** Deck 2 says that an LSTM solves the vanishing gradient problem but keeps the exploding one. Explain both
# halves with the table of factors: which path back through time cannot explode, and which one can?

# %% [markdown] tags=["answer"] points=2

# %% [markdown] tags=["staff"]
# **Answer 1.** Along the cell each step brings the factor $f_t$, between 0 and 1: near 1 the product does not vanish, and it
# never exceeds 1. But $h_{t-1}$ also feeds the four networks; that path is multiplied by $W^T$ each step, as in a simple
# RNN, and can grow if the weights are large. So gradients of LSTMs are still clipped.

# %% [markdown] tags=["question"]
# **Question 2.** All weights start near 0. Which part of the gradient at $C_{50}$ reaches $C_0$ along the cell if $b_f$
# starts at 0, at 1 (as in Keras), at 5? Which start would you choose, and what does it depend on?

# %% [markdown] tags=["answer"] points=2

# %% [markdown] tags=["staff"]
# **Answer 2.** $\sigma(0)^{50} = 0.5^{50}$ = 8.9e-16, $\sigma(1)^{50}$ = 1.6e-07, $\sigma(5)^{50}$ = 0.71. The longer the
# dependency, the larger: a cell learns what to forget only if it remembers at first. It is an initial value only.

# %% [markdown] tags=["question"]
# **Question 3.** What must each gate and the candidate do so that one unit counts how often a flag was seen? What is $C_t$
# after 3 flags, and after 30? Can the next layer tell 30 from 31 by $h_t$?

# %% [markdown] tags=["answer"] points=2

# %% [markdown] tags=["staff"]
# **Answer 3.** $f = 1$ always, $i = 1$ at a flag and else 0, $\tilde{C} = 1$, $o = 1$: $C_t$ is 3, then 30. But $h_t$ is
# $\tanh(3) = 0.995$, and at 30 and 31 it is 1 to more digits than a float64 has: the memory has no bound, what is shown has.
