"""Fresh inputs for a check, all from one seed."""

import zlib
from typing import Any

import numpy as np

from .values import Tensor

SIGNS = np.array([-1.0, 1.0])


class Draw:
    """Random inputs for one check of one grading.

    The stream depends on the seed and on the check's name, so that checks may run in any order,
    or alone, and `--seed` still replays the inputs.
    """

    def __init__(self, seed: int, check: str) -> None:
        self.rng = np.random.default_rng([seed, zlib.crc32(check.encode())])

    def normal(
        self, name: str, *shape: int, dtype: str = "float32", scale: float = 1.0, **more: Any
    ):
        """A tensor called `name` of normal values with standard deviation `scale`."""
        return Tensor((self.rng.standard_normal(shape) * scale).astype(dtype), name=name, **more)

    def away_from_zero(self, name: str, *shape: int, dtype: str = "float32", **more: Any) -> Tensor:
        """A tensor of values between 0.5 and 2 in size, of either sign."""
        size = self.rng.uniform(0.5, 2.0, shape)
        sign = SIGNS[self.rng.integers(2, size=shape)]  # `rng.choice` takes five times as long
        return Tensor((size * sign).astype(dtype), name=name, **more)

    def uniform(self, low: float, high: float) -> float:
        """A number from `low` to `high`, of three decimals: it stands in messages."""
        return round(float(self.rng.uniform(low, high)), 3)

    def choice(self, options: list) -> Any:
        """One of the options."""
        return options[int(self.rng.integers(len(options)))]

    def integer(self, low: int, high: int) -> int:
        """An integer from `low` to `high`, both included."""
        return int(self.rng.integers(low, high + 1))

    def worker_seed(self) -> int:
        """A seed for the submission's own random states."""
        return int(self.rng.integers(2**31))
