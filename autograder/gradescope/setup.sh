#!/usr/bin/env bash
# Gradescope runs this once, as root, when it builds the image: a Python, the pinned packages, a sandbox, closed doors.
set -euo pipefail
umask 022
source=/autograder/source # what the zip held
home=/opt/autograder      # submissions run with this Python: readable by all, writable by root alone
[ "$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)" = "$source" ] || { echo "this is for Gradescope's container only" >&2; exit 2; }
export DEBIAN_FRONTEND=noninteractive UV_PYTHON_INSTALL_DIR=$home/python UV_LINK_MODE=copy

get() { # Debian's packages, if they can be had
    [ -n "${listed:-}" ] || { apt-get update -qq || true; listed=yes; }
    apt-get install -y -qq --no-install-recommends "$@" >/dev/null || { echo "could not install $*" >&2; return 1; }
}

find_python() { # a released 3.11 or later that can make environments and that every user may run
    for name in python3.12 python3.13 python3.11 python3; do
        "$name" -I - 2>/dev/null <<'PROGRAM' && return
import ensurepip, os, pathlib, sys, venv
places = [pathlib.Path(os.path.realpath(sys.executable)), pathlib.Path(os.path.realpath(os.__file__))]
shut = [folder for place in places for folder in place.parents if not folder.stat().st_mode & 1]
if shut or sys.version_info < (3, 11) or sys.version_info.releaselevel != "final":
    sys.exit(1)
print(places[0])
PROGRAM
    done
    return 1
}

command -v bwrap >/dev/null || get bubblewrap || true # without it: Landlock, or a user id that owns nothing
ldconfig -p | grep libseccomp.so.2 >/dev/null || get libseccomp2
python=$(find_python) || { get python3 python3-venv && python=$(find_python); } || { get python3.12 python3.12-venv && python=$(find_python); } || python=

uv=$home/uv/bin/uv venv=$home/venv lock=$source/locks/core.txt
"${python:-python3}" -m venv "$home/uv" && "$home/uv/bin/python" -m pip install -q --disable-pip-version-check -r "$source/locks/uv.txt" || uv=false
if [ -z "$python" ]; then # Ubuntu 22.04 has 3.10, and a release candidate of 3.11
    "$uv" python install 3.12
    python=$("$uv" python find --managed-python 3.12)
fi
"$uv" venv -q --clear -p "$python" "$venv" &&
    "$uv" pip install -q --compile-bytecode --no-deps --require-hashes -r "$lock" -p "$venv/bin/python" ||
    { "$python" -m venv --clear "$venv" && "$venv/bin/python" -m pip install -q --disable-pip-version-check --no-deps --require-hashes -r "$lock"; }

cd "$source"
"$venv/bin/python" -m compileall -q autograder solutions
"$venv/bin/python" -c "import autograder.gradescope.runner"
chmod -R a+rX,go-w "$home" "$source"
chmod 700 "$source" # nobody gets in; what bubblewrap mounts out of it, the few files that run inside, stays readable
chmod 600 "$source/.course-secret"
find / -xdev \( -type d -o -type f \) -perm -0002 -exec chmod o-w {} + || true # so nobody else has a place to write; the self-test decides
