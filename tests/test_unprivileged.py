"""Most instructors are not root: the same sandboxes, started by a user id that owns nothing.

Root here plays that user, in a mount namespace of its own where private folders on the way to what is needed are open.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.assignment import ROOT
from autograder.sandbox.view import interpreter

NEEDED = sorted({Path(sys.base_prefix), ROOT, Path(sys.prefix)})
SCRIPT = """
set -e
for path in $NEEDED; do mkdir -p "$KEEP$path"; mount --rbind "$path" "$KEEP$path"; done
for folder in $CLOSED; do mount -t tmpfs -o mode=755 tmpfs "$folder"; done
for path in $NEEDED; do mkdir -p "$path"; mount --rbind "$KEEP$path" "$path"; done
exec setpriv --reuid=65534 --regid=65534 --clear-groups env HOME=/nonexistent "$@"
"""
pytestmark = pytest.mark.skipif(os.getuid() != 0, reason="whoever is not root is unprivileged already")


def closed_folders() -> list[str]:
    """The outermost folders, on the way to what is needed, that others may not enter."""
    ways = [[*reversed(path.parents), path] for path in (*NEEDED, interpreter())]
    found = [next((folder for folder in way if not folder.stat().st_mode & 0o001), None) for way in ways]
    if set(found).intersection(NEEDED):
        pytest.skip("the checkout or the interpreter itself is closed to other users")
    return sorted({str(folder) for folder in found if folder})


@pytest.mark.parametrize("backend", ["bwrap", "landlock"])
def test_a_normal_user_grades_sealed(backend, tmp_path):
    probe = f"from autograder.sandbox.choose import choose; import os; assert os.getuid() == 65534; print(choose({backend!r}))"
    paths = {"NEEDED": " ".join(map(str, NEEDED)), "CLOSED": " ".join(closed_folders()), "KEEP": str(tmp_path)}
    done = subprocess.run(
        ["unshare", "--mount", "sh", "-c", SCRIPT, "sh", sys.executable, "-c", probe],
        cwd=ROOT, env=os.environ | paths | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True, text=True, timeout=120,
    )
    assert done.stdout.strip() == f"('{backend}', '')", done.stderr
