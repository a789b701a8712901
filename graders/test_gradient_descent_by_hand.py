"""Checks for gradient descent by hand: one function a behaviour, grouped by exercise.

The contracts are in the docstrings of the notebook's stubs. The model y = x·w has one weight, so
its cost is a parabola, and everything that the exercises compute can be told from three moments of
the data: see `Parabola`. Inputs are drawn afresh for every grading. They avoid what blinds a check:
data on a line, n = 3, sorted or positive x, equal weights, rates and sizes in every call.

Nothing here leans on chance.
"""

import functools
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from graders.engine.checks import check
from graders.engine.expect import EPS, SAFETY, Subject, differences, number
from graders.engine.values import Named, Tensor, describe

# --- the mathematics -------------------------------------------------------------------------


@dataclass(frozen=True)
class Parabola:
    """C(w) = a w² - 2 b w + c: the loss of one sample or the cost of many, as a function of w.

    Attributes:
        a, b, c: The means of x², of x y and of y².
        bound: The mean of |x y|: rounding works on the terms and not on their sum.
    """

    a: float
    b: float
    c: float
    bound: float

    @classmethod
    def of(cls, xs: Sequence[float], ys: Sequence[float]) -> "Parabola":
        pairs, n = list(zip(xs, ys, strict=True)), len(xs)
        return cls(
            math.fsum(x * x for x, _ in pairs) / n,
            math.fsum(x * y for x, y in pairs) / n,
            math.fsum(y * y for _, y in pairs) / n,
            math.fsum(abs(x * y) for x, y in pairs) / n,
        )

    @property
    def lowest(self) -> float:
        """The weight with the least cost."""
        return self.b / self.a

    def value(self, w: float) -> float:
        return (self.a * w - 2 * self.b) * w + self.c

    def slope(self, w: float) -> float:
        return 2 * (self.a * w - self.b)

    def value_size(self, w: float) -> float:
        """The mean of (|x w| + |y|)²: what is added up in the value, whatever the order."""
        return (self.a * abs(w) + 2 * self.bound) * abs(w) + self.c

    def slope_size(self, w: float) -> float:
        """What is added up in the slope."""
        return 2 * (self.a * abs(w) + self.bound)


@dataclass(frozen=True)
class Walk:
    """Weights, one after another, and for each the size of the rounding errors behind it."""

    ws: list[float]
    sizes: list[float]

    def every(self, n: int) -> "Walk":
        """Each n-th of them: where the epochs of n steps end."""
        return Walk(self.ws[n - 1 :: n], self.sizes[n - 1 :: n])

    @property
    def end(self) -> float:
        return self.ws[-1]


def walk(w: float, lr: float, downs: Sequence[Parabola]) -> Walk:
    """The weights after each step down the slope of one parabola after another.

    A step multiplies an earlier error by 1 - 2 a lr, and adds rounding of its own terms. Errors are
    never taken to shrink: a right solution may add up in another order, or use a closed form.
    """
    ws, sizes = [], []
    size = abs(w) + max(down.bound / down.a if down.a else 0.0 for down in downs)
    for down in downs:
        own = abs(w) + abs(lr) * down.slope_size(w)
        size = max(1.0, abs(1 - 2 * down.a * lr)) * size + own
        w = w - lr * down.slope(w)
        ws.append(w)
        sizes.append(size)
    return Walk(ws, sizes)


class Samples:
    """A data set, and the parabolas of the whole and of each sample."""

    def __init__(self, xs: Iterable[float], ys: Iterable[float]) -> None:
        self.xs, self.ys = [float(x) for x in xs], [float(y) for y in ys]
        self.n = len(self.xs)
        self.whole = Parabola.of(self.xs, self.ys)
        self.each = [Parabola.of([x], [y]) for x, y in zip(self.xs, self.ys, strict=True)]

    @property
    def arrays(self) -> tuple[Named, Named]:
        """xs and ys, each a NumPy array of shape (n,)."""
        return Named(np.array(self.xs), "xs"), Named(np.array(self.ys), "ys")

    def tensors(self, dtype: str) -> tuple[Tensor, Tensor]:
        """xs and ys, each a tensor of shape (n,)."""
        return (
            Tensor(np.array(self.xs, dtype=dtype), name="xs"),
            Tensor(np.array(self.ys, dtype=dtype), name="ys"),
        )

    def start(self, draw, side: float = 0.0) -> float:
        """A weight of three decimals, well away from the lowest point, left of it (-1), right of it
        (1) or anywhere (0)."""
        side = side or draw.rng.choice([-1.0, 1.0])
        return round(self.whole.lowest + side * draw.rng.uniform(1.0, 3.0), 3)

    def rate(self, draw, low: float = 0.2, high: float = 0.9) -> float:
        """A rate with which a step by all samples goes this part of the way to the lowest point."""
        return _three_digits(draw.rng.uniform(low, high) / (2 * self.whole.a))

    def sample_rate(self, draw, low: float = 0.2, high: float = 0.9) -> float:
        """The same for the sample with the steepest parabola: no other goes as far."""
        return _three_digits(draw.rng.uniform(low, high) / (2 * max(p.a for p in self.each)))

    def epoch_costs(self, ends: Walk) -> tuple[list[float], float]:
        """The cost at each weight, and the size of what rounding works on in them."""
        costs = [self.whole.value(w) for w in ends.ws]
        return costs, max(map(self._cost_size, ends.ws, ends.sizes))

    def _cost_size(self, w: float, doubt: float) -> float:
        return self.whole.value_size(w) + self.whole.slope_size(w) * doubt


def _three_digits(value: float) -> float:
    """Rounded, as it stands in messages."""
    return float(f"{value:.3g}")


