"""`grader.export()`: the true file where it can be reached, what was run where not; in Jupyter, VS Code, Colab and Kaggle."""

import importlib
import json
import os
import re
import sys
import zipfile
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

import IPython
import pytest

from autograder.submission import read
from tests.filling import printed

SETUP = next(cell.source for cell in printed("lstm").cells if cell.id == "setup")


@pytest.fixture
def student(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    """`grader` after the setup cell of `lstm`, in an empty folder, its namespace, and what was printed since it was last asked."""
    monkeypatch.chdir(tmp_path)
    for name in ("JPY_SESSION_NAME", "KAGGLE_KERNEL_RUN_TYPE", "FAKE_COLAB_NOTEBOOK"):
        monkeypatch.delenv(name, raising=False)
    space: dict[str, Any] = {}
    exec(SETUP, space)
    capsys.readouterr()
    return SimpleNamespace(space=space, grader=space["grader"], folder=tmp_path, said=lambda: capsys.readouterr().out)


@pytest.fixture
def history(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What IPython remembers of this session; IPython's own list begins with an empty text."""
    ran = ["", SETUP, "import numpy as np", "%matplotlib inline", "def lstm_step():\n    return 1", 'grader.check("lstm_step")',
           "def lstm_step():\n    return 2", "grader.check_all()\nx = 1", "  ", "grader.export()"]
    shell = SimpleNamespace(history_manager=SimpleNamespace(input_hist_raw=ran))
    monkeypatch.setattr(IPython, "get_ipython", lambda: shell)
    return ran


def _notebook(path: Path, assignment: str = "lstm") -> bytes:
    path.parent.mkdir(exist_ok=True)
    setup = SETUP.replace("Grader('lstm',", f"Grader({assignment!r},")
    path.write_text(json.dumps({"cells": [{"cell_type": "code", "source": setup}], "metadata": {}}))
    return path.read_bytes()


def _packed(folder: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(folder / "lstm_submission.zip") as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _cells(folder: Path) -> list[str]:
    return [cell.source for cell in read(folder / "lstm_submission.zip").cells]


def test_export_finds_the_one_notebook_of_this_assignment(student: Any, history: list[str]) -> None:
    data = _notebook(student.folder / "renamed by me.ipynb")
    _notebook(student.folder / "gru.ipynb", "gru")
    (student.folder / "broken.ipynb").write_text("{")
    student.grader.export()
    assert _packed(student.folder) == {"renamed by me.ipynb": data}
    assert re.search(r"as saved at \d\d:\d\d, less than a minute ago, into lstm_submission.zip. Hand in this zip", student.said())


def test_export_says_how_old_the_save_is(student: Any) -> None:
    _notebook(student.folder / "lstm.ipynb")
    os.utime(student.folder / "lstm.ipynb", (0, 0))
    student.grader.export()
    assert re.search(r"as saved \d+ days ago", student.said())


@pytest.mark.parametrize("session", ["{folder}/deep/mine.ipynb", "deep/mine.ipynb", "server/root/mine.ipynb"])
def test_export_asks_jupyter(student: Any, session: str, monkeypatch: pytest.MonkeyPatch, history: list[str]) -> None:
    _notebook(student.folder / "other.ipynb")
    data = _notebook(student.folder / ("mine.ipynb" if session.startswith("server") else "deep/mine.ipynb"))
    monkeypatch.setenv("JPY_SESSION_NAME", session.format(folder=student.folder))
    student.grader.export()
    assert _packed(student.folder) == {"mine.ipynb": data}


def test_export_asks_vs_code(student: Any, history: list[str]) -> None:
    _notebook(student.folder / "other.ipynb")
    data = _notebook(student.folder / "deep" / "mine.ipynb")
    student.space["__vsc_ipynb_file__"] = str(student.folder / "deep" / "mine.ipynb")
    student.grader.export()
    assert _packed(student.folder) == {"mine.ipynb": data}


def test_vs_code_may_name_a_file_on_another_machine(student: Any) -> None:
    data = _notebook(student.folder / "mine.ipynb")
    student.space["__vsc_ipynb_file__"] = r"c:\Users\ann\mine.ipynb"
    student.grader.export()
    assert _packed(student.folder) == {"mine.ipynb": data}


def test_export_without_a_notebook_says_what_to_do(student: Any) -> None:
    student.grader.export()
    assert "download the notebook (File > Download) and hand in the .ipynb file itself" in student.said()
    student.grader.export("nowhere.ipynb")
    assert "There is no file nowhere.ipynb" in student.said()
    (student.folder / "plain.ipynb").write_text("x = 1")
    student.grader.export("plain.ipynb")
    assert "Nothing was packed. plain.ipynb is not a notebook" in student.said()
    for name in ("a.ipynb", "b.ipynb"):
        _notebook(student.folder / name)
    student.grader.export()
    assert 'grader.export("a.ipynb") or grader.export("b.ipynb")' in student.said()
    assert not (student.folder / "lstm_submission.zip").exists()
    (student.folder / "lstm_submission.zip").mkdir()
    student.grader.export("a.ipynb")
    assert "Nothing was packed (IsADirectoryError" in student.said()


def test_where_no_file_is_what_was_run_is_packed_in_its_order(student: Any, history: list[str]) -> None:
    student.grader.export()
    assert _cells(student.folder) == ["import numpy as np", "%matplotlib inline", "def lstm_step():\n    return 1",
                                      "def lstm_step():\n    return 2", "grader.check_all()\nx = 1"]
    said = student.said()
    assert "the code cells that you ran, in the order you ran them" in said
    assert "Your answers in words are not in it" in said
    assert "download the notebook (File > Download)" in said


def test_where_only_checks_were_run_nothing_is_packed(student: Any, history: list[str]) -> None:
    history[:] = ["", SETUP, "grader.export()"]
    student.grader.export()
    assert "Nothing was packed. This notebook's file is not in the working folder" in student.said()


def test_kaggle_shows_a_link_and_where_the_zip_stands(student: Any, history: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KAGGLE_KERNEL_RUN_TYPE", "Interactive")
    monkeypatch.setenv("JPY_SESSION_NAME", "__notebook_source__.ipynb")
    for folder in (student.folder, student.folder / ".virtual_documents"):
        folder.mkdir(exist_ok=True)
        (folder / "__notebook_source__.ipynb").write_text(f"# %% [code]\n{SETUP}")  # plain Python, whatever its name says
    shown: list[Any] = []
    monkeypatch.setattr("IPython.display.display", shown.append)
    student.grader.export()
    assert [link.path for link in shown] == ["lstm_submission.zip"]
    assert "Output panel, under /kaggle/working" in student.said()
    assert "def lstm_step():\n    return 2" in _cells(student.folder)


def test_kaggle_takes_the_file_where_there_is_one(student: Any, history: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KAGGLE_KERNEL_RUN_TYPE", "Batch")
    monkeypatch.setattr("IPython.display.display", lambda link: None)
    data = _notebook(student.folder / "__notebook__.ipynb")
    student.grader.export()
    assert _packed(student.folder) == {"__notebook__.ipynb": data}
    assert "Output panel" in student.said()


@pytest.mark.parametrize("answers", [True, False])
def test_colab_falls_back_to_what_was_run(student: Any, history: list[str], answers: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if answers:
        _notebook(student.folder / "browser" / "x.json")
        monkeypatch.setenv("FAKE_COLAB_NOTEBOOK", str(student.folder / "browser" / "x.json"))
    with patch.dict(sys.modules):
        monkeypatch.syspath_prepend(Path(__file__).with_name("colab"))
        sys.modules.pop("google", None)
        importlib.import_module("google.colab")
        student.grader.export()
    said = student.said()
    assert "the browser downloads lstm_submission.zip" in said
    assert ("Your answers in words are not in it" in said) is not answers
    assert _cells(student.folder) == ([SETUP] if answers else [*history[2:5], history[6], history[7]])
