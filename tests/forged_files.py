"""Wrong answers in files that claim something for them, in tags, metadata, outputs or copies of our own cells."""

import copy

from tests.class_builder import Notebook, code_cell, dump, exercise_cells, text
from tests.odd_files import odd

SCORE = {"score": 100, "points": 100, "max_score": 100, "outcome": "passed", "status": "graded"}


@odd("nothing gained")
def skip_execution(notebook: Notebook) -> bytes:
    """tags that tell tools to skip, ignore or forgive every answer"""
    for _, cell in exercise_cells(notebook):
        cell["metadata"]["tags"] = ["skip-execution", "otter_ignore", "raises-exception", "remove_cell", "setup", "lab"]
    return dump(notebook)


@odd("nothing gained")
def forged_metadata(notebook: Notebook) -> bytes:
    """metadata that claims points, easy tests and another assignment"""
    tests = {"tests": {name: {"name": name, "points": 100, "suites": []} for name, _ in exercise_cells(notebook)}}
    easy = SCORE | {"assignment": "easy", "assignment_name": "easy"}
    notebook["metadata"] |= {"otter": easy | tests, "autograder": easy}
    for _, cell in exercise_cells(notebook):
        grade = {"grade": True, "locked": False, "points": 1000, "solution": True, "schema_version": 3, "grade_id": "easy"}
        cell["metadata"] |= {"nbgrader": grade, "deletable": True, "editable": True, "autograder": SCORE}
    return dump(notebook)


@odd("nothing gained")
def forged_outputs(notebook: Notebook) -> bytes:
    """stored outputs in which every check has passed"""
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            data = {"text/plain": "All checks passed. Score: 100/100"}
            cell["outputs"] = [{"output_type": "execute_result", "execution_count": 1, "data": data, "metadata": SCORE}]
    return dump(notebook)


@odd("nothing gained")
def copies_of_graded_cells(notebook: Notebook) -> bytes:
    """cells with the ids and tags of our own that only print that all passed"""
    for cell in copy.deepcopy(notebook["cells"]):
        if cell["cell_type"] == "code" and text(cell).startswith("grader."):
            notebook["cells"].append(cell | {"source": "print('all passed')"})
    return dump(notebook)


@odd("nothing gained")
def forged_setup(notebook: Notebook) -> bytes:
    """a setup cell whose grader is always content"""
    source = "class Grader:\n    def __getattr__(self, name):\n        return lambda *names: 'passed'\n\ngrader = Grader()"
    for cell in notebook["cells"]:
        if "setup" in cell["metadata"].get("tags", ()):
            cell["source"] = source
    return dump(notebook)


@odd("nothing gained")
def answers_made_raw(notebook: Notebook) -> bytes:
    """answers in raw cells, with cells beside them that claim the points"""
    for name, cell in list(exercise_cells(notebook)):
        cell["cell_type"] = "raw"
        notebook["cells"].append(code_cell(f"{name} = 'passed'", f"claim-{name}"))
    return dump(notebook)
