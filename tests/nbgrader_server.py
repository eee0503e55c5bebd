"""A Jupyter server with formgrader on a course, as an instructor has it open."""

import json
import os
import secrets
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

START_SECONDS = 90


class Server:
    """Where it is, and how to ask it."""

    def __init__(self, port: int, token: str) -> None:
        self.url, self.token = f"http://127.0.0.1:{port}", token

    def ask(self, path: str, method: str = "GET") -> Any:
        """What the API answers; raises OSError."""
        return json.loads(self.page(f"api/{path}", method))

    def page(self, path: str, method: str = "GET") -> str:
        """A page of formgrader's; raises OSError."""
        request = urllib.request.Request(f"{self.url}/formgrader/{path}", method=method, headers={"Authorization": f"token {self.token}"})
        with urllib.request.urlopen(request, timeout=120) as answer:
            text: str = answer.read().decode()
        return text


@contextmanager
def formgrader(course: Path, environment: Mapping[str, str]) -> Iterator[Server]:
    """A server that has the course as its folder, gone when the block ends; what it said is in server.log beside the course."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    token = secrets.token_hex()
    command = [sys.executable, "-m", "jupyter_server", "--allow-root", "--no-browser", f"--port={port}", "--ServerApp.port_retries=0",
               f"--IdentityProvider.token={token}", "--ServerApp.jpserver_extensions=nbgrader=True"]
    bare = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"} | {"HOME": str(course.parent)}
    with open(course.parent / "server.log", "w") as log:
        process = subprocess.Popen(command, cwd=course, env=bare | dict(environment), stdout=log, stderr=log, stdin=subprocess.DEVNULL)
        try:
            server = Server(port, token)
            _await(server, process)
            yield server
        finally:
            process.terminate()
            process.wait()


def _await(server: Server, process: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + START_SECONDS
    while True:
        try:
            server.ask("status")
        except urllib.error.HTTPError:
            raise
        except OSError:
            if time.monotonic() > end or process.poll() is not None:
                raise
            time.sleep(0.2)
        else:
            return
