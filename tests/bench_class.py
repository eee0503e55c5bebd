"""The class that all graders of the benchmark grade: honest work, half of it right in many styles, half of it wrong."""

from pathlib import Path
from typing import Any

from autograder.grading import skippable
from tests.class_builder import ASSIGNMENT, Notebook, code_cell, dump, filled, read_submissions, text

RIGHT = "perfect explicit_loops einsum fused_matrices float32".split()
WRONG = """
swapped_gates input_first no_biases typo_of_the_slide changes_the_cell_in_place
state_not_carried zeros_instead_of_h0 last_step_only cell_gradient_dropped no_way_through_tanh
gradients_averaged cell_before_hidden keras_order counts_no_biases missing_function
""".split()
KINDS = [kind for pair in zip(RIGHT * 3, WRONG, strict=True) for kind in pair]


def notebooks(size: int) -> dict[str, Notebook]:
    """`size` notebooks by student, no two the same; a multiple of 30 holds each kind as often as any other multiple."""
    submissions = read_submissions(ASSIGNMENT)
    written = {}
    for number in range(size):
        notebook = filled(submissions[KINDS[number % len(KINDS)]])
        notebook["cells"].append(code_cell(f"# handed in by student {number}", f"seat-{number}"))
        written[f"student{number:03}"] = notebook
    return written


def write(folder: Path, size: int) -> Path:
    """A folder of `size` submissions, as they are handed in."""
    folder.mkdir()
    for student, notebook in notebooks(size).items():
        (folder / f"{student}.ipynb").write_bytes(dump(notebook))
    return folder


def bare(notebook: Notebook) -> Notebook:
    """The notebook without the cells that our grader skips or answers itself, so that every grader runs the same ones."""
    skipped = skippable(ASSIGNMENT)

    def runs(cell: dict[str, Any]) -> bool:
        return text(cell).strip() not in skipped and not text(cell).startswith("grader.")

    return notebook | {"cells": [cell for cell in notebook["cells"] if runs(cell)]}
