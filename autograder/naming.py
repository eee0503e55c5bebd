"""Say what a wrong answer is: a mistake from the catalogue, or what its numbers show."""

import itertools
import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.client.calling import observed, same_behaviour
from autograder.client.compare import contract_difference, difference, differing_parts
from autograder.results import INHERITED
from autograder.standin import Call


@dataclass(frozen=True)
class Named:
    """A recognised mistake: its name in the check file (or a general one), and the hint the student reads."""

    mistake: str
    hint: str


def recognise(reference: Callable[..., Any], mistakes: dict[str, Callable[..., Any]], names: str | tuple[str, ...],
              calls: Sequence[Call], inherits: str = "") -> Named | None:
    """The first mistake that answers every call as the student did, where the reference does not; else a general one.

    inherits: functions of the student's own that the answers are known to follow from.
    """
    first = next((call for call in calls if not _behaves_as(reference, call)), None)
    if first is None:
        return None
    if inherits:
        return Named(INHERITED, f"This is right for what your own {inherits} answers: the mistake is there, mend it first.")
    for name, mistake in mistakes.items():
        if all(_behaves_as(mistake, call) for call in (first, *calls)):
            return Named(name, " ".join((mistake.__doc__ or "").split()))
    return _general(reference, names, [call for call in calls if call.error is None and not _behaves_as(reference, call)])


def _behaves_as(function: Callable[..., Any], call: Call) -> bool:
    """Whether function answers, changes its arguments and fails as the recorded call did."""
    with np.errstate(all="ignore"):
        return same_behaviour(observed(function, call.args, call.kwargs), call)


def _general(reference: Callable[..., Any], names: str | tuple[str, ...], wrong: Sequence[Call]) -> Named | None:
    right = [(call, observed(reference, call.args, call.kwargs)) for call in wrong]
    pairs = [(call, r.answer) for call, r in right if r.error is None and difference(call.answer, r.answer, names)]
    if not pairs:
        return None
    if named := _transposed(pairs):
        return named
    if any(contract_difference(call.answer, expected, names) or _holds_text(expected) for call, expected in pairs):
        return None
    return _by_a_factor(pairs) or _reordered(pairs) or _some_outputs(pairs, names)


def _by_a_factor(pairs: Iterable[tuple[Call, Any]]) -> Named | None:
    ratios, numbers = [], 0
    for call, expected in pairs:
        got, want = _flat(call.answer), _flat(expected)
        use = np.abs(want) > 1e-4
        if not use.any():
            continue
        ratio = got[use] / want[use]
        if np.ptp(ratio) > 1e-3 * abs(ratio[0]) or np.abs(got[~use]).max(initial=0.0) > 1e-3:
            return None
        numbers += ratio.size
        ratios.append((float(ratio[0]), next((a.shape for a in call.args if getattr(a, "ndim", 0) >= 2), ())))
    if numbers < 2:  # any one wrong number is a multiple of the right one
        return None
    factors = [r for r, _ in ratios]
    if np.allclose(factors, -1, atol=1e-3):
        return Named("sign", "Every number has the wrong sign: look for a minus too many or too few.")
    for axis, size in ((0, "the batch size"), (1, "the number of time steps")):
        if all(len(shape) > 2 * axis and np.isclose(r * shape[axis], 1, rtol=1e-3) for r, shape in ratios) and max(factors) < 0.99:
            return Named("factor", f"Your answer is the right one divided by {size}: where it says sum, you take a mean.")
    if np.allclose(factors, factors[0], rtol=1e-3) and abs(factors[0] - 1) > 1e-3 and abs(factors[0]) > 1e-6:
        known = next((f"{n} times" for n in (2, 3, 4) if np.isclose(factors[0], n, rtol=1e-3)), None)
        known = known or next((f"1/{n} of" for n in (2, 3, 4) if np.isclose(factors[0] * n, 1, rtol=1e-3)), "a constant times")
        return Named("factor", f"Every number is {known} what it should be: look for a factor too many or too few.")
    return None


def _transposed(pairs: Iterable[tuple[Call, Any]]) -> Named | None:
    for call, expected in pairs:
        got, want = (list(value) if isinstance(value, (tuple, list)) else [value] for value in (call.answer, expected))
        if len(got) != len(want) or any(difference(a, b) and not _is_turned(a, b) for a, b in zip(got, want, strict=True)):
            return None
    return Named("axes", "The numbers are right but stand on the wrong axes: look at your transposes and reshapes.")


def _reordered(pairs: Iterable[tuple[Call, Any]]) -> Named | None:
    for call, expected in pairs:
        got, want = _sorted_rows(call.answer), _sorted_rows(expected)
        if not want or any(difference(got[shape], want[shape]) for shape in want):
            return None
    return Named("order", "The rows are right but stand in another order: nothing is to be shuffled, sorted or turned round here.")


def _sorted_rows(value: Any) -> dict[tuple[int, ...], np.ndarray]:
    """All rows of all arrays, in the order of their numbers, by a row's shape; none of a value that is not made of arrays."""
    arrays = value if isinstance(value, (tuple, list)) else (value,)
    if not all(isinstance(array, np.ndarray) and array.ndim for array in arrays):
        return {}
    shapes = {array.shape[1:] for array in arrays}
    rows = {s: np.concatenate([a.reshape(len(a), math.prod(s)) for a in arrays if a.shape[1:] == s]) for s in shapes}
    return {shape: part[np.lexsort(part.T[::-1])] if part.size else part for shape, part in rows.items()}


def _is_turned(got: Any, want: Any) -> bool:
    """Whether an array holds another's numbers with the axes in another order."""
    if getattr(got, "ndim", 0) != getattr(want, "ndim", 0) or not 2 <= np.ndim(want) <= 4:
        return False
    return any(not difference(got.transpose(order), want) for order in itertools.permutations(range(want.ndim)))


def _some_outputs(pairs: Sequence[tuple[Call, Any]], names: str | tuple[str, ...]) -> Named | None:
    wrong = {part for call, expected in pairs for part in differing_parts(call.answer, expected, names)}
    every = {part for _, expected in pairs for part in differing_parts(_shifted(expected), expected, names)}
    if wrong >= every:  # no part is right; a part so large that 1 more is no difference is not in `every`
        return None
    right = _outputs(every - wrong, every)
    verb = "is" if len(right) == 1 else "are"
    return Named("some outputs", f"{_and(right)} {verb} right already; look at {_and(_outputs(wrong, every))}.")


def _outputs(parts: Iterable[str], every: Iterable[str]) -> list[str]:
    """The parts, sorted, with a dict's name in the place of all its keys."""
    rest = set(every).difference(parts)
    split = {part.partition("[")[0] for part in rest}
    return sorted({part if part.partition("[")[0] in split else part.partition("[")[0] for part in parts})


def _holds_text(value: Any) -> bool:
    """Whether an answer is more than numbers: a model, for one, is described in words."""
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, (tuple, list)) else ()
    return isinstance(value, str) or any(map(_holds_text, parts))


def _shifted(value: Any) -> Any:
    if isinstance(value, (tuple, list)):
        return type(value)(map(_shifted, value))
    if isinstance(value, dict):
        return {key: _shifted(part) for key, part in value.items()}
    return np.asarray(value) + 1.0


def _flat(value: Any) -> np.ndarray:
    if isinstance(value, (tuple, list)):
        return np.concatenate([_flat(part) for part in value] or [np.zeros(0)])
    if isinstance(value, dict):
        return np.concatenate([_flat(value[key]) for key in sorted(value)] or [np.zeros(0)])
    return np.asarray(value, dtype=float).ravel()


def _and(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
