# ---
# title: "GRU: two gates, one state"
# order: 5
# requires: [activations, rnn, bptt, lstm]
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
# # GRU: two gates, one state
#
# The **Gated Recurrent Unit** (2014) is a "simplified LSTM" (deck 2): it drops the second state and one gate, and keeps the
# idea that makes an LSTM remember, a state that is carried on by *adding* to it. Deck 0 calls it simpler than an LSTM with
# comparable performance in practice; how much simpler, and what is lost, you can count and see here. You write the cell,
# run it, derive its gradients, and find out why Keras answers something else with the same weights.
#
# About 150 minutes, reading and labs included. You need NumPy and `sigmoid` (given below), nothing else.
#
# | | exercise | what it does | lines | minutes |
# |---|---|---|---|---|
# | 1 | `gru_param_count` | how many numbers the cell learns | 3 | 10 |
# | 2 | `gru_step` | one time step: the four equations | 7 | 20 |
# | 3 | `gru_forward` | the whole sequence | 11 | 15 |
# | 4 | `gru_step_backward` | the gradients of one step | 19 | 45 |
# | 5 | `gru_backward` | backpropagation through time | 23 | 25 |
# | 6 | `gru_to_keras` | your weights, packed for Keras | 6 | 15 |
#
# Lines are those of our solution. Exercises 3 and 5 take 6 and 9 lines if they call the function before them, and that is
# the way to begin; ours are longer because they are quicker (see there).

# %% tags=["given"]
import numpy as np


def sigmoid(x):
    """σ(x) = 1 / (1 + e^{-x}), written with tanh so that it cannot overflow; any shape."""
    return 0.5 + 0.5 * np.tanh(0.5 * x)


# %% tags=["staff"]
from autograder.authoring import grader

# %% [markdown]
# ## The cell
#
# One state travels from step to step: $h_t$ is the memory and the output at once. With $\sigma$ the sigmoid and $*$
# multiplying element by element (deck 2):
#
# $$
# \begin{aligned}
# z_t &= \sigma(W_z \cdot [h_{t-1}, x_t] + b_z) && \text{update gate: how much of the state is replaced} \\
# r_t &= \sigma(W_r \cdot [h_{t-1}, x_t] + b_r) && \text{reset gate: how much of the state the candidate sees} \\
# \tilde{h}_t &= \tanh(W_h \cdot [r_t * h_{t-1}, x_t] + b_h) && \text{candidate: what could replace it} \\
# h_t &= (1 - z_t) * h_{t-1} + z_t * \tilde{h}_t && \text{old state and candidate, mixed}
# \end{aligned}
# $$
#
# Two gates, **three inner networks**. The update gate does the work of two gates of an LSTM: what it forgets, $1 - z_t$, and
# what it stores, $z_t$, always make 1 together. There is no output gate: all of the state is shown.
#
# ```text
# h_{t-1} ---+------------------------(*)-----------(+)-----> h_t     memory and output
#            |                         ^             ^
#            |                      1 - z_t         (*)<-- z_t
#            |                                       ^
#            +--->(*)----> [r_t * h_{t-1}, x_t] --> h~_t
#            |     ^                                tanh
#            |    r_t      z_t
#            |     |        |
#            |     σ        σ                                         three inner networks: r, z and h~
#            v     |        |
# [h_{t-1}, x_t] --+--------+
# ```
#
# ## Shapes and conventions
#
# As in the LSTM, samples are **rows**, batch first, and the weights stand on the right; in every matrix the rows that meet
# $h$ (or $r * h$) come first:
#
# ```text
#           H          D              H
#     +------------+-------+     +---------+
#   B |   h_prev   |   x   |  @  |  W_hh   | H   +  b (H,)  =  pre-activation (B, H)
#     +------------+-------+     +---------+
#                                |  W_xh   | D      deck 4's names; in Keras recurrent_kernel and kernel
#                                +---------+
# ```
#
# | symbol | in code | shape | what |
# |---|---|---|---|
# | $B$, $T$, $D$, $H$ | | | samples in the batch, time steps, features of the input, units of the cell |
# | $x_1$ to $x_T$ | `x` | `(B, T, D)` | the sequence; in one step $x_t$, `(B, D)` |
# | $h_t$ | `h` | `(B, H)` | the state; all of them, `hs`, `(B, T, H)` |
# | $h_{t-1}$ | `h_prev` | `(B, H)` | the state before the step; before the first one `h0` |
# | $z_t$, $r_t$, $\tilde{h}_t$ | `z`, `r`, `h_tilde` | `(B, H)` | the gates and the candidate |
# | $W_z$, $W_r$, $W_h$ | `params["W_z"]` … | `(H + D, H)` | the weights |
# | $b_z$, $b_r$, $b_h$ | `params["b_z"]` … | `(H,)` | the biases, the same for every sample |
# | gradients | `dh` … | as `h` … | `dh` is $\partial L / \partial h_t$, $L$ the loss; shaped like what it belongs to |
#
# Gradients are **sums over the batch and over time**; if $L$ is a mean, the gradient you are handed has the $1/B$ in it.
# No function changes its arguments.
#
# A GRU is written in more ways than an LSTM. These four cost people days:
#
# | where you read | beware |
# |---|---|
# | deck 2 | has **no biases**, and calls the candidate's weights just $W$; here $W_h$, and a bias for every network |
# | deck 2, deck 4 | "reset decides what to discard": it hides old state from the candidate; only $z_t$ removes it |
# | Keras, PyTorch | **swap the update gate**: $h_t = z_t * h_{t-1} + (1 - z_t) * \tilde{h}_t$; their $z$ is our $1 - z$ |
# | Keras, PyTorch | reset **after** the product, $r_t * (h_{t-1} W_{hh} + b)$; ours is before it: `reset_after=False` |
#
# Deck 4 also has gates "prioritize vanishing gradients". They prevent them: that is what lab C shows.

