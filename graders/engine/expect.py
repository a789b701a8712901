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
SAFETY = 32  # times eps times the size of what is added up: any order of summation fits


class Mistake(AssertionError):
    """The submission did something else than the contract says.

    Attributes:
        stage: Where the comparison stopped: "nothing", "type", "shape", "dtype", "device",
            "values", "gradient" or a stage that a check names. Hints are looked up by it.
        message: Two sentences: the call and what came back, then what was expected.
    """

    def __init__(self, stage: str, message: str) -> None:
        super().__init__(message)
        self.stage, self.message = stage, message


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

    def fail(self, stage: str, got: str, expected: str) -> Mistake:
        return Mistake(stage, f"{self.origin} {self.verb} {got}. Expected: {expected}.")

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
            raise self.fail(stage, *_values(tensor.array, expected, wrong))
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
            raise self.fail(stage, *_values(one, other, wrong))


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
        bound = bound + np.finfo(np.float64).tiny
        close = np.abs(got.astype(np.float64) - expected) <= bound
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
