"""What the exercises that walk downhill have in common."""

import ast
import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from graders.engine.misconceptions import (
    NOT_OF_VALUES,
    RAISED,
    Evidence,
    alike,
    as_numpy,
    formula,
    sign,
)
from graders.engine.places import Pattern, attribute, calling, naming, operator, statement
from graders.engine.returned import Called, Returned, Unanswered
from graders.engine.values import Opaque, Scalar, Tensor
from graders.test_gradient_descent_by_hand import samples

from ._numbers import ALIKE, FIRST_LINE, RETURN, file_of, forms, taken_for_one_another

# --- the mathematics


def slope(xs, ys, w):
    return 2 * (xs @ (xs * w - ys)) / len(xs)


@dataclass(frozen=True)
class Walk:
    """What a call asks for: steps down from the weight w, in each epoch one for each sample.

    Attributes:
        costs: What came back as costs. A formula about the steps foretells the weight alone: the
            costs of a wrong weight are wrong in any case.
    """

    xs: Any
    ys: Any
    w: Any
    lr: Any
    epochs: Any = 1
    costs: Any = None

    def visits(self, order: Sequence[int]) -> list:
        """The weights after the step of each sample, in this order."""
        x, y, ws = self.xs.tolist(), self.ys.tolist(), [float(self.w)]  # faster one by one
        for i in order:
            ws.append(ws[-1] - self.lr * 2 * x[i] * (x[i] * ws[-1] - y[i]))
        return ws[1:]

    def path(self, step: Callable) -> list:
        """The weights, if each sample (x, y) leads from the weight v to step(x, y, v)."""
        ws = [np.float64(self.w)]
        with np.errstate(all="ignore"):  # some run away to infinity
            for x, y in [*zip(self.xs, self.ys, strict=True)] * self.epochs:
                ws.append(step(x, y, ws[-1]))
        return ws[1:]

    @property
    def steps(self) -> list:
        """The weights after each step."""
        return self.visits([*range(len(self.xs))] * self.epochs)

    @property
    def ends(self) -> list:
        """The weights of which something is noted: those at the end of each epoch."""
        return self.steps[len(self.xs) - 1 :: len(self.xs)]

    @property
    def begins(self) -> np.ndarray:
        """The weights with which the steps begin, a row for each epoch."""
        return np.reshape([self.w, *self.steps[:-1]], (self.epochs, -1))

    def costs_at(self, ws: Any) -> Any:
        return np.mean((np.multiply.outer(ws, self.xs) - self.ys) ** 2, axis=-1)

    def through(self, ws: Sequence) -> Any:
        """What comes back, if the way leads through these weights."""
        return [[self.w, *ws][-1], self.costs]

    def with_costs(self, costs: Any) -> Any:
        """What comes back, if the weight is right and these are the costs."""
        return [self.ends[-1], costs]

    def noting(self, ws: Any) -> Any:
        """What comes back, if the weight is right and these weights are noted."""
        return self.with_costs(self.costs_at(ws))

    def right(self) -> Any:
        return self.noting(self.ends)

    def but(self, **changed: Any) -> Any:
        """What comes back, if the steps are those of another walk."""
        return self.through(replace(self, **changed).steps)

    def by_all(self, rate: float, times: int) -> Any:
        """What comes back, if there are so many steps by the mean over all samples."""
        return self.through(Descent(self.xs, self.ys, self.w, rate, times).steps)


class Descent(Walk):
    """All samples together make one step in each epoch."""

    def path(self, step):
        together = Walk(np.zeros(1), np.zeros(1), self.w, self.lr, self.epochs)
        return together.path(lambda x, y, v: np.mean(step(self.xs, self.ys, v)))

    @property
    def steps(self):
        return self.path(lambda x, y, v: v - self.lr * 2 * x * (x * v - y))

    @property
    def ends(self):
        return self.steps


# --- what came back


def numbers(value: Any) -> Any:
    """A number, or a series of numbers in whatever holds them, as an array; else a text."""
    items = value.tolist() if isinstance(value, np.ndarray) else value
    series = isinstance(items, (list, tuple))
    plain = [_number(item) for item in (items if series else [items])]
    if any(item is None for item in plain):
        return "no numbers"
    return np.array(plain if series else plain[0], dtype=np.float64)


def _number(item: Any) -> float | None:
    if isinstance(item, np.ndarray) and item.shape == ():
        item = item.item()
    if isinstance(item, Scalar):
        item = item.value
    return item if isinstance(item, (int, float)) and not isinstance(item, bool) else None


