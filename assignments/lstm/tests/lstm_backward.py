# Public checks of lstm_backward, for Otter. Printed by `make release`, never edited.
from otter.test_files import test_case

OK_FORMAT = False

name = 'lstm_backward'
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
"""Keras models, tf.data datasets and tensors as plain data: what of them may cross between processes, and be compared.

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
    tf.data.Dataset: `batches`, a list of what it yields, with float64 for floats. A tensor of TensorFlow, JAX or PyTorch is an array,
    float64 for floats. Errors: what the value itself raises.
    """
    if _is(value, "keras", "Model"):
        shapes = {name: str(getattr(value, name, "unknown")) for name in ("input_shape", "output_shape")}
        return {"type": "keras.Model", **shapes, "layers": ", ".join(map(_told, _chain(value)))}
    if _is(value, "tensorflow", "data.Dataset"):
        return {"type": "tf.data.Dataset", "batches": _batches(value)}
    if _is(value, "tensorflow", "Tensor") or _is(value, "jax", "Array"):
        return _plain(value)
    if _is(value, "torch", "Tensor"):
        return _plain(value.detach().cpu())
    return value


def layers_of(model: Any) -> list[dict[str, Any]]:
    """Every layer of a keras.Model, inputs left out: its `kind`, its `config` as JSON text, its `weights`, a list of arrays."""
    return [{"kind": type(layer).__name__, "config": json.dumps(layer.get_config(), default=str),
             "weights": [np.asarray(weight) for weight in layer.get_weights()]} for layer in _chain(model)]


