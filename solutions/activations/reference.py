# ---
# title: "Activations: three curves and their slopes"
# order: 1
# requires: []
# minutes: 60
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
# # Activations: three curves and their slopes
#
# A layer multiplies by weights and adds a bias. Two such layers in a row are only one: $(x W_1) W_2 = x (W_1 W_2)$. What
# makes a network more than one matrix is the curve between the layers, its **activation function** (deck 4). Sigmoid
# opens and shuts the gates of an LSTM and a GRU, tanh keeps the state of an RNN within bounds, ReLU keeps gradients alive.
# Their slopes are what training multiplies, step by step, on its way back through time. You write all three and their
# slopes here; every later assignment builds on them.
#
# About 60 minutes, reading and labs included. You need NumPy, nothing else.
#
# | | exercise | what it does | lines | minutes |
# |---|---|---|---|---|
# | 1 | `sigmoid` | squeezes any number into (0, 1) | 2 | 8 |
# | 2 | `tanh` | squeezes any number into (−1, 1) | 1 | 6 |
# | 3 | `relu` | cuts off what is negative | 1 | 4 |
# | 4 | `sigmoid_derivative` | its slope, at most 1/4 | 2 | 7 |
# | 5 | `tanh_derivative` | its slope, at most 1 | 1 | 5 |
# | 6 | `relu_derivative` | its slope, 0 or 1 | 1 | 4 |

# %% tags=["given"]
import numpy as np

# %% tags=["staff"]
from autograder.authoring import grader

# %% [markdown]
# ## How this works
#
# 1. **Write.** Each exercise is a function with its description and an empty body. Put your code where it says so, in
#    place of the line that raises an error, and run the cell (Shift + Enter). Leave name and order of arguments as they are.
# 2. **Check.** The cell below it, `grader.check("...")`, tries your function on a few inputs and says at once what is
#    right and what is not. Check as often as you like; nothing is counted.
# 3. **Hint.** If your answer is that of a mistake it knows, it says which. Most exercises also have a hint to unfold.
# 4. **Hand in.** The last cells show where you stand and pack the notebook. What is handed in is checked once more, on
#    other inputs: other shapes, whole numbers, very large numbers.
#
# Only what a function answers counts, not how it is written: loops, one line or another library are all fine. Each
# exercise is graded on its own, so a mistake in one costs nothing in the next. **A function never changes its argument**
# and returns `float64`, which is NumPy's default.
#
# ## How the numbers lie
#
# Read this once; all assignments keep to it. A batch of sequences is one array of shape `(B, T, D)`: $B$ samples, each
# with $T$ time steps, each with $D$ features. **The batch comes first.** Deck 2's weather, cut into three samples of three
# days with temperature and humidity, has shape `(3, 3, 2)`:
#
# ```text
#               D = 2                D = 2                D = 2
#           temp.  humid.        temp.  humid.        temp.  humid.
#          +------+------+      +------+------+      +------+------+
#  t = 1   |   6  |  92  |      |   9  |  85  |      |   7  |  88  |   <-- x[:, 0]   (B, D), step 1 of all samples:
#  t = 2   |   9  |  85  |      |   7  |  88  |      |   8  |  91  |                 a sample is a row
#  t = 3   |   7  |  88  |      |   8  |  91  |      |   6  |  89  |
#          +------+------+      +------+------+      +------+------+
#               x[0]                 x[1]                 x[2]             (T, D), one sample
# ```
#
# The slides multiply a matrix by **one sample, a column**: $W \cdot x$. We keep many samples, each **a row**, so the same
# weights stand **transposed** and on the right, `x @ W`. With $H$ units:
#
# ```text
#  the slides: one sample, a column              here: B samples, each a row
#
#        D          1         1                        D           H               H
#     +-----+     +---+     +---+                   +-----+     +-----+         +-----+
#   H |  W  |  ·  | x | D = | a | H               B |  x  |  @  | W^T | D  =  B |  a  |
#     +-----+     +---+     +---+                   +-----+     +-----+         +-----+
# ```
#
# $a$ is called the **pre-activation**: what goes into an activation function, number by number. So these functions take
# any shape, `(B, H)`, `(B, T, H)` or a single number, and give the same shape back.

