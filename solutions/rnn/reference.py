# ---
# title: "RNN: a network with a memory"
# order: 2
# requires: [activations]
# minutes: 110
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
# # RNN: a network with a memory
#
# A feed-forward network takes what it is given as one heap: it does not consider how its inputs follow each other in time
# (deck 1), and one photograph does not change how it sees the next (deck 3). But a book is understood word by word, each
# by the words before it; so are prices, temperatures and heartbeats. A **recurrent** network reads a sequence one step at
# a time and keeps a **hidden state**, a few numbers that it hands from each step to the next. You write this step, run it
# over sequences, let it answer once or at every step, read both ways, and find it is the layer inside Keras.
#
# About 110 minutes, reading and labs included. You need NumPy, nothing else.
#
# | | exercise | what it does | lines | minutes |
# |---|---|---|---|---|
# | 1 | `rnn_step` | one time step: one equation | 3 | 15 |
# | 2 | `split_weights` | one matrix or two: three notations, one step | 2 | 5 |
# | 3 | `rnn_forward` | the whole sequence | 7 | 20 |
# | 4 | `output_layer` | one output per step, or one per sequence | 2 | 10 |
# | 5 | `bidirectional_rnn` | read from both ends | 4 | 20 |

# %% tags=["given"]
import numpy as np


def random_weights(rng, input_size, hidden_size):
    """W and b of a cell with D = input_size and H = hidden_size, drawn from rng."""
    D, H = input_size, hidden_size
    return rng.normal(0, (H + D) ** -0.5, (H + D, H)), rng.normal(0, 0.5, H)


# %% tags=["staff"]
from autograder.authoring import grader

# %% [markdown]
# ## The step
#
# $$ h_t = \tanh(W \cdot [h_{t-1}, x_t] + b) $$
#
# The new state comes from the old one and from what comes in, side by side; tanh keeps each of its numbers between −1
# and 1. This is all there is to a simple RNN: one layer, whose output is among its inputs at the next step.
#
# ```text
#             +------------------+
#             |                  |
#             v    +------+      |                h_0 -->[ step ]--h_1-->[ step ]--h_2-->[ step ]--h_3-->
#   h_{t-1} ------>|      |      |                           ^               ^               ^
#                  | tanh |------+---> h_t   =               |               |               |
#       x_t ------>|      |                                 x_1             x_2             x_3
#                  +------+
#        as a loop ("Recurrent Structure")           unrolled over time: three times THE SAME W and b
# ```
#
# | symbol | in code | shape | what |
# |---|---|---|---|
# | $B$, $T$, $D$, $H$ | | | samples in the batch, time steps, features of the input, units of the cell |
# | $x_1$ to $x_T$ | `x` | `(B, T, D)` | the sequence, batch first; in one step $x_t$, `(B, D)` |
# | $h_t$ | `h` | `(B, H)` | the hidden state; all of them, `hs`, `(B, T, H)` |
# | $h_{t-1}$ | `h_prev` | `(B, H)` | the state before the step; before the first step `h0` |
# | $W$ | `W` | `(H + D, H)` | the weights: the first H rows meet $h$, the other D rows meet $x$ |
# | $b$ | `b` | `(H,)` | the biases, the same for every sample |
# | $W_{hy}$, $b_y$ | `W_hy`, `b_y` | `(H, O)`, `(O,)` | the output layer, with O outputs |
# | $\hat{y}_t$ | `y` | `(B, T, O)` or `(B, O)` | one output per step, or one per sequence |
#
# The slides write one sample as a column, so that weights stand left: $W \cdot [h, x]$. We keep many samples as **rows**,
# and the same weights stand right, transposed: `[h_prev, x] @ W`. No function changes its arguments.
#
# ## One step by hand
#
# Take one sample, one feature, two units: $x_t = 2$, $h_{t-1} = (0.5, -1)$, and the weights of `tiny_W`, `tiny_b`.
#
# | unit | weights of $h_1$, $h_2$, of $x$, bias | pre-activation | $h_t$ |
# |---|---|---|---|
# | 1 | 2, 1, 0.5, 0 | 2 · 0.5 + 1 · (−1) + 0.5 · 2 + 0 = 1 | tanh(1) = 0.7616 |
# | 2 | −2, 1, 1, −0.5 | −2 · 0.5 + 1 · (−1) + 1 · 2 − 0.5 = −0.5 | tanh(−0.5) = −0.4621 |

# %% tags=["given"]
tiny_W = np.array([[2, -2], [1, 1], [0.5, 1]])  # a column for each unit; rows: h_1, h_2, x
tiny_b = np.array([0, -0.5])
tiny_x, tiny_h = np.array([[2.0]]), np.array([[0.5, -1]])  # x_t, (1, 1), and h_{t-1}, (1, 2)