def found(done: Called | Returned) -> Any:
    """What came back, as formulas write it: the weights, or the last weight and the costs."""
    if isinstance(done, Called):
        assert done.returned is not None
        done = done.returned
    w, value = done.given[2], done.value
    if isinstance(w, Tensor):  # the weight is the tensor w after the call
        w, costs = done.arguments[2], numbers(value)
        if not isinstance(w, Tensor) or isinstance(costs, str):
            return [w, costs]
        end = Tensor(w.array.reshape(() if w.shape == (1,) else w.shape), w.dtype)
        return [end, Tensor(costs, w.dtype)]  # both have the digits of the dtype
    pair = isinstance(value, (list, tuple)) and len(value) == 2 and len(done.given) > 4
    return [numbers(part) for part in value] if pair else numbers(value)


def in_numbers(done: Called | Returned) -> Any:
    return as_numpy(found(done))


def arguments(call: Called | Returned) -> tuple:
    """The arguments of a call, as plain numbers and arrays."""
    xs, ys, w, *more = map(as_numpy, call.given)
    return xs, ys, w.item() if isinstance(w, np.ndarray) else w, *more


def walking(walk: Callable = Walk) -> Callable:
    """An `observe`: formulas are given the walk, with the costs as they came."""

    def observe(call: Called) -> tuple[tuple, Any] | None:
        if call.returned is None:
            return (
                ((replace(walk(*arguments(call)), costs=RAISED),), RAISED) if call.error else None
            )
        got = found(call)
        costs = as_numpy(got[1] if isinstance(got, list) else got)
        return (replace(walk(*arguments(call)), costs=costs),), got

    return observe


def walk_of(e: Evidence, done: Called | Returned) -> Walk:
    """The walk that a call asks for."""
    return file_of(e).walk(*arguments(done))


# --- more calls


def attempt(function: Callable, *given: Any) -> Returned | Unanswered:
    """What became of a call: a probe goes on where one has raised."""
    try:
        return function(*given)
    except Unanswered as failure:
        return failure


def one_thing_changed(train: Callable, draw: Any, data: Any, lr: float, *epochs: int) -> dict:
    """What comes back, and what comes back when one argument is another."""
    w, others = data.start(draw), samples(draw, 4)
    return {
        "base": train(data, w, lr, *epochs),
        "again": train(data, w, lr, *epochs),
        "w": train(data, w + 1.5, lr, *epochs),
        "lr": train(data, w, lr * 1.7, *epochs),
        "data": train(others, w, lr, *epochs),
        **({"epochs": train(data, w, lr, 5)} if epochs else {}),
    }


def in_two_orders(train: Callable, draw: Any, *epochs: int) -> dict:
    """The ends of one epoch each: several times, and with the samples stored in another order."""
    data = samples(draw, 4)
    rolled = type(data)(np.roll(data.xs, 1), np.roll(data.ys, 1))
    w, lr = data.start(draw), data.sample_rate(draw)
    return {
        "orders": [train(data, w, lr, *epochs) for _ in range(5)],
        "others": [train(rolled, w, lr, *epochs) for _ in range(2)],
    }


def too_steep(data: Any) -> float:
    """A rate that is too large for every sample."""
    return round(2.5 / (2 * min(down.a for down in data.each)), 3)


def own_calls(calls: Sequence[Called]) -> list[Called]:
    """The calls of the exercise's own function, without what was read beside it."""
    return [call for call in calls if len(call.given) > 3]


def in_turn(e: Evidence) -> list[tuple[Called, Called]]:
    """The calls that `probe` made and that came back, each with the next."""
    assert e.facts is not None  # it has to have come to its end
    pairs = itertools.pairwise(own_calls(e.probed))
    return [(one, other) for one, other in pairs if one.returned and other.returned]


def of_values(e: Evidence) -> bool:
    """Whether the check stopped at wrong values."""
    return not e.error and e.stage not in (*NOT_OF_VALUES, "nothing", "pair", "type")


def last_value(e: Evidence) -> Any:
    """What the last call of the check returned."""
    last = e.calls[-1].returned
    assert last is not None
    return last.value


def noted(done: Called | Returned) -> Any:
    """The costs that came back; where there are none, the weights."""
    got = in_numbers(done)
    return got[1] if isinstance(got, list) else got


def has_no_say(argument: str, e: Evidence) -> bool:
    """Whether what comes back depends on all the arguments but this one."""
    asked = {"base", "again", "w", "lr", "epochs", "data"} & set(e.facts)
    results = {name: in_numbers(e.facts[name]) for name in asked}
    same = {name for name, result in results.items() if alike(result, results["base"])}
    return of_values(e) and same == {"base", "again", argument}


