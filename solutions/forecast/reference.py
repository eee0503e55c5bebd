# ---
# title: "Forecast: what will tomorrow's weather be?"
# order: 9
# requires: [windowing, lstm]
# minutes: 150
# packages: [numpy, matplotlib, tensorflow, keras]
# limits: {call_seconds: 10, cell_seconds: 30, total_seconds: 120, memory_bytes: 2147483648, processes: 64}
# training:
#   minutes: {gpu: 5, cpu: 8}
#   presets:
#     quick: {epochs: 6, budget: 5500, seeds: [0], kinds: [Dense, LSTM], stride: 9, bands: []}
#     full: {epochs: 16, budget: 5500, seeds: [0, 1, 2], stride: 3, bands: [0.1, 0.9],
#            kinds: [Dense, Conv1D, SimpleRNN, LSTM, GRU, Bidirectional, Transformer]}
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
# # Forecast: what will tomorrow's weather be?
#
# A weather station by the sea measures five things every three hours. You look at six days and say how warm the next day
# will be, every three hours of it. You build the data, the honest baselines, the loss and the yardstick; then seven networks
# of the same size compete, and at the end a share price shows what no network can do.
#
# About 150 minutes, training included (full: about 5 minutes on a GPU; quick: less than one anywhere).
#
# | | exercise | what it does | lines | minutes |
# |---|---|---|---|---|
# | 1 | `time_features` | clock and calendar, as a network can read them | 4 | 10 |
# | 2 | `scaled_windows` | windows with a day to forecast, and no leak | 8 | 25 |
# | 3 | `seasonal_naive_forecast` | tomorrow is like today, hour by hour | 3 | 10 |
# | 4 | `relative_error` | in °C, and against doing nothing | 3 | 10 |
# | 5 | `pinball_loss` | a loss of your own, in Keras | 5 | 15 |
# | 6 | `parameter_count` | so that no network has more numbers than another | 13 | 20 |

# %% tags=["given"]
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

# %% tags=["staff"]
from autograder.authoring import grader, start

# %% [markdown]
# ## What is graded
#
# The exercises, by checks as always; and your **forecasts for hidden windows**: 600 stretches of six days out of later years,
# of which you get the measurements, and nobody gives you the day after. Any method may have made them, your own ideas
# included: another network, more units, all kinds averaged.
#
# {{recorded}}

# %% tags=["training"]
# Training: choose, then run this cell. Quick takes a minute anywhere; full wants a GPU (Runtime > Change runtime type).
PRESET = "quick"  # @param ["quick", "full"]
BACKEND = "tensorflow"  # @param ["tensorflow", "jax", "torch"]
if grader.ready():
    run = start(PRESET, BACKEND)

# %% [markdown]
# ## Shapes and conventions
#
# | symbol | in code | shape or range | what |
# |---|---|---|---|
# | $N$, $F$ | | | rows of a table (three hours apart, the oldest first) and columns; the temperature is column 0 |
# | $L$ | `length` | 48 | rows that a network looks at: six days |
# | $H$ | `horizon` | 8 | rows to forecast: one day, all at once |
# | $X$ | `X` | `(n, L, F)` | windows |
# | $y$ | `y` | `(n, H)` | for every window, the target in the `horizon` rows after it |
#
# In `windowing` a window had **one** answer, `horizon` rows later. Here it has `horizon` answers, one for each of the next rows,
# and the network's last layer has as many outputs.
#
# The station is made up (so that nobody can look the answers up), and made so that *memory* counts: a burst of wind, hours
# later a dip of the pressure, and a day or two after that a **front**, which changes the temperature within hours. A burst
# from the west (up, in the picture) announces cold air, from the east (down) warm air; the deeper the dip, the larger the change;
# a dip that takes longer has a front that takes longer. And one burst in five means nothing.

# %% tags=["training"]
# Training: look at the data, one month of it.
if grader.ready():
    plt = grader.pyplot()
    names = "temperature, °C", "humidity, %", "pressure, hPa", "wind, m/s", "cloud, tenths"
    month = run.data["weather_train"][5000:5240] / 10
    figure, axes = plt.subplots(5, 1, figsize=(9, 8), sharex=True)
    for column, (one, name) in enumerate(zip(axes, names, strict=True)):
        one.plot(np.arange(len(month)) / 8, month[:, column], color="black", linewidth=1)
        one.set_ylabel(name)
    axes[-1].set_xlabel("days")
    spread = run.data["weather_train"][:, 0].std() / 10
    grader.show(figure, "Thirty days. Find a front in the topmost curve, then its dip of the pressure a day or two before, and before "
                f"that the burst of wind. Over six years the temperature has a standard deviation of {spread:.1f} °C.")