# %% tags=["given"]
def random_params(rng, input_size, hidden_size):
    """Weights and biases of a cell with D = input_size and H = hidden_size, drawn from rng."""
    D, H = input_size, hidden_size
    weights = {f"W_{network}": rng.normal(0, (H + D) ** -0.5, (H + D, H)) for network in "zrh"}
    return weights | {f"b_{network}": rng.normal(0, 0.5, H) for network in "zrh"}


def one_unit(**networks):
    """A cell with one unit: for z, r and h the weight of h, the weights of x, and last the bias."""
    columns = {network: np.array(numbers, dtype=float) for network, numbers in networks.items()}
    weights = {f"W_{network}": column[:-1, None] for network, column in columns.items()}
    return weights | {f"b_{network}": column[-1:] for network, column in columns.items()}


tiny = one_unit(z=(4, -2, 1), r=(2, 1, -2), h=(-4, 1, -1))  # B = D = H = 1
tiny_x, tiny_h = np.array([[1.0]]), np.array([[0.5]])  # x_t, h_{t-1}

# %% [markdown]
# ## One step by hand
#
# Take $B = D = H = 1$, $x_t = 1$, $h_{t-1} = 0.5$ and the weights of `tiny`. Follow it with a pencil; you will meet these
# numbers again.
#
# | | weight of $h$, of $x$, bias | pre-activation | value |
# |---|---|---|---|
# | $z_t$ | 4, −2, 1 | 4 · 0.5 − 2 · 1 + 1 = 1 | σ(1) = 0.7311 |
# | $r_t$ | 2, 1, −2 | 2 · 0.5 + 1 · 1 − 2 = 0 | σ(0) = 0.5 |
# | $\tilde{h}_t$ | −4, 1, −1 | −4 · (0.5 · 0.5) + 1 · 1 − 1 = −1 | tanh(−1) = −0.7616 |
# | $h_t$ | | 0.2689 · 0.5 + 0.7311 · (−0.7616) | −0.422 |
# | the other $h_t$ | with $z$ and $1 - z$ swapped | 0.7311 · 0.5 + 0.2689 · (−0.7616) | 0.161 |
#
# The last row is what Keras and PyTorch make of the same weights. One unit does not show whether the reset comes before or
# after the product, $(r h) w = r (h w)$; two units do, if each sees the other. So try your code with two or more.

# %% tags=["staff"]
__test__ = {
    "the worked examples": """
    >>> sigmoid(np.array([1, 0, -1])).round(4).tolist(), np.tanh(-1).round(4).item()
    ([0.7311, 0.5, 0.2689], -0.7616)
    >>> round(0.2689 * 0.5 + 0.7311 * -0.7616, 3), round(0.7311 * 0.5 + 0.2689 * -0.7616, 3)
    (-0.422, 0.161)
    >>> turned = tiny | {"W_z": -tiny["W_z"], "b_z": -tiny["b_z"]}
    >>> gru_step(tiny_x, tiny_h, turned).round(3).item()
    0.161
    >>> dx, dh_prev, grads = gru_step_backward(np.ones((1, 1)), tiny_x, tiny_h, tiny)
    >>> {key: grads[key].ravel().round(4).tolist() for key in ("b_z", "W_z", "b_r", "b_h", "W_h")}
    {'b_z': [-0.248], 'W_z': [-0.124, -0.248], 'b_r': [-0.1535], 'b_h': [0.307], 'W_h': [0.0768, 0.307]}
    >>> round(0.2480 * 2 - 0.1535 + 0.3070, 2), round(0.2689 - 1.2281 * 0.5 - 0.2480 * 4 - 0.1535 * 2, 3)
    (0.65, -1.644)
    >>> dx.round(3).item(), dh_prev.round(3).item()
    (0.65, -1.644)
    """,
    "deck 2, RNN vs LSTM vs GRU: less parameters": """
    >>> one = gru_param_count(2, 3) // 3
    >>> {"SimpleRNN": one, "GRU": 3 * one, "GRU, reset_after": gru_param_count(2, 3, True), "LSTM": 4 * one}
    {'SimpleRNN': 18, 'GRU': 54, 'GRU, reset_after': 63, 'LSTM': 72}
    """,
    "deck 4, 2^4 and 0.5^50, and what gates keep over 50 steps": """
    >>> 2**4, f"{0.5**50:.1e}", f"{sigmoid(np.array(1.0)) ** 50:.1e}", f"{sigmoid(np.array(5.0)) ** 50:.2f}"
    (16, '8.9e-16', '1.6e-07', '0.71')
    """,
    "question 3: a GRU that adds 1 at each flag": """
    >>> counter = one_unit(z=(0, 20, -10), r=(0, 0, 50), h=(1, 1, 0))
    >>> hs = gru_forward(np.ones((1, 30, 1)), np.zeros((1, 1)), counter)
    >>> bool(np.abs(hs).max() < 1), np.ptp(hs[0, 20:]).round(3).item()
    (True, 0.0)
    """,
}

# %% [markdown]
# ## Exercise 1: how many numbers does it learn?
#
# Deck 2: a GRU has fewer parameters than an LSTM, so it is easier and faster to train. With $D = 2$ (temperature, humidity)
# and $H = 3$, and biases everywhere:
#
# | | states | gates | inner networks | parameters |
# |---|---|---|---|---|
# | SimpleRNN | $h$ | none | 1 | 18 |
# | GRU, as here | $h$ | $z$, $r$ | 3 | 54 |
# | GRU in Keras, `reset_after=True` | $h$ | $z$, $r$ | 3 | 63 |
# | LSTM | $h$, $C$ | $f$, $i$, $o$ | 4 | 72 |
#
# How many entries has one $W$, and how many one $b$? Where the reset comes after the product, Keras gives every network
# a second bias, for the product with $h_{t-1}$ alone: that is the difference of the middle rows (3 lines).


# %% tags=["exercise"]
def gru_param_count(input_size, hidden_size, reset_after=False):
    """How many numbers a GRU cell learns: all weights and biases. Deck 2, "RNN vs LSTM vs GRU".

    input_size: D, an int.
    hidden_size: H, an int.
    reset_after: False for the slides' cell; True for the default of keras.layers.GRU, with two biases per network.
    Returns an int. Errors: none of its own.

    >>> gru_param_count(2, 3), gru_param_count(2, 3, reset_after=True)
    (54, 63)
    """
    weights = (hidden_size + input_size) * hidden_size
    biases = (2 if reset_after else 1) * hidden_size
    return 3 * (weights + biases)


