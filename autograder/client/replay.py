"""Play recorded calls to a student's function, and say what came of each public check.

`autograder.release.record` makes the recorded calls; the printed notebooks and Otter test files hold this module.
"""

import base64
import zlib
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.client.calling import call_with, place, raised_in, same_behaviour
from autograder.client.compare import (
    Difference,
    Opaque,
    contract_difference,
    is_single_precision,
    value_difference,
)
from autograder.standin import Call, NotWritten, StudentError
from autograder.wire import decode

SINGLE = "Right, but computed in float32: the exercise asks for float64, which is NumPy's default. No points lost."


@dataclass(frozen=True)
class Played:
    """What came of one public check: `found` says what is wrong, if anything."""

    name: str
    sentence: str
    found: Difference | None


@dataclass(frozen=True)
class Report:
    """What came of an exercise.

    unwritten: why its checks could not run, if they could not; hint: of the mistake it was recognised as;
    note: what to know although nothing is wrong.
    """

    exercise: str
    unwritten: str = ""
    checks: tuple[Played, ...] = ()
    hint: str = ""
    note: str = ""

    @property
    def passed(self) -> int:
        """How many checks passed."""
        return sum(check.found is None for check in self.checks)

    @property
    def all_passed(self) -> bool:
        """Whether checks ran, and all of them passed."""
        return 0 < len(self.checks) == self.passed


def load(text: str) -> dict[str, Any]:
    """The recorded calls in a text that `autograder.release.record.pack` made."""
    return decode(zlib.decompress(base64.b85decode("".join(text.split()))), Opaque)


def unwritten(name: str, function: Any, recorded: dict[str, Any], others: Collection[str] = ()) -> str:
    """Why an exercise's checks cannot run: its function, or one of `others` that it calls, is not written; "" if it is."""
    if function is None:
        return f"your notebook defines no function {name}: run the cell that does"
    if not callable(function):
        return f"{name} is no function but {function!r:.60}: run the cell that defines it again"
    first = recorded["checks"][0]["calls"][0]
    error = call_with(function, recorded["parameters"], first["args"], first["kwargs"]).error
    if isinstance(error, NotWritten) and raised_in(error) == name:
        return f"{name} is still empty"
    if isinstance(error, NotWritten) and raised_in(error) in others:
        return f"{name} calls {raised_in(error)}, which is still empty"
    return ""


def play(name: str, function: Any, recorded: dict[str, Any], others: Collection[str] = ()) -> Report:
    """Play every recorded call of an exercise to a function."""
    if reason := unwritten(name, function, recorded, others):
        return Report(name, reason)
    checks, pairs = [], []
    for check in recorded["checks"]:
        mine = [(call_with(function, recorded["parameters"], r["args"], r["kwargs"]), r) for r in check["calls"]]
        found = next((d for call, r in mine if (d := _judge(call, r, recorded["names"], function))), None)
        checks.append(Played(check["name"], check["sentence"], found))
        pairs += mine
    hint = _hint(pairs, recorded["hints"])
    single = not hint and any(is_single_precision(call.answer) for call, _ in pairs)
    return Report(name, "", tuple(checks), hint, SINGLE if single and not any(c.found for c in checks) else "")


def _judge(call: Call, recorded: dict[str, Any], names: Any, function: Any) -> Difference | None:
    """The first thing that is wrong with a call: it raised, its form, changed arguments, values of the parts checked."""
    if call.error:
        message = f": {call.error.message[:500]}" if call.error.message else ""
        return Difference("", "raised", f"your function raised {call.error.kind}{message}", place(call.error, function))
    expected = _double(recorded["answer"])
    if found := contract_difference(call.answer, expected, names):
        return found
    if call.changed and recorded["parts"]:
        which = ", ".join(call.changed)
        return Difference(which, "changed", f"your function changed its argument {which}: work on a copy, or on a new array")
    return value_difference(call.answer, expected, names, recorded["parts"])


def _hint(pairs: list[tuple[Call, dict[str, Any]]], hints: dict[str, str]) -> str:
    """The hint of the first mistake that did in every call what the student's function did, if that is wrong in one."""
    pairs = [(call, recorded) for call, recorded in pairs if "mistakes" in recorded]
    if all(same_behaviour(call, _behaviour(recorded)) for call, recorded in pairs):
        return ""
    for mistake, hint in hints.items():
        if all(same_behaviour(call, _behaviour(recorded["mistakes"].get(mistake, recorded))) for call, recorded in pairs):
            return hint
    return ""


def _behaviour(recorded: dict[str, Any]) -> Call:
    if recorded.get("error"):
        return Call((), {}, error=StudentError(recorded["error"]))
    return Call((), {}, _double(recorded["answer"]), tuple(recorded.get("changed", ())))


def _double(value: Any) -> Any:
    """Answers are recorded in float32, which is enough to compare with, and mean float64."""
    if isinstance(value, (tuple, list)):
        return type(value)(map(_double, value))
    if isinstance(value, dict):
        return {key: _double(part) for key, part in value.items()}
    return value.astype(np.float64) if getattr(value, "dtype", None) == np.float32 else value
