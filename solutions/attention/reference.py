# ---
# title: "Attention: see everything at once"
# order: 8
# requires: [rnn, lstm]
# minutes: 140
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
# # Attention: see everything at once
#
# An RNN reads a sequence as through a keyhole, one step after another, and what it saw first must survive every step in
# between. Gates make the way smoother (`lstm`), but not shorter. **Transformers** take another way: every position looks
# at **all** positions at once and takes from each as much as it needs. How much is what **attention** computes. Deck 4
# has one slide on Transformers and BERT, which is one of them; here is where each line of it comes true:
#
# | deck 4 says that a Transformer | here |
# |---|---|
# | processes inputs simultaneously, views the entire set at once instead of sequentially | exercise 3: no loop over time |
# | uses a self-attention node | exercise 3, and with several heads exercise 5 |
# | captures relationships with other inputs | lab A: a map of who looks at whom |
# | keeps embedded position, so that order is still maintained | exercise 4, labs B and C |
# | is faster than earlier variants of RNNs | "Transformers beside RNNs", and question 2: what it costs |
#
# About 140 minutes, reading and labs included. You need NumPy, nothing else.
#
# | | exercise | what it does | lines | minutes |
# |---|---|---|---|---|
# | 1 | `softmax` | scores become weights that add up to 1 | 4 | 15 |
# | 2 | `causal_mask` | who may look at whom, if the future is hidden | 1 | 10 |
# | 3 | `scaled_dot_product_attention` | look at everything, take what fits | 6 | 30 |
# | 4 | `positional_encoding` | where each input stands | 5 | 20 |
# | 5 | `multi_head_attention` | several looks at the same time | 7 | 35 |

# %% tags=["given"]
import numpy as np

# %% tags=["staff"]
from autograder.authoring import grader

# %% [markdown]
# ## The idea
#
# Think of looking something up. You come with a **query**. Every input offers a **key**, what it can be found by, and a
# **value**, what it has to say. The better a key fits your query, the more of its value you take. In a dictionary of
# Python one key fits and all others do not; here every key fits a little, and the answer is a weighted average.
#
# $$
# \text{Attention}(Q, K, V) = \underbrace{\text{softmax}\Big(\frac{Q K^T}{\sqrt{d}}\Big)}_{\text{weights}} \, V
# $$
#
# ```text
#                  keys  k_1  k_2  k_3
#                        +----+----+----+                   +-----+
#   query q_1 ---------> |    |    |    |  softmax          | v_1 |       output of position 1:
#   query q_2 ---------> |  scores      |  of each row  @   | v_2 |   =   its weights times all values
#   query q_3 ---------> |    |    |    |  -> weights       | v_3 |
#                        +----+----+----+                   +-----+
#                            (T, T)                         (T, d_v)
# ```
#
# In **self-attention** all three come from the same sequence: $Q = X W_Q$, $K = X W_K$, $V = X W_V$.
#
# | symbol | in code | shape | what |
# |---|---|---|---|
# | $B$, $T$, $D$ | | | samples in the batch, positions (time steps), features of an input |
# | $X$ | `x` | `(B, T, D)` | the sequence, batch first |
# | $Q$ | `q` | `(..., Tq, d)` | one query for each position that looks; `...`: any axes in front, such as $B$ |
# | $K$, $V$ | `k`, `v` | `(..., Tk, d)`, `(..., Tk, dv)` | a key and a value for each position that is looked at |
# | $Q K^T / \sqrt{d}$ | `scores` | `(..., Tq, Tk)` | how well each key fits each query |
# | mask | `mask` | broadcasts to `(..., Tq, Tk)` | boolean: **True may be seen**, False is hidden |
# | softmax of the scores | `weights` | `(..., Tq, Tk)` | how much each query takes from each value: a row adds up to 1 |
# | Attention(Q, K, V) | `output` | `(..., Tq, dv)` | one weighted average of the values for each query |
# | $W_Q$, $W_K$, $W_V$, $W_O$ | `W_q` … | `(D, D)` | the weights that are learned; they act on rows, `x @ W_q` |
# | $N$, $d = D / N$ | `heads` | | how many attentions side by side, and the features of each |
# | $PE$ | `encoding` | `(T, D)` | what is added to $X$ so that order is seen |
#
# No function changes its arguments.
#
# | where you read | beware |
# |---|---|
# | Keras | `attention_mask` is as here, True may be seen; `key_dim` is $d$, the size of one head, not $D$ |
# | PyTorch | `nn.MultiheadAttention` has it the other way round: its mask is True where **hidden** |
# | many programs | an additive mask, 0 where seen and −∞ (or −10⁹) where hidden, added to the scores: the same result |
# | deck 4 | a "self-attention node" is no unit with a state: it is this formula, and holds nothing from step to step |

