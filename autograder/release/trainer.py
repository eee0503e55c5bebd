"""The second setup cell of a training notebook: the trainer, as readable text, and the data that students get."""

import json

from autograder.assignment import Assignment
from autograder.release.bundle import source
from autograder.training.blob import packed
from autograder.training.task import Task

PARTS = ("form", "blob", "accelerator", "checkpoint", "curve", "fit", "comparison", "handover", "run")
MOST = 900_000  # characters: editors and notebook services become slow beyond, and a submission's cell may have 2**20

CELL = """\
# @title Run this cell too: it brings the data and the trainer. There is nothing to edit in it. {{ display-mode: "form" }}
def start(source, settings, data, names, grader):
    \"\"\"The trainer lives in a module of its own, so that no name of its can meet one of yours.\"\"\"
    from functools import partial
    from json import loads
    from pathlib import Path
    from types import ModuleType

    module = ModuleType("trainer")
    exec(compile(source, "<trainer>", "exec"), vars(module))
    settings, arrays = loads(settings), module.unpacked(data)
    forms = {{name: module.Form(**form) for name, form in settings["forms"].items()}}
    grader.files["predictions"] = lambda: module.found_wrong(Path(), settings["version"], forms)
    return partial(module.start, settings, arrays, names)


start = start(r'''
{source}
''', r'''
{settings}
''', '''
{data}
''', globals(), grader)
print("The data and the trainer are ready.")
"""


def trainer_cell(assignment: Assignment, task: Task) -> str:
    """The cell's text; raises AssignmentError if the data are too large to travel in a notebook."""
    data = packed(task.student_data())
    if len(data) > MOST:
        raise task.error(f"the data make {len(data)} characters; a notebook carries {MOST} at most")
    settings = json.dumps(task.student_settings([e.name for e in assignment.exercises]), indent=1)
    return CELL.format(source=source(tuple(f"training/{part}" for part in PARTS)), settings=settings, data=data).rstrip()
