"""The "Open in Colab" badge: in each printed notebook and on the students' page, from one setting."""

import json

import nbformat
import pytest

from autograder.assignment import PRINTED, AssignmentError, assignment_names, load_assignment
from autograder.release.badge import badge, below_title
from autograder.release.course import course_page
from autograder.release.notebook import print_notebook
from autograder.release.source import read_cells

OPEN = "https://colab.research.google.com/github/{}/assignments/{}/{}.ipynb"


@pytest.fixture
def course(tmp_path, monkeypatch):
    """A function that writes the course's settings."""
    monkeypatch.setenv("AUTOGRADER_COURSE_FILE", str(tmp_path / "course.yaml"))
    return lambda **settings: (tmp_path / "course.yaml").write_text(json.dumps(settings))


@pytest.mark.parametrize("name", assignment_names())
def test_printed_notebook_and_page_lead_to_colab(name):
    shown = badge(name)
    first = json.loads((PRINTED / name / f"{name}.ipynb").read_text())["cells"][0]["source"]
    assert first[0].startswith("# ")
    assert first[2] == f"{shown}\n"
    rows = [row for row in (PRINTED / "README.md").read_text().splitlines() if f"]({name}/{name}.ipynb)" in row]
    assert [row.endswith(f"| {shown} |") for row in rows] == [True]


@pytest.mark.parametrize("repository", ["https://github.com/me/my.course", "https://github.com/me/my.course/", "github.com/me/my.course",
                                        "https://github.com/me/my.course.git", "https://www.github.com/me/my.course"])
def test_the_address_is_github_as_colab_writes_it(course, repository):
    course(repository=repository, branch="fall/26")
    where = OPEN.format("me/my.course/blob/fall/26", "rnn", "rnn")
    assert badge("rnn") == f"[![Open in Colab](https://colab.research.google.com/assets/colab-badge.svg)]({where})"


@pytest.mark.parametrize("settings", [{}, {"repository": ""}, {"repository": None}])
def test_without_a_repository_there_is_no_badge(course, settings):
    course(**settings)
    assignments = [load_assignment(name) for name in assignment_names()]
    assert "colab" not in course_page(assignments).lower().replace("open it in colab", "")
    assert "| about |\n" in course_page(assignments)
    notebook = nbformat.reads(print_notebook(assignments[0], read_cells(assignments[0].folder / "reference.py"), ["pass"]), 4)
    assert "colab" not in notebook.cells[0].source
    assert below_title("# A title\n\nText.", "rnn") == "# A title\n\nText."


@pytest.mark.parametrize("repository", ["https://gitlab.com/me/course", "https://github.com/me", "https://github.com/me/course/tree/main",
                                        "https://github.com.evil.org/me/course", "git@github.com:me/course", "https://github.com/me/a)b"])
def test_an_address_that_colab_cannot_open_stops_the_release(course, repository):
    course(repository=repository)
    with pytest.raises(AssignmentError, match=r"course\.yaml: repository is .*where Colab cannot open"):
        badge("rnn")


def test_other_settings_that_make_no_sense_stop_it_too(course):
    course(repository="https://github.com/me/course", branch="a b")
    with pytest.raises(AssignmentError, match="branch is 'a b'"):
        badge("rnn")
    course(repositry="x")
    with pytest.raises(AssignmentError, match="repositry is no setting"):
        badge("rnn")


def test_the_badge_stands_under_the_title(course):
    course(repository="https://github.com/me/course")
    shown = badge("rnn")
    assert below_title("# A title\n\nText.", "rnn") == f"# A title\n\n{shown}\n\nText."
    assert below_title("# A title", "rnn") == f"# A title\n\n{shown}"
