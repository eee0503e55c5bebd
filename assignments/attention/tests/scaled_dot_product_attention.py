# Public checks of scaled_dot_product_attention, for Otter. Printed by `make release`, never edited.
from otter.test_files import test_case

OK_FORMAT = False

name = 'scaled_dot_product_attention'
points = None

# ---------------------------------------------------------------------------------------------------- wire
"""What may cross between processes: numbers, text, None, lists, tuples, dicts and plain NumPy arrays.

A frame is a header of 16 bytes (magic, length of the JSON, length of the array bytes), the JSON, and the raw bytes of
the arrays one after another. Nothing is ever unpickled. A value of any other type crosses as the name of its type.
The trusted side, the worker and the printed notebooks share this file; it needs nothing but NumPy.
"""

import json
import struct
from typing import Any

import numpy as np

HEADER = struct.Struct("<4sIQ")
MAGIC = b"RNN1"
MAX_JSON, MAX_ARRAYS, MAX_DEPTH, MAX_ITEMS = 4 << 20, 16 << 20, 12, 100_000
DTYPES = {f"{kind}{size}" for kind, sizes in {"f": (2, 4, 8), "i": (1, 2, 4, 8), "u": (1, 2, 4, 8), "c": (8, 16)}.items()
          for size in sizes} | {"b1"}
LITTLE = {code: np.dtype(f"<{code}") for code in DTYPES}


class WireError(ValueError):
    """A frame or value that does not follow the format above."""


def encode(value: Any) -> bytes:
    """A frame holding value."""
    arrays: list[bytes] = []
    body = json.dumps(_pack(value, arrays, 0, set())).encode("utf-8", "backslashreplace")
    raw = b"".join(arrays)
    if len(body) > MAX_JSON or len(raw) > MAX_ARRAYS:
        raise WireError(f"the value is too large: {len(body) + len(raw)} bytes")
    return HEADER.pack(MAGIC, len(body), len(raw)) + body + raw


