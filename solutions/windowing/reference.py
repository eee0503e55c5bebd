# ---
# title: "Windows: from a table to what a network eats"
# order: 7
# requires: [rnn, conv1d]
# minutes: 180
# packages: [numpy, matplotlib, tensorflow, keras]
# limits: {call_seconds: 10, cell_seconds: 30, total_seconds: 120, memory_bytes: 2147483648, processes: 64}
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
# # Windows: from a table to what a network eats
#
# A weather station hands you a **table**: one row per day, one column per feature. A recurrent network wants **sequences**
# with an answer each (deck 2). Between the two lie a few lines of code, and most forecasts that look too good to be true
# were spoiled there: the test data had **leaked** into training. No network repairs that, and no error message tells you.
#
# You write these lines, so that nothing leaks; then the forecasts that every network has to beat, and last the network.
#
# About 180 minutes, reading and labs included. You need NumPy; the last two exercises need TensorFlow, as it is on Colab.
#
# | | exercise | what it does | lines | minutes |
# |---|---|---|---|---|
# | 1 | `make_windows` | a table becomes overlapping windows | 3 | 15 |
# | 2 | `make_supervised` | each window gets the value it shall forecast | 4 | 15 |
# | 3 | `split_by_time` | past, a little later, and latest | 5 | 10 |
# | 4 | `standardize` | mean 0 and spread 1, as far as the past can know | 6 | 15 |
# | 5 | `prepare` | all of it, in the order that leaks nothing | 5 | 20 |
# | 6 | `persistence_forecast` | tomorrow is like today | 2 | 5 |
# | 7 | `moving_average_forecast` | tomorrow is like the last few days | 2 | 5 |
# | 8 | `fit_markov_chain` | how often one state follows another | 6 | 15 |
# | 9 | `window_dataset` | windows in batches, for Keras | 4 | 10 |
# | 10 | `build_model` | six kinds of networks, for the same windows | 16 | 20 |

# %% tags=["given"]
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

# %% tags=["staff"]
from autograder.authoring import grader

# %% [markdown]
# ## Shapes and conventions
#
# | symbol | in code | shape or range | what |
# |---|---|---|---|
# | $N$, $F$ | | | rows of the table (time steps, the oldest first) and columns (features) |
# | $x_t$ | `data` | `(N, F)` | the table; row $t$ is what was measured at time $t$, and we count rows from 0 |
# | $L$ | `length` | 1 … $N$ | time steps in one window: the sequence length that you decide on |
# | $h$ | `horizon` | 1, 2, … | how far ahead the forecast looks; 1 is the next row |
# | $j$ | `target` | 0 … $F - 1$ | the column to forecast |
# | $X$ | `X` | `(n, L, F)` | windows, batch first as everywhere in this course: sample, time, feature |
# | $y$ | `y` | `(n,)` | for every window, the number to forecast |
# | $\mu$, $s$ | `mean`, `std` | `(F,)` | mean and standard deviation of each feature |
# | $P$ | `chain` | `(K, K)` | a Markov chain's probabilities, $K$ (`n_states`) states |
#
# Results are float64. No function changes its arguments; what it returns may share memory with them, so treat windows as
# something to read, not to write into.
#
# | where you read | beware |
# |---|---|
# | scikit-learn | wants the table itself, `(samples, features)`: deck 2's "typical" input, which Keras' RNN layers refuse |
# | PyTorch | its RNN layers want time first, `(L, n, F)`, unless you say `batch_first=True` |
# | `keras.utils.timeseries_dataset_from_array` | windows as in exercise 1; you shift its targets yourself |

# %% tags=["given"]
paper = {"facecolor": "white", "edgecolor": "none", "pad": 1}  # behind numbers in pictures

# Deck 2: temperature and humidity on five days, 25 to 29 November 2022.
five_days = np.array([[6, 92], [9, 85], [7, 88], [8, 91], [6, 89]])


# %% [markdown]
# ## Deck 2's table, by hand
#
# Five rows and two columns, shape `(5, 2)`. Decide on a sequence length, say 3, and lay a window of three rows over the
# table; then push it down by one row until it touches the end:
#
# ```text
#              temperature  humidity
#   25/11/22        6          92     +
#   26/11/22        9          85     |  +        window 0: rows 0, 1, 2
#   27/11/22        7          88     +  |  +     window 1: rows 1, 2, 3
#   28/11/22        8          91        +  |     window 2: rows 2, 3, 4
#   29/11/22        6          89           +
# ```
#
# A window begins at row $i$ and ends at row $i + L - 1$, which must be at most $N - 1$. So $i$ runs from 0 to $N - L$, and
# there are **$N - L + 1$ windows**: here 5 − 3 + 1 = 3, shape `(3, 3, 2)`. The two threes are not the same three: one
# counts windows, the other days, and all numbers would stay where they are if the two axes changed places. Try
# your function on other sizes before you trust it.

