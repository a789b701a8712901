"""What goes wrong in `get_loss`: a loss to call, the mean of the squares of y_hat - y."""

import ast
import contextlib
import re
from collections.abc import Callable
from typing import Any

import numpy as np

from graders.engine.misconceptions import NOT_OF_VALUES, RAISED, Evidence, alike, sign
from graders.engine.places import assigning, attribute, calling, naming, operator, statement
from graders.engine.returned import Called, Returned, Unanswered
from graders.engine.values import Scalar

RETURN = statement(ast.Return)


def probe(get_loss, draw):
    """One loss, for batches of several forms: what is divided by what shows."""
    loss = get_loss.make(name="loss")
    for shape in [(4, 1), (7, 1), (3, 2), (6,), (5, 1)]:
        y_hat, y = (draw.away_from_zero(name, *shape, dtype="float64") for name in ("y_hat", "y"))
        with contextlib.suppress(Unanswered):  # that it raised has been noted down as well
            loss(y_hat, y)


def losses(calls: list[Called]) -> list[Called]:
    return [call for call in calls if call.name == "loss"]


def last(e: Evidence) -> Returned | None:
    """The loss's last answer in the check."""
    calls = losses(e.calls)
    return calls[-1].returned if calls else None


def gives(e: Evidence, *forms: Callable) -> bool:
    """Whether every call of the loss did what one of these forms of an idea makes of its arguments,
    and whether those of the check were wrong by it."""
    if e.stage in NOT_OF_VALUES or not losses(e.calls):
        return False
    calls = losses([*e.calls, *e.probed])
    pairs = [[argument.f64 for argument in call.given] for call in calls]
    got: list[Any] = [call.returned.value if call.returned else RAISED for call in calls]
    own = list(zip(got, pairs, strict=True))[: len(losses(e.calls))]
    wrong = any(one is not RAISED and not alike(one, right(*pair)) for one, pair in own)
    return (wrong or bool(e.error)) and any(
        all(alike(one, result(form, pair)) for one, pair in zip(got, pairs, strict=True))
        for form in forms
    )


def result(form: Callable, pair: list[np.ndarray]) -> Any:
    """What an idea makes of predictions and labels; `RAISED` where it cannot be calculated."""
    try:
        return form(*pair)
    except (ArithmeticError, LookupError, ValueError):
        return RAISED


def square(y_hat: np.ndarray, y: np.ndarray) -> np.ndarray:
    return (y_hat - y) ** 2


def right(y_hat: np.ndarray, y: np.ndarray) -> np.ndarray:
    return np.mean(square(y_hat, y))


# --- What get_loss gives back --------------------------------------------------------------------


@sign(
    "This course goes by the first edition of the book: compare your parameters with the stub's.",
    "A later edition has the loss as a method of a class. Here `get_loss` is called with nothing.",
    where=statement(ast.FunctionDef),
)
def later_edition(e: Evidence):
    """That is the `loss(self, …)` of a later edition of the book: another contract, not a
    mistake. Here nothing is passed in, and a loss comes out."""
    return e.stage == "parameters" and "'self'" in e.error


@sign(
    "Who has the predictions: the one who makes the loss, or the one who calls it later?",
    "Two calls follow each other: `loss = get_loss()` comes first, then `loss(y_hat, y)`. Give "
    "back something that can be called, such as a module of `nn`.",
    where=statement(ast.FunctionDef),
)
def computes_the_loss_at_once(e: Evidence):
    """`get_loss` wants predictions and labels at once. It has to make a loss and give it back,
    before there are any."""
    unknown = re.search(r"NameError: name '(y_?hat|y|y_?pred|y_?true)' is not defined", e.error)
    asked = re.search(r"'\w*(hat|pred|input)\w*' and '(y|\w*(label|target|true)\w*)'", e.error)
    at_once = (asked and e.stage == "parameters") or (unknown and e.stage == "raised")
    return bool(at_once) and not losses(e.calls)


@sign(
    "What does a function give back that has no `return`?",
    "Look at the last line of `get_loss`: the loss gets a name there. How does the caller get it?",
    where=(assigning(), calling("MSELoss")),
)
def forgets_return(e: Evidence):
    """`get_loss()` gives None: whatever it makes never leaves the function."""
    return e.stage == "nothing" and not losses(e.calls)