def orders(e: Evidence, name: str) -> list[set[tuple[int, ...]]]:
    """Of calls of one epoch each, in which orders four samples may have had their turns."""
    every = list(itertools.product(range(4), repeat=4))

    def of_one(done):
        xs, ys, w, lr, *_ = arguments(done)
        got = in_numbers(done)
        end = np.ravel(got[0] if isinstance(got, list) else got)[-1]
        ws = np.full(len(every), w)
        for i in np.transpose(every):
            ws = ws - lr * 2 * xs[i] * (xs[i] * ws - ys[i])
        near = np.isclose(ws, end, 1e-9)
        return {order for order, there in zip(every, near, strict=True) if there}

    return [of_one(done) for done in e.facts[name]]


def is_permutation(order: tuple[int, ...]) -> bool:
    return len({*order}) == len(order)


# --- where to look


def stepping(node: ast.AST) -> bool:
    """The line of the step: a statement in which `lr` occurs."""
    lines = (ast.Assign, ast.AugAssign, ast.Expr, ast.Return)
    return isinstance(node, lines) and any(map(naming("lr"), ast.walk(node)))


def inner_loop(node: ast.AST) -> bool:
    """A loop with no other loop in it: the one over the samples."""
    loops = (ast.For, ast.While)
    inside = [inner for inner in ast.walk(node) if isinstance(inner, loops)]
    return isinstance(node, loops) and len(inside) == 1


def looping_over_a_number(node: ast.AST) -> bool:
    """`for i in epochs`, `for i in len(xs)`."""
    return isinstance(node, ast.For) and (
        isinstance(node.iter, ast.Name) or calling("len")(node.iter)
    )


def writing_into(node: ast.AST) -> bool:
    """`costs[i] = …`."""
    return isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Subscript)


def binding(*names: str) -> Pattern:
    """An assignment that gives one of the names itself another value."""

    def matches(node: ast.AST) -> bool:
        if not isinstance(node, (ast.Assign, ast.AugAssign, ast.AnnAssign)):
            return False
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        return any(isinstance(target, ast.Name) and target.id in names for target in targets)

    return matches


STEP = (stepping, binding("w"))
NOTING = (calling("append"), binding("costs", "weights"))
LOOP = statement(ast.For, ast.While)
EPOCHS = (calling("range"), LOOP)
SAMPLES = (inner_loop, LOOP)


# --- the steps


@formula(
    "The gradient points to where the cost grows. In which direction should a step go?",
    "Take one sample, x = 1 and y = 2, at `w = 1`: the slope is -2, and the weight should grow. "
    "Look at the sign in your step, and at what stands first in the error.",
    where=STEP,
)
def adds_the_gradient(walk):
    """The steps go uphill: each moves the weight with the gradient, not against it."""
    return walk.but(lr=-walk.lr)


@formula(
    "Call your function with `lr = 0.05` and with `lr = 0.01`. What should be different?",
    "Count the arguments in your first line. One of them is missing in the line of the step.",
    where=STEP,
)
def leaves_out_the_rate(walk):
    """The step is the whole gradient: `lr` has no say in its length."""
    return walk.but(lr=1)


@formula(
    "Each step is too short, always by the same factor. Which factor is it?",
    "Take one sample, x = 1 and y = 2, at `w = 1`. If its gradient is not -2 but -1, look at your "
    "derivative or your loss; else look at the line of the step.",
    where=(*STEP, calling("mean", "sum", "backward")),
)
def takes_half_the_gradient(walk):
    """Each step is half as long as it should be, as if the 2 of the derivative were missing."""
    return walk.but(lr=walk.lr / 2)


@formula(
    "Each step is too long, always by the same factor. Which factor is it?",
    "Count how often a 2 comes into your step. Is there one in the function that you call?",
    where=STEP,
)
def doubles_the_gradient(walk):
    """Each step is twice as long as it should be: a factor 2 comes in a second time."""
    return walk.but(lr=2 * walk.lr)


@formula(
    "How much does the error `x * w - y` change when `w` grows by 1? Try it with x = 3.",
    "In the second row of the table of section 7 the error is -1.8 and the derivative -7.2. What "
    "stands between the two, besides the 2?",
    where=STEP,
)
def leaves_out_the_inner_derivative(walk):
    """The step uses the error alone: the factor `x` of the chain rule is missing."""
    return walk.through(walk.path(lambda x, y, v: v - walk.lr * 2 * (x * v - y)))