# %% [markdown]
# ## Exercise 1: clock and calendar
#
# The hour matters (nights are cold), and so does the season. As plain numbers they mislead: 23 o'clock and 0 o'clock are
# neighbours, yet 23 and 0 are as far apart as can be. On a **circle** neighbours stay neighbours, so a time becomes two
# numbers, the sine and the cosine of its angle:
#
# $$\sin\frac{2\pi t}{24},\quad \cos\frac{2\pi t}{24},\quad \sin\frac{2\pi t}{8766},\quad \cos\frac{2\pi t}{8766}$$
#
# with $t$ in hours since midnight on 1 January; a year has 365.25 · 24 = 8766 of them. One number of a pair would not do: the sine
# is the same at 9 and at 15 o'clock (4 lines).


# %% tags=["exercise"]
def time_features(hours):
    """Where a time is in its day and in its year, as points on two circles.

    hours: hours since midnight on 1 January, any shape; may be larger than a year.
    Returns features, shape (..., 4), float64: sine and cosine of the day's angle, then sine and cosine of the year's (8766
    hours). Changes none of its arguments.
    Errors: none of its own.

    >>> time_features(np.array([0, 6, 18])).round(3)[:, :2].tolist()
    [[0.0, 1.0], [1.0, 0.0], [-1.0, -0.0]]
    """
    day = 2 * np.pi * np.asarray(hours, dtype=float) / 24
    year = 2 * np.pi * np.asarray(hours, dtype=float) / 8766
    features = np.stack([np.sin(day), np.cos(day), np.sin(year), np.cos(year)], axis=-1)
    return features  # noqa: RET504  messages to students call the answer by this name


# %% [markdown]
# ## Lab: a clock is a circle
#
# Your features of one day. Left, where the hours stand; right, how far each hour is from 23 o'clock, as a network would see
# it in plain numbers, and in yours.

# %% tags=["lab"]
if grader.ready("time_features"):
    plt = grader.pyplot()
    clock = np.arange(24)
    circle = time_features(clock)[:, :2]
    figure, (left, right) = plt.subplots(1, 2, figsize=(9, 3.8), width_ratios=[4, 5])
    left.scatter(*circle.T, color="#0072B2")
    for hour in range(0, 24, 3):
        left.annotate(f"{hour} h", circle[hour] * 1.18, ha="center", va="center")
    left.set(xlabel="sine", ylabel="cosine", xlim=(-1.4, 1.4), ylim=(-1.4, 1.4), aspect="equal")
    plain, round_way = np.abs(clock - 23) / 23, np.linalg.norm(circle - circle[23], axis=1) / 2
    right.plot(clock, plain, color="#D55E00", linestyle="--", marker="x", label="plain hours")
    right.plot(clock, round_way, color="#0072B2", linestyle="-", marker="o", label="your two numbers")
    right.set(xlabel="hour", ylabel="distance from 23 o'clock, 1: farthest", xticks=range(0, 24, 3))
    right.legend()
    grader.show(figure, f"From 23 o'clock to midnight it is {plain[0]:.2f} of the largest distance in plain hours, and "
                f"{round_way[0]:.2f} on the circle.")

# %% [markdown]
# ## Exercise 2: windows with a day to forecast
#
# `windowing` in one go, and with two news: each window has `horizon` answers, and only every `stride`-th window is kept,
# since neighbours share 47 of 48 rows and teach the same thing twice. (We take odd strides. With a stride of 8 rows, one day,
# every window would begin at midnight, and a network that has never seen a noon forecasts badly at noon. We tried.)
#
# $$X_i = \text{rows } is \;\dots\; is + L - 1 \qquad y_i = \text{column } j \text{ of rows } is + L \;\dots\; is + L + H - 1$$
#
# The old rules stand. The two tables are **different times**: mean and standard deviation are those of `train` alone, and no
# window may begin in one table and end in the other. All is scaled, `y` too, so both numbers go back with the windows:
# $y \cdot s_j + \mu_j$ is °C again (8 lines; a helper function is welcome).
#
# <details><summary>Hint</summary>
#
# Make windows of `length + horizon` rows, thin them out, and cut each in two: the front part is `X`, the rest, one column of
# it, is `y`. `sliding_window_view(table, rows, axis=0)` has its new axis last. Then nothing can be one row off.
#
# </details>


