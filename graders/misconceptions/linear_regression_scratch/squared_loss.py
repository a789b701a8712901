"""What goes wrong in `squared_loss`: (y_hat - y)² / 2, one loss a row, labels flat or a column."""

import ast
import contextlib
import re
from collections.abc import Callable
from typing import Any

import numpy as np

from graders.engine.misconceptions import RAISED, Evidence, as_numpy, sign
from graders.engine.places import attribute, calling, naming, operator, statement
from graders.engine.returned import Unanswered
from graders.engine.values import Tensor

from . import _evidence, _functions
from ._evidence import close, is_right, last, parameters_of, seen

MINUS = (operator(ast.Sub), calling("sub", "subtract"))
POWER = (operator(ast.Pow), calling("pow", "square"), operator(ast.Mult))
FACTOR = (operator(ast.Div), operator(ast.Mult), calling("div", "mul"))
FORM = calling("view", "reshape", "flatten", "squeeze", "ravel", "unsqueeze", "t")
RETURN = _functions.RETURN

observe = _evidence.observe


def right(y_hat, y):
    return (y_hat - y.reshape(-1, 1)) ** 2 / 2


def probe(squared_loss, draw, labels):
    """Flat labels and a column, with errors below and above 1, of both signs."""
    facts: dict[str, Any] = {"parameters": parameters_of(squared_loss)}
    with contextlib.suppress(Unanswered):
        facts["labels"] = np.asarray(as_numpy(labels.value().value), np.float64)
    for n, shape in [(6, (6, 1)), (4, (4,)), (3, (3,)), (5, (5, 1))]:
        y = draw.away_from_zero("y", *shape)
        errors = draw.rng.permutation(np.geomspace(0.3, 3.7, n)) * draw.rng.choice([-1.0, 1.0], n)
        y_hat = (y.array.ravel() + errors).astype("float32")[:, None]
        with contextlib.suppress(Unanswered):
            squared_loss(Tensor(y_hat, name="y_hat"), y)
    return facts


def fits(e: Evidence, *ideas: Callable) -> bool:
    """Whether one of these ideas makes the numbers of every call, in whatever shape.

    An idea may hold beside another mistake: that flat labels, or any, are broadcast.
    """
    kinds = (lambda y: y.reshape(-1, 1), lambda y: y, lambda y: y.ravel())
    return _evidence.fits(
        e, *(lambda a, y, f=f, kind=kind: f(a, kind(y)) for f in ideas for kind in kinds)
    )


def has_forms(e: Evidence, of_a_column: Callable, of_flat: Callable) -> bool:
    """Whether the results have just these shapes, which depend on n and on the labels' form."""
    pairs = [(y, got) for (_, y), got in seen(e) if y.size > 1]
    wanted = [of_flat(y.size) if y.ndim == 1 else of_a_column(y.size) for y, _ in pairs]
    return e.stage == "shape" and wanted == [got.shape for _, got in pairs]


def square(y_hat, y):
    return (y_hat - y) ** 2


# --- How it is called, and what the call raises ----------------------------------------------

later_edition = _functions.later_edition
takes_too_few_arguments = _functions.takes_too_few_arguments
orders_the_parameters_differently = _functions.orders_the_parameters_differently
misspells_a_parameter = _functions.misspells_a_parameter


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
    where=(naming("labels"), *_functions.DEFINITION),
)
def reads_the_notebooks_labels(e: Evidence):
    """It compares with `labels`, all those of the notebook, and not with the `y` that it is
    given."""
    labels = e.facts["labels"].ravel()
    if re.search(rf"invalid for input of size {labels.size}$", e.error):
        return True
    return fits(
        e,
        lambda y_hat, _: square(y_hat, labels) / 2,
        lambda y_hat, _: square(y_hat, labels),
        lambda y_hat, _: square(y_hat, labels[: len(y_hat), None]) / 2,
    )


hard_codes_a_shape = _functions.hard_codes_a_shape
makes_one_number_of_many = _functions.makes_one_number_of_many


@sign(
    "The square of each error, or a product of two tables: which of them do you need here?",
    "`@`, `mm` and `matmul` are products of matrices. The square goes entry by entry.",
    where=(operator(ast.MatMult), calling("mm", "matmul", "dot")),
)
def multiplies_errors_as_matrices(e: Evidence):
    """The errors are multiplied by themselves as matrices, and (n, 1) and (n, 1) do not fit."""
    n = len(e.calls[-1].given[0].array)
    return n > 1 and f"shapes cannot be multiplied ({n}x1 and {n}x1)" in e.error


