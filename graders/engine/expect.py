"""Comparing what came back with what was expected, and saying the difference.

The order is fixed, and the first difference ends the comparison: is there a value, its type, its
shape, its dtype, its device, its values, its gradients. Nothing is ever broadcast.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from .values import Scalar, Tensor, article, describe

EPS = {"float16": 2**-11, "bfloat16": 2**-8, "float32": 2**-24, "float64": 2**-53}
ROWS, COLUMNS = 6, 6  # of two arrays on a page
TINY = np.finfo(np.float64).tiny
SAFETY = 32  # times eps times the size of what is added up: any order of summation fits


@dataclass(frozen=True)
class Comparison:
    """Two arrays side by side, for a page: as much of them as a reader can take in.

    Attributes:
        got, expected: The rows of both, each entry as text.
        wrong: Which of the entries differ.
        part: "rows 3 to 8 of 130", or "" where all of them are here.
    """

    got: list[list[str]]
    expected: list[list[str]]
    wrong: list[list[bool]]
    part: str = ""


class Mistake(AssertionError):
    """The submission did something else than the contract says.

    Attributes:
        stage: Where the comparison stopped: "nothing", "type", "shape", "dtype", "device",
            "values", "gradient" or a stage that a check names. Hints are looked up by it.
        happened: The call and what came back, a sentence without its full stop; or, where nothing
            is `expected`, all that there is to say.
        comparison: The values that differ, where there are several.
        misconception: The name of the wrong idea, where the check itself knows it.
    """

    def __init__(
        self,
        stage: str,
        happened: str,
        expected: str = "",
        *,
        comparison: Comparison | None = None,
        misconception: str = "",
    ) -> None:
        self.stage, self.happened, self.expected = stage, happened, expected
        self.comparison, self.misconception = comparison, misconception
        super().__init__(self.message)

    @property
    def message(self) -> str:
        """Two sentences: the call and what came back, then what was expected."""
        return f"{self.happened}. Expected: {self.expected}." if self.expected else self.happened

    def explained(self, says: str) -> str:
        """Two sentences: what came back and was expected, then what explains it."""
        if not self.expected:
            return f"{self.happened} {says}"
        return f"{self.happened} (expected: {self.expected}). {says}"


@dataclass
class Subject:
    """A value that came from a submission, with the words that lead to it.

    Attributes:
        value: The value.
        origin: The beginning of the sentence: "`linreg(X, w, b)` …" or "The first batch of …".
        verb: "returned" or "is".
    """

    value: Any
    origin: str
    verb: str = "returned"

    def fail(
        self, stage: str, got: str, expected: str, comparison: Comparison | None = None
    ) -> Mistake:
        happened = f"{self.origin} {self.verb} {got}"
        return Mistake(stage, happened, expected, comparison=comparison)

    def is_tensor(self) -> Tensor:
        """The value, if it is a tensor. Raises `Mistake`."""
        if self.value is None:
            raise self.fail("nothing", "None", "a tensor")
        if not isinstance(self.value, Tensor):
            raise self.fail("type", describe(self.value), "a tensor")
        return self.value

    def has_form(self, shape: tuple[int, ...], dtype: str | None, device: str) -> Tensor:
        """The value, if it is a tensor of this shape, dtype and device. Raises `Mistake`."""
        tensor = self.is_tensor()
        if tensor.shape != tuple(shape):
            raise self.fail("shape", f"a tensor of shape {tensor.shape}", f"shape {tuple(shape)}")
        if dtype is not None and tensor.dtype != dtype:
            raise self.fail("dtype", f"a tensor of dtype {tensor.dtype}", f"dtype {dtype}")
        if tensor.device != device:
            raise self.fail("device", f"a tensor on the {_place(tensor.device)}", _on(device))
        return tensor

    def equals(
        self,
        expected: np.ndarray,
        *,
        dtype: str,
        device: str,
        size: np.ndarray | float = 0.0,
        stage: str = "values",
    ) -> Tensor:
        """The value, if it is the tensor `expected`. Raises `Mistake`.

        Args:
            expected: The right values, float64.
            dtype: The dtype that is expected, and whose eps sets the tolerance.
            size: Elementwise, the sum of the absolute values of the terms that `expected` adds up;
                its own absolute value is the least.
        """
        tensor = self.has_form(expected.shape, dtype, device)
        wrong = differences(tensor.array, expected, dtype, size)
        if wrong.any():
            if (
                dtype == "float64"
                and not differences(tensor.array, expected, "float32", size).any()
            ):
                stage = "precision"  # right, but for digits that were lost on the way
            beside = side_by_side(tensor.array, expected, wrong)
            raise self.fail(stage, *_values(tensor.array, expected, wrong), beside)
        return tensor

    def number(self, what: str = "a number") -> float:
        """The value, if it is one number, Python's or NumPy's. Raises `Mistake`."""
        found = _one_number(self.value)
        if found is None:
            stage = "nothing" if self.value is None else "type"
            raise self.fail(stage, describe(self.value), what)
        return found

    def numbers(self, count: int, what: str = "a list of numbers") -> list[float]:
        """The value, if it is a list, a tuple or an array of `count` numbers. Raises `Mistake`."""
        items = self.value.tolist() if isinstance(self.value, np.ndarray) else self.value
        if not isinstance(items, (list, tuple)):
            stage = "nothing" if self.value is None else "type"
            raise self.fail(stage, describe(self.value), what)
        found = [_one_number(item) for item in items]
        for item, value in zip(items, found, strict=True):
            if value is None:
                kind = type(self.value).__name__.replace("ndarray", "NumPy array")
                raise self.fail("type", f"{article(kind)} that holds {describe(item)}", what)
        if len(found) != count:
            got = "1 number" if len(found) == 1 else f"{len(found)} numbers"
            raise self.fail("count", got, f"{count} of them")
        return [value for value in found if value is not None]

    def floats(self, count: int, what: str) -> list[float]:
        """The value, if it is a list of `count` plain Python floats. Raises `Mistake`.

        Args:
            what: What each of them is for: "epoch".
        """
        if not isinstance(self.value, list):
            stage = "nothing" if self.value is None else "type"
            raise self.fail(stage, describe(self.value), f"a list of floats, one for each {what}")
        for item in self.value:
            if not isinstance(item, float):
                got = f"a list that holds {describe(item)}"
                raise self.fail("floats", got, "a list of plain Python floats")
        if len(self.value) != count:
            got = f"a list of {len(self.value)}"
            raise self.fail("count", got, f"{count} floats, one for each {what}")
        return self.value

    def is_number(self, expected: float, size: float = 0.0, stage: str = "values") -> None:
        """The value is the number `expected`, float64 rounding aside. Raises `Mistake`.

        Args:
            size: The sum of the absolute values of the terms that `expected` adds up.
        """
        self.are_close([self.number()], [expected], size, stage)

    def are_numbers(self, expected: list[float], size: float = 0.0, stage: str = "values") -> None:
        """The value is a list of the numbers `expected`; see `is_number`. Raises `Mistake`."""
        self.are_close(self.numbers(len(expected)), expected, size, stage)

    def are_close(
        self, got: list[float], expected: list[float], size: float = 0.0, stage: str = "values"
    ) -> None:
        """Numbers that have been read from the value are `expected`. Raises `Mistake`."""
        one, other = np.array(got, dtype=np.float64), np.array(expected, dtype=np.float64)
        wrong = differences(one, other, "float64", size)
        if wrong.any():
            beside = side_by_side(one, other, wrong)
            raise self.fail(stage, *_values(one, other, wrong), beside)


def _one_number(value: Any) -> float | None:
    """The value as a float, if it is one number: not a truth value, not an array of one."""
    match value:
        case bool():
            return None
        case int() | float():
            try:
                return float(value)
            except OverflowError:
                return None
        case Scalar() if value.dtype != "bool":
            return value.value
        case np.ndarray() if value.shape == () and value.dtype.kind in "iuf":
            return float(value)
    return None


def differences(
    got: np.ndarray, expected: np.ndarray, dtype: str, size: np.ndarray | float = 0.0
) -> np.ndarray:
    """Where two arrays of one shape differ by more than rounding in `dtype` explains."""
    assert got.shape == expected.shape, "compare shapes first: nothing is broadcast"
    if dtype not in EPS:
        return got != expected
    with np.errstate(all="ignore"):
        bound = SAFETY * EPS[dtype] * np.maximum(np.abs(expected), size)
        bound = bound + TINY
        close = np.abs(got.astype(np.float64) - expected) <= bound
        if np.isfinite(bound).all():  # so is all that is expected, and what is close to it
            return ~close
        finite = np.isfinite(got) & np.isfinite(expected)
        alike = (got == expected) | (np.isnan(got) & np.isnan(expected))
        return ~np.where(finite, close, alike)


def _values(got: np.ndarray, expected: np.ndarray, wrong: np.ndarray) -> tuple[str, str]:
    """How two arrays differ, as the two halves of a message."""
    if got.size == 1:
        return _apart(number, got.item(), expected.item())
    if got.size <= 6:
        return _apart(numbers, got, expected)
    index = tuple(int(i) for i in np.argwhere(wrong)[0])
    where = f"[{','.join(map(str, index))}]"
    count = f"{int(wrong.sum())} of {got.size} values differ"
    one, other = _apart(number, got[index], expected[index])
    return f"{one} at {where} ({count})", f"{other} there"


def side_by_side(got: np.ndarray, expected: np.ndarray, wrong: np.ndarray) -> Comparison | None:
    """Both as tables, around the first difference; None where there is one value only."""
    if got.size < 2 or got.ndim == 0:
        return None
    columns = got.shape[-1] if got.ndim > 1 else 1
    one, other, differ = (array.reshape(-1, columns) for array in (got, expected, wrong))
    row, column = (int(i) for i in np.argwhere(differ)[0])
    top = min(max(0, row - 1), max(0, len(one) - ROWS))
    left = min(max(0, column - 1), max(0, columns - COLUMNS))
    window = slice(top, top + ROWS), slice(left, left + COLUMNS)
    parts = []
    if len(one) > ROWS:
        parts.append(f"rows {top} to {top + ROWS - 1} of {len(one)}")
    if columns > COLUMNS:
        parts.append(f"columns {left} to {left + COLUMNS - 1} of {columns}")
    pairs = [
        [_apart(number, a, b) for a, b in zip(*rows, strict=True)]
        for rows in zip(one[window], other[window], strict=True)
    ]
    return Comparison(
        [[got for got, _ in row] for row in pairs],
        [[expected for _, expected in row] for row in pairs],
        differ[window].tolist(),
        ", ".join(parts),
    )


def _apart(show: Callable, one: Any, other: Any) -> tuple[str, str]:
    """Both, with as many digits as tell them apart."""
    for digits in (6, 9, 12, 17):
        shown = show(one, digits), show(other, digits)
        if shown[0] != shown[1]:
            break
    return shown


def number(value: float, digits: int = 6) -> str:
    """A number with as many digits as a reader can use."""
    value = float(value)
    return f"{value:.{digits}g}" if math.isfinite(value) else str(value)


def numbers(array: np.ndarray, digits: int = 6) -> str:
    """A small array, in brackets."""
    if array.ndim == 0:
        return number(array.item(), digits)
    return "[" + ", ".join(numbers(part, digits) for part in array) + "]"


def _place(device: str) -> str:
    return {"cpu": "CPU", "cuda": "GPU"}.get(device, device)


def _on(device: str) -> str:
    return f"on the {_place(device)}, where the arguments are"
