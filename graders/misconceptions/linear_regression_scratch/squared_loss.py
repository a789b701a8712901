"""What goes wrong in `squared_loss`: (y_hat - y)² / 2, one loss a row, labels flat or a column."""

import ast
import contextlib
import re
from collections.abc import Callable
from typing import Any

import numpy as np

from graders.engine.misconceptions import (
    NOT_OF_VALUES,
    RAISED,
    Evidence,
    arguments_and_result,
    as_numpy,
    sign,
)
from graders.engine.places import attribute, calling, naming, operator, statement
from graders.engine.returned import Called, Unanswered
from graders.engine.values import Opaque, Tensor

from ._evidence import (
    MIXED_DTYPES,
    close,
    explains,
    last,
    numbers,
    parameters_of,
    undefined_name,
    written_shape,
)

MINUS = (operator(ast.Sub), calling("sub", "subtract"))
POWER = (operator(ast.Pow), calling("pow", "square"), operator(ast.Mult))
FACTOR = (operator(ast.Div), operator(ast.Mult), calling("div", "mul"))
RETURN = (statement(ast.Return),)
DEFINITION = (statement(ast.FunctionDef, ast.ClassDef),)


def observe(call: Called):
    """Predictions, labels and the result. Nothing where two dtypes have met: that is no value."""
    if len(call.given) != 2 or MIXED_DTYPES.search(call.error):
        return None
    return arguments_and_result(call)


def right(y_hat, y):
    return (y_hat - y.reshape(-1, 1)) ** 2 / 2


def probe(squared_loss, draw, labels):
    """Flat labels and a column, with errors below and above 1, of both signs."""
    facts: dict[str, Any] = {"parameters": parameters_of(squared_loss)}
    with contextlib.suppress(Unanswered):
        facts["notebook's labels"] = np.asarray(as_numpy(labels.value().value), np.float64)

    def result(n: int, flat: bool, dtype: str = "float32") -> Any:
        y = draw.away_from_zero("y", n, dtype=dtype)
        sizes = draw.rng.permutation(np.geomspace(0.3, 3.7, n)) * draw.rng.choice([-1.0, 1.0], n)
        y_hat = Tensor((y.array + sizes).astype(dtype)[:, None], name="y_hat")
        if not flat:
            y.array = y.array[:, None]
        try:
            return squared_loss(y_hat, y).value
        except Unanswered:
            return None

    for n, flat in [(6, False), (4, True), (3, True)]:
        result(n, flat)
    facts["of float64"] = result(5, False, "float64")
    return facts


def seen(e: Evidence) -> list[tuple[tuple, Any]]:
    """Arguments and result of every call, the check's and the probe's."""
    pairs = [observe(call) for call in [*e.calls, *e.probed] if call.name == "squared_loss"]
    return [pair for pair in pairs if pair is not None]


def fits(e: Evidence, *ideas: Callable) -> bool:
    """Whether just one of these ideas makes the numbers of every call, in whatever shape.

    An idea may hold beside another mistake: that flat labels, or any, are broadcast.
    """
    if e.stage in NOT_OF_VALUES:
        return False
    if e.stage == "shape":
        n = len(last(e).given[0].array)
        if last(e).value.array.size in (n, n * n):
            return False  # whatever the numbers are, it is the shape that is wrong
    kinds = (lambda y: y.reshape(-1, 1), lambda y: y, lambda y: y.ravel())
    return any(
        explains(lambda y_hat, y, idea=idea, kind=kind: idea(y_hat, kind(y)), right, seen(e))
        for idea in ideas
        for kind in kinds
    )


def has_forms(e: Evidence, of_a_column: Callable, of_flat: Callable) -> bool:
    """Whether the results have just these shapes, which depend on n and on the labels' form."""
    if e.stage != "shape":
        return False
    pairs = [(y.shape, got) for (_, y), got in seen(e) if y.size > 1]
    wanted = [of_flat(*shape) if len(shape) == 1 else of_a_column(shape[0]) for shape, _ in pairs]
    return wanted == [got.shape for _, got in pairs]