# %% [markdown]
# ## Exercise 2: one step
#
# Write the four equations, one line each, in the slides' order (7 lines with the two stackings and the return).
#
# <details><summary>Hint</summary>
#
# The candidate does not look at what the gates look at: its $h_{t-1}$ is multiplied by $r_t$ first. So you stack twice.
# Gates end in `sigmoid`, the candidate in `np.tanh`.
#
# </details>


# %% tags=["exercise"]
def gru_step(x, h_prev, params):
    """One time step of a GRU cell. Deck 2, "Gated Recurrent Unit (GRU)"; the slides leave out the biases.

    The update gate stores, h = (1 - z) * h_prev + z * h_tilde, and the reset comes before the product. Keras and
    PyTorch swap z and 1 - z, and by default reset after the product.

    x: x_t, shape (B, D).
    h_prev: h_{t-1}, shape (B, H).
    params: dict of W_z, W_r, W_h, each (H + D, H), and b_z, b_r, b_h, each (H,).
    Returns h: h_t, shape (B, H), float64. Changes none of its arguments.
    Errors: NumPy's ValueError where shapes do not fit.

    >>> gru_step(tiny_x, tiny_h, tiny).round(4)
    array([[-0.4223]])
    """
    hx = np.concatenate([h_prev, x], axis=1)  # [h_{t-1}, x_t]
    z = sigmoid(hx @ params["W_z"] + params["b_z"])  # how much is replaced
    r = sigmoid(hx @ params["W_r"] + params["b_r"])  # how much the candidate sees
    rhx = np.concatenate([r * h_prev, x], axis=1)  # [r_t * h_{t-1}, x_t]
    h_tilde = np.tanh(rhx @ params["W_h"] + params["b_h"])  # the candidate
    h = (1 - z) * h_prev + z * h_tilde
    return h  # noqa: RET504  the checks call the answer what is returned here


# %% [markdown]
# ## Exercise 3: a whole sequence
#
# Run your step from $t = 1$ to $T$. Each step starts from the state the last one returned, the first from `h0`; keep every
# $h_t$ (6 lines).
#
# <details><summary>Hint</summary>
#
# Make an empty array of the right shape first and fill it at `[:, t]`. Do not write into `h0`.
#
# </details>
#
# <details><summary>If you want it quick</summary>
#
# Only $h$ has to wait for the step before. $x$ is there from the start: put the three matrices side by side, multiply all
# inputs by their $x$ rows before the loop, in one product of shape `(B, T, 3H)`, and add only the $h$ rows' part inside
# (11 lines). Most fast implementations work like this. Any right answer earns full marks.
#
# </details>


# %% tags=["exercise"]
def gru_forward(x, h0, params):
    """Run the cell over a sequence, carrying h from step to step. Deck 2, "GRU Cell"; deck 4, "Unrolling".

    x: x_1 ... x_T, shape (B, T, D).
    h0: the state before the first step, shape (B, H).
    params: as in gru_step.
    Returns hs: every h_t, shape (B, T, H). Changes none of its arguments.
    Errors: NumPy's ValueError where shapes do not fit.

    >>> gru_forward(np.ones((1, 3, 1)), tiny_h, tiny).round(4).ravel().tolist()
    [-0.4223, -0.381, -0.3365]
    """
    H = h0.shape[1]
    W, b = (np.concatenate([params[f"{kind}_{network}"] for network in "zrh"], axis=-1) for kind in "Wb")
    a_x = x @ W[H:] + b  # what all inputs bring to all pre-activations, (B, T, 3H)
    W_zr, W_h = W[:H, : 2 * H], W[:H, 2 * H :]
    h, hs = h0, np.empty((*x.shape[:2], H))
    for t in range(x.shape[1]):
        zr = sigmoid(a_x[:, t, : 2 * H] + h @ W_zr)
        z, r = zr[:, :H], zr[:, H:]
        h_tilde = np.tanh(a_x[:, t, 2 * H :] + (r * h) @ W_h)
        h = hs[:, t] = (1 - z) * h + z * h_tilde
    return hs


# %% [markdown]
# ## Lab A: what the gates are for
#
# A cell with two units, its weights set by hand. Noise comes in at every step; at one step a *store* flag comes with it,
# later an *ask* flag. Unit 1 is to remember the number that came with *store*, unit 2 is to say it at *ask* and to be silent
# otherwise. A GRU has no output gate, so unit 2 must not see unit 1 until it is asked. Which of the four gates ($z$ and $r$
# of each unit) must answer to which flag? Guess, then run the cell.
#
# Your step returns the state, not the gates, but gates can be read off: with an old state of 0 and a candidate of 1, what
# comes back is $z_t$; with $z_t = 1$, an old state of 1 and $W_h$ the identity it is $\tanh(r_t)$. (Here gates look at $x$
# alone, so a changed state does not change them.)

