"""The demo class grades as expected, covers what it promises, and would notice if it did not."""

from pathlib import Path

import pytest

from autograder.assignment import load_assignment
from autograder.results import CheckResult, ExerciseResult, Outcome, Status, Verdict
from tests.class_builder import ASSIGNMENT, Submission, exercise_cells, exercise_names, filled, printed, text
from tests.demo_class import main, students
from tests.expectation import surprises

CLASS = students()


def test_demo_ends_as_expected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("AUTOGRADER_SECRET_FILE", str(tmp_path / "secret"))
    code = main(tmp_path)
    shown = capsys.readouterr().out
    assert code == 0, shown
    assert "all as expected" in shown
    assert [student.name for student in CLASS if student.name not in shown] == []
    assert (tmp_path / "out" / "report.html").exists()
    assert (tmp_path / "out" / "feedback" / "swapped_gates.html").exists()


def test_class_is_about_thirty_and_touches_every_exercise() -> None:
    assert 30 <= len(CLASS) <= 40
    assert len({student.name for student in CLASS}) == len(CLASS)
    assert {name for student in CLASS for name in student.expect} >= set(exercise_names())


def test_expected_mistakes_exist() -> None:
    known = {name for exercise in load_assignment(ASSIGNMENT).exercises for name in exercise.mistakes}
    expected = {student.expect["mistake"] for student in CLASS if "mistake" in student.expect}
    assert len(expected) >= 12
    assert expected <= known


@pytest.mark.parametrize(("expect", "surprised"), [
    ({}, True), ({"lstm_step": "less"}, False), ({"lstm_step": "zero"}, True), ({"lstm_step": 1}, False), ({"lstm_step": 2}, True),
    ({"lstm_step": "less", "mistake": "known"}, False), ({"lstm_step": "less", "mistake": "other"}, True),
    ({"lstm_step": "less", "status": "partial"}, True), ({"lstm_step": "less", "status": "any"}, False),
    ({"lstm_step": "less", "lstm_forward": "zero"}, True),
], ids=str)
def test_surprises_are_noticed(expect: dict[str, str], surprised: bool) -> None:
    right = CheckResult("a", "does", 1, False, Outcome.PASSED)
    wrong = CheckResult("b", "does not", 1, True, Outcome.FAILED, mistake="known")
    exercises = tuple(ExerciseResult(name, (right, wrong) if name == "lstm_step" else (right,)) for name in exercise_names())
    verdict = Verdict("s", ASSIGNMENT, "s.ipynb", "", "", Status.GRADED, "bwrap", 7, exercises)
    assert bool(surprises(verdict, expect, "reference")) is surprised


def test_pieces_go_where_they_belong() -> None:
    own, answer, after = "x = 1", "def lstm_step():\n    pass", "y = 2"
    notebook = filled(Submission("s", "", (("", own), ("lstm_step", answer), ("", after)), base="stub"))
    sources = [text(cell) for cell in notebook["cells"]]
    first = dict(exercise_cells(notebook))[exercise_names()[0]]
    assert sources[sources.index(own) + 1] == text(first)
    assert sources[sources.index(answer) + 1] == after
    untouched = [text(cell) for name, cell in exercise_cells(printed()) if name != "lstm_step"]
    assert [source for source in untouched if source not in sources] == []
