"""More machines: the same class through a dask.distributed scheduler, which here runs on this machine alone."""

import subprocess
import sys
from collections.abc import Iterator

import pytest

from autograder.assignment import ROOT
from autograder.grade import grade_class
from autograder.results import Status
from tests.class_builder import Submission, dump, filled

ADDRESS = "tcp://127.0.0.1:{port}"


@pytest.fixture
def scheduler(tmp_path, unused_port) -> Iterator[str]:
    """Address of a scheduler with one worker process."""
    address = ADDRESS.format(port=unused_port)
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": ROOT}
    commands = (["dask_scheduler", "--host", "127.0.0.1", "--port", str(unused_port), "--no-dashboard"],
                ["dask_worker", address, "--nthreads", "1", "--no-dashboard", "--local-directory", str(tmp_path)])
    processes = [subprocess.Popen([sys.executable, "-m", f"distributed.cli.{name}", *options], **quiet) for name, *options in commands]
    yield address
    for process in reversed(processes):
        process.terminate()
        process.wait(30)


@pytest.fixture
def unused_port() -> int:
    """A port that nobody listens on."""
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # distributed's own
def test_a_class_is_graded_elsewhere(scheduler, tmp_path):
    folder = tmp_path / "class"
    folder.mkdir()
    (folder / "right.ipynb").write_bytes(dump(filled(Submission("right", "all references"))))
    (folder / "stub.ipynb").write_bytes(dump(filled(Submission("stub", "nothing", base="stub"))))
    right, stub = grade_class("lstm", folder, tmp_path / "out", scheduler=scheduler)
    assert (right.status, right.score) == (Status.GRADED, right.max_score)
    assert (stub.status, stub.score) == (Status.GRADED, 0)
