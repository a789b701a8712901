"""Loops that train the linear model, in NumPy: what a wrong one makes of the same numbers.

A *program* tells a `Loop` what to do, as a learner's code tells torch:

    @each_epoch
    def never_clears(loop, batches):
        for rows in batches:
            loop.backward(rows)
            loop.step(rows)

A *report* says what such a loop returns. Both notebooks have the same loop with other losses: the
first adds up half the squared errors of a batch, and its steps divide; the second has a mean of
squares and steps that do not. Where chance deals the batches, every deal is tried.
"""

import functools
import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from graders.engine.values import Scalar, Tensor

Rows = Sequence[int]
Batches = Sequence[Rows]  # of one epoch, in order
Program = Callable[["Loop"], None]
Report = Callable[["Loop"], Any]

ALL, W, B = slice(None), slice(None, -1), slice(-1, None)  # parts of θ = (w, b)
PATHS = 1000  # as many ways through the epochs are tried
EPOCHS = 120  # as many are looked for where their number is fixed
ROUNDING = 1e-9  # relative; a few hundred float64 operations err by less than 1e-12


class Unpredictable(Exception):
    """Chance decides, and there are too many ways that it can take."""


@dataclass(eq=False)
class Task:
    """What one training was given.

    Attributes:
        start: θ, (w, b) as one vector.
        A: The features, with a 1 appended to each row.
        t: The labels.
        deals: Every way to deal an epoch; None if there are too many.
        batch_size: What steps divide by; 0 where the loss is a mean of squares.
        flat: Whether the labels have one dimension.
    """

    start: np.ndarray
    A: np.ndarray
    t: np.ndarray
    lr: float
    epochs: int
    deals: Sequence[Batches] | None
    batch_size: int = 0
    flat: bool = False

    @property
    def rows(self) -> Rows:
        return range(len(self.t))

    @property
    def one_batch(self) -> bool:
        return self.deals is not None and all(len(deal) == 1 for deal in self.deals)

    @property
    def all_alike(self) -> bool:
        """Whether the rows are all the same: then it does not matter in which order they come."""
        return not (np.ptp(self.A, axis=0).any() or np.ptp(self.t))


@dataclass
class Passed:
    """A batch in an epoch: θ where its gradient was taken, and after the step that followed."""

    rows: Rows
    at: np.ndarray
    after: np.ndarray


@dataclass
class Moment:
    """An epoch, when its loss is taken: θ at its beginning and now, and its batches so far."""

    before: np.ndarray
    now: np.ndarray
    passed: list[Passed]


@dataclass(eq=False)
class Seen:
    """What a training of the submission has come to.

    Attributes:
        theta: θ afterwards; None if the call did not come back, or not with float64.
        told: What it returned.
        gradient: What is left in `.grad`; None where there is none.
    """

    task: Task
    theta: np.ndarray | None = None
    told: Any = None
    error: str = ""
    gradient: np.ndarray | None = None

    @property
    def unmoved(self) -> bool:
        return near(self.theta, self.task.start)

    @property
    def right(self) -> bool:
        return agrees(self, right) is not False


