"""Late penalties in nbgrader's gradebook: as course.yaml says, and taken off what the machine gave, not off marks by hand."""

from typing import Any

from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor

from autograder.course import load_course


class SavePenalty(NbGraderPreprocessor):
    """Writes due date, extension and penalty of one submission; a due date that course.yaml does not set is left alone."""

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """The notebook as it is; what it says is in the gradebook."""
        names, late = resources["nbgrader"], resources["late"]
        due = load_course().due.get(names["notebook"])
        with Gradebook(names["db_url"]) as gradebook:
            submission = gradebook.find_submission(names["assignment"], names["student"])
            if due:
                submission.assignment.duedate = due.replace(tzinfo=None)
                submission.extension = late.due - due
            notebook = gradebook.find_submission_notebook(names["notebook"], names["assignment"], names["student"])
            notebook.late_submission_penalty = late.penalty(resources["verdict"].score) or None
            gradebook.db.commit()
        return nb, resources