leaves_torch_for_numpy = _functions.leaves_torch_for_numpy


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

returns_nothing = _functions.returns_nothing
returns_a_tuple = _functions.returns_a_tuple
returns_a_list = _functions.returns_a_list
returns_a_numpy_array = _functions.returns_a_numpy_array


@sign(
    "What shape do (n, 1) and (n,) have together? Try it with n = 3 in a cell of its own.",
    "Print the shape of `y` right before the subtraction. `view` and `reshape` return a new "
    "tensor: is it used?",
    where=(*MINUS, FORM),
)
def broadcasts_flat_labels(e: Evidence):
    """Flat labels are subtracted as they are: (n, 1) and (n,) make a table (n, n), in which every
    prediction meets every label."""
    return has_forms(e, lambda n: (n, 1), lambda n: (n, n))


@sign(
    "What shape do (n, 1) and (n,) have together? Try it with n = 3 in a cell of its own.",
    "Predictions are a column, and labels may be one: you make something else of them. Look for "
    "`squeeze`, `view(-1)`, `.T` and the like.",
    where=(FORM, attribute("T"), *MINUS),
)
def lays_one_side_flat(e: Evidence):
    """Labels or predictions are laid flat, or in a row: with a column on the other side that makes
    a table (n, n), in which every prediction meets every label."""
    return has_forms(e, lambda n: (n, n), lambda n: (n, n)) or has_forms(
        e, lambda n: (n, n), lambda n: (n,)
    )


@sign(
    "Of the two arguments, which one has the shape that the result should have?",
    "Print the shapes for flat labels. Which of the two tensors do you reshape, and like which?",
    where=(calling("view", "reshape", "view_as", "reshape_as", "squeeze"), *MINUS),
)
def takes_the_shape_of_y(e: Evidence):
    """The losses have the shape of `y`, and not that of `y_hat`: flat labels give flat losses."""
    return has_forms(e, lambda n: (n, 1), lambda n: (n,))


returns_a_flat_vector = _functions.returns_a_flat_vector
lays_the_results_in_a_row = _functions.lays_the_results_in_a_row


@sign(
    "Labels come in two shapes. What does your step make of those that are a column already?",
    "`unsqueeze`, or a `None` in brackets, adds a dimension to any tensor. `view` and `reshape` "
    "lead to the same shape from both.",
    where=(calling("unsqueeze"), statement(ast.Subscript)),
)
def always_adds_a_dimension(e: Evidence):
    """The labels always get one more dimension, even if they are a column already; the rest is
    broadcasting."""
    return has_forms(e, lambda n: (n, n, 1), lambda n: (n, 1)) or has_forms(
        e, lambda n: (1, n, 1), lambda n: (n, n)
    )


# --- How the numbers are made ----------------------------------------------------------------


