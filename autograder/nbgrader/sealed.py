"""What `nbgrader autograde` and formgrader's Autograde button run: the submission is read as bytes, and graded in the sandbox.

nbgrader reads each notebook, hands it to preprocessors and writes it, twice. Here the first round repairs it, and the second puts
points and feedback, which come from the bytes handed in, into the cells where nbgrader looks for them.
"""

import json
import shutil
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import NotebookExporter
from nbgrader.converters.base import NbGraderException
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Enum, Int

from autograder.assignment import PRINTED
from autograder.course import load_course
from autograder.lms.instant import handed_in
from autograder.nbgrader.batch import Batch, BatchError
from autograder.nbgrader.known import keep_known
from autograder.nbgrader.outputs import show
from autograder.nbgrader.repair import repair
from autograder.results import Status, Verdict
from autograder.roster import Entry
from autograder.submission import Unreadable, read_notebook

Names = dict[str, str]  # as nbgrader has them: student, assignment, notebook


class SealedExporter(NotebookExporter):
    """Reads what was handed in as untrusted bytes, and has it graded in other processes while nbgrader does its own work."""

    sandbox = Enum(["auto", "bwrap", "landlock", "none"], "auto", help="auto takes the best that works").tag(config=True)
    jobs = Int(0, help="grading processes; 0: one per core").tag(config=True)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.converter: Any = self.parent  # nbgrader's Autograde
        self.remarks: tuple[str, ...] = ()
        self.batch = Batch(self.sandbox, self.jobs)
        weakref.finalize(self, self.batch.close)
        keep_known(self.converter)
        try:
            for names in list(self._due()):
                self.batch.send(names["notebook"], self._entry(names))
        except BatchError as problem:
            raise NbGraderException(str(problem)) from None

    def from_filename(self, filename: str, resources: Any = None, **kwargs: Any) -> Any:
        """Convert a notebook; one that comes from a student is repaired first."""
        if not self.converter._sanitizing:
            return super().from_filename(filename, resources, **kwargs)
        names = resources["nbgrader"]
        try:
            student = read_notebook(self._entry(names).path)
        except Unreadable:
            student = None  # the verdict says why
        notebook, self.remarks = repair(self._released(names), student)
        if self.remarks:
            self.log.warning("%s, %s: %s", names["student"], names["notebook"], "; ".join(self.remarks))
        return self.from_notebook_node(nbformat.from_dict(notebook), resources, **kwargs)

    def verdict(self, names: Names) -> Verdict:
        """The verdict on a submission; raises NbGraderException, and nbgrader goes on with the next, if there is none by our fault."""
        try:
            verdict = self.batch.verdict(names["notebook"], self._entry(names))
        except BatchError as problem:
            raise NbGraderException(str(problem)) from None
        if verdict.status is Status.ERROR:
            raise NbGraderException(f"{names['student']} was not graded, and that is not the student's fault: {verdict.reason}")
        return verdict

    def _due(self) -> Iterator[Names]:
        """What nbgrader is going to ask for. What it half graded before it was stopped is removed, for it would never look at it again."""
        converter, course = self.converter, self.converter.coursedir
        for notebooks in converter.assignments.values():
            for names in [converter.init_single_notebook_resources(path)["nbgrader"] for path in notebooks]:
                if names["student"] in (course.student_id_exclude or "").split(","):
                    continue
                folder = Path(course.format_path(course.autograded_directory, names["student"], names["assignment"]))
                if folder.exists() and not _is_graded(folder / f"{names['notebook']}.ipynb"):
                    shutil.rmtree(folder)
                if converter.force or not folder.exists():
                    yield names

    def _entry(self, names: Names) -> Entry:
        course = self.converter.coursedir
        folder = Path(course.format_path(course.submitted_directory, names["student"], names["assignment"]))
        return Entry(names["student"], folder / f"{names['notebook']}.ipynb", submitted=handed_in(folder)[0], own_folder=True)

    def _released(self, names: Names) -> dict[str, Any]:
        """The notebook as students got it. It must not be the source: a solution would stand in place of a lost cell."""
        course, file = self.converter.coursedir, f"{names['notebook']}.ipynb"
        released = Path(course.format_path(course.release_directory, ".", names["assignment"])) / file
        notebook: dict[str, Any] = json.loads((released if released.exists() else PRINTED / names["notebook"] / file).read_text())
        return notebook


class SealedGrades(NbGraderPreprocessor):
    """Puts the sealed grader's points and messages into the grade cells, where nbgrader's own preprocessor reads them."""

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """The notebook with the verdict in it; raises NbGraderException if the two do not fit each other."""
        verdict = self.parent.verdict(resources["nbgrader"])
        _refuse_drift(nb, verdict)
        late = load_course().late(verdict.assignment, verdict.student, verdict.submitted_at)
        nb = nbformat.from_dict(show(nb, verdict, self.parent.remarks, late))
        resources |= {"verdict": verdict, "late": late}
        return nb, resources


def _refuse_drift(nb: Any, verdict: Verdict) -> None:
    """Points in the gradebook that are not the checks' would fail later, without a word on why, or count for nothing."""
    roles = [cell.metadata["nbgrader"] for cell in nb.cells if "nbgrader" in cell.metadata]
    given = {role["grade_id"]: role["points"] for role in roles if role["grade"] and not role["solution"]}
    worth = {exercise.name: exercise.max_score for exercise in verdict.exercises} or given
    for name in sorted(set(given) | set(worth)):
        if given.get(name) != worth.get(name):
            raise NbGraderException(
                f"{name} is worth {worth.get(name, 'no')} points to the checks and {given.get(name, 'no')} points to the gradebook: "
                f"run make release, and nbgrader generate_assignment {verdict.assignment}, before you grade")


def _is_graded(path: Path) -> bool:
    """Whether a notebook in autograded/ shows a verdict: `show` puts its digest there."""
    try:
        return "graded" in json.loads(path.read_text())["metadata"]["autograder"]
    except (OSError, ValueError, KeyError, TypeError):
        return False
