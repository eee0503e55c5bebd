"""What a worker may see: the interpreter, the packages an assignment names, and the few files that run inside. Nothing else."""

import functools
import importlib.metadata
import os
import site
import sys
import sysconfig
from collections.abc import Iterable
from pathlib import Path

from packaging.requirements import Requirement

from autograder import description, values, wire

ALWAYS = ("ipython", "numpy")  # cells run with IPython, values cross as arrays
INSIDE = Path(__file__).parent / "inside"
SYSTEM = ("/usr", "/bin", "/sbin", "/lib", "/lib64", "/etc/ld.so.cache", "/etc/alternatives", "/etc/localtime")


class ViewError(ValueError):
    """A package that an assignment names is not installed."""


def kit_files() -> list[Path]:
    """The modules that run inside the sandbox."""
    return [*sorted(INSIDE.glob("*.py")), *(Path(str(module.__file__)) for module in (description, values, wire))]


@functools.cache
def package_files(names: tuple[str, ...]) -> dict[str, Path]:
    """Top-level files and folders in site-packages of these distributions and all they need, by their name there.

    Raises ViewError if one is missing. Everything else in the environment (Keras, this grader, Otter) stays out of sight.
    """
    wanted, entries = list(ALWAYS + names), {}
    seen: set[str] = set()
    while wanted:
        name = wanted.pop()
        if name.lower() in seen:
            continue
        seen.add(name.lower())
        try:
            distribution = importlib.metadata.distribution(name)
        except importlib.metadata.PackageNotFoundError:
            raise ViewError(f"the sandbox needs the package {name}, which is not installed here: make .venv/dev installs it") from None
        base = Path(str(distribution.locate_file("")))
        for file in distribution.files or ():
            top = file.parts[0]
            if top not in ("..", "__pycache__", "bin") and not top.endswith(".pth"):
                entries[top] = base / top
        for text in distribution.requires or ():
            requirement = Requirement(text)
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                wanted.append(requirement.name)
    return {top: path for top, path in sorted(entries.items()) if path.exists()}


def interpreter() -> Path:
    """The real interpreter, out of any virtual environment."""
    return Path(os.path.realpath(sys.executable))


def interpreter_paths() -> list[str]:
    """Folders the interpreter itself needs."""
    paths = {sys.base_prefix, sys.base_exec_prefix, str(interpreter()), *sysconfig_paths()}
    return sorted(p for p in paths if not p.startswith("/usr/") or p.startswith("/usr/local"))


def sysconfig_paths() -> list[str]:
    """The standard library's folders."""
    base = {"base": sys.base_prefix, "platbase": sys.base_exec_prefix, "installed_base": sys.base_prefix}
    return sorted({sysconfig.get_path(name, vars=base) for name in ("stdlib", "platstdlib")})


def foreign_packages() -> list[str]:
    """Folders under the paths above that hold packages nobody named: they are hidden."""
    versions = [f"{p}/site-packages" for p in sysconfig_paths()]
    debian = ["/usr/lib/python3/dist-packages", *map(str, Path("/usr/local/lib").glob("python3*/*-packages"))]
    return sorted({p for p in [*versions, *debian, *site.getsitepackages([sys.base_prefix])] if os.path.isdir(p)})


def environment() -> dict[str, str]:
    """All the environment variables a worker has. Threads: one, so that a class shares the cores fairly."""
    threads = [f"{name}_THREADS" for name in ("OMP_NUM", "OPENBLAS_NUM", "MKL_NUM", "NUMEXPR_NUM", "TF_NUM_INTRAOP", "TF_NUM_INTEROP")]
    quiet = {"TF_CPP_MIN_LOG_LEVEL": "3", "CUDA_VISIBLE_DEVICES": "-1"}  # nothing to log, no GPU to look for
    return {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "PYTHONHASHSEED": "0", **quiet, **dict.fromkeys(threads, "1")}


def open_to_others(packages: tuple[str, ...]) -> bool:
    """Whether a user id that owns nothing can reach the interpreter and the packages (not so under a private /root)."""
    places = [Path(p) for p in interpreter_paths()] + list(package_files(packages).values())
    return all(parent.stat().st_mode & 0o001 for place in places for parent in place.parents)


def existing(paths: Iterable[str]) -> list[str]:
    """Those of the paths that are there."""
    return [path for path in paths if os.path.lexists(path)]
