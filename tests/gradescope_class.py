"""What happens at Gradescope, all of it in one container image: submissions of every kind, the sandbox's own tests, and attacks."""

import io
import json
import shutil
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import Any

from autograder.assignment import PRINTED, ROOT, load_assignment
from autograder.release.archive import zipped
from autograder.release.gradescope import files
from tests.class_builder import SUBMISSIONS, Submission, dump, filled, read_submission
from tests.gradescope_root import Gradescope, gradescope
from tests.grading_run import SECRET, copy_kit, grade
from tests.hostile_class import ATTACKS, CONTROLS, HONEST, _heard, _listen, class_files

LIMITS = "{call_seconds: 1, cell_seconds: 1.5, total_seconds: 5}"
COURSE = "late: {percent_per_day: 10, most_percent: 50}\nhidden_checks: after_due_date\n"
LATE = {"created_at": "2026-03-12T10:00:00.000000-07:00", "assignment": {"due_date": "2026-03-09T10:00:00.000000-07:00"}, "users": [
    {"name": "Ann", "email": "ann@example.edu", "assignment": {"due_date": "2026-03-09T10:00:00.000000-07:00"}},
    {"name": "Bob", "email": "bob@example.edu", "assignment": {"due_date": "2026-03-11T09:00:00.000000-07:00"}}]}
TRIED = ("damage", "exhaust", "outlive", "reach_the_network", "read_what_is_hidden", "run_code_in_the_grader")  # folders of attacks
HOSTILE = '''
import os, signal, socket, subprocess
def attempt(what, act):
    try:
        act()
        done.append(what)
    except Exception:
        pass
done = []
found = [os.path.join(place, name) for top in ("/autograder", "/etc", "/root", "/tmp", "/var/tmp") for place, _, names in os.walk(top)
         for name in names if name in ("reference.py", ".course-secret", "results.json", "submission_metadata.json")]
for path in [*found, "/autograder/source/solutions/lstm/reference.py", "/autograder/source/.course-secret",
             "/autograder/submission/lstm.ipynb", "/autograder/submission_metadata.json",
             "/autograder/results/results.json", f"/proc/{os.getppid()}/mem", "/proc/1/environ"]:
    attempt(f"read {path}", lambda: open(path).read(1))
for place in ("/autograder", "/autograder/results", "/autograder/source", "/autograder/submission", "/tmp", "/var/tmp", "/dev/shm", "/opt"):
    attempt(f"list {place}", lambda: place.startswith("/autograder/") and os.listdir(place) or 1 / 0)
    attempt(f"write to {place}", lambda: open(f"{place}/results.json", "w").write('{"score": 44}'))
attempt("kill", lambda: [os.kill(pid, signal.SIGKILL) for pid in (os.getppid(), 1)])
attempt("connect", lambda: socket.create_connection(("127.0.0.1", 22), 1))
attempt("fork", os.fork)
attempt("run", lambda: subprocess.run(["true"]))
raise ValueError(f"done: {done}")
'''
CLOSE = "from autograder.gradescope.container import Container, close\nclose(Container().private)\n"
WORKER_TESTS = CLOSE + """  # Debian's Python 3.11.2 calls a NUL in the source a ValueError
import pytest, sys
sys.exit(pytest.main(["-q", "-c", "/dev/null", "--rootdir", "/tests", "-p", "no:cacheprovider", "--import-mode=importlib",
                      "-k", "user and not SyntaxError", "/tests/tests/test_sandbox.py", "/tests/tests/test_worker.py"]))
"""
GRADE_ALL = CLOSE + """
import json, pathlib
from autograder.grading import grade_entry
from autograder.roster import Entry
for path in sorted(pathlib.Path("/autograder/class").iterdir()):
    print(json.dumps(grade_entry(Entry(path.stem, path), "lstm", "user", "").to_json(), default=str))
"""


def submissions() -> dict[str, dict[str, bytes]]:
    """Uploads by name: files by path under /autograder."""
    right = dump(filled(Submission("right", "right")))
    one = {
        "right": right, "hostile": dump(filled(Submission("hostile", "tries everything", pieces=(("", HOSTILE),), base="stub"))),
        "swapped": dump(filled(read_submission(SUBMISSIONS / "lstm" / "swapped_gates.py"))),
        "endless": dump(filled(read_submission(SUBMISSIONS / "lstm" / "loops_forever.py"))),
    }
    both = io.BytesIO()
    with zipfile.ZipFile(both, "w") as archive:
        archive.writestr("a.ipynb", right)
        archive.writestr("b.ipynb", right)
    uploads = {name: {"submission/lstm.ipynb": data} for name, data in one.items()}
    uploads["late"] = uploads["swapped"] | {"submission_metadata.json": json.dumps(LATE).encode()}
    uploads["twice"] = {"submission/upload.zip": both.getvalue()}
    uploads["nothing"] = {"submission/essay.txt": b"done"}
    uploads["broken grader"] = uploads["right"] | {"source/solutions/lstm/check_lstm_step.py": b"1/0"}
    uploads["killed grader"] = uploads["right"] | {"source/autograder/gradescope/__main__.py": b"import os\nos.kill(os.getpid(), 9)"}
    container = Path("autograder/gradescope/container.py")
    careless = (ROOT / container).read_text().replace("    for path in private:", "    return\n    for path in private:")
    uploads["left open"] = uploads["right"] | {f"source/{container}": careless.encode()}
    return uploads


