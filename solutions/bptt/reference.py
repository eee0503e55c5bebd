# ---
# title: "Backpropagation through time: how an RNN learns"
# order: 3
# requires: [activations, rnn]
# minutes: 180
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
# # Backpropagation through time: how an RNN learns
#
# You have run a recurrent network forward. To train it you need the gradient of the loss at its weights, and the same
# weights worked at every step: **backpropagation through time** (BPTT; decks 2 and 3) sends gradients back along the
# unrolled network and adds up what each step has to say. On the way they are multiplied at every step, so they **explode**
# or **vanish**. You derive BPTT, watch both happen, write the remedies of deck 3, and train a network with nothing but
# your own functions.
#
# About 180 minutes, reading and labs included. You need NumPy and the RNN cell of the last notebook (given below).
#
# | | exercise | what it does | lines | minutes |
# |---|---|---|---|---|
# | 1 | `mse` | the loss, and where every gradient starts | 4 | 5 |
# | 2 | `rnn_step_backward` | the gradients of one step | 6 | 30 |
# | 3 | `rnn_backward` | backpropagation through time | 7 | 25 |
# | 4 | `gradient_norms` | how large the gradient is at every step | 6 | 15 |
# | 5 | `truncated_rnn_backward` | BPTT that looks back k steps at most | 8 | 20 |
# | 6 | `clip_by_value` | no entry beyond a limit | 1 | 5 |
# | 7 | `clip_by_global_norm` | shorter, in the same direction | 3 | 10 |
# | 8 | `rmsprop_update` | a step size for every weight | 3 | 10 |

# %% tags=["given"]
import numpy as np


def run_rnn(x, h0, W, b):
    """The cell over a sequence: h_t = tanh([h_{t-1}, x_t] @ W + b). Returns every h_t, shape (B, T, H)."""
    states = [h0]
    for x_t in x.swapaxes(0, 1):
        states.append(np.tanh(np.concatenate([states[-1], x_t], axis=1) @ W + b))
    return np.stack(states[1:], axis=1)


# %% tags=["staff"]
from autograder.authoring import grader

# %% [markdown]
# ## The network, unrolled
#
# $$
# z_t = [h_{t-1}, x_t] \, W + b, \qquad h_t = \tanh(z_t), \qquad L = L_1(h_1) + L_2(h_2) + \dots + L_T(h_T)
# $$
#
# Unrolled, it is a deep feed-forward network in which every layer has the same $W$ and $b$. Forward goes to the right,
# gradients come back to the left:
#
# ```text
#               L_1                    L_2                    L_3
#                |                      |                      |
#                | dhs[:, 0]            | dhs[:, 1]            | dhs[:, 2]
#                v                      v                      v
#  h_0 <-------[h_1] <----------------[h_2] <----------------[h_3]          at every h_t two gradients meet: add them
#   |            |        dh_prev       |        dh_prev       |
#  dh0           v       of step 2      v       of step 3      v
#             dx_1, dW, db           dx_2, dW, db           dx_3, dW, db    three dW for one W: add them
# ```
#
# | symbol | in code | shape | what |
# |---|---|---|---|
# | $B$, $T$, $D$, $H$ | | | samples in the batch, time steps, features of the input, units |
# | $x_1$ to $x_T$ | `x` | `(B, T, D)` | the sequence, batch first; in one step $x_t$, `(B, D)` |
# | $h_0$ | `h0` | `(B, H)` | the state before the first step |
# | $h_1$ to $h_T$ | `hs` | `(B, T, H)` | the states, as `run_rnn` returns them: `hs[:, 0]` is $h_1$, **after** `x[:, 0]` |
# | $W$, $b$ | `W`, `b` | `(H + D, H)`, `(H,)` | rows `W[:H]` ($W_{hh}$) meet $h_{t-1}$, rows `W[H:]` ($W_{xh}$) meet $x_t$ |
# | $\partial L_t / \partial h_t$ | `dhs` | `(B, T, H)` | what the loss says to $h_t$ directly, nothing from later steps |
# | $\partial L / \partial h_t$ | `dh` | `(B, H)` | all of it: the direct part and what comes back from step $t+1$ |
# | other gradients | `dx`, `dW` … | as `x`, `W` … | a gradient is shaped like what it belongs to |
#
# Gradients are **sums over batch and time**. If a loss is a mean, its $1/N$ is in `dhs` already. No function changes its
# arguments. The bias is not among the arguments below: where $h_t$ is known, nothing about $b$ is left to ask.

# %% tags=["given"]
tiny_W = np.array([[2.0], [-1.0]])  # B = D = H = 1: the weight of h, the weight of x
tiny_b = np.log([2.0])
tiny_x, tiny_h0 = np.array([[[1.0], [1.2]]]), np.array([[0.5]])  # T = 2
tiny_hs = run_rnn(tiny_x, tiny_h0, tiny_W, tiny_b)

# %% [markdown]
# ## Exercise 1: the loss
#
# Deck 4: find the gradients of the loss with respect to each parameter, then plug them into gradient descent to minimise
# a loss function such as MSE, the mean of the squared errors over all $N$ numbers that are predicted:
#
# $$
# L = \frac{1}{N} \sum_n (\hat{y}_n - y_n)^2, \qquad \frac{\partial L}{\partial \hat{y}_n} = \frac{2}{N} (\hat{y}_n - y_n),
# \qquad w \leftarrow w - \eta \, \frac{\partial L}{\partial w}
# $$
#
# By hand, with deck 2's temperatures: today's 6, 9, 7 are followed by $y$ = 9, 7, 8 (8's tomorrow is not known yet, so that
# day is no example). Predict $\hat{y} = w \cdot$ today with $w = 1$, "tomorrow is like today":
#
# | | | | | |
# |---|---|---|---|---|
# | $\hat{y}_n - y_n$ | −3 | 2 | −1 | $L$ = (9 + 4 + 1) / 3 = 4.667 |
# | $\partial L / \partial \hat{y}_n$ | −2 | 1.333 | −0.667 | 2/3 of the error |
# | $\cdot \; \partial \hat{y}_n / \partial w$, today | 6 | 9 | 7 | $\partial L / \partial w$ = −12 + 12 − 4.667 = −4.667 |
#
# One step of gradient descent with $\eta = 0.01$ makes $w$ = 1.0467 and $L$ = 4.569: lower. Write the first two (4 lines).
#
# <details><summary>Hint</summary>
#
# Every entry counts alike, whatever the shape: $N$ is the `size` of the array, not its length. Sum, or mean: which of
# the two does NumPy offer over all axes at once?
#
# </details>


