"""Find a sandbox that holds, by trying it.

What holds in each, once its self-test has passed:

| a submission cannot | bwrap | landlock | user |
|---|---|---|---|
| read solutions, tests, the course secret, results, what was handed in | not there | not allowed | closed to its user id |
| read anything else of the machine | not there | not allowed | **can, where every user may** (packages, /etc/passwd, process names) |
| write outside its own folder, which is removed afterwards | yes | yes | yes, where permissions say so |
| signal, trace or look into another process, ours or another submission's | yes | yes | yes |
| use the network, sockets, shared memory | yes | yes | yes |
| start processes that outlive it or pass its limits | all end with it | cannot fork or exec | cannot fork or exec |
| use more time, memory, output than allowed | yes | yes | yes |
| fill the disk | sized tmpfs | bounded per file | bounded per file |
| gain rights (root, capabilities, set-uid programs, namespaces) | yes | yes | yes |

"user" rests on file permissions, so it is for a container that is ours alone and thrown away: Gradescope's runner, which is
root there, closes what must be closed. It is taken by name only.
"""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from autograder.assignment import SOLUTIONS, Limits
from autograder.sandbox.launch import SandboxError, Zygote, zygote
from autograder.sandbox.worker import Worker, WorkerGone
from autograder.secret import secret_path

INSTALL = "install bubblewrap: sudo apt-get install bubblewrap (Debian, Ubuntu), or dnf, pacman, zypper install bubblewrap"
PROBE_SECONDS = 30
AUTO = ("bwrap", "landlock")  # the best first
SHARED = ("/tmp", "/var/tmp", "/var/lock", "/var/crash", "/run", "/run/lock", "/dev/mqueue")  # where every user may write, as a rule
WEAKER = {"user": {"see the parent's command line"}}  # what a backend does not promise: nothing secret stands there


def choose(wanted: str | Sequence[str], closed: Iterable[Path] = ()) -> tuple[str, str]:
    """(backend, remark): the backend to use, and what a person should know about the choice.

    wanted: "auto" takes bubblewrap, else Landlock; a name takes that one or none, several names the first that holds.
    closed: files and folders that a submission must not reach, besides the solutions and the secret. Raises SandboxError,
    which says what to install; "none" is never chosen, only asked for.
    """
    if wanted == "none":
        return "none", "no sandbox: submissions run with your rights, and every grade is marked unsandboxed"
    closed, failures = tuple(closed), []
    for backend in AUTO if wanted == "auto" else (wanted,) if isinstance(wanted, str) else wanted:
        try:
            with zygote((), Limits(), backend) as warm:
                prove(warm, closed)
        except SandboxError as error:
            failures.append(str(error))
            continue
        return backend, f"using {backend}, because {'; '.join(failures)}" if failures else ""
    raise SandboxError("\n".join([*failures, INSTALL]))


def prove(warm: Zygote, closed: Iterable[Path] = ()) -> None:
    """Try in a worker what a hostile submission would; raises SandboxError, naming it, if anything succeeds."""
    if warm.backend == "none":
        return
    secrets = [SOLUTIONS / "__init__.py", secret_path(), *SOLUTIONS.glob("*/reference.py"), *closed]
    places = ["/", "/dev/shm", *(str(path) for path in closed if path.is_dir()), *(SHARED if warm.backend != "bwrap" else ())]
    pids = [os.getpid(), os.getppid()]
    worker = Worker(warm)
    try:
        answer = worker.ask(PROBE_SECONDS, do="probe", paths=[str(path) for path in secrets], places=places, pids=pids)
    except WorkerGone as gone:
        raise SandboxError(f"the {warm.backend} sandbox's self-test failed: {gone}") from None
    finally:
        worker.close()
    succeeded = answer.get("succeeded")
    leaks = [name for name in succeeded if name not in WEAKER.get(warm.backend, ())] if isinstance(succeeded, list) else ["anything"]
    if leaks:
        raise SandboxError(f"the {warm.backend} sandbox leaks, nothing was graded: a submission could {leaks}")
