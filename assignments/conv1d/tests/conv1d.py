# Public checks of conv1d, for Otter. Printed by `make release`, never edited.
from otter.test_files import test_case

OK_FORMAT = False

name = 'conv1d'
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
c-rlJ30zFy`~PGw*(qyA))dl0QFETM?_`arQIk?lX<8B4Dtq=d#-
256lA3dpElc)Y3E8tGvc~_Oa~mdxkI$Ft`~Cg(dU5C8Ip;j<`#H~Z&bedPyLao!qXdFR{RHf9oPHzyc0zp@cV|C+BcZ;#pTtYXJs37jUn=&J$mp|R{ozK!Vf
sE|U+#&Y#FswI@8;<)E7(mxh~9cge5Ddk`e~%Qn2jOx^L2NT&`&;M7Z-QwDE;9fY}Aqd?w&3(M{ns*2F-8k<}US9p{<5xKYw4T%+b$H;>dI0=<Dq-
b)k*yz5RWK{6nF;Oh_9_T!idvBcWI(l=`%E_Lc^Cdj?2^F5VKE(A}>+_fIBtb@!F|aSa27UJ?m+&kdgcOy(!?5qi6_CxPx#7w^E9yrMV(WsYJ`PsgzmUvHUX
pqtoF5+Lz)bmyMRJS0kfgq$XXJ%lZUt%a<i&|4}T>FwtxlyRDpF|NG4T_i#WeOG@^PX~QU>svP4bDcbch50%a%EZAkVW6ADSCT*EDDQlpl)Yq*bg*E`!T^ph
steUI-K7O-wi5>bRB_UR5;%K%NeYV5Qt3OKN@Se-{9GHH$gbYL9Cg~1lUUiffPn3}?*qi1?k)~oSE_s$iL2P()6a;u;>6)-b4|aK+s~Uh24ligA|2)D_RmV-
+4uz|sEDtYXH_*gi~VI{&tG>7jvZHDZ>irO(1w%|q+ckBxp>niw5^f)@!Ng11{KsnpJ$&MN6hiWvnXb&VB}?zG5!*%b3RD&>B<7dKKb_N2FcgJ7g+v?fS7Y*
+S5nk(oXfc8|Nk*ycj$Ss>tZ;SU>c_eD#l%aC&i3;i16rUx((~6%frxDD&o8aQBk@c;L@@grq(F9Lz!P3p+~bxps~er_2F;#C&x7maLCIN3+Lw0&%3cetb-
#mf{8z25}EK4kezh?I<7aGF5+3%E}GL=y|)iut4O<3_>Y)lYUW?k<gtFU{Zgtk(}kZ5R=aU7mi$9c#q;faO#wBl5sqUUAY;cfI8YUc*yv#M@l#VOTI(BSmx;
N%Hxks1df4RjN)`6QR4)jfi#LyE2v1-o(r*@HN`@{KNVXlk#G*~B@SxVY(P`m(m>c;`L!YIJHSY2Y(V|m-
Pw&w<SOCFs`BP0_H=a=JAR$63bMlU(5jWt<ZFbMaBOf2pl-!NbUs$B^V@NT>l-
}4+t=Bxy|9PGmwGBU8}Lz@26VBMU8!qR{v|H??D$H2B;tIFNnA!rRD%JN{Oi0!QQ|57W&-+Zj4wS@y&=$-0#N*AI<#R9B$P-w-dJ$^0$XN9PEIZ?GTSq0xpu
;4T!{4b=3vKM(T|H220tL?K1#~@fK0{QUsTJ_lS&(Vc?VFJ2^O}dbM4n#zEl2a?5X3(V3le8+u^=+q%wI2N;&I{m8ct%!HKe--;-
<2#XC>2j}ob@6$e%tCMi94DTgDaE&RkD5+Mzc%Hdkj_@ZJ2)|&TJ&JV<2rS)XZ=mg<UG0kK4Yu>=Kq+WcPpSKT<9voy?TStl5S2=%6ct6M=gd5V!T_)q4v7O
LYEFC3jW^5!Jz`>x0QT~tyLQjb}fF(CVZ-
0&v&Nn%L`FSgy;mf4Su~~qqpEnmjB!Nmzcu`F>V`Cdozt2ZqzEW8r<Q$yF5H4(Zan6t*NVvOvzmoZheU<T%ix{IM`M$5r7pZXca{;L&Vh+cy?w&LPF<2?>%}
Jn~5IDJL=u=I_l;b*z{T!M39H}+FrNT9p(23X2-HT>lJ`!Iy4l|rhDbyLyp5ER*%wbea*PiK+>XU-
UhlWtbKt6q5-;4uiH?frSU5*Pbk^VXZh^4YX8c+P(IRV(r#(7SVJD&(C`?TYnNmXwDd_JhqyzhCb&NY-Aixo<uZ1$lf`_MS_HI(FkO~(l0os&&H!Cx8U<@+%
`FZUphpudkJRU1FK=kxpxNcouODRy_E8u~(+bNBp@yo=-~SqxPS3KE}oED7M0!a1%9i+-
jB)9wOO9<L@YV6cgZvGuL4sg`A&aXA;ZH4=8_K+@EJ#d6i)%{(}NFg~%PSYyqU64K;}>k_2&H6I^OcTO3;5>J06P-
GH1PmL1$xpR3XPhLj7)wn(HQR3iyex#fSJ9DkLmflis!2FWO*-
hf?@w0mC=j9uH<SXH;BC*twXTXv3QYEgb!FVB+?j!Z1(|}4xVXzVNJ}Ec0(ACph?AOMOv!$;%m|Eeh9tSk#bZL-
p3Ge(;t#wOdUJlN4{xdPezN1t+`uY2KO4Rja4AC!K{DOTX^ogqlt2-%ww4I5O(85S)Iy~gdSpV3?jB9TsH2*hUxW@UG^9U@+`FEn_x8rT1|1%P1-
wI;RxKbA7ezKpJ&Wt4$A%5a3GEX-B@j>!Oe&NMc7w*i}85j!$B$YXhe)r{>5;8_CtnqUwKfck|L1_49@xP!Cnf^EVP#Ytm$-
i+3&VjgIX8+3Vio}P^7+1gKLv#TsBtP2AXcF`vF2el8K>xV_N)`O`n#-
RhZ&85!_sc7VN$uyWDSwu7n;*!jb~&XmN&nN@Nnz4fUxWNviY5gp{xI$TvqVk5vF?xa{=%fIrT{4PSn<Q6pfD-_tQ`2`biZ+^pB4s%DfCZEgu*2JlX{>~-
K$_7P*|k?U1nDxg5@vDe4p8|6$q6aZe(zNvCc1^&`iz6mkUg6src)fq${mmmCGI9WN#+_P1&2}zs%lv6#c8Bfi*TMf&|W#G4?;4z~u{2TnSv80^|!jfh$O@C
=)pIAIMn*37q-
&LKj&ASCF>aCF#Pna1mvUrm7j^57w>=lW5Upj0Ncydd8?GI2BRGSdenjWsIiZIaCp5j0J@*!i=#X;Udczzj3d^%ox9t`p0DPe=yTBErLwT<bOTWGAZ6n%dAK
<Ewf_Fv`mXH(=si_Ow06druC1Rmc-ZBo6^)DB=+=|bYgc!pF_1S+8oNH*m5Y7V#=XRiZh2YDXtvKq}XyOlOoEYObX^uzr5<k0<oI#|J}-)^2FuWQ*d-
cRC!=5|B$8X(wvMPAEQfhUykQ}e=_gCb}6p)f4Y(SZ#Uyv%wsy$FYH8-
m&yEpH&Og5K(Qo>t=TT8c@ZUwKcQCG>DqUCF2Z!}JK6<Kg#TGWW(5fS=m>aW3a92!ZDEr8=8$b+k}CA1x3x0d7UhO?>n}%}iZ(U=j&9+m#_9uYQKZJ-
Q7)p?IDft`=ukzK8h;O-B1(<F5A;Qn8uQ-VrYKV50umP4^5TDxJ(~T^9{<m0kCsK6JzD<F9t$;lG%fb*@yBn_6}maUeJ}0L5^Vc7N&cH8|4owrCdq%3<iAPs
A6Q~FDZ(V#^nX1`HZ9&H*{n#DWV7N+l1+;-Nj5F2B-
x}Gl4R3jNs`r=^B;d$qR=@g+%(;^Xw!7lqD#{Yk}B*IBmWh3LE)dx{k~={nqtJHn2HgTqAf;Di>(+jEv90`v^a|q)8Z;dOpC1;F)gBE#I#^B^6w6_<m-
Uh{3oYazW#<6J;$Q@Yi9fa1%E1xzE>vwa)jl-_9rBY_|!^%{`Pn0;qSSXpHM5Z1J2*6xfu66{!gD;QTr=}g-KBD?-Tw#m-Bba;qR8i-
z|r~TMmD>9R54E9EvVK{=4b$zq{#Bl=-pgf6I2q|LrY@!q1OQi#k94yVn1At^fC8&EIABzsv4_m)-
xzmfhKZ0)Zf7fA(p_UF9}<d*~G!kA8&d^D{T^(<_YX`j|c!3>3bkSMsp&3;NvYlw&r%hQ6Nsnza}0zfZq++8cI{-
V0uIy1~ZttjC_q=ljI5`z9VA>G#6)8~5ma=;k2SUod1Uqf3U!*ti1g*yD_TVCrSo-n-F5cK^ha@s-gv`55h=(N8OnwQqMYjrFg%n)R1&3%JGT-W_|JJwM##H
oX_dA9=;(In?PeyY4J^hh0CJ?qd8ulD%W&E;78x#?5rP%lhS2_`t@|Pb*F6{jiw=pzW=^?y`2{VqdcF2drXzhPI#ll#SE67W+PQ?UNUbpXs4b7(Mqvyu9MJ+
n7Aa=_cQ9&N<dDNBcDUelW>pd>QQ*P`ZLJ^Zm>Y7p+gRcBLZTGdeAdn0;WyoXhO$lX;Gfm#~}B4Ryc3^bKp9GkriS!wl9x;`1qXfA8TwHg38oo!K|8!(%2_$
&5^<PlM8L8Q)#wPcVBtn#t@FI?S5)gF~TX86URYU$b%j4>371Rz~k;`fKaN>=7C<h{*xban~4~7q6In#JMuNhv{YyS-aHNhuHUe*PpZgtu2^+1&a=pq5VnbV
4i-
{lT4n_564T<=b;yF@&2o)cYw(oe&qq{w=zP5*=@|aBkXy#o0&|n+h#Mmg2V5ao#c&On7_*p3|z+e87RzV?aJItXV(Fpb~3&O4PbIRWpz8r`fojx%dV3yG5-
;o>rH0k<@V+IeOZ#{?`Ub}H-Z+3wIksNa!_?FC6b3jAjh;0GK*LSo3nIb1zJt=-rpmw^fDl0ye-
6bd4Sq<s!kSe*M+h%?O|`PP@)+diE7;+j`mEH6Z^<OIO8`6-o)HNi>te!(+-
hjT}}le7;*p|J>~;Fj*EyaaTtk9pA6|87b)EG?kL*ycgAs5oY1OqQIIsXPSVJ}y%n0?4~XuzNRZFgw&~xfEet&01iU+JB3in)$=s~_P|kEVe4c$AdW332>6}
maiK`xpKk}YPMoeUSZ(WJ`q3}udr_6s-
bU!jbc%Yxf?3%us=~HkxgT;}I+vo4Fc1?A8JzH9TVD^a{$NI?|4*A6N+|Pj7j|dviXL=rWjN#E~%<eqa{+ZDm=9hwpe7rELUW)2jetRbK52rRmSpSU3SjLCo
dgCW-oR3c#-HdA6a+tku_hSB^5g$O9U%d@y_?Np(W%9_wbI-HyT{pa8bU$@u{uw$;`kC4DaS$KB_Qh&2JJ&45;$TMCZOnh6QCA*Mt)DTvp>v+`{6?9G*|q+l
3yf~7j*r;*N3P{C`WNIZ9>_m5I?KjCJ8~TxSC1c8aQPq~PjB}v!RVS3Ccm)CKt5izmVQ7@hnK>~(yu{@pc?qVTuZXCUsbfAL?no-
&BgX@%fs+lGtiSHZP>9!m#mCgp!l#QNtB#j#^&>~z9j0hKImLqjGU^}0Lz1mNa!boPu1IwBz141a3c@$=3XfAaB+j}(jl;;=NYusH5IBgY6;8EZ9$Hc^+=Mo
GwB<qfvdi_0NJlQ;~GvK$-**$D0FcetUA;H4KSMoR!4>+yW#s`YMre}v!xYi`-
{*~8#(N)e21)^)e?Vl3`4zYYTKM%d;tX;tb!(w?;)SEmQZbaPf~ZQ9kJ1Mfs6}H$lU&+L|AJrdTd+^thX*em%EiGkJmerbjR}0?TQ1`?=l1j<_$!1$A}R=8v
{58C!W>Y_1pS6Ibs&{9D54SvRH53;&dcj*zO0{VT<CiZzAbZ8?fX3mf-S02+wO~W3wt+=u%8C5Zh?Lx(1%8jj>$xyZW_weF<&;R2|Bilpy^-
Z@@Np%EIec4UpEc9we=7Iu4wp0bQreMn0q3lD0$U;J%?+sE%SiTzMaEof)zb{jPngwOtBlZJUrvyY^yJ-
=R?Il08IcPeOH0g%U|O6Lj;VDXhEw#wss&CehWrf|s~k!;z>v*ubp@$uTu2ziZzuH!{)WS2H1`_jrZY!3&~s`znL)reSa?#SG8dr&s9qE^K=iw!I459)*p+!
p7IP{QXmW{HOl^B;UW~x3I?_w91s^q=i95_tJpYFCd-n-
N1QeUZGvqN733>PecimmgD<*DT?cDmWtw93W)u>S9s5zc(`&z7dr(GKqbuQV4KO|ibtmfL=snzEY0x7mrgt4k7Xxe`$PMQB7Q5XwznJdX*wOc&R7DL4{wV0w
_bxcjI<RckBlaxK1>3O7szJ%;6!2@UKZJ$TMv3A>ez_AQpuPBd!S+SeXwd|7B~gxlEojoLc*F=u;it^&Ec_{N!1!*u(OVXAv0dU?bgDiM`H|OVrn8Jl}iKH`
jwLwy4S*M97@_utgC5raElj-tE6Y6v+NO6j6Dl+kKU12t~rU-r{pOPEWHowdz2QHTYEy$SXc!P&(?;H!-
kMkTHW!LEomaB+!;`z{4*S6F;`K?wGLFQZ49pVxp=Y1G}y5HB}!gV9~Oj^RxFCGhR$RqptDV@L92HwNz4FybgRaCR7!spY^k@1?62?&y&1U+4L)=TMps;m!y
<GbU3f^;Z{}&}BCkPCy_cbJF`dAyEWtyOoCJ(%XSMR=2Nba^5*ZKICGm}yh`KplM!Ly8AR}-
Bx&5XI@f%_S^Olr@7&8HBe6ci?T+kJgulhqyiXVDE<PdBPk3x}6cEOw2C_L!k5!C&`7#MuyH1_N>mTYQ0gnTRixAJ}~-
?#F7%m26he#_st{A@|AgQ}gl3&yX?K!~dmRIaoZojPCvlXh8<39lUC{hsv+H<zr1dhdd;I66|XWa4lz4RL}iUd>Q?=mOY&(iWEPJ&MAk29Ys`U&4kcGcfaYM
m5JbfZnO~N!mCMRMT!HELeGrlnl!jO)CK)yD|W5_H4%+tC%x<QA|-
BQS4K!QG8KM(KtYHN3llnMPmZRAjKWUnle66j8R<C*g&yI@kTL5;{?Sa#U8~QjTsb^6o(XhG=9*$j?xt5|0(fJKda(f`Moke(a);!N%_4J@5=ih#XrH<KVhS
+?JN&9eoR<i+O{*R_l0TI9<cm<q&>@D$@Yq@UL<oYS-$I3VHRsg3_G&Ai`<ZDQ9g*s_A09vM#))!Vf1Xi-koQCjkU8J!s-dZ-dY(ff7Xd%^*R~bp5?!ShPjv
6xK0gO{_j+OH><;iJx09X^ZXaA?uQ*=jIJQEB&(Z+TA0;g8KtfUF?o91u)JRGB{<LW==JSW*|-lrv-}=LykJ+S^KV$4?qv0l)i1(r?yOFh2X-
pS@@>a7zMhQV$=5wS2eA4kbaAOmtiJ)jP9mRIhOfg9ykPyEMh#|lr&DQnRxc2f#;iVoDwkOOAz0U!Ux!&xf#+uqUr%SOa%1gC6E9Z32sBEwt9<<MD~wK?YD`
Y3=*HFwoJ{LIWArXv<L&;Y3SS4gyRiBNCf;Rrs?)7aCFxZ@<3wr5e!7yh=)9V=>scQnV&;+oYt9fnBm!F3yol@*XTXuw<4`lLNKudBCy2{vZJS%OJVh2O64C
b2wqR$uoanFUO5Rp!3OUoO62Xn7Wb4~mu)0eJ<a1Nky5hSmnB#v3A1{9&-xk-isqVLvoOo}KA#fp%n-)rvS57A<9!vwTcI8O>=v;g=ehz#%)0~{2-
<%8|V++{_0?DJQ+lZEYH~2)hgrJjNWcC7Wn<ul{!D7E|iUnHdVbEfQV#<<AP}|N8ax6T_7_-TW#qLcZ>-
BhY+2uZdIBAgRqI@|?8@z^?+pI*lE>9v|6V{O<)h5HqOJ*oM>8a>asrqomvl_{|Y)giGE@v~TlK|am(2JZ2-vA%Z=@YG-dgR($LrAp{<H;{7kfXUZ;hOn6Qg
?zgG4?J2J$Gi4);&dJki9$fIHW^5nv}(MSsP(<i$Mw6FV9)u?63(vms^po22;qnCY}&$=7jdta}zBV5_I*IF}c@bF3GjiveDO$$K4l=!P!T)fPHTbQpeton4
U;MeT8pG=SjQCYL9UAJ39FtJ^YUBza#JO_`~n`fGRFjX{lmFm98pYRCy?X9TmE&I8x<76;nUr=SSF7?fdFr1a9j*lw`TChgoGh!|{pt&@|f=h)tehy%&`s(>
81c{{U}dbu5}RAFFNiqd4#*>_5a+iDRz@WY;7gg<;qWd_`jt=^uX>X)cU_%MRDz_|<fb>RH0dae-vjmLxcyX%0)Y$3wzyxoGR43S@;(3%s(&!^Br7dnEOr-z
lm0{N^^;s8iB?JUnUjlg>6z)*T_p)|OZWSG5_iIh)+6H!SJ=!f>0&PB~;tU;=q!Z)&q)O!uVHI?a+4Q;cjhE=kB3E}m5G&<d{Wk0Y}AUCG4ZdeC%DbsRCEG3
n)C4NjZSk~xb{lH`k_kh<cns7G)LN?b02*v@fy#@iL5#$oM{owWwm7;8`L63rlK@gsa3Z6l4(YT1llQIBl%=!4g~R|G}b&DLm?fx>CvNVsHfLVC`rPf9GD36
gCK$=M#ANyB$RNR=N|9#rY7(o!8?b<DEbYj9oDefWW9InkZu(=gH718N){2|?4%MM>$+;Bm%LI6vBngf&zUY3OmNcw-F-U*baESM-
Ice$~j_3_s*Kt}~|grFNyhL+woMOMQsio7!3FOVq~HkEqS5t*Jjz+f$oUzfvX(w4d^`y7_`W|JG-e?Umy!dBE0PGd%0Fbvv-
gKEUQp#aMp*)Z#k7FA%ne&1a!a?y`3BldkXB^W-;YS--mu{5turb*x>+umNlw(z-
RvD>9af*}eejYR%?f`PE*mop6v2TR(;=W7s;Qe8NVSk7O*_$MO@w{y{7sfNX8HPDffru=Q(l?Iyo&H+K%Z3U*ksd;nfrusjIPujTWZ?kyr2od>=p*u2|M!ta
|@JN1gq%TE&7zKp=II%_X@<Hpb5doHm2#A*GB=WM<Y+Ro4WmcINtcdMCa*tnOkzh(VOJZAeDPW8?n<@a@(Gd_h^9QbuZ=Wfr~{pK-
=Odp?GvHgII=ejI^k#81WVf}7)W%*Zz_v&~ir=aR>emyjo?Q4)(=P(=RsvEx!yeEg3^K`xa?ApLPh4rspo2}o<x8|_@0;d|TWmx`H+x9a`Ei(ihU>hnk(;S*
ySb+58Qn0cbh2;~MqZb2bqUgIeWc7hcB89<qMMU)n*gwV|<z5{I_E(Q8_Ux$&r#l=$mB(HIX@{~f>Gk+To8?PznCEI-_w#jVR;?F_Znzy?$P&Y)HiJYzq804
W6_Du!WT80?45ucdj#a{8$&IGyM?8$PZh}4-t%RmCO;L$wvr%2E!RTI@dgw>IJ&bM(4l_2R)T!|z8w<JUc1aORZ)bsj#PhTryO2oI7_N7+fM4PHSNQxD-
hPFjU(x5U=uoxqqVeZYtM-BDRKI3qjd=^y$-w~vPRA4&bHU>~NY`<v=vD2pXhO;@w0Om2WSq6RfS-
6uo4}`gYZY1X7r=LxCDcA_i9R0<235Md(`sXv?wcS@(I0ePnd7VX6Cq^s-
~xJ9rKLK)YG2j%s%`392;jXi9tUcTL<#*yC{8DOp`a^m$i1h{6t3lO;Bo=0iNVGweAmA>**4#YcpZ2Sv$E>gR5mDYb7o64L}=UE)Yz~Jo(<drqBFWS^UclSf
@uUuntX<F$0mWM?m@IE&H?U7ViVtVvxDPKCa6!tm2jp1J?rr8^HHN&t<c)pwV|Z-
HkiCSUNizMt)lvAL5<v*STwK^Xje}|Ywpdp3c9~eG{|s0YPmHA=PX}}BDc;&ftwB?)$vuwR2@gPua#jMdY@*7+~Su*;Al^zQz{7!mhQt2jV2>EFGslFwgPFR
(I4*$8i#$4i<#c2U8(M<ZK?j0c&B!vdZf0Zy8PBpl>R_toKolXGwr8Rx5_{D;p5@WCOi3hsbvz2vkhAD`^M3HT_o6{af8)s4}I9act#az8oz&eKY_)s3J3W6
=azh2|14(p8Th(>X7SbEkj+O<M_bI}_W>WXI@l@8iN$fJ?V%|w?uFK1<2ywL^7}W}L)d;Nc=u-
e;~DQA_&WJb6st#x!>e_Sua&_p4ht<M{QOYv5MN)ODbLRj*Cw50@qGRWw*M?oI&_td8$XlH6QSG2vUx+^t}4IZbq?4*7sM{)_f4xe<M*xRIP!9Y+Ol>|?;;o
-!FmmTAGlTuU*CttviSub*|4kdP)|0`k!ntF(W&@~$fL_rY@0k6@65?V3!+YlI&|NU_TF&C9eYX>h<yndROT4+amz&S(kqau8RbdH@ayR9?l3rgeGb$<whvp
Czl=TJWs0g~3&AY8GrA&dMs|D}LpChbfO5whBK@e+P|jl$7HeF<+1lsPrGC?KxHCrW?p(*W#2az{BmoTWAb_gjQrN$_BQ6{C0C%uyrP#N;3`F*Mq?pib2QGP
P7k1054E01C(Uq4e$nRVbMl-u6$mdjqu#_F5O?yk?0~HZ5$gEFnM@T_)$0T&cq9f>Re}q3Cc#5~rIE&gimPdUP;!t#-3wT-WY`kA_4K37(EjArg(v)KF2GvQ
+7I*QUq0TTmR|`2?hNE{=Z{WRf1gC#02j^<+N5!S9rB5%SjGa|UUk49z_w^dI*)akA|7N#8JzjCiQ9Wa-b<3JN@U~a;@s1-
pAbz?0kJFg(TpPO0DoGqJ$w>0bdFaH;x%lz(*SOl{_qfUJop^GCF`$`H1OI8dC%5OJv1Rt*A!RhkVo3_R)qb&B8tVEMh3<=j#^K8$xaFRGBB61L=)I?d$kIL
%cYF9eF>Y2Pw9AAbh52;Rn^=K0%JUHgS2MyBoDH$<^w7jL_Y9%UymoN-+$ZZ<x9Tfmn{LMCl0%R~Y9|~#dj{5gQ<>b?o+2`{9Eo%9Xd-DhUr}6SSw)GI5(-
O$CS=?jcgTGbK?2@RC9h+4Lf-
)n@H#gV8hT75i}P&BBgfs4X|n)AMJr)x%4YK5%|_yOViR;ReF&{TXT$9tk;HGtVj?O%5w5=71&iJVLipoY^0CZyGAwTw$X|NE>z5lKZSO3ScWe>q6uSXN#e7
7Xom0@h7=mjYx`KxuyolBeosD{sa_C8qDEwULht1BEhUDdaQK)Tc(A{<rI|rRmOsZB9j@&5=wd%T}mrusx6TRl)xi3$ki<A9Onb}W7(+_^c?F}>VhEr7`z@Q
;~xZf65$7bT18{Xj#&6l8*gdQ;HvO65{w8rf<_TtTFq@v6RtI_6?x)3<BBI#Z$69=BiL(&ivs28EH7(22AX>4dkc57%reP>IwCr=N8mzE<fZ|IP>Gw-
5mrg6y6Rv$WO&%v*H9LJT%EkKWRrYAJ~Gz)#GdJFGAd<wrCR~ej#J{PHzSDkF?<WR@6I{wu0VjWW+k&1J%@sx$Q@vyh3kHlJ3{bJX|mt2l?eRsCPYP>nDpHc
y=C)z=X@k3lCXchL)*^N>{rhuREWRUwr;H4(!#6K`q@e;0}t8MCm>2hr{$HIujjJ<*4!mFT}J_cw}-
Q&2L*ofG<+(G+VuEP{F6eAQ96a&=f=^RRNL~%oLLUBQHK<8D8Es7<I9f}o-
4La9Syit5nJW>2mywLfVVvu5vVvJ&nVu;Skl&&%%RmH0EnJQM5&s4GcWuHa`tIB7pxq$K+<wg1Vfso~Qp`G>F`9MM2j8K-
h<*s6Ru;3$M`zS)4H~D#<q79!{wq*Mn^5#cafBEE9{CYv6*$4jIT{o6@$~%@}>jlCc{;WUr?!cdy>{6cJH}RdZh~<UjH}ZLAATSw)Syt>ECJbuIpQl_F#-
FDev!1Qnkigz&*f?)v+5Uu}k_Xe5Jlc*wH}+y4f8O)zc$Rkx&Ua(^Gtr*PpL^_eldaE?zJ1s}i*U?5ejVmi9kyN(8n<B|%Wq2uvV9OI?N9u<G{c2!m>ycp<@
dFoPGIX48D|sNdXQ6E8MeM87v{3{kWfX1WOh9s&(>FjF=zO^x=UHM&LsCe$>ed;JzAFO^OPZfp0mVmmX~LooBWCKRdWg3zY?6R#P(sJdS!k+XME>8B;#o9&u
fSGFFZv;cBU#OST~19b4$aDcD)pt*X5Av@tUl=|3D-=5Q=)5)FD^2k0G}t4P1NL4(otVx^Sk-CedQIl1aktbCFflbad@j5E{H;4L&gb3US|K0$$ILKrP#SC}
5>6ex2<|0*+NAC0BVs{AN8!nII&+`Wul$28g7uJB31OokpYjOv0l#BfN6PRrJte1`K|AP0_~30qo;<lgwv1i60w(M&l#fW9xg5L^sYhAop4<7LD4yT(q@hI<
gVeCt>YApmk3!5sNDJC=J#?-
iW#6{na|8cfVjVXJu!I3F!>wwj9Q%C8uy)KaTdClgRdbc_@EFpLE+QBzps1;EZNvp}6!i%A!0>NEP6K&Z|U<r^`qs?+wV?{y4JAe6RSle-
4g~)F#WWX+olK1=6(+Q<NCHkgRx_f>R?a7n@GUA6NjZT&j^+5<!H$dSTzq4gbHh@9*?2E}o0a@Bf?d*57hJs&UUdab`(5(QEx&(KJu=TXdsWd%(l%wMc`{Ws
^p}m;x=@ror3_hhU#~6uBIEhX@A6VXs@qz&^SJOusZgvCAD7^2oRosd1z1Z_ypGMGK-
9pTmN|@npcAiqN>T0xF)pijFtdB=_~4h(oD7oU<)Nt)A8CswnJH6f`mfnu_HQZi;la29d@C(~!lS0Z6C2g(yuw09CG?4IzfRh()`d*dpE)U)s6`k1R16B86w
s+#a{E|FY+zHX#b6F+Y}=4DJivTG-
%Dy}a>|l+?u8*5Rbg@+j~dITJ4T`=F?^<+Mna8iGTvA5Uyl?kS2$eGXk8hY`KaBa%LBy+$sMEMb#z^&Omk=t0nt`b4ZFPU_!S0bS7**xxXb^nR}(!gn`Gp3`
oq7NKGD$fP?Na%^1E)=SaEqT+eDZ*&<R<SZe2^<0udQeBDR$#yor;!F^xhZ8i+IB9TIt)$oSRc+>ZSAzPdm*CucQ;1b-
O;W|U2Ha{9hdy33!_S^BB|8mM6eF5yL9;z&A<j4&H{6zh!vfk8ozi8Y^4aHT^^;DClV?wan=jJHquQ-SAK!O`)oYI8v{80s!8HxCVPHAf*~&nXW?h10d)I)q
!|URGK@JL;=SGO_JCr;h(3WUCElu27wSqNP9(c~>MsQp5fuv8Hfqdp0ieA+13}$6QN$*j+h*+}}2`lLXjaLj;#KxzfmYY3^fmKUbJ2nE=l-
Yxh)rwR^8%L7P{vAov0VYt+E*H%boX2nL5xj2027Jo7C8(2EoowplP{*@6{?zf(BD5yBbkHFy^hc8B>+6uA&dJDetOl$*I8~%^W;Z;1@`5Z!Cb(N0nL<Zr4A
zSAK;_^#sa<jznov1g<Rn`}(ylkh?<Z#_wwR&~F7YEokJF9dj-
4~vyRi$o@iAA?RJSLb+OLhT1TM$cm+p`$(y56QGZZ5f6BGl~=V@G{IHI_rIH9<pIH0kPVvAylVuxadVuQv%iZ_ZciYJO6iWeFaDF!L#D8?wJD28a9l<_&~mp
>&|+51e~`0PAUK33^xN{?PuvC0m6sbEz(mTG)fr9tV^y!M7iG|P_{UT5pZLN_aR-
YO&OHp}ycH7>CCZ^+ciY#lq}xFdUSCiL7Me!Y9%9=0AX*WH=L`kTLI=a>XFMzj4<fn+ED-qZD^Z2jBmeg7@2edoR`?-qo2<m-
<8pEj`mJ0<*kJ|V3F8J)euuQR&K$FbT7atvAhBD64Nb%~(t5dM8MM_ayL@HxodGjj5DWOaZ%rUpBQ1+RDTI=k$$hK>Jm8~+|yz-
j(Hq7x2D{JAu3ejobEa>g$V*JJDJPN_TC`n>SWXl5(nOv36aVYg(~E_6Tx)-
Gd<+Y7#)GGKfOUp?ga9X?9m@^Yqq#(J;zVZ&F|NuKDXC|S!3rwlYF^If+ox*e{CA0-WhXQs)h^#1K+ON2E^cs86wneG<7ZhjD#fBY;lKA<$YyPyHNvA3V-
)1d>_L%VM#I)nEsddxp&{W`c6;3|7W3+4+*Y)c1{uy{N%cDN;~Ub~LM=czNXcGn~|UuY1mkQ~u4t?Htj(o4zj@N!|zI9zH_Nn$WTj>f(X#r;jHkl*32xMcg)
cE3ZTbI+If=Ix5)U4<dYK3ap6J$F)pvrC9P9>m}SrY<n^fgRpa!kd)Kno43W+T#utjwsgE+=QYUwJWy1zbf17&@JTFhvh^k@jfmSFb%aoAO6dIqc%+@sVk?E
n_gEGd&dkC4c4|$%d@)i)XAZahC12Q`LjA2>iW7x>yYyw8<0b1E1{{`YjLfr=W%NK3*1D<igejF9SuyYh1RTDO}aJRjqg^}B-Y+n(en!7_}G?P_)q(!-
oX=!%&1U&*t-+X%dCYqjvI_6gN@OOvlghPUKw~Wumc#q8AkF>zQI$vX%d;g1n*3pYF+R1bL5IfkUsTSlSy-}VP5<MlHA}rF*sk7Og-
3#9GMyq=MN_1my30h1f%3+$;xC>V~#m&4~rz>CR0ew(Q+IukH>?jwL*G3USn~WlX&=<rMPl8ZL+WWRMcfvIsB$sAF@CEa{C$Mk`(W9{a{Qwi1hmdnPMJ;_nt
n2KgZi3jZe0U%&xP^@l(<G#_Y*>!^Ms$QJR4zIcstD;pU`VuQ9~)q8+MfwhHH*8;I4>RYybJc=u!Vi1w%YM7Q2N(f+o{ctX}uyvkmioNgi_IMP@&C@@m7>a8
V-2_uS?dq-j8X^Uaowk>Gjiyh1!RR7d(s9mTXsQ*y=P<v26qIRNoq5eeeMeRfVN;&7!wt{c|l(tlTM#oY;!`-
tlo7+g`w`?s?K6EHQXO;ZG_O?S^*08;9VOSadUF03>p7CdNyx5%VWL=k^qa1SC+#GtkD_ctwn)c$~4L);=ttrY&USxaE@+LVK89$@L**la_>Bx2do!&-
l&m5ZOJmUAN-?Fno!pDY;u2WTS_U<q_9m2me+`k3?F0FeoqbnR|&-xK-KeiVwUwoK96CHMfops7+)t5h`-MT$HlMZIP`Lk8G9<v-
kaLAm^q4HVi7L%*>2mTDTPh+;mmk|@o_>^z>#PlN9T+ZlZL~rEZX?~c@&YY8*uKe8GwmSdr_yTu+?iRVSGh?AGl3t*!8H2H7tO)M)=?Z;5SwPbB*~q--c+_*
p3MjFl0i;xTjt13`E3Qo_iC-O<2n)O3LfV%qf<g5t#qiCoh}2#S*^gO}cr|q<>RojYij=vM5_b=yiQ^Z-
#hwe{_`SNY?RFd3`nWDs(X~R`0}`<1g;rR+S(6+ZRvruj^H7GJ5e#0}4h>CxqG+i(6Z(GGgJwtEM#n17QZyhJt$TSbg>%t$A!|ZiKn>$WE@oTNiG;`K!X<#Q
mA9g4_ao4roVjH1?fIgE+0Kw#b~-
Go9*vSVEI}Xa8iA}`m||H{46Yn8MO0k!hNCH@yiSNU0bN+`?GLM?Zlg_+{qULG2xLE@HVnKm0X;pj3l*1Mx}Ok|ZsFU|=_^4X3z-
HUc1@vq%}l&!fTbukJr0TA+Ms)OR>h{P;?lvNmaVw-S6u#lzs**BV9jx~x@UQK)A|YW)C?<<m?LW8D3a>NLH#mSV3!a<UiH<A=lzUD*fa*-
YSe%fXbDDR8{j{!mqABe$=*E)s7%KJ5IA}zyqfX|ZC^;x{N$OCaM&2ecbkG<YdyF6({$D8RNZ(*q5GnsL5}2!N}b$`YF6+=n@)tGm=oizLw8h%g!28N7ME89
zsj{rs<;E^JhMZ(?sZ_JZJJ_IMv5q)_jY`-&R$%?e+q8?uo4j+72)X(_loLWtxPU#f1cp9tsZO_m_p-
2d(d1_7_=WX62;Dr!*&<@lX5v}cug%a(cYE}^ZlMf!<y%zmqstx-Q_Aa`1~1!IyXV;unQ(v$V4l3dXmd6GU2dZGE6F&2&tztk-pD%Qp3Unu78SvU9*<Lg87c
n{?c(0HGL7x&8%ee@MS5R<$?2H=(ctulcT#~(wVg&&(#JigT1JGW(Z#J(iFCQY6Oq_wFM8u^Qf)XQry=d9bJ!V2}v`ap|BMtQPXvG(cO_tq1-
(!XczJp_37>|QXCGzj%O~RW$zn6*rD5K***<)D^y=$byEtn64OyFpUU96q>`e|#;dsL@W-
g({PJ+~!vhp06{AU&PT}3B4UoBE0`jn$gGOY{PONNQpDcM0hwgjnBbUPuIdBPKNljDo2oFQO_jQK6Wf5>bZ7_J|mLtyRD?#5#FWCA?8xEZii281rf)d{hfsG
!iX!*L?_-Xh|JZ<F%kzu6<NNBkcWsXQd37Zb6l~<i?>f}(zvpW9N@e-
4+f!dD`g`R!uz$AkeXmkS+mOnd+Cbh2&r+U|bW*sb1l^!nmSZQ19W7|Vfed#fzUE(sbY#x_5(R~<+|L_WTzP?2y4r>gLs!HJayK2_1<PjJ&XbRJ2RR%quCiv
L2Wtco_NH*29hO86Qk>8DK3^NoX6cZE!)aNPADUK*^C{8FYC=Mw0DYht<D0V1TC^l$3pm?MBqIjbCp?IM&f?|+jj$({rieiYy4YsEA4_H+u=&D#%KBGL*s}i
eh@AxP2N;TiFbDH1l-kHpPYs6`H_AYk4i21d)8qw@Gl}NRraqPZVAgc#JSev~Qk&)Jcy|WN{V;=vm=duk$+4p_SS-vkg<-
`9r4!*#jshyO|*7%&3gtIj>66DM8%`dUze<O(`vb@{rR_behFI|JJy*b^z#rE`_yzKbjXwquQ+C$44=lS12ny6s?@8<Hq&7yabol%u{)nR7@<dy5PcRw=D*I
~brA{^F^oy{dtDf3yrzI1gg8+V%*|C=)FfbFe=S9SJVNdkw*?CdNU#<6=+E|t{*!mK&0e#n@;g7GC!na18F5m=w#&lrq%=imL9BVpsoCoFr3_jEsn_LG%p&p
Z>wc;R?rRqrX5o@xQ|wl9!)nmM$(bX8<{^Qfq;M~>oZpHyUVY%GVBmAGu(ibQvX9$YuSi8Q>kko>b8x16Pm0xz9Ila?PuyPMR+?FUAX6K4jH^s8G$od)W_5X
DRwT(UoojhXgabV=7La70uRnp!+TT|7&Zs?t)w#f!_;3+Ph!C{&?_DGZKzqcG0?_*=Xb1>N7_?|1t4YIzYo>=%YId#peKM&-
%tlMC_cW9^~snHi!F<<FuO%U|Ne$Wo+P=~F1-
RC(wjxQjgH{jtZrUg+=>UpT*W0usGFE{YvuOBT(!uJ~16UJa@MEdnZniQ9cqFQ)(!yV&@b<xuBq>UdT+o;o?y(U`yMmSVnL+k+OyQTX0CJCfDHMJ-
)*<Ed+R-x#1?ll#^eDmQ{&FB{+m&av3p0HZ(~Ll~|#5K3=-FB-FALgKID$W%5yF(ANHRD0Dfto`sdp1al<&lw$#yifK=>54O`ZkHw?m~s@&o?4D%e5iyvH)s
LoxxT2TXE?rK5Ct7}4}cW?$}n_Qsif}Pr;*`#1me6Vz&f{R=qwsXZe_f|_lY@N4EBOKnkV70^KSA<Hjk{bxQr4TM<V&548^_~lZaFBZaflBpgURf(V*suD7<
Yca?bk<&MNs44fwPKCD$~9p>gHoH!iM@R^6@zW;4@~u<;ILP&ETvJ8j3IR+@-Q@X*|(@*wTB6hDz^k%^-lqe<_lqZM1NAUdc5F{--
~tD~!qhPv@aVMB13+emb0(M@D|MT?{xrQ<qBFp7Sp35VL|puu%#E3D8;QMsdYQLhKqFubCl!td$=az?8UvpLm2^$}_pY6t2o)IQW6)Mu!js9mV<P<v7PsQRh
unwUCUviUXN|CH_iA6G4&Hv
''')


def passes(check, function):
    """Raise AssertionError, and say what is wrong, unless the function passes the check."""
    report = play('conv1d', function, RECORDED)
    assert not report.unwritten, report.unwritten
    found = next(played.found for played in report.checks if played.name == check)
    assert found is None, "\n".join(filter(None, [str(found), report.hint]))



@test_case(name='returns_an_answer_per_window_and_filter', points=1)
def returns_an_answer_per_window_and_filter(conv1d):
    passes('returns_an_answer_per_window_and_filter', conv1d)


@test_case(name='slides_every_filter', points=3)
def slides_every_filter(conv1d):
    passes('slides_every_filter', conv1d)


@test_case(name='moves_by_the_stride', points=2)
def moves_by_the_stride(conv1d):
    passes('moves_by_the_stride', conv1d)


@test_case(name='pads_to_the_same_length', points=2)
def pads_to_the_same_length(conv1d):
    passes('pads_to_the_same_length', conv1d)


@test_case(name='pads_before_only', points=1)
def pads_before_only(conv1d):
    passes('pads_before_only', conv1d)
