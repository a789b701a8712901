"""What the misconceptions of the exercises that walk downhill have in common."""

import ast
import itertools
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from graders.engine.misconceptions import NOT_OF_VALUES, RAISED, Evidence, alike
from graders.engine.places import Pattern, calling, statement
from graders.engine.returned import Called, Returned, Unanswered
from graders.engine.values import Scalar
from graders.test_gradient_descent_by_hand import Samples, samples

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


def parts(value: Any) -> Any:
    """A result as formulas write it: the two parts of a pair, or the numbers that it is."""
    if isinstance(value, (list, tuple)) and len(value) == 2:
        return [numbers(part) for part in value]
    return numbers(value)


def found(call: Called) -> Any:
    """What a call returned, in parts."""
    assert call.returned is not None
    return parts(call.returned.value)


def observe_pair(call: Called) -> tuple[tuple, Any] | None:
    """The arguments and the costs that came back; and all that came back.

    A formula about the steps foretells the weight, and takes the costs as they came: those of
    a wrong weight are wrong in any case.
    """
    if call.returned is None:
        return ((*arguments(call), RAISED), RAISED) if call.error else None
    got = found(call)
    return (*arguments(call), got[1] if isinstance(got, list) else got), got


def arguments(call: Called | Returned) -> tuple:
    """The arguments of a call, without the names that messages give them."""
    return tuple(getattr(argument, "value", argument) for argument in call.given)


# --- the mathematics


def slope(xs, ys, w):
    return 2 * (xs @ (xs * w - ys)) / len(xs)


def cost(xs, ys, w):
    errors = xs * w - ys
    return errors @ errors / len(xs)


def costs_at(xs, ys, ws):
    return np.mean((np.outer(ws, xs) - ys) ** 2, axis=1)


def path(step: Callable, w: float, times: int) -> list:
    """The weights after each of so many steps."""
    ws = [np.float64(w)]
    for _ in range(times):
        ws.append(step(ws[-1]))
    return ws[1:]


def descent(xs, ys, w: float, lr: float, epochs: int) -> list:
    """The weights after each step by all samples."""
    return path(lambda v: v - lr * slope(xs, ys, v), w, epochs)


def visits(xs, ys, w: float, lr: float, order: Sequence[int]) -> list:
    """The weights after the step of each sample, in this order."""
    x, y, ws = xs.tolist(), ys.tolist(), [float(w)]  # Python's numbers are faster one by one
    for i in order:
        ws.append(ws[-1] - lr * 2 * x[i] * (x[i] * ws[-1] - y[i]))
    return ws[1:]


def orders(end: Any, xs, ys, w: float, lr: float, epochs: int) -> set[tuple[int, ...]]:
    """In which orders four samples may have had their turns, if one epoch ended there."""
    assert epochs == 1
    every = list(itertools.product(range(4), repeat=4))
    ws = np.full(len(every), w)
    for i in np.transpose(every):
        ws = ws - lr * 2 * xs[i] * (xs[i] * ws - ys[i])
    return {order for order, there in zip(every, np.isclose(ws, end, 1e-9), strict=True) if there}


def all_different(draw: Any, n: int, **more: Any) -> Samples:
    """Samples of which no two have the same x: there is one way to sort them."""
    while True:
        data = samples(draw, n, **more)
        if len({*data.xs}) == n:
            return data


def in_disorder(draw: Any) -> tuple[Samples, Samples]:
    """The same four samples in two orders, none of them up or down in x or in y."""
    while True:
        one = all_different(draw, 4)
        other = Samples(np.roll(one.xs, 1), np.roll(one.ys, 1))
        columns = [column for data in (one, other) for column in (data.xs, data.ys)]
        if not any(_rank(column) in (STORED, STORED[::-1]) for column in columns):
            return one, other


def _rank(column: Any) -> tuple[int, ...]:
    return tuple(np.argsort(column).tolist())


STORED = (0, 1, 2, 3)


def is_another_order(one: set, other: set, *named: tuple) -> bool:
    """Whether the samples, stored in one order and in the other, had their turns in an order that
    is neither the stored one, nor that backwards, nor one of those `named`."""
    (first,), (second,) = ({o for o in some if len({*o}) == 4} for some in (one, other))
    return (first, second) not in [(STORED, STORED), (STORED[::-1], STORED[::-1]), *named]