# %% [markdown]
# ## Exercise 1: one step
#
# Stack $h_{t-1}$ and $x_t$ side by side, multiply, add the bias, take the tanh (3 lines).
#
# <details><summary>Hint</summary>
#
# `np.concatenate` takes a list of arrays and an axis: side by side is axis 1. `np.tanh` works element by element and
# never overflows, unlike the formula $(e^{2x} - 1) / (e^{2x} + 1)$ of deck 4.
#
# </details>


# %% tags=["exercise"]
def rnn_step(x, h_prev, W, b):
    """One time step of a simple RNN. Deck 1, "Simple RNN"; deck 4, "Updating the Hidden State".

    x: x_t, shape (B, D).
    h_prev: h_{t-1}, shape (B, H).
    W: the weights, shape (H + D, H); the first H rows meet h.
    b: the biases, shape (H,).
    Returns h: h_t, shape (B, H), float64. Changes none of its arguments.
    Errors: NumPy's ValueError where shapes do not fit.

    >>> rnn_step(tiny_x, tiny_h, tiny_W, tiny_b).round(4)
    array([[ 0.7616, -0.4621]])
    """
    hx = np.concatenate([h_prev, x], axis=1)  # [h_{t-1}, x_t]
    h = np.tanh(hx @ W + b)
    return h  # noqa: RET504  messages to students call the answer by this name


# %% [markdown]
# ## Three notations, one step
#
# The decks write this step in three ways, and the letter $W$ means another matrix each time:
#
# | deck | formula | the same in our code |
# |---|---|---|
# | 1 | $h_t = \tanh(W \cdot x_t + U \cdot h_{t-1} + b)$ | `x @ W_xh + h_prev @ W_hh + b`; $W$: `W_xh.T`, $U$: `W_hh.T` |
# | 1, 2 | $h_t = \tanh(W \cdot [h_{t-1}, x_t] + b)$ | `[h_prev, x] @ W + b`; $W$: our `W.T` |
# | 4 | $h_t = \tanh(W_{hh}^T h_{t-1} + W_{xh}^T x_t)$ | `h_prev @ W_hh + x @ W_xh`; no bias: ours with `b` = 0 |
#
# They are equal since a row times a matrix is a sum over the matrix's rows, and a sum may be cut in two:
#
# ```text
#         H        D              H
#     +--------+-------+     +---------+
#   B | h_prev |   x   |  @  |  W_hh   | H    =    h_prev @ W_hh  +  x @ W_xh
#     +--------+-------+     +---------+
#                            |  W_xh   | D
#                            +---------+
# ```
#
# By hand: $h_{t-1}$ brings (2 · 0.5 − 1, −2 · 0.5 − 1) = (0, −2), $x_t$ brings (1, 2), the bias (0, −0.5): together
# (1, −0.5), as above. Libraries keep the two parts: in Keras `recurrent_kernel` is `W_hh` and `kernel` is `W_xh`; PyTorch
# keeps both transposed, and two biases, which add up.
#
# ## Exercise 2: one matrix or two
#
# Cut `W` into the rows that meet $h$ and those that meet $x$ (2 lines).

# %% tags=["staff"]
__test__ = {
    "the three notations, deck 1 (twice) and deck 4": """
    >>> W_hh, W_xh = split_weights(tiny_W, 2)
    >>> W, U, x, h = W_xh.T, W_hh.T, tiny_x.T, tiny_h.T  # deck 1: samples are columns
    >>> np.tanh(W @ x + U @ h + tiny_b[:, None]).round(4).ravel().tolist()
    [0.7616, -0.4621]
    >>> np.tanh(tiny_W.T @ np.vstack([h, x]) + tiny_b[:, None]).round(4).ravel().tolist()
    [0.7616, -0.4621]
    >>> without_bias = np.tanh(W_hh.T @ h + W_xh.T @ x)  # deck 4
    >>> np.array_equal(without_bias.T, rnn_step(tiny_x, tiny_h, tiny_W, 0 * tiny_b))
    True
    >>> (tiny_h @ W_hh).tolist(), (tiny_x @ W_xh).tolist()
    ([[0.0, -2.0]], [[1.0, 2.0]])
    """,
    "deck 4, unrolling: each network is the same one": """
    >>> W, b, h0 = tiny_W, tiny_b, tiny_h
    >>> by_hand = rnn_step(today[:, 2], rnn_step(today[:, 1], rnn_step(today[:, 0], h0, W, b), W, b), W, b)
    >>> np.array_equal(rnn_forward(today, h0, W, b)[:, 2], by_hand)
    True
    >>> W.size + b.size, 2 * (2 + 1) + 2, 3 * (3 + 2) + 3  # whatever T is
    (8, 8, 18)
    """,
    "deck 2, today and tomorrow": """
    >>> list(zip(today[0, known, 0].tolist(), tomorrow[known].tolist()))
    [(6.0, 9.0), (9.0, 7.0), (7.0, 8.0)]
    >>> off = (today[0, :, 0] - tomorrow) ** 2  # for a network that says: as today
    >>> float(np.mean(off)), float(np.mean(off[known]).round(2))
    (nan, 4.67)
    """,
    "deck 4, the stock price": """
    >>> float(prices.mean()), float(np.median(prices)), float(2 * prices[0, -1, 0] - prices[0, -2, 0])
    (12.0, 12.0, 15.0)
    >>> hs = rnn_forward(prices, price_h0, price_W, price_b)
    >>> output_layer(hs, price_W_hy, price_b_y)[0, :, 0].round(2).tolist()
    [10.0, 12.0, 13.0, 14.0, 15.0]
    >>> again = np.array([20.0, 21.0, 23.0, 26.0]).reshape(1, 4, 1)  # question 2
    >>> output_layer(rnn_forward(again, price_h0, price_W, price_b)[:, -1], price_W_hy, price_b_y).round(2).item()
    29.0
    """,
}