@formula(
    "What is left of the old weight after your step?",
    "Read the line of the step aloud, sign by sign. Does it change `w`, or give it a new value?",
    where=STEP,
)
def replaces_the_weight_by_the_step(walk):
    """The step takes the place of the weight: the new `w` is minus `lr` times the gradient."""
    return walk.through(walk.path(lambda x, y, v: -walk.lr * 2 * x * (x * v - y)))


@formula(
    "A loss is never negative. Can your weight move in both directions?",
    "The loss says how large the error is, but not where it becomes smaller. What says that?",
    where=STEP,
)
def steps_by_the_loss(walk):
    """The step is `lr` times the loss, or the cost, and not times its derivative."""
    return walk.through(walk.path(lambda x, y, v: v - walk.lr * (x * v - y) ** 2))


@forms(
    "How many samples does each of your steps look at? How many should it look at?",
    "In the table of section 7 the first derivative is -2; of all the samples -9.33 is the mean "
    "and -28 the sum. Which names in your step mean one sample, and which mean all of them?",
    where=(calling("gradient", "mean", "sum"), *STEP, calling("backward")),
)
def looks_at_all_samples_in_every_step(walk):
    """Every step goes by all the samples, not by the one whose turn it is."""
    n = len(walk.xs)
    return [walk.by_all(rate, walk.epochs * n) for rate in (walk.lr, walk.lr * n)]


@forms(
    "Mark `x`, `y`, `xs` and `ys` in the line of the step. Which of them mean one sample?",
    "The derivative has `x` at two places and `y` at one. All three belong to the same sample.",
    where=(calling("mean", "sum"), *STEP),
)
def mixes_one_sample_with_all(walk):
    """A part of the step looks at one sample, and another part still at all of them."""

    def mixed(factors, inputs, labels):
        def step(x, y, v):
            factor, seen = (walk.xs if every else x for every in (factors, inputs))
            return v - walk.lr * 2 * np.mean(factor * (seen * v - (walk.ys if labels else y)))

        return walk.through(walk.path(step))

    some = itertools.product((True, False), repeat=3)
    return [mixed(*which) for which in some if 0 < sum(which) < 3]


@formula(
    "How often does the weight change in one epoch of three samples?",
    "The table of section 7 has a new weight in every row. Print a line at each of your steps: at "
    "which depth should the step stand?",
    where=(*STEP, calling("mean")),
)
def makes_one_step_an_epoch(walk):
    """There is one step in each epoch, by the mean over the samples: that is gradient descent."""
    return walk.by_all(walk.lr, walk.epochs)


@formula(
    "With which weight is the second sample asked in the table of section 7?",
    "Print the weight in each error that you compute. It should be a new one for every sample: is "
    "it an old copy, or is the step made only after the inner loop?",
    where=STEP,
)
def asks_every_sample_at_the_old_weight(walk):
    """All the samples of an epoch are asked at the weight with which the epoch began."""
    return walk.by_all(walk.lr * len(walk.xs), walk.epochs)


@formula(
    "A step here belongs to one sample. Of how many numbers is its gradient a mean?",
    "In the first row of the table of section 7 the weight goes from 1 to 1.1. What divides your "
    "step?",
    where=(operator(ast.Div), *STEP),
)
def divides_by_n(walk):
    """The gradient of a single sample is divided by the number of all of them."""
    return walk.but(lr=walk.lr / len(walk.xs))


@forms(
    "Print a line in each turn of the loop over the samples. How many should there be?",
    "Which lines stand inside that loop, and which only behind it? What ends it: a `break`, or "
    "something that is indented too far?",
    where=(statement(ast.Break), *STEP, *SAMPLES),
)
def visits_a_single_sample(walk):
    """In every epoch only the first sample makes its step, or only the last."""
    return [walk.but(xs=walk.xs[i], ys=walk.ys[i]) for i in (slice(1), slice(-1, None))]


@forms(
    "Print `x` at every step on the notebook's data. Which sample is missing?",
    "With which number does your `range`, or your slice, begin, and which is the last that it "
    "gives you?",
    where=SAMPLES,
)
def leaves_out_a_sample(walk):
    """The first sample, or the last, never has its turn."""
    return [walk.but(xs=walk.xs[i], ys=walk.ys[i]) for i in (slice(1, None), slice(-1))]