# %% tags=["given"]
tiny_q = np.array([[0.0, 0, 0, 0], [0, 1, 0, 1], [1, 1, 1, 1]])  # T = 3 positions, d = 4
tiny_k = np.array([[0.0, 0, 0, 0], [1, 0, 1, 0], [1, 1, 1, 1]])
tiny_v = np.array([[10.0], [11], [12]])  # the first three prices of deck 4's stock: $10, $11, $12

# %% [markdown]
# ## By hand
#
# Three positions with keys of $d = 4$ numbers, so $\sqrt{d} = 2$. Take the third query, $q_3 = (1, 1, 1, 1)$:
#
# | key | $q_3 \cdot k$ | score: divided by 2 | $e^{score}$ | weight: divided by 11.107 | value | weight · value |
# |---|---|---|---|---|---|---|
# | $k_1 = (0, 0, 0, 0)$ | 0 | 0 | 1 | 0.0900 | 10 | 0.900 |
# | $k_2 = (1, 0, 1, 0)$ | 2 | 1 | 2.718 | 0.2447 | 11 | 2.692 |
# | $k_3 = (1, 1, 1, 1)$ | 4 | 2 | 7.389 | 0.6652 | 12 | 7.983 |
# | sum | | | 11.107 | 1 | | **11.575** |
#
# Now all three queries at once. In the right half the future is hidden: row 1 sees $k_1$ only, row 2 sees $k_1$ and $k_2$.
#
# | query | scores | weights | output | weights, future hidden | output |
# |---|---|---|---|---|---|
# | $q_1 = (0, 0, 0, 0)$ | 0, 0, 0 | 0.333, 0.333, 0.333 | 11 | 1, 0, 0 | 10 |
# | $q_2 = (0, 1, 0, 1)$ | 0, 0, 1 | 0.212, 0.212, 0.576 | 11.364 | 0.5, 0.5, 0 | 10.5 |
# | $q_3 = (1, 1, 1, 1)$ | 0, 1, 2 | 0.090, 0.245, 0.665 | 11.575 | 0.090, 0.245, 0.665 | 11.575 |
#
# **Equal scores make an average.** Deck 4 asks what follows \\$10, \\$11, \\$12, \\$13, \\$14: the average says \\$12, the
# RNN \\$15. Attention with equal scores says \\$12. With scores that grow by 1 from day to day it says \\$13.45, and no
# scores at all bring it above \\$14: a weighted average stays among its values. To say \\$15 a Transformer needs what comes
# after attention, a small feed-forward network at each position, and a positional encoding to know which price came last.

# %% tags=["staff"]
__test__ = {
    "by hand": """
    >>> scores = tiny_q @ tiny_k.T / 2
    >>> scores.tolist()
    [[0.0, 0.0, 0.0], [0.0, 0.0, 1.0], [0.0, 1.0, 2.0]]
    >>> np.exp(scores[2]).round(3).tolist(), np.exp(scores[2]).sum().round(3).item()
    ([1.0, 2.718, 7.389], 11.107)
    >>> softmax(scores[2]).round(4).tolist(), (softmax(scores[2]) * tiny_v[:, 0]).round(3).tolist()
    ([0.09, 0.2447, 0.6652], [0.9, 2.692, 7.983])
    >>> output, weights = scaled_dot_product_attention(tiny_q, tiny_k, tiny_v)
    >>> output.ravel().round(3).tolist(), weights[1].round(3).tolist()
    ([11.0, 11.364, 11.575], [0.212, 0.212, 0.576])
    >>> output, weights = scaled_dot_product_attention(tiny_q, tiny_k, tiny_v, causal_mask(3))
    >>> output.ravel().round(3).tolist(), weights.round(3).tolist()[:2]
    ([10.0, 10.5, 11.575], [[1.0, 0.0, 0.0], [0.5, 0.5, 0.0]])
    """,
    "deck 4, the stock": """
    >>> prices = np.array([[10.0], [11], [12], [13], [14]])
    >>> def said(scores):  # one query of 1, keys that are the scores
    ...     return scaled_dot_product_attention(np.ones((1, 1)), np.array(scores)[:, None], prices)[0].item()
    >>> round(said([0.0, 0, 0, 0, 0]), 12), round(said([0.0, 1, 2, 3, 4]), 2), said([0.0, 0, 0, 0, 1000])
    (12.0, 13.45, 14.0)
    """,
    "exercise 4 by hand, and what it says of distances": """
    >>> np.round([np.sin(1), np.cos(1), np.sin(0.01), np.cos(0.01)], 4).tolist()
    [0.8415, 0.5403, 0.01, 1.0]
    >>> positional_encoding(3, 4)[2].round(4).tolist()
    [0.9093, -0.4161, 0.02, 0.9998]
    >>> alike = positional_encoding(50, 16) @ positional_encoding(50, 16).T
    >>> bool(np.ptp([alike[t, t + 7] for t in range(43)]) < 1e-12), alike[0, 0].item()
    (True, 8.0)
    """,
    "questions 1 and 2": """
    >>> rng = np.random.default_rng(0)
    >>> fits = [np.einsum("nd,nd->n", *rng.normal(size=(2, 10_000, d))) for d in (4, 400)]
    >>> [round(np.std(fit)) for fit in fits], [round(np.std(fit / d**0.5), 1).item() for fit, d in zip(fits, (4, 400))]
    ([2, 20], [1.0, 1.0])
    >>> softmax(np.array([0.0, 20])).round(9).tolist(), 1_000**2, 10_000**2
    ([2e-09, 0.999999998], 1000000, 100000000)
    """,
}