def decode(frame: bytes, opaque: Any) -> Any:
    """The value in a frame; opaque(type_name) makes what stands for a value of another type."""
    body, raw = sizes(frame[: HEADER.size])
    if len(frame) != HEADER.size + body + raw:
        raise WireError("the frame's length is not what its header says")
    try:
        tree = json.loads(frame[HEADER.size : HEADER.size + body].decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise WireError(f"the frame's JSON cannot be read: {type(error).__name__}") from None
    reader = _Reader(memoryview(frame)[HEADER.size + body :], opaque)
    value = reader.unpack(tree, 0)
    if reader.offset != raw:
        raise WireError("the frame carries bytes that no array claims")
    return value


def sizes(header: bytes) -> tuple[int, int]:
    """Lengths of the JSON and of the array bytes, checked against the limits."""
    if len(header) != HEADER.size:
        raise WireError("the frame's header is cut short")
    magic, body, raw = HEADER.unpack(header)
    if magic != MAGIC or body > MAX_JSON or raw > MAX_ARRAYS:
        raise WireError("the frame's header is not one of ours, or claims too much")
    return body, raw


def _pack(value, arrays, depth, above):
    kind = type(value)
    if kind is np.ndarray or (isinstance(value, np.generic) and kind.__module__ == "numpy"):
        return _pack_array(value, arrays, kind)
    if value is None or kind in (bool, float, str):
        return value
    if kind is int:
        return value if value.bit_length() <= 1024 else {"$": "other", "type": "int of more than 1024 bits"}
    if kind in (list, tuple, dict):
        if depth >= MAX_DEPTH or id(value) in above or len(value) > MAX_ITEMS:
            return {"$": "other", "type": f"{kind.__name__} (nested too deep or too long)"}
        inner = above | {id(value)}
        if kind is not dict:
            return {"$": kind.__name__, "items": [_pack(part, arrays, depth + 1, inner) for part in value]}
        if all(type(key) is str for key in value):
            return {"$": "dict", "items": [[key, _pack(part, arrays, depth + 1, inner)] for key, part in value.items()]}
    return {"$": "other", "type": f"{kind.__module__}.{kind.__qualname__}".removeprefix("builtins.")[:80]}


def _pack_array(value, arrays, kind):
    code = value.dtype.str[1:]
    if code not in DTYPES:
        return {"$": "other", "type": f"{kind.__name__} of dtype {value.dtype}"[:80]}
    if value.nbytes > MAX_ARRAYS:
        return {"$": "other", "type": f"array of {value.nbytes} bytes"}
    arrays.append(value.astype(LITTLE[code], copy=False).tobytes())
    return {"$": "array" if kind is np.ndarray else "scalar", "dtype": code, "shape": value.shape}


class _Reader:
    """Takes array bytes off a frame in order, while the JSON tree is rebuilt."""

    def __init__(self, raw: memoryview, opaque: Any) -> None:
        self.raw, self.opaque, self.offset = raw, opaque, 0

    def unpack(self, tree: Any, depth: int) -> Any:
        if type(tree) is not dict:
            if type(tree) is list:
                raise WireError("the frame holds a value that is not in the format")
            return tree
        tag, items = tree.get("$"), tree.get("items")
        if tag in ("array", "scalar"):
            array = self._take(tree.get("dtype"), tree.get("shape"))
            return array if tag == "array" else array[()]
        if type(items) is list and depth <= MAX_DEPTH:
            if tag == "dict":
                return {self._key(item): self.unpack(item[1], depth + 1) for item in items}
            if tag in ("list", "tuple"):
                parts = [self.unpack(item, depth + 1) for item in items]
                return parts if tag == "list" else tuple(parts)
        if tag == "other" and type(tree.get("type")) is str:
            return self.opaque(tree["type"][:80])
        raise WireError("the frame holds a value that is not in the format")

    def _key(self, item: Any) -> str:
        if type(item) is list and len(item) == 2 and type(item[0]) is str:
            return item[0]
        raise WireError("the frame holds a dict item that is not in the format")

    def _take(self, code: Any, shape: Any) -> np.ndarray:
        if type(code) is not str or code not in DTYPES or type(shape) is not list or len(shape) > 16:
            raise WireError("the frame holds an array of impossible type")
        if not all(type(n) is int and n >= 0 for n in shape):
            raise WireError("the frame holds an array of impossible shape")
        try:  # NumPy refuses what the buffer does not hold
            array = np.ndarray(shape, LITTLE[code], self.raw, self.offset).copy()
        except (TypeError, ValueError, OverflowError, MemoryError):
            raise WireError("the frame holds an array of impossible shape, or claims more bytes than it carries") from None
        self.offset += array.nbytes
        return array

# ---------------------------------------------------------------------------------------------------- values
"""Copy and compare what functions get and give, changed arguments included: numbers, texts and arrays in tuples, lists and dicts."""

import copy
from typing import Any

import numpy as np


def copied(value: Any) -> Any:
    """A deep copy; quick for numbers and arrays in tuples, lists and dicts, which is what functions here get and give."""
    if isinstance(value, np.ndarray):
        return value.copy()
    if type(value) in (tuple, list):
        return type(value)(map(copied, value))
    if type(value) is dict:
        return {key: copied(part) for key, part in value.items()}
    try:
        return copy.deepcopy(value)
    except Exception:  # a generator, a lock: nobody can copy it, and it is no answer either
        return value


def identical(a: Any, b: Any) -> bool:
    """Whether two values are the same, bit for bit."""
    if isinstance(a, np.ndarray):
        return type(a) is type(b) and a.dtype == b.dtype and a.shape == b.shape and a.tobytes() == b.tobytes()
    if isinstance(a, dict):
        return isinstance(b, dict) and list(a) == list(b) and all(identical(a[key], b[key]) for key in a)
    if isinstance(a, (list, tuple)):
        return type(a) is type(b) and len(a) == len(b) and all(map(identical, a, b))
    return type(a) is type(b) and repr(a) == repr(b)

# ---------------------------------------------------------------------------------------------------- description
"""Keras models and tf.data datasets as plain data: what of them may cross between processes, and be compared.

Any other value is itself. Nothing is imported here: a value can only be a model where Keras has been imported already.
Source of the forms: keras.Model (layers, get_config, get_weights), tf.data.Dataset.
"""

import json
import sys
from collections.abc import Callable
from typing import Any

import numpy as np

MAX_BATCHES = 1000  # of a dataset; one that repeats for ever must end, too
SHOWN = ("units", "filters", "kernel_size", "pool_size", "activation", "return_sequences", "go_backwards", "stateful", "merge_mode")
USUAL = {"return_sequences": False, "go_backwards": False, "stateful": False, "merge_mode": "concat"}  # not worth telling


def described(value: Any) -> Any:
    """A model or dataset as a dict with its `type`; any other value unchanged.

    keras.Model: `input_shape`, `output_shape` and `layers`, all texts: "(None, 7, 2)", "LSTM(units=5, activation=tanh), …".
    tf.data.Dataset: `batches`, a list of what it yields, with float64 for floats. Errors: what the value itself raises.
    """
    if _is(value, "keras", "Model"):
        shapes = {name: str(getattr(value, name, "unknown")) for name in ("input_shape", "output_shape")}
        return {"type": "keras.Model", **shapes, "layers": ", ".join(map(_told, _chain(value)))}
    if _is(value, "tensorflow", "data.Dataset"):
        return {"type": "tf.data.Dataset", "batches": _batches(value)}
    return value


def layers_of(model: Any) -> list[dict[str, Any]]:
    """Every layer of a keras.Model, inputs left out: its `kind`, its `config` as JSON text, its `weights`, a list of arrays."""
    return [{"kind": type(layer).__name__, "config": json.dumps(layer.get_config(), default=str),
             "weights": [np.asarray(weight) for weight in layer.get_weights()]} for layer in _chain(model)]


def predicted(model: Any, x: np.ndarray) -> np.ndarray:
    """What a keras.Model answers to x, as when it is used, not trained: float32, as the model computes it."""
    return np.asarray(model(x.astype("float32"), training=False))


ABOUT: dict[str, Callable[..., Any]] = {"layers": layers_of, "predict": predicted}  # what can be asked about a model, as stand-ins call it


def _is(value: Any, package: str, path: str) -> bool:
    kind: Any = sys.modules.get(package)
    for name in path.split("."):
        kind = getattr(kind, name, None)
    return isinstance(kind, type) and isinstance(value, kind)


def _chain(model: Any) -> list[Any]:
    """The layers in order, those of models inside it in their place."""
    inner = [_chain(layer) if _is(layer, "keras", "Model") else [layer] for layer in model.layers]
    return [layer for part in inner for layer in part if type(layer).__name__ != "InputLayer"]


def _told(layer: Any) -> str:
    config = layer.get_config()
    settings = [f"{key}={config[key]}" for key in SHOWN if key in config and config[key] != USUAL.get(key)]
    inside = getattr(layer, "forward_layer", None) or getattr(layer, "layer", None)
    return f"{type(layer).__name__}({', '.join([*([_told(inside)] if inside else []), *settings])})"


def _batches(dataset: Any) -> list[Any]:
    batches = [_plain(element) for element in dataset.take(MAX_BATCHES + 1)]
    if len(batches) > MAX_BATCHES:
        raise ValueError(f"the dataset yields more than {MAX_BATCHES} batches: is there a repeat() in it?")
    return batches


def _plain(element: Any) -> Any:
    if isinstance(element, (tuple, list)):
        return tuple(map(_plain, element))
    if isinstance(element, dict):
        return {str(key): _plain(part) for key, part in element.items()}
    array = np.asarray(element)
    return array.astype(np.float64) if array.dtype.kind == "f" else array

# ---------------------------------------------------------------------------------------------------- standin
"""Stand-ins: what a check calls in place of the student's function.

A stand-in copies its arguments before anybody sees them, calls the function (in another process, or in this one),
and records every call: arguments, answer, and which arguments the function changed.
"""

import builtins
import inspect
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np


KNOWN = {name for name, value in vars(builtins).items() if isinstance(value, type) and issubclass(value, BaseException)}
KNOWN |= {"LinAlgError"}


def well_known(kinds: list[Any]) -> str:
    """The first of an exception's types, nearest first, that Python or NumPy gave its name; student's own names say nothing."""
    return next((kind for kind in kinds if isinstance(kind, str) and kind in KNOWN), "an exception")


class StudentError(Exception):
    """The student's function raised, or did not come back.

    kind: the exception's type where it is a well-known one ("ValueError"), else "an exception"; message: its text, which
    may hold hidden inputs; cell, line: where in the student's notebook, if known; fatal: its process is gone.
    """

    def __init__(self, kind: str, message: str = "", cell: int | None = None, line: int | None = None, fatal: bool = False):
        super().__init__(f"{kind}: {message}" if message else kind)
        self.kind, self.message, self.cell, self.line, self.fatal = kind, message, cell, line, fatal


class NotWritten(StudentError):
    """The exercise is still the printed stub, or the notebook defines no such function."""


class NotRun(Exception):
    """The check could not be run: not the student's answer to this check, and not the grader's fault either."""


@dataclass(frozen=True)
class Call:
    """One call: arguments as given, then the answer and the names of changed arguments, or the error."""

    args: tuple[Any, ...]
    kwargs: dict[str, Any]
    answer: Any = None
    changed: tuple[str, ...] = ()
    error: StudentError | None = None


@dataclass
class StandIn:
    """A callable that stands for the student's function `name` and records its calls.

    run(args, kwargs) -> (answer, names of changed arguments), or raises StudentError; it must not change args or kwargs.
    A model or dataset comes as `described`; about(what, args) asks the model that the last call answered ("predict", "layers").
    inherits: what a check found out: the answer is wrong only because of these functions, the student's own as well.
    """

    name: str
    run: Callable[[tuple[Any, ...], dict[str, Any]], tuple[Any, tuple[str, ...]]]
    calls: list[Call] = field(default_factory=list)
    inherits: str = ""
    about: Callable[[str, tuple[Any, ...]], Any] = lambda what, args: _nothing_to_ask(what)

    def predict(self, x: np.ndarray) -> Any:
        """What the model that the last call answered says to x, shape (B, ...)."""
        return self.about("predict", (x,))

    def layers(self) -> Any:
        """The layers of the model that the last call answered, with their weights: see `description.layers_of`."""
        return self.about("layers", ())

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        args, kwargs = copied(args), copied(kwargs)
        try:
            answer, changed = self.run(args, kwargs)
        except StudentError as error:
            self.calls.append(Call(args, kwargs, error=error))
            raise
        self.calls.append(Call(args, kwargs, answer, changed))
        return answer


def in_process(function: Callable[..., Any], name: str = "") -> StandIn:
    """A stand-in for a function of this process: a reference, a mistake, or a student's under stock Otter."""

    last: Any = None

    def run(args: tuple[Any, ...], kwargs: dict[str, Any]) -> tuple[Any, tuple[str, ...]]:
        nonlocal last
        before, (args, kwargs) = (args, kwargs), copied((args, kwargs))
        last = _tried(lambda: function(*args, **kwargs))
        return copied(_tried(lambda: described(last))), changed_arguments(function, before, (args, kwargs))

    return StandIn(name or function.__name__, run, about=lambda what, args: _tried(lambda: ABOUT[what](last, *args)))


def _tried(work: Callable[[], Any]) -> Any:
    try:
        return work()
    except NotImplementedError as error:
        raise NotWritten("NotImplementedError", str(error)) from error
    except Exception as error:
        raise StudentError(well_known([kind.__name__ for kind in type(error).__mro__]), str(error)) from error


def _nothing_to_ask(what: str) -> Any:
    raise StudentError("an exception", f"the answer is nothing that has {what}")


def changed_arguments(function: Callable[..., Any], before: Any, after: Any) -> tuple[str, ...]:
    """Names of the arguments that a call changed, given (args, kwargs) before and after it."""
    if identical(before, after):
        return ()
    names = argument_names(list(inspect.signature(function).parameters), len(before[0]))
    pairs = list(zip(names, before[0], after[0], strict=False)) + [(key, before[1][key], after[1][key]) for key in before[1]]
    return tuple(name for name, old, new in pairs if not identical(old, new))


def argument_names(parameters: list[str], count: int) -> list[str]:
    """Names of so many arguments given by position; a last parameter that takes all the rest names each of them."""
    return [*parameters, *parameters[-1:] * count][:count]

# ---------------------------------------------------------------------------------------------------- compare
"""Compare an answer with what was expected: contract first, then values.

The grader and the printed notebooks run this same file, so a student and an instructor read the same words.
Needs nothing but NumPy.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

import numpy as np

RTOL, ATOL = 1e-4, 1e-5  # an answer computed in float32 is still right


@dataclass(frozen=True)
class Opaque:
    """A value that is neither number, text, array, list, tuple nor dict: only the name of its type is known."""

    type_name: str


@dataclass(frozen=True)
class Difference:
    """The first thing that is wrong with an answer.

    where: which part of the answer ("c", 'grads["W_f"]'); kind: "type", "shape", "dtype", "finite" or "value";
    problem: one sentence that holds nothing of the inputs; detail: the numbers behind it; got, expected: the arrays.
    """

    where: str
    kind: str
    problem: str
    detail: str = ""
    got: Any = field(default=None, repr=False)
    expected: Any = field(default=None, repr=False)

    def __str__(self) -> str:
        return f"{self.problem}{' (' + self.detail + ')' if self.detail else ''}"


def difference(got: Any, expected: Any, where: str | tuple[str, ...] = "the answer") -> Difference | None:
    """The first difference between an answer and what was expected, or None.

    where names the answer, or, as a tuple of names, each of several outputs. Types, shapes, dtypes and finiteness
    of every part come before any value. NaN never equals anything.
    """
    if _agrees(got, expected):
        return None
    return _contract(got, expected, where) or _first(_value, got, expected, where)


def same_answer(a: Any, b: Any) -> bool:
    """Whether two answers, right or wrong, are the same one: NaN equals NaN here."""
    if _agrees(a, b):
        return True
    if _contract(a, b, ""):
        return False
    pairs = zip(_leaves(a, ""), _leaves(b, ""), strict=True)
    return all(np.array_equal(_nan(x), _nan(y)) and not _value(_no_nan(x), _no_nan(y), "") for (_, x), (_, y) in pairs)


def contract_difference(got: Any, expected: Any, where: str | tuple[str, ...] = "the answer") -> Difference | None:
    """Like `difference`, but blind to values: types, shapes, dtypes, finiteness."""
    return _contract(got, expected, where)


def differing_parts(got: Any, expected: Any, where: str | tuple[str, ...] = "the answer") -> list[str]:
    """Names of the parts whose values differ; the contract must hold already."""
    pairs = zip(_leaves(got, where), _leaves(expected, where), strict=True)
    return [name for (name, a), (_, b) in pairs if _value(a, b, name)]


def value_difference(got: Any, expected: Any, where: str | tuple[str, ...], parts: Collection[str]) -> Difference | None:
    """The first difference in value in one of the named parts of the answer; the contract must hold already."""
    pairs = zip(_leaves(got, where), _leaves(expected, where), strict=True)
    return next((found for (name, a), (_, b) in pairs if name in parts and (found := _value(a, b, name))), None)


def is_single_precision(value: Any) -> bool:
    """Whether any array or number in an answer was computed in less than float64."""
    return any(getattr(leaf, "dtype", None) in (np.float32, np.float16) for _, leaf in _leaves(value, ""))


def _nan(value):
    return False if isinstance(value, str) else np.isnan(value)


def _no_nan(value):
    if isinstance(value, str):
        return value
    return np.nan_to_num(value, posinf=np.inf, neginf=-np.inf)


def _agrees(got, expected):
    """Whether two answers plainly agree: the usual case, found without naming parts. False says nothing yet."""
    if isinstance(expected, np.ndarray):
        if type(got) is not np.ndarray or got.dtype != expected.dtype or got.shape != expected.shape or expected.dtype.kind != "f":
            return False
        with np.errstate(invalid="ignore"):
            return got.size > 0 and bool(np.abs(got - expected).max() <= ATOL)  # NaN is not <= anything
    if isinstance(expected, (tuple, list)):
        return type(got) is type(expected) and len(got) == len(expected) and all(map(_agrees, got, expected))
    if isinstance(expected, dict):
        return type(got) is dict and got.keys() == expected.keys() and all(_agrees(got[key], expected[key]) for key in expected)
    return False


def _contract(got, expected, where):
    return _structure(got, expected, where) or _first(_leaf_contract, got, expected, where)


def _first(compare, got, expected, where):
    pairs = zip(_leaves(got, where), _leaves(expected, where), strict=True)
    return next((found for (name, a), (_, b) in pairs if (found := compare(a, b, name))), None)


def _leaves(value, where):
    """Yield (name, leaf) for every array or number in nested tuples, lists and dicts."""
    if isinstance(value, (tuple, list)):
        for i, part in enumerate(value):
            yield from _leaves(part, _output_name(where, i, len(value)))
    elif isinstance(value, dict):
        for key in sorted(value, key=str):
            yield from _leaves(value[key], _entry(where, value, key))
    else:
        yield _title(where), value


def _output_name(where, i, n):
    if isinstance(where, tuple) and len(where) == n:
        return where[i]
    return f"{_title(where)}[{i}]"


def _entry(where, value, key):
    return f"{_title(where)}'s {key}" if _described(value) else f'{_title(where)}["{key}"]'


def _described(value):
    """Whether a dict is a model or dataset, as `autograder.description` tells of it."""
    return isinstance(value.get("type"), str)


def _title(where):
    return f"({', '.join(where)})" if isinstance(where, tuple) else where


def _structure(got, expected, where):
    title = _title(where)
    if isinstance(expected, (tuple, list)):
        if not isinstance(got, (tuple, list)):
            count = f"{len(expected)} values, {title}," if isinstance(where, tuple) else f"{len(expected)} values"
            return Difference(title, "type", f"{count} must come back", _came(got))
        if isinstance(expected, list) and isinstance(got, tuple):
            return Difference(title, "type", f"{title} must be a list", "a tuple came")
        if len(got) != len(expected):
            return Difference(title, "type", f"{title} must be {len(expected)} values", f"{len(got)} came")
        parts = zip(range(len(expected)), got, expected, strict=True)
        return next((d for i, a, b in parts if (d := _structure(a, b, _output_name(where, i, len(expected))))), None)
    if isinstance(expected, dict):
        if not isinstance(got, dict) or (_described(expected) and got.get("type") != expected["type"]):
            return Difference(title, "type", f"{title} must be {_article(_type(expected))}", _came(got))
        if missing := sorted(set(expected) - set(got), key=str):
            return Difference(title, "type", f"{title} lacks the key {missing[0]!r}")
        if len(got) != len(expected):
            return Difference(title, "type", f"{title} has keys that do not belong there",
                              ", ".join(sorted(map(str, set(got) - set(expected)))))
        return next((d for k in expected if (d := _structure(got[k], expected[k], _entry(where, expected, k)))), None)
    plain = isinstance(got, str) if isinstance(expected, str) else not isinstance(got, (list, tuple, dict, str, Opaque))
    if not plain or got is None:
        wanted = "a text" if isinstance(expected, str) else "a NumPy array" if np.ndim(expected) else "a number"
        return Difference(title, "type", f"{title} must be {wanted}", _came(got))
    return None


def _came(got):
    return "nothing came, is a return missing?" if got is None else f"{_article(_type(got))} came"


def _type(value):
    if isinstance(value, np.ndarray):
        return "NumPy array"
    if isinstance(value, dict) and _described(value):
        return value["type"]
    return value.type_name if isinstance(value, Opaque) else type(value).__name__


def _article(word):
    return f"{'an' if word[:1].lower() in 'aeiou' else 'a'} {word}"


def _leaf_contract(got, expected, where):
    if isinstance(expected, str):
        return None
    want, have = np.asarray(expected), np.asarray(got)
    if have.shape != want.shape:
        return Difference(where, "shape", f"{where} must have shape {want.shape}", f"yours has {have.shape}", got, expected)
    kinds = {"f": "f", "i": "iu", "u": "iu", "b": "b", "c": "c"}.get(want.dtype.kind, want.dtype.kind)
    if have.dtype.kind not in kinds:
        return Difference(where, "dtype", f"{where} must be {want.dtype}", f"yours is {have.dtype}", got, expected)
    if np.isfinite(want).all() and not np.isfinite(have).all():
        return Difference(where, "finite", f"{where} must be finite, but holds nan or inf", "", got, expected)
    return None


def wrong_entries(got: np.ndarray, expected: np.ndarray) -> np.ndarray:
    """Which entries of an array differ from those of another of the same shape, beyond what float32 loses; NaN always does."""
    if expected.dtype.kind != "f":
        return np.asarray(got != expected)
    finite = np.where(np.isfinite(expected), expected, 0.0)
    scale = max(1.0, float(np.abs(finite).max(initial=0.0)))
    with np.errstate(invalid="ignore"):
        near = np.abs(got.astype(float) - expected) <= ATOL * scale + RTOL * np.abs(expected)
    return ~(near | (got == expected))


def _value(got, expected, where):
    if isinstance(expected, str):
        return Difference(where, "value", f"{where} is not what it must be", f"{got!r}, expected {expected!r}") if got != expected else None
    want, have = np.asarray(expected), np.asarray(got)
    wrong = wrong_entries(have, want)
    if not wrong.any():
        return None
    problem = f"{where} has the right shape but wrong values" if want.ndim else f"{where} has the wrong value"
    if want.ndim:
        at = tuple(int(i) for i in np.argwhere(wrong)[0])
        index = ", ".join(map(str, at))
        detail = f"{int(wrong.sum())} of {wrong.size} differ; first at [{index}]: {have[at]:.6g}, expected {want[at]:.6g}"
    else:
        detail = f"{have[()]:.6g}, expected {want[()]:.6g}"
    return Difference(where, "value", problem, detail, got, expected)

# ---------------------------------------------------------------------------------------------------- calling
"""Call a student's function with recorded arguments, and say where in the notebook it raised."""

import inspect
import linecache
from collections.abc import Callable, Iterator
from contextlib import suppress
from types import TracebackType
from typing import Any



def call_with(function: Callable[..., Any], parameters: list[str], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Call:
    """What a function does with copies of the arguments; its answer as plain values, as the grader would get it.

    parameters: what the exercise calls its arguments, whatever the student calls them.
    """

    def plainly(*args: Any, **kwargs: Any) -> Any:
        try:
            return decode(encode(described(function(*args, **kwargs))), Opaque)
        except SystemExit as error:
            raise RuntimeError("it ends the program; a function must return") from error

    kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
    plainly.__signature__ = inspect.Signature([inspect.Parameter(p, kind) for p in parameters])
    return observed(plainly, args, kwargs)


def observed(function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Call:
    """What a function of this process does with copies of the arguments."""
    stand_in = in_process(function)
    with suppress(StudentError):  # it stands in the call
        stand_in(*args, **kwargs)
    return stand_in.calls[0]


def same_behaviour(a: Call, b: Call) -> bool:
    """Whether two functions, right or wrong, did the same with the same arguments."""
    if a.error is None or b.error is None:
        return a.error is b.error and a.changed == b.changed and same_answer(a.answer, b.answer)
    return a.error.kind == b.error.kind


def raised_in(error: StudentError) -> str:
    """Name of the function that raised."""
    return [trace.tb_frame.f_code.co_name for trace in _trace(error)][-1]


def place(error: StudentError, function: Any) -> str:
    """The last line of the student's own that ran before a call raised: "in lstm_step, line 7 of its cell: f = …", or ""."""
    found = ""
    for trace in _trace(error):
        code = trace.tb_frame.f_code
        if trace.tb_frame.f_globals is getattr(function, "__globals__", None):
            line = linecache.getline(code.co_filename, trace.tb_lineno).strip()
            found = f"in {code.co_name}, line {trace.tb_lineno} of its cell" + (f": {line}" if line else "")
    return found


def _trace(error: StudentError) -> Iterator[TracebackType]:
    trace = error.__cause__.__traceback__ if error.__cause__ else None
    while trace:
        yield trace
        trace = trace.tb_next

# ---------------------------------------------------------------------------------------------------- replay
"""Play recorded calls to a student's function, and say what came of each public check.

`autograder.release.record` makes the recorded calls; the printed notebooks and Otter test files hold this module.
"""

import base64
import zlib
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import numpy as np


SINGLE = "Right, but computed in float32: the exercise asks for float64, which is NumPy's default. No points lost."


@dataclass(frozen=True)
class Played:
    """What came of one public check: `found` says what is wrong, if anything."""

    name: str
    sentence: str
    found: Difference | None


@dataclass(frozen=True)
class Report:
    """What came of an exercise.

    unwritten: why its checks could not run, if they could not; hint: of the mistake it was recognised as;
    note: what to know although nothing is wrong.
    """

    exercise: str
    unwritten: str = ""
    checks: tuple[Played, ...] = ()
    hint: str = ""
    note: str = ""

    @property
    def passed(self) -> int:
        """How many checks passed."""
        return sum(check.found is None for check in self.checks)

    @property
    def all_passed(self) -> bool:
        """Whether checks ran, and all of them passed."""
        return 0 < len(self.checks) == self.passed


def load(text: str) -> dict[str, Any]:
    """The recorded calls in a text that `autograder.release.record.pack` made."""
    return decode(zlib.decompress(base64.b85decode("".join(text.split()))), Opaque)


def unwritten(name: str, function: Any, recorded: dict[str, Any], others: Collection[str] = ()) -> str:
    """Why an exercise's checks cannot run: its function, or one of `others` that it calls, is not written; "" if it is."""
    if function is None:
        return f"your notebook defines no function {name}: run the cell that does"
    if not callable(function):
        return f"{name} is no function but {function!r:.60}: run the cell that defines it again"
    first = recorded["checks"][0]["calls"][0]
    error = call_with(function, recorded["parameters"], first["args"], first["kwargs"]).error
    if isinstance(error, NotWritten) and raised_in(error) == name:
        return f"{name} is still empty"
    if isinstance(error, NotWritten) and raised_in(error) in others:
        return f"{name} calls {raised_in(error)}, which is still empty"
    return ""


def play(name: str, function: Any, recorded: dict[str, Any], others: Collection[str] = ()) -> Report:
    """Play every recorded call of an exercise to a function."""
    if reason := unwritten(name, function, recorded, others):
        return Report(name, reason)
    checks, pairs = [], []
    for check in recorded["checks"]:
        mine = [(call_with(function, recorded["parameters"], r["args"], r["kwargs"]), r) for r in check["calls"]]
        found = next((d for call, r in mine if (d := _judge(call, r, recorded["names"], function))), None)
        checks.append(Played(check["name"], check["sentence"], found))
        pairs += mine
    hint = _hint(pairs, recorded["hints"])
    single = not hint and any(is_single_precision(call.answer) for call, _ in pairs)
    return Report(name, "", tuple(checks), hint, SINGLE if single and not any(c.found for c in checks) else "")


def _judge(call: Call, recorded: dict[str, Any], names: Any, function: Any) -> Difference | None:
    """The first thing that is wrong with a call: it raised, its form, changed arguments, values of the parts checked."""
    if call.error:
        message = f": {call.error.message[:500]}" if call.error.message else ""
        return Difference("", "raised", f"your function raised {call.error.kind}{message}", place(call.error, function))
    expected = _double(recorded["answer"])
    if found := contract_difference(call.answer, expected, names):
        return found
    if call.changed and recorded["parts"]:
        which = ", ".join(call.changed)
        return Difference(which, "changed", f"your function changed its argument {which}: work on a copy, or on a new array")
    return value_difference(call.answer, expected, names, recorded["parts"])


def _hint(pairs: list[tuple[Call, dict[str, Any]]], hints: dict[str, str]) -> str:
    """The hint of the first mistake that did in every call what the student's function did, if that is wrong in one."""
    pairs = [(call, recorded) for call, recorded in pairs if "mistakes" in recorded]
    if all(same_behaviour(call, _behaviour(recorded)) for call, recorded in pairs):
        return ""
    for mistake, hint in hints.items():
        if all(same_behaviour(call, _behaviour(recorded["mistakes"].get(mistake, recorded))) for call, recorded in pairs):
            return hint
    return ""


def _behaviour(recorded: dict[str, Any]) -> Call:
    if recorded.get("error"):
        return Call((), {}, error=StudentError(recorded["error"]))
    return Call((), {}, _double(recorded["answer"]), tuple(recorded.get("changed", ())))


def _double(value: Any) -> Any:
    """Answers are recorded in float32, which is enough to compare with, and mean float64."""
    if isinstance(value, (tuple, list)):
        return type(value)(map(_double, value))
    if isinstance(value, dict):
        return {key: _double(part) for key, part in value.items()}
    return value.astype(np.float64) if getattr(value, "dtype", None) == np.float32 else value


RECORDED = load('''
c-rlJ2UrwI(?7|?p_l;CQ&&I*M38VQ>`pac4tS!N1FW#X9${g35kWaX3@08ch7$vdIin&**d92uf{5YF$cb4opn_uh&-CoBi-PyweR{t9zmMk`hUxC=s$W%g
b#=|?kU@j&H@a(SU9{68Ka<TY%v^Y8eqvv_nGMfOEEk2yn1(T9%tD1BA{o=B93hVg3l>!wVkU`@heZ&wNRc=oP%bkY7c<U==?D`_8DhCeszDztmR03o7S28f
vA-s=ze0qvAk_pDBE-RdGH*%f=jde;e|d;-l8Po!94gn~R}CV6i8MeYmwC%2-
ZEbyhh~%{Ldui*N~9tgFIeas#FGb#cz)uEVwqSH%9{{Ho~06roG0<;`Pq=i(1?%;A}QP8FA~ZlSW@P1Aul{aB#m<6h4Wl_LF2u6c05_QRBq{KWot$RWM}mg$
-E~-
dHX3@^SCya4>Pw!%9BTmeaWL(E+cGRR6|(CN;xH=z9JiTP}TWEB7)`OuwXIAf*J44PN3qX?2Y;a6JK*`p;V+~=*LO%sqCtWy(RwML82(xr%*Jfuc|M0JfG*s
6U+Wukv2pJ!9tmwC!8dfeO?fjLM-}QvM5QuiZ~O6!4V>F)hvH4RaJh3`ahM6^%_R4pO=UI+g~h|$-P<GRr1J%K_XtTDAY3CigRo-gut`mF^h%u4Y6D$1q+>V
Zd+NPFibS2v;8<FOXiu8$eRfUgiTdTFl&ojrMv(MEA~VN2RoT^lnv9(JPYMKUrBI8NGRigetx`&FrHk(vv*-=K2Wf(W1|*?2&vK@=ewVZBNF-sddr0qxRve}
9L!V3DNcPdVF(k_G&%BlED2+oNafTa%(9WmZPWs=&5}@&YNe~NsfGO5Jv4=3#ze`PAQe!JFf8o^p`76@moOnJkeRM}vA&o%)p|rt*81QVA3FqLU&RbHNT-w_
SR|atNT6iHN}_T`rd=uw5b+|#@<63Nq^dbTKnr19R>oOIsXiNCm_#O)izhOc4E1Bx#;91OIVD$S&4kJbWOkEbRz*apIsyl>OEQvmK?atWlwEj?`kDADl<~x&
ya9|<3=g)07a|gdGO~mSnIOuDCK83(@+|v>@&-qFNu<7k9U1SH%SEAbcIOBdMls6cl*O>{W5!yUDfcOMfwC}(M3GWSXn?m&9Kh~%W+Rk>a3nl-yW$BMUttx(
0d^sAi0Flp!dJp<(!3CHXap;*zc^GZk0Kih6GhnI5G-
W2JYJ|MKu9#iMG~b}7?!MZ)p}7o0sBDoBIAWhh|9V#8e){9#M4_CEYsMK)M9iF4YOs0V74ZaKijS}nreGuW|esh{h72tWq*|oWFonGH85uD!Xu+p^dEu*37a
Cu>p~^GU`B1+GLd}<80<tEyBX7{lu0F$dPC!+Ay$YMNhPc#eL0;gX*p1gES8KmJKKvoJ2OFYLWG<r8sCLgg1u5KQ50(>wQ*Pn<^1y_&ebV{uqVc2QXNr^GIV
BmvA!*niy2q=2i#aCeQahDU|3xdYs)27max6j-
mH%k)?JhhoL?##2UZbQC4o3pCKn0)R3Rr)7$#F~3f|0AnmL11Gwlds(x&k7UN&6pV3r;e@0fU_BxQiH7FV^avn(YWjnqyqWmYK@6F#JOVN!`-
gs+_BcU<UFk0D8k3y%b6<$f9>Viz6P!id6htjddvCd{g2LMOM;1=)J>NGlf?8T4!nVtaWc*08Z8QWPA_=dtSe5Ip6P%mx=4%!F=6cWf6+Vi{yZEZ*5cmDnjm
BWFU*luH#eRS}m<<+!w*_0bTaA3;bG3PxwDHRj5jsKTOB1UI=Vk5?rKYBha`KQfhz5!YvxMLJb1SmO|LYVPn{*!YyYDqCS$b5g4kmueDA4QR>?>f^jpQ%H^N
lL??w#w1ay1uJIUE+Ry=iz#)ea#!|TP(zf`kVCDCPtFIbP(}1mB}{#YQlDh>HAGBq?XcL$!r@e`l7@*4VH$eo_DyaGw-
G9RgC%!Sk5=!lTso!cKpbtA_{3VGDp#^wa!oeu=AhDqiz*n9#mfaMxiUC0`et~`xulEHi!IONL(fOSqgp+D<fNKGtg45yJtRYs$r%+e*}6EWs+x&a*vwX?HC
9uq)YG5Kq*W>)8W8(`NE^fqdnOHFS^J3n2{RWTp1)8WEF;;1kO`GiDU%!o3W@2N!HlvQ)a-
^WiDaTC8)<z=ycLtJl{bh9`#vgu!I477(t+v~;UB@~`c*Vfk}=ZE2B=UTBL>4rHDds?#WP&kNx58wb450P(9Bslc2d!YtcX(&%gL)s{E)J?<#s*dIAS(W52<
n%wdA&HmG-STuh3W{Oh_P{xExEJUoxKeks!+PTvn<=t)#V7CwrW5R?0{x^<$GPMhdRkM#a>s8j#8WBMeq<wHniFgcj1x=S^Vp9umeFOw3W3aSfLmnJ8n1IMh
3g*<r}s;XFHvXKQQA^9>X->z|7>%&=gQl+6-
}msqmCN4$r4USyyoSQXM_R!ppxisj7e=26UL$Iiv@4HPrS04@a<GD%$|n_e?QC<`FIfg)yq`%J~;^R*tfNu@89u9&E!F6|JgOm-
^@_0=5vsakBvzD9CU##@6WLU~sw4l_9tkn<x$Mj&~G+wlA*T9I}5p~WjmnJb4$ltmqT+b$eNMu-
0lB9jPzwwk5vAab%De)6a=5!>S5oqZ%yv*R3Wc#bx_AI8O~=lV}boc<As17lgvwn33q<^KeravZbhBSq4GhSRAUoDQECx;hdkwa{$T|D3UyVPvcZkI(ofaW9
#2KVtI)f3f^iuT<~<Qe~J@orzUvRA#OERXM7D2zMF@%17?!_<!#A|DXHST)z%shO$xi?^csPWB&gZ#V8SeREw@Xg4bB&u9dp4rj}moaeOEM*Lo<Ql<{jlqEE
`cwFgm+?-^<(gevbQY9|8C7aFzJjcVy)sP;WdEiyt)RpFW;h@?^pi@<C+8<cyIC)IQ{RDb{3WS^9G|JgLv6>a}L1O4znG*FFo;eV!#zby3DBG;|HLR{O{-
ltXNf9U2lRxN9fMyf4^);{q+E};H<2%P>t0*9Im@KKreKL_zQ7*}1&8im_hV05n1%T|^BKKpTAxETlZ?-khsMIy~t#h;efs`)-
4RHCe$ac`;BFX@#fH}<m?&A0R)mDU{on@Vd=|5j<u@v|fo?5mJCY1;mql;ZwU;%Z6$7nI`uCyM!|rMNF3__r>_eOcXqyHecO!||`zNWLDFZ&ix>dWgPN_2CO
3`qrhmFAL#Yl;XZHf^SfY`|@s7OBchpEX92R@oV@ty7mD0-1pSA2Sqg>W7ncgu-
Z?%Yn%L<AA{FQ*)_i;uRQ=h{y4oB?O%WYEyjNvg#UYU@;8e)f4!gn{WmB7tp}EG{kG;yEYWZJw&sh)m@oCVrkc<CYf+|J?LPykMH^ks|DfQXS@T=IxB3G5_{
Q(8oc{iMD-QHGcyFa-{H@<x{ZC&5{ImB~<d>F~R*q-)r--?`8kRm{@4VQ;hcx?tSQwsuM%vNNQgVNxUrO3{oY>Fab0*qfBKP81&q@1!-
Bav1Eq{k%_PO}?tJer!pD8cddrr!vbL9TswuJPz_Aey#OSe8}+kLti5c(YVc{kX5@zbX#$aCryOy=p^^f=*zekJqztXP`PKBu|3<dS=PctZM1^UApSMch2I>
m6e6al%n)WSsGWKgqa6`_n|;N6qfA&#srl3I4R)n45%eY$)NQl``uLnP=5P?Hrb`^)PK$_W4xTVxq5E_LW4QRxkFF`A`4&h}<`YJ|=YCh7!4R(w^TU^G6&Z^
JyI)e~+|#?SIMMeTwT7xwVYWpWyg@pHIfGdPwxet2|Lo+P8%rCgV4rAb5G5dSny+gCDLYcc;B%9$qV5g41=)bs}e4uXY?RyDQfSpSlhg2>&J1iJUpka$<)xr
~YKVw3)7dkozx}E)%{RFT5e+1hXy>dr;5skp6W!cS-
+VA?HT{X+%%FmL16aydTD%CHh};<RFpn)T0M%dt74BYhtG{GdO)+lw2qD#`8IS8|?jqw0AgjjL;vhxP<J*!>Aua9MSSV6;!KNnJ`7x0V~RAxY{xmd+ol26EA
GT_HI96gQefm8&+9k>j(F#-A~QX>RZ0B{_!7zDLL^l==EjF*X1N-
FiIb#?b{1s1N5M8v=2<Xxd@h*ErY@+N0@$X29!$^pkKeAAmeNzWF!SbVa{xzn}osdbBZC^umyC=?FuZul6($#X+N@Fcy8;7UA5|5d`q5-
dJ?;9jmj?~csrOsA$n`vfvgLyiNl|f@q$xFNxSThZVp)&ZcB)s25q=W?7d(B=if7T6F>0j8CXX2G%esh8P{M6u~%`seZ=2fJBARwX}y0>^v`n?bAJD@jI8gR
KMIKbiVJkk5&B=p5;=G!HiTc?oD{O|dE4F)Iek1+h~MWJ0`W&5!)Z6j{c>L-muqF~%Vhqd8F$G%=jRs^e{nP<>z-
FST!+OK=b22_i<ZQO_+@d44bfMeT#NJL^o!ewz3<)HMd*&VentA{uOjlNl{yoB7vEn<;tp@s(Y<88%lh2-dOcncc|7@t$oM-
u=aK%{0~KVv$LyyB|IU@fPm8BJlX%5z5XRXBtn0HlU9)d<>n{8LD?)E3$tQG{zdt7JhK9u6J{M1N>rhfyPVRPVxpn;Bgv7^U+o43yIVOc#?7VT40=ac$*pJx
DHQb5#xzDuyoF615CJ?-hZW28fH?K$}a!pR+;%9#$hr_aN385d}U=`6v_-f9c*LxDb;EmtDkLbbU713LcZ-+;8haKT~(~3#-
9>e{x(liji)qM|?xrJh1p$MYm4=UQgPKaI?CeRzU6sMUE!Pk!G3j*y1qZz`>f)@gPxVU2^^wMfi?b>@2F8#O^MiwmxoA=G&NWFSsyW%{!6?TAetqxPql5|l|
aUcvU+f7+tmqG7=@1X5mCy+bN;kT1sgG#>yK5cG@mR{V3CtEM2e=_%kx$XyWyCHSZ;L@IOwHQ!y2V=akY!FI(cQ(7#A3Jfu*sb_@!;8*lFd6--D0iNvl`JsW
_?Ys)#^*mqZIOSQY0xlj2^^{?q8`n6p$2s|MF)x}Q8z-
D2(G^GkESivfy5`%1UL5>gRImY#oS*)`H%MK)<C`w#+li4n|jC`9lez(h*{K*ZqYUmP7MjeDQm8QY+ygUa6xOu<1sU`ua50S-
5cMD%HNWR<HN2fgumRTW=*V*?qoltx+TaV(>@07SU#nWp4kEI`!57h-+9oc>mYD0?FCQPt%K(C#zAHaJ9yA}KkST&gBNQo;bg-
E5H;EZTg*kUD{?I5a^eD{6nIhB49Z|(>Q21(a4Kz9`b;o7s4ZPLeGOz;tOmvz&}6%7iuK|oWV?B-
qT{q{_~@U_=uwxn9J4E8QDj~x$Nn~Y&Q7Hp1d(}Ly1sum1~t$xr?$LxfRV?i^YuGh@&B0ZiGJVY!S8S;*jf8wG^+b_hQP?d#d)3gaY4EJB$Vc~i_iLFq|tab
&S|ZV?u(AfXW+&$Q|Y`vcY=<07<Rv*jfU;B%3d~q9{2`aQG}+Rf|j!_1Z9Vo;||F_c;&`90@2)2NK2j~*rvEg^?Ex9_`hjWmsdQ3?CndS(eM>unOPrp94e<W
R$Pa^2U|kKr7cv(;qQ=>vk&O_q*9_+!O$kBE;1W#1-X@Ge1-fnXge73Ba)h+v^@*4$&Oj{xnI}AQG+=ADn$?F<-
Zhc9GwOJPbw5i))lZSTgsO?q~Rk8a(rLMLa^G&4;44J7d+p)i+Vc670PaB3a%%-0q4hy!EoP7@UttUzVC2>N-
isf<}nRGI$<_7Fwz7iJRbtBW=)}fjuAq~rA^R^iWYEm|6CWt`16o*EZ$}Bp5`cg&1#%doJ{xGH6N~wo`>hy)<b<v4p4mq-
@_YY1H9b0C2DGaBr7v#9k%L_h_6kW%#Xh(LF-#5@^=UOP-X#^ux)t{fv#f%G`-
&f2yK}Ly4?;^NktnelQ13B=Im7}#oCoxn`?z!rn^A@L7k|Il>?wC+YD9OzollsoafvyEe{6Wh;_c2Wcptx&w+FgMXu>wdeN2@Fzv@_nBV+2lz7sR8tyU@$3(
lqva4y-
#1@_qWZI4H)9i%e!Kqddr7J<r7WM^i<Fhb$_79N0qL6<@eiv4a*Maa&ozTLC5!Cl?yTJ3n11NcM6pEbO1P2q>LxblT0=>nTA?h~?72wql<&XG|vcK&DhqXgd
xNldgBqJQHv1*4O9&1ncN~%w7ci)ojfAj@4$i7YX_s<*zKk!qs&JWS2%uZ#wG&_`lZH125+j*8C=8QgiwIW$yKXxDWpk$@seyoh2ebAEHw7*19V7HjMy}A*#
-&}{1{+Um0xT!4=MK9r(7v%{GDx3uC-!&9W9)bl45xuFvd%p^L6iWH;8Y{qKoDY9m&~xCwwo`c4`vK2uWh8j6os}i*QkQC|u*vFgsw3z&YFt(?-
f@BFtY2IPE=IVYSO+IuSj6x8n+Y7yS;;^D<8eXC;&guL(`hcf`*s(6xA`T1k?}f#D5sUcxK$&;rh;NY=b~(WZ!2&9%BKqjH|OaJj!ZnozcwyW;NG_}wW(yF;
MvSBd<*$3*wEUXKOkc#6wJE|#RgGyy}JWYE1Ls?mu-
(A=L4&7>kv=Hy=CT9ryrxSyY4>t`Cb9On^&SJjk^K<5RESG9|1<sT+xi*?!zDT1F84tBSCv?E@&4DQSaskRJ{ki(YU6+QHgXT<l(qakl3U@+U7U~6q))+78{
P@^xe^W&$j4I<WnjeBGHYZevnCppvYL`9E-CyInHNjEXr-|YCR<t`4{v>gIngKO9hi@{{}j)c5y%9ir|B^--2WGz*&Q7t)Hx2-
+8&wMrGqrs=pPzDWQ2zqc`bPKvpUqZ`BE{kK3g9d94FZ`ym<~?PEmm(Vj!=6gEb$kHq2E&)#6|2d`n7VJb>#&=W#+w$j=OgI$O4_Ry%z$90S89jf!oBamONn
{&p08*1;d55_v1(M=xB0Kc)FXcKFD%F}oV{o>4XTql1M%xdr(z4lf|7*e_w>-1Vn1sUGQNxR-*(W;?{Uw<iHkh)h9zx6KmJ-
7;w5^X?kB`0w2$Jgn%p5Ao7sS`kMdj;*z7NM`bFEe?9V)Kegn8_0;CQnej(S1+3np<S=DHKsmo{-
Jt36x}A7@x@#6il9=_}cRDer|<tl{BEgH_W0IrgXsPV?sgSd<SKCU^C<mpP@)H-
4BMTRQ7Shwm8JPC4Nb{IhX7$hUGiQIxpL)EqF3|IQ4z~jV@)9IWTg>L#laT1Gso8PY_+aUJ%=07KoM>3EB!82qq=(hUisdieFI5Uz|UK>N+YN)^Bb=Jx$!(^
+u%y<m)c&8XP?z4)rKOKljamh{C<de&|7Juy7=5{~!eq*UzHe>|3D2S1@*L<cNA~zAw0O$c4$r;*gfckH6sv6!5z_sGfWNRu>7M#lW0h0m`<j<2SXO4O^rx>
bBo|w-cQ1Fd6+&$4J0F|J}UqYp;uc!9V{N-
mg9WYvX0}`R5C`bK8{x<b09S?al*o9)Ks@`R%CFHSQepBX{1=IiWnibbU?E58L53IZp_jx%1sCeNwORxfV<6BWX`&lJiH};oE-_dj18jPNT=2Ph5jrlXH-
3k7%ymp(P>bDAzZg&XW7}z)Pgx^JFIRQ@^%<a_8N#6=eKFb5gg^T5yTfeSGMc^U8A+IT!Q#1)U^vm}TjabK=4@a?XppY)8&#u4zMGka=2MCFjMo5NQ$N*MAd
D=y><ZxyN;STf#5LryV(;6*qr<k?^}|P3l2Dhm1}V{D$@Kk@01HxO1EHS?+xKJZdZ9yQ4KZ-
{u%va_7Z8CyD%NMLXY;`Gy#gbC}lRmmD5Em&mL2hcQ=w@z}@Jp@yGKBYb-PRLs?9a&pP@$)bH^{29M1WSm<Phc7kkI-
!5ulE~vz;zjB$X{jxUp3|nUPbT=nF{xkiD*VX#Sj*G=cS4uDmCWP1uJ|3H4_wIMbCDAIVv|OkK4&f>=jSxDE|~N;d&>Dq!%BiLO<F|iMQJ(s80nYEiC^&&GK
n9gC0@=U?W^sHJ$x)(iJr9L#~miP>Ruw}eV_S<h#u3TV#xVAr*h_PqTjQ3NPR8Nplu$Zt2d5}i@Q6J$dR*Y43VEVygZfYe_iHL!smGy8ONKGPv&#=PCrh@Z?
)p;jBA>4ethC>CBZu)m#sr+Yinz1b2sKUZu*p-
T7D511rA5unm4Ci9@(G`{QXc4Jlgs>k9Lm%_yaki<?tB%Uix4^yFPT~z%6vfU~P0~dr$Oo`a`(k5QI$LdO~)a>G;yljnF1Fg&y|k0!{1BQOEUL6Gx&Di#AX+
xEaw&ukn}EedqeLLERGSL)5sRL95EohuD9w0|mYJ3`S=T*po2>l837M1}49NyXiEf#2S4<ZyMh;r@d=q`c7~hYCCl~wum2(61PtS(Hkq;y{jMnyt_#id=)8k
=$Ektbh9RFVO`HS<k506H1*9y(fKK0UjM%0-72?g@g)XEqnt+>g3Je2T+PyQtGds%>sU0k$xXqUez&Na@b!Asi2A-sBr2F+M)t9vf+nf^u5M_Bj@-
$Bx;<?_p}%`<2fa5i4sW{N4rSbOqJ38xp`MQl;owet+T>OxUUcQ>D)^SWU&Xfyr_+AD91y)r2W^lzqV(8Ym^X79)p>S4zWHlzwfKCbwg|Oa16n)lbG5Y8N9w
+=Egpg_Hv}5jORdp<zFO%}@ZJ&`@HUe%m5;5}ef<TeAa>b42pKH>lpY)B%r-
Wrqe~Ld>2BR1t^YFgc0ei>c&ry4T{@H2=69@uuUB{q9di5vZ51>Jb`PI{IyD~zd2Mr%`=k+&Hte+G<dVyZ>hNtZi$%swhdH|%4Iy%AZ|SD)bL7V$?~JF;d)8
SAYQlFl=zEu27h{oa>pz@H4f9s4y04{CZ!~j>2zDjt@js>yURy~QTHMA5T*jk(tA=#v3-)Mmy-et$-<IC8#gabp^AA<<X-
yqQcl6pxx4TgWKiByY%^G_N9)`ssyZL@FEnSNH#;&f`elPZpM>f1VpgYHi$W>W#PTeQ6>VP&|Jf=*JNous;>ZRr|(sTsM?cIWm8T@FJx^JubTj+J0hPDsu!2
dRU;g-5NJ)O&O@u2`@+De!1__{mV6|of(6WY+(yBz5|&#bH9JCYheJ3re;4|!DtbxOyej*?thSDA!R@MLfc^ul{}msE?-
YLq|9>Y7g_7PKI8mHM1g_jRvlk9zqZq~6<&t`Xk~4_!#H@kTyxo{$(KFBYo%dR)>)7pBqht69k>@x^Sge$I{xJ$mj$84^9YiHlD3L@S@Hge-
d=o$<COeX3{MD){!bi={7J{GHz3<}etI3P##*7<>J&5(RIb4f`*2!hHw*QZ2ryT@u9in@V{&v>|c@EIX*~tL*NEep&wub?#W#8u4}An?adw5~FS=X#|7m+aP
t{FkJ&w+)Dvh@;85iuY2ACI-}8eyz)q0#2Z@|A8na|{QFJ;&)xz$H#&-
bb=(e44POOq+7E}`<BuyWhB?#s&&;8(I{XIPH)Vj!%O|LjUQ>GWj0@Rk2TjI{0xIzUqaC=L`73<j#u_!h;BrG`H762OGB3=}0!=vv8Yfdh%~w{z7iV!x{oEu
knM(S(lluH*^2`Tm(o4H~P=%@1Rq%D%z5rTAH=@Bs3l~XZVBG{?TzPmJH0s_6bVr%sj(RPy-#tglaD$98-
_?#9*)S!0bFKsS&RT*?THdAF#5{vL{_{a^Q4^GTeX3yjqjlM_z0U|DJ#!RS8`j5K?=#f#aP75Nh%I%YwsoCAWcIw-
K`nb>j1jDRq(v>F!m7w8sJl)5ye!9x3LL}-ROc#bi+--7#^-5ZO0|9TNKi4-rAqv*=dp@v=d~8+-&~-8j!nU-oi5fhH-
#7V)>6afrYrV&ZC5zN7YGhcHK6Xr9uRnW+hseBSgZ)|sDsbM_oQ019|W^*RZ#7xPK4;C*ZA8f8)PTcbrAe=#!R8-
<F7EAZKCE^kkky0r(6(plj{&%Pp9OlWp@wSN)=@;6d26buYzyw+&=2(^u2Qh?h98?>wCM9wvCE$YW={1ctOj4{RNSSQmgC_59ijW*w?TB#--iO4?Qf7hh-ZC
h<)~{SPH7XHB(0*{qZf(Zc`tmNwfB?iTb&+PZ5=9h|q~0GYH+_X%6bXh!^ePL5~6$=J37>p8a~KA#-O~PJT`_?R4)ns^2D`e(6_;-
YuMjl8WAeOBO}jHad#8F4_o22fbmW_>7`W!bN(e-
~!#cvKd{^<UTSCoQ15O8MvmbU5$L__HcdnT@F2Q#RWy~tQPoW`Z2Zr`fogf79BRh7B}}0zZzIR_k({G#iL{O>d*^@pQ&QMo1u@@HtKe$A+6;ZiX5!+NSo8iN
;UoazLvCUW&nM~m-}8o_4DRJCKY@vk&=IZ4RD<q2WCFb<G+136=&URqgb+rk4)F*qhaUj;wA%=>A<V~pd_^s8j-
XITP&8LWxm^K2cxO<>^~0B{zpup``xB=&w$Hl(6ur;{?$~4+o4eOs<a<H`;8&GU$?kQ+$c@v<ks(2|C4&ln48(~zO@(iY(R6;?sdr&jr7Q?LjR_+C3$vp8}$
kO)m{2%YnSnG>-
|JBCT?+2_SRlAA%FZl!6mV^qPy>MEU~|st%<K$x(8jcVnueHd%GcDv=pz%a7Xh7ub}UZ`JR5gT0+m%GsT+t!k4rFuLn)hYROv6e&(ROG=I>CdsX?iY~Bp2OJ
nRmre9mMl&+JYi`x!1KnDli!2{=(!R-
8BA>QsKp7Zhq4ov?Z^4krg4ZI_vTmBVzvaJana^y$cY|<s%_QE~b5Ty;;zxPEW1`F}e9S5T}M<&o+VhrgOp+dZJ<r=*FWN)~*z9sCX8zSG<1ysLNw_)1i0%~
oa&5+mlAr*f99CiC#LsYQ-Io0oxFI+pF3M0DPQ+|0B5D;kz>B%X8mi7mFKc)^!&p>)cQy3k6QLrt|77fiZfoXfbLmOLoLz0CpL=?`X_6%JHPG??HULN|;%=1
q$zLrY&Z8itH1sI@_T6giA$a<(_t7O274e8b{jp?wR*6^5LN^J{ErJjD*T(S7VF?@2r4c)?TDg=%+Lw`Cm`?Q%mx_=l`NySeUb=^%Nct~CPiUH79>sPARlO{
f**FI|dXldfpv;~V#^|vNI^6dwMPt~W1Pm`X-
cP%i3KF^zk^&7TDPw0pEutzEU)_V>tFwVvM(|zzy4|Jex;9R_mZwk4?+rm+~30==ekM6m}33sg2M#hQ#0nO}&#)~@Ry}ouRdoxA%)*Fs1?8~yPd$h+58`J~#
+UMOCH7vSI={>s*abDLb#e~h|zB!%`od#;7$MvpL8OMKwWhcg~uNJ3w!u6qj$tCZ1n>u9r4i>a;4AWzBDVN2a5PKJymcxq1v9P~IAIR;qj9TCv4XSI+re7c_
@H}n#Y&-
7xl0wab>(Np9M(9%Mdho|}=*j!;;}e<fVRq>*s<CJm><*YL5MHsPcVCjwqs+U2WuYY+tCtCDmk&b;iy!i**hYYLK{)o_phq98G@zHAptF4^hEnV`&mEzp1K$
C&8qm5_0X1RNVPNlAZ#ng@dsB4E`3-gO%}?Mp^E>qwKiUNOojpjgS7v1kh|aS_jdz)Y>(+Ku<~4W3-p3eBg~|4N;rhEdVB7FIbz^oXP+gtV-
$CZoV|3@!$++8WN2KLmmu`387)>0o9uDa=rO(Z3K+8JYL(A)LaF33Qpg4IxyiTyD-LAUOqtgE5XYMjbi>9oD$Ir(i_lgFJck=CU|41et$gI~){n7MY{W!%kq
bzD(VluUJ&=06%gdWV=QwObo*@e;`co;DBqYf?YNS(|#K~AMQQ2Ja322Ce|!b+byZI=tr;xj-yj=|IB5_RmBJ{)m3MTc%#fJp;KL4N<9=-
jJls^8<~&|~0csP||Z>>5=-ZMfM5I&M#*EaFqCd>>o1DmWgBx2%NNq{fQ=2e#7-2i>F=TUen8lb;po0Z#aJoQps+zuq=J5UiWO!JE8iqLV-FQ`CQx#>7}59Z
-m~^9+J;hQl>nU4Ffwt_h5R(J1=aYSPwY#)tJ|Fg_dZPEV$&G(%KVe(kMihTJN$AnJf4X)~OiqMrN0*#NYA%24XhUUr}4*E?gE(d~51aB5Q-
3NHzx*PG0w`wg9s+Z~*UkIncA-OyP}_wVjWH}^BeBh07cjwR*TND_kY%QESGqw7*;Lv+y^?M5)B{0KF#!xfyYxP#jlFGSR?6SVD-Vpux<1m4m;oqp?(M&D_&
19!c>3;XSxLz}qr>8DZ?yh>*QZ5D2UXE_^!ar{%ol3%W)kkgOpMbA2*I_16ax2{i(sJMgIoNGfH>^(&7lO3P~HtokP+L<H!*Y~oYCJ#Y6@kc0+)gh2~p$Q7R
KUFYMygqB$CS66z#XLpxGA*>W*<tE<uro4QKLfTtlEVJN>G;6)9QvmzzhG&v8T7Ztr)c^VPc6TwC<+`7-
I_PY{6{vhfxn+B2OhS5&ckjoKr#LejDJ(UFMSk#c71T=z%4jqur}P;-
V<I<e@NYM2m+(Go>X?5>55A`H&Tp$W5&NR)}KRtYkUhEB+#?!#N)SFx4`AicQ{4&D7+qBN+JCeEN_#CAGpn=Ji4!f)o+G@WB22V#>Ve)*<xq<4sHsSvRiOra
WPdmq8-ZKQXdS4dMa|dY@;T})u+SF+~|!a@6`A%zPt|k`aFT>>%~Nd1FuchvTQ0p1WVrz5FBdmQDyzvzPhO%vo$?du>bW{xLQ7v<iwHoMe06X=h-
k%j|UD#%LE_Of9?F>TjxJblKRm-v=iz253QlgG2@&C7RGe`g9H@9A4=ChX+e*!oCd`khS9xYDZ~~32|F?#XWOo$@S2&;=<whfs8Z?y{vNrg?~<1I-
SQYz{xFg@8fZqZ5c*>`X)><v9j0bm(T)009M%=B9o3rH<KeTl<h~?M8yz<40)IvSc(oC7eHsdS2`*&p{Zl*0{a8qAFr~E6*RSu#y=Skg=c~B)-
1&;@t9riT+SrRbUvYm|JzvGW=gwDLU)A%~2YU8=^{v<c*Vb=spZ{Ci=l=mGUO?0
''')


def passes(check, function):
    """Raise AssertionError, and say what is wrong, unless the function passes the check."""
    report = play('scaled_dot_product_attention', function, RECORDED)
    assert not report.unwritten, report.unwritten
    found = next(played.found for played in report.checks if played.name == check)
    assert found is None, "\n".join(filter(None, [str(found), report.hint]))



@test_case(name='returns_output_and_weights', points=1)
def returns_output_and_weights(scaled_dot_product_attention):
    passes('returns_output_and_weights', scaled_dot_product_attention)


@test_case(name='weighs_values_by_fit', points=3)
def weighs_values_by_fit(scaled_dot_product_attention):
    passes('weighs_values_by_fit', scaled_dot_product_attention)


@test_case(name='heeds_the_mask', points=2)
def heeds_the_mask(scaled_dot_product_attention):
    passes('heeds_the_mask', scaled_dot_product_attention)
