# ---
# title: "Convolution and pooling: filters over time"
# order: 6
# requires: [activations]
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
# # Convolution and pooling: filters over time
#
# A dense layer gives every time step weights of its own: it does not know that $x_3$ comes after $x_2$, and what it learnt
# about a bump on Monday it must learn again for Tuesday (deck 1: "doesn't consider time based relationships of inputs").
# A **1D convolution** looks at a few neighbouring steps at a time, through a **sliding window with some kernel size k**
# (deck 0), and uses the same few weights, a **filter**, wherever the window stands. **Pooling** then keeps one number of
# each window. Both are quick, since no step waits for the one before, and both stand beside RNNs in every comparison.
# You write both layers and their gradients, learn a filter with them, see what pooling does to order, and find that they
# are the layers inside Keras.
#
# About 150 minutes, reading and labs included. You need NumPy, nothing else.
#
# | | exercise | what it does | lines | minutes |
# |---|---|---|---|---|
# | 1 | `conv1d` | several filters over a sequence, with stride and padding | 17 | 40 |
# | 2 | `max_pool1d` | the largest number of each window | 5 | 10 |
# | 3 | `avg_pool1d` | the mean of each window | 6 | 5 |
# | 4 | `conv1d_backward` | the gradients of the convolution | 9 | 35 |
# | 5 | `max_pool1d_backward` | the gradient of max pooling | 6 | 20 |

# %% tags=["given"]
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def sequence(*numbers):
    """One sample with one feature: (1, T, 1)."""
    return np.array(numbers, dtype=float).reshape(1, -1, 1)


def filters(*rows):
    """Filters over one feature, one per row: (K, 1, F)."""
    return np.array(rows, dtype=float).T[:, None]


# %% tags=["staff"]
from autograder.authoring import grader

# %% [markdown]
# ## A filter, by hand
#
# Deck 1 lays the filter −1 2 −1 over the input 1 3 0 1 2. Lay it over the first three numbers, multiply pair by pair and
# add: −1 · 1 + 2 · 3 − 1 · 0 = **5**. Then move it one step to the right:
#
# ```text
# input      1   3   0   1   2
#
# window 1  -1   2  -1               -1·1 + 2·3 - 1·0  =   5
# window 2      -1   2  -1           -1·3 + 2·0 - 1·1  =  -4
# window 3          -1   2  -1       -1·0 + 2·1 - 1·2  =   0
# ```
#
# Five numbers and a window of three leave three places: $T - K + 1$. This filter answers to a number that is larger than
# its neighbours, and says nothing (0) along a straight line; it is a **second difference**.
#
# One filter sees one thing, so a layer has several, and each makes a row of its own. Deck 1's last figure shows four rows
# of three: −1 2 −1, 0 1 1, 5 0 −5 and −4 1 1, without a word about the last two. They are no results for this input,
# whatever the padding; as filters they fit. Over 1 3 0 1 2 the four answer
#
# | filter | window 1 | window 2 | window 3 | answers to |
# |---|---|---|---|---|
# | −1 2 −1 | 5 | −4 | 0 | a peak |
# | 0 1 1 | 3 | 1 | 3 | the sum of the last two |
# | 5 0 −5 | 5 | 10 | −10 | a fall, over two steps |
# | −4 1 1 | −1 | −11 | 3 | a rise above the first |
#
# ## The layer
#
# Inputs have several features, called **channels** here; a filter has weights for each of them and **adds up over all**.
# With $P$ zeros put before the sequence (none so far), filter $f$ answers at window $t$
#
# $$
# y_{t,f} = b_f + \sum_{k=0}^{K-1} \sum_{c=0}^{C-1} x_{t s + k - P,\, c} \; W_{k,c,f}, \qquad t = 0, 1, \dots, T' - 1
# $$
#
# | symbol | in code | shape | what |
# |---|---|---|---|
# | $B$, $T$, $C$ | | | samples in the batch, time steps, channels (features) of the input |
# | $K$, $F$ | | | kernel size: steps in a window; number of filters |
# | $s$ | `stride` | an int | how far the window moves each time |
# | $T'$ | | | number of windows, hence of time steps in the output |
# | $x$ | `x` | `(B, T, C)` | the sequences, batch first; what lies outside counts as 0 |
# | $W$ | `kernel` | `(K, C, F)` | the filters, as Keras keeps them |
# | $b$ | `bias` | `(F,)` | one per filter, added once |
# | $y$ | `y` | `(B, T', F)` | the answers: a sequence again, with the filters as its features |
# | gradients | `dy` … | as `y` … | `dy` is $\partial L / \partial y$, $L$ the loss; shaped like what it belongs to |
#
# ```text
#        x, one sample                windows, K = 3              kernel               y
#         C                                K·C                       F                  F
#       +---+                     +-------------------+           +-----+           +-----+
#       |   | }                   | x_0   x_1   x_2   |           |     |           |     |
#     T |   | } } window 0     T' | x_1   x_2   x_3   |  @   K·C  |     |   + b = T'|     |
#       |   | } } window 1        | x_2   x_3   x_4   |           |     |           |     |
#       |   |   }                 +-------------------+           +-----+           +-----+
#       +---+
# ```
#
# Gradients are **sums over the batch and over time**. No function changes its arguments.
#
# ## Stride and padding
#
# With stride $s$ only every $s$-th window is looked at; what is left over at the end, too short for a window, is dropped.
# What happens at the edges is up to the padding. Keras knows three, and so do you:
#
# | `padding` | zeros before | zeros after | $T'$ | −1 2 −1 over 1 3 0 1 2 |
# |---|---|---|---|---|
# | `"valid"` | 0 | 0 | $\lfloor (T - K) / s \rfloor + 1$ | 5 −4 0 |
# | `"same"` | $\lfloor p / 2 \rfloor$ | the other $\lceil p / 2 \rceil$ | $\lceil T / s \rceil$ | −1 5 −4 0 3 |
# | `"causal"` | $K - 1$ | 0 | $\lceil T / s \rceil$ | −1 −1 5 −4 0 |
#
# For `"same"`, $p = \max((T' - 1) \, s + K - T, \; 0)$: just as many zeros as $T'$ windows need, an odd one **after** the
# sequence. So $p$ depends on $T$ and $s$; for $s = 1$ it is $K - 1$. With `"causal"` padding no window looks ahead: for
# $s = 1$, $y_t$ sees $x_t$ and what came before. That matters in forecasting: with `"same"`, today's output has looked at
# tomorrow.
#
# | where you read | beware |
# |---|---|
# | `np.convolve` | turns the kernel round first. Deck 1, Keras and PyTorch do not: a *cross-correlation* |
# | deck 1, −1 2 −1 | is the same from both ends, so it cannot tell you whether your kernel is turned round |
# | deck 1, "translational invariance" | shift the input, and a filter's output shifts along: that is *equivariance* |
# | deck 1, pooling | moves the window by 1; Keras's pooling layers move it by `size` if you do not say otherwise |
# | PyTorch | sequences are `(B, C, T)`, kernels `(F, C, K)`; `padding=p` is p zeros on either side |