def grade_at_gradescope(folder: Path) -> dict[str, Any]:
    """Everything, as plain data: what each submission got, the same from `python -m autograder grade`, and the tests run inside."""
    assignment, base, home = load_assignment("lstm"), folder / "layers", folder / "home"
    base.mkdir()
    kit = copy_kit(folder, LIMITS)
    printed = {"lstm.ipynb": (PRINTED / "lstm" / "lstm.ipynb").read_bytes()}
    members = files(assignment, printed) | {
        ".course-secret": SECRET.encode(), "course.yaml": COURSE.encode(),
        "solutions/lstm/reference.py": (kit / "solutions/lstm/reference.py").read_bytes(),
    }
    uploads = submissions()
    home.mkdir()
    for name in ("right", "swapped", "endless", "hostile"):
        (home / f"{name}.ipynb").write_bytes(uploads[name]["submission/lstm.ipynb"])
    with gradescope(base) as there, ThreadPoolExecutor(3) as pool:
        there.build(zipped(members))
        jobs = {name: pool.submit(there.grade, name, upload) for name, upload in uploads.items()}
        jobs["bwrap"] = pool.submit(there.grade, "bwrap", uploads["right"], namespaces=True)
        jobs["landlock"] = pool.submit(there.grade, "landlock", uploads["right"], landlock=True)
        others = {"inside": pool.submit(_sandbox_tests, there), "attacks": pool.submit(_attacks, there),
                  "here": pool.submit(lambda: asdict(grade(kit, home, folder / "out")))}
        graded = {name: asdict(job.result()) for name, job in jobs.items()}
        return {"setup_seconds": there.setup_seconds, "graded": graded} | {name: job.result() for name, job in others.items()}


def _sandbox_tests(there: Gradescope) -> str:
    """The tests of the sandbox and its worker, on the backend "user": what pytest printed."""
    root = there.container("sandbox tests")
    for package in ("pytest", "_pytest", "pluggy", "iniconfig"):  # pure Python: any version runs them
        found = Path(next(place for place in sys.path if Path(place, package).is_dir()), package)
        shutil.copytree(found, root / "tests" / package)
    shutil.copy(found.parent / "py.py", root / "tests/py.py")
    shutil.copytree(ROOT / "tests", root / "tests/tests", ignore=shutil.ignore_patterns("submissions", "__pycache__"))
    (root / "tests").chmod(0o700)
    environment = ["PYTHONPATH=/tests:/autograder/source", "TEST_SANDBOXES=user", "PYTHONDONTWRITEBYTECODE=1"]
    return there.enter("sandbox tests", "env", *environment, "/opt/autograder/venv/bin/python", "-c", WORKER_TESTS).stdout


def _attacks(there: Gradescope) -> dict[str, Any]:
    """Attacks on the backend "user": verdicts by name, whether the network was reached, whether our files are as they were."""
    root = there.container("attacks")
    victim = root / "autograder/results/victim.txt"
    victim.write_text("untouched")
    with ExitStack() as stack:
        port, listeners = _listen(stack)
        values = {"VICTIM": "/autograder/results/victim.txt", "OUT": "/autograder/results", "REPOSITORY": "/autograder/source",
                  "SECRET": "/autograder/source/.course-secret", "PORT": str(port), "MARKER": "left-behind", "CALL_SECONDS": "1"}
        values |= {path.stem.upper(): path.read_text() for path in (SUBMISSIONS / "shared").glob("*.py")}
        tried = {*CONTROLS, *HONEST, *(name for name, path in ATTACKS.items() if path.parent.name in TRIED)}
        (root / "autograder/class").mkdir(mode=0o700)
        for name, data in class_files(values).items():
            if name in tried:
                (root / f"autograder/class/{name}.ipynb").write_bytes(data)
        done = there.enter("attacks", "env", "PYTHONPATH=/autograder/source", "/opt/autograder/venv/bin/python", "-c", GRADE_ALL)
        reached = [kind for kind, listener in listeners.items() if _heard(listener)]
    rows = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    return {"verdicts": {row["student"]: row for row in rows}, "expected": sorted(tried), "reached": reached, "victim": victim.read_text(),
            "results": sorted(path.name for path in (root / "autograder/results").iterdir()), "printed": done.stdout[-3000:]}