# %% tags=["exercise"]
def mse(y_hat, y):
    """Mean squared error over all elements, and its gradient. Deck 4, "Gradient Descent".

    y_hat: the prediction, any shape.
    y: what it should have been, the same shape.
    Returns (loss, dy_hat): L, a number, and dL/dy_hat in the shape of y_hat. Changes none of its arguments.
    Errors: NumPy's ValueError where shapes do not fit.

    >>> loss, dy_hat = mse(np.array([6.0, 9.0, 7.0]), np.array([9.0, 7.0, 8.0]))
    >>> round(float(loss), 3), dy_hat.round(3).tolist()
    (4.667, [-2.0, 1.333, -0.667])
    """
    error = y_hat - y
    loss = np.mean(error**2)  # over batch, time and features
    dy_hat = 2 * error / error.size
    return loss, dy_hat


# %% [markdown]
# ## Exercise 2: backward through one step
#
# One rule: **multiply along a path, add where paths meet.** Write `dh` for $\partial L / \partial h_t$, and so on.
#
# | from → back to | factor | because |
# |---|---|---|
# | $h_t$ → $z_t$ | $1 - h_t^2$, element by element | $h_t = \tanh(z_t)$, and $\tanh' = 1 - \tanh^2$ |
# | $z_t$ → $[h_{t-1}, x_t]$ | $W^T$, on the right | $z_t = [h_{t-1}, x_t] \, W + b$; shapes (B, H) (H, H + D) |
# | $z_t$ → $W$ | $[h_{t-1}, x_t]^T$, on the left | shapes (H + D, B) (B, H): the product sums over the batch |
# | $z_t$ → $b$ | 1 | one $b$ is added to every row, so its gradient is the sum over the rows |
#
# 1. **Through tanh**: $\;dz = dh * (1 - h_t^2)$. The slope is written with the tanh that you are given: no tanh again.
# 2. **What went in**: $dz \, W^T$ is the gradient of $[h_{t-1}, x_t]$; cut it into the columns of $h$ and those of $x$.
# 3. **What was learned**: $dW$ and $db$ by the last two rows of the table. They start from `dz`, not from `dh`.
#
# By hand: $B = D = H = 1$, $h_{t-1} = 0.5$, $x_t = 1$, the weights of `tiny_W` and $b = \ln 2$.
#
# | | | |
# |---|---|---|
# | $z_t$ | 2 · 0.5 − 1 · 1 + ln 2 | ln 2 = 0.693 |
# | $h_t$ | tanh(ln 2) = (2 − ½) / (2 + ½) | 0.6 |
# | `dz` | with `dh` = 1: 1 · (1 − 0.6²) | 0.64 |
# | `dh_prev`, `dx` | 0.64 · 2 and 0.64 · (−1) | 1.28 and −0.64 |
# | `dW`, `db` | 0.64 · 0.5 and 0.64 · 1; 0.64 | 0.32 and 0.64; 0.64 |
#
# Write it (6 lines).
#
# <details><summary>Hint</summary>
#
# $H$ is the number of columns of `h`. `np.concatenate([h_prev, x], axis=1)` puts the two side by side in the order in which
# the rows of `W` stand. Check shapes: each of the four gradients has the shape of what it belongs to.
#
# </details>


# %% tags=["exercise"]
def rnn_step_backward(dh, x, h_prev, h, W):
    """Backpropagate through one step: the gradients of a loss L at all that went in. Deck 2, "BPTT".

    dh: dL/dh_t, all of it, shape (B, H).
    x: x_t, shape (B, D).
    h_prev: h_{t-1}, shape (B, H).
    h: h_t, what the step returned, shape (B, H).
    W: the weights, shape (H + D, H), the rows of h first.
    Returns (dx, dh_prev, dW, db): shapes of x, h_prev and W, and (H,); dW and db are summed over the batch, not
    averaged. Changes none of its arguments.
    Errors: NumPy's ValueError where shapes do not fit.

    >>> dx, dh_prev, dW, db = rnn_step_backward(np.ones((1, 1)), tiny_x[:, 0], tiny_h0, tiny_hs[:, 0], tiny_W)
    >>> dx.round(2).tolist(), dh_prev.round(2).tolist(), dW.round(2).tolist(), db.round(2).tolist()
    ([[-0.64]], [[1.28]], [[0.32], [0.64]], [0.64])
    """
    H = h.shape[1]
    dz = dh * (1 - h**2)  # through tanh
    dhx = dz @ W.T  # to [h_{t-1}, x_t]
    dx, dh_prev = dhx[:, H:], dhx[:, :H]
    dW, db = np.concatenate([h_prev, x], axis=1).T @ dz, dz.sum(axis=0)
    return dx, dh_prev, dW, db


# %% [markdown]
# ## Exercise 3: backward through time
#
# Go from the last step to the first. Each step gets the sum of two gradients, the loss's own (`dhs[:, t]`) and what step
# $t+1$ sent back, and hands `dh_prev` on to the step before it. One $W$ and one $b$ worked at all steps, so their
# gradients add up.
#
# By hand, one more step: $x_2 = 1.2$ gives $z_2 = 2 \cdot 0.6 - 1.2 + \ln 2$, so $h_2 = 0.6$ again. Both losses send 1.
#
# | | step 2, first | step 1, then |
# |---|---|---|
# | all of `dh` | 1 + 0 = 1 | 1 + **1.28** = 2.28 |
# | `dz` | 0.64 | 2.28 · 0.64 = 1.4592 |
# | sent back: `dh_prev` | 0.64 · 2 = **1.28** | 1.4592 · 2 = 2.9184, this is `dh0` |
# | `dx` | −0.64 | −1.4592 |
# | `dW` (of $h$; of $x$) | 0.64 · 0.6; 0.64 · 1.2 | + 1.4592 · 0.5 = 1.1136; + 1.4592 · 1 = 2.2272 |
# | `db` | 0.64 | + 1.4592 = 2.0992 |
#
# Use your step (7 lines).
#
# <details><summary>Hint</summary>
#
# Step $t$ started from `hs[:, t - 1]`; the first started from `h0`, and index −1 would be the last state. Nothing comes
# back to the last step: begin with zeros. What leaves the first step belongs to `h0`.
#
# </details>