# %% tags=["staff"]
__test__ = {
    "deck 2, RNNs Keras Input": """
    >>> five_days.shape, make_windows(five_days, 3).shape
    ((5, 2), (3, 3, 2))
    >>> for window in make_windows(five_days, 3).astype(int).tolist(): print(window)
    [[6, 92], [9, 85], [7, 88]]
    [[9, 85], [7, 88], [8, 91]]
    [[7, 88], [8, 91], [6, 89]]
    >>> bool((make_windows(five_days, 3).transpose(1, 0, 2) == make_windows(five_days, 3)).all())
    True
    """,
    "deck 2, Recurrent NN: today and tomorrow, and the last target unknown": """
    >>> X, y = make_supervised(five_days[:4, :1], 1, 1, 0)
    >>> X.ravel().tolist(), y.tolist()
    ([6.0, 9.0, 7.0], [9.0, 7.0, 8.0])
    """,
    "deck 4, Predicting Stock Price": """
    >>> prices = np.array([10.0, 11, 12, 13, 14]).reshape(1, 5, 1)
    >>> persistence_forecast(prices, 0).tolist(), moving_average_forecast(prices, 0, 5).tolist(), np.median(prices).item()
    ([14.0], [12.0], 12.0)
    >>> slope, start = np.polyfit(range(5), prices.ravel(), 1)
    >>> round((start + 5 * slope).item(), 6)
    15.0
    """,
    "the table of the split": """
    >>> [part.ravel().tolist() for part in split_by_time(np.arange(10).reshape(10, 1), 0.6, 0.2)]
    [[0, 1, 2, 3, 4, 5], [6, 7], [8, 9]]
    """,
    "the scaler by hand": """
    >>> mean, std = np.mean([6, 9, 7, 8]), np.std([6, 9, 7, 8])
    >>> mean.item(), std.round(3).item(), ((6 - mean) / std).round(2).item()
    (7.5, 1.118, -1.34)
    """,
    "the chain by hand": """
    >>> fit_markov_chain(np.array([0, 0, 1, 0, 2]), 3).round(3).tolist()
    [[0.333, 0.333, 0.333], [1.0, 0.0, 0.0], [0.333, 0.333, 0.333]]
    """,
    "answer 2": """
    >>> len(make_supervised(np.zeros((10, 1)), 4, 2, 0)[1]), [len(make_windows(np.zeros((n, 1)), 4)) for n in (8, 4)]
    (5, [5, 1])
    """,
}

# %% [markdown]
# ## Exercise 1: windows
#
# Window $i$ holds rows $i$ to $i + L - 1$ of the table (3 lines, or a loop).
#
# <details><summary>Hint</summary>
#
# A loop that collects slices and stacks them is right. `sliding_window_view` (imported above) copies nothing: neighbouring
# windows are the same memory, seen from another row. It puts the new axis **last**; look at the shape you get, and move
# the axis. A `reshape` would give the right shape as well, but put the numbers elsewhere.
#
# </details>


# %% tags=["exercise"]
def make_windows(data, length):
    """All windows of so many rows, each one row after the one before. Deck 2, "RNNs Keras Input".

    data: the table, shape (N, F), oldest row first.
    length: L, rows in a window, from 1 to N.
    Returns windows, shape (N - L + 1, L, F), float64: windows[i] is data[i], ..., data[i + L - 1]. It may share memory
    with data. Changes none of its arguments.
    Errors: ValueError where length is larger than N.

    >>> make_windows(np.array([[6, 92], [9, 85], [7, 88], [8, 91]]), 2).tolist()
    [[[6.0, 92.0], [9.0, 85.0]], [[9.0, 85.0], [7.0, 88.0]], [[7.0, 88.0], [8.0, 91.0]]]
    """
    windows = sliding_window_view(np.asarray(data, dtype=float), length, axis=0)  # (N - L + 1, F, L), nothing copied
    windows = windows.transpose(0, 2, 1)
    return windows  # noqa: RET504  messages to students call the answer by this name


# %% [markdown]
# ## Exercise 2: an answer for every window
#
# Deck 2 puts today's temperature beside tomorrow's:
#
# | | today | tomorrow |
# |---|---|---|
# | 25/11/22 | 6 | 9 |
# | 26/11/22 | 9 | 7 |
# | 27/11/22 | 7 | 8 |
# | 28/11/22 | 8 | NaN |
#
# The last day has no tomorrow yet, so it cannot teach anything: 4 rows make 3 pairs. For a window of $L$ rows and a
# horizon $h$, count from the window's **last** row, $i + L - 1$:
#
# $$y_i = x_{i + L - 1 + h,\; j}$$
#
# With $h = 1$ this is the first row after the window. $h = 0$ would be a row **inside** it, and the network would learn to
# copy its input: the first leak. Leave out the windows that have no answer, so that `X` and `y` are equally long (4 lines).
#
# <details><summary>Hint</summary>
#
# Which row holds the first answer, $y_0$? From there on, all answers are one slice of one column. Their number tells how
# many windows to keep. `-horizon` as the end of a slice is a trap where you also want to allow 0.
#
# </details>


# %% tags=["exercise"]
def make_supervised(data, length, horizon, target):
    """Windows, and for each of them the value to forecast. Deck 2, "Recurrent NN" (today, tomorrow).

    data: the table, shape (N, F), oldest row first.
    length: L, rows in a window.
    horizon: h, at least 1: how many rows after the window's last one the value to forecast stands.
    target: j, the column to forecast.
    Returns (X, y): X, shape (n, L, F), the windows that have an answer; y, shape (n,), with
    y[i] = data[i + L - 1 + h, target], so n = N - L + 1 - h. Changes none of its arguments.
    Errors: ValueError where length is larger than N.

    >>> X, y = make_supervised(np.array([[6, 92], [9, 85], [7, 88], [8, 91]]), 2, 1, 0)
    >>> X.tolist(), y.tolist()
    ([[[6.0, 92.0], [9.0, 85.0]], [[9.0, 85.0], [7.0, 88.0]]], [7.0, 8.0])
    """
    windows = make_windows(data, length)
    y = np.asarray(data, dtype=float)[length - 1 + horizon :, target]
    X = windows[: len(y)]  # the later ones have no answer yet
    return X, y


