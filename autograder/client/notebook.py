"""`grader`, as a student's notebook has it."""

import difflib
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from autograder.client.handin import NotFound, hand_in
from autograder.client.page import as_html, table_html
from autograder.client.picture import pyplot, show
from autograder.client.replay import Report, load, play, unwritten
from autograder.client.words import as_text, table_text

UNSEALED = ("Points come from the sealed grader, not from this cell. Autograde in the course that `make release` prints, "
            "dist/nbgrader/, whose nbgrader_config.py runs it; or grade with: python -m autograder grade")


class Grader:
    """Checks the functions of a notebook against recorded calls; each verb prints, and raises nothing except inside nbgrader."""

    pyplot, show = staticmethod(pyplot), staticmethod(show)  # for labs

    def __init__(self, assignment: str, recorded: dict[str, str], namespace: dict[str, Any]) -> None:
        self._assignment, self._texts, self._namespace = assignment, recorded, namespace
        self._loaded: dict[str, dict[str, Any]] = {}
        self.files: dict[str, Callable[[], list[str]]] = {}  # what else is graded: each says what is wrong with it

    def __repr__(self) -> str:
        return f"grader of {self._assignment}: check(\"name\"), check_all(), ready(\"name\", ...), export()"

    def check(self, exercise: str = "") -> None:
        """Run the public checks of one exercise: grader.check("name").

        In nbgrader a cell that raises nothing earns full points: so where it grades by running notebooks this raises RuntimeError,
        and where it validates, AssertionError if a check fails.
        """
        nbgrader = os.environ.get("NBGRADER_EXECUTION", "")
        if nbgrader == "autograde":
            raise RuntimeError(UNSEALED)
        name = getattr(exercise, "__name__", exercise)
        if name in self.files:
            wrong = self.files[name]()
            print("\n".join([f"{name}: not yet", *wrong]) if wrong else f"{name}: as they must be. The score comes with the grade.")
            if nbgrader == "validate" and wrong:
                raise AssertionError("\n".join(wrong))
            return
        if self._unknown(name):
            return
        report = self._play(name)
        _show(as_text(report), as_html(report))
        if nbgrader == "validate" and not report.all_passed:
            raise AssertionError(as_text(report))

    def check_all(self) -> None:
        """Run all public checks, and show where each exercise stands."""
        reports = [self._play(name) for name in self._texts]
        _show(table_text(reports), table_html(reports))

    def ready(self, *exercises: str) -> bool:
        """Whether these exercises are written, right or wrong; if not, print which are still missing."""
        if any(self._unknown(name) for name in exercises):
            return False
        reasons = [unwritten(name, self._namespace.get(name), self._calls(name), self._texts) for name in exercises]
        if missing := list(dict.fromkeys(filter(None, reasons))):
            print(f"This part waits for your functions: {'; '.join(missing)}.")
        return not missing

    def export(self, notebook: str | None = None) -> None:
        """Pack the notebook to be handed in; notebook: its file, where it cannot be found."""
        try:
            message = hand_in(self._assignment, self._namespace, notebook)
        except NotFound as problem:
            message = f"Nothing was packed. {problem}"
        except Exception as error:  # whatever a notebook service does: a student needs a way out, not a traceback
            message = (f"Nothing was packed ({type(error).__name__}: {error}). "
                       "Download the notebook (File > Download) and hand in the .ipynb file itself.")
        print(message)

    def _play(self, name: str) -> Report:
        report = play(name, self._namespace.get(name), self._calls(name), self._texts)
        if report.checks and not report.all_passed:
            for other in self._calls(name)["builds_on"]:
                if not self._play(other).all_passed:
                    return replace(report, note=f"{name} builds on {other}, whose checks do not all pass: look there first.")
        return report

    def _calls(self, name: str) -> dict[str, Any]:
        if name not in self._loaded:
            self._loaded[name] = load(self._texts[name])
        return self._loaded[name]

    def _unknown(self, name: Any) -> bool:
        if name in self._texts:
            return False
        near = difflib.get_close_matches(str(name), self._texts, 1)
        print(f"No exercise is called {name!r}{f', do you mean {near[0]!r}' if near else ''}. "
              f"The exercises are: {', '.join(self._texts)}.")
        return True


def _show(text: str, html: str) -> None:
    ipython = sys.modules.get("IPython")
    if ipython and ipython.get_ipython():
        from IPython.display import display

        display({"text/plain": text, "text/html": html}, raw=True)
    else:
        print(text)
