"""Classifiers as the checks of `build_classifier` see them, described."""

import numpy as np

KINDS = ("Dense", "Conv1D", "SimpleRNN", "LSTM", "GRU")
RECURRENT = KINDS[2:]


def described(kind, length, features, units, classes, *, every_step=False, flat=True, pooled="GlobalMaxPooling1D()", output=True,
              squash="softmax"):
    """What `autograder.description` says of a classifier of this kind; the settings are what students get wrong.

    every_step: return_sequences is left on; flat: Dense has its Flatten; pooled: the layer after the convolution, None for no such
    layer; output: whether there is an output layer; squash: its activation.
    """
    if kind not in KINDS:
        raise ValueError(f"kind is one of {', '.join(KINDS)}, not {kind!r}")
    steps = ", return_sequences=True" if every_step and kind in RECURRENT else ""
    layers = {
        "Dense": [*(["Flatten()"] if flat else []), f"Dense(units={units}, activation=relu)"],
        "Conv1D": [f"Conv1D(filters={units}, kernel_size=(5,), activation=relu)", *([pooled] if pooled else [])],
    }.get(kind, [f"{kind}(units={units}, activation=tanh{steps})"])
    open_time = bool(steps) or (kind == "Dense" and not flat) or (kind == "Conv1D" and not pooled)
    time = length - 4 if kind == "Conv1D" and open_time and length else length
    wide = units * (length - 4) if kind == "Conv1D" and pooled == "Flatten()" else units
    last = [f"Dense(units={classes}, activation={squash})"] if output else []
    return {"type": "keras.Model", "input_shape": f"(None, {length}, {features})",
            "output_shape": f"(None, {f'{time}, ' if open_time else ''}{classes if output else wide})", "layers": ", ".join(layers + last)}


def moved(x, by):
    """Copies of x, shape (B, T, D), one after another, in each of which one time step is another."""
    copies = np.repeat(x[None], x.shape[1], axis=0)
    for t, copy in enumerate(copies):
        copy[:, t] += by
    return copies.reshape(-1, *x.shape[1:])
