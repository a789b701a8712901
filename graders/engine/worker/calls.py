"""Answering the grading process: call a function of the submission, report what it did.

One function, `answer`, serves both doors: the worker calls it for requests off the socket,
a live kernel (`graders.check`) calls it directly. It knows no exercise.
"""

import contextlib
import traceback
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any

import torch

from . import values

CELL_NAME = "<cell {}>"  # the file name under which a cell is compiled, see shell.py


class TimeLimit(BaseException):
    """The time limit of a cell or a call ran out. No `except Exception` stops it."""


def answer(
    request: dict,
    blobs: list[bytes],
    namespace: dict[str, Any],
    limit: Callable[[], AbstractContextManager] = contextlib.nullcontext,
) -> tuple[dict, list[bytes]]:
    """Call `request["name"]` from `namespace` and describe the outcome as plain data.

    The request: `name`; `arguments`, forms; `cotangent`, a form or None: with it the gradients
    of `(result * cotangent).sum()` are asked for; `iterate`, None or the largest number of
    items to take from the result; `repeat`, how often to call.
    `limit()` is entered around whatever runs the submission's code.

    The reply's `status` is "missing", "raised", "timed_out" or "returned"; then `results` (a form
    a repetition), `arguments` (forms, as they are afterwards), `gradients` (a list in the order
    of the tensor arguments, or a string that says why there are none), `kept` and `grad_enabled`.
    """
    out: list[bytes] = []
    name = request["name"]
    if name not in namespace:
        return {"status": "missing", "found": None}, []
    function = namespace[name]
    if not callable(function):
        return {"status": "missing", "found": type(function).__name__[:100]}, []
    arguments = [values.decode(form, blobs) for form in request["arguments"]]
    # Lists are copied: what is reported afterwards is what became of these very tensors
    originals = [list(a) if type(a) is list else a for a in arguments]
    grad_enabled = torch.is_grad_enabled()
    try:
        with limit():
            results: list[Any] = []
            gradients: Any = None
            for _ in range(request["repeat"]):
                result = function(*arguments)
                if request["iterate"] is None:
                    results.append(values.encode(result, out))
                else:
                    results.append(_take(result, request["iterate"], out))
            if request["cotangent"] is not None:
                cotangent = values.decode(request["cotangent"], blobs)
                gradients = _gradients(result, cotangent, arguments, out)
            after = [values.encode(original, out) for original in originals]
            kept = [_kept(a, o) for a, o in zip(arguments, originals, strict=True)]
            still_enabled = torch.is_grad_enabled() or not grad_enabled
    except TimeLimit:
        return {"status": "timed_out"}, []
    except BaseException as error:
        return {"status": "raised", **describe_error(error, name)}, []
    finally:
        torch.set_grad_enabled(grad_enabled)
    return {
        "status": "returned",
        "results": results,
        "arguments": after,
        "gradients": gradients,
        "kept": kept,
        "grad_enabled": still_enabled,
    }, out


def _kept(argument: Any, original: Any) -> bool:
    """Whether a list that was passed in holds no object in the place of another."""
    if type(argument) is not list:
        return True
    return all(now is before for now, before in zip(argument, original, strict=False))


def _take(result: Any, limit: int, blobs: list[bytes]) -> dict:
    # Each item is encoded as it arrives: a submission may reuse one buffer for every batch.
    try:
        iterator: Iterator[Any] = iter(result)
    except TypeError:
        return {"t": "epoch", "not_iterable": values.encode(result, blobs)}
    items = []
    for item in iterator:
        items.append(values.encode(item, blobs))
        if len(items) >= limit:
            close = getattr(iterator, "close", None)
            if callable(close):
                close()
            return {"t": "epoch", "items": items, "ended": False}
    return {"t": "epoch", "items": items, "ended": True}


def _gradients(result: Any, cotangent: torch.Tensor, arguments: list, blobs: list[bytes]) -> Any:
    leaves = [a for a in arguments if isinstance(a, torch.Tensor) and a.requires_grad]
    if not isinstance(result, torch.Tensor):
        return "not_a_tensor"
    if result.shape != cotangent.shape:
        return "shape"
    if not result.requires_grad:
        return "no_graph"
    # Not grad(result, leaves, cotangent): grad_outputs makes torch import sympy, 0.4 s
    scalar = (result * cotangent).sum()
    found = torch.autograd.grad(scalar, leaves, allow_unused=True)
    return [values.encode(gradient, blobs) for gradient in found]


def describe_error(error: BaseException, function: str | None = None) -> dict:
    """What a learner needs of an exception: its name, its text, the last of their own lines."""
    cell, line, where = None, None, ""
    for frame in traceback.extract_tb(error.__traceback__):
        number = _cell_number(frame.filename)
        if number is not None:
            cell, line, where = number, frame.lineno, frame.name
    if isinstance(error, SyntaxError) and _cell_number(error.filename or "") is not None:
        cell, line = _cell_number(error.filename or ""), error.lineno
    try:
        text = str(error)[:500]
    except Exception:
        text = ""
    frames = traceback.extract_tb(error.__traceback__)
    innermost = frames[-1].name if frames else ""
    return {
        "ename": type(error).__name__[:100],
        "evalue": text,
        "cell": cell,
        "line": line,
        "function": where[:100],
        # The stub's own line, and not a NotImplementedError from a function that this one calls
        "stub": isinstance(error, NotImplementedError) and innermost == function,
    }


def _cell_number(filename: str) -> int | None:
    """The number of the cell that a frame belongs to; 0 for a cell in a live kernel, which does
    not know it; None for code that is no cell."""
    prefix, suffix = CELL_NAME.split("{}")
    if filename.startswith(prefix) and filename.endswith(suffix):
        number = filename[len(prefix) : -len(suffix)]
        return int(number) if number.isdigit() else None
    return 0 if "ipykernel_" in filename or filename.startswith("<ipython-input") else None
