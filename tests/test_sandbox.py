"""The sandbox, tried from inside: what a worker can do, what it cannot, and that its end leaves nothing behind."""

import os
import time
from pathlib import Path

import numpy as np
import pytest

from autograder.assignment import ROOT, Limits
from autograder.sandbox import choose
from autograder.sandbox.launch import SandboxError, zygote
from autograder.sandbox.worker import Worker, WorkerGone

LIMITS = Limits(call_seconds=5, cell_seconds=5, memory_bytes=256 << 20, processes=24)


@pytest.fixture(scope="module", params=["bwrap", "landlock"])
def warm(request):
    with zygote(("numpy",), LIMITS, request.param) as process:
        yield process


@pytest.fixture()
def worker(warm):
    one = Worker(warm)
    yield one
    one.close()


def run(worker, source, index=1, seconds=20):
    return worker.ask(seconds, do="cell", index=index, source=source)


def call(worker, name, *args):
    return worker.ask(20, do="call", name=name, args=args, kwargs={})


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


def test_functions_answer_and_changed_arguments_are_reported(worker):
    assert "error" not in run(worker, "import numpy as np\ndef f(x, y):\n    x[0] = 9\n    return {'sum': x + y}, [1, 'a', None]")
    answer = call(worker, "f", np.zeros(2), np.ones(2))
    assert answer["changed"] == [0]
    assert np.array_equal(answer["answer"][0]["sum"], [10.0, 1.0])
    assert answer["answer"][1] == [1, "a", None]


@pytest.mark.parametrize(("source", "kind"), [
    ("1/0", "ZeroDivisionError"), ("def f(:", "SyntaxError"), ("raise SystemExit(0)", "SystemExit"), ("import keras", "ModuleNotFoundError"),
    ("import autograder", "ModuleNotFoundError"), ("input()", "EOFError"), ("raise KeyboardInterrupt", "KeyboardInterrupt"),
    ("def f():\n    f()\nf()", "RecursionError"), ("x = 'a\0b'", "SyntaxError"), ("class E(BaseException):\n    def __str__(self): 1/0\nraise E", "E"),
    ("import socket; socket.socket()", "PermissionError"), ("import os; os.memfd_create('x')", "PermissionError"),
    ("open('big', 'wb').write(bytes(80 << 20))", "OSError"), ("import numpy as np; np.ones(1 << 28)", "MemoryError"),
])
def test_a_cell_that_fails_is_reported_and_the_worker_goes_on(worker, source, kind):
    reply = run(worker, source)
    assert kind in reply["error"]["kinds"]
    assert run(worker, "1 + 1").get("error") is None


def test_notebook_semantics(worker):
    for source in ("%pwd", "import asyncio\nawait asyncio.sleep(0)\nx = 1", "%%time\ny = x + 1",
                   "_ = 0\n41 + 1", "display(1)", "get_ipython().run_line_magic('time', 'pass')", "  indented = 1", "__name__ == '__main__' or 1/0"):
        assert run(worker, source).get("error") is None, source
    run(worker, "def f():\n    display('seen')\n    return y")
    assert call(worker, "f")["answer"] == 2


def test_shell_commands_run_where_processes_may(worker, warm):
    reply = run(worker, "!echo from the shell")
    assert (b"from the shell" in worker.printed) == (warm.backend == "bwrap")
    assert run(worker, "1").get("error") is None
    assert reply["n"] == 1


def test_an_error_names_the_students_own_line(worker):
    run(worker, "def f():\n    return helper()\n\ndef helper():\n    raise ValueError('no')", index=7)
    error = call(worker, "f")["error"]
    assert (error["kinds"][0], error["message"], error["cell"], error["line"]) == ("ValueError", "no", 7, 5)


@pytest.mark.parametrize(("source", "why"), [
    ("while True: pass", "time"), ("import time; time.sleep(1e6)", "time"), ("import os; os._exit(0)", "exit"),
    ("import signal\nfor s in (2, 15): signal.signal(s, signal.SIG_IGN)\nwhile True: pass", "time"),
    ("import ctypes; ctypes.string_at(0)", "exit"), ("import os; os.closerange(3, 256); 1", "exit"),
    ("import os\nos.write(201, b'RNN1' + bytes(100))", "protocol"),
])
def test_what_kills_or_hangs_a_worker_is_said(warm, source, why):
    worker = Worker(warm)
    with pytest.raises(WorkerGone) as gone:
        for _ in range(2):
            run(worker, source, seconds=1.5)
    assert gone.value.why == why


