# Public checks of truncated_rnn_backward, for Otter. Printed by `make release`, never edited.
from otter.test_files import test_case

OK_FORMAT = False

name = 'truncated_rnn_backward'
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
c-rk-2UrwW*It?hH8yOhVMHt_3MzuYPQi)>mDsQX3%kGy?2_F@L?vQD5nF-<8@gz)#{_E-cJ5VCBevMPS;UGWD)#!%oLMYu6p5ez=l}fc^TcuPoO{lD-
_!1$+4Sqvr(F#fk!Y}o2>y(<cd+*)?4|M$jlC0LFW1PT)ZD<ZVfG41luXTy86-3@(UG!uMC_%b`Fm-&3tar+?_m28@gtnLhtU!hr$8f9y`>{kuGSc-
2<IQ$gCaqXFaXLTN_7Rt$RnldK&9eis#FR^V6Y@4B37c3mQD<pD>QG}|A$p-R56MWiAJUlR46r^co-Na!X;`#p(JFXp|TK-
ClRKSNaZq47ZIXTs?|iON*P7SBq8BMNO+7Qg5b<32~D_+P%30Zuq;%mk`Z!^6A>FO=VavEgqX-kqO;$C0d4I8Sd=7!GYOOVb;$xFm5MN#iZ?z)8KV-
^syP^=WJCnfnrKI;HL_^67jGoaF#I7^>Tsn>^Fdv0%GSk=2ZqX3YK@@PNFfmtqk(nuS~wC^k#U|xh%!c@kx2z&T%3RlP*F;dS};nu5FAs0!ii8TIg$vOLaOF
C<G7a!D&grz0lh=kyLciwU;axtk~aW?WnprK8m6gbAxeeR00;EGCY#p|*tjLU2E$8~QV!;MC7b{(R}(JLyak3w%|j9RH8@1V#m+nU0fk1Q(!9e-
gaJjVVSbcDE)04Rutt8SA|@(WrXrM~h84>dghY@ssEd$s!-0~(Sk3{;*g!6J1Nq42NLGXLZhV;YH$<3H#(9cMF;2UnjMFOTl0q4);Pu8qv?--Bj!Pj=O3{SN
xJ7B?QLtRWUm=_nXN!<<iNR}^sSSA48YPb>lw$<Qjg*x7ok!DG5g7;T;)h@32$N~JRh4EbN2DRErI2$1a80;M850%`1_fMBLJIRJxK+p^L*HS<IOvp|WueeP
q)3CoQ<`w4TE_EW9Adn<Cn1qaiI`|YIf`=uFHvf^H3>?%nnRH9S$(tOPcaHa{7aismC|6-5QA@s9`LSe&Tmn2wVErCgq(N!TXD-
rwStK7<c)FQcz^>4XJ^hivEj<dH}-ksJRX&d*9w`$WuNjrD10;oN;F(Za*+bfK+tPI0`-CmHG-cZFu;eJArt{JWHDF4V`Y(%Ucd?mMZz29TH2eWQpiTXwLH$
40SZ?URgy3+$9M|gO0##J5G9jvCBlg1w{ln=6Q%w~g+MnSwt>n}evze&zpGv<A0?M^0UR7hL>OrmjPh{|YF_6JS0di6O=DzS7V@gS4a*c{1P0*YJ85g6ieF7
>DjA4zDlI}9A%i6<m7K$-RCp5M>S3Nvf?~dmj`%Pdp}%+Iu*dxaoNyN-EFZKefg-Om)cm(Jd@>SFwOkd*RjoiU@F9lYQaHk>zLi!zA>+9~h~?|ITvHA}#`VR
xn|K?P5hUNijCGZkcSF2$tMGcS1ieeI!MaMOiBT!k5F1eJ-{5#nhLm@P8Y1L<t%lwhE7yc`T7|Uc>3BP2_!{#jpGr-
>Tieuur8`H#8f0jsjLQ|ZQC;&g)EnrYZ<ku9cP1(M`lIFr`N|M2D{b0bJyZwAL>rld@QR7z^}Vg+O?UWAs~YIioH4<%{01;EI9j852ZEsa_2$sapc%s3u!m4
{;UF|!L+gCKz2v)|S}3{(n*yXj>F7YYB2XpcGEFTjt>p%FoH+<%>1aMYIMr{}cvzh$5zQHa#>hb_jq~V8Nr;Tk0lta9%`3n24K(cH`E3Z_e7G$YH^NK9w9;*
G2-
haU49*SVc$TSJaD1y&60T>(s<=HlH;W5)sSxU1%C+YH&Dk>S<wL?{ArT)tOnm$(!w;1PVkpNz;OjlTAuG9m%D7$0TXIB8>1Zbo0~h2{f9}6vM{dg^SMW$fBb
5@3o2vldkPHw};gV<>u*}Wmyv#G~FXTu|A16n_RJ77?ENR!)MOYfg#=l#cL>2bYGn(N6z=X)t#6`>ak<d>3Ex_gFIyey>orv}$;$Q3f#3`=joboSBlxvEcLB
72qYWU+|*vF25205XG|2ryO%g>8zIeBsY$3=dsJWs~!Q@Q42k;aLE>|5GDl22SY;;K4V5ri^e*eSi2PH#@n{0>GX4-
41u#X<IFC%|P$B!3!IKyx>ojG#Qe*=7n^6ei&dp3u|yS}hdjD5Jz`|J5W`doIhl`q800F>ILQTFyED#zwj3xEtg<{MT~p)0lBBCo``9xXMpX-
cL@hkH0YEj#sc}DEI5Cj|B1m1L8~B```;T6Fnb)NoeBd6JC6pNGkhftcjzt-VmD@`lr{|CRWOR3vc46tS<v5hRXVKVPdF^uPi2lKKe<>M9)V*Q<>=b@TW5qH
=p_y(8ScoKV_Qu`N+pr6FHyyz1PIlCx3`GQT1tG%}qR&`KjMT(R)8fFj4aH-
%6PH`S9;LOx*m#uTcJflOp_3hX0+7^y5F>=eQC$eDlR0{t}5q`nd&HY3{1^Oe#kF|0A$$_+9=Ud$iHR{i>nQ`1^!EpXI}K*|MW>&EEc)f6n|}uoLdp9n3H<@
4V5H;jdo1ia-xpaD%_<$B%!&%Lg6JhO6jE+8O?;clzlLJSTeR!ShjlkHPrHjYs(_w$fbZuY}XpOZ-
*KF1rHv6_btu?o(dZ;renX;M5N{yTw0G*uHcp$p2u?!uYME6Z|zuG2{^F59u`po}YEU2{=dD3F|9<Z~^q?js+Y<RNe)UA3yIJ-
1{~GIqd+|5twh`^8|1gHZB4Ek9;ojS0Z$f9<I~#&3QiX(yTjxtJl;xSpOc089%O_)5@IZO@FrYZg_4J3hTu81^z^rHe3d~>b<AIUTTN?z`NZ=z#}Sb1b))~a
WNBc`DK=X{3`MVjQ4B-e$rN|26(gqqD!#O)hmD}?QRTs8Jn&50q?Hax$yjQ^CvLAbBW-GV()yw*K`cnPY78d@Kv(>F<kHZ9tT_#&J+P(9*G4oKAm|e@Za+q*
x&XL;!E3X-
&K&Gc4Rm3|3hEUD{?#wIC0mC5Els#9|FJnbw!T_{1Z>XbH^hPx1!>>?J$0(!ZYwg=ALt)M_yg9>pT+TN*j~)5O^uxdK~2KScn_KX3I@jU(rs1$A#x1uJD`-
f*(B9w*kkL<G>dqmqDHc?YjVRP552^9rUGNhjHTEZw2sNH3hB-8_oe9rUwoD;M`xqE_2`gsu0fsz@z9$<pY3MdkEs4@uz`D?UwU`-YS327xGji*bhH-
67F|aIRrRH{to!{N8=%$3FoD^h5JQdN8e_&u)a}`Ghls*s;z*pqX*;(<KZvFdH>3Q4?CaO4&#3m!#t)_?lB?W*W3WPuARZ3Oi;lQz)|sswX~0W2vukK4N{%o
8Y$POidFJ%v^?bms~b286)v7cC0@Tsx>;DWny%S78Y+N%kv)l=l+=`3cYHtVowF~e<J!xlSz@ZL(rz>MM{P55Q^9<CdA)gP^X5*d-z-bIQ_{Dz!tb;=fBz;l
Uh{}tl7?C3zDz2rQZm)0dsFu1s+#nY+bh|$UY_XIitg0vOB-
}8inQcGY8?5Sxs7h?pEF5|+aXlL8Rn=2H`bk5*GXr&cD8Qs)4^1Yu6MoWX6I3xuXjTYs<G6Ap;M_pUbSU!*@-
A`n+_B^d9p4&V4iqK+w;1y$0|}}=VEbhm!C-
eq*N+DZ(_FiTL+{Y6Hn@IucQL*o<n|X6iB<F8}4nDh~~8^p*DQmn|TuOkg{qXPuEUwioQ8%g>71#Mz${3(9NqenIdTl#4T}KsB>eN=L>l}N{EvVPJh9D;Yx_
lpus)v3H7%f#3#|ZCDaS;jHI*Rzw@CGNBFO9phsUt2lYwh>I3;D+L{gdo$yx?)Kk$mcknaezwjPBzkYW;j2B$pDAc>@%Rz5;D)>8LL9{j0uTujtj5llW2*$s
Ec^Bd;g*XfNmYm3jE0YBIm*Bol$kTztgt+l^fVgJ7(jmXGWbsMB`&};)Ul$X0w1ags=e?m0h=%Wiyb{f60`)v$nqH_&KaT{vOv-
w=26@baI>$WiU4h4$z|<A;q*Wu}Eg|pNQ{eHBmr!5zk~QaH-R^sYy4o!s@|uZv6Y4-
f6x6Apby?6)MD5%+!SgeHg?jSCbExk@J+dqE_VgDRsKZR+czB+0r@;%jMqdW}dYw=|f{x7sKLib53w1Hbcf%^M-
*909=&wjZeiC)|EQNUke}j4z^rI!zL2Xo8A>eChA=LLajus5mIST4W(9|p7-=KI5eK(<?72p)r%-
sQaeA@_dL%BSM=Y1xFA4OKlfLoM(G8gpEoe23JRBO7>|9*;vKFO@C2YmzQ?>r~;tLcDG<Z=$;mN?cI;!ZoEhYtAnxt#*@x?i>A{Tmc976VUdcP~PmSH3R9vt
4bWFMWrFzB&H8m#}_U74$)TeyC6%OQt|vi8h^pejL>FfY7&Xt5)LmYdfA0>S1Q4Fi+b6@aub@7w`;P2e|crod=xy1D#-
h!&p9n_3HiC3w~;`82AaQL;elx?5NKI`$NMFdALC6S1I>}zE`w&iO?qlAl~&)jtYKy<sjr&;~<Cw?bQgOzN!~P{1Geaz`AgO1A=v}-&hgyz;ThV-
*J^f9x#~!aMk)sQib^30XRhM??Io^%j7FTK3^sDp+Z-P$Ak$7guXwaQ0Q}&2f#jo@q2Ip)+a82_)qY-wFC4Gasa-VSpmZS(0d2uZBWCSLVo=^UJdhJhGfCI?
5hfLGpZDWT)_rmAN25*aDO0Nc>eH=(3cz=fq%5aNXWy4F15CTe1qd4ukU{Q6v$oj7vgyD)MA0>7Q#NmDodz~mAxSzv2p?EO=y$|eJp5hCdd<&4+-
&=ey|Y67yJU_B99xwe(jnc)JxHshnI!t)o+1)X53z3zp(@48FUKd^zK;@r}}e0LS4~zS^@frm@80!gA$wsyHVX?y$O#Np8);MhZPEWx)A0wdw)6){1dhYJTn
BI##jh^G`cC=uTsE%M?Y5%`v}n}73jsM1zvH<L%<o-^ElK)JiEzhVIQ_g$S3!85PzbGi$8<Cx~UMS`b#Ac$D$Sep$-s3D{6sf=PJU!Z@D-
4o5`sK>%@i6z%G+vw-@+iMneAJJ-#Bo?l9?vz&{>xLx}Hvf5Lu&iQNT$)k+S7Kk<N5LZ3R@>k-
%wn|>Ic4>}3)r;WWMoHMMI2k5Qwo2U^BA5wu?NvvDo3*EvR+ey18RcW6+f#_o8=$y+#uIt(!XvlUus1>K~Y(;LHI#JiYN)KJY$yoBimQCXN{lB4CUjCDOROu
9|?dZV%;Ls6e+&xK-T9l1cujWz1m&~RY4sA-)jnddl*@xKpqFGGX?aFwJ^-pxwVMow!&w5jb=j%Mr*UP7_w_2}DEcT-
x9kONzMLwaI_4u9b_I;Qxy?z^No?QcU?PgWd@2oR<(|<7e{bGW&N=eT7d1*58&vm4`j`T#+BLAX($z4XB%}%1KM$gkJk6+W-
Wz=EPj_hKq?|MM`Duy6skQF(?){Xtawi4CFTb6UHP9&9I%Y{npMY65jf6?^`Gh?q`zL*nVXRY{Xf+v}zi>9|!*vwA&K}V-+F-
z?|g}zy^Pv>551N)7o9ldDWCUJ#Jz1ir4v)R!X*HFGg62#V{db9QHx-sbs4%1T$#^Q0LEiQWHj9X>-
GW*9pMcsQILi_h5GSM$<;z{Ot<jxTd@c!f~*u&}$eWb#3)O+Ghy6@J_bh3CJj!4hcZN>yMXG%Lfb7>2vc|1d}4xEGI$7NAJR=-EZMonSG^)1-
i3zNy}HLK7LO+(O{$0%FZxB=VsaT|68E)tKq5lBX5uGEbjsL^?3&LrDcx+Xq0$%?+lcvEpL_oE8KZCTB+3G6Djfz<Kp$tc9}E=dKCr`=L((rdzJu#XRJV=rY
*WO9z0;br}%)Ah6nt!+7-
qJ}llEtdMxC1EA+`R!H5bvnImM=E!21GLk#BRQ>A1exA)5V@gXF1ai|Cr4}*hcbFm^vL+e$kly2RrGfTwa#}2^}st#*L=Ypo#)|tOulwId-
%*1^3=@X=<YCcDx|SFTYc7XGHq5@UH*V{s%3G1>O_}T?6vWib+ZR`BwL>EN78yL-L$arIcsW7rn^lyLj!)8K<C-
)f6s4$JAM@p)AV5{%2U|ocnxJ0yh6MwoMJ7#nlU}?ZRkc;3vr*Kd#LZlLNu(UFLRE%i{^h{fV{${GK%gEaMy$}sM-TD9($lRt}VYqZ<$jEdtcj0|6F$+ZJ8E
?Yj=^dr#+w3K2LmbjY$MEI&VG|Rd+Qe8s|}!np~wSk4#`|`c-Fxf-
S@~t5l#Dc8f&K4owqR8abLB+%T9GZ686}CT}J$24u10Y{S{MFFH~)lP#$F&K7j$qM_8m!o4UduO9o?W=pm{rJ}02#-
UyvXOqj&a@uZPC%WOljjTtvLUtOF#;jUtgB?BR&^Cov%Jkb(^Qk$BN#9aU`qW2O7AwS+=6H)EfB&95-
n?JVlP5E>Q!_WA+&F@E(+)tt;R^K1@cpd0+LrAwuLJd~OAV^>+Imb(=WKTL*{fvZ!NbuN@ndpBL`C++tuy36t(VSfe-
h<?m!Wz`d9c&YAzjBEm2@TFndw&iogp6ki?_Hezf~Q-R9rmVkDaw^Av>8~OZiV}Chjyngsogz%ygCYrH{HU#6-
jDxb^u*DCTG%=1i<P_I2EYwCyvQNWXTNUOovuY+HnGJZypMIUJ!^B%9-logdOYhwPw7%}>CW7S>`{hFUX<kaf7rBQYaBVng@H7=rVwB~roPS<rqpe`4unS-
R!&N)-00OJD5ai=q!$=*sk48Flh={T3X2M%Q9BLyc~1i{jP}B3obDK(2B6k(6ydO2)WV(Us-
5vg+jL`ptLW0r5F2hLw(qX7w%CP_pPP;?&#iShu#_nZ*vN^whRf@z4vkaqG6Vux2sC1kQSayn>IRqP^>x84o((M;FYI%bxk@!qetB>pKg^f5{be+37i*;ecs
&`!xLG_HH(JYE34;{~G+_xd#(dErMRz$*oMknI&{$9inMgT2i01pFV|T8o03o2H(;}>^?;HO-Uf{P1!GQJyuHP%-DgRJ=cr>)A?4G-
$qrBLy=;NZZWMf3Zu7Evd9eTeybT&;-EC$%iG1e%!c)ur6IX&Y}RwKR>cwj@qGJ`-;S!>nF_tGP!iu|c+zo8Y|EV;M*bybT-IDh73*I{G2@dM=brXBJZc)Mb
EO~l8RUr9dlb<tl@9nv@;p7^)EZipHwWMAe~dJ1VaB-6ipMQIS~H8y&ysVzR(^J!Z1{6^`bxlBveMJjXi{7=mi6#K-m^B5FJ|sSDO-
M_y1O@J2c_)R)txFKD;CSi^7gmSt&=%f^%%dG+u4&*SIPZ~;mB<A3)0=qik-aS6xltD*0sHvLM8p}L(yY8uqz%ODtCYTP@U}W>c}KN`<?!6nKhoV_!T-
lydIXWzCe#C6ycpN$I<mJ6PaUV6MT60pX>scKIA$Z8(gPG3GH4y6kYCmkS<<zn2x<x4J~rm&o<Ai$xO6L#?!DP^AaziH~!*+rfkb+-
Mwt+)ZR<jgQr_iUz^|Zrq9T!M%JfV?x>GCZO!=V{MK$_JMwS`LZ=*4k6OBQ9p&ZXBTj2BWmlSeF?LD6)9T2^c!^^L{Ayf1Y?*n3wsy!uJxY$F@lgRx&?_5!W
>g-V=>IKiHpBtfD7;6{wX#JAoMzImW*?^K9O<Q7_9Kb*71d;#_ld`m&FeCkm!;9YR&Qm$^f};j_mf}x9PqjO$q$_a(krxK8eU4Kbq^-
s#?8%e;vZFUPMRxof8agT^zm8L@24c@wz4tShgzc-X?1WvCmTHX;v<?_Rt1l2u%8~^=?^-
0MmXL)Wet0}t2MK7rWfuV*pe9+K8#L@{TUnk%{bqT`<t=fjPuR7zZsw3KG$!?`DWbTjQwVuZ^r%2`26;t@>^Gy>qXZ(&~<!L@u(-
S(70ze(S_K)OnS@5=<b6e)Pp+*ObW8YsK*lYTS`BCaG4Dr?{=KlWPXdExaQGUuIJD#7DeHM(nGA<nv-;jVi<O_Yr(j8yh7dnW)&9wFaIg8-
~PApmDg_{($jWP2|YV?DT<hp$o99|g6`DLqi$`KqTSEJkR@7+?xxM5do8JfH{a}xG@VLNRyS*WFY_cF6FeDBaU_{j#4mJq@=_|neI|82onabveuBn#t-
_3+V1<YFsmhq%mwcJ`CAQfX$U82NYTaoF>11t9FO*2oVB6)ine7I4_nP0RK37s`i<T4E?H%sqWaMN}wRX<eHMnohdi&OA0|L#_>P0nB^fevA{sYm=E1^{9R=
*<GKZl|x)-
m+dS*@_iZ(qi5JIvZsY)6DDJ6NFsevPT2$dcZ(`w_c7U<bP`v=6#5E|tE&dl7Y`%RW@=)kxIX_Ib`0=SGMokCPH&64ko)Lb}e%zG!3v5gj?W5;J2$9=hawfI
VqB0XchWzq<F6#`WfF^P4fg5BcrsOAp35tOt|0Xegdo%K_&)e~$|?BN(Dt9y;E-
4<ZiJjI)0;T=Vh?`ni`5rKVKI$=}#9{W2_Z$L)EveS;Cy?AfF6g5Grz)p-
}Sc=`e~&B2?Icgd$+71?E;yNz*{b?!EnFYDZGEMMMpxAFY4&fUiHWu3c?<v;b@J+DN~G-
0l@KJ5~4#^&z$&dVfJ>1sXZTHHd^qxN<*x#uG0?wwq;JkABrc3{!buI89+;)s-P*U-
d2t1|1WWY9CCWAGozo9NXCpHh4J6F6~HJI1BmS;}Ip)>J3IP@Sx6*NskJaG07}Fcys?ZBfxHXVfaomp(A=Dcim0A$I?sL^}FqO*F|oPrP$P1GGQ63hHEahdN
T>Ioo^UP0DZUW-
3`c4~3^^=4{3UJ$FhwG;?VSx_LZ9tqz=nOn&<^eycum5{+fnv{lh6^!=*dC}r(Pq#Bz<UwF|RIZvsKLIO6@^H+C9{_87{7V*AF`i&<VYeCS{EnA{#W{v4OC3
mQhXM2#xsarYS1`VQ>n<7!o9|LJc{{(9K_*|3UzL4L(i}Ye1_UOq3PD(&8w>HCVyZB@Gzq&9#@7{~-
^*zzNn0)$kzQ39L_GSDQy{!wAzIHm}wtE>h^KMPNqs|1J*4mzFzi=CxEWJY4vzpDA{Py+vO?BOeIol+Q#yw`?n3?wY?_xD}pR$N~mUR(r8+VgB`=YDKZ(pI`
rcQKaoV#wITL)~yK7ATt9}$6D&FA)mF%@yH`|s$dF>WTm{TKcAq4!*0`u8O!zkQzHHlAIKMBikv!=9|5n$=6C8dfW$^mo3aO@8~j{WgEaQZzF^5<PaYLkUfr
(@LG18r{pEGWqT6_S=Vk&-JDKX3SH0c`mOX%Nr-gJe8N{^7^s7aq{2#{iG@1{%`*7^?v{YX3k;
''')


def passes(check, function):
    """Raise AssertionError, and say what is wrong, unless the function passes the check."""
    report = play('truncated_rnn_backward', function, RECORDED)
    assert not report.unwritten, report.unwritten
    found = next(played.found for played in report.checks if played.name == check)
    assert found is None, "\n".join(filter(None, [str(found), report.hint]))



@test_case(name='returns_four_gradients', points=1)
def returns_four_gradients(truncated_rnn_backward):
    passes('returns_four_gradients', truncated_rnn_backward)


@test_case(name='cuts_time_into_chunks', points=2)
def cuts_time_into_chunks(truncated_rnn_backward):
    passes('cuts_time_into_chunks', truncated_rnn_backward)
