# Public checks of multi_head_attention, for Otter. Printed by `make release`, never edited.
from otter.test_files import test_case

OK_FORMAT = False

name = 'multi_head_attention'
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
c-rlH30O_r-*BUnP|<{PN+Kc&(XiKwN+=mh61UTEnkSu-*(pO2l9@^w%8*P&8qQv;s7!?nr3^(yB~wC(Z=bcpbuah-
z3=mKzvq3v9@?$F*80uE+P~kLF?Fh8xsjOIiP2)@XNk6swh2eu)7K+RTc4xt8^#OdGcR0Rw1eCNd3@2kFdrVrEr=h%3)P;d&vDTXaSLUp!g!&g+0Oj|zWnd^
YcCWHom}U$4}bQtfPDmu9zHxbPXa&Cjqk5LZyAB@9_}09$#)G7`X|tQ54QlGr>kdhm}^LAuxGeOn5$b@7%wQym)X||$j3J*>`(OlfIognfNvPzHNrQ{Cpese
;L4A13lXhx4i4vp^7uY(Av_L0EY!`{+b4_@7R(tuUY|pV*5^3rb3FC*IT1d-9zL8v--SFrCnT8fD<Xhz@^y3P9*3{nM0*%%2605FM1OI@B7!+?%=Y1|X#IkH
gMLPmXpZb5z&N5s9JjBy+ya7wct54+D?Sk}j=P(OKgY{Alpoef&ff{P)a#@uh_`?jO6cJKRW?5m31cUo1pGf!LZ~n#i$`+Yyckm=#1RhMd0xSxJa)|d3hktW
C|G0}B667bu3yb(QV?fRaCqq7MExgOv71E%^V}Gs2;3i#qR-(6GrQcvz7fpv4DKX=u_s<=0MBg!kN-V>XAyE1PnerOk0TP;A_mg1K)0Yp!x$xb1P6o%2AML-
60PC{M=)U7cYGEbKg^9#=gkulrq2oD4B>ck!b6CJgE&JuhI*nmorHAStsCF<8%du31wuH%UYz;iyii{rBPM^|B0gb$fm=X0??2ft3%pZ9p5NK*56Stf&2|#t
zUa$eqS^3JMmEfvMV)fs`+D+3OGHn7#;yat3X36}NN@yeyx-
v$sU*OSA4c@zO6I>15fUEuCmQ|?UW7kXBql!3<O^tzU?%K+hd?AuKC5q6hI0`rU&bYT7xTVg@b+E6V@-
<y;gYr7FLaxJ!R*G!+9x=IBhrV6B1VXAp$w1gPB%Wsl4J0lq`rg&W{wGotj&GF*=f^k7+{2C`BhAeMFj_WFdTU>jQ>p24C{=FS!91^Hk22_a|>hTN#1`&YQZ
2`^v%TFI-Qg(61i@t1cL}CUugMfQ)Wyh)Xn<`4#nx5`KGsjFcBg?e;zM{VJhseqGPN%l=oM5m=MboMRooczF3yR`7FY($%NCnOk{aqc{TZ_FA+M%o%K0hp}~
P)Mqfluge{W#7fM7~i|^{b$dyr-
s~02X@KD}YhCO{3h?o*#;d?Od#TW4>8ifW2hl%i8ehnaug@%ZjVgzgcCzJUC(c}xPzX0(38y$a>`hO%s^mkBrpgR+=JDu_8=>AMxCu+ufm>9=sBiNNt@il67
Vha!@CJ_)3NWMq`{}(`6^n@YLe`Msl&3`6aq&N|VFOl9mDEN!bkh94bDn$d1j|dqjh{++oLEenbi?r-
3asZKue{Veu!E6i`VeAAhg7H^#WPCedkqC=D^JIOD^(vxnA0AH>(HY31y(S`LzU-LK9K$$_Oo{*hStO#E`i*|q(BSZ(uc8sr&m?Cz0>vRToF@uTq9`P?=OE4
$#_vSgoSEPR^4vrzJJ4+r6Z1KI9xvz%{7`0s$&r5-66fpGcNB}{8^OkmZ>g2!zJTCh=CJT5zhz#Fc8lKgJQ-
pB#dIRr!=uBu+|IxZ6?rLhbYS8gbGQ^S#^^`n&YleQ;Q?X3A&gv!qFK&K6!|_C{GGE-Oy4ubfHxI^aq|#4dk|sEgrqr!SSXtQv51&+svpmT@ckp8^Yxiu{v=
{Bhvd#!$Kd#eVj+P(|L@R6!Q@ZT?0d)}!|0s+2cY_$h=Yk0`*g}vWDpU&fPgPyLv#dm?Tl@%%m!CcZ2RgPUxJ<}eX`+@VMw1fW|De3-
_8Ga7!CXmvS<+j%jT!AfXU`RLtW4bwKI=>!S#2zY~ChtMT;1P&i@|jmlXCjV0*jy2AOoqiJ4=?<NqBv7V8&)-
(o{2HD5ro@P7zz!FTXTF8C95(|?w)*@MtGG0gva9{Qr{P6VAc$9L@vR{sp1(8mDc1$ce$G=H_u?~V(9IuLhCCOoJU@1G8(Kg979vA6|9Fy|y!5@y*r87@j|-
-R!di^*$IfMt%6UW~)D;hFJ$(P@kk`&8yk!iF$5(uf53_fY2M$(#ljem!=0dNSm=vFAnRcqPiY4kB-
2!cQQR^gM$ZHkgkDHxg36g?cvju#uUegh|gNU42UhEYl3m&d*a1AD)N*KYc&{^LM%ERVeRUm?vj;*I+M(6V{~|v^?ev_@{LYCtkim3>=PEK(Jfbm{AN9p^P{
>vpRd~X9f%PzkLIC+EH-lx3uB#5iIeHDF1u3yM=oHX=7M;2zv(j>rO(MXu>mWQ3y};#%ru-NQe}zV?NbJ>2t=+TlN*!f7~+W|IzhEofhFA@x5^VCcVyeot2n
>LNw~fviefI3HvAAG0T{LqF?`1JNaURU%tvkUm>o1(P76epz}!iH#_|Hebl*&{dV~hyE@bVw_L=Q4oJRckNyms-
`k_n|F_5g_4fE(^^x5Y$gC0N&i__*?;mX8zt2b~VLz$f{YsSIm*;*Zrk@tzekIbM72SR%&Y#uSe!b=V3n+hFHv5%$|FN3(D-
r*ti1sT{{j`YoOC9t_#k61QDF3On_DhlfteW<Fkp3<i|Da;_E7AR>mi9Y1W6LbRG~)cVrt_PS{k`t<n-
G6r68fbM@w1}PuSfd#deN`XT7Ru2{d$alFE{;qoPQ}v{Yr#CC{g`NbpNSZ^-I(9PwQI06ziAr)~`bHU#l08UdFec!QW~GU-}Y^lstJsY^l@jYs-MtI)j2azC
m7$@|Z0gQd!d%^({m#RdUGsf3;*~_`j$`@DE$u4ZqvMusn*`$1g1@82)c5DH#6#l7iuHD=8TM50n&mp`pPdoZ7QQ@!N`weq*t~@Lwnv82<iZf#JVYEHM1HiU
o$huUKICZxjm*e|NFK@ZT&J82%f@0>j^4EHM1N#R9|MS1kA&svlg*`IYGY>5|Sb4R=4jxARL;{_rZ#@37MU@mh@G?=1Wn{#%6~!+)djWB6|rehmMG!jIu^FZ
>w(3xyxU-(C1I{Jn)A!+){xWB5BtFor)a!H{2KVq(zW=P_WO9QTGA#5`-
JFL)>#<Dp~O_p6k#=qU(LI4_##1bdZ>o?>aE>qSqlX(<_}h|j!2)^Ce>N!Dq<Ch!CopZJq?RsHUhd7FuE37$iG$3<gqFP(Ryr`X(eZ$;0Vqt{;$cnaJ?vd^q
fErB<M`-<#8H|ivz=Z(2I6wOZ?Q%>MaZhcPh&G)`V=yxc*PT-
_@))2S{Hhdy@4}?l!5u7$5!3(>|HIa4iip50l1$U;uCi|6n(qx_O7J|2?YIPmqdx2X4p;vm*8}eTNS|!1M(zlh+wOEPJ&o$;$5`3FJHWNG=qX^%e!k%>m{-
i@<g#Lb}M80D20>US(D7Zx6#aud0_z8GL=oiFB*Ao8glZbw}!up%!IaKd1fh(g))^QRKv=M%+o~Mxa=Ttrt{Ga!;a<v}K%0KqT8#2FRDNW$$1rz*YQ!Wucpk
mDv(HQ51kab+yT|_=&%6rK?hgw18fghK!@6`u1lXa&S6FP7kRZN~;6j*zBKY~0{in=@?`&$PS`>L^zB67r4I)p#&*3ep3ACt(Fd+1>v*{>`Aj?i~{GW*_Tdk
$G&Y+pp?FUVXLjZ;jz5q)wF8xT5D>XKRrzXJ<d`1xa5J9oTZP2f!85jZKMD+pb9jzuoP6C(41&}Y+lk;wnq@=HWN_fE0=l?-ko@b*|W5IA-
R^2vDh^G3p7^7BUou5A(-
*Sxzz_H(A`61@v9UwA~u&(c`?njiL%$dfnm0(oy$_LMwV>ay#wVH>fNd*>e$I_h%>9Z=4>m5d`C&k?*w9d3~KPc(>rpu<rjclhph1)(Q!YXiYYB@unWx{TXI
-gjAh!t}#egpT(q1P|w$V=Zg%`y@nk*F-
#fPT;E;6Fb0Oi&=e+b7K9pZVH*_tQ9A4xkZNO$a73I(KmcO^cj(Fn=jE5_h~Y*S7<Iv<caO_iT`oyvWTCGRrewC74s`3^odOo5Wj+bw2545f?Nq*f`}6>Wd2
kr@&6hFBi7yq-
X?V6J0Efhe0g0VYkv;J4^w)_llX;Q?Fe1mG9j_&8nb%`3H)7GNxXrX@*M<k>_x&i*Jw*Ud0#T0*bfdKM(j+mqLIW0JYWo~zmF>IWZlr$1Rv*!JUe!;Bk(w$r
-*!OYTIuR{C$ON99Zf__`{|qgdWIIMr2)bGKqI$Q#TX-
Y9#DG5WMNH&k(pHl8F3L%GF3*!X7<R$a;O%Ha3ns6aU9{{*3)d4z<9eccGoaI^jjNQ}AjZ8u#|^i}&>QgIuvHbfwQ_s(x}Kkn2~Cq!0DS$1bE`gCG}pNc%V{
G@L<u6jwlQp#pqWrG$?aTEX}0ZXgZWAz+h|q{UsnE}ZJ9PtTIxha{E<<v0G}g~vpsKy`W#>~i`Z{;>ZI)>_Dc2R|AVoIAZ2W?a&MgFaT{4Is|Kp;dqvOQ~3d
%{D9;_-
;I$J8TWMKGT4QDD{GY3%eC;QrirVd^RU~&%H<N7+)KEmB^<@(Ly4J5Fv?cf*DDy|A_O6J;E)K#6AQCio`#$>?^XrhF7$WjOSi1A$o`iB>u=vze@5JycKzYJY
Pz85Ii^blQ@!MIE>_(n#uA-WWMeeCic4h1<99!qLGp!{b7{_#9p}086>W7uHGg11tUrc9zp)W>tz3gT3NEb=`8U>?qTy;WMAw?;=g#IC$aMsC)+b*-
|~GV@8On7tRKQmHt&2WVdHAv(I<r7pwy?t4%VbyA@c<XNL&|_AMl>QdB7+67Z!|W<B`;3cE9z@J8axt{+Zx05wh`N)fzSq4^koY)F@9Ncm;Qt5<lj=>PO_BG
VD_sk^8o-Y+jwd?IsH+jpW6YDqA+r-uC)L#?J?lIKe&aUqRNb*v-bFqtA%lip`dJN%*MU_L<;mP!tgOD)SP_`}7(T|56Sn-zE6^781X&Sz-
KvJhwDt5qKz&*a0{G9*I}n8Bd7*a6mQLFLrPj(XUvE{4uhg`-Gf##18Db!OACxz~k=j#ma-
eL-M8AqpWH+-fw(H;I;H2c^BeNeRb5baB98Ddd`t2B;UiQVI;qCiX+)L-X2Ese2vm$vcINM_?kSIDUdh=y?dpR@$t=_=e5v$vj5d~63?Jr7#nXxPpoIpFXGn
--YhLvt~2WH5j+w@2%ns%*$Hf3XXB=zPu(3N$8>8Ff4CQ{iCw3-
Okw$r4`KDPY&@|qXlzF8Mu6yx#4eB)IlqYo2u_gst~u<yMNc*_i|ss5<lL;ji@aYbMf6%T=JP!QzuAMt>690KWrQvTMB=32j4CUyIB#OFDMgt01!p#9?JcC3
_<2qJd-nWc{4kH~Q+-e3JIqWZ`ooHw3dnj_^;-mAvKHY>aH|W+Gc~95*z;amF3}fEI6&ZwO&UP>Ns%5$_H#`<SpS-FozMr@t!DLCrNHKw&2QNF^577$$COlS
Hb35<NXCM<?Ky;w%nTAAINL)>z7yQ*&z?^%s*-aJcgJR;U%}cF*IBuypC))E-x7W~MMH=`*67%==fWe^gkJ9a>!-
>5z6!!0rwS6k<8;%x%jUaXM1I_Py@|e3j4IQKJT^WqCH(Z2Cg&CGphE1LW4DEzH)?X;u=WHu5<WQmHa0H@A7RhC8#M_ZaAE_?mzDy_M`9b}-
>~N*XV&kRNf10@CIS*ixT#O7$odUqI?qK@SvlT3!pgTo_A<f$>B$YSe|j`XuF%77$(cyeY&<TVGzfMHtwbJ@OQ;9E_EDn-
Nl_VAYpFZEPSWGYJ*5s;X+ux1!_?40D}`~<`DhVyhK!h}gL-aXNnN><0XhuRsU)`>;PAUg=<xDGpvGk+Jl7bDqI9BwYSl0tyKOK0q&fsxt@DRQryqmV>%HK#
@>9rc+FDpWcPBVG+8t^^8JK%O8dk1vqi1iN45N5vz(?mS*u2^sG#`+H6I1UX6?!sM6E{RBtTq9Cw|+3j&IQ!o+X9U9tLVZE4S=pK2HS2@aM6=UpnNU?v`;-
kw?ydxXWx6kRBaSo<ogMX^-+g81NS1+J1yXqUr%sKm;}5#^33<_3;-|xSSDOMmI7<`YXR$Nw}Dc0hFM{|KVGBL1g7Q=!bLr5soHJP^!$`-
z*Kn_+B5hOkdQq=^RKs=?|Qq3@*E`qXC9tK8kKd_%%qhF-<AXKES<p1#yINvGatP3Y!|q7NIzViI}+O5JqPH+x^UJFOS)~Q7|2l2Grt^fN*6t-
rT*}EEPOL;FUY(SN#XaKz>Zhl%uAHt(py)qL_0oRr0!dmp&=YoVe-xfw0K^caO=}WK(2>8vg;oUx;>6X;YD4sY2|TB?nVSGTC)ImjEsQ>bsT&e4unIVeMWn{
-cm1CyhovV(eO;%N@^hYYHs=@A26y%9+-
bR2h=(Y1`Tr>%*}?MMDFpC!T|#(!c``=*r_cK`q=5>m5=P{(g%`AchX=4ZL{cBVH9n${tUg*BZ;Ek@2AA?Zlt=l&jMQ{74u=F6^NAE0IsGRL6`UdAkc0Gd+k
5bR~xp1xvQelHrpe}b>tjSI^G-
876;+n+Ez5NX$3WFkv7u%d>$lqwZn1NtKg(3&(XZ(>y&$KKH3&{jFQg}!E1(^!hxDnxZ{O5a*K9`kJ`I~*UL;%rgVyM)`I28DnlKOcTk6iQ{_Rc(REs?<}9V
S?-ClI`kG2J>5FC=?LuPK;$Vcj6Vg)NNQu#gG#(j9n@jfujh=ZZX37ar8gGV*l1B-
>pW1*|;R1>d>;vUyPehaVlz{~;Q;^@0OTy4w4?)NRfOpJKhX=H;B7Ny#YIJv9bn;3TI5cMle(^jMo}JT<WOf&!#gE+04yYPZDB=O)&(nfSOI*>r%4{(0?iOH
LFc-L3_5#jSDs{U?3|N|Eptc*mp~h=_aL;uya$4X8;$zkD4NY(K0p389_PwAd=cFO`^N+zNr>kgVk69pLq7NPErYaoRB#AC-cLP;6C#Wf^cj;a-
s`R`&t7z=HmFAb*QELoFA<dBUpvw|fP~OcHtQQ#5X&Y3`3k-
sQqLv0MtkkFFZ)bo<Rmyl)MHGBfy%rcaSU~$_((sy#F5F~&25oNEfEP8g!1$;Zusf*&<SjIUQUjhLk1KXi_H2dO`96hU&AVOTN$CK1R8I=asyo4v*Kg4;T}^
?E8A2_i3g|wy?r6f0dT_OL5K5~3lxwpnno7T$L~Yq@1+)rx0uxhX;Gw1o4sJat+;N~oc%zFR-LP@Ka1T9-
PMNijZdP0hK5yv`qR={!p>_*+c6S4Nd<DS7;wpGKT^U|!)r8^0s-
RPdJ&d__5>)tlz|SX!!gmehU^({!yj497`gq8|*O{Z>{H<zmv)};;KXD&c*7SyX#j>!=7)7}Ht`sy+%mBsWHL&UWTVPiTu#0Oq%(o4sb27T)Jt6HNX|fge&b
ch4y2?_Sydc_t5G~Ygn3=z)>aBTK*&bMhuK*0<jlf);ZOB|{BUt-r5N?~~1!%pI;FKK~30Ll-j+U%KmytVox-$x!nZ}~asi`11WHg@hG6UA-Yv7I1<8bKnHs
C;wgEt>#pz?JwkW+de3H@#%lfzQbWU4wuK@e?MoCHtG)*#0z2vPgQ;9H|WsB+8#Xw3z1h37!ja#{jDs`H0WQte^um~fbXStjp%kOAySx@z|M&|=!TeH<!&-
AcQ4VA{PTfrjIz!&|N0;IoJk&~n>SFxIFToa^xtWHqj#FQr~Yd(<UxcEx41wQ?kyoa~3T&+i2nuD6Ag2PISeH&fu$5CO1tucCUCS;Mm{i-
B3kVd~zt9{6*KBh*X(NGlBg10J8S1<X*n4K#wYkz9KaT&I*oN$<}Gl^hzp>(v|jb2p)5UZddg&9!u;xD)MLG!LJ;B8wB>uf&1V3TU6|u{f>aI>oUx2QT&NDH
)FuV0N_(rC&DzY%1!YXth3gYIp`}T4RCZYkQ#BoDTG)s1UfN4TRc*8^D|199T9XmF_c34$ApCz@XQBn$}i?!VQYJFlsN<pLr4##v$<f*j~W*vxA<W`s1|Txi
G}o-
uzRJC+J=;2_GtqgZp!nQH#uM;QDwilD>Qa@N*V|G1UX%z}1TQla4JcY}Q2wZ4>Es$(|@6wkztcwgR1LuBK=gKlG{A1mtE9pu(I?sQlIORF;Pv6>@PTP>kG`?
>c*>xy<{CLe8VH$amC|+>AyGl(<F-o)e1)<20`U+aXc3)DCH|Va^sXI@lSef*g7+zc>6W=#PgwWW(rJ=RuqMT`(63z;T-
~u(GcfJ|!0eCw03?uYZ~aHor^;YsyXGno(NV&v6;_$+to~3Nitu8wW}&jNpNzTG&`80(PBeiT1o~rmiFa;QAl{x@H-m=41JAp@SD%;ZjYPzS}GmD-
%a0Ic2oEu?y-u-jj}%Z=}@I$AK`!gE1Qip^tLe5c<wTmbcE+I*$;oC((ws?CeiH_qN0W=Yv#nqZzi(w+8M=6XrD}Vx<vo(8DPJj~c0u-
%4A7Aua>pY=_NQaMTYz)B6Lr#af^!Ju@)!{UrGLP*?m$ED;*Tw;<IjXLMjV0EL=U;Lh1f*hY{Dlb^JsItghoWW-47sQgN>(d7iSX?_JT03XaJK9r?fS7-
<Y(}U?bs+Wah=ps6K)G(ptd}(T5(_!kST^Vrce~Grq9{?-
pCK}HiM@IrpdX1wkvMy6Guh2b!$|Rnf_xE2)=SUr;o}>%GjLf;{ntw0oSZs;PstwRGvu<Fbi4u%E`T+T4a^dTz`Kay%Ev(Uy19ETr!vpstk(JjHSbA_7N?HA
$_BkvMjyI~o9j^*dMsomMUve0wxelQ?3%3H@rYOMeP{J-!Lb~sD4Q#7u1nT>@n%}m*ZN6&jM@q&d%e*mg9(bYHi+VFI7VK^e15+;d#4<yU(l-
_Q;3b)Jz|QQCRQN|DN_y@~U>zin-gvzSA!B7BM`1HcoPHFz^fkdVgLlJzGgeWKi<`lf`b^{+u@?Bv9go$6wnL-m=klG$s)0uL9#p``li;<S1|EOrFsS-afF^
KtfTYoMO8FxV?n!Fm3u5O1FD4&V-q{ZBmApbn^X8$rat(YOb%94Fr=qvP`IOfA1ZuVE6sov-
y}62}E<GZ9AGM@N23}JzGcTMRDWqQQLu0&hz{2Ea`gm70^V9nKLDA#}%4-f|!+uq$JSH0CTr-
5eFZk$ceK7c=S{L^UOMvfIDuR}{Inb*6P2i}g2xqN3kN98>^wD1ejx}1rr9+>A?Rj!AGdBo%I8KFQ4!odjQu4rpw`mkl?=Ij>lEOAoj&N(@V3Z)g8HgFF;hn
Q~A@SnTSdiThat;)u!r42hsyllrqqc#RgOddnpSF&!=Uk-
*+*gP9qm8NQVS9u{@3YaNL>lbrrH&kOjHp<vqriN?ISM6R25%D{qOrU7fKRUtVg21T$nfrB@UVU;o*t77hhO0U`ieK)9rp-
CtnLNVY_ie$mKb<9Z!@Sy&QP*Y0$NR!g_&krsK&|;c6mP-luyY82c?FB<oq^Jrv4Na+_Q&Sn}(t75ssiqav~0Ft3f*wX5skrqv1KvHz@dFZz|M&J2gyqkolm
|<x~~?KyQ^-0OmpixJqpVnDA*={)B#K(S)99fNIl49VfFX*R~@dKQfZCF|GtndXG@~#8be&-
3Z?Lun|p}vmUgW7+~%n2cXjx6Tp2P2&<HuK~Q)vn5mb6?6YFvP?-
eKRPG0FJ(q{ROT?l5m}vUxpb5~%)*dA6J_YvW9RfO(D!e}+7k#jX@VL<!)TFT;OcZp(t6(&`?xc_1^?SpsZaHZ4wS$yPV>0C>K9+LZ){S}~=}9LS=20t<67;
%JVSa(LN7zH|B+A)HgB)*pw6683dCkJZ;M$XNs%_CZP-{|yR4TSH-xP*$SeGcYaB(=;B{2k7JWhfMetkgd5)Y_#_C8o%qXhjj^N_V(3~XtR1*fSQu)9MC$hg
oIY9;}+!h9-
xE29e3jq^Zer6e$_Y6K%!zC&)=GvEu$p=f>UUZB=b1x7CJ0Wvp+&?8iz3db;K0Gj~?bj65LVN%yL;ZvuTbbsTK<~=uFH{Ww42~=Av!U<kYRI<Y`w0y88z3<o
+Ans{~vR=j^j`~_UP(cZeUubQfR*^<El`TZap1Q+ngJQt~Ej9H1(s0o7X&{&tF%=~!&4oz=)`Au<MRdvbF*VA-
9`@>5LuEwi!%F29Aas5`ow?{SB|FI;wtJRPMW08&x{x!}4H+x2$fTGW(9jpge>hIHo$QM47<NagA%~Gxel9rcI0Y78?oK;}ETW>`+Y0-
XOMxfBipcx!Lpp8uVgwb|qnkJPQERQn;>meda6vy0=p8<ZZkZMhio4A>eX9`%KApUXRPJ>kx#A*}5n75)>{kX)DmMU4LltPYA`<fCjId7F7#y}N4dlVKsMvZ
Zl(0*HW^eo8OAfL)yyX?xm!yfS^wQy}E%7jQViihsn2tAT-USgC^zq}fNst%16&6#WR0Kz0jx1t8mh%f*-
)^OO_2opNszEMQlzI>ixt5P6Id{Qxw?~2<v1;h~li{exNi)<?um$z9ScQhQ+Mv7biO6T$D)1q4AuZ5|0v1!|A<!?G@s&m@hgVMxX($JdTGQaiwcVgiOahuv^
`0t!xRa`~JPxv_OoRjGU@%%j8TW}Sp-0aXP%HAcgLQ8-;F_l;0C#zd5?`d#iQ1ZYwsIrlT++ZN$I4*!W94YQ0l=3^(r7=w4toEDO+Z=gsc=S-
Bc)(F5***8NlBULASVlPEZ;hZI&pOvI{0E47+cT}XwbQ|Rq7_RO<@c2>h_G@(%Y7@^wUOi8*kFyEBwGQFbO!=_)!Dxw}4rhYUtQd9k6rFHu$V=3yR$K5cIU^
LFsc-Xt|58sNMq;pmkMmoIN8Cxa54Knl(*mjdU%byly3QPm;yEvk{owkWRhGx(X!bu0-
_2et2_oUtE$Ch9=!a=03BpfcWQ!5VG%uULRG#VQK2nebzx_UN;X7jXgt0=FI{AK@ZWRl+$!$*nKoO@fAp-
O;N;>)46w1IvS}~50*J5(aw5<aom+HbRWIZ!rY1abiLs-H2Y2<Qq@P)g!3J!Pv!s+U%mo2Qk&tC=LzVF*+3Y2aTB<iqz-
)!w<FDZPx!#Tin`+H3#}`AK##;vVAb+;VdBX#aOiYfP}#B%G>12W)^4NW4u_p6%ViXN;7Os$yhu>DD-vy(dk#tHD4_$_8_;rRDRi#qe%j$3hqkz;M7t}@Lgr
OEV3pkz;C+k(RCH#6Wh*W7Iael9>-
S?6?U#uB4U|Chy$;IXWQ6&vov&!6fC1pvISu&qO&>7BZ5*DIBZn=P*`O_gVp@Asg>XX5RiJmT65M{;1}2Pq2707MnZGW}0)f$bu<QL?utO>yh;>N7j6_LPTO
R}7sG7pubr3C`c?u0b<qg(#B%sR2u^?ri7PzCi0rb731{M!02k7cfYJtOXkh8u7BwX-AnR1Zs9xsL4>Q4iOd0SDhm$DQZD+gSZ7nrpg#DF^;Lz#0;f8ez4F@
2>u5#=t(rA}=dkHznCsV$WTcuD(C5Fc=l+WB+{%-e5-Cl8K>Yn5G*+Nb5hggtWjvTtu-bz>u5ZnFuh-W9{IC0d2D!<4alyA1Ft-
GKe`;$YP^G0b&Wg+}*;=wiM+7~Ibtm##YuQ$qGpCaZhmd**x5u_3D9{kt1zh-7!T;h`gtHns&ZjI3-kV^C|rA-Yw00;2FMdfS`+NZ0iWus$jYFSU0uzj|W?e
D^{OPKYvwk(Y0phvmOP$qJU#)zQ;2fBsgwC3Yxu^q+=TJPgM}?w_DFKJ~&S8Og#5_k-
{V)eA1Yvx9mhoCMD|S!25%UEtY^anNas4tyJx0Oocvgv$fUknf>jsN+2eYUX+ZAG#}8nb8P*PM!s4>;Y7%w8K%ab7^!e8$9oC3bN0{LEe^y)WU|#z;Lw>_Uh
${*3UYEC)UNmn`HqwK*}3em-~VzLqC8SwnO3B>}05-5(5&v9>ULFt>~q(EjDi3h)+8_#@CAK(Hj*l3#F{-
Xwd#icxA<0ob+~3fy5yJ*w<r>MGrI#_8+>L@w;0{C4Xc=O_~^VSv1BXL18o$3~@sPBGXZcn^D0)4JA0y)(yU{HifeW_JB+0kAxH5^`P}79=s+0fIi}Li0*5+
jxKc_jvlRPr$6<&OJB5$Lt__5(~=!ig}rrGq2V$EaK3pG;wJ6@T9b~^t-AN=u7(pSH3JJcw8##0?X?+2$4CNdV<Oo7$4xpeBNSKZ^HJ(6A!S>(1VjhNp-
R<5sCjWcz895?1{U9;2G5EDa~yUc;mkB-
bnFm*A$ARQIavTcWN`ts>p&IF$54t@2yT741+D6t1qN%#(4eU&R-kK9-CA!P^ZFpVH?SWVKBG?9T}K8D*Vson*hs-GPPzbD<kHJ!r_&=(DF~;W;vm_`eyA{{
j20U{7!-
Vz0>k<`fVb1<gNVV)L6>>{U_)<pROq<PEN5CI#cvpbUjC7dQYCchcGs?O*qCXwbnoF<F6{=AvsS=qnl4D`m??bub{6$Wc>%IfK=j~0B=BLU?bNi1s_;QL7xa
!Bfi65A1dd%b!-tAJz|=*4K)Fvm*s-=78nZ-
^R`ouId5#z8NBp_Ks9FM8FE*omU$z0C21S&AsRQ_2Dg@geCIRV$)gaOBG&p8O(?j<*f^lj)!Bu~4dico~<~94`DD6YjfS&vk@U!}@b$T}7C>{WNQz^)E(ZUT
qBH{Kbh%}xb1SN6Rz)@!mEZA0zo?4HAvny;+Pq#E+_3%09s$~SHT-
b$1^wos7!z|Iy>bDnfQIxT1A3W~PDRg?h2_D>23`!l9z`7;9!N(oGV9^>1aR+au(m1l{`obom;}HvZ_lz`9?RWqlsC-
5$W;;OP+Sl}lrDD{W#+~4)ffW9j*c;~eHAnR?-+~nd@^H(j>FCZ|X<R5=h>xV~g(`ZhK!V;DC>wVdOjAD$8khPY<CaBm-
qb;GYsp&pc^!n$_B{huYhNLIsq^5$6L~nUQ3ozurVMSoZ-IzXKRj#mXOO&m59ucew94833qO<8+x0xyK6_WTPgPT{O8SN=Px$P8i?`!RpBi>kCjAL9!1lH9u
0~R?$0zQPJ^)VNPWl!&>cK|>M>vh`|4>WFGo`_S^uGl1eMuiFW&BOj4@lXu`wiPKFl}S+b+nTHfgpb+dw*rp%k5;J;sv(9maatl2Q?{ENuRPtdIEbNqrI8%g
G=|4J_(moP5KwG=?Q!9q1Hs4^jR<7X78<togw(JPI@VUKfHtRiBmI4-
vPe~xJKX{OD26n?lVc!2f=;vNk5Alyo2p~?wY~gGl@^!Oz=IAA^o<R!JkOKk{e~f_NiqJ&JuoX2b2DZ*oHx*-
y|3y$@ZZPbP0T}^yNlE@2;6dPBnYmb`m(A581v_T`Y@VGMdoE$!cKxIz|4ZzsGHEC;c=|(pA!5teMH)kAN;T>F?FNA4~L96Ss-
&KYwEH*KnfMh+H{!+AMvq%LspB;xAvb;}>k-
@n9NzKSN;0@_qIk>7%Fg3uz~GY)~L_73<nW<jw7SKc0*i_q)XQEwu@rl)34okH)c2Wbgl+l4JYgE+5%@F)c>7i5(p4MdT@F;>h+X)g%{^d5sRz*W)}NNce;&
^GH8QaB2nVD{|X?*nYaI0nu-
YtR?B+323dyY~Q$%z3){1n!UHtXdO=Wmp=W#-t*uRc?pc!zNjFgf%r$tI04&dPDaFjxnuL$e(xUx2>&>-o%HKC&-)WT#PXI@u>J7E?ER-
_l4Ku#ltlCfr+W~2)wC}m_XFV4dqjT%>9OP<kzmbya-TpfVDTohzpU?l0>8w*gz!%vV*8={cC-D@y|wJUgWKt(9|+aGp0W4Dp0WLBzf2-`v9p)RJtwi!-
t4^xK?u30B6c8-^zBl75&M2U69YwbXiXCmcq6!^pPynJNbHlVGK=_$Sgay@&mvcj^|x2E*!w!&!-#*2Jw8hAS-
_eD?7g@LyNTQce;BiIMjey;DmBiAL~mjPN{Rmp8YuSOz}|j{>~BaS@dU0;C--CEi(718x=EJYa}osVv;A{PN48&C`<CV7vnk=PMt%jkpM>50*}ki#GJBtIf+
6WULz#i>J-
4meY&@KoP3%K3`MAjM#6>@1<jMTEKRg6CZEHa<GAF<r+zs&f{@vJe{1QBHZ7jIZw~7{f=m~dm#OPy=htVCUD7wqdF8HJsV{<#!z<yzV@Z_;=ctjUx?4cWtCp
Qhp(OEiBLH;%jKkbZ1J{^R^9$dg#g6>#(*-
UI3T@APHbHdjwZSm|vH!ypci}}gXiqJ{g7>&%j1?p9t&{P$MuM95kemMiGo|y#~d5*#UuKR#YaTb0yYc}q+s|MvQ>SA#({WdNcbB~IMPr^o5m*Bgxm9Ttl1L
T`2;zP%GVCBn|RD#QP`WiHbyu(qb_nJLuQPw6DuC)PQs@jV_Jq^JQZ)mvY)lR%$%LEl)L-
?Rg6t>^j0|anXEL_(e#;Wl$V6OH?q&|2j5<Yzn5*OVDPt>_cYw}Li=ZreG_E?OvJeDAdM?FD$@>r_-QcQQxNW>jSH{sn{ws1F3!s7Idv$!(yE!uE(DZXZrM4
_{VxS#trDAXB;BYdTBu6Q$Uc3p@K-ZuhH^AL-m0|?8H%fPZ7{i%=K7-8BAUsUyY9V#?a#x-ePa6^h%!Ke{27@hwN#-
1B(v3_el<~e0!l~O5~(jx{fy;BOgZ6mOxwicdiF$V-|^{}|SE1oWyYi9wi5DGke1-nmCg;rMQQ1eN3c>ZK7uGsmK){R^PN9Hvl>#D96@_ZQ-
^xo0JX5KU;5p@;YsYyfm#n-
6J2>_^#TMIZDZ_rAMelW1n4cl0)!|JEv@ao{Ta4SN<SoI3lQS1u_X?dZ(5!Yybpa3jMkp*6LN2wI`DkS#S5ntyAVzhQ049C`>Y~v1m<%}a8#yfx$k8<$})dS
#V$~?Hb^%A<)WQ<0S%|~Y{TF}l(1+dF59T=aQ49nbVabc8@mMOTMKYvaF6{K<z>^?^U32l2+vOxyd-
g<!ICv1S+BnN1c76Wsq6ycd__mSEOdwift%3@!$2b3%cK|0VK-=5CLUAi?Rf8SIvaPUPazU?%2JGm3fuiFeBZ+wnS?RG<-
i9>Oh)FhlZH5AT_^}wFE8l_d{fYuX*uv`2|9REim-aX<mF5+#$_XbMAcXG-
W151V2LaznU12^K_3C(E9^9E|VK@BwMosZpR4r7ZkYhgjZ0kBSK6gJbZ#MkAIgC43&p??2({HU%THASzZ7P{5JrX~5f^~EvFX-q<=oa}LC@-
^7+xdyzM7mx4H%>eP;qzaT@WZ^-(gs|p_iiLQZ5574u9xpy%iwj4;L9$ohff_ky=-
j#ttv}d;X0%Bcs6EQYw~H}UmQc3{kPE~TmRs<;UR&`;2V;EcjtO*Mmkd|em7p<7L-
6CQ4cP8!Fy2_X5+2RUhU5BM;$?>2u*&xCsQ<DcS{F^Hdg^|l2CZC~e@s1_{)|>(JZKJ9aSVcInhwFe!Nc&UGAUeR9*bqNobae@AK3NY5m>WO3yY~M;6&pMIP
2w8M%UuN{lR@mx8`B#;RkWkO+dwG55XsDE<=aQQIxpNYTVLb0C8kIt{Yj8j%Y8V);_I+v)AV1Ct1gFzgLxXMvO16tdq3p(JdWF79GOoqlUv>*ZN^6139cz%!
gKRHC!dN7w5`O#Qryqg7NMTgk4HTz{nGpNTbmWUGER6k+w28Bf1Y>R<#G7Tg``UQmHsL*a)}mkHix+_3*p6-
tgtRQutx^d|d9XhIh;zfF;X6piS1!Q2ap*Jn5Q<`Fp%^Pktf@F^i{_Mofd<&fTJGW#W<DtnI?~zFn~OayfkH#wO?_41lY=6L81S$@r4^8e9`H48PaXgzk<vp
|_?7wtudT13D<22dhzIH&wW>O9I@#D*+coZopGYEy0N}L)6hb3MyMm0`*npXvK0(q<ujiUlG)x3oSf2;XxoQWb99K4<DZpkH$qOhvSQ9_2GG+Tk!af$@o!^;
dtl6{`i!ZB%W2ngM03;fx1KYV4DlhIKnm+JiIoUo<Dj#EV5TYa`};HhCt7JzGD|0AE}6g#_xdj(}Uslm}ESAGQ=tCR$;kYL$O_gI^5U290u}zac+?&p8jkbn
#+|$d(RF9nyZfkyJadkSxX#`ewt1VeA5jnxDJJHnD0t&e{mfDUK=T_*n+woZb9?KGvT!+c{tnL0t;&ZzTRSkO+&ijpqJesevkkk-GDf*><)65@IepaFCdx7o
$!9>Ltx%2z%nmK;@t-hQ^WVmBG+z%;p&!1z?mY3cMRa5gH3U${>FPW`5}TaV|v0(+$s3Y6HDyA%o;yAqK-
|9E#Uq?lHsVZIe6NOW@NG;5|rc~qSS_*r!9=T<M$_3Q3rDl<!y||J^L}=`wELG?x#Aa7@Lo~l^w@>r<_HX*T$hul}ErQ@$NAE`9-
uz3!*56co=hYB+M$X#nR*Iaaw69h-!|6K88oo+SE#6g|rf~*pd&Nt4HG(6NciSt^b*PewKe@M-PB2WZKc$bCRgAd@Fj)#IOrqePH--Yp{KGG}2jIPFpXzOpU
0pqqAN8=&|a$@cO_HNb$v9TD8k^v|*YloRQlO3Qp_*oBNzabD~BAL)lc}oP0|-<XRvt*Gm%LSd5{p_f5QDlQ<aNGarwWlSg~k4>h-
I+C*~|ltFA%CZ)Yt9%xuxHeX)shnxm)g$e4X@$0ZS;3RnjYvnAUm%Zr?BM<vPUuqHdyVgMGuC743dne=OUE&rk$u4mD>$7=1YZ0E>H3P>rWW&~^{pMMBM<I`
HU4f$I6L5O%6f85iFP!S(4D<Co;rpINI6@^IxA{%QGX$Z~ZtwwETlWNP$ku{~lh>e=X(R9|-
~MpY2+4v)E&;gxjH!kA{!&VD>P6^ZcNmz_XF;C61kT(M52vL|gN56;P(e-
+hxaeWN~sdKFy$5eX#9tH%*;y^?O_LxDWAkE%v_ORVh3~{Y=oWWiCbi5K1OW=m*E-PnS33-
5%yeL0afHB3kH4|4(wFg=pycO%A{EW?=?vQYfd|Z*UGN+;jI>^w&yO~U1)5P*{lnXPI!b<EOS8OgjC#Oz5`zzoeayRyIH`pi}*>BG_sg@5SP_Gr|{G^ysm2@
xEOyN*01`2A`XUOUhHL|@sQ)VVX6uk?O_fJM{Y(_j}60n1f?L%Ql_Bm?cw-CXcN4#t}mKnpn-j*48YR9srV4*G?H`mhFv-$DM@o5e8y`X-
rKkjo_4+n4{C@PjGE>PmU5Kf*~xdn9QB@9&1WWdTHOE^guDjML(*}5%|=|(HVD4iCT}q>p;y73X@5{XO@+9JS1NwLXFGJBqhql`R<B^$kOq{Q!^kE!nDU^qu
)@0M)EOm3$ep>L9$?T!O{>lX$5$rfr_T-{p3xC#Gr$gnuHA(9TOKqYXnY)-KL`Qi#(oAW%dgPJ6C80}+DnkNZd5_0undKGy@&7LBp?&{QoJHN1s#}MhSR-
tU{$~2c>Agul%lOBjE>lb;->9_T+Uc<vS1w6k5_`D&<!mAE)LBVJi#+ZkAQF6J+Wk^Imiwc;6W%I>2ET@wjVDDSNF=M?1$Y$^~ds1Qk@NwT_B6xmU>Zv-CK~
v@O#uY!+s!kTsdW1oQ$e_$spdWo@iM4F|hbjH5wh|4OC?B;YljPklqS!VCPZ;mfqik!Vi=qo?rr;Rb~sy##`aZm!8wFCvHLW<IbUy^<&^;uV(6q@<cq;<`zA
BizB$*cL(VB<c>q{*3u!p<$$JQ3pn4g4n2N$6@~iR!|cZuR6*Gc9G_E0_bZx+M?1f!RxYW<+^M%gdvP%+@++mvqSf&5yN{5%>TJ06a}dl?U4|#uhvC33lYye
UGkP)A73SGQ1BI^D$iA_^P;tg${8(--vfr2v?Jtdk^u?oC_p~zhd1!>an<KGm;xxEJ>NH%d<AOEL-bDWg12mg2
''')


def passes(check, function):
    """Raise AssertionError, and say what is wrong, unless the function passes the check."""
    report = play('multi_head_attention', function, RECORDED)
    assert not report.unwritten, report.unwritten
    found = next(played.found for played in report.checks if played.name == check)
    assert found is None, "\n".join(filter(None, [str(found), report.hint]))



@test_case(name='returns_the_shape_of_x', points=1)
def returns_the_shape_of_x(multi_head_attention):
    passes('returns_the_shape_of_x', multi_head_attention)


@test_case(name='attends_with_several_heads', points=3)
def attends_with_several_heads(multi_head_attention):
    passes('attends_with_several_heads', multi_head_attention)


@test_case(name='heeds_the_mask', points=1)
def heeds_the_mask(multi_head_attention):
    passes('heeds_the_mask', multi_head_attention)