# %% tags=["given"]
slide_input = sequence(1, 3, 0, 1, 2)  # deck 1, "1-D Convolutional Layers"
slide_filters = filters((-1, 2, -1), (0, 1, 1), (5, 0, -5), (-4, 1, 1))
slide_pooling = sequence(5, 4, 0, 3, 6, 2, 1)  # deck 1, "1-D Max Pooling Layers"

# %% tags=["staff"]
__test__ = {
    "deck 1, 1-D Convolutional Layers: four filters over one input": """
    >>> conv1d(slide_input, slide_filters, np.zeros(4))[0].T.astype(int).tolist()
    [[5, -4, 0], [3, 1, 3], [5, 10, -10], [-1, -11, 3]]
    """,
    "the three paddings, and question 1": """
    >>> for padding in ("valid", "same", "causal"):
    ...     conv1d(slide_input, slide_filters[..., :1], np.zeros(1), 1, padding).ravel().astype(int).tolist()
    [5, -4, 0]
    [-1, 5, -4, 0, 3]
    [-1, -1, 5, -4, 0]
    >>> turned = slide_filters[::-1]
    >>> conv1d(slide_input, turned, np.zeros(4))[0].T.astype(int).tolist()
    [[5, -4, 0], [4, 3, 1], [-5, -10, 10], [4, -1, -7]]
    >>> np.convolve([1, 3, 0, 1, 2], [0, 1, 1], "valid").tolist()
    [4, 3, 1]
    """,
    "deck 1, 1-D Max Pooling Layers and 1-D Average Pooling Layers": """
    >>> max_pool1d(slide_pooling, 2).ravel().astype(int).tolist()
    [5, 4, 3, 6, 6, 2]
    >>> avg_pool1d(slide_pooling, 2).ravel().tolist()
    [4.5, 2.0, 1.5, 4.5, 4.0, 1.5]
    """,
    "Keras's default stride": """
    >>> max_pool1d(slide_pooling, 2, 2).ravel().tolist(), avg_pool1d(slide_pooling, 2, 2).ravel().tolist()
    ([5.0, 3.0, 6.0], [4.5, 1.5, 4.0])
    """,
    "gradients by hand": """
    >>> dx, dkernel, dbias = conv1d_backward(sequence(1, 2, 3), slide_input, slide_filters[..., :1])
    >>> dx.ravel().astype(int).tolist(), dkernel.ravel().astype(int).tolist(), dbias.astype(int).tolist()
    ([-1, 0, 0, 4, -3], [7, 6, 8], [6])
    >>> max_pool1d_backward(sequence(1, 2, 3, 4, 5, 6), slide_pooling, 2).ravel().astype(int).tolist()
    [1, 2, 0, 3, 9, 6, 0]
    """,
    "question 2": """
    >>> 3 * 2 * 8 + 8, 48 * 176 + 176
    (56, 8624)
    """,
    "question 3: from the last window (size, stride) back to the first": """
    >>> def seen(*windows):
    ...     steps = 1
    ...     for size, stride in reversed(windows):
    ...         steps = (steps - 1) * stride + size
    ...     return steps
    >>> conv, pool = (3, 1), (2, 2)
    >>> seen(conv, conv), seen(*[conv] * 5), seen(conv, pool, conv), seen(*[conv, pool] * 4, conv)
    (5, 11, 8, 78)
    """,
}

