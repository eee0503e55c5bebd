"""Packages that a notebook may import by habit, but that a submission cannot use: importing costs nothing, using is an error."""

import importlib.abc
import importlib.machinery
import sys
from collections.abc import Sequence
from types import ModuleType
from typing import NoReturn

PACKAGES = {"tensorflow", "keras", "torch", "jax", "pandas", "scipy", "sklearn", "statsmodels", "seaborn", "plotly"}


class Absent(ModuleType):
    """A module, class or function that is not there; whatever is asked of it is not there either, and calling it says so."""

    def __getattr__(self, name: str) -> "Absent":
        if name.startswith("__"):
            raise AttributeError(name)
        return Absent(f"{self.__name__}.{name}")

    def __call__(self, *args: object, **kwargs: object) -> NoReturn:
        raise ModuleNotFoundError(f"{self.__name__} is not available while grading: this assignment is solved without it")


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> importlib.machinery.ModuleSpec | None:
        return importlib.machinery.ModuleSpec(name, self, is_package=True) if name.split(".")[0] in PACKAGES else None

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType:
        return Absent(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Nothing to run."""


def install() -> None:
    """Be asked last: what is installed is imported as ever."""
    sys.meta_path.append(_Finder())
