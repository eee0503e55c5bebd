"""Printed notebooks run where students are: a bare kernel, an empty folder, no network; and in what looks like Colab."""

import zipfile
from collections.abc import Iterator

import nbformat
import pytest

from autograder.assignment import assignment_names, load_assignment
from tests.filling import filled, printed, references
from tests.kernels import Run, runner, shown

BRIEF = [name for name in assignment_names() if not load_assignment(name).training]  # those that train: test_training_notebooks.py


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    yield from runner(tmp_path_factory.mktemp("bare"))


@pytest.fixture(scope="module")
def colab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    yield from runner(tmp_path_factory.mktemp("colab"), "--colab")


@pytest.mark.parametrize("name", assignment_names())
def test_untouched_notebook_runs_and_says_that_all_is_empty(name: str, bare: Run) -> None:
    said = shown(bare(printed(name)))
    exercises = [exercise.name for exercise in load_assignment(name).exercises]
    for exercise in exercises:
        assert f"{exercise} is still empty" in said[f"check-{exercise}"]
        assert "passed" not in said[f"check-{exercise}"]
    assert f"none of the {len(exercises)} exercises is written" in said["check-all"]


@pytest.mark.parametrize("name", BRIEF)
def test_written_notebook_passes_and_packs_itself(name: str, bare: Run) -> None:
    notebook = filled(name, references(name))
    said = shown(bare(notebook))
    for exercise in load_assignment(name).exercises:
        public = sum(not case.hidden for case in exercise.tests.test_cases)
        assert f"public checks: {public} of {public} passed" in said[f"check-{exercise.name}"]
    count = len(load_assignment(name).exercises)
    assert f"{count} of {count} exercises pass all their public checks" in said["check-all"]
    assert "Packed my work.ipynb, as saved at" in said["export"]
    with zipfile.ZipFile(bare.folder / f"{name}_submission.zip") as archive:  # type: ignore[attr-defined]
        assert nbformat.reads(archive.read("my work.ipynb").decode(), 4) == notebook


@pytest.mark.parametrize("name", BRIEF)
def test_colab_downloads_what_is_in_the_browser(name: str, colab: Run) -> None:
    notebook = filled(name, references(name))
    notebook.cells.append(nbformat.v4.new_code_cell("print(type(get_ipython()))", id="shell"))
    said = shown(colab(notebook))
    assert "google.colab._shell.Shell" in said["shell"]
    assert f"the browser downloads {name}_submission.zip" in said["export"]
    with zipfile.ZipFile(colab.folder / f"{name}_submission.zip") as archive:  # type: ignore[attr-defined]
        assert nbformat.reads(archive.read(f"{name}.ipynb").decode(), 4) == notebook


def test_a_mistake_is_named_and_html_is_shown(bare: Run) -> None:
    source = references("lstm")["lstm_step"].replace("f * c_prev + i * c_tilde", "i * c_prev + f * c_tilde")
    notebook = bare(filled("lstm", {"lstm_step": source}))
    assert "Hint: Your forget and input gates are swapped" in shown(notebook)["check-lstm_step"]
    output = next(cell for cell in notebook.cells if cell.id == "check-lstm_step").outputs[0]
    assert "swapped" in output.data["text/html"]
    assert "<table" in output.data["text/html"]
    assert "still empty" in shown(notebook)["check-lstm_forward"]


def test_bare_kernel_is_bare(bare: Run) -> None:
    cells = [nbformat.v4.new_code_cell(f"import {name}", id=name) for name in ("numpy", "matplotlib", "autograder", "otter")]
    cells.append(nbformat.v4.new_code_cell("import urllib.request; urllib.request.urlopen('http://example.org')", id="net"))
    notebook = bare(nbformat.v4.new_notebook(cells=cells))
    failed = {cell.id: cell.outputs[0].ename for cell in notebook.cells if cell.outputs}
    assert failed == {"autograder": "ModuleNotFoundError", "otter": "ModuleNotFoundError", "net": "URLError"}