# %% [markdown]
# ## Exercise 1: softmax
#
# Scores are any numbers; weights must be positive and add up to 1. So take the exponential of each, and divide by the sum
# of all in the same row, the **last** axis:
#
# $$ \text{softmax}(x)_j = \frac{e^{x_j}}{\sum_m e^{x_m}} $$
#
# Two numbers are enough to see what it is: $\text{softmax}(a, b) = (\sigma(a - b), \sigma(b - a))$, the sigmoid of gates.
# Only differences count, so you may subtract from a row any number you like. You must: $e^{1000}$ is `inf`. Which number
# makes sure that nothing overflows, and that the sum is not 0 (4 lines, or fewer)?
#
# <details><summary>Hint</summary>
#
# The largest number **of each row**. `keepdims=True` keeps the axis, with length 1, so that each row gets its own.
#
# </details>


# %% tags=["exercise"]
def softmax(x):
    """Weights from scores: positive, and adding up to 1 along the last axis. Deck 4, "Transformers (BERT)".

    x: scores, any number of axes; finite, of any size, also whole numbers.
    Returns the weights: the shape of x, float64. Changes none of its arguments. Errors: none of its own.

    >>> softmax(np.array([0.0, 1.0, 2.0])).round(4).tolist()
    [0.09, 0.2447, 0.6652]
    >>> softmax(np.array([[1000, 1000], [-1000, 1000]])).tolist()
    [[0.5, 0.5], [0.0, 1.0]]
    """
    e = np.subtract(x, np.max(x, axis=-1, keepdims=True), dtype=float)
    np.exp(e, out=e)  # in place, as all below: fresh memory costs more than the arithmetic
    e /= np.sum(e, axis=-1, keepdims=True)
    return e


# %% [markdown]
# ## Exercise 2: hide the future
#
# A model that predicts the next word (deck 4: *I want to order pizza with …*) must not see that word while it learns. An
# RNN cannot; attention sees all, so what comes later is hidden by a **mask**. Row $t$ says what position $t$ may look at:
# the past, and itself. **True means: may be seen.** For $T = 4$ (1 for True):
#
# ```text
#             looked at:  0  1  2  3
#   position 0 looks at   1  0  0  0
#   position 1 looks at   1  1  0  0
#   position 2 looks at   1  1  1  0
#   position 3 looks at   1  1  1  1          (1 line)
# ```


# %% tags=["exercise"]
def causal_mask(T):
    """Who may look at whom if the future is hidden: row t, column s is True for s <= t. Deck 4, "Transformers (BERT)".

    T: how many positions there are, an int, 1 or more.
    Returns a boolean array of shape (T, T), True where position t (row) may look at position s (column).
    Errors: none of its own.

    >>> causal_mask(3).tolist()
    [[True, False, False], [True, True, False], [True, True, True]]
    """
    return np.tril(np.ones((T, T), dtype=bool))


# %% [markdown]
# ## Exercise 3: attention
#
# The formula, in three steps: scores, weights, output. There is no loop: one matrix product compares every query with every
# key. Leading axes (the batch; later the heads) simply ride along, so write it for the **last two** axes.
#
# Why $\sqrt{d}$? A sum of $d$ products of numbers of size 1 has size $\sqrt{d}$. Without the division long vectors make
# large scores, softmax puts everything on one key, and its gradient vanishes.
#
# Where the mask is False, nothing may come through: **the score** becomes −∞ before softmax, so that its weight is
# $e^{-\infty} = 0$ and the others still add up to 1. A row in which everything is hidden has no answer (0 / 0); nobody
# tests it (6 lines).
#
# <details><summary>Hint</summary>
#
# `k.T` turns **all** axes round; `np.swapaxes(k, -1, -2)` only the last two. `np.where(mask, a, b)` takes `a` where the
# mask is True, and broadcasts. Ask `mask is not None`: an array has no truth of its own.
#
# </details>


