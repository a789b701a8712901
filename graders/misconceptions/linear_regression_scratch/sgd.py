"""What goes wrong in `sgd`: p - lr * g / m for each parameter p with its gradient g, in place."""

import ast

import numpy as np

from graders.engine.misconceptions import Evidence, formula, sign
from graders.engine.places import assigning, attribute, calling, naming, operator, statement
from graders.engine.returned import Called
from graders.engine.values import Tensor


def observe(call: Called):
    """Each parameter with its gradient, lr and m; and the parameters after the step."""
    params, lr, m = call.given
    pairs = [(p.f64, p.grad.f64) for p in params]
    return (pairs, lr, m), None if call.returned is None else call.returned.arguments[0]


def right(params, lr, m):
    return [p - lr * g / m for p, g in params]


def probe(sgd, draw):
    """Two steps with everything different: shapes, sizes, rates."""
    for m, shapes in [(7, [(3, 1), (1,)]), (4, [(2, 3), (5,), (1, 2)])]:
        params = []
        for i, shape in enumerate(shapes):
            p = draw.away_from_zero(f"p{i}", *shape, requires_grad=True)
            p.grad = draw.away_from_zero(f"p{i}.grad", *shape)
            params.append(p)
        sgd(params, draw.uniform(0.2, 0.9), m)


@formula(
    "`.sum().backward()` adds up the gradients of a whole batch. What makes a mean of a sum?",
    "Of the three arguments one has no say in your step. Where does the formula have it?",
    where=(calling("sub_"), statement(ast.AugAssign), assigning()),
)
def never_divides_by_batch_size(params, lr, m):
    """The step is `lr * gradient`: it is never divided by `batch_size`."""
    return [p - lr * g for p, g in params]


@sign(
    "This course goes by the first edition of the book: compare your parameters with the stub's.",
    "Later editions take the mean in the loss and so need no `batch_size` here. This `sgd` does.",
    where=(statement(ast.FunctionDef),),
)
def later_edition(e: Evidence):
    """That is the `sgd` of a later edition of the book, which is another contract, not a mistake:
    here it takes `batch_size` as well, and divides by it."""
    return e.stage == "parameters" and "3 were given" in e.error
