"""Misconceptions: well-known wrong ideas, and the evidence that betrays each.

They are in `graders/misconceptions/<assignment>/<exercise>.py`, read when a check of it has failed.

    @formula("the first hint", "the second, more direct one", where=operator(ast.Mult))
    def multiplies_entry_by_entry(X, w, b):
        '''`X * w` was never added up: each feature keeps a column of its own.'''
        return X * w.T + b

The name is that in the report, and the docstring is what the learner reads. A *formula* predicts
what the wrong idea makes of the same arguments. A *sign* looks at the `Evidence` and says whether
the idea shows. In the order of the file the first that fits is named: what is more particular
stands first. A list stands for the misconceptions in it, which several exercises may share. Beside
them such a file may define

- `right(*inputs)`: what is right, so that a prediction is known to be wrong. Formulas need it;
- `observe(call)`: what formulas are given and what is compared with their predictions, a pair, or
  None where a call says nothing. By default its arguments and its result;
- `probe`: a function with a check's parameters. It makes more calls, on inputs that tell the
  misconceptions apart, and returns whatever the signs want to know, as `Evidence.facts`.

Everything is matched against what the submission did on fresh inputs, in the grading process.
Its source only says where to look.
"""

import functools
import importlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import numpy as np

from .checks import GRADERS, Check
from .expect import Mistake
from .places import Pattern
from .returned import Called, Unanswered
from .values import NUMBERS, Named, Scalar, Tensor

FOLDER = GRADERS / "misconceptions"

# Where a comparison stopped for a reason that has nothing to do with the values: no formula
# explains it, even if the values are wrong as well
NOT_OF_VALUES = (
    *("changed", "leaf", "replaced", "grad_mode", "graph", "dtype", "device"),
    *("floats", "remembers", "one_deal", "shared", "parameters", "raised_on_a_leaf"),
)
# A prediction is compared more coarsely than a result: rounding depends on the way that it took
CLOSE = {"float64": 1e-9, "float32": 1e-4}


@dataclass(frozen=True)
class Misconception:
    """One wrong idea.

    Attributes:
        function: The formula, or the sign.
        hints: The first, and the second.
        where: Which lines to look at, the best first.
    """

    function: Callable
    is_formula: bool
    hints: tuple[str, str]
    where: tuple[Pattern, ...] = ()

    @property
    def name(self) -> str:
        return self.function.__name__

    @property
    def says(self) -> str:
        """What the learner reads."""
        return " ".join((self.function.__doc__ or "").split())


def formula(first: str, second: str, *, where: Pattern | Sequence[Pattern] = ()) -> Callable:
    """Declare a function to be a misconception that predicts results; see the module."""
    return functools.partial(_declare, True, (first, second), where)


def sign(first: str, second: str, *, where: Pattern | Sequence[Pattern] = ()) -> Callable:
    """Declare a predicate on `Evidence` to be a misconception; see the module."""
    return functools.partial(_declare, False, (first, second), where)


def _declare(
    is_formula: bool,
    hints: tuple[str, str],
    where: Pattern | Sequence[Pattern],
    function: Callable,
) -> Callable:
    patterns = (where,) if callable(where) else tuple(where)
    function.__misconception__ = Misconception(  # type: ignore[attr-defined]
        function, is_formula, hints, patterns
    )
    return function


@functools.cache
def module_of(assignment: str, exercise: str) -> ModuleType | None:
    """The file with an exercise's misconceptions, or None."""
    if not (FOLDER / assignment / f"{exercise}.py").is_file():
        return None
    return importlib.import_module(f"graders.misconceptions.{assignment}.{exercise}")


def of_exercise(assignment: str, exercise: str) -> list[Misconception]:
    """The misconceptions of an exercise, in the order of its file."""
    module = module_of(assignment, exercise)
    values = vars(module).values() if module else ()
    things = [one for v in values for one in (v if isinstance(v, list) else [v])]
    found = [getattr(thing, "__dict__", {}).get("__misconception__") for thing in things]
    return [one for one in found if isinstance(one, Misconception)]


class Evidence:
    """What is known of a check that failed.

    Attributes:
        check: Its name without the exercise's.
        stage: Where it stopped; see `Mistake` and `Unanswered`.
        message: What the learner would be told without a misconception.
        error: What the call that ended it raised, "TypeError: …"; or "".
        calls: The calls that it made.
    """

    def __init__(
        self,
        check: Check,
        failure: Mistake | Unanswered,
        calls: list[Called],
        probe: Callable[[ModuleType], tuple[Any, list[Called]]],
    ) -> None:
        self.check = check.name.removeprefix(f"test_{check.exercise}_")
        self.stage, self.message = failure.stage, failure.message
        self.error = failure.error if isinstance(failure, Unanswered) else ""
        self.calls = calls
        self._of, self._probe = check, probe

    @functools.cached_property
    def _probed(self) -> tuple[Any, list[Called]]:
        module = module_of(self._of.assignment, self._of.exercise)
        return (None, []) if module is None else self._probe(module)

    @property
    def facts(self) -> Any:
        """What `probe` returned; None where there is none, or where it did not get to its end."""
        return self._probed[0]

    @property
    def probed(self) -> list[Called]:
        """The calls that `probe` made."""
        return self._probed[1]