@dataclass(eq=False)
class Loop:
    """A training in progress.

    Attributes:
        dealt: The batches of each epoch.
        by_rows: Whether a step divides by the rows of its batch, and not by `batch_size`.
    """

    task: Task
    dealt: Sequence[Batches]
    by_rows: bool
    theta: np.ndarray = field(init=False)
    grad: np.ndarray = field(init=False)
    moments: list[Moment] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.theta = self._began = self.task.start
        self.grad = np.zeros_like(self.theta)
        self._passed: list[Passed] = []

    @property
    def summed(self) -> bool:
        return self.task.batch_size > 0

    def epochs(self, count: int | None = None) -> Iterator[Batches]:
        """The batches of as many epochs; by default of as many as were asked for."""
        for epoch in range(self.task.epochs if count is None else count):
            if epoch >= len(self.dealt) and len(self.task.deals or ()) != 1:
                raise Unpredictable
            yield self.dealt[min(epoch, len(self.dealt) - 1)]

    def errors(self, theta: np.ndarray, rows: Rows | None = None) -> np.ndarray:
        some = list(self.task.rows if rows is None else rows)
        return self.task.A[some] @ theta - self.task.t[some]

    def losses(self, theta: np.ndarray, rows: Rows | None = None) -> np.ndarray:
        """The loss of each of the rows; by default of all."""
        return self.errors(theta, rows) ** 2 / (2 if self.summed else 1)

    def loss(self, theta: np.ndarray, rows: Rows | None = None) -> float:
        """The mean of them."""
        return float(self.losses(theta, rows).mean())

    def slope(self, rows: Rows) -> np.ndarray:
        """The gradient of the loss of a batch, a sum or a mean, at the present θ."""
        A = self.task.A[list(rows)]
        total = self.errors(self.theta, rows) @ A
        return total if self.summed else 2 * total / len(rows)

    def clear(self, part: slice = ALL) -> None:
        self.grad = self.grad.copy()
        self.grad[part] = 0.0

    def backward(self, rows: Rows, factor: float = 1.0) -> None:
        self.add(factor * self.slope(rows))
        self._passed.append(Passed(rows, self.theta, self.theta))

    def add(self, gradient: np.ndarray) -> None:
        self.grad = self.grad + gradient

    def divisor(self, rows: Rows) -> int:
        if not self.summed:
            return 1
        return len(rows) if self.by_rows else self.task.batch_size

    def step(self, rows: Rows, factor: float = 1.0, part: slice = ALL) -> None:
        move = factor * self.task.lr / self.divisor(rows) * self.grad
        self.theta = self.theta.copy()
        self.theta[part] -= move[part]
        if self._passed:
            self._passed[-1].after = self.theta

    def epoch(self, batches: Batches) -> None:
        """A right one."""
        for rows in batches:
            self.clear()
            self.backward(rows)
            self.step(rows)

    def measure(self) -> None:
        self.moments.append(Moment(self._began, self.theta, self._passed))
        self._began, self._passed = self.theta, []


# What other libraries and the book's own have: names, and methods of their arrays
FOREIGN = ("d2l", "mx", "nd", "npx", "autograd", "gluon", "tf", "keras", "jnp", "jax")
FOREIGN_METHODS = ("asnumpy", "asscalar", "attach_grad")


def is_foreign(error: str) -> bool:
    """Whether code asks for something that only another library has."""
    return any(f"NameError: name '{name}' is not defined" in error for name in FOREIGN) or any(
        f"'Tensor' object has no attribute '{name}'" in error for name in FOREIGN_METHODS
    )


# --- Comparing -------------------------------------------------------------------------------


def near(got: Any, expected: Any) -> bool:
    """Whether two float64 results of the same training differ by rounding only."""
    if got is None:
        return False
    one, other = np.asarray(got, dtype=np.float64), np.asarray(expected, dtype=np.float64)
    if one.shape != other.shape:
        return False
    if not (np.isfinite(one).all() and np.isfinite(other).all()):  # both have run away
        return not np.isfinite(one).all() and not np.isfinite(other).all()
    scale = 1e-3 + (abs(other).max() if other.size else 0.0)
    return bool((abs(one - other) <= ROUNDING * scale).all())


def is_number(value: Any) -> bool:
    return isinstance(value, float) and not isinstance(value, bool)


def are_numbers(value: Any) -> bool:
    return isinstance(value, list) and all(map(is_number, value))


def numbers_in(value: Any) -> Any:
    """A list of numbers, in whatever form they have come: tensors, an array, text."""
    match value:
        case Tensor():
            return value.f64.reshape(-1).tolist()
        case np.ndarray():
            return value.astype(np.float64).reshape(-1).tolist()
        case Scalar():
            return value.value
        case list() | tuple():
            return [numbers_in(item) for item in value]
        case str():
            return float(value)
    return value


