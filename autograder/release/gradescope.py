"""`dist/gradescope/<assignment>.zip`: one assignment's autograder for Gradescope; the same zip is one for stock Otter.

It holds the machine, one assignment's solutions and checks, and the course secret, so that a submission meets the same hidden
inputs there as here and earns the same points: keep it as close as the repository itself.
"""

import json
import re
from pathlib import Path

from autograder.assignment import ROOT, Assignment
from autograder.course import course_path, load_course
from autograder.gradescope.report import not_graded
from autograder.release.lock import pinned
from autograder.release.otter_zip import otter_files
from autograder.sandbox.view import ALWAYS
from autograder.secret import course_secret

SCRIPTS, SECRET = ("setup.sh", "run_autograder"), ".course-secret"
GRADER = ("jinja2", "matplotlib", "pyyaml", "packaging", "pyseccomp", "tzdata")  # what grading imports
ALONE = ("otter-grader",)  # two of its modules are used, none of the eighty packages it asks for
LEFT_OUT = ("autograder/release/", "autograder/templates/")


def files(assignment: Assignment, printed: dict[str, bytes]) -> dict[str, bytes]:
    """The zip's members. printed: the files of `assignments/<name>/`. Raises CourseError if a setting in course.yaml makes no sense."""
    load_course()  # whose errors are better read here than there
    name, folder = assignment.name, ROOT / "autograder" / "gradescope"
    sources = [*ROOT.glob("autograder/**/*.py"), ROOT / "solutions" / "__init__.py"]
    members = {str(path.relative_to(ROOT)): path.read_bytes() for path in sources}
    members |= {f"solutions/{name}/{path.name}": path.read_bytes() for path in assignment.sources}
    if assignment.task:  # hidden labels are made anew from the secret, not carried
        members |= {str(path.relative_to(ROOT)): path.read_bytes() for path in ROOT.glob("datasets/*.py")}
    members = {path: data for path, data in members.items() if not path.startswith(LEFT_OUT)}
    return members | otter_files(assignment) | {
        **{script: (folder / script).read_bytes() for script in SCRIPTS},
        "not_graded.json": json.dumps(not_graded(assignment.max_score), indent=1).encode(),
        f"assignments/{name}/{name}.ipynb": printed[f"{name}.ipynb"],
        "locks/core.txt": _lock(assignment).encode(),
        "locks/uv.txt": _uv(ROOT / "Makefile").encode(),
        "course.yaml": course_path().read_bytes() if course_path().exists() else b"",
        SECRET: course_secret(),
    }


def _lock(assignment: Assignment) -> str:
    return pinned((ROOT / "locks" / "dev.txt").read_text(), {*ALWAYS, *GRADER, *assignment.packages}, ALONE)


def _uv(makefile: Path) -> str:
    """The installer and its version, as the Makefile has them."""
    return re.findall(r"^UV := (uv==\S+)$", makefile.read_text(), re.MULTILINE)[0] + "\n"