# %% tags=["exercise"]
def split_weights(W, hidden_size):
    """The two matrices inside W: what meets h, and what meets x. Deck 4, "Updating the Hidden State".

    W: the weights of a cell, shape (H + D, H).
    hidden_size: H, an int.
    Returns (W_hh, W_xh), of shapes (H, H) and (D, H). Changes none of its arguments.
    Errors: none of its own.

    >>> W_hh, W_xh = split_weights(tiny_W, 2)
    >>> W_hh.tolist(), W_xh.tolist()
    ([[2.0, -2.0], [1.0, 1.0]], [[0.5, 1.0]])
    """
    W_hh, W_xh = W[:hidden_size], W[hidden_size:]
    return W_hh, W_xh


# %% [markdown]
# ## A whole sequence: unrolling
#
# To run the cell over $x_1$ to $x_T$, write the step $T$ times, each with the state of the one before: the loop becomes a
# chain (the right half of the first drawing). Deck 4's note is the point of it: **each unrolled network is the same one.**
# All weights and biases are shared over time. So
#
# - the number of parameters, $H(H + D) + H$, does not depend on $T$: 3 units and 2 features make 3 · 5 + 3 = 18;
# - the same cell reads sequences of any length;
# - what it learns about a pattern at one place in time, it knows at every other.
#
# ## Exercise 3: run it
#
# Start from `h0`, take the steps in order, keep every $h_t$ (7 lines, or 6 with `rnn_step`).
#
# <details><summary>Hint</summary>
#
# The input of step t is `x[:, t]`, of shape (B, D): `x[t]` would be a sample. Make an array of the right shape first, with
# `np.zeros`, and fill it at `[:, t]`. At t = 0 the state before is `h0`, and index −1 would be the end. Do not write into
# `h0`.
#
# Quicker, if you like: what $x$ brings does not depend on the state, so all steps of it can be had with one product before
# the loop.
#
# </details>


# %% tags=["exercise"]
def rnn_forward(x, h0, W, b):
    """Run the cell over a sequence, handing h from step to step. Deck 1, "Simple RNN Unrolled"; deck 4, "Unrolling".

    x: x_1 ... x_T, shape (B, T, D).
    h0: the state before the first step, shape (B, H).
    W, b: as in rnn_step.
    Returns hs: every h_t, shape (B, T, H), float64. Changes none of its arguments.
    Errors: NumPy's ValueError where shapes do not fit.

    >>> rnn_forward(np.array([[[2.0], [0.0]]]), tiny_h, tiny_W, tiny_b).round(4).tolist()
    [[[0.7616, -0.4621], [0.7861, -0.9862]]]
    """
    W_hh, W_xh = split_weights(W, h0.shape[1])
    from_x = x @ W_xh + b  # what the inputs bring: all steps in one product
    hs, h = np.empty(from_x.shape), h0
    for t in range(x.shape[1]):
        h = np.tanh(from_x[:, t] + h @ W_hh)
        hs[:, t] = h
    return hs


# %% [markdown]
# ## Lab A: does it see the order?
#
# Deck 2's four temperatures, 6, 9, 7 and 8, can stand in 24 orders. Show all 24 to two networks with the same weights. The
# **feed-forward** one looks at each day alone (your step, always from a state of zeros) and averages what it finds. The
# **recurrent** one reads the days in order and shows its last state. Guess first: how many different answers has each?
#
# To be fair: a feed-forward network that gets the four days as four *inputs*, with weights for each place, does see the
# order. But it has to learn every place by itself, and can read four days only, never five.

