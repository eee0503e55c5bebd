"""Runs a lecture as a student who has solved everything: given cells, exercises and labs, with every picture recorded."""

import ast
import functools
import importlib.util
import warnings
from types import SimpleNamespace
from typing import Any

import jupytext

from autograder.assignment import SOLUTIONS
from autograder.client.picture import pyplot

HAS_KERAS = importlib.util.find_spec("tensorflow") is not None


class Screen:
    """What labs show, in order: figures and the sentences below them."""

    def __init__(self) -> None:
        self.figures: list[Any] = []
        self.captions: list[str] = []

    def show(self, figure: Any, sentence: str) -> None:
        """Take the picture as `grader.show` does."""
        from matplotlib.pyplot import close

        self.figures.append(figure)
        self.captions.append(sentence)
        close(figure)


class Lecture:
    """`names`: what the notebook defines after all its cells; `screen`: what they showed; `labs`: their sources."""

    def __init__(self, assignment: str) -> None:
        import matplotlib

        matplotlib.use("agg")
        self.path = SOLUTIONS / assignment / "reference.py"
        code = [cell for cell in jupytext.read(self.path).cells if cell.cell_type == "code"]
        self.cells = [(cell.metadata["tags"], cell.source) for cell in code
                      if not {"staff", "training"}.intersection(cell.metadata["tags"])]
        self.labs = [source for tags, source in self.cells if "lab" in tags]
        self.screen = Screen()
        self.names = self._fresh(self.screen)
        for number, (_, source) in enumerate(self.cells):
            exec(compile(source, f"{assignment}, code cell {number}", "exec"), self.names)

    def again(self, lab: int, **changed: Any) -> Screen:
        """What one lab (they count from 0) shows when other names stand in the notebook: again(0, lstm_step=wrong)."""
        screen = Screen()
        names = self.names | {"grader": self._fresh(screen)["grader"]} | changed
        exec(compile(self.labs[lab], "a lab", "exec"), names)
        return screen

    def exercises(self) -> list[ast.FunctionDef]:
        """The functions that students write, in order."""
        return [ast.parse(source).body[0] for tags, source in self.cells if "exercise" in tags]  # type: ignore[misc]

    def _fresh(self, screen: Screen) -> dict[str, Any]:
        nothing = lambda *args: None  # noqa: E731  a verb that does nothing is no function of its own
        grader = SimpleNamespace(ready=lambda *names: True, pyplot=pyplot, show=screen.show, check=nothing, check_all=nothing)
        return {"grader": grader, "__name__": "__main__"}


@functools.cache
def lecture(assignment: str) -> Lecture:
    """The lecture of an assignment, run once in this process; TensorFlow, where it is installed, is loaded for it."""
    if HAS_KERAS:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # TensorFlow's own, while it loads
            import keras  # noqa: F401  loaded here so that the labs' own warnings are errors
    return Lecture(assignment)
