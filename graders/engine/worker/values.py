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

Lists, tuples and floats of a subclass (a named tuple, a NumPy float64) count as what they are;
their own methods are not called. A dict is walked into only if it is exactly that.
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
NUMPY_HAS = (torch.float32, torch.float64, torch.int64, torch.int32, torch.bool)


def encode(value: Any, blobs: list[bytes], depth: int = 0) -> Any:
    """`value` as a form; the bytes of its tensors are appended to `blobs`."""
    kind = type(value)
    if value is None or kind is bool:
        return value
    if isinstance(value, float):
        return float.__float__(value)
    if kind is int and abs(value) < 2**63:
        return value
    if kind is str and len(value) <= MAX_TEXT:
        return value
    if isinstance(value, torch.Tensor):
        return _encode_tensor(value, blobs)
    if kind is np.ndarray and value.dtype.kind in "biuf" and value.nbytes <= MAX_TENSOR_BYTES:
        native = value.astype(value.dtype.newbyteorder("="))
        blobs.append(np.ascontiguousarray(native).tobytes())
        form = {"dtype": value.dtype.name, "shape": list(value.shape), "blob": len(blobs) - 1}
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


def encode_after(value: Any, given: Any, received: list[bytes], blobs: list[bytes]) -> Any:
    """The form of an argument after a call, which was `given` with the blobs `received`."""
    if type(value) is torch.Tensor and _is_unchanged(value, given, received):
        return {"t": "unchanged"}
    return encode(value, blobs)


def _is_unchanged(tensor: torch.Tensor, given: dict, received: list[bytes]) -> bool:
    """Whether a tensor without a gradient, on the CPU, is to the last byte what was sent."""
    try:
        with torch._C.DisableTorchFunctionSubclass(), torch.no_grad():
            return (
                tensor.device.type == "cpu"
                and tensor.layout is torch.strided
                and tensor.dtype in NUMPY_HAS
                and tensor.is_leaf
                and tensor.grad is None
                and given["grad"] is None
                and given["dtype"] == str(tensor.dtype).removeprefix("torch.")
                and given["shape"] == list(tensor.shape)
                and given["requires_grad"] == tensor.requires_grad
                and not tensor.is_neg()
                and tensor.detach().numpy().tobytes() == received[given["blob"]]
            )
    except (RuntimeError, NotImplementedError, TypeError):
        return False


def _encode_tensor(tensor: torch.Tensor, blobs: list[bytes]) -> dict:
    try:
        with torch._C.DisableTorchFunctionSubclass(), torch.no_grad():
            if tensor.is_complex() or tensor.is_quantized or tensor.layout is not torch.strided:
                return _opaque(tensor)
            if tensor.numel() * tensor.element_size() > MAX_TENSOR_BYTES:
                return _opaque(tensor)
            data = tensor.detach()
            if tensor.device.type == "cpu" and tensor.dtype in NUMPY_HAS and not tensor.is_neg():
                blob = data.numpy().tobytes()
            else:
                # A clone has strides of its own, whatever view the submission made
                data = data.resolve_neg().cpu().clone(memory_format=torch.contiguous_format)
                blob = data.reshape(-1).view(torch.uint8).numpy().tobytes()
            gradient = tensor.grad if tensor.is_leaf else None
            form = {
                "t": "tensor",
                "dtype": str(tensor.dtype).removeprefix("torch."),
                "shape": list(tensor.shape),
                "device": tensor.device.type,
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
    dtype, blob = getattr(torch, form["dtype"]), blobs[form["blob"]]
    flat = torch.frombuffer(bytearray(blob), dtype=dtype) if blob else torch.empty(0, dtype=dtype)
    # clone: torch must own the storage, or in-place resizing behaves unlike a student's tensor
    tensor = flat.reshape(form["shape"]).clone().to(form["device"])
    if form["requires_grad"]:
        tensor.requires_grad_()
    if form["grad"] is not None:
        tensor.grad = _decode_tensor(form["grad"], blobs)
    return tensor