# %% tags=["lab"]
if grader.ready("rnn_step", "rnn_forward"):
    from itertools import permutations

    plt = grader.pyplot()
    weights, bias = random_weights(np.random.default_rng(8), 1, 3)
    orders = np.array(list(permutations([6, 9, 7, 8]))) - 7.5  # (24, 4): the orders are our batch
    zeros = np.zeros((len(orders), 3))
    alone = [rnn_step(orders[:, [day]], zeros, weights, bias) for day in range(4)]
    feed_forward = np.mean(alone, axis=0)[:, 0]
    recurrent = rnn_forward(orders[:, :, None], zeros, weights, bias)[:, -1, 0]
    answers = [len(np.unique(found.round(6))) for found in (feed_forward, recurrent)]

    figure, axes = plt.subplots(figsize=(9, 4.5))
    axes.plot(recurrent, "o", label="recurrent: the last state")
    axes.plot(feed_forward, "s", markerfacecolor="white", label="feed-forward: the average of the days")
    names = ["".join(f"{day + 7.5:.0f}" for day in order) for order in orders]
    axes.set_xticks(range(24), names, rotation=90)
    axes.set(xlabel="the four temperatures, in all their orders", ylabel="first unit of the answer")
    axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=2, frameon=False)
    verdict = "it does not see the order" if answers[0] == 1 else "but it must not see the order: look at rnn_step"
    memory = "it remembers what came before" if answers[1] == 24 else "so it forgets: look at rnn_forward"
    plural = "s" if answers[0] > 1 else ""
    grader.show(figure, f"For 24 orders the feed-forward network gives {answers[0]} answer{plural}, {verdict}; the "
                f"recurrent one gives {answers[1]}, {memory}.")

# %% [markdown]
# ## What comes out
#
# The state is not the answer yet. One more layer, the same at every step, makes outputs from it:
#
# $$ \hat{y}_t = W_{hy}^T h_t + b_y \qquad \text{(deck 4, there without a bias; for rows: } h_t \, W_{hy} + b_y \text{)} $$
#
# It has no tanh: a price or a temperature does not lie between −1 and 1. What you feed it is up to you:
#
# ```text
#   one output per time step                       one output per sequence
#
#        y_1      y_2      y_3      y_4                                       y
#         ^        ^        ^        ^                                        ^
#   h_0->[ ]-h_1->[ ]-h_2->[ ]-h_3->[ ]            h_0->[ ]----->[ ]----->[ ]----->[ ]
#         ^        ^        ^        ^                   ^        ^        ^        ^
#        x_1      x_2      x_3      x_4                 x_1      x_2      x_3      x_4
#
#   h: hs, (B, T, H)   tomorrow, every day         h: hs[:, -1], (B, H)   is this review a good one?
#   word tagging, text generation                  classification, the next price
# ```
#
# In Keras the difference is `return_sequences=True` or `False`.
#
# **Today and tomorrow** (deck 2). A sequence of four days, and for each day what the next one was. One output per step
# means four outputs, but the last day's tomorrow is not known: its target is not 0 but missing, NaN, and **four days make
# three training pairs**. A loss over all four would be NaN, so the last step is left out of it, though the network
# still answers there, and that answer is the forecast.
#
# | | today, $x_t$ | tomorrow, $y_t$ | a training pair |
# |---|---|---|---|
# | 25/11/22 | 6 | 9 | (6, 9) |
# | 26/11/22 | 9 | 7 | (9, 7) |
# | 27/11/22 | 7 | 8 | (7, 8) |
# | 28/11/22 | 8 | NaN | none |

# %% tags=["given"]
today = np.array([6.0, 9, 7, 8]).reshape(1, 4, 1)  # (B, T, D): one sequence, four days, one feature
tomorrow = np.append(today[0, 1:, 0], np.nan)  # 9, 7, 8, unknown
known = ~np.isnan(tomorrow)  # the three days that make a training pair

# %% [markdown]
# ## Exercise 4: outputs
#
# One line for both shapes, and the return: `@` multiplies the last axis of an array of any shape (2 lines).


