"""A course for nbgrader: its configuration, and a source notebook per assignment with all that staff know."""

import json
from typing import Any

from autograder.assignment import ROOT, Assignment
from autograder.course import load_course
from autograder.release.notebook import ANSWER
from autograder.release.source import LINT_COMMENT, Cell
from autograder.release.strip import body_source, exercise_name, heading

BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"

CONFIG = '''\
# How nbgrader works with the course kit. Printed by `make release`; settings of your own go into nbgrader_own.py beside it.
import os
import sys
from importlib.util import find_spec
from pathlib import Path

c = get_config()
c.CourseDirectory.course_id = {course_id!r}

# `nbgrader autograde`, and formgrader's Autograde button, run the sealed grader; nothing of a submission runs in this process.
# If the kit cannot be found they stop, and grade nothing.
KIT = {kit!r}  # where it was when this was printed
if find_spec("autograder") is None:
    sys.path.append(KIT)
if find_spec("autograder") is None:
    print(f"{{__file__}}: the course kit is not at {{KIT}}, so nothing can be autograded: print this course again where the kit is "
          "(make release), or set PYTHONPATH to the kit's folder", file=sys.stderr)
c.Autograde.exporter_class = "autograder.nbgrader.sealed.SealedExporter"
c.Autograde.sanitize_preprocessors = [
    f"nbgrader.preprocessors.{{name}}" for name in ("OverwriteKernelspec", "OverwriteCells", "CheckCellMetadata")
]
c.Autograde.autograde_preprocessors = [
    "autograder.nbgrader.sealed.SealedGrades",
    "nbgrader.preprocessors.SaveAutoGrades",
    "autograder.nbgrader.penalty.SavePenalty",
    "nbgrader.preprocessors.CheckCellMetadata",
]

# Collecting follows no links
c.ExchangeFactory.collect = "autograder.nbgrader.collect.PlainCollect"

# Formgrader's pages and feedback print HTML of students; this filter, the last of those that their Markdown goes through, disarms it
c.HTMLExporter.filters = {{"strip_files_prefix": "autograder.nbgrader.markup.harmless"}}

# What students get in place of a solution
c.ClearSolutions.code_stub = {{"python": "# your code here\\nraise NotImplementedError(\\"still empty: write it here\\")"}}
c.ClearSolutions.text_stub = {text_stub!r}

# nbgrader starts alembic when it makes a gradebook; it lies beside Python, which need not be on PATH
os.environ["PATH"] = os.pathsep.join([os.environ.get("PATH", os.defpath), str(Path(sys.executable).parent)])

if Path(__file__).with_name("nbgrader_own.py").exists():
    load_subconfig("nbgrader_own.py")
'''


def nbgrader_course(assignment: Assignment, cells: list[Cell], files: dict[str, bytes]) -> dict[str, bytes]:
    """The course's configuration, and the assignment's source notebook; every other folder is nbgrader's to make."""
    name = f"{assignment.name}.ipynb"
    course_id = load_course().repository.rpartition("/")[2] or ROOT.name
    return {
        "nbgrader/nbgrader_config.py": CONFIG.format(course_id=course_id, kit=str(ROOT), text_stub=ANSWER).encode(),
        f"nbgrader/source/{assignment.name}/{name}": source_notebook(json.loads(files[name]), cells),
    }


def source_notebook(notebook: dict[str, Any], cells: list[Cell]) -> bytes:
    """The printed notebook with the reference's bodies and the model answers in it, between nbgrader's marks."""
    by_id = {cell["id"]: cell for cell in notebook["cells"]}
    answers = 0
    for cell, follower in zip(cells, [*cells[1:], None], strict=True):
        if cell.tag == "exercise":
            by_id[f"exercise-{exercise_name(cell)}"]["source"] = solved(cell)
        elif cell.tag == "answer":
            answers += 1
            if follower and (follower.kind, follower.tag) == ("markdown", "staff"):
                by_id[f"answer-{answers}"]["source"] = _answered(cell.source, follower.source)
    return (json.dumps(notebook, indent=1, ensure_ascii=False) + "\n").encode()


def solved(cell: Cell) -> str:
    """An exercise cell with its body marked as the solution."""
    body = LINT_COMMENT.sub("", body_source(cell))
    return f"{heading(cell)}\n    {BEGIN}\n{body}\n    {END}"


def _answered(prompt: str, answer: str) -> str:
    """nbgrader replaces all of an answer without marks, so marks are needed only to keep a prompt."""
    return f"{prompt}\n\n{BEGIN}\n{answer}\n{END}" if prompt else answer