# %% [markdown]
# ## Exercise 3: split by time
#
# A forecast is about the future, so the test data must lie in the future of everything that was learned. With photographs
# you would shuffle and then split; with a time series shuffling **is** the leak: yesterday and tomorrow of a test day
# would be in the training data.
#
# Cut the table twice. With 10 rows, `train` = 0.6 and `val` = 0.2:
#
# ```text
#   row       0   1   2   3   4   5 | 6   7 | 8   9
#   part      train                 | val   | test         time ->
# ```
#
# The rest is the test part. The cuts come after $N \cdot train$ and after $N \cdot (train + val)$ rows; where these are no
# whole numbers, round them (5 lines).
#
# <details><summary>Hint</summary>
#
# `0.7 + 0.1` is 0.7999999999999999 in floating point, and `int` cuts off what is behind the point: ten times that is 7.
# Adding a tiny number, or `round`, mends it.
#
# </details>


# %% tags=["exercise"]
def split_by_time(data, train, val):
    """Three contiguous parts, in time order: to learn from, to choose with, to test on.

    data: the table, shape (N, F), oldest row first.
    train: the first part's share of the rows, from 0 to 1.
    val: the second part's share of all rows; train + val is at most 1, the rest is the third part.
    Returns (first, second, third): together all rows of data, each once, in their order; they may share memory with it.
    Where a share of N is no whole number, a cut is rounded down. Changes none of its arguments.
    Errors: none of its own.

    >>> [part.tolist() for part in split_by_time(np.array([[6], [9], [7], [8], [6]]), 0.6, 0.2)]
    [[[6], [9], [7]], [[8]], [[6]]]
    """
    cut = int(len(data) * train + 1e-9)  # 1e-9: a product of fractions may lie a little below a whole number
    next_cut = int(len(data) * (train + val) + 1e-9)
    first, second = data[:cut], data[cut:next_cut]
    third = data[next_cut:]
    return first, second, third


# %% [markdown]
# ## Exercise 4: the same scale for all features
#
# Temperatures are near 7, humidities near 90. Networks learn badly when features differ in size, so each feature is
# moved to mean 0 and scaled to standard deviation 1:
#
# $$x' = \frac{x - \mu}{s} \qquad\qquad x = x' \cdot s + \mu \quad \text{(back to the data's units)}$$
#
# $\mu$ and $s$ are **learned from the training part alone** and used for all parts. On the day you forecast, nobody knows
# the mean of the year to come: a scaler fitted on everything is the second leak. Then the validation and the test part do
# not have mean 0, and that is right.
#
# By hand, with deck 2's first four temperatures as the training part: $\mu$ = (6 + 9 + 7 + 8) / 4 = 7.5, $s$ =
# $\sqrt{(1.5^2 + 1.5^2 + 0.5^2 + 0.5^2) / 4}$ = 1.118. The fifth, 6, becomes (6 − 7.5) / 1.118 = −1.34.
#
# Divide by the number of values, as `np.std` does, not by one less. A feature that never changes in `train` has $s = 0$:
# use **1 in place of 0**, there and in what you return. And make it work for windows, `(n, L, F)`, as well as for tables:
# one $\mu$ and one $s$ per feature, over all axes but the last (6 lines).
#
# <details><summary>Hint</summary>
#
# `np.mean` and `np.std` take a tuple of axes. The `*others` in the signature collects all further arguments in a tuple,
# and `return (*scaled, mean, std)` takes a list apart again.
#
# </details>


# %% tags=["exercise"]
def standardize(train, *others):
    """Scale each feature to mean 0 and standard deviation 1, as measured on train alone.

    train: what mean and std are taken from, shape (N, F), or windows (n, L, F).
    others: any number of arrays with the same features on the last axis, scaled by the same mean and std.
    Returns (scaled train, each of others scaled, mean, std), float64; mean and std have shape (F,), std with 1 where a
    feature never changes in train. Changes none of its arguments.
    Errors: NumPy's ValueError where the numbers of features differ.

    >>> scaled, later, mean, std = standardize(np.array([[6], [9], [7], [8]]), np.array([[6]]))
    >>> mean.tolist(), std.round(3).tolist(), later.round(2).tolist()
    ([7.5], [1.118], [[-1.34]])
    """
    axes = tuple(range(train.ndim - 1))  # all but the last
    mean, std = train.mean(axis=axes), train.std(axis=axes)
    never_changes = np.ptp(train, axis=axes) == 0
    std = np.where(never_changes, 1.0, std)
    scaled = [(part - mean) / std for part in (train, *others)]
    return (*scaled, mean, std)


# %% [markdown]
# ## Exercise 5: in the right order
#
# Three functions, and the order decides whether something leaks:
#
# | order | what leaks |
# |---|---|
# | scale everything, then split | mean and spread of the future |
# | window everything, shuffle, then split | nearly all: the neighbours of a test window share all rows but one with it |
# | window everything, then split by time | windows that **straddle** the cut: inputs in one part, the answer in the next |
# | **split, then scale by the training part, then window each part on its own** | nothing |
#
# The honest order loses $L - 1 + h$ windows at each cut. That is the price, and it is small (5 lines).
#
# <details><summary>Hint</summary>
#
# Call your three functions in the order of the last row. `*scaled, mean, std = ...` is the counterpart of exercise 4's
# return. `y` comes out of the scaled table, so it is scaled too.
#
# </details>