# %% tags=["exercise"]
def output_layer(h, W_hy, b_y):
    """Outputs from states: one per step, or one per sequence. Deck 2, "One output per timestep"; deck 4, "Output Vector".

    h: all states, shape (B, T, H), or one for each sequence, shape (B, H).
    W_hy: the weights, shape (H, O).
    b_y: the biases, shape (O,).
    Returns y: shape (B, T, O) or (B, O), float64. Changes none of its arguments.
    Errors: NumPy's ValueError where shapes do not fit.

    >>> output_layer(np.array([[0.5, -1]]), np.array([[4.0], [1]]), np.array([3.0]))
    array([[4.]])
    """
    y = h @ W_hy + b_y
    return y  # noqa: RET504  messages to students call the answer by this name


# %% [markdown]
# ## Lab B: today and tomorrow
#
# A cell with two units, and an output layer that somebody has fitted to the three pairs. Your functions run it over the
# four days. Three numbers of an output layer can be fitted to any three pairs: that it is right on them proves nothing,
# and its fourth answer is a guess that no one can check before the 29th. More data is what it takes (deck 0).

# %% tags=["lab"]
if grader.ready("rnn_forward", "output_layer"):
    plt = grader.pyplot()
    day_W, day_b = np.array([[0.2, 0.7], [-0.6, 0.3], [0.4, -0.3]]), np.array([0.1, -0.2])
    fitted_W_hy, fitted_b_y = np.array([[-0.86], [1.29]]), np.array([8.29])
    states = rnn_forward(today - 7.5, np.zeros((1, 2)), day_W, day_b)
    outputs = output_layer(states, fitted_W_hy, fitted_b_y)[0, :, 0]
    error = np.abs(outputs - tomorrow)[known].max()
    over_all, over_known = np.mean((outputs - tomorrow) ** 2), np.mean((outputs - tomorrow)[known] ** 2)

    figure, axes = plt.subplots(figsize=(9, 4))
    axes.plot(range(4), today[0, :, 0], marker="o", label="$x_t$, today")
    axes.plot(range(1, 5), tomorrow, linestyle="none", marker="x", markersize=14, label="$y_t$, where known")
    axes.plot(range(1, 5), outputs, linestyle="none", marker="s", markersize=11, markerfacecolor="none",
              color="black", label="output of the day before")
    axes.annotate("no target yet", (4, outputs[3]), (3.5, outputs[3] + 0.9), arrowprops={"arrowstyle": "->"})
    axes.set_xticks(range(5), ["25/11", "26/11", "27/11", "28/11", "29/11"])
    axes.set(xlabel="day", ylabel="temperature", xlim=(-0.2, 4.4))
    axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=3, frameon=False)
    verdict = "as fitted" if error < 0.05 else "so something is wrong, as they were fitted to less than 0.05"
    grader.show(figure, f"On the three training pairs the outputs are at most {error:.2f} degrees off, {verdict}; for the "
                f"29th the network says {outputs[3]:.1f}. The mean squared error is {over_known:.2f} over the three pairs "
                f"and {over_all:.2f} over all four days.")

# %% [markdown]
# ## Lab C: what comes after \$10, \$11, \$12, \$13, \$14?
#
# Deck 4: the average says \$12, the median says \$12, and so does a feed-forward network that treats all five days alike.
# A price that rises by a dollar a day asks for \$15. Two units are enough, and you can set their weights by hand:
#
# ```text
#   unit 1:  h_1 = tanh(0.001 * price)       remembers today's price
#   unit 2:  h_2 = tanh(h_1 of the step before)    remembers yesterday's
#   output:  y = 1000 * (2 * h_1 - h_2)      today + (today - yesterday): go on as before
# ```
#
# | | weight for unit 1 | for unit 2 |
# |---|---|---|
# | of $h_1$ | 0 | 1 |
# | of $h_2$ | 0 | 0 |
# | of $x$ | 0.001 | 0 |
#
# Near 0 tanh is almost the identity, tanh(a) ≈ a − a³/3. With the factor 0.001 a price of 14 becomes 0.014, and what tanh
# takes from it is 0.0000009: less than a cent on the output. The state before the first day says "yesterday it was \$10".

# %% tags=["given"]
prices = np.array([10.0, 11, 12, 13, 14]).reshape(1, 5, 1)  # (B, T, D)
price_W, price_b = np.array([[0, 1], [0, 0], [0.001, 0]]), np.zeros(2)
price_h0 = np.array([[0.01, 0.01]])  # 0.001 times a price of 10
price_W_hy, price_b_y = np.array([[2000.0], [-1000]]), np.zeros(1)

# %% [markdown]
# And if the factor is larger? The right panel makes it so, and the output layer's weights as much smaller. Where tanh
# bends, the sum still works for a while; where it is flat, prices of 13 and 14 look alike, and all is lost.

