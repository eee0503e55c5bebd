"""Start the warm process in the strongest sandbox this machine allows, or say what to install."""

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.assignment import Limits
from autograder.sandbox import view
from autograder.sandbox.seccomp import program

MODES = {"bwrap": "namespaces", "landlock": "landlock", "user": "user", "none": "none"}
START_SECONDS = 120
CAPABILITIES = ("CAP_SYS_ADMIN", "CAP_SETUID", "CAP_SETGID", "CAP_KILL")  # a root zygote's, gone before student code runs


class SandboxError(Exception):
    """No sandbox, or one that leaks; says what to install or do."""


@dataclass
class Zygote:
    """A warm process and its control socket. `backend` is what it runs in."""

    backend: str
    process: subprocess.Popen[bytes]
    control: socket.socket
    started: int = 0

    def order(self, fds: list[int]) -> None:
        """Have a worker forked that talks over these descriptors: requests, replies, prints, status."""
        self.started += 1
        try:
            socket.send_fds(self.control, [json.dumps({"slot": self.started}).encode()], fds)
        except OSError as error:
            raise SandboxError(f"the sandbox's warm process is gone: {error}") from None


@contextmanager
def zygote(packages: tuple[str, ...], limits: Limits, backend: str) -> Iterator[Zygote]:
    """A warm process in `backend` ("bwrap", "landlock", "user" or "none"), gone with everything it forked when the block ends."""
    if backend == "user":
        _refuse_without_users(packages)
    wrapper = _bubblewrap(packages) if backend == "bwrap" else []
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with tempfile.TemporaryDirectory(prefix="sandbox-") as scratch, tempfile.TemporaryFile() as log:
        os.chmod(scratch, 0o755)
        home = "/tmp" if backend == "bwrap" else f"{scratch}/home"
        kit = "/kit" if backend == "bwrap" else _lay_out(scratch, packages)
        config = {
            "mode": MODES[backend], "home": home, "path": [kit, f"{kit}/packages"], "packages": _imports(packages),
            "readable": [*view.SYSTEM, *view.interpreter_paths(), *map(str, view.package_files(packages).values()), kit],
            "switch_user": backend in ("bwrap", "user") or (backend == "landlock" and view.open_to_others(packages)),
            "memory": limits.memory_bytes, "processes": limits.processes, "seconds": int(limits.total_seconds),
        }
        command = [str(view.interpreter()), "-I", "-S", f"{kit}/zygote.py", str(theirs.fileno()), json.dumps(config)]
        process = subprocess.Popen(
            [*wrapper, *command], pass_fds=[theirs.fileno()], env=view.environment(), cwd="/", start_new_session=True,
            stdin=subprocess.DEVNULL, stdout=log, stderr=log,
        )
        theirs.close()
        try:
            _await_ready(ours, log, backend)
            yield Zygote(backend, process, ours)
        finally:
            ours.close()
            _stop(process)


def _refuse_without_users(packages: tuple[str, ...]) -> None:
    """All that keeps a submission of this backend from our files is that it runs as somebody else."""
    if os.getuid() != 0:
        raise SandboxError("the user sandbox needs root, who can run a submission as a user id that owns nothing")
    if not view.open_to_others(packages):
        raise SandboxError(f"the user sandbox needs a Python that every user may run, but {view.interpreter()} or its packages lie in a "
                           "folder that others may not enter")


def _await_ready(control: socket.socket, log: Any, backend: str) -> None:
    control.settimeout(START_SECONDS)
    try:
        rules = program(processes=backend == "bwrap") if backend != "none" else b"none"
    except (ImportError, RuntimeError) as error:
        raise SandboxError(f"the {backend} sandbox needs libseccomp: sudo apt-get install libseccomp2 ({error})") from None
    try:
        control.send(rules)
        ready = control.recv(64) == b"ready"
    except OSError:
        ready = False
    control.settimeout(None)
    if not ready:
        log.seek(0)
        said = log.read()[-2000:].decode(errors="replace").strip()
        raise SandboxError(f"the {backend} sandbox did not start: {said or 'no message'}")


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Nothing outlives the grading: the whole session goes, and under bubblewrap its process namespace with it."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _imports(packages: tuple[str, ...]) -> list[str]:
    """What to import beforehand: pyplot costs a second that no submission should pay."""
    return ["matplotlib.pyplot" if name == "matplotlib" else name for name in packages]


def _bubblewrap(packages: tuple[str, ...]) -> list[str]:
    """The bwrap command up to the program: a root of read-only pieces, no network, nothing of the grader's."""
    root, bwrap = os.getuid() == 0, shutil.which("bwrap")
    if bwrap is None:
        raise SandboxError("bubblewrap (bwrap) is not installed")
    command = [bwrap, "--die-with-parent", "--new-session", "--unshare-ipc", "--unshare-pid",
               "--unshare-net", "--unshare-uts", "--unshare-cgroup-try", "--hostname", "sandbox"]
    command += ["--cap-drop", "ALL", *(part for name in CAPABILITIES for part in ("--cap-add", name))] if root else ["--unshare-user"]
    binds = {path: path for path in view.existing([*view.SYSTEM, *view.interpreter_paths()])}
    binds |= {f"/kit/packages/{name}": str(source) for name, source in view.package_files(packages).items()}
    binds |= {f"/kit/{source.name}": str(source) for source in view.kit_files()}
    for folder in sorted({str(parent) for path in binds for parent in Path(path).parents} - {"/"}):
        if folder not in binds:
            command += ["--perms", "0755", "--dir", folder]
    for path, source in sorted(binds.items()):
        command += ["--symlink", os.readlink(source), path] if os.path.islink(source) else ["--ro-bind", source, path]
    for path in view.foreign_packages():
        command += ["--perms", "0755", "--tmpfs", path]
    return [*command, "--proc", "/proc", "--dev", "/dev", "--size", str(16 << 20), "--tmpfs", "/tmp",
            "--remount-ro", "/dev", "--remount-ro", "/", "--"]


def _lay_out(scratch: str, packages: tuple[str, ...]) -> str:
    """The same /kit as bubblewrap shows, made of copies and links, for sandboxes that share our root."""
    kit = Path(scratch, "kit")
    (kit / "packages").mkdir(parents=True)
    Path(scratch, "home").mkdir(mode=0o711)
    for source in view.kit_files():
        shutil.copyfile(source, kit / source.name)
    for name, source in view.package_files(packages).items():
        (kit / "packages" / name).symlink_to(source)
    return str(kit)
