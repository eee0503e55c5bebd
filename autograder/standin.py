"""Stand-ins: what a check calls in place of the student's function.

A stand-in copies its arguments before anybody sees them, calls the function (in another process, or in this one),
and records every call: arguments, answer, and which arguments the function changed.
"""

import builtins
import inspect
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from autograder.description import ABOUT, described
from autograder.values import copied, identical

KNOWN = {name for name, value in vars(builtins).items() if isinstance(value, type) and issubclass(value, BaseException)}
KNOWN |= {"LinAlgError"}


def well_known(kinds: list[Any]) -> str:
    """The first of an exception's types, nearest first, that Python or NumPy gave its name; student's own names say nothing."""
    return next((kind for kind in kinds if isinstance(kind, str) and kind in KNOWN), "an exception")


class StudentError(Exception):
    """The student's function raised, or did not come back.

    kind: the exception's type where it is a well-known one ("ValueError"), else "an exception"; message: its text, which
    may hold hidden inputs; cell, line: where in the student's notebook, if known; fatal: its process is gone.
    """

    def __init__(self, kind: str, message: str = "", cell: int | None = None, line: int | None = None, fatal: bool = False):
        super().__init__(f"{kind}: {message}" if message else kind)
        self.kind, self.message, self.cell, self.line, self.fatal = kind, message, cell, line, fatal


class NotWritten(StudentError):
    """The exercise is still the printed stub, or the notebook defines no such function."""


class NotRun(Exception):
    """The check could not be run: not the student's answer to this check, and not the grader's fault either."""


@dataclass(frozen=True)
class Call:
    """One call: arguments as given, then the answer and the names of changed arguments, or the error."""

    args: tuple[Any, ...]
    kwargs: dict[str, Any]
    answer: Any = None
    changed: tuple[str, ...] = ()
    error: StudentError | None = None


@dataclass
class StandIn:
    """A callable that stands for the student's function `name` and records its calls.

    run(args, kwargs) -> (answer, names of changed arguments), or raises StudentError; it must not change args or kwargs.
    A model or dataset comes as `described`; about(what, args) asks the model that the last call answered ("predict", "layers").
    inherits: what a check found out: the answer is wrong only because of these functions, the student's own as well.
    """

    name: str
    run: Callable[[tuple[Any, ...], dict[str, Any]], tuple[Any, tuple[str, ...]]]
    calls: list[Call] = field(default_factory=list)
    inherits: str = ""
    about: Callable[[str, tuple[Any, ...]], Any] = lambda what, args: _nothing_to_ask(what)

    def predict(self, x: np.ndarray | tuple[np.ndarray, ...]) -> Any:
        """What the model that the last call answered says to x, shape (B, ...), or to several inputs."""
        return self.about("predict", (x,))

    def layers(self) -> Any:
        """The layers of the model that the last call answered, with their weights: see `description.layers_of`."""
        return self.about("layers", ())

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        args, kwargs = copied(args), copied(kwargs)
        try:
            answer, changed = self.run(args, kwargs)
        except StudentError as error:
            self.calls.append(Call(args, kwargs, error=error))
            raise
        self.calls.append(Call(args, kwargs, answer, changed))
        return answer


def in_process(function: Callable[..., Any], name: str = "") -> StandIn:
    """A stand-in for a function of this process: a reference, a mistake, or a student's under stock Otter."""

    last: Any = None

    def run(args: tuple[Any, ...], kwargs: dict[str, Any]) -> tuple[Any, tuple[str, ...]]:
        nonlocal last
        before, (args, kwargs) = (args, kwargs), copied((args, kwargs))
        last = _tried(lambda: function(*args, **kwargs))
        return copied(_tried(lambda: described(last))), changed_arguments(function, before, (args, kwargs))

    return StandIn(name or function.__name__, run, about=lambda what, args: _tried(lambda: ABOUT[what](last, *args)))


def _tried(work: Callable[[], Any]) -> Any:
    try:
        return work()
    except NotImplementedError as error:
        raise NotWritten("NotImplementedError", str(error)) from error
    except Exception as error:
        raise StudentError(well_known([kind.__name__ for kind in type(error).__mro__]), str(error)) from error


def _nothing_to_ask(what: str) -> Any:
    raise StudentError("an exception", f"the answer is nothing that has {what}")


def changed_arguments(function: Callable[..., Any], before: Any, after: Any) -> tuple[str, ...]:
    """Names of the arguments that a call changed, given (args, kwargs) before and after it."""
    if identical(before, after):
        return ()
    names = argument_names(list(inspect.signature(function).parameters), len(before[0]))
    pairs = list(zip(names, before[0], after[0], strict=False)) + [(key, before[1][key], after[1][key]) for key in before[1]]
    return tuple(name for name, old, new in pairs if not identical(old, new))


def argument_names(parameters: list[str], count: int) -> list[str]:
    """Names of so many arguments given by position; a last parameter that takes all the rest names each of them."""
    return [*parameters, *parameters[-1:] * count][:count]