# %% tags=["exercise"]
def prepare(data, length, horizon, target, train, val):
    """From a table to scaled windows with answers, for three parts, with no leak between them.

    data: the table, shape (N, F), oldest row first.
    length, horizon, target: as in make_supervised.
    train, val: as in split_by_time.
    Returns (X_train, y_train, X_val, y_val, X_test, y_test, mean, std): for each part the windows and answers that lie
    wholly within it, all scaled by mean and std, each (F,), of the training part's rows. Changes none of its arguments.
    Errors: ValueError where a part has fewer rows than length.

    >>> X_train, y_train, *_, X_test, y_test, mean, std = prepare(np.arange(8.0).reshape(8, 1), 1, 1, 0, 0.5, 0.25)
    >>> (y_train * std[0] + mean[0]).tolist(), (X_test * std + mean).tolist(), (y_test * std[0] + mean[0]).tolist()
    ([1.0, 2.0, 3.0], [[[6.0]]], [7.0])
    """
    parts = split_by_time(data, train, val)
    *scaled, mean, std = standardize(*parts)
    pairs = [make_supervised(part, length, horizon, target) for part in scaled]
    (X_train, y_train), (X_val, y_val), (X_test, y_test) = pairs
    return X_train, y_train, X_val, y_val, X_test, y_test, mean, std


# %% [markdown]
# ## Lab A: which rows are where?
#
# A table whose only column is the row's own number tells where everything went. Run it, then let your `prepare` window
# before it splits, and run it again.

# %% tags=["lab"]
if grader.ready("make_windows", "make_supervised", "split_by_time", "standardize", "prepare"):
    plt = grader.pyplot()
    days, length, horizon, shares = 28, 3, 2, (0.5, 0.25)
    number = np.arange(float(days))[:, None]  # row t holds t
    *prepared, mean, std = prepare(number, length, horizon, 0, *shares)
    back = [np.rint(part * std[0] + mean[0]).astype(int) for part in prepared]  # row numbers again
    parts = list(zip(("train", "validation", "test"), back[::2], back[1::2], strict=True))
    cuts = [days * shares[0], days * sum(shares)]

    figure, (top, bottom) = plt.subplots(2, 1, figsize=(9, 6.5), sharex=True, height_ratios=[1, 3])
    temperature = 8 + 3 * np.sin(number[:, 0] / 2) + np.random.default_rng(4).normal(size=days)
    top.plot(temperature, color="black", linestyle="-", marker="o")
    top.set(ylabel="temperature", title="one series, cut twice")
    line, straddling = 0, 0
    for name, inputs, answers in parts:
        for window, answer in zip(inputs[:, :, 0], answers, strict=True):
            sides = {int(np.searchsorted(cuts, row, side="right")) for row in (*window, answer)}
            straddling += len(sides) > 1
            bottom.plot(window, [line] * len(window), color="#0072B2", linestyle="-", marker="s", markersize=7)
            bottom.plot(answer, line, color="#D55E00", linestyle="none", marker="D", markersize=8)
            line += 1
        bottom.text(days + 0.2, line - (len(inputs) + 1) / 2, f"{name}:\n{len(inputs)} windows", va="center")
    bottom.plot([], color="#0072B2", linestyle="-", marker="s", label="rows of the window: inputs")
    bottom.plot([], color="#D55E00", linestyle="none", marker="D", label="the row to forecast")
    bottom.legend(loc="upper right", bbox_to_anchor=(1, 1))
    bottom.set(xlabel="row $t$ of the table", ylabel="one line per window", yticks=[], xticks=range(0, days, 2))
    bottom.invert_yaxis()
    for axes in (top, bottom):
        for cut in cuts:
            axes.axvline(cut - 0.5, color="black", linestyle=":")
    verdict = "no window crosses a cut" if not straddling else f"{straddling} of them cross a cut: they LEAK"
    grader.show(figure, f"{days} rows make {line} windows of {length} rows with an answer {horizon} rows later; {verdict}.")

# %% [markdown]
# ## Lab B: too good to be true
#
# Here is a forecaster that learns nothing: to forecast from a window, it looks up the most similar window of the training
# data and answers what came after that one. And here is a series that **nobody can forecast**: a made-up price that goes
# up or down at random every day. The best there is, is to say that it will stay where it is. The look-up is scored twice,
# and only the preparation differs: honest, and windows shuffled before the split. The third score is persistence's with a
# horizon of 0.

