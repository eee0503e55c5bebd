"""Keras models, tf.data datasets and tensors as plain data: what of them may cross between processes, and be compared.

Any other value is itself. Nothing is imported here: a value can only be a model where Keras has been imported already.
Source of the forms: keras.Model (layers, get_config, get_weights), tf.data.Dataset.
"""

import json
import sys
from collections.abc import Callable
from typing import Any

import numpy as np

MAX_BATCHES = 1000  # of a dataset; one that repeats for ever must end, too
SHOWN = ("units", "filters", "kernel_size", "pool_size", "activation", "return_sequences", "go_backwards", "stateful", "merge_mode")
USUAL = {"return_sequences": False, "go_backwards": False, "stateful": False, "merge_mode": "concat"}  # not worth telling


def described(value: Any) -> Any:
    """A model or dataset as a dict with its `type`; any other value unchanged.

    keras.Model: `input_shape`, `output_shape` and `layers`, all texts: "(None, 7, 2)", "LSTM(units=5, activation=tanh), …".
    tf.data.Dataset: `batches`, a list of what it yields, with float64 for floats. A tensor of TensorFlow, JAX or PyTorch is an array,
    float64 for floats. Errors: what the value itself raises.
    """
    if _is(value, "keras", "Model"):
        shapes = {name: str(getattr(value, name, "unknown")) for name in ("input_shape", "output_shape")}
        return {"type": "keras.Model", **shapes, "layers": ", ".join(map(_told, _chain(value)))}
    if _is(value, "tensorflow", "data.Dataset"):
        return {"type": "tf.data.Dataset", "batches": _batches(value)}
    if _is(value, "tensorflow", "Tensor") or _is(value, "jax", "Array"):
        return _plain(value)
    if _is(value, "torch", "Tensor"):
        return _plain(value.detach().cpu())
    return value


def layers_of(model: Any) -> list[dict[str, Any]]:
    """Every layer of a keras.Model, inputs left out: its `kind`, its `config` as JSON text, its `weights`, a list of arrays."""
    return [{"kind": type(layer).__name__, "config": json.dumps(layer.get_config(), default=str),
             "weights": [np.asarray(weight) for weight in layer.get_weights()]} for layer in _chain(model)]


def predicted(model: Any, x: np.ndarray | tuple[np.ndarray, ...]) -> np.ndarray:
    """What a keras.Model answers to x, a tuple where it has several inputs, as when it is used, not trained: float32."""
    inputs = [part.astype("float32") for part in x] if isinstance(x, (tuple, list)) else x.astype("float32")
    return sys.modules["keras"].ops.convert_to_numpy(model(inputs, training=False))


ABOUT: dict[str, Callable[..., Any]] = {"layers": layers_of, "predict": predicted}  # what can be asked about a model, as stand-ins call it


def _is(value: Any, package: str, path: str) -> bool:
    kind: Any = sys.modules.get(package)
    for name in path.split("."):
        kind = getattr(kind, name, None)
    return isinstance(kind, type) and isinstance(value, kind)


def _chain(model: Any) -> list[Any]:
    """The layers in order, those of models inside it in their place."""
    inner = [_chain(layer) if _is(layer, "keras", "Model") else [layer] for layer in model.layers]
    return [layer for part in inner for layer in part if type(layer).__name__ != "InputLayer"]


def _told(layer: Any) -> str:
    config = layer.get_config()
    settings = [f"{key}={config[key]}" for key in SHOWN if key in config and config[key] != USUAL.get(key)]
    inside = getattr(layer, "forward_layer", None) or getattr(layer, "layer", None)
    return f"{type(layer).__name__}({', '.join([*([_told(inside)] if inside else []), *settings])})"


def _batches(dataset: Any) -> list[Any]:
    batches = [_plain(element) for element in dataset.take(MAX_BATCHES + 1)]
    if len(batches) > MAX_BATCHES:
        raise ValueError(f"the dataset yields more than {MAX_BATCHES} batches: is there a repeat() in it?")
    return batches


def _plain(element: Any) -> Any:
    if isinstance(element, (tuple, list)):
        return tuple(map(_plain, element))
    if isinstance(element, dict):
        return {str(key): _plain(part) for key, part in element.items()}
    array = np.asarray(element)
    return array.astype(np.float64) if array.dtype.kind == "f" else array
