"""Take the body out of an exercise: by structure, so that a typo may hide too much but never too little."""

import ast
import re
from collections.abc import Iterable

from autograder.release.source import Cell

SHORT = 20  # characters: shorter lines (`return h, c`) give nothing away


def exercise_name(cell: Cell) -> str:
    """Name of the one function in an exercise cell; raises AssignmentError if there is anything else in it."""
    return _function(cell).name


def stub(cell: Cell) -> str:
    """Signature and docstring of the function in an exercise cell, and a body that says it is empty.

    Everything else, comments on the signature included, is dropped.
    """
    name = exercise_name(cell)
    return f'{heading(cell)}\n    # your code here\n    raise NotImplementedError("{name} is still empty: write it here")'


def heading(cell: Cell) -> str:
    """Signature and docstring of the function in an exercise cell."""
    function = _function(cell)
    returns = f" -> {ast.unparse(function.returns)}" if function.returns else ""
    docstring = ast.get_source_segment(cell.source, function.body[0])
    return f"def {function.name}({ast.unparse(function.args)}){returns}:\n    {docstring}"


def body_source(cell: Cell) -> str:
    """The rest of that function: all that students are to write, with its comments."""
    return "\n".join(cell.source.splitlines()[_function(cell).body[0].end_lineno :])


def body_lines(cell: Cell) -> set[str]:
    """Lines of an exercise's body that would give part of the answer away, without comments and indentation."""
    function = _function(cell)
    lines = cell.source.splitlines()[function.body[0].end_lineno :]
    return {line for line in map(_bare, lines) if len(line) >= SHORT}


def refuse_leaks(exercises: Iterable[Cell], shipped: Iterable[Cell]) -> None:
    """Raise AssignmentError if a cell that students get holds a line of an exercise's body."""
    secret = {line: exercise_name(cell) for cell in exercises for line in body_lines(cell)}
    for cell in shipped:
        for line in cell.source.splitlines():
            if name := secret.get(_bare(line)):
                raise cell.error(f"holds a line of {name}'s body, which students are to write: {line.strip()}")


def _bare(line: str) -> str:
    return re.sub(r"\s+#.*$", "", line).strip()


def _function(cell: Cell) -> ast.FunctionDef:
    body = cell.tree().body
    if len(body) != 1 or not isinstance(body[0], ast.FunctionDef):
        raise cell.error("an exercise cell holds one function and nothing else")
    function = body[0]
    if function.decorator_list:
        raise cell.error(f"{function.name} has a decorator: students could not know what it does")
    if not (ast.get_docstring(function) or "").strip():
        raise cell.error(f"{function.name} needs a docstring: it is all that students see of it")
    if len(function.body) < 2:
        raise cell.error(f"{function.name} has no body to write")
    return function