def samples(draw, n: int, *, scale: float = 1.0, noise: float = 1.0) -> Samples:
    """n samples around a line: x of either sign and in no order, and errors of either sign."""
    signs = draw.rng.choice([1.0, 1.0, -1.0], n)
    if n > 1:
        signs[draw.rng.choice(n, 2, replace=False)] = -1.0, 1.0
    x = np.round(signs * draw.rng.uniform(0.5, 2.5, n), 3)
    slope = round(draw.rng.choice([-1.0, 1.0]) * draw.rng.uniform(0.5, 2.0), 3)
    errors = draw.rng.uniform(0.3, 1.0, n) * draw.rng.choice([-1.0, 1.0], n)
    y = np.round(slope * x + noise * errors, 3) if noise else slope * x
    return Samples(scale * x, scale * y)


# An x comes again with another y, a y with another x, and the last sample is the one before
# it: none can be told from the others by its values
REPEATED = Samples([1.5, -0.5, 1.5, 1.5], [-2.0, 1.0, 1.0, 1.0])
# Two samples have nothing to say about the weight, but one of them costs something
ZEROS = Samples([0.0, 1.5, 0.0], [1.0, -2.0, 0.0])


# --- what came back --------------------------------------------------------------------------


def said(done, data: Samples) -> str:
    """The call, with its samples and what else it was given, where that is not much: a learner can
    repeat it."""
    if data.n > 4:
        return done.call
    known = {"xs": data.xs, "ys": data.ys}
    for argument in done.given[2:3]:
        if isinstance(argument, Named) and len(argument.value) <= 5:
            known["ws"] = argument.value.tolist()
        elif isinstance(argument, Tensor):
            known["w"] = argument.f64.tolist()
    parts = [f"{name} = [{', '.join(map(number, values))}]" for name, values in known.items()]
    dtypes = {f" ({tensor.dtype})" for tensor in done.given if isinstance(tensor, Tensor)}
    code = done.call.partition(" with ")[0]
    return f"{code} with {', '.join(parts[:-1])} and {parts[-1]}{''.join(dtypes)}"


def compare(
    subject: Subject,
    got: list[float],
    expected: list[float],
    size: float,
    slips: Mapping[str, list[float]] | None = None,
    dtype: str = "float64",
) -> None:
    """The numbers are those that are expected. Raises `Mistake`.

    Args:
        size: The size of what rounding works on.
        slips: What well-known mistakes would give; their names are stages for hints.
    """

    def differ(other: list[float], dtype: str) -> bool:
        return bool(differences(np.array(got), np.array(other), dtype, size).any())

    if not differ(expected, dtype):
        return
    close = dtype == "float64" and not differ(expected, "float32")
    stage = "precision" if close else "values"
    for slip, other in (slips or {}).items():
        if len(other) == len(got) and not differ(other, dtype):
            stage = slip
            break
    subject.are_close(got, expected, size, stage)


def compare_number(done, data: Samples, expected: float, size: float, **slips: float) -> None:
    """The value is this number. Raises `Mistake`."""
    subject = Subject(done.value, said(done, data))
    others = {slip: [other] for slip, other in slips.items()}
    compare(subject, [subject.number()], [expected], size, others)


def two(done, data: Samples, first: str, second: str) -> tuple[Any, Any]:
    """The parts of a pair. Raises `Mistake`."""
    subject = Subject(done.value, said(done, data))
    if not isinstance(done.value, (tuple, list)) or len(done.value) != 2:
        stage = "nothing" if done.value is None else "pair"
        raise subject.fail(stage, describe(done.value), f"a pair ({first}, {second})")
    return done.value[0], done.value[1]


def the_weight(value: Any, done, data: Samples) -> Subject:
    return Subject(value, f"The weight from {said(done, data)}", "is")


def the_costs(value: Any, done, data: Samples) -> Subject:
    return Subject(value, f"The costs from {said(done, data)}", "are")


# A run at such a rate that the weight becomes infinite, and then no number
TOO_FAST, ENDLESS = 1e100, 6  # after four epochs it has left all floats behind


# --- forward ---------------------------------------------------------------------------------

of_forward = functools.partial(check, "forward", cpu_only=True)


def predicts(forward, x: float, w: float) -> None:
    done = forward(x, w)
    slips = {"added": [x + w], "argument": [x], "weight": [w]}
    compare(done.subject, [done.subject.number()], [x * w], abs(x * w), slips)


@of_forward(main=True)
def test_forward_multiplies_x_by_w(forward, draw):
    """`forward` returns x times w."""
    x = draw.uniform(1.5, 4.0)
    for w in (draw.uniform(0.2, 0.9), draw.uniform(2.0, 5.0), draw.uniform(-3.0, -1.5)):
        predicts(forward, x, w)
    predicts(forward, draw.uniform(-4.0, -1.5), draw.uniform(1.5, 4.0))


@of_forward()
def test_forward_takes_any_numbers(forward, draw):
    """Both numbers may be whole, zero, negative, tiny or large."""
    pairs = [(draw.integer(2, 9), draw.integer(-9, -2)), (0, draw.uniform(1.0, 2.0))]
    pairs += [(draw.uniform(-2.0, -1.0), 0), (draw.uniform(-2.0, -1.0), draw.uniform(-5.0, -3.0))]
    pairs += [(draw.uniform(1e3, 1e5), draw.uniform(0.001, 0.01)), (1, draw.integer(3, 50))]
    pairs += [(draw.uniform(1.2, 1.8), draw.integer(2, 9)), (-3, draw.uniform(1.2, 1.8))]
    for x, w in pairs:
        predicts(forward, x, w)


# --- loss ------------------------------------------------------------------------------------

of_loss = functools.partial(check, "loss", builds_on=("forward",), cpu_only=True)


def penalises(loss, x: float, y: float, w: float) -> None:
    done = loss(x, y, w)
    parabola, error = Parabola.of([x], [y]), x * w - y
    slips = {"half": [error**2 / 2], "unsquared": [abs(error)], "signed": [error]}
    size = parabola.value_size(w)
    compare(done.subject, [done.subject.number()], [parabola.value(w)], size, slips)