@forms(
    "Two samples may have the same `x` and different labels, or be the same altogether. Does your "
    "code keep them apart?",
    "Try xs = [1, 1, 2] and ys = [2, 4, 2]. A search for a value finds the first that has it, and "
    "dictionaries, sets and `unique` keep one of each. Which place does each sample have?",
    where=(*ALIKE, *SAMPLES),
)
def takes_samples_for_one_another(walk):
    """Samples are told apart by their values: of those that have one in common, one stands for
    the others, or has its turn once."""

    def by_all_with_this_x(x, y, v):
        same = walk.xs == x
        return v - walk.lr * 2 * np.mean(walk.xs[same] * (walk.xs[same] * v - walk.ys[same]))

    n, ways = len(walk.xs), taken_for_one_another(walk.xs, walk.ys)
    if len({*walk.xs}) == len({*walk.ys}) == n:  # nothing goes wrong, neither steps nor costs
        return [walk.right()] * (len(ways) + 1)
    some = [walk.but(xs=xs, ys=ys) for xs, ys in ways]
    return [*some, walk.through(walk.path(by_all_with_this_x))]


@formula(
    "The notebook's data has 3 samples. What happens with 2 of them, or with 100?",
    "Somewhere a plain 3 stands for the number of samples. Which function asks the data for it?",
    where=SAMPLES,
)
def knows_three_samples(walk):
    """An epoch has three steps, however many samples there are."""
    return walk.through(walk.visits([0, 1, 2] * walk.epochs))


@formula(
    "Print the epoch and `x` at every step. Which of the two should change faster?",
    "Which loop stands inside the other? An epoch is one look at all the samples.",
    where=LOOP,
)
def swaps_the_loops(walk):
    """The loops are the other way round: a sample makes all its steps before the next one has
    its turn."""
    return walk.through(walk.visits([i for i in range(len(walk.xs)) for _ in range(walk.epochs)]))


@formula(
    "Print what your `for` line gives you in its first turn: is it an `x` and its `y`?",
    "Two series side by side are gone through one after the other. Which function takes one entry "
    "from each at a time?",
    where=SAMPLES,
)
def takes_all_of_xs_for_a_sample(walk):
    """The loop goes through the two series, not through the samples: its first turn gets the
    whole of `xs`."""
    pairs = np.array([walk.xs, walk.ys])
    if len(walk.xs) != 2:
        raise ValueError("a series of another length is no pair")
    return walk.but(xs=pairs[:, 0], ys=pairs[:, 1])


@formula(
    "How many steps does your function make before it ends?",
    "A `return` ends the function at once. At which depth does it stand?",
    where=(RETURN, *STEP),
)
def makes_a_single_step(walk):
    """Only one step is made in all, that of the first sample."""
    return walk.but(xs=walk.xs[:1], ys=walk.ys[:1], epochs=1)


@formula(
    "Print the weight when an epoch begins, and a line for each of its samples.",
    "A weight that is kept under a new name in the epoch begins at the old one again. And a `zip` "
    "that was made once is empty after the first epoch.",
    where=(calling("zip"), *STEP),
)
def ends_every_epoch_at_the_same_weight(walk):
    """All epochs end at the weight of the first: the later ones begin at the start again, or find
    no samples."""
    end = walk.ends[0]
    return [end, walk.costs_at([end] * walk.epochs)]


@formula(
    "How many turns does your loop over the epochs make before the function ends?",
    "A `return` ends the function at once. At which depth does it stand? And is there a loop over "
    "the epochs?",
    where=(RETURN, LOOP),
)
def makes_a_single_epoch(walk):
    """Only one epoch is made, however many are asked for."""
    return walk.but(epochs=1)


@forms(
    "Call it with `epochs=1`, and count the epochs with a `print`.",
    "With which number does your `range` begin, and which is the last that it gives you? Are there "
    "steps outside the loop as well?",
    where=EPOCHS,
)
def makes_one_epoch_too_few_or_too_many(walk):
    """There is one epoch less than asked for, or one more."""
    return [walk.but(epochs=walk.epochs + 1), walk.but(epochs=walk.epochs - 1)]


@formula(
    "Call your function with `epochs=2`, `lr=3`, then with `epochs=3`, `lr=2`. Which is which?",
    "The caller gives the arguments in the order of the stub. Compare it with your first line.",
    where=FIRST_LINE,
)
def swaps_lr_and_epochs(walk):
    """`lr` and `epochs` have changed places: the one counts the epochs, the other is their
    rate."""
    return walk.but(lr=walk.epochs, epochs=walk.lr)


