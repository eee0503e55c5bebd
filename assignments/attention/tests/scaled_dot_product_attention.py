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
c-rke30RF=*OgG+h-l){5mHGs80x%x?MmjU%o!TgY0z9J5h+B9G7~9DW<sK<v)@7)lX)I8Pld>o>3`pSDs^$c@7~YV=l}nn=d^qG-fORMuf5hf`)%mp!Nx;|
%g999$k3muI_-2U1UjysE@B-
+fsUtG<P*eoj2)}v>+B;6;`%CQh=cvTMYX2r_yvpogDF^u$kW|J9HcWoY`h^i;O`vB0gFX}HQ>EHgKA^Y3E&^S_+OLwUp~%3UR4WB2=?@L4RZAJ{WJI=KR2<
D^W-WR4^Lll4Se6=$jvX%T_g^26#F>_xj0L?vG)rO6a=~W1&V?M-
p(#w0<nik;OaTaGsx4=S1@4;eGc^V6AS#@1g?hk(Kpy<f+&#ha1%L;gLzQyZ)ZV3uqbefg&;s+De!U_F6b->3J4VIx#}C~Py+c?T}45T6Q(%2R-
zV2`*=Lu+J1ooafqi2ee@IuQM49SQ+ULcbo%+ahz$8jwb%Cv_7;2kdwWVzaPuAc1*$Mrj!yZCCt=N{odZRc2wkOAd`)}R!j67!j$WcEL0_{{bNSlx;^zwmt^
&`Xe=SHuDg$rlAhE!CvS-
kr6T(AyivAKUl_38JIg^~dgGG*2tNd%KYU88O|1Mp;)o^0{b9(r{-8=(>#Ev}eRrH9Ry+i_Uk*{8WzSOYk6w02VfZHs*ZFq{SsNh-WjN2&4!`WXnwv+MrN|f
9)N0B4v3@Dn~n&9@9be9U;{dlq`aeVNLRn9WxhPh{FvB1U8JJ`pUGeB2YL9o9-
>?bg`;9$N$@TOx}O$a5jN_tY;{hAz+vx|qL*m;6<r(1b@3o8ATRD40sKAcOdiBTxvK{(BXR4(nqZJQvmVKo7Kx1X=5YNuE6R!!s|&7&qU+?*+5&Plm{gBTum
g0q;zE%xJFln1xmx5@fp<b2a2zNf7(cJW7ppy+F<;XBk-Qs6Cep2Sg5iH4`7${4x+KxcQ6AjDJbQ7MnWsx`l`=EIq6kW@33;xiQZ`vrN5JtuLR^mXOM#)-
H}a+O%QJ>wfhS>_KJZdU~RR(oI%eoKb%CdjchJdodbocKBa>Kr8S^c4)?sN!(&0|FnBvoA-Bk2B{)InqQTUn7BDKVO0El;M7XE*>2?>lKSdzGD95@OGZU2~R
344uvZ>S6`>{oZ>eq&nBfPB+$>--7(11oj>bzMpY6b1rhMamB5*^6<#1xhApTcqH^J=aPi{~X@QTYZ!k}-
o2Rd*cnUp8I4{CG2XANY$P@UA+?}a}q@JWwDjZ5)xYcs0HUj>E$|XqP>qkx2f|C#@luCYjJ9`J!IFPEz=;Z5f#1X+AO(HkGzfx&c#}l_|kfXC37Zz0Mze)!|
B60O@;MCSdKxb9Ke{mAjZHhRn^Ys&Wb7GTjlb|mSgI}n|X~uO{(o{uK^?@d(hH4>H6zIoO(pM_;N?0jV94&gBG&>oKI+=4$aze0JAadx!3&FUOEYTEROV!HZ
4OD8Mf57}LVNmo`d0eO?`YsKfI9$AK2Z=p7Q}`R$cp?2!&D6p0vZC4+`_<aQ#+CZ!ZJeU+QrRK3%Syx^wTP{vz|%KKEOK_OaycQ+{y|lTf+M$7&6pvuX4v7y
g-rnt!wsdrgWGzXzvKK(B`C)jukot>>L{xcO^wh_9LVib&L?~c@B9P(T!UT2G`^F%uIf27D6tSw=UjQ7`iS^VC+*=#;W5_6CG{rUuH;;&^q})H8ZMx{QoqP?
&-);LR6u<V?@K~N-
rhn1FODzHQyjt_aK7H0>*i#~5Ah&+UWQcTolL3%yGqw6RbkDLtIB6qd0c5ICk@Ma8})H^r5w_Lf|FU*9<vlos^X<e5Yok~;`pinp;}B|{7+DoiBZ$%g+&LeQ
1Hs3>a2OfOWnrT*sG!y9<`L}s=(zNfn^QWDkG>r#+5aRtZ{sD4m6Nc$&{)M>&cm2uus(~Rw=_ObLI1b?|7*ibX1GttNftKRZ%(Aa#LTt)K?MxcRZ$a@9@0Qj
UyFt6*Zh^@UJ0f>A5MLB0UHzZG#85sGePYx=O>Tng%3=t>vG1P1MFpPfKZ+A%8ejNy4Ja8PLrubyVU?=fugI!!4EuU7TEu1cSbe{K0vAQx1PH(wa`JwuSN|G
(rgyb0XlPbx*I_Vy0T*Bikye@sg?vJ>8^{bd?CG1U%iogbkh?dM*s$Q9F6MQDhcQ0yk$*?;sj2ICHKtFpvulJe;ZOxyhWcIj;Ew+b@Lkn!KlVqW;#C9<74Go
ZEM*!si|0%xT)AdPleg^Ra#{$<ttrcJmI(SHO|MA*x!@ojc+=Ec~L<SVd}zeEd)|W|5)`6n%+`q~hT*4X@=t0(sp^Pd#clo_w6{Q!5wMlOEMo($|+-
MU6eexde(y8e>(*mz?GOfso4i(x|kG>q=O?>R?YwoPMRJ3v}g!ERG6kw_z1h{ckW?>0q3_E05Y5%hzx%bXX{uz{Ne(jd472sW4|67T-
lu=`%ci9sRizhOQkT=!^tLMn(b`4`*)wOFa!Y&07@6M~T!*^myB&)<Z2X#KX_K%B2PAbG|yzQ_Ssd0pdQL`L#H_9-
dqpAPs??xu7nD53e~QDhnVk9wP31`;&^vpVxZ$t}1y|$%^wj)ukQEDi_^~d|hhJ{aP%B^jxE{C}*wSe$L`<W>TJMN<i~R4vexiJit)kI!T}I!!JF<y((j6f4
|D2j<Hb}DUX~C{~n86ApED*tjYmOCqLjSp5ia!d)#{PkCbYDo{6Er)KJiMd|35b{|<=R-
vTk=G%MAuS4eI8zhba*9=GX3M1g;gPqT0EY4Ybpe+$H{nrPnZ|CzG5X>@K49Dib))VzW!&m%rgaPt&@ZI#vMe_*AXs>+G0a#U`wy4Ffnzqq>^0m>iD&-
DMz?|+~9eZPL~!%gMA>|d=W|B3qlTLe?d;U8+zzYgKwEpq>ovj0Xc{g>zCO9A+oXXUFh{x8qbS7qN{hokR)&+tpKQ0u#iUz3BHUugWYX7r10hHrk4@(U^9ds
X4@vmgo#^y4|u8Ob~4Ui7JIx$jhe|K4I>m3RN%GT$oN{yYVB{SOuN-MaAK6UM(R^!`Go`|S$xueSHTt}6dcGyiVY^4F2bH%p<v9{GPPp#D4#%>FtDCf`%QAI
h}<J`;ZdaqX>Kqj38RC|z3V<*UlBe|kADKu5~xzpStQsLGTnCDQb-l$rh$kUFbO{aZwv{VCD^J1bNFp<wE+GWBB!uhYuZk71!sQ|uqk!cR}Je>?|2JH`G-
%;=}5*guAgI!m#CkP`lSiv8cl!e377|JxY&3#EkrHqz^=eDQ+>|JTbG|E+OQot8{~kSnUYlF5(srGKSl@?W=|>$FVsV|b{uGR==Azb?u&KVAX<T$$zz;yNwU
{D3t7FPCZl?YmGOB2mp7{a@dL`o?P{zJ8S#oTM)kRKH76c{7TCyQt>N6o0q@W%A#21Ip}Y-GKUY^-
nOa1!7jSL{}#_rp*4L!Ae2?58RmgPXtq^H>Q37;dOmu>c`5y?ru!|bA0^tt1SN<D|K~a>YwANt}coE0FLVV#?+5xp)PJr{a_C2;KtOCH=|#4Gt}jcsUJZ8cV
1!tbr|@w*WP~}F23>3{4W#<e)A3dUyc5n@9h7QwAXy$|JPyQkN-p97dpS{@|&<9!@~bxaQ%zLoPT|u*5x-uKQ>{h>r1siVvE-
4rP?3nV}8`7+Hd^#g<mLA{pNpb_=OI-
@BiP2zo*T*yk7hR<Wa}hi_QM}^<uL+`QGXa;<~<G{GWae@b|vAqQ7KhWOD6#lwq#5R4IMRw}SA~B`p81MpaI|r2TkTDQ#aVmD2v5$M*4U?j+;Ov@MP<r~Uit
o#f}qxS165&&3C>U8it;roH9c-
1y1oX#3gd4jpghcACPk+E&i@J9SZ}@VV9tZ}V+&S=llAoOqScb^59vrFigsx~@~wsx<yN*}@`^w(a3L9WOocLb|?4y3V|Yhxj(a**=-
hQ(tn6&WkZVMd^Lo>;eC5c_o1IpPUzVm*NfgrFdlGqtDQF)-
ILJ<?$MfkhSEWPj)M&@`^UDp!BqSl}Xn>HRLI6H~T)LaNUPdx^t7u@6q*x3+Q?>M;#u~{^9%H@~u;`0;O9<?ffw*-ro!9{Iw-iUV@5auWA2w|9m=s(=p1gpk
vP*ir=;*g|=pybR9v<dX!JgbvG%U$-
UZ0`RaW2I>pn#<RZntayF$i*IZ2XkZjhUu9qBTd4aZbFJGZ}H(mTd=P}V2sXkEo13JDw_aPn6be7tYdoq=ipoK17U(j{jSt|c^1qUg8C!apy`y*n!-
cvn|og<akCBK^#UVX7t-pZL5Xus~6BNRUW&1G!tIRXvwF~zI<yg@DBWx%u`T_SnG!nGEOWcZ%TB<A9FVr(^$D6jgB-MH3(7(985_LS-
1lzT3);n@XdTJ8)O{Qe4Zu{e&D?UitHRwnolkcYmZP7rx_8LWPh0H>#z!tCpF;C0|E=+|!|q@Rs}^jHr#ojVWMrv7jst{4`nXhO%lZou<*r%=jwX+OGO1Xdf
UUS;ZE`beK|*igO8*caZQ{OY!SPUY4_m+lLhNh4p<`OL|~v_I%Uy<EC4tX5Jv4c>T{>U+rmseMQ7p?2V8<MD#ZDboEhou@dB>Z`a-
7PU9a4n9<FGM_(F`3p=vrFLKPg6{9!3q@3a#YJ-GDE$0!ln%iiLy9jVE}rgt!S)Z7PA9u~YWKM+K<&{<CGs|Huk@vKSyr^VLf5}B=OJC^{NmHpUQAW!z892^
l;in|uv<j;i;SNkwael=hE!e=Vi~C&r(N1k_5JAHZVGp_)jK-AcrB$rxzwD>yZG@^>URWd4`<T#t|&?8H|+U}(qkt)MCU))wUCa7?|(z*51Lm-
`QNpM+G+7@bLy`IivCi)fPn(fr)AE4>AuT({Eouw_!Uw(y#vo^zlsXgx6`HL(tYT6`ZaAkr%LznXASBfi;ad+Ip=Demf_cpnCv0lM=JfOzAOXGsGU1S?vvU<
Y|JdmZ{xdEj>XO2#8A4X#!CHXe`hHldJXPS_>qchsXPKwr24#RL+wJ~up^7gVbD7&w_F$9r>ySI0J1r0GP_r0AFR>xARp^}2Gq8lB<r*YLT4P5w1!;}y566W
AF+xgYYipWj}|f>oo(?P=PS%BMhPzM91Xo>+N0f>cj5AoRWSO-YB2oV3<?@H1f!($V0Bs-
#<$EzFJtRr8&3}y@nR1$xETb!2Yv$W1!f>NjT5#BybcwvvxID06};-
wb~4pq6+5x59W1ckPudKvk8MkB;94=@<|gW7(~H44=F{1nmKS!BqH){E(MFfdbzmx<FL`YqEwhMG-t-
K)T^9<UVQuWzIuaTsuY^MlMd;~b3pBW!7T#Yx8Qu0>$z1!~A4jf|gP7-$%-
y}}5L9Z7!yd0hZes>@R}^Q#cpby;GY_@JhwsHOVawXEn%XDe<WPSSzwSB&4eUpjE@>rsHg-
<VwQ;@BBZrQtaBB>i;eS=)Joi3|o}_>u<dmT9v&4{L90m{c%Fy96JE495r6B6N5L$N|4CbZ1;Q9LX(0t)|$k6NzPde>`U11UMYMmY&Z!`-
;jrYRVwj$UaG7ecBy9n_`!_jr+7qB#O7s<>|WOYhkGGn~7*#>FrAiG@(aK?bAcD^pz;2DdJwxmirL|!L{Z#84>FUy$bya~r4Cpwz;H<ULwE8WP1oY>m!^QW;
`QRy|>`q2bNADt~!>ZC8cFwYJj*gQz6d&b*bwj>lcD4WBmnOK;wcRb3xww{cW&2|fUdkj%?;QgFTN@!nvSUiU`37g5DxU~!99Q}#)ZCN}bOFt)J@j`HMzbf%
fJP9r4wPRi!T1|8pIgvG+;uz5adn_Z4XSPcop<W*cgK)Vlx{~x1a(1kQ#v_wJFGB%#9(s+^lWs!agDoKV@>Z0d{~I<lcLF)5L?n9W4Xtw<V4acrkXNB2l!&i
@tcjX1IJPNH-
n*1&?2Km5&EEirl_SWzczJxH@GY}xOg6YZe<O)Ccmr#50);^)$)sSGm^_wi$E29K;^OAUOnK&RR5r~LUfj=MZqE7u=Fe7uO4b^1?fe4$u6q$JdQl3^!xSNK!
aOuEL<7$%9||p_r=jU#&d_01Q=Ifh6AtfNV4*VOJj5TFVUfAFISyEtLgI@Tv3+(ghO1*1k~pJ=xR1tu)Ys!Pd{9>=tJPazRpWx}jNJ7^UpIzapFCAK<B=cU&
?-i_$J+_%xa-
08)jgSdriyrWza`+?A{pv+KZs&)Y(g6Ta=7)`Ybf5p5~b$pV~g1q(0_18^k&TfxRIlSD~vy)d2bh*H%dMMgKvkMUyIfHucK#w+8{}u)&h3f)+C4=5=n&3m*b
e@Drls|Xc87`1qs)Z(Iibf@Y3qe_GxxZ^5kSom{QLVH(S~l9M#W)?Yyp#mULQpRs0avI><r5=8kyj(qQzv)o!rc{{-&5It(|=teAr_8$hu<osnO01*R<bL+-
=d;KEVAA>;cNkT2_t16;bHJLv&<oqiiqa-==mD^>yRu-
=;EcK8(<Y}`8M_m?J2S7Chi`JqZk=VZ1;vqQ6pk+UgrG>>M&&M4t`NsAccaarieoi)tk@E~E%K|Qp2-
yNo?^9po7r7_yqRt^Q;DnuLa$}*zRmBQCIPB2Ap%$N<I8ZlFc5@uF#Z{+c4KGXAbpzu=@2@D$VB#iVb2jTn961#?7$-
<UuOu1}!wsV&TsFB1lyT6tk)7^f2b}zwE#x8oU#lRJq^z)P>vo0<Zc3Z9i`{mXM&ks4u#IHybmX<|Y^zPe(`EAQv;WG90j3~Dyqu#PHv$?34>2xDU*jwLGxT
b6=b9Z4qreM-Z;q~z`jCJ28X!D(c%*&`Q!gk_l*x0JAa6tMlC|dXsij}9Z4Id7`Ee-cGZ?y}s`Tn(}m5-
g|Q9@hPaY!h!u9pSV9~F^@C+<i}BW{BmgyKv4MuFN(OFU=!W4NH;fj*xP0oieRAbZ*w_inC?8b0Zb$Ez+!F>GTz$TW+IY1$ueH=PEO3?&>C9)Kg1tnp_%ZTu
mm4CO!wzCFwpGLR1r30Kc;ch)f1{0vJ(d95rBrX^yxqQ2O+MIpXiG?jHzl(Xy{F_FCSKFGQ*Il>N%wq<1|8d!cBZpEs-
7>^U(^x4g`n&&qDkcQl|6N!U<N4z0ovt)Xz2}$l6iVycuWB1C&v2v%I;P(X)<o(MJME1#hNKi?{@rpL!E4Pi6on>n|RIr!DFPtp5YCS-m-WEXN>w39o+_vNP
gR)?pxenX(=^St!*OApQFh+LjL)lkn%1Qmg%@D1)oK3yg0fv@tBXYe`k(bJ261)2o5v?7Dg$k?4lEh5OjBO8z%fYq8UbGQg-
8n{jKfB3(v~y(p&71&YqpNsNjtKwL=Q0;3NVX(RCS06=xHv)bq26a?*|uHI-qRw)#R)lFoPhk+`wO`^LBhoel7E^W!St5o-
W^5uca?0kG+vjS5Ay}3wmXr^{w;7~<Qz$?);>^4L^(%Qw26;F3-
T6OncvAQhSj^qnJ4U$WuA{2iGEkuWbwi;4n~hELCrlB;nL+3Ola{2CR{NZM5}Hv+KeJIdC?vSUF(U2MWw<Og>z6h`!v|FMG=+7WOln<(GCjht?K3-
x)=`iyo0CrO^4vqnb>&PL1gPZ8n=HEPev+bvsT8MIR7dkrj1Q;&n=Ic+lMT;cq{_T)cA2z8HL>sw1ui?o8=9#^UE-
Z+wET2S9|{E7V}_hphb1xf!=MHQ@T@e*ZOJ<|NK|ux_^3K`~>^_OZ@)R^Z#jn`TSs2_!HW;TPH{Jum?-
8(tMz6Ce6cg3r5g<+OoHiG#}kOmgWZnlYE*FSe{Ixd9~#_J89h^cn!^0EYHT%Ji~JNiD)|C@8Jz<XC1d4r2Vp^WN6)^crvZ02z&#MN$Ug-
w`lu8Nb@Ec(|t6b$#wrg>j}wkb|g`Fd$VksmrUIw&Bw+!qIsXCPs1#_UdDThPcTb?=9|U(R=KpjDy<JiBzL6wSFwE9F`D<R_xnKer2}!&d`amHtxx1uoT2h5
KJ=TE-
;76}Xghxjtxs6`^<PTqj97F{num9NMd$0Trukp8lgWKL?!TS3x#JCJJ*c>U8(N2nNH}+muCqn?Jmsr?nKZAJSx56X!5r&76wc3#=DiWwZz(;353Oh`WBF2A&
nTKs`HXnzMe{PJ-ElNujF_Uai^31tLhC!ZZ`^5KE)(fO<y`EQPwNAgdppy*RD`V2WBUB=5FNK1*opEZGs0M!hh7ZWLG>`+h32s`X`5e4>j?f*ed>>)^{?dny
XZX2HGQOcu7&*@YG>P-6|_}Qr1mCrvc*GIJyL{61nn~SbRET>vig9!1t<`4bQ;lIH5TuGmV;iZ^<>BCPL=Fe-3FOh4tLv9igLvZV12*mP-MLs7R^`)67wdw=
e;&;^pRe~0VhJdY&p5}XcDAoK84Tg9uNhEV=#Vb1Y{3A4CeM+e7fh8Fh8y<f))A9m{4DQZO|Q986%5VJQ#?kKU;!QGZpcrrHA3@{ey6O`Ysr;Dh9fDQoz%ll
cB@h){t_yA%65U5Ee}L0n?^uU|akBV7=HK1|2T|!)>uJXYN**|H&Pn?^`HwbaQ8y!BVtxj~-
dsDwPcNa>XAfEkyP^2eL0loo24M5E$F7H4e<`2ZwZ*K<sjPJTc@c?0q{A4z_H8Q(M`xgWp@RPYy4KSv{55%M&Ls0vjdl-Ak5@oe&C}LWe^K`*pBRXoSZMCg!
?pHVCf{d}xsX)3M}2F=WX%!nPG{nZEgn%(`vb*!9?6a96wl&pb0=xRw{B?9#&}=jH%tuR*J=3~^At0kkx02WxtiK$mzHTpaYkYWr147$t@mx?7-
u?RXrSHx3Ow(2va-
I1^0z#7ahvI7yPD2IA9=vQSs12YW9!K{78r36xsihx;kBQTvDU!NIf`Lb{EF=bIKl#wa=5=23k%ZM!DyS)L5WcW#m!>iM92^fV+JULxZXUO`G)9Gq3X0P@Ea
aoeLN=!}m77&gd71$TPkl7pAvO2H$zf9@5syPyWI3ZKI5-
UV>VW*@}L?SRy*6%g>~9@yG%hOkg)SWE7}%*G4gx=AcloXLaYybRFwiiZ56{V;^f?@JbJg$O54+|@Xo#CwLZhGlb6Socn(hxIxlQ|g8-
`b9A%dL!9Z@}r@z=LJxX?T=aET8Q;o0cFe8@TFVISbIh&SerD*>xR!}Ur)$k-+Z1ASKW2kfXhjwbKh3@l~9xQRFBKCZmR|TjqPF4?tb{y+1p)n9^C3-
m%OO^NiN5>wK)l@S(-RjOT!{N_@0G|wmJ5`HXjU>%Rzni9*DSZ2=9j4VjX=0I6Eqp`F-#h-
1L3|Qr)}=CAuo&(WWfy=XBuX{~1O;>H!a0qylqw6>c?K6*hT9v9h}L!SrN3Vt6r~Tsd1GYXz1gr*7BCjdhk}!kA#NU%douJE{xK9vz3B2b<xwy6wPgh8}DvO
a!|r4Oy#%?U1u(ExftCm1wCN;l?9N;IYaAa&?n6KCqPm7n?TNrMMe5&+5Y1U$;lLtG6@JZoxQCm;z!^6dXHK!DMFpqx_i?SS^<a6VGVj`g@<i;xV##PtP>)i
t7ZjZOTym=?C!QR5JLi-T_*jSAyd1Ghpw!7*>A@gZk6vgT-eFSPwY^{Z{FicW}rjyFELiw?5{Q<))>Q!kNaPy)T|g*wu>6?+}$^V7d=EbXJDhS0<q(88vvcW
C{@L1*jxZj7GLAM~%`aljuh)BxZ4CXqbh7G;N!L&X4{bR#??1Edw7SvTh05o7xSw`^LgtS5ILNGKuM6(}2lQPJz^%OqAw*8ilTH&&2dt!?ZJR4&f&+pqwcKV
Ds1>VDMT6Mnv96$s`JW?$iK<<=R4z75mXq&%H>wOcCl$E=LtA@hCCtE>e?OhtSx3)J-
Q87`MD0Ig*Lw_nXI=3o+MnnyJJ}PHLY;VX0l2^4M&N#a{L7u*kuTaOi4gWQrnV*I@&r+u=84k*m!#aZzA;YR_fTdqql~tXP{fcZv)e=Wif^$=jINA-
ZTK+ek9X`VHfyoXA94Tt<>^dNAO)k}x$}l_}o2Mu>APAvkIb+Shyviv4s*IAXrB@MhojOwYM~OwzsEjLFhM#%^vhGiy!+v&}(+xwmGSuw!EfG-hf6ldpJy3C
~tVCJp4!vD~$c=D?TCSeNaL%(K%>vd#wFa?T^<TfCHQzB2&&3`v%(OE^J7qUPh?m*%1&u`}7I%(G<gp|xm&-
d2fW#6_65X%*~N(#Lyqv$IR4vS^$|eMmW8KvwAv#VZ3b3Am)nmYpxl-g#gM9<+TsS=MA5-
lSC~SrV^{htKJUg)2s)b4@=Y@BM4hWyvtScc>E9*=m3_6%9aOFqe5>uK>O3xDVcKJ_xC%r{K-Fo#=dq4vh9ILLb}9LXUx4V8YQ-
v{*(RFK+q~iqq<0tBhU9KxP#jPw)YuSy#N|rG;fyx;B<kk;#3&<+t1`<JOX9frs#zojEx4d=YHGeyr<-
wroU619ri|iEN_ZF}M|Mik4W+gq%j}@y0wecHY4|BvN4p`}Euew&#o>X!+?aVZ=k&s1y2l)#dp_E~%V+-q?lA{7CSS_pdQ}-
y+xHcqmKy9cRr=<t<w^8H`mI`r*YBce1HHe#=dm+L4^tT0!Q%&;+NAL(uPI`;qdf3uM~4K-
Ox_S+<k@P&`pCoLTn#L3V57Q*eI3Vi2#iA}XFvU{Y2tS)I2St$o@WhbTM%)prF%#YrFQE>Ol79_=SKZA3V6xjehE@j|vFX(-
Cl&W5PXt+2Lu2e6)7Vdf)49QEWOtTD@kW#u;bv$X<iR8)l2T4uvUw>{+2B5gb==LPuqA0u8)YPe0F8}%E!zu^4@?>~6I!TSr|kMRDZ%5U)gg7*`=|KR-
w?=N^i!uyXZzrp(p-
cRuUgZCS}zu^4{?>~6I;htiTSEt`5p5b%Yh(;06f5SWBXthjoSOw$!tSC}}oY?tilhE3TonW<54Yyujh+JeB!k|V^;i2|fFr5<%<*(Fmx^6Lf+u}BuH=Pa_9
1fDeGDSQp?m2|FK1BkTE91G(T_OCk9U9-s0gv9a9yRT138f=6(RiQUI9Oi;P8{!m$8PKg&hgD*;S5E*b7u-
T49tO<vok<ov;Z12zvJ$BA!O)WN1nyGaQ5f|I5c7hj5)Ry?(8`Mhr**^iE0KUy;uN671?m(SQo4}bT3hxGJ!SN*ah24-
bfl_D^?WT9w(piCYqsr*`3#INXpw-
_^iDZjNLR~aNKN|SAHAX4V;3Qp<=Mn+y|4&=abw~Zustz<Iv>Aa58V;G~6)*<5f;aNZ^x}*ivW>d1q#z6CoXOR>EAkIo2PJ-
<HKwl_OzKiVC<V|AsG>CPUVfju5YR4CdXs3A>7)!A0lA@H})XXoQu6;XpB*8Mg?Ict(KLjUsrRxdVbDhk$o`b$sRCC~(c*4tbwq;A*eK&?&AnbIff$ev+_6a
$fEX>%vB{HfBd4APMC>S+fY+TNUS+q=n%D>9-`-cRRtT2V%T(PCV@0-
3y2G^1yBh4Y2Hq=~#YPA)Ie@8}w$+2Ge{NQYJ2jq>J;wso_FUP)>k{d!m18d<etNz-
~Qn(Cod1w6IpgLGoweQF0M!;o*QiZRObh>GN4Fw|sKkDH1mJae#AIn!xCVYe3BTprR9w@a(t`tn<GOd!RKd6L%dv;5H~k&mkMix?;~)2chZBIpk@P4$k1tzM
sk0KDm`}cx6eC-th~_t&V!AZ%J24ugr&%{cek4;N$m9O5>U2vG2y5LB97;|1F&$G@vya(VInD#sZj_b_?Zg%S9gsT7vzxQKZ4uS(0;`PowOuI;1oq6=`I*h7
mq3Nd27+V5;U;^fUR=Evt`@DEUbGudL6;b?S&36&;WWW*|a}>*3y~bkW{1C1l<H0Or}nv7oVYFIbj7MB>N#FimSEknPdXD7g*1eX$F&hCC;0Ki(wvEsdbZ#x
>+(mK;;MaSeR7Sw`#@G=XUQSEyeS1D84<h5ET;&2Nb;g{bu$i~OUiIId_0%s!t2Zlfi_$WGmuK2BLMtLZR!+dc$JhuVUCPD2Pib^!M5Yzg%w-
BI*|0$9`~AGJ!5pxe%K;jM5yjGlM^b=e#ST~r%E^b{M&pI3~0%e&w{xedYEAc!r9OJUA;=?DsI4M<>9RlL60XQcXYCDy>!#MO2vZaFRtizoL3r6%2R+_Xg8`
B@@4xvv}caM+CAjx3OzdA9=2t{Vv@xhaV0y%?5-C_>E2u1Iy$VhG=BgEJJ5BZIXKq1URWuvmE;=q{;`b&Z<iSKS6daFYq3b=m}y*d$aCgt0@!21r9&q1-
AB;Mq}B)HM@1Tpfa+=YC=ixy#^*HqW5!<`C#T@;V&Yw;zyt3sAp(3XZGZhHLqb_|~)0SY}lwS<sZrx!Aqnq1KMAnO6#a{|!5K1V|5i1Y=?h@m_^}u)x*<*UT
&Z2PLuzk@a#1oSq4>W3*YLf?Xu9%TQc1udG>H8*{Wh9^jKfYi>2|u;v_QNCO=0{F2V8X@@oESnY3!!{<Gxb86b*&&-
#9X1wt;_wvt_;r~`#KT}_P?Wuf;^p45Z0kpQ2+x-
Epf#t$;>0Oh<X4j>6CWc7wM#vqjylc_zJ*`RYfcvyY$Cyj+qP$b0cdMMPhts=U$<L!`Eh{<yKCOM_3NK3Ul*vo)QdoMoqO~l`o}tpaSu%d~&WGiPj%R6m)8j
H7w>zFe_pqz>Eon_~oV4~;(w5fXWR_f}HAp8m?0n^&4|<13(9i2Qr9&rMp5AF$noMi15m!3XTB2q0Fj|Xq(!54%t;s%tw8m-
Ke=|$r1dpXP%Guf!U#?RddY7cQ`TI*0-
(3S*YjrxLcAWCBqVR~$f6+%;+cQ5ay$e%5WgEr2vz4?4tfD8q+p_mKr9b(`u8(xRp=$Kbh|G$&Qhvw+O0UcXb?IHPL0Qr}b0d!@Q#>{ki=}tTa`Wi(@f);OD
|5#6DxGH)E9EcI|0ach)<Rm#yfd8M4NFecq;gK4y<rjMFM!Zmqu`Azy~`tG*Y*H~%iBiRv0PvLiNbp<mGWm1Na2e$8cXFFwT#~NN!IB?=y<a-shu>cp!_8V-
k^8el5@!sIvyl`Agw89P&-JDxspr!Q;exTob)WIoMdK<&!>DfxJ>URIW0a!<(NDr?76h297Suv5oaGrYp%-LCn#LQ@pN9q!-
15J+|6St{eqFN6RG^yXB?(@%Khm)L0lnS&(bmND4oAeUwS8UT{Ed2ANyEA`5l$V*N$anWo2Zg4fmU<ma#KmUm`a=M&j<xo3j>A4e>_dK6niR)}UO#T89B#z-
D+gJOkIaPQ<lyAGTuPRyN&M7C+cwgWt|Bf!iitSmUD|<g}hmF7Mg|trO$f5l=6&tWsR{cTo2xjmAFhTEh+7W>hA<94=Rno$J#Ycb}yIQ^rpRnOZ+z&cH{y2z
u|e#b@>#(>Vhc4XYj-xabu;Ok*KFT<t4(tr@Dh?Jb+I54<C=_RQ6!-3$jDvm+8jAM{!4Zmw*34~<&<y@`)w--Z{l&6=jddYcG5sKr!Jb;-
b?h4Ii<;j!e?TB~pJ7vm9%bDyR&8Bg@3_bc_bRgYPA8;55$z00iYcMpA!zg|xpqu-
l`;G)GZ=yz@ty(U+WUEA0a7d%LZ1~x`t!9P5*lg;#qAe(Qt!RhzRSeLbG*yibJIJnE0)wowdmR+4*i@(*@*T}uovsu?(CYaqVhd26};<WHQSQxb(b(&X5?#|
EqCVx(WMi{qT2Qs@9r1$<3pH`1`(=36YJRfM%F!8(kbCF4dqR)C*S+Ir9sd#2kJ=UK&3E>G@;A0#3H9S$zou{tOhTfTlPj&AO$^8@X#{r4R<47+yv^0v96?U
k_U$208*5~L&R^KZQ_Kci^J2oE-C$#gh_2f~IJmQq(_{uAiZ}GR|ML1Sh9bs;%Hk8sOyS01un5i%fJEoVJ?_ICYe2>3tUcX!1yA+O%T3s-
waoxS}>aiATy>Zk^5$v8NFZ?6CcWMQDy4`)U-
@*YG>NjFLT{OnF4KtvNk~X__s~&r7de>U~$;=$Vb{M{kZFBntOs_u#M~}M<CH@h(^I}(sObaA^!&APgzgL+K*icX(>cy#1x+?CRs~!{S>*6i#o*|7Re&5w!%
Br?7T5A-}>#a%W*gmzd9^2OTBlNn@f_6!L_`k+qfL^^^8}rws_>eo+YFUr%@V*D$9lQ-<X0>K>cAK&fUK-TmuOQK#HGi4K4t;k6>X(ki9sKfOeMKzB-
c!NKV>rpIxAL3(>D#;E>~4i9rbv_0RqAxIdaOr7W8BN_Ao|>S%y;=q8dMMB4IQ!5hv(FXh>M-8$9i6_hc8C5Fkk1+SN=uERw;Mq8+mrYq#!JMewW-
hW`ox}Ujy030yh1l4SUi?yB2?0ZNk~hmkzKyTIYkBy*HNq!0D^&8tlDg9_+i=k@Our_nZ7p+3kmgt~1dflh%|j_k@GhV--
ED@Z1e^(YYhtzRO>?%ygu+*%NoyNTxh!ee|jx8&OXg7x$9D)xs@b@z>+T5;ncD16fnh01L)7ActF|W4FH3z^*sL=7mmS-yQ7?Cr7S@*6l|^Z-
=9jb|cK$$7kZ$YbMKK$L4gfc>5eTmRDuB%(<9zcJNfP%)NpPP}@nmw|z(U-(FXZ&-=9s){hIR&g+&IW<yOn2C6SYUd`9k;xD4zz3S(tCl;aD=^d-
@dT6|K!ZqOoyA4986Afzd*Kx-ZXc5|&1q&H+!!HchPjDd>`H|4LM`NgGuR%J<YZBK-rbuOD5Nf--4I14jK4(jw331F`N$#|Gh+2oega>YmL4H|NoN;p|v-
;`!obcXfm=L>M$+bobMCNmPwLeU~9uDE97HE6736y5LySml1pAJ)l^-pEcGUQ*2KBmF;>gR-
9edIA%2)O<=+80_bSIwWDvKG>Q`jmMy+M<^KZ8&HxYBM~Q6y9ATfexx*)}|hjZ>t5b8m6KV3(_Q6!*@tbW)v|8XDXvd;rp54j-
7K%N3D<qbdV!wX4oLj_Jbk%-
W$|@<|GJRbzQh)s&dY(1}4nhGddD^CpU@CJdJ96MX}A`X#7Q{yI79$RW>cRns#fiZRkeEQbu{6QZ4>c7xbxqPRm@tST9XN8+u#NzD<(x)$)NQGnf|r`ZFPi5
^J3gB?}Y~|EkE(_{es5#U;fvAYmhe`Ddp$tDtIZ-ON!~$w3qE(Q?8yVNyS8R6kerxq)I-
Fg~_(4u!LgG^rj7e$@t^^eloACZB8ZvrqmMWbE?KEzAvN%^sb?3aty-x2~u0r=^o|?2S)gk&RfR#)rwaWt%|lpd*a-
JR@m6>k_+$xyZJvXvQ|wc#Ks%qOtx<Wy|=~6zsB~r{&Ava@k2q7bSVon&f!ek!t<*-
&BB?<!g|3clT1e8u)s_7yG&~10QKvpItKYOfCK0^?g>Yqwa?qu`+hP*hK#X?K3-GQ4RmOuO6$F;m%%lk-pnh_4DCk2J$`<gT%jI2U35|{-|dsgdac6B-
xKzOIEHEVy)CdJmOpf(sbY=*5g_~xRclzkBZ$(+N}t}2`)QW6SbM_ybJqTw*n35@lchuale8GUw^^QcsEmGb;uXLEA7Y5`=Ej!Hz=;<H%b>t=~n8l@YUV0v3
GOebF1O#<$&h2fB0oBJbKWHTJRq#TF_@JEBmkDukBXC+qyWwz0Z^AoQM@Sa<=t~f<lLd%w<mlNe`FR#LxIrPEG!rr43@=Bqin4f3yb*MXN|sx;0*Co5VgE`#
bwS#gC1W*CI9f3s|WM!=I?)6u(r$zmiq?sriGyw6*Emx@8MgeQM18+wiG3R<ZSG)g#)r%J|^m2V~%a7cj4IKFsL+mc+e1Mm*Afhr%`^SY^i$=w5ggo^Nl;`V
<Ty%_d(a+7}<e#woHOd!R2KW$R3)cd*5+3ns8#!c^EKUuUvr%{sFBcyGA0p#@~Jjj&6rBGm8XeTZC9gi`x#ffG$iP{8?f=>EAzxM)K;>i5(IuAfSTQ9X>2>x
nnu9-;?ni{b&V>JRKbf({0rfwXj07!!Jl*`92Khh=L(<lf)#CQV0(ZD$0*r=!r`VF_S%<}DgNNC}$R-
2(ONiEQ6yam3198IP8ENIrx##2s2L0<uDdZDrAf_1|Rx&xECDyMH1o`>nZT#l<7!_&!5c({(0zjMl-o%(-
(~#~MG*Cn&bKOwzzw3%rLmV6Q3zdrhIDdOy|VkIJ=AwSHu3@>f$AJbzVx*W{1Br^fMDHCB_qn(#b-
*FDnN^Mc7lsgX8*&X$n;L8Y*~cN{EH&m;TNoXEr{a`0l{0<v4E1$iU2;jmbPZRjM=+H5r=9V%q8dQ5-
7QQfhFs1wO_>5Ox>Ahx&sNb<(`MUFww_N0+wL*PGIj@r1<jfY77<$Z`4ejQ0BY@zLz8A9kdP!>OHcoU@`9Rdl*9I8K>r*^^3VSVXG-
0wa*r1c4wv~L2l!}5^DijJ6XMOv>RsYy8O)9eFzeG<?T^H8YztlK;nVm;2YdM|eno3{uz^KQsaDOAIkOE-WUsn1T$dQ6UGw1;`6yHOKSH0*Jo$~a%`%<j4D$
J)2;0(z(Q@HqJlNL@Vw&stF;oMsdZ21NnHaictYq(YfZIL79<O!7tiXQ4I5vHO1mZa3idi42-
xpAURX<X59lJyh{Y^AG6Yhlwye>bL68j4>M6_3S~!e=;gGA@qbEZnC>ASZ-^BGOk-
=z8$MP6Q&wx!p%={VASX)x;?KWRDC+7eS(acN7zoM7Lo4rOtFl01Gdd$bv$Xn1~??A%ASi>WP>^xLyMaqNY4(-
pm@<@ct6X4wYp}(+9%%<X6$Z@mrYv_&&tPP>o<y$PvRZ$xFCZJ<o0WZ(irxkQiLQyEgLP2S%h{C?ut7E%R}_u`gp_JE=YD@J`m`K4z22dju&cRvr;)IEe`@^
)kz@HS3;*c=fTSv=^z`y@zeS;I&x153aqv8p?mE>L(!Be>~Dk5y$ePCo~?$S1GhlKr;)JRz6fo++XXu8h(+yYB%(qmBfQpo1{7~y1L3hvB>ngAV3!WQi&nJL
$H5xYC28(v<b8w%Q!~Ea?%)9i%|DRMj#2pdkSvM9hh)yjI<xMlNzMsnFOqI@oqQ|4UeZ7V#=;mJ`Z9&~^_=r%|0p};z{A;#5K30T-;1vu<#n*tn{1e}-
<0;L%!{vH`{G%5yl2`lbgNhAuj1=n;R$RTIUSOy8iWJx__G@{qS$`J7LzsyCy^s_CgR(2scioqc5HK3Ei$U@Y|`P*Yog}oLmmfZuvudoAf2K0@H*MXF!pr;T
Bv)KERsAR?TeRUwEGxqR8S179FCE#J<`~ZCdurBraMWu`@4y2RvfEgDP+q6HON}IC9F<BI}&ZK0_ro$BrE6M#6G8<vCCfS;`*<9k-
Dx=je7HdtUK45Rn9zwvV!)r?wj`!%{FbZ@%u+PWs8Plxfum$P>K(nxY!i?Kc2}<^4yS}u(_V(&ZQHQ<}YM$YO{QF)Y}|uY?uSvo(96c)3eF`o4M@7X>&<nuQ
_a8^CwX)BQsxLlHBkZ3Ei7FC&H(Ouu-
@Vy#@g>C>Ic`FhHDr183jJ<*k#%wR0a*F>otMx0QtlJ8a<X>=Ja_#0%6u+M%4*vn7{zZ9<%V6VAQ~QHn!#&EHbRS!{Iu8RTR3J+S!j8;P%X7~YR5MOZ1Gh+C
f^PpqQQpdM=><--
Ut?QvAnMEx^)vBI2vKvbb3=pI~LQH)NHYJ+pODuD7ZJ4tSr?PzL*0vn)X#ctC0RL$R|w>P0sNx;~>UqNZu|6Z$_md&pZ!K#k~m_yA6)!KhX@9tL5*_Ia0?0b
I=uDu>jW8x6w8`Wd=%;&*Ec>$Q*NMQa5|4+vUbshgSjqS(wl#O8(N(`XO5%t_9?bO-
AC$q4Ra2Ts_yd68HA`*%>j$nJkDu^h)1v}H9<ru9;WL;D<Ho$uht_U0iZiDi0-<2)Mr`2Kjbx8=THc*F6a&{wDfs4qu-nXdPcjLAK6#I9>srId?K1yDu(spH
pEY4T!0{;sBS&ACAEb|5VSr&Be<C8mSd&H*|XdxN=&)4@OKJ%a2`BlVcX?`UgtDRp-`}mJEzmoo4JHLwfEX}W^W3}_EFYtVRRoDCfpO){hzJ6Wn=YIeRq*#p
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