# %% tags=["lab"]
if grader.ready("make_supervised", "split_by_time", "standardize", "prepare"):
    plt = grader.pyplot()
    rng = np.random.default_rng(12)
    price = 100 + np.cumsum(rng.normal(size=(600, 1)), axis=0)
    length, horizon, shares = 20, 10, (0.6, 0.2)

    def look_up(X_learned, y_learned, X_asked):
        """For every window that is asked about, the answer of the most similar window that was learned."""
        asked, learned = (X.reshape(len(X), -1) for X in (X_asked, X_learned))
        apart = ((asked[:, None] - learned[None]) ** 2).sum(axis=2)
        return y_learned[apart.argmin(axis=1)]

    X_train, y_train, _, _, X_test, y_test, _, std = prepare(price, length, horizon, 0, *shares)
    honest = np.abs(look_up(X_train, y_train, X_test) - y_test).mean() * std[0]
    nothing_changes = np.abs(X_test[:, -1, 0] - y_test).mean() * std[0]

    X_all, y_all = make_supervised(price, length, horizon, 0)  # the leak: windows first, then shuffled, then split
    order = rng.permutation(len(X_all))
    learned, _, asked = split_by_time(order[:, None], *shares)
    learned, asked = learned[:, 0], asked[:, 0]
    shuffled = np.abs(look_up(X_all[learned], y_all[learned], X_all[asked]) - y_all[asked]).mean()

    X_train, y_train, _, _, X_test, y_test, _, std = prepare(price, length, 0, 0, *shares)  # the leak: horizon 0
    peeking = np.abs(X_test[:, -1, 0] - y_test).mean() * std[0]

    rows = [("honest: split, then window", honest), ("leak: windows shuffled, then split", shuffled),
            ("leak: horizon 0, the last input is the answer", peeking)]
    figure, axes = plt.subplots(figsize=(9, 3.2))
    for place, (_, error) in enumerate(rows):
        axes.plot(error, place, color="black", linestyle="none", marker="oXX"[place], markersize=11)
        axes.annotate(f"{error:.2f}", (error, place), (0, 9), textcoords="offset points", ha="center", bbox=paper)
    axes.axvline(nothing_changes, color="black", linestyle="--", label=f"\"it stays where it is\": {nothing_changes:.2f}")
    axes.set(yticks=range(len(rows)), yticklabels=[name for name, _ in rows], ylim=(2.5, -0.6))
    axes.set(xlabel=f"mean absolute error of the forecast {horizon} days ahead, in dollars", xlim=(-0.4, None))
    axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1), frameon=False)
    verdict = "than the best that is possible" if shuffled < nothing_changes else "than nothing: no leak is to be seen here"
    grader.show(figure, f"Honestly tested the look-up is {honest:.2f} dollars off. Shuffled before the split it seems "
                f"{shuffled:.2f} off, better {verdict} ({nothing_changes:.2f}); with the answer among the inputs "
                f"persistence is {peeking:.2f} off.")

# %% [markdown]
# ## Before any network: forecasts that learn little or nothing
#
# Deck 0: for sequences, "statistical methods are traditionally used", Markov chains and ARIMA for example. They take a
# second to compute, and a network that does not beat them has learned nothing worth having. Four of them:
#
# | forecast | says |
# |---|---|
# | persistence | tomorrow is like today: $\hat y = x_t$ |
# | moving average over $w$ rows | $\hat y = (x_t + x_{t-1} + \dots + x_{t-w+1}) / w$ |
# | Markov chain | only today's state counts: $P_{ij}$ is the probability that state $j$ follows state $i$ |
# | ARIMA(p, d, q) | difference $d$ times; then a weighted sum of the last $p$ values and the last $q$ errors |
#
# Deck 4's prices, \$10, \$11, \$12, \$13, \$14: the average (and the median) says **\$12**, persistence **\$14**. The deck's
# RNN says **\$15**, because it has seen the order. Mind that a straight line through the five says 15 as well: ask of every
# clever method which simple one it was compared with.

# %% [markdown]
# ## Exercise 6: persistence
#
# The last value of the target in every window (2 lines).


# %% tags=["exercise"]
def persistence_forecast(X, target):
    """Forecast that nothing changes: the target's last value in each window.

    X: windows, shape (n, L, F).
    target: j, the column to forecast.
    Returns forecast, shape (n,), float64. Changes none of its arguments.
    Errors: IndexError where there is no such column.

    >>> persistence_forecast(np.array([[[6, 92], [9, 85]], [[9, 85], [7, 88]]]), 0).tolist()
    [9.0, 7.0]
    """
    forecast = X[:, -1, target].astype(float)
    return forecast  # noqa: RET504  messages to students call the answer by this name


# %% [markdown]
# ## Exercise 7: moving average
#
# The mean of the target's last `width` values in every window (2 lines). What is it for a width of 1?


# %% tags=["exercise"]
def moving_average_forecast(X, target, width):
    """Forecast the mean of the target's last values in each window. Deck 4, "Predicting Stock Price".

    X: windows, shape (n, L, F).
    target: j, the column to forecast.
    width: how many of the last values to average, from 1 to L.
    Returns forecast, shape (n,), float64. Changes none of its arguments.
    Errors: IndexError where there is no such column.

    >>> moving_average_forecast(np.array([[[10], [11], [12], [13], [14]]]), 0, 5).tolist()
    [12.0]
    """
    forecast = X[:, -width:, target].mean(axis=1)
    return forecast  # noqa: RET504  messages to students call the answer by this name


# %% [markdown]
# ## Exercise 8: a Markov chain
#
# Name the states 0 … $K - 1$ (say: cold, mild, warm). A Markov chain forgets everything but today's state, and learning it
# is counting. With $n_{ij}$ the number of times that $j$ came right after $i$:
#
# $$P_{ij} = \frac{n_{ij}}{n_{i0} + n_{i1} + \dots + n_{i,K-1}}$$
#
# Row $i$ says where one goes **from** state $i$, so every row adds up to 1 (the matrix is *row-stochastic*).
#
# By hand, with states 0, 0, 1, 0, 2 and $K = 3$: the pairs are 0→0, 0→1, 1→0 and 0→2. Row 0 is (1/3, 1/3, 1/3), row 1 is
# (1, 0, 0). State 2 is seen, but never **left**: nothing is known, so its row is uniform, 1/3 each (6 lines).
#
# <details><summary>Hint</summary>
#
# `counts[today, tomorrow] += 1` with arrays as indices counts a repeated pair only once. `np.add.at` counts every one, and
# so does a loop. Or give each pair one number, `today * n_states + tomorrow`, and let `np.bincount` count those.
#
# </details>


