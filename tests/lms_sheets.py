"""Sheets as Canvas and Moodle export them, and folders as `grade` leaves them, for tests that fill the one from the other."""

import csv
import functools
import io

import pytest

from autograder import journal
from autograder.assignment import load_assignment
from autograder.cli import main
from autograder.gradebook_csv import grades_csv
from autograder.results import Status, Verdict
from tests.verdicts import check, exercise

NAME = "lstm"
CANVAS = (
    'Student,ID,SIS User ID,SIS Login ID,Section,Notes,"Week, one (77)",LSTM (555),Assignments Current Score,Current Score,Final Score\n'
    ",,,,,,,Manual Posting,,,\n"
    '"    Points Possible",,,,,,5,{most},(read only),(read only),(read only)\n'
    '"O, Brien",123,s-1,ann@uni.example,A,"said ""hi""",4,,80.00,80.00,40.00\n'
    "Lee; Bo,124,s-2,bo,A,-5,N/A,3,,,\n"
    '"Chen, Di",125,s-3,di,A,"two\nlines",,EX,,,\n'
    '"Chen, Di",126,s-4,di2,B,,,,,,\n'
    "\n"
    '"Student, Test",900,,,A,,,,,,\n'
)
MOODLE = (
    "Identifier,\"Full name\",\"Email address\",Status,Grade,\"Maximum Grade\",\"Grade can be changed\",\"Last modified (submission)\","
    "\"Last modified (grade)\",\"Feedback comments\"\r\n"
    'Participant 1234,"Ann O, Brien",ann@uni.example,"Submitted for grading - ",,{most},Yes,"Friday, 20 November 2026, 10:00 AM",-,\r\n'
    "Participant 1235,Bo Lee,bo@uni.example,-,2.00,{most},Yes,-,-,kept\r\n"
    "Participant 1236,Cy Ü,cy@uni.example,-,,{most},No,-,-,\r\n"
    "Participant 1237,Di Chen,di@uni.example,-,,{most},Yes,-,-,\r\n"
)
DUE = "due: {lstm: 2026-11-20 12:00}\nlate: {percent_per_day: 50}\n"


@functools.cache
def most():
    """The points that the machine has to give."""
    return load_assignment(NAME).max_score


def verdict(student, points, lms="", **more):
    return Verdict(student, NAME, f"{student[:9]}.ipynb", "ab", "g", more.pop("status", Status.GRADED), "bwrap", 10.0,
                   (exercise("step", check("one", points=points)),), lms=lms, **more)


def grades(out, *verdicts):
    """A folder of results, as `grade` would have left it."""
    for one in verdicts:
        journal.record(out, one)
    journal.write(out / "grades.csv", grades_csv(verdicts, [("step", 10.0)]))
    return out


def export(out, system, text, *options, course=DUE):
    """Export into a sheet that holds text; the exit code, and the file that it should have written."""
    source = out.parent / "sheet.csv"
    source.write_bytes(text.encode())
    target = out.parent / "filled.csv"
    return run(out.parent, "export", NAME, out, f"--{system}", source, "-o", target, *options, course=course), target


def run(folder, *arguments, course=DUE):
    """The exit code of the command line, called in this process."""
    (folder / "course.yaml").write_text(course)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AUTOGRADER_COURSE_FILE", str(folder / "course.yaml"))
        patch.setattr("sys.argv", ["autograder", *map(str, arguments)])
        return main()


def cells(target, parting=","):
    """The values in a sheet."""
    return list(csv.reader(io.StringIO(target.read_bytes().decode("utf-8-sig"), newline=""), delimiter=parting))
