"""What goes wrong in `linreg`: X w + b, one prediction a row, as a column that autograd follows."""

import ast
import contextlib
from typing import Any

import numpy as np

from graders.engine.misconceptions import RAISED, Evidence, as_numpy, sign
from graders.engine.places import attribute, calling, naming, operator, statement
from graders.engine.returned import Unanswered
from graders.engine.values import Tensor

from . import _evidence, _functions
from ._evidence import MIXED_DTYPES, close, cut_off, fits, is_right, parameters_of, results, seen

PRODUCT = (
    operator(ast.MatMult),
    calling("mm", "matmul", "dot", "mv", "addmm", "einsum", "linear"),
    operator(ast.Mult),
)
PLUS = (operator(ast.Add), calling("add", "addmm"))
LOOP = (statement(ast.For), statement(ast.Return))
COPIES = (attribute("data"), calling("detach", "item", "float", "tensor", "Parameter", "tolist"))

observe = _evidence.observe


def right(X, w, b):
    return b + X @ w


def probe(linreg, library, draw, w, b, true_w, true_b, features):
    """Calls with sizes that agree, and that do not; and what the notebook's own variables are."""
    facts: dict[str, Any] = {"parameters": parameters_of(linreg)}
    for variable in (w, b, true_w, true_b, features):
        facts[variable.name] = np.array(np.nan)
        with contextlib.suppress(Unanswered):
            facts[variable.name] = np.asarray(as_numpy(variable.value().value), np.float64)

    def inputs(n: int, d: int) -> list[Tensor]:
        shapes = {"X": (n, d), "w": (d, 1), "b": (1,)}
        return [draw.away_from_zero(name, *shape) for name, shape in shapes.items()]

    def result(*arguments: Tensor) -> Any:
        try:
            return linreg(*arguments).value
        except Unanswered:
            return None

    for n, d in [(4, 4), (3, 6), (1, 3), (4, 1)]:
        result(*inputs(n, d))
    arguments = inputs(8, 2)
    facts["once"], facts["again"] = result(*arguments), result(*arguments)
    facts["from one seed"] = []
    for _ in range(2):
        for path in ("random.seed", "numpy.random.seed", "torch.manual_seed"):
            library(path)(2024)
        facts["from one seed"].append(result(*arguments))
        result(*inputs(8, 2))
    return facts


# --- How it is called, and what the call raises ----------------------------------------------

later_edition = _functions.later_edition
takes_too_few_arguments = _functions.takes_too_few_arguments
orders_the_parameters_differently = _functions.orders_the_parameters_differently
misspells_a_parameter = _functions.misspells_a_parameter


@sign(
    "How many dimensions do `X` and `w` have? And how many may the factors of this product have?",
    "`torch.dot` and `torch.mv` want flat vectors. There is a product for two tables of numbers.",
    where=calling("dot", "mv", "vdot", "inner"),
)
def uses_a_product_of_vectors(e: Evidence):
    """The product is one for flat vectors, but both `X` and `w` have two dimensions."""
    return "1D tensors expected" in e.error or "vector + matrix @ vector expected" in e.error


@sign(
    "Write the shapes of both factors side by side. Which two sizes of a product have to agree?",
    "`w` is a column already. Look for `.T`, `.t()` and `transpose`. `F.linear` wants the weights "
    "as a row and turns them itself.",
    where=(attribute("T", "mT"), calling("t", "transpose", "permute", "linear"), *PRODUCT),
)
def transposes_the_weights(e: Evidence):
    """The product gets `w` as a row of shape (1, d), which does not fit `X` of shape (n, d)."""
    for (X, w, b), got in seen(e):
        if got is not RAISED if len(w) > 1 else not close(got, right(X, w, b)):
            return False
    n, d = e.calls[-1].given[0].shape
    fit = f"({n}x{d} and 1x{d})", f"({n},{d}) and (1,{d})", f"(size 1 is different from {d})"
    return any(words in e.error for words in fit)