# %% tags=["given"]
weather = np.array([[[6, 92], [9, 85], [7, 88]], [[9, 85], [7, 88], [8, 91]], [[7, 88], [8, 91], [6, 89]]])  # deck 2
W_slides = np.array([[0.5, -0.1], [0.2, 0.0], [-1.0, 0.1], [0.0, 0.1]])  # H = 4 rows, D = 2 columns

# %% tags=["lab"]
if grader.ready():
    one_column = W_slides @ weather[0, 0]  # day 1 of sample 1
    all_rows = weather[:, 0] @ W_slides.T  # day 1 of every sample
    print(f"x has shape {weather.shape}, one step {weather[:, 0].shape}, its pre-activations {all_rows.shape}.")
    print(f"The slides' column is our first row: {one_column.round(2).tolist()} and {all_rows[0].round(2).tolist()}.")

# %% [markdown]
# ## The three curves
#
# $$
# \begin{aligned}
# \sigma(x) &= \frac{1}{1 + e^{-x}} && \text{sigmoid} \\
# \tanh(x) &= \frac{\sinh(x)}{\cosh(x)} = \frac{e^{2x} - 1}{e^{2x} + 1} && \text{hyperbolic tangent} \\
# \mathrm{relu}(x) &= \max(0, x) && \text{rectified linear unit}
# \end{aligned}
# $$
#
# | symbol | in code | shape | what |
# |---|---|---|---|
# | $x$ | `x` | any | the input, a pre-activation |
# | $e$ | `np.exp(x)` is $e^x$ | a number | 2.718…, the base of the natural logarithm |
# | $\sigma(x)$ | `sigmoid(x)` | as `x` | between 0 and 1: a gate, or a probability |
# | $\tanh(x)$ | `tanh(x)` | as `x` | between −1 and 1, zero-centred: a state, or a candidate |
# | $\mathrm{relu}(x)$ | `relu(x)` | as `x` | 0 or more, without an upper bound |
# | $f'(x)$ | `..._derivative(x)` | as `x` | the slope of $f$ at $x$ |
#
# | where you read | beware |
# |---|---|
# | deck 4, "Tanh" | $(e^{2x} - 1) / (e^{2x} + 1)$ is right on paper; on a computer it is `inf / inf` = `nan` from 355 on |
# | deck 4, "ReLU" | says "always positive": it is never *negative*, and 0 for half of all inputs |
# | deck 4, "ReLU" | the formula below it is that of tanh once more |
# | other books | "logistic function", $S(x)$ or `expit` is our sigmoid; in other fields "sigmoid" is any curve like an S |
#
# ## By hand
#
# Take $x = \ln 3$, because $e^{\ln 3}$ is just 3, so $e^{-x} = 1/3$ and $e^{2x} = 9$. You will meet these numbers again.
#
# | | at $-\ln 3$ | at 0 | at $\ln 3$ |
# |---|---|---|---|
# | $\sigma(x)$ | 1 / (1 + 3) = 0.25 | 1 / (1 + 1) = 0.5 | 1 / (1 + 1/3) = 0.75 |
# | $\tanh(x)$ | (1/9 − 1) / (1/9 + 1) = −0.8 | 0 / 2 = 0 | (9 − 1) / (9 + 1) = 0.8 |
# | $\mathrm{relu}(x)$ | 0 | 0 | 1.0986 |

