"""Printing assignments: what students get, what they must not get, and what stops a release."""

import io
import itertools
import json
import subprocess
import sys
import textwrap
import zipfile
from pathlib import Path
from typing import Any

import nbformat
import numpy as np
import pytest

import solutions
from autograder import assignment as assignment_module
from autograder.assignment import AssignmentError, load_assignment
from autograder.client.replay import load
from autograder.release import pack as packs
from autograder.release import press
from autograder.release.record import pack, record
from tests.tiny_assignment import CHECKS, REFERENCE

NUMBERS = itertools.count()


@pytest.fixture
def tiny(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A function that makes an assignment from sources, in a folder of its own, and prints into another."""
    monkeypatch.setattr(assignment_module, "SOLUTIONS", tmp_path / "solutions")
    monkeypatch.setattr(solutions, "__path__", [str(tmp_path / "solutions"), *solutions.__path__])
    for name, path in (("PRINTED", "assignments"), ("DIST", "dist"), ("ROOT", "")):
        monkeypatch.setattr(press, name, tmp_path / path)

    def make(reference: str = REFERENCE, checks: str | None = CHECKS) -> str:
        name = f"tiny{next(NUMBERS)}"  # a new one each time: Python keeps what it imported by its name
        folder = tmp_path / "solutions" / name
        folder.mkdir(parents=True)
        (folder / "reference.py").write_text(reference)
        if checks is not None:
            (folder / "check_double.py").write_text(checks.replace("{name}", name))
        return name

    return make


def _notebook(tmp_path: Path, name: str) -> Any:
    return nbformat.read(tmp_path / "assignments" / name / f"{name}.ipynb", 4)


def test_layout_of_the_notebook(tiny: Any, tmp_path: Path) -> None:
    press.release([name := tiny()])
    notebook = _notebook(tmp_path, name)
    nbformat.validate(notebook)
    found = [(cell.cell_type, *cell.metadata.get("tags", [])) for cell in notebook.cells]
    assert found == [("markdown",), ("code", "setup"), ("code", "given"), ("code", "exercise"), ("code", "check"),
                     ("markdown", "question"), ("markdown", "answer"), ("markdown",), ("code", "check"), ("code", "export")]
    setup, given, stub, check = notebook.cells[1:5]
    assert setup.source.startswith("# @title ")
    assert setup.metadata.cellView == "form"
    assert setup.metadata.jupyter.source_hidden is True
    assert given.source == "import numpy as np"
    assert stub.metadata.autograder == {"exercise": "double"}
    assert check.source == 'grader.check("double")'
    assert notebook.metadata.autograder == {"assignment": name, "release": load_assignment(name).digest[:16]}
    assert notebook.metadata.language_info == {"name": "python"}
    assert "title" not in notebook.cells[0].source.lower()


def test_stub_keeps_signature_and_docstring_only(tiny: Any, tmp_path: Path) -> None:
    press.release([name := tiny()])
    stub = next(cell.source for cell in _notebook(tmp_path, name).cells if cell.id == "exercise-double")
    assert stub == textwrap.dedent('''\
        def double(x, times=1):
            """Twice x, an array of any shape."""
            # your code here
            raise NotImplementedError("double is still empty: write it here")''')


def test_students_get_nothing_of_staffs(tiny: Any, tmp_path: Path) -> None:
    press.release([name := tiny()])
    everything = "".join(path.read_text() for path in (tmp_path / "assignments" / name).rglob("*.*"))
    for secret in ("doubled_answer =", "staff_number", "in the back", "shift", "hidden_doubling", "three times", "secret_square"):
        assert secret not in everything
    for public in ("doubles_numbers", "Because …", "Why?"):
        assert public in everything


@pytest.mark.parametrize(("change", "problem"), [
    (("markdown] tags=[\"question\"]", "markdown] tags=[\"qestion\"]"), "cell 6 .*'Why\\?'.*qestion"),
    (('# %% tags=["staff"]', '# %% tags=["staf"]'), "cell 5 .*staf"),
    (('# %% tags=["exercise"]', "# %%"), "cell 3 .*defines double, which is an exercise, in a cell without the tag exercise"),
    (('    """Twice x, an array of any shape."""\n', ""), "double needs a docstring"),
    (("    return doubled_answer\n", "    return doubled_answer\n\n\nhelper = 1\n"), "cell 3 .*one function and nothing else"),
    (("def double(", "import functools\n@functools.cache\ndef double("), "cell 3"),
    (("def double(", "@np.errstate()\ndef double("), "cell 3 .*decorator"),
    (("staff_number = 42", "staff_number = 42\n\n# %%\nx, times = 1, 1\ndoubled_answer = 2.0 * np.asarray(x) * times  # see?"),
     "cell 6 .*holds a line of double's body"),
    (("# Why?", "# `doubled_answer = 2.0 * np.asarray(x) * times`\n# or\n#\n#     doubled_answer = 2.0 * np.asarray(x) * times"),
     "cell 6 .*holds a line of double's body"),
    (("staff_number = 42", "staff_number = 42\n\n# %% tags=[\"lab\"]\nif False:\n    double = staff_number = print"), "defines double"),
    (("# # Tiny\n", "# Tiny\n"), "must begin with a title|begins with a title"),
    (("# %% [markdown] tags=[\"answer\"]", "# %% [raw]"), "raw cell has no place"),
    (("# %% tags=[\"staff\"]\nstaff_number = 42", "# %% tags=[\"exercise\"]\ndef other(x):\n    \"\"\"Doc.\"\"\"\n    return x"),
     "other has no check_other.py"),
])
def test_what_stops_a_release(tiny: Any, change: tuple[str, str], problem: str, tmp_path: Path) -> None:
    assert change[0] in REFERENCE
    name = tiny(REFERENCE.replace(*change, 1))
    with pytest.raises(AssignmentError, match=problem) as stopped:
        press.release([name])
    assert "reference.py" in str(stopped.value)
    assert not (tmp_path / "assignments").exists()


@pytest.mark.parametrize(("change", "problem"), [
    (("public=True", "public=False"), "no check is public"),
    (('"""is twice x"""\n    expect_answer(double, reference,', '"""is twice x"""\n    expect_answer(double, lambda x: -x,'),
     "doubles_numbers fails for the reference"),
    (('"""is twice x"""\n    expect_answer(double, reference,', '"""is twice x"""\n    (lambda *a: a)('),
     "doubles_numbers never calls double"),
    (("expect_answer(double, reference, rng.normal(size=(2, 3)))", "double(np.ones(2), times=np.array([[1], [2]], dtype=object))"),
     "doubles_numbers gives or gets something that is no number"),
])
def test_public_checks_that_cannot_be_recorded(tiny: Any, change: tuple[str, str], problem: str) -> None:
    assert change[0] in CHECKS
    with pytest.raises(AssignmentError, match=rf"check_double.py.*{problem}"):
        press.release([tiny(checks=CHECKS.replace(*change))])


def test_check_without_exercise_stops(tiny: Any) -> None:
    name = tiny(REFERENCE.replace('# %% tags=["exercise"]', '# %% tags=["staff"]'))
    with pytest.raises(AssignmentError, match=r"check_double.py: no exercise cell of reference.py defines double"):
        press.release([name])


def test_check_finds_edited_missing_and_extra_files(tiny: Any, tmp_path: Path) -> None:
    name = tiny()
    folder = tmp_path / "assignments" / name
    files = [f"assignments/{name}/tests/double.py", f"assignments/{name}/{name}.ipynb"]
    assert sorted(press.release([name], check=True)) == sorted(["assignments/README.md", *files])
    assert not folder.exists()
    press.release([name])
    assert press.release([name], check=True) == []
    before = {path: path.read_bytes() for path in folder.rglob("*.*")}
    (folder / f"{name}.ipynb").write_bytes(before[folder / f"{name}.ipynb"].replace(b"Words", b"words"))
    (folder / "tests" / "double.py").unlink()
    (folder / "solution.txt").write_text("x")
    assert set(press.release([name], check=True)) == {*files, f"assignments/{name}/solution.txt"}
    assert not (folder / "tests" / "double.py").exists()
    press.release([name])
    assert {path: path.read_bytes() for path in folder.rglob("*.*")} == before


def test_packs_are_the_same_bytes(tiny: Any, tmp_path: Path) -> None:
    press.release([name := tiny()])
    zipped = tmp_path / "dist" / "students" / f"{name}.zip"
    before = zipped.read_bytes()
    press.release([name])
    assert zipped.read_bytes() == before
    with zipfile.ZipFile(io.BytesIO(before)) as archive:
        assert archive.namelist() == [f"{name}/tests/double.py", f"{name}/{name}.ipynb"]
    assert packs.zipped({"b": b"1", "a": b"2"}) == packs.zipped({"a": b"2", "b": b"1"})


def test_recorded_calls(tiny: Any) -> None:
    loaded = load_assignment(tiny())
    recorded = load(pack(record(loaded, loaded.exercises[0])))
    form, values = (check["calls"] for check in recorded["checks"])
    assert [check["points"] for check in recorded["checks"]] == [1, 2]
    assert form[0]["parts"] == []
    assert "mistakes" not in form[0]
    assert values[0]["parts"] == ["doubled_answer"]
    np.testing.assert_allclose(values[0]["answer"], 2 * values[0]["args"][0], atol=1e-6)
    mistakes = values[0]["mistakes"]
    np.testing.assert_allclose(mistakes["squares"]["answer"], values[0]["args"][0] ** 2, atol=1e-6)
    assert mistakes["doubles_in_place"]["changed"] == ("x",)
    assert mistakes["gives_up"] == {"error": "LookupError"}
    assert recorded["hints"]["squares"] == "You square x."


OTTER_SCRIPT = """
import sys, otter, json
grader = otter.Notebook(tests_dir=sys.argv[1])
said = []
for double in (lambda x, times=1: 2 * x, lambda x, times=1: x**2, None):
    results = grader.check("double").test_case_results
    said.append([(r.test_case.name, r.test_case.points, r.passed, r.message) for r in results])
print(json.dumps(said))
"""


def test_otter_itself_runs_the_test_file(tiny: Any, tmp_path: Path) -> None:
    press.release([name := tiny()])
    command = [sys.executable, "-c", OTTER_SCRIPT, str(tmp_path / "assignments" / name / "tests")]
    run = subprocess.run(command, check=True, cwd=tmp_path, capture_output=True, text=True)
    right, squared, missing = json.loads(run.stdout.splitlines()[-1])
    assert [row[:3] for row in right] == [["keeps_the_shape", 1, True], ["doubles_numbers", 2, True]]
    assert [row[2] for row in squared] == [True, False]
    assert "doubled_answer has the right shape but wrong values" in squared[1][3]
    assert "You square x." in squared[1][3]
    assert [row[2] for row in missing] == [False, False]
    assert "defines no function double" in missing[0][3]


def test_loading_release_does_not_load_jupytext() -> None:
    code = "import autograder.release.press, sys; assert 'jupytext' not in sys.modules, 'slow to start'"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=assignment_module.ROOT)


def test_one_number_in_an_array_is_recorded_as_an_array(tiny: Any) -> None:
    loaded = load_assignment(tiny(checks=CHECKS.replace("rng.normal(size=(2, 3))", "np.array(1.5)")))
    calls = [call for check in load(pack(record(loaded, loaded.exercises[0])))["checks"] for call in check["calls"]]
    assert {type(call["args"][0]) for call in calls} == {np.ndarray}
