"""`make catalogue`: every row of a small assignment, and a row that is not as it must be is seen."""

import pytest

from tests import catalogue
from tests.students import ASSIGNMENTS

NAME = min(ASSIGNMENTS, key=lambda name: sum(len(exercise.mistakes) for exercise in ASSIGNMENTS[name].exercises))


def test_every_answer_has_a_row(capsys):
    assert catalogue.main([NAME]) == 0
    said = capsys.readouterr().out
    mistakes = [(exercise.name, mistake) for exercise in ASSIGNMENTS[NAME].exercises for mistake in exercise.mistakes]
    assert mistakes
    for exercise, mistake in mistakes:
        assert any(line.split() == [exercise, mistake, "yes", "yes"] for line in said.splitlines()), mistake
    assert "not as they must be: 0" in said


@pytest.mark.parametrize("row", [catalogue.Row("step", "mistake", "forgets", right=True, named=False),
                                 catalogue.Row("step", "wrong", "variant", right=False),
                                 catalogue.Row("step", "style", "loops", right=False)])
def test_a_defect_is_seen(row, capsys, monkeypatch):
    monkeypatch.setattr(catalogue, "rows", lambda name: [row])
    assert catalogue.main([NAME]) == 1
    said = capsys.readouterr().out
    assert "NO" in said
    assert "answers tried: 1, not as they must be: 1" in said