# %% tags=["exercise"]
def fit_markov_chain(states, n_states):
    """Estimate a Markov chain by counting which state follows which. Deck 0, "RNNs for Sequence Prediction".

    states: the state at each time, shape (N,), whole numbers from 0 to n_states - 1, oldest first.
    n_states: K, how many states there are, seen or not.
    Returns chain, shape (K, K), float64: chain[i, j] is the probability that j comes right after i, so each row adds up
    to 1; the row of a state that is never left is uniform, 1 / K. Changes none of its arguments.
    Errors: none of its own.

    >>> fit_markov_chain(np.array([0, 1, 1, 0, 1]), 2).tolist()
    [[0.0, 1.0], [0.5, 0.5]]
    """
    states = np.asarray(states)
    pairs = states[:-1] * n_states + states[1:]  # one number for each pair of neighbours
    counts = np.bincount(pairs, minlength=n_states**2).reshape(n_states, n_states)
    leaves = counts.sum(axis=1, keepdims=True)
    chain = np.where(leaves > 0, counts / np.maximum(leaves, 1), 1 / n_states)
    return chain  # noqa: RET504  messages to students call the answer by this name


# %% [markdown]
# ## Weather, and four baselines
#
# The labs below use a made-up weather station: four years, seasons, and air that has a memory; damp days tend to be followed
# by colder ones. All forecasts are for tomorrow's temperature, and all errors in °C: **undo the scaling before you
# report an error**, or nobody knows how large 0.3 is.


# %% tags=["given"]
def weather(days=1460, seed=7):
    """Temperature in °C and relative humidity in %, one row a day, shape (days, 2); made up, the same for the same seed."""
    noise = np.random.default_rng(seed).normal(size=(days, 2))
    memory = np.array([[0.75, -0.4], [0.2, 0.7]])  # warm and damp air stays for a while; damp air brings the cold
    air = np.zeros((days, 2))
    for t in range(1, days):
        air[t] = memory @ air[t - 1] + noise[t]
    season = -np.cos(2 * np.pi * np.arange(days) / 365)
    return np.column_stack([11 + 9 * season + 2 * air[:, 0], np.clip(75 - 8 * season + 5 * air[:, 1], 0, 100)])


def arima_forecast(past, future, p, d, q):
    """One-step forecasts of every value of future by an ARIMA(p, d, q) that was fitted on past; None without statsmodels."""
    from importlib.util import find_spec

    if not find_spec("statsmodels"):
        print("ARIMA needs statsmodels, which is not installed here; on Colab it is.")
        return None
    from statsmodels.tsa.arima.model import ARIMA

    return ARIMA(past, order=(p, d, q)).fit().apply(future).fittedvalues


def weather_baselines(length=7, width=3, n_states=5):
    """Forecasts of tomorrow's temperature in the test part, in °C, by name; the truth; and the Markov chain."""
    data = weather()
    X_train, _, _, _, X_test, y_test, mean, std = prepare(data, length, 1, 0, 0.6, 0.2)
    past, _, future = split_by_time(data, 0.6, 0.2)
    today = persistence_forecast(X_train, 0)
    edges = np.quantile(today, np.arange(1, n_states) / n_states)  # from cold to warm, equally many days in each
    states = np.digitize(today, edges)
    chain = fit_markov_chain(states, n_states)
    typical = np.array([today[states == state].mean() for state in range(n_states)])
    scaled = {
        "persistence": persistence_forecast(X_test, 0),
        f"moving average, {width} days": moving_average_forecast(X_test, 0, width),
        f"Markov chain, {n_states} states": chain[np.digitize(X_test[:, -1, 0], edges)] @ typical,
    }
    forecasts = {name: forecast * std[0] + mean[0] for name, forecast in scaled.items()}
    arima = arima_forecast(past[:, 0], future[:, 0], 2, 0, 1)
    if arima is not None:
        forecasts["ARIMA(2, 0, 1)"] = arima[length:]
    return forecasts, y_test * std[0] + mean[0], chain


# %% [markdown]
# ## Lab C: yesterday's methods
#
# Left: your Markov chain of the temperature. Where is it dark, and why? Right: how far off each baseline is. Why is the
# chain worse than persistence, of which it knows more? Try 5 and 20 states.

# %% tags=["lab"]
if grader.ready("prepare", "persistence_forecast", "moving_average_forecast", "fit_markov_chain"):
    plt = grader.pyplot()
    forecasts, truth, chain = weather_baselines()
    errors = {name: np.abs(forecast - truth).mean() for name, forecast in forecasts.items()}

    figure, (left, right) = plt.subplots(1, 2, figsize=(10, 4.2), width_ratios=[4, 5])
    left.imshow(chain, vmin=0, vmax=1)
    for (i, j), probability in np.ndenumerate(chain):
        ink = "white" if probability < 0.5 else "black"
        left.text(j, i, f"{probability:.2f}", ha="center", va="center", color=ink)
    names = ["cold", *[""] * (len(chain) - 2), "warm"]
    left.set(xticks=range(len(chain)), yticks=range(len(chain)), xticklabels=names, yticklabels=names)
    left.set(xlabel="tomorrow", ylabel="today", title="how often tomorrow follows today")
    for place, error in enumerate(errors.values()):
        right.plot(error, place, color="black", linestyle="none", marker="o", markersize=10)
        right.annotate(f"{error:.2f}", (error, place), (0, 9), textcoords="offset points", ha="center", bbox=paper)
    right.axvline(errors["persistence"], color="black", linestyle="--", linewidth=1)
    right.set(yticks=range(len(errors)), yticklabels=errors, ylim=(len(errors) - 0.5, -0.6))
    right.set(xlabel="mean absolute error, °C", title="to be beaten", xlim=(min(errors.values()) - 0.3, None))
    right.set_xlim(right=max(errors.values()) + 0.3)
    best = min(errors, key=errors.get)
    sums = "each row adds up to 1" if np.abs(chain.sum(axis=1) - 1).max() < 1e-9 else "its rows do NOT add up to 1"
    grader.show(figure, f"The coldest state follows itself with probability {chain[0, 0]:.2f}, and {sums}. The best "
                f"baseline is {best}, {errors[best]:.2f} °C off; persistence is {errors['persistence']:.2f} °C off.")

