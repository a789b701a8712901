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
from .values import Epoch, Tensor, article, describe, plain
from .worker.wire import Malformed

# (request, blobs) -> (reply, blobs); raises `Unanswered`
Ask = Callable[[dict, list[bytes]], tuple[dict, list[bytes]]]

ARITY = ("positional argument", "takes no arguments", "keyword-only argument")


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
        recording: Whether autograd records before the call, and after it.
        cotangent: What the gradients were asked for with.
    """

    value: Any
    call: str
    given: Sequence[Any]
    arguments: list[Any]
    gradients: list[Any] | str = field(default_factory=list)
    kept: list[bool] = field(default_factory=list)
    recording: tuple[bool, bool] = (True, True)
    cotangent: Tensor | None = None

    @property
    def subject(self) -> Subject:
        return Subject(self.value, self.call)

    def equals(self, expected: np.ndarray, **more: Any) -> Tensor:
        """Compare the value with `expected`; see `Subject.equals`."""
        return self.subject.equals(expected, **more)

    def leaves_alone(self, *names: str) -> None:
        """The arguments called `names` are as they were, and autograd as well. Raises `Mistake`."""
        for before, after in zip(self.given, self.arguments, strict=True):
            if not isinstance(before, Tensor) or before.name not in names:
                continue
            if not isinstance(after, Tensor) or after.shape != before.shape:
                raise self._changed(before, describe(after))
            if after.dtype != before.dtype or not _same(after.array, before.array):
                raise self._changed(before, "something else")
            if after.requires_grad != before.requires_grad:
                verb = "requires" if after.requires_grad else "does not require"
                raise self._changed(before, f"a tensor that {verb} gradients")
            if (after.grad is None) != (before.grad is None) or (
                after.grad is not None
                and before.grad is not None
                and not _same(after.grad.array, before.grad.array)
            ):
                raise self._changed(before, "another gradient")
        self.keeps_recording()

    def keeps_recording(self) -> None:
        """Autograd is switched on or off as it was before the call. Raises `Mistake`."""
        before, after = self.recording
        if before and not after:
            expected = "gradients switched on as before"
            subject = Subject(None, f"After {self.call}, torch", "records")
            raise subject.fail("grad_mode", "no operations any more", expected)

    def _changed(self, before: Tensor, after: str) -> Mistake:
        message = (
            f"{self.call} changed its argument `{before.name}`: it was {describe(before)} and "
            f"is {after} now. Expected: the arguments as they were."
        )
        return Mistake("changed", message)

    def passes_gradients(
        self, expected: dict[str, tuple[np.ndarray, np.ndarray]], dtype: str, device: str
    ) -> None:
        """The gradients that reached the arguments are right. Raises `Mistake`.

        Args:
            expected: For each argument's name its gradient and the size of what that adds up.
        """
        assert self.cotangent is not None, "gradients are asked for with a cotangent"
        self.subject.has_form(self.cotangent.shape, None, device)
        if isinstance(self.gradients, str) and not self.recording[0]:
            message = (
                f"{self.call} returned a tensor without a graph, because the notebook has switched "
                "gradients off above the check cell. Expected: gradients switched on."
            )
            raise Mistake("grad_mode", message)
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
        return self._send([arguments], cotangent=cotangent)[0]

    def on_the_same_objects(self, *calls: Sequence[Any]) -> list[Returned]:
        """Call it with each list of arguments in turn, their tensors being the same objects every
        time, with other values and other gradients: whatever it remembers of them shows."""
        return self._send(calls)

    def epochs(self, *arguments: Any, limit: int, repeat: int = 1) -> list[Returned]:
        """Call it `repeat` times and take at most `limit` items from each result."""
        return self._send([arguments], iterate=limit, repeat=repeat)

    def _send(
        self,
        calls: Sequence[Sequence[Any]],
        *,
        cotangent: Tensor | None = None,
        iterate: int | None = None,
        repeat: int = 1,
    ) -> list[Returned]:
        blobs: list[bytes] = []
        request = {
            "op": "call",
            "name": self.name,
            "calls": [
                [values.encode(a, blobs, self._device) for a in arguments] for arguments in calls
            ],
            "cotangent": values.encode(cotangent, blobs, self._device),
            "iterate": iterate,
            "repeat": repeat,
            "seed": self._seed(),
        }
        reply, out = self._ask(request, blobs)
        given = [arguments for arguments in calls for _ in range(repeat)]
        match reply.get("status"):
            case "returned":
                found = reply.get("returned")
                if not isinstance(found, list) or len(found) != len(given):
                    raise Malformed("not as many results as calls")
                pairs = zip(given, found, strict=True)
                returned = [self._returned(a, f, out, cotangent) for a, f in pairs]
                for one in returned:
                    if isinstance(one.value, Epoch) != (iterate is not None):
                        raise Malformed("a result of the wrong kind")
                return returned
            case "raised":
                raise self._raised(_which(calls, reply), reply)
            case "timed_out":
                raise self._late(_which(calls, reply), reply)
            case "missing":
                raise self._missing(reply)
        raise Malformed("an answer of an unknown kind")

    def _returned(
        self, arguments: Sequence[Any], found: Any, blobs: list[bytes], cotangent: Tensor | None
    ) -> Returned:
        if not isinstance(found, dict) or "result" not in found:
            raise Malformed("a result that is none")
        after, kept, recording = (found.get(key) for key in ("arguments", "kept", "recording"))
        if not isinstance(after, list) or not isinstance(kept, list):
            raise Malformed("an answer without arguments")
        if not len(after) == len(kept) == len(arguments):
            raise Malformed("not as many arguments as were sent")
        if not isinstance(recording, list) or len(recording) != 2:
            raise Malformed("an answer that does not say whether autograd records")
        gradients = found.get("gradients")
        if isinstance(gradients, list):
            gradients = [values.decode(gradient, blobs) for gradient in gradients]
        elif gradients is not None and not isinstance(gradients, str):
            raise Malformed("gradients of an unknown kind")
        return Returned(
            values.decode(found["result"], blobs),
            self.call(arguments),
            arguments,
            [values.decode(form, blobs) for form in after],
            gradients or [],
            [flag is True for flag in kept],
            (recording[0] is True, recording[1] is True),
            cotangent,
        )

    def _missing(self, reply: dict) -> Unanswered:
        found, why = reply.get("found"), reply.get("why")
        what = why or f"There is no `{self.name}` here"
        if found:
            what = f"`{self.name}` is {article(plain(found))}"
        message = f"{what}. Expected: a function `{self.name}`."
        return Unanswered(Outcome.ERROR, "missing", message)

    def _late(self, arguments: Sequence[Any], reply: dict) -> Unanswered:
        inner = plain(reply.get("function"))
        where = place(reply.get("cell"), reply.get("line"))
        if inner and inner != self.name:
            where = f" It was in `{inner}`{where}."
        elif where:
            where = f" It was{where.replace('(', 'at ').replace(')', '')}."
        message = f"{self.call(arguments)} had not returned when its time was up.{where}"
        return Unanswered(Outcome.TIMED_OUT, "time", message)

    def _raised(self, arguments: Sequence[Any], reply: dict) -> Unanswered:
        name = plain(reply.get("ename"))
        error = f"{name}: {plain(reply.get('evalue'))}".rstrip(": ")
        where = place(reply.get("cell"), reply.get("line"))
        call, inner = self.call(arguments), plain(reply.get("function"))
        if reply.get("stub") is True and inner == self.name:
            message = f"`{self.name}` is not attempted yet: `raise {name}` is still there{where}."
            return Unanswered(Outcome.NOT_ATTEMPTED, "stub", message)
        if reply.get("stub") is True and inner:
            message = f"{call} came to `{inner}`, which is not attempted yet{where}."
            return Unanswered(Outcome.ERROR, "waits", message)
        in_no_cell = type(reply.get("cell")) is not int
        if name == "TypeError" and in_no_cell and any(words in error for words in ARITY):
            message = f"{call} does not fit the parameters of `{self.name}`: {error}."
            return Unanswered(Outcome.ERROR, "parameters", message)
        if name == "SystemExit":
            return Unanswered(Outcome.ERROR, "exit", f"{call} ended the interpreter{where}.")
        message = f"{call} raised {error}{where}."
        if reply.get("why"):
            message += f" {reply['why']}."
        # Autograd's objection to a step that it would have to record has a hint of its own
        stage = "raised_on_a_leaf" if "leaf Variable" in error else "raised"
        return Unanswered(Outcome.ERROR, stage, message)

    def call(self, arguments: Sequence[Any]) -> str:
        """The call as a learner would write it, with the shapes of its tensors."""
        shapes = ", ".join(_shape(tensor) for tensor in _tensors(arguments))
        code = f"`{self.name}({', '.join(_code(a) for a in arguments)})`"
        return f"{code} with {shapes}" if shapes else code


def _which(calls: Sequence[Sequence[Any]], reply: dict) -> Sequence[Any]:
    """The arguments of the call that a reply is about."""
    number = reply.get("call")
    return calls[number] if type(number) is int and 0 <= number < len(calls) else calls[0]


def _same(one: np.ndarray, other: np.ndarray) -> bool:
    return one.shape == other.shape and np.array_equal(one, other, equal_nan=True)


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