# %% tags=["exercise"]
def scaled_windows(train, later, target, length, horizon, stride):
    """Windows, and the rows after each of them, of two tables of different times, scaled as only the first one knows.

    train, later: tables, shapes (N, F) and (M, F), oldest row first; no column is constant.
    target: j, the column to forecast.
    length: L, rows in a window; horizon: H, how many rows after it are to be forecast; both at least 1.
    stride: rows from the start of one window to the start of the next, at least 1.
    Returns (X_train, y_train, X_later, y_later, mean, std): X of shape (n, L, F), y of shape (n, H), all scaled by mean and std
    of train's rows, each (F,). As many windows as have all their answers in the same table. Changes none of its arguments.
    Errors: ValueError where a table has fewer than L + H rows.

    >>> table = np.arange(12.0).reshape(6, 2)
    >>> X, y, _, _, mean, std = scaled_windows(table, table, 1, 2, 2, 2)
    >>> (X * std + mean).round(6).tolist(), (y * std[1] + mean[1]).round(6).tolist()
    ([[[0.0, 1.0], [2.0, 3.0]], [[4.0, 5.0], [6.0, 7.0]]], [[5.0, 7.0], [9.0, 11.0]])
    """
    mean, std = train.mean(axis=0), train.std(axis=0)
    pairs = []
    for table in (train, later):
        rows = sliding_window_view((table - mean) / std, length + horizon, axis=0)[::stride]
        rows = rows.transpose(0, 2, 1)
        pairs += [rows[:, :length], rows[:, length:, target]]
    X_train, y_train, X_later, y_later = pairs
    return X_train, y_train, X_later, y_later, mean, std


# %% tags=["training"]
# Training: the station's tables become windows; the hidden ones are windows already.
if grader.ready("time_features", "scaled_windows"):
    length, horizon = 48, 8
    parts = run.data["weather_train"] / 10, run.data["weather_val"] / 10
    hours = 3 * np.arange(sum(map(len, parts)))  # since a midnight on 1 January; the second table goes on where the first one ends
    clock = time_features(hours)
    first, second = (np.hstack(pair) for pair in zip(parts, np.split(clock, [len(parts[0])]), strict=True))
    x_train, y_train, x_val, y_val, mean, std = scaled_windows(first, second, 0, length, horizon, run.preset.stride)
    clock = time_features(run.data["hours"][:, None].astype(int) + 3 * np.arange(length))
    x_hidden = (np.concatenate([run.data["windows"] / 10, clock], axis=-1) - mean) / std
    x_train, y_train, x_val, y_val, x_hidden = (part.astype("float32") for part in (x_train, y_train, x_val, y_val, x_hidden))
    print("train", x_train.shape, y_train.shape, " validation", x_val.shape, y_val.shape, " hidden", x_hidden.shape)

# %% [markdown]
# ## Exercise 3: tomorrow is like today, hour by hour
#
# Persistence says at three in the afternoon that the night will be as warm. A better nothing: **the same hour one period
# earlier**. For a window whose last row is $L - 1$, the row $k$ ahead ($k = 1, 2, \dots$) is $L - 1 + k$, one period $p$ earlier is
# $L - 1 + k - p$. Where that is not in the window yet ($k > p$), go back another period: the last $p$ values, again and again
# (3 lines).


# %% tags=["exercise"]
def seasonal_naive_forecast(X, target, period, horizon):
    """Forecast that all repeats: for each row ahead, the target's value a whole number of periods earlier, the latest there is.

    X: windows, shape (n, L, F).
    target: j, the column to forecast.
    period: p, rows in one period (8 rows of 3 hours in a day), from 1 to L.
    horizon: H, how many rows to forecast; may be more than one period.
    Returns forecast, shape (n, H), float64. Changes none of its arguments.
    Errors: IndexError where there is no such column.

    >>> seasonal_naive_forecast(np.array([[[1], [2], [3], [4], [5]]]), 0, 3, 4).tolist()
    [[3.0, 4.0, 5.0, 3.0]]
    """
    last = np.asarray(X, dtype=float)[:, -period:, target]
    forecast = last[:, np.arange(horizon) % period]
    return forecast  # noqa: RET504


# %% [markdown]
# ## Exercise 4: the yardstick
#
# Is an error of 0.2 good? In scaled units nobody can tell. Two numbers say it: the **mean absolute error in °C**, and the same
# as a **fraction of a naive forecast's** error: 1 means that you might as well have said that nothing changes, 0.5 that half
# of the error is gone, more than 1 that you would better have stayed in bed. Yours is measured like that.
#
# $$e = s_j \cdot \operatorname{mean}\,|y - \hat y| \qquad
# r = \frac{\operatorname{mean}\,|y - \hat y|}{\operatorname{mean}\,|y - y_{\text{naive}}|}$$
#
# The scaler's mean cancels in a difference, its standard deviation does not. Divide means, do not average quotients: where
# the naive forecast happens to be right, a quotient is infinite (3 lines).


