"""What goes into `dist/` for the places where courses run. Each pack takes an assignment's name and printed files."""

from collections.abc import Callable

from autograder.release.archive import zipped

Pack = Callable[[str, dict[str, bytes]], dict[str, bytes]]


def students(name: str, files: dict[str, bytes]) -> dict[str, bytes]:
    """A zip for students: the notebook, and the public checks for Otter."""
    return {f"students/{name}.zip": zipped({f"{name}/{path}": data for path, data in files.items()})}


PACKS: tuple[Pack, ...] = (students,)