# %% tags=["staff"]
__test__ = {
    "by hand": """
    >>> x = np.log(3) * np.array([-1, 0, 1])
    >>> sigmoid(x).round(4).tolist(), tanh(x).round(4).tolist(), relu(x).round(4).tolist()
    ([0.25, 0.5, 0.75], [-0.8, 0.0, 0.8], [0.0, 0.0, 1.0986])
    >>> sigmoid_derivative(x).round(4).tolist(), tanh_derivative(x).round(4).tolist(), relu_derivative(x[[0, 2]]).tolist()
    ([0.1875, 0.25, 0.1875], [0.36, 1.0, 0.36], [0.0, 1.0])
    """,
    "deck 4, the tanh formula, and what is said of it": """
    >>> with np.errstate(all="ignore"):
    ...     [float((np.exp(2 * x) - 1) / (np.exp(2 * x) + 1)) for x in np.array([354.0, 355.0])]
    [1.0, nan]
    """,
    "deck 4, the ranges": """
    >>> far = np.array([-1000, -36.0, 36, 1000])
    >>> sigmoid(far).round(12).tolist(), tanh(far).tolist(), relu(far).tolist()
    ([0.0, 0.0, 1.0, 1.0], [-1.0, -1.0, 1.0, 1.0], [0.0, 0.0, 36.0, 1000.0])
    """,
    "deck 2, the weather is batch first": """
    >>> weather.shape, weather[:, 0].tolist(), bool((weather[1:, :-1] == weather[:-1, 1:]).all())
    ((3, 3, 2), [[6, 92], [9, 85], [7, 88]], True)
    """,
    "question 3": """
    >>> 2**4, 4 * sigmoid_derivative(0.0).item(), f"{0.5**50:.1e}", f"{0.25**50:.1e}"
    (16, 1.0, '8.9e-16', '7.9e-31')
    """,
}

# %% [markdown]
# ## Exercise 1: sigmoid
#
# The slides' form $1 / (1 + e^{-x})$ is right everywhere and earns full marks. At $x = -1000$ it warns, though: $e^{1000}$
# is too large for a float and becomes `inf`; $1 / \mathrm{inf}$ then happens to be 0. A form that never overflows is nicer:
# a warning that is harmless here hides the next one, which is not, and $e^x / (1 + e^x)$, the same on paper, gives `nan`.
# So use $e^{-|x|}$, which is never more than 1 (2 lines, or 1 as on the slide):
#
# $$
# \sigma(x) = \frac{1}{1 + e^{-|x|}} \quad \text{if } x \ge 0, \qquad
# \sigma(x) = \frac{e^{-|x|}}{1 + e^{-|x|}} \quad \text{if } x < 0
# $$
#
# <details><summary>Hint</summary>
#
# `np.exp` takes a whole array, `math.exp` one number only. Mind the brackets: `1 / 1 + a` is `1 + a`. `if` asks one
# question; to decide number by number there is `np.where(condition, this, that)`.
#
# </details>


# %% tags=["exercise"]
def sigmoid(x):
    """σ(x) = 1 / (1 + e^{-x}), number by number. Deck 4, "Sigmoid".

    x: pre-activations, an array of any shape.
    Returns σ(x), the shape of x, float64, in [0, 1]; finite also at ±1000. Changes none of its arguments.
    Errors: none of its own.

    >>> sigmoid(np.array([[-1000, 0, np.log(3)]])).round(4).tolist()
    [[0.0, 0.5, 0.75]]
    """
    e = np.exp(-np.abs(x))  # at most 1, so nothing overflows
    return np.where(np.asarray(x) >= 0, 1.0, e) / (1.0 + e)


# %% [markdown]
# ## Exercise 2: tanh
#
# Deck 4's formula is right on paper, and `nan` on a computer from $x = 355$ on: numerator and denominator are both `inf`.
# $\sinh(x) / \cosh(x)$ fails on both sides. What you write must be right at $\pm 1000$. NumPy's own `np.tanh` is, and you
# may use it; without it, remember that
#
# $$
# \tanh(x) = 2 \, \sigma(2x) - 1,
# $$
#
# a sigmoid, stretched to twice its height and half its width, and moved down (1 line).
#
# <details><summary>Hint</summary>
#
# Check the identity at $\ln 3$: $\sigma(2 \ln 3) = 1 / (1 + 1/9) = 0.9$, and $2 \cdot 0.9 - 1 = 0.8$.
#
# </details>


