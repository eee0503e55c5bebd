"""Run notebooks in kernels of their own: bare, offline, in an empty folder, or in what looks like Colab."""

import copy
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from autograder.assignment import load_assignment

Run = Callable[[Any], Any]


def runner(tmp: Path, *options: str) -> Iterator[Run]:
    """A function that runs a notebook in a fresh kernel whose working folder, tmp/work, holds nothing but the notebook."""
    (tmp / "kernels" / "bare").mkdir(parents=True)
    (tmp / "work").mkdir()
    argv = [sys.executable, "-I", str(Path(__file__).with_name("bare_kernel.py")), "-f", "{connection_file}", *options]
    (tmp / "kernels" / "bare" / "kernel.json").write_text(json.dumps({"argv": argv, "display_name": "bare", "language": "python"}))

    def run(notebook: Any) -> Any:
        nbformat.write(notebook, tmp / "in_browser.json")
        nbformat.write(notebook, tmp / "work" / "my work.ipynb")
        notebook = copy.deepcopy(notebook)
        client = NotebookClient(notebook, kernel_name="bare", timeout=600, allow_errors=True)
        assignment = load_assignment(notebook.metadata.autograder.assignment) if "autograder" in notebook.metadata else None
        keras = {"WITH_KERAS": "1"} if assignment and ("keras" in assignment.packages or assignment.training) else {}
        client.execute(cwd=str(tmp / "work"), env={"HOME": str(tmp), "FAKE_COLAB_NOTEBOOK": str(tmp / "in_browser.json"), **keras})
        return notebook

    run.folder = tmp / "work"  # type: ignore[attr-defined]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JUPYTER_PATH", str(tmp))
        yield run


def shown(notebook: Any) -> dict[str, str]:
    """What each code cell shows, by cell id; a traceback fails the test."""
    said = {}
    for cell in notebook.cells:
        if cell.cell_type == "code":
            errors = [f"{output.ename}: {output.evalue}" for output in cell.outputs if output.output_type == "error"]
            assert not errors, f"{cell.id} raised {errors}"
            said[cell.id] = "".join(output.get("text") or output.get("data", {}).get("text/plain", "") for output in cell.outputs)
    return said