# %% tags=["lab"]
if grader.ready("rnn_forward", "output_layer"):
    plt = grader.pyplot()
    every_day = output_layer(rnn_forward(prices, price_h0, price_W, price_b), price_W_hy, price_b_y)[0, :, 0]
    series = prices[0, :, 0]
    average, median = [[summary(series[: day + 1]) for day in range(5)] for summary in (np.mean, np.median)]

    def says(factor):
        """The answer after the fifth day, once per sequence, with this factor in the place of 0.001."""
        W = price_W * [[1, 1], [1, 1], [factor / 0.001, 1]]
        last = rnn_forward(prices, price_h0 * factor / 0.001, W, price_b)[:, -1]
        return output_layer(last, price_W_hy * 0.001 / factor, price_b_y).item()

    factors = np.logspace(-4, 0, 33)
    figure, (left, right) = plt.subplots(1, 2, figsize=(10, 4.5), width_ratios=[3, 2])
    left.plot(range(1, 6), series, "ko", label="the price")
    left.plot(range(2, 7), every_day, marker="s", markersize=11, markerfacecolor="none", label="RNN, the day before")
    left.plot(range(2, 7), average, marker="^", markersize=9, label="average of all days before")
    left.plot(range(2, 7), median, marker="x", linestyle=":", markersize=7, color="black", label="their median")
    left.set(xlabel="day", ylabel="dollars", title="forecasts for the next day", ylim=(9.5, 15.5))
    left.legend(loc="upper left", fontsize=10)
    right.semilogx(factors, [says(factor) for factor in factors])
    right.axhline(15, color="black", linestyle=":", linewidth=1)
    right.plot(0.001, says(0.001), "ks", markersize=11, markerfacecolor="none")
    right.set(xlabel="factor of the price", ylabel="dollars", title="the answer for day 6")
    verdict = "right to the cent" if abs(every_day[4] - 15) < 0.005 else "which is not 15: look at your functions"
    grader.show(figure, f"After 14 dollars the RNN says {every_day[4]:.2f} dollars, {verdict}; the average and the median "
                f"of the five prices say {average[4]:.2f} and {median[4]:.2f}. With a factor of 0.1 in the place of 0.001, "
                f"where tanh bends, it says {says(0.1):.2f}.")

# %% [markdown]
# ## Reading both ways
#
# > The quick brown _____ jumped over the lazy dog
#
# To fill the blank (deck 1) you need what comes after it as well. A **bidirectional** RNN runs two networks, each with
# weights and a first state of its own: one reads $x_1$ to $x_T$, the other $x_T$ to $x_1$. Their states stand side by side.
#
# ```text
#   forward   h0_forward --->[ ]--->[ ]--->[ ]--->[ ]                        place t holds
#                             ^      ^      ^      ^
#                            x_1    x_2    x_3    x_4                        [ x_1 ... x_t read forward,
#                             v      v      v      v
#   backward                 [ ]<---[ ]<---[ ]<---[ ]<--- h0_backward          x_T ... x_t read backward ]
# ```
#
# The backward network's **first** state, made from $x_T$ alone, belongs at the **last** place: what it computes has to be
# turned round again, or place $t$ would tell of $x_{T+1-t}$.
#
# | symbol | shape | what |
# |---|---|---|
# | `h0_forward`, `h0_backward` | `(B, H)` | the state before $x_1$ is read forward, and before $x_T$ is read backward |
# | `forward`, `backward` | a pair | `(W, b)` of each network, as in `rnn_step` |
# | the answer | `(B, T, 2H)` | at place $t$ the forward state, then the backward state |
#
# ## Exercise 5: two networks, one answer
#
# Call your `rnn_forward` twice (4 lines).
#
# <details><summary>Hint</summary>
#
# `x[:, ::-1]` is x from its end, and the same once more turns an answer round. A pair can be handed on with a star:
# `f(x, h, *pair)`. Mind the axis when you join.
#
# </details>


# %% tags=["exercise"]
def bidirectional_rnn(x, h0_forward, h0_backward, forward, backward):
    """Run one network over the sequence, another from its end, and join their states. Deck 1, "Bidirectional RNN".

    x: x_1 ... x_T, shape (B, T, D).
    h0_forward, h0_backward: the state of each network before its first step, shape (B, H).
    forward, backward: (W, b) of each network, as in rnn_step.
    Returns hs: shape (B, T, 2H), float64; place t holds the forward half, which has read x_1 to x_t, and then
    the backward half, which has read x_T to x_t. Changes none of its arguments.
    Errors: NumPy's ValueError where shapes do not fit.

    >>> adds_up = np.array([[1.0], [1e-4]]), np.zeros(1)  # nearly 1e-4 times the sum of x so far
    >>> zero = np.zeros((1, 1))
    >>> hs = bidirectional_rnn(np.array([[[1.0], [10], [100]]]), zero, zero, adds_up, adds_up)
    >>> (hs / 1e-4).round().tolist()
    [[[1.0, 111.0], [11.0, 110.0], [111.0, 100.0]]]
    """
    ahead = rnn_forward(x, h0_forward, *forward)
    back = rnn_forward(x[:, ::-1], h0_backward, *backward)[:, ::-1]
    hs = np.concatenate([ahead, back], axis=2)
    return hs  # noqa: RET504  messages to students call the answer by this name


