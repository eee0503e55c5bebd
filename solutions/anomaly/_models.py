"""Autoencoders as the checks of `build_autoencoder` see them: described as `autograder.description` does it."""

import numpy as np

KINDS = ("Dense", "Conv1D", "SimpleRNN", "LSTM", "GRU")
RECURRENT = ("SimpleRNN", "LSTM", "GRU")


def described(kind, length, features, units, code, *, narrow=True, decoder=True, shaped=True, every_step=True, output=None,
              squash="linear"):
    """What is told of an autoencoder of this kind; the settings are what students get wrong.

    narrow: there is a Dense(code); decoder: something follows it; shaped: Dense ends in a Reshape; every_step: the decoder's
    recurrent layer has return_sequences; output: features of the last layer; squash: its activation.
    """
    if kind not in KINDS:
        raise ValueError(f"kind is one of {', '.join(KINDS)}, not {kind!r}")
    last = output or features
    relu = f"Dense(units={units}, activation=relu)"
    layer = f"{kind}(units={units}, activation=tanh)"
    encoders = {"Dense": ["Flatten()", relu], "Conv1D": [f"Conv1D(filters={units}, kernel_size=(3,), activation=relu)", "Flatten()"]}
    steps = ", return_sequences=True" if every_step else ""
    decoders = {
        "Dense": [relu, f"Dense(units={length * last if length else None}, activation={squash})", *(["Reshape()"] if shaped else [])],
        "Conv1D": [f"Dense(units={(length or 0) * units}, activation=relu)", "Reshape()",
                   f"Conv1D(filters={last}, kernel_size=(3,), activation={squash})"],
    }
    repeated = ["RepeatVector()", f"{kind}(units={units}, activation=tanh{steps})", f"Dense(units={last}, activation={squash})"]
    layers = encoders.get(kind, [layer]) + ([f"Dense(units={code}, activation=linear)"] if narrow else [])
    layers += decoders.get(kind, repeated) if decoder else []
    shape = f"(None, {length}, {last})"
    if not decoder:
        shape = f"(None, {code})"
    elif kind == "Dense" and not shaped:
        shape = f"(None, {length * last})"
    elif kind in RECURRENT and not every_step:
        shape = f"(None, {last})"
    return {"type": "keras.Model", "input_shape": f"(None, {length}, {features})", "output_shape": shape, "layers": ", ".join(layers)}


def moved(x):
    """x, shape (1, T, F), and below it copies in which one time step or one feature is another."""
    T, F = x.shape[1:]
    copies = np.repeat(x, 1 + T + F, axis=0)
    for t in range(T):
        copies[1 + t, t] += 3.0
    for f in range(F):
        copies[1 + T + f, :, f] += 3.0
    return copies