# %% tags=["exercise"]
def rnn_backward(dhs, x, h0, hs, W):
    """Backpropagation through time for the whole sequence. Deck 2, "Recurrent NN"; deck 3, "Training".

    dhs: the loss's direct gradient with respect to every h_t, shape (B, T, H).
    x: x_1 ... x_T, shape (B, T, D).
    h0: the state before the first step, shape (B, H).
    hs: h_1 ... h_T, as the forward pass returned them, shape (B, T, H).
    W: the weights, shape (H + D, H), the rows of h first.
    Returns (dx, dh0, dW, db): shapes of x, h0 and W, and (H,), summed over batch and time. Changes none of its
    arguments.
    Errors: NumPy's ValueError where shapes do not fit.

    >>> dx, dh0, dW, db = rnn_backward(np.ones((1, 2, 1)), tiny_x, tiny_h0, tiny_hs, tiny_W)
    >>> dx.round(4).tolist(), dh0.round(4).tolist(), dW.round(4).tolist(), db.round(4).tolist()
    ([[[-1.4592], [-0.64]]], [[2.9184]], [[1.1136], [2.2272]], [2.0992])
    """
    dx, dh0 = np.empty(x.shape), np.zeros(h0.shape)  # dh0 holds what comes back, until there is no step left
    dW, db = np.zeros(W.shape), np.zeros(W.shape[1])
    for t in reversed(range(x.shape[1])):
        h_prev = hs[:, t - 1] if t else h0
        dx[:, t], dh0, dW_t, db_t = rnn_step_backward(dhs[:, t] + dh0, x[:, t], h_prev, hs[:, t], W)
        dW, db = dW + dW_t, db + db_t
    return dx, dh0, dW, db


# %% [markdown]
# ## Lab A: is every entry right?
#
# A gradient says how $L$ changes when one number is nudged. So nudge every weight, input and first state by
# $\pm\varepsilon$, run forward, and compare $(L(w + \varepsilon) - L(w - \varepsilon)) / 2\varepsilon$ with your function.
# Each square shows the power of ten of the relative error: −6 or less is right, 0 is all wrong. A panel that is bright
# alone tells which line to read again.

# %% tags=["lab"]
if grader.ready("rnn_backward"):
    plt = grader.pyplot()
    rng = np.random.default_rng(11)
    steps, features, units, eps = 6, 3, 4, 1e-5
    given = {
        "W": rng.normal(0, 0.7, (units + features, units)), "b": rng.normal(0, 0.5, units),
        "h0": rng.normal(size=(1, units)), "x": rng.normal(size=(1, steps, features)),
    }
    upstream = rng.normal(size=(1, steps, units))  # the loss is the sum of upstream * hs
    analytic = dict(zip(("x", "h0", "W", "b"), rnn_backward(
        upstream, given["x"], given["h0"], run_rnn(**given), given["W"]), strict=True))

    def nudged_loss(key, at, by):
        moved = given[key].copy()
        moved[at] += by
        return np.sum(upstream * run_rnn(**given | {key: moved}))

    def error_power(key):
        numeric = np.empty_like(given[key])
        for at in np.ndindex(numeric.shape):
            numeric[at] = (nudged_loss(key, at, eps) - nudged_loss(key, at, -eps)) / (2 * eps)
        size = np.maximum(np.abs(numeric) + np.abs(analytic[key]), 1e-8)
        return np.log10(np.maximum(np.abs(numeric - analytic[key]) / size, 1e-12))

    units_1 = [f"$h_{n + 1}$" for n in range(units)]
    maps = {
        "$W$ and $b$": (np.vstack([error_power("W"), error_power("b")]),
                        [*units_1, *(f"$x_{n + 1}$" for n in range(features)), "$b$"], "to unit"),
        "first state $h_0$": (error_power("h0").T, units_1, "sample"),
        "input $x$": (error_power("x")[0], [f"$t = {t + 1}$" for t in range(steps)], "feature"),
    }
    figure, panels = plt.subplots(1, 3, figsize=(9, 4.8), width_ratios=[units, 1.6, features])
    for panel, (title, (power, rows, across)) in zip(panels, maps.items(), strict=True):
        picture = panel.imshow(power, vmin=-12, vmax=0, aspect="auto")
        for (row, column), n in np.ndenumerate(power):
            panel.text(column, row, f"{n:z.0f}", ha="center", va="center", color="white" if n <= -6 else "black")
        panel.set(title=title, xlabel=across, xticks=range(power.shape[1]), xticklabels=range(1, power.shape[1] + 1))
        panel.set(yticks=range(len(rows)), yticklabels=rows)
    figure.colorbar(picture, ax=panels, label="$\\log_{10}$ of the relative error", shrink=0.9)
    worst = np.max([power.max() for power, *_ in maps.values()])
    wrong = ", ".join(title for title, (power, *_) in maps.items() if not power.max() <= -6)
    verdict = f"these are wrong: {wrong}" if wrong else "all are right"
    count = sum(value.size for value in given.values())
    grader.show(figure, f"The largest relative error of the {count} gradients is 10 to the {worst:.1f}: {verdict}.")

