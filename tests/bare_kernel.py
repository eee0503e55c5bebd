"""A Jupyter kernel as on a student's machine: NumPy, Matplotlib and Jupyter, no network, and nothing of this repository.

Run with Python's -I, so that no path leads here. --colab makes it look like Colab's; WITH_KERAS in the environment lets it
have TensorFlow and what that needs.
"""

import importlib.machinery
import os
import sys
from pathlib import Path
from typing import Any

ABSENT = {"autograder", "solutions", "datasets", "otter", "nbgrader", "jupytext", "yaml", "pandas", "sklearn", "statsmodels"}
if "WITH_KERAS" not in os.environ:
    ABSENT |= {"typer", "rich", "scipy", "tensorflow", "keras"}


class Installed(importlib.machinery.PathFinder):
    """Finds what Python finds, but for packages that are to look as if they were not installed."""

    @classmethod
    def find_spec(cls, name: str, path: Any = None, target: Any = None) -> importlib.machinery.ModuleSpec | None:
        return None if name.split(".")[0] in ABSENT else super().find_spec(name, path, target)


def _offline(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "socket.getaddrinfo" or (event == "socket.connect" and arguments[1][0] != "127.0.0.1"):
        raise OSError("Network is unreachable")


def main() -> None:
    """Start the kernel; the connection file is in the arguments, as Jupyter passes it."""
    from ipykernel.ipkernel import IPythonKernel
    from ipykernel.kernelapp import launch_new_instance
    from traitlets import Type

    kernel: Any = IPythonKernel
    if "--colab" in sys.argv:
        sys.argv.remove("--colab")
        sys.path.append(str(Path(__file__).parent / "colab"))
        from google.colab._shell import Shell

        kernel = type("ColabKernel", (IPythonKernel,), {"shell_class": Type(Shell)})
    sys.meta_path = [Installed if finder is importlib.machinery.PathFinder else finder for finder in sys.meta_path]
    sys.addaudithook(_offline)
    launch_new_instance(kernel_class=kernel)


if __name__ == "__main__":
    main()
