"""Grade the one submission in Gradescope's container. Whatever happens, a results.json that says so is there afterwards."""

import json
import os
import time
import traceback
from dataclasses import replace
from typing import Any

from autograder import journal
from autograder.assignment import assignment_names, load_assignment
from autograder.course import load_course
from autograder.gradescope.container import Container, close
from autograder.gradescope.metadata import read_late
from autograder.gradescope.report import not_graded, results
from autograder.gradescope.upload import find_notebook
from autograder.grading import grade_entry, grader_digest
from autograder.sandbox.choose import AUTO, choose


def run(container: Container) -> None:
    """Grade, and write results.json in one step. What is printed is for the instructor only."""
    start = time.monotonic()
    try:
        report = grade(container)
    except Exception:  # ours, whatever it is: the student must not pay for it, nor read what it says of hidden inputs
        traceback.print_exc()
        report = not_graded(_max_score())
    report["execution_time"] = round(time.monotonic() - start, 2)
    journal.write(container.results / "results.json", json.dumps(report, indent=1) + "\n")


def grade(container: Container) -> dict[str, Any]:
    """The report on the submission; the zip holds one assignment."""
    os.umask(0o022)
    (name,) = assignment_names()
    close(container.private)
    course = load_course()
    backend, remark = choose((*AUTO, "user"), container.private)
    assignment = load_assignment(name)
    verdict = grade_entry(find_notebook(container.submission, name), name, backend, grader_digest(assignment))
    late, note = read_late(container.metadata, course.policy)
    print(f"{name}: {verdict.status}, {verdict.score:g} of {verdict.max_score:g}, sandbox {backend}", remark, verdict.reason, sep="\n")
    return results(verdict, course.hidden_checks, replace(late, zone=course.zone), note)


def _max_score() -> float:
    try:
        return sum(load_assignment(name).max_score for name in assignment_names())
    except Exception:
        return 0.0
