"""What a `data_iter` does with rows that carry their numbers: which come, in which batches.

Nothing is called before a sign asks for it: most failures need a small part of this.
"""

import functools
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from graders.engine.epochs import UNIQUE, numbered
from graders.engine.functions import Function, Library
from graders.engine.outcomes import Outcome
from graders.engine.returned import Returned, Unanswered
from graders.engine.values import Epoch, Tensor

SEED = 20240  # of the submission's random states, where it matters to know them
MOST = 250  # batches that are taken from one epoch


def chunks(n: int, m: int) -> list[int]:
    """The sizes of the batches as they should be: [5, 5, 3] for 13 rows in batches of 5."""
    return [m] * (n // m) + [n % m] * (n % m > 0)


@dataclass(frozen=True)
class Run:
    """One epoch over n rows of d features, in batches of m.

    Attributes:
        items: What came, as it came.
        ended: Whether it came to an end.
        thing: What was returned, where nobody can loop over it.
        error: What was raised instead, "TypeError: …", or why there is no answer; or "".
        after: The features, as they are after the call.
    """

    n: int
    m: int
    d: int
    items: list[Any] = field(default_factory=list)
    ended: bool = True
    thing: Any = None
    error: str = ""
    after: Any = None

    @functools.cached_property
    def pairs(self) -> list[tuple[np.ndarray, np.ndarray]]:
        """The batches: X (k, d) and as many labels. Raises `ValueError` where they are none."""
        if self.error or self.thing is not None:
            raise ValueError("there are no batches")
        found = []
        for item in self.items:
            X, y = item
            if X.shape[1:] != (self.d,) or y.array.size != len(X.array):
                raise ValueError("these are no rows with their labels")
            found.append((X.f64, y.f64.reshape(-1)))
        return found

    @functools.cached_property
    def rows(self) -> list[list[int]]:
        """The numbers of the rows in each batch; -1 is none of the rows."""
        return [rows_of(X, self.n) for X, _ in self.pairs]

    @functools.cached_property
    def labels(self) -> list[list[int]]:
        """The numbers of the rows that the labels in each batch belong to."""
        return [labels_of(y, self.n) for _, y in self.pairs]

    @property
    def sizes(self) -> list[int]:
        return [len(rows) for rows in self.rows]

    @functools.cached_property
    def order(self) -> list[int]:
        return [row for rows in self.rows for row in rows]

    @functools.cached_property
    def order_of_labels(self) -> list[int]:
        return [row for rows in self.labels for row in rows]

    @property
    def has_each_row_at_most_once(self) -> bool:
        return self.ended and -1 not in self.order and len(set(self.order)) == len(self.order)

    @property
    def has_each_row_once(self) -> bool:
        return self.ended and sorted(self.order) == list(range(self.n))

    @property
    def is_right(self) -> bool:
        """Whether it is all that one epoch has to be, its order aside."""
        try:
            paired = self.has_each_row_once and self.rows == self.labels
        except (AttributeError, IndexError, TypeError, ValueError):
            return False  # these are no batches
        return paired and self.sizes == chunks(self.n, self.m)


def rows_of(X: np.ndarray, n: int) -> list[int]:
    """The numbers of the rows of `numbered` features that X consists of."""
    known = numbered(n, X.shape[1])[0].f64
    first = np.where((X[:, 0] >= 0) & (X[:, 0] < n), X[:, 0], 0).astype(int)
    return np.where((known[first] == X).all(axis=1), first, -1).tolist()


def labels_of(y: np.ndarray, n: int) -> list[int]:
    """The numbers of the rows that `numbered` labels belong to."""
    rows = y - UNIQUE
    known = (rows >= 0) & (rows < n) & (rows == np.floor(rows))
    return np.where(known, rows, -1).astype(int).tolist()


class Facts:
    """Epochs of a `data_iter`, each taken when it is asked for and then remembered.

    Args:
        notebook: The notebook's own features and labels.
    """

    def __init__(self, data_iter: Function, library: Library, notebook: list[Function]) -> None:
        self._data_iter, self._library, self._notebook = data_iter, library, notebook
        self._known: dict[Any, Any] = {}
        self._late = False

    def _once(self, key: Any, find: Callable[[], Any]) -> Any:
        if self._late:
            raise ValueError("a call has run out of time: there will be no others")
        if key not in self._known:
            self._known[key] = find()
        return self._known[key]

    def _tried(self, call: Callable[[], Any], n: int, m: int, d: int) -> list[Run]:
        """The epochs that a call gives; where it gave none, one that says why."""
        try:
            found: list[Returned] = call()
        except Unanswered as failure:
            if failure.outcome is Outcome.TIMED_OUT:
                self._late = True
            return [Run(n, m, d, error=failure.error or failure.stage)]
        runs = []
        for one in found:
            value = one.value
            assert isinstance(value, Epoch)
            thing = value.not_iterable[0] if value.not_iterable else None
            after = one.arguments[1].array if len(one.arguments) > 1 else None
            runs.append(Run(n, m, d, value.items, value.ended, thing, after=after))
        return runs

    def epochs(self, n: int, m: int, repeat: int = 1, d: int = 3) -> list[Run]:
        """`repeat` epochs over the same n rows."""

        def take() -> list[Run]:
            limit = min(2 * n + 10, MOST)
            given = (m, *numbered(n, d))
            return self._tried(
                lambda: self._data_iter.epochs(*given, limit=limit, repeat=repeat), n, m, d
            )

        return self._once((n, m, repeat, d), take)

    def epoch(self, n: int, m: int, d: int = 3) -> Run:
        """One epoch."""
        return self.epochs(n, m, d=d)[0]

    @property
    def many(self) -> list[Run]:
        """Many epochs over 23 rows in batches of 5: 5, 5, 5, 5 and 3."""
        return self.epochs(23, 5, 24)

    @property
    def all(self) -> list[Run]:
        """Those, and some where the sizes divide each other, or leave one row over."""
        return [*self.many, *self.epochs(12, 4, 2, d=2), *self.epochs(13, 6, 2)]

    @property
    def notebooks(self) -> list[np.ndarray]:
        """The values of the notebook's own features and labels."""
        return self._once("notebook", lambda: [one.value().value.f64 for one in self._notebook])

    def abandoned(self) -> Run:
        """The epoch over 23 rows after one that was left when two batches of 5 had come."""

        def take() -> list[Run]:
            given = (5, *numbered(23, 3))

            def call() -> list[Returned]:
                self._data_iter.epochs(*given, limit=2)
                return self._data_iter.epochs(*given, limit=56)

            return self._tried(call, 23, 5, 3)

        return self._once("abandoned", take)[0]

    def called(self, *arguments: Any, **keywords: Any) -> Run:
        """An epoch of 11 rows in batches of 4, with arguments in another form. The random states
        are the same every time."""
        self._seed(SEED)

        def call() -> list[Returned]:
            return self._data_iter.make(*arguments, **keywords).epochs(limit=40)

        return self._tried(call, 11, 4, 3)[0]

    def has_method(self, *names: str) -> bool:
        """Whether what a call makes is an object with a method of one of these names."""
        made = self._data_iter.make(4, *numbered(11, 3))
        for name in names:
            try:
                made.method(name).value()
            except Unanswered:
                continue
            return True
        return False

    def first_of(self, features: tuple, labels: tuple) -> tuple:
        """(dtype, shape) of X and of y in the first batch of 2, for features and labels of these
        dtypes and shapes."""
        sources = []
        for name, (dtype, *shape) in (("features", features), ("labels", labels)):
            array = 1 + np.arange(np.prod(shape)).reshape(shape)
            sources.append(Tensor(array.astype(dtype), name=name))

        def take() -> tuple:
            value = self._data_iter.epochs(2, *sources, limit=20)[0].value
            assert isinstance(value, Epoch)
            return tuple((part.dtype, part.shape) for part in value.items[0])

        return self._once(("form", features, labels), take)

    # --- random states -----------------------------------------------------------------------

    def _seed(self, seed: int) -> None:
        for path in ("random.seed", "numpy.random.seed", "torch.manual_seed"):
            self._library(path)(seed)

    def _states(self) -> tuple[float, float, float]:
        """The number that comes next in Python, in NumPy and in torch."""
        python = self._library("random.random")().value
        return (
            python,
            self._library("numpy.random.random_sample")().value,
            float(self._library("torch.rand")(1).value.array[0]),
        )

    def states_after(self, n: int, seed: int = SEED) -> tuple[float, ...]:
        """What comes next in each generator when an epoch over n rows began at a seed."""
        return self.seeded(n, seed)[1]

    def seeded(self, n: int, seed: int = SEED) -> tuple[Run, tuple[float, ...]]:
        """An epoch over n rows that begins at a seed, and what comes next in each generator."""

        def take() -> tuple[Run, tuple[float, ...]]:
            self._seed(seed)
            given = (5, *numbered(n, 3))
            run = self._tried(lambda: self._data_iter.epochs(*given, limit=2 * n + 10), n, 5, 3)[0]
            return run, self._states()

        return self._once(("seeded", n, seed), take)


def after_a_shuffle(n: int) -> dict[int, float]:
    """What comes next in Python's generator (0) and in NumPy's (1) when n things were shuffled."""
    return {0: _python(n)[1], 1: _numpy(n)[1]}


def overwritten(n: int) -> list[list[int]]:
    """The orders that Python's and NumPy's `shuffle` make of n rows when `x[i], x[j] = x[j], x[i]`
    does not swap them, because `x[i]` and `x[j]` are views: the second assignment changes nothing.
    """
    found = []
    for shuffled, _ in (_python(n), _numpy(n)):
        swapped, views = list(range(n)), list(range(n))
        for i in reversed(range(1, n)):
            j = swapped.index(shuffled[i])
            swapped[i], swapped[j] = swapped[j], swapped[i]
            views[i] = views[j]
        found.append(views)
    return found


def _python(n: int) -> tuple[list[int], float]:
    generator, rows = random.Random(SEED), list(range(n))
    generator.shuffle(rows)
    return rows, generator.random()


def _numpy(n: int) -> tuple[list[int], float]:
    generator, rows = np.random.RandomState(SEED), list(range(n))
    generator.shuffle(rows)
    return rows, float(generator.random_sample())