@of_loss(main=True)
def test_loss_squares_the_error(loss, draw):
    """`loss` returns the square of x w - y, without a half."""
    x, w = draw.uniform(1.5, 2.5), draw.uniform(1.5, 2.5)
    for error in (draw.uniform(1.5, 3.0), draw.uniform(0.1, 0.7), draw.uniform(20.0, 50.0)):
        penalises(loss, x, round(x * w - error, 3), w)
        penalises(loss, x, round(x * w + error, 3), w)


@of_loss()
def test_loss_counts_both_directions_alike(loss, draw):
    """Too much and too little cost the same, whatever the signs of x, y and w; nothing costs 0."""
    for x, w in [(2.5, -1.5), (-0.5, 3.5), (-1.5, -2.5), (4.5, 0.5)]:
        error = draw.integer(2, 20) / 4  # all of them exact: the two losses are the same number
        for y in (x * w + error, x * w - error, x * w):
            penalises(loss, x, y, w)


@of_loss()
def test_loss_takes_any_numbers(loss, draw):
    """All three numbers may be whole, zero, negative, tiny or large."""
    whole = [draw.integer(2, 5), draw.integer(-9, -2), draw.integer(2, 9)]
    penalises(loss, *whole)
    penalises(loss, draw.uniform(1.2, 1.8), draw.uniform(1.2, 1.8), draw.integer(2, 5))
    penalises(loss, 0, draw.uniform(2.0, 3.0), draw.uniform(2.0, 3.0))
    penalises(loss, draw.uniform(2.0, 3.0), 0, draw.uniform(2.0, 3.0))
    penalises(loss, draw.uniform(2.0, 3.0), draw.uniform(2.0, 3.0), 0)
    penalises(loss, draw.uniform(1e3, 1e4), draw.uniform(-1e4, -1e3), draw.uniform(20.0, 90.0))
    penalises(loss, draw.uniform(0.001, 0.009), draw.uniform(0.02, 0.09), draw.uniform(0.1, 0.9))


# --- cost ------------------------------------------------------------------------------------

of_cost = functools.partial(check, "cost", builds_on=("loss",), cpu_only=True)


def averages(cost, data: Samples, w: float) -> None:
    done = cost(*data.arrays, w)
    value, size = data.whole.value(w), data.whole.value_size(w)
    mean_error = math.fsum(x * w - y for x, y in zip(data.xs, data.ys, strict=True)) / data.n
    slips = {"sum": data.n * value, "half": value / 2, "cancelled": mean_error**2}
    slips["root"] = max(value, 0.0) ** 0.5
    compare_number(done, data, value, size, **slips)


@of_cost(main=True)
def test_cost_is_the_mean_of_the_losses(cost, draw):
    """`cost` returns the sum of the squared errors, divided by their number."""
    for n in (3, 2, 5, 13):
        data = samples(draw, n)
        averages(cost, data, data.start(draw))
    w = draw.uniform(0.3, 0.9)
    for _ in range(2):  # as many samples, the same weight, other data
        averages(cost, samples(draw, 4), w)


@of_cost()
def test_cost_takes_any_number_of_samples(cost, draw):
    """One sample or many, one that comes again, values small, large or 0, any weight."""
    for n, scale, w in [(1, 1, 2), (60, 1, 0), (7, 1e4, -1.5), (6, 1e-4, 0.25)]:
        averages(cost, samples(draw, n, scale=scale), w)
    averages(cost, REPEATED, -3)
    averages(cost, ZEROS, 2.5)
    one = samples(draw, 1)
    averages(cost, one, one.start(draw))
    averages(cost, Samples([0.5, -2.0, 0.0, 4.0], [0.75, -3.0, 0.0, 6.0]), 1.5)  # nothing is wrong


@of_cost(vacuous=True)
def test_cost_leaves_its_arguments_alone(cost, draw):
    """`xs` and `ys` are as they were."""
    for n in (6, 1):
        data = samples(draw, n)
        cost(*data.arrays, data.start(draw)).leaves_alone("xs", "ys")


# --- grid_search -----------------------------------------------------------------------------

of_grid_search = functools.partial(check, "grid_search", builds_on=("cost",), cpu_only=True)


FEW = (2, 1, 3, 0, 4)
MANY = (3, 1, 5, 7, 8, 0, 4, 2, 6)


def candidates(draw, data: Samples, ranks: tuple[int, ...] = MANY) -> np.ndarray:
    """Candidates of these ranks, 0 being the best, on both sides of the lowest point.

    The order has no pattern: the first valley is not the best, nor are the first, the middle and
    the last candidate, nor the smallest and the largest. A few have three decimals, as they stand
    in messages; many have all their digits, so that who rounds one takes another.
    """
    side, rank = draw.rng.choice([-1.0, 1.0]), np.array(ranks)
    offsets = 0.2 + 0.4 * rank + draw.rng.uniform(0.0, 0.1, len(rank))
    ws = data.whole.lowest + side * (-1.0) ** rank * offsets
    return np.round(ws, 3) if len(ws) == len(FEW) else ws


def search(grid_search, data: Samples, ws: np.ndarray) -> tuple[Any, Any, Any]:
    """The call, the costs and the best weight. Raises `Mistake`."""
    done = grid_search(*data.arrays, Named(ws, "ws"))
    return (done, *two(done, data, "costs", "best_w"))