# What each entry may be made of, right or not: one prediction and one label
ENTRIES: list[Callable] = [
    lambda a, y: (a - y) ** 2 / 2,
    lambda a, y: (a - y) ** 2,
    lambda a, y: (a - y) ** 2 / 4,
    lambda a, y: (a - y) ** 2 * 2,
    lambda a, y: abs(a - y),
    lambda a, y: abs(a - y) / 2,
    lambda a, y: a - y,
    lambda a, y: a - y**2 / 2,
    lambda a, y: a - y**2,
    lambda a, y: (a**2 - y**2) / 2,
]


def pairs_all(e: Evidence, meeting: Callable) -> bool:
    """Whether entries come from the pairs that broadcasting makes of what `meeting` gives."""
    return any(
        explains(lambda y_hat, y, entry=entry: entry(*meeting(y_hat, y)), right, seen(e))
        for entry in ENTRIES
    )


def is_right(e: Evidence) -> bool:
    """Whether the check's last call gave the right numbers, if in the wrong way."""
    pair = observe(e.calls[-1])
    of_floats = last(e).value.dtype.startswith("float")
    return of_floats and pair is not None and close(pair[1], right(*pair[0]))


# --- How it is called, and what the call raises ----------------------------------------------


@sign(
    "This course goes by the first edition of the book: compare your first line with the stub's.",
    "Write a plain `def` with the two parameters of the stub. Nothing is kept in `self` here.",
    where=DEFINITION,
)
def later_edition(e: Evidence):
    """Classes and `self` belong to later editions of the book: here `squared_loss` is a plain
    function that is given `y_hat` and `y`."""
    if e.stage == "type" and isinstance(last(e).value, Opaque):
        return last(e).value.type.rpartition(".")[2] == "squared_loss"
    if e.stage == "parameters" and ".__init__()" in e.error:
        return True
    return bool(e.error) and "self" in e.facts["parameters"]


@sign(
    "Who calls this function, and what do they hand over? Compare your first line with the stub's.",
    "List both parameters in the `def` line: a prediction is worth nothing without its label.",
    where=DEFINITION,
)
def takes_too_few_arguments(e: Evidence):
    """This `squared_loss` has no place for both `y_hat` and `y`."""
    return e.stage == "parameters" and "but 2 were given" in e.error


@sign(
    "The caller hands over two tensors without saying their names. What decides which is which?",
    "Only the order counts. Put your parameters in the order that the docstring lists them in.",
    where=DEFINITION,
)
def orders_the_parameters_differently(e: Evidence):
    """The parameters stand in another order than the caller's `y_hat`, `y`, so that each name gets
    the other's tensor."""
    return e.facts["parameters"] == ["y", "y_hat"]


@sign(
    "Where does this name get its value? Read your `def` line and the line in the message.",
    "Compare the names letter by letter: the `def` line decides what they are called below it.",
    where=DEFINITION,
)
def misspells_a_parameter(e: Evidence):
    """The code uses a name that is none of the parameters, and that nothing else defines."""
    names = ("y", "yhat", "y_hat", "y_pred", "pred", "y_true", "label", "target", "output")
    return undefined_name(e).lower() in names


@sign(
    "What does `^` mean in Python? Try `2 ^ 3` in a cell of its own.",
    "`^` works bit by bit. The power has another sign, of two characters.",
    where=(operator(ast.BitXor),),
)
def writes_a_caret_for_the_power(e: Evidence):
    """`^` is no power in Python: it compares the bits of two whole numbers."""
    return "for ^" in e.error or "bitwise_xor" in e.error


@sign(
    "Whose labels does the loss compare with? Count those that the function is given.",
    "A name that is no parameter is looked up in the notebook. Which of your names is it?",
    where=(naming("labels"), *DEFINITION),
)
def reads_the_notebooks_labels(e: Evidence):
    """It compares with `labels`, all those of the notebook, and not with the `y` that it is
    given."""
    labels = e.facts["notebook's labels"].ravel()
    if re.search(rf"invalid for input of size {labels.size}$", e.error):
        return True

    def ideas(y):
        return lambda y_hat, _: (y_hat - y) ** 2 / 2, lambda y_hat, _: (y_hat - y) ** 2

    return fits(
        e,
        *ideas(labels),
        lambda y_hat, _: (y_hat - labels[: len(y_hat), None]) ** 2 / 2,
    )


@sign(
    "The function must work for any number of rows. Which number in your code says how many?",
    "Find the shape that you wrote with numbers, and take these from a tensor's own `.shape`.",
    where=calling("view", "reshape", "expand", "resize"),
)
def hard_codes_a_shape(e: Evidence):
    """A tensor is given a shape that is written down as numbers, and fits one size only."""
    return bool(written_shape(e))


