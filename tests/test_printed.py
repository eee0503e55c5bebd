"""What lies in `assignments/`: printed from what is in `solutions/` now, whole, and giving nothing away."""

import inspect
import json
import re
from typing import Any

import nbformat
import pytest

from autograder.assignment import assignment_names, load_assignment
from autograder.release import press
from autograder.release.source import read_cells
from autograder.submission import MAX_CELL
from tests.filling import printed


@pytest.mark.parametrize("name", assignment_names())
def test_what_is_printed_is_what_would_be_printed(name: str) -> None:
    assignment = load_assignment(name)
    first, second = (press.print_assignment(assignment, read_cells(assignment.folder / "reference.py")) for _ in range(2))
    assert first == second
    assert press.release([name], check=True) == []


@pytest.mark.parametrize("name", assignment_names())
def test_printed_files_give_no_answer_away(name: str) -> None:
    loaded = load_assignment(name)
    source = "\n".join(cell.source for cell in printed(name).cells)
    for path in (press.PRINTED / name / "tests").glob("*.py"):
        source += path.read_text()
    lines = {_bare(line) for line in source.splitlines()}
    for exercise in loaded.exercises:
        for number, function in enumerate([exercise.reference, *exercise.mistakes.values()]):
            given_away = _body(function) & lines
            assert not given_away, (exercise.name, number, given_away)
        for case in exercise.tests.test_cases:
            if case.hidden:
                assert case.name not in source
                assert " ".join(case.body.test_func.__doc__.split()) not in source
                assert not _body(inspect.unwrap(case.body.test_func)) & lines


@pytest.mark.parametrize("name", assignment_names())
def test_printed_notebook_is_small_and_whole(name: str) -> None:
    notebook = printed(name)
    nbformat.validate(notebook)
    assert len({cell.id for cell in notebook.cells}) == len(notebook.cells)
    data = [cell.source for cell in notebook.cells if cell.id == "setup-data"]
    assert len(json.dumps(notebook)) - sum(map(len, map(json.dumps, data))) < 200_000
    assert all(len(source) < MAX_CELL for source in data)
    assert not re.search(r"/(?:work|root|tmp|home)/", json.dumps(notebook))


def _body(function: Any) -> set[str]:
    """Lines of a function's body that say something: no docstring, no comment, nothing short."""
    source = inspect.getsource(function)
    code = source.replace(inspect.getdoc(function) or "", "") if '"""' not in source else source.split('"""', 2)[2]
    return {line for line in map(_bare, code.splitlines()) if len(line) >= 20}


def _bare(line: str) -> str:
    return re.sub(r"\s+#.*$", "", line).strip()
