"""The path through the course: printed from front matter, and refused where it contradicts itself."""

from dataclasses import replace

import pytest

from autograder.assignment import PRINTED, AssignmentError, assignment_names, load_assignment
from autograder.release.course import course_page


@pytest.fixture(scope="module")
def course():
    return [load_assignment(name) for name in assignment_names()]


def test_every_assignment_has_its_row(course):
    page = course_page(course)
    for assignment in course:
        assert f"| {assignment.order} | [{assignment.title}]({assignment.name}/{assignment.name}.ipynb) |" in page
        assert (PRINTED / assignment.name / f"{assignment.name}.ipynb").is_file()
    assert (PRINTED / "README.md").read_text() == page


def test_the_path_of_the_curriculum(course):
    assert [a.name for a in course] == ["activations", "rnn", "bptt", "lstm", "gru", "conv1d", "windowing", "attention",
                                        "forecast", "classify", "anomaly", "generate", "tag", "translate"]


def test_requiring_what_comes_later_is_refused(course):
    first, second = course[:2]
    with pytest.raises(AssignmentError, match=r"activations/reference.py: front matter: requires 'rnn', which is no assignment"):
        course_page([replace(first, requires=(second.name,)), second])


def test_two_assignments_in_one_place_are_refused(course):
    first, second = course[:2]
    with pytest.raises(AssignmentError, match=f"order {first.order} is taken by another assignment"):
        course_page([first, replace(second, order=first.order)])