@sign(
    "How many losses are there for n rows? And how many numbers can a Python number hold?",
    "Look for `.item()`, `float(...)` or a function of `math`: they take one number. Keep the "
    "whole tensor.",
    where=calling("item", "float", "int", "sqrt", "pow", "fabs"),
)
def makes_one_number_of_many(e: Evidence):
    """The code asks for a single Python number where a tensor holds several."""
    words = ("cannot be converted to Scalar", "can be converted to Python scalars")
    return any(word in e.error for word in words)


@sign(
    "The square of each error, or a product of two tables: which of them do you need here?",
    "`@`, `mm` and `matmul` are products of matrices. The square goes entry by entry.",
    where=(operator(ast.MatMult), calling("mm", "matmul", "dot")),
)
def multiplies_errors_as_matrices(e: Evidence):
    """The errors are multiplied by themselves as matrices, and (n, 1) and (n, 1) do not fit."""
    n = len(e.calls[-1].given[0].array)
    return n > 1 and f"shapes cannot be multiplied ({n}x1 and {n}x1)" in e.error


@sign(
    "Autograd follows tensor operations. What does it know of what NumPy does?",
    "Whatever you do with NumPy, torch does as well, under much the same name: stay with tensors.",
    where=(calling("numpy", "asarray", "array", "square", "power"), naming("np", "numpy")),
)
def leaves_torch_for_numpy(e: Evidence):
    """The code hands a tensor to NumPy, which torch refuses if the tensor requires gradients."""
    return "Can't call numpy() on Tensor that requires grad" in e.error


@sign(
    "The labels of this notebook have the shape (n,). What does your code do with them?",
    "Labels of both shapes should end up as a column. Which function gives a tensor a new shape, "
    "whatever it was before?",
    where=(statement(ast.Assert), calling("expand_as", "expand", "cat", "mm", "squeeze")),
)
def accepts_only_columns(e: Evidence):
    """With a column of labels it works, but with flat labels, shape (n,), it raises an error."""
    several = [(y, got) for (_, y), got in seen(e) if y.size > 1]
    return bool(e.error) and all((got is RAISED) == (y.ndim == 1) for y, got in several)


# --- What comes back is no tensor of this form -----------------------------------------------


@sign(
    "Printing shows a value to you. How does it get to the caller?",
    "Call it as `result = ...` in a new cell and print `result`. Then look at your last line.",
    where=(calling("print"), statement(ast.Assign)),
)
def returns_nothing(e: Evidence):
    """The caller gets None: what the function works out, or prints, stays inside it."""
    return e.stage == "nothing"


@sign(
    "The caller wants one tensor. What does Python make of two values with a comma between them?",
    "Print `type(...)` of the result, then read your `return` line up to its end.",
    where=RETURN,
)
def returns_a_tuple(e: Evidence):
    """It returns a tuple: there is a comma in what is returned."""
    return e.stage == "type" and isinstance(last(e).value, tuple)


@sign(
    "The next step of the notebook calls `.sum().backward()`. Does a Python list have these?",
    "Look for `.tolist()`, `append` and square brackets: one tensor operation does all rows at "
    "once.",
    where=(calling("tolist", "append"), statement(ast.ListComp), *RETURN),
)
def returns_a_list(e: Evidence):
    """It returns a Python list of the losses, and not one tensor."""
    return e.stage == "type" and isinstance(last(e).value, list)


@sign(
    "The next step of the notebook takes gradients of the result. Does NumPy know of gradients?",
    "Print `type(...)` after each step, and stay with the functions of torch.",
    where=(calling("numpy"), naming("np", "numpy"), *RETURN),
)
def returns_a_numpy_array(e: Evidence):
    """It returns a NumPy array, and not a tensor."""
    return e.stage == "type" and isinstance(last(e).value, np.ndarray)


@sign(
    "What shape do (n, 1) and (n,) have together? Try it with n = 3 in a cell of its own.",
    "Print the shape of `y` right before the subtraction. `view` and `reshape` return a new "
    "tensor: is it used?",
    where=(*MINUS, calling("view", "reshape")),
)
def broadcasts_flat_labels(e: Evidence):
    """Flat labels are subtracted as they are: (n, 1) and (n,) make a table (n, n), in which every
    prediction meets every label."""
    as_they_are = has_forms(e, lambda n: (n, 1), lambda n: (n, n))
    return as_they_are and pairs_all(e, lambda y_hat, y: (y_hat, y))


