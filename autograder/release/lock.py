"""The part of a lock file that some packages need: pins and hashes as `make lock` wrote them, `# via` lines say who needs what."""

import re
from collections.abc import Iterable

_BLOCK = re.compile(r"^([A-Za-z0-9][\w.-]*)(?:\[[^\]]*\])?==.*\n(?:[ \t].*\n?)*", re.MULTILINE)
_VIA = re.compile(r"^ +#(?: via)? +([A-Za-z0-9][\w.-]*)", re.MULTILINE)


def pinned(lock: str, names: Iterable[str], alone: Iterable[str] = ()) -> str:
    """The lines for packages and all that they need, and for those that come `alone`; raises ValueError if one is not pinned."""
    blocks = [(_plain(block[1]), block[0]) for block in _BLOCK.finditer(lock)]
    needed_by = {name: {_plain(by) for _, text in blocks if _ == name for by in _VIA.findall(text)} for name, _ in blocks}
    wanted = set(map(_plain, names))
    while more := {name for name, by in needed_by.items() if by & wanted} - wanted:
        wanted |= more
    wanted |= set(map(_plain, alone))
    if missing := wanted - set(needed_by):
        raise ValueError(f"the lock file does not pin {', '.join(sorted(missing))}")
    return "".join(text for name, text in blocks if name in wanted)


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
