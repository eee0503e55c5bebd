"""Every assignment, printed, solved, handed in and graded in the sandbox: full marks for what is right, nothing for a stub."""

import nbformat
import pytest

from autograder.assignment import assignment_names, load_assignment
from autograder.grade import grade_class
from autograder.results import Status
from tests.filling import CORRECT, filled, in_style, printed, references

EACH = pytest.mark.parametrize("name", assignment_names())


@EACH
@pytest.mark.xdist_group("sealed course")
def test_right_work_in_every_style_earns_full_marks_and_a_stub_nothing(name, tmp_path):
    class_folder = tmp_path / "class"
    class_folder.mkdir()
    work = {f"like-{path.stem}": in_style(name, path.stem) for path in sorted((CORRECT / name).glob("*.py"))}
    work |= {"reference": filled(name, references(name)), "untouched": printed(name)}
    for student, notebook in work.items():
        nbformat.write(notebook, class_folder / f"{student}.ipynb")
    verdicts = {verdict.student: verdict for verdict in grade_class(name, class_folder, tmp_path / "out", jobs=1)}
    assert len(verdicts) == len(work) > 3
    assert verdicts.pop("untouched").score == 0
    exercises = load_assignment(name).exercises
    for student, verdict in verdicts.items():
        results = [result for result in verdict.exercises if result.name != "predictions"]  # nobody trained: test_training_grade.py
        failed = [(e.name, c.name, c.message) for e in results for c in e.checks if c.outcome != "passed"]
        assert (student, verdict.status, verdict.cell_errors, failed) == (student, Status.GRADED, (), [])
        assert verdict.score == sum(exercise.max_score for exercise in exercises)
        assert verdict.max_score == load_assignment(name).max_score
