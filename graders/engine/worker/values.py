"""Plain data in and out of the worker: numbers, strings, containers, tensors as raw bytes.

The forms (what stands in the JSON; `graders.engine.values` is the other end):

    None, bool, int, float, str       themselves
    list, tuple, set                  {"t": "list", "v": [...]}; sets only in answers
    dict                              {"t": "dict", "v": [[key, value], ...]}
    torch.Tensor                      {"t": "tensor", "dtype", "shape", "device", "requires_grad",
                                       "leaf", "grad", "blob": index of its bytes}
    numpy.ndarray                     {"t": "array", "dtype", "shape", "blob"}
    numpy scalar                      {"t": "scalar", "dtype", "v": float}
    anything else                     {"t": "object", "type", "text"}
    a thing that was kept             {"t": "kept", "number"}; only on the way to the worker
    a tensor as it was sent           {"t": "unchanged"}; only among the arguments after a call

Numbers, texts, lists, tuples and arrays of a subclass (a named tuple, a member of an enumeration, a
NumPy float64) count as what they are; their own methods are not called. A dict is walked into only
if it is exactly that.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
import torch

MAX_DEPTH = 8
MAX_ITEMS = 100_000
MAX_TENSOR_BYTES = 32 * 2**20
MAX_TEXT = 100_000
NOTHING_KEPT: Mapping[int, Any] = {}
NUMPY_HAS = {"float32", "float64", "int64", "int32", "bool"}
ARRAYS = {name: np.dtype(name) for name in NUMPY_HAS}
NAMES = {getattr(torch, name): name for name in NUMPY_HAS}


def encode(value: Any, blobs: list[bytes], depth: int = 0) -> Any:
    """`value` as a form; the bytes of its tensors are appended to `blobs`."""
    kind = type(value)
    if value is None or kind is bool:
        return value
    if isinstance(value, float):
        return float.__float__(value)
    if isinstance(value, int) and -(2**63) < (number := int.__int__(value)) < 2**63:
        return number
    if isinstance(value, str) and str.__len__(value) <= MAX_TEXT:
        return str.__str__(value)
    if isinstance(value, torch.Tensor):
        return _encode_tensor(value, blobs)
    if isinstance(value, np.ndarray) and (array := _array_of_numbers(value)) is not None:
        blobs.append(np.ascontiguousarray(array).tobytes())
        form = {"dtype": array.dtype.name, "shape": list(array.shape), "blob": len(blobs) - 1}
        return {"t": "array", **form}
    if isinstance(value, (np.floating, np.integer, np.bool_)):
        return {"t": "scalar", "dtype": value.dtype.name, "v": float(value)}
    if isinstance(value, (list, tuple)) and depth < MAX_DEPTH:
        base: Any = list if isinstance(value, list) else tuple
        if base.__len__(value) <= MAX_ITEMS:
            items = base.__iter__(value)
            return {"t": base.__name__, "v": [encode(item, blobs, depth + 1) for item in items]}
    if depth < MAX_DEPTH and kind in (set, frozenset) and len(value) <= MAX_ITEMS:
        return {"t": "set", "v": [encode(item, blobs, depth + 1) for item in value]}
    if depth < MAX_DEPTH and kind is dict and len(value) <= MAX_ITEMS:
        pairs = [
            [encode(k, blobs, depth + 1), encode(v, blobs, depth + 1)] for k, v in value.items()
        ]
        return {"t": "dict", "v": pairs}
    return _opaque(value)


def _array_of_numbers(value: np.ndarray) -> np.ndarray | None:
    """The array itself, in a dtype that both processes have; None if it is too large, or if it
    holds anything but numbers, or masks some of them."""
    array = np.asarray(value)  # no subclass
    if array.nbytes > MAX_TENSOR_BYTES or np.ma.is_masked(value):
        return None
    if array.dtype.kind == "O":  # as `np.frompyfunc` gives them
        kinds = (int, float, np.integer, np.floating)
        if not all(isinstance(item, kinds) and type(item) is not bool for item in array.flat):
            return None
        return array.astype(np.float64)
    if array.dtype.kind not in "biuf":
        return None
    is_wide = array.dtype.kind == "f" and array.dtype.itemsize > 8  # longdouble
    return array.astype(np.float64 if is_wide else array.dtype.newbyteorder("="))


def encode_after(value: Any, given: Any, received: list[bytes], blobs: list[bytes]) -> Any:
    """The form of an argument after a call, which was `given` with the blobs `received`."""
    if type(value) is torch.Tensor and _is_unchanged(value, given, received):
        return {"t": "unchanged"}
    return encode(value, blobs)


def _is_unchanged(tensor: torch.Tensor, given: dict, received: list[bytes]) -> bool:
    """Whether a tensor without a gradient, on the CPU, is to the last byte what was sent."""
    try:
        with torch._C.DisableTorchFunctionSubclass():
            return (
                tensor.is_cpu
                and tensor.layout is torch.strided
                and tensor.is_leaf
                and tensor.grad is None
                and given["grad"] is None
                and given["dtype"] == NAMES.get(tensor.dtype)
                and given["shape"] == list(tensor.shape)
                and given["requires_grad"] == tensor.requires_grad
                and not tensor.is_neg()
                and tensor.detach().numpy().tobytes() == received[given["blob"]]
            )
    except (RuntimeError, NotImplementedError, TypeError):
        return False


def _encode_tensor(tensor: torch.Tensor, blobs: list[bytes]) -> dict:
    try:
        with torch._C.DisableTorchFunctionSubclass():
            if tensor.is_complex() or tensor.is_quantized or tensor.layout is not torch.strided:
                return _opaque(tensor)
            if tensor.numel() * tensor.element_size() > MAX_TENSOR_BYTES:
                return _opaque(tensor)
            data, dtype = tensor.detach(), NAMES.get(tensor.dtype)
            if dtype is not None and tensor.is_cpu and not tensor.is_neg():
                blob = data.numpy().tobytes()
            else:
                # A clone has strides of its own, whatever view the submission made
                data = data.resolve_neg().cpu().clone(memory_format=torch.contiguous_format)
                blob = data.reshape(-1).view(torch.uint8).numpy().tobytes()
            gradient = tensor.grad if tensor.is_leaf else None
            form = {
                "t": "tensor",
                "dtype": dtype or str(tensor.dtype).removeprefix("torch."),
                "shape": list(tensor.shape),
                "device": "cpu" if tensor.is_cpu else tensor.device.type,
                "requires_grad": tensor.requires_grad,
                "leaf": tensor.is_leaf,
            }
    except (RuntimeError, NotImplementedError, TypeError):
        return _opaque(tensor)
    blobs.append(blob)
    form["blob"] = len(blobs) - 1
    form["grad"] = None if gradient is None else _encode_tensor(gradient, blobs)
    return form


def _opaque(value: Any) -> dict:
    try:
        if isinstance(value, torch.Tensor):
            kind = f"{str(value.dtype).removeprefix('torch.')} tensor"
            text = f"{str(value.layout).removeprefix('torch.')}, shape {tuple(value.shape)}"
        else:
            kind, text = type(value).__name__, repr(value)[:200]
    except Exception:
        kind, text = type(value).__name__, ""
    return {"t": "object", "type": kind[:100], "text": text}


def decode(form: Any, blobs: list[bytes], kept: Mapping[int, Any] = NOTHING_KEPT) -> Any:
    """The value of a form that the grading process sent (it is trusted; tensors are fresh).

    Raises `KeyError` for a thing that is not in `kept`.
    """
    if not isinstance(form, dict):
        return form
    match form["t"]:
        case "kept":
            return kept[form["number"]]
        case "list":
            return [decode(item, blobs, kept) for item in form["v"]]
        case "tuple":
            return tuple(decode(item, blobs, kept) for item in form["v"])
        case "dict":
            return {decode(k, blobs): decode(v, blobs, kept) for k, v in form["v"]}
        case "array":
            array = np.frombuffer(bytearray(blobs[form["blob"]]), dtype=form["dtype"])
            return array.reshape(form["shape"])
        case "tensor":
            return _decode_tensor(form, blobs)
    raise ValueError(f"unknown form {form['t']!r}")


def _decode_tensor(form: dict, blobs: list[bytes]) -> torch.Tensor:
    name, shape, buffer = form["dtype"], form["shape"], bytearray(blobs[form["blob"]])
    if name in ARRAYS:  # NumPy is quicker at it
        tensor = torch.from_numpy(np.ndarray(shape, ARRAYS[name], buffer))
    elif buffer:
        tensor = torch.frombuffer(buffer, dtype=getattr(torch, name)).reshape(shape)
    else:
        tensor = torch.empty(shape, dtype=getattr(torch, name))
    # clone: torch must own the storage, or in-place resizing behaves unlike a student's tensor
    tensor = tensor.clone()
    if form["device"] != "cpu":
        tensor = tensor.to(form["device"])
    if form["requires_grad"]:
        tensor.requires_grad_()
    if form["grad"] is not None:
        tensor.grad = _decode_tensor(form["grad"], blobs)
    return tensor
