"""Models as the checks of `build_model` see them: described, and computed with NumPy."""

import numpy as np

from autograder.checks import expect
from solutions.windowing._networks import UnknownLayer, answer

KINDS = ("Dense", "SimpleRNN", "LSTM", "GRU", "Bidirectional", "Conv1D")
RECURRENT = ("SimpleRNN", "LSTM", "GRU", "Bidirectional")


def described(kind, length, features, units, *, every_step=False, flat=("Dense", "Conv1D"), output=1, squash="linear", each_way=None):
    """What `autograder.description` says of a model of this kind; the settings are what students get wrong.

    every_step: return_sequences is left on; flat: the kinds that have a Flatten; output: units of the last layer, None for no
    such layer; squash: its activation; each_way: units of each direction of a Bidirectional.
    """
    if kind not in KINDS:
        raise ValueError(f"kind is one of {', '.join(KINDS)}, not {kind!r}")
    steps = ", return_sequences=True" if every_step and kind in RECURRENT else ""
    inner = f"units={each_way or units}, activation=tanh{steps}"
    flatten = ["Flatten()"] if kind in flat else []
    layers = {
        "Dense": [*flatten, f"Dense(units={units}, activation=relu)"],
        "Bidirectional": [f"Bidirectional(LSTM({inner}))"],
        "Conv1D": [f"Conv1D(filters={units}, kernel_size=(3,), activation=relu)", *flatten],
    }.get(kind, [f"{kind}(units={units}, activation=tanh{steps})"])
    wide = {"Bidirectional": 2 * (each_way or units), "Conv1D": units * (length or 0 if flatten else 1)}.get(kind, units)
    last = [] if output is None else [f"Dense(units={output}, activation={squash})"]
    time = f"{length}, " if steps or (kind in ("Dense", "Conv1D") and not flatten) else ""
    return {"type": "keras.Model", "input_shape": f"(None, {length}, {features})",
            "output_shape": f"(None, {time}{wide if output is None else output})", "layers": ", ".join(layers + last)}


def computed(layers, x, build_model):
    """What the model that build_model answered last must say to x; its own answer where a layer is none that we know."""
    try:
        return np.asarray(answer(layers, x), dtype=float)
    except UnknownLayer:
        return build_model.predict(x).astype(float)
    except Exception:  # what a submission tells of its layers may be anything
        expect(False, "model", "what the model tells of its layers does not fit together")
        raise


def moved(x):
    """x, shape (B, T, D), and below it, one after another, copies in which one time step or one feature is another."""
    T, D = x.shape[1:]
    parts = [(slice(None), t) for t in range(T)] + [(slice(None), slice(None), n) for n in range(D)]
    copies = np.repeat(x[None], 1 + len(parts), axis=0)
    for copy, part in zip(copies[1:], parts, strict=True):
        copy[part] += 3.0
    return copies.reshape(-1, T, D)