# %% tags=["exercise"]
def scaled_dot_product_attention(q, k, v, mask=None):
    """Every query looks at all keys and takes an average of the values, weighted by fit. Deck 4, "Transformers (BERT)".

    q: queries, shape (..., Tq, d).
    k: keys, shape (..., Tk, d).
    v: values, shape (..., Tk, dv).
    mask: None (all may be seen), or boolean, broadcasts to (..., Tq, Tk): True may be seen, False is hidden. In every row at
    least one key may be seen; what comes of a row without any is undefined.
    Returns (output, weights): shapes (..., Tq, dv) and (..., Tq, Tk), float64. Changes none of its arguments.
    Errors: NumPy's ValueError where shapes do not fit.

    >>> output, weights = scaled_dot_product_attention(tiny_q, tiny_k, tiny_v)
    >>> output.round(3).ravel().tolist(), weights[2].round(4).tolist()
    ([11.0, 11.364, 11.575], [0.09, 0.2447, 0.6652])
    """
    scores = (q / q.shape[-1] ** 0.5) @ np.swapaxes(k, -1, -2)
    if mask is not None:
        scores = np.where(mask, scores, -np.inf)
    weights = softmax(scores)
    output = weights @ v
    return output, weights


# %% [markdown]
# ## Lab A: who looks at whom?
#
# Deck 1's sentence with a gap. Each word is known by its kind only, and a table says what each kind looks for: an adjective
# looks for its noun, a verb for nouns, the gap for adjectives and verbs. (A trained network finds such tables by itself;
# this one is made by hand.) A row of the map is a word that looks, a column one that is looked at.
#
# Before you run it: which words will fill the gap? And which, if the future is hidden?

# %% tags=["lab"]
if grader.ready("softmax", "causal_mask", "scaled_dot_product_attention"):
    plt = grader.pyplot()
    sentence = "The quick brown _____ jumped over the lazy dog".split()
    kinds = ["article", "adjective", "gap", "verb", "preposition", "noun"]
    tags = "article adjective adjective gap verb preposition article adjective noun".split()
    embedded = np.eye(len(kinds))[[kinds.index(tag) for tag in tags]]  # (T, D): one feature for each kind
    looks_for = {"article": "gap noun", "adjective": "gap noun", "gap": "adjective verb", "verb": "gap noun",
                 "preposition": "verb noun", "noun": "adjective verb"}
    fit = np.array([[8.0 * (key in looks_for[query].split()) for key in kinds] for query in kinds])  # this is W_q
    _, full = scaled_dot_product_attention(embedded @ fit, embedded, embedded)
    _, causal = scaled_dot_product_attention(embedded @ fit, embedded, embedded, causal_mask(len(sentence)))

    figure, panels = plt.subplots(1, 2, figsize=(11, 5.6), sharey=True)
    for panel, weights, title in zip(panels, (full, causal), ("all may be seen", "the future is hidden"), strict=True):
        picture = panel.imshow(weights, vmin=0, vmax=1)
        for (row, column), weight in np.ndenumerate(weights):
            if weight > 0.005:
                ink = "white" if weight < 0.5 else "black"
                panel.text(column, row, f"{100 * weight:.0f}", ha="center", va="center", color=ink, fontsize=9)
        panel.set(title=f"{title} (weights in %)", xlabel="is looked at")
        panel.set(xticks=range(len(sentence)), yticks=range(len(sentence)))
        panel.set_xticklabels(sentence, rotation=45, ha="right", rotation_mode="anchor")
        panel.set_yticklabels(sentence)
    panels[0].set_ylabel("looks")
    figure.colorbar(picture, ax=panels, label="weight", shrink=0.8)
    gap = sentence.index("_____")

    def seen_by_the_gap(weights):
        return ", ".join(f"{word} {100 * w:.0f}%" for word, w in zip(sentence, weights[gap], strict=True) if w > 0.05)

    apart = max(np.abs(weights.sum(axis=1) - 1).max() for weights in (full, causal))
    leaks = np.abs(np.triu(causal, 1)).max()
    verdict = ("Every row adds up to 1" if apart < 1e-6 else f"Rows do NOT add up to 1: one is {apart:.2g} off") + (
        ", and nothing looks ahead." if leaks < 1e-6 else f", and the masked map looks AHEAD: {leaks:.2g}.")
    grader.show(figure, f"The gap looks at {seen_by_the_gap(full)}; with the future hidden at {seen_by_the_gap(causal)}. "
                f"{verdict}")