@sign(
    "What shape do (n, 1) and (n,) have together? Try it with n = 3 in a cell of its own.",
    "Labels may come as a column, and you make something else of them: look for `squeeze`, "
    "`view(-1)`, `.T` and the like near `y`.",
    where=(calling("squeeze", "flatten", "view", "reshape", "ravel", "t"), attribute("T"), *MINUS),
)
def lays_the_labels_in_a_row(e: Evidence):
    """Even a column of labels is laid flat, or in a row: with the column of predictions that makes
    a table (n, n), in which every prediction meets every label."""
    table = has_forms(e, lambda n: (n, n), lambda n: (n, n))
    return table and pairs_all(e, lambda y_hat, y: (y_hat, y.ravel()))


@sign(
    "What shape do (n,) and (n, 1) have together? Try it with n = 3 in a cell of its own.",
    "The predictions are a column, and the losses should be one. Look for `squeeze` or "
    "`view(-1)` near `y_hat`.",
    where=(calling("squeeze", "flatten", "view", "reshape", "ravel"), *MINUS),
)
def lays_the_predictions_flat(e: Evidence):
    """The predictions are laid flat, and the labels are not: with a column of labels that makes a
    table (n, n)."""
    table = has_forms(e, lambda n: (n, n), lambda n: (n,))
    return table and pairs_all(e, lambda y_hat, y: (y_hat.ravel(), y))


@sign(
    "Of the two arguments, which one has the shape that the result should have?",
    "Print the shapes for flat labels. Which of the two tensors do you reshape, and like which?",
    where=(calling("view", "reshape", "view_as", "reshape_as", "squeeze"), *MINUS),
)
def takes_the_shape_of_y(e: Evidence):
    """The losses have the shape of `y`, and not that of `y_hat`: flat labels give flat losses."""
    return has_forms(e, lambda n: (n, 1), lambda n: (n,))


@sign(
    "The predictions come as a column. What shape do your losses have?",
    "Look for `view(-1)`, `flatten` and `squeeze`: which shape should the labels get instead?",
    where=(calling("view", "reshape", "flatten", "squeeze", "ravel", "sum"), *RETURN),
)
def returns_a_flat_vector(e: Evidence):
    """There is a loss for each row, but they lie flat: (n,), and not a column (n, 1)."""
    return has_forms(e, lambda n: (n,), lambda n: (n,))


@sign(
    "The predictions come as a column. What shape do your losses have?",
    "In `view(1, -1)` and in `.T`, which number says how many rows there are?",
    where=(calling("view", "reshape", "t", "transpose", "unsqueeze"), attribute("T"), *RETURN),
)
def lays_the_losses_in_a_row(e: Evidence):
    """The losses lie side by side, shape (1, n), and not one below the other."""
    return has_forms(e, lambda n: (1, n), lambda n: (1, n))


@sign(
    "Labels come in two shapes. What does your step make of those that are a column already?",
    "`unsqueeze`, or a `None` in brackets, adds a dimension to any tensor. `view` and `reshape` "
    "lead to the same shape from both.",
    where=(calling("unsqueeze"), statement(ast.Subscript)),
)
def always_adds_a_dimension(e: Evidence):
    """The labels always get one more dimension, even if they are a column already; the rest is
    broadcasting."""
    behind = has_forms(e, lambda n: (n, n, 1), lambda n: (n, 1))
    before = has_forms(e, lambda n: (1, n, 1), lambda n: (n, n))
    return (behind and pairs_all(e, lambda y_hat, y: (y_hat, y[:, None]))) or (
        before and pairs_all(e, lambda y_hat, y: (y_hat, y[None]))
    )


# --- How the numbers are made ----------------------------------------------------------------


@sign(
    "Every loss is 0: which two things do you compare?",
    "Print both sides of your subtraction. Does one of the lines before it put the predictions in "
    "the place of the labels?",
    where=(calling("view", "reshape"), *MINUS),
)
def makes_every_loss_zero(e: Evidence):
    """Every loss is 0, as if the predictions were compared with themselves."""
    return fits(e, lambda y_hat, y: 0 * y_hat)


