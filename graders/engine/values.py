"""Values in the grading process: tensors as NumPy arrays that remember what torch knew of them.

`worker/values.py` is the other end and documents the forms. What comes from a worker is
validated here; anything that does not fit raises `Malformed`.
"""

import functools
import math
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from .worker.wire import Malformed

INTEGERS = ("uint8", "uint16", "uint32", "uint64", "int8", "int16", "int32", "int64")
FLOATS = ("float16", "float32", "float64")
NUMBERS = (*INTEGERS, *FLOATS, "bfloat16")
ARRAYS = {name: np.dtype(name) for name in ("bool", *INTEGERS, *FLOATS)}  # what NumPy has
MAX_DEPTH = 10
MAX_HASHED = 1_000  # items of a set or a dictionary
USED = b"this blob has been used"


@dataclass(eq=False)
class Tensor:
    """A tensor on its way to or from a submission.

    Attributes:
        array: The values; bfloat16 is held as float32.
        dtype: torch's name of the type, without "torch.".
        name: What it is called in messages, "X" for instance.
        device: "cpu" or "cuda".
        requires_grad, leaf, grad: as in torch.
    """

    array: np.ndarray
    dtype: str = ""
    name: str = ""
    device: str = "cpu"
    requires_grad: bool = False
    leaf: bool = True
    grad: "Tensor | None" = None

    def __post_init__(self) -> None:
        self.dtype = self.dtype or name_of(self.array.dtype)

    @property
    def shape(self) -> tuple[int, ...]:
        return self.array.shape

    @property
    def f64(self) -> np.ndarray:
        """The values in float64, for an oracle to calculate with."""
        return self.array.astype(np.float64)


@dataclass(eq=False)
class Named:
    """An argument without a name of its own, an array or a list, and what messages call it."""

    value: Any
    name: str


@dataclass(frozen=True)
class Kept:
    """A thing that stays where the submission lives, as an argument of a call."""

    number: int
    name: str


@dataclass(frozen=True)
class Scalar:
    """A NumPy scalar that a submission returned."""

    value: float
    dtype: str


@dataclass(frozen=True)
class Opaque:
    """Something that is not plain data: only its type's name and a piece of its text."""

    type: str
    text: str


@dataclass
class Epoch:
    """What came out of an iterable that a submission returned.

    Attributes:
        items: The items, in order.
        ended: False when the iteration was cut off.
        not_iterable: The value itself, in a list, where it cannot be iterated over.
    """

    items: list[Any] = field(default_factory=list)
    ended: bool = True
    not_iterable: list[Any] = field(default_factory=list)


@functools.cache
def name_of(dtype: np.dtype) -> str:
    """NumPy's name of a type, "float32". It puts the name together anew for everyone who asks."""
    return dtype.name


def encode(value: Any, blobs: list[bytes], device: str = "cpu") -> Any:
    """The form of a value for the worker; tensors are to be made on `device`."""
    if isinstance(value, Tensor):
        array = np.ascontiguousarray(value.array)
        if value.dtype == "bfloat16":
            array = (array.astype(np.float32).view(np.uint32) >> 16).astype(np.uint16)
        blobs.append(array.tobytes())
        return {
            "t": "tensor",
            "dtype": value.dtype,
            "shape": list(value.shape),
            "device": device,
            "requires_grad": value.requires_grad,
            "blob": len(blobs) - 1,
            "grad": None if value.grad is None else encode(value.grad, blobs, device),
        }
    if isinstance(value, Named):
        return encode(value.value, blobs, device)
    if isinstance(value, Kept):
        return {"t": "kept", "number": value.number}
    if isinstance(value, np.ndarray):
        blobs.append(np.ascontiguousarray(value).tobytes())
        form = {"dtype": name_of(value.dtype), "shape": list(value.shape), "blob": len(blobs) - 1}
        return {"t": "array", **form}
    if isinstance(value, (list, tuple)):
        return {
            "t": type(value).__name__,
            "v": [encode(item, blobs, device) for item in value],
        }
    if isinstance(value, dict):
        pairs = [[encode(k, blobs), encode(v, blobs, device)] for k, v in value.items()]
        return {"t": "dict", "v": pairs}
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    raise TypeError(f"a {type(value).__name__} cannot be sent to a submission")


def decode(form: Any, blobs: list[bytes], depth: int = 0) -> Any:
    """The value of a form that came from a worker. Raises `Malformed`.

    Each blob may be used once: a short message is never a lot of memory. `blobs` is used up.
    """
    if form is None or isinstance(form, (bool, int, float, str)):
        return form
    if depth > MAX_DEPTH or not isinstance(form, dict):
        raise Malformed("a value is not in any known form")
    try:
        match form.get("t"):
            case "tensor":
                return _tensor(form, blobs, depth)
            case "list":
                return [decode(item, blobs, depth + 1) for item in _list(form["v"])]
            case "tuple":
                return tuple(decode(item, blobs, depth + 1) for item in _list(form["v"]))
            case "set":
                return frozenset(decode(item, blobs, depth + 1) for item in _few(form["v"]))
            case "dict":
                return {
                    decode(k, blobs, depth + 1): decode(v, blobs, depth + 1)
                    for k, v in _few(form["v"])
                }
            case "array":
                return _array(form, blobs, ARRAYS[_text(form["dtype"])])
            case "scalar":
                return Scalar(float(form["v"]), plain(_text(form["dtype"])))
            case "epoch":
                return _epoch(form, blobs, depth)
            case "object":
                return Opaque(plain(_text(form["type"])), plain(_text(form["text"])))
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise Malformed(f"a value is not well formed ({error})") from None
    raise Malformed("a value is not in any known form")


