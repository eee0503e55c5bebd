"""Ask a worker to do things, as the grader does."""

from typing import Any

from autograder.sandbox.worker import Worker


def run(worker: Worker, source: str, index: int = 1, seconds: float = 20) -> dict[str, Any]:
    """Run a cell."""
    return worker.ask(seconds, do="cell", index=index, source=source)


def call(worker: Worker, name: str, *args: Any) -> dict[str, Any]:
    """Call one of the student's functions."""
    return worker.ask(20, do="call", name=name, args=args, kwargs={})