# %% [markdown]
# ## Lab D: what Keras says to a table
#
# Deck 2 marks the table "not working for keras RNNs". Ask Keras itself, first with the table, then with your windows.
# TensorFlow takes a while to load, and prints lines in red that are no errors.

# %% tags=["lab"]
if grader.ready("make_windows"):
    from importlib.util import find_spec

    if not find_spec("tensorflow"):
        print("This lab needs TensorFlow, which is not installed here; on Colab it is.")
    else:
        import keras

        for what, array in (("the table", five_days.astype("float32")), ("your windows", make_windows(five_days, 3))):
            try:
                answer = keras.layers.GRU(4)(array)
            except ValueError as complaint:
                print(f"{what}, shape {array.shape}: Keras complains. {complaint}")
            else:
                print(f"{what}, shape {array.shape}: Keras answers, shape {tuple(answer.shape)}, 4 units for each window.")

# %% [markdown]
# `ndim` is the number of axes: a layer of Keras wants three, `(batch, time, features)`, and found two. If you meet this
# message, the cure is a window, not a `reshape` that invents an axis: `(5, 2)` made into `(5, 2, 1)` runs, and is a
# sequence of two "days", the temperature and the humidity.
#
# ## Exercise 9: batches for Keras
#
# `model.fit` takes batches of windows and answers from a `tf.data.Dataset`, and a data set can be kept on disk, shuffled or
# read ahead. Make one of the pairs of exercise 2: in **time order**, not shuffled, the last batch shorter if need be. (After
# the split, the windows of the *training* part may be shuffled: `window_dataset(...).shuffle(1000)`. That is no leak.)
# Four lines with the import; import TensorFlow inside the function, so that the notebook loads without it.
#
# <details><summary>Hint</summary>
#
# `Dataset.from_tensor_slices` takes a pair of arrays and cuts both along the first axis; `.batch` gathers. If you use
# `keras.utils.timeseries_dataset_from_array`, think about which rows may start a window, and what row the first answer is.
#
# </details>


# %% tags=["exercise"]
def window_dataset(data, length, horizon, target, batch_size):
    """The pairs of make_supervised in batches, in time order. Deck 2, "RNNs Keras Input".

    data: the table, shape (N, F), oldest row first.
    length, horizon, target: as in make_supervised.
    batch_size: B, pairs in a batch; the last batch holds what is left.
    Returns a tf.data.Dataset of (X, y), shapes (B, L, F) and (B,), not shuffled; float32 or float64.
    Errors: ValueError where length is larger than N.

    Six rows, length 2, horizon 1 and batch_size 3 give two batches: 3 pairs, then 1.
    """
    import tensorflow as tf

    dataset = tf.data.Dataset.from_tensor_slices(make_supervised(data, length, horizon, target))
    return dataset.batch(batch_size)


# %% [markdown]
# ## Exercise 10: six networks for the same windows
#
# Each takes windows `(n, L, F)` and forecasts one number per window, `(n, 1)`. Only the middle differs:
#
# | kind | the middle | what it sees |
# |---|---|---|
# | `Dense` | `Flatten`, then `Dense(units)` with ReLU | all numbers at once; that rows are in an order it must find out |
# | `SimpleRNN`, `LSTM`, `GRU` | the layer of that name, `units` wide | row after row; its last state goes on |
# | `Bidirectional` | an `LSTM(units)` forwards and one backwards | both ends of the window; not of the future |
# | `Conv1D` | `units` filters over 3 rows, causal, ReLU; then `Flatten` | neighbours; pooling would lose the order |
#
# All begin with `keras.Input((length, features))` and end with `Dense(1)`, with **no** activation: a temperature may be
# negative. Compile with the loss `"mse"` and the optimizer `"adam"`. Anything else but these six names is a `ValueError`
# (16 lines, with `import keras` inside the function).
#
# <details><summary>Hint</summary>
#
# Build the list of layers in the middle first, and the `keras.Sequential` around it once. Only a layer that feeds another
# recurrent layer needs `return_sequences=True`; here the last state is enough.
#
# </details>


