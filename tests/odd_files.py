"""What tools, accidents and cheats do to a notebook's file: each function turns a filled notebook into the bytes handed in.

`FILES` holds them by name with the verdict expected: "full" (an honest solution in an odd file loses nothing), "unreadable",
"graded" (read, but what is missing counts nothing) or "nothing gained" (wrong answers, whatever the file claims for them).
"""

import json
from collections.abc import Callable
from dataclasses import dataclass

from tests.class_builder import Notebook, code_cell, dump, exercise_cells


@dataclass(frozen=True)
class OddFile:
    """A way to spoil or disguise a notebook's file, and what must come of it."""

    about: str
    make: Callable[[Notebook], bytes]
    expect: str
    mentions: str = ""
    suffix: str = ".ipynb"


FILES: dict[str, OddFile] = {}


def odd(expect: str, mentions: str = "", suffix: str = ".ipynb") -> Callable[..., Callable[[Notebook], bytes]]:
    """Register a function by its name; its docstring says what happened, `mentions` is a word the reason must hold."""

    def register(make: Callable[[Notebook], bytes]) -> Callable[[Notebook], bytes]:
        FILES[make.__name__] = OddFile(" ".join((make.__doc__ or "").split()), make, expect, mentions, suffix)
        return make

    return register


@odd("unreadable", "empty")
def empty_file(notebook: Notebook) -> bytes:
    """handed in an empty file"""
    return b""


@odd("unreadable", "JSON")
def broken_json(notebook: Notebook) -> bytes:
    """the upload stopped half-way, so the file is cut off"""
    return dump(notebook)[: len(dump(notebook)) // 2]


@odd("unreadable", "JSON")
def python_source(notebook: Notebook) -> bytes:
    """a Python file named .ipynb"""
    return "\n".join(cell["source"] for _, cell in exercise_cells(notebook)).encode()


@odd("unreadable", "list")
def top_level_list(notebook: Notebook) -> bytes:
    """the top level is a list"""
    return json.dumps(notebook["cells"]).encode()


@odd("unreadable", "cells")
def no_cells_key(notebook: Notebook) -> bytes:
    """there is no list of cells"""
    return json.dumps({key: value for key, value in notebook.items() if key != "cells"}).encode()


@odd("unreadable", "cell 5")
def source_is_a_number(notebook: Notebook) -> bytes:
    """one cell's source is a number"""
    notebook["cells"].insert(4, code_cell("", "number") | {"source": 5})
    return dump(notebook)


@odd("unreadable", "cell 5")
def source_is_mixed(notebook: Notebook) -> bytes:
    """one cell's source is a list of text and other things"""
    notebook["cells"].insert(4, code_cell("", "mixed") | {"source": ["x = 1\n", None, {"y": 2}]})
    return dump(notebook)


@odd("unreadable", "cell 1")
def cell_type_exec(notebook: Notebook) -> bytes:
    """a cell of a type that does not exist"""
    notebook["cells"][0]["cell_type"] = "exec"
    return dump(notebook)


@odd("unreadable", "cell 1")
def cell_is_text(notebook: Notebook) -> bytes:
    """a cell that is no object"""
    notebook["cells"].insert(0, "lstm_step")
    return dump(notebook)


@odd("unreadable", "nested")
def nested_without_end(notebook: Notebook) -> bytes:
    """brackets nested a hundred thousand deep"""
    return b'{"cells": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"


@odd("unreadable", "limit")
def too_large(notebook: Notebook) -> bytes:
    """200 MB of blanks after the notebook"""
    return dump(notebook) + b" " * 200_000_000


@odd("graded")
def no_code_cells(notebook: Notebook) -> bytes:
    """no code cell at all"""
    notebook["cells"] = [cell for cell in notebook["cells"] if cell["cell_type"] != "code"]
    return dump(notebook)


@odd("graded")
def answer_cells_deleted(notebook: Notebook) -> bytes:
    """all answer cells deleted"""
    answers = [id(cell) for _, cell in exercise_cells(notebook)]
    notebook["cells"] = [cell for cell in notebook["cells"] if id(cell) not in answers]
    return dump(notebook)


@odd("graded")
def answers_in_markdown(notebook: Notebook) -> bytes:
    """all answers in markdown cells, where nothing runs"""
    for _, cell in exercise_cells(notebook):
        cell["cell_type"] = "markdown"
    return dump(notebook)


@odd("graded")
def nul_in_the_code(notebook: Notebook) -> bytes:
    """NUL characters in every answer"""
    for _, cell in exercise_cells(notebook):
        cell["source"] += "\0"
    return dump(notebook)


@odd("graded")
def a_worksheet_of_nothing(notebook: Notebook) -> bytes:
    """worksheets without cells, as in nbformat 2"""
    return json.dumps({"nbformat": 2, "worksheets": [{}, None, {"cells": []}]}).encode()
