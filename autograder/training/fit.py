"""Train a Keras model so that nothing is lost: one epoch at a time, a checkpoint after each, and the same result after any restart."""

import hashlib
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from autograder.training.accelerator import without_cudnn
from autograder.training.checkpoint import State, load_state, save_state
from autograder.training.curve import Curve


def fit(path: Path, title: str, build: Callable[[], Any], x: Any, y: Any, validation: tuple[Any, Any] | None, seed: int, epochs: int,
        batch_size: int, weights: Any = None, callbacks: Sequence[Any] = ()) -> tuple[Any, State]:
    """The model that build() makes, trained for so many epochs, with the weights of its best validation loss; and its state.

    x, y, weights: arrays, or tuples or dicts of arrays, samples on axis 0; weights: of the samples in the loss. Order and dropout depend on
    seed and epoch only, so a training that was killed goes on from its last epoch in `path` as if nothing had happened. Raises
    ValueError if there are no samples, or not as many targets as inputs.
    """
    import keras

    samples = _length(x, y)
    keras.utils.clear_session()  # layers get the same names in every run
    keras.utils.set_random_seed(seed)
    model = build()
    _make_variables(model, x)
    if slow := without_cudnn(model):
        print(f"{title}: on a GPU {', '.join(slow)} cannot take cuDNN's kernel. It wants Keras's defaults: both activations, the "
              "bias, no recurrent_dropout, no unroll, reset_after in a GRU.")
    fingerprint = _fingerprint(model, x, y, validation, seed, batch_size, weights)
    state = load_state(path, fingerprint) or State()
    if state.epochs:
        _assign(_variables(model), state.variables)
        print(f"{title}: {f'goes on after epoch {state.epochs}' if state.epochs < epochs else 'trained already'}, from {path}")
    curve = Curve(title, epochs, state.history)
    curve.steps = -(-samples // batch_size)
    watch = keras.callbacks.LambdaCallback(
        on_epoch_begin=lambda _, logs: keras.utils.set_random_seed(_seed_of(seed, len(state.history))),  # fit's own start drew some
        on_train_batch_end=lambda batch, logs: curve.step(batch, (logs or {}).get("loss", np.nan)))
    for epoch in range(state.epochs, epochs):
        start = time.monotonic()
        order = np.random.default_rng([seed, epoch]).permutation(samples)
        record = model.fit(_taken(x, order), _taken(y, order), sample_weight=_taken(weights, order), batch_size=batch_size, shuffle=False,
                           validation_data=validation, validation_batch_size=4 * batch_size, verbose=0, callbacks=[watch, *callbacks])
        row = {name: round(float(values[-1]), 6) for name, values in record.history.items()}
        state.history.append(row | {"seconds": round(time.monotonic() - start, 3)})
        state.epochs, state.variables = epoch + 1, _numbers(_variables(model))
        loss = row.get("val_loss", row["loss"])
        if not loss >= state.best_loss:
            state.best, state.best_loss = _numbers(model.weights), loss
        save_state(path, fingerprint, state)
        curve.epoch()
    if state.best:
        _assign(model.weights, state.best)
    return model, state


def _seed_of(seed: int, epoch: int) -> int:
    return int(np.random.default_rng([seed, epoch, 1]).integers(1 << 31))


def _variables(model: Any) -> list[Any]:
    """All that a training changes: weights, the seeds of dropout, the optimizer's moments and step."""
    return [*model.variables, *model.optimizer.variables]


def _numbers(variables: list[Any]) -> list[np.ndarray]:
    import keras

    return [np.asarray(keras.ops.convert_to_numpy(variable)) for variable in variables]


def _assign(variables: list[Any], values: list[np.ndarray]) -> None:
    for variable, value in zip(variables, values, strict=True):
        variable.assign(value)


def _make_variables(model: Any, x: Any) -> None:
    if getattr(model, "optimizer", None) is None:
        raise ValueError("build() must return a compiled model: model.compile(optimizer=..., loss=...)")
    if not model.built:
        model(_taken(x, np.arange(1)))
    model.optimizer.build(model.trainable_variables)


def _length(x: Any, y: Any) -> int:
    lengths = {len(part) for part in (*_parts(x), *_parts(y))}
    if len(lengths) != 1 or 0 in lengths:
        raise ValueError(f"inputs and targets must have as many samples, at least one; they have {sorted(lengths)}")
    return lengths.pop()


def _parts(data: Any) -> list[np.ndarray]:
    if data is None:
        return []
    if isinstance(data, dict):
        return [np.asarray(data[name]) for name in sorted(data)]
    return [np.asarray(part) for part in data] if isinstance(data, (tuple, list)) else [np.asarray(data)]


def _taken(data: Any, order: np.ndarray) -> Any:
    if isinstance(data, dict):
        return {name: np.asarray(part)[order] for name, part in data.items()}
    if isinstance(data, (tuple, list)):
        return type(data)(np.asarray(part)[order] for part in data)
    return None if data is None else np.asarray(data)[order]


def _fingerprint(model: Any, *about: Any) -> str:
    """Changes with the model, its loss and optimizer, the data and the seed: then a checkpoint is of something else."""
    digest = hashlib.sha256()
    try:
        digest.update(model.to_json().encode())
    except Exception:  # a model of the student's own making may not know its configuration
        digest.update(repr([(v.shape, v.dtype) for v in model.variables]).encode())
    digest.update(_code_of(model.loss, set()))
    for value in about:
        if isinstance(value, (int, float)):
            digest.update(repr(value).encode())
            continue
        for part in _parts(value) if not isinstance(value, tuple) else [p for v in value for p in _parts(v)]:
            digest.update(f"{part.dtype} {part.shape}".encode() + np.ascontiguousarray(part).tobytes())
    return digest.hexdigest()


def _code_of(function: Any, seen: set[int]) -> bytes:
    """A loss's instructions and constants, and those of the notebook's functions that it calls: who mends one trains anew."""
    code = getattr(function, "__code__", None)
    if code is None or id(code) in seen:
        return b""
    seen.add(id(code))
    called = [function.__globals__.get(name) for name in code.co_names]
    plain = [value for value in code.co_consts if isinstance(value, (int, float, str))]
    own = [other for other in called if getattr(other, "__module__", "") == function.__module__]
    return code.co_code + repr((code.co_names, plain)).encode() + b"".join(_code_of(other, seen) for other in own)