# %% [markdown]
# ## Lab D: who has a say at the blank?
#
# Nine places, a few random numbers for each word, and nothing at the blank. Nudge one word, and see which states
# change: each square tells how much the state at one place (row) depends on the word at another (column); white is not at
# all. The framed row is the blank. Which words can a network use that reads forward only? Which ones if it reads both ways?

# %% tags=["lab"]
if grader.ready("rnn_forward", "bidirectional_rnn"):
    plt = grader.pyplot()
    rng = np.random.default_rng(4)
    words = "The quick brown _____ jumped over the lazy dog".split()
    places, features, units, blank = len(words), 3, 4, 3
    meanings = rng.normal(size=(1, places, features))
    meanings[0, blank] = 0
    first = np.zeros((2 * places * features, units))  # as many samples as there are nudges
    ahead_pair, back_pair = (random_weights(rng, features, units) for _ in range(2))
    nudges = 1e-4 * np.eye(places * features).reshape(-1, places, features)

    def influence(network):
        """How much the state at each place (row) changes with the word at each place (column)."""
        up, down = np.split(network(np.concatenate([meanings + nudges, meanings - nudges])), 2)
        slopes = ((up - down) / 2e-4).reshape(places, features, places, -1)  # word, feature, place, unit
        return np.sqrt((slopes**2).sum(axis=(1, 3))).T

    forward_only = influence(lambda x: rnn_forward(x, first, *ahead_pair))
    both_ways = influence(lambda x: bidirectional_rnn(x, first, first, ahead_pair, back_pair))
    seen = [[word for word, size in zip(words, found[blank], strict=True) if size > 0 and word != words[blank]]
            for found in (forward_only, both_ways)]

    labels = ["(blank)" if word == words[blank] else word for word in words]
    figure, panels = plt.subplots(1, 2, figsize=(10, 5), sharey=True)
    for panel, found, title in zip(panels, (forward_only, both_ways), ("forward only", "both ways"), strict=True):
        powers = np.log10(np.where(found > 0, found, np.nan))
        picture = panel.imshow(powers, vmin=-3, vmax=0.5)
        panel.add_patch(plt.Rectangle((-0.5, blank - 0.5), places, 1, fill=False, linewidth=3, clip_on=False))
        panel.set_xticks(range(places), labels, rotation=90)
        panel.set_yticks(range(places), labels)
        panel.set(title=title, xlabel="the word that is nudged")
    panels[0].set_ylabel("the state that changes")
    figure.colorbar(picture, ax=panels, label="$\\log_{10}$ of the influence", shrink=0.8)
    right = seen[0] == words[:blank] and len(seen[1]) == places - 1
    verdict = "" if right else " That cannot be right: forward it is the words before the blank, both ways all of them."
    grader.show(figure, f"At the blank, {len(seen[0])} of the {places - 1} words count if read forward only "
                f"({', '.join(seen[0])}), and {len(seen[1])} if read both ways ({', '.join(seen[1])}).{verdict}")

# %% [markdown]
# ## Lab E: your cell is the Keras cell
#
# Hand Keras your weights, cut by your `split_weights`, give both the same sequence, and compare every $h_t$: first
# `SimpleRNN`, then `Bidirectional(SimpleRNN)`. TensorFlow takes a while to load, and prints lines in red that are no errors.