# %% [markdown]
# ## Why gradients explode and vanish
#
# On its way from $h_t$ back to $h_{t-1}$ a gradient is multiplied by the slope of tanh and by $W_{hh}^T$. Over $k$ steps
# these are $k$ slopes and $k$ times **the same matrix**. Deck 4 shows one unit: a weight of 2, unrolled four times, is
# $2 \cdot 2 \cdot 2 \cdot 2 = 2^4 = 16$; a weight of 0.5, fifty times, is $0.5^{50} \approx 8.9 \cdot 10^{-16}$, nothing at
# all. What is that small teaches nothing, and what is that large throws the weights away.
#
# | slides | one unit | many units | and tanh |
# |---|---|---|---|
# | exploding, $w > 1$ | $\lvert w \rvert > 1$ | in the long run, if an eigenvalue of $W_{hh}$ is above 1 | may stop it |
# | vanishing, $w < 1$ | $\lvert w \rvert < 1$ | for certain, if all singular values are below 1 | makes it worse |
#
# Decks 2 and 4 mean one unit, $h_t = w \, h_{t-1}$ (and the size of $w$: −2 explodes as well). For a matrix no single entry
# decides; what counts is the size of the largest eigenvalue, $\lvert \lambda \rvert$, in the long run, and the largest
# singular value in one step. With all $\lvert \lambda \rvert$ below 1 and a singular value above 1, a gradient can first
# grow and then vanish (lab B).
#
# ## Exercise 4: how large is the gradient at every step?
#
# Write only the way back, without `x`, `dW` and `db`: at every step add what the loss says and what comes back, note the
# size of the sum, send it on through tanh and $W_{hh}$. The size is the Euclidean norm over batch and units, one number
# for each step: $\lVert dL/dh_t \rVert = \sqrt{\sum_{b,j} (dL/dh_t)_{bj}^2}$. In the example by hand these are 2.28 and 1
# (6 lines).
#
# <details><summary>Hint</summary>
#
# $H$ is `hs.shape[2]`, and $W_{hh}$ the first $H$ rows of `W`. `np.sum` without an axis adds over batch and units at once.
#
# </details>


# %% tags=["exercise"]
def gradient_norms(dhs, hs, W):
    """The size of the total gradient dL/dh_t at every step. Deck 3, "Vanishing Gradient"; deck 4, "Challenges of RNNs".

    dhs: the loss's direct gradient with respect to every h_t, shape (B, T, H).
    hs: h_1 ... h_T, shape (B, T, H).
    W: the weights, shape (H + D, H), the rows of h first.
    Returns norms, shape (T,): the norm over batch and units of dL/dh_t, what comes back from later steps included.
    Changes none of its arguments.
    Errors: NumPy's ValueError where shapes do not fit.

    >>> gradient_norms(np.ones((1, 2, 1)), tiny_hs, tiny_W).round(4).tolist()
    [2.28, 1.0]
    """
    norms, back = np.empty(hs.shape[1]), 0.0
    for t in reversed(range(hs.shape[1])):
        dh = dhs[:, t] + back  # all of it: what the loss says, and what step t+1 sent back
        norms[t] = np.sqrt(np.sum(dh**2))
        back = (dh * (1 - hs[:, t] ** 2)) @ W[: hs.shape[2]].T
    return norms


# %% [markdown]
# ## Lab B: exploding, vanishing, and what ReLU changes
#
# The loss sees the last state only; you look at its gradient 0, 1, … 50 steps back. An `hs` of zeros makes every slope
# $1 - h^2 = 1$: what is left is the matrix alone. So one call with one unit gives deck 4's numbers, and one with many units
# shows what deck 3 means by its remedy for vanishing gradients, **ReLU**: the slope of a ReLU is 1 wherever its input is
# positive, so units that are on multiply by $W_{hh}$ and nothing else.
#
# | | slope | after 50 steps at that slope |
# |---|---|---|
# | tanh at 0 | 1 | 1 |
# | tanh at $h = 0.6$ | 0.64 | $2.0 \cdot 10^{-10}$ |
# | ReLU, input above 0 | 1 | 1 |
# | ReLU, input below 0 | 0 | 0: nothing comes back through this unit |
#
# Deck 3 says that ReLU "gives output one while calculating gradient". That holds for positive inputs only, and it takes one
# of the two factors away: $W_{hh}$ still multiplies at every step, and as ReLU has no upper end, states can explode as well.

# %% tags=["lab"]
if grader.ready("gradient_norms"):
    plt = grader.pyplot()
    rng = np.random.default_rng(4)
    steps, units = 51, 8

    def seen_from_the_end(states, recurrent):
        """The norm of dh_T/dh_{T-k} for k = 0, 1, ... as part of that for k = 0."""
        upstream = np.zeros(states.shape)
        upstream[:, -1] = 1
        norms = gradient_norms(upstream, states, np.vstack([recurrent, np.ones((1, len(recurrent)))]))[::-1]
        return norms / norms[0]

    turning = np.linalg.qr(rng.normal(size=(units, units)))[0]  # every |eigenvalue| and singular value is 1
    noise = rng.normal(0, 0.5, (1, steps, 1))
    tanh_states = run_rnn(noise, np.zeros((1, units)), np.vstack([turning, np.ones((1, units))]), np.zeros(units))
    all_on = np.zeros((1, steps, units))  # slopes of 1: as ReLU units that are on
    shearing = np.array([[0.8, 2.4], [0.0, 0.8]])  # eigenvalues 0.8, largest singular value 2.64

    curves = {
        "tanh, all |eigenvalues| 1": (seen_from_the_end(tanh_states, turning), "o"),
        "ReLU (units on), the same weights": (seen_from_the_end(all_on, turning), "s"),
        "slopes 1, |eigenvalues| 0.8, singular value 2.6": (seen_from_the_end(np.zeros((1, steps, 2)), shearing), "^"),
    }
    figure, axes = plt.subplots(figsize=(9, 5.5))
    for label, (curve, marker) in curves.items():
        axes.semilogy(curve, marker=marker, markevery=5, label=label)
    reached = {}
    for w, k, text, marker in ((2, 4, "$2^4 = 16$", "*"), (0.5, 50, "$0.5^{50}$", "X")):
        curve = seen_from_the_end(np.zeros((1, k + 1, 1)), np.array([[float(w)]]))
        reached[w] = curve[k]
        axes.semilogy(curve, color="black", linestyle=":", linewidth=1)
        axes.semilogy(k, curve[k], marker, color="black", markersize=12, label=f"{text}; from your function {curve[k]:.3g}")
    axes.set(xlabel="$k$, steps back from the end", ylabel="size of the gradient, that at the end is 1")
    axes.legend(loc="lower left", fontsize=10)
    tanh_curve, relu_curve, shear_curve = (curve for curve, _ in curves.values())
    met = abs(reached[2] - 2**4) < 1e-9 and abs(reached[0.5] / 0.5**50 - 1) < 1e-9
    verdict = "Your function meets both numbers of deck 4" if met else "Your function does NOT meet the numbers of deck 4"
    grader.show(figure, f"{verdict}. Fifty steps back the gradient through tanh is {tanh_curve[50]:.1g} of what it was, "
                f"through ReLU units that are on {relu_curve[50]:.2g}; with eigenvalues of 0.8 and a singular value of "
                f"2.6 it first grows to {shear_curve.max():.2g}, then falls to {shear_curve[50]:.1g}.")