# %% tags=["exercise"]
def relative_error(y, forecast, naive, std):
    """How far off a forecast is: in the target's units, and as a fraction of a naive forecast's error.

    y: the truth, scaled, shape (n, H).
    forecast, naive: two forecasts of it, scaled, shape (n, H).
    std: the number that the target was divided by when it was scaled.
    Returns (error, relative): the mean absolute error in the target's units, and the same over the naive forecast's; two
    floats. Changes none of its arguments.
    Errors: none of its own.

    >>> y = np.array([[1.0, 2.0], [3.0, 4.0]])
    >>> tuple(map(float, relative_error(y, y + 0.5, y - 2.0, 8.0)))
    (4.0, 0.25)
    """
    error = std * np.mean(np.abs(y - forecast))
    relative = error / (std * np.mean(np.abs(y - naive)))
    return error, relative


# %% [markdown]
# ## Before any network
#
# Rule one of every comparison: **baselines first**. Persistence, a moving average, your seasonal forecast; and a linear model,
# fitted by least squares (no gradient, no epochs, one second): once on the temperature's own past, which is what statisticians
# call an autoregression, AR, and once on everything that the networks get. Deck 0's **ARIMA**$(p, 1, q)$ forecasts the next *change*
# (the I: what changes is summed up again) from $p$ past changes (AR) and $q$ past surprises (MA), what it had not foreseen.


# %% tags=["given"]
def least_squares(x, y, penalty=30.0):
    """Weights of the linear forecast with the least squared error, all rows and columns of each window flattened, last one: bias."""
    flat = np.column_stack([x.reshape(len(x), -1), np.ones(len(x))]).astype(float)
    return np.linalg.solve(flat.T @ flat + penalty * np.eye(flat.shape[1]), flat.T @ y)


def linear_forecast(x, weights):
    """What such weights forecast for windows."""
    return x.reshape(len(x), -1) @ weights[:-1] + weights[-1]


def fit_arima(series, p, q):
    """Weights of an ARIMA(p, 1, q) for a long series: constant, p past changes, q past surprises, the newest first.

    In two steps (Hannan and Rissanen, 1982): surprises are what a long autoregression leaves over, and are then taken as measured.
    """
    change, long = np.diff(series), 4 * (p + q)
    past = sliding_window_view(change, long)[:-1, ::-1]
    surprise = change[long:] - past @ np.linalg.lstsq(past, change[long:], rcond=None)[0]
    rows = np.arange(q, len(surprise))
    lagged = [*(change[long + rows - lag] for lag in range(1, p + 1)), *(surprise[rows - lag] for lag in range(1, q + 1))]
    return np.linalg.lstsq(np.stack([np.ones(len(rows)), *lagged], axis=1), change[long + rows], rcond=None)[0]


def arima_forecast(x, weights, p, q, steps):
    """What such weights forecast for short series (n, L), (n, steps) values ahead; a surprise still to come counts as 0."""
    change, surprise = np.diff(x), np.zeros((len(x), x.shape[1] - 1 + steps))
    for t in range(max(p, q), surprise.shape[1]):
        next_one = weights[0] + change[:, t - p : t][:, ::-1] @ weights[1 : p + 1] + surprise[:, t - q : t][:, ::-1] @ weights[p + 1 :]
        if t < x.shape[1] - 1:
            surprise[:, t] = change[:, t] - next_one
        else:
            change = np.column_stack([change, next_one])
    return x[:, -1:] + np.cumsum(change[:, -steps:], axis=1)


# %% tags=["training"]
# Training: forecasts without a network, all judged by your own relative_error.
if grader.ready("time_features", "scaled_windows", "seasonal_naive_forecast", "relative_error"):
    own_past, all_past = least_squares(x_train[..., :1], y_train), least_squares(x_train, y_train)
    surprises = fit_arima((first[:, 0] - mean[0]) / std[0], 9, 2)
    methods = {
        "persistence": lambda x: np.repeat(x[:, -1:, 0], horizon, axis=1),
        "moving average, 1 day": lambda x: np.repeat(x[:, -8:, 0].mean(axis=1, keepdims=True), horizon, axis=1),
        "seasonal naive, 1 day": lambda x: seasonal_naive_forecast(x, 0, 8, horizon),
        "AR(48)": lambda x: linear_forecast(x[..., :1], own_past),
        "ARIMA(9, 1, 2)": lambda x: arima_forecast(x[..., 0], surprises, 9, 2, horizon),
        "linear model": lambda x: linear_forecast(x, all_past),
    }
    naive = methods["persistence"](x_val)
    for name, method in methods.items():
        error, relative = relative_error(y_val, method(x_val), naive, std[0])
        run.result(name, relative, {"temperature": method(x_hidden) * std[0] + mean[0]})
        print(f"{name:24}{error:6.2f} °C   {relative:.3f} of persistence")