# %% tags=["exercise"]
def tanh(x):
    """The hyperbolic tangent, number by number. Deck 4, "Tanh".

    x: pre-activations, an array of any shape.
    Returns tanh(x), the shape of x, float64, in [-1, 1]; finite also at ±1000. Changes none of its arguments.
    Errors: none of its own.

    >>> tanh(np.array([[-1000, 0, np.log(3)]])).round(4).tolist()
    [[-1.0, 0.0, 0.8]]
    """
    return np.tanh(x)


# %% [markdown]
# ## Exercise 3: ReLU
#
# Keep what is positive, put 0 for the rest, in a **new** array: `x` belongs to whoever called you, and is needed again for
# the slope (1 line).
#
# <details><summary>Hint</summary>
#
# Python's `max` compares two things and NumPy's `np.max` looks for the largest number in an array. Two arrays (or an
# array and a number) are compared number by number by `np.maximum`.
#
# </details>


# %% tags=["exercise"]
def relu(x):
    """max(0, x), number by number. Deck 4, "ReLU".

    x: pre-activations, an array of any shape.
    Returns max(0, x), the shape of x, float64, never negative. Changes none of its arguments.
    Errors: none of its own.

    >>> relu(np.array([[-2.0, 0.0, 3.0]])).tolist()
    [[0.0, 0.0, 3.0]]
    """
    return np.maximum(x, 0.0)


# %% [markdown]
# ## Lab A: three curves
#
# Two of them flatten out on both sides: they **saturate**. Which values do they approach, and what do they answer at 0?

# %% tags=["lab"]
if grader.ready("sigmoid", "tanh", "relu"):
    plt = grader.pyplot()
    line, far = np.linspace(-6, 6, 241), np.array([-1000.0, 0.0, 1000.0])
    should = {"sigmoid": (0, 0.5, 1), "tanh": (-1, 0, 1), "relu": (0, 0, 1000)}  # at -1000, 0 and 1000
    figure, axes = plt.subplots(figsize=(9, 4.5))
    for level in (-1, 0, 1):
        axes.axhline(level, color="#999999", linewidth=0.8, linestyle=":")
    told = []
    for f, mark in ((sigmoid, "o"), (tanh, "s"), (relu, "^")):
        axes.plot(line, f(line), marker=mark, markevery=20, label=f.__name__)
        reached = ", ".join(f"{number:zg}" for number in np.round(f(far), 4))
        expected = ", ".join(map(str, should[f.__name__]))
        told.append(f"{f.__name__} is {reached}" + (f" but SHOULD BE {expected}" if reached != expected else ""))
    axes.set(xlabel="$x$", ylabel="$f(x)$", ylim=(-1.3, 3.3), xlim=(-6, 6))
    axes.legend(loc="upper left")
    grader.show(figure, f"At x = -1000, 0, 1000 {'; '.join(told)}.")

