"""The zip in a container as Gradescope runs it: set up, graded and sealed, with and without namespaces and Landlock."""

import ast
import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import validate

from autograder.results import Status, Verdict
from tests.class_builder import read_submission
from tests.conftest import Once
from tests.expectation import read_verdict
from tests.gradescope_class import grade_at_gradescope, submissions
from tests.gradescope_root import refusal
from tests.gradescope_schema import SCHEMA
from tests.hostile_class import ATTACKS, CONTROLS, HONEST

pytestmark = [pytest.mark.xdist_group("gradescope"), pytest.mark.skipif(os.getuid() != 0, reason="only root can make a container")]


@pytest.fixture(scope="session")
def there(once: Once) -> dict[str, Any]:
    """All that happened at Gradescope."""
    if why := refusal():
        pytest.skip(f"this machine makes no containers: {why}")
    return once("gradescope", grade_at_gradescope)


def results(there: dict[str, Any], name: str) -> dict[str, Any]:
    """What Gradescope got on a submission."""
    answer: dict[str, Any] = there["graded"][name]["results"]
    return answer


def seen(report: dict[str, Any], *visibilities: str) -> str:
    """What is shown: of the tests with these visibilities, and at the top."""
    return json.dumps([report["output"], *(test for test in report["tests"] if test["visibility"] in visibilities)])


@pytest.mark.parametrize("name", [*submissions(), "bwrap", "landlock"])
def test_results_follow_gradescopes_schema(there: dict[str, Any], name: str) -> None:
    report = results(there, name)
    validate(report, SCHEMA)
    assert report["score"] == pytest.approx(sum(test["score"] for test in report["tests"]))


@pytest.mark.parametrize(("name", "sandbox"), [("right", "user"), ("landlock", "landlock"), ("bwrap", "bwrap")])
def test_the_best_sandbox_that_holds_is_taken(there: dict[str, Any], name: str, sandbox: str) -> None:
    report = results(there, name)
    assert (report["score"], report["extra_data"]["sandbox"]) == (44, sandbox), there["graded"][name]["printed"]


@pytest.mark.parametrize("name", ["right", "swapped", "endless", "hostile"])
def test_points_are_those_of_python_m_autograder_grade(there: dict[str, Any], name: str) -> None:
    here, report = read_verdict(Path(there["here"]["out"]), name), results(there, name)
    data = [test["extra_data"] for test in report["tests"] if "extra_data" in test]
    assert {row["exercise"]: row["score"] for row in data} == {exercise.name: exercise.score for exercise in here.exercises}
    assert (report["score"], report["extra_data"]["status"]) == (here.score, here.status)
    assert (report["extra_data"]["digest"], report["extra_data"]["grader"]) == (here.digest, here.grader)


def test_a_named_hint_is_shown_and_hidden_checks_wait(there: dict[str, Any]) -> None:
    report = results(there, "swapped")
    assert "Your forget and input gates are swapped" in seen(report, "visible")
    assert {test["visibility"] for test in report["tests"]} == {"visible", "after_due_date"}
    assert all(("hidden" in test["name"]) == (test["visibility"] == "after_due_date") for test in report["tests"])


def test_the_latest_due_date_of_a_group_counts(there: dict[str, Any]) -> None:
    on_time, late = results(there, "swapped"), results(there, "late")
    assert "1 d 1 h late: 20 %" in seen(late, "visible")
    assert late["score"] == pytest.approx(0.8 * on_time["score"])
    assert late["tests"][-1]["score"] == pytest.approx(-0.2 * on_time["score"])
    assert late["tests"][-1]["visibility"] == "after_due_date"  # hidden points could be worked out from it


def test_what_never_ends_costs_what_it_must(there: dict[str, Any]) -> None:
    report = results(there, "endless")
    assert 0 < report["score"] < 44
    assert "did not come back within 1" in seen(report, "visible")


def test_a_hostile_submission_can_do_nothing(there: dict[str, Any]) -> None:
    report = results(there, "hostile")
    assert report["score"] == 0
    assert "ValueError: done: []" in report["output"]


@pytest.mark.parametrize(("name", "words"), [("twice", "must hold exactly one notebook, but holds 2: a.ipynb, b.ipynb"),
                                             ("nothing", "no notebook was handed in; there is only essay.txt: hand in lstm.ipynb")])
def test_what_cannot_be_graded_is_explained(there: dict[str, Any], name: str, words: str) -> None:
    report = results(there, name)
    assert (report["score"], report["extra_data"]["status"]) == (0, "unreadable")
    assert words in seen(report, "visible")


@pytest.mark.parametrize("name", ["broken grader", "killed grader"])
def test_our_fault_is_called_ours(there: dict[str, Any], name: str) -> None:
    report = results(there, name)
    assert report["extra_data"]["status"] == "error"
    assert "NOT be graded: the autograder failed, not you" in seen(report, "visible")
    assert "ZeroDivisionError" not in json.dumps(report)
    assert name != "broken grader" or "ZeroDivisionError" in there["graded"][name]["printed"]


def test_nothing_is_graded_where_the_self_test_finds_something_open(there: dict[str, Any]) -> None:
    assert results(there, "left open")["extra_data"]["status"] == "error"
    leaks = re.findall(r"the user sandbox leaks, nothing was graded: a submission could (.*)", there["graded"]["left open"]["printed"])
    assert {"read /autograder/submission", "read /autograder/results", "write to /tmp"} <= set(ast.literal_eval(leaks[0]))


def test_the_sandboxs_own_tests_pass_for_a_user_id(there: dict[str, Any]) -> None:
    assert " passed" in there["inside"].splitlines()[-1], there["inside"][-5000:]
    assert "failed" not in there["inside"].splitlines()[-1]


def test_attacks_gain_nothing_from_a_user_id(there: dict[str, Any]) -> None:
    verdicts = {name: Verdict.from_json(row) for name, row in there["attacks"]["verdicts"].items()}
    assert sorted(verdicts) == there["attacks"]["expected"], there["attacks"]["printed"]
    scores = {name: {exercise.name: exercise.score for exercise in verdict.exercises} for name, verdict in verdicts.items()}
    assert {verdict.status for verdict in verdicts.values()} <= {Status.GRADED, Status.PARTIAL}
    assert all(verdicts[name].score == verdicts[name].max_score for name in HONEST)
    for name in set(verdicts) - {*CONTROLS, *HONEST}:
        control = scores[base] if (base := read_submission(ATTACKS[name]).base) in CONTROLS else dict.fromkeys(scores[name], 0.0)
        assert not {key for key, score in scores[name].items() if score > control[key]}, name
    pwned = [name for name, verdict in verdicts.items() if "PWNED" in json.dumps(verdict.to_json(), default=str)]
    assert set(pwned) <= {"fills_the_disk"}  # where there are no namespaces, the disk is bounded per file only; it may run out of time


def test_attacks_reach_nothing_from_a_user_id(there: dict[str, Any]) -> None:
    attacks = there["attacks"]
    assert (attacks["reached"], attacks["victim"], attacks["results"]) == ([], "untouched", ["victim.txt"])