# %% tags=["lab"]
if grader.ready("gru_step", "gru_forward"):
    plt = grader.pyplot()
    # The columns are units, the rows what is seen: h_1, h_2, then store, value and ask.
    pair = {"b_z": np.array([-10.0, 10.0]), "b_r": np.array([-10.0, -10.0]), "b_h": np.zeros(2)}
    pair |= {f"W_{network}": np.zeros((5, 2)) for network in "zrh"}
    pair["W_z"][2, 0] = 20  # store opens the update gate of unit 1; that of unit 2 is always open
    pair["W_r"][4, 0] = 20  # ask opens the reset gate of unit 1: candidates may see h_1
    pair["W_h"][3, 0] = 2  # the candidate of unit 1 is the value
    pair["W_h"][0, 1] = 2  # the candidate of unit 2 is what it may see of unit 1
    steps, store, ask = 24, 5, 20
    sequence = np.zeros((1, steps, 3))
    sequence[0, :, 1] = np.random.default_rng(3).uniform(-1, 1, steps)
    sequence[0, store], sequence[0, ask, 2] = (1, 0.8, 0), 1
    hs = gru_forward(sequence, np.zeros((1, 2)), pair)[0]

    empty, full = np.zeros((steps, 2)), np.ones((steps, 2))  # of every step the state before: the steps become a batch
    update = gru_step(sequence[0], empty, pair | {"b_h": np.full(2, 50.0)})
    open_wide = {"W_z": np.zeros((5, 2)), "b_z": np.full(2, 50.0), "W_h": np.eye(5, 2)}
    reset = np.arctanh(np.clip(gru_step(sequence[0], full, pair | open_wide), -0.99, 0.99))
    gates = np.hstack([update, reset])[:, [0, 2, 1, 3]].T  # z_1, r_1, z_2, r_2

    figure, (top, middle, bottom) = plt.subplots(3, 1, figsize=(9, 6.5), sharex=True, height_ratios=[3, 4, 4])
    top.bar(range(steps), sequence[0, :, 1], color="#999999", edgecolor="black", linewidth=0.5)
    top.set(ylabel="value", ylim=(-1.1, 1.6), title="what comes in")
    for t, word in ((store, "store"), (ask, "ask")):
        top.annotate(word, (t, max(sequence[0, t, 1], 0)), (t, 1.25), ha="center", arrowprops={"arrowstyle": "->"})
    middle.imshow(gates, vmin=0, vmax=1, aspect="auto")
    middle.set(yticks=range(4), yticklabels=["update $z_1$", "reset $r_1$", "update $z_2$", "reset $r_2$"])
    middle.set(title="the gates: 1 is open, 0 is shut")
    for (row, t), gate in np.ndenumerate(gates):
        ink = "white" if gate < 0.5 else "black"
        middle.text(t, row, f"{gate:z.0f}", ha="center", va="center", color=ink)
    bottom.plot(hs[:, 0], marker="o", label="$h_1$, which remembers")
    bottom.plot(hs[:, 1], marker="s", markerfacecolor="white", label="$h_2$, which answers")
    bottom.set(xlabel="time step $t$", ylim=(-0.15, 1.15), title="the state")
    bottom.legend(loc="center", ncols=2)
    drift = np.abs(hs[store:, 0] - np.tanh(2 * 0.8)).max()
    noise = np.abs(np.delete(hs[:, 1], ask)).max()
    kept = drift < 0.01 and noise < 0.01 and hs[ask, 1] > 0.9 and min(gates[0, store], gates[1, ask]) > 0.99
    verdict = "as it should" if kept else "which is NOT right"
    grader.show(figure, f"At step {store} the update gate of unit 1 is {gates[0, store]:z.2f} and stores "
                f"{hs[store, 0]:z.2f}, which changes by at most {drift:.2f} until the end. At step {ask} its reset gate is "
                f"{gates[1, ask]:z.2f}, and unit 2 says {hs[ask, 1]:z.2f}; at all other steps at most {noise:.2f}, "
                f"{verdict}.")

# %% [markdown]
# ## Exercise 4: one step backward
#
# Write `dh` for $\partial L / \partial h_t$, and so on. Gradients come back from right to left through the drawing, and the
# rule is the LSTM's: **multiply along a path, add where paths meet.** ($a$ is a pre-activation, what goes into σ or tanh.)
#
# | from → back to | factor | because |
# |---|---|---|
# | $h_t$ → $h_{t-1}$, the straight way | $1 - z_t$ | $h_t = (1 - z_t) * h_{t-1} + z_t * \tilde{h}_t$ |
# | $h_t$ → $\tilde{h}_t$ and $h_t$ → $z_t$ | $z_t$ and $\tilde{h}_t - h_{t-1}$ | the same: $z_t$ stands in it twice |
# | $\tilde{h}_t$ → $a_h$ | $1 - \tilde{h}_t^2$ | $\tilde{h}_t = \tanh(a_h)$ |
# | a gate $g$ → its $a$ | $g * (1 - g)$ | $g = \sigma(a)$, and $\sigma' = \sigma \, (1 - \sigma)$ |
# | $a_h$ → $[r_t * h_{t-1}, x_t]$ | $W_h^T$, on the right | $a_h = [r_t * h_{t-1}, x_t] \, W_h + b_h$ |
# | $r_t * h_{t-1}$ → $r_t$, and → $h_{t-1}$ | $h_{t-1}$, and $r_t$ | a product of two |
# | $a_z$ and $a_r$ → $[h_{t-1}, x_t]$ | $W_z^T$ and $W_r^T$, on the right | as for $a_h$ |
# | $a$ → $W$ | what $W$ was multiplied with, transposed, on the left | the product sums over the batch |
# | $a$ → $b$ | 1 | one $b$ is added to every row, so its gradient is the sum over the rows |
#
# 1. **From `dh`** to $da_z$ and $da_h$: two factors each.
# 2. **Through the candidate**: of the $H + D$ columns of $da_h W_h^T$, $H$ belong to $r_t * h_{t-1}$, the others to $x_t$.
# 3. **The reset gate** hears of the loss through $r_t * h_{t-1}$ alone: only now you can make $da_r$.
# 4. **Weights and biases**, three times alike; but $W_h$ was multiplied with other numbers than $W_z$ and $W_r$.
# 5. **What went in.** $x_t$ has three ways out, $h_{t-1}$ has four: straight on, through $r_t * h_{t-1}$, $a_z$ and $a_r$.
#
# The step by hand, with `dh` = 1: $da_z$ = (−0.7616 − 0.5) · 0.7311 · 0.2689 = −0.2480; $da_h$ = 0.7311 · (1 − 0.7616²) =
# 0.3070; back through $W_h$: 0.3070 · (−4) = −1.2281; $da_r$ = −1.2281 · 0.5 · 0.5 · 0.5 = −0.1535; `dh_prev` = 0.2689 −
# 1.2281 · 0.5 − 0.2480 · 4 − 0.1535 · 2 = −1.644; `dx` = 0.2480 · 2 − 0.1535 + 0.3070 = 0.65 (19 lines).
#
# <details><summary>Hint</summary>
#
# Run the step forward again first: you need its gates. If only the gradients of `W_r` and `b_r` are wrong, look at point 3;
# if all gradients of the weights are right and `dh_prev` is not, count its ways out.
#
# </details>


