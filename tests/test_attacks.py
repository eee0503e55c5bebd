"""Hostile submissions get no points they did not earn, learn nothing, change nothing, and never stop the class."""

import ast
import html
import json
import re
from pathlib import Path
from typing import Any

import pytest

from autograder.results import Status, Verdict
from autograder.roster import file_name
from tests.class_builder import ASSIGNMENT, SUBMISSIONS, printed, read_submission, text
from tests.conftest import Once
from tests.expectation import read_verdict
from tests.grading_run import SECRET, TOKEN
from tests.hostile_class import ATTACKS, CONTROLS, FORGED, HONEST, grade_hostile_class
from tests.published import published_tokens

OUT = set("autograded feedback gradebook.db grades.csv nbgrader_config.py report.html results source submitted".split())
BASES = {name: read_submission(path).base for name, path in ATTACKS.items()} | dict.fromkeys(FORGED, "wrong")


@pytest.fixture(scope="session")
def hostile(once: Once) -> dict[str, Any]:
    """The graded class and its canaries."""
    return once("hostile_class", grade_hostile_class)


@pytest.fixture(scope="session")
def out(hostile: dict[str, Any]) -> Path:
    """The folder of its results."""
    return Path(hostile["run"]["out"])


def test_every_student_has_a_verdict(hostile: dict[str, Any], out: Path) -> None:
    assert hostile["run"]["code"] == 0, hostile["run"]["printed"][-3000:]
    students = {line.split(",")[0] for line in (out / "grades.csv").read_text().splitlines()[1:]}
    assert students == {*BASES, *CONTROLS, *HONEST}


@pytest.mark.parametrize("name", HONEST)
def test_honest_student_among_attackers_gets_full_marks(name: str, out: Path) -> None:
    verdict = read_verdict(out, name)
    assert (verdict.status, verdict.score) == (Status.GRADED, verdict.max_score), verdict


@pytest.mark.parametrize("name", CONTROLS)
def test_wrong_answers_earn_little(name: str, out: Path) -> None:
    verdict = read_verdict(out, name)
    assert verdict.status is Status.GRADED
    assert all(exercise.score <= exercise.max_score / 3 for exercise in verdict.exercises), points(verdict)


@pytest.mark.parametrize("name", BASES)
def test_attack_gains_nothing(name: str, out: Path) -> None:
    attack, control = read_verdict(out, name), read_verdict(out, BASES[name])
    assert attack.status in (Status.GRADED, Status.PARTIAL), attack.reason
    gained = {name: score for name, score in points(attack).items() if score > points(control)[name]}
    assert not gained, points(control)


@pytest.mark.parametrize("name", BASES)
def test_attack_learns_nothing(name: str, out: Path) -> None:
    shown = everything_shown(out, name)
    assert "PWNED" not in shown, re.findall(".*PWNED.*", shown)[:1]
    assert [secret for secret in secrets() if secret in shown] == []


@pytest.mark.parametrize("name", ATTACKS)
def test_attack_is_no_typo(name: str, out: Path) -> None:
    errors = [error.message for error in read_verdict(out, name).cell_errors]
    assert not [message for message in errors if re.match("SyntaxError|NameError|ImportError|ModuleNotFoundError|TypeError", message)]


def test_class_pages_hold_no_secret(hostile: dict[str, Any], out: Path) -> None:
    shown = hostile["run"]["printed"] + html.unescape((out / "report.html").read_text()) + (out / "grades.csv").read_text()
    assert [secret for secret in secrets() if secret in shown] == []


def test_feedback_shows_published_inputs_only(out: Path) -> None:
    told = set(re.findall(r"INPUT[:_]([0-9a-f]{32})", everything_shown(out, "tells_the_inputs")))
    assert told, "the attack did not speak"
    assert told <= published_tokens()
    assert not re.search(r"\b4242\d\d\b", everything_shown(out, "tells_by_line_number"))


def test_nothing_outside_is_changed(hostile: dict[str, Any], out: Path) -> None:
    assert hostile["victim"] == ["untouched", 0o644]
    assert hostile["kit_unchanged"]
    assert hostile["beside"] == ["kit", "out", "scratch", "submitted", "victim.txt"]
    assert {path.name for path in out.iterdir()} - {".lock"} == OUT
    assert not [path for path in out.rglob("*") if path.is_symlink() or "pwned" in path.name]


def test_nothing_is_left_behind(hostile: dict[str, Any]) -> None:
    assert hostile["left_running"] == []
    assert hostile["scratch"] == []


def test_nothing_reaches_the_network(hostile: dict[str, Any]) -> None:
    assert hostile["reached"] == []


# Tags and templates that would take effect, and control and bidi characters
LIVE = re.compile(r"<script>alert|<img src=x|</style></pre>|1337|[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.mark.parametrize("name", ["writes_html", "names_with_code", "writes_terminal_escapes", "raises_odd_exceptions"])
def test_pages_show_markup_as_text(name: str, hostile: dict[str, Any], out: Path) -> None:
    for page in (out / "feedback" / f"{name}.html", out / "report.html"):
        assert not LIVE.findall(page.read_text())
    assert "\x1b]0;" not in hostile["run"]["printed"]


def points(verdict: Verdict) -> dict[str, float]:
    """Score of each exercise."""
    return {exercise.name: exercise.score for exercise in verdict.exercises}


def everything_shown(out: Path, student: str) -> str:
    """All text that grading a student yielded: the journal's strings, the page, and the outputs in nbgrader's notebook, free of quoting."""
    strings: list[str] = []

    def collect(value: Any) -> None:
        if isinstance(value, dict):
            value = [*value, *value.values()]
        if isinstance(value, list):
            for part in value:
                collect(part)
        else:
            strings.append(str(value))

    collect(json.loads((out / "results" / f"{file_name(student)}.json").read_text()))
    autograded = json.loads((out / "autograded" / file_name(student) / ASSIGNMENT / f"{ASSIGNMENT}.ipynb").read_text())
    collect([cell.get("outputs") for cell in autograded["cells"]])
    return "\n".join(strings) + html.unescape((out / "feedback" / f"{file_name(student)}.html").read_text())


def secrets() -> list[str]:
    """The course secret, a token of the environment, and every telling line of reference and checks."""
    given = "".join(text(cell) for cell in printed()["cells"])
    lines = [line for path in sorted(SUBMISSIONS.parent.parent.glob("solutions/lstm/*.py")) for line in _code_lines(path)]
    return [SECRET, TOKEN, SECRET.encode().hex(), *(line for line in lines if len(line) > 30 and line not in given)]


def _code_lines(path: Path) -> list[str]:
    """Lines of a module's functions without docstrings, which students may read."""
    source = path.read_text()
    lines = source.splitlines()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.Module) and ast.get_docstring(node):
            for number in range(node.body[0].lineno - 1, node.body[0].end_lineno or 0):
                lines[number] = ""
    return [line.strip() for line in lines if line.startswith("    ") and line.strip()]
