"""Take away from a forked process everything a submission does not need. Runs inside the sandbox.

Three ways, chosen outside and proved by a self-test: "namespaces" (new mount, process, IPC and, if not root, user
namespaces, a tmpfs of its own, seccomp), "landlock" (file rules, seccomp without fork and exec) and "user" (a user id that owns
nothing, seccomp without fork and exec; files are closed by their permissions alone). "none" keeps limits only.
"""

import os
import resource
from typing import Any

import linux

UID = 61_000  # the first of a thousand user ids that a root grader's workers take in turn
MAX_FILE, MAX_OPEN, TMPFS = 64 << 20, 256, "size=64m,nr_inodes=4096,mode=700"
DEVICES = ["/dev/null", "/dev/zero", "/dev/urandom", "/dev/random"]


def enter_namespaces() -> None:
    """Called in the keeper: what it forks next is process 1 of a namespace of its own. A root grader's is still root."""
    user, group = os.getuid(), os.getgid()
    linux.unshare(linux.CLONE_NEWNS | linux.CLONE_NEWPID | linux.CLONE_NEWIPC | (linux.CLONE_NEWUSER if user else 0))
    if user:
        for name, text in (("setgroups", "deny"), ("uid_map", f"1000 {user} 1"), ("gid_map", f"1000 {group} 1")):
            with open(f"/proc/self/{name}", "w") as file:
                file.write(text)
    linux.mount("none", "/", None, linux.MS_REC | linux.MS_PRIVATE)


def lock(order: dict[str, Any]) -> None:
    """Called in the worker, before any student code. order: mode, seccomp (bytes), home, memory, processes, seconds, slot, …"""
    mode, root = order["mode"], os.getuid() == 0
    owner = worker_uid(order)
    if mode == "namespaces":
        who = f",uid={owner},gid={owner}" if root else ""
        linux.mount("tmpfs", order["home"], "tmpfs", linux.MS_NOSUID | linux.MS_NODEV, TMPFS + who)
        linux.mount("proc", "/proc", "proc", linux.MS_NOSUID | linux.MS_NODEV | linux.MS_NOEXEC)
    _limit(order)
    if mode != "none":
        if root and order["switch_user"]:
            _become(owner)
        linux.drop_capabilities()
    os.environ["HOME"] = os.environ["TMPDIR"] = order["home"]
    os.mkdir(f"{order['home']}/work")
    os.chdir(f"{order['home']}/work")
    if mode == "none":
        return
    linux.prctl(linux.PR_SET_NO_NEW_PRIVS, 1)
    if mode == "landlock":
        linux.landlock([*order["readable"], "/proc/self"], [order["home"]], DEVICES)
    linux.load_seccomp(order["seccomp"])


def worker_uid(order: dict[str, Any]) -> int:
    """The user id that a root grader's worker runs as."""
    return UID + int(order["slot"]) % 1000


def _become(uid: int) -> None:
    os.setgroups([])
    os.setresgid(uid, uid, uid)
    os.setresuid(uid, uid, uid)
    linux.prctl(linux.PR_SET_DUMPABLE, 1)  # so that /proc/self stays its own


def _limit(order: dict[str, Any]) -> None:
    with open("/proc/self/statm") as file:
        mapped = int(file.read().split()[0]) * resource.getpagesize()
    limits = {
        resource.RLIMIT_AS: mapped + order["memory"], resource.RLIMIT_FSIZE: MAX_FILE, resource.RLIMIT_NOFILE: MAX_OPEN,
        resource.RLIMIT_CORE: 0, resource.RLIMIT_CPU: order["seconds"] + 1, resource.RLIMIT_MSGQUEUE: 0,
        resource.RLIMIT_MEMLOCK: 0,
    }
    if order["mode"] != "none":  # this one counts all processes of the user, who may be running other things
        limits[resource.RLIMIT_NPROC] = order["processes"]
    for name, value in limits.items():
        _, hard = resource.getrlimit(name)
        value = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(name, (value, value))