# %% tags=["exercise"]
def gru_step_backward(dh, x, h_prev, params):
    """Backpropagate through one step: the gradients of a loss L at all that went in. Deck 2, "BPTT".

    dh: dL/dh_t, all of it, shape (B, H).
    x, h_prev, params: what the step was given, as in gru_step.
    Returns (dx, dh_prev, grads): shapes of x and h_prev, and a dict with the keys and shapes of params,
    summed over the batch, not averaged. Changes none of its arguments.
    Errors: NumPy's ValueError where shapes do not fit.

    >>> dx, dh_prev, grads = gru_step_backward(np.ones((1, 1)), tiny_x, tiny_h, tiny)
    >>> dx.round(4).item(), dh_prev.round(4).item(), grads["b_z"].round(4).item()
    (0.6496, -1.6443, -0.248)
    """
    H = h_prev.shape[1]
    hx = np.concatenate([h_prev, x], axis=1)
    z = sigmoid(hx @ params["W_z"] + params["b_z"])
    r = sigmoid(hx @ params["W_r"] + params["b_r"])
    rhx = np.concatenate([r * h_prev, x], axis=1)
    h_tilde = np.tanh(rhx @ params["W_h"] + params["b_h"])

    da_z = dh * (h_tilde - h_prev) * z * (1 - z)
    da_h = dh * z * (1 - h_tilde**2)
    drhx = da_h @ params["W_h"].T
    drh, dx = drhx[:, :H], drhx[:, H:]
    da_r = drh * h_prev * r * (1 - r)

    grads = {"W_z": hx.T @ da_z, "W_r": hx.T @ da_r, "W_h": rhx.T @ da_h}
    grads |= {"b_z": da_z.sum(axis=0), "b_r": da_r.sum(axis=0), "b_h": da_h.sum(axis=0)}
    dhx = da_z @ params["W_z"].T + da_r @ params["W_r"].T
    dh_prev = dh * (1 - z) + drh * r + dhx[:, :H]
    dx = dx + dhx[:, H:]
    return dx, dh_prev, grads


# %% [markdown]
# ## Exercise 5: backward through time
#
# Two gradients meet at every $h_t$: the loss's own (`dhs[:, t]`) and the one that comes back from step $t+1$. Go from the
# last step to the first, hand your step their sum, and carry what it returns for $h_{t-1}$ one step back. All steps share
# the weights, so their gradients add up (9 lines).
#
# <details><summary>Hint</summary>
#
# `gru_forward` gives the states each step started from; the first started from `h0`, so do not read index −1. Nothing
# comes back to the last step: begin with zeros. What leaves the first step belongs to `h0`.
#
# </details>
#
# <details><summary>If you want it quick</summary>
#
# Once every $h_{t-1}$ is known, the gates of all steps can be computed at once; only `dh` must go from step to step. Keep
# the three $da$ of every step: what goes to $x$, $W$ and $b$ is a product for all steps together, after the loop (23 lines).
#
# </details>


# %% tags=["exercise"]
def gru_backward(dhs, x, h0, params):
    """Backpropagation through time for the whole sequence. Deck 2, "BPTT"; deck 3, "Training".

    dhs: the loss's direct gradient with respect to every h_t, shape (B, T, H).
    x: x_1 ... x_T, shape (B, T, D).
    h0: the state before the first step, shape (B, H).
    params: as in gru_step.
    Returns (dx, dh0, grads): shapes of x and h0, and a dict with the keys and shapes of params, summed over
    batch and time. Changes none of its arguments.
    Errors: NumPy's ValueError where shapes do not fit.

    >>> ones = np.ones((1, 3, 1))
    >>> dx, dh0, grads = gru_backward(ones, ones, tiny_h, tiny)
    >>> dh0.round(4).item(), grads["W_h"].round(4).tolist()
    (-5.3388, [[0.238], [1.1928]])
    """
    H, xs = h0.shape[1], x.swapaxes(0, 1)  # time first: what one step needs lies together
    before = np.concatenate([h0[None], gru_forward(x, h0, params).swapaxes(0, 1)[:-1]])  # every h_{t-1}
    hx = np.concatenate([before, xs], axis=2)
    W_zr, b_zr = (np.concatenate([params[f"{kind}_z"], params[f"{kind}_r"]], axis=-1) for kind in "Wb")
    zr = sigmoid(hx @ W_zr + b_zr)  # the gates of all steps at once
    rhx = np.concatenate([zr[..., H:] * before, xs], axis=2)
    h_tilde = np.tanh(rhx @ params["W_h"] + params["b_h"])

    dh, da_zr, da_h = np.zeros(h0.shape), np.empty(zr.shape), np.empty(before.shape)
    for t in reversed(range(len(xs))):
        z, r = zr[t, :, :H], zr[t, :, H:]
        dh = dhs[:, t] + dh
        da_h[t] = dh * z * (1 - h_tilde[t] ** 2)
        drh = da_h[t] @ params["W_h"][:H].T
        da_zr[t, :, :H] = dh * (h_tilde[t] - before[t]) * z * (1 - z)
        da_zr[t, :, H:] = drh * before[t] * r * (1 - r)
        dh = dh * (1 - z) + drh * r + da_zr[t] @ W_zr[:H].T

    dh0, dx = dh, (da_zr @ W_zr[H:].T + da_h @ params["W_h"][H:].T).swapaxes(0, 1)
    parts = {"z": (hx, da_zr[..., :H]), "r": (hx, da_zr[..., H:]), "h": (rhx, da_h)}
    grads = {f"W_{network}": np.tensordot(seen, da, axes=([0, 1], [0, 1])) for network, (seen, da) in parts.items()}
    grads |= {f"b_{network}": da.sum(axis=(0, 1)) for network, (_, da) in parts.items()}
    return dx, dh0, grads


