"""Which accelerator there is, and which Keras backend uses it. Nothing here fails where there is none."""

import contextlib
import importlib.util
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed_version
from typing import Any

BACKENDS = ("tensorflow", "jax", "torch")


@dataclass(frozen=True)
class Accelerator:
    """kind: "GPU", "TPU" or "CPU"; name: as the maker calls it; versions: of Python packages that decide the result."""

    kind: str
    name: str
    backend: str
    versions: dict[str, str] = field(default_factory=dict)
    remark: str = ""

    def __str__(self) -> str:
        return f"{self.kind} ({self.name}), Keras {self.versions.get('keras')} on {self.backend} {self.versions.get(self.backend)}"


def set_up(backend: str, mixed_precision: bool = False) -> Accelerator:
    """Set the backend, import Keras, make results repeatable and look for an accelerator.

    Takes another backend, with a remark, if this one is not installed or Keras runs on another already. mixed_precision: float16 (or
    bfloat16 where the GPU has it) on a GPU; a CPU always computes in float32. Raises ImportError if no backend is installed.
    """
    backend, remark = _chosen(backend)
    os.environ["KERAS_BACKEND"] = backend
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ.setdefault("CUBLAS_WORKSPACE_CONFIG", ":4096:8")  # torch needs it to repeat itself
    if backend == "jax" and "jax" not in sys.modules:
        os.environ["XLA_FLAGS"] = f"{os.environ.get('XLA_FLAGS', '')} --xla_gpu_deterministic_ops=true".strip()
    with _hushed():
        import keras

        _repeatable(backend)
        kind, name = _device(backend)
    if mixed_precision and kind == "GPU":
        keras.mixed_precision.set_global_policy("mixed_float16" if backend == "tensorflow" else "mixed_bfloat16")
    versions = {package: _version(package) for package in ("keras", backend, "numpy")}
    return Accelerator(kind, name, backend, versions | {"python": sys.version.split()[0]}, remark)


def without_cudnn(model: Any) -> list[str]:
    """Names of a model's LSTM and GRU layers whose settings keep a GPU from cuDNN's kernels, many times as fast as the general ones.

    Source: keras.layers.LSTM and GRU, "Based on available runtime hardware and constraints".
    """
    return [layer.name for layer in _recurrent(model) if any(layer.get_config().get(key) != value for key, value in _defaults(layer))]


def _recurrent(layer: Any) -> list[Any]:
    inner = [*getattr(layer, "layers", ()), *(getattr(layer, name, None) for name in ("forward_layer", "backward_layer", "layer"))]
    own = [layer] if type(layer).__name__ in ("LSTM", "GRU") else []
    return own + [found for part in inner if part is not None and part is not layer for found in _recurrent(part)]


def _defaults(layer: Any) -> list[tuple[str, Any]]:
    """The settings on which the kernel depends, as a layer has them that nobody changed."""
    config = type(layer)(1).get_config()
    keys = ("activation", "recurrent_activation", "recurrent_dropout", "unroll", "use_bias", "reset_after")
    return [(key, config[key]) for key in keys if key in config]


def _chosen(wanted: str) -> tuple[str, str]:
    running = sys.modules.get("keras")
    if running:
        now = running.backend.backend()
        return now, "" if now == wanted else f"Keras runs on {now} already. To change to {wanted}: restart the runtime, run again."
    there = [name for name in (wanted, *BACKENDS) if importlib.util.find_spec(name)]
    if not there:
        raise ImportError("Keras needs TensorFlow, JAX or PyTorch, and none is installed here: pip install tensorflow")
    return there[0], "" if there[0] == wanted else f"{wanted} is not installed here, so Keras runs on {there[0]}."


@contextlib.contextmanager
def _hushed() -> Iterator[None]:
    """What libraries say on stderr while they load, of processors and missing GPUs, is not for students; exceptions still come."""
    kept, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


def _repeatable(backend: str) -> None:
    """The same seed gives the same result on the same device, also after a restart."""
    if backend == "tensorflow":
        import tensorflow as tf

        tf.config.experimental.enable_op_determinism()
    elif backend == "torch":
        import torch

        torch.use_deterministic_algorithms(True, warn_only=True)


def _device(backend: str) -> tuple[str, str]:
    if backend == "tensorflow":
        import tensorflow as tf

        kind = "GPU" if tf.config.list_physical_devices("GPU") else "CPU"
    elif backend == "jax":
        import jax

        kind = {"gpu": "GPU", "cuda": "GPU", "rocm": "GPU", "tpu": "TPU"}.get(jax.default_backend(), "CPU")
    else:
        import torch

        kind = "GPU" if torch.cuda.is_available() else "CPU"
    return kind, _gpu_name() if kind == "GPU" else f"{os.cpu_count()} cores" if kind == "CPU" else "a TPU"


def _gpu_name() -> str:
    try:
        said = subprocess.run(["nvidia-smi", "--query-gpu=name", "--format=csv,noheader"], capture_output=True, text=True, timeout=20)
        return said.stdout.splitlines()[0].strip()
    except (OSError, subprocess.SubprocessError, IndexError):
        return "unnamed"


def _version(package: str) -> str:
    for name in (package, f"{package}-cpu"):
        try:
            return installed_version(name)
        except PackageNotFoundError:
            pass
    return "unknown"
