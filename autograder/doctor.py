"""What works on this machine: one row per thing the kit needs."""

import importlib.metadata
import os
import platform
import shutil
import sys

from autograder.assignment import AssignmentError, assignment_names, load_assignment
from autograder.sandbox.choose import INSTALL, choose
from autograder.sandbox.launch import SandboxError
from autograder.secret import secret_path

Row = tuple[str, str, str]


def examine_machine() -> tuple[list[Row], bool]:
    """Rows of (ok, no or note; what; remark), and whether this machine can print and grade."""
    rows: list[Row] = [("ok", "Python", f"{platform.python_version()} at {sys.executable}"),
                       ("ok", "system", f"{platform.system()} {platform.release()}, {os.cpu_count()} cores, "
                        f"{'root' if os.getuid() == 0 else 'user ' + str(os.getuid())}")]
    rows += [_package(name) for name in ("numpy", "otter-grader", "nbgrader", "ipython", "jupytext", "pyseccomp")]
    rows.append(_package("tensorflow", "note"))
    sandboxes = [_sandbox(backend) for backend in ("bwrap", "landlock")]
    rows += sandboxes
    if not any(mark == "ok" for mark, _, _ in sandboxes):
        rows.append(("no", "sealed grading", INSTALL))
    rows.append(("note", *_sandbox("user")[1:]))  # never chosen here: for a container of its own, as Gradescope's
    rows.append(("ok" if secret_path().exists() else "note", "course secret",
                 str(secret_path()) if secret_path().exists() else "not made yet: the first grading run makes it"))
    rows += [_assignment(name) for name in assignment_names()]
    graders = any(mark == "ok" for mark, _, _ in sandboxes)
    return rows, graders and not any(mark == "no" for mark, what, _ in rows if not what.startswith("sandbox"))


def _package(name: str, otherwise: str = "no") -> Row:
    try:
        return "ok", name, importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        remark = "" if otherwise == "no" else ": needed to grade Keras models, for Keras labs and by make test"
        return otherwise, name, f"not installed{remark}"


def _sandbox(backend: str) -> Row:
    try:
        choose(backend)
    except SandboxError as error:
        return "no", f"sandbox {backend}", str(error).splitlines()[0]
    where = {"bwrap": shutil.which("bwrap"), "landlock": "in this kernel", "user": "on file permissions"}[backend]
    return "ok", f"sandbox {backend}", f"{where}; self-test: nothing got out"


def _assignment(name: str) -> Row:
    try:
        assignment = load_assignment(name)
    except AssignmentError as error:
        return "no", f"assignment {name}", str(error)
    mistakes = sum(len(exercise.mistakes) for exercise in assignment.exercises)
    return "ok", f"assignment {name}", f"{len(assignment.exercises)} exercises, {assignment.max_score:g} points, {mistakes} named mistakes"