def has_best(grid_search, data: Samples, ws: np.ndarray) -> None:
    """The best candidate is found. Raises `Mistake`."""
    done, _, value = search(grid_search, data, ws)
    subject = Subject(value, f"The best weight from {said(done, data)}", "is")
    best = subject.number()
    costs = [data.whole.value(w) for w in ws.tolist()]
    least = int(np.argmin(costs))
    # As many digits as tell it from the right one, if what came back was rounded
    digits = 6 if best == ws[least] or number(best) != number(ws[least]) else 12
    right = f"{number(ws[least], digits)}, with the lowest cost ({number(costs[least])})"
    near = [i for i, w in enumerate(ws) if not differences(np.array(best), w, "float64").any()]
    if not near:
        stage = "candidate"
        if not differences(np.array([best]), np.array([costs[least]]), "float64", 1e-3).any():
            stage = "cost"
        elif best == least:
            stage = "index"
        raise subject.fail(stage, f"{number(best, digits)}, which is no candidate", right)
    rounding = SAFETY * EPS["float64"] * max(map(data.whole.value_size, ws.tolist()))
    if not min(costs[i] for i in near) <= costs[least] + rounding:
        got = f"{number(best)}, with the cost {number(costs[near[0]])}"
        raise subject.fail("values", got, right)


def has_costs(grid_search, data: Samples, ws: np.ndarray) -> None:
    """The costs are those of the candidates. Raises `Mistake`."""
    done, value, _ = search(grid_search, data, ws)
    subject = the_costs(value, done, data)
    got = subject.numbers(len(ws), "a list of numbers, a cost for each candidate")
    costs = [data.whole.value(w) for w in ws.tolist()]
    size = max(map(data.whole.value_size, ws.tolist()))
    slips = {"order": sorted(costs), "sum": [data.n * cost for cost in costs]}
    by_weight = [data.whole.value(w) for w in sorted(ws.tolist())]
    compare(subject, got, costs, size, {**slips, "sorted": by_weight})


@of_grid_search(main=True)
def test_grid_search_finds_the_best_candidate(grid_search, draw):
    """The second part of the pair is the candidate with the lowest cost."""
    for n, ranks in [(3, FEW), (2, MANY), (12, MANY)]:
        data = samples(draw, n)
        has_best(grid_search, data, candidates(draw, data, ranks))
    ws = np.round(draw.rng.permutation(np.linspace(-4, 4, 33)) + draw.uniform(0.0, 0.1), 3)
    for _ in range(2):  # the same candidates, other data
        has_best(grid_search, samples(draw, 4), ws)


@of_grid_search()
def test_grid_search_returns_the_cost_of_every_candidate(grid_search, draw):
    """The first part of the pair has the cost of each candidate, in their order."""
    for n, ranks in [(3, FEW), (2, MANY), (12, MANY)]:
        data = samples(draw, n)
        has_costs(grid_search, data, candidates(draw, data, ranks))
    # In the notebook's order, but elsewhere and of another length
    has_costs(grid_search, REPEATED, np.round(REPEATED.start(draw) + np.arange(17) / 8, 3))


@of_grid_search()
def test_grid_search_searches_whatever_it_is_given(grid_search, draw):
    """One candidate or two alike, the best one first, last or 0, costs of any size."""
    data = samples(draw, 4)
    lowest = data.whole.lowest
    rising = np.round(lowest + 0.05 + np.cumsum(draw.rng.uniform(0.1, 0.4, 6)), 3)
    for ws in (rising, rising[::-1].copy(), rising[:1], np.repeat(rising[:3], 2)):
        has_best(grid_search, data, ws)
        has_costs(grid_search, data, ws)
    for scale in (1e60, 1e-6):  # no number is above all costs, but infinity
        data = samples(draw, 3, scale=scale)
        ws = candidates(draw, data)
        has_best(grid_search, data, ws)
        has_costs(grid_search, data, ws)
    data = Samples([1.0, -2.0, 0.5], [2.0, -4.0, 1.0])  # y = 2x: 1.5 and 2.5 are equally good
    has_best(grid_search, data, np.array([3.5, 2.5, -1.0, 1.5, 0.0]))
    # 0.5 is nearly as good as the best one: their costs differ by a hundred-thousandth
    data = Samples([1.0, -2.0, 0.5], [0.2, 0.1, 0.0])
    has_best(grid_search, data, np.array([1.5, 0.5, -1.0, -0.499998, 2.0]))
    # The best candidate is 0, and costs nothing
    data, ws = Samples([1.0, -2.0, 0.0], [0.0, 0.0, 0.0]), np.array([1.5, 0.0, -2.0, 3.0])
    has_best(grid_search, data, ws)
    has_costs(grid_search, data, ws)


@of_grid_search(vacuous=True)
def test_grid_search_leaves_its_arguments_alone(grid_search, draw):
    """`xs`, `ys` and `ws` are as they were."""
    for n in (5, 1):
        data = samples(draw, n)
        done = grid_search(*data.arrays, Named(candidates(draw, data), "ws"))
        done.leaves_alone("xs", "ys", "ws")


# --- gradient --------------------------------------------------------------------------------

of_gradient = functools.partial(check, "gradient", cpu_only=True)


def slopes(gradient, data: Samples, w: float) -> None:
    """The result is 2/n Σ x (x w - y). Raises `Mistake`."""
    done, slope = gradient(*data.arrays, w), data.whole.slope(w)
    errors = [x * w - y for x, y in zip(data.xs, data.ys, strict=True)]
    slips = {
        "two": slope / 2,
        "sum": data.n * slope,
        "up": -slope,
        "no_x": 2 * math.fsum(errors) / data.n,
    }
    compare_number(done, data, slope, data.whole.slope_size(w), **slips)


@of_gradient(main=True)
def test_gradient_is_the_derivative_of_the_cost(gradient, draw):
    """`gradient` returns 2/n times the sum of x (x w - y)."""
    for n in (3, 2, 5, 13):
        data = samples(draw, n)
        for side in (-1, 1):
            slopes(gradient, data, data.start(draw, side))
    w = draw.uniform(0.3, 0.9)
    for _ in range(2):  # as many samples, the same weight, other data
        slopes(gradient, samples(draw, 4), w)


