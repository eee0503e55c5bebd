"""Recorded calls, played to references and mistakes, tell the same as the checks they were recorded from."""

import numpy as np
import pytest

from autograder.assignment import assignment_names, load_assignment
from autograder.client.replay import load, play
from autograder.release.record import pack, record

EXERCISES = [(name, exercise.name) for name in assignment_names() for exercise in load_assignment(name).exercises]


@pytest.mark.parametrize(("assignment", "name"), EXERCISES)
def test_notebook_passes_the_reference_and_names_mistakes(assignment: str, name: str) -> None:
    loaded = load_assignment(assignment)
    exercise = next(e for e in loaded.exercises if e.name == name)
    recorded = load(pack(record(loaded, exercise)))
    report = play(name, exercise.solution, recorded)
    assert report.all_passed
    assert not report.hint
    with np.errstate(all="ignore"):
        hints = {mistake: play(name, exercise.mistakes[mistake], recorded).hint for mistake in recorded["hints"]}
    assert hints == recorded["hints"], "a public check should tell these mistakes apart"
