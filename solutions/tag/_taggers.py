"""Taggers as the checks of `build_tagger` see them: described, and which words an answer may depend on."""

import numpy as np

KINDS = ("Dense", "Conv1D", "SimpleRNN", "LSTM", "Bidirectional")
TAGS, PIECES = 7, 3
ROUNDING = 1e-5  # rows of one batch may differ in their last bits; what a word does is larger by far, ten steps later, too


def described(kind, length, units, *, every_word=True, embedded=True, output=TAGS, squash="linear", each_way=None, flat=False, edges=0,
              time=None):
    """What `autograder.description` says of a tagger of this kind; the settings are what students get wrong.

    every_word: return_sequences is on; embedded: there is an Embedding; output: units of the last layer, None for no such layer;
    squash: its activation; each_way: units of each direction; flat: a Flatten comes first; edges: words lost on both sides
    together; time: what the shape says of the time axis.
    """
    if kind not in KINDS:
        raise ValueError(f"kind must be one of {', '.join(KINDS)}, not {kind!r}")
    inner = f"units={each_way or units}, activation=tanh{', return_sequences=True' if every_word else ''}"
    middle = {
        "Dense": f"Dense(units={units}, activation=relu)",
        "Conv1D": f"Conv1D(filters={units}, kernel_size=(7,), activation=relu)",
        "Bidirectional": f"Bidirectional(LSTM({inner}))",
    }.get(kind, f"{kind}({inner})")
    last = [] if output is None else [f"Dense(units={output}, activation={squash})"]
    begin = ["Embedding()", "Reshape()"] if embedded else []
    wide = output or {"Bidirectional": 2 * (each_way or units)}.get(kind, units)
    recurrent = kind in ("SimpleRNN", "LSTM", "Bidirectional")
    steps = [] if flat or (recurrent and not every_word) else [time or length - edges]
    return {"type": "keras.Model", "input_shape": f"(None, {time or length}, {PIECES})",
            "output_shape": f"({', '.join(map(str, [None, *steps, wide]))})",
            "layers": ", ".join([*begin, *(["Flatten()"] if flat else []), middle, *last])}


def reach(kind, T):
    """Which words an answer may depend on, bool, shape (T, T): the answer for word t on word s."""
    t, s = np.indices((T, T))
    return {"Dense": s == t, "Conv1D": abs(s - t) <= 3, "Bidirectional": t == t}.get(kind, s <= t)


def moved(rng, T, vocabulary):
    """A sentence, and below it copies in each of which one number is another: word 0's first, second and third, then word 1's …"""
    x = rng.integers(0, vocabulary, (T, PIECES))
    copies = np.repeat(x[None], 1 + T * PIECES, axis=0)
    for copy, (t, k) in zip(copies[1:], np.ndindex(T, PIECES), strict=True):
        copy[t, k] = (copy[t, k] + 1 + rng.integers(0, vocabulary - 1)) % vocabulary
    return copies


def depends(answers, T):
    """From the answers to `moved`: whether that for word t changes when any, and when each number of word s does; two (T, T)."""
    changed = np.any(np.abs(answers[1:] - answers[0]) > ROUNDING, axis=-1).reshape(T, PIECES, T)
    return changed.any(axis=1).T, changed.all(axis=1).T
