"""The submission's functions, and what they make, as a check sees them.

Calling one sends plain data to wherever the function lives (a worker, or this kernel) and brings
plain data back. Everything that can go wrong on the way is an exception with the sentence that
the learner reads. What is no plain data (a net, an optimiser, a loader) stays where it was made,
and a check holds an `Object` for it.
"""

import itertools
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from . import values
from .expect import number
from .outcomes import Outcome
from .returned import Called, Returned, Unanswered
from .values import Epoch, Kept, Named, Tensor, article, plain
from .worker.wire import Malformed

# (request, blobs) -> (reply, blobs); raises `Unanswered`
Ask = Callable[[dict, list[bytes]], tuple[dict, list[bytes]]]

UNCHANGED = {"t": "unchanged"}
ARITY = ("positional argument", "takes no arguments", "keyword-only argument")

_numbers = itertools.count(1)  # of kept things: no two of this process are alike


class Function:
    """A function of the submission, callable from a check.

    Args:
        name: Its name in the notebook, or what messages call it.
        seed: Gives the seed of the worker's random states to a check's first call, then None.
        target: What it is, if it is not the notebook's `name`; see `worker.calls.answer`.
        root: The notebook's own function or class that it comes from; by default its name.
        trace: Where every call is noted down, with what came of it.
    """

    def __init__(
        self,
        name: str,
        ask: Ask,
        device: str,
        seed: Callable[[], int | None],
        target: dict | None = None,
        root: str = "",
        trace: list[Called] | None = None,
    ) -> None:
        self.name, self._ask, self._device, self._seed = name, ask, device, seed
        self._target, self._root = target, root or name
        self._trace = [] if trace is None else trace

    def __call__(
        self, *arguments: Any, cotangent: Tensor | None = None, **keywords: Any
    ) -> Returned:
        """Call it. With `cotangent` v, the gradients of (result * v).sum() come back, too.

        Raises:
            Unanswered: It raised, is missing, never returned, ended its process, …
        """
        return self._send([arguments], cotangent=cotangent, keywords=keywords)[0]

    def attempt(self, *arguments: Any) -> Returned | None:
        """Call it with arguments beyond what can be calculated with; None if it raised an error.

        torch goes on with inf and nan. Python's own floats, `fsum`, decimals, autograd's search for
        anomalies, and warnings that were made errors raise something, each its own.

        Raises:
            Unanswered: As for a call, but for errors.
        """
        try:
            return self(*arguments)
        except Unanswered as failure:
            if failure.stage != "raised":
                raise
            return None

    def make(self, *arguments: Any, name: str = "", **keywords: Any) -> "Object":
        """Call it and leave the result where it is; `name` is what messages call that.

        Raises:
            Unanswered: As for a call.
        """
        number_ = next(_numbers)
        (made,) = self._send([arguments], keywords=keywords, keep=number_)
        return Object(name or self._code(arguments, keywords), number_, made, self._to)

    def value(self) -> Returned:
        """The thing itself: the value of a variable of that name."""
        return self._send([()], op="read")[0]

    def itself(self) -> "Object":
        """The thing itself, left where it is: a function to hand to another one."""
        number_ = next(_numbers)
        (found,) = self._send([()], op="read", keep=number_)
        return Object(self.name, number_, found, self._to)

    def _to(self, name: str, target: dict) -> "Function":
        """Another function, at the same place."""
        return Function(name, self._ask, self._device, self._seed, target, self._root, self._trace)

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
        op: str = "call",
        keywords: Mapping[str, Any] | None = None,
        cotangent: Tensor | None = None,
        iterate: int | None = None,
        repeat: int = 1,
        keep: int | None = None,
    ) -> list[Returned]:
        blobs: list[bytes] = []
        keywords = keywords or {}

        def encode(argument: Any) -> Any:
            return values.encode(_sent(argument), blobs, self._device)

        request = {
            "op": op,
            "name": self.name,
            "target": self._target,
            "calls": [[encode(argument) for argument in arguments] for arguments in calls],
            "keywords": {name: encode(argument) for name, argument in keywords.items()},
            "cotangent": values.encode(cotangent, blobs, self._device),
            "iterate": iterate,
            "repeat": repeat,
            "keep": keep,
            "seed": self._seed(),
        }

        given = [arguments for arguments in calls for _ in range(repeat)]
        try:
            reply, out = self._ask(request, blobs)
            returned = self._answers(reply, out, op, calls, given, keywords, cotangent, iterate)
        except Unanswered as unanswered:
            self._trace.append(Called(self.name, calls[0], unanswered))
            raise
        self._trace += [Called(self.name, one.given, one) for one in returned]
        return returned

    def _answers(
        self,
        reply: dict,
        out: list[bytes],
        op: str,
        calls: Sequence[Sequence[Any]],
        given: Sequence[Sequence[Any]],
        keywords: Mapping[str, Any],
        cotangent: Tensor | None,
        iterate: int | None,
    ) -> list[Returned]:
        """What a reply says that the calls have done. Raises `Unanswered` or `Malformed`."""

        def text(arguments: Sequence[Any]) -> str:
            return f"`{self.name}`" if op == "read" else self.call(arguments, keywords)

        match reply.get("status"):
            case "returned":
                found = reply.get("returned")
                if not isinstance(found, list) or len(found) != len(given):
                    raise Malformed("not as many results as calls")
                repeat = len(given) // len(calls)
                texts = [words for arguments in calls for words in [text(arguments)] * repeat]
                returned = [
                    self._returned(words, arguments, one, out, cotangent)
                    for words, arguments, one in zip(texts, given, found, strict=True)
                ]
                for one in returned:
                    if isinstance(one.value, Epoch) != (iterate is not None):
                        raise Malformed("a result of the wrong kind")
                return returned
            case "raised":
                raise self._raised(text(_which(calls, reply)), reply)
            case "timed_out":
                raise self._late(text(_which(calls, reply)), reply)
            case "missing":
                raise self._missing(reply, op)
            case "gone":
                message = f"`{self.name}` is gone: the process in which it was made has ended."
                raise Unanswered(Outcome.ERROR, "exit", message)
        raise Malformed("an answer of an unknown kind")

    def _returned(
        self,
        call: str,
        arguments: Sequence[Any],
        found: Any,
        blobs: list[bytes],
        cotangent: Tensor | None,
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
        gradients, kinds = found.get("gradients"), found.get("kinds")
        if isinstance(gradients, list):
            gradients = [values.decode(gradient, blobs) for gradient in gradients]
        elif gradients is not None and not isinstance(gradients, str):
            raise Malformed("gradients of an unknown kind")
        return Returned(
            values.decode(found["result"], blobs),
            call,
            arguments,
            [self._after(form, given, blobs) for form, given in zip(after, arguments, strict=True)],
            gradients or [],
            [flag is True for flag in kept],
            (recording[0] is True, recording[1] is True),
            cotangent,
            tuple(plain(kind) for kind in kinds) if isinstance(kinds, list) else (),
        )

    def _after(self, form: Any, given: Any, blobs: list[bytes]) -> Any:
        """An argument as it is after a call."""
        if form == UNCHANGED and isinstance(given, Tensor):
            # Not `dataclasses.replace`, which takes longer than all else here
            more = given.requires_grad, given.leaf, given.grad
            return Tensor(given.array, given.dtype, "", self._device, *more)
        return values.decode(form, blobs)

    def _missing(self, reply: dict, op: str) -> Unanswered:
        found, why = reply.get("found"), reply.get("why")
        if reply.get("stub") is True:
            message = f"`{self.name}` is not attempted yet: its cell is as it was."
            return Unanswered(Outcome.NOT_ATTEMPTED, "stub", message)
        wanted = "a function" if op == "call" else "a variable"
        what = why or f"There is no `{self.name}` here"
        if found:
            what = f"`{self.name}` is {article(plain(found))}"
        message = f"{what}. Expected: {wanted} `{self.name}`."
        return Unanswered(Outcome.ERROR, "missing", message)

    def _late(self, call: str, reply: dict) -> Unanswered:
        inner = plain(reply.get("function"))
        where = place(reply.get("cell"), reply.get("line"))
        if inner and inner != self.name:
            where = f" It was in `{inner}`{where}."
        elif where:
            where = f" It was{where.replace('(', 'at ').replace(')', '')}."
        message = f"{call} had not returned when its time was up.{where}"
        return Unanswered(Outcome.TIMED_OUT, "time", message)

    def _raised(self, call: str, reply: dict) -> Unanswered:
        name = plain(reply.get("ename"))
        error = f"{name}: {plain(reply.get('evalue'))}".rstrip(": ")
        where = place(reply.get("cell"), reply.get("line"))
        inner = plain(reply.get("function"))
        if reply.get("stub") is True and reply.get("owner") == self._root:
            message = f"`{self._root}` is not attempted yet: `raise {name}` is still there{where}."
            return Unanswered(Outcome.NOT_ATTEMPTED, "stub", message)
        if reply.get("stub") is True and inner:
            owner = plain(reply.get("owner")) or inner
            message = f"{call} came to `{owner}`, which is not attempted yet{where}."
            return Unanswered(Outcome.ERROR, "waits", message)
        in_no_cell = type(reply.get("cell")) is not int
        unexpected = "() got an unexpected keyword argument"
        unfit = (*ARITY, f"{self.name}{unexpected}", f"{self.name}.__init__{unexpected}")
        if name == "TypeError" and in_no_cell and any(words in error for words in unfit):
            message = f"{call} does not fit the parameters of `{self.name}`: {error}."
            return Unanswered(Outcome.ERROR, "parameters", message, error)
        if name == "SystemExit":
            return Unanswered(Outcome.ERROR, "exit", f"{call} ended the interpreter{where}.")
        message = f"{call} raised {error}{where}."
        if reply.get("why"):
            message += f" {reply['why']}."
        # Autograd's objection to a step that it would have to record has a hint of its own
        stage = "raised_on_a_leaf" if "leaf Variable" in error else "raised"
        return Unanswered(Outcome.ERROR, stage, message, error)

    def call(self, arguments: Sequence[Any], keywords: Mapping[str, Any] | None = None) -> str:
        """The call as a learner would write it, with the shapes of its tensors."""
        shapes = ", ".join(_shape(tensor) for tensor in _tensors(arguments))
        code = f"`{self._code(arguments, keywords or {})}`"
        return f"{code} with {shapes}" if shapes else code

    def _code(self, arguments: Sequence[Any], keywords: Mapping[str, Any]) -> str:
        named = [f"{name}={_code(argument)}" for name, argument in keywords.items()]
        return f"{self.name}({', '.join([*map(_code, arguments), *named])})"


class Object:
    """Something that a call has made and that lives where the submission lives: a net, an
    optimiser, a loader.

    Attributes:
        name: What messages call it: the call that made it, or a name of the check's own.
        made: What the call returned, as far as that is plain data, and `kinds`: its classes.
    """

    def __init__(
        self, name: str, number_: int, made: Returned, to: Callable[[str, dict], Function]
    ) -> None:
        self.name, self.made, self._number, self._to = name, made, number_, to

    @property
    def kept(self) -> Kept:
        """What stands for it among the arguments of a call."""
        return Kept(self._number, self.name)

    def is_a(self, kind: str) -> bool:
        """Whether it is of a class, "torch.nn.modules.module.Module" for instance."""
        return kind in self.made.kinds

    def __call__(self, *arguments: Any, **more: Any) -> Returned:
        """Call it; see `Function`."""
        return self._function("")(*arguments, **more)

    def make(self, *arguments: Any, **more: Any) -> "Object":
        """Call it and leave the result where it is; see `Function.make`."""
        return self._function("").make(*arguments, **more)

    def value(self) -> Returned:
        """What it is by now, as far as that is plain data."""
        return self._function("").value()

    def method(self, name: str) -> Function:
        """Its method of that name, as a function; `value()` reads an attribute."""
        return self._function(name)

    def epochs(self, limit: int, repeat: int = 1) -> list[Returned]:
        """Loop over it `repeat` times, each time over at most `limit` items."""
        return self._function("")._send([()], op="read", iterate=limit, repeat=repeat)

    def _function(self, attribute: str) -> Function:
        name = f"{self.name}.{attribute}" if attribute else self.name
        return self._to(name, {"kept": self._number, "attribute": attribute})


class Library:
    """The libraries that the submission uses, called where it lives: `torch.nn.Linear` and so on.

    Nothing that comes back from there is trusted because a library has made it.

    Args:
        root: The submission's function or class that the libraries' may call on.
    """

    def __init__(
        self,
        ask: Ask,
        device: str,
        seed: Callable[[], int | None],
        root: str = "",
        trace: list[Called] | None = None,
    ) -> None:
        self._ask, self._device, self._seed, self._root = ask, device, seed, root
        self._trace = trace

    def __call__(self, path: str) -> Function:
        """The function or class with this full name."""
        target = {"library": path}
        return Function(path, self._ask, self._device, self._seed, target, self._root, self._trace)


def _sent(argument: Any) -> Any:
    """An argument as it is sent: of an object the number under which it is kept."""
    if isinstance(argument, (list, tuple)):
        return type(argument)(_sent(item) for item in argument)
    if isinstance(argument, dict):
        return {key: _sent(value) for key, value in argument.items()}
    return argument.kept if isinstance(argument, Object) else argument


def _which(calls: Sequence[Sequence[Any]], reply: dict) -> Sequence[Any]:
    """The arguments of the call that a reply is about."""
    number = reply.get("call")
    return calls[number] if type(number) is int and 0 <= number < len(calls) else calls[0]


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
    if isinstance(argument, (Named, Object, Tensor)):
        return argument.name
    if isinstance(argument, (list, tuple)):
        inner = ", ".join(_code(item) for item in argument)
        if isinstance(argument, tuple):
            return f"({inner},)" if len(argument) == 1 else f"({inner})"
        return f"[{inner}]"
    if isinstance(argument, dict):
        return f"{{{', '.join(f'{key!r}: {_code(value)}' for key, value in argument.items())}}}"
    return number(argument) if isinstance(argument, float) else repr(argument)


def place(cell: Any, line: Any) -> str:
    """ " (cell 9, line 3)", as far as it is known."""
    parts = []
    if type(cell) is int and cell > 0:
        parts.append(f"cell {cell}")
    if type(line) is int and line > 0:
        parts.append(f"line {line}")
    return f" ({', '.join(parts)})" if parts else ""