@sign(
    "`get_loss` gives back a function. What does that function give back?",
    "Find the inner function, or the method `forward`, and look at its last line.",
    where=(assigning(), statement(ast.FunctionDef)),
)
def loss_forgets_return(e: Evidence):
    """The loss is computed and not returned: `loss(y_hat, y)` gives None."""
    found = last(e)
    return e.stage == "nothing" and found is not None and found.value is None


@sign(
    "A class is a plan, and an object is built after it. Which of them can take a batch?",
    "Print the result of `get_loss()`. What do you write behind the name of a class to build an "
    "object of it?",
    where=(RETURN, naming("MSELoss")),
)
def returns_the_class(e: Evidence):
    """A class comes back, not an object of it: `loss(y_hat, y)` then makes an object, with
    predictions and labels for its settings."""
    made = [call.returned for call in e.calls if call.name == "get_loss"]
    return made[-1] is not None and "builtins.type" in made[-1].kinds


# --- What the loss gives back --------------------------------------------------------------------


@sign(
    "Which object remembers how the loss was computed, so that gradients can be found?",
    "Print `type(loss(y_hat, y))`. Look for `.item()`, `float(...)` and NumPy.",
    where=(calling("item", "float", "numpy", "tolist"), RETURN),
)
def gives_a_plain_number(e: Evidence):
    """The loss is a bare number of Python or NumPy: `backward()` works on tensors only."""
    found = last(e)
    plain = found is not None and isinstance(found.value, (int, float, Scalar, np.ndarray))
    return e.stage == "type" and plain


@sign(
    "Does autograd know how the result came from `y_hat`?",
    "Print `loss(y_hat, y).grad_fn` for a `y_hat` that requires gradients. Then look for "
    "`detach`, `.data`, `no_grad`, NumPy and `torch.tensor`: a tensor built from a number begins a "
    "new record.",
    where=(
        calling("detach", "detach_", "no_grad", "numpy", "item", "tensor", "requires_grad_"),
        attribute("data"),
    ),
)
def cuts_the_graph(e: Evidence):
    """On the way to the result the predictions are cut off from autograd: no gradient can flow
    back to them."""
    if e.stage == "raised":
        return "Can't call numpy() on Tensor that requires grad" in e.error
    found, probed = last(e), [c.returned for c in losses(e.probed) if c.returned is not None]
    counts = len({float(answer.value.f64) for answer in probed}) > 1  # it is no constant
    alone = found is not None and (found.gradients == "no_graph" or found.value.leaf)
    return e.stage == "graph" and alone and counts


@sign(
    "What is in `y_hat` and in `y` after the call? Print them before and after.",
    "`a -= b` and names that end in an underscore write into the tensor itself. Make a new one.",
    where=(statement(ast.AugAssign), calling("sub_", "subtract_", "pow_", "square_"), RETURN),
)
def works_in_place(e: Evidence):
    """The loss computes in place: it writes into the tensors that it was given, and what was in
    them is gone."""
    calls = [call.returned for call in losses(e.probed) if call.returned is not None]
    changed = [
        any(not np.array_equal(a.array, b.array) for a, b in zip(c.arguments, c.given, strict=True))
        for c in calls
    ]
    return e.stage in ("changed", "raised_on_a_leaf") and bool(changed) and all(changed)


@sign(
    "Which of the three calls of a step computes gradients, and who makes it?",
    "The training loop calls `backward()`. The loss has nothing to do but to give a number.",
    where=calling("backward"),
)
def calls_backward_itself(e: Evidence):
    """The loss calls `backward()` itself. That is the caller's part, and there may be nothing to
    differentiate."""
    errors = [call.error for call in losses(e.probed)]  # for predictions without gradients
    needless = ["does not require grad and does not have a grad_fn" in error for error in errors]
    return e.stage == "raised" and bool(needless) and all(needless)