@formula(
    "Your costs come down. Of which weight are they, and which weight do you return?",
    "Print `w` just before the `return`. Under which name do you keep the weight that moves?",
    where=RETURN,
)
def returns_the_start(walk):
    """The costs are right, but the weight that comes back is that of the start."""
    return [walk.w, walk.costs_at(walk.ends)]


@sign(
    "Print `w` before and after the line of the step. Does it change?",
    "A difference that is only computed is gone again. Where does the new weight go, and which "
    "name do you return?",
    where=STEP,
)
def never_moves_the_weight(e: Evidence):
    """The weight comes back as it went in: no step reaches it."""
    base = e.facts["base"]
    calls = own_calls((*e.calls, *e.probed))
    stays = all(alike(found(call)[0], call.given[2]) for call in calls)
    return of_values(e) and stays and not alike(noted(base), walk_of(e, base).right()[1])


# --- the order of the samples


@sign(
    "Run your function twice with the same arguments. Should it go another way?",
    "What does the docstring say about the order of the samples? Look for random numbers: "
    "`shuffle`, `permutation`, `choice`, also in a loader.",
    where=(
        calling("shuffle", "permutation", "sample", "randperm", "DataLoader"),
        calling("randrange", "randint", "choice", "choices", "integers", "random"),
        *SAMPLES,
    ),
)
def takes_the_samples_at_random(e: Evidence):
    """The samples have their turns in a random order, another one each time."""
    found = orders(e, "orders")
    return of_values(e) and all(found) and not set.intersection(*found)


@sign(
    "Print `x` at every step on the notebook's data. What do you expect?",
    "The samples come in the order in which they are stored, whatever their size. What puts yours "
    "in another one? Look for `sort`, `reversed`, `[::-1]` and `pop`.",
    where=(
        calling("shuffle", "permutation", "randperm", "sample", "sorted", "sort", "argsort"),
        calling("roll", "reversed", "flip", "pop"),
        operator(ast.USub),
        *SAMPLES,
    ),
)
def goes_in_another_order(e: Evidence):
    """Every sample has its turn, but in another order than the stored one."""
    ways = [set.intersection(*orders(e, name)) for name in ("orders", "others")]
    (first,), (second,) = (filter(is_permutation, way) for way in ways)
    return of_values(e) and (first, second) != ((0, 1, 2, 3), (0, 1, 2, 3))


# --- what is noted


@formula(
    "Of which weight should the first number be: before or after the first steps?",
    "Which comes first in your loop: the steps, or the line that notes something? Which should?",
    where=NOTING,
)
def notes_too_early(walk):
    """Each number is noted before its steps: the first is that of the start, and the last one is
    missing."""
    return walk.noting([walk.w, *walk.ends[:-1]])


@formula(
    "There is one number more than there should be. Which one is it?",
    "With which content does your list begin?",
    where=(binding("costs", "weights"), *NOTING),
)
def counts_the_start(walk):
    """The series begins with the start, which is not asked for."""
    return walk.noting([walk.w, *walk.ends])


@formula(
    "The docstring asks for a series of numbers. What do you hand over?",
    "Look at the name behind your `return`, and at what it holds at the end.",
    where=RETURN,
)
def returns_the_last_number_only(walk):
    """Only the last number of the series comes back: the others are left behind."""
    return walk.noting(walk.ends[-1])


@formula(
    "How many numbers does your list hold, and how many should it hold?",
    "At which depth stands the line that notes a number? Does it belong to the loop, and does it "
    "add to the list or make a new one?",
    where=(*NOTING, RETURN),
)
def notes_one_number_in_all(walk):
    """The list holds a single number, that after the last step."""
    return walk.noting(walk.ends[-1:])


@formula(
    "Print your costs beside your weights. Which of the two should come down towards zero?",
    "Look at what you put into the list: is it the weight, or what it costs?",
    where=NOTING,
)
def notes_the_weights(walk):
    """The list holds the weights, not their costs."""
    return walk.with_costs(np.array(walk.ends))


@formula(
    "Compare your last cost with what `cost` says of the weight at the end.",
    "The cost of this notebook has no factor in front. Look for a division by 2, or a 0.5.",
    where=NOTING,
)
def halves_the_costs(walk):
    """The costs are half as large as they should be."""
    return walk.with_costs(walk.costs_at(walk.ends) / 2)


@formula(
    "Give your function every sample twice. Should the cost double?",
    "On the notebook's data at `w = 1` the cost is 4.67, and the sum of the losses is 14. What "
    "makes a mean of a sum?",
    where=(calling("sum"), *NOTING),
)
def sums_the_losses(walk):
    """The costs are the sums of the losses, not their means."""
    return walk.with_costs(walk.costs_at(walk.ends) * len(walk.xs))


