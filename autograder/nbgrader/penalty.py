"""Late penalties in nbgrader's gradebook: as course.yaml says, and taken off what the machine gave, not off marks by hand."""

from datetime import UTC
from typing import Any

from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor

from autograder.course import load_course


class SavePenalty(NbGraderPreprocessor):
    """Writes due date, extension and penalty of one submission; leaves due dates alone that course.yaml does not set."""

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """The notebook as it is; what it says is in the gradebook."""
        names, course = resources["nbgrader"], load_course()
        with Gradebook(names["db_url"]) as gradebook:
            submission = gradebook.find_submission(names["assignment"], names["student"])
            notebook = gradebook.find_submission_notebook(names["notebook"], names["assignment"], names["student"])
            submitted = submission.timestamp.replace(tzinfo=UTC) if submission.timestamp else None
            late = course.late(names["notebook"], names["student"], submitted)
            if due := course.due.get(names["notebook"]):
                submission.assignment.duedate = due.replace(tzinfo=None)
                submission.extension = (late.due or due) - due
            notebook.late_submission_penalty = late.penalty(resources["verdict"].score) or None
            gradebook.db.commit()
        return nb, resources
