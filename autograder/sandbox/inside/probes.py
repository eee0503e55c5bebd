"""What a hostile submission would try first, tried by us in a locked-down worker before any class is graded."""

import ctypes
import os
import socket
import subprocess
from collections.abc import Callable


def run(paths: list[str], places: list[str], pids: list[int]) -> list[str]:
    """Names of the attempts that succeeded: none should.

    paths: files and folders that must be unreadable; places: folders that must not take a file; pids: must be out of reach.
    """
    attempts: dict[str, Callable[[], object]] = {f"read {path}": lambda p=path: _read(p) for path in paths}  # type: ignore[misc]
    attempts |= {f"write to {place}": lambda p=place: _write(f"{p}/probe") for place in places}  # type: ignore[misc]
    attempts |= {f"signal process {pid}": lambda p=pid: os.kill(p, 0) for pid in pids}  # type: ignore[misc]
    attempts |= {
        "open a TCP socket": lambda: socket.socket(socket.AF_INET).bind(("127.0.0.1", 0)),
        "open a UNIX socket": lambda: socket.socket(socket.AF_UNIX).bind("\0probe"),
        "trace a process": lambda: _syscall("ptrace", 16, os.getppid() or 1, 0, 0),
        "make a user namespace": lambda: _syscall("unshare", 0x10000000),
        "mount a file system": lambda: _syscall("mount", b"none", b"/", None, 0x4020, None),
        "become root": lambda: os.setuid(0) if os.getuid() else _capable(),
        "write beside the interpreter": lambda: _write(os.path.dirname(os.__file__) + "/probe"),
        "change a file's mode": lambda: os.chmod(os.__file__, os.stat(os.__file__).st_mode),
        "lift a limit": _lift,
        "make anonymous files": lambda: os.memfd_create("probe"),
        "see the parent's command line": _parent,
    }
    return [name for name, attempt in attempts.items() if _succeeds(attempt)]


def _succeeds(attempt: Callable[[], object]) -> bool:
    try:
        attempt()
    except (OSError, ValueError, subprocess.SubprocessError):
        return False
    return True


def _capable() -> None:
    """Root without a single capability is nobody."""
    with open("/proc/self/status") as file:
        if not any(int(line.split()[1], 16) for line in file if line.startswith(("CapEff", "CapPrm", "CapBnd"))):
            raise OSError("no capabilities")


def _read(path: str) -> None:
    if os.path.isdir(path):
        os.listdir(path)
        return
    with open(path, "rb") as file:
        file.read(1)


def _write(path: str) -> None:
    with open(path, "xb") as file:
        file.write(b"x")
    os.unlink(path)


def _lift() -> None:
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (soft, hard + (1 << 30)))


def _parent() -> None:
    with open(f"/proc/{os.getppid()}/cmdline") as file:
        if not file.read():
            raise OSError("nothing to see")


def _syscall(name: str, *args: object) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if getattr(libc, name)(*args) < 0:
        raise OSError(ctypes.get_errno(), name)