# %% tags=["lab"]
if grader.ready("split_weights", "rnn_forward", "bidirectional_rnn"):
    from importlib.util import find_spec

    if not find_spec("tensorflow"):
        print("This lab needs TensorFlow, which is not installed here; on Colab it is.")
    else:
        import keras

        plt = grader.pyplot()
        rng = np.random.default_rng(6)
        features, units = 2, 3
        sequence, pairs = rng.normal(size=(1, 20, features)), [random_weights(rng, features, units) for _ in range(2)]
        starts = [rng.uniform(-1, 1, (1, units)) for _ in range(2)]

        def keras_weights(W, b):
            """kernel, recurrent_kernel and bias, as Keras keeps them."""
            W_hh, W_xh = split_weights(W, units)
            return [W_xh, W_hh, b]

        def cell():
            return keras.layers.SimpleRNN(units, return_sequences=True, dtype="float64")

        layer, two_layers = cell(), keras.layers.Bidirectional(cell(), dtype="float64")
        layer.build(sequence.shape)
        layer.set_weights(keras_weights(*pairs[0]))
        two_layers.build(sequence.shape)
        two_layers.set_weights(keras_weights(*pairs[0]) + keras_weights(*pairs[1]))
        yours = [rnn_forward(sequence, starts[0], *pairs[0]), bidirectional_rnn(sequence, *starts, *pairs)]
        theirs = [layer(sequence, initial_state=starts[0]), two_layers(sequence, initial_state=starts)]
        apart = [np.abs(our - np.asarray(their)).max() for our, their in zip(yours, theirs, strict=True)]

        figure, panels = plt.subplots(2, 1, figsize=(9, 6.5), sharex=True)
        shown = ((0, [0, 1, 2], "SimpleRNN: all three units"), (1, [0, units], "Bidirectional: the first unit of each half"))
        for panel, (which, columns, title) in zip(panels, shown, strict=True):
            panel.plot(np.asarray(theirs[which])[0][:, columns], label=[f"Keras, unit {column + 1}" for column in columns])
            circles = panel.plot(yours[which][0][:, columns], "ko", markerfacecolor="none")
            circles[0].set_label("yours")
            panel.set(title=title, ylabel="$h_t$", ylim=(-1.1, 1.1), xticks=range(0, 20, 5))
            panel.legend(ncols=1, loc="center left", bbox_to_anchor=(1, 0.5), frameon=False)
        panels[1].set_xlabel("time step $t$")
        verdicts = ["lie on" if distance < 1e-6 else "do NOT lie on" for distance in apart]
        counted = f"Keras counts {layer.count_params()} parameters, H (H + D) + H is {units * (units + features) + units}"
        grader.show(figure, f"Your h_t (circles) {verdicts[0]} those of SimpleRNN (lines): at most {apart[0]:.0e} apart; "
                    f"they {verdicts[1]} those of Bidirectional: {apart[1]:.0e}. {counted}.")

# %% [markdown]
# ## What you should remember
#
# - An RNN step is one layer, $\tanh(W \cdot [h_{t-1}, x_t] + b)$; the state it hands on is its memory.
# - One matrix $W$ or two, $W_{hh}$ and $W_{xh}$, columns or rows: notations differ, the numbers do not.
# - Unrolled over time it is the **same** network at every step: $H(H + D) + H$ parameters, whatever $T$ is.
# - The output layer answers at every step or once per sequence. The last step's target may be unknown: leave it out.
# - A recurrent network sees the order. Reading both ways it sees the future too, which is fine for a finished sentence.
#
# ## To think about
#
# A few sentences each; a person reads them.

# %% [markdown] tags=["question"]
# **Question 1.** Suppose that each of 50 steps had a $W$ and a $b$ of its own, with $D = 2$ and $H = 3$. How many parameters
# would that be, against how many with shared weights? Name two other things that would be lost.

# %% [markdown] tags=["answer"] points=2

# %% [markdown] tags=["staff"]
# **Answer 1.** 50 · 18 = 900 against 18. Lost: sequences of other lengths could not be read (step 51 has no weights), and
# what is learned at one place in time would have to be learned again at every other, each from fewer examples.

# %% [markdown] tags=["question"]
# **Question 2.** What does the RNN of Lab C say after \$20, \$21, \$23, \$26, and by which rule? Deck 4 says that a
# feed-forward network answers \$12 for \$10 to \$14. Could one that has each day as an input of its own say \$15?

# %% [markdown] tags=["answer"] points=2

# %% [markdown] tags=["staff"]
# **Answer 2.** \$29: today + (today − yesterday) = 2 · 26 − 23. Yes: with weight 2 for the last input, −1 for the one before
# and 0 for the others even a linear network does. Deck 4's \$12 is for networks that treat all days alike. What the RNN adds
# is that it reads any number of days with the same few weights, and decides by itself how far back to remember.

# %% [markdown] tags=["question"]
# **Question 3.** A friend forecasts tomorrow's price with a bidirectional RNN, one output per step, and reports almost no
# error. What has happened? For which tasks of the decks is reading both ways all right?

# %% [markdown] tags=["answer"] points=2

# %% [markdown] tags=["staff"]
# **Answer 3.** At step $t$ the backward half has read $x_{t+1}$, which is the target: it leaks, and on the last day, when it
# counts, there is nothing to leak. It is all right where the whole sequence is there before the answer is asked for: word
# tagging, filling blanks, translation (the sentence to be translated), sentiment, finished recordings.