hard_codes_a_shape = _functions.hard_codes_a_shape
makes_one_number_of_many = _functions.makes_one_number_of_many
leaves_torch_for_numpy = _functions.leaves_torch_for_numpy

# --- What comes back is no tensor of this form -----------------------------------------------

returns_nothing = _functions.returns_nothing
returns_a_tuple = _functions.returns_a_tuple
returns_a_list = _functions.returns_a_list
returns_a_numpy_array = _functions.returns_a_numpy_array
returns_a_flat_vector = _functions.returns_a_flat_vector
lays_the_results_in_a_row = _functions.lays_the_results_in_a_row


@sign(
    "What shape do (n,) and (n, 1) have together? Try it with n = 3 in a cell of its own.",
    "That is broadcasting: it makes a table (n, n). Keep the product a column, and let `b` be.",
    where=(calling("flatten", "squeeze", "view", "ravel", "repeat", "expand", "tile"), *PLUS),
)
def adds_a_column_to_a_flat_vector(e: Evidence):
    """A column and n numbers that lie flat, or side by side, make a table (n, n) of all pairs."""
    return e.stage == "shape" and all(got.shape == (n, n) for n, got in results(e))


# --- Where the numbers come from -------------------------------------------------------------


@sign(
    "Call it twice with the same tensors. Why are the predictions different?",
    "`nn.Linear`, `randn` and `normal_` draw anew at every call. Use the weights that are given, "
    "and leave noise to the data.",
    where=calling("Linear", "LazyLinear", "randn", "rand", "randn_like", "normal", "normal_"),
)
def draws_random_numbers(e: Evidence):
    """Random numbers go into the predictions, new ones at every call: weights that are not those
    that it is given, or noise."""
    # The rounding of one call is that of the other: where nothing is random, they are equal
    once, again, *seeded = map(
        as_numpy, (e.facts["once"], e.facts["again"], *e.facts["from one seed"])
    )
    # What an earlier call has left makes a difference from one seed, too
    return not np.array_equal(once, again, equal_nan=True) and np.array_equal(*seeded)


@sign(
    "Which names does your formula use, and which does your first line have? Compare letter by "
    "letter.",
    "A name that is no parameter is looked up in the notebook, where `features`, `w` and `true_w` "
    "are about the data. Restart the kernel: is it there?",
    where=(naming("w", "b", "true_w", "true_b", "features"), statement(ast.FunctionDef)),
)
def reads_the_notebooks_variables(e: Evidence):
    """It predicts with variables of the notebook, such as `w` or `features`, and not with what it
    is given."""
    its = e.facts
    return fits(
        e,
        lambda X, w, b: right(its["features"], w, b),
        *(
            lambda X, w, b, names=names: right(X, its.get(names[0], w), its.get(names[1], b))
            for names in [("w", "b"), ("w", ""), ("", "b")]
        ),
        lambda X, w, b: right(X, its["true_w"].reshape(-1, 1), its["true_b"]),
        lambda X, w, b: right(X, its["true_w"].reshape(-1, 1), b),
        lambda X, w, b: right(X, w, its["true_b"]),
    )


@sign(
    "How many features does a house have here? The checks also try others.",
    "Give it a house with three features. Which operation takes all of them, without numbers in "
    "brackets?",
    where=(statement(ast.Subscript), *PRODUCT),
)
def takes_two_features_for_granted(e: Evidence):
    """Only the first two features count: their numbers are written into the code."""
    return fits(e, lambda X, w, b: X[:, [0, 1]] @ w[[0, 1]] + b)


@sign(
    "Follow your loop, or your slice, for three features. Which of them count?",
    "Print the index and your total in each round. Does it begin at 0, does it go on to the end, "
    "and does the total grow?",
    where=(calling("range"), statement(ast.Slice), *LOOP),
)
def leaves_out_features(e: Evidence):
    """The first feature or the last has no say, or no other has: a loop or a slice is too short, or
    each product replaces the one before."""
    parts = slice(1), slice(-1, None), slice(1, None), slice(-1)
    return fits(e, *(lambda X, w, b, s=s: X[:, s] @ w[s] + b for s in parts))