# %% [markdown]
# ## The three slopes
#
# Training asks how much the loss changes when a weight changes, and on the way there goes through every activation: by the
# chain rule it multiplies by the slope $f'(x)$. All slopes here are **with respect to $x$**, the input, not the output.
# They need nothing new, as each can be had from the function's own value. With $u = e^{-x}$ and $\sigma = 1 / (1 + u)$:
#
# $$
# \begin{aligned}
# \sigma'(x) &= \frac{u}{(1 + u)^2} = \frac{1}{1 + u} \cdot \frac{u}{1 + u} = \sigma(x) \, (1 - \sigma(x)) \\
# \tanh'(x) &= \frac{\cosh^2(x) - \sinh^2(x)}{\cosh^2(x)} = 1 - \tanh^2(x) \\
# \mathrm{relu}'(x) &= 1 \text{ if } x > 0, \quad 0 \text{ if } x < 0
# \end{aligned}
# $$
#
# At 0 ReLU has a corner and no slope; we take 0 there, as Keras, TensorFlow and PyTorch do. By hand:
#
# | | at $-\ln 3$ | at 0 | at $\ln 3$ |
# |---|---|---|---|
# | $\sigma'(x)$ | 0.25 · 0.75 = 0.1875 | 0.5 · 0.5 = 0.25 | 0.75 · 0.25 = 0.1875 |
# | $\tanh'(x)$ | 1 − 0.64 = 0.36 | 1 − 0 = 1 | 1 − 0.64 = 0.36 |
# | $\mathrm{relu}'(x)$ | 0 | (0) | 1 |
#
# ## Exercise 4: the slope of sigmoid
#
# You may call your `sigmoid`. If that has a mistake, what follows from it here is not counted again (2 lines).
#
# <details><summary>Hint</summary>
#
# $x (1 - x)$ is the slope only if $x$ is already a sigmoid's *output*. Here it is the input: squash it first, and once.
#
# </details>


# %% tags=["exercise"]
def sigmoid_derivative(x):
    """σ'(x) = σ(x) (1 - σ(x)), the slope of sigmoid with respect to x. Deck 4, "Sigmoid" and "Backpropagation".

    x: pre-activations, an array of any shape; not σ(x).
    Returns σ'(x), the shape of x, float64, in [0, 1/4]; finite also at ±1000. Changes none of its arguments.
    Errors: none of its own.

    >>> sigmoid_derivative(np.array([[-1000, 0, np.log(3)]])).round(4).tolist()
    [[0.0, 0.25, 0.1875]]
    """
    s = sigmoid(x)
    return s * (1.0 - s)


# %% [markdown]
# ## Exercise 5: the slope of tanh
#
# One minus the **square** of the function's value (1 line).


# %% tags=["exercise"]
def tanh_derivative(x):
    """tanh'(x) = 1 - tanh(x)^2, the slope of tanh with respect to x. Deck 4, "Tanh" and "Backpropagation".

    x: pre-activations, an array of any shape; not tanh(x).
    Returns tanh'(x), the shape of x, float64, in [0, 1]; finite also at ±1000. Changes none of its arguments.
    Errors: none of its own.

    >>> tanh_derivative(np.array([[-1000, 0, np.log(3)]])).round(4).tolist()
    [[0.0, 1.0, 0.36]]
    """
    return 1.0 - tanh(x) ** 2


# %% [markdown]
# ## Exercise 6: the slope of ReLU
#
# Deck 3: ReLU "gives output one while calculating gradient". Where, and what does it give elsewhere (1 line)?
#
# <details><summary>Hint</summary>
#
# `x > 0` is an array of `True` and `False`; what is asked for are the floats 1.0 and 0.0. `.astype(float)` turns one into
# the other, and so does `np.where` with 1.0 and 0.0.
#
# </details>


# %% tags=["exercise"]
def relu_derivative(x):
    """1 where x > 0, else 0: the slope of ReLU with respect to x. Deck 3, "ReLU activation function"; deck 4, "ReLU".

    x: pre-activations, an array of any shape.
    Returns the slopes, the shape of x, float64. Changes none of its arguments.
    Errors: none of its own.

    >>> relu_derivative(np.array([[-2.0, 3.0]])).tolist()
    [[0.0, 1.0]]
    """
    return np.where(np.asarray(x) > 0, 1.0, 0.0)


# %% [markdown]
# ## Lab B: where they are flat
#
# Nudge $x$ by $\pm\varepsilon$, see how much your function moves (dots), and compare with your derivative (dashed).
# Where the slope is nearly 0 (shaded), a network learns nearly nothing: the unit is saturated, whatever the error is.