def _tensor(form: dict, blobs: list[bytes], depth: int) -> Tensor:
    dtype = _text(form["dtype"])
    if dtype == "bfloat16":  # NumPy has none: the upper half of a float32
        half = _array(form, blobs, np.dtype(np.uint16))
        array = (half.astype(np.uint32) << 16).view(np.float32)
    elif dtype in ARRAYS:
        array = _array(form, blobs, ARRAYS[dtype])
    else:
        # Never equal to what is expected: its dtype is another
        return Tensor(np.broadcast_to(np.float64(0), _shape(form)), plain(dtype))
    grad = None if form["grad"] is None else decode(form["grad"], blobs, depth + 1)
    if grad is not None and not isinstance(grad, (Tensor, Opaque)):
        raise Malformed("a gradient is not a tensor")
    return Tensor(
        array,
        dtype,
        device=plain(_text(form["device"])),
        requires_grad=form["requires_grad"] is True,
        leaf=form["leaf"] is True,
        grad=grad if isinstance(grad, Tensor) else None,
    )


def _epoch(form: dict, blobs: list[bytes], depth: int) -> Epoch:
    if "not_iterable" in form:
        return Epoch(not_iterable=[decode(form["not_iterable"], blobs, depth + 1)])
    items = [decode(item, blobs, depth + 1) for item in _list(form["items"])]
    return Epoch(items, form["ended"] is True)


def _array(form: dict, blobs: list[bytes], dtype: np.dtype) -> np.ndarray:
    index, shape = form["blob"], _shape(form)
    if type(index) is not int or not 0 <= index < len(blobs):
        raise Malformed("a tensor names a blob that is not there")
    blob, blobs[index] = blobs[index], USED
    if blob is USED:
        raise Malformed("a blob is used twice")
    if len(blob) != math.prod(shape) * dtype.itemsize:
        raise Malformed("a tensor's bytes do not fill its shape")
    return np.ndarray(shape, dtype, blob)


def _shape(form: dict) -> tuple[int, ...]:
    shape = _list(form["shape"])
    if len(shape) > 16:
        raise Malformed(f"a tensor has {len(shape)} dimensions")
    for n in shape:
        if type(n) is not int or not 0 <= n <= 2**32:
            raise Malformed("a tensor has no proper shape")
    if math.prod(shape) > 2**26:
        raise Malformed("a tensor is too large")
    return tuple(shape)


def _list(value: Any) -> list:
    if not isinstance(value, list):
        raise Malformed("a list was expected")
    return value


def _few(value: Any) -> list:
    """A list of things to be hashed: a submission can choose them all with one hash."""
    if len(_list(value)) > MAX_HASHED:
        raise Malformed("a set or a dictionary is too large")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise Malformed("a text was expected")
    return value


def plain(text: Any, limit: int = 300) -> str:
    """Text that came from a submission, made fit to be shown: one line, no control characters."""
    if not isinstance(text, str):
        return ""
    if " " not in text and len(text) <= limit and text.isprintable():  # a name, as most are
        return text
    line = text[: 4 * limit]
    if not line.isprintable():  # hardly ever, and character by character takes its time
        line = "".join(c if c.isprintable() else " " for c in line)
    line = " ".join(line.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"


def writable(text: str) -> str:
    """Text that can be written to a file: half a surrogate pair cannot."""
    return text.encode("utf-8", "replace").decode()


def article(noun: str) -> str:
    """The noun with "a" or "an" before it."""
    return f"{'an' if noun[:1].lower() in ('a', 'e', 'i', 'o', 'u') else 'a'} {noun}"


def describe(value: Any) -> str:
    """A value as a learner would name it: "a tensor of shape (3, 1)", "None", "a list of 3"."""
    match value:
        case Tensor():
            dtype = "" if value.dtype == "float32" else f" ({value.dtype})"
            return f"a tensor of shape {value.shape}{dtype}"
        case np.ndarray():
            return f"a NumPy array of shape {value.shape}"
        case Scalar():
            return f"the NumPy number {value.value:g} ({value.dtype})"
        case Opaque():
            shown = value.text and " at 0x" not in value.text  # an address tells a learner nothing
            text = f" ({value.text[:60]})" if shown else ""
            return f"{article(value.type)}{text}"
        case None:
            return "None"
        case bool() | int() | float():
            return repr(value) if isinstance(value, bool) else f"the number {value!r}"
        case str():
            return f"the text {plain(value[:60])!r}"
        case list() | tuple() | dict() | frozenset():
            kind = type(value).__name__.removeprefix("frozen")
            return f"a {kind} of {len(value)}" if value else f"an empty {kind}"
    return f"a {type(value).__name__}"