# %% [markdown]
# ## Lab B: is every entry right?
#
# Nudge every weight by $\pm\varepsilon$ and compare $(L(w + \varepsilon) - L(w - \varepsilon)) / 2\varepsilon$ with your
# function. Each square shows the power of ten of the relative error: −6 or less is right, 0 is all wrong. If one panel
# alone is bright, which path did you forget? If only the upper rows of $W_h$ are, what did you multiply?

# %% tags=["lab"]
if grader.ready("gru_forward", "gru_backward"):
    plt = grader.pyplot()
    rng = np.random.default_rng(11)
    features, units, eps = 3, 4, 1e-5
    weights = random_params(rng, features, units)
    x, h0 = rng.normal(size=(2, 5, features)), rng.normal(size=(2, units))
    upstream = rng.normal(size=(2, 5, units))  # the loss is the sum of upstream * hs
    analytic = gru_backward(upstream, x, h0, weights)[2]

    def nudged_loss(key, at, by):
        moved = weights[key].copy()
        moved[at] += by
        return np.sum(upstream * gru_forward(x, h0, weights | {key: moved}))

    def error_power(key):
        numeric = np.empty_like(weights[key])
        for at in np.ndindex(numeric.shape):
            numeric[at] = (nudged_loss(key, at, eps) - nudged_loss(key, at, -eps)) / (2 * eps)
        size = np.maximum(np.abs(numeric) + np.abs(analytic[key]), 1e-8)
        return np.log10(np.maximum(np.abs(numeric - analytic[key]) / size, 1e-12))

    powers = [np.vstack([error_power(f"W_{network}"), error_power(f"b_{network}")]) for network in "zrh"]
    rows = [f"$h_{n + 1}$" for n in range(units)] + [f"$x_{n + 1}$" for n in range(features)] + ["$b$"]
    figure, panels = plt.subplots(1, 3, figsize=(9, 4.5), sharey=True)
    for panel, network, power in zip(panels, "zrh", powers, strict=True):
        picture = panel.imshow(power, vmin=-12, vmax=0)
        for (row, column), n in np.ndenumerate(power):
            ink = "white" if n <= -6 else "black"
            panel.text(column, row, f"{n:z.0f}", ha="center", va="center", color=ink)
        panel.set(title=f"$W_{network}$ and $b_{network}$", yticks=range(len(rows)), yticklabels=rows)
        panel.set(xlabel="unit", xticks=range(units), xticklabels=range(1, units + 1))
    figure.colorbar(picture, ax=panels, label="$\\log_{10}$ of the relative error", shrink=0.9)
    verdict = "all are right" if np.max(powers) <= -6 else "the bright squares are wrong"
    grader.show(figure, f"The largest relative error of a weight or bias is 10 to the {np.max(powers):.1f}: {verdict}.")

# %% [markdown]
# ## Lab C: RNN, LSTM, GRU: how long a gradient lives
#
# Deck 2: simple RNNs are not for long sequences, LSTMs solve the vanishing gradient problem, GRUs do about as well. Deck 4's
# arithmetic: what is multiplied by 0.5 at each of 50 steps is $0.5^{50} \approx 8.9 \cdot 10^{-16}$ of itself, and by 2 at
# four steps $2^4 = 16$. In a GRU the straight way from $h_{t-1}$ to $h_t$ has the factor $1 - z_t$, in an LSTM the way from
# $C_{t-1}$ to $C_t$ has $f_t$, and the network chooses both. The loss here is the sum of the last state; how much does it
# still feel an input $k$ steps back?
#
# - The **GRU** is yours. So is the **RNN**: a GRU whose $z$ and $r$ are 1 *is* a simple RNN (look at the equations).
# - The **LSTM** is the four lines below. Its gradients come from an imaginary nudge: $f(x + i\varepsilon)$ has
#   $\varepsilon f'(x)$ as its imaginary part, exact even where the influence is $10^{-20}$ and a difference would drown.
# - It is a fair race: all matrices are drawn in the same way, all networks read the same inputs, and gates are equally far
#   open. On the left as Keras starts an LSTM: $b_f = 1$ keeps $\sigma(1) = 0.73$ of the cell, and so does $b_z = -1$ in your
#   GRU. On the right gates are set to remember, as training may set them: $\sigma(5) = 0.993$.
#
# Then draw again. With `default_rng(7)` the largest eigenvalue of $W_h$'s $h$ rows is 1.14, not 0.78, and with `orthogonal =
# True`, as Keras draws recurrent matrices, it is 1: how long does the RNN's gradient live now, and who keeps 0.4 or more of
# it over 50 steps whatever the draw? (Keras starts a GRU at $b_z = 0$: it keeps a half, and must learn to remember.) And
# which curve grows? An LSTM keeps the exploding gradient problem, says deck 2.

