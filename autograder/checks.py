"""What a check file is written with: `check`, and the `expect_…` functions.

    @check(points=1)
    def keeps_the_cell(lstm_step, rng):
        \"\"\"an open forget gate and a shut input gate leave the cell unchanged\"\"\"
        x, h_prev, c_prev, params = _args(rng, b_f=50.0, b_i=-50.0)
        _, c = lstm_step(x, h_prev, c_prev, params)
        expect_close("c", c, c_prev)

A check's parameters name what it needs: exercises of the same assignment (it gets stand-ins for the student's functions)
and `rng`, a NumPy generator. Its docstring is what the student reads. It fails by raising `Mismatch`.
"""

import ast
import functools
import inspect
import textwrap
from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.client.compare import Difference, contract_difference, difference, same_answer
from autograder.ottertests import test_case
from autograder.standin import NotRun, StandIn, StudentError, in_process
from autograder.values import copied


class Mismatch(AssertionError):
    """An answer is not what was expected; `difference` says where and how."""

    def __init__(self, found: Difference):
        super().__init__(str(found))
        self.difference = found


def check(points: float = 1, public: bool = False) -> Callable[[Callable[..., None]], Any]:
    """Make a function a check: an Otter test case worth `points`, hidden from students unless `public`."""

    def decorate(function: Callable[..., None]) -> Any:
        if not (function.__doc__ or "").strip():
            raise ValueError(f"the check {function.__name__} needs a docstring: it is what the student reads")

        @functools.wraps(function)
        def run(**given: Any) -> None:
            function(**{name: _stand_in(name, value) for name, value in given.items()})

        return test_case(name=function.__name__, points=points, hidden=not public)(run)

    return decorate


def _stand_in(name: str, value: Any) -> Any:
    """What a check gets for a parameter; under stock Otter, bare functions and no `rng` arrive here."""
    if name == "rng":
        return np.random.default_rng(20211115) if value is None else value
    if isinstance(value, StandIn):
        return value
    if value is None:
        raise Mismatch(Difference(name, "missing", f"your notebook defines no function {name}"))
    return in_process(value, name)


def expect_close(name: str | tuple[str, ...], got: Any, expected: Any) -> None:
    """The answer called `name` equals expected in type, shape, dtype and, within float32's precision, in value."""
    _raise(difference(got, expected, name))


def expect_contract(name: str | tuple[str, ...], got: Any, expected: Any) -> None:
    """Like `expect_close`, but blind to values: type, shape, dtype and finiteness are those of expected."""
    _raise(contract_difference(got, expected, name))


def expect_answer(student: StandIn, reference: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """The student's function answers as the reference does; the outputs are called as in the reference's return."""
    expected = reference(*copied(args), **copied(kwargs))
    got = student(*args, **kwargs)
    expect_close(output_names(reference), got, expected)
    return got


def expect_unchanged(student: StandIn) -> None:
    """No call so far changed one of its arguments."""
    changed = sorted({name for call in student.calls for name in call.changed})
    if changed:
        which = ", ".join(changed)
        _raise(Difference(which, "changed", f"your function changed its argument {which}: work on a copy, or on a new array"))


def expect_steady(student: StandIn, reference: Callable[..., Any], first: tuple[Any, ...], second: tuple[Any, ...]) -> None:
    """Called with first, second and first again, each a tuple of arguments, it answers as the reference and changes none of them."""
    for args in (first, second, first):
        expect_answer(student, reference, *args)
    expect_unchanged(student)


def expect_follows(student: StandIn, reference: Callable[..., Any], rebuilt: Callable[..., Any],
                   own: dict[str, tuple[StandIn, Callable[..., Any]]], *args: Any) -> None:
    """The student's function answers as the reference does, or as it must if it builds on the student's own functions.

    rebuilt: the reference, with each function that it builds on as a keyword argument; own: by these keywords, the student's
    function and its reference. Raises NotRun if one of them fails, breaks its contract or makes no use of an argument: then
    nothing follows from it.
    """
    names = output_names(reference)
    got, failure = None, None
    try:
        got = student(*args)
    except StudentError as error:
        failure = error
    if not failure and not difference(got, reference(*copied(args)), names):
        return
    probes = {key: in_process(right) for key, (_, right) in own.items()}
    rebuilt(*copied(args), **probes)
    sound = {key: _sound(mine, right, probes[key].calls[0].args) for key, (mine, right) in own.items()}
    if failure:
        raise failure
    expect_close(names, got, rebuilt(*copied(args), **sound))
    student.inherits = " and ".join(mine.name for mine, right in own.values() if _errs(mine, right))


def _sound(own: StandIn, reference: Callable[..., Any], args: tuple[Any, ...]) -> Callable[..., Any]:
    """The student's function, if it makes use of each of these arguments; it raises NotRun if it breaks its contract."""

    def call(*args: Any) -> Any:
        with np.errstate(all="ignore"):
            expected = reference(*copied(args))
        try:
            got = own(*args)
        except StudentError:
            raise NotRun(f"not run: your {own.name} fails here, and this builds on it") from None
        if found := contract_difference(got, expected, output_names(reference)):
            raise NotRun(f"not run: this builds on your {own.name}, where {found.problem}")
        if changed := own.calls[-1].changed:
            raise NotRun(f"not run: this builds on your {own.name}, which changes its argument {changed[0]}")
        return got

    answer = call(*args)
    for i, parameter in enumerate(inspect.signature(reference).parameters):
        moved = _moved(args[i]) if i < len(args) else None
        if moved is not None and same_answer(call(*args[:i], moved, *args[i + 1 :]), answer):
            raise NotRun(f"not run: this builds on your {own.name}, which does not depend on {parameter} yet")
    return call


def _errs(own: StandIn, reference: Callable[..., Any]) -> bool:
    return any(difference(call.answer, in_process(reference)(*call.args)) for call in own.calls)


def _moved(value: Any) -> Any:
    """Another value in the place of an argument that holds numbers; None for a setting, such as a stride or a mask."""
    if isinstance(value, dict):
        return {key: _moved(part) for key, part in value.items()}
    return 2.0 * value + 1.0 if isinstance(value, np.ndarray) and value.dtype.kind in "fi" else None


def expect(condition: bool, name: str, problem: str) -> None:
    """A property holds; `problem` is the sentence the student reads if not, free of hidden numbers."""
    if not condition:
        _raise(Difference(name, "property", problem))


def _raise(found: Difference | None) -> None:
    if found:
        raise Mismatch(found)


@functools.cache
def output_names(reference: Callable[..., Any]) -> str | tuple[str, ...]:
    """How the last return statement calls the outputs: "hs", or ("h", "c")."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(reference)))
    returns = [node for node in ast.walk(tree) if isinstance(node, ast.Return) and node.value is not None]
    value = max(returns, key=lambda node: node.lineno).value
    if isinstance(value, ast.Tuple) and all(isinstance(part, ast.Name) for part in value.elts):
        return tuple(part.id for part in value.elts if isinstance(part, ast.Name))
    return value.id if isinstance(value, ast.Name) else "the answer"