# %% [markdown]
# ## Remedies
#
# | deck 3 | against | what it does | where |
# |---|---|---|---|
# | truncated BPTT | exploding; saves memory too | gradients go back 10 steps, say, and no further | exercise 5 |
# | clipping at a threshold | exploding | makes a large gradient smaller before it is used | exercises 6 and 7 |
# | RMSprop | badly scaled gradients | a step size for each weight | exercise 8 |
# | ReLU | vanishing | a slope of 1 in place of one below 1 | lab B |
# | LSTM, GRU | vanishing | a path back that is not multiplied by $W$ | the next notebooks; `gru` compares all three cells |
#
# Beware: deck 3 prints the sentence about clipping, "Clip the gradient when it goes higher than a threshold", under
# "RMSprop" as well. RMSprop is something else, as you will see; and clipping also stops what is *below* minus the threshold.
#
# ## Exercise 5: truncated BPTT
#
# A sequence of 10 000 steps needs 10 000 states in memory before the first gradient is known. Truncated BPTT cuts time
# into **chunks** of $k$ steps, counted from the start; the last may be shorter. Forward, the state is carried on across
# the cuts as ever. Backward, no gradient crosses a cut: each chunk is backpropagated as if its first state had simply been
# given. Deck 3 suggests 10: "we will lose the temporal context after 10 time stamps".
#
# ```text
#   k = 3       x_1  x_2  x_3    |    x_4  x_5  x_6    |    x_7
#   forward     h_1->h_2->h_3 -------->h_4->h_5->h_6 ------->h_7
#   backward  <-h_1<-h_2<-h_3    | X <-h_4<-h_5<-h_6    | X <-h_7        X: it ends here
#             dh0
# ```
#
# - `dW` and `db` gather from all steps of all chunks; `dx` keeps the shape of `x`.
# - `dh0` is what leaves the first chunk; what leaves another chunk at its start is dropped.
# - With $k \ge T$ there is one chunk: the same as `rnn_backward`. With $k = 1$ every loss reaches its own step only.
#
# In the example by hand, $k = 1$ drops the 1.28: both steps have `dh` = 1, and `dh0` is 1.28 in place of 2.9184.
# Use `rnn_backward` on one chunk after another (8 lines).
#
# <details><summary>Hint</summary>
#
# `range(0, T, k)` gives where chunks start; a slice may reach beyond the end of an array. A chunk that starts at $s > 0$
# starts from `hs[:, s - 1]`: the state is given, not reset to zero. If you take the last chunk first, the `dh0` that is
# left at the end is the right one.
#
# </details>


# %% tags=["exercise"]
def truncated_rnn_backward(dhs, x, h0, hs, W, k):
    """Backpropagation through time in chunks of k steps. Deck 3, "Truncated BTT".

    dhs, x, h0, hs, W: as in rnn_backward.
    k: how many steps a chunk has, an int of 1 or more; chunks are counted from the start, the last may be shorter.
    Returns (dx, dh0, dW, db) as rnn_backward does; no gradient crosses from a chunk into the one before it, and dh0 is
    that of the first chunk. With k >= T equal to rnn_backward. Changes none of its arguments.
    Errors: NumPy's ValueError where shapes do not fit, Python's where k is 0.

    >>> dx, dh0, dW, db = truncated_rnn_backward(np.ones((1, 2, 1)), tiny_x, tiny_h0, tiny_hs, tiny_W, 1)
    >>> dx.round(2).tolist(), dh0.round(2).tolist(), dW.round(4).tolist(), db.round(2).tolist()
    ([[[-0.64], [-0.64]]], [[1.28]], [[0.704], [1.408]], [1.28])
    """
    dx, dh0 = np.empty(x.shape), np.zeros(h0.shape)
    dW, db = np.zeros(W.shape), np.zeros(W.shape[1])
    for start in reversed(range(0, x.shape[1], k)):  # the first chunk comes last, and leaves its dh0
        chunk = slice(start, start + k)
        before = hs[:, start - 1] if start else h0
        dx[:, chunk], dh0, dW_c, db_c = rnn_backward(dhs[:, chunk], x[:, chunk], before, hs[:, chunk], W)
        dW, db = dW + dW_c, db + db_c
    return dx, dh0, dW, db


# %% [markdown]
# ## Lab C: where the gradient stops
#
# Thirty copies of one sequence make a batch, and the loss of copy $s$ sees step $s$ only. One call of your function then
# tells for every loss (row) and every input (column) whether the loss can teach the network about that input. No loss
# reaches an input that comes after it, so half of the picture is always empty.

