"""Find the notebook that is being worked on, wherever that is, and pack it to be handed in."""

import json
import os
import sys
import time
import zipfile
from pathlib import Path
from typing import Any


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
    _zip(target, file.name, file.read_bytes())
    return (f"Packed {file.name}, as saved {_ago(file.stat().st_mtime)}, into {target}. Hand in this zip.\n"
            "If you changed anything since then, save the notebook (Ctrl+S or Cmd+S) and run this cell again.")


def _from_colab(assignment: str, target: str) -> str:
    from google.colab import _message, files

    notebook = _message.blocking_request("get_ipynb", timeout_sec=60)["ipynb"]
    _zip(target, f"{assignment}.ipynb", json.dumps(notebook, indent=1).encode())
    files.download(target)
    return f"Packed this notebook into {target}, and your browser downloads it. Hand in this zip."


def _given(path: str) -> Path:
    if not Path(path).is_file():
        raise NotFound(f"There is no file {path} in {Path.cwd()}.")
    return Path(path)


def _find(assignment: str, namespace: dict[str, Any]) -> Path:
    session = os.environ.get("JPY_SESSION_NAME", "")  # Jupyter's: a path, or a name beside the working folder
    named = [Path(str(namespace.get("__vsc_ipynb_file__", ""))), Path(session), Path(Path(session).name)]
    for file in named:
        if file.suffix == ".ipynb" and file.is_file():
            return file
    found = [file for file in sorted(Path().glob("*.ipynb")) if _is_of(assignment, file)]
    if len(found) == 1:
        return found[0]
    if found:
        names = " or ".join(f'grader.export("{file.name}")' for file in found)
        raise NotFound(f"More than one file here is a notebook of this assignment. Say which: {names}")
    raise NotFound('This notebook\'s file is not in the working folder. Write grader.export("path/to/your/notebook.ipynb"), '
                   "or download the notebook (File > Download) and hand in the .ipynb file itself.")


def _is_of(assignment: str, file: Path) -> bool:
    try:
        return json.loads(file.read_text("utf-8"))["metadata"]["autograder"]["assignment"] == assignment
    except (OSError, ValueError, KeyError, TypeError):
        return False


def _zip(target: str, name: str, data: bytes) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)


def _ago(then: float) -> str:
    minutes = int(max(0, time.time() - then) / 60)
    at = time.strftime("at %H:%M", time.localtime(then))
    if minutes < 1:
        return f"{at}, less than a minute ago"
    if minutes < 100:
        return f"{at}, {minutes} minute{'s' * (minutes > 1)} ago"
    return f"{at}, {minutes // 60} hours ago" if minutes < 3000 else f"{minutes // 1440} days ago"