@sign(
    "How many predictions do you make, and of which rows?",
    "Look for `X[0]`, and for a `return` inside a loop over the rows.",
    where=(*LOOP, statement(ast.Subscript)),
)
def predicts_the_first_row_only(e: Evidence):
    """Only the first row gets a prediction of its own."""
    return fits(
        e,
        lambda X, w, b: X[:1] @ w + b,
        lambda X, w, b: np.repeat(X[:1] @ w + b, len(X)),
        lambda X, w, b: np.concatenate([(X[:1] @ w + b).ravel(), np.zeros(len(X) - 1)]),
    )


# --- The product -----------------------------------------------------------------------------


@sign(
    "What does `*` do with two tables of numbers? Try it with two small ones of size (2, 2).",
    "`*` multiplies entry by entry. The matrix product, which also adds up, has another sign.",
    where=(operator(ast.Mult), calling("mul", "multiply")),
)
def multiplies_entry_by_entry(e: Evidence):
    """`*` multiplies `X` and `w` entry by entry: that is no matrix product, and for most shapes it
    is an error."""
    return fits(
        e,
        lambda X, w, b: X * w + b,
        lambda X, w, b: X * w,
        lambda X, w, b: X * w.T + b,
        lambda X, w, b: (X * w).sum(1) + b,
        lambda X, w, b: (X * w).sum(0) + b,
        lambda X, w, b: (X * w).sum() + b,
    )


@sign(
    "Write the shapes of both factors side by side. Which two sizes of a product have to agree?",
    "In a matrix product the order counts: each row of the first factor meets each column of the "
    "second. The houses are rows of `X` already.",
    where=(attribute("T", "mT"), calling("t", "transpose", "permute"), *PRODUCT),
)
def turns_the_product_round(e: Evidence):
    """`w` comes first in the product, or `X` is transposed: (n, d) and (d, 1) fit as they are, and
    in this order."""
    return fits(
        e,
        lambda X, w, b: w @ X + b,
        lambda X, w, b: w.T @ X + b,
        lambda X, w, b: X.T @ w + b,
    )


@sign(
    "For n houses there are n predictions. Along which dimension do you add up, and what is left?",
    "`dim=0` adds up the houses, `dim=1` the features, and without `dim` a sum takes all. Print "
    "them for a small table.",
    where=(calling("sum", "mean"), *LOOP),
)
def sums_over_the_examples(e: Evidence):
    """A sum or a mean goes over the houses, where each of them should keep a prediction of its
    own."""
    return fits(
        e,
        lambda X, w, b: (X * w.T).sum(0) + b,
        lambda X, w, b: (X @ w).sum() + b,
        lambda X, w, b: right(X, w, b).sum(),
        lambda X, w, b: right(X, w, b).mean(),
    )


@sign(
    "Take a house with features 1 and 2, weights 10 and 100, bias 0. Is the prediction 210 or 105?",
    "The formula in section 2 adds up. Which function divides by the number of features as well?",
    where=(calling("mean"), operator(ast.Div)),
)
def takes_the_mean_over_the_features(e: Evidence):
    """The weighted features are averaged and not added up."""
    return fits(e, lambda X, w, b: X @ w / X.shape[1] + b)


# --- The bias --------------------------------------------------------------------------------


@sign(
    "What does the model predict for a house whose features are all zero?",
    "The formula in section 2 has two parts. Which argument does your code never use?",
    where=(*PRODUCT, *_functions.RETURN),
)
def forgets_the_bias(e: Evidence):
    """The bias `b` is never added."""
    return fits(e, lambda X, w, b: X @ w)