@of_gradient()
def test_gradient_agrees_with_finite_differences(gradient, draw):
    """To the left, to the right and at the lowest point it is the slope that the cost shows.

    The cost is a parabola, and for a parabola (C(w + h) - C(w - h)) / 2h is the derivative
    exactly, for every h. A large h keeps the rounding errors of the costs small.
    """
    h = 1.0
    for n in (3, 6, 11):
        data = samples(draw, n)
        down = data.whole
        away = draw.rng.uniform(0.5, 3.0)
        for w in (round(down.lowest - away, 3), round(down.lowest + away, 3), down.lowest):
            done = gradient(*data.arrays, w)
            measured = (down.value(w + h) - down.value(w - h)) / (2 * h)
            size = (down.value_size(w + h) + down.value_size(w - h)) / (2 * h)
            compare_number(done, data, measured, size, up=-measured, two=measured / 2)


@of_gradient()
def test_gradient_takes_any_number_of_samples(gradient, draw):
    """One sample or many, one that comes again, values small, large or 0, any weight."""
    for n, scale, w in [(1, 1, 2), (60, 1, 0), (7, 1e4, -1.5), (6, 1e-4, 0.25)]:
        slopes(gradient, samples(draw, n, scale=scale), w)
    slopes(gradient, REPEATED, -3)
    slopes(gradient, ZEROS, 2.5)
    one = samples(draw, 1)
    slopes(gradient, one, one.start(draw))
    slopes(gradient, Samples([0.5, -2.0, 0.0, 4.0], [0.75, -3.0, 0.0, 6.0]), 1.5)  # flat


@of_gradient(vacuous=True)
def test_gradient_leaves_its_arguments_alone(gradient, draw):
    """`xs` and `ys` are as they were."""
    for n in (6, 1):
        data = samples(draw, n)
        gradient(*data.arrays, data.start(draw)).leaves_alone("xs", "ys")


# --- gradient_descent ------------------------------------------------------------------------

of_gradient_descent = functools.partial(
    check, "gradient_descent", builds_on=("gradient", "cost"), cpu_only=True
)


def descends(gradient_descent, data: Samples, w: float, lr: float, epochs: int) -> None:
    """The weight is where these steps lead. Raises `Mistake`."""
    done = gradient_descent(*data.arrays, w, lr, epochs)
    value, _ = two(done, data, "w", "costs")
    subject, down = the_weight(value, done, data), [data.whole] * epochs
    right = walk(w, lr, down)
    slips = {
        "unchanged": w,
        "up": walk(w, -lr, down).end,
        "two": walk(w, lr / 2, down).end,
        "sum": walk(w, lr * data.n, down).end,
        "single": right.ws[0],
        "extra": walk(w, lr, [*down, data.whole]).end,
        "samples": walk(w, lr, data.each * epochs).end,
    }
    others = {slip: [other] for slip, other in slips.items()}
    compare(subject, [subject.number()], [right.end], right.sizes[-1], others)


def records(gradient_descent, data: Samples, w: float, lr: float, epochs: int) -> None:
    """The costs are those after each step. Raises `Mistake`."""
    done = gradient_descent(*data.arrays, w, lr, epochs)
    _, value = two(done, data, "w", "costs")
    subject = the_costs(value, done, data)
    got = subject.numbers(epochs, "a list of numbers, one an epoch")
    right = walk(w, lr, [data.whole] * epochs)
    costs, size = data.epoch_costs(right)
    before = [data.whole.value(v) for v in (w, *right.ws[:-1])]
    slips = {"before": before, "sum": [data.n * cost for cost in costs], "half": _half(costs)}
    compare(subject, got, costs, size, slips)


def _half(costs: list[float]) -> list[float]:
    return [cost / 2 for cost in costs]


def goes_on_to_infinity(train) -> None:
    """There is a cost for every epoch, also when no float can hold it. Raises `Mistake`."""
    done = train.attempt(*REPEATED.arrays, 2.5, TOO_FAST, ENDLESS)
    if done is not None:
        _, value = two(done, REPEATED, "w", "costs")
        the_costs(value, done, REPEATED).numbers(ENDLESS, "a list of numbers, one an epoch")


@of_gradient_descent(main=True)
def test_gradient_descent_steps_against_the_gradient(gradient_descent, draw):
    """The weight that comes back has made a step of lr times the gradient in every epoch."""
    for n, epochs in [(3, 2), (2, 1), (5, 5), (11, 12)]:
        data = samples(draw, n)
        descends(gradient_descent, data, data.start(draw), data.rate(draw), epochs)
    w, lr = draw.uniform(4.0, 6.0), draw.uniform(0.02, 0.04)
    for _ in range(2):  # as many samples, the same weight and rate, other data
        descends(gradient_descent, samples(draw, 4), w, lr, 3)


@of_gradient_descent()
def test_gradient_descent_returns_the_cost_after_every_step(gradient_descent, draw):
    """One cost an epoch: that of all samples, after the step."""
    for n, epochs in [(3, 2), (2, 6), (5, 1), (11, 4), (1, 3)]:
        data = samples(draw, n)
        records(gradient_descent, data, data.start(draw), data.rate(draw), epochs)


@of_gradient_descent()
def test_gradient_descent_makes_every_step_that_it_is_asked_for(gradient_descent, draw):
    """There are as many steps as epochs: where the cost hardly falls, where it rises, anywhere."""
    data = samples(draw, 6)
    start, lr = data.start(draw), data.rate(draw)
    cases: list[tuple[Samples, float, float, int]] = [
        (REPEATED, 0, 0.125, 3),
        # No patience and no limit lasts so long
        (data, start, _three_digits(lr * 1e-7), 16),  # hardly a step
        (data, start, data.rate(draw, 1e3, 2e3), 16),  # across the valley, and further up each time
        (data, data.whole.lowest, lr, 16),  # nothing to gain
        (data, start, lr, 120),
        (samples(draw, 1), -4, 1, 2),
        (ZEROS, 2.5, 0.125, 2),
        (samples(draw, 7, scale=1e3), 5, _three_digits(draw.uniform(2e-1, 4e-1) * 1e-7), 3),
        (samples(draw, 7, scale=1e-6), 5, _three_digits(draw.uniform(2e-1, 4e-1) * 1e11), 3),
    ]
    for case in cases:
        descends(gradient_descent, *case)
        records(gradient_descent, *case)
    goes_on_to_infinity(gradient_descent)