# %% tags=["lab"]
if grader.ready("gru_backward"):
    plt = grader.pyplot()
    orthogonal = False  # then True: Keras begins with orthogonal recurrent matrices
    steps, features, units, samples = 51, 2, 8, 16
    rng = np.random.default_rng(2)
    noise = rng.normal(size=(samples, steps, features))

    def starting_weights():
        """One (H + D, H) matrix, drawn in the same way for every inner network."""
        W = rng.normal(0, (units + features) ** -0.5, (units + features, units))
        if orthogonal:
            W[:units] = np.linalg.qr(W[:units])[0]
        return W

    drawn = {f"W_{network}": starting_weights() for network in ("z", "r", "h", "f", "i", "C", "o")}

    def sizes(dx):
        """The size of dL/dx_{T-k} for k = 0, 1, ... 50, as part of that for k = 0; the mean square over all samples."""
        size = np.sqrt((dx**2).sum(axis=(0, 2)))[::-1]
        return size / size[0]

    def gru_influence(b_z, b_r=0.0):
        """Of the GRU with these biases, from your gru_backward."""
        cell = {f"W_{network}": drawn[f"W_{network}"] for network in "zrh"}
        cell |= {"b_z": np.full(units, b_z), "b_r": np.full(units, b_r), "b_h": np.zeros(units)}
        upstream = np.zeros((samples, steps, units))
        upstream[:, -1] = 1
        return sizes(gru_backward(upstream, noise, np.zeros((samples, units)), cell)[0])

    def lstm_sum(x, b_f):
        """The sum of the last h of every sample, for an LSTM; x may be complex."""
        h = c = np.zeros((len(x), units), dtype=complex)
        for x_t in x.swapaxes(0, 1):
            f, i, candidate, o = (np.hstack([h, x_t]) @ drawn[f"W_{network}"] for network in ("f", "i", "C", "o"))
            c = sigmoid(f + b_f) * c + sigmoid(i) * np.tanh(candidate)
            h = sigmoid(o) * np.tanh(c)
        return h.sum(axis=1)

    def lstm_influence(b_f):
        """The same of the LSTM, one imaginary nudge for every step and feature."""
        dx = np.empty(noise.shape)
        for t, feature in np.ndindex(steps, features):
            nudged = noise.astype(complex)
            nudged[:, t, feature] += 1e-30j
            dx[:, t, feature] = lstm_sum(nudged, b_f).imag / 1e-30
        return sizes(dx)

    def straight_back(cell, k):
        """dh_k/dh_0 of a cell of one unit that rests at 0."""
        upstream = np.zeros((1, k, 1))
        upstream[:, -1] = 1
        return gru_backward(upstream, np.zeros((1, k, 1)), np.zeros((1, 1)), cell)[1].item()

    rnn = gru_influence(b_z=50.0, b_r=50.0)
    starting = {"LSTM": lstm_influence(1.0), "GRU": gru_influence(-1.0)}
    remembering = {"LSTM": lstm_influence(5.0), "GRU": gru_influence(-5.0)}
    doubled = straight_back(one_unit(z=(0, 0, 50), r=(0, 0, 50), h=(2, 0, 0)), 4)  # an RNN with the weight 2
    halved = straight_back(one_unit(z=(0, 0, 0), r=(0, 0, 0), h=(0, 0, 0)), 50)  # a GRU that always keeps half

    figure, panels = plt.subplots(1, 2, figsize=(9, 5), sharey=True)
    titles = ("keep 0.73, as Keras starts an LSTM", "keep 0.993, set to remember")
    for panel, curves, title in zip(panels, (starting, remembering), titles, strict=True):
        for (label, curve), marker in zip({"simple RNN": rnn, **curves}.items(), "^so", strict=True):
            panel.semilogy(curve, marker=marker, markevery=5, markerfacecolor="white", label=label)
        panel.semilogy(4, doubled, "*", color="black", markersize=12, label=f"$2^4$; yours {doubled:.3g}")
        panel.semilogy(50, halved, "X", color="black", markersize=10, label=f"$0.5^{{50}}$; yours {halved:.2g}")
        panel.semilogy(0.5 ** np.arange(51), color="black", linestyle=":", linewidth=1)
        panel.set(title=title, xlabel="$k$, steps back from the end")
    panels[0].set(ylabel="influence of $x_{T-k}$ on the loss")
    panels[0].legend(loc="lower left", fontsize=10)
    met = max(abs(doubled / 2**4 - 1), abs(halved / 0.5**50 - 1)) < 1e-6 and remembering["GRU"][50] > 0.1
    verdict = "Both check points are met." if met else "This is NOT right: look at gru_backward."
    grader.show(figure, f"Fifty steps back an input has {rnn[50]:.0e} of the last one's influence in the simple RNN; "
                f"{starting['LSTM'][50]:.0e} (LSTM) and {starting['GRU'][50]:.0e} (GRU) where 0.73 is kept; "
                f"{remembering['LSTM'][50]:.2g} (LSTM) and {remembering['GRU'][50]:.2g} (GRU) where 0.993 is. {verdict}")

# %% [markdown]
# ## Exercise 6: your weights in Keras
#
# `keras.layers.GRU(H, reset_after=False)` is the slides' cell except for one thing: its update gate says how much to *keep*.
# Since $1 - \sigma(a) = \sigma(-a)$, you can turn a gate round by its weights alone. Keras holds the numbers in three
# arrays: `kernel` acts on $x_t$, `recurrent_kernel` on $h_{t-1}$, and `bias`; in each of them the three networks stand side
# by side in the order **z, r, h** (6 lines).
#
# <details><summary>Hint</summary>
#
# Which numbers does the pre-activation of $z$ consist of? All of them change their sign, in new arrays: `params` stays as
# it is. Then join along the columns; which rows meet $h$, and which $x$?
#
# </details>


# %% tags=["exercise"]
def gru_to_keras(params):
    """Pack the weights as keras.layers.GRU(reset_after=False) holds them, in the order z, r, h. Deck 2, "Keras".

    The update gate is negated: Keras mixes with z and 1 - z swapped, and 1 - sigmoid(a) = sigmoid(-a).

    params: as in gru_step.
    Returns (kernel, recurrent_kernel, bias): shapes (D, 3H), (H, 3H) and (3H,); kernel acts on x_t,
    recurrent_kernel on h_{t-1}. Changes none of its arguments.
    Errors: KeyError where params lacks one of its six keys.

    >>> kernel, recurrent_kernel, bias = gru_to_keras(tiny)
    >>> kernel.tolist(), recurrent_kernel.tolist(), bias.tolist()
    ([[2.0, 1.0, 1.0]], [[-4.0, 2.0, -4.0]], [-1.0, -2.0, -1.0])
    """
    H = params["b_z"].size
    W = np.concatenate([-params["W_z"], params["W_r"], params["W_h"]], axis=1)
    bias = np.concatenate([-params["b_z"], params["b_r"], params["b_h"]])
    kernel = W[H:]
    recurrent_kernel = W[:H]
    return kernel, recurrent_kernel, bias


# %% [markdown]
# ## Lab D: your cell is a Keras cell
#
# Hand Keras your weights, give both the same sequence, and compare every $h_t$, then all the counts. The default layer,
# `reset_after=True`, gets the same weights: is it the same cell? TensorFlow takes a while to load, and prints lines in red
# that are no errors.

