"""Answering the grading process: call a function of the submission, report what it did.

One function, `answer`, serves both doors: the worker calls it for requests off the socket,
a live kernel (`graders.check`) calls it directly. It knows no exercise.
"""

import contextlib
import importlib
import re
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
    kept: dict[int, Any],
    limit: Callable[[], AbstractContextManager] = contextlib.nullcontext,
) -> tuple[dict, list[bytes]]:
    """Call or read what `request` names, and describe the outcome as plain data.

    The request:
        op: "call", or "read": take the thing itself for the result.
        name: What it is called in `namespace`.
        target: Optional, for what has no name there: {"library": "torch.nn.Linear"}, or
            {"kept": 3, "attribute": "step"} for a thing in `kept`, or of one.
        calls: Lists of arguments, as forms. The tensors of later calls are the objects of the
            first one, given other values and other gradients: a memory can show.
        keywords: Optional: arguments by name, for every call.
        repeat: How often to make each call.
        iterate: None, or the largest number of items to take from a result.
        cotangent: A form or None: with it the gradients of `(result * cotangent).sum()` are
            asked for.
        keep: Optional: the number under which the result goes into `kept`.
        seed: With one, a check begins: what others have kept is forgotten.

    `limit()` is entered around whatever runs the submission's code.

    The reply's `status` is "missing", "gone" (it was in a process that has ended), "raised",
    "timed_out" or "returned"; then `returned` has for each call made `result` (a form),
    `arguments` (forms, as they are afterwards), `kept` (whether a list argument still holds its
    objects), `gradients` (a list in the order of the tensor arguments that required grad, or a
    string that says why there are none) and `recording` (whether autograd was switched on before
    and after). `kinds` are the names of the classes of a result that was kept, its own first.
    """
    if request["seed"] is not None:
        kept.clear()
    target = request.get("target") or {}
    if not target:
        name = request["name"]
        if name not in namespace:
            return {"status": "missing", "found": None}, []
        if request["op"] == "call" and not callable(namespace[name]):
            return {"status": "missing", "found": type(namespace[name]).__name__[:100]}, []
    out: list[bytes] = []
    returned = []
    number = 0
    recording = torch.is_grad_enabled()
    try:
        calls = [[values.decode(form, blobs, kept) for form in call] for call in request["calls"]]
        keywords = {
            name: values.decode(form, blobs, kept)
            for name, form in (request.get("keywords") or {}).items()
        }
        owner = kept[target["kept"]] if "kept" in target else None
    except KeyError:
        return {"status": "gone"}, []
    objects = calls[0]
    try:
        with limit():
            if "library" in target:
                found = _from_library(target["library"])
            elif "kept" in target:
                found = getattr(owner, target["attribute"]) if target["attribute"] else owner
            else:
                found = namespace[request["name"]]
            function = found if request["op"] == "call" else lambda: found
            for number, arguments in enumerate(calls):
                if number:
                    objects = _reuse(objects, arguments)
                for _ in range(request["repeat"]):
                    forms = request["calls"][number]
                    done = _call(function, objects, forms, keywords, request, blobs, out, kept)
                    returned.append(done)
    except TimeLimit as late:
        return {"status": "timed_out", "call": number, **describe_error(late, limit)}, []
    except BaseException as error:
        return {"status": "raised", "call": number, **describe_error(error, limit)}, []
    finally:
        _switch_recording(recording)
    return {"status": "returned", "returned": returned}, out


def _switch_recording(on: bool) -> None:
    if torch.is_grad_enabled() != on:
        torch.set_grad_enabled(on)


def _from_library(path: str) -> Any:
    """What a full name stands for: "torch.nn.Linear"."""
    module, _, name = path.rpartition(".")
    return getattr(importlib.import_module(module), name)


def _call(
    function: Callable,
    objects: list[Any],
    forms: list[Any],
    keywords: dict[str, Any],
    request: dict,
    blobs: list[bytes],
    out: list[bytes],
    kept: dict[int, Any],
) -> dict:
    # Lists are copied: what is reported is what became of these very tensors
    originals = [list(a) if type(a) is list else a for a in objects]
    arguments = [list(a) if type(a) is list else a for a in objects]
    leaves = [a for a in originals if isinstance(a, torch.Tensor) and a.requires_grad]
    before = torch.is_grad_enabled()
    result = function(*arguments, **keywords)
    if request.get("keep") is not None:
        kept[request["keep"]] = result
    limit = request["iterate"]
    form = values.encode(result, out) if limit is None else _take(result, limit, out)
    after = torch.is_grad_enabled()
    _switch_recording(before)
    gradients: Any = None
    if request["cotangent"] is not None:
        gradients = _gradients(result, values.decode(request["cotangent"], blobs), leaves, out)
    return {
        "result": form,
        "arguments": [
            values.encode_after(original, form, blobs, out)
            for original, form in zip(originals, forms, strict=True)
        ],
        "kept": [_kept(a, o) for a, o in zip(arguments, originals, strict=True)],
        "gradients": gradients,
        "recording": [before, after],
        "kinds": _kinds(result) if request.get("keep") is not None else [],
    }