def finished(task: Task, program: Program) -> Iterator[Loop]:
    """Loops that have gone through `program`, one for each way that it can take.

    Raises:
        Unpredictable: There are too many.
    """
    if task.deals is None or len(task.deals) ** task.epochs > PATHS:
        raise Unpredictable
    # Only a shorter batch makes a difference between the divisors
    rows = [len(batch) for deal in task.deals for batch in deal]
    either = (False, True) if task.batch_size and set(rows) != {task.batch_size} else (False,)
    for by_rows in either:
        for dealt in itertools.product(task.deals, repeat=task.epochs):
            loop = Loop(task, dealt, by_rows)
            program(loop)
            yield loop


def agrees(one: Seen, program: Program, report: Report | None = None) -> bool | None:
    """Whether a training ended where `program` does and told what `report` says, if anything is
    to be told; None where that cannot be predicted."""
    if one.theta is None:
        return False
    try:
        return any(
            near(one.theta, loop.theta) and (report is None or tells(one.told, report(loop)))
            for loop in finished(one.task, program)
        )
    except Unpredictable:
        return None


def tells(told: Any, expected: Any) -> bool:
    """Whether what came back is a number, or a list of numbers, as expected."""
    if is_number(expected):
        return is_number(told) and near(told, expected)
    return are_numbers(told) and len(told) == len(expected) and near(told, expected)


def explains(seen: Sequence[Seen], program: Program, report: Report | None = None) -> bool:
    """Whether every training went like `program`, told what `report` says, and this is wrong: it
    shows in one of them that a right loop does something else."""
    wrong = False
    for one in seen:
        as_predicted = agrees(one, program, report)
        if as_predicted is False:
            return False
        if as_predicted and not wrong:
            wrong = agrees(one, right, report and after_each_epoch) is False
    return wrong


def explains_losses(
    seen: Sequence[Seen], programs: Sequence[Program], reports: Sequence[Report]
) -> bool:
    """Whether the steps are those of a program, right ones or not, and the losses that were told
    are wrong for them, as one of the reports says."""
    return any(
        explains(seen, program, report)
        for program in programs
        if not all(agrees(one, program, after_each_epoch) for one in seen)
        for report in reports
    )


def lasted(seen: Sequence[Seen], count: Callable[[int], int]) -> bool:
    """Whether as many losses were told as there are epochs, where losses were told at all."""
    lists = [one for one in seen if are_numbers(one.told)]
    return all(len(one.told) == count(one.task.epochs) for one in lists)


def starts_afresh(ask: Callable[[], Seen]) -> bool:
    """Whether trainings with a rate of 0, from far away, have the loss of parameters near zero, or
    end there: they have not begun where they should."""
    return all(is_near_zero(ask()) for _ in range(2))


def is_near_zero(one: Seen) -> bool:
    if are_numbers(one.told) and one.told:
        squares = one.told[0] * (2 if one.task.batch_size else 1)
        return abs(np.sqrt(squares) - np.sqrt(np.mean(one.task.t**2))) < 6
    return one.theta is not None and abs(one.theta).max() < 6


# --- Programs --------------------------------------------------------------------------------


def each_epoch(epoch: Callable[[Loop, Batches], None]) -> Program:
    """A program that goes through as many epochs as were asked for, and takes a loss after each."""

    @functools.wraps(epoch)
    def program(loop: Loop) -> None:
        for batches in loop.epochs():
            epoch(loop, batches)
            loop.measure()

    return program


right = each_epoch(Loop.epoch)


@each_epoch
def stays(loop: Loop, batches: Batches) -> None:
    for rows in batches:
        loop.backward(rows)


def clears_only(part: slice) -> Program:
    @each_epoch
    def program(loop: Loop, batches: Batches) -> None:
        for rows in batches:
            loop.clear(part)
            loop.backward(rows)
            loop.step(rows)

    return program


never_clears = clears_only(slice(0))