@sign(
    "Take the predictions 1 and 2 and the labels 0 and 0: which two losses should come out?",
    "Look at how far your `return` is indented: how often does the loop go round before it?",
    where=(statement(ast.For), *RETURN),
)
def counts_only_the_first_row(e: Evidence):
    """Only the first row gets a loss."""

    def first(y_hat, y):
        return (y_hat[:1] - y.ravel()[:1]) ** 2 / 2

    def filled(y_hat, y):
        return np.concatenate([first(y_hat, y), np.zeros((len(y_hat) - 1, 1))])

    return fits(e, first, filled)


@sign(
    "How many losses should there be for three rows? And how many do you return?",
    "Look for `sqrt`, and for `mean`: this loss has neither.",
    where=calling("sqrt", "mean", "norm"),
)
def takes_the_root_of_the_mean(e: Evidence):
    """It returns the root of the mean square: one number for the whole batch."""

    def root(y_hat, y):
        return np.sqrt(((y_hat - y) ** 2).mean())

    return fits(e, root, lambda a, y: root(a, y) / 2, lambda a, y: np.repeat(root(a, y), a.size))


@sign(
    "Take the errors 0.1 and 3. What does a square do with each, and what does your code?",
    "The formula of section 3 has a square. Look for `abs` and `l1`.",
    where=calling("abs", "absolute", "l1_loss", "L1Loss", "sqrt", "norm"),
)
def takes_the_absolute_error(e: Evidence):
    """The error is taken without its sign, and is not squared."""

    def size(y_hat, y):
        return abs(y_hat - y)

    return fits(e, size, lambda a, y: size(a, y) / 2, lambda a, y: size(a, y).mean())


@sign(
    "For three rows there should be three losses. How many does your function return?",
    "Which function makes one number of many? The caller does this later: `squared_loss` does not.",
    where=(calling("mean", "mse_loss", "MSELoss"), operator(ast.Div)),
)
def takes_the_mean(e: Evidence):
    """It returns the mean over the batch, one number, as the loss of later editions of the book
    does: here each row has a loss of its own."""

    def square(y_hat, y):
        return (y_hat - y) ** 2

    return fits(e, lambda a, y: square(a, y).mean() / 2, lambda a, y: square(a, y).mean())


@sign(
    "For three rows there should be three losses. How many does your function return?",
    "Which step adds up? Look for `sum`, and for products of whole vectors. The caller does that "
    "later.",
    where=(calling("sum", "mm", "matmul", "dot", "norm"), operator(ast.MatMult)),
)
def takes_the_sum(e: Evidence):
    """It returns the sum over the batch, one number, where each row has a loss of its own."""

    def square(y_hat, y):
        return (y_hat - y) ** 2

    return fits(e, lambda a, y: square(a, y).sum() / 2, lambda a, y: square(a, y).sum())


@sign(
    "The loss of a house depends on this house alone. Why does yours shrink if there are more?",
    "Who divides by the number of rows? That comes later: look for `len`, `shape` and `numel`.",
    where=(calling("len", "numel", "size"), operator(ast.Div)),
)
def divides_by_the_number_of_rows(e: Evidence):
    """Each loss is divided by the number of rows as well."""

    def square(y_hat, y):
        return (y_hat - y) ** 2 / len(y_hat)

    return fits(e, square, lambda a, y: square(a, y) / 2)


@sign(
    "Prediction 3, label 1: the error is 2. What is its square, and what is half of that?",
    "Compare with the formula at the top of section 3, factor by factor.",
    where=(*POWER, *RETURN),
)
def forgets_the_half(e: Evidence):
    """The square of the error is never halved."""
    return fits(e, lambda y_hat, y: (y_hat - y) ** 2)


@sign(
    "Prediction 3, label 1: the loss should be 2. What does yours give?",
    "Compare with the formula at the top of section 3. Is its factor 2 or one half?",
    where=FACTOR,
)
def doubles_the_square(e: Evidence):
    """The square of the error is doubled, where it should be halved."""
    return fits(e, lambda y_hat, y: 2 * (y_hat - y) ** 2)