@sign(
    "Every loss is 0: which two things do you compare?",
    "Print both sides of your subtraction. Does one of the lines before it put the predictions in "
    "the place of the labels?",
    where=(FORM, *MINUS),
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
        return square(y_hat, y.reshape(-1, 1))[:1] / 2

    return fits(e, first, lambda a, y: np.concatenate([first(a, y), 0 * a[1:]]))


@sign(
    "Take the errors 0.1 and 3. What does a square do with each, and what does your code?",
    "The formula of section 3 has a square. Look for `abs` and `l1`.",
    where=calling("abs", "absolute", "l1_loss", "L1Loss", "sqrt", "norm"),
)
def takes_the_absolute_error(e: Evidence):
    """The error is taken without its sign, and is not squared."""
    return fits(
        e,
        lambda y_hat, y: abs(y_hat - y),
        lambda y_hat, y: abs(y_hat - y) / 2,
        lambda y_hat, y: abs(y_hat - y).mean(),
    )


@sign(
    "For three rows there should be three losses. How many does your function return?",
    "Which function makes one number of many? The caller does this later: `squared_loss` does not.",
    where=(calling("mean", "mse_loss", "MSELoss"), operator(ast.Div)),
)
def takes_the_mean(e: Evidence):
    """It returns the mean over the batch, one number, as the loss of later editions of the book
    does: here each row has a loss of its own."""
    return fits(e, lambda a, y: square(a, y).mean() / 2, lambda a, y: square(a, y).mean())


@sign(
    "For three rows there should be three losses. How many does your function return?",
    "Which step adds up? Look for `sum`, and for products of whole vectors. The caller does that "
    "later.",
    where=(calling("sum", "mm", "matmul", "dot", "norm"), operator(ast.MatMult)),
)
def takes_the_sum(e: Evidence):
    """It returns the sum over the batch, one number, where each row has a loss of its own."""
    return fits(e, lambda a, y: square(a, y).sum() / 2, lambda a, y: square(a, y).sum())


@sign(
    "The loss of a house depends on this house alone. Why does yours shrink if there are more?",
    "Who divides by the number of rows? That comes later: look for `len`, `shape` and `numel`.",
    where=(calling("len", "numel", "size"), operator(ast.Div)),
)
def divides_by_the_number_of_rows(e: Evidence):
    """Each loss is divided by the number of rows as well."""
    return fits(
        e,
        lambda y_hat, y: square(y_hat, y) / len(y_hat),
        lambda y_hat, y: square(y_hat, y) / len(y_hat) / 2,
    )


@sign(
    "Prediction 3, label 1: the error is 2. What is its square, and what is half of that?",
    "Compare with the formula at the top of section 3, factor by factor.",
    where=(*POWER, *RETURN),
)
def forgets_the_half(e: Evidence):
    """The square of the error is never halved."""
    return fits(e, square)


@sign(
    "Prediction 3, label 1: the loss should be 2. Follow your code on paper, step by step.",
    "Compare with the formula at the top of section 3: the factor, its sign, and what is squared. "
    "Squaring a half gives a quarter.",
    where=(*FACTOR, operator(ast.USub)),
)
def takes_another_factor(e: Evidence):
    """The square of the error is multiplied by something else than one half: by 2, by a quarter, or
    by a negative number."""
    factors = (2, 1 / 4, -1 / 2, -1)
    return fits(e, *(lambda a, y, k=k: k * square(a, y) for k in factors))


@sign(
    "Take the prediction 3 and the label 1: what is the error, and what is its square?",
    "Which operation of yours makes a square? Doubling does not, and neither does halving.",
    where=(*MINUS, *RETURN),
)
def never_squares(e: Evidence):
    """The error itself is returned, or a multiple of it: it is never squared."""
    return fits(e, *(lambda a, y, k=k: k * (a - y) for k in (1, 2, 0.5, -1, -2, -0.5)))


@sign(
    "Take 3 and 1: what is the square of their difference, and the difference of their squares?",
    "What is done first, the power or the subtraction? Try `5 - 1 ** 2` in a cell. Brackets say "
    "what belongs together.",
    where=(operator(ast.Pow), calling("pow", "square"), *MINUS),
)
def squares_before_subtracting(e: Evidence):
    """One side of the minus is squared alone, or each for itself, and not the difference."""
    return fits(
        e,
        lambda y_hat, y: y_hat - y**2 / 2,
        *(
            lambda y_hat, y, p=p, q=q, k=k: k * (y_hat**p - y**q)
            for p, q in [(1, 2), (2, 1), (2, 2)]
            for k in (1, 0.5)
        ),
    )


@sign(
    "Prices have digits behind the point. Which step drops them?",
    "What is `3 // 2` in Python? Look for `//`, `.long()`, `.int()` and `round`.",
    where=(operator(ast.FloorDiv), calling("floor", "int", "long", "round", "trunc", "to")),
)
def rounds_to_whole_numbers(e: Evidence):
    """The labels are turned into whole numbers first, or the losses are rounded down."""
    return fits(
        e,
        lambda y_hat, y: square(y_hat, np.trunc(y)) / 2,
        lambda y_hat, y: square(y_hat, np.round(y)) / 2,
        lambda y_hat, y: np.floor(square(y_hat, y) / 2),
    )


# --- What autograd sees, and what kind of numbers ---------------------------------------------

returns_a_new_leaf = _functions.returns_a_new_leaf
cuts_the_graph = _functions.cuts_the_graph


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


makes_whole_numbers = _functions.makes_whole_numbers
makes_float64_of_float32 = _functions.makes_float64_of_float32
makes_float32_of_float64 = _functions.makes_float32_of_float64
loses_digits_on_the_way = _functions.loses_digits_on_the_way
changes_an_argument_in_place = _functions.changes_an_argument_in_place
