"""What a worker does with cells and calls: a notebook's semantics, errors as data, prints kept within bounds."""

import numpy as np
import pytest

from autograder.sandbox.worker import Worker
from tests.asking import call, run


def test_functions_answer_and_changed_arguments_are_reported(worker):
    assert "error" not in run(worker, "import numpy as np\ndef f(x, y):\n    x[0] = 9\n    return {'sum': x + y}, [1, 'a', None]")
    answer = call(worker, "f", np.zeros(2), np.ones(2))
    assert answer["changed"] == [0]
    assert np.array_equal(answer["answer"][0]["sum"], [10.0, 1.0])
    assert answer["answer"][1] == [1, "a", None]


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("1/0", "ZeroDivisionError"),
        ("def f(:", "SyntaxError"),
        ("raise SystemExit(0)", "SystemExit"),
        ("import keras\nkeras.layers.LSTM(3)", "ModuleNotFoundError"), ("from torch.nn import LSTM\nLSTM()", "ModuleNotFoundError"),
        ("import spam", "ModuleNotFoundError"),
        ("import autograder", "ModuleNotFoundError"),
        ("input()", "EOFError"),
        ("raise KeyboardInterrupt", "KeyboardInterrupt"),
        ("def f():\n    f()\nf()", "RecursionError"),
        ("x = 'a\0b'", "SyntaxError"),
        ("class E(BaseException):\n    def __str__(self): 1/0\nraise E", "E"),
        ("import socket; socket.socket()", "PermissionError"),
        ("import os; os.memfd_create('x')", "PermissionError"),
        ("open('big', 'wb').write(bytes(80 << 20))", "OSError"),
        ("import numpy as np; np.ones(1 << 28)", "MemoryError"),
    ],
)
def test_a_cell_that_fails_is_reported_and_the_worker_goes_on(worker, source, kind):
    reply = run(worker, source)
    assert kind in reply["error"]["kinds"]
    assert run(worker, "1 + 1").get("error") is None


def test_notebook_semantics(worker):
    for source in (
        "%pwd",
        "import asyncio\nawait asyncio.sleep(0)\nx = 1",
        "%%time\ny = x + 1",
        "_ = 0\n41 + 1",
        "display(1)",
        "get_ipython().run_line_magic('time', 'pass')",
        "  indented = 1",
        "__name__ == '__main__' or 1/0",
    ):
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


def test_prints_are_kept_up_to_a_bound_and_never_block(worker):
    assert run(worker, "print('x' * 60_000_000)").get("error") is None
    assert len(worker.printed) == 64 << 10


def test_after_hidden_inputs_nothing_printed_is_kept(worker):
    worker.listening = False
    run(worker, "print('hidden input')")
    assert worker.printed == b""


def test_closing_a_worker_reports_its_cost(warm):
    worker = Worker(warm)
    run(worker, "sum(range(10**6))")
    worker.close()
    assert worker.cpu > 0
    assert worker.peak_kib > 1000


def test_importing_by_habit_costs_nothing(worker):
    habit = "import pandas as pd, tensorflow as tf\nfrom sklearn.metrics import accuracy_score\nfrom tensorflow.keras import layers"
    assert run(worker, habit + "\ndef f(): return 1\ndef g(): return tf.keras.layers.LSTM(4)").get("error") is None
    assert call(worker, "f")["answer"] == 1
    assert "tensorflow.keras.layers.LSTM is not available while grading" in call(worker, "g")["error"]["message"]


def test_what_a_cell_writes_beside_the_notebook_can_be_imported(worker):
    assert run(worker, "%%writefile helper.py\nanswer = 42").get("error") is None
    assert run(worker, "import helper\ndef f(): return helper.answer").get("error") is None
    assert call(worker, "f")["answer"] == 42


def test_a_function_knows_its_source(worker):
    assert run(worker, "def f(x):\n    return x  # mine", index=4).get("error") is None
    assert run(worker, "import inspect\ndef g(): return inspect.getsource(f)", index=5).get("error") is None
    assert call(worker, "g")["answer"].rstrip() == "def f(x):\n    return x  # mine"
