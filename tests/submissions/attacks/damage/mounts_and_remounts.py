# ---
# about: tries to become root, to mount and to change the root, in namespaces of its own
# base: wrong
# ---
import ctypes, os

libc = ctypes.CDLL(None, use_errno=True)
done = [hex(flags) for flags in (0x10000000, 0x10020000, 0x00020000, 0x7E020000) if libc.unshare(flags) == 0]
done += ["mount"] if libc.mount(b"none", b"/", None, ctypes.c_ulong(0x1020), None) == 0 else []
done += ["bind"] if libc.mount(b"/", b".", None, ctypes.c_ulong(4096), None) == 0 else []
done += ["chroot"] if libc.chroot(b"/") == 0 else []
done += ["setuid"] if libc.setuid(0) == 0 and os.getuid() == 0 else []
if done:
    raise RuntimeError(f"PWNED {done}")
