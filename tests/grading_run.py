"""Run the real command line on a folder of submissions, in a copy of the kit with a secret and limits of its own."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from autograder.assignment import ROOT

SECRET = "CANARY-SECRET-" + "7" * 32
TOKEN = "CANARY-ENVIRONMENT-5f1d9c"


@dataclass(frozen=True)
class Run:
    """What a grading run left: where, its exit code and what it printed."""

    out: str
    code: int
    printed: str


def copy_kit(folder: Path, limits: str = "") -> Path:
    """A copy of the grader and its assignments; limits: YAML for the front matter, such as "{call_seconds: 2}"."""
    kit = folder / "kit"
    for name in ("autograder", "solutions", "assignments", "datasets"):
        shutil.copytree(ROOT / name, kit / name, ignore=shutil.ignore_patterns("__pycache__"))
    (kit / ".course-secret").write_text(SECRET)
    for path in kit.glob("solutions/*/reference.py") if limits else ():
        path.write_text(path.read_text().replace("# ---\n", f"# ---\n# limits: {limits}\n", 1))
    return kit


def grade(kit: Path, submissions: Path, out: Path, jobs: int = 2, timeout: float = 400) -> Run:
    """Grade a folder; raises subprocess.TimeoutExpired if that does not end."""
    command = [sys.executable, "-m", "autograder", "grade", "lstm", str(submissions), "--out", str(out), "--jobs", str(jobs)]
    scratch = kit.parent / "scratch"  # where the grader's own temporary files go, and must go away again
    scratch.mkdir()
    environment = os.environ | {"GRADER_TOKEN": TOKEN, "AUTOGRADER_SECRET_FILE": str(kit / ".course-secret"), "TMPDIR": str(scratch)}
    done = subprocess.run(command, cwd=kit, env=environment, capture_output=True, timeout=timeout, stdin=subprocess.DEVNULL)
    return Run(str(out), done.returncode, (done.stdout + done.stderr).decode(errors="replace"))
