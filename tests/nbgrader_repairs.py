"""What students and their tools do to the cells that nbgrader tracks; each function changes a notebook, `expect` as in odd_files."""

import copy
from collections.abc import Callable
from typing import Any

from tests.class_builder import Notebook, code_cell, exercise_cells

CHANGES: dict[str, tuple[str, Callable[[Notebook], None]]] = {}


def change(expect: str) -> Callable[..., Callable[[Notebook], None]]:
    """Register a function by its name; expect: "full" (nothing is lost) or "nothing gained" (made on wrong answers)."""

    def register(make: Callable[[Notebook], None]) -> Callable[[Notebook], None]:
        CHANGES[make.__name__] = expect, make
        return make

    return register


def grade_cells(notebook: Notebook) -> list[dict[str, Any]]:
    """The cells that carry the points of exercises."""
    return [cell for cell in notebook["cells"] if cell["id"].startswith("check-") and cell["id"] != "check-all"]


@change("full")
def a_test_cell_twice(notebook: Notebook) -> None:
    """One test cell pasted again."""
    notebook["cells"].append(copy.deepcopy(grade_cells(notebook)[0]))


@change("full")
def a_test_cell_deleted(notebook: Notebook) -> None:
    """One test cell gone."""
    notebook["cells"].remove(grade_cells(notebook)[2])


@change("full")
def all_metadata_lost(notebook: Notebook) -> None:
    """A tool that keeps only what it knows."""
    for cell in notebook["cells"]:
        cell["metadata"] = {}
    notebook["metadata"] = {}


@change("full")
def answers_locked(notebook: Notebook) -> None:
    """Answer cells marked as given, and test cells as answers."""
    for cell in notebook["cells"]:
        if role := cell["metadata"].get("nbgrader"):
            role |= {"locked": not role["locked"], "solution": not role["solution"]}


@change("full")
def test_cells_made_markdown(notebook: Notebook) -> None:
    """Test cells turned into text."""
    for cell in grade_cells(notebook):
        cell["cell_type"] = "markdown"
        del cell["outputs"], cell["execution_count"]


@change("full")
def metadata_of_old_nbgrader(notebook: Notebook) -> None:
    """Schema version 1, which stops a stock batch."""
    for cell in notebook["cells"]:
        if role := cell["metadata"].get("nbgrader"):
            role["schema_version"] = 1


@change("full")
def metadata_of_odd_types(notebook: Notebook) -> None:
    """Metadata that no tool would write."""
    for number, cell in enumerate(grade_cells(notebook)):
        cell["metadata"]["nbgrader"] = [None, 7, "grade", [], {"grade_id": 5}, {"grade_id": "lstm_step", "points": "all"}][number % 6]


@change("full")
def setup_deleted(notebook: Notebook) -> None:
    """The setup cell gone, and every test with it."""
    notebook["cells"] = [cell for cell in notebook["cells"] if cell["id"] != "setup"]


@change("nothing gained")
def points_raised(notebook: Notebook) -> None:
    """A thousand points for every test cell."""
    for cell in grade_cells(notebook):
        cell["metadata"]["nbgrader"]["points"] = 1000


@change("nothing gained")
def tests_skipped(notebook: Notebook) -> None:
    """Tags by which test cells are never run."""
    for _, cell in exercise_cells(notebook):
        cell["metadata"]["tags"] = ["skip-execution"]
    for cell in grade_cells(notebook):
        cell["metadata"]["tags"] = ["skip-execution", "raises-exception"]


@change("nothing gained")
def points_in_the_outputs(notebook: Notebook) -> None:
    """Outputs that are scores, also where no test is."""
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"] = [{"output_type": "execute_result", "execution_count": 1, "data": {"text/plain": "3.0"}, "metadata": {}}]


@change("nothing gained")
def own_tests(notebook: Notebook) -> None:
    """Test cells that are worth the points of ours and pass."""
    for cell in list(grade_cells(notebook)):
        cell["source"] = "True"
        own = code_cell("100.0", f"own-{cell['id']}")
        notebook["cells"].append(own | {"metadata": copy.deepcopy(cell["metadata"])})
