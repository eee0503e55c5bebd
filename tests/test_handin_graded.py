"""What a real kernel on (a stand-in for) Kaggle packs is graded like any other submission."""

import json
import shutil
import sys
from pathlib import Path

import pytest
from nbclient import NotebookClient

from autograder.assignment import load_assignment
from autograder.submission import read
from tests import bench_ours
from tests.class_builder import ASSIGNMENT
from tests.filling import filled, references

pytestmark = pytest.mark.xdist_group("kaggle")  # one process runs the notebook


@pytest.fixture(scope="module")
def kaggle(tmp_path_factory):
    """The folder /kaggle/working after a student there has solved, checked and exported everything."""
    folder = tmp_path_factory.mktemp("kaggle")
    kernel, working = folder / "kernels" / "kaggle", folder / "working"
    kernel.mkdir(parents=True)
    argv = [sys.executable, "-I", str(Path(__file__).with_name("bare_kernel.py")), "-f", "{connection_file}"]
    (kernel / "kernel.json").write_text(json.dumps({"argv": argv, "display_name": "Kaggle", "language": "python"}))
    for place in (working, working / ".virtual_documents"):
        place.mkdir()
        (place / "__notebook_source__.ipynb").write_text("# %% [code]\n# Kaggle keeps the code here while its editor is open.")
    notebook = filled(ASSIGNMENT, references(ASSIGNMENT))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JUPYTER_PATH", str(folder))
        patch.setenv("KAGGLE_KERNEL_RUN_TYPE", "Interactive")
        patch.setenv("JPY_SESSION_NAME", "__notebook_source__.ipynb")
        NotebookClient(notebook, kernel_name="kaggle", timeout=120).execute(cwd=str(working))
    return working, next(cell for cell in notebook.cells if cell.id == "export").outputs


def test_the_zip_holds_what_was_run_without_setup_and_checks(kaggle):
    sources = [cell.source.strip() for cell in read(kaggle[0] / f"{ASSIGNMENT}_submission.zip").cells]
    notebook = filled(ASSIGNMENT, references(ASSIGNMENT))
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert sources == [cell.source.strip() for cell in code if not {"setup", "check", "export"}.intersection(cell.metadata.tags)]


def test_the_student_gets_a_link_and_is_told_what_is_missing(kaggle):
    link, said = kaggle[1]
    assert f"href='{ASSIGNMENT}_submission.zip'" in link.data["text/html"]
    assert "Your answers in words are not in it" in said.text
    assert "Output panel" in said.text


def test_the_zip_earns_full_marks(kaggle, tmp_path):
    (tmp_path / "class").mkdir()
    shutil.copy(kaggle[0] / f"{ASSIGNMENT}_submission.zip", tmp_path / "class" / "ann.zip")
    bench_ours.grade(tmp_path / "class", tmp_path / "out", jobs=1, watch=False)
    full = {exercise.name: exercise.max_score for exercise in load_assignment(ASSIGNMENT).exercises}
    assert bench_ours.scores(tmp_path / "out", "ann") == full