@each_epoch
def clears_once_an_epoch(loop: Loop, batches: Batches) -> None:
    loop.clear()
    for rows in batches:
        loop.backward(rows)
        loop.step(rows)


def steps_before_backward(predicts: str) -> Program:
    """A step uses the gradient of the batch before; the prediction is made "before" it or "after"
    it."""

    @each_epoch
    def program(loop: Loop, batches: Batches) -> None:
        for rows in batches:
            slope = loop.slope(rows)
            loop.step(rows)
            loop.clear()
            loop.backward(rows)
            if predicts == "before":
                loop.grad = slope

    return program


def scaled(factor: Callable[[Loop, Rows], float], part: slice = ALL) -> Program:
    """All steps are too long, or too short: by this factor."""

    @each_epoch
    def program(loop: Loop, batches: Batches) -> None:
        for rows in batches:
            loop.clear()
            loop.backward(rows)
            before = loop.theta
            loop.step(rows, factor(loop, rows))
            moved = before.copy()
            moved[part] = loop.theta[part]
            loop.theta = moved

    return program


def updates_only(part: slice) -> Program:
    return scaled(lambda loop, rows: 1.0, part)


def once_an_epoch(factor: Callable[[Loop, Batches], float]) -> Program:
    """The gradients of all batches are taken at one place, and added up for one step."""

    @each_epoch
    def program(loop: Loop, batches: Batches) -> None:
        loop.clear()
        for rows in batches:
            loop.backward(rows)
        loop.step(batches[-1], factor(loop, batches))

    return program


@each_epoch
def steps_after_the_last(loop: Loop, batches: Batches) -> None:
    for rows in batches:
        loop.clear()
        loop.backward(rows)
    loop.step(batches[-1])


def whole_data(factor: Callable[[Loop, Rows], float], steps: bool = True) -> Program:
    """Every step, or (without `steps`) the one of an epoch, is made with all the data."""

    @each_epoch
    def program(loop: Loop, batches: Batches) -> None:
        for rows in batches if steps else batches[-1:]:
            loop.clear()
            loop.backward(loop.task.rows)
            loop.step(rows, factor(loop, rows))

    return program


@each_epoch
def first_batch_only(loop: Loop, batches: Batches) -> None:
    loop.epoch(batches[:1])


def ends_after_the_first_batch(loop: Loop) -> None:
    loop.epoch(next(loop.epochs())[:1])


def batches_of(size: int) -> Program:
    """An epoch has batches of another size: of 1, row by row, or of a fixed one."""

    @each_epoch
    def program(loop: Loop, batches: Batches) -> None:
        rows = [row for batch in batches for row in batch]
        if size < len(rows) and not loop.task.all_alike:
            raise Unpredictable
        loop.epoch([rows[start : start + size] for start in range(0, len(rows), size)])

    return program


def leaks(gradient: Callable[[Loop, Batches], np.ndarray]) -> Program:
    """The loss that is reported goes backward as well, and its gradient into the next step."""

    @each_epoch
    def program(loop: Loop, batches: Batches) -> None:
        for rows in batches:
            loop.backward(rows)
            loop.step(rows)
            loop.clear()
        loop.add(gradient(loop, batches))

    return program


def compares_all_with_all(flat: bool | None = None, mean: bool = False) -> Program:
    """Predictions (n, 1) meet labels (n,): n times n errors.

    Args:
        flat: With which labels that happens; with either, if None.
        mean: Whether their mean is taken, also where losses are added up.
    """

    @each_epoch
    def program(loop: Loop, batches: Batches) -> None:
        if flat is not None and loop.task.flat is not flat:
            loop.epoch(batches)
            return
        for rows in batches:
            A, t, n = loop.task.A[list(rows)], loop.task.t[list(rows)], len(rows)
            total = (n * (A @ loop.theta) - t.sum()) @ A
            gradient = total if loop.summed else 2 * total / n**2
            loop.clear()
            loop.backward(rows, factor=0.0)
            loop.add(gradient / n if mean and loop.summed else gradient)
            loop.step(rows)

    return program