# %% [markdown]
# The gap takes as much from *lazy*, which belongs to the dog, as from *quick*: attention knows **which** inputs there are,
# not **where** they stand. Nothing in the formula depends on the order of the keys. That is mended next.
#
# ## Exercise 4: where am I?
#
# An RNN knows the order because it reads in order. Attention must be told: to input number $t$ is *added* a vector that
# says $t$. The paper of 2017 (*Attention Is All You Need*) takes sines and cosines, from quick to slow, in pairs:
#
# $$
# PE_{t, 2i} = \sin\Big(\frac{t}{10000^{2i/D}}\Big) \qquad PE_{t, 2i+1} = \cos\Big(\frac{t}{10000^{2i/D}}\Big)
# $$
#
# It is a clock with many hands: the first pair turns once in $2\pi \approx 6.3$ steps, the last in almost 62832. Positions
# count from $t = 0$. The pair $i$ owns columns $2i$ and $2i + 1$, and **both have the exponent $2i/D$**. By hand, $D = 4$:
#
# | $t$ | column 0: $\sin(t)$ | column 1: $\cos(t)$ | column 2: $\sin(t / 100)$ | column 3: $\cos(t / 100)$ |
# |---|---|---|---|---|
# | 0 | 0 | 1 | 0 | 1 |
# | 1 | 0.8415 | 0.5403 | 0.0100 | 1.0000 |
# | 2 | 0.9093 | −0.4161 | 0.0200 | 0.9998 |
#
# There are as many cosines as sines (5 lines).
#
# <details><summary>Hint</summary>
#
# Angles first, shape (T, number of sines): `np.arange(0, D, 2)` is all $2i$. Then fill columns `0::2` and `1::2`.
#
# </details>