def predicted(model: Any, x: np.ndarray | tuple[np.ndarray, ...]) -> np.ndarray:
    """What a keras.Model answers to x, a tuple where it has several inputs, as when it is used, not trained: float32."""
    inputs = [part.astype("float32") for part in x] if isinstance(x, (tuple, list)) else x.astype("float32")
    return sys.modules["keras"].ops.convert_to_numpy(model(inputs, training=False))


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

    def predict(self, x: np.ndarray | tuple[np.ndarray, ...]) -> Any:
        """What the model that the last call answered says to x, shape (B, ...), or to several inputs."""
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
c-
rlq30zFw|M*i$vb5O>nGzMDjWTo3ne1C4vX|CL(WaSHNF_^2WhreWWTz}yYVJ8VBuchNAzN8OwuBJH@6MSlUr&$c`}O?(|JUFDJ6^c%z2|(k^FE)?XKpiNlC
7<&*iB9@e1shNwMb82kIT_>_i_{I8FTc!L;@cndtufrJzp0efsnn{G(r^U?=AS3A$sn?l5=-
Y6LN4PhdBW*?m|7sP)B2SfWJ!sD?}s+_)d<umr(SB7*EM<Jt9mhODc-
Y{wm8g(97Fh=;Y`7Gg00`k&lyyUqFycfV<=lITwlq{!XqgZu7|1CUKr#zM}7}YQ}%JK#|bN-BWUPnx~71BN4+9^)=-P1-
|Y=jzl0w<j3)J5^=nQ9B)6Nh|3Xq3Z&!a2t+~->)0%=F-PRc>C67RKgV#w0zp7ffS1V2cMf}j6XYfG{BDrDpFk*;zy__qksh&AYK7b1SuyN;D?D9%-
8t@VPW}Oc1sp$Lj*C>RuOL`D-
+(pEtv_cBnIgI4@4^})l86rw_y~Ml*#+zWoqAV45edTx*8C8u1?)uE5RR8fDDd|9qR>;S@CW6rabKh2Dqz<}U@TR|iU^V%9rQ$=0e*pVSPQ&-
1P*!}AAyVS7yZObb`_jly#0LVII)tP+yvg<5^HAo1%6T7<fOYBtIdx`^hrjsw}l)Rjs!_Bfv<?;=OM9};}_&>{KdjAYJyz+g+zLgONfxb@}ml=TM|uPz8ryz
8>^HZAHc@a-`mAaz~%gzHIB$-
o<M>D$HOZ?D3bUs@RfwVNvX&sfQ_z%0;1a6MJRG&S5N}EcZfv)1olY0k=)`0_ytK^V1bduE>I|N=WzsNNhAzPd~NcMUC#iK#7r`k70BhdxVwKx8XI-ufyCM-
W7q-G07&4IS|J%i9QtAHB}1FDiq{0Ebih|_O$q`8E@UNzPF}uF0TR1~f-f<i<JSao69~Z^*FX`cX&-;R%FgBfRK*;21AW>35-
k#*zNl~&%wYpUcAUg?vLHkl?<*fdj)ynvj7NZ<&o}p^`ux64;&PgdcQ*`h@tq?uv^O&Px}bh6MN-H~EXjngA+-
M&y^=Nb@e&HzT)>KyO5*h6m>P5Xkv~QpvccJ<GHDX;EpS=DI_Mt!Lj>J}S%EH+!A(o<7vL@kkemd0da<h<!n*I{;x1tEF#gV|CT~Q60W8vzbqw@%Z_>oF)dY
jcMa2Ho#e>b^5>=C>(PvGc<F$Zg`5RH}?r>{5G5*RSyN`ne0X&I#0=vNdOLYB&0*PxPiN{S!g90Rb(1qCH<RWS&fI}n`0LR4mi(biW$1h2&$urhq-VaOsugX
15q}F~3E7_z@3k3mwKUupks!1><zJE(<WTphxrc08DHDx;1abimd$AvxlQE@<^?>Af}rb&%xA~xVF|NbsQq0|MT)B`f?TU3QV_+?CvLcebX<-
1UP$xTf*%o7Nj5+BJv5=@-F?uW1Soa5=|?f$(e$<F#xO1^C$N!pU8nm~V!AIs<0APJ2*eE~7c*N=^3^UBG<pKB*;{CCQwbg?-
}@HJ;ODfDZqzfE+zdb#|dPqIaW1YUDIMM8t`WJ^|$l`QzqG1dl>&p8qy0(P`y%oq70fiG9$umlQ8@%)lw+1oC2Smly&-)E<Q@BQ#-
D#>43CnA~D#BZv<qe>X)BQ*ZnHhe!X$S+_XN%cR5;Rib;k#G^YdH#|yk_bp9|6mcv(1i>m<%i=Mz-GB`<;irwP)T-T)3;Hx77>9?EG@qrBO-zD)=adThJ0I>
0D&Y4N^^i@L;lPDmu%;zHn*t<Fd>p8gTE6T)YQ^=3p_+p1te+yP)H=Z&$#(c$wQi8ek{jQGe|ua`8hT9+9VtjgCs@2sS27nN@6NaIIJnI0!hOply<15(v;9N
!Pif^D&N|nKXpNW=lox^K+-^R4BdkzPMS!%EcP$5iNCD0zoem*EQ(aeH*bQ8Z9-2Me*wqP-
k3Agm^0jnBstHf{#AO9wVIV~$lkV>jF5B$lGcIrha8t+b_q<sk0IOUOTzXgt4b4upR|ecmD+9GR43g$B~@6e%gx2xn|S6D5a7b*6_Pb1ogDbFtJiaEdPU*pD
R7(jvllu)f2k$8^aVr@HX`38rZ1f^n^xSuAJ=@KjoBRSE3uaCW?V#rETk?7zx6&Oj>4uuN+!EW7x&BSEwW60O|Oqk`<qC;V*~PQ&bb84`RU8ZrW?dc!kQ?=U
m&^SVI?^w)=I{i8*?m-IcAQbUuFH9QwIKrQ_TLs_-
6c{=H#LG@5{3!@<_<1IeGo+#9_ZW(eKwLy8cH#ew*d>OS6Xk(k#FKa2ESpI#tpy&H350f~IlOZui$vxA@PwwfGOYwfJA=*5X&WwfI$TEq;|-
i(lo|;+MF!_$6*Feu-
O)zvfo*6yRqm`^(s$WALRmNnRUEpNu#)y&#u%XMZYAY@y(I{A<4^X&C|}UA6JI=KO~Sj&00**#5ei?(K(yWF{*}vVtTlNV0+?D@gyp6{NrZfzm7o$yzw*IsW
Svk3U`U`qLG^AFjCmNsjBE<hcGxj;mBolOsN?<&vj{|K`t+eo~5LJ5;tq{~y_*Umjz8{ehzlTN$>$7q(45sFr~%1NXN9_pjgKAj4RO@$Z9iv+tmhAuL1q_d)
pY-j5}tSw{13L-XIfp-;xLjOE{k<-d6EsElD5!@mu~fAQvI8N)J$f1?ihXK!$qp)5oBw?X+YK1?BFSjO;g!|-
2yOh*Q>4C3Dg;=ldamyBi^&A$!J|IUXAWkAb-
{(T<3{pE*LWf;pa{%tV+yU#hxV3xuByTbhE&&|tdmeKs%(EN8_${>ST2J`Rpu8Zcr;zLHTjNspu;P1X1MuxEr<KGnHKYgQ+jAa?iztP*@{{H)^WI)S+{{7yY
+}yXD$w-
!w{2PAkNtTag6#uRi|M^Q9|8L;SvTH8GSBCHZPCN147k$cduMFPb;~SBrUpedk^Z#YTll&hTUw?o7OHNKMAHKfNut!euyGlNLw0`&en&ezAc*s=AvC?SW5pr
xDq+l%>r{DNWa_*e<Dob*-exF((nO8Y-@N>zLlW2F3j8C}uj+|c`cvf-@KT!09j1MfTmz-xbZmuWi&fcfVQKR~)<d`8`--pagiJ>Lu`F-
T>5_@(me?jD^Dm9Y(E1pZ|pC8a5Id|5HlFOHz56dRwo%_9gK(6l_QAf_B+B_rv&76Nza+GuG^_Iw8750W)UlQ|xoL_xdMf5&gO6KJor2HYdpI<pWpZIxG<t3
4KqUa;BgJbiA_`|zZM#iOdBzomW^&#_|x1ZQYjyo*Mh`noXTqk<6%rBGU?zbYMXSX8pr}Dxs60gcrV{Z}py>dvrt%oR*c!n>!|Cx+?s7c}-
p0D{@avnY~IF}r+dy#l%?CJBG_|?_mERlb#<R+0rd0!#xeR3)$epEWXC-
%j6Bz{!3E_p=!`J>`I88;@Pn#hY%Ao0z}>i>$2_kcux#+}udiQf_Yx8%CF>3t$c(}Jvb#>@9)-
75XP8_0RkXJT)L+7Kc~?g8fli9=j6(VMSxRZQ+*X;n+?9XFTwpD_s&x#4d9cgS&*qjdc<vWXqe<AubI@Jcyy&N-Fyn8*tpe2<(b6xI@bvqnB6esd9tm-WK7(
sg?Im~a_BZFCWd+r42`WPZqoJ0yNts}2x<2d^UQpV58EaWX!4{0S2Gk^Ab1oDH`~9KzRXkog$}BMZoSDPNYx&3X7kBL8|~DUsXtCgCPryNaxPe#`@@y(voMm
@jNAombkDaKqW(>k^qKx0dWPxv@aH&%))arSVHSL;N(>C-dc0_L6;7xwfk`Zrywd?-`82BO-^|af!?eD=#PG6v}g?`!SK^gUSIBWIxDx*-
H17c?V)Yr(r*dw{@rP<x>8_r2Fii|8o)_N4>jbzD?K%Vs}#cM{>WcE6Eq(Mcax0&Lx&)oid_kz9i$<+1w!V3{#u(M>(-
WuGcbRznowe(Z@NaN#ejk)NP_KV(LY5fBb<$;@61IgfotgGP&=Zwt?&yXT==CqqEt$=X^u?U}RBjfjS!aQ3+$J(b=*s=tw~Z$nAFk4dN7|!Nm`0F!U|hKe7k
C-69J<9RCoOm_)+t%2d#C*FiMfq!KKTe**h=w`A59Z-Mpm96@d23-que4GJ8Rp~<a6Sm70k_FftU-
Q^?U_Enjn^UW4$#JsI^fP5QD!|w()HMS!fWRxy;i}ZjyLRD~x#sloTECqIXB}6HA4AJHIQDFN?A$U{AM`Jp_rIjr9@Y+3f5}!RQ&+EGE2G9TbNGkjDvb?hRZ
0hvwR`lZ6+TexW0XmlH47j5^Vx8#`_%=@sgua=DSDSwXi{%i=KXL*-
SYQHYx*eiM?^=#Vyys$iY%xz@TLkje^PuLDGVy`uQy533Lv&7<5Zdag;!UFqaA^{aM}*!%DW|<ruF-6q+;Kl0xOF#jKg-
9aPBBP9aSG_weGWPke4C06*$pZ;B!fX{1GYQY5u1(?VWl>?V8ioK_|kb@x=eQqP6^;3hgx%JTGSGnw#uX~FBpmC)!w0Dqr2fAL*+s1cN-
uxtpzq2Off^XX5s2JJ*nZL-O=vg9*mViDDWT0V{{gHplgSQ!ZV-sq4?%%)Dd3=AMz`3Tk|f=F+*3dqTw*^KPCcfnZFQDRJ6g3brW!l1EHYebswHnZx^gLqa4
nVyN{Mxt)PnvFF+?6qse#W@O-~<P{Q|_O&18CNxexulIsyf>Z9|5N|L`Tt@lXxhsD7<X}#2HLF&-
6I+CBlHCvN>RN2Cj<b{0Q!o!41v+E?EI1lO_LgrWNlRQ+}aFpcz%2&Ne9&$G5AkA|}u95tb(fV$!G_OA<`IKWclgM+PT6dCM_xMQiQoiPJseR|dNqx_+Sx@p
s#$)9qvj5(ilYHWQGreA#SEkgE{WD_TV>0j7Q?lPPI`@{=xu7VLk1Gc~B>J7#xe|M=-
MlKu`L$>J$^E@4#Lr3{!Brx6Ts6tF8M}1fll%62vWb1igUg8>{3WDbW~^6~*41j!2O_uTD9Ky-Q)9_}Ya?kLs@#=C@)pN-
j<ioXKb6G4(rpKs&uJ4z?B=X_OY)Q4{JkXKSDJZ~cvwd|o+I}5HO(b<zE&pr*;&g&ny)ML<s^NM^^=%VGC!lSLYha`NY|xBjx=x1&L#OQzlVvm{|FOaA>&tV
A;*lauSng>7x*3`c7C)xPyEiUl;%DA_m#x1+(;4!=V~n}7rFvcm*t929V6$-*%zgK(4I_k?0AU8#aVTNbUn1*Nc*jzz0$n9a3-
;bb3Ks6k<+P`@FzDrqgq<;)wd8iH%`7I#}_W-et0iGvOeK04!xJ2XV;K;84Quey)fzsk@vBY@RSjqLh1;|-9cJcEjN;W(0N=hX&*Sg6X_qE{iOX##-
bq)i9h;L2gvoMuZWy*jZ{)!IXMDp{q7{~pYjWiNcApIC4C!b%C;J59akiECF53%G=9}u#DD8#%X|{I*IlIXn4(Mk%3o$dcn<G@N#9es>5;TgGkg17+SgT)_2
SI9Mf8Q=IZcjo{Z5g3WZmCb+RuIHE3K!iPZ2$wJXg{$h41Mq?RR{FNPlQOUE23?IuuLm_RB?OQXZYix>=_Tk=Die%Sk-sY%5<&{jellX2kV4Ahml8sZ*RqSH
$EzI+N_f%Ems@{T92Qa3iPpjMT^Q+MUuo6+MIWUC#3s5j!gf6iNF6_0A-
Y8Onw?h}<M?QpdwbmJ<6pCTiq<zJZIB+sjj`_{FidXhFsvJR9D?s{`9JD>(CE>l^(brI1VA*F$*N=#}W+)RCB3G>fS_n#_1!T8VW>TxX6yN$1b1cEv;9Md0-
L%6QeM9hgyE59{RshHFc)gE1GSjk`$=TeKL}*@uBAXOB?RqXBiZjS{E{>WH{$yQ!Mk7!-
GVKb1XxB<Pzp2?=$rL3#Ek>UyXOC>P36ySLcU`DWpm4m^k3b4Q_!dmV7+KnU%$Q{e-
f5;$QD0MWO*qd?A96gaRQdKEVdrB02bSBDKpd4)QlrEWYW=yZnCw~prtg>8}l;<40t`T`7m`2?)IH4<tJmcyG8bwK=wA@I}dKVU)SAK0?X6YgMNchG*>D4w$
FHhlJqDz6`EL{YBO=#-)gyt(aTx=qP$Fw$`~y-
Ilpc5LfIy$M}|<5ZNuhbkrbB+LTIiL4l<z5vAx{{%j`o<qmH+<@Ak2lSI`0t_0fP>!Z6%#ZDgynU45;Dw*SewCBh+{7JEneqnCiBAJ=J@(<MK6SZeuD79GI)
%a}XE6%9mZ9yD@pzK{GAinpH@>sF5~aN`f(iO9@MiIOCZv5M?K#kj3F4-M-
uL(6OBQA@pidFFi@M>f^0qM6^AvczM}?VKmk#gk?9GqgeF&?q)n;^x!l{QthVx$x9{>YWl5lpZ6-=*gU;@Bl@K(bP^G<C>-
lw}`gR({V=A$&sIj9Ub$n~J2H;Ad^&2w>KYCWB%KM9=*o574ax`A28i^iXOTxIya&GXUY+AzGP{|(%6$SAbc@ey@SE&{2jP5><`kMSD27x0|6HBc_KN+_%(g
o-
!IM73KosDiw4pk?Qo&GMmd6Nf)MxQi|ALXp_CD~_Ht6yDEEh9!w5&^~Dp*sa7t^=CJtJ=PpFt*r?0tdi(<X9l2|M>{vm$C|j2umWlV(+^{ywxAJRzvBaXKY;
K-;}+B@U>Poabf0^zMg$bW;oQTD=~%TiN*s2<2hk@-
(<k5tY*W+~@#mz0p;qH)(Xs)!uE!3luaY;e3dp8(7gtgv<1J7^d<lN_rk7Y{^KIbGaiJaz7(j8VvXEI=KO9@82MV*>!}W)5Q3^wH!C~$IG?|IS@As|)#piay
PUtXrw)hktP}>g#uHO&a%<G1(vi*Tq!ee?{(0-hNYbfp|2b|ra3O!P3014T%P;$~8ru{QJ<ft-
|Q8s=GDtBe#Q;yrH>HV`nmj)FyVAni2*xVczXvs6>i<Se8>%IA7KJ#&hz-|n0&^BJZVk`bUA1CCM$HTT=?gGKpr_79kGiae@BEIF(8eF*UNO##Wl%8<=F&&-
ulDn}T1LioNrHo&GLbIoq(@zg>K~oQ_Ga7bNnKPAkxcla0CasfGvwS#ey5qdwRk+Z71=?%(L2PN$8rf^O(LmXq&e6XuW`g&MZ{1a*9M@VSMel5MGc}FoX&dq
$@W+dr<Kr|p376QM$LC>Z{F-+UsqI#PRSQz!^VcQtvW-
2kYbS@Y3$~&0BgWGnVUcuo85Fm!bEFoJP82uChk2zAXz0<%>#8~(&QOrYYN_>L(u9`qb+$R&yksQ3E+&X;c&(HQ))k`t1D(O*8a}Gj=}gI8JxZl;+o8aNEkV
pqP3Ya2O2<Z@pd%;70mVyJc<c73AbikrP&hUj=~eATnLX9$JF&fxTL&i;zO9r}D_KKLdUXPI8W@D+r({uArZ&=fp(=2~>lX0vgX8p@eF!Z!k*8K&+KA3oi}C
IC8$p%uE|}}~7}!i&!C1XFMNj=wao65ju*SEDUXr8;!;Y*084g47_@blC^dM#Admk{HwZ&l2<HPt}UMq+;9s)i0K1Zt`x<ef`IVehR!|WH$hrwNX^AnO2@JY
KaOvB1fNcemNG~p}39&5Vc$6|k^{veatv0VvtxAVttnx&M|l`?V32#W69vV^u1%;u?HUP%|56;cW}-
_e;nM~m%lq*F7GsWL|<Ok%W;+2e+g4b1NDvzyN!9bNI|@%M4*@nxuk%1d#tQ>{_{npC=<#ZtQETW$J5hCKcH%rxr8)2V2?+F2BQbr&7^bP4bD!!6D7k&&|%K
Z&@9JHF7vX3R4bv9%@C2uy`%d@sQKV0*Bqvph2FmWkTruBJ^E=Fma4OT{baB~yZP=bPojw)GP#6+h$EB~OLp(p%u}BUItZn+;&&=}%zilBu+<TM*Yy?+UfkL
xhewhX8epQ3$_F&9hukKppcwMc=f$L8T<^0`ogL(h0#AskP76gJ(}W;7L=;!EtS4bWSf8sadY3OY=SGehTVnzL6Xnu{@I+YUqQq*Y`oQ=jc-
h8&YX;hX88E@mpYhi5}fwE)G;=`BS!HJM?<-CUj4D4Ev1T3r-}JgAGd80hJlaTv_>ot_n-
W>Log`EOZt<x9=0MZcH4wKe`|8sC4+3^T!4=9?HpS0UyJ*AYSDPat_^w?!|8Tnm?lAE`h5plWEt+Xpl3{0SMm>M!VHwVfW!QO3N<CAB(2r{SEuk_7_Ubk<6K
lOM5ST#eNgB^`LXJe9ZHA#cq!t;4zj<k-T~sy=&V;+DO}!dd-<lzvyHy_HuoeH+=?Ite_Q%HZ@#C`TJhcT2D&o?8Nm{b9^wDQ}J`p3z*mO3DOWMV7O5q-
V8~H56aHN?dn2s@cb=$$k=Su?d(>1=WuPLa5s>?A9|J!HOQoz<Ktt=JIX|U3bk;a0~}bZf-CMJFz2Z`)YekwtB(?cBPXJ{kL&#@|H5f#VSE~zIP(>)Ho6p8T
y>({hDT6IRT1E$M-rU7x0<#uo{k(I#Q^!LWq6-
=3m9Cq3>FLKqPtZu>HTmuEw}SHtvOv6w~q3rTMZcskF9mZR;!odE0KA?<B1ZEJ*5w=$5z1Dwh?&yn+rIrMiDx84MY{z6}Tc%4!oZ@30NHN0M+7SnM(yn(Zc1
sabpV=81|t*$`5P_J9Fm)x$HUEd_xg4*;)&k`&uzOPwoU3vvy&>dPRuNTm}REKclS+ykS)7JK%g-
h3VxP0JmlK=I@`8jzxV{nX+;~eV!H$7i_A4iKUi!oj4IZ^54$X9~}*J?k>bWsdM33`Tbz>;uI<?ayC*8j-
p32#6u^y(@1`!3Ufg{1~2h`OP@Z>V=9Z+GXw25V)?bDOqhF0vwT>GIAGHWcX6gc2r7AUUtIICJt}y7gSY*Uqjda9ZCX&ALF>d0p_JrTplr8#v~k-7db-_mdI
l}#HOEI16^SpX@4$VQ=AmxzDQeMG8}56S4)3162y1eEz*e8f^xlTO=tXooeUfg2hE4aTb2DGiMlXw+<zt;r256ir0{5e)!F`Kc;R`310J(&L@T9LTziZuou2
$Gu?%=)*Wj5Ldo#pIDhnL@=&#12i8<q<wrPk|E-e-T1s+<H@?z~RV)M<y;EQ$o(R<6Ofd)0$s`YF)RcNS8#oPg_h%|xcNMD(x{dwdV;Qo-}op<KUZc+c{9T-
8Alo?Q9~$!#@*N}GzIcgAMiO{*TCvL6MDmM=vg;#x9$ywoYf1M0Bjq!-{~n>=P|Rtf4pvl#c-
(Fn};OvX3d%Rz?eMKFyMiSOEeWUMu#(d4!i^M3yZ;JmgL`_5iTr<X)hM+YrO#Vt+Y`oTTmP`(<Ian2FcrnKgtUmb-PB=uuvo10SsM~mU5k8fbb`h|FWw+b-
b=LS=NMkALo$5BXrCf#GlStMsHk2lpBVC}1GLEegK;Q5Igyp7kdpunqKx+EhJ6-OmuPYUDfJLaLW8x)weehh4mk3JTPz@E2_y1O%-n!Ruv6?-
j_K3fnA?s#9Pj#AE4*Q+^H!kd<ezLf}WsJx;SX7&Z|W)A{W=EG+DQ@Kx1dA(1~=hfWPp|Wyn^2$ff;Jrx7;@K@&C0@m;5jPH^=r&tNa4QbR(l_i{pb(2$^sb
pv$ROOR+5U7=-ZL;Qs14Aan<c)JJB(gcuRzzn1-#x3g<$gRk0_-5Lhekl4P_O4g%_!&h}2yd^R6WfLfxV>Y2_oeC|gkh%^9(diro`OTi$$%G-
vIgF3lN>G;Y#V$eFgh4coh*T`3XR@Drf7wOLN-Pwa$ZZZD<MI%Ls~W9`x5X`_(KOmA?!Vl>_9!74EM=^=1yf*BeVos6byyaMoyBjB!5$LjexV*ctjkTWj<`D
P&OKmpVe^g+>akwE^y0Wf9%X%v2UH8AR1gi7bDFy3`9cv};1Q!~OiD7X)ww(MI7=1iGEg_LU`d&hcuO}jSGuEqt}#>+v4!hEq(?RM1K+ZU}_a)Ro&dL$g^n+
7~iZb#y+X~6Z=I41438VGXm0S5KEaQWK@s4=lOv#h^0^W^Oxu+wt{>^0P&+RWC>!vh(}MZFf8*@rWDQ8v>nE)Qqy_{0>d7c`qcYSyLzd+bNi=Yv5|@H{XpZW
(Ih*bAB-
&!ip}I{|&oE#PsAGJfZ=2JqJ_p)@})uuqT(Hg!4JEFT^EM}v;>Vz8;dCosO8#@l!U^IE^31yU?#gS$rhbZ&ATeO_yd*igF*b*fVx@8#*s;+p)+sMX@IX8FiE
;0i&P55T%Kle((66`e8<Mw3~N2MlMJU5ok5>-M8~N}1Ov-Fe3;Th&Gs(r89GEy=)ldJI5E#pcZH(dUrE<RP@JiXIxhUzeFZYDk`5)<kT-zZaU)Cm427PDZ^4
9$>PL_JpdF&w^gF6JU_xAn2SoJ9qrKx!C-T2u3?>gL{k?gAb!kA%9r_dU*a4p4he{|EOzszI*Q|ST}78wz%69W=!YsBhfwd+&_njo4XA4&{Dxsb<=>&of_P-
Aq>xQkAqe-a>1ZUCzy8TGpI!|9A50Z!$4)&EUddT19QjprKj4hqds41i*JoD1Nv<X=pF?laC!fw^b++#^t>VxuXwu%_~)<Yclvx05AE|7+m3Aq!>haG-
+q;j6>2xb!|yEdkrH_r;;;!{=$(awL)>AAojK5Ojt7~oC*rjoHBp^c9er4?GcMfij8peUqFdRS*!EEfoUA!N?<QwF?Q|iFm$>+uxLr_d@y>x+fYZ+iSS)q}6
Jz9|s{KPGDCz<`gm(rhsV%|ji7$Xc|98lydJ_C>R11toyZ}3thr@O1M!0cn1BkjY9=5$Gh6ReJKx=MGfXqBVQS}b6q;NSku|9<|XtR@kf941`aB6(sk+Eew#
Vu956KisKuTzAuXX9zOF-`+oxthYHU3|R3&H|q_?}&#Vxs9f3CjjbX3pl|<74<6I0tU3ZK#yJ8hkn-PGTmSmME5+ig*lZ~jQ!8+@>B=E1WzB{;VIUoQdQeN^
7?;{#BPZe$l$#_?mpcH`Ef4LsR{S!vYQj}=53pKwc*{d%l-
3U(XL=T+_Ie7dA2vRWQ8V_uQLS}MKht9Tn<$_^a*g;*qgT6pbxz+J_i>a{{T@o<KThuF3|OlM5uqSB_DL(4a<1Wa5pa=E;!o_YB?l8-
One`$xlOY){JAcUHoCBezpun3<*b{Gfto&&o21Edl6il+8Q^^6Z67@R-q2g*+9oB75C87LEZD7Bke;zKzEWVPPlFjt0%^T7FGw~-
l0pOkEj)YK;MtzQ94h7F0cS{)=O}t;s<)>WjDC;vIAOlG74Yy+6tR{{n9n2lIO7bA@9?JQE0x-MS6S8S!!-
w2PVT}8gs0}G;H!Vg$b&6<7<9q`%v@lOrXv<9Og2TF&p23-`wk$qzV<FeyNPwcXb0*?D&q-0BY!>Vm)o-or2ubRq0KUJE+RsWI8l(G-
$WFo~oUo3*HV@pp0m%W?#SLe2ju>f+DEgCIW0XST7FUeH@kEe~fmjL%iT>0$MdZ1s|w&f{o#Ac!@RF=`6QUTIcb5wA5n~n9Nb;d;7IzI>bcL^|QO7x~T;qui
+hfpjVFubI&qsU|TpgM+w-
J8G@kU6Y;oZgVDM}uGHFBlc{0pYtbiW7&U*4D;Tz+fqtYQhhl1DfI&<=>bv#|aCn}I(3xEH+AahM#(fr#_18omulVTA>JV<998J_XzB5XF`Gk($e~FH|Sje;
9qy^WMSc11LGJvva4`kZU4c+?~kKPY^f*tfyz~F24FyxFcm}D}InbA8QSv^<6XX)<HjPnLw2*f}`_c_qHFTi=m3?sa$jdl+m!C=)AFg|@Rj-
1w;Ud!f&Q4JBO%YaF6sLpAiYw!$DXs62h%i$-*`QtHHdNI**KJ<)k6QHWfAu!-bK3dtKC)>-
tXQsEnyj^Y9V7X>~{gdaX&B^;G&rh3^_fMXmKD7yiJ)f(AaqDZu^)&`)^wTiv)M|B{qc#B!S{lLFzZ(yp{-
Fpe*v9^}$_<>|`IvZo;tVkOQ9OOicP^U0<UPGQe;3@B8%Ia%X@y&JY^V`^mg31%JA)6wdtvgf8R)q3SRC$mj%&alh(>86y7PEB!0AC#SDyxB|5FQ*>8W?%#`
6B?Vww${Fkcs1JdVPhZXH6K1NGp%Q5xK=O=?V`%Q%$NyB6ph2++&5g^abzDBi-
o=ddEX?;>0h@WWazI$v}K7`A(iI%z59^8!wbvpuY+7dM?z+0I0C?qwBta;6v5+Bgkm<{N;^izcBD#jCJ~sxvfC^955UOu&71k3xpFbE$1MdC)^^Kj5^9$Iu*
sz}Xed%tu8abkK@sd(7roXpWiYp3OJ6#?7(N95c;5n{RH7n`5ClW}168FMGcJpFLma=uFPj8sdblg)x}fnTo^OSpzgG14P6oh-
b%HV@_@YIP=B_3q!1#!xhUI&^iFC>g-}B#)|l91-{tq^-
8=<UJ2_BOT{}=1u#)70K463$<*HoMFmScf#Zn{Xi;l5;BzF5+A;kjFEF+hxK~|AcbVOXKIE2+_9`CWEx6hXjJwnwJ$3T~-
3)pH<*75MgH<o{tke$C9_0zRYq|oHemfRLE_;G*R-XiIZrj3j!OJ0<+XY0-X^G?eT%m(<+Mw(`Q_yqWm2}-
)Cj`01ASRCCX$5`eX@!RJOf9vMTWKJ5O1Bu+`W?mP+tXk{Oak6o)(h_LUrC)-
cnM~QTQO&EDT6`0$sonw8hl7oVunVj@v8M^0sprS^z)mgsM9up4jY%zaSOVk?er0zkHR79wbe$vFLEwjcDKK{VY4?Hq}&_d3bm(-
X)#*2Zv>riSp!V$`GB_X3$cTIBDxvq0(X8crEKF9!Hf0EV4dX#ymeSS3PR=3<myaHalRwY)=x!IhwQ+^K1oRJZZy+*)dhNLt10+;k`8b+?}u8I?m~wHjG!@F
cklJw$^`LufQW03H1CQU_PPjx%2)`mkKInYmHA`mDG~6I(I=keqtCcy=62BL*;syu{_jyKJ(}^<8bD>5q`)WDr9kswAx^k49_;qJ$Lt*Z5t@%vV9K_s!e{mE
aP@XKZ1+wHCv|y_{z-
i)IF<k`<|)#q+WPdnXWQY7r(5tpsV^~GgK^NEDqQe#74mmXLEDst;Gfi&UIPl?%YmAVZDv2TbBrF;kLd#S2CAX1qwQe7WG=IL;124#ZV7Zs>k3Ykt;X{6Tk|
4sgo7K&@$?EUJCuGr2<e|V4p-
ZlB5&{R_|cUal&$`FT*PZdr%m1fUynG0Zp{6Jp0BUwy<K5~CLCQv=O{Z<FS$v)Btdt)<<T?bH)1(_ygpjYo!A+^bd!UY>%y^8nK7PvttFqCu!gdUR%H4QutJ
MfE#cA*jmRe{gQ;Gdj;5EXF}=DNp?)9x!v5tQ@zO3aX!VCsTsWwhaV}1$qBdPdZwCEAYi=Bk?Dwm~y?ds@_kAYf>uM1oxI=3=w^u42mRAgpF45%&WCY=d!#X
k3*<6rZe+D{F<v?Eh`<S;d0=8XW${ZEM!bvr%IPuCw5V3JM?!RF)mMiaxwR=SUBR&eB_CwFs*x~`Rw$j^9dcp-
;g8va8e+1d$1n+!2Wz<NdbX*f9^>d;A2_KfZS766U_1L^@AGo|bj?$UY6DnNJMx!2yVAsA@j9N_#@Z54eY;ijT82VJB|E>Nb{a6hz$-
O;(c(E0>whM)MrlC~t;(pM{trnOqw!?>x4aTSLzy4GIvEZ>1Uh1%u>EyKo8S&oX#jOXUMQ=Y*1<IXq_~tm?G=pfoSK~7CWB;*vWjEOIiW=N9lZQ)3bcdoo@=
%}m2p8X71#Y44{1j6i{3NP9^QHgTG0qg`pLmJ)hA)Tb2Ujran^wcodVTSO;C3MQXas(0vjnd%;o_;Mgs9?{KDeM#friGYVfcsxS9e{F^I!F52D|w&jsh<BIT
O!B_}lRvG<M=?b5$7K@}XFK)em>J=?#s_Rnd%TLom~0J3S_1DIBtG1=iE>0S-
^te&X{ovF~ag$YHq1VCHCW*qKk)btt9$Iv)i2b2p<;vnGPmbt>S}$s<%kzW%Wj&!*Cwi+r$8P8rV3g><cn4dTr)1J^VA!5QV1pexl5w|}t?o9A|g1qEtIe|i
v_xXyz<6_kjS*V}=xK_>KM#ct?E$7S^8w!Ub|lgreYv5%m&Rx3tDWfhp$s0U8(*MX^}+t4@_6R5G#hAEozlKRMG!dj0DV0ukC9>m0n&zufHq1?^%h|5{1bV)
VcRowuOoF78BuWApsA3aX>qS=TKXb<LXkHhQ3tdQ2lOi&el^|)z(5854NMh|?rk#6vx#6?%SVTC(1%CwJ$i#$2N+g<=0_ojfip8j~hZzbw9R*4@sv3~HNYxy
{G_#yP(M;q(DyNgVhJ25La8X%h;#dw2%CtPtZ6wcD=hA$O((9YAe@#w-
}#xb>>*!=BQwDhSGb@Z?;?)Y{e;LkrPR=eeiKd3E*%hR{Ok0_kt_KE>79bZ8CDId_0744W)kGhD%W6mS{9ZGOqnkLhwCIy;L*~e_RZUKu+c#Q1*A3yI;ceVJ
;dopYwF1@yfhZdd0iE#=%&9uchRx4@ndXM3F;z0#oBe#myn7vB;q0K~`x3vTHM{P@H>55^feSk6a>b4Pa2NzPweI}yWo0BOOOFLxcUIH%XC-Dj$R--eQl+lC
e2gvZG3SObT4PKv{3SL>xh5kWffT7kFIIgE2wfyxEIHhtGn!NcX&_1ypyh!l_Pc$Qur{-
$Vs?v_OxKRzC96U!WbmlRZ_N}04$V!}5yBN3$mZGEk&!a32eaM^K30_^b3I`k&g8{fRzeu4I4(-&Q*~ZD^8d_d}LH-AUO;r@lS&#$9&+x`WCk&+DGcT}=kDv
3gcO1+M*!_q*_T_MT@fuUAtBnpdzTQ^6q1(s2xINFf1CI^|vul>o@yq)Iy+1agq1_jWU2j&<AH-{T6Z<FT28IXGyMZIk@%@;W`0))-
@$qYMFJr#AU)N>ay*+w>(_LZ!&YTYpq<c^r$+^7#AGPW7ld4F=rv;tbuvI)|pBxw;mkLb&c*R?K;3c)$x*ZJblL6~u`QkhJCn(K~o@iTbAEd}zBK}mJ%{#X5
EWNgW0DTR$0=4@6sQLRX^0qJ~;%gzgaL27c@TLbB828E&pY6g$my9e?a>OLw+;&;?v<r41kP%W7%6B5U8WDcpsXN*|MxB!J@!$RWR+c~h86U5&sB-
(DMmp4WnmDzn0;RNlEN)w}n_~G8M=S3@EFV0U542WAiTYT@`W9wEvwUF1zJQJ%{)uAwpbvSuQ7VHTh@V~)AZ}w7&GG@nv0Z5&A0@!@LG4pHiC8`m%Lnj`Por
2q&>+LQ<18OwYC1)SPtL+EcP*n?J`l?XZ{;m-#PUIJd|?DO=(j*DA6V4BQS3F)3I}u3sb2T@q01I#V1Az>isb`cm$wCLJWo+9A9zAtI$-
&LEFXyF18WwA^BxWv4r_)F0HTy6bfDA<q*pg!5jafMY1kndA3x{gj{-
io$j}J2O^O$*n|8z<4r|i_!97aZKrBA)d>cXKbYAVwe3W<Gj2eI29K`PNr(3)X#4dvu(@K#>z%Hp3x{#Jcwb$=LZ{((+C6l$#`C}Wv&N&n4HIzBHw8IDp9a>
;LPBMzSuLmo=E>Z)+s!;3sJ#z;qX~NT?i)eel$5_7d0BtstK_Zg_yjhPoA$YhW3SRFD3Qdd=W6+wh&oQK9HU{F1_kU1k%N`;o%?H?YQv!V(CnD~&XmEIhJgB
^Hg_+tbpx?mRaIWPGl;6n~Upcy$mvVI}qz-z4THRvw*na_F(hQm8h8I-5ON@+<zv08EkU#j8p%Hy|LwufwX-CxKu(p`xgU9lbm+O3+X8GW<e9#w<oAD;yHmA
1j@fWjvAe+I9#Vj9`ZBi@xN?H=HzGoNlW^M`{GFgje`JfKXnIMj%%&GG`j3|*q3&iq4$KKZiEFV0Ruqyhvu;+1>50DqSNIb>wF=|zLKx{sfp;wt4;7)(MiRK
;dNH1CMN}V$?rdd8PKgUoUyD<>4eDKVdJ)}>k`A`$ODN%-v6KQH%G<9TzJXLYu3bA}pEFWN=<qMkWWQ%qk-OEkAx)ksadQq=*i|MES3n-
QkytUy4kL82@Z{tJmKm7II{(SwvjgKQK`ur$y8n2)JLH_f~t^Bxsr<jI@LcZ+hFETzPeEby$e^qy6eEgY@=GM5mb!v{I=2&QMJ)7gLIcAz$_vW~4jxE{iTUq
{)J^%PW%g6r!Nm<3I
''')


def passes(check, function):
    """Raise AssertionError, and say what is wrong, unless the function passes the check."""
    report = play('lstm_backward', function, RECORDED)
    assert not report.unwritten, report.unwritten
    found = next(played.found for played in report.checks if played.name == check)
    assert found is None, "\n".join(filter(None, [str(found), report.hint]))



@test_case(name='returns_four_gradients', points=1)
def returns_four_gradients(lstm_backward):
    passes('returns_four_gradients', lstm_backward)


@test_case(name='flows_back_through_time', points=2)
def flows_back_through_time(lstm_backward):
    passes('flows_back_through_time', lstm_backward)