def diagnose(check: Check, evidence: Evidence) -> Misconception | None:
    """The misconception that explains why `check` failed, if there is one."""
    module = module_of(check.assignment, check.exercise)
    found = of_exercise(check.assignment, check.exercise)
    return next((one for one in found if _fits(one, module, evidence, check.exercise)), None)


def _fits(one: Misconception, module: Any, evidence: Evidence, exercise: str) -> bool:
    try:
        with np.errstate(all="ignore"):
            if not one.is_formula:
                return one.function(evidence) is True
            if evidence.stage in NOT_OF_VALUES:
                return False
            return _predicts(one.function, module, evidence, exercise)
    except Exception:  # what came back has not even the form of this idea, or there are no facts
        return False


def _predicts(predict: Callable, module: Any, evidence: Evidence, exercise: str) -> bool:
    """Whether every call did what a formula predicts, and the wrong ones among them show it."""
    observe = getattr(module, "observe", arguments_and_result)

    def judged(calls: list[Called]) -> Iterator[tuple[bool, bool]]:
        """Of each call whether it agrees with the prediction, and whether that is telling."""
        for call in calls:
            seen = observe(call) if call.name == exercise else None
            if seen is None:
                continue
            inputs, got = seen
            predicted, wanted = (_result(f, inputs) for f in (predict, module.right))
            agrees = alike(got, predicted)
            yield agrees, agrees and got is not RAISED and not alike(got, wanted)

    own = list(judged(evidence.calls))
    if not own or not all(agrees for agrees, _ in own):
        return False
    last_raised = bool(evidence.error)
    if not last_raised and not any(telling for _, telling in own):
        return False
    probed = list(judged(evidence.probed))
    return all(agrees for agrees, _ in probed) and any(telling for _, telling in own + probed)


class Raised:
    """In the place of a result: there is none, something was raised."""


RAISED = Raised()


def _result(function: Callable, inputs: Sequence[Any]) -> Any:
    try:
        return function(*inputs)
    except (ArithmeticError, LookupError, TypeError, ValueError):
        return RAISED


def arguments_and_result(call: Called) -> tuple[tuple, Any] | None:
    """What formulas are given by default: the arguments as NumPy has them, float64."""
    if call.returned is None:
        return (tuple(map(as_numpy, call.given)), RAISED) if call.error else None
    return tuple(map(as_numpy, call.given)), call.returned.value


def as_numpy(value: Any) -> Any:
    """A tensor as a float64 array, a named argument as its value, lists item by item."""
    match value:
        case Tensor():
            return value.f64
        case Named():
            return as_numpy(value.value)
        case Scalar():
            return value.value
        case list() | tuple():
            return type(value)(as_numpy(item) for item in value)
    return value


def alike(got: Any, predicted: Any) -> bool:
    """Whether a result is what was predicted: in form to the letter, in values but for rounding.

    A tensor is predicted by an array, or by nested lists; lists and tuples are alike.
    """
    if isinstance(got, Tensor):
        if got.dtype not in NUMBERS or isinstance(predicted, (type(None), Raised)):
            return False
        return _close(got.f64, predicted, CLOSE.get(got.dtype, 1e-2))
    if isinstance(got, (list, tuple)) and isinstance(predicted, (list, tuple)):
        return len(got) == len(predicted) and all(map(alike, got, predicted))
    kinds = (list, tuple, str, bool, type(None), Raised)
    if isinstance(got, kinds) or isinstance(predicted, kinds):
        return type(got) is type(predicted) and got == predicted
    return _close(as_numpy(got), predicted, CLOSE["float64"])


def _close(got: Any, predicted: Any, close: float) -> bool:
    one, other = np.asarray(got), np.asarray(predicted, dtype=np.float64)
    if one.shape != other.shape or one.dtype.kind not in "iuf":
        return False
    return bool(np.allclose(one, other, rtol=0, atol=close * _scale(other), equal_nan=True))


def _scale(array: np.ndarray) -> float:
    finite = np.abs(array[np.isfinite(array)])
    return float(finite.max()) if finite.size else 1.0