# %% [markdown]
# ## Exercise 1: filters over a sequence
#
# First the zeros, then the windows, then the sum; the drawing above is the whole plan (17 lines, most of them for the
# padding). Write and check `"valid"` first.
#
# <details><summary>Hint</summary>
#
# Work out how many zeros go before and after, make an array of zeros of that length and put `x` inside. Each window is
# `padded[:, t * stride : t * stride + K]`; a loop over $t$ will do. For speed, `sliding_window_view(padded, K, axis=1)`
# gives all windows for stride 1 without copying anything, as `(B, T - K + 1, C, K)`: mind that time comes **last** there.
# `np.tensordot` multiplies and sums over any pairs of axes that you name.
#
# </details>


# %% tags=["exercise"]
def conv1d(x, kernel, bias, stride=1, padding="valid"):
    """Slide every filter over the sequence, as keras.layers.Conv1D does. Decks 0 and 1, "1-D Convolutional Layers".

    x: the sequences, shape (B, T, C).
    kernel: the filters, shape (K, C, F); not turned round (a cross-correlation).
    bias: one number per filter, shape (F,).
    stride: how far the window moves each time, an int of 1 or more.
    padding: "valid" (none), "same" or "causal", with the numbers of zeros in the table above.
    Returns y, shape (B, T', F), float64. Changes none of its arguments.
    Errors: ValueError that names the padding where it is none of the three; NumPy's where shapes do not fit.

    >>> conv1d(slide_input, slide_filters, np.zeros(4))[0, 0].tolist()
    [5.0, 3.0, 5.0, -1.0]
    """
    B, T, C = x.shape
    K = kernel.shape[0]
    if padding == "valid":
        left, right = 0, 0
    elif padding == "same":
        needed = max((-(-T // stride) - 1) * stride + K - T, 0)  # -(-T // stride) rounds up
        left, right = needed // 2, needed - needed // 2
    elif padding == "causal":
        left, right = K - 1, 0
    else:
        raise ValueError(f"unknown padding {padding!r}: use 'valid', 'same' or 'causal'")
    padded = np.zeros((B, left + T + right, C))
    padded[:, left : left + T] = x
    windows = sliding_window_view(padded, K, axis=1)[:, ::stride]  # (B, T', C, K)
    y = np.tensordot(windows, kernel, axes=[(3, 2), (0, 1)])
    y += bias
    return y


# %% [markdown]
# ## Exercise 2: max pooling
#
# Pooling slides a window too, but over each channel by itself, and has nothing to learn. Deck 1 takes windows of 2 over
# 5 4 0 3 6 2 1, moved by 1:
#
# ```text
# input      5   4   0   3   6   2   1
# windows   (5   4)
#               (4   0)
#                   (0   3)        ...
# largest      5   4   3   6   6   2
# mean        4.5  2  1.5 4.5  4  1.5
# ```
#
# Here there is no padding: what does not fill a window at the end is dropped, so there are
# $T' = \lfloor (T - \text{size}) / s \rfloor + 1$ windows (5 lines).
#
# <details><summary>Hint</summary>
#
# The windows are those of exercise 1. If you keep a running maximum, do not start it at 0: all of a window may be negative.
#
# </details>


# %% tags=["exercise"]
def max_pool1d(x, size, stride=1):
    """The largest number of each window, channel by channel. Deck 1, "1-D Max Pooling Layers".

    x: the sequences, shape (B, T, C).
    size: steps in a window, an int from 1 to T.
    stride: how far the window moves each time, an int of 1 or more; 1 as on the slides (Keras: size).
    Returns y, shape (B, T', C), float64. Changes none of its arguments.
    Errors: ValueError where size is larger than T.

    >>> max_pool1d(slide_pooling, 2).ravel().tolist()
    [5.0, 4.0, 3.0, 6.0, 6.0, 2.0]
    """
    windows = sliding_window_view(x, size, axis=1)[:, ::stride]  # (B, T', C, size)
    y = windows[..., 0].astype(float)
    for k in range(1, size):  # a running maximum; windows.max(axis=-1) is the same, and slower
        np.maximum(y, windows[..., k], out=y)
    return y


# %% [markdown]
# ## Exercise 3: average pooling
#
# The same windows, and the mean of each (6 lines).


# %% tags=["exercise"]
def avg_pool1d(x, size, stride=1):
    """The mean of each window, channel by channel. Deck 1, "1-D Average Pooling Layers".

    x, size, stride: as in max_pool1d.
    Returns y, shape (B, T', C), float64. Changes none of its arguments.
    Errors: ValueError where size is larger than T.

    >>> avg_pool1d(slide_pooling, 2).ravel().tolist()
    [4.5, 2.0, 1.5, 4.5, 4.0, 1.5]
    """
    windows = sliding_window_view(x, size, axis=1)[:, ::stride]  # (B, T', C, size)
    y = windows[..., 0].astype(float)
    for k in range(1, size):
        y += windows[..., k]
    y /= size
    return y


# %% [markdown]
# ## Lab A: filters over a signal
#
# A noisy level that jumps up, has one high peak, and falls again. Three filters run over it in one call of your `conv1d`:
# one that smooths, one that finds edges (later minus earlier), and deck 1's −1 2 −1. Below, your two poolings take windows
# of 8. Which row would you keep if you had to tell **whether** there was a peak, and which if you had to tell **when**?

# %% tags=["lab"]
if grader.ready("conv1d", "max_pool1d", "avg_pool1d"):
    plt = grader.pyplot()
    steps, up, peak, down, size = 120, 30, 60, 90, 8
    signal = np.random.default_rng(4).normal(0, 0.1, (1, steps, 1))
    signal[:, up:down] += 1.5
    signal[:, peak] += 2
    bank = filters((0.2, 0.2, 0.2, 0.2, 0.2), (-0.5, -0.5, 0, 0.5, 0.5), (0, -1, 2, -1, 0))
    smooth, edge, bend = conv1d(signal, bank, np.zeros(3), 1, "same")[0].T
    largest, mean = max_pool1d(signal, size, size).ravel(), avg_pool1d(signal, size, size).ravel()

    figure, rows = plt.subplots(4, 1, figsize=(9, 8), sharex=True, height_ratios=[4, 3, 3, 3])
    rows[0].plot(signal.ravel(), color="#999999", linestyle=":", marker=".", label="signal")
    rows[0].plot(smooth, color="black", label="smoothed, ⅕ ⅕ ⅕ ⅕ ⅕")
    rows[1].plot(edge, label="edges, −½ −½ 0 ½ ½")
    rows[2].plot(bend, label="second difference, −1 2 −1")
    middle = size * np.arange(len(largest)) + (size - 1) / 2
    rows[3].plot(middle, largest, marker="^", linestyle="-", drawstyle="steps-mid", label=f"max pooling, windows of {size}")
    rows[3].plot(middle, mean, marker="s", linestyle="--", drawstyle="steps-mid", label="average pooling")
    for row in rows:
        row.legend(loc="upper left", fontsize=10, ncols=2, frameon=False)
        row.set_ylim(top=row.get_ylim()[1] + 0.4 * np.ptp(row.get_ylim()))
    rows[3].set(xlabel="time step $t$")
    places = int(edge.argmax()), int(edge.argmin()), int(bend.argmax())
    found = abs(places[0] - up + 0.5) < 1 and abs(places[1] - down + 0.5) < 1 and places[2] == peak
    verdict = "there" if found else "NOT where"
    noise = np.std(smooth[5 : up - 5]) / np.std(signal[0, 5 : up - 5])
    grader.show(figure, f"The edge filter is highest at t = {places[0]} and lowest at t = {places[1]}, the second "
                f"difference highest at t = {places[2]}: {verdict} the signal jumps up, falls and peaks. "
                f"Smoothing leaves {noise:.0%} of the noise; max pooling keeps {largest.max():.1f} of the peak's "
                f"{signal.max():.1f}, average pooling {mean.max():.1f}.")

# %% [markdown]
# ## Lab B: what pooling does to order
#
# "Pooling can interfere with sequential information" (deck 1). It keeps what was in a window and forgets where. On the
# left, two signals that go different ways and give the very same pooled numbers, by either pooling, if windows do not
# overlap. On the right a census: the numbers 1 to 6 can stand in 6! = 720 orders. How many can still be told apart after
# your pooling? With deck 1's stride of 1 windows overlap, and more of the order survives.

# %% tags=["lab"]
if grader.ready("max_pool1d", "avg_pool1d"):
    from itertools import permutations

    plt = grader.pyplot()
    rising, falling = sequence(1, 3, 4, 6, 5, 8, 7, 9), sequence(3, 1, 6, 4, 8, 5, 9, 7)
    pooled = [[pool(one, 2, 2).ravel() for one in (rising, falling)] for pool in (max_pool1d, avg_pool1d)]
    apart = max(np.abs(one - other).max() for one, other in pooled)
    orders = np.array(list(permutations(range(1, 7))), dtype=float)[..., None]
    sizes = range(1, 7)

    def told_apart(pool, size, stride):
        """How many of the 720 orders still differ after pooling."""
        return len(np.unique(pool(orders, size, stride).reshape(len(orders), -1).round(9), axis=0))

    left_over = {(pool, stride): [told_apart(function, size, size if stride == "size" else 1) for size in sizes]
                 for pool, function in (("max", max_pool1d), ("average", avg_pool1d)) for stride in (1, "size")}

    figure, (left, right) = plt.subplots(1, 2, figsize=(9.5, 4.5))
    left.plot(rising.ravel(), marker="o", label="one signal")
    left.plot(falling.ravel(), marker="s", linestyle="--", markerfacecolor="white", label="another")
    for row, word, marker in ((0, "largest", "^"), (1, "mean", "x")):
        for which, style in ((0, {"markersize": 11, "markerfacecolor": "none"}), (1, {"markersize": 5})):
            name = f"{word} of two, both signals" if which else "_"
            left.plot(np.arange(4) * 2 + 0.5, pooled[row][which], marker, color="black", label=name, **style)
    left.set(xlabel="time step $t$", title="different orders, the same pooled", ylim=(0, 14))
    left.legend(loc="upper left", fontsize=9, frameon=False)
    for (pool, stride), counts in left_over.items():
        marker, colour = ("^", "#0072B2") if pool == "max" else ("x", "#D55E00")
        line = "-" if stride == 1 else ":"
        right.semilogy(sizes, counts, marker=marker, linestyle=line, color=colour, label=f"{pool}, stride {stride}")
    right.set(xlabel="size of the window", title="orders of 1 … 6 that still differ")
    right.set(yticks=[1, 10, 100, 720], yticklabels=["1", "10", "100", "720"])
    right.legend(loc="lower left", fontsize=9, frameon=False)
    verdict = "give the same pooled numbers" if apart < 1e-9 else f"are {apart:.2g} apart after pooling, which is wrong"
    of_two = {key: counts[1] for key, counts in left_over.items()}
    grader.show(figure, f"The two signals {verdict}. Of 720 orders, max pooling of two leaves {of_two['max', 1]} with "
                f"stride 1 and {of_two['max', 'size']} with stride 2, average pooling {of_two['average', 1]} and "
                f"{of_two['average', 'size']}; a window over all six leaves {left_over['max', 1][-1]}.")

# %% [markdown]
# ## Exercise 4: backward through a convolution
#
# Each $x$ is in several windows and each weight at work in all of them. As always: **multiply along a path, add where
# paths meet.** Without padding, $y_{t,f} = b_f + \sum_{k,c} x_{ts+k,\,c} \, W_{k,c,f}$, so
#
# | from → back to | factor | add up over | shape |
# |---|---|---|---|
# | $y_{t,f}$ → $b_f$ | 1 | samples and windows $t$ | `(F,)` |
# | $y_{t,f}$ → $W_{k,c,f}$ | $x_{ts+k,\,c}$ | samples and windows $t$ | `(K, C, F)` |
# | $y_{t,f}$ → $x_{ts+k,\,c}$ | $W_{k,c,f}$ | filters $f$, and all pairs $t$, $k$ that meet the same $x$ | `(B, T, C)` |
#
# On the slide's input with filter −1 2 −1 and `dy` = 1 2 3:
#
# ```text
# dx       = 1·(-1  2 -1)
#              + 2·(-1  2 -1)
#                  + 3·(-1  2 -1)                       = -1   0   0   4  -3
# dkernel  = 1·(1 3 0) + 2·(3 0 1) + 3·(0 1 2)          =  7   6   8          each window, weighted
# dbias    = 1 + 2 + 3                                  =  6
# ```
#
# Read `dx` downwards: it is `dy` spread out again, each number through the whole filter, with overlaps added (9 lines).
#
# <details><summary>Hint</summary>
#
# `dkernel` is made of the same windows as the forward pass. For `dx`, start with zeros and go through $k$, not through $t$:
# place $k$ of all windows is `x[:, k : k + stride * n : stride]`, with $n$ windows, and what comes back to it is
# `dy @ kernel[k].T`. Steps that no window has seen keep the gradient 0.
#
# </details>


# %% tags=["exercise"]
def conv1d_backward(dy, x, kernel, stride=1):
    """The gradients of conv1d with "valid" padding. Deck 1, "1-D Convolutional Layers"; deck 2, "BPTT".

    dy: dL/dy, shape (B, T', F).
    x: the sequences, shape (B, T, C).
    kernel: the filters, shape (K, C, F).
    stride: as in conv1d.
    Returns (dx, dkernel, dbias): shapes (B, T, C), (K, C, F) and (F,); those of kernel and bias are summed over
    batch and time, not averaged. Changes none of its arguments.
    Errors: NumPy's ValueError where shapes do not fit.

    >>> dx, dkernel, dbias = conv1d_backward(sequence(1, 2, 3), slide_input, slide_filters[..., :1])
    >>> dx.ravel().tolist(), dkernel.ravel().tolist(), dbias.tolist()
    ([-1.0, 0.0, 0.0, 4.0, -3.0], [7.0, 6.0, 8.0], [6.0])
    """
    K, n = kernel.shape[0], dy.shape[1]
    dy = np.asarray(dy, dtype=float)
    windows = sliding_window_view(x, K, axis=1)[:, ::stride]  # (B, T', C, K)
    dkernel = np.tensordot(windows, dy, axes=[(0, 1), (0, 1)]).swapaxes(0, 1)
    dbias = dy.sum(axis=(0, 1))
    dx = np.zeros(x.shape)
    for k in range(K):
        dx[:, k : k + stride * n : stride] += dy @ kernel[k].T
    return dx, dkernel, dbias


# %% [markdown]
# ## Exercise 5: backward through max pooling
#
# Only the largest number of a window reached the output, so it alone gets the gradient; nudge any other and nothing
# changes. With windows that overlap, one number may win several times: add. For `dy` = 1 2 3 4 5 6 on the slide's example:
#
# ```text
# x    5   4   0   3   6   2   1
# wins window 1: 5    2: 4    3: 3    4: 6    5: 6    6: 2
# dx   1   2   0   3  4+5  6   0
# ```
#
# Where two numbers tie for the largest, there is no one right answer; give the window's gradient to one of them, or share
# it, but hand out no more than there is (6 lines).
#
# <details><summary>Hint</summary>
#
# `windows.argmax(axis=-1)` says which place $k$ of its window won. As in exercise 4, go through the places $k$, and let
# through those entries of `dy` whose window was won by place $k$.
#
# </details>


# %% tags=["exercise"]
def max_pool1d_backward(dy, x, size, stride=1):
    """The gradient of max_pool1d: each window's goes to its largest number. Deck 1, "1-D Max Pooling Layers".

    dy: dL/dy, shape (B, T', C).
    x: the sequences, shape (B, T, C).
    size, stride: as in max_pool1d.
    Returns dx, shape (B, T, C); among ties, any split that adds up to the window's gradient. Changes none of its arguments.
    Errors: NumPy's ValueError where shapes do not fit.

    >>> max_pool1d_backward(sequence(1, 2, 3, 4, 5, 6), slide_pooling, 2).ravel().tolist()
    [1.0, 2.0, 0.0, 3.0, 9.0, 6.0, 0.0]
    """
    windows = sliding_window_view(x, size, axis=1)[:, ::stride]  # (B, T', C, size)
    winner, n = windows.argmax(axis=-1), windows.shape[1]
    dx = np.zeros(x.shape)
    for k in range(size):
        dx[:, k : k + stride * n : stride] += dy * (winner == k)
    return dx


# %% [markdown]
# ## Lab C: learn a filter
#
# Nobody chooses filters by hand: they are weights, learnt like all others. Each sequence here hides one of two patterns,
# mirror images of each other, in noise; the network must say which. It has **one filter** and one max pooling over all
# windows ("is it anywhere?"), six numbers to learn, and your two backward functions to learn them by. In training the
# pattern always begins in the first ten steps; then comes a test with patterns that begin later, where it never saw
# one. That it answers rightly there is what "filters assume translational invariance" buys. And although pooling loses
# **where** the pattern was, the filter saw **in which order** it came: that much order survives.
#
# It starts as a filter that copies its input, made small. Try `filters((0.1, 0.1, 0.1, 0.1, 0.1))`: from some starts
# gradient descent ends in a worse filter, one reason why real layers have many, with random starts.

# %% tags=["lab"]
if grader.ready("conv1d", "max_pool1d", "conv1d_backward", "max_pool1d_backward"):
    plt = grader.pyplot()
    rng = np.random.default_rng(2)
    pattern = np.array([0.5, 1, 2, -1, -2])

    def hidden_patterns(count, first, last):
        """Sequences (count, 24, 1), each with a pattern that begins at first … last; truth: 1, or 0 for the mirror image."""
        x, truth = rng.normal(0, 0.3, (count, 24, 1)), np.arange(count) % 2
        for sample in range(count):
            start = rng.integers(first, last + 1)
            x[sample, start : start + 5, 0] += pattern if truth[sample] else pattern[::-1]
        return x, truth[:, None, None].astype(float)

    early, late = hidden_patterns(60, 0, 9), hidden_patterns(400, 10, 19)
    kernel, bias = filters((0, 0, 0.1, 0, 0)), np.zeros(1)
    first_kernel, losses = kernel, []
    x, truth = early
    for _ in range(200):
        y = conv1d(x, kernel, bias)
        answer = max_pool1d(y, y.shape[1])
        losses.append(np.mean((answer - truth) ** 2))
        dy = max_pool1d_backward(2 * (answer - truth) / len(x), y, y.shape[1])
        _, dkernel, dbias = conv1d_backward(dy, x, kernel)
        kernel, bias = kernel - 0.05 * dkernel, bias - 0.05 * dbias

    def share_right(x, truth):
        """The part of sequences that is told rightly."""
        return np.mean((max_pool1d(conv1d(x, kernel, bias), 20) > 0.5) == truth)

    figure, (left, right) = plt.subplots(1, 2, figsize=(9.5, 4))
    for shape, label, look in ((first_kernel, "the filter at first", ":o"), (kernel, "the filter, learnt", "-s")):
        left.plot(shape.ravel() / np.linalg.norm(shape), look, color="#0072B2", label=label)
    left.plot(pattern / np.linalg.norm(pattern), "--^", color="#D55E00", label="the pattern")
    left.set(xlabel="place $k$", xticks=range(5), ylim=(-1, 1.6), title="each scaled to length 1")
    left.legend(loc="upper left", fontsize=9, frameon=False)
    right.plot(losses)
    right.set(xlabel="step of gradient descent", ylabel="mean squared error", title="learning", ylim=(0, None))
    scores = share_right(*early), share_right(*late)
    verdict = "it has learnt" if min(scores) > 0.95 else "it has NOT learnt: a bad start, or wrong gradients"
    grader.show(figure, f"After {len(losses)} steps the error has gone from {losses[0]:.3f} to {losses[-1]:.3f}; it tells "
                f"{scores[0]:.0%} of the training sequences rightly, and {scores[1]:.0%} of those with the pattern "
                f"in places where it never was: {verdict}.")

# %% [markdown]
# ## Lab D: your layers are the Keras layers
#
# Hand Keras your filters, give both the same sequences, and compare: the three paddings, and both poolings. TensorFlow
# takes a while to load, and prints lines in red that are no errors.

# %% tags=["lab"]
if grader.ready("conv1d", "max_pool1d", "avg_pool1d"):
    from importlib.util import find_spec

    if not find_spec("tensorflow"):
        print("This lab needs TensorFlow, which is not installed here; on Colab it is.")
    else:
        import keras

        plt = grader.pyplot()
        rng = np.random.default_rng(6)
        series, weights, biases = rng.normal(size=(1, 20, 2)), rng.normal(size=(4, 2, 3)), rng.normal(size=3)
        pairs = {}
        for padding in ("valid", "same", "causal"):
            layer = keras.layers.Conv1D(3, 4, strides=2, padding=padding, dtype="float64")
            layer.build(series.shape)
            layer.set_weights([weights, biases])
            pairs[f'Conv1D, "{padding}"'] = conv1d(series, weights, biases, 2, padding), np.asarray(layer(series))
        pooling = {"MaxPooling1D": max_pool1d, "AveragePooling1D": avg_pool1d}
        for name, own in pooling.items():
            layer = getattr(keras.layers, name)(3, strides=1, dtype="float64")
            pairs[name] = own(series, 3), np.asarray(layer(series))

        figure, panels = plt.subplots(2, 3, figsize=(9.5, 5.5))
        for panel, (name, (yours, theirs)) in zip(panels.ravel(), pairs.items(), strict=False):
            panel.plot(theirs[0])
            panel.plot(yours[0], "ko", markerfacecolor="none", markersize=5)
            panel.set(title=name, xlabel="output step")
        panels[1, 2].axis("off")
        panels[1, 2].plot([], label="Keras (a line per filter or channel)")
        panels[1, 2].plot([], "ko", markerfacecolor="none", label="yours")
        panels[1, 2].legend(loc="center", fontsize=9, frameon=False)
        off = {name: np.abs(a - b).max() if a.shape == b.shape else np.inf for name, (a, b) in pairs.items()}
        wrong = [name for name, distance in off.items() if not distance < 1e-6]
        verdict = f"do NOT lie on Keras' (lines) for {', '.join(wrong)}" if wrong else "lie on Keras' (lines) everywhere"
        grader.show(figure, f"Your outputs (circles) {verdict}: at most {max(off.values()):.0e} apart.")

# %% [markdown]
# ## What you should remember
#
# - A filter is a few weights that slide along the sequence: multiply, add up over the window **and over the channels**.
# - The same weights everywhere: shift the input, and the output shifts along. Far fewer numbers to learn than a dense layer.
# - Several filters make several output channels. They are learnt; the gradient is the same windows, weighted by `dy`.
# - Valid drops the edges, same keeps the length, causal keeps the length and does not look ahead: use it to forecast.
# - Pooling keeps what, loses where; with large steps it takes order away. Max sends its gradient to the winner alone.
# - Names deceive: "convolution" here does not turn the kernel, and a pooling layer's default stride is its size in Keras.
#
# ## To think about
#
# A few sentences each; a person reads them.

# %% [markdown] tags=["question"]
# **Question 1.** A friend computes the slide's example with `np.convolve(x, w, "valid")` and gets the right numbers for the
# filter −1 2 −1, but not for 0 1 1. Why? What would *learning* do if a layer turned its kernels round?

# %% [markdown] tags=["answer"] points=2

# %% [markdown] tags=["staff"]
# **Answer 1.** `np.convolve` turns the filter round; −1 2 −1 turned round is itself, 0 1 1 becomes 1 1 0: 4 3 1 in the
# place of 3 1 3. (A palindrome is a bad test.) Learning would not mind: it would find the same filters the other way
# round. It only matters when weights are carried from one library to another.

# %% [markdown] tags=["question"]
# **Question 2.** A sequence has 24 steps of 2 features. Count the numbers that a layer of 8 filters of size 3 learns, and
# those of a dense layer from all inputs to an output of the same size. What does the small number assume about the data,
# and for which data would that be wrong?

# %% [markdown] tags=["answer"] points=2

# %% [markdown] tags=["staff"]
# **Answer 2.** 3 · 2 · 8 + 8 = 56 against 48 · 176 + 176 = 8624 (22 windows, 8 filters). It assumes that neighbours matter
# to each other and that a pattern means the same wherever it stands. Wrong where the place itself has a meaning: hour 3 of
# the day against hour 15, the fields of a form, features in no order.

# %% [markdown] tags=["question"]
# **Question 3.** Layers of filters of size 3, stride 1, are stacked. How many input steps does one output of the second,
# and of the fifth layer see? What changes if each layer is followed by max pooling with size and stride 2, what is gained,
# and what is lost? How does an RNN differ?

# %% [markdown] tags=["answer"] points=2

# %% [markdown] tags=["staff"]
# **Answer 3.** 5 and 11: each layer adds 2. With pooling, each step of the next layer stands for twice as many steps: 8 and
# 78, so the view grows like powers of 2. Gained: a wide view with few layers, and shorter sequences; lost: where exactly,
# and the order within a window. An RNN sees everything before, in principle, but step after step, and gradients must come
# all that way back.
