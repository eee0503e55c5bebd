"""Lay out the student notebook: setup, prose, stubs with a check after each, and handing in."""

import hashlib
from collections import Counter
from typing import Any

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from autograder.assignment import Assignment
from autograder.release.badge import below_title
from autograder.release.graded import answer, graded, locked, written
from autograder.release.source import LINT_COMMENT, Cell
from autograder.release.strip import exercise_name, stub
from autograder.training.record import told
from autograder.training.task import NAME

HIDDEN = {"cellView": "form", "jupyter": {"source_hidden": True}}  # Colab's way, JupyterLab's way
PASSED_OVER = {"otter": {"ignore": True}}  # by stock Otter, as by the sealed grader: a lab's names may be those of a student's
ANSWER = "*Write your answer here.*"
RECORDED = "{{recorded}}"  # in prose: how predictions are graded, and what was measured
GPU = {"accelerator": "GPU", "colab": {"gpuType": "T4", "provenance": []}}  # what Colab's own notebooks say
HAND_IN = """## Hand in

Run both cells. The first shows where you stand, the second packs your notebook into one file to hand in."""


def print_notebook(assignment: Assignment, cells: list[Cell], setups: list[str]) -> str:
    """The notebook as JSON, the same bytes every time; cells: what `read_cells` gave; setups: the first code cells."""
    points, task = assignment.points, assignment.task
    nodes: list[Any] = []
    asked: Counter[str] = Counter()
    for cell in cells:
        asked[cell.tag] += 1
        number = f"{cell.tag}-{asked[cell.tag]}"
        if cell.tag == "staff":
            continue
        if cell.tag == "exercise":
            name = exercise_name(cell)
            nodes.append(_code(stub(cell), f"exercise-{name}", "exercise", {"autograder": {"exercise": name}} | answer(f"exercise-{name}")))
            nodes.append(_code(f'grader.check("{name}")', f"check-{name}", "check", graded(name, points[name])))
        elif cell.tag == "question":
            nodes.append(_markdown(cell.source, number, cell.tag, locked(number)))
        elif cell.tag == "answer":
            nodes.append(_markdown(cell.source or ANSWER, number, cell.tag, written(number, cell.points)))
        elif cell.kind == "code":
            unseen = PASSED_OVER if cell.tag in ("lab", "training") else None
            nodes.append(_code(LINT_COMMENT.sub("", cell.source), "", cell.tag or "given", unseen))
        elif task and RECORDED in cell.source:
            nodes.append(_markdown(cell.source.replace(RECORDED, told(task.record(), task.metric, task.points))))
        else:
            nodes.append(_markdown(cell.source))
    nodes[0].source = below_title(nodes[0].source, assignment.name)
    names = ["setup", "setup-data"][: len(setups)]
    nodes[1:1] = [_code(setup, name, "setup", HIDDEN | locked(name)) for name, setup in zip(names, setups, strict=True)]
    predictions = [_code(f'grader.check("{NAME}")', f"check-{NAME}", "check", graded(NAME, points[NAME]))] if task else []
    nodes += [_markdown(HAND_IN), *predictions, _code("grader.check_all()", "check-all", "check"),
              _code("grader.export()", "export", "export")]
    _name(nodes)
    notebook = new_notebook(cells=nodes, metadata={
        "autograder": {"assignment": assignment.name, "release": assignment.digest[:16]},
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    } | (GPU if task else {}))
    nbformat.validate(notebook)
    return nbformat.writes(notebook) + "\n"


def _code(source: str, name: str, tag: str, metadata: dict[str, Any] | None = None) -> Any:
    return new_code_cell(source, id=name or "-", metadata={"tags": [tag]} | (metadata or {}))


def _markdown(source: str, name: str = "", tag: str = "", metadata: dict[str, Any] | None = None) -> Any:
    return new_markdown_cell(source, id=name or "-", metadata={"tags": [tag]} | (metadata or {}) if tag else {})


def _name(nodes: list[Any]) -> None:
    """Ids from what cells hold, so that printing again changes no id of an unchanged cell."""
    seen: Counter[str] = Counter()
    for node in nodes:
        if node.id == "-":
            text = hashlib.sha256(node.source.encode()).hexdigest()[:12]
            node.id = f"{node.cell_type}-{text}-{seen[text]}" if seen[text] else f"{node.cell_type}-{text}"
            seen[text] += 1
