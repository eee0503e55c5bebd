"""Print an exercise's public checks as a test file of Otter's, for those who use Otter on their own machine."""

from typing import Any

from autograder.assignment import Exercise
from autograder.release.bundle import REPLAY, source
from autograder.release.record import pack

FILE = """\
# Public checks of {name}, for Otter. Printed by `make release`, never edited.
from otter.test_files import test_case

OK_FORMAT = False

name = {name!r}
points = None

{source}


RECORDED = load('''
{recorded}
''')


def passes(check, function):
    \"\"\"Raise AssertionError, and say what is wrong, unless the function passes the check.\"\"\"
    report = play({name!r}, function, RECORDED)
    assert not report.unwritten, report.unwritten
    found = next(played.found for played in report.checks if played.name == check)
    assert found is None, "\\n".join(filter(None, [str(found), report.hint]))

{cases}"""

CASE = '''

@test_case(name={check!r}, points={points:g})
def {check}({name}):
    passes({check!r}, {name})
'''


def otter_test(exercise: Exercise, recorded: dict[str, Any]) -> str:
    """The test file: the replaying part of the client, the recorded calls, and one test case for each public check."""
    cases = (CASE.format(check=check["name"], points=check["points"], name=exercise.name) for check in recorded["checks"])
    return FILE.format(name=exercise.name, source=source(REPLAY), recorded=pack(recorded), cases="".join(cases))