@sign(
    "What should the dtype of the result depend on?",
    "Try it with `float64`. Look for `.float()`, `.to(...)` and tensors with a dtype of their own.",
    where=(calling("float", "to", "type"), attribute("float32")),
)
def computes_in_float32(e: Evidence):
    """The loss is computed in float32 whatever comes, which costs digits of a float64."""
    answers = [call.returned for call in losses(e.probed) if call.returned is not None]
    single = [alike(a.value, right(a.given[0].f64, a.given[1].f64)) for a in answers]
    single += [a.value.dtype == "float32" for a in answers]
    return e.stage in ("dtype", "precision") and bool(single) and all(single)


# --- What is computed ----------------------------------------------------------------------------


@sign(
    "How many numbers does a batch of 7 have to give, and how many come?",
    "Which step takes a mean? A loss of PyTorch has a setting `reduction`, and the loss of the "
    "first notebook left the mean to others. Here there is no half, either.",
    where=(calling("MSELoss", "mse_loss"), operator(ast.Pow), operator(ast.Div), RETURN),
)
def not_reduced(e: Evidence):
    """Every error is squared, and the squares stay side by side, as in the first notebook: no mean
    is taken of them."""
    return gives(e, square, lambda y_hat, y: square(y_hat, y) / 2)


@sign(
    "Double a batch by writing every row twice. What should happen to a mean? What does yours do?",
    "Look at `reduction`, or for a `sum`: which step turns a sum into a mean? There is no half in "
    "this loss.",
    where=(calling("MSELoss", "mse_loss", "sum"), operator(ast.Add), operator(ast.Div)),
)
def adds_up_the_squares(e: Evidence):
    """The squares are added up, and never divided by their number: twice the rows, twice the
    loss."""
    return gives(
        e,
        lambda y_hat, y: np.sum(square(y_hat, y)),
        lambda y_hat, y: np.sum(square(y_hat, y)) / 2,
    )


@sign(
    "The first notebook had a factor in its loss that this one does not have. Which?",
    "Take one prediction 3 and the label 1: the loss should be 4. Which factor makes 2 of it?",
    where=(operator(ast.Div), operator(ast.Mult), RETURN),
)
def keeps_the_half(e: Evidence):
    """The mean is halved, like the loss of the first notebook: this one has no ½."""
    return gives(
        e,
        lambda y_hat, y: np.mean(square(y_hat, y)) / 2,
        lambda y_hat, y: np.sum(square(y_hat, y)) / (2 * len(y)),
    )


@sign(
    "How many squares does a batch of shape (5, 3) have? By how many do you divide, and how often?",
    "`len(y)` counts rows, and `mean` divides by all elements already. Look at what comes after.",
    where=(calling("len", "div"), operator(ast.Div), calling("sum", "mean")),
)
def divides_by_the_rows(e: Evidence):
    """The sum of the squares, or even their mean, is divided by the number of rows. A mean divides
    once, by the number of all elements."""
    return gives(
        e,
        lambda y_hat, y: np.sum(square(y_hat, y)) / len(y),
        lambda y_hat, y: np.mean(np.sum(square(y_hat, y), axis=1)),  # which may be missing
        lambda y_hat, y: np.mean(square(y_hat, y)) / len(y),
    )


@sign(
    "Along which axes does your mean run, and what is left of the others?",
    "Print the shape of the result for batches of shape (7, 1) and (5, 3): it should be () both "
    "times. What does `dim` (or `axis`) do to a mean?",
    where=(calling("mean", "nanmean"), RETURN),
)
def averages_along_one_axis(e: Evidence):
    """The mean runs along one axis only: a dimension is left over."""
    axes = (0, 1, -1)
    return gives(e, *(lambda a, y, axis=axis: np.mean(square(a, y), axis) for axis in axes))


@sign(
    "What happens to the errors +3 and -3 in your formula, and what in the mean of the squares?",
    "Write the loss of the errors +3 and -3 on paper, step by step. Is there a square, and does it "
    "come before the mean?",
    where=(operator(ast.Pow), calling("square", "pow", "mean"), RETURN),
)
def averages_the_errors(e: Evidence):
    """The mean is taken of the errors themselves, before any square, so that errors of opposite
    sign cancel."""
    return gives(e, lambda y_hat, y: np.mean(y_hat - y) ** 2, lambda y_hat, y: np.mean(y_hat - y))