def by_size(e: Evidence) -> tuple:
    """The two orders in which sorted samples would have had their turns."""
    return tuple(_rank(e.facts[name][0].given[0].value) for name in ("orders", "others"))


# --- signs


def last_call(e: Evidence) -> tuple[tuple, Any]:
    """The arguments of the last call of the check, and what came back."""
    return arguments(e.calls[-1]), found(e.calls[-1])


def own_calls(calls: Sequence[Called]) -> list[Called]:
    """The calls of the exercise's own function, without what was read beside it."""
    return [call for call in calls if len(call.given) > 3]


def in_turn(e: Evidence) -> list[tuple[Called, Called]]:
    """The calls that `probe` made, each with the next; it has to have come to its end."""
    assert e.facts is not None
    return list(itertools.pairwise(own_calls(e.probed)))


def of_values(e: Evidence) -> bool:
    """Whether the check stopped at wrong values."""
    return not e.error and e.stage not in (*NOT_OF_VALUES, "nothing", "pair", "type")


def gave_none(e: Evidence) -> bool:
    """Whether the last call of the check came back with nothing at all."""
    last = e.calls[-1].returned
    return last is not None and last.value is None


def attempt(function: Callable, *given: Any) -> Returned | Unanswered:
    """What became of a call: a probe goes on where one has raised."""
    try:
        return function(*given)
    except Unanswered as failure:
        return failure


def one_thing_changed(train: Callable, data: Any, others: Any, w: float, lr: float) -> dict:
    """What comes back, and what comes back when one argument is another."""
    return {
        "base": train(*data.arrays, w, lr, 3),
        "again": train(*data.arrays, w, lr, 3),
        "w": train(*data.arrays, w + 1.5, lr, 3),
        "lr": train(*data.arrays, w, lr * 1.7, 3),
        "epochs": train(*data.arrays, w, lr, 5),
        "data": train(*others.arrays, w, lr, 3),
    }


def has_no_say(argument: str, e: Evidence, seen: Callable = lambda done: parts(done.value)) -> bool:
    """Whether what is seen of the calls depends on all the arguments but this one."""
    asked = {"base", "again", "w", "lr", "epochs", "data"} & set(e.facts)
    results = {name: seen(e.facts[name]) for name in asked}
    same = {name for name, result in results.items() if alike(result, results["base"])}
    return of_values(e) and same == {"base", "again", argument}


def is_short(done: Any) -> bool:
    """Whether fewer costs came back than there are epochs."""
    return parts(done.value)[1].size < done.given[4]


# --- where to look


def stepping(node: ast.AST) -> bool:
    """The line of the step: a statement in which `lr` occurs."""
    lines = (ast.Assign, ast.AugAssign, ast.Expr, ast.Return)
    return isinstance(node, lines) and any(
        isinstance(inner, ast.Name) and inner.id == "lr" for inner in ast.walk(node)
    )


def inner_loop(node: ast.AST) -> bool:
    """A loop with no other loop in it: the one over the samples."""
    loops = (ast.For, ast.While)
    inside = [inner for inner in ast.walk(node) if isinstance(inner, loops)]
    return isinstance(node, loops) and len(inside) == 1


def looping_over_a_number(node: ast.AST) -> bool:
    """`for i in epochs`, `for i in len(xs)`."""
    if not isinstance(node, ast.For):
        return False
    over = node.iter
    return isinstance(over, ast.Name) or calling("len")(over)


def writing_into(node: ast.AST) -> bool:
    """`costs[i] = …`."""
    return isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Subscript)


def adding_up(node: ast.AST) -> bool:
    """`total += …`."""
    return isinstance(node, ast.AugAssign) and isinstance(node.op, ast.Add)


def computing(node: ast.AST) -> bool:
    """`g = 2 * x * …`."""
    return isinstance(node, ast.Assign) and isinstance(node.value, ast.BinOp)


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
RETURN = statement(ast.Return)
FIRST_LINE = statement(ast.FunctionDef)
