"""The sandbox, tried from inside: what a worker cannot do, and that its end leaves nothing behind."""

import os
import time
from pathlib import Path

import pytest

from autograder.assignment import ROOT
from autograder.sandbox import choose
from autograder.sandbox.launch import SandboxError, zygote
from autograder.sandbox.worker import Worker, WorkerGone
from tests.asking import call, run
from tests.conftest import LIMITS


def test_the_self_test_finds_nothing_open(warm):
    choose.prove(warm)


def test_the_self_test_notices_a_leak(warm, monkeypatch):
    monkeypatch.setattr(choose, "SOLUTIONS", Path("/usr"))  # readable inside: stands for a repository that is not hidden
    monkeypatch.setattr(choose, "secret_path", lambda: Path(os.__file__))
    with pytest.raises(SandboxError, match="leaks"):
        choose.prove(warm)


def test_no_sandbox_is_never_chosen_silently(monkeypatch):
    def fail(*args):
        raise SandboxError("not here")

    monkeypatch.setattr(choose, "zygote", fail)
    with pytest.raises(SandboxError, match="install bubblewrap"):
        choose.choose("auto")
    assert choose.choose("none")[0] == "none"


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("while True: pass", "time"),
        ("import time; time.sleep(1e6)", "time"),
        ("import os; os._exit(0)", "exit"),
        ("import signal\nfor s in (2, 15): signal.signal(s, signal.SIG_IGN)\nwhile True: pass", "time"),
        ("import ctypes; ctypes.string_at(0)", "exit"),
        ("import os; os.closerange(3, 256); 1", "exit"),
        ("import os\nos.write(201, b'RNN1' + bytes(100))", "protocol"),
    ],
)
def test_what_kills_or_hangs_a_worker_is_said(warm, source, why):
    worker = Worker(warm)
    with pytest.raises(WorkerGone) as gone:
        run_twice(worker, source, 1.5)
    assert gone.value.why == why


def run_twice(worker, source, seconds=20):
    """What a cell does to the wire may show in the next request only."""
    for _ in range(2):
        run(worker, source, seconds=seconds)


def test_an_answer_that_nobody_asked_for_ends_the_worker(warm):
    worker = Worker(warm)
    forged = "import wire, os\nos.write(201, wire.encode({'n': 1, 'answer': 'forged'}))"
    with pytest.raises(WorkerGone, match="protocol"):
        run_twice(worker, forged)


def test_memory_of_all_processes_together_is_bounded(warm):
    if warm.backend != "bwrap":
        pytest.skip("no processes beside the worker under Landlock")
    worker = Worker(warm)
    child = "    if not os.fork():\n        x = bytearray(200 << 20)\n        time.sleep(60)"
    source = f"import os, time\nfor _ in range(6):\n{child}\ntime.sleep(60)"
    with pytest.raises(WorkerGone) as gone:
        run(worker, source)
    assert gone.value.why == "memory"


def test_forks_are_bounded_and_end_with_the_worker(warm):
    if warm.backend != "bwrap":
        pytest.skip("no processes beside the worker under Landlock")
    worker = Worker(warm)
    mark = f"left-behind-{os.getpid()}"
    run(
        worker,
        f"import os, subprocess\nfor _ in range(100):\n    subprocess.Popen(['sh', '-c', 'sleep 300 # {mark}'], start_new_session=True)",
    )
    assert running(mark)
    worker.close()
    assert wait_until(lambda: not running(mark))


def running(mark):
    found = []
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            found += [pid] if mark.encode() in Path(f"/proc/{pid}/cmdline").read_bytes() else []
        except OSError:
            continue
    return found


def wait_until(condition, seconds=10):
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.05)
    return condition()


def test_one_submission_finds_nothing_of_another(warm):
    first = Worker(warm)
    run(first, "open('note', 'w').write('x'); import builtins; builtins.secret = 1; import os; os.environ['SECRET'] = '1'")
    second = Worker(warm)  # while the first still lives
    look = "return [hasattr(builtins, 'secret'), 'SECRET' in os.environ, os.listdir('.'), os.listdir(os.path.dirname(os.getcwd()))]"
    assert run(second, f"import os, builtins\ndef look(): {look}").get("error") is None
    assert call(second, "look")["answer"] == [False, False, [], ["work"]]
    first.close()
    second.close()


def test_the_environment_holds_nothing_of_ours(worker, monkeypatch):
    run(worker, "import os, sys\ndef env(): return sorted(os.environ), sys.argv, os.getcwd()")
    names, _, cwd = call(worker, "env")["answer"]
    assert set(names) <= {
        "HOME",
        "TMPDIR",
        "PATH",
        "LANG",
        "LC_CTYPE",
        "PYTHONHASHSEED",
        "TF_CPP_MIN_LOG_LEVEL",
        "MPLBACKEND",
        "MPLCONFIGDIR",
        "IPYTHONDIR",
        "PWD",
        "OMP_NUM_THREADS",
        "OPENBLAS_NUM_THREADS",
        "MKL_NUM_THREADS",
        "NUMEXPR_NUM_THREADS",
        "TF_NUM_INTRAOP_THREADS",
        "TF_NUM_INTEROP_THREADS",
        "CUDA_VISIBLE_DEVICES",
    }
    assert str(ROOT) not in cwd


@pytest.mark.parametrize(
    "path", [ROOT / "solutions/lstm/reference.py", ROOT / "autograder/checks.py", Path("/etc/passwd"), Path("/proc/1/environ")], ids=str
)
def test_files_of_the_grader_cannot_be_read(worker, warm, path):
    if warm.backend == "user" and path == Path("/etc/passwd"):
        pytest.skip("every user may read it")
    run(worker, "def read(path):\n    return open(path).read()")
    reply = call(worker, "read", str(path))
    assert reply.get("error") or (str(path).startswith("/proc") and "HOME" not in reply["answer"])


def test_a_zygote_that_dies_is_an_error_of_ours(tmp_path):
    with zygote((), LIMITS, "bwrap") as process:
        process.process.kill()
        process.process.wait()
        with pytest.raises((SandboxError, WorkerGone)):
            Worker(process).ask(2, do="cell", index=1, source="1")


def test_without_bubblewrap_landlock_is_used_and_that_is_said(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert choose.choose("auto") == ("landlock", "using landlock, because bubblewrap (bwrap) is not installed")
    with pytest.raises(SandboxError, match=r"not installed\ninstall bubblewrap: sudo apt-get"):
        choose.choose("bwrap")


def test_without_libseccomp_the_error_says_what_to_install(monkeypatch):
    def missing(processes):
        raise RuntimeError("Unable to find libseccomp")

    monkeypatch.setattr("autograder.sandbox.launch.program", missing)
    with pytest.raises(SandboxError, match="apt-get install libseccomp2"):
        choose.choose("auto")
