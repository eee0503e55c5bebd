"""What tests share: classes graded once, also when pytest runs in several processes, and warm sandboxes."""

import fcntl
import importlib
import json
import os
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from autograder.assignment import Limits
from autograder.sandbox.launch import Zygote, zygote
from autograder.sandbox.worker import Worker

LIMITS = Limits(call_seconds=5, cell_seconds=5, memory_bytes=256 << 20, processes=24)
Once = Callable[[str, Callable[[Path], dict[str, Any]]], dict[str, Any]]


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """once(name, make) calls make(folder) in the first process that asks, and hands its answer, plain data, to all."""
    base = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent

    def get(name: str, make: Callable[[Path], dict[str, Any]]) -> dict[str, Any]:
        answer, folder = base / f"{name}.json", base / name
        with open(base / f"{name}.lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not answer.exists():
                folder.mkdir()
                answer.write_text(json.dumps(make(folder)))
        return json.loads(answer.read_text())

    return get


@pytest.fixture(scope="session")
def tensorflow() -> SimpleNamespace:
    """TensorFlow and Keras, imported once and only where a test asks; it belongs into xdist_group("tensorflow")."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # TensorFlow's own, while it loads
        return SimpleNamespace(tf=importlib.import_module("tensorflow"), keras=importlib.import_module("keras"))


@pytest.fixture(scope="session")
def keras(tensorflow: SimpleNamespace) -> ModuleType:
    """Keras alone."""
    return tensorflow.keras


SANDBOXES = os.environ.get("TEST_SANDBOXES", "bwrap landlock").split()  # "user" needs a container: tests/gradescope_class.py has one


@pytest.fixture(scope="module", params=SANDBOXES)
def warm(request: pytest.FixtureRequest) -> Iterator[Zygote]:
    """A warm process in each kind of sandbox."""
    with zygote(("numpy",), LIMITS, request.param) as process:
        yield process


@pytest.fixture
def worker(warm: Zygote) -> Iterator[Worker]:
    """One of its workers."""
    one = Worker(warm)
    yield one
    one.close()