# %% tags=["lab"]
if grader.ready("rnn_backward", "truncated_rnn_backward"):
    plt = grader.pyplot()
    rng = np.random.default_rng(6)
    steps, units, k = 30, 6, 10
    weights = np.vstack([np.linalg.qr(rng.normal(size=(units, units)))[0], rng.normal(0, 0.3, (1, units))])
    copies = np.repeat(rng.normal(size=(1, steps, 1)), steps, axis=0)
    start = np.zeros((steps, units))
    states = run_rnn(copies, start, weights, np.zeros(units))
    one_loss_each = np.eye(steps)[:, :, None] * np.ones(units)
    forms = {
        "full BPTT": rnn_backward(one_loss_each, copies, start, states, weights),
        f"truncated, $k = {k}$": truncated_rnn_backward(one_loss_each, copies, start, states, weights, k),
    }
    reach = [np.abs(gradients[0][:, :, 0]) for gradients in forms.values()]

    figure, panels = plt.subplots(1, 2, figsize=(9, 4.6), sharey=True)
    for panel, title, size in zip(panels, forms, reach, strict=True):
        shown = np.log10(np.where(size > 0, size, np.nan))
        picture = panel.imshow(shown, vmin=-4, vmax=0, extent=(0.5, steps + 0.5, steps + 0.5, 0.5))
        for cut in range(k, steps, k):
            panel.axvline(cut + 0.5, color="black", linestyle=":", linewidth=1)
        panel.set(title=title, xlabel="input $x_t$ at step $t$", xticks=range(5, steps + 1, 5))
    panels[0].set(ylabel="loss at step $s$", yticks=range(5, steps + 1, 5))
    figure.colorbar(picture, ax=panels, label="$\\log_{10}$ of $|\\partial L_s / \\partial x_t|$", extend="both")
    pairs = [np.count_nonzero(size) for size in reach]
    triangle, chunks = np.tri(steps, dtype=bool), np.arange(steps) // k
    expected = [triangle, triangle & (chunks[:, None] == chunks)]
    as_it_should = all(np.array_equal(size > 0, want) for size, want in zip(reach, expected, strict=True))
    verdict = "as it should be" if as_it_should else "NOT as it should be"
    grader.show(figure, f"Of {steps * steps} pairs of a loss and an input, full BPTT connects {pairs[0]}; with chunks of "
                f"{k} steps {pairs[1]} are left, and no loss reaches across a dotted line: {verdict}.")

# %% [markdown]
# ## Exercise 6: clip by value
#
# Gradients come as a list: one array for each weight, of any shape. Clipping by value stops every entry at a limit $c$,
# above and below: $g \leftarrow \min(\max(g, -c), c)$. It may turn the direction: with $c = 3$, $[3, 4]$ becomes $[3, 3]$
# (1 line).
#
# <details><summary>Hint</summary>
#
# NumPy has a function for it; a list comprehension makes the list.
#
# </details>


# %% tags=["exercise"]
def clip_by_value(grads, limit):
    """Stop every entry of every gradient at -limit and limit. Deck 3, "Clip gradients at threshold".

    grads: a list of arrays of any shapes.
    limit: the threshold, a positive number.
    Returns a list of new arrays, float64, in the same order and shapes. Changes none of its arguments.
    Errors: none of its own.

    >>> [g.tolist() for g in clip_by_value([np.array([3.0, 4.0]), np.array([[-5.0]])], 3.0)]
    [[3.0, 3.0], [[-3.0]]]
    """
    return [np.clip(g, -float(limit), float(limit)) for g in grads]


# %% [markdown]
# ## Exercise 7: clip by the global norm
#
# All gradients together are one long vector $g$, the direction in which the loss rises. Clipping by norm keeps the
# direction and shortens it to a given length if it is longer, and leaves it alone if it is not:
#
# $$
# \lVert g \rVert = \sqrt{\sum_{\text{arrays}} \sum_{\text{entries}} g^2}, \qquad
# g \leftarrow \begin{cases} g & \text{if } \lVert g \rVert \le m \\ g \, m / \lVert g \rVert & \text{otherwise} \end{cases}
# $$
#
# **One** norm for all arrays: $[3]$ and $[4]$ have the norm 5, and with $m = 1$ they become $[0.6]$ and $[0.8]$; scaled one
# by one they would both be 1. Mind gradients that are all zero (3 lines).
#
# | where you read | beware |
# |---|---|
# | TensorFlow | `tf.clip_by_global_norm` returns the list **and** the norm |
# | Keras | an optimiser's `clipnorm=` clips array by array; its `global_clipnorm=` does what you do here |
# | PyTorch | `clip_grad_norm_` changes the gradients in place, and divides by the norm plus $10^{-6}$ |
#
# <details><summary>Hint</summary>
#
# Square and sum each array, add up, take one root. Then find one factor that is 1 for short gradients and never divides
# by zero.
#
# </details>


# %% tags=["exercise"]
def clip_by_global_norm(grads, max_norm):
    """Scale all gradients by one factor so that their common norm is at most max_norm. Deck 3, "Clip gradients".

    grads: a list of arrays of any shapes.
    max_norm: the largest norm, a positive number.
    Returns a list of new arrays, float64, in the same order and shapes; where the norm is not above max_norm, with the
    same values as grads. Changes none of its arguments.
    Errors: none of its own; all gradients zero is no error.

    >>> [g.round(4).tolist() for g in clip_by_global_norm([np.array([3.0]), np.array([4.0])], 1.0)]
    [[0.6], [0.8]]
    """
    norm = np.sqrt(sum(np.sum(g**2) for g in grads))
    factor = max_norm / max(norm, max_norm)  # 1 if they are short enough
    return [g * factor for g in grads]


