"""Gradescope's container, played in throw-away layers over this machine's root: what is in the zip really runs, as root there.

A process of ours holds a mount namespace. In it `image` is `setup.sh` run over a bare root, and each submission gets a layer
of its own over that: its own /tmp, /dev, /proc and process ids, Docker's capabilities, and, if asked for, Docker's refusal of
namespaces, and a kernel without Landlock. Folders that a Linux does not have (and so this checkout) are hidden.
"""

import io
import json
import os
import shutil
import subprocess
import time
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

STANDARD = {"bin", "boot", "dev", "etc", "lib", "lib32", "lib64", "libx32", "opt", "proc", "run", "sbin", "sys", "tmp", "usr", "var"}
CAPABILITIES = "chown dac_override fsetid fowner mknod net_raw setgid setuid setfcap setpcap net_bind_service sys_chroot kill audit_write"
NAMESPACES = "unshare setns mount umount2 pivot_root"
LANDLOCK = "landlock_create_ruleset landlock_add_rule landlock_restrict_self"
HOLD = 'mount -t tmpfs -o mode=700 tmpfs "$1" && echo ready && exec cat'
LAYER = """
set -e
mkdir -p "$1/upper" "$1/work" "$1/root" && cd "$1"
mount -t overlay overlay -o "lowerdir=$2,upperdir=upper,workdir=work" root
for folder in $3; do mount -t tmpfs -o mode=755 tmpfs "root/$folder"; done
mount -t tmpfs -o mode=1777 tmpfs root/tmp
mount -t tmpfs -o mode=755 tmpfs root/dev
mkdir -m 1777 root/dev/shm && mount -t tmpfs -o mode=1777 tmpfs root/dev/shm
for device in null zero full random urandom tty; do cp -a "/dev/$device" root/dev/; done
mkdir -p root/autograder/source root/autograder/results root/autograder/submission root/root/.cache/uv
chmod 700 root/root
[ -z "$4" ] || mount --bind "$4" root/root/.cache/uv
"""
ENTER = """
cd "$1" && shift
exec unshare --pid --ipc --fork --kill-child chroot . sh -c 'mount -t proc proc /proc && cd /autograder && exec "$@"' sh "$@"
"""
TRY = "mount -t tmpfs tmpfs /mnt && cd /mnt && mkdir u w r && mount -t overlay overlay -o lowerdir=/,upperdir=u,workdir=w r"
REFUSE = """
import errno, os, sys
import pyseccomp
rules = pyseccomp.SyscallFilter(pyseccomp.ALLOW)
for name in sys.argv[1].split():
    rules.add_rule(pyseccomp.ERRNO(errno.EPERM), name)
for name in sys.argv[2].split():
    rules.add_rule(pyseccomp.ERRNO(errno.ENOSYS), name)
if sys.argv[1]:
    rules.add_rule(pyseccomp.ERRNO(errno.ENOSYS), "clone3")
    for bit in (17, 25, 26, 27, 28, 29, 30):
        rules.add_rule(pyseccomp.ERRNO(errno.EPERM), "clone", pyseccomp.Arg(0, pyseccomp.MASKED_EQ, 1 << bit, 1 << bit))
rules.load()
os.execvp(sys.argv[3], sys.argv[3:])
"""


@dataclass(frozen=True)
class Graded:
    """What a submission got: results.json, what the instructor sees printed, and the seconds it took."""

    results: dict[str, Any]
    printed: str
    seconds: float


@dataclass
class Gradescope:
    """An assignment that an autograder was uploaded to. pid: who holds the namespace; base: where the layers lie in it."""

    pid: int
    base: Path
    setup_seconds: float = 0.0

    def build(self, archive: bytes) -> None:
        """What happens once an autograder is uploaded."""
        root = self.layer("image", "/")
        with zipfile.ZipFile(io.BytesIO(archive)) as members:
            for member in members.infolist():
                members.extract(member, root / "autograder/source")
                (root / "autograder/source" / member.filename).chmod(member.external_attr >> 16)
        shutil.copy2(root / "autograder/source/run_autograder", root / "autograder/run_autograder")
        start = time.monotonic()
        done = self.enter("image", "/autograder/source/setup.sh")
        self.setup_seconds = time.monotonic() - start
        assert done.returncode == 0, done.stdout
        subprocess.run(["nsenter", f"--mount=/proc/{self.pid}/ns/mnt", "umount", "-R", self.base / "image/root"], check=True)

    def grade(self, name: str, files: Mapping[str, bytes], namespaces: bool = False, landlock: bool = False) -> Graded:
        """What happens once a student uploads files; their paths are under /autograder."""
        root = self.container(name)
        for path, data in files.items():
            file = root / "autograder" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.unlink(missing_ok=True)
            file.write_bytes(data)
        bounded = ["setpriv", "--inh-caps=-all", "--bounding-set=-all," + ",".join(f"+{name}" for name in CAPABILITIES.split())]
        refused = [] if namespaces else ["/opt/autograder/venv/bin/python", "-c", REFUSE, NAMESPACES, "" if landlock else LANDLOCK]
        start = time.monotonic()
        done = self.enter(name, *refused, *(bounded if refused else []), "/autograder/run_autograder")
        seconds = time.monotonic() - start
        text = (root / "autograder/results/results.json").read_text()
        return Graded(json.loads(text), done.stdout, seconds)

    def container(self, name: str) -> Path:
        """A fresh container of the image; the path of its root, as seen from here."""
        return self.layer(name, f"{self.base}/image/upper:/")

    def layer(self, name: str, lower: str) -> Path:
        """Mount a root over others."""
        folders = {path.name for path in Path("/").iterdir() if path.is_dir() and not path.is_symlink()}
        cache = Path.home() / ".cache/uv"
        shared = str(cache) if cache.is_dir() else ""
        self._inside("sh", "-c", LAYER, "sh", str(self.base / name), lower, " ".join(folders - STANDARD), shared)
        return Path(f"/proc/{self.pid}/root{self.base}/{name}/root")

    def enter(self, name: str, *command: str) -> "subprocess.CompletedProcess[str]":
        """Run a command in a container."""
        return self._inside("sh", "-c", ENTER, "sh", str(self.base / name / "root"), *command, check=False)

    def _inside(self, *command: str, check: bool = True) -> "subprocess.CompletedProcess[str]":
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "PYENV", "VIRTUAL", "AUTOGRADER"))}
        environment = kept | {"PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root"}
        return subprocess.run(["nsenter", f"--mount=/proc/{self.pid}/ns/mnt", "--", *command], env=environment, text=True, check=check,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=600)


def refusal() -> str:
    """Why no container can be made here; "" if one can."""
    done = subprocess.run(["unshare", "--mount", "--propagation", "private", "sh", "-c", TRY], capture_output=True, text=True)
    return done.stderr.strip() if done.returncode else ""


@contextmanager
def gradescope(folder: Path) -> Iterator[Gradescope]:
    """A place to build in; everything is gone afterwards, also if we are killed: the holder ends when its input does."""
    holder = subprocess.Popen(["unshare", "--mount", "--propagation", "private", "sh", "-c", HOLD, "sh", folder],
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    with holder:
        assert holder.stdin
        assert holder.stdout
        assert holder.stdout.readline() == b"ready\n"
        yield Gradescope(holder.pid, folder)
        holder.stdin.close()
