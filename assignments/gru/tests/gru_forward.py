# Public checks of gru_forward, for Otter. Printed by `make release`, never edited.
from otter.test_files import test_case

OK_FORMAT = False

name = 'gru_forward'
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
c-qZb30#!b79ZC%d-_CDbNv`FA&~$j6_|U+Ej2<@Q8T1rU<PJln8BH0cbW24SozXK#eLlMm8RwrD&HN{+%eN|0~HlDH<Us_)O`1zJ1pYpGnIbNU-
|Xj@1Ar1=bZmJ=gw`|;K4pe+DRk>Uz5O}RH>WPUy!P_k!Go<Ak~`Hu_n3@8Y<N*W7Q_MrZGvwJcUqcoYF{_%xWWBwae+WribOENg(3Q{ssXmJRZa&;<Y-
JNny}GNjlmXuP~X_aTP)ut=?SCoCBC9v(jibDWZ&qSVfB3XaLBg4e<he5ZJl^>j8pUqZXpHMw3}!CWL6U*(7MZy#)7RYNbl6j}|nhP=8OsEOZro!UUz6{+CS
f7E}hc31m&weSbk~7PKa+L95e&VlNLKo=Bz9s8yR3dV`swj%G0WC#a3d+!%++;b^=CWwcVO4-
nMKNDarq^lJn|6gR{qBGgd^qneuY;`;55s+mrRQ4ODaN72;O^pR^*n$-
+5+saLvwXtfu^{P<(ZwN{iO(6ZMFz8eYP^$n(DniaekW6)S5j2W8qdGw_=mV;>X_O`*R-2?&!4g$bflMzbbw-+kWPiJcL=6o-
jk8g0jyLMnD!X~MhuWvu6%oqFm_(&fRhjJwbu`tJs5NUqyG}_XkR&MeDnU*Etz3uD1c3j7F<x&^ND@oCcNm3RX^BSJq~^|Q^>Oj$3Oft~RSaTU8Z@RoBA!K?
MXEB~cE#)+km)HS{QsI+rQVdNHZr>*Ra%wQh*2A@G24wY2dUq7L4P}gsm=(s&Y+K`Nj21<gxyqpg&CG7ts&l2<>qi84tQ$f7<ol_3Z|OM?3=10UQr%gEUcz6
kmQ!Cm{YAvs@e1o^B1UG4NaU8Tp16Ef|InW>L1EO1%)fAZg+z6i&kNzA(mwd++mTd^h3*-
YBE96xJIC4MR$6Xm>iYHTcI>564g3g6<ydDA%vEMk3EN;Q2((sJIr2e0L_`8q1C{`XrK-&p^mEo4zbr{Y-J-
b#IZiA=3PLoH0qKoXaeW~Vs#gcN`182J;Z~t)x;WG2ur9Ck<2Kp)<sn)j?u<d&l5CayW(m&e?&8<I4Jh^gh0|5L)T2QYmPL;(>|`C4Kz+iQ$~ZtG*uR_Ss6q
9rfQXXP6QKsqd;ij8RPA8_5xz`@-k_Zaq3V;N~kfVnTD&{2k$Dvzyfy*wo&?-
4bVlZk_3AM_dYb(o<ctlRyFSQzxuEjPnvrz)y`U%sR9c3k|E_RHPb+t;%NFj1%pvA>9moLFqf8nWdHyIOR>VhyoB~`SN+hWFju9Nk=fpxY3i$5vwsCus-
#$7G9=QjU`S*lbi{E8QFLT+;zYzpMcK{LDaIqtI9S7=KYyoFn#PC<Ks#a9X_r<e^D;`N0W{DGPBhY?>?I6`YEjbCic4n38Mqo%V$kc7Asx(6jY6p^T)VGTgl
1xNW>q$e&L);{r74CE6dDU!*wvFb(8F$(wi^4)01Dgf8KLSZ$?QTr*#kWS?EQ-q3M4$MRI+A32M--rta_D6bfb^m47hJkEI<7)uVT~>&tN^PeO_}Fw2IWQ65
>5HQmNCajh#(AzO<Xu^G8L`arg4_qFkh>3#ud3Ka75&EB3-
oRMNs_#^}^wlet<$q_kzl6r?sPIcwib4lx+1VU@vCND<zEaqaFy8$yZ)dz)aN*gCCB%|eu*uKtzo1(^v|<wcJU3g}t(abi%#M^>gaHeP4e#_5t-
uQA$N8&hxJ=1CXd5ZpC_To^^2tHcS-gNmrsQA(<T_DI$Ws&PJ)$!R==q%bC`sGyjZ*STFxVThtZq560eQ$l8$b^CWAl6GoFv`2#DFMwke79T>)wy~f-
CMx!WYotaU8S|ur@{<qVY^kDNC@Ji-&Yo?x-mKO~R^LO}Oo36p>Zu+fN@q}--
|B9!QtDrg%CHxP!G5;(@$$AGU}<}JCd5i(bTvV9JZ)o+BmocmpfV@Nso6?YPxcD%*gjuRp_`}R7dF09*VBk}ueRR-
xKWA}>C@}$1^OT!qZGzx71TVNV8ma7S|w$CCMnHdl%oG|QFii<e$uZp`@YH(?BlI;caZ-IgmG-
5J%NuEke;0WifXF(c~*IHe6*Nq{zjvPPMb45F=_Z3|3zgG_z%>FYRLEhsfN1KF#g3F@_Ugr)D!eQLk&G7sChQQzg9zj&s0Nx&s0Nxe^(84uZqV1sv)@C;alm
Mo}I)0`fbY-IQ{J4E5_&}mnyYs?SEXc)TZetT&>im*~eU|)UHVfcPoFJ!J6u7#p2^HSN;~Oj&50MH^7g-
l=(aCK6LH!Vh#G$=noEWUTU=^Ilhyr)t>v<%bMCv<`XY!YSr|UuV!k~w1X>|zoTMmUctQJqNy_Y=<Ul3G(~-
T*xDnPFtrj({_~#Q+Nhp%U}ygmtXdsAzM`q+ihA7LOl_Kd{2fefS*`jZ2!BZ=l5pw1yM#W4Hv;!y_B^{nWKWClwoPn3yrA=K_Fj;oscU2J;ltOkcbhZ%8P-
2YT?_A<ybrVe@<mbiL0>}X4Yn>Re(4sh$IcbmQ{pjq6}&fTxgX@`1?RALOREk?Ku)hY$(}a9R##xXe}@ZfpLN^B68PT!<~`7}_3AJ1e(KeWu&=?2p8)^v&R5
t|?o_`7^lv@<2gnb0JqLF4l1{N_!TiFL@O?&_4fc<3@H@zF3A_aBC%aDpy+d1VV^3?*fo!l>*zq#^9^TU%><S_K7K41*$G5;=Q{i#2Q}Fgm*jIuM!}Gw|Q}8
S;2LFWZ1J8n;-zRSe`JdJm!FyCIz$2Oc4ft&{Pr3woNRgg{eeKF_!t?Cu0{A}W8;HB)uJ$Ob=R5rl{z*Ss2ly4Q<bmB`eQdC=QF|T-
%bqjvp8hB36I6>XgIt;aKF|}^|2)LaYXSIenN+?Da7#ym-S8o{EYP#G8}O#!$KIzwU)!BL{@>jxgzw#ouEO`S(?3BR4gZ0CmSdmu^=bJ9u)c0P#MLrx-
v#iur`K<=Px(9eZ5h;PJLq3<jN^~c=YaoTtvwHXc}))cB}Jv{L9X?E;D@!7mGk(pVjs6Njq`E&jrD+2>kRQLXf~ST-Me5j=!<(7aN1TUL*5E{<QxINm%8tUx
FqfbJk}cm_+gvu263_lj=2f;Gi<;+A@9K=h}%EX4nbaBTW$q^h$rwx9yb<vAX#w%aN2?s;9c%K4C>CB)dg_Nryu6)`I{gf*7NaTSN`FkBJl5><x>IYD|@cN`
tnQy&vl>u3OJ7hLp@r$e+W-o#4E+{yx|0Vw}u6;g?)Wb10Su^>cV%4?nB^-
urLVXTkw+0HQ47?2kgm5U%mr+_GAM83KBkq{1=4m0sdIJl!HFW<*krkdH)~(1b<4GKp(Mw`5n(k^lFfooQQ_F%15OGFAD@c@Xc}*?S%Mz*C-
eK9mxAacn{q#@Lkn76L6fJwFBP&nFjH)?JD~c_Ajq@4qs{3keG|S#a}+_MD7-
Ufj<v#LhkPDO4Oy@$n@Vn#a$Ac5RWCHWUBi>GB}|*p4a?CEHt@<{H59GCrdqX>y`0%$D0H2q0$McS@ySR$J$gp{el7anxewf(gML=hdK}^+pHfXa)x7z?GCT
kJ;lI_@6#KwJ}ODx%=sRfR|f0tX8s0zIg$W<$=YyIDa1J;<|yd<eDgujAM-8n$ToKk<js=oln?t`FM|GQ8I!*f>LBjlykDLf!|VIY$vmD-
+dzCIAB93*EXLT|5bp~*&XZ5Q_JY0%jiG+R^#_56;fDu8K85Z*&H@jPbme{Y)?t_n*3?zJZbsY({qoJ{p`TbU{kj2gm6h@OYS51J*!@@DuTy+^pK)#sc;$ti
mIJPW)Sm&rCY|q}Gn)5<qiuc!xw{>KCzjE!*TK$*^G|@>_mg05gzr_tTq$_<+C+GwCcq!dl{ZendkYWXQNfVV<Ge0Js8>toVz3h)(gOG;tX!B2{$JV%_`(<V
<$d=)$7|J%g}hjo-GKfY{@NzcQ}9+UuhZFctnl7m0`ax{{Es2<9<vwbfVH&8Y1n5-UIPA42?d<iz||K4&o{xmkN^Cy{je@s!Q<LL9Qu+xMN!D-
(JAQjmNr+wAIXHne*m6b*Sd^{!UtODH{oj|Va{0A&IdW6&p6JvAuA!y;hlY;f7$Z<GC@8+8}e=OJOFb^s2j}VzUh5FpW8Hn{wql=+Y9(_{<$0QxwL>jEqU3E
>pL~*7|0hj<aXQdg}mFYp5T47v)4heH~0jcM=Xndu5-
TKg8i0_ch>NEx((t)@q=E;Z3X1L;QmW>7!NHo=N*Fe>xq0$3~debFnr@K=x5e@fsl9G?XN*Dd`EYvOWTUsP-oUDCyv3pPr@dM?}PNKVDCSfypC4<z|TEjX`!
yevj$z@bEnyEp8wB)Kf>vGo8i0Son2se_;TRC^`pMfKMTfUz-L>0_6(nAX?zaK-v(TA-%kGlJF9N;bHR~(Uf-KWodLbemO}p!&gp>9Hc<uqknAc4oK|!N=71
!BBj7I>-3ag&G+f1TXv3gS3w3fiZ>O{aT#~O4&+qb&V4tLJDx8aKljcDkOOChX{d(<ws5{}k5Rezjk3-
yqJTpJnc{qIxdPl4;1v{&q_<3ggY=}pA`5MmGgZ<zfWh;A$*O5<740*7496n!M55IZ&1AOR!8!nzAC)ryE;8mIuG%3kP_EyowE#=7_iF-
X0?jBr@vOgX~j>`qqVw)Rz{mdQok?{=bIoeEuvRk7Vu|7%Nqr=^{2a!L{><~}2=!3G|jl}BYMLwD6O;#;7h=n^QppE%G$VP8h+}L?PI@x=sxPR~x^rOpAk{h
rU6_@Wo8C_;&eVzJA*1g^xN$k*694q$6eNP<{H(a?P+ZYf?#HGV=VXq!|?vM3J?3$_K{m7%@d1D+dm?>bNP#x)VAs}n(?bYJwV>zf~!UHtbY$iuTW(A4|f6M
AL%@?QVyn<z6twfpgyQp_SrZ|5=iMZU?89x};NK8JOfD#N5;@C+FbiemVJmun>;+c@|QPZLGMRn0+*@m3g@Pr20+YSbVi6JvS$#N7w|9&M|nWyH8eZNy+r<<
;_{ckl9=aifAFKu(TxZPQVf=9fLXZ3xZgne5FFCNxS9FUQNn$J9o>K$+DFn(XOpDupYwv6P-
GiBS;W$0K+TvpMYXdH0uh`8?EQDS+(0MuG*Bt27UY;YsnQSVsPVAH>30l90CBYeBpnZ@%X8jD|NtPY$WvqP-Evjt9)>hWTIV{~`Q>!jNmH{{bSL41GYe)Qf6
SMlu1mZZJx1KEVdLy;qVJ?^$4Q{THRyZ-5CGWX(_QMq~mdhl{f{QmSF_|<LiWleT6AUFAXv6ss-@m`Rp_}$!kNU>_C7}$ClYG9d#m%KR<H7IE=UpILn-
s`%IG&H^>@6@XtwQ3nD&vZG4znR<7R!7-
QKA<E8qlL5N4Q~X?>yMjnTi`WY9#T?{|266d`2(~|KBiau?2*!&C@^i1?W*q|V*dwgk!(o;X&d7yZn^%GZR`&RM10*B4>{Dxw$QsD4sz+1z0zYGaeA;G*DD-
kJAG!5xcAih?991avzp%XmB0H=Q`_y;<MCBj0l&OXMZPjbpq8I$$)0@zHfNsMmX_p3(l$tukat`>x8IBp)*l~mU*47+tRulU*84fkuT$J1<ob<2PRNKA8+|(
!UA@tgq@?Z_OVT=Emq=??$51V5oY9<|+^4}4vtGp;FZ-
c@^KYWz?(H4s*O3iJSR7$?<eMWKj<7hw?8rAqJ;G5hany4hao16gaMVj2^&Cgsbriop4CC?8!uq(+uT#Vhu6NLc%rN47Ef}}xbsKpuYDXmZG_uLFUniHQneo
QtGW7FDCUU)=H}V+m<uHCncgEtl6F;HGLo#KP-j||17rn^R+gHSO`KQqz{aT2JXBd&B)P=0P_XTo!r9WOUa<F(zy&UZw+r?oFX0M%y_lZ66X8-
qP4W_?|#~%+Tm+~g!=D8vG`q#7;m%W9*A7moC&rZaC=_<V0Gn#z0BmiHoo9ZwIL!4r<B5RW<oajolK9f*=j|37wM29=w{dwEC<Pl`6aS^g^F_W2YF}UZ+Xq1
vq^{v=~(ECQx)jSB@3Q7}ArcHSI+imco%*M|(Qx@tki{H;`Y0D4F%35=!Bihn_$aBq<7md#mpI<a)M;w11%n}EGo(G@gDgQW{gZGn7cvypdvav25vQkrqpy@
3Sh~opMqCU=RWqZ!{CuxU+kh1s}(UCq!b8tgWBwpHg3NqF63Vgfq=O})9Aencx9-
caC7E1A6Dw~<%EPj01?WyDUw7xxU{GL{yBYXja%y@HN6PzSFAm#^j#mD*uk<E>@xNM?39+2)rN@jP&x#?rbz#|Ggr|tlJHqn=;dbh@3M?{d#E9B(V;eXmJhE
1|dV<yY)-RO>|XTFAuKb=RMww@N}96u>r7%&PA?H^3qzZFgj$`5SQriP(L8|vd=p%*#lp(6726J@UiyNLH~J@JdKnVp9M@R*#oc*e@HWM2IQG=69oGNW~-
nD%Njyz6DX_{Q)r(YAV4(U$xf8ZvGuKEC!#F=ND!sKbH%Vp?v2EH|M8HkYr-
y6NU6mSi>;9ocxEHAgl0JZn#D!%>_aam`We9r4dmJ{;Bb^Wgh``n}LqKN8KC1|w;Co|u(w#y$QVK>VbA$(HY<h#~KRc!JLFgJ_5NsY*`P?cOYoZ`_v59ytc5
zJ5{crszzrT^7iVS=~w8#r&+qZ(PMAGfs;qTDXznD_lswH6}cK&M2~|&N0!a=#)4p@e8q^Ut84R+N)^O#ScW8e3+OrR7%=;48*02GeqYeok=TyU$V?M9rf<p
j^tdJhAvDShgan^#LcdJfQ4Odc;z}w+J+Cr#gj{srTJ-8H)ze)t_97=J%t`Oo7NQ1S<r^emjs{-
UHnOCh6RZyuOh8aG`a31Mg6^Qi*2N#So1{?+33GdoHQ#Cz1;5|V(s6Rs5*F&Qs=p1tKDg+?@PgCLpx`z-
M<2zTbe1xomh_aZXslNb_U9foPfra1<QIiY@am)pA?;AN207-
!%<vGo*0;B#!c!EAZ0h+CLIRHlEPc*V$K`wNSATL#0*P6(zK5gnHN+lCX*0cbY3S0pl;;Ld@1R=SxUT%a%Bfkj}A-
{&WM(yuEhB7&ZJ}6FkHVlm`r*1SFz3~yJUYh+bv4w{eYH#U7A&t(kN^E^+fd1F*nj?gfD*Z_HMDz)t`Kk_NO>)Y&u#|*p#dtxfJ~uzB`N|
''')


def passes(check, function):
    """Raise AssertionError, and say what is wrong, unless the function passes the check."""
    report = play('gru_forward', function, RECORDED)
    assert not report.unwritten, report.unwritten
    found = next(played.found for played in report.checks if played.name == check)
    assert found is None, "\n".join(filter(None, [str(found), report.hint]))



@test_case(name='returns_all_states', points=1)
def returns_all_states(gru_forward):
    passes('returns_all_states', gru_forward)


@test_case(name='carries_the_state', points=2)
def carries_the_state(gru_forward):
    passes('carries_the_state', gru_forward)
