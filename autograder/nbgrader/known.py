"""Which notebooks of a submission nbgrader is to grade; a student who called the only one something else is graded, too."""

from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook, MissingEntry

from autograder.untrusted import clean


def keep_known(converter: Any) -> None:
    """Leave the assignment's own notebooks in what nbgrader's converter is going to read, and say what is left out.

    Any other file is as a student called it, and could be taken for another assignment's, or have a name that stops nbgrader.
    """
    course = converter.coursedir
    known = _known(course) if converter.assignments else set()
    for folder, notebooks in converter.assignments.items() if known else ():
        ours = [path for path in notebooks if Path(path).stem in known]
        others = [Path(path) for path in notebooks if path not in ours]
        if not ours and len(others) == len(known) == 1 and others[0].is_file() and not others[0].is_symlink():
            named = others[0].with_name(f"{min(known)}.ipynb")
            others[0].rename(named)  # it has to lie there: nbgrader and formgrader look for it again and again
            converter.log.warning("%s: %s is now called %s", folder, clean(others.pop().name, 80), named.name)
            ours = [str(named)]
        for other in others:
            converter.log.warning("%s: %s is not graded: no notebook of the assignment is called so", folder, clean(other.name, 80))
        converter.assignments[folder] = ours


def _known(course: Any) -> set[str]:
    with Gradebook(course.db_url, course.course_id) as gradebook:
        try:
            return {notebook.name for notebook in gradebook.find_assignment(course.assignment_id).notebooks}
        except MissingEntry:
            return set()  # nbgrader says so
