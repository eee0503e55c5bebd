"""What a Keras model must answer, computed with NumPy from its layers' settings and weights.

Layers come as `autograder.description.layers_of` tells them. Sources: the equations of decks 1 and 2, in Keras's packing: LSTM
gates i, f, c, o; GRU gates z, r, h with z the part of the old state that stays, and reset after the product by default.
"""

import json

import numpy as np

RECURRENT = ("SimpleRNN", "LSTM", "GRU")
MAX_LAYERS, MAX_WEIGHTS = 30, 1 << 16
ACTIVATIONS = {
    "linear": lambda a: a, "relu": lambda a: np.maximum(a, 0.0), "tanh": np.tanh, "sigmoid": lambda a: 1 / (1 + np.exp(-a)),
    "softmax": lambda a: np.exp(a) / np.exp(a).sum(axis=-1, keepdims=True),
}


class UnknownLayer(Exception):
    """A layer, or a setting of one, that is not computed here."""


def answer(layers, x):
    """What a chain of layers makes of x, shape (B, T, D); raises UnknownLayer, and ValueError for what is too large to be asked for.

    The layers come from a submission, so they may be anything: time and memory stay bounded.
    """
    if len(layers) > MAX_LAYERS or any(weight.size > MAX_WEIGHTS for layer in layers for weight in layer["weights"]):
        raise ValueError("more layers or weights than a model of this size has")
    for layer in layers:
        x = _layer(layer["kind"], json.loads(layer["config"]), layer["weights"], x)
    return x


def _layer(kind, config, weights, x):
    if config.get("data_format", "channels_last") != "channels_last" or config.get("dilation_rate", (1,)) not in ((1,), [1], 1):
        raise UnknownLayer(kind)
    if kind in RECURRENT:
        return _recurrent(kind, config, weights, x)
    if kind in SIMPLE:
        return SIMPLE[kind](config, weights, x)
    raise UnknownLayer(kind)


def _activation(config, name="activation"):
    if config[name] not in ACTIVATIONS:
        raise UnknownLayer(str(config[name]))
    return ACTIVATIONS[config[name]]


def _dense(config, weights, x):
    return _activation(config)(x @ weights[0] + (weights[1] if config["use_bias"] else 0.0))


def _conv1d(config, weights, x):
    (size,), (stride,), kernel = config["kernel_size"], config["strides"], weights[0]
    if config["padding"] == "causal":
        x = np.pad(x, ((0, 0), (size - 1, 0), (0, 0)))
    elif config["padding"] == "same":
        missing = max((-(-x.shape[1] // stride) - 1) * stride + size - x.shape[1], 0)
        x = np.pad(x, ((0, 0), (missing // 2, missing - missing // 2), (0, 0)))
    windows = np.lib.stride_tricks.sliding_window_view(x, size, axis=1)[:, ::stride]  # (B, T', C, K)
    return _activation(config)(np.einsum("btck,kcf->btf", windows, kernel) + (weights[1] if config["use_bias"] else 0.0))


def _bidirectional(config, weights, x):
    kind, inner, half = config["layer"]["class_name"], config["layer"]["config"], len(weights) // 2
    if kind not in RECURRENT:
        raise UnknownLayer(f"Bidirectional({kind})")
    forward = _recurrent(kind, inner, weights[:half], x)
    backward = _recurrent(kind, inner, weights[half:], x[:, ::-1])
    if inner["return_sequences"]:
        backward = backward[:, ::-1]
    if config["merge_mode"] not in MERGED:
        raise UnknownLayer(f"merge_mode {config['merge_mode']}")
    return MERGED[config["merge_mode"]](forward, backward)


def _recurrent(kind, config, weights, x):
    kernel, recurrent = weights[:2]
    H = recurrent.shape[0]
    bias = weights[2] if config["use_bias"] else np.zeros(kernel.shape[1])
    before, after = bias if bias.ndim == 2 else (bias, np.zeros(kernel.shape[1]))  # GRU's second bias belongs to the state
    act = _activation(config)
    gate = _activation(config, "recurrent_activation") if kind != "SimpleRNN" else None
    x = x[:, ::-1] if config.get("go_backwards") else x
    h, c, hs = np.zeros((len(x), H)), np.zeros((len(x), H)), []
    for t in range(x.shape[1]):
        a = x[:, t] @ kernel + before
        if kind == "SimpleRNN":
            h = act(a + h @ recurrent)
        elif kind == "LSTM":
            i, f, g, o = np.split(a + h @ recurrent, 4, axis=1)
            c = gate(f) * c + gate(i) * act(g)
            h = gate(o) * act(c)
        else:
            z, r = np.split(gate(a[:, : 2 * H] + h @ recurrent[:, : 2 * H] + after[: 2 * H]), 2, axis=1)
            inner = r * (h @ recurrent[:, 2 * H :] + after[2 * H :]) if config["reset_after"] else (r * h) @ recurrent[:, 2 * H :]
            h = z * h + (1 - z) * act(a[:, 2 * H :] + inner)
        hs.append(h)
    return np.stack(hs, axis=1) if config["return_sequences"] else h


SIMPLE = {
    "Dense": _dense, "Conv1D": _conv1d, "Bidirectional": _bidirectional,
    "Flatten": lambda config, weights, x: x.reshape(len(x), -1),
    "Reshape": lambda config, weights, x: x.reshape(len(x), *config["target_shape"]),
    "Dropout": lambda config, weights, x: x,  # for training only
    "Activation": lambda config, weights, x: _activation(config)(x),
    "GlobalMaxPooling1D": lambda config, weights, x: x.max(axis=1),
    "GlobalAveragePooling1D": lambda config, weights, x: x.mean(axis=1),
}
MERGED = {"concat": lambda a, b: np.concatenate([a, b], axis=-1), "sum": np.add, "ave": lambda a, b: (a + b) / 2, "mul": np.multiply}