@of_gradient_descent()
def test_gradient_descent_reaches_the_lowest_point(gradient_descent, draw):
    """With a sensible rate, forty steps end at the lowest point of the cost.

    A step multiplies the distance to the lowest point by 1 - 2 a lr, here between 0.3 and 0.6, so
    that after 40 steps less than 0.6^40 < 2e-9 of it is left.
    """
    for n in (4, 9):
        data = samples(draw, n)
        w, lr = data.start(draw), data.rate(draw, 0.4, 0.7)
        done = gradient_descent(*data.arrays, w, lr, 40)
        value, _ = two(done, data, "w", "costs")
        subject, lowest = the_weight(value, done, data), data.whole.lowest
        end, distance = subject.number(), abs(w - lowest)
        if not abs(end - lowest) <= 2e-9 * distance:
            stage = "far" if abs(end - lowest) < distance else "diverges"
            right = f"{number(lowest, 12)}, where the cost is lowest"
            raise subject.fail(stage, number(end, 12), right)


@of_gradient_descent(vacuous=True)
def test_gradient_descent_leaves_its_arguments_alone(gradient_descent, draw):
    """`xs` and `ys` are as they were."""
    for n in (6, 1):
        data = samples(draw, n)
        done = gradient_descent(*data.arrays, data.start(draw), data.rate(draw), 2)
        done.leaves_alone("xs", "ys")


# --- stochastic_gradient_descent -------------------------------------------------------------

of_stochastic_gradient_descent = functools.partial(
    check, "stochastic_gradient_descent", builds_on=("gradient", "cost"), cpu_only=True
)


def sample_slips(data: Samples, w: float, lr: float, epochs: int) -> dict[str, list[float]]:
    """Where well-known mistakes end."""
    ends = {
        "unchanged": w,
        "up": walk(w, -lr, data.each * epochs).end,
        "two": walk(w, lr / 2, data.each * epochs).end,
        "whole": walk(w, lr, [data.whole] * (data.n * epochs)).end,
        "once": walk(w, lr, [data.whole] * epochs).end,
        "collected": walk(w, lr * data.n, [data.whole] * epochs).end,
        "backwards": walk(w, lr, data.each[::-1] * epochs).end,
        "first": walk(w, lr, [data.each[0]] * epochs).end,
        "last": walk(w, lr, [data.each[-1]] * epochs).end,
        "single": walk(w, lr, data.each).end,
    }
    return {slip: [end] for slip, end in ends.items()}


def cost_slips(data: Samples, w: float, ends: Walk) -> dict[str, list[float]]:
    """What well-known mistakes note down as the cost of each epoch."""
    costs = [data.whole.value(v) for v in ends.ws]
    return {
        "before": [data.whole.value(v) for v in (w, *ends.ws[:-1])],
        "one_sample": [data.each[-1].value(v) for v in ends.ws],
        "sum": [data.n * cost for cost in costs],
        "half": _half(costs),
    }


def goes_by_samples(train, data: Samples, w: float, lr: float, epochs: int) -> None:
    """The weight is where these steps lead. Raises `Mistake`."""
    done = train(*data.arrays, w, lr, epochs)
    value, _ = two(done, data, "w", "costs")
    subject, right = the_weight(value, done, data), walk(w, lr, data.each * epochs)
    slips = sample_slips(data, w, lr, epochs)
    compare(subject, [subject.number()], [right.end], right.sizes[-1], slips)


def records_epochs(train, data: Samples, w: float, lr: float, epochs: int) -> None:
    """The costs are those after each epoch. Raises `Mistake`."""
    done = train(*data.arrays, w, lr, epochs)
    _, value = two(done, data, "w", "costs")
    subject = the_costs(value, done, data)
    got = subject.numbers(epochs, "a list of numbers, one an epoch")
    ends = walk(w, lr, data.each * epochs).every(data.n)
    costs, size = data.epoch_costs(ends)
    compare(subject, got, costs, size, cost_slips(data, w, ends))


@of_stochastic_gradient_descent(main=True)
def test_stochastic_gradient_descent_steps_after_every_sample(stochastic_gradient_descent, draw):
    """In every epoch each sample in its turn makes a step of lr times its own gradient."""
    train = stochastic_gradient_descent
    for n, epochs in [(3, 2), (2, 1), (5, 4), (11, 3)]:
        data = samples(draw, n)
        goes_by_samples(train, data, data.start(draw), data.sample_rate(draw), epochs)
    w, lr = draw.uniform(4.0, 6.0), draw.uniform(0.02, 0.04)
    for _ in range(2):  # as many samples, the same weight and rate, other data
        goes_by_samples(train, samples(draw, 4), w, lr, 3)


@of_stochastic_gradient_descent()
def test_stochastic_gradient_descent_returns_the_cost_after_every_epoch(
    stochastic_gradient_descent, draw
):
    """One cost an epoch: that of all samples, with the weight at the end of the epoch."""
    for n, epochs in [(3, 2), (2, 6), (5, 1), (11, 4), (1, 3)]:
        data = samples(draw, n)
        start, lr = data.start(draw), data.sample_rate(draw)
        records_epochs(stochastic_gradient_descent, data, start, lr, epochs)