def swaps_the_loops(loop: Loop) -> None:
    for rows in next(loop.epochs()):
        for _ in range(loop.task.epochs):
            loop.epoch([rows])
            loop.measure()


def trains_for(count: Callable[[int], int]) -> Program:
    """Another number of epochs than was asked for."""

    def program(loop: Loop) -> None:
        for batches in loop.epochs(count(loop.task.epochs)):
            loop.epoch(batches)
            loop.measure()

    return program


def uses_up_its_batches(loop: Loop) -> None:
    for epoch, batches in enumerate(loop.epochs()):
        loop.epoch(batches if epoch == 0 else [])
        loop.measure()


def stops_when_the_loss_rises(loop: Loop) -> None:
    for batches in loop.epochs():
        loop.epoch(batches)
        loop.measure()
        losses = [loop.loss(moment.now) for moment in loop.moments[-2:]]
        if len(losses) == 2 and losses[1] >= losses[0]:
            break


# --- Reports ---------------------------------------------------------------------------------


def each(report: Callable[[Loop, Moment], float]) -> Report:
    """A list with a number for each epoch."""
    return lambda loop: [report(loop, moment) for moment in loop.moments]


after_each_epoch = each(lambda loop, moment: loop.loss(moment.now))


def last_only(loop: Loop) -> float:
    return loop.loss(loop.moments[-1].now)


def list_of_the_last(loop: Loop) -> list[float]:
    return [last_only(loop)]


def start_as_well(loop: Loop) -> list[float]:
    return [loop.loss(loop.task.start), *after_each_epoch(loop)]


before_the_epoch = each(lambda loop, moment: loop.loss(moment.before))


def times(factor: Callable[[Loop], float]) -> Report:
    """The right losses times a factor."""
    return each(lambda loop, moment: factor(loop) * loop.loss(moment.now))


def of_a_batch(which: Callable[[Passed], np.ndarray], weight: Callable[[Loop, Rows], float]):
    """The loss of one batch: its mean at θ `which`, times a weight."""
    return lambda loop, passed: loop.loss(which(passed), passed.rows) * weight(loop, passed.rows)


BEFORE: Callable[[Passed], np.ndarray] = lambda passed: passed.at  # noqa: E731
AFTER: Callable[[Passed], np.ndarray] = lambda passed: passed.after  # noqa: E731


def last_batch(weight: Callable[[Loop, Rows], float]) -> list[Report]:
    """The loss of the last batch, from before its step or after it."""
    ways = [of_a_batch(which, weight) for which in (BEFORE, AFTER)]
    return [
        each(lambda loop, moment, way=way: way(loop, moment.passed[-1]))  # type: ignore[misc]
        for way in ways
    ]


def for_each_batch(weight: Callable[[Loop, Rows], float]) -> list[Report]:
    """A loss for each batch: its own, from before its step or after it."""

    def all_of(which: Callable[[Passed], np.ndarray]) -> Report:
        one = of_a_batch(which, weight)
        return lambda loop: [one(loop, p) for moment in loop.moments for p in moment.passed]

    return [all_of(BEFORE), all_of(AFTER)]


def whole_loss_for_each_batch(loop: Loop) -> list[float]:
    return [loop.loss(p.after) for moment in loop.moments for p in moment.passed]


def during_the_epoch(
    which: Callable[[Passed], np.ndarray],
    weight: Callable[[Loop, Rows], float],
    divisor: Callable[[Loop, Moment], float],
) -> Report:
    """What comes by during the epoch is added up and divided."""
    one = of_a_batch(which, weight)
    return each(
        lambda loop, moment: sum(one(loop, p) for p in moment.passed) / divisor(loop, moment)
    )