# %% tags=["exercise"]
def positional_encoding(T, D):
    """What is added to the inputs so that order is seen: sines and cosines, interleaved. Deck 4, "embedded position".

    T: how many positions there are, an int; they count from 0.
    D: how many features an input has, an even int.
    Returns encoding: shape (T, D), float64; even columns hold sines, odd ones cosines.
    Errors: none of its own.

    >>> positional_encoding(2, 4).round(4).tolist()
    [[0.0, 1.0, 0.0, 1.0], [0.8415, 0.5403, 0.01, 1.0]]
    """
    angle = np.arange(T)[:, None] / 10000 ** (np.arange(0, D, 2) / D)
    encoding = np.empty((T, D))
    encoding[:, 0::2] = np.sin(angle)
    encoding[:, 1::2] = np.cos(angle[:, : D // 2])  # all of them, unless D is odd
    return encoding


# %% [markdown]
# ## Lab B: a clock with many hands
#
# On the left your encoding as a picture: each row is one position, and no two rows are the same. On the right, how alike
# two positions are (the product of their vectors, as in attention). What does it depend on?

# %% tags=["lab"]
if grader.ready("positional_encoding"):
    plt = grader.pyplot()
    positions, features = 80, 32
    encoding = positional_encoding(positions, features)
    alike = encoding @ encoding.T
    figure, (left, right) = plt.subplots(1, 2, figsize=(10, 4.6))
    picture = left.imshow(encoding, vmin=-1, vmax=1, aspect="auto", interpolation="nearest")
    left.set(title="the encoding", xlabel="column: even sine, odd cosine", ylabel="position $t$")
    figure.colorbar(picture, ax=left)
    for position, marker in ((10, "o"), (40, "s"), (70, "^")):
        right.plot(alike[position], marker=marker, markevery=[position], markersize=9, label=f"{position}")
    right.set(title="how alike two positions are", xlabel="the other position", ylabel="product of their vectors")
    right.set_ylim(top=1.25 * alike.max())
    right.legend(title="position", loc="upper center", ncols=3)
    by_distance = max(np.ptp(np.diagonal(alike, offset)) for offset in range(positions))
    verdict = "it depends on the distance only" if by_distance < 1e-6 else "it should depend on distance only, and does NOT"
    grader.show(figure, f"Each position is most like itself ({alike[40, 40]:.1f}), less like the next ({alike[40, 41]:.1f}) "
                f"and the tenth from it ({alike[40, 50]:.1f}); {verdict}.")

# %% [markdown]
# ## Exercise 5: several heads
#
# One map of weights can answer one question. **Multi-head attention** asks several at a time: it cuts the $D$ features of
# queries, keys and values into $N$ pieces of $d = D/N$, lets each piece attend by itself, and puts the answers side by
# side again:
#
# $$
# \text{head}_n = \text{Attention}(Q_n, K_n, V_n) \qquad
# Y = [\text{head}_0, \ldots, \text{head}_{N-1}] \, W_O
# $$
#
# ```text
#            D = 6 columns, N = 3 heads of d = 2          head n owns columns n*d up to (n + 1)*d
#   x @ W_q  [ 0  1 | 2  3 | 4  5 ]     (B, T, D)
#              head 0  head 1  head 2
#                |       |       |                        each: softmax(Q_n K_n^T / sqrt(d)) V_n, with the same mask
#   joined   [ 0  1 | 2  3 | 4  5 ]  @  W_o  ->  y        (B, T, D)
# ```
#
# Cutting is a reshape **and** a swap of axes: $(B, T, D)$ becomes $(B, T, N, d)$ becomes $(B, N, T, d)$, so that the last
# two axes are what your attention works on, and the heads ride along with the batch. The way back is the same in reverse.
# A reshape straight to $(B, N, T, d)$ has the right shape and the wrong numbers: it mixes positions. If $D$ cannot be
# divided by $N$, raise a `ValueError` (7 lines; a loop over heads is right as well).
#
# <details><summary>Hint</summary>
#
# What must the $d$ below the root be? Your own function takes it from the queries it is given. To check a cut, cut
# `np.arange(D)` and look where its numbers are.
#
# </details>


# %% tags=["exercise"]
def multi_head_attention(x, W_q, W_k, W_v, W_o, heads, mask=None):
    """Self-attention with several heads side by side, without biases. Deck 4, "Transformers (BERT)".

    x: the sequence, shape (B, T, D).
    W_q, W_k, W_v: make queries, keys and values of x, each (D, D); head n uses columns n * (D / heads) up to
    (n + 1) * (D / heads).
    W_o: mixes the heads, which stand side by side in order, shape (D, D).
    heads: how many heads, an int that divides D.
    mask: None, or boolean (T, T), True where position t (row) may look; the same for all samples and heads.
    Returns an array of shape (B, T, D), float64. Changes none of its arguments.
    Errors: ValueError where heads does not divide D.

    >>> one = np.eye(2)
    >>> multi_head_attention(np.array([[[0.0, 1], [2, 3]]]), one, one, one, one, 2).round(4).tolist()
    [[[1.0, 2.7616], [1.964, 2.9951]]]
    """
    B, T, D = x.shape
    if D % heads:
        raise ValueError(f"{D} features cannot be divided into {heads} heads")
    q, k, v = (np.swapaxes((x @ W).reshape(B, T, heads, -1), 1, 2) for W in (W_q, W_k, W_v))
    attended, _ = scaled_dot_product_attention(q, k, v, mask)
    joined = np.swapaxes(attended, 1, 2).reshape(B, T, D)
    return joined @ W_o


# %% [markdown]
# ## Transformers beside RNNs
#
# | | simple RNN | LSTM, GRU | self-attention |
# |---|---|---|---|
# | what position $t$ has of the past | one state, $H$ numbers | the same, kept by gates | all inputs as they are |
# | path from input $s$ to output $t$ | $t - s$ more steps | $t - s$ more steps, along the cell | **1**, at any distance |
# | steps that must wait for each other | $T$ | $T$ | **1**: all positions at once |
# | work for one sequence | $T \cdot H \, (H + D)$ | 4 or 3 times that | $4 \, T D^2 + 2 \, T^2 D$: **grows with $T^2$** |
# | weights to learn, without biases | $H \, (H + D)$ | 4 or 3 times that | $4 \, D^2$, whatever $T$ is |
# | order | built in | built in | must be added: positions |
# | sees later inputs | no; bidirectional yes | no; bidirectional yes | yes; no with a causal mask |
#
# ```text
#   RNN          x_1 -> x_2 -> x_3 -> x_4 -> y       from x_1 to y: T steps, and a factor at each (vanishing, exploding)
#
#                x_1   x_2   x_3   x_4
#   attention      \     \    /    /                 from any x to y: one step
#                   '------ y ----'
# ```
#
# The next two labs put both beside each other. They share this simple RNN:

# %% tags=["given"]
def simple_rnn(x, W_hh, W_xh):
    """All states (B, T, H) of a simple RNN that starts from 0: the cell of the assignment rnn, without bias."""
    states = [np.zeros((len(x), len(W_hh)))]
    for x_t in np.moveaxis(x, 1, 0):
        states.append(np.tanh(states[-1] @ W_hh + x_t @ W_xh))
    return np.stack(states[1:], axis=1)


def random_weights(rng, features):
    """W_q, W_k, W_v and W_o, drawn from rng."""
    return [rng.normal(0, features**-0.5, (features, features)) for _ in range(4)]


# %% [markdown]
# ## Lab C: does order matter?
#
# *The dog bit the man* and *the man bit the dog*: same words, another story. For each word, how far does its output move
# if *dog* and *man* change places? Three models: attention on bare words, attention on words with positions, and an RNN.
# Guess before you run it: which bars are exactly 0, and why does an RNN's first bar differ from that of attention?

# %% tags=["lab"]
if grader.ready("softmax", "scaled_dot_product_attention", "positional_encoding", "multi_head_attention"):
    plt = grader.pyplot()
    rng = np.random.default_rng(4)
    features = 8
    vectors = {word: rng.normal(size=features) for word in ("the", "dog", "bit", "man")}
    stories = ["the dog bit the man".split(), "the man bit the dog".split()]
    weights, recurrent = random_weights(rng, features), random_weights(rng, features)[:2]
    where = positional_encoding(len(stories[0]), features)

    def moved(model):
        """How far each word's output moves between the stories; a word that changed places is found where it is now."""
        first, second = (model(np.array([[vectors[word] for word in story]]))[0] for story in stories)
        return np.linalg.norm(first - second[[0, 4, 2, 3, 1]], axis=1)

    bars = {
        "attention": moved(lambda x: multi_head_attention(x, *weights, 2)),
        "attention with positions": moved(lambda x: multi_head_attention(x + where, *weights, 2)),
        "simple RNN": moved(lambda x: simple_rnn(x, *recurrent)),
    }
    figure, axes = plt.subplots(figsize=(9, 4.2))
    for n, ((label, heights), hatch) in enumerate(zip(bars.items(), ("", "//", "xx"), strict=True)):
        places = np.arange(5) + 0.27 * (n - 1)
        colour = ("#111111", "#56B4E9", "#F0E442")[n]
        axes.bar(places, heights, 0.25, label=label, hatch=hatch, color=colour, edgecolor="black")
        for place, height in zip(places, heights, strict=True):
            text = f"{height:.2f}" if height > 1e-9 else "0"
            axes.text(place, height, text, ha="center", va="bottom", fontsize=9)
    axes.set(xticks=range(5), xticklabels=stories[0], ylabel="how far the output moves")
    axes.set_title("when dog and man change places")
    axes.legend(loc="lower center", bbox_to_anchor=(0.5, -0.3), ncols=3, frameon=False)
    bare, placed = bars["attention"].max(), bars["attention with positions"].min()
    same, different = "says the same of both stories", "tells them apart at every word"
    verdict = same if bare < 1e-9 else f"should be one that {same}, and is NOT ({bare:.2g})"
    order = different if placed > 1e-9 else f"should be one that {different}, and is NOT"
    grader.show(figure, f"Attention without positions {verdict}; attention with positions {order}, by {placed:.2f} or more. "
                f"The RNN has seen only the first word when it answers there: {bars['simple RNN'][0]:.0f}.")

# %% [markdown]
# ## Lab D: one step, or T
#
# How much does input $T - k$ still count in the last output? Nudge each input a little and see how far the last output
# moves, in a sequence of 31. In the simple RNN the nudge passes $k$ steps, each with its factor; in attention it passes
# one, and each of the 31 positions has its share. (RNN and attention have the same inputs and weights of the same size.)

# %% tags=["lab"]
if grader.ready("softmax", "scaled_dot_product_attention", "multi_head_attention"):
    plt = grader.pyplot()
    rng = np.random.default_rng(1)
    steps, features, nudge = 31, 8, 1e-4
    weights, recurrent = random_weights(rng, features), random_weights(rng, features)[:2]
    series = rng.normal(size=(1, steps, features))

    def influence(model):
        """How far the last output moves when x_{T-k} moves by one, k = 0, 1, ...; by small steps up and down."""
        change = np.eye(steps)[::-1, :, None] * np.full(features, nudge / features**0.5)  # sample k moves x_{T-k}
        up, down = model(series + change)[:, -1], model(series - change)[:, -1]
        return np.linalg.norm(up - down, axis=1) / (2 * nudge)

    attending = influence(lambda x: multi_head_attention(x, *weights, 2))
    remembering = influence(lambda x: simple_rnn(x, *recurrent))
    figure, axes = plt.subplots(figsize=(9, 4.2))
    axes.semilogy(attending, marker="o", markevery=5, label="attention: one step, at any distance")
    axes.semilogy(np.maximum(remembering, 1e-12), marker="s", markevery=5, label="simple RNN: $k$ steps")
    axes.axhline(1 / steps, color="black", linestyle=":", linewidth=1)
    axes.text(-1.3, 1 / steps, "$1/T$", va="top")
    axes.set(xlabel="$k$, steps back from the end", ylabel="influence of $x_{T-k}$ on the last output")
    axes.legend(loc="lower left")
    near, far = np.median(attending[1:11]), np.median(attending[-10:])
    verdict = "as much as" if 0.2 < far / near < 5 else "NOT as much as"
    faded = remembering[-1] / remembering[0]
    grader.show(figure, f"In attention the ten farthest inputs count {verdict} the ten before the last ({far:.2g}, "
                f"{near:.2g}); in the RNN what came {steps - 1} steps ago counts {faded:.0e} of what came last.")

# %% [markdown]
# ## Lab E: your attention is Keras's
#
# `keras.layers.MultiHeadAttention` keeps the same numbers with an axis for the heads: its kernels for queries, keys and
# values are `(D, heads, d)`, the last one is `(heads, d, D)`. A reshape is all it takes, as a head owns columns that stand
# together. (Keras rounds $1/\sqrt{d}$ to single precision even here, so the last digits differ.) TensorFlow takes a while
# to load, and prints lines in red that are no errors.

# %% tags=["lab"]
if grader.ready("softmax", "causal_mask", "scaled_dot_product_attention", "multi_head_attention"):
    from importlib.util import find_spec

    if not find_spec("tensorflow"):
        print("This lab needs TensorFlow, which is not installed here; on Colab it is.")
    else:
        import keras

        plt = grader.pyplot()
        rng = np.random.default_rng(5)
        positions, features, heads = 12, 6, 3
        weights, series = random_weights(rng, features), rng.normal(size=(1, positions, features))
        layer = keras.layers.MultiHeadAttention(heads, key_dim=features // heads, use_bias=False, dtype="float64")
        layer.build(series.shape, series.shape)
        split = (features, heads, features // heads)
        layer.set_weights([W.reshape(split) for W in weights[:3]] + [weights[3].reshape(*split[1:], features)])
        figure, panels = plt.subplots(1, 2, figsize=(10, 4), sharey=True)
        furthest = []
        for panel, mask, title in zip(panels, (None, causal_mask(positions)), ("no mask", "causal mask"), strict=True):
            yours = multi_head_attention(series, *weights, heads, mask)
            theirs = np.asarray(layer(series, series, attention_mask=None if mask is None else mask[None]))
            furthest.append(np.abs(yours - theirs).max())
            panel.plot(theirs[0, :, :3], label=[f"Keras, feature {n}" for n in range(3)])
            panel.plot(yours[0, :, :3], "ko", markerfacecolor="none", label=["yours", "_", "_"])
            panel.set(title=title, xlabel="position $t$", ylabel="output" if mask is None else "")
        handles = panels[0].get_legend_handles_labels()
        figure.legend(*handles, ncols=4, loc="outside lower center", frameon=False)
        apart = max(furthest)
        verdict = "lie on" if apart < 1e-6 else "do NOT lie on"
        grader.show(figure, f"Your outputs (circles) {verdict} Keras' (lines), with and without a mask: at most {apart:.0e} "
                    f"apart. Keras counts {layer.count_params()} weights, 4 times D times D is {4 * features**2}.")

# %% [markdown]
# ## What you should remember
#
# - Attention is a weighted average of values; the weights say how well each key fits the query, and add up to 1.
# - Scores are divided by $\sqrt{d}$, hidden ones become −∞ **before** softmax, and softmax subtracts the largest of the row.
# - No loop over time, and one step between any two positions; the price is a score for every pair, $T^2$ of them.
# - By itself attention is blind to order: shuffled inputs give shuffled outputs. So positions are added to the inputs.
# - Heads are attentions on separate columns, side by side. Know whether True in a mask means seen or hidden.
#
# ## To think about
#
# A few sentences each; a person reads them.

# %% [markdown] tags=["question"]
# **Question 1.** Queries and keys hold independent numbers with mean 0 and variance 1. What is the standard deviation of
# $q \cdot k$ for $d = 4$ and for $d = 400$, before and after the division by $\sqrt{d}$? Two keys with scores 0 and 20: what
# are their weights, and what happens to the gradient of softmax there?

# %% [markdown] tags=["answer"] points=2

# %% [markdown] tags=["staff"]
# **Answer 1.** $\sqrt{d}$: 2 and 20; after the division 1 in both. The weights are 2e-9 and 1: the softmax is saturated, its
# gradient $w_1 w_2$ is about 2e-9, so nothing is learned, as with a sigmoid that is shut.

# %% [markdown] tags=["question"]
# **Question 2.** Deck 4 calls Transformers faster than RNNs. A sequence grows from 1000 to 10000 positions: what happens to
# the number of scores, and what to the number of steps of an RNN? When is each the faster one: while training on a GPU, and
# while generating a text word by word?

# %% [markdown] tags=["answer"] points=2

# %% [markdown] tags=["staff"]
# **Answer 2.** Scores grow from $10^6$ to $10^8$, a hundredfold; steps tenfold. In training all positions are computed at
# the same time, which a GPU is made for, while an RNN waits $T$ times: the Transformer is faster unless $T$ is so long that
# $T^2$ wins (or does not fit in memory). When generating, words come one after another for both; each new word costs an RNN
# the same, the Transformer a look at all words before it.

# %% [markdown] tags=["question"]
# **Question 3.** In a batch the sequences have different lengths and are filled up with zeros at the end. What goes wrong if
# attention is not told? Which shape has a mask that mends it for scores of shape $(B, N, T, T)$, and why is hiding the
# *queries* of the filled-up positions not enough?

# %% [markdown] tags=["answer"] points=2

# %% [markdown] tags=["staff"]
# **Answer 3.** A zero input has key 0 and so score 0, which is no small weight: real positions average over padding. A mask
# of shape $(B, 1, 1, T)$, True for real positions, hides the *keys*. Outputs at padded positions are junk that is dropped
# later; hiding those rows would not stop real rows from looking there, and leaves rows in which nothing may be seen.
