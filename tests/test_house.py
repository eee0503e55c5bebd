"""Rules of the house that a reader would otherwise have to trust."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.assignment import ROOT, assignment_names, load_assignment

SOURCES = [path for folder in ("autograder", "solutions", "tests", "datasets") for path in sorted((ROOT / folder).rglob("*.py"))
           if not {"submissions", "correct", "wrong"}.intersection(path.parts)]  # those are as students write them
MACHINE = [path for path in SOURCES if path.is_relative_to(ROOT / "autograder")]


def words(path: Path) -> Iterator[str]:
    """Names and texts in a module, docstrings left out."""
    tree = ast.parse(path.read_text())
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    docs = {id(node.body[0].value) for node in ast.walk(tree)
            if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value
        elif isinstance(node, ast.Name):
            yield node.id


@pytest.mark.parametrize("path", MACHINE, ids=lambda path: path.stem)
def test_the_machine_names_no_exercise(path):
    names = {exercise.name for name in assignment_names() for exercise in load_assignment(name).exercises}
    assert names
    assert not names.intersection(words(path))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_files_are_small_and_say_what_they_are(path):
    lines = path.read_text().splitlines()
    assert len(lines) <= 250 or path.name == "reference.py"  # a lecture is as long as it is
    assert path.name == "__init__.py" or ast.get_docstring(ast.parse(path.read_text())) or lines[0] == "# ---"
    assert path.name != "utils.py"
    assert path.name != "__init__.py" or len(ast.parse(path.read_text()).body) <= 1  # no logic


def test_half_of_the_files_have_about_eighty_lines_or_fewer():
    """Lectures and check files aside: they are as long as there is to teach, and as students find ways to go wrong."""
    machinery = [path for path in SOURCES if path.name not in ("__init__.py", "reference.py") and not path.name.startswith("check_")]
    lengths = sorted(len(path.read_text().splitlines()) for path in machinery)
    assert lengths[len(lengths) // 2] <= 80


@pytest.mark.parametrize("path", MACHINE, ids=lambda path: path.stem)
def test_nothing_is_unpickled(path):
    imports = {alias.name.split(".")[0] for node in ast.walk(ast.parse(path.read_text()))
               if isinstance(node, (ast.Import, ast.ImportFrom)) for alias in node.names}
    imports |= {(node.module or "").split(".")[0] for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.ImportFrom)}
    assert not imports & {"pickle", "dill", "cloudpickle", "shelve", "marshal", "joblib"}
