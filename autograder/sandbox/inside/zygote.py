"""The warm process: imports everything once, then forks a worker per order. Runs inside the sandbox; holds no secrets.

Started as `python -I -S zygote.py FD CONFIG`: FD is its end of the control socket, CONFIG a JSON object with `path` (the
import path), `mode`, `home`, `readable`, `memory`, `processes`, `seconds`. First message: the seccomp program. Then one message
per worker, {"slot": n, …}, with four file descriptors: requests, replies, prints, status.
"""

import gc
import json
import os
import signal
import socket
import sys


def main() -> None:
    """Warm up, say so, and fork until the control socket closes."""
    control = socket.socket(fileno=int(sys.argv[1]))
    config = json.loads(sys.argv[2])
    sys.path[:] = [*config["path"], *sys.path]
    config["seccomp"] = control.recv(1 << 16)
    os.environ["MPLCONFIGDIR"] = os.environ["IPYTHONDIR"] = config["home"]

    import keeper
    import worker

    worker.warm_up(config["packages"])
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # keepers report for themselves
    gc.collect()
    gc.freeze()  # shared pages stay shared
    control.send(b"ready")
    while True:
        message, fds, _, _ = socket.recv_fds(control, 1 << 16, 4)
        if not message:
            return
        if os.fork() == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            control.close()
            keeper.keep(config | json.loads(message), list(fds), worker.work)
        for fd in fds:
            os.close(fd)


if __name__ == "__main__":
    main()