@sign(
    "Prediction 3, label 1: the loss should be 2. Follow your code on paper, step by step.",
    "Squaring a half gives a quarter. What is done first in your code, and does a half come in "
    "once or twice?",
    where=FACTOR,
)
def takes_the_half_twice(e: Evidence):
    """It returns a quarter of the square: the half comes in twice, or before the square."""
    return fits(e, lambda y_hat, y: (y_hat - y) ** 2 / 4)


@sign(
    "Which sign can a loss have? Try prediction 1 and label 3.",
    "The formula squares the error. Which of your operations keeps its sign?",
    where=(operator(ast.Pow), calling("abs", "mul"), operator(ast.Mult)),
)
def keeps_the_sign_of_the_error(e: Evidence):
    """The loss is negative where the prediction is too low, as if the square kept the sign."""
    return fits(e, lambda y_hat, y: (y_hat - y) * abs(y_hat - y) / 2)


@sign(
    "Which sign can a loss have? Try prediction 3 and label 1.",
    "A square is made of two equal factors. Compare yours, sign by sign.",
    where=(operator(ast.USub), operator(ast.Mult), *MINUS),
)
def turns_the_sign_of_the_loss(e: Evidence):
    """Every loss is negative: the sign of the square is turned."""
    return fits(e, lambda a, y: -((a - y) ** 2) / 2, lambda a, y: -((a - y) ** 2))


@sign(
    "Take the prediction 3 and the label 1: what is the error, and what is its square?",
    "Which operation of yours makes a square? Doubling does not, and neither does halving.",
    where=(*MINUS, *RETURN),
)
def never_squares(e: Evidence):
    """The error itself is returned, or a multiple of it: it is never squared."""

    def times(factor):
        return lambda y_hat, y: factor * (y_hat - y)

    return fits(e, *map(times, (1, 2, 0.5, -1, -2, -0.5)))


@sign(
    "What is done first, the power or the subtraction? Try `5 - 1 ** 2` in a cell.",
    "A power binds more strongly than a minus. Brackets say what belongs together.",
    where=(operator(ast.Pow), calling("pow", "square")),
)
def squares_only_one_side(e: Evidence):
    """The square belongs to one side of the minus alone, and not to the difference."""
    return fits(
        e,
        lambda y_hat, y: y_hat - y**2 / 2,
        lambda y_hat, y: (y_hat - y**2) / 2,
        lambda y_hat, y: y_hat - y**2,
        lambda y_hat, y: (y_hat**2 - y) / 2,
        lambda y_hat, y: y_hat**2 - y,
    )


@sign(
    "Take 3 and 1: what is the square of their difference, and the difference of their squares?",
    "What has to be done first, the subtraction or the square?",
    where=(operator(ast.Pow), calling("pow", "square"), *MINUS),
)
def subtracts_the_squares(e: Evidence):
    """The squares are subtracted, which is not the square of the difference."""

    def idea(factor):
        return lambda y_hat, y: factor * (y_hat**2 - y**2)

    return fits(e, *map(idea, (1, 0.5, -1, -0.5)))


@sign(
    "For a perfect prediction the loss should be 0. What is yours for prediction 3 and label 3?",
    "An error is a difference. Look at the sign between `y_hat` and `y`.",
    where=operator(ast.Add),
)
def adds_the_labels(e: Evidence):
    """The labels are added to the predictions, where the error is their difference."""
    return fits(e, lambda a, y: (a + y) ** 2 / 2, lambda a, y: (a + y) ** 2)


@sign(
    "Take the errors 0.5 and 3 by hand. From where on does your loss grow too slowly?",
    "Smooth L1 and Huber are other losses: they go on in a straight line. This one is a plain "
    "square.",
    where=calling("smooth_l1_loss", "SmoothL1Loss", "huber_loss", "HuberLoss", "where", "clamp"),
)
def grows_in_a_straight_line_beyond_1(e: Evidence):
    """Errors above 1 count in a straight line and not by their square: that is the smooth L1
    loss."""

    def smooth(y_hat, y):
        d = abs(y_hat - y)
        return np.where(d < 1, d**2 / 2, d - 0.5)

    return fits(e, smooth, lambda y_hat, y: smooth(y_hat, y).mean())