@sign(
    "Take features 0: the prediction should be `b`. What does yours give, and why?",
    "Count how often `b` goes in. Does one of your functions add it already, or does it stand in a "
    "sum over the features, or over the rows?",
    where=(statement(ast.For), calling("len", "sum"), *PLUS),
)
def adds_the_bias_several_times(e: Evidence):
    """The bias is added twice, or once for each feature or each house, and not just once."""
    return fits(
        e,
        lambda X, w, b: X @ w + 2 * b,
        lambda X, w, b: X @ w + X.shape[1] * b,
        lambda X, w, b: X @ w + len(X) * b,
    )


@sign(
    "Take features 0: the prediction should be `b`. What do the weights do to it in your code?",
    "What is calculated first, the product or the sum? Follow your brackets and the order of your "
    "lines.",
    where=PLUS,
)
def adds_the_bias_before_the_product(e: Evidence):
    """The bias is added to the features or to the weights, before the product, and so becomes a
    part of it."""
    return fits(e, lambda X, w, b: (X + b) @ w, lambda X, w, b: X @ (w + b))


@sign(
    "Take features 0: the prediction should be `b`. What does yours give?",
    "Compare the sign before `b` with that in the formula of section 2: is it one of a sum?",
    where=(operator(ast.Sub), operator(ast.Mult)),
)
def subtracts_or_multiplies_the_bias(e: Evidence):
    """The bias is subtracted, or it multiplies the prediction, where it should be added."""
    return fits(e, lambda X, w, b: X @ w - b, lambda X, w, b: X @ w * b)


@sign(
    "Which numbers can come out of your last step? May a prediction be negative, or large?",
    "Nothing comes after the sum in the formula. Look for `relu`, `clamp`, `sigmoid` or the like.",
    where=(calling("relu", "ReLU", "clamp", "sigmoid", "Sigmoid", "max"), *_functions.RETURN),
)
def ends_in_an_activation(e: Evidence):
    """The predictions go through an activation function after the sum."""
    return fits(
        e,
        lambda X, w, b: 1 / (1 + np.exp(-right(X, w, b))),
        lambda X, w, b: np.maximum(right(X, w, b), 0),
    )


# --- What autograd sees, and what kind of numbers ---------------------------------------------


@sign(
    "Training has to change the bias too. In which form does yours enter the sum?",
    "A plain number has no gradient. Look for `.item()`, `float`, `.data` and `detach` near `b`.",
    where=(*COPIES, naming("b")),
)
def takes_the_bias_as_a_number(e: Evidence):
    """Only the value of `b` is used, as a plain number or a copy: no gradient reaches `b`."""
    return is_right(e) and cut_off(e) == ["b"]


returns_a_new_leaf = _functions.returns_a_new_leaf


@sign(
    "What does autograd still know of the arguments that you use? In a deeper model `X` has to "
    "pass gradients on as well.",
    "Look for `detach`, `.data`, `nn.Parameter` and `torch.tensor(...)`: they make tensors without "
    "a past.",
    where=COPIES,
)
def cuts_an_argument_off(e: Evidence):
    """Weights or features are used as a copy of their values only: no gradient reaches them."""
    return is_right(e) and bool(cut_off(e))


cuts_the_graph = _functions.cuts_the_graph
makes_whole_numbers = _functions.makes_whole_numbers
makes_float64_of_float32 = _functions.makes_float64_of_float32
makes_float32_of_float64 = _functions.makes_float32_of_float64
loses_digits_on_the_way = _functions.loses_digits_on_the_way


@sign(
    "float64 comes in. Which tensor of yours is not float64?",
    "`torch.zeros`, `torch.ones` and `torch.tensor` make float32. They have an argument for the "
    "dtype, and there are forms of them that end in `_like`.",
    where=(_functions.OWN_TENSORS, *PRODUCT),
)
def mixes_two_dtypes(e: Evidence):
    """A float32 tensor made inside meets the float64 arguments, and torch refuses to mix them."""
    double = e.calls[-1].given[0].dtype == "float64"
    return double and bool(MIXED_DTYPES.search(e.error))


changes_an_argument_in_place = _functions.changes_an_argument_in_place
