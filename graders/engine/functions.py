"""The submission's functions as a check sees them.

Calling one sends plain data to wherever the function lives (a worker, or this kernel) and brings
plain data back. Everything that can go wrong on the way is an exception with the sentence that
the learner reads.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from . import values
from .expect import Mistake, Subject, number
from .outcomes import Outcome
from .values import Tensor, describe
from .worker.wire import Malformed

# (request, blobs) -> (reply, blobs); raises `Unanswered`
Ask = Callable[[dict, list[bytes]], tuple[dict, list[bytes]]]

ARITY = ("positional argument", "unexpected keyword", "required positional")


class Unanswered(Exception):
    """A call of the submission that gave no value. `message` is for the learner."""

    def __init__(self, outcome: Outcome, stage: str, message: str) -> None:
        super().__init__(message)
        self.outcome, self.stage, self.message = outcome, stage, message


@dataclass
class Returned:
    """What one call of the submission did.

    Attributes:
        value: What it returned.
        call: The call, as a learner would write it.
        given: The arguments, as they were sent.
        arguments: The arguments, as they are after the call.
        gradients: For every tensor argument that required grad its gradient or None; or the
            reason why there are none. Empty unless a cotangent was given.
        kept: For every argument whether a list still holds the objects that it held.
        grad_enabled: Whether autograd records after the call.
    """

    value: Any
    call: str
    given: Sequence[Any]
    arguments: list[Any]
    gradients: list[Any] | str = field(default_factory=list)
    kept: list[bool] = field(default_factory=list)
    grad_enabled: bool = True
    cotangent: Tensor | None = None

    @property
    def subject(self) -> Subject:
        return Subject(self.value, self.call)

    def equals(self, expected: np.ndarray, **more: Any) -> Tensor:
        """Compare the value with `expected`; see `Subject.equals`."""
        return self.subject.equals(expected, **more)

    def leaves_alone(self, *names: str) -> None:
        """The arguments called `names` are as they were. Raises `Mistake`."""
        for before, after in zip(self.given, self.arguments, strict=True):
            if not isinstance(before, Tensor) or before.name not in names:
                continue
            if not isinstance(after, Tensor) or after.shape != before.shape:
                raise Mistake("changed", self._changed(before, describe(after)))
            if after.dtype != before.dtype or not np.array_equal(
                after.array, before.array, equal_nan=True
            ):
                raise Mistake("changed", self._changed(before, "something else"))

    def _changed(self, before: Tensor, after: str) -> str:
        return (
            f"{self.call} changed its argument `{before.name}`: it was {describe(before)} and "
            f"holds {after} now. Expected: the arguments as they were."
        )

    def passes_gradients(
        self, expected: dict[str, tuple[np.ndarray, np.ndarray]], dtype: str, device: str
    ) -> None:
        """The gradients that reached the arguments are right. Raises `Mistake`.

        Args:
            expected: For each argument's name its gradient and the size of what that adds up.
        """
        assert self.cotangent is not None, "gradients are asked for with a cotangent"
        self.subject.has_form(self.cotangent.shape, None, device)
        if isinstance(self.gradients, str):
            message = (
                f"{self.call} returned a tensor that autograd knows nothing of: its "
                "`requires_grad` is False. Expected: gradients can flow back to the arguments."
            )
            raise Mistake("graph", message)
        leaves = [a for a in self.given if isinstance(a, Tensor) and a.requires_grad]
        if len(self.gradients) != len(leaves):
            raise Malformed("not as many gradients as arguments")
        for leaf, gradient in zip(leaves, self.gradients, strict=True):
            values_, size = expected[leaf.name]
            origin = f"After {self.call}, the gradient that reaches `{leaf.name}`"
            if gradient is None:
                raise Mistake("graph", f"{origin} is missing. Expected: one of shape {leaf.shape}.")
            found = Subject(gradient, origin, "is")
            found.equals(values_, dtype=dtype, device=device, size=size, stage="gradient")


class Function:
    """A function of the submission, callable from a check."""

    def __init__(self, name: str, ask: Ask, device: str, seed: Callable[[], int | None]) -> None:
        self.name, self._ask, self._device, self._seed = name, ask, device, seed

    def __call__(self, *arguments: Any, cotangent: Tensor | None = None) -> Returned:
        """Call it. With `cotangent` v, the gradients of (result * v).sum() come back, too.

        Raises:
            Unanswered: It raised, is missing, never returned, ended its process, …
        """
        reply, blobs = self._send(arguments, cotangent, None, 1)
        return self._returned(arguments, reply, blobs, cotangent)[0]

    def epochs(self, *arguments: Any, limit: int, repeat: int = 1) -> list[Returned]:
        """Call it `repeat` times and take at most `limit` items from each result."""
        reply, blobs = self._send(arguments, None, limit, repeat)
        return self._returned(arguments, reply, blobs)

    def _send(
        self, arguments: Sequence[Any], cotangent: Tensor | None, limit: int | None, repeat: int
    ) -> tuple[dict, list[bytes]]:
        blobs: list[bytes] = []
        request = {
            "op": "call",
            "name": self.name,
            "arguments": [values.encode(a, blobs, self._device) for a in arguments],
            "cotangent": values.encode(cotangent, blobs, self._device),
            "iterate": limit,
            "repeat": repeat,
            "seed": self._seed(),
        }
        reply, out = self._ask(request, blobs)
        match reply.get("status"):
            case "returned":
                return reply, out
            case "raised":
                raise self._raised(arguments, reply)
            case "timed_out":
                message = f"{self.call(arguments)} was still computing when its time was up."
                raise Unanswered(Outcome.TIMED_OUT, "time", message)
            case "missing":
                found, why = reply.get("found"), reply.get("why")
                what = why or f"There is no `{self.name}` here"
                if found:
                    what = f"`{self.name}` is a {plain(found)}"
                message = f"{what}. Expected: a function `{self.name}`."
                raise Unanswered(Outcome.ERROR, "missing", message)
        raise Malformed("an answer of an unknown kind")

    def _raised(self, arguments: Sequence[Any], reply: dict) -> Unanswered:
        error = f"{plain(reply.get('ename'))}: {plain(reply.get('evalue'))}".rstrip(": ")
        where = place(reply.get("cell"), reply.get("line"))
        if reply.get("stub") is True:
            message = f"`{self.name}` is not attempted yet: {error or 'the stub'} is still{where}."
            return Unanswered(Outcome.NOT_ATTEMPTED, "stub", message)
        call = self.call(arguments)
        inner = plain(reply.get("function"))
        if reply.get("ename") == "NotImplementedError" and inner != self.name:
            message = f"{call} came to `{inner}`, which is not attempted yet{where}."
            return Unanswered(Outcome.ERROR, "waits", message)
        own_parameters = f"{self.name}()" in error and any(words in error for words in ARITY)
        if reply.get("ename") == "TypeError" and own_parameters:
            message = f"{call} does not fit the parameters of `{self.name}`: {error}."
            return Unanswered(Outcome.ERROR, "parameters", message)
        if reply.get("ename") == "SystemExit":
            message = f"{call} ended the interpreter{where}."
            return Unanswered(Outcome.ERROR, "exit", message)
        return Unanswered(Outcome.ERROR, "raised", f"{call} raised {error}{where}.")

    def _returned(
        self,
        arguments: Sequence[Any],
        reply: dict,
        blobs: list[bytes],
        cotangent: Tensor | None = None,
    ) -> list[Returned]:
        results, after, kept = reply.get("results"), reply.get("arguments"), reply.get("kept")
        gradients = reply.get("gradients")
        if not isinstance(results, list) or not results:
            raise Malformed("an answer without results")
        if not isinstance(after, list) or not isinstance(kept, list):
            raise Malformed("an answer without arguments")
        if not len(after) == len(kept) == len(arguments):
            raise Malformed("not as many arguments as were sent")
        if isinstance(gradients, list):
            gradients = [values.decode(gradient, blobs) for gradient in gradients]
        elif gradients is not None and not isinstance(gradients, str):
            raise Malformed("gradients of an unknown kind")
        arguments_after = [values.decode(form, blobs) for form in after]
        return [
            Returned(
                values.decode(form, blobs),
                self.call(arguments),
                arguments,
                arguments_after,
                gradients or [],
                [flag is True for flag in kept],
                reply.get("grad_enabled") is True,
                cotangent,
            )
            for form in results
        ]

    def call(self, arguments: Sequence[Any]) -> str:
        """The call as a learner would write it, with the shapes of its tensors."""
        shapes = ", ".join(_shape(tensor) for tensor in _tensors(arguments))
        code = f"`{self.name}({', '.join(_code(a) for a in arguments)})`"
        return f"{code} with {shapes}" if shapes else code


def _tensors(arguments: Sequence[Any]) -> list[Tensor]:
    found: list[Tensor] = []
    for argument in arguments:
        if isinstance(argument, Tensor):
            found.append(argument)
        elif isinstance(argument, (list, tuple)):
            found.extend(_tensors(argument))
    return found


def _shape(tensor: Tensor) -> str:
    dtype = "" if tensor.dtype == "float32" else f" {tensor.dtype}"
    return f"{tensor.name} {tensor.shape}{dtype}"


def _code(argument: Any) -> str:
    if isinstance(argument, Tensor):
        return argument.name
    if isinstance(argument, (list, tuple)):
        inner = ", ".join(_code(item) for item in argument)
        return f"[{inner}]" if isinstance(argument, list) else f"({inner})"
    return number(argument) if isinstance(argument, float) else repr(argument)


def place(cell: Any, line: Any) -> str:
    """ " (cell 9, line 3)", as far as it is known."""
    parts = []
    if type(cell) is int and cell > 0:
        parts.append(f"cell {cell}")
    if type(line) is int and line > 0:
        parts.append(f"line {line}")
    return f" ({', '.join(parts)})" if parts else ""


def plain(text: Any, limit: int = 300) -> str:
    """Text that came from a submission, made fit to be shown: one line, no control characters."""
    if not isinstance(text, str):
        return ""
    line = " ".join("".join(c if c.isprintable() else " " for c in text[: 4 * limit]).split())
    return line if len(line) <= limit else line[: limit - 1] + "…"