def by_batches(
    weight: Callable[[Loop, Rows], float], divisor: Callable[[Loop, Moment], float]
) -> Report:
    """After the epoch, the mean losses of the batches, with weights, added up and divided."""
    return each(
        lambda loop, moment: (
            sum(loop.loss(moment.now, p.rows) * weight(loop, p.rows) for p in moment.passed)
            / divisor(loop, moment)
        )
    )


def cumulative(report: Report, *, divided: bool = False) -> Report:
    """The total goes on from epoch to epoch; `divided`: the number that divides it, too."""

    def program(loop: Loop) -> list[float]:
        sums = itertools.accumulate(report(loop))
        return [total / k if divided else total for k, total in enumerate(sums, start=1)]

    return program


def all_with_all(by_batch: bool = False, flat: bool | None = True) -> Report:
    """The mean of the losses of all predictions with all labels: of all rows at once, or of each
    batch, with its rows for a weight.

    Args:
        flat: With which labels that happens; with either, if None.
    """

    def square(loop: Loop, moment: Moment, rows: Rows) -> float:
        errors = (loop.task.A @ moment.now)[list(rows)][:, None] - loop.task.t[list(rows)]
        return float((errors**2).mean()) / (2 if loop.summed else 1)

    def report(loop: Loop, moment: Moment) -> float:
        if flat is not None and loop.task.flat is not flat:
            return loop.loss(moment.now)
        parts = [p.rows for p in moment.passed] if by_batch else [loop.task.rows]
        total = sum(square(loop, moment, rows) * len(rows) for rows in parts)
        return total / sum(map(len, parts))

    return each(report)


# --- Numbers that somebody has fixed ---------------------------------------------------------


def length_of_the_step(one: Seen) -> float | None:
    """κ, if θ has moved by -κ times the gradient of one batch in one epoch."""
    if one.theta is None or one.task.epochs != 1 or not one.task.one_batch:
        return None
    slope = Loop(one.task, [], False).slope(one.task.rows)
    length = float((one.task.start - one.theta) @ slope / (slope @ slope))
    return length if near(one.theta, one.task.start - length * slope) else None


def fixed_rate(seen: Sequence[Seen]) -> bool:
    """Whether the steps have a rate of their own, whatever `lr` is."""
    for one in seen:
        length = length_of_the_step(one)
        if length is None:
            continue
        ways = {length * divisor for divisor in (one.task.batch_size or 1, len(one.task.rows))}
        programs = [with_rate(rate) for rate in ways] + [with_length(length)]
        return length > 0 and any(explains(seen, program) for program in programs)
    return False


def with_rate(rate: float) -> Program:
    return scaled(lambda loop, rows: rate / loop.task.lr)


def with_length(length: float) -> Program:
    """Steps with a fixed rate and a fixed divisor."""
    return scaled(lambda loop, rows: length * loop.divisor(rows) / loop.task.lr)


def fixed_divisor(seen: Sequence[Seen]) -> float | None:
    """What all the steps divide by, if this is neither the batch size nor the rows."""
    for one in seen:
        length = length_of_the_step(one)
        if not length:
            continue
        divisor = one.task.lr / length
        return divisor if explains(seen, divided_by(divisor)) else None
    return None


def divided_by(number: float) -> Program:
    return scaled(lambda loop, rows: loop.divisor(rows) / number)


def fixed_epochs(seen: Sequence[Seen]) -> int:
    """The number of epochs, if it is always the same; 0 if it is not."""
    common = set(range(1, EPOCHS + 1))
    asked = set()
    for one in seen:
        if one.task.deals is None or len(one.task.deals) != 1:
            continue
        asked.add(one.task.epochs)
        loops = [Loop(one.task, one.task.deals, by_rows) for by_rows in (False, True)]
        found = set()
        for count in range(1, max(common) + 1):
            for loop in loops:
                loop.epoch(one.task.deals[0])
            if count in common and any(near(one.theta, loop.theta) for loop in loops):
                found.add(count)
        common = found
        if not common:
            return 0
    return min(common) if len(asked) > 1 and not asked <= common else 0
