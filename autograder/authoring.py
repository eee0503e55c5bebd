"""What `reference.py` calls `grader` and `start` while it is imported as a module: all but the functions waits for the printed notebook."""

from typing import Any

from autograder.client.picture import pyplot, show


class _NotebookOnly:
    """Stands where the printed notebook has its grader: nothing is ready, and checking does nothing."""

    pyplot, show = staticmethod(pyplot), staticmethod(show)

    def ready(self, *exercises: str) -> bool:
        """Whether these exercises are written: never here, so that importing a reference draws no picture."""
        return False

    def check(self, exercise: str) -> None:
        """Nothing: the printed notebook checks."""

    def check_all(self) -> None:
        """Nothing: the printed notebook checks."""

    def export(self) -> None:
        """Nothing: the printed notebook exports."""


grader = _NotebookOnly()


def start(preset: str, backend: str) -> Any:
    """Nothing: the printed notebook trains, and so does `python -m autograder train`, which puts its own in this place."""