# %% tags=["lab"]
if grader.ready("sigmoid", "tanh", "relu", "sigmoid_derivative", "tanh_derivative", "relu_derivative"):
    plt = grader.pyplot()
    pairs = ((sigmoid, sigmoid_derivative), (tanh, tanh_derivative), (relu, relu_derivative))
    line, eps, low = np.linspace(-6, 6, 242), 1e-5, 0.05  # an even count of points has none at 0, where ReLU has a corner
    figure, panels = plt.subplots(1, 3, figsize=(9, 4), sharex=True, sharey=True)
    apart, flat_from, steepest = {}, {}, {}
    for panel, (f, slope) in zip(panels, pairs, strict=True):
        slopes, measured = slope(line), (f(line + eps) - f(line - eps)) / (2 * eps)
        apart[f.__name__], steepest[f.__name__] = np.abs(slopes - measured).max(), slopes.max()
        flat = np.abs(slopes) < low
        flat_from[f.__name__] = line[flat & (line > 0)].min(initial=np.inf)
        panel.fill_between(line, -1.3, 3.3, where=flat, color="#dddddd", label=f"slope below {low}")
        panel.plot(line, f(line), label="the function")
        panel.plot(line, slopes, label="your derivative")
        panel.plot(line[5::20], measured[5::20], "ko", markersize=5, markerfacecolor="none", label="measured slope")
        panel.set(title=f.__name__, xlabel="$x$", ylim=(-1.3, 3.3), xlim=(-6, 6))
    figure.legend(*panels[0].get_legend_handles_labels(), ncols=4, loc="outside lower center", frameon=False)
    wrong = [name for name, gap in apart.items() if not gap < 1e-6]
    verdict = f"does NOT hold for {' and '.join(wrong)}" if wrong else f"holds, to {max(apart.values()):.0e}"
    tops = ", ".join(f"{name} {top:.2f}" for name, top in steepest.items())
    grader.show(figure, f"That each derivative is the measured slope {verdict}. Steepest slopes: {tops}. To the right, "
                f"sigmoid is flat from x = {flat_from['sigmoid']:.1f} on, tanh from {flat_from['tanh']:.1f}, relu "
                f"{'never' if flat_from['relu'] == np.inf else 'somewhere, which is WRONG'}.")

# %% [markdown]
# ## Lab C: slopes multiply
#
# An RNN sends its state through the same function at every time step. Here is the barest of them, without weights:
# $x_{k+1} = f(x_k)$, from $x_0 = 1$, for 50 steps. How much does $x_{50}$ still depend on $x_0$? By the chain rule the
# factors multiply:
#
# $$
# \frac{\partial x_n}{\partial x_0} = f'(x_0) \cdot f'(x_1) \cdots f'(x_{n-1})
# $$
#
# A sigmoid brings at most 1/4 each time, so $0.25^n$ bounds it from above: at $n = 10$ that is a millionth. Deck 3 names
# the remedy: ReLU, whose slope is **one** wherever it is active. Then start from −1 in place of 1: what does ReLU do now?

# %% tags=["lab"]
if grader.ready("sigmoid", "tanh", "relu", "sigmoid_derivative", "tanh_derivative", "relu_derivative"):
    plt = grader.pyplot()
    pairs = ((sigmoid, sigmoid_derivative), (tanh, tanh_derivative), (relu, relu_derivative))
    start, steps, eps = np.array([1.0]), 50, 1e-5

    def repeated(f, x, times):
        """x after f, again and again."""
        for _ in range(times):
            x = f(x)
        return x

    def influence(f, slope):
        """dx_n/dx_0 for n = 0, 1, ... steps: the product of the slopes on the way."""
        slopes = [slope(repeated(f, start, n)).item() for n in range(steps)]
        return np.cumprod([1.0, *slopes])

    def measured_influence(f, n):
        """The same by nudging x_0; only good for few steps, then the nudge is lost in rounding."""
        return ((repeated(f, start + eps, n) - repeated(f, start - eps, n)) / (2 * eps)).item()

    left, few = {f.__name__: influence(f, slope) for f, slope in pairs}, 5
    agree = all(abs(left[f.__name__][few] - measured_influence(f, few)) < 1e-6 for f, _ in pairs)
    bound = np.cumprod([1.0, *sigmoid_derivative(np.zeros(steps))])
    figure, axes = plt.subplots(figsize=(9, 5))
    for name, mark in (("relu", "^"), ("tanh", "s"), ("sigmoid", "o")):
        axes.semilogy(np.abs(left[name]), marker=mark, markevery=5, label=f"through {name}")
    axes.semilogy(bound, color="black", linestyle=":", label="at most, through sigmoid: its slope at 0, $n$ times")
    label = f"$0.25^{{10}}$; from your function {bound[10]:.2g}"
    axes.semilogy(10, bound[10], "*", color="black", markersize=13, label=label)
    axes.set(xlabel="$n$, steps", ylabel="influence of $x_0$ on $x_n$")
    axes.legend(loc="lower left", fontsize=10)
    verdict = "agrees" if agree else "does NOT agree"
    counts = ", ".join(f"{product[-1]:.1g} times through {name}" for name, product in left.items())
    grader.show(figure, f"After {steps} steps a change of the first number counts {counts}. Over {few} steps the product of "
                f"slopes {verdict} with a measured nudge.")

