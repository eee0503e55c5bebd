"""Find out what a check looks at: make one part of one answer wrong at a time, and see whether it notices."""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from autograder.client.compare import differing_parts
from autograder.standin import Call, StandIn, in_process

Run = Callable[[StandIn], Exception | None]


def watched_parts(run: Run, reference: Callable[..., Any], names: str | tuple[str, ...], call: Call,
                  number: int) -> list[str]:
    """Names of the parts that a check compares of the answer to its call number `number`; none if it looks at the form only.

    run(stand_in) runs the check and returns why it failed, or None; call: that call, as the reference answers it.
    """
    parts = []
    for leaf, variant in enumerate(_variants(call.answer)):
        if run(_wrong_once(reference, number, leaf)):
            parts += differing_parts(variant, call.answer, names)
    return list(dict.fromkeys(parts))


def _wrong_once(reference: Callable[..., Any], number: int, leaf: int) -> StandIn:
    right = in_process(reference)

    def run(args: tuple[Any, ...], kwargs: dict[str, Any]) -> tuple[Any, tuple[str, ...]]:
        answer, changed = right.run(args, kwargs)
        return (list(_variants(answer))[leaf] if len(stand_in.calls) == number else answer), changed

    stand_in = StandIn(right.name, run)
    return stand_in


def _variants(value: Any) -> Iterator[Any]:
    """The value with each of its arrays and numbers made wrong in turn; shapes and dtypes stay."""
    if isinstance(value, (tuple, list)):
        for i, part in enumerate(value):
            yield from (type(value)((*value[:i], variant, *value[i + 1 :])) for variant in _variants(part))
    elif isinstance(value, dict):
        for key in sorted(value, key=str):
            yield from (value | {key: variant} for variant in _variants(value[key]))
    elif isinstance(value, str):
        yield value + "?"
    elif isinstance(value, (bool, np.bool_)):
        yield not value
    elif isinstance(value, (int, float)):
        yield type(value)(2 * abs(value) + 1)
    elif isinstance(value, (np.ndarray, np.generic)):
        yield np.logical_not(value) if value.dtype.kind == "b" else (2 * np.abs(value) + 1).astype(value.dtype)
