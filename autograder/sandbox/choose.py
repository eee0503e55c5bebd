"""Find a sandbox that holds, by trying it."""

import os

from autograder.assignment import SOLUTIONS, Limits
from autograder.sandbox.launch import SandboxError, Zygote, zygote
from autograder.sandbox.worker import Worker, WorkerGone
from autograder.secret import secret_path

INSTALL = "install bubblewrap: sudo apt-get install bubblewrap (Debian, Ubuntu), or dnf, pacman, zypper install bubblewrap"
PROBE_SECONDS = 30


def choose(wanted: str) -> tuple[str, str]:
    """(backend, remark): the backend to use, and what a person should know about the choice.

    wanted: "auto" takes bubblewrap, else Landlock; a name takes that one or none. Raises SandboxError, which says what to
    install; "none" is never chosen, only asked for.
    """
    if wanted == "none":
        return "none", "no sandbox: submissions run with your rights, and every grade is marked unsandboxed"
    failures = []
    for backend in ("bwrap", "landlock") if wanted == "auto" else (wanted,):
        try:
            with zygote((), Limits(), backend) as warm:
                prove(warm)
        except SandboxError as error:
            failures.append(str(error))
            continue
        return backend, f"using landlock, because {failures[0]}" if failures else ""
    raise SandboxError("\n".join([*failures, INSTALL]))


def prove(warm: Zygote) -> None:
    """Try in a worker what a hostile submission would; raises SandboxError, naming it, if anything succeeds."""
    if warm.backend == "none":
        return
    secrets = [SOLUTIONS / "__init__.py", secret_path(), *SOLUTIONS.glob("*/reference.py")]
    worker = Worker(warm)
    try:
        answer = worker.ask(PROBE_SECONDS, do="probe", paths=[str(path) for path in secrets], pids=[os.getpid(), os.getppid()])
    except WorkerGone as gone:
        raise SandboxError(f"the {warm.backend} sandbox's self-test failed: {gone}") from None
    finally:
        worker.close()
    if answer.get("succeeded") != []:
        raise SandboxError(f"the {warm.backend} sandbox leaks, nothing was graded: a submission could {answer.get('succeeded')}")