# %% [markdown]
# ## What you should remember
#
# - Sigmoid answers in (0, 1): a gate. Tanh in (−1, 1), zero-centred: a state. ReLU is 0 or more, without a bound.
# - Formulas that are equal on paper need not be equal in floats: make exponents negative, and try $\pm 1000$.
# - $\sigma' = \sigma (1 - \sigma) \le 1/4$, $\tanh' = 1 - \tanh^2 \le 1$, $\mathrm{relu}'$ is 0 or 1.
# - Far from 0 sigmoid and tanh are flat: a saturated unit hardly learns.
# - Slopes multiply, step by step. Below one they vanish with depth; that is the vanishing gradient.
# - Shapes: batch first, `(B, T, D)`; samples are rows, so weights stand transposed against the slides, `x @ W`.
#
# ## To think about
#
# A few sentences each; a person reads them.

# %% [markdown] tags=["question"]
# **Question 1.** "A zero from the activation function closes the gate" (deck 0). Why is a gate a sigmoid, and what would
# go wrong with tanh, or with ReLU, in its place?

# %% [markdown] tags=["answer"] points=2

# %% [markdown] tags=["staff"]
# **Answer 1.** A gate says which part of something passes, from 0 (nothing) to 1 (all), and sigmoid's range is just that.
# With tanh a gate could turn the sign of what passes; with ReLU it could blow it up without bound, step after step.

# %% [markdown] tags=["question"]
# **Question 2.** Deck 2 tells you to use tanh in an RNN, deck 3 to use ReLU against vanishing gradients. What speaks for
# each? What did ReLU do in Lab C from −1, and what does that mean for a unit whose pre-activation is always negative?

# %% [markdown] tags=["answer"] points=2

# %% [markdown] tags=["staff"]
# **Answer 2.** Tanh keeps the state within (−1, 1), whatever the weights, and is zero-centred; but it saturates. ReLU's
# slope is one where it is active, so it loses nothing; but states can grow without bound. From −1 ReLU gives 0 at once,
# and so does its slope: the product is 0. A unit that is always negative gets no gradient and never learns again.

# %% [markdown] tags=["question"]
# **Question 3.** With a weight, $x_{k+1} = f(w \, x_k)$, each step brings the factor $w f'$. How large must $w$ be for
# sigmoid's factor to reach 1 at its best? What happens with ReLU and $w = 2$ (deck 4: $2^4$), and with $w = 0.5$?

# %% [markdown] tags=["answer"] points=2

# %% [markdown] tags=["staff"]
# **Answer 3.** $w = 4$, as $\sigma' \le 1/4$; and only at 0, elsewhere more. With ReLU the factor is $w$ itself: after 4
# steps $2^4 = 16$, it explodes, and $0.5^{50}$ = 8.9e-16, it vanishes. ReLU's slope of one leaves the weights to be dealt with.
