"""What goes into the zip for Gradescope, and what comes out: results.json, its visibility, lateness, the choice of a notebook."""

import io
import json
import subprocess
import zipfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from jsonschema import ValidationError, validate

from autograder.assignment import PRINTED, ROOT, load_assignment
from autograder.course import CourseError
from autograder.gradescope.metadata import NOT_KNOWN, read_late
from autograder.gradescope.report import not_graded, results
from autograder.gradescope.upload import find_notebook
from autograder.late import Late, Policy
from autograder.release.gradescope import files
from autograder.release.lock import pinned
from autograder.release.pack import autograders
from autograder.results import CellError, CheckResult, ExerciseResult, Outcome, Status, Verdict
from autograder.sandbox.choose import choose
from autograder.sandbox.launch import SandboxError
from tests.gradescope_schema import SCHEMA

NOW = datetime(2026, 3, 12, 12, tzinfo=UTC)
LATE = Late(NOW - timedelta(hours=3), NOW, 10)
TEN = Policy(percent_per_day=10)


def check(name: str, points: float, hidden: bool, outcome: Outcome, **more: Any) -> CheckResult:
    """A check's result."""
    return CheckResult(name, f"{name} is <b>so</b>\x1b[31m", points, hidden, outcome, **more)


EXERCISES = (
    ExerciseResult("one", (check("shape", 0.1, False, Outcome.PASSED),
                           check("values", 0.2, False, Outcome.FAILED, message="off", hint="Swap."),
                           check("secret", 0.3, True, Outcome.PASSED)), note="float32 is fine"),
    ExerciseResult("two", (check("all", 1, False, Outcome.NOT_RUN, message="not run: cell 3 hangs"),)),
)
VERDICT = Verdict("submission", "tiny", "tiny.ipynb", "d" * 64, "g" * 64, Status.PARTIAL, "user", 1.6, EXERCISES,
                  tuple(CellError(i, f"NameError: name 'x{i}'\n<script>", 2) for i in range(1, 14)))


@pytest.mark.parametrize("hidden", ["hidden", "after_due_date", "after_published", "visible"])
def test_hidden_checks_and_what_gives_them_away_have_the_courses_visibility(hidden: Any) -> None:
    report = results(VERDICT, hidden, LATE)
    validate(report, SCHEMA)
    one, secret, two, late = report["tests"]
    assert [test["visibility"] for test in report["tests"]] == ["visible", hidden, "visible", hidden]
    assert (secret["name"], secret["extra_data"]) == ("one: hidden checks", {"exercise": "one", "score": 0.4, "max_score": 0.6})
    assert "extra_data" not in one
    assert two["extra_data"] == {"exercise": "two", "score": 0.0, "max_score": 1.0}
    assert (report["score"], late["score"], late["max_score"]) == (0.36, -0.04, 0.0)


def test_a_student_reads_sentence_outcome_message_and_hint_as_plain_text() -> None:
    report = results(VERDICT, "visible", Late())
    assert report["tests"][0]["output"].splitlines() == [
        "Hint: Swap.", "passed (0.1): shape is <b>so</b>", "failed (0.2): values is <b>so</b>", "    off"]
    assert report["tests"][1]["output"].splitlines()[1:] == ["float32 is fine"]  # said only if hidden checks pass, too
    assert report["tests"][2]["output"].splitlines() == ["not run (1): all is <b>so</b>", "    cell 3 hangs"]
    twice = (check("a", 1, True, Outcome.FAILED, message="h differs"), check("b", 1, True, Outcome.FAILED, message="h differs"))
    (entry,) = results(replace(VERDICT, exercises=(ExerciseResult("one", twice),)), "visible", Late())["tests"]
    assert entry["output"].splitlines() == [
        "failed (1): a is <b>so</b>", "    h differs", "failed (1), for the same reason: b is <b>so</b>"]
    assert report["output"].splitlines()[0] == "cell 1, line 2: NameError: name 'x1' <script>"
    assert report["output"].splitlines()[-1] == "… and 3 more cells"
    assert {report[key] for key in ("output_format", "test_output_format", "test_name_format")} == {"text"}
    assert report["stdout_visibility"] == "hidden"