@forms(
    "How many samples have a say in each of your costs, and with which weight?",
    "Compare your last cost with what `cost` says of the weight at the end. Do you use the whole "
    "of `xs` and `ys`, or the last `x` and `y`?",
    where=(calling("loss"), *NOTING),
)
def notes_the_loss_of_the_last_sample(walk):
    """The costs are the losses of the last sample alone."""
    times = (np.array(walk.ends), walk.begins[:, -1])
    return [walk.with_costs((walk.xs[-1] * ws - walk.ys[-1]) ** 2) for ws in times]


@forms(
    "With 3 samples and 2 epochs there are 2 costs. How many are yours?",
    "At which depth stands the line that notes the cost? The cost asks all samples with the same "
    "weight, at the end of the epoch.",
    where=NOTING,
)
def notes_a_cost_for_every_step(walk):
    """A number is noted at every sample, not one at the end of each epoch."""
    losses = (walk.xs * walk.begins - walk.ys) ** 2
    return [walk.noting(walk.steps), walk.with_costs(losses.ravel())]


@forms(
    "With which weight did the first sample of the epoch get its loss, and with which the last?",
    "The cost is a mean that asks all samples with the same weight. When in the epoch is that "
    "weight known?",
    where=(operator(ast.Add), *NOTING),
)
def adds_up_the_losses_on_the_way(walk):
    """The costs are made of losses from different moments: each sample was asked at its own
    step."""
    after = np.reshape(walk.steps, walk.begins.shape)
    before, after = ((walk.xs * ws - walk.ys) ** 2 for ws in (walk.begins, after))
    costs = (before.mean(axis=1), after.mean(axis=1), before.sum(axis=1))
    return [walk.with_costs(one) for one in costs]


# --- what comes back


@forms(
    "The caller takes a pair, `w, costs = ...`. What does your function hand over?",
    "Look at the names behind your `return`: one of the two is missing.",
    where=RETURN,
)
def returns_half_of_the_pair(walk):
    """It returns the weight without the costs, or the costs without the weight."""
    costs = walk.costs_at(walk.ends)
    return [walk.ends[-1], list(costs) if walk.epochs == 2 else costs]  # two look like a pair


@formula(
    "The caller takes a pair, `w, costs = ...`: which comes first?",
    "Look at the order of the two names behind your `return`.",
    where=RETURN,
)
def swaps_the_pair(walk):
    """The pair comes back the other way round: first the costs, then the weight."""
    return walk.right()[::-1]


@sign(
    "The caller takes a pair, `w, costs = ...`. Which weight is meant?",
    "Look at the first name behind your `return`: does it hold many weights, or the last one?",
    where=RETURN,
)
def returns_the_path(e: Evidence):
    """Many weights come back in the place of the last one."""
    walk, (ws, _) = walk_of(e, e.calls[-1]), found(e.calls[-1])
    ways = (some[:] for part in (walk.steps, walk.ends) for some in (part, [walk.w, *part]))
    return any(alike(ws, np.array(way)) for way in ways if len(way) > 1)


@sign(
    "Printing shows a value to you. Who hands it to the caller?",
    "Look at the last line of your function, and at its depth: the caller gets what stands behind "
    "`return`.",
    where=RETURN,
)
def returns_nothing(e: Evidence):
    """The function ends without handing anything over, which Python turns into `None`."""
    return not e.error and last_value(e) is None


@sign(
    "Print your result. Is it a list of numbers?",
    "`yield` hands over one number after another, and only to somebody who asks: until then not a "
    "single step is made. What collects the numbers instead?",
    where=(statement(ast.Yield, ast.YieldFrom, ast.GeneratorExp), RETURN),
)
def returns_a_generator(e: Evidence):
    """What comes back is a generator: no step has been made yet."""
    value = last_value(e)
    return isinstance(value, Opaque) and value.type == "generator"


# --- what has no say, and what lives on


@sign(
    "Call your function from two different starts. Where should the difference show?",
    "Look for a line that gives `w` a value before the first step.",
    where=(calling("fill_", "normal_", "copy_", "full"), binding("w"), attribute("data"), *STEP),
)
def begins_at_a_weight_of_its_own(e: Evidence):
    """The weight that you are given has no say: the way begins at another place."""
    return has_no_say("w", e)


