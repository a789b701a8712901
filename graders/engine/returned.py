"""What one call of the submission did, and the comparisons that a check makes with it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from .expect import Mistake, Subject
from .outcomes import Outcome
from .values import Named, Tensor, describe
from .worker.wire import Malformed


class Unanswered(Exception):
    """A call of the submission that gave no value.

    Attributes:
        message: For the learner.
        error: What the call raised, "TypeError: …"; or "".
    """

    def __init__(self, outcome: Outcome, stage: str, message: str, error: str = "") -> None:
        super().__init__(message)
        self.outcome, self.stage, self.message, self.error = outcome, stage, message, error

    def explained(self, says: str) -> str:
        """What happened, then what explains it."""
        return f"{self.message} {says}"


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
        kinds: Of a value that was kept the full names of its classes, its own first.
    """

    value: Any
    call: str
    given: Sequence[Any]
    arguments: list[Any]
    gradients: list[Any] | str = field(default_factory=list)
    kept: list[bool] = field(default_factory=list)
    recording: tuple[bool, bool] = (True, True)
    cotangent: Tensor | None = None
    kinds: tuple[str, ...] = ()

    @property
    def subject(self) -> Subject:
        return Subject(self.value, self.call)

    def equals(self, expected: np.ndarray, **more: Any) -> Tensor:
        """Compare the value with `expected`; see `Subject.equals`."""
        return self.subject.equals(expected, **more)

    def leaves_alone(self, *names: str) -> None:
        """The arguments called `names` are as they were, and autograd as well. Raises `Mistake`."""
        for before, after in _side_by_side(self.given, self.arguments):
            if not isinstance(before, (Named, Tensor)) or before.name not in names:
                continue
            if isinstance(before, Named):
                if not _alike(before.value, after):
                    raise self._changed(before, "holds other values")
                continue
            if not isinstance(after, Tensor) or after.shape != before.shape:
                raise self._changed(before, f"is {describe(after)}")
            if after.dtype != before.dtype or not _same(after.array, before.array):
                raise self._changed(before, "holds other values")
            if after.requires_grad != before.requires_grad:
                verb = "requires" if after.requires_grad else "does not require"
                raise self._changed(before, f"{verb} gradients")
            if (after.grad is None) != (before.grad is None) or (
                after.grad is not None
                and before.grad is not None
                and not _same(after.grad.array, before.grad.array)
            ):
                raise self._changed(before, "has another gradient")
        self.keeps_recording()

    def keeps_recording(self) -> None:
        """Autograd is switched on or off as it was before the call. Raises `Mistake`."""
        before, after = self.recording
        if before and not after:
            expected = "gradients switched on as before"
            subject = Subject(None, f"After {self.call}, torch", "records")
            raise subject.fail("grad_mode", "no operations any more", expected)

    def _changed(self, before: Tensor | Named, after: str) -> Mistake:
        was = describe(before.value if isinstance(before, Named) else before)
        happened = f"{self.call} changed its argument `{before.name}`: it was {was} and {after} now"
        return Mistake("changed", happened, "the arguments as they were")

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
            happened = (
                f"{self.call} returned a tensor without a graph, because the notebook has switched "
                "gradients off above the check cell"
            )
            raise Mistake("grad_mode", happened, "gradients switched on")
        if isinstance(self.gradients, str):
            happened = (
                f"{self.call} returned a tensor that autograd knows nothing of: its "
                "`requires_grad` is False"
            )
            raise Mistake("graph", happened, "gradients can flow back to the arguments")
        leaves = [a for a in self.given if isinstance(a, Tensor) and a.requires_grad]
        if len(self.gradients) != len(leaves):
            raise Malformed("not as many gradients as arguments")
        for leaf, gradient in zip(leaves, self.gradients, strict=True):
            values_, size = expected[leaf.name]
            origin = f"After {self.call}, the gradient that reaches `{leaf.name}`"
            if gradient is None:
                raise Mistake("graph", f"{origin} is missing", f"one of shape {leaf.shape}")
            found = Subject(gradient, origin, "is")
            found.equals(values_, dtype=dtype, device=device, size=size, stage="gradient")


@dataclass(frozen=True)
class Called:
    """One call that a check has made: evidence, whatever came of it.

    Attributes:
        name: The function's name.
        given: The arguments, as they were sent.
    """

    name: str
    given: Sequence[Any]
    found: Returned | Unanswered

    @property
    def returned(self) -> Returned | None:
        """What the call did, if it came back."""
        return self.found if isinstance(self.found, Returned) else None

    @property
    def error(self) -> str:
        """What the call raised, "TypeError: …"; or ""."""
        return self.found.error if isinstance(self.found, Unanswered) else ""


def _same(one: np.ndarray, other: np.ndarray) -> bool:
    return one.shape == other.shape and np.array_equal(one, other, equal_nan=True)


def _side_by_side(given: Sequence[Any], after: Any) -> list[tuple[Any, Any]]:
    """The arguments before and after a call, those in lists and tuples one by one."""
    if not isinstance(after, (list, tuple)) or len(after) != len(given):
        return [(item, None) for item in given]
    pairs: list[tuple[Any, Any]] = []
    for one, other in zip(given, after, strict=True):
        nested = isinstance(one, (list, tuple))
        pairs += _side_by_side(one, other) if nested else [(one, other)]
    return pairs


def _alike(one: Any, other: Any) -> bool:
    """Whether arrays, tensors, or lists of them are the same in type, form and values."""
    if isinstance(one, np.ndarray) and isinstance(other, np.ndarray):
        return one.dtype == other.dtype and _same(one, other)
    if isinstance(one, Tensor) and isinstance(other, Tensor):
        return one.dtype == other.dtype and _same(one.array, other.array)
    if isinstance(one, (list, tuple)) and type(one) is type(other):
        return len(one) == len(other) and all(map(_alike, one, other))
    if any(isinstance(value, (np.ndarray, Tensor)) for value in (one, other)):
        return False
    return bool(one == other)
