# Public checks of gru_backward, for Otter. Printed by `make release`, never edited.
from otter.test_files import test_case

OK_FORMAT = False

name = 'gru_backward'
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
c-rlJ2Urxz);6Mo0Z_rLXp4a$3J5CBbXAX8S+kf$7?>eQ7@Qfvh@hAQm{wFoR4}6gCYY{jz{rYXj))jBf&s-
f{@pdGTzA&JclUq(=l{MtK5Em|bwZu@J*Q6h^e|$`5GUCX1A`;32IS8St9Di*%1RdCqqefAtOC^XU==?wVS-
hNG+3_U$0}#2!$O1P|1!l&HdQ#6`8x^+Kc!TrvhtYaVb5O)l`45@wOm<6K~R87{e!%}aM_Az(JCQw-?Vs#1q8`do{Es4De+T=dHO1p5mKd0>qeNTN-Yod^p^
SrlEF%4{sAHCD&FW=uuqs;<tg(QM#uO|)s&!yQg?KsRPqp+iV_r3Y6a!*sip!{RFFcY7Ex+{xptnPT&<$`1x*myQ)&;YBmZ+}%4VpNnx+V&6yb7ZgpxPKk5U
l<YX9#uJKI_j_f%otYNgbN_aK6|?dhZ7gHP5VxHFE|p_T^9i8)z-
udiGw5Al&x3g0Rwr6DpZ;!pe*^H+EoDpacWS5d)ox!Rr*01J@wL7}8F85I`VxzZ7}R4I7Dd+EuW^9+)z)Smoe1ssB=3Em9lkHiz<5~Wl`RQe%AB}^rki77e1
-f1LI{!)IJH=&3K;f*W#$c1P{d4(ckxXJ?5lw9iLPyDZRhM%A!UZ{9FX}u7p5QGI+`VvEA!NOEsUWqH?p`GwO?pgy%InP=ibd_g7h^JEUTP6P*aX&>R=Ke}W
n4dp2mGTZ#Q<Yr%Hp<J2erm!`!6R8IC0J1h1b;K(E%)OCLKq>q?i-
*~Y4H<RfyXz9UyQF(5&V65T6>D`LL#ctd6|t;8saCnaksVo2B;#Gr;?m^K~7>x1ippP{a@?~7zPKZQ~@D=yh^PmsuSg8Pjw>yY$?Ji9xBJL>H`BpRo|IXRqc
0It7`RA@CR*V$?}OdVx&@IkX#zhhfFs02TWvBd1X?;d?kq#N|{_KoJ9Bs@VpT+Em$g(^MtdnV!JXv>M&&pe}!j8Sct6B63^C3da0#q{zs`VU$O*KBei()Zu<
p<%R{KIklKGEvou5%Ay<k8jU;2_vab;FtKt8ut1Ku&Ddj^XC6+z;<o+WFJp}<kIof}<BuIM*_Nze7yD0vFCjV;N|0^a!tx$PRmn#)N0sgB^5;tL)--
{WM6qsH)#9OAcdieE{HS?Z*v!)CS`A%@b5v}D)jw`=qOsG_)(mJft`b(yL525PoD(p!uQz<AJpE^IT_-kFSG#)6ISEZkTzvs8q`L-`n{)!-
3RaHU~5`EUHDw!r!I8kLeBt`pMNL2PzM?l;PQSedIZJbQ}xpe~NUl~{XD^#So%fFSkN`v1v60KG50O=3*gtUv02l)A`Rn}E2JdYf&Szcvfybt!oB|(XtpDoP
!s$VS+5eW+xDB!J7`+qIR{AH;hZ(NvHwU8;RuEUq8{oVo)&B1a$W4@avM4m>jsKSC(T2F)`UsWzbp$sIu!jED2!4Dx4Qnio&-
*QHXfFS&XN0g0}Od~rL<*npv*7u#v$)T4}cKAwftJ5Q*(35A&-
;NQ{K=`I3T9s42<D!%c)lHl6LMHx8w)4qb*`^6uD@^&C!K7OdS{b>oTC0;3z#q05A>r)#wR(o~wU~G=RE-}uXstD}L#q{@l|3O@wP09i11k4LM-
L%%LKz{Y(pw&+5JF2DD<^H{R|<qEw87_1RtCP(XsFPr331U{{cdS0kyH6gL*<l>yFJy*p6X*uRx6AXijix)#;Nv{4S(5Pm?7-
n!geGTT%n{>`H(nOT_4{$3QPK0(X=_L(6&5$TN5Pp;ZsSw2l@C5d#2Wwk2EMquCx}gRZ98P{?-
A49~(ujt*?!pIzak0!Br8`&``O|GdN&sWp?w0L7;)4|6k}dowB1UA?irkIPv?(bX#F4(w_Q-
r>4qU*ny{N_YYN2fK14Eew|fjeibH~BLCbcncP<z7Nqu6_<9Bkn*YMFuhuKYC?9!HkkGBD<m#_`3P}Z}LKfzu))IjC^rxOxw)8&!a-YDT-C_Lv=0+I$nmK$o
C$GA3Xj>cpN1@NIGLf>8O%;;CQQJSOZ0-3CB}BlL@6x2|ZZ2A|Ro{C$!Z=kW<#=Wb>-
&0}L&&VCyfJa=?5JH8Pn*BDD5=u#r#Ebs7l?<XB&er_%7qbMSK*X+D$H}Xr(Eo*E*`VK>H0TCy8eeERZZwv&lu0?R{y@f?nEC6;TTWl-xc)#dxGBok*nXOlz
&Ug|38%C|7t~r&dKj*cfpnOwB7CB<C4pNP7Ig-%fxW`yTow$yTow$yTow$Tf}hrTf}hrb7Bbh=07VsU+4ZDm#<Y-xMS5mz3{BOP1ZI-
f2gW_siR2g{h?P?3LUKd_eS`KW{Gctg85!nN2l~dP3@wusrs6#uc`W)`u}51)$#m%!bBk|6RkY{bwv4xk?B8-
c>h7l`wvpyTB%C!f_Zm@$3*|;Bk`Y9NIkFrdw5+b{j*Oi^i0t+r3zF2>f<CmUG#MMPM5#<z)w#WJz2h!<xf7m)ssX|lJ6w>laJr^B+-
+kYM1h}cO>*&(Q~B=S9HGcqUVU7Bi}jlC$BK+Nunpocar?s+h=-~=vnfeC4c$ypq?&zx_qb0zw_#+o-umHRC$W>r?2nod7|gZcb@#!o7Q@^=-
Kk8Z29A>@p`)G>GGW}fAz%%JzMl_sq!hIuJ57fDWa#ypHigCSA_ID(evcbc=CrYZt2OQCri~A4*v3cc6!3-
38Uk6CS6~T)Kf)ImG4yf<Cj|hU+{w`hqIm^|6@u?m2V>JtB0N)-@XSeeCb^F^WW9vPkyaZrNm!;)m+amJ-dEN7ahL^K+hRHXSDxS`BC^!_&sxtT2?Upp?G}m
JB~j}hAloXoEv=Vc$188HGeIPXMZp#6wayiM|a6_V~eN4F{#gl7sB=8X3I{I`F9$A63(L<hFuoUvkj?o;TRR?e@+-
rN^Mpm91R=?<qPAI0n5{f+{ZHyh@80M718JC{g})fJM|8+(`G%9qp13~iCkH19y#w&et?`?cCIcF<ev?>Lj0Sz=n=8srSVZ>_hs!0;pnxl@k3%SJgSh`liCw
~)SmZ;$huu8l#zMKGfIfxkBv%+{r+<<5xI@MP7(iBCYBTXL)U*M$BGj<B!0~=YS+1!c}B(?E~%a^=qZRM@iN$DeVAMya$0K#1sV!|d$o7`K;)~18w=;u&G-
|-e6M$L+IhW?t|oHt#pK*zTa)KxeXsl9BX-
(sc}nCX+_n?EEXy;={09vQUIyE0z9Q?fIQ^W=8~udfmfg>c#4Q^vBXOZL3rYMXT#c7R?r0L3?={+i@W8;y?H%zer;zxaJ+=ES5*O9!V?=(I8<9^MvHcD4&+-
;om%-
eFWSnAt%_4a1I8N4=R44xq(LdOf@XKp>n~y}!&+Isf^Ez)W|K1JXO^z<<WWIq_EiJyxfLyY!Q{wwXJ~H|}v2$8X;!ROQACdX<yIj}uw8vF)J!U>f?8lGMo{u
nnLHweENnEMdws(o#q{;V5Jho0G@%5^ceUi*i%fCSEwT`<;u0Ow?OZZeYnDD8Xds|HW+At@N%zF<AkBUo<-yn7hN2ZeF<gF`-
zG0pPM82t%#5ZYF2$72_tapN3HxDLw84T_Hgj|35ESuQ9eeD|2>p79|z#!%(i5q3_MXnbY&(`|=GLiU`z4${BiDOhZZCvN2Y2%qb{|q@dUY<ziUGBMx9P3&Z
5kHtySBbyYLE3!4pVNu{^D78Hl4?G=&S)mhX4TK<;j9^{uv4Td6fg8a4=FqLO_?n;FByoBC*MLxmF+>p1-
Yn0$Tno&Y#_dxZv}14o1@7#smRr6H=Z)I6OL@S3a7Xn(a<+*LFEMp#wX=4EOV^MEOItSwMtu{t0v)Wx#e0=8-$}yZnIf8rX6Y~iN`r#-
l3uHbFjh0`K<e1JN6fkm$bt~J0Lr00=J)8%i6Clr_V*W<IO!eSYc2G0@-uynUT4oJ0KSJe^8rk+94Nr0INYC<724Z&I|ZN<|kz5vKp5)`$cSW--Di;-
hxh;I25_pjMSXD-
I4BcnFYshTjDw~W?bZl7QpHtM6Fz6aExbn{Atn~So&@PTq<=2tEC_ChIKi3N1Qd2_sSeCyAcbyV`hxug2vc=#ba=?PXRqgv>Af*6QEg*6}0unU~wWHt65ccA
~U8*1bx+R3)p?AF&Y)w0bc$v3Vqtx79483m32~k!MT}jdjwi7!L3Y|;_?@7fJ@^N_JlKJrl}LS7ROq04<DY!il$*)K+ij{ZPXqxaqmg&*ylCZdzcekb{j$af
;M<t<OY;6VKD3Tpc%AIwg3XI*TYF2q5KDvd?;3X?jX3glMwz<GcOaKMim%o>&oSKyU4ibd%|yObNB7qePwh8(R1qHal)tVi0Jb=6hZQ{_!kROKZ_HCuaM*Qr
Y}hzl$8>GM!oWTr`>O&Vu+rIizF|jrhX~W*0tN({X)@ETVM7@XvfcVCi<dYEd4@wJz*}<mt>bs>PGQ4ZJqEslS1kob#$k8pJ_jy*r%=-
5xyrC#9tuiJ8u#FQ3cz`yr@C>#Ew_Jg=GJf<nDe*{Fu_0><dW^o{+psy7f%EkAx{n9%di8WGL(hNu?`E-
SD~^Pu5p_MDv!|8!_P+(Q~?#oO^xgN7kDZSC{N_Ua1-0M6UZCQm+h79n$7?^darO>(@;i$NZSz$-
2&NBm10WK;QS|9Qc1Gb_V&9eWCb)GpWZ(_e;pS4cIrAiT+V9iT_mlFJ%4M)eK3U^@@5=_CbRdJG6DC*iBm}-`1=xtgG0elXl-*`az4^-
JXw$e)T!BzZ<+dP)5#eOG#X^n=aAX?WX#T_-V{)_aVcw^W@x;SxL^jFE1r=I5_z<IZv5>U%NjaC-^0~wAbn{-
%0A5q{K!W|J$3k5Pv7^Cb&puTM)iV9&{vf*>idkJ{OO!xK8xcbUH}<pE6%-@6am^(d*+u>T~v!xui}SybK`wg29-^q)#$%s-
ayc{ehfQR&JNb^_e!=ME|1P8`{3=*CgV{$#N}U7hWKBUGj^X%+FR&Cb&ms%)L!;e7TGC6;!V)2gp3vP=Y%pJE+~Sc106BBoBQP2yTfvIb>b#uZoF2ua4S%St
=v(ERI-9#tkf3g1_W!#|Py4fh29dY}rfvC~jat_BY8BKhkexAKFfE_L58_eVtdJhVb6t>~ykUOY-
(#BYq}!AiPW3noZ6n*~4Bk^&^Y$z9u%z7r$LNb+sv%JaQvSG&+Yv{7jezs#1K*elK3PxIZv-?7%(zFq+ZKeuJOdE#nlE*228`!RT7t0$|i-
06O+*Hp;hf0Qc|&w)dnb^v)&;Y|fp5bll~a?9@(f*ktiC__D+VryK3S9XrQ^NygXdg*|K1BGntZ*m?>`8(NAq2^T@nOI>m8xXa*rjeKA|dl{H7uZ_2#b46fu
D)7z^<gB}oW(o%)uz{(E)3%HT)iYe++1}0B-ix~-3x6|sG^-7ET67Gh%~Ii;MLWRa_c3_tEg2ZLw-1&s!tk-IKPauwp~77e^zRQ#*%(_B*yX5-
IqU3<_f*i(vF~=Awm3svxS$_cw4n);aN`twg16!?H-
>`>i<;b7C4~c=*TZW2wxOacACY}UB5l8V1hN=8mZoC+p^QD%S^0qa;OKB0_V|fHu(T*eV{zRO)Y#mI&dO<y9>kWjsij}&W!q&i>%wHvv-ld8Zm7lt*TuN$)T
><VibhOAVGBIGbscVH>SioG*OX~m>L7V@XB>B|X4CB8Jr|(;_>OR<{U>pwIw!@c$1>qfk0FxFT^Hcf&$qxJ+d9~J<a1o`$Q4c=7>KjR&4W`$h;Z9I`*EN1L*
ONeIoC7?Fq?92;JVr2oL7fvoj9H<4%eU!)9Lk*GL56^S=QOrXIQ(#so1&jHGI-vg+I{sxY#ovfwf}-
EjjN;hc?Qjmwp}(OvYW+iDTzR1{jq`qZiZ(uv`|**$0njvdo%;$qEmYQt&H1jok*=uH)FTwinpjGD|r5^$ld)*Aah+-
mDYHm)?eG`gt>ObWJ?lpqW2%o>~iLoCs$oL|Wj5H%>r56~OJ>Jz-ntawHvO%a~jUhFz%7xc1QY@b!Y0+&Uz})7q85qPxe?u+g>f#^Xu!=u^I|gK+~ovU4@?M
(nMzX$RTEW{)+iCaz`a@<>hgWf!(d_0?iV)ljoD^Ddk7(HCtD%mR_k>*0(qOK{%cM$98-
G<V(aJ{Jn28RtSTykkc#CPm&JXY_0cTgEs^8an5L=8bQ05l`cwfg%Bc8m&dy8O^}f6*k;NJW#T<hc&)Bc@)gg#OSlfB5aku8GH%cg_`Hgqa#Pn0{b^-
;U}?aaLCq=*lm70W^VOt%-D_Ok_t!Z#Bt=YI6BlafORtcLc2QGLb>rX+1bIxIJ=G|v#Ngr4mc&^`oFS;chev}(=mk}te8fNF82X)?`)ko#&ET<Nk0ai>9-
%y>w~$vb;mNAmV4360Vc3^V}G=3M{WF4ypG-Zu28d6Y7dj{%20UUNNm|RPbZFd_BgR8M%Jc_9J5h+r&s9V6B9W9NEmZ{zA1KfXw6)CavE*jei`=M9F6VE`!e
wtt)bPDMqJ9&^-
xT?a<N^fU@pXjiRnHbnJ@Lk(q}8_lg>G8u18&Qbjl;TYl~~5m?Ll4X*aKl+;5&2^=SNCk5<x}psv|+O?HbccEzuI*{Kb)+4m*K!I?*CxXkSUXs&9*tWzB3Ms
9w=WjtIC8zxYkQ}`IhG|324uiL{IrAQLxV-9mC%;78?YQPeVae+e}cKf3`nobKAaq!GQNwxXgHB_>MwhSrNTvIm7gvkTgzH`Ia0!;?JaNkz;&Z$z(8-
vA~$<sC=#g#lz{9+X9JjM*q%60;}aNJy1DGDz;pY?3`5z(#oE3=xOS}!^=Y#$x!V}L$-$Iy=V-qWk+kJVhC_*$%JeO%Ka;-z?-
Tbj7@!S1Xs96xT5i}zo@sWIyiD}M7fCF@H49pd;qbx_CXF~Fer4pt(IKu4oTWOaVJo;{qeU|nhqM@0q+V3EltpbN)6lS9PK4`pgbw6Cw}RPSkKfqQON^PQu`
^pNu!r;1j1w7NPnbDxA`4s-
;f{$1ENvp$Q4`HNwXGe+W3t8Ad(yb#pyT@n8Hxl|nes5AbUe<0JkERZcaR3bVyY%CqXZp>0Io<nafI4as;zMfVpe;36?dW$DIOcz;a)YY^;3N?|lHfvT7IZC
%|+#F#45H>rcm8M5@JMN3;101(}4w8<Ui`UItiuUhb1>SaQ#=O@=!+irw`5GRDjpnZdTz?K8+BHEOne3(sc~FkmRhtZN#7)8>B`MG_vjbjYw*qIKy3B@jvcX
dSfw0=8#@H)j0{&RL5G+Vtjz_cUuwO(syx7r@8yRM=GapAyc@AdU8)8-
e0r0n>{cw6Wmfii?fC;Gvxb?4cVaaG$1`gkdwtS?(tXHmRZ+TO&f0z^9GcI2zjz`!CaIx!Zyk?;k8Vqd6bvn|SaeVd|6+dYS--LEY2ga?ylw|_2x)KC5El1#
sqsPFAENd9OkA=E$Y-
PWPMtOFq$kUMfP;9~}=WnM$gHB8vdIR))F&>BH$>HOzPw~N3v2aAieQ+XaHD+jESbQ)7JMHtpX=~=ey}=TWlWqe`oIJUK*W1w@w!asdl&q(3rdI>4hpg9(oB
N3lHaBIHPAgdXna`SPHSJgj8%(!3PzyNQHDjB1I7$z8^k%|8r@=l(#>`dhj_;oA%FLWojcZ^yhZ|kKle1cx$`$Q5=5FSVX2fG5b8JK}?(B?{96GrazjN3Drw
lcqXYVma)0%h4o_5NI*|+L2-
ij#Z&Db=&xk)nKKQ#e|rq|&bLowrBy)}2!>JgqB83QV|)aQyKU6`614&u{w=W*@tWWZwg2WV5s12AC1UbLsU8Q!|q5Y~^V0c{PAqZd;H;TPN4xSPTV59)LV`
nn#+Sw<D0_(=*gW?4_pw?{6!$>$Qiswk5^muAc!Z?%?g6}V8u_^QMg$M4W=J3NWr)MFX@&TugBdNdd3G<1V6SJdXV22xDJmd>C{BY+~?t`M(rZVp{O$D#=4I
%{RNg^r${j2=ch088iYbnO`>^oV(3czplsn)4mP@Q9^`jB3O+&^@;cUfsVNciJV8TktrIuF$k*J};Pw>hAM^5ly0S&4@&F=hae(mY#u4M#sQcQRBG-
lN#W0-Ntes^HNaR$SruyukXYf(;#l`h8f~nl1^w#_igm7Wj9c}#fTlX+7h(6yF`=LSOO(CzH|pGR)F8uTYxFjQK-Aa2zKcf4lK$V3T;l?GUW}I!3&{#arCHj
u;BPo{QARqPP406+|#f|w&qtq+$HxS<Feh5(fqQ8Q!jPRj+?B8yZ5HURp!s=>z3<KaM@7iO8#X=SD!Qc?i3t%bpc!+CdO;SGVy*-
57^gT!tFJk$}EE>+=2PY+?u2V@LJh0JZ#1hI3Ro`mONfZ*WNo0>*{mNhit(&#P?u57jHb_sS($6WjUZ~spvlEw$b94b@ZK09^lr8Ysi?Y0U6Ipc#*jQRJ5oA
mF-sQ>~o5qTxAzTw*z?OG<L*fH`L(Qr=kn{^4OhsTfi@_mr$Rpj@YFz39qa+A7)g1z?)7h;MfKJxGqeEs>5TM8uhOM*ViU=tDL9!l(`1q9BEHKDz1a6_)BnJ
7{n_Ut%QNsOOeCr=dek%H>}rsBaT&ffl-s|amU<-<4=(-nTfwYMjIVg;w6d{x~oA7yMnW$BNB{3-
S(F?XKQFgR!wGW_FbLKK7PDCYsdP1?C|H7^t>t2^qZ0w?6qDO*ab7|z?`fi#2vE7xeL27=KXGPn;u(cn-~EGEW3;!{2I*EV-
{$fraQ8&Cd(uj)0c9u^QvVVHA{vq7pGyjl;vWsQ3?$gXJgI%2@(SxfBwmRhc12p<i10fzJGGxv95o0#(iHpT)RL53f?aQw?DK3uj<SZ_v9S#rD^NoK<ialI(
7+=zFSTYtZmICr*DFrZGOW~+V`RF7q{dL!E03UXdOKCyb)f$&kei8v=?{IdByIKU+Hmc#yEERvI%Tj!3DbJY-
75MR19_}_oA;^z0}<EFs4g3`LcEeBUxGfRCZXZJ#Jxm2Q1rT#@)+h;ItP#x$%wWapU6WG67DznFd$R(>vvvF!gqG=CIU2vOD`6Ub1{G7nD&B-
ycW?uX+xq>2dV{JTi&7AM}KIcl#!8)u=twZ|^qTc!??3l8Hev<4@tZJR_!=>wTOxWfwm9+gPCMzC%}xcif)Lie^>NClj`_GdoPA&F6ez<C=Kk>A!A-
!_=1e!GXir>s6x8`wm_D-hME_s!^7x&?g!AO$+3VO57QDk81E?>%O>|_ZncaR0-
2tnCiUm(4~)#bOlSpGEmbS%V<{gl<mCN6fSzEWG3#k#~~G|Fy+dxSoXpP=B&RW-
X?3#v?@Fa7iAi79YY3!d{+nV@s>Pvbq&qDOgxANmiGi+zip;{;+vrE6UFrKtuvAI$!*POqeS}1X$foD>kzOJ-`BW%Kc?$_cA*y<nWN~#g=`J$hCl-
bL3-L|`a{rpe6EKfV^pyiHl-3d>Am*MpybPdwtR^r<4<5yJ5AQQL#-uTQ<}T|&^Y^<+a5Tg>quO8Osv?hb7R_U)EFiQF%n%lr7QPz<*2S_2)c4gSMKS`QC-g
vbmf$;+|!k#x}G8YZ+#B1IIRmVTDcS!cemtw=o)xUJq7BLUz>ZA5yFTD8FGG2CSntK3twH{lDpigKeKDq9h};30oO&A2z}%s=&ny9c;?X=<;EnUJ$5Oye2z8
C_SMkFC9dq-
6JomXYA$=)ONO@^Y=!ND+TrRA_u;&IA)xz}GJ4*c(=29t(NoMffyLG3{Jr2^;PDaQmnVwAr)q`3(k2R2&%TF($IV4eSp<x!ah&@x2~%Sd0Q=O@$b0%zI;zo4
(D>sO);|9@x?vIvBOY8u)=g9CQKeZp`im1C+Vn75-E$eZo@0j1W~pF&{!|c{&w}%P-06o7ci5VH!_e71PE2IR-
0m}bu3(StjAFYvzXID<m}66eKsY?*7~3N>7VnZIf%fUXxZGd?=q;HCOSddR@el6Pz20}HSA6V&7DlerxOPvVy;rqoqvs@RiYXKN?P(7*JpQiuGF6|Z%@)&dC
Hd^_*8SKvmrt=3C+EP;b92CuA%XbX*dffsJ40dS5zN&c<IlueRAaiB`*6`=&%ukl=1j}xEhVlFHk@U64mYI5LXZ>Wh_~k&iD$8~;KCGFX21Y@$!({zxRVjZc
>b1%Ba5nW{Z{4tqvvvsCl+bO#fQ=h=GJ0=F?%V_{iyy&&*i+sI^%{(3ee-%b-=5MKeu<b=pQ|on|;`be!X!u@;r1?+-R<neR^dWm_8FQ#?TJ;PMi-%IBvqT-
}=$(Ue*FPP$#C&tOL-gzaLHxHUO$+)ws2HO!1?jDR9n<N2uOsZ?v=PPMXSGh*TYoSSteyjr+c-n*OhB=q!ULA~UoG#AnVI-
MV*}4)Z-HK9fG5r96{aFeXLZ=kXdiyiFtQy~&$<cK|RJ8P_mVaFN^lx;oS7UMuuTQjZ(^YZOikw_<#5*h@w${kWHg=Gi;D--Vh{o5eN}Mw%tPyg-etJFwQ#f
s)heG~9c>DPw(Z32sea$G+q9{}GO+25Pq0r8X#D)tKFRb`70=up0U&I4+sr0k_yAMk;e7`etSnR}D<~M>u*Owm~r;%|SfZ4P-
PiLlyb9ct`O>=Epwg94%)9S5r){19M>fCMiymIIyXMUf_x4N09H%IdE`cZ~S3&XY_xo&pGzyD(=1LB3Bx3!E|a+2gc=8=fwLBaMn{x<}_m~$v-
iUEAXk6ZQs5YQ-eD6t<PDNTm-
M!^p`lTJAh9vv|s{{ufeZVvhf+eCiupk^EkVHeP++3JJ@r;K763q1RT9(%{}Nkp1FJYH6DCy33oYs1?=5Hfo8!)AkC^j>ft;GIko5nnp}5dFUCBhtx}(Ac6O
RU?=N}6t~tkG`MY^=s#!IhXtNcYyj=l0FL_QMvo-0l>-T%KQ(6eP6n+!+uebo><GbP&C6|Ch?|iT-WI0Ga-
43@>{em>O108J~&Gi~Ik(qw~IJj<Tft?rnfW#WEa9@ouwx45Hv}&Fy?2*w1dkr{_wl7d(Q`JsD51EI9Qe|LaP9OXv55wQnF0$SU^XR*N=3waBdPp|f9&3K{U
{?9I!EZ;W!K^)taLpzwz$g<5Dt^_B>EbMh+2aCnz_?5FvfN@krHLVymHWbDR0o`}yc4>8wwpL_&n;HNBzHFz4`2gxL)n_$j?q`1ThZbfG-
$&0qZ`0fO<p^i{%~B$*6S)|oA~WvvsSgnJ|`?;sBum1)5t^^{`n=odAooc;Bp4`pELr>D=awk`q{|3o;6ccuY)8nbUODU!6-ZM^?Nw-<8;vRQZzlMl`#l-
cOS;J?<3KF-l6StoZ5P5-d2>M9%U3d*g6W0X!4mhE(}L^Hzk9@ZR<eHc?$UZVc;^n1&X}iP!woC55R@-U|YY%bO*n5_Ti@Cw5?-
(6q~b84Cb_;WslafqwOQXyS&A0$R`RcFbNY!JLj^)b}VKW%^nRDyH3F<r!i>%%UW>wsI74R<>PSH@pfE4cn^QtgE_;!^|_6UI&rTrRA=WqL58V*4}YE+&wXy
O5P5#t0RqNs)VwZx#+F>J#$6bauK(Ps635n|O|ooi-4~aO5?MdZN498rTi|0mA8h;>%ht(Vj$S-
iC(2yj3G_~tBhl(nxP0v(dfe{A=;*fgS+7_1XXkcVCfX~HrAr=<6+NFRqd%LB=y5iqAHBMuwP^FFts>V2C$eTf4s&%#uBO@A)r1|vtfA-UMA46q&lB&QUIRT
k+nzf&cmu8#T%;+POX2bDoY@n3zMxOddW=iS9(JJFBGfCq2_76i1;ixyz=(rKMbhQXH4e~}+t$(x=yCj?b>E@S$DiX^;OvZ2D`?=<cRMOvoFTftpdZcS2shq
11$Z10k0broq9!g-Qi#V9@Hn!?S3a`V6^UXVN0!G?+#<FgdumU0jrV~1G>@Z($B_;%O37+=-
H_&S6d%cH&fbnK*K95QBIa=f?1jlRk0au7gglOj#}V^5!i|M35RW6~aYQ_hkjIhXam2@KHs$#HN5J1d0$=-2BL4nS#NR&x{{B&qV<nELECf9)p8=j2-
9|Hf%0#Qi$Iyq{xj~DPn(*Gp8_2z63H@5(gab-Pp*!o&fL*YNg|Rlsx%{H|H}9qFgzj<TK+hQVQ=Eflu9t+i2=>xAI9LFU&8@7Q@XmCd#&gBn#|&W;>a=BBY
_g*>6!9Q(X#yR+rarbWu!k#TpO8GI9*2Ya!*l0`qFh^7+;rttG$;EPczWezW=PK!ctW}x_gZNJMN?%!ddfyTDy@dNWPb%HS+z)yV<nEcWg+an@)`6qqucCxp
RykD<731;j=;R6Cb&QH2Fv3pex-0iJdP}nBb@?^G?G{wmd8<4;JsASw|kt(%QHrEA<iL-
$59M}y|TJESkU!tZ)Khi?<{WJc&=#0m?4@4b=qp$Z?Y5fIMO_h;yG*TqmBjkAXfH?<#EJ3j^OOMp)8Lh;&Ei7vVQ?Qj*!O@@i<~0N5JDq*F9w;vP-KW;&G&T
9N~W(js}17=YRThx&JmCSKSeb+b$ZxaN8rmnxHG_msiWUwQ;Q^{~K}Cg@vwo>cU$WX1e08ix;}E)rF5P{^;Vsf7APN`u*{L2aZ=ema)TzZWRwRn~UPhYSX46
%Ydz?1H0&Ky4d}*Ka%G+M9Ga!=;&@SxL~C*Gx+vV+$Y=(zMcLaM+S^y?aP+aPj7~>XAkvfcY8h-
O({Boe1;go{b|N{)(t5{&J;Rm+ZYwLxeCVCE@OARaD%kc8cR3zWBWw=p_Z|6=+0>icsSV<`VKb)fiJe8NkdK9>B^R{`O{&*Z_j-
?AuJi~Qndr`lLq7SH5$OAuAF%I?CN6Keuj2zG>ZLvXcy}>iKVwrIfO<w_^i3;aF8A~uNquhy9c`hRnW^b+t7LDBGh}*Hui$}E-
bWkmZWt_V%BFGag!Pz;Y?e1U_uUG1r^H=;)`dx!rH@LgAM0~p}65j+_Y285OeYqT$DK!y@~T>di$xtWz$1=jL85z`*mGrt#wLP`_yJE>RDHlW4D;?x}>c*ZH
JHOtX-
=fQvzbd!y*&1hMLx;JHcI9(_*`_b{jp!4Ti<g2YCK8u^JARq|as=+uR1rqT{%CA3NaWf{{$~3#K^OViZ#+W;v2>yuxe>D+K*QGw{4?lkv9UkHOkuGnmHDUS=
-N^I(;wiOkEG&R~1`BevVLMRba99BMUpI=x}#BCvAsHg^AS{eXSviD-wB6Pw_c$AXSU$n&i+lmB`a4r}8MYaKM>@?%`tQ+OlaFAZe}YR+p8#y`%At#<-
>d^iQ3ni=B*<J@3ih(=?URtHJDT>*XPUu4tk4TekX>~L4Rp)9!Xi{6&6K$_!?q3vTc_}dI)Fq%$5Z`oIx8>cBa<i#M+wdqy*{?<JxF`*@>`*8?1a%&9V7@ZI
w`}|QfLD7fy+ck_$aNo<;>56E>)hy~hrZ#)!>`waHpc=5xD-m1Ewv^5cZcU$_L?dqfR`yYt2@_{4k+jR$z|2f2!g;$7b32k-
GNt|1;P&MVT#~;J<n*Ws2PM_l)aqi)?b)7y9KxT#xvl1+J275N*g=TSlpMe-
4%ER5GmV(xhZ0d&aZ9nvtr7l$c8b^ee*)*l%|usCerMaR+NfclL$uZ@NOLW}E6(g6B`UaF4yMn#p|KoL8~S%ZVAIW`aF5wl08jdIMzgK(&F7t%WAP2~naORL
>~$$9Z`WaFdc8ZK@57b2WR@KJbQuCl9cD27#+M;<cc(Z4FJyej7=r%;y~pS)
''')


def passes(check, function):
    """Raise AssertionError, and say what is wrong, unless the function passes the check."""
    report = play('gru_backward', function, RECORDED)
    assert not report.unwritten, report.unwritten
    found = next(played.found for played in report.checks if played.name == check)
    assert found is None, "\n".join(filter(None, [str(found), report.hint]))



@test_case(name='returns_three_gradients', points=1)
def returns_three_gradients(gru_backward):
    passes('returns_three_gradients', gru_backward)


@test_case(name='flows_back_through_time', points=2)
def flows_back_through_time(gru_backward):
    passes('flows_back_through_time', gru_backward)