# %% [markdown]
# ## Exercise 8: RMSprop
#
# Plain gradient descent uses one step size for all weights, and a gradient of 100 makes a step 10 000 times that of a
# gradient of 0.01. RMSprop divides each gradient by how large it usually is: it keeps for every weight a running mean of
# the squared gradient, `cache`, and divides by its root (the *root mean square*).
#
# $$
# \text{cache} \leftarrow \rho \; \text{cache} + (1 - \rho) \, dw^2, \qquad
# w \leftarrow w - \eta \, \frac{dw}{\sqrt{\text{cache}} + \epsilon}
# $$
#
# | symbol | in code | what |
# |---|---|---|
# | $w$, $dw$, cache | `w`, `dw`, `cache` | arrays of one shape; cache starts at 0, and each weight array has its own |
# | $\eta$ | `lr` | the learning rate |
# | $\rho$ | `rho` | how much of the old mean is kept; 0.9 is usual |
# | $\epsilon$ | `eps` | a small number, so that nothing is divided by 0; it stands **outside** the root |
#
# By hand: cache = 0, $\rho = 0.9$, $\eta = 0.1$. A gradient of 100 makes cache = 0.1 · 100² = 1000 and the step
# 0.1 · 100 / √1000 = 0.316; a gradient of 0.01 makes cache = 0.1 · 0.01² = 0.00001 and the step 0.1 · 0.01 / √0.00001: 0.316
# again. Write the two equations; the second uses the new cache (3 lines).
#
# | where you read | beware |
# |---|---|
# | deck 3, "RMSprop" | prints the sentence on clipping there; RMSprop rescales every gradient, also small ones |
# | Keras | $\epsilon$ inside the root, $dw / \sqrt{\text{cache} + \epsilon}$: another step where gradients are tiny |
# | PyTorch | $\epsilon$ outside the root, as here; its `alpha` is $\rho$, 0.99 if you do not say |


# %% tags=["exercise"]
def rmsprop_update(w, dw, cache, lr, rho, eps):
    """One step of RMSprop. Deck 3, "RMSprop to adjust learning rate"; Hinton, Neural Networks for Machine Learning, 6e.

    w: the weights, any shape.
    dw: dL/dw, the same shape.
    cache: the running mean of dw^2, the same shape, not negative.
    lr: the learning rate, eta.
    rho: how much of the old cache is kept, between 0 and 1.
    eps: a small positive number, added outside the root.
    Returns (w, cache): the new weights and the new cache, new arrays. Changes none of its arguments.
    Errors: NumPy's ValueError where shapes do not fit.

    >>> w, cache = rmsprop_update(np.zeros(2), np.array([100.0, 0.01]), np.zeros(2), lr=0.1, rho=0.9, eps=1e-8)
    >>> w.round(3).tolist(), cache.round(8).tolist()
    ([-0.316, -0.316], [1000.0, 1e-05])
    """
    cache = rho * cache + (1 - rho) * dw**2
    w = w - lr * dw / (np.sqrt(cache) + eps)
    return w, cache


# %% [markdown]
# ## Lab D: train it
#
# All your functions together. The task needs memory: at every step comes a +1 or a −1, and the first comes with a flag.
# After ten steps the network is asked which of the two the flag came with. Three ways to use the same gradients, from the
# same start:
#
# 1. gradient descent;
# 2. the same, clipped to a norm of 1;
# 3. clipped, then RMSprop.
#
# A run ends where its loss passes 1000: a few steps along exploded gradients are enough. If you have time, try other rates:
# with 0.05 gradient descent survives unclipped. Or try `clip_by_value`, or, in `gradients`, `truncated_rnn_backward` with
# $k = 5$: which inputs does the loss reach then, and can the network learn this task?

# %% tags=["lab"]
if grader.ready("mse", "rnn_backward", "clip_by_global_norm", "rmsprop_update"):
    plt = grader.pyplot()
    samples, steps, units, updates = 32, 10, 8, 300

    def gradients(weights, x, y):
        """The loss, and its gradients at W, b, and at the weights and bias of the output layer."""
        W, b, W_hy, b_y = weights
        h0 = np.zeros((samples, units))
        hs = run_rnn(x, h0, W, b)
        loss, dy_hat = mse(hs[:, -1] @ W_hy + b_y, y)  # one output per sequence, from the last state
        dhs = np.zeros(hs.shape)
        dhs[:, -1] = dy_hat @ W_hy.T
        _, _, dW, db = rnn_backward(dhs, x, h0, hs, W)
        return loss, [dW, db, hs[:, -1].T @ dy_hat, dy_hat.sum(axis=0)]

    def train(clip, rmsprop, rate):
        """Losses and gradient norms, update by update, until the loss passes 1000."""
        rng = np.random.default_rng(1)
        W = np.vstack([rng.normal(0, 1.2 * units**-0.5, (units, units)), rng.normal(size=(2, units))])
        weights = [W, np.zeros(units), rng.normal(0, units**-0.5, (units, 1)), np.zeros(1)]
        caches, losses, norms = [np.zeros(w.shape) for w in weights], [], []
        while len(losses) < updates and (not losses or losses[-1] <= 1000):
            x = np.zeros((samples, steps, 2))  # value, flag
            x[:, :, 0] = rng.choice([-1.0, 1.0], (samples, steps))
            x[:, 0, 1] = 1
            loss, grads = gradients(weights, x, x[:, 0, :1])
            losses.append(loss)
            norms.append(np.sqrt(sum(np.sum(g**2) for g in grads)))
            if clip:
                grads = clip_by_global_norm(grads, 1.0)
            for n, g in enumerate(grads):
                if rmsprop:
                    weights[n], caches[n] = rmsprop_update(weights[n], g, caches[n], rate, 0.9, 1e-7)
                else:
                    weights[n] = weights[n] - rate * g
        return np.array(losses), np.array(norms)

    runs = {
        "gradient descent": (train(clip=False, rmsprop=False, rate=0.5), "x"),
        "clipped": (train(clip=True, rmsprop=False, rate=0.5), "o"),
        "clipped, RMSprop": (train(clip=True, rmsprop=True, rate=0.01), "^"),
    }
    figure, (top, bottom) = plt.subplots(2, 1, figsize=(9, 6.5), sharex=True)
    for label, ((losses, norms), marker) in runs.items():
        top.semilogy(losses, marker=marker, markevery=25, label=label)
        bottom.semilogy(norms, marker=marker, markevery=25, label=label)
    for panel, meaning in ((top, "guessing\n(always 0)"), (bottom, "clipped\nif above")):
        panel.axhline(1, color="black", linestyle=":", linewidth=1)
        panel.text(1.01, 1, meaning, va="center", transform=panel.get_yaxis_transform())
    top.set(ylabel="mean squared error", xlim=(-3, updates))
    top.legend(ncols=3, loc="lower center", bbox_to_anchor=(0.5, 1), frameon=False)
    bottom.set(xlabel="update", ylabel="norm of the gradient")

    def outcome(losses):
        ending = losses[-20:].mean()
        if len(losses) < updates or not np.isfinite(ending):
            return f"ends after {len(losses)} updates with a loss of {losses[-1]:.1g}"
        return f"{'learns' if ending < 0.2 else 'does NOT learn'} (its loss ends at {ending:.1g})"

    plain, clipped, adaptive = (outcome(losses) for (losses, _), _ in runs.values())
    grader.show(figure, f"Gradient descent {plain}; with gradients clipped to 1 it {clipped}; with RMSprop as well it "
                f"{adaptive}.")