# %% [markdown]
# ## Exercise 5: a loss of your own
#
# We are graded on the mean *absolute* error. The mean squared error, everybody's default, fears a few large mistakes more than
# many small ones, and fronts are large. A family of losses asks for a **quantile** $q$: with $e = y - \hat y$,
#
# $$\text{loss} = \max(q\, e,\; (q - 1)\, e)$$
#
# Too low by 1 costs $q$, too high by 1 costs $1 - q$. With $q = 0.5$ that is half the absolute error, and the network learns the
# **median**; with $q = 0.9$ too low is nine times as bad as too high, and it learns a number that the truth stays below nine times
# in ten. Two such networks make a band: how warm, and how sure.
#
# Return one number per window, the mean over its `horizon` answers. Keras computes gradients through this function, so
# write it with `keras.ops` (`maximum`, `mean`): NumPy would compute the same numbers, and stop every gradient (5 lines
# with `from keras import ops` inside the function).


# %% tags=["exercise"]
def pinball_loss(y, forecast, quantile):
    """The quantile loss of each window, for Keras to minimise.

    y: the truth, shape (n, H).
    forecast: what the network says, shape (n, H).
    quantile: q, between 0 and 1; 0.5 is half of the mean absolute error.
    Returns loss, shape (n,): the mean over each window's answers. A tensor, made with keras.ops; float32 or float64.
    Errors: none of its own.

    With y = [[1., 1.]], forecast = [[0., 3.]] and quantile = 0.9 the loss is [0.55]: (0.9 * 1 + 0.1 * 2) / 2.
    """
    from keras import ops

    error = y - forecast
    loss = ops.mean(ops.maximum(quantile * error, (quantile - 1) * error), axis=-1)
    return loss  # noqa: RET504


# %% [markdown]
# ## Exercise 6: a fair race
#
# An LSTM with 64 units has four times the weights of a `SimpleRNN` with 64. If it wins, was it the gates, or the size? To
# compare **kinds**, give each the same number of parameters. Count them, the output layer included, with $F$ features, $U$ units:
#
# | kind | its layer | then `Dense(outputs)` sees |
# |---|---|---|
# | `Dense` | `Flatten`, `Dense(U)`: a weight for each of the $L F$ numbers, and a bias, per unit | $U$ |
# | `Conv1D` | `U` filters over 5 rows of $F$ columns, a bias each; the largest of every 4 rows; `Flatten` | $\lfloor L/4 \rfloor\, U$ |
# | `SimpleRNN` | $U(U + F)$ weights, $U$ biases | $U$ |
# | `LSTM` | four of that | $U$ |
# | `GRU` | three of that, but in Keras with **two** biases per unit and gate (`reset_after=True`, for the GPU's sake) | $U$ |
# | `Bidirectional` | two LSTMs with $U$ units each | $2U$ |
#
# The output layer has a weight for each number that it sees, and a bias, per output (13 lines).