def test_an_answer_that_nobody_asked_for_ends_the_worker(warm):
    worker = Worker(warm)
    forged = "import wire, os\nos.write(201, wire.encode({'n': 1, 'answer': 'forged'}))"
    with pytest.raises(WorkerGone, match="nobody asked"):
        for _ in range(2):
            run(worker, forged)


def test_memory_of_all_processes_together_is_bounded(warm):
    if warm.backend != "bwrap":
        pytest.skip("no processes beside the worker under Landlock")
    worker = Worker(warm)
    source = "import os, time\nfor _ in range(6):\n    if not os.fork():\n        x = bytearray(200 << 20)\n        time.sleep(60)\ntime.sleep(60)"
    with pytest.raises(WorkerGone) as gone:
        run(worker, source)
    assert gone.value.why == "memory"


def test_forks_are_bounded_and_end_with_the_worker(warm):
    if warm.backend != "bwrap":
        pytest.skip("no processes beside the worker under Landlock")
    worker = Worker(warm)
    mark = f"left-behind-{os.getpid()}"
    run(worker, f"import os, subprocess\nfor _ in range(100):\n    subprocess.Popen(['sh', '-c', 'sleep 300 # {mark}'], start_new_session=True)")
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


def test_prints_are_kept_up_to_a_bound_and_never_block(worker):
    assert run(worker, "print('x' * 60_000_000)").get("error") is None
    assert len(worker.printed) == 64 << 10


def test_after_hidden_inputs_nothing_printed_is_kept(worker):
    worker.listening = False
    run(worker, "print('hidden input')")
    assert worker.printed == b""


def test_one_submission_finds_nothing_of_another(warm):
    first = Worker(warm)
    run(first, "open('note', 'w').write('x'); import builtins; builtins.secret = 1; import os; os.environ['SECRET'] = '1'")
    second = Worker(warm)  # while the first still lives
    source = "import os, builtins\nfound = [hasattr(builtins, 'secret'), 'SECRET' in os.environ, os.listdir('.'), os.listdir(os.path.dirname(os.getcwd()))]"
    assert run(second, source + "\ndef look(): return found").get("error") is None
    assert call(second, "look")["answer"] == [False, False, [], ["work"]]
    first.close()
    second.close()


def test_the_environment_holds_nothing_of_ours(worker, monkeypatch):
    run(worker, "import os, sys\ndef env(): return sorted(os.environ), sys.argv, os.getcwd()")
    names, _, cwd = call(worker, "env")["answer"]
    assert set(names) <= {"HOME", "TMPDIR", "PATH", "LANG", "LC_CTYPE", "PYTHONHASHSEED", "TF_CPP_MIN_LOG_LEVEL", "MPLBACKEND", "MPLCONFIGDIR",
                          "IPYTHONDIR", "PWD", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS"}
    assert str(ROOT) not in cwd


@pytest.mark.parametrize("path", [ROOT / "solutions/lstm/reference.py", ROOT / "autograder/checks.py", Path("/etc/passwd"), Path("/proc/1/environ")], ids=str)
def test_files_of_the_grader_cannot_be_read(worker, path):
    run(worker, "def read(path):\n    return open(path).read()")
    reply = call(worker, "read", str(path))
    assert reply.get("error") or (str(path).startswith("/proc") and "HOME" not in reply["answer"])


def test_closing_a_worker_reports_its_cost(warm):
    worker = Worker(warm)
    run(worker, "sum(range(10**6))")
    worker.close()
    assert worker.cpu > 0
    assert worker.peak_kib > 1000


def test_a_zygote_that_dies_is_an_error_of_ours(tmp_path):
    with zygote((), LIMITS, "bwrap") as process:
        process.process.kill()
        process.process.wait()
        with pytest.raises((SandboxError, WorkerGone)):
            Worker(process).ask(2, do="cell", index=1, source="1")
