"""What a file of predictions must hold, and what is wrong with one that does not. Students' notebooks and the grader share this file."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

ROUNDING = 1e-3  # how far probabilities may be from summing to one: float16 must pass


@dataclass(frozen=True)
class Form:
    """One array of predictions.

    shape: exactly; kind: "float" (any real number) or "int"; low, high: the least and greatest value, None for no bound; sums_to_one:
    along the last axis; varies: the same number everywhere, or the same row for every sample, is no prediction.
    """

    shape: tuple[int, ...]
    kind: str = "float"
    low: float | None = None
    high: float | None = None
    sums_to_one: bool = False
    varies: bool = True

    def problem(self, name: str, array: Any) -> str:
        """What is wrong with an array, in a sentence for the student; "" if it is as it must be."""
        array = np.asarray(array)
        wanted = "whole numbers" if self.kind == "int" else "numbers"
        if array.dtype.kind not in ("iu" if self.kind == "int" else "fiu"):
            return f"{name} must hold {wanted}, but its dtype is {array.dtype}"
        if array.shape != tuple(self.shape):
            few = array.ndim == len(self.shape) and array.shape[1:] == tuple(self.shape[1:])
            hint = f": one row for each of the {self.shape[0]} hidden samples, in their order" if few else ""
            return f"{name} must have shape {tuple(self.shape)}, but it has {array.shape}{hint}"
        if not np.isfinite(array).all():
            return f"{name} holds {int((~np.isfinite(array)).sum())} values that are nan or infinite"
        if self.low is not None and array.min() < self.low - ROUNDING:
            return f"{name} must not be below {self.low:g}, but its least value is {array.min():g}"
        if self.high is not None and array.max() > self.high + ROUNDING:
            return f"{name} must not be above {self.high:g}, but its greatest value is {array.max():g}"
        if self.sums_to_one and np.abs(array.sum(axis=-1, dtype=float) - 1).max() > ROUNDING:
            return f"{name} must sum to 1 along its last axis: probabilities, not logits (a softmax turns one into the other)"
        if self.varies and len(array) > 1 and (array == array[:1]).all():
            return f"{name} is the same for every sample: a constant is no prediction. Was the model trained, and on these inputs?"
        return ""


def problems(forms: Mapping[str, Form], arrays: Mapping[str, Any]) -> list[str]:
    """All that is wrong with a set of predictions, a sentence each; none if it may be scored."""
    missing = [f"there is no array called {name}" for name in forms if name not in arrays]
    extra = [f"nobody asked for an array called {name!r}" for name in sorted(set(arrays) - set(forms))] if missing else []
    return missing + extra + [problem for name, form in forms.items() if name in arrays and (problem := form.problem(name, arrays[name]))]
