"""Put the student client into one text: readable source that needs nothing but NumPy."""

import ast
from typing import Any

from autograder.assignment import ROOT, Assignment
from autograder.release.record import pack
from autograder.release.source import LINT_COMMENT

REPLAY = ("wire", "values", "description", "standin", "client/compare", "client/calling", "client/replay")
NOTEBOOK = (*REPLAY, "grid", "client/words", "client/page", "client/picture", "client/handin", "client/notebook")

SETUP = """\
# @title Run this cell first: it brings the checks. There is nothing to edit in it. {{ display-mode: "form" }}
def grader(source, recorded, namespace):
    \"\"\"The checks live in a module of their own, so that no name of theirs can meet one of yours.\"\"\"
    from types import ModuleType

    module = ModuleType("grader")
    exec(compile(source, "<grader>", "exec"), vars(module))
    return module.Grader({assignment!r}, recorded, namespace)


grader = grader(r'''
{source}
''', {{
{recorded}
}}, globals())
print("The checks are ready. Write a function, run its cell, then run the check below it.")
"""


def setup_cell(assignment: Assignment, recorded: dict[str, dict[str, Any]]) -> str:
    """The notebook's first code cell: the client, the recorded calls by exercise, and `grader`."""
    lines = (f"    {name!r}: '''\n{pack(calls)}\n'''," for name, calls in recorded.items())
    return SETUP.format(assignment=assignment.name, source=source(NOTEBOOK), recorded="\n".join(lines)).rstrip()


def source(modules: tuple[str, ...]) -> str:
    """Modules of `autograder/` one after another, without their imports of each other; raises ValueError if names clash."""
    texts = {module: (ROOT / "autograder" / f"{module}.py").read_text() for module in modules}
    _refuse_clashes(texts)
    return "\n\n".join(f"# {'-' * 100} {module.rpartition('/')[2]}\n{_alone(text)}" for module, text in texts.items())


def _refuse_clashes(texts: dict[str, str]) -> None:
    owners: dict[str, str] = {}
    for module, text in texts.items():
        for name in sorted(_defined(text)):
            if owners.setdefault(name, module) != module:
                raise ValueError(f"{owners[name]}.py and {module}.py, which are printed as one, both define {name}")
        if "'''" in text:
            raise ValueError(f"{module}.py holds three single quotes in a row, which end the text it is printed in")


def _defined(text: str) -> set[str]:
    """Names that a module's top level defines, imports aside."""
    names = set()
    for node in ast.parse(text).body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            names.add(node.name)
        elif isinstance(node, ast.Assign):
            names |= {part.id for target in node.targets for part in ast.walk(target) if isinstance(part, ast.Name)}
    return names


def _alone(text: str) -> str:
    drop: set[int] = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("autograder"):
            drop.update(range(node.lineno - 1, node.end_lineno or node.lineno))
    kept = "\n".join(line for i, line in enumerate(text.splitlines()) if i not in drop).strip()
    return LINT_COMMENT.sub("", kept)
