"""Printed notebooks run where students are: a bare kernel, an empty folder, no network; and in what looks like Colab."""

import copy
import json
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from autograder.assignment import assignment_names, load_assignment
from tests.filling import filled, printed, references

Run = Callable[[Any], Any]


def _runner(tmp: Path, *options: str) -> Iterator[Run]:
    """A function that runs a notebook in a fresh kernel whose working folder, tmp/work, holds nothing but the notebook."""
    (tmp / "kernels" / "bare").mkdir(parents=True)
    (tmp / "work").mkdir()
    argv = [sys.executable, "-I", str(Path(__file__).with_name("bare_kernel.py")), "-f", "{connection_file}", *options]
    (tmp / "kernels" / "bare" / "kernel.json").write_text(json.dumps({"argv": argv, "display_name": "bare", "language": "python"}))

    def run(notebook: Any) -> Any:
        nbformat.write(notebook, tmp / "in_browser.json")
        nbformat.write(notebook, tmp / "work" / "my work.ipynb")
        notebook = copy.deepcopy(notebook)
        client = NotebookClient(notebook, kernel_name="bare", timeout=120, allow_errors=True)
        assignment = load_assignment(notebook.metadata.autograder.assignment) if "autograder" in notebook.metadata else None
        keras = {"WITH_KERAS": "1"} if assignment and ("keras" in assignment.packages or assignment.training) else {}
        client.execute(cwd=str(tmp / "work"), env={"HOME": str(tmp), "FAKE_COLAB_NOTEBOOK": str(tmp / "in_browser.json"), **keras})
        return notebook

    run.folder = tmp / "work"  # type: ignore[attr-defined]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JUPYTER_PATH", str(tmp))
        yield run


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    yield from _runner(tmp_path_factory.mktemp("bare"))


@pytest.fixture(scope="module")
def colab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    yield from _runner(tmp_path_factory.mktemp("colab"), "--colab")


def _shown(notebook: Any) -> dict[str, str]:
    """What each code cell shows, by cell id; a traceback fails the test."""
    shown = {}
    for cell in notebook.cells:
        if cell.cell_type == "code":
            errors = [f"{output.ename}: {output.evalue}" for output in cell.outputs if output.output_type == "error"]
            assert not errors, f"{cell.id} raised {errors}"
            shown[cell.id] = "".join(output.get("text") or output.get("data", {}).get("text/plain", "") for output in cell.outputs)
    return shown


@pytest.mark.parametrize("name", assignment_names())
def test_untouched_notebook_runs_and_says_that_all_is_empty(name: str, bare: Run) -> None:
    shown = _shown(bare(printed(name)))
    exercises = [exercise.name for exercise in load_assignment(name).exercises]
    for exercise in exercises:
        assert f"{exercise} is still empty" in shown[f"check-{exercise}"]
        assert "passed" not in shown[f"check-{exercise}"]
    assert f"none of the {len(exercises)} exercises is written" in shown["check-all"]


@pytest.mark.parametrize("name", assignment_names())
def test_written_notebook_passes_and_packs_itself(name: str, bare: Run) -> None:
    notebook = filled(name, references(name))
    shown = _shown(bare(notebook))
    for exercise in load_assignment(name).exercises:
        public = sum(not case.hidden for case in exercise.tests.test_cases)
        assert f"public checks: {public} of {public} passed" in shown[f"check-{exercise.name}"]
    count = len(load_assignment(name).exercises)
    assert f"{count} of {count} exercises pass all their public checks" in shown["check-all"]
    assert "Packed my work.ipynb, as saved at" in shown["export"]
    with zipfile.ZipFile(bare.folder / f"{name}_submission.zip") as archive:  # type: ignore[attr-defined]
        assert nbformat.reads(archive.read("my work.ipynb").decode(), 4) == notebook


@pytest.mark.parametrize("name", assignment_names())
def test_colab_downloads_what_is_in_the_browser(name: str, colab: Run) -> None:
    notebook = filled(name, references(name))
    notebook.cells.append(nbformat.v4.new_code_cell("print(type(get_ipython()))", id="shell"))
    shown = _shown(colab(notebook))
    assert "google.colab._shell.Shell" in shown["shell"]
    assert f"the browser downloads {name}_submission.zip" in shown["export"]
    with zipfile.ZipFile(colab.folder / f"{name}_submission.zip") as archive:  # type: ignore[attr-defined]
        assert nbformat.reads(archive.read(f"{name}.ipynb").decode(), 4) == notebook


def test_a_mistake_is_named_and_html_is_shown(bare: Run) -> None:
    source = references("lstm")["lstm_step"].replace("f * c_prev + i * c_tilde", "i * c_prev + f * c_tilde")
    notebook = bare(filled("lstm", {"lstm_step": source}))
    assert "Hint: Your forget and input gates are swapped" in _shown(notebook)["check-lstm_step"]
    output = next(cell for cell in notebook.cells if cell.id == "check-lstm_step").outputs[0]
    assert "swapped" in output.data["text/html"]
    assert "<table" in output.data["text/html"]
    assert "still empty" in _shown(notebook)["check-lstm_forward"]


def test_bare_kernel_is_bare(bare: Run) -> None:
    cells = [nbformat.v4.new_code_cell(f"import {name}", id=name) for name in ("numpy", "matplotlib", "autograder", "otter")]
    cells.append(nbformat.v4.new_code_cell("import urllib.request; urllib.request.urlopen('http://example.org')", id="net"))
    notebook = bare(nbformat.v4.new_notebook(cells=cells))
    failed = {cell.id: cell.outputs[0].ename for cell in notebook.cells if cell.outputs}
    assert failed == {"autograder": "ModuleNotFoundError", "otter": "ModuleNotFoundError", "net": "URLError"}