@sign(
    "Prices have digits behind the point. Which step drops those of the labels?",
    "Look for `.long()`, `.int()` and `round`: labels that number classes are another exercise.",
    where=calling("long", "int", "round", "trunc", "to", "type"),
)
def cuts_the_labels_to_whole_numbers(e: Evidence):
    """The labels are turned into whole numbers first."""
    return fits(
        e,
        lambda y_hat, y: (y_hat - np.trunc(y)) ** 2 / 2,
        lambda y_hat, y: (y_hat - np.round(y)) ** 2 / 2,
    )


@sign(
    "What is `3 // 2` in Python, and what is `3 / 2`?",
    "Look for `//`, `.int()` or `round`: a loss has digits behind the point.",
    where=(operator(ast.FloorDiv), calling("floor", "floor_divide", "int", "long", "round")),
)
def rounds_the_losses_down(e: Evidence):
    """The losses are rounded down to whole numbers."""
    return fits(e, lambda y_hat, y: np.floor((y_hat - y) ** 2 / 2))


# --- What autograd sees ----------------------------------------------------------------------


@sign(
    "Where does the way of a gradient begin, and where does it end, if this tensor is a new one?",
    "`requires_grad` on the result makes a beginning of it. Let the graph grow from `y_hat`.",
    where=(calling("requires_grad_", "tensor", "detach"), attribute("data", "requires_grad")),
)
def returns_a_new_leaf(e: Evidence):
    """The result requires gradients, but it is a new beginning: no way leads back from it to
    `y_hat`."""
    return e.stage == "graph" and is_right(e) and last(e).gradients == [None]


@sign(
    "Autograd follows `y_hat` through tensor operations. Which of your steps can it not see?",
    "Print `.requires_grad` after each line, for a `y_hat` that requires gradients. Look for "
    "`no_grad`, `.data`, `detach`, `.item()` and NumPy.",
    where=(
        attribute("no_grad", "inference_mode", "data"),
        calling("no_grad", "inference_mode", "detach", "item", "numpy", "tensor", "tolist"),
    ),
)
def cuts_the_graph(e: Evidence):
    """The numbers are right, but they are calculated past autograd: no gradient finds a way
    back."""
    return e.stage == "graph" and is_right(e) and isinstance(last(e).gradients, str)


@sign(
    "The slope of a square has two parts, one from each factor. Which one does autograd not see?",
    "Look for `.data`, `detach` and `.item()` at one of the two factors.",
    where=(attribute("data"), calling("detach", "item", "tensor")),
)
def follows_one_factor_only(e: Evidence):
    """The losses are right, but only half of the gradient arrives, as if one of the two factors of
    the square were detached."""
    y_hat, y = (as_numpy(value) for value in last(e).given)
    wanted = last(e).cotangent.f64 * (y_hat - y.reshape(-1, 1))
    half = close(last(e).gradients[0], wanted / 2)
    return e.stage == "gradient" and is_right(e) and half


@sign(
    "What is the slope of a root at 0? Take a prediction that is exactly right, on paper.",
    "Look for `sqrt`, `norm` or `log` on the way: the square needs none of them.",
    where=(calling("sqrt", "norm", "log", "rsqrt", "exp"), operator(ast.Pow)),
)
def has_no_slope_at_0(e: Evidence):
    """It goes by a function without a slope at 0, a root for instance: where a prediction is
    exactly right, the gradient is no number."""
    y_hat, y = (as_numpy(value) for value in last(e).given)
    error = (y_hat - y.reshape(-1, 1)).ravel()
    gradient = numbers(last(e).gradients[0])
    wanted = last(e).cotangent.f64.ravel() * error
    others = close(gradient[error != 0], wanted[error != 0])
    return is_right(e) and others and bool(np.isnan(gradient[error == 0]).any())


# --- What kind of numbers --------------------------------------------------------------------


@sign(
    "Losses have digits behind the point. Which step drops them?",
    "Look for `.int()`, `.long()`, `round` and `//`.",
    where=(calling("int", "long", "round", "to", "type"), operator(ast.FloorDiv)),
)
def makes_whole_numbers(e: Evidence):
    """The losses are turned into whole numbers."""
    return e.stage == "dtype" and last(e).value.dtype.startswith("int")


@sign(
    "float32 comes in. Which of your steps makes float64 of it?",
    "Print `.dtype` after each step. Look for `.double()`, `torch.float64` and NumPy's own arrays.",
    where=(calling("double", "to", "type"), attribute("float64", "double"), naming("np")),
)
def makes_float64_of_float32(e: Evidence):
    """float32 arguments come out as float64."""
    done = last(e)
    return e.stage == "dtype" and [done.given[0].dtype, done.value.dtype] == ["float32", "float64"]