@of_stochastic_gradient_descent()
def test_stochastic_gradient_descent_makes_every_step_that_it_is_asked_for(
    stochastic_gradient_descent, draw
):
    """Every sample steps in every epoch: where the cost hardly falls, where it rises, anywhere."""
    data = samples(draw, 6)
    start, lr = data.start(draw), data.sample_rate(draw)
    cases: list[tuple[Samples, float, float, int]] = [
        (REPEATED, 0, 0.125, 3),
        # No patience and no limit lasts so long
        (data, start, _three_digits(lr * 1e-7), 16),  # hardly a step
        (REPEATED, 2.5, 4, 16),  # across the valley, and further up each time
        (data, data.whole.lowest, lr, 3),  # each sample still pulls its own way
        (data, start, lr, 12),
        (samples(draw, 1), -4, 1, 2),
        (samples(draw, 7, scale=1e3), 5, _three_digits(draw.uniform(2e-1, 4e-1) * 1e-7), 3),
        (samples(draw, 7, scale=1e-6), 5, _three_digits(draw.uniform(2e-1, 4e-1) * 1e11), 3),
        (ZEROS, 2.5, 0.125, 2),
    ]
    for case in cases:
        goes_by_samples(stochastic_gradient_descent, *case)
        records_epochs(stochastic_gradient_descent, *case)
    goes_on_to_infinity(stochastic_gradient_descent)


@of_stochastic_gradient_descent()
def test_stochastic_gradient_descent_reaches_a_weight_that_fits_all(
    stochastic_gradient_descent, draw
):
    """Where one weight suits every sample, it is found.

    The step of a sample multiplies the distance to that weight by 1 - 2 lr x², which is between 0.4
    and 1 here, and at most 0.6 for the largest x. So 40 epochs leave less than 0.6^40 < 2e-9 of it.
    """
    for n in (4, 7):
        data = samples(draw, n, noise=0.0)
        w, lr = data.start(draw), data.sample_rate(draw, 0.4, 0.6)
        done = stochastic_gradient_descent(*data.arrays, w, lr, 40)
        value, _ = two(done, data, "w", "costs")
        subject, lowest = the_weight(value, done, data), data.whole.lowest
        end, distance = subject.number(), abs(w - lowest)
        if not abs(end - lowest) <= 2e-9 * distance:
            stage = "far" if abs(end - lowest) < distance else "diverges"
            right = f"{number(lowest, 12)}, on which all samples agree"
            raise subject.fail(stage, number(end, 12), right)


@of_stochastic_gradient_descent(vacuous=True)
def test_stochastic_gradient_descent_leaves_its_arguments_alone(stochastic_gradient_descent, draw):
    """`xs` and `ys` are as they were."""
    for n in (6, 1):
        data = samples(draw, n)
        start, lr = data.start(draw), data.sample_rate(draw)
        stochastic_gradient_descent(*data.arrays, start, lr, 2).leaves_alone("xs", "ys")


# --- backward_training -----------------------------------------------------------------------

of_backward_training = functools.partial(check, "backward_training")


@dataclass(frozen=True)
class Course:
    """One run of `backward_training`: its arguments, and where it leads."""

    data: Samples
    w: float
    lr: float
    epochs: int
    dtype: str = "float64"

    @property
    def arguments(self) -> tuple:
        w = Tensor(np.array([self.w], dtype=self.dtype), name="w", requires_grad=True)
        return (*self.data.tensors(self.dtype), w, self.lr, self.epochs)

    @property
    def steps(self) -> Walk:
        return walk(self.w, self.lr, self.data.each * self.epochs)

    def ends_right(self, done, device: str) -> None:
        """The tensor w holds the final weight. Raises `Mistake`."""
        origin = f"After {said(done, self.data)}, `w`"
        subject = Subject(done.arguments[2], origin, "is")
        tensor = subject.has_form((1,), self.dtype, device)
        right, size = self.steps.end, self.steps.sizes[-1]
        slips = {
            **sample_slips(self.data, self.w, self.lr, self.epochs),
            "piled_up": [self._piled_up(for_good=True)],
            "piled_up_in_epochs": [self._piled_up(for_good=False)],
        }
        compare(subject, tensor.f64.tolist(), [right], size, slips, self.dtype)

    def records(self, done) -> None:
        """The result is a list of floats, the costs after each epoch. Raises `Mistake`."""
        subject = Subject(done.value, f"The result of {said(done, self.data)}", "is")
        got = subject.floats(self.epochs, "epoch")
        ends = self.steps.every(self.data.n)
        costs, size = self.data.epoch_costs(ends)
        compare(subject, got, costs, size, cost_slips(self.data, self.w, ends), self.dtype)

    def _piled_up(self, for_good: bool) -> float:
        """The end, if gradients were never cleared, or only at the beginning of an epoch."""
        w, gradient = self.w, 0.0
        for _ in range(self.epochs):
            if not for_good:
                gradient = 0.0
            for down in self.data.each:
                gradient += down.slope(w)
                w -= self.lr * gradient
        return w


def course(draw, n: int, epochs: int, dtype: str = "float64", **more) -> Course:
    """A run on fresh samples, with a rate that suits them."""
    data = samples(draw, n, **more)
    if dtype != "float64":  # the values that such tensors have
        data = Samples(*(np.array(values, dtype=dtype) for values in (data.xs, data.ys)))
    w = float(np.array(data.start(draw), dtype=dtype))
    return Course(data, w, data.sample_rate(draw), epochs, dtype)


@of_backward_training(main=True)
def test_backward_training_steps_after_every_sample(backward_training, draw, device):
    """`w` itself makes a step after every sample, with the gradient of that sample alone."""
    for n, epochs in [(3, 2), (2, 1), (5, 4), (11, 3)]:
        run = course(draw, n, epochs)
        run.ends_right(backward_training(*run.arguments), device)
    # The very same tensors, with other values and no gradient: nothing is remembered
    w, lr = draw.uniform(4.0, 6.0), draw.uniform(0.02, 0.04)
    runs = [course(draw, 4, 2), *(Course(samples(draw, 4), w, lr, 2) for _ in range(2))]
    calls = [run.arguments for run in runs]
    for run, done in zip(runs, backward_training.on_the_same_objects(*calls), strict=True):
        run.ends_right(done, device)


