"""Find the notebook that is being worked on, wherever that is, and pack it to be handed in."""

import json
import os
import sys
import time
import zipfile
from pathlib import Path
from typing import Any

CELLS_ONLY = """\
This notebook's file cannot be reached from here, so {target} holds the code cells that you ran, in the order you ran them.
Your answers in words are not in it: to hand them in too, download the notebook (File > Download) and hand in the .ipynb file."""


BESIDE = ("predictions.npz", "run.json")  # what a training task hands in with the notebook


class NotFound(Exception):
    """The notebook's file cannot be found; says what to do instead."""


def hand_in(assignment: str, namespace: dict[str, Any], path: str | None = None) -> str:
    """Write <assignment>_submission.zip into the working folder; what to tell the student about it.

    path: the notebook's file, if it is known. Raises NotFound, or OSError if the zip cannot be written.
    """
    target = f"{assignment}_submission.zip"
    if path is None and "google.colab" in sys.modules:
        return _from_colab(assignment, target)
    file = _given(path) if path else _find(assignment, namespace)
    if file:
        _zip(target, file.name, file.read_bytes())
        said = (f"Packed {file.name}, as saved {_ago(file.stat().st_mtime)}, into {target}. Hand in this zip.\n"
                "If you changed anything since then, save the notebook (Ctrl+S or Cmd+S) and run this cell again.")
    else:
        said = _from_history(assignment, target)
    return said + (_kaggle_link(target) if "KAGGLE_KERNEL_RUN_TYPE" in os.environ else "")


def _from_colab(assignment: str, target: str) -> str:
    from google.colab import _message, files

    try:
        notebook = _message.blocking_request("get_ipynb", timeout_sec=60)["ipynb"]
    except Exception:  # the browser did not answer
        said = _from_history(assignment, target)
    else:
        _zip(target, f"{assignment}.ipynb", json.dumps(notebook, indent=1).encode())
        said = f"Packed this notebook into {target}."
    files.download(target)
    return f"{said}\nYour browser downloads {target}. Hand in this zip."


def _kaggle_link(target: str) -> str:
    from IPython.display import FileLink, display

    display(FileLink(target))
    return f"\nOn Kaggle, {target} stands in the Output panel, under /kaggle/working, or behind the link: download it from there."


def _from_history(assignment: str, target: str) -> str:
    """Pack what was run since the kernel started, without setup and checks; raises NotFound if nobody remembers that."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    ran = shell.history_manager.input_hist_raw if shell and shell.history_manager else []
    cells = [source for source in ran if source.strip() and not _is_ours(assignment, source)]
    if not cells:
        raise NotFound('This notebook\'s file is not in the working folder. Write grader.export("path/to/your/notebook.ipynb"), '
                       "or download the notebook (File > Download) and hand in the .ipynb file itself.")
    notebook = {
        "nbformat": 4, "nbformat_minor": 4, "metadata": {"autograder": {"assignment": assignment, "from": "history"}},
        "cells": [{"cell_type": "code", "metadata": {}, "execution_count": None, "outputs": [], "source": source} for source in cells],
    }
    _zip(target, f"{assignment}.ipynb", json.dumps(notebook, indent=1).encode())
    return CELLS_ONLY.format(target=target)


def _is_ours(assignment: str, source: str) -> bool:
    """Whether a cell is the setup, or a line that asks the grader for something."""
    source = source.strip()
    return _brings_checks(assignment, source) or (source.startswith("grader.") and "\n" not in source)


def _brings_checks(assignment: str, source: str) -> bool:
    return f"Grader({assignment!r}, recorded, namespace)" in source


def _given(path: str) -> Path:
    if not Path(path).is_file():
        raise NotFound(f"There is no file {path} in {Path.cwd()}.")
    if not _sources(Path(path)):
        raise NotFound(f"{path} is not a notebook with code in it.")
    return Path(path)


def _find(assignment: str, namespace: dict[str, Any]) -> Path | None:
    """The notebook's file, if it is where Jupyter or VS Code say, or is the only one of this assignment in the working folder."""
    session = os.environ.get("JPY_SESSION_NAME", "")  # Jupyter's: a path, or a name beside the working folder
    named = [Path(str(namespace.get("__vsc_ipynb_file__", ""))), Path(session), Path(Path(session).name)]
    for file in named:
        if file.suffix == ".ipynb" and _sources(file):
            return file
    found = [file for file in sorted(Path().glob("*.ipynb")) if any(_brings_checks(assignment, source) for source in _sources(file))]
    if len(found) > 1:
        names = " or ".join(f'grader.export("{file.name}")' for file in found)
        raise NotFound(f"More than one file here is a notebook of this assignment. Say which: {names}")
    return found[0] if found else None


def _sources(file: Path) -> list[str]:
    """The code cells of a notebook; none if it is not one: on Kaggle a file of that name holds plain Python."""
    try:
        return ["".join(cell["source"]) for cell in json.loads(file.read_text("utf-8"))["cells"] if cell["cell_type"] == "code"]
    except (OSError, ValueError, KeyError, TypeError):
        return []


def _zip(target: str, name: str, data: bytes) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
        for beside in filter(Path.is_file, map(Path, BESIDE)):
            archive.write(beside, beside.name)


def _ago(then: float) -> str:
    minutes = int(max(0, time.time() - then) / 60)
    at = time.strftime("at %H:%M", time.localtime(then))
    if minutes < 1:
        return f"{at}, less than a minute ago"
    if minutes < 100:
        return f"{at}, {minutes} minute{'s' * (minutes > 1)} ago"
    return f"{at}, {minutes // 60} hours ago" if minutes < 3000 else f"{minutes // 1440} days ago"
