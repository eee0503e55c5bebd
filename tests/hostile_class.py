"""The corpus of attacks as one class, graded once, with canaries around it that show whether one got out."""

import hashlib
import json
import os
import socket
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import Any

import tests.forged_files  # noqa: F401  fills FILES
from tests.class_builder import SUBMISSIONS, Submission, dump, filled, read_submission, read_submissions
from tests.grading_run import copy_kit, grade
from tests.odd_files import FILES
from tests.published import published_answers

CALL_SECONDS = 2
LIMITS = f"{{call_seconds: {CALL_SECONDS}, cell_seconds: 3, total_seconds: 9}}"
MARKER = f"left-behind-by-a-submission-{os.getpid()}"
CONTROLS = ("wrong", "zeros")
HONEST = ("amir_is_honest", "mia_is_honest", "zoe_is_honest")  # first, in the middle and last among the attacks
FORGED = tuple(name for name, file in FILES.items() if file.expect == "nothing gained")
ATTACKS = {path.stem: path for path in sorted((SUBMISSIONS / "attacks").rglob("*.py"))}


def grade_hostile_class(folder: Path) -> dict[str, Any]:
    """Grade everything; plain data: the run, and what became of the canaries."""
    kit, out, submissions, victim = copy_kit(folder, LIMITS), folder / "out", folder / "submitted", folder / "victim.txt"
    submissions.mkdir()
    victim.write_text("untouched")
    victim.chmod(0o644)
    before = fingerprint(kit)
    with ExitStack() as stack:
        port, listeners = _listen(stack)
        values = {"VICTIM": victim, "OUT": out, "REPOSITORY": kit, "SECRET": kit / ".course-secret", "PORT": port,
                  "MARKER": MARKER, "TABLE": published_answers("lstm_step"), "CALL_SECONDS": CALL_SECONDS}
        values |= {path.stem.upper(): path.read_text() for path in (SUBMISSIONS / "shared").glob("*.py")}
        for name, data in class_files({key: str(value) for key, value in values.items()}).items():
            (submissions / f"{name}.ipynb").write_bytes(data)
        run = grade(kit, submissions, out, jobs=3)
        reached = [kind for kind, listener in listeners.items() if _heard(listener)]
    return {"run": asdict(run), "reached": reached, "left_running": running(MARKER), "kit_unchanged": fingerprint(kit) == before,
            "victim": [victim.read_text(), victim.stat().st_mode & 0o777], "beside": names(folder), "scratch": names(folder / "scratch")}


def names(folder: Path) -> list[str]:
    """What lies in a folder."""
    return sorted(path.name for path in folder.iterdir())


def class_files(values: dict[str, str]) -> dict[str, bytes]:
    """Every notebook of the class, by the student's name."""
    wrong = read_submission(SUBMISSIONS / "controls" / "wrong.py")
    class_ = {name: filled(read_submission(SUBMISSIONS / "controls" / f"{name}.py")) for name in CONTROLS}
    class_ |= {name: filled(Submission(name, "honest")) for name in HONEST}
    class_ |= {name: filled(submission) for name, submission in read_submissions("attacks", values).items()}
    forged = {name: FILES[name].make(filled(wrong)) for name in FORGED}
    return {name: dump(notebook) for name, notebook in class_.items()} | forged


def fingerprint(folder: Path) -> str:
    """A hash of all names and contents under a folder, without Python's caches."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return hashlib.sha256(json.dumps([[str(p), p.read_bytes().hex()] for p in files]).encode()).hexdigest()


def running(word: str) -> list[str]:
    """Command lines of the processes that have a word in theirs."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            line = path.read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
        if word in line:
            found.append(line)
    return found


def _listen(stack: ExitStack) -> tuple[int, dict[str, socket.socket]]:
    """TCP and UDP sockets on one port of this machine, for whoever gets out to reach."""
    tcp = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
    udp = stack.enter_context(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
    udp.bind(tcp.getsockname())
    for listener in (tcp, udp):
        listener.setblocking(False)
    return tcp.getsockname()[1], {"tcp": tcp, "udp": udp}


def _heard(listener: socket.socket) -> bool:
    try:
        if listener.type == socket.SOCK_STREAM:
            listener.accept()[0].close()
        else:
            listener.recv(1)
    except BlockingIOError:
        return False
    return True
