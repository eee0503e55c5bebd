"""Runs one submission's cells, then calls its functions on request. Everything here is at the student's mercy afterwards."""

import importlib
import linecache
import os
import sys
import traceback
from types import SimpleNamespace
from typing import Any

import absent
import wire
from description import ABOUT, described
from values import copied, identical

shell: Any = None
answers: dict[str, Any] = {}  # by function: what it answered last, to be asked about
current_cell = 0
HISTORY = {"_", "__", "___", "In", "Out"}  # names that only IPython's way of running a cell keeps up to date


class Opaque:
    """Stands for a value that cannot cross; never sent by the grader."""

    def __init__(self, type_name: str) -> None:
        self.type_name = type_name


def warm_up(packages: list[str]) -> None:
    """Import what submissions will, and make the IPython shell they share a copy of."""
    global shell
    os.environ["MPLBACKEND"] = "Agg"
    for name in packages:
        importlib.import_module(name)
    from IPython.core.compilerop import CachingCompiler
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    class Compiler(CachingCompiler):
        """Names code after its cell, so that a traceback's lines can be found again."""

        def get_code_name(self, raw_code: str, transformed_code: str, number: int) -> str:
            return f"cell {current_cell}"

    config = Config()
    config.HistoryManager.enabled = False
    config.InteractiveShell.colors = "nocolor"
    config.InteractiveShell.compiler_class = Compiler
    shell = InteractiveShell.instance(config=config)
    shell.compiler_class = Compiler
    shell.compile = Compiler()
    shell.system = shell.system_raw  # `!ls` writes to our standard output, no terminal needed
    shell.showtraceback = shell.showsyntaxerror = lambda *args, **kwargs: None  # errors are reported as data
    for cell in ("import numpy as np\n\ndef f(x):\n    return x + 1\nf(np.zeros(2))", "raise ValueError", "1 +", "%pwd"):
        shell.run_cell(cell)
    shell.reset(new_session=True)


def work(order: dict[str, Any], requests: int, replies: int, prints: int) -> None:
    """Answer requests until they end. Each is a dict with `do`, and is answered by {"n": its number, …}."""
    requests, replies = _move(requests, 200), _move(replies, 201)
    null = os.open("/dev/null", os.O_RDONLY)
    os.dup2(null, 0)
    os.dup2(prints, 1)
    os.dup2(prints, 2)
    for fd in (null, prints):
        os.close(fd)
    sys.stdin = open(0)  # noqa: SIM115  lives as long as the process
    sys.stdout = open(1, "w", buffering=1, errors="backslashreplace", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", buffering=1, errors="backslashreplace", closefd=False)  # noqa: SIM115
    shell.user_ns["grader"] = SimpleNamespace(check=_nothing, check_all=_nothing, export=_nothing, ready=_not_ready)
    shell.builtin_trap.activate()  # `display` and `get_ipython` are there in functions, too
    sys.path.insert(0, "")  # as in Jupyter: what a cell writes beside the notebook can be imported
    absent.install()
    me = os.getpid()
    verbs = {"cell": run_cell, "call": call, "about": about, "probe": probe}
    while True:
        request = wire.decode(_read(requests), Opaque)
        answer = verbs[request["do"]](request)
        if os.getpid() != me:
            os._exit(0)  # the student's code forked: the copy does not answer
        try:
            frame = wire.encode({"n": request["n"], **answer})
        except Exception as error:
            frame = wire.encode({"n": request["n"], "error": {"kinds": ["ValueError"], "message": str(error)[:200]}})
        _write(replies, frame)


def run_cell(request: dict[str, Any]) -> dict[str, Any]:
    """Run a notebook cell as IPython would; its error, if any, is data."""
    global current_cell
    current_cell = request["index"]
    try:
        code = compile(request["source"], f"cell {current_cell}", "exec", dont_inherit=True)
        linecache.cache[f"cell {current_cell}"] = (0, None, request["source"].splitlines(True), f"cell {current_cell}")
    except Exception:
        code = None  # magics, `!`, top-level await, or an error that IPython will find again
    error: BaseException | None = None
    try:
        if code is None or HISTORY & set(code.co_names):
            result = shell.run_cell(request["source"], store_history=False)
            error = result.error_before_exec or result.error_in_exec
        else:  # plain Python means the same without IPython's token passes, which cost more than the cell
            exec(code, shell.user_ns)
    except BaseException as raised:
        error = raised
    return {"error": _describe(error)} if error is not None else {}


def call(request: dict[str, Any]) -> dict[str, Any]:
    """Call one of the student's functions, and say which arguments it changed."""
    function = shell.user_ns.get(request["name"])
    if not callable(function):
        return {"missing": True}
    args, kwargs = request["args"], request["kwargs"]
    given = copied([*args, *kwargs.values()])
    try:
        answers[request["name"]] = function(*args, **kwargs)
        answer = described(answers[request["name"]])
    except BaseException as error:
        return {"error": _describe(error)}
    pairs = zip(given, [*args, *kwargs.values()], strict=True)
    return {"answer": answer, "changed": [i for i, (before, after) in enumerate(pairs) if not identical(before, after)]}


def about(request: dict[str, Any]) -> dict[str, Any]:
    """What is asked about the model that a function answered last."""
    try:
        return {"answer": ABOUT[request["what"]](answers[request["name"]], *request["args"])}
    except BaseException as error:
        return {"error": _describe(error)}


def probe(request: dict[str, Any]) -> dict[str, Any]:
    """The self-test: what of all that should fail succeeds."""
    import probes

    return {"succeeded": probes.run(request["paths"], request["places"], request["pids"])}


def _describe(error: BaseException) -> dict[str, Any]:
    """An exception as data: its type, text, and the deepest line of the student's own cells."""
    place: tuple[int, int | None] = (0, None)
    if isinstance(error, SyntaxError) and str(error.filename).startswith("cell "):
        place = (int(error.filename.split()[1]), error.lineno)  # type: ignore[union-attr]
    for frame in traceback.extract_tb(error.__traceback__):
        if frame.filename.startswith("cell ") and frame.filename[5:].isdigit():
            place = (int(frame.filename[5:]), frame.lineno)
    try:
        message = str(error)[:2000]
    except BaseException:
        message = ""
    kinds = [kind.__name__[:80] for kind in type(error).__mro__[:-1]]
    return {"kinds": kinds, "message": message, "cell": place[0], "line": place[1]}


def _nothing(*args: Any, **kwargs: Any) -> None:
    """`grader.check(…)` does nothing while grading: the checks run elsewhere."""


def _not_ready(*args: Any, **kwargs: Any) -> bool:
    """`grader.ready(…)` says no while grading, so that no picture is drawn."""
    return False


def _move(fd: int, to: int) -> int:
    os.dup2(fd, to, inheritable=False)
    os.close(fd)
    return to


def _read(fd: int) -> bytes:
    frame, size = b"", wire.HEADER.size
    while len(frame) < size:
        part = os.read(fd, 1 << 16)
        if not part:
            os._exit(0)  # the grader has closed its end
        frame += part
        if size == wire.HEADER.size <= len(frame):
            size += sum(wire.sizes(frame[:size]))
    return frame


def _write(fd: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(fd, view) :]
