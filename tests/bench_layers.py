"""The references against Keras layers on this CPU: same numbers in, same numbers out, which is sooner?

    python -m tests.bench_layers    prints the table as Markdown

Each pair is checked to agree, then timed: the median of many calls after a first one. The layer runs as Keras's fit and
predict run it, compiled by tf.function, in float64 like the reference, on as many threads as it likes.
"""

import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from solutions.attention.reference import multi_head_attention
from solutions.conv1d.reference import avg_pool1d, conv1d, max_pool1d
from solutions.gru.reference import gru_forward, gru_to_keras
from solutions.lstm.reference import lstm_forward, lstm_to_keras
from solutions.rnn.reference import bidirectional_rnn, rnn_forward, split_weights

B, T, D, H = 32, 50, 8, 32  # of a course: a batch of windows of weather, say
SECONDS, LEAST = 1.0, 30


@dataclass(frozen=True)
class Pair:
    """A reference and the layer it must agree with, both ready to be called without arguments."""

    name: str
    ours: Callable[[], np.ndarray]
    layer: Callable[[], Any]


def pairs(keras: Any, function: Callable[[Any], Any], constant: Callable[[Any], Any]) -> Iterator[Pair]:
    """All pairs; function compiles (tf.function), constant makes a tensor."""
    rng = np.random.default_rng(0)
    layers, x = keras.layers, rng.normal(size=(B, T, D))
    zeros, tensor = np.zeros((B, H)), constant(x)

    def pair(name: str, ours: Callable[[], np.ndarray], layer: Any, weights: list[np.ndarray]) -> Pair:
        layer.build(x.shape)
        layer.set_weights(weights)
        compiled = function(layer)
        return Pair(name, ours, lambda: compiled(tensor))

    W, b = rng.normal(0, 0.2, (H + D, H)), rng.normal(size=H)
    recurrent, kernel = split_weights(W, H)
    every_step = {"return_sequences": True, "dtype": "float64"}
    yield pair("rnn_forward", lambda: rnn_forward(x, zeros, W, b), layers.SimpleRNN(H, **every_step), [kernel, recurrent, b])
    twice = layers.Bidirectional(layers.SimpleRNN(H, **every_step), dtype="float64")
    yield pair("bidirectional_rnn", lambda: bidirectional_rnn(x, zeros, zeros, (W, b), (W, b)), twice, [kernel, recurrent, b] * 2)
    lstm = _params(rng, "fiCo")
    yield pair("lstm_forward", lambda: lstm_forward(x, zeros, zeros, lstm)[0], layers.LSTM(H, **every_step), lstm_to_keras(lstm))
    gru = _params(rng, "zrh")
    yield pair("gru_forward", lambda: gru_forward(x, zeros, gru),
               layers.GRU(H, reset_after=False, **every_step), gru_to_keras(gru))
    filters, bias = rng.normal(size=(5, D, H)), rng.normal(size=H)
    for padding in ("valid", "same", "causal"):
        yield pair(f"conv1d, {padding}", lambda padding=padding: conv1d(x, filters, bias, 1, padding),
                   layers.Conv1D(H, 5, padding=padding, dtype="float64"), [filters, bias])
    yield pair("max_pool1d", lambda: max_pool1d(x, 2), layers.MaxPooling1D(2, 1, dtype="float64"), [])
    yield pair("avg_pool1d", lambda: avg_pool1d(x, 2), layers.AveragePooling1D(2, 1, dtype="float64"), [])
    q, k, v, o = (rng.normal(0, D**-0.5, (D, D)) for _ in range(4))
    many = layers.MultiHeadAttention(2, D // 2, use_bias=False, dtype="float64")
    many.build(x.shape, x.shape)
    many.set_weights([*(w.reshape(D, 2, D // 2) for w in (q, k, v)), o.reshape(2, D // 2, D)])
    compiled = function(lambda tensor: many(tensor, tensor))
    yield Pair("multi_head_attention", lambda: multi_head_attention(x, q, k, v, o, 2), lambda: compiled(tensor))


def measured() -> Iterator[tuple[str, float, float]]:
    """(name, seconds of the reference, seconds of the layer) of every pair; raises AssertionError if two do not agree."""
    import keras
    import tensorflow as tf

    for pair in pairs(keras, tf.function, tf.constant):
        np.testing.assert_allclose(pair.ours(), np.asarray(pair.layer()), atol=1e-8, err_msg=pair.name)
        yield pair.name, _median(pair.ours), _median(pair.layer)


def table() -> str:
    """The measurements as Markdown."""
    rows = [f"| `{name}` | {ours * 1e3:.2f} ms | {layer * 1e3:.2f} ms | {layer / ours:.1f} |" for name, ours, layer in measured()]
    head = ["| reference | ours, NumPy | Keras layer | Keras / ours |", "|---|--:|--:|--:|"]
    return "\n".join([*head, *rows])


def _params(rng: np.random.Generator, gates: str) -> dict[str, np.ndarray]:
    return {f"W_{gate}": rng.normal(0, 0.2, (H + D, H)) for gate in gates} | {f"b_{gate}": rng.normal(size=H) for gate in gates}


def _median(work: Callable[[], Any]) -> float:
    times, end = [], time.perf_counter() + SECONDS
    while len(times) < LEAST or time.perf_counter() < end:
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


if __name__ == "__main__":
    print(table())
