"""What a command costs: wall time, CPU time of all it starts, and the memory of all that at once."""

import contextlib
import os
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

SAMPLE_SECONDS = 0.25


@dataclass(frozen=True)
class Cost:
    """wall, cpu: seconds; peak: bytes, the sum of PSS over all processes, 0 unless watched."""

    wall: float
    cpu: float
    peak: int = 0


def measure(command: Sequence[str], cwd: Path, env: dict[str, str], watch: bool = True) -> Cost:
    """Run a command to its end. Raises RuntimeError, with what it said, if it fails.

    watch: sample memory too; that slows what forks a lot, so the sealed grader is timed unwatched.
    """
    with _group() as group:
        entered = ["sh", "-c", f'echo $$ > "{group}/cgroup.procs" && exec "$@"', "sh", *command] if group else list(command)
        before, start = _cpu_seconds(group), time.monotonic()
        peaks = [0]
        with subprocess.Popen(
            entered, cwd=cwd, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        ) as process:
            if watch:
                threading.Thread(target=_watch, args=(process.pid, peaks), daemon=True).start()
            said, _ = process.communicate()
        cost = Cost(time.monotonic() - start, _cpu_seconds(group) - before, max(peaks))
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}:\n{said.decode(errors='replace')[-3000:]}")
    return cost


def cpu_source() -> str:
    """Where CPU times come from on this machine."""
    with _group() as group:
        if group:
            return "counted in a cgroup of the command's own"
        return "no cgroup can be made here, so it is what the whole machine used meanwhile, an upper bound"


@contextmanager
def _group() -> Iterator[Path | None]:
    """A cgroup (v2) for one command, or None where none can be made.

    The grader's warm process lets the kernel reap its children, so no parent is told what they used: only a cgroup knows.
    """
    mounts = [line.split() for line in Path("/proc/mounts").read_text().splitlines()]
    mount = next((fields[1] for fields in mounts if fields[2] == "cgroup2"), "/nowhere")
    own = next((line[3:] for line in Path("/proc/self/cgroup").read_text().splitlines() if line.startswith("0::")), "/")
    group = Path(f"{mount}{own}", f"bench-{os.getpid()}-{time.monotonic_ns()}")
    try:
        group.mkdir()
    except OSError:
        yield None
        return
    try:
        yield group
    finally:
        for _ in range(100):  # the last processes may still be on their way out
            with contextlib.suppress(OSError):
                group.rmdir()
                break
            time.sleep(0.05)


def _cpu_seconds(group: Path | None) -> float:
    if group:
        return int((group / "cpu.stat").read_text().split()[1]) / 1e6
    times = psutil.cpu_times()
    return float(times.user + times.nice + times.system)


def _watch(pid: int, peaks: list[int]) -> None:
    with contextlib.suppress(psutil.Error):
        root = psutil.Process(pid)
        while root.is_running() and root.status() != psutil.STATUS_ZOMBIE:
            peaks.append(sum(map(_pss, [root, *root.children(recursive=True)])))
            time.sleep(SAMPLE_SECONDS)


def _pss(process: psutil.Process) -> int:
    try:
        return int(process.memory_full_info().pss)
    except psutil.AccessDenied:
        return int(process.memory_info().rss)  # shared pages counted in full: too much rather than too little
    except psutil.NoSuchProcess:
        return 0