@of_backward_training()
def test_backward_training_returns_the_cost_after_every_epoch(backward_training, draw):
    """The result is a list of floats: the cost over all samples after each epoch."""
    for n, epochs in [(3, 2), (2, 6), (5, 1), (11, 4), (1, 3)]:
        run = course(draw, n, epochs)
        run.records(backward_training(*run.arguments))
    run = course(draw, 3, 2, "float32")
    run.records(backward_training(*run.arguments))
    runs = [course(draw, 4, 2) for _ in range(2)]
    calls = [run.arguments for run in runs]
    for run, done in zip(runs, backward_training.on_the_same_objects(*calls), strict=True):
        run.records(done)


@of_backward_training()
def test_backward_training_keeps_the_dtype(backward_training, draw, device):
    """float32 stays float32, and float64 stays float64 with all its digits."""
    for dtype in ("float64", "float32"):
        for n, epochs in [(3, 2), (4, 1)]:
            run = course(draw, n, epochs, dtype)
            run.ends_right(backward_training(*run.arguments), device)


@of_backward_training()
def test_backward_training_makes_every_step_that_it_is_asked_for(backward_training, draw, device):
    """Every sample steps in every epoch: where the cost hardly falls, where it rises, anywhere."""
    data = samples(draw, 6)
    start, lr = data.start(draw), data.sample_rate(draw)
    runs = [
        Course(REPEATED, 0.0, 0.125, 3),
        # No patience and no limit lasts so long
        Course(data, start, _three_digits(lr * 1e-7), 16),  # hardly a step
        Course(REPEATED, 2.5, 4, 16),  # across the valley, and further up each time
        Course(data, data.whole.lowest, lr, 3),  # each sample still pulls its own way
        Course(data, start, lr, 12),
        Course(samples(draw, 1), -4.0, 1, 2),
        Course(samples(draw, 7, scale=1e3), 5.0, _three_digits(draw.uniform(0.2, 0.4) * 1e-7), 3),
        Course(samples(draw, 7, scale=1e-6), 5.0, _three_digits(draw.uniform(0.2, 0.4) * 1e11), 3),
        Course(ZEROS, 2.5, 0.125, 2),
    ]
    for run in runs:
        done = backward_training(*run.arguments)
        run.ends_right(done, device)
        run.records(done)
    beyond = Course(REPEATED, 2.5, TOO_FAST, ENDLESS)
    done = backward_training.attempt(*beyond.arguments)
    if done is not None:
        subject = Subject(done.value, f"The result of {said(done, REPEATED)}", "is")
        subject.floats(ENDLESS, "epoch")


@of_backward_training(vacuous=True)
def test_backward_training_leaves_the_rest_as_it_was(backward_training, draw):
    """`w` is still a leaf that requires gradients, `xs` and `ys` are as they were."""
    for n, dtype in [(5, "float64"), (1, "float32")]:
        run = course(draw, n, 2, dtype)
        done = backward_training(*run.arguments)
        subject = Subject(done.arguments[2], f"After {done.call}, `w`", "is")
        w = subject.is_tensor()
        if not w.requires_grad or not w.leaf:
            got = "no longer a leaf" if not w.leaf else "a tensor that requires no gradient"
            raise subject.fail("leaf", got, "the leaf that requires gradients that it was")
        done.leaves_alone("xs", "ys")


# --- stochastic_steps ------------------------------------------------------------------------

of_stochastic_steps = functools.partial(
    check, "stochastic_steps", builds_on=("gradient",), cpu_only=True
)


def follows(stochastic_steps, data: Samples, w: float, lr: float) -> None:
    """The weights are those after each sample's step. Raises `Mistake`."""
    done = stochastic_steps(*data.arrays, w, lr)
    subject = Subject(done.value, said(done, data))
    got = subject.numbers(data.n, "a list of numbers, one a sample")
    right = walk(w, lr, data.each)
    slips = {
        "whole": walk(w, lr, [data.whole] * data.n).ws,
        "before": [w, *right.ws[:-1]],
        "two": walk(w, lr / 2, data.each).ws,
        "up": walk(w, -lr, data.each).ws,
        "from_the_start": [walk(w, lr, [down]).end for down in data.each],
        "backwards": walk(w, lr, data.each[::-1]).ws,
    }
    compare(subject, got, right.ws, max(right.sizes), slips)


@of_stochastic_steps(main=True)
def test_stochastic_steps_uses_the_gradient_of_each_sample(stochastic_steps, draw):
    """There is a weight for every sample: the one after its own step."""
    for n in (3, 2, 5, 11):
        data = samples(draw, n)
        follows(stochastic_steps, data, data.start(draw), data.sample_rate(draw))
    w, lr = draw.uniform(4.0, 6.0), draw.uniform(0.02, 0.04)
    for _ in range(2):  # as many samples, the same weight and rate, other data
        follows(stochastic_steps, samples(draw, 4), w, lr)


@of_stochastic_steps()
def test_stochastic_steps_takes_any_number_of_samples(stochastic_steps, draw):
    """One sample or many, one that comes again, steps too small to see or too large to help."""
    data = samples(draw, 6)
    start, lr = data.start(draw), data.sample_rate(draw)
    cases: list[tuple[Samples, float, float]] = [
        (data, start, _three_digits(lr * 1e-7)),
        (data, start, data.sample_rate(draw, 2.2, 2.6)),
        (data, data.whole.lowest, lr),
        (samples(draw, 1), -4, 1),
        (REPEATED, 0, 0.125),
        (samples(draw, 23), -1.5, draw.uniform(0.02, 0.05)),
        (ZEROS, 2.5, 0.125),
    ]
    for case in cases:
        follows(stochastic_steps, *case)


@of_stochastic_steps(vacuous=True)
def test_stochastic_steps_leaves_its_arguments_alone(stochastic_steps, draw):
    """`xs` and `ys` are as they were."""
    for n in (6, 1):
        data = samples(draw, n)
        done = stochastic_steps(*data.arrays, data.start(draw), data.sample_rate(draw))
        done.leaves_alone("xs", "ys")
