"""Models as the checks of `build_language_model` see them: described, without Keras."""

import numpy as np

KINDS = ("SimpleRNN", "LSTM", "GRU", "Conv1D")


def described(kind, vocabulary, units, length, *, input_shape=None, every_step=True, output="vocabulary", squash="linear", embedding=True):
    """What `autograder.description` says of a model of this kind; the settings are what students get wrong."""
    if kind not in KINDS:
        raise ValueError(f"kind is one of {', '.join(KINDS)}, not {kind!r}")
    steps = ", return_sequences=True" if every_step else ""
    layer = f"Conv1D(filters={units}, kernel_size=(8,), activation=relu)" if kind == "Conv1D" else \
        f"{kind}(units={units}, activation=tanh{steps})"
    wide = {"vocabulary": vocabulary, "units": units, "length": length, "one": 1}.get(output, units)
    last = [] if output is None else [f"Dense(units={wide}, activation={squash})"]
    time = f"{length}, " if every_step or kind == "Conv1D" else ""
    return {"type": "keras.Model", "input_shape": input_shape or f"(None, {length})", "output_shape": f"(None, {time}{wide})",
            "layers": ", ".join([*(["Embedding()"] if embedding else []), layer, *last])}


def texts(rng, vocabulary, length):
    """A text, and below it copies in which one character is another: number 1 + t is changed at place t."""
    text = rng.integers(0, vocabulary, length)
    copies = np.repeat(text[None], 1 + length, axis=0)
    at = np.arange(length)
    copies[1 + at, at] = (text + rng.integers(1, vocabulary, length)) % vocabulary
    return copies
