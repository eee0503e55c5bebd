"""Training steps of a Keras LSTM or GRU against the same model in plain PyTorch, on the same device: windows per second.

    python -m tests.bench_recurrent torch          (or tensorflow, jax; plain PyTorch is measured beside each)

Prints a Markdown table. Needs PyTorch; on a GPU both take cuDNN's kernels. The figures stand in BENCHMARKS.md, if anybody had a GPU.
"""

import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.training.accelerator import set_up

BATCH, LENGTH, FEATURES, UNITS, BATCHES, EPOCHS = 128, 64, 16, 128, 40, 5


def data() -> tuple[np.ndarray, np.ndarray]:
    """Windows (n, LENGTH, FEATURES) and a number for each."""
    rng = np.random.default_rng(0)
    return rng.normal(size=(BATCH * BATCHES, LENGTH, FEATURES)).astype("float32"), rng.normal(size=(BATCH * BATCHES, 1)).astype("float32")


def rate(epoch: Callable[[], Any]) -> float:
    """Windows per second: the median of some epochs, after one that compiles."""
    epoch()
    seconds = []
    for _ in range(EPOCHS):
        start = time.perf_counter()
        epoch()
        seconds.append(time.perf_counter() - start)
    return BATCH * BATCHES / statistics.median(seconds)


def keras_rate(kind: str) -> float:
    """Through model.fit, as students train."""
    import keras

    model = keras.Sequential([keras.Input((LENGTH, FEATURES)), getattr(keras.layers, kind)(UNITS), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    x, y = data()
    return rate(lambda: model.fit(x, y, batch_size=BATCH, shuffle=False, verbose=0))


def torch_rate(kind: str) -> float:
    """A loop as PyTorch's tutorials write it, data on the device already."""
    import torch

    device = "cuda" if torch.cuda.is_available() else "cpu"
    recurrent, out = getattr(torch.nn, kind)(FEATURES, UNITS, batch_first=True).to(device), torch.nn.Linear(UNITS, 1).to(device)
    optimizer = torch.optim.Adam([*recurrent.parameters(), *out.parameters()])
    x, y = (torch.from_numpy(array).to(device) for array in data())

    def epoch() -> None:
        for i in range(0, len(x), BATCH):
            optimizer.zero_grad()
            states, _ = recurrent(x[i : i + BATCH])
            torch.nn.functional.mse_loss(out(states[:, -1]), y[i : i + BATCH]).backward()
            optimizer.step()
        if device == "cuda":
            torch.cuda.synchronize()

    return rate(epoch)


def main(backend: str) -> None:
    """The table."""
    accelerator = set_up(backend)
    print(f"{accelerator}; batch {BATCH}, length {LENGTH}, {FEATURES} features, {UNITS} units, float32\n")
    print("| layer | Keras, windows/s | plain PyTorch, windows/s | ratio |\n|---|---|---|---|")
    for kind in ("LSTM", "GRU"):
        ours, plain = keras_rate(kind), torch_rate(kind)
        print(f"| {kind} | {ours:,.0f} | {plain:,.0f} | {ours / plain:.2f} |", flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
