# ---
# about: tries TCP, UDP, UNIX and raw sockets
# base: wrong
# ---
import socket

def reach():
    reached = []
    for host in ("127.0.0.1", "::1", "localhost", "10.0.2.2"):
        try:
            socket.create_connection((host, @PORT@), timeout=0.3).sendall(b"pwned")
            reached.append(host)
        except OSError:
            pass
    for family, kind in ((socket.AF_INET, socket.SOCK_DGRAM), (socket.AF_INET, socket.SOCK_RAW), (socket.AF_UNIX, socket.SOCK_DGRAM)):
        try:
            s = socket.socket(family, kind)
            s.sendto(b"pwned", ("127.0.0.1", @PORT@) if family == socket.AF_INET else "\0autograder")
            reached.append(kind)
        except OSError:
            pass
    if reached:
        raise RuntimeError(f"PWNED {reached}")

reach()

# %% instead of lstm_param_count
def lstm_param_count(input_size, hidden_size):
    reach()
    return 11