def _kinds(result: Any) -> list[str]:
    return [f"{kind.__module__}.{kind.__qualname__}"[:200] for kind in type(result).__mro__[:50]]


def _reuse(objects: list[Any], arguments: list[Any]) -> list[Any]:
    """The arguments, but for tensors the `objects` in their places, filled with their values."""
    reused = []
    for kept, new in zip(objects, arguments, strict=True):
        if isinstance(new, torch.Tensor):
            if kept.shape == new.shape and kept.dtype == new.dtype:
                with torch.no_grad():
                    kept.data.copy_(new)
            else:  # a call before has changed more than its values
                kept.data = new.data
            kept.grad = new.grad
            reused.append(kept)
        elif isinstance(new, (list, tuple)):
            reused.append(type(new)(_reuse(list(kept), list(new))))
        else:
            reused.append(new)
    return reused


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


def _gradients(
    result: Any, cotangent: torch.Tensor, leaves: list[torch.Tensor], blobs: list[bytes]
) -> Any:
    if not isinstance(result, torch.Tensor):
        return "not_a_tensor"
    if result.shape != cotangent.shape:
        return "shape"
    if not result.requires_grad:
        return "no_graph"
    with torch.enable_grad():
        # Not grad(result, leaves, cotangent): grad_outputs makes torch import sympy, 0.4 s
        scalar = (result * cotangent).sum()
        found = torch.autograd.grad(scalar, leaves, allow_unused=True)
    return [values.encode(gradient, blobs) for gradient in found]


def _kept(argument: Any, original: Any) -> bool:
    """Whether a list that was passed in still holds the objects that it held."""
    if type(argument) is not list:
        return True
    same = all(now is before for now, before in zip(argument, original, strict=False))
    return same and len(argument) == len(original)


def describe_error(
    error: BaseException, limit: Callable[[], AbstractContextManager] = contextlib.nullcontext
) -> dict:
    """What a learner needs of an exception: its name, its text, the last of their own lines.

    `owner` is the function or class of the notebook that this line is part of. The exception's text
    comes from the submission's code, so `limit()` is entered for it as well. `stub` says
    whether it is the line of a stub that is still there: a NotImplementedError that a cell raises
    itself. Torch has errors of that name, too, for operations that it lacks.
    """
    frames = traceback.extract_tb(error.__traceback__)
    cell, line, where, owner = None, None, "", ""
    for frame, (code, _) in zip(frames, traceback.walk_tb(error.__traceback__), strict=True):
        number = _cell_number(frame.filename)
        if number is not None:
            cell, line, where = number, frame.lineno, frame.name
            owner = code.f_code.co_qualname.partition(".")[0]
    if isinstance(error, SyntaxError) and cell is None:
        cell, line = _cell_number(error.filename or ""), error.lineno
    try:
        with limit():
            text = str(error.msg if isinstance(error, SyntaxError) else error)[:500]
    except BaseException:
        text = ""
    innermost = frames[-1] if frames else None
    stub = (
        isinstance(error, NotImplementedError)
        and innermost is not None
        and _cell_number(innermost.filename) is not None
        and re.search(r"\braise\b", innermost.line or "raise") is not None
    )
    return {
        "ename": type(error).__name__[:100],
        "evalue": text,
        "cell": cell,
        "line": line,
        "function": where[:100],
        "owner": owner[:100],
        "stub": stub,
    }


def _cell_number(filename: str) -> int | None:
    """The number of the cell that a frame belongs to; 0 for a cell that is not known, in a live
    kernel or under %%time; None for code that is no cell."""
    prefix, suffix = CELL_NAME.split("{}")
    if filename.startswith(prefix) and filename.endswith(suffix):
        number = filename[len(prefix) : -len(suffix)]
        return int(number) if number.isdigit() else None
    unknown = ("<ipython-input", "<timed ", "<magic-timeit")
    return 0 if "ipykernel_" in filename or filename.startswith(unknown) else None