# %% tags=["lab"]
if grader.ready("gru_forward", "gru_param_count", "gru_to_keras"):
    from importlib.util import find_spec

    if not find_spec("tensorflow"):
        print("This lab needs TensorFlow, which is not installed here; on Colab it is.")
    else:
        import keras

        plt = grader.pyplot()
        rng = np.random.default_rng(5)
        features, units = 2, 3
        weights = {key: 2.5 * value for key, value in random_params(rng, features, units).items()}  # so that gates move
        inputs = rng.normal(size=(1, 20, features))
        first = rng.normal(size=(1, units))
        kernel, recurrent_kernel, bias = gru_to_keras(weights)
        layers = {
            "SimpleRNN": keras.layers.SimpleRNN(units), "LSTM": keras.layers.LSTM(units),
            "GRU(reset_after=False)": keras.layers.GRU(units, reset_after=False, return_sequences=True, dtype="float64"),
            "GRU, the default": keras.layers.GRU(units, return_sequences=True, dtype="float64"),
        }
        for layer in layers.values():
            layer.build(inputs.shape)
        before, after = list(layers.values())[2:]
        before.set_weights([kernel, recurrent_kernel, bias])
        after.set_weights([kernel, recurrent_kernel, np.stack([bias, 0 * bias])])  # no bias of its own for h
        yours = gru_forward(inputs, first, weights)
        theirs, default = (np.asarray(layer(inputs, initial_state=first)) for layer in (before, after))
        apart, far = np.abs(yours - theirs).max(), np.abs(yours - default).max()

        one = gru_param_count(features, units) // 3  # one inner network
        counts = dict(zip(layers, (one, 4 * one, 3 * one, gru_param_count(features, units, True)), strict=True))
        print(f"{'D = 2, H = 3':24}{'Keras':>7}{'yours':>7}")
        for label, layer in layers.items():
            print(f"{label:24}{layer.count_params():7}{counts[label]:7}")

        figure, panels = plt.subplots(units, 1, figsize=(9, 6), sharex=True)
        for unit, panel in enumerate(panels):
            panel.plot(theirs[0, :, unit], linestyle="-", label="Keras, reset_after=False")
            panel.plot(default[0, :, unit], linestyle=":", marker="x", label="Keras, the default")
            panel.plot(yours[0, :, unit], "ko", markerfacecolor="none", label="yours")
            panel.set(ylabel=f"$h_t$, unit {unit + 1}")
        panels[-1].set(xlabel="time step $t$", xticks=range(0, 20, 5))
        panels[0].legend(ncols=3, loc="lower center", bbox_to_anchor=(0.5, 1), frameon=False)
        verdict = "lie on" if apart < 1e-6 else "do NOT lie on"
        same = all(layer.count_params() == counts[label] for label, layer in layers.items())
        agree = "All four parameter counts agree" if same else "The parameter counts do NOT agree"
        grader.show(figure, f"Your h_t (circles) {verdict} those of Keras with reset_after=False (lines): at most "
                    f"{apart:.0e} apart. The default layer (crosses) with the same weights is up to {far:.2f} away. "
                    f"{agree}.")

# %% [markdown]
# ## What you should remember
#
# - A GRU mixes: $(1 - z_t)$ parts of the old state, $z_t$ parts of the candidate. One gate forgets and stores.
# - The reset gate decides what the *candidate* sees of the old state; it removes nothing from the state itself.
# - One state, two gates, three inner networks: three quarters of an LSTM's parameters, three times a simple RNN's.
# - Along the straight way $\partial h_t / \partial h_{t-1}$ is $1 - z_t$: a shut update gate keeps gradients alive.
# - Before you carry weights to another library: which way round is $z$, and is the reset before the product or after it?
#
# ## To think about
#
# A few sentences each; a person reads them.

# %% [markdown] tags=["question"]
# **Question 1.** A unit has $r_t = 0$ and $z_t = 0$ for ten steps, then $r_t = 0$ and $z_t = 1$ for one. What is $h$ after
# the ten steps, and after the eleventh? Which gate made the unit forget, and what was the other one good for?

# %% [markdown] tags=["answer"] points=2

# %% [markdown] tags=["staff"]
# **Answer 1.** After ten steps $h$ is what it was: with $z = 0$ the candidate does not count, whatever $r$ is. After the
# eleventh it is $\tanh(W_{xh}^T x_t + b_h)$ if all units' $r$ are 0: $z$ removed the old state, and $r$ kept it out of the
# candidate as well. With $r = 1$ something of the old state would have come back through the candidate.

# %% [markdown] tags=["question"]
# **Question 2.** In lab A the reset gate of unit **1** opens at *ask*. In the form with the reset after the product,
# $\tanh(r_t * (h_{t-1} W_{hh}) + x_t W_{xh})$, which unit's reset gate would have to open, and why another one?

# %% [markdown] tags=["answer"] points=2

# %% [markdown] tags=["staff"]
# **Answer 2.** That of unit 2. Before the product, $r$ has one entry for every unit that is *seen*: $r_1$ hides $h_1$ from
# all candidates. After it, $r$ has one entry for every unit that *looks*: $r_2$ shuts candidate 2 off from all old states.
# Hence the same weights are another network, and only for one unit (or a diagonal $W_{hh}$) they are not.

# %% [markdown] tags=["question"]
# **Question 3.** An LSTM's cell can count flags: $C_t$ is 3, then 30. Can a GRU's state? What is the largest number that
# $h_t$ can reach from $h_0 = 0$? Deck 2 says LSTMs may work better in very long sequences; is that a reason?

# %% [markdown] tags=["answer"] points=2

# %% [markdown] tags=["staff"]
# **Answer 3.** $h_t$ lies between $h_{t-1}$ and $\tilde{h}_t$, and $|\tilde{h}_t| < 1$: from 0 the state never leaves
# $(-1, 1)$, and what is stored always replaces a part of what was there. It can approach a bound, not count without end. An
# LSTM may keep all ($f = 1$) and store all ($i = 1$) at once; a GRU has one gate for both. That is one reason.