@sign(
    "Call your function with two different rates. Where should the difference show?",
    "Look for a number, or another variable, where `lr` should stand.",
    where=(*STEP, attribute("grad")),
)
def steps_by_a_rate_of_its_own(e: Evidence):
    """Another `lr` changes nothing: the steps go by a rate of their own."""
    return has_no_say("lr", e)


@sign(
    "Call your function with `epochs=1` and with `epochs=5`. Where should the difference show?",
    "Look at the line that begins the loop over the epochs: what says how often it turns?",
    where=EPOCHS,
)
def makes_a_number_of_epochs_of_its_own(e: Evidence):
    """Other `epochs` change nothing: the loop turns as often as it likes."""
    return has_no_say("epochs", e)


@sign(
    "Call your function with other data. Where should the difference show?",
    "Inside a function a name that is no parameter means the notebook's variable. Compare your "
    "first line with the names that you use.",
    where=FIRST_LINE,
)
def uses_the_notebooks_data(e: Evidence):
    """The steps are made on the notebook's own `xs` and `ys`, not on those that are given."""
    xs, ys = e.facts["notebook"]
    calls = own_calls((*e.calls, *e.probed))
    walks = [replace(walk_of(e, call), xs=xs, ys=ys) for call in calls]
    return all(alike(found(call), w.right()) for call, w in zip(calls, walks, strict=True))


@sign(
    "Call your function twice. Which numbers does the second call give back?",
    "A list that is made once, outside of the function or in its first line, lives on. Where "
    "should a fresh one be made?",
    where=FIRST_LINE,
)
def keeps_the_list_of_earlier_calls(e: Evidence):
    """The list lives on from call to call, and each call adds its own numbers to it."""

    def grows(before, after):
        one, other = noted(before), noted(after)
        new = len(other) - len(one)
        return alike(other[: len(one)], one) and new == len(walk_of(e, after).ends)

    return not e.error and all(grows(*calls) for calls in in_turn(e)[-5:])


@sign(
    "How many steps does the docstring want when the cost rises, or hardly changes any more?",
    "Look for a `break`, a `return` or an `if` that compares two costs, or something with a small "
    "number.",
    where=(statement(ast.Break), statement(ast.If)),
)
def stops_early(e: Evidence):
    """It stops when the cost rises or hardly changes any more, and leaves the other steps out."""
    short = {
        name: noted(e.facts[name]).size < e.facts[name].given[4]
        for name in ("base", "rising", "still")
    }
    return not short["base"] and any(short.values())


# --- what raises


@sign(
    "How long is the list when you write into it for the first time?",
    "An index reaches only what is there already. Which method makes a list longer?",
    where=writing_into,
)
def writes_past_the_end_of_a_list(e: Evidence):
    """The list has no such place: an index writes over what is there, and adds nothing."""
    return e.error == "IndexError: list assignment index out of range"


@sign(
    "What does `append` return? Try `print([].append(1))`.",
    "`append` changes the list itself. What does an assignment of its result do to the name?",
    where=calling("append"),
)
def appends_to_none(e: Evidence):
    """What should be a list is `None` when something is to be appended to it."""
    return e.error == "AttributeError: 'NoneType' object has no attribute 'append'"


@sign(
    "`for`, `sum` and `extend` take one item after another. Which items does a whole number have?",
    "Which function makes a series of turns of a number such as `epochs`? And which method puts a "
    "single number into a list?",
    where=(looping_over_a_number, calling("sum", "extend", "list", "zip", "enumerate"), LOOP),
)
def goes_through_a_number(e: Evidence):
    """A whole number stands where one item after another is wanted, and it has no items."""
    return e.error == "TypeError: 'int' object is not iterable"


@sign(
    "What is `[1, 2] * 2`? And `np.array([1, 2]) * 2`?",
    "A list is repeated, not multiplied. Compare the type of what you hand over with what the "
    "docstring of that function asks for.",
    where=(calling("gradient", "cost"), *STEP),
)
def multiplies_a_list(e: Evidence):
    """A list stands where numbers are multiplied: lists cannot be multiplied by a decimal."""
    return "can't multiply sequence by non-int" in e.error


@sign(
    "Print what stands in your square brackets, and its type. Is it the place of a sample?",
    "A loop over an array gives you its values, and `/` and `linspace` make decimals. Which "
    "function counts the places 0, 1, 2 …?",
    where=SAMPLES,
)
def looks_up_no_whole_number(e: Evidence):
    """Places in an array are whole numbers, and what is looked up here is none: a value of the
    data, a decimal, or a text."""
    return e.error.startswith("IndexError: only integers, slices")