@sign(
    "float64 comes in. Which of your steps makes float32 of it?",
    "Print `.dtype` after each step. Look for `.float()`, and for tensors that you make yourself: "
    "they are float32 if you name no other dtype.",
    where=(calling("float", "zeros", "ones", "empty", "tensor", "Tensor"), attribute("float32")),
)
def makes_float32_of_float64(e: Evidence):
    """float64 arguments come out as float32, with half the digits."""
    return e.stage in ("dtype", "precision") and e.facts["of float64"].dtype == "float32"


@sign(
    "The dtype is right in the end. Which of your steps works with fewer digits before that?",
    "Print `.dtype` after each step. No conversion at the end brings back a digit that is lost.",
    where=(calling("float", "zeros", "ones", "empty", "tensor", "Tensor"), attribute("float32")),
)
def loses_digits_on_the_way(e: Evidence):
    """The result is float64 as it should be, but on the way the numbers were float32."""
    return e.stage == "precision" and e.facts["of float64"].dtype == "float64"


# --- What becomes of the arguments -----------------------------------------------------------


def after_the_probe(e: Evidence) -> list[tuple[list[np.ndarray], list[np.ndarray]]]:
    """Predictions and labels before and after each call of the probe, labels as a column."""
    found = []
    for call in e.probed:
        if call.returned and call.name == "squared_loss":
            sides = call.given, call.returned.arguments
            y_hat, y = ([as_numpy(value).reshape(-1, 1) for value in side] for side in sides)
            found.append((y_hat, y))
    return found


@sign(
    "Who calls `backward` in this notebook? Read section 5 once more.",
    "A loss is a number and no more: take the step that computes gradients out of it.",
    where=calling("backward"),
)
def calls_backward_itself(e: Evidence):
    """It calls `backward` itself, so that the gradients of the caller grow."""
    (before, _), (after, *_) = last(e).given, last(e).arguments
    if e.stage != "changed" or after.grad is None or not close(after, before.f64):
        return False
    added = after.grad.f64 - (0 if before.grad is None else before.grad.f64)
    error = before.f64 - last(e).given[1].f64.reshape(-1, 1)
    return close(added, error) or close(added, error / len(error))


@sign(
    "Whose tensor do you subtract from? Print `y_hat` before and after a call.",
    "`-=` and names that end in `_` write into the tensor itself: make a new one.",
    where=(statement(ast.AugAssign), calling("sub_", "subtract_", "pow_", "square_")),
)
def overwrites_the_predictions(e: Evidence):
    """The caller's own `y_hat` is overwritten: the subtraction is done in place."""
    if e.stage not in ("changed", "raised_on_a_leaf"):
        return False
    pairs = after_the_probe(e)
    return bool(pairs) and all(close(after[0], a - y) for (a, y), after in pairs)


@sign(
    "Does `view` copy the numbers? Change one number of a view, and look at the tensor behind it.",
    "A view shares its numbers with the tensor it came from. `-=` and names that end in `_` write "
    "into both.",
    where=(statement(ast.AugAssign), calling("sub_", "subtract_", "neg_", "add_")),
)
def overwrites_the_labels(e: Evidence):
    """The caller's own labels are overwritten: the subtraction is done in place, and a view shares
    its numbers with the tensor behind it."""
    if e.stage != "changed":
        return False
    pairs = after_the_probe(e)
    return bool(pairs) and all(
        close(after[1], y - a) or close(after[1], a - y) for (a, y), after in pairs
    )


@sign(
    "The caller still needs its labels as they were. Print `y.shape` before and after a call.",
    "A name that ends in `_`, and an assignment to `.data` or `.shape`, change the tensor itself. "
    "Which functions give you a new one?",
    where=(
        calling("resize_", "unsqueeze_", "squeeze_", "t_", "resize_as_", "set_"),
        attribute("data", "shape"),
    ),
)
def reshapes_the_labels_in_place(e: Evidence):
    """The caller's own labels get another shape: they are changed in place."""
    if e.stage != "changed":
        return False
    before, after = last(e).given[1], last(e).arguments[1]
    return after.shape != before.shape and close(after, before.f64)
