"""What makes a Gradescope zip an autograder for stock Otter too: `otter run submission.ipynb -a dist/gradescope/<name>.zip`.

Otter runs a submission's cells in a kernel, and these test files in the same kernel afterwards: nothing is sealed there. They
read the checks from the machine and the solutions that lie beside them in the zip.
"""

import json

from autograder.assignment import Assignment

CONFIG = {"lang": "python", "pdf": False}
TEST = '''\
# Checks of {exercise}, for stock Otter. They run in the student's kernel, so code there can read and change them.
import sys
from pathlib import Path

for kit in Path("../source").resolve(), Path.cwd():  # where `otter run` unpacks the zip; where you did
    if (kit / "solutions").is_dir() and str(kit) not in sys.path:
        sys.path.insert(0, str(kit))

from autograder.ottertests import test_case
from solutions.{assignment} import check_{exercise} as checks

OK_FORMAT = False

name = {exercise!r}
points = None
EXERCISES = {exercises!r}


def hidden_from(case):
    """The check as it is, but of the student's names it gets the exercises alone: `rng` may be a name of theirs."""

    @test_case(case.name or case.test_func.__name__, case.points, case.hidden)
    def run(env):
        try:
            case.call_func({{exercise: env.get(exercise) for exercise in EXERCISES}})
        except SystemExit as end:  # Otter would give no result at all
            raise RuntimeError("your function ends the program") from end

    return run


globals().update({{key: hidden_from(case) for key, case in vars(checks).items() if isinstance(case, test_case)}})
'''


def otter_files(assignment: Assignment) -> dict[str, bytes]:
    """Members for a zip that holds autograder/ and solutions/<name>/ at its top: Otter's settings, and a test file by exercise."""
    exercises = tuple(exercise.name for exercise in assignment.exercises)
    tests = {f"tests/{name}.py": TEST.format(assignment=assignment.name, exercise=name, exercises=exercises).encode() for name in exercises}
    return {"otter_config.json": json.dumps(CONFIG, indent=2).encode(), **tests}
