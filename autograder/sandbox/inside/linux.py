"""The few Linux calls that Python 3.11 does not wrap. Runs inside the sandbox, before student code."""

import ctypes
import os
import struct

_libc = ctypes.CDLL(None, use_errno=True)

CLONE_NEWNS, CLONE_NEWIPC, CLONE_NEWUSER, CLONE_NEWPID = 0x00020000, 0x08000000, 0x10000000, 0x20000000
MS_NOSUID, MS_NODEV, MS_NOEXEC, MS_REC, MS_PRIVATE = 2, 4, 8, 0x4000, 0x40000
PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_SECCOMP, PR_CAPBSET_DROP, PR_SET_NO_NEW_PRIVS = 1, 4, 22, 24, 38
LANDLOCK_CREATE, LANDLOCK_ADD_RULE, LANDLOCK_RESTRICT = 444, 445, 446  # the same numbers on every architecture
READ, EXECUTE, WRITE_FILE, READ_DIR, TRUNCATE, IOCTL = 1 << 2, 1 << 0, 1 << 1, 1 << 3, 1 << 14, 1 << 15


def _checked(result: int, what: str) -> int:
    if result < 0:
        code = ctypes.get_errno()
        raise OSError(code, f"{what}: {os.strerror(code)}")
    return result


def unshare(flags: int) -> None:
    """Leave namespaces, for new ones of one's own."""
    _checked(_libc.unshare(flags), "unshare")


def mount(source: str, target: str, kind: str | None, flags: int, data: str | None = None) -> None:
    """mount(2)."""
    encode = [None if part is None else part.encode() for part in (source, target, kind)]
    _checked(_libc.mount(*encode, ctypes.c_ulong(flags), None if data is None else data.encode()), f"mount {target}")


def prctl(option: int, value: int = 0) -> None:
    """prctl(2) with one argument."""
    _checked(_libc.prctl(option, ctypes.c_ulong(value), 0, 0, 0), f"prctl {option}")


def drop_capabilities() -> None:
    """Give up every capability for good."""
    for capability in range(64):
        if _libc.prctl(PR_CAPBSET_DROP, ctypes.c_ulong(capability), 0, 0, 0) < 0:
            break  # past the last one that this kernel knows, or none to give up
    header, none = struct.pack("<Ii", 0x20080522, 0), bytes(24)
    _checked(_libc.capset(header, none), "capset")


def load_seccomp(program: bytes) -> None:
    """Load a BPF program as this process's system-call filter, for good."""
    buffer = ctypes.create_string_buffer(program, len(program))

    class Program(ctypes.Structure):
        _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))

    prog = Program(len(program) // 8, ctypes.cast(buffer, ctypes.c_void_p))
    prctl(PR_SET_NO_NEW_PRIVS, 1)
    _checked(_libc.prctl(PR_SET_SECCOMP, ctypes.c_ulong(2), ctypes.byref(prog), 0, 0), "seccomp")


def landlock_abi() -> int:
    """Version of Landlock in this kernel; 0 where there is none."""
    return max(0, _libc.syscall(LANDLOCK_CREATE, None, ctypes.c_size_t(0), ctypes.c_uint32(1)))


def landlock(readable: list[str], writable: list[str], devices: list[str]) -> None:
    """Restrict this process, for good, to reading some paths and writing others; no TCP, no signals to others.

    Raises OSError where the kernel has no Landlock. Paths that do not exist are passed over.
    """
    abi = landlock_abi()
    if abi < 1:
        raise OSError("this kernel has no Landlock")
    everything = (1 << (13 if abi == 1 else 14 if abi == 2 else 15 if abi < 5 else 16)) - 1
    attributes = struct.pack("<QQQ", everything, 3 if abi >= 4 else 0, 3 if abi >= 6 else 0)
    size = 24 if abi >= 6 else 16 if abi >= 4 else 8
    ruleset = _checked(_libc.syscall(LANDLOCK_CREATE, attributes, ctypes.c_size_t(size), ctypes.c_uint32(0)), "landlock")
    _allow(ruleset, readable, READ | EXECUTE | READ_DIR)
    _allow(ruleset, devices, READ | WRITE_FILE | (IOCTL & everything))
    _allow(ruleset, writable, everything & ~EXECUTE)
    prctl(PR_SET_NO_NEW_PRIVS, 1)
    _checked(_libc.syscall(LANDLOCK_RESTRICT, ctypes.c_int(ruleset), ctypes.c_uint32(0)), "landlock")
    os.close(ruleset)


def _allow(ruleset: int, paths: list[str], access: int) -> None:
    for path in paths:
        try:
            handle = os.open(path, os.O_PATH | os.O_CLOEXEC)
        except OSError:
            continue
        directory = os.path.isdir(path)
        rights = access if directory else access & (READ | EXECUTE | WRITE_FILE | TRUNCATE | IOCTL)
        rule = struct.pack("<Qi", rights, handle)
        _checked(_libc.syscall(LANDLOCK_ADD_RULE, ctypes.c_int(ruleset), ctypes.c_int(1), rule, ctypes.c_uint32(0)), path)
        os.close(handle)