# %% tags=["exercise"]
def parameter_count(kind, length, features, units, outputs):
    """How many numbers a forecaster learns, in its layer and its output layer together.

    kind: "Dense", "Conv1D", "SimpleRNN", "LSTM", "GRU" (Keras's, with reset_after=True) or "Bidirectional" (of LSTMs).
    length: L, rows in a window; features: F, columns.
    units: U, units or filters of the layer; each way, for Bidirectional.
    outputs: numbers to forecast.
    Returns an int.
    Errors: ValueError for any other kind.

    >>> [parameter_count(kind, 48, 9, 32, 8) for kind in ("Dense", "LSTM", "GRU")]
    [14120, 5640, 4392]
    """
    cell = units * (units + features) + units  # one SimpleRNN
    counts = {
        "Dense": ((length * features + 1) * units, units),
        "Conv1D": ((5 * features + 1) * units, length // 4 * units),
        "SimpleRNN": (cell, units),
        "LSTM": (4 * cell, units),
        "GRU": (3 * (cell + units), units),
        "Bidirectional": (8 * cell, 2 * units),
    }
    if kind not in counts:
        raise ValueError(f"kind must be one of {', '.join(counts)}, not {kind!r}")
    layer, seen = counts[kind]
    return layer + (seen + 1) * outputs


# %% [markdown]
# ## Seven networks
#
# You built such models in `windowing`; here they are ready, with a small Transformer as the seventh: one block of attention
# (`attention`), 4 heads, a learned number for every place since attention alone does not see order. Its last row speaks.


# %% tags=["given"]
def build_forecaster(kind, length, features, units, outputs, loss):
    """A compiled Keras model of a kind, from windows (n, length, features) to (n, outputs)."""
    import keras
    from keras import layers

    class Places(layers.Layer):
        """Adds a learned vector to every row, so that attention can tell them apart."""

        def build(self, shape):
            self.places = self.add_weight(shape=shape[1:], initializer=keras.initializers.RandomNormal(stddev=0.3), name="places")

        def call(self, x):
            return x + self.places

    inputs = keras.Input((length, features))
    if kind == "Dense":
        x = layers.Dense(units, activation="relu")(layers.Flatten()(inputs))
    elif kind == "Conv1D":
        x = layers.Conv1D(units, 5, padding="causal", activation="relu")(inputs)
        x = layers.Flatten()(layers.MaxPooling1D(4)(x))
    elif kind == "Bidirectional":
        x = layers.Bidirectional(layers.LSTM(units))(inputs)
    elif kind == "Transformer":
        x = Places()(layers.Dense(units)(inputs))
        x = layers.LayerNormalization()(x + layers.MultiHeadAttention(4, units // 4)(x, x))
        x = layers.LayerNormalization()(x + layers.Dense(units)(layers.Dense(2 * units, activation="relu")(x)))
        x = x[:, -1]
    else:
        x = getattr(layers, kind)(units)(inputs)
    model = keras.Model(inputs, layers.Dense(outputs)(x))
    model.compile(optimizer=keras.optimizers.Adam(0.004, clipnorm=1.0), loss=loss)
    return model


def units_within(budget, kind, length, features, outputs):
    """So many units that the number of parameters comes nearest to the budget."""
    if kind == "Transformer":
        return round((budget / 11.5) ** 0.5)  # its blocks grow with the square of their width
    return min(range(2, 200), key=lambda units: abs(parameter_count(kind, length, features, units, outputs) - budget))


# %% tags=["training"]
# Training: one network, the LSTM, and a look at its forecasts.
if grader.ready("time_features", "scaled_windows", "seasonal_naive_forecast", "relative_error", "pinball_loss", "parameter_count"):
    def builder(kind, quantile=0.5):
        """What run.fit calls to get a new network of a kind, within the budget."""
        units = units_within(run.preset.budget, kind, length, x_train.shape[2], horizon)

        def loss(y, forecast):
            return pinball_loss(y, forecast, quantile)

        return lambda: build_forecaster(kind, length, x_train.shape[2], units, horizon, loss)

    def celsius(scaled):
        """Back to the station's units."""
        return scaled * std[0] + mean[0]

    model = run.fit("LSTM", builder("LSTM"), x_train, y_train, validation=(x_val, y_val), seed=0)
    forecast = model.predict(x_val, verbose=0)
    plt = grader.pyplot()
    figure, axes = plt.subplots(2, 2, figsize=(10, 6), sharex=True)
    busy = np.argsort(np.abs(y_val - naive).mean(axis=1))[::-1][len(x_val) // 50 :: len(x_val) // 20][:4]
    past, ahead = 3 * np.arange(1 - 24, 1), 3 * np.arange(1, horizon + 1)
    for one, window in zip(axes.ravel(), busy, strict=True):
        one.plot(past, celsius(x_val[window, -24:, 0]), color="black", label="the last three days")
        one.plot(ahead, celsius(y_val[window]), color="black", marker="o", linestyle="none", label="what came")
        linear = methods["linear model"](x_val[window : window + 1])[0]
        one.plot(ahead, celsius(linear), color="#D55E00", linestyle="--", label="linear")
        one.plot(ahead, celsius(forecast[window]), color="#0072B2", linestyle="-", marker="s", markersize=4, label="LSTM")
        one.set(xlabel="hours from now", ylabel="°C")
    axes[0, 0].legend(fontsize=8)
    error, relative = relative_error(y_val, forecast, naive, std[0])
    grader.show(figure, f"Four days on which much changed. The LSTM is {error:.2f} °C off on average, {relative:.3f} of persistence.")

# %% [markdown]
# ## All kinds, all seeds
#
# One seed is an anecdote: two trainings of the *same* network differ, and a kind is better only if the gap is larger than that.
# Every row below is scored on validation data; the table at the top of this notebook shows ours, on the hidden data.

# %% tags=["training"]
# Training: the comparison. Interrupt it whenever you like; run the cell again, and it goes on.
if grader.ready("time_features", "scaled_windows", "seasonal_naive_forecast", "relative_error", "pinball_loss", "parameter_count"):
    on_val, on_hidden, of = {}, {}, {}  # forecasts by kind and seed; their relative errors
    for kind in run.preset.kinds:
        for seed in run.seeds:
            model = run.fit(kind, builder(kind), x_train, y_train, validation=(x_val, y_val), seed=seed)
            key = kind, seed
            on_val[key], on_hidden[key] = model.predict(x_val, verbose=0), celsius(model.predict(x_hidden, verbose=0))
            of[key] = relative_error(y_val, on_val[key], naive, std[0])[1]
            run.result(kind, of[key], {"temperature": on_hidden[key]}, seed=seed, model=model)
    run.table()
    run.picture()

# %% [markdown]
# ## Who remembers?
#
# Where do the kinds differ? Take the windows in which the pressure dipped at least 5 hPa below its median, and sort them by **how
# long ago the lowest point was**. The front comes 24 or 42 hours after it; until then nothing but memory knows of it.

# %% tags=["training"]
# Training: errors by the time since the dip.
if grader.ready("time_features", "scaled_windows", "seasonal_naive_forecast", "relative_error", "pinball_loss", "parameter_count"):
    plt = grader.pyplot()
    pressure = x_val[:, -16:, 2] * std[2]
    since = 15 - pressure.argmin(axis=1)
    dipped = np.median(x_val[:, :, 2] * std[2], axis=1) - pressure.min(axis=1) > 5
    ages = [(0, 3), (3, 6), (6, 9), (9, 12), (12, 15)]  # rows since the lowest point
    figure, axes = plt.subplots(figsize=(8, 4))
    shown = {"linear model": methods["linear model"](x_val)} | {
        kind: np.mean([on_val[kind, seed] for seed in run.seeds], axis=0) for kind in run.preset.kinds}
    for forecast, name, marker in zip(shown.values(), shown, "xosD^v*P", strict=False):
        off = np.abs(y_val - forecast).mean(axis=1) * std[0]
        errors = [off[dipped & (since >= a) & (since < b)].mean() for a, b in ages]
        axes.plot([3 * (a + b - 1) / 2 for a, b in ages], errors, marker=marker, label=name)
    axes.set(xlabel="hours since the pressure was lowest", ylabel="mean absolute error, °C")
    axes.legend(fontsize=8, ncols=2)
    calm = np.abs(y_val - shown["LSTM"]).mean(axis=1)[~dipped].mean() * std[0]
    grader.show(figure, f"{dipped.sum()} windows with a dip, by the hours that have passed since. In the {(~dipped).sum()} without one "
                f"the LSTM is {calm:.2f} °C off.")

# %% [markdown]
# ## What the lectures say, and what we measured
#
# | claim | in our recorded runs (the table at the top) |
# |---|---|
# | feed-forward networks do not use the order of time | holds: `Dense` gains little over the linear model |
# | a convolution sees what is local | holds: it sees bursts and dips; what follows can add them up, place by place, not combine them |
# | a simple RNN forgets | holds: hardly better than the convolution, though it has read all six days |
# | LSTM and GRU remember | holds, and by far; but look at the spread over seeds, and at *when* they learn it: late, and all at once |
# | a GRU is as good as an LSTM | **does not hold here**: with 16 epochs it is behind, and its seeds differ most |
# | bidirectional is better | **does not hold here**: at equal size each direction has fewer units, and the future is not in the window |
# | Transformers replace RNNs | **does not hold here**: with 5,500 parameters and 5,800 windows attention learns more slowly |
# | a network can forecast a share's price | **does not hold**: see below |
#
# Small print: this station was made so that memory pays. Real weather is less tidy (try the Jena station: `datasets/jena.py` in
# the course's repository), and with ten times the data the Transformer may win. Measure.

# %% tags=["training"]
# Training: how sure is it? Two more LSTMs, for the quantiles of the full preset; nothing in the quick one.
if grader.ready("time_features", "scaled_windows", "seasonal_naive_forecast", "relative_error", "pinball_loss", "parameter_count"):
    bands = [run.fit(f"LSTM {q:g}", builder("LSTM", q), x_train, y_train, validation=(x_val, y_val), seed=0) for q in run.preset.bands]
    if bands:
        low, high = (model.predict(x_val, verbose=0) for model in bands)
        plt = grader.pyplot()
        figure, axes = plt.subplots(1, 2, figsize=(10, 3.5), sharey=True)
        calm, wild = np.argsort((high - low).mean(axis=1))[[len(low) // 10, -len(low) // 50]]
        for one, window, title in zip(axes, (calm, wild), ("a day it is sure of", "a day it is not"), strict=True):
            middle = celsius(y_val[window]).mean()
            one.plot(past, celsius(x_val[window, -24:, 0]) - middle, color="black")
            one.fill_between(ahead, celsius(low[window]) - middle, celsius(high[window]) - middle, color="#56B4E9", alpha=0.6)
            one.plot(ahead, celsius(y_val[window]) - middle, color="black", marker="o", linestyle="none")
            one.set(xlabel="hours from now", ylabel="°C from the day's mean", title=title)
        inside = np.mean((low <= y_val) & (y_val <= high))
        grader.show(figure, f"Between the two quantiles lie {100 * inside:.0f} % of the true temperatures; 80 % were asked for.")

# %% [markdown]
# ## A claim that does not hold: share prices
#
# Deck 4 lets an RNN say tomorrow's price. Here is a share with calm and nervous weeks, whose changes are random: the best
# forecast of tomorrow's price is today's. We give the network its best chance, daily *changes* in per cent (a price leaves the
# range it was trained on sooner or later), and a linear model the same; persistence says that the change is 0.

# %% tags=["training"]
# Training: a share price.
if grader.ready("scaled_windows", "relative_error", "pinball_loss"):
    price = run.data["prices"] / 100
    change = 100 * np.diff(np.log(price))[:, None]
    early, late = change[:2400], change[2400:]
    sx, sy, sx_late, sy_late, usual, spread = scaled_windows(early, late, 0, 20, 1, 1)

    def share_loss(y, forecast):
        return pinball_loss(y, forecast, 0.5)

    model = run.fit("share, LSTM", lambda: build_forecaster("LSTM", 20, 1, 16, 1, share_loss), sx.astype("float32"), sy.astype("float32"),
                    epochs=4)
    said = model.predict(sx_late.astype("float32"), verbose=0)
    no_change = np.full(sy_late.shape, -usual[0] / spread[0])
    off, fraction = relative_error(sy_late, said, no_change, spread[0])
    _, straight = relative_error(sy_late, linear_forecast(sx_late, least_squares(sx, sy)), no_change, spread[0])
    true_price = price[-len(sy_late) :]
    today = price[-len(sy_late) - 1 : -1]
    said_price = today * np.exp((said[:, 0] * spread[0] + usual[0]) / 100)
    plt = grader.pyplot()
    figure, axes = plt.subplots(figsize=(9, 3.5))
    axes.plot(true_price[-60:], color="black", marker="o", markersize=4, label="the price")
    axes.plot(said_price[-60:], color="#D55E00", linestyle="--", label="what the LSTM had said the day before")
    axes.set(xlabel="day", ylabel="price")
    axes.legend()
    moves = np.diff(said_price)
    behind, right = (np.corrcoef(moves, np.diff(other))[0, 1] for other in (today, true_price))
    grader.show(figure, f"Looks good, and is a day late: its moves go with today's price ({behind:.2f}), not with tomorrow's "
                f"({right:.2f}). The LSTM has {fraction:.3f} of persistence's error, the linear model {straight:.3f}: nothing is gained.")

# %% [markdown]
# ## Your forecasts
#
# The kind that is best on validation data, averaged over its seeds: an average of forecasts is nearly always better than
# each of them. Put your own idea here if you have a better one, then run the cells below it.

# %% tags=["training"]
# Training: what you hand in.
if grader.ready("time_features", "scaled_windows", "seasonal_naive_forecast", "relative_error", "pinball_loss", "parameter_count"):
    best = min(run.preset.kinds, key=lambda kind: np.mean([of[kind, seed] for seed in run.seeds]))
    run.hand_in(temperature=np.mean([on_hidden[best, seed] for seed in run.seeds], axis=0))

# %% [markdown]
# ## What you should remember
#
# - Baselines first, errors in units, and as a fraction of a naive forecast's: then a number means something.
# - A clock is a circle; a scaler knows the past only; windows do not straddle.
# - Compare kinds at equal size, over several seeds, on data that nothing was fitted to.
# - LSTM and GRU win where something long past decides. Where nothing decides, nothing wins.
#
# ## To think about
#
# A few sentences; a person reads them.

# %% [markdown] tags=["question"]
# **Question 1.** Your LSTM learns little for some epochs and then its loss falls within two or three. What may it have found in these, and
# what does this say about stopping a training early, and about comparing networks after a fixed number of epochs?

# %% [markdown] tags=["answer"] points=2

# %% [markdown] tags=["staff"]
# **Answer 1.** The link over a long gap: the sign of the burst, kept until the front, times the depth of the dip. Before that only local
# structure (daily cycle, air that stays) is used. A plateau is no proof that nothing more is to come; early stopping with little
# patience would have stopped there, and a fixed number of epochs favours kinds that learn quickly over those that get further.

# %% [markdown] tags=["question"]
# **Question 2.** A friend's network for share prices has 0.97 of persistence's error on one year. What do you ask before you believe it?

# %% [markdown] tags=["answer"] points=2

# %% [markdown] tags=["staff"]
# **Answer 2.** How many seeds, settings and years were tried (the best of many is luck)? Was the scaler fitted, and the setting
# chosen, on earlier data only; is any of the day's own data among the inputs? Is 3 % more than the spread over seeds and over years?
# Does it hold on the next year, untouched?