# %% tags=["exercise"]
def build_model(kind, length, features, units):
    """A compiled Keras model that forecasts one number from each window. Decks 0, 1 and 2.

    kind: "Dense", "SimpleRNN", "LSTM", "GRU", "Bidirectional" or "Conv1D".
    length: L, rows in a window.
    features: F, columns of the table.
    units: how many units, or filters, the layer in the middle has.
    Returns a keras.Model from (n, L, F) to (n, 1), compiled with the loss "mse".
    Errors: ValueError for any other kind.

    build_model("GRU", 7, 2, 8).output_shape is (None, 1).
    """
    import keras

    layers = keras.layers
    if kind == "Dense":
        middle = [layers.Flatten(), layers.Dense(units, activation="relu")]
    elif kind in ("SimpleRNN", "LSTM", "GRU"):
        middle = [getattr(layers, kind)(units)]
    elif kind == "Bidirectional":
        middle = [layers.Bidirectional(layers.LSTM(units))]
    elif kind == "Conv1D":
        middle = [layers.Conv1D(units, 3, padding="causal", activation="relu"), layers.Flatten()]
    else:
        raise ValueError(f"kind must be Dense, SimpleRNN, LSTM, GRU, Bidirectional or Conv1D, not {kind!r}")
    model = keras.Sequential([keras.Input((length, features)), *middle, layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    return model


# %% [markdown]
# ## Lab E: does the network earn its keep?
#
# A small network of yours on windows of a week, against the baselines: one number each, in °C, on days that nothing was
# fitted on. RNNs "require a lot of data to perform well" (deck 0): cut the training part to 60 days and look again.
# Then put `"Dense"` or `"Conv1D"` in the place of `"GRU"`.

# %% tags=["lab"]
baselines = "prepare", "persistence_forecast", "moving_average_forecast", "fit_markov_chain"
if grader.ready(*baselines, "window_dataset", "build_model"):
    from importlib.util import find_spec

    if not find_spec("tensorflow"):
        print("This lab needs TensorFlow, which is not installed here; on Colab it is.")
    else:
        import keras

        plt = grader.pyplot()
        keras.utils.set_random_seed(3)
        kind, length, units = "GRU", 7, 16
        forecasts, truth, _ = weather_baselines(length)
        past, between, future = split_by_time(weather(), 0.6, 0.2)
        past, between, future, mean, std = standardize(past, between, future)
        lessons, exam, test = (window_dataset(part, length, 1, 0, 16) for part in (past, between, future))
        network = build_model(kind, length, 2, units)
        lessons = lessons.shuffle(100, seed=3)  # batches, after the split: no leak
        history = network.fit(lessons, validation_data=exam, epochs=12, shuffle=False, verbose=0).history
        forecasts[f"{kind}, {units} units"] = network.predict(test, verbose=0)[:, 0] * std[0] + mean[0]
        errors = {name: np.abs(forecast - truth).mean() for name, forecast in forecasts.items()}

        figure, (left, right) = plt.subplots(1, 2, figsize=(10, 4.2), width_ratios=[4, 5])
        left.plot(history["loss"], marker="o", label="training part")
        left.plot(history["val_loss"], marker="s", markerfacecolor="white", label="validation part")
        left.set(xlabel="epoch", ylabel="mean squared error, scaled", title="learning")
        left.legend()
        for place, error in enumerate(errors.values()):
            marker = "D" if place == len(errors) - 1 else "o"
            right.plot(error, place, color="black", linestyle="none", marker=marker, markersize=10)
            right.annotate(f"{error:.2f}", (error, place), (0, 9), textcoords="offset points", ha="center", bbox=paper)
        right.axvline(errors["persistence"], color="black", linestyle="--", linewidth=1)
        right.set(yticks=range(len(errors)), yticklabels=errors, ylim=(len(errors) - 0.5, -0.6))
        right.set(xlabel="mean absolute error on the test part, °C", title="who is nearest?")
        right.set_xlim(min(errors.values()) - 0.3, max(errors.values()) + 0.3)
        *others, last = errors
        best = min(others, key=errors.get)
        verdict = "beats" if errors[last] < errors[best] else "does NOT beat"
        grader.show(figure, f"The network ({last}) is {errors[last]:.2f} °C off, persistence {errors['persistence']:.2f}; "
                    f"it {verdict} the best baseline ({best}, {errors[best]:.2f} °C).")

# %% [markdown]
# ## What you should remember
#
# - A table `(N, F)` becomes windows `(N - L + 1, L, F)`; with answers $h$ rows ahead, $N - L + 1 - h$ pairs are left.
# - **Split by time first, scale by the training part, window each part on its own.** Every other order leaks.
# - A leak does not raise an error, it raises your score. Distrust what is too good; test on what cannot be known.
# - Persistence, a moving average, a Markov chain, ARIMA: compare with them before you believe in a network.
# - Report errors in the data's units, on data that nothing was fitted or chosen on.
#
# ## To think about
#
# A few sentences each; a person reads them.

# %% [markdown] tags=["question"]
# **Question 1.** A colleague's network forecasts tomorrow's share price and is 1 % off; its curve lies on the true one, if a
# day late. Which baseline would you compare it with, and which two numbers or pictures would settle it?

# %% [markdown] tags=["answer"] points=2

# %% [markdown] tags=["staff"]
# **Answer 1.** Persistence: a curve that is right but a day late is a copy of yesterday. Its mean absolute error beside that
# of persistence on the same days; and the correlation of the forecast with today's price against that with tomorrow's
# (higher with today's: it copies). The changes $y - x_t$ against the forecast changes show it too: no relation for a copy.

# %% [markdown] tags=["question"]
# **Question 2.** Ten rows, $L = 4$, $h = 2$: how many pairs are there? And how many windows without answers do 8 rows have
# if you cut them into one part, and into two parts of 4? What does it say about very short parts and very long windows?

# %% [markdown] tags=["answer"] points=2

# %% [markdown] tags=["staff"]
# **Answer 2.** 10 − 4 + 1 − 2 = 5 pairs. One part of 8 rows: 5 windows; two parts of 4: 1 each, so 2. Every cut costs
# $L - 1$ windows ($L - 1 + h$ pairs); a part shorter than $L + h$ rows has no pair at all. Think of the longest window when
# you cut.

# %% [markdown] tags=["question"]
# **Question 3.** You tried 40 settings and kept the one with the smallest error on the test part. What leaked, and what is
# the validation part for? Is a bidirectional network a leak in a forecast?

# %% [markdown] tags=["answer"] points=2

# %% [markdown] tags=["staff"]
# **Answer 3.** The choice among the 40 was fitted on the test part, so its error is too small. Choose on the validation part
# and look at the test part once. Bidirectional is no leak as long as both directions stay within the window: all of its rows
# are known on the day of the forecast. It would be one if the sequence reached beyond that day.