def test_an_unreadable_submission_gets_nothing_and_is_told_why() -> None:
    report = results(replace(VERDICT, status=Status.UNREADABLE, exercises=(), reason="lstm.ipynb is empty"), "visible", LATE)
    validate(report, SCHEMA)
    assert (report["score"], report["tests"][0]["max_score"], report["tests"][0]["output"]) == (0, 1.6, "lstm.ipynb is empty")


def test_our_fault_never_looks_like_a_grade_and_says_nothing_of_what_happened() -> None:
    report = results(replace(VERDICT, status=Status.ERROR, reason="check one.secret raised: [0.123]"), "visible", LATE)
    assert report == not_graded(1.6)
    validate(report, SCHEMA)
    assert "0.123" not in json.dumps(report)
    assert report["tests"][0]["name"] == "NOT GRADED: the autograder failed"


@pytest.mark.parametrize("wrong", [{"tests": [{"name": "no score"}]}, {"output": "neither score nor tests"}, {"score": "44"},
                                   {"score": 1, "visibility": "never"}, {"score": 1, "max_score": 2}])
def test_the_schema_refuses_what_gradescope_does_not_document(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        validate(wrong, SCHEMA)


def due(*days: int | None, assignment: int | None = None) -> dict[str, Any]:
    """Metadata of a submission at NOW; days: each submitter's own due date, so many days before."""
    def when(before: int | None) -> str | None:
        return None if before is None else (NOW - timedelta(days=before)).isoformat()

    return {"created_at": NOW.isoformat(), "assignment": {"due_date": when(assignment)},
            "users": [{"name": "=1+1", "assignment": {"due_date": when(day)}} for day in days]}


@pytest.mark.parametrize(("metadata", "percent"), [
    (due(3), 30), (due(3, 1), 10), (due(3, -2), 0), (due(3, None, assignment=2), 20), (due(assignment=2), 20), (due(None), 0),
    ({"created_at": NOW.isoformat()}, 0), (due(3) | {"users": None, "assignment": {"due_date": "2026-03-11T12:00:00"}}, 10),
])
def test_the_latest_due_date_among_the_submitters_counts(metadata: Any, percent: float, tmp_path: Path) -> None:
    (tmp_path / "m.json").write_text(json.dumps(metadata))
    late, note = read_late(tmp_path / "m.json", TEN)
    assert (late.percent, note) == (percent, "")


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"created_at": 3}', '{"created_at": "soon"}', '{"users": [1], "created_at": ""}',
                                  json.dumps(due(1) | {"created_at": None}), "[" * 100_000])
def test_wrong_metadata_costs_nobody_a_point(text: str, tmp_path: Path) -> None:
    (tmp_path / "m.json").write_text(text)
    assert read_late(tmp_path / "m.json", TEN) == (Late(), NOT_KNOWN)
    assert read_late(tmp_path / "m.json", Policy()) == (Late(), "")


@pytest.mark.parametrize(("names", "chosen", "words"), [
    (["lstm.ipynb"], "lstm.ipynb", ""), (["my copy.ipynb", "data.csv"], "my copy.ipynb", ""), (["deep/er/x.ipynb"], "deep/er/x.ipynb", ""),
    (["lstm.ipynb", "old.ipynb"], "lstm.ipynb", "old.ipynb"), (["lstm.zip"], "lstm.zip", ""), (["a.zip", "b.ipynb"], "b.ipynb", ""),
    (["a.ipynb", ".ipynb_checkpoints/a.ipynb", "__MACOSX/a.ipynb", "._a.ipynb"], "a.ipynb", ""), (["A.IPYNB"], "A.IPYNB", ""),
    (["a.ipynb", "b.ipynb"], "", "2 notebooks (a.ipynb, b.ipynb)"), (["x/lstm.ipynb", "y/lstm.ipynb"], "", "2 notebooks"),
    ([], "", "no notebook was handed in: hand in lstm.ipynb"), (["essay.docx"], "", "there is only essay.docx"),
])
def test_the_one_notebook_is_found(names: list[str], chosen: str, words: str, tmp_path: Path) -> None:
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    entry = find_notebook(tmp_path, "lstm")
    assert (str(entry.path.relative_to(tmp_path)) if not entry.problem else "") == chosen
    assert words in f"{entry.problem}{entry.notes}"


