"""One process beside each worker: forks it, watches memory and the lifeline, reports its end. Runs inside the sandbox."""

import contextlib
import json
import os
import select
import shutil
import signal
import traceback
from typing import Any, NoReturn

import linux
import lockdown

WATCH_MS = 100
LOCKDOWN_FAILED = 70


def keep(order: dict[str, Any], fds: list[int], work: Any) -> None:
    """Fork a worker, run work(order, requests, replies, prints) in it locked down, and see it to its end. Never returns.

    fds: requests (its other end closed means: kill), replies, prints, status (one JSON line when all is over).
    """
    requests, replies, prints, status = fds
    report: dict[str, Any] = {"why": "fault"}
    pid = 0
    try:
        if order["mode"] == "namespaces":
            lockdown.enter_namespaces()
        else:
            order["home"] = f"{order['home']}/{order['slot']}-{os.getpid()}"
            os.mkdir(order["home"], 0o700)
            if os.getuid() == 0 and order["switch_user"]:
                os.chown(order["home"], lockdown.worker_uid(order), -1)
        pid = os.fork()
        if pid == 0:
            os.close(status)
            _work(order, requests, replies, prints, work)
        os.close(replies)
        os.close(prints)
        report = _watch(pid, requests, order)
    except BaseException as error:
        report = {"why": "fault", "error": f"{type(error).__name__}: {error}"}
    finally:
        if pid:
            _end(pid, report)
            os.write(status, json.dumps(report).encode() + b"\n")
            if order["mode"] != "namespaces":
                shutil.rmtree(order["home"], ignore_errors=True)
        else:
            os.write(status, json.dumps(report).encode() + b"\n")
        os._exit(0)


def _work(order: dict[str, Any], requests: int, replies: int, prints: int, work: Any) -> NoReturn:
    """The worker's whole life: lock down (a failure of that is ours), then do what is asked."""
    try:
        linux.prctl(linux.PR_SET_PDEATHSIG, signal.SIGKILL)
        lockdown.lock(order)
    except BaseException as error:
        os.write(prints, f"\nlockdown failed: {type(error).__name__}: {error}\n".encode())
        os._exit(LOCKDOWN_FAILED)
    try:
        work(order, requests, replies, prints)
    except BaseException:
        os.write(2, traceback.format_exc().encode(errors="replace"))
    os._exit(1)


def _watch(pid: int, requests: int, order: dict[str, Any]) -> dict[str, Any]:
    """Wait for the worker's end, the lifeline's end, or too much memory, whichever is first."""
    poll = select.poll()
    ended = os.pidfd_open(pid)
    poll.register(ended, select.POLLIN)
    poll.register(requests, 0)  # POLLHUP alone: the grader closed its end
    base = _private_bytes("self")
    while True:
        events = poll.poll(WATCH_MS)
        if any(fd == ended for fd, _ in events):
            return {"why": "exit"}
        if events:
            return {"why": "closed"}
        # In namespaces the worker has mounted a /proc that shows its own processes and no others.
        seen = [n for n in os.listdir("/proc") if n.isdigit()] if order["mode"] == "namespaces" else [str(pid)]
        if sum(max(0, _private_bytes(name) - base) for name in seen) > order["memory"]:
            return {"why": "memory"}


def _private_bytes(process: str) -> int:
    """Memory that a process holds, less what it maps from files; 0 if it is gone."""
    try:
        with open(f"/proc/{process}/statm") as file:
            _, resident, shared, *_ = map(int, file.read().split())
    except (OSError, ValueError):
        return 0
    return (resident - shared) * os.sysconf("SC_PAGE_SIZE")


def _end(pid: int, report: dict[str, Any]) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
    _, code, usage = os.wait4(pid, 0)
    report |= {"code": os.waitstatus_to_exitcode(code), "cpu": usage.ru_utime + usage.ru_stime, "peak_kib": usage.ru_maxrss}
