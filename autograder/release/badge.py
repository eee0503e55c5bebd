"""The "Open in Colab" badge, which leads to a printed notebook in the course's repository. Colab opens what is on GitHub only."""

import re

from autograder.assignment import AssignmentError
from autograder.course import CourseError, course_path, load_course

IMAGE = "https://colab.research.google.com/assets/colab-badge.svg"
GITHUB = re.compile(r"(?:https://)?(?:www\.)?github\.com/([\w.-]+/[\w.-]+?)(?:\.git)?/?", re.ASCII)
BRANCH = re.compile(r"[\w./-]+", re.ASCII)


def badge(name: str) -> str:
    """The badge of an assignment, in Markdown; "" without a repository. Raises AssignmentError if Colab could not open it."""
    try:
        course = load_course()
    except CourseError as error:
        raise AssignmentError(str(error)) from None
    if not course.repository:
        return ""
    found = GITHUB.fullmatch(course.repository)
    if not found:
        raise AssignmentError(f"{course_path()}: repository is {course.repository!r}, where Colab cannot open notebooks: "
                              "give https://github.com/OWNER/NAME, or nothing, for notebooks without a badge")
    if not BRANCH.fullmatch(course.branch):
        raise AssignmentError(f"{course_path()}: branch is {course.branch!r}, which is no name of a branch")
    address = f"https://colab.research.google.com/github/{found[1]}/blob/{course.branch}/assignments/{name}/{name}.ipynb"
    return f"[![Open in Colab]({IMAGE})]({address})"


def below_title(markdown: str, name: str) -> str:
    """An assignment's first cell with the badge under its title."""
    title, _, rest = markdown.partition("\n")
    shown = badge(name)
    return f"{title}\n\n{shown}\n{rest}".rstrip() if shown else markdown