@pytest.fixture(scope="module")
def archive() -> zipfile.ZipFile:
    """The zip of one assignment."""
    printed = {"lstm.ipynb": (PRINTED / "lstm" / "lstm.ipynb").read_bytes(), "tests/lstm_step.py": b""}
    packed = autograders(load_assignment("lstm"), [], printed)
    assert packed == autograders(load_assignment("lstm"), [], printed)
    return zipfile.ZipFile(io.BytesIO(packed["gradescope/lstm.zip"]))


def test_the_zip_holds_one_assignment_and_scripts_that_run(archive: zipfile.ZipFile) -> None:
    names = archive.namelist()
    assert len(names) == len(set(names))
    modes = {name: archive.getinfo(name).external_attr >> 16 for name in names}
    assert [name for name in names if modes[name] == 0o755] == ["run_autograder", "setup.sh"]
    assert {name.split("/")[1] for name in names if name.startswith("solutions/")} == {"__init__.py", "lstm"}
    assert {"locks/core.txt", "course.yaml", ".course-secret", "not_graded.json", "assignments/lstm/lstm.ipynb"} <= set(names)
    assert not [name for name in names if name.startswith(("autograder/release", "tests/test_"))]
    text = b"".join(archive.read(name) for name in names if name.startswith(("autograder/gradescope", "setup.sh", "run_autograder")))
    assert b"http" not in text  # no host is named


def test_a_setting_that_makes_no_sense_stops_the_release(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "course.yaml").write_text("hidden_checks: never")
    monkeypatch.setenv("AUTOGRADER_COURSE_FILE", str(tmp_path / "course.yaml"))
    with pytest.raises(CourseError, match="hidden_checks is 'never'"):
        files(load_assignment("lstm"), {"lstm.ipynb": b""})


def test_the_zip_for_otter_alone_holds_no_secret(archive: zipfile.ZipFile) -> None:
    printed = {"lstm.ipynb": archive.read("assignments/lstm/lstm.ipynb")}
    packed = autograders(load_assignment("lstm"), [], printed)["otter/lstm.zip"]
    names = zipfile.ZipFile(io.BytesIO(packed)).namelist()
    assert set(archive.namelist()) - set(names) == {".course-secret", "setup.sh", "run_autograder"}
    assert {"otter_config.json", "tests/lstm_step.py"} <= set(names)


@pytest.mark.parametrize("name", ["lstm", "windowing"])
def test_tensorflow_is_installed_only_where_it_is_needed(name: str) -> None:
    assignment = load_assignment(name)
    lock = files(assignment, {f"{name}.ipynb": b""})["locks/core.txt"].decode()
    assert ("\ntensorflow==" in lock) == ("tensorflow" in assignment.packages)
    assert "\nnumpy==" in lock
    assert "\notter-grader==" in lock
    assert "\npandas==" not in lock
    assert all("--hash=sha256:" in block for block in lock.split("\n    # via")[:-1])


def test_a_lock_is_cut_by_who_needs_what() -> None:
    lock = ("# made\na==1 \\\n    --hash=x\n    # via\n    #   b\n    #   kit (pyproject.toml)\n"
            "B_x==2 ; y \\\n    --hash=y\n    # via c\nc==3\n    # via kit\n")
    assert pinned(lock, ["c"]) == lock[lock.index("B_x") :]
    assert pinned(lock, ["b-x"], ["a"]) == lock[7 : lock.index("c==")]
    with pytest.raises(ValueError, match="does not pin d"):
        pinned(lock, ["d"])


def test_a_user_id_is_a_sandbox_for_root_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.getuid", lambda: 1000)
    with pytest.raises(SandboxError, match="needs root"):
        choose("user")


def test_a_user_id_needs_a_python_that_every_user_may_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.getuid", lambda: 0)
    monkeypatch.setattr("autograder.sandbox.view.open_to_others", lambda packages: False)
    with pytest.raises(SandboxError, match="a Python that every user may run"):
        choose("user")


def test_the_setup_is_for_a_container_only() -> None:
    done = subprocess.run(["bash", ROOT / "autograder/gradescope/setup.sh"], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (2, "this is for Gradescope's container only\n")
