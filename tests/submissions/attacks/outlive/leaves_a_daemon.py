# ---
# about: leaves a doubly forked process that wants to live for an hour
# base: wrong
# ---
import os, time

if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        for fd in range(256):
            try:
                os.close(fd)
            except OSError:
                pass
        os.execv("/bin/sh", ["sh", "-c", "trap '' HUP TERM INT; while true; do sleep 5; done", "@MARKER@"])
    os._exit(0)
