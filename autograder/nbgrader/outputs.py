"""Show a verdict inside a notebook, as outputs of its cells: what nbgrader's feedback and formgrader's pages print.

The pages print outputs as they are, unless nbgrader is told to sanitize them; then only the tags that the templates use remain.
What a student wrote in text cells they print as it is in any case: `harmless` sees to that.
"""

from collections.abc import Sequence
from typing import Any

from autograder.feedback import grid_of, headline, hints, why
from autograder.late import Late
from autograder.nbgrader.cells import Cell, checksum, harmless, metadata, name
from autograder.nbgrader.repair import Notebook
from autograder.pages import template
from autograder.points import plain
from autograder.results import CellError, ExerciseResult, Status, Verdict
from autograder.untrusted import clean

SHOWN = 20


def show(notebook: Notebook, verdict: Verdict, remarks: Sequence[str] = (), late: Late | None = None) -> Notebook:
    """A notebook that `repair` made, with the verdict in it; remarks: what `repair` said.

    Each grade cell's first output is its score, a plain float that nbgrader reads, with our feedback; a cell that failed to run
    has an error; the setup cell, whose code is hidden, tells what concerns the whole notebook. What could not be graded has 0.
    """
    exercises = {exercise.name: exercise for exercise in verdict.exercises}
    errors = {error.index: error for error in verdict.cell_errors}
    told = False
    cells = []
    for cell in notebook["cells"]:
        given, made_of = metadata(cell), cell["metadata"].get("autograder", {})
        if cell["cell_type"] != "code":
            printed = made_of.get("given") or (name(cell) and (given.get("locked") or checksum(cell) == given.get("checksum")))
            cells.append(cell if printed else harmless(cell))
        elif given.get("grade"):
            outputs = [_score(exercises.get(given["grade_id"]), float(given["points"]), verdict)]
            cells.append(cell | {"outputs": outputs})
        elif given.get("locked") and not told:
            told = True
            cells.append(_hidden(cell) | {"outputs": [_summary(verdict, remarks, late or Late())]})
        elif made_of.get("cell") in errors:
            cells.append(cell | {"outputs": [_error(errors[made_of["cell"]])]})
        else:
            cells.append(cell)
    release = notebook["metadata"].get("autograder", {}) | {"graded": verdict.digest or "unreadable"}
    return notebook | {"cells": cells, "metadata": notebook["metadata"] | {"autograder": release}}


def points(exercise: ExerciseResult | None, most: float) -> float:
    """What a grade cell is worth: a plain float from 0 to `most`, which nbgrader takes as it is."""
    return max(0.0, min(round(float(exercise.score), 6), most)) if exercise else 0.0


def _score(exercise: ExerciseResult | None, most: float, verdict: Verdict) -> dict[str, Any]:
    score = points(exercise, most)
    html = template("cell.html").render(exercise=exercise, score=score, most=most, verdict=verdict, hints=hints, why=why, grid_of=grid_of)
    data = {"text/plain": repr(score), "text/html": html}
    return {"output_type": "execute_result", "execution_count": None, "metadata": {}, "data": data}


def _summary(verdict: Verdict, remarks: Sequence[str], late: Late) -> dict[str, Any]:
    """What concerns the whole notebook; the reason of a fault of ours is for the instructor, who reads it in the report."""
    score = f"{plain(verdict.score, 2)} of {plain(verdict.max_score, 2)} points by automatic checks."
    lines = {
        Status.GRADED: [score, headline(verdict)],
        Status.PARTIAL: [score, "Part of your notebook could not be run.", verdict.reason, headline(verdict)],
        Status.UNREADABLE: ["Your file could not be read, so there is nothing to grade yet.", verdict.reason],
        Status.ERROR: ["Grading stopped, and that is our fault, not yours. Your work is safe."],
    }[verdict.status]
    if verdict.sandbox == "none":
        lines.append("Graded without a sandbox: for a grade that counts, it has to be graded again inside one.")
    lines += [late.words, *verdict.notes[:SHOWN], *remarks[:SHOWN]]
    lines += [f"and {len(remarks) - SHOWN} more"] * (len(remarks) > SHOWN)
    lines = [clean(line) for line in lines if line]
    html = template("summary.html").render(lines=lines)
    return {"output_type": "display_data", "metadata": {}, "data": {"text/plain": "\n".join(lines), "text/html": html}}


def _error(error: CellError) -> dict[str, Any]:
    """What a cell raised, or why it was left out; nothing of it is markup or an escape sequence."""
    kind, found, message = error.message.partition(": ")
    where = f"line {error.line}: " if error.line else ""
    text = clean(error.message)
    return {"output_type": "error", "ename": clean(kind if found else "", 80), "evalue": clean(message), "traceback": [where + text]}


def _hidden(cell: Cell) -> Cell:
    """A cell whose text nbconvert's pages leave out: the setup is long and nobody's work."""
    return cell | {"metadata": cell["metadata"] | {"transient": {"remove_source": True}}}