@sign(
    "By how much does your loss grow when an error grows from 1 to 10?",
    "It is the absolute error, L1. Look up what the loss with squares is called in `nn`.",
    where=(calling("L1Loss", "l1_loss", "abs"), naming("L1Loss"), RETURN),
)
def takes_absolute_errors(e: Evidence):
    """It is the absolute errors that are averaged, |y_hat - y|, not their squares."""
    return gives(e, lambda y_hat, y: np.mean(abs(y_hat - y)))


@sign(
    "By how much does your loss grow when an error grows from 10 to 20?",
    "Your loss is made for outliers: it squares errors below 1 (and halves them), no others. "
    "Look for the plain squared error in `nn`.",
    where=(calling("SmoothL1Loss", "HuberLoss", "smooth_l1_loss", "huber_loss", "where"), RETURN),
)
def takes_the_huber_loss(e: Evidence):
    """That is the Huber loss (or smooth L1): errors beyond 1 count linearly, the others by half
    their square."""

    def huber(y_hat, y):
        size = abs(y_hat - y)
        return np.mean(np.where(size < 1, size**2 / 2, size - 0.5))

    return gives(e, huber)


@sign(
    "In which unit is your loss, if prices are in euros: in euros, or in their square?",
    "A root undoes the square of the whole. The mean squared error has none.",
    where=(calling("sqrt", "norm", "dist"), operator(ast.Pow), RETURN),
)
def takes_a_root(e: Evidence):
    """The result is a root: of the mean of the squares, or of their sum. The mean itself is
    asked for."""
    return gives(
        e,
        lambda y_hat, y: np.sqrt(np.mean(square(y_hat, y))),
        lambda y_hat, y: np.sqrt(np.sum(square(y_hat, y))),
    )


@sign(
    "What is predicted here, a price or a class?",
    "A cross entropy wants probabilities and classes. Look in `nn` for a loss of regression.",
    where=(calling("CrossEntropyLoss", "cross_entropy", "BCEWithLogitsLoss", "BCELoss"), RETURN),
)
def takes_a_loss_of_classification(e: Evidence):
    """That is a cross entropy, a loss for classes: labels count as probabilities there, and these
    are prices."""

    def softmax(y_hat, y):
        largest = y_hat.max(axis=-1, keepdims=True)
        logs = y_hat - largest
        logs = logs - np.log(np.exp(logs).sum(axis=-1, keepdims=True))
        return np.mean(-(y * logs).sum(axis=-1))

    def sigmoid(y_hat, y):
        return np.mean(np.maximum(y_hat, 0) - y_hat * y + np.log1p(np.exp(-abs(y_hat))))

    between = "all elements of input should be between 0 and 1" in e.error  # says nn.BCELoss
    return between or gives(e, softmax, sigmoid)


@sign(
    "Which shape does the difference of shapes (8,) and (8, 1) have? Print it.",
    "Predictions and labels come in the same shape already. Where do you change that of one?",
    where=(calling("reshape", "view", "flatten", "squeeze", "unsqueeze", "ravel"), RETURN),
)
def compares_everything_with_everything(e: Evidence):
    """One of the two is reshaped, and broadcasting makes a square of the difference: every
    prediction is compared with every label."""
    shapes = ((-1,), (-1, 1))
    return gives(
        e,
        *(lambda a, y, s=s: np.mean(square(a, y.reshape(s))) for s in shapes),
        *(lambda a, y, s=s: np.mean(square(a.reshape(s), y)) for s in shapes),
    )


@sign(
    "Which number do you divide by, and where does it come from?",
    "Try batches of 4 and of 7. A number that is written into the loss fits one size of batch.",
    where=(operator(ast.Div), operator(ast.Mult), calling("div")),
)
def divides_by_a_fixed_number(e: Evidence):
    """The sum of the squares is always divided by the same number, however large the batch is."""
    seen = [call for call in losses(e.probed) if call.returned is not None]
    y_hat, y = (argument.f64 for argument in seen[0].given)
    assert seen[0].returned is not None
    count = float(np.sum(square(y_hat, y)) / seen[0].returned.value.f64)
    return 0 < count < np.inf and gives(e, lambda a, y: np.sum(square(a, y)) / count)
