"""The client in the setup cell of a printed notebook, run as a student runs it: one namespace, nothing of the kit about."""

import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from autograder.release import bundle
from tests.filling import printed, references

STEP = '''
def lstm_step(x, h_prev, c_prev, params):
    hx = np.concatenate([h_prev, x], axis=1)
    f, i, o = (1 / (1 + np.exp(-(hx @ params["W_" + g] + params["b_" + g]))) for g in "fio")
    c = f * c_prev + i * np.tanh(hx @ params["W_C"] + params["b_C"])
    h = o * np.tanh(c)
    return h, c
'''


@pytest.fixture
def student(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    """A namespace after the setup cell of `lstm`, in an empty folder, and what was printed since it was last asked."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    space: dict[str, Any] = {}
    exec(next(cell.source for cell in printed("lstm").cells if cell.id == "setup"), space)
    names = set(space) - {"__builtins__"}
    exec("import numpy as np", space)

    def writes(source: str) -> None:
        exec(source, space)

    return SimpleNamespace(space=space, names=names, writes=writes, grader=space["grader"], folder=tmp_path,
                           said=lambda: capsys.readouterr().out)


def test_setup_leaves_one_name(student: Any) -> None:
    assert student.names == {"grader"}
    assert "ready" in student.said()


def test_client_modules_share_no_name() -> None:
    with pytest.raises(ValueError, match=r"wire.py and .*compare.py.* both define"):
        bundle._refuse_clashes({"wire": "def f(): pass", "client/compare": "a, f = 1, 2"})
    bundle.source(bundle.NOTEBOOK)


def test_stub_missing_and_no_function_are_told_apart(student: Any) -> None:
    student.grader.check("lstm_step")
    assert "your notebook defines no function lstm_step: run the cell that does" in student.said()
    student.writes('def lstm_step(*a):\n    raise NotImplementedError("lstm_step is still empty: write it here")')
    student.grader.check("lstm_step")
    assert "lstm_step is still empty" in student.said()
    student.writes("lstm_step = 3")
    student.grader.check("lstm_step")
    assert "lstm_step is no function but 3" in student.said()
    student.writes("def lstm_step(*a):\n    raise NotImplementedError\ndef lstm_forward(*a):\n    return lstm_step()")
    student.grader.check("lstm_forward")
    assert "lstm_forward calls lstm_step, which is still empty" in student.said()


def test_nothing_run_is_not_called_passed(student: Any) -> None:
    student.said()
    student.grader.check_all()
    said = student.said()
    assert "No check has run yet" in said
    assert "passed" not in said


def test_right_answer_and_float32(student: Any) -> None:
    student.writes(STEP)
    student.grader.check(student.space["lstm_step"])
    assert re.search(r"public checks: (\d+) of \1 passed. Hidden checks run when you hand in", student.said())
    student.writes(STEP.replace("return h, c", "return h.astype(np.float32), c.astype(np.float32)"))
    student.grader.check("lstm_step")
    assert "computed in float32" in student.said()


def test_wrong_answer_says_where_what_and_which_mistake(student: Any) -> None:
    student.writes(STEP.replace("f * c_prev + i *", "i * c_prev + f *"))
    student.grader.check("lstm_step")
    said = student.said()
    assert "FAILED  h and c are what the six equations say" in said
    assert re.search(r"h has the right shape but wrong values \(8 of 8 differ; first at \[0, 0\]: \S+, expected \S+\)", said)
    assert re.search(r"yours +expected\n +-?\d\S*\*", said)
    assert "Hint: Your forget and input gates are swapped" in said
    assert "0 of 6 exercises" in (student.grader.check_all(), student.said())[1]


def test_wrong_answer_that_is_no_known_mistake_gets_no_hint(student: Any) -> None:
    student.writes(STEP.replace("return h, c", "return h, c + 0.25"))
    student.grader.check("lstm_step")
    said = student.said()
    assert "c has the right shape but wrong values" in said
    assert "Hint" not in said


def test_shape_comes_before_values(student: Any) -> None:
    student.writes(STEP.replace("return h, c", "return h.T, c"))
    student.grader.check("lstm_step")
    assert "h must have shape (2, 4) (yours has (4, 2))" in student.said()


def test_changed_argument_is_named_as_the_exercise_names_it(student: Any) -> None:
    student.writes(STEP.replace("c_prev", "old").replace("return h, c", "old[0] = 1\n    return h, c"))
    student.grader.check("lstm_step")
    assert "your function changed its argument c_prev" in student.said()


def test_exception_shows_type_message_and_own_line(student: Any, tmp_path: Path) -> None:
    (tmp_path / "cell.py").write_text(STEP.replace("h = o", "h = nothing"))
    exec(compile((tmp_path / "cell.py").read_text(), str(tmp_path / "cell.py"), "exec"), student.space)
    student.grader.check("lstm_step")
    said = student.said()
    assert "your function raised NameError: name 'nothing' is not defined" in said
    assert "in lstm_step, line 6 of its cell: h = nothing * np.tanh(c)" in said


@pytest.mark.parametrize("answer", ["object()", "print", "(i for i in 'ab')", "np.matrix([1])", "{1: 2}", "'<b>'", "x * 1j"])
def test_any_answer_has_a_verdict(student: Any, answer: str) -> None:
    student.writes(f"def lstm_step(x, *a):\n    return {answer}, x")
    student.grader.check("lstm_step")
    assert "0 of " in student.said()


def test_exit_is_a_failure_and_interrupt_is_not_kept(student: Any) -> None:
    student.writes("import sys\ndef lstm_step(*a):\n    sys.exit()")
    student.grader.check("lstm_step")
    assert "it ends the program" in student.said()
    student.writes("def lstm_step(*a):\n    raise KeyboardInterrupt")
    with pytest.raises(KeyboardInterrupt):
        student.grader.check("lstm_step")


def test_builds_on_an_exercise_that_fails(student: Any) -> None:
    student.writes(STEP.replace("f * c_prev", "c_prev"))
    student.writes(references("lstm")["lstm_forward"])
    student.grader.check("lstm_forward")
    assert "lstm_forward builds on lstm_step, whose checks do not all pass: look there first" in student.said()


def test_unknown_name_lists_the_known_ones(student: Any) -> None:
    student.said()
    student.grader.check("lstm_stp")
    said = student.said()
    assert "do you mean 'lstm_step'" in said
    assert "lstm_param_count" in said
    student.grader.check()
    assert "The exercises are" in student.said()


def test_ready_says_what_is_missing(student: Any) -> None:
    student.writes(STEP + "def lstm_forward(*a):\n    raise NotImplementedError")
    student.said()
    assert student.grader.ready("lstm_step") is True
    assert student.said() == ""
    assert student.grader.ready("lstm_step", "lstm_forward") is False
    assert "lstm_forward is still empty" in student.said()
    assert student.grader.ready("lstm_backward", "nonsense") is False


def test_html_escapes_what_students_write(student: Any) -> None:
    student.writes("def lstm_step(*a):\n    raise ValueError('<script>alert(1)</script>')")
    html = student.grader.check.__func__.__globals__["as_html"](student.grader._play("lstm_step"))
    assert "&lt;script&gt;" in html
    assert "<script>" not in html