# %% [markdown]
# ## What you should remember
#
# - BPTT is backpropagation on the unrolled network: **multiply along a path, add where paths meet**. At every $h_t$ two
#   paths meet; at $W$ and $b$ all samples and all steps do.
# - Every step back multiplies by a slope and by $W_{hh}^T$. Over many steps that explodes or vanishes: $2^4 = 16$,
#   $0.5^{50} \approx 8.9 \cdot 10^{-16}$. For a matrix, eigenvalues and singular values stand where $w$ stood.
# - Truncated BPTT carries the state on and stops the gradient; what lies further back than $k$ steps is not taught.
# - Clipping by norm keeps the direction, clipping by value does not. RMSprop is no clipping: it gives each weight its step.
# - Clipping cures exploding only: no factor brings back what has vanished. That takes another cell, the LSTM or the GRU.
# - Central differences tell whether a gradient is right, and which part of it is not.
#
# ## To think about
#
# A few sentences each; a person reads them.

# %% [markdown] tags=["question"]
# **Question 1.** With $T = 30$ and $k = 10$, which inputs does the loss at step 25 reach, and which the loss at step 21? A
# network trained like this must answer to something that happened 15 steps ago. Is it impossible that it does?

# %% [markdown] tags=["answer"] points=2

# %% [markdown] tags=["staff"]
# **Answer 1.** Step 25 lies in the chunk 21 to 30: its loss reaches $x_{21}$ to $x_{25}$; that of step 21 only $x_{21}$. It
# is not impossible: the state is carried across the cut, so what was kept (by chance, or because it was useful within ten
# steps) can still be read. But no gradient ever teaches the network to keep something for longer than the chunk.

# %% [markdown] tags=["question"]
# **Question 2.** The gradient is $[100, 1]$. What do clipping by value with limit 1 and clipping by norm with maximum 1 make
# of it, and by what angle does each turn it? Name one reason for each of the two.

# %% [markdown] tags=["answer"] points=2

# %% [markdown] tags=["staff"]
# **Answer 2.** By value $[1, 1]$, turned from 0.6° to 45°: by 44.4°. By norm $[1.00, 0.01]$, not turned. By norm the step is
# still one of steepest descent, only shorter; by value one exploded entry does not shrink the steps of all other weights.

# %% [markdown] tags=["question"]
# **Question 3.** Gradients have been about 1 for long, so `cache` is 1. Now one of $10^6$ comes, then they are 1 again.
# With $\rho = 0.9$: how large is RMSprop's step at the large gradient, and about how many updates later are its steps as
# large as before? What does clipping first change?

# %% [markdown] tags=["answer"] points=2

# %% [markdown] tags=["staff"]
# **Answer 3.** cache = 0.1 · 10¹² = 10¹¹, the step is η · 10⁶ / √10¹¹ = 3.2 η. Afterwards cache shrinks by 0.9 each time:
# $0.9^n \cdot 10^{11} = 1$ for n = 240. For about 240 updates the weight hardly moves. Clipped first, cache stays near 1.

# %% tags=["staff"]
__test__ = {
    "deck 2's temperatures, deck 4's gradient descent": """
    >>> today, tomorrow = np.array([6.0, 9.0, 7.0]), np.array([9.0, 7.0, 8.0])
    >>> loss, dy_hat = mse(1.0 * today, tomorrow)
    >>> dw = (dy_hat * today).sum()
    >>> w = 1.0 - 0.01 * dw
    >>> round(float(loss), 3), round(float(dw), 3), round(float(w), 4), round(float(mse(w * today, tomorrow)[0]), 3)
    (4.667, -4.667, 1.0467, 4.569)
    """,
    "the example by hand": """
    >>> tiny_hs.round(12).ravel().tolist(), round(0.64 * 0.6 + 1.4592 * 0.5, 4), round(0.64 * 1.2 + 1.4592, 4)
    ([0.6, 0.6], 1.1136, 2.2272)
    """,
    "deck 4: 2^4 and 0.5^50; the table of slopes": """
    >>> 2**4, f"{0.5**50:.1e}", f"{0.64**50:.1e}"
    (16, '8.9e-16', '2.0e-10')
    >>> still = np.zeros((1, 4, 1))
    >>> last, start, double = np.eye(4)[:1, ::-1, None], np.zeros((1, 1)), np.array([[2.0], [0.0]])
    >>> rnn_backward(last, still, start, still, double)[1].item()
    16.0
    >>> np.linalg.svd([[0.8, 2.4], [0.0, 0.8]])[1].max().round(2).item()
    2.64
    """,
    "clipping [3, 4], and question 2": """
    >>> clip_by_value([np.array([3.0, 4.0])], 3.0)[0].tolist()
    [3.0, 3.0]
    >>> g = [np.array([100.0, 1.0])]
    >>> clip_by_value(g, 1.0)[0].tolist(), clip_by_global_norm(g, 1.0)[0].round(2).tolist()
    ([1.0, 1.0], [1.0, 0.01])
    >>> round(float(45 - np.degrees(np.arctan2(1, 100))), 1)
    44.4
    """,
    "question 3": """
    >>> w, cache = rmsprop_update(np.zeros(1), np.array([1e6]), np.ones(1), 1.0, 0.9, 1e-8)
    >>> round(-w.item(), 1), round(float(-np.log(cache.item()) / np.log(0.9)))
    (3.2, 240)
    """,
}
