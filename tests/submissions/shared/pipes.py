import json, os, stat, struct

def pipes():
    for fd in map(int, os.listdir("/proc/self/fd")):
        try:
            if fd > 2 and stat.S_ISFIFO(os.fstat(fd).st_mode):
                yield fd
        except OSError:
            pass

def send(data):
    for fd in list(pipes()):
        try:
            os.write(fd, data)
        except OSError:
            pass

def frame(tree, raw=b""):
    body = tree if isinstance(tree, bytes) else json.dumps(tree).encode()
    return struct.pack("<4sIQ", b"RNN1", len(body), len(raw)) + body + raw

def reply(number, **parts):
    return {"$": "dict", "items": [["n", number], *([k, v] for k, v in parts.items())]}

def number():
    """The number of the request that is being answered."""
    import sys
    place = sys._getframe()
    while place:
        request = place.f_locals.get("request")
        if isinstance(request, dict) and "n" in request:
            return request["n"]
        place = place.f_back
    return 0
