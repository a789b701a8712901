"""What goes wrong in `linreg`: X w + b, one prediction a row, as a column that autograd follows."""

import ast
import contextlib
from collections.abc import Callable
from typing import Any

import numpy as np

from graders.engine.misconceptions import (
    NOT_OF_VALUES,
    RAISED,
    Evidence,
    alike,
    arguments_and_result,
    as_numpy,
    formula,
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

PRODUCT = (
    operator(ast.MatMult),
    calling("mm", "matmul", "dot", "mv", "addmm", "einsum", "linear"),
    operator(ast.Mult),
)
PLUS = (operator(ast.Add), calling("add", "addmm"))
LOOP = (statement(ast.For), statement(ast.Return))
RETURN = (statement(ast.Return),)
DEFINITION = (statement(ast.FunctionDef, ast.ClassDef),)


def observe(call: Called):
    """The three arguments and the result. Nothing where two dtypes have met: that is no value."""
    if len(call.given) != 3 or MIXED_DTYPES.search(call.error):
        return None
    return arguments_and_result(call)


def right(X, w, b):
    return np.einsum("nd,dk->nk", X, w) + b


def probe(linreg, draw, w, b, true_w, true_b, features):
    """Calls with sizes that agree, and that do not; and what the notebook's own variables are."""
    facts: dict[str, Any] = {"parameters": parameters_of(linreg)}
    for variable in (w, b, true_w, true_b, features):
        facts[f"notebook's {variable.name}"] = np.array(np.nan)
        with contextlib.suppress(Unanswered):
            value = as_numpy(variable.value().value)
            facts[f"notebook's {variable.name}"] = np.asarray(value, np.float64)

    def inputs(n: int, d: int, **more: Any) -> list[Tensor]:
        shapes = {"X": (n, d), "w": (d, 1), "b": (1,)}
        return [draw.away_from_zero(name, *shape, **more) for name, shape in shapes.items()]

    def result(*arguments: Tensor) -> Any:
        try:
            return linreg(*arguments).value
        except Unanswered:
            return None

    for n, d in [(4, 4), (3, 6), (1, 3), (4, 1)]:
        result(*inputs(n, d))
    facts["of float64"] = result(*inputs(5, 2, dtype="float64"))
    X, *parameters = inputs(8, 2)
    facts["X"], facts["right"] = X.f64, right(*map(as_numpy, (X, *parameters)))
    facts["once"], facts["again"] = result(X, *parameters), result(X, *parameters)
    facts["with others"] = result(X, *inputs(8, 2)[1:])
    return facts


def seen(e: Evidence) -> list[tuple[tuple, Any]]:
    """Arguments and result of every call, the check's and the probe's."""
    pairs = [observe(call) for call in [*e.calls, *e.probed] if call.name == "linreg"]
    return [pair for pair in pairs if pair is not None]


def results(e: Evidence) -> list[tuple[int, Any]]:
    """The number of rows and the result of every call that came back."""
    return [(len(inputs[0]), got) for inputs, got in seen(e) if got is not RAISED]


def fits(e: Evidence, *ideas: Callable, unused: str = "") -> bool:
    """Whether just one of these ideas makes the numbers of every call, in whatever shape.

    Args:
        unused: The arguments without a say: no gradient reaches them.
    """
    if e.stage in NOT_OF_VALUES and not (e.stage == "graph" and unused and cut_off(e) == unused):
        return False
    if e.stage == "shape" and last(e).value.array.size == len(last(e).given[0].array):
        return False  # one number a row: whatever they are, it is the shape that is wrong
    own = [observe(call) for call in e.calls if call.name == "linreg"]
    wrong = any(pair and not close(pair[1], right(*pair[0])) for pair in own)
    return (wrong or bool(e.error)) and any(explains(idea, right, seen(e)) for idea in ideas)


def is_right(e: Evidence) -> bool:
    """Whether the check's last call gave the right numbers, if in the wrong way."""
    pair = observe(e.calls[-1])
    return pair is not None and close(pair[1], right(*pair[0]))


def cut_off(e: Evidence) -> str:
    """The arguments that no gradient reaches, "wb" for instance; or "" where none is missing."""
    done = last(e)
    if done is None or isinstance(done.gradients, str):
        return ""
    pairs = zip(done.given, done.gradients, strict=True)
    return "".join(argument.name for argument, gradient in pairs if gradient is None)


def weights_behind(X: np.ndarray, value: Any) -> np.ndarray:
    """The weights, and the bias as the last, that give just these predictions.

    Raises:
        ValueError: There are none.
    """
    found = numbers(value)
    if len(found) != len(X):
        raise ValueError("no prediction for each row")
    table = np.column_stack([X, np.ones(len(X))])
    weights = np.linalg.lstsq(table, found, rcond=None)[0]
    if not close(found, table @ weights):
        raise ValueError("no linear model")
    return weights


# --- How it is called, and what the call raises ----------------------------------------------


@sign(
    "This course goes by the first edition of the book: compare your first line with the stub's.",
    "Write a plain `def` with the three parameters of the stub. Nothing is kept in `self` here.",
    where=DEFINITION,
)
def later_edition(e: Evidence):
    """Classes and `self` belong to later editions of the book: here `linreg` is a plain function
    that is given `X`, `w` and `b`."""
    if e.stage == "type" and isinstance(last(e).value, Opaque):
        return last(e).value.type.rpartition(".")[2] == "linreg"
    if e.stage == "parameters" and ".__init__()" in e.error:
        return True
    return bool(e.error) and "self" in e.facts["parameters"]


@sign(
    "Who calls `linreg`, and what do they hand over? Compare your first line with the stub's.",
    "A function should not look for its numbers in the notebook: list all three as parameters.",
    where=DEFINITION,
)
def takes_too_few_arguments(e: Evidence):
    """This `linreg` has no place for all of `X`, `w` and `b`: it takes fewer than three
    arguments."""
    return e.stage == "parameters" and "but 3 were given" in e.error


@sign(
    "The caller hands over three tensors without saying their names. What decides which is which?",
    "Only the order counts. Put your parameters in the order that the docstring lists them in.",
    where=DEFINITION,
)
def orders_the_parameters_differently(e: Evidence):
    """The parameters stand in another order than the caller's `X`, `w`, `b`, so that each name gets
    the wrong tensor."""
    names = e.facts["parameters"]
    return sorted(names) == ["X", "b", "w"] and names != ["X", "w", "b"]


@sign(
    "Where does this name get its value? Read your `def` line and the line in the message.",
    "Python takes `x` and `X` for two names. Use the same one in the `def` line and below.",
    where=DEFINITION,
)
def misspells_a_parameter(e: Evidence):
    """The code uses a name that is none of the parameters, and that nothing else defines."""
    names = ("x", "w", "b", "weight", "weights", "bias")
    return undefined_name(e).lower() in names


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
        if (len(w) > 1) != (got is RAISED):
            return False
        if len(w) == 1 and not close(got, right(X, w, b)):
            return False
    X, w, _ = (as_numpy(value) for value in e.calls[-1].given)
    fit = f"({X.shape[0]}x{X.shape[1]} and 1x{len(w)})"
    numpys = f"({X.shape[0]},{X.shape[1]}) and (1,{len(w)})", f"(size 1 is different from {len(w)})"
    return any(words in e.error for words in (fit, *numpys))


@sign(
    "The function must work for any number of rows. Which number in your code says how many?",
    "Find the shape that you wrote with numbers, and take these from the tensor's own `.shape`.",
    where=calling("view", "reshape", "expand", "resize"),
)
def hard_codes_a_shape(e: Evidence):
    """A tensor is given a shape that is written down as numbers, and fits one size only."""
    return bool(written_shape(e))


@sign(
    "How many predictions are there for n houses? And how many numbers can a Python number hold?",
    "Look for `.item()`, `float(...)` or a function of `math`: they take one number. Keep the "
    "whole tensor.",
    where=calling("item", "float", "int"),
)
def makes_one_number_of_many(e: Evidence):
    """The code asks for a single Python number where a tensor holds several."""
    words = ("cannot be converted to Scalar", "can be converted to Python scalars")
    return any(word in e.error for word in words)


@sign(
    "Autograd follows tensor operations. What does it know of what NumPy does?",
    "Whatever you do with NumPy, torch does as well, under much the same name: stay with tensors.",
    where=(calling("numpy", "asarray", "array"), naming("np", "numpy")),
)
def leaves_torch_for_numpy(e: Evidence):
    """The code hands a tensor to NumPy, which torch refuses if the tensor requires gradients."""
    return "Can't call numpy() on Tensor that requires grad" in e.error


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
    "What does Python make of two values with a comma between them? And of one value and a comma?",
    "Print `type(...)` of the result, then read the end of your `return` line.",
    where=RETURN,
)
def returns_a_tuple(e: Evidence):
    """It returns a tuple: there is a comma in what is returned."""
    return e.stage == "type" and isinstance(last(e).value, tuple)


@sign(
    "The next step of the notebook takes gradients. Can a Python list have any?",
    "Look for `.tolist()`, `append` and square brackets: one tensor operation does all rows at "
    "once.",
    where=(calling("tolist", "append"), statement(ast.ListComp), *RETURN),
)
def returns_a_list(e: Evidence):
    """It returns a Python list of the predictions, and not one tensor."""
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
    "The shape (n,) is a row of numbers without columns. Which step lost the second dimension?",
    "Print `.shape` after each step. Look for `squeeze`, `view(-1)`, `mv`, or a sum that does not "
    "keep the dimension (look up `keepdim`).",
    where=(calling("squeeze", "flatten", "ravel", "view", "reshape", "mv", "sum"), *RETURN),
)
def returns_a_flat_vector(e: Evidence):
    """There is a number for each row, but they lie flat: (n,), and not a column (n, 1)."""
    flat = [len(got.shape) < 2 and got.array.size == n for n, got in results(e)]
    return e.stage == "shape" and all(flat)


@formula(
    "It goes wrong for one example, or one feature. What do your steps make of the shape (1, d)?",
    "`squeeze` drops every dimension of size 1, whatever it stands for. Is it needed at all?",
    where=calling("squeeze"),
)
def squeezes_the_features(X, w, b):
    """`X` is squeezed: a single example, or a single feature, loses its dimension."""
    return np.squeeze(X) @ w + b


@formula(
    "It goes wrong for one example only. What do your steps make of the shape (1, d)?",
    "`squeeze` drops every dimension of size 1, even that of the examples. Is it needed at all?",
    where=(calling("squeeze"), statement(ast.If)),
)
def squeezes_a_single_example(X, w, b):
    """A batch of one example loses its dimension: the shape is (1,) there, and not (1, 1)."""
    y_hat = right(X, w, b)
    return y_hat[0] if len(X) == 1 else y_hat


@sign(
    "The examples are the rows of `X`. Along which dimension do their predictions lie?",
    "Print `.shape` of the product. Did you turn `X`, or take `w` first?",
    where=(attribute("T", "mT"), calling("t", "transpose", "permute"), *RETURN),
)
def lays_the_predictions_in_a_row(e: Evidence):
    """The predictions lie side by side, shape (1, n), and not one below the other."""
    return e.stage == "shape" and all(got.shape == (1, n) for n, got in results(e))


@sign(
    "Count the dimensions after each step: which of them has the size 1 and holds nothing new?",
    "Look for `unsqueeze`, `None` in brackets, `stack`, or a `view`: the product is a column "
    "already.",
    where=(calling("unsqueeze", "stack", "view", "reshape"), statement(ast.Subscript)),
)
def adds_a_dimension(e: Evidence):
    """There is a number for each row, but the tensor has a dimension too many."""
    many = [len(got.shape) > 2 and got.array.size == n for n, got in results(e)]
    return e.stage == "shape" and all(many)


@formula(
    "What shape do (n,) and (n, 1) have together? Try it with n = 3 in a cell of its own.",
    "That is broadcasting: it makes a table (n, n). Keep the product a column, and let `b` be.",
    where=(calling("flatten", "squeeze", "view", "ravel"), *PLUS),
)
def adds_a_column_to_a_flat_vector(X, w, b):
    """A flat vector of products and a column of biases make a table (n, n) of all pairs."""
    y_hat = right(X, w, b)
    return np.broadcast_to(y_hat.T, (len(X), len(X)))


@formula(
    "How many biases does the model have? What does torch do when you add one number to a column?",
    "Broadcasting serves every row with `b` as it is. Look for `repeat`, `expand` or `ones`.",
    where=(calling("repeat", "expand", "tile", "ones"), *PLUS),
)
def makes_the_bias_as_long_as_the_batch(X, w, b):
    """`b` is repeated n times before it is added: a column (n, 1) and n biases side by side make
    a table (n, n)."""
    return np.tile(right(X, w, b), (1, len(X)))


# --- Where the numbers come from -------------------------------------------------------------


@sign(
    "Does the second prediction differ from the first? Where does the first one live on?",
    "Look for a global variable, a cache, or a dictionary outside the function: compute it anew.",
    where=(statement(ast.Global), statement(ast.If), *RETURN),
)
def gives_one_result_for_ever(e: Evidence):
    """Every call gives the very same result, whatever its arguments are."""
    values = [numbers(got) for _, got in results(e)]
    same = [np.array_equal(one, values[0]) for one in values]
    return len({n for n, _ in results(e)}) > 1 and all(same)


@sign(
    "In training the same tensors get new values. What does your function look up?",
    "A cache goes by the object, not by its numbers: look for `lru_cache`, `id` or a dictionary.",
    where=(naming("lru_cache", "cache"), attribute("lru_cache", "cache"), calling("id")),
)
def remembers_by_object(e: Evidence):
    """For tensors that it has met, the old prediction comes back, though their values are new."""
    if e.stage != "remembers":
        return False
    before, now = e.calls[-2:]
    return close(now.returned.value, before.returned.value)  # type: ignore[union-attr]


@sign(
    "Call it twice with the same tensors. Why are the predictions different?",
    "`nn.Linear`, `randn` and `normal_` start from random weights. Use the two that are given.",
    where=(calling("Linear", "randn", "rand", "normal", "normal_", "LazyLinear"),),
)
def draws_new_weights_at_every_call(e: Evidence):
    """It predicts with random weights of its own, new ones at every call, and not with those that
    it is given."""
    if e.stage in ("shape", "dtype", "changed"):
        return False
    one, two = (weights_behind(e.facts["X"], e.facts[which]) for which in ("once", "again"))
    return not close(one[:-1], two[:-1])


@sign(
    "The same arguments, two different answers: which part of your function is random?",
    "Noise belongs to the data of this notebook, where it stands for what the features leave out. "
    "Does a prediction need it?",
    where=(calling("normal", "randn", "randn_like", "normal_", "rand", "gauss", "normalvariate"),),
)
def adds_noise(e: Evidence):
    """A little noise is added to the predictions: the same call never gives the same twice."""
    one, two = (numbers(e.facts[which]) for which in ("once", "again"))
    off = [abs(result - e.facts["right"].ravel()).max() for result in (one, two)]
    return all(1e-4 < most < 0.2 for most in off) and not np.array_equal(one, two)


@sign(
    "Call your function with weights that are all zero. Does the prediction change?",
    "The true numbers belong to the data. The function gets its own `w` and `b`: which names does "
    "your formula use?",
    where=(naming("true_w", "true_b"), *DEFINITION),
)
def predicts_with_the_true_parameters(e: Evidence):
    """It predicts with the notebook's `true_w` or `true_b`, which made the data, and not with the
    parameters that it is given."""
    true_w, true_b = e.facts["notebook's true_w"].reshape(-1, 1), e.facts["notebook's true_b"]
    return (
        fits(e, lambda X, w, b: X @ true_w + true_b, unused="wb")
        or fits(e, lambda X, w, b: X @ true_w + b, unused="w")
        or fits(e, lambda X, w, b: X @ w + true_b, unused="b")
    )


@sign(
    "Which names does your formula use, and which does your first line have? Compare letter by "
    "letter.",
    "A name that is no parameter is looked up in the notebook. Restart the kernel: is it there?",
    where=(naming("w", "b"), *DEFINITION),
)
def reads_the_notebooks_parameters(e: Evidence):
    """It predicts with the `w` or the `b` of the notebook, and not with those that it is given."""
    its_w, its_b = e.facts["notebook's w"], e.facts["notebook's b"]
    return (
        fits(e, lambda X, w, b: X @ its_w + its_b, unused="wb")
        or fits(e, lambda X, w, b: X @ its_w + b, unused="w")
        or fits(e, lambda X, w, b: X @ w + its_b, unused="b")
    )


@sign(
    "How many rows does the caller hand over, and how many predictions come back?",
    "`features` are all houses of the notebook. By which name does the function get its own rows?",
    where=(naming("features"), *DEFINITION),
)
def reads_the_notebooks_features(e: Evidence):
    """It predicts for `features`, all houses of the notebook, and not for the `X` that it is
    given."""
    features = e.facts["notebook's features"]
    return fits(e, lambda X, w, b: features @ w + b)


@sign(
    "Call it with the same `X` and other weights. What should change, and what does?",
    "Go through your formula: which of its numbers come from `w` and `b` of the first line?",
    where=DEFINITION,
)
def ignores_w_and_b(e: Evidence):
    """`w` and `b` have no say: with other ones the predictions are the same."""
    if e.stage in NOT_OF_VALUES and cut_off(e) != "wb":
        return False
    one, two, other = (numbers(e.facts[which]) for which in ("once", "again", "with others"))
    return bool(np.array_equal(one, two) and np.array_equal(one, other))


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
    "How often does your loop go round before the function ends?",
    "Print `j` in the loop. Look at how far your `return`, or your `break`, is indented.",
    where=LOOP,
)
def counts_only_the_first_feature(e: Evidence):
    """Only the first feature counts."""
    return fits(e, lambda X, w, b: X[:, :1] * w[0] + b)


@sign(
    "Print your total after each round of the loop. Does it grow, or does it start again?",
    "One sign decides whether a value is replaced or added to. What do you do with the products "
    "before?",
    where=(statement(ast.For),),
)
def counts_only_the_last_feature(e: Evidence):
    """Only the last feature counts, as if the products before it were overwritten."""
    return fits(e, lambda X, w, b: X[:, -1:] * w[-1] + b)


@sign(
    "Which number does the first feature have in Python?",
    "Print the numbers that your loop, or your slice, goes through, for three features.",
    where=(calling("range"), statement(ast.Slice)),
)
def leaves_out_the_first_feature(e: Evidence):
    """The first feature does not count: the others begin at number 1, and Python counts from 0."""
    return fits(e, lambda X, w, b: X[:, 1:] @ w[1:] + b)


@sign(
    "Where does a `range`, or a slice, end?",
    "Print the numbers that your loop, or your slice, goes through, for three features.",
    where=(calling("range"), statement(ast.Slice)),
)
def leaves_out_the_last_feature(e: Evidence):
    """The last feature does not count: the loop, or the slice, ends one too early."""
    return fits(e, lambda X, w, b: X[:, :-1] @ w[:-1] + b)


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


@formula(
    "Write the shapes of both factors side by side. Which two sizes of a product have to agree?",
    "The houses are rows already. Look for a transposition of `X`.",
    where=(attribute("T", "mT"), calling("t", "transpose", "permute"), *PRODUCT),
)
def transposes_the_features(X, w, b):
    """`X` is transposed: each row now holds one feature of all houses."""
    return X.T @ w + b


@sign(
    "What does `*` do with two tables of numbers? Try it with two small ones of size (2, 2).",
    "`*` multiplies entry by entry. The matrix product, which also adds up, has another sign.",
    where=operator(ast.Mult),
)
def multiplies_entry_by_entry(e: Evidence):
    """`*` sets the column `w` beside the columns of `X`, entry by entry: that is no matrix product,
    and for most shapes it is an error."""
    return fits(
        e,
        lambda X, w, b: X * w + b,
        lambda X, w, b: X * w,
        lambda X, w, b: (X * w).sum(1) + b,
        lambda X, w, b: (X * w).sum(0) + b,
        lambda X, w, b: (X * w).sum() + b,
    )


@formula(
    "The prediction for a house is one number. How many does your function give for it?",
    "The products of a row are there. What does the formula in section 2 do with them next?",
    where=(operator(ast.Mult), calling("mul", "multiply")),
)
def never_adds_up_the_products(X, w, b):
    """Each feature is multiplied by its weight, but these products are not added up."""
    return X * w.T + b


@formula(
    "Write the shapes (d, 1) and (n, d) side by side. Do the two in the middle agree?",
    "In a matrix product the order counts: each row of the first factor meets each column of the "
    "second. The features stand in rows.",
    where=PRODUCT,
)
def puts_the_weights_first(X, w, b):
    """The product is `w` times `X`, in this order: (d, 1) and (n, d) do not fit."""
    return w @ X + b


@formula(
    "Is a house a row of `X`, or a column? For which of the two is your product made?",
    "Write the shapes of both factors side by side. The transposed weights suit a single house "
    "that is a column.",
    where=PRODUCT,
)
def takes_the_houses_for_columns(X, w, b):
    """The product is the transposed `w` times `X`, as if each house were a column."""
    return w.T @ X + b


@sign(
    "For n houses there are n predictions. Along which dimension do you add up, and what is left?",
    "`dim=0` adds up the houses, `dim=1` the features. Print both sums for a small table.",
    where=(calling("sum"), *LOOP),
)
def sums_over_the_examples(e: Evidence):
    """The sum goes over the houses and not over the features: one number a feature is left."""
    return fits(e, lambda X, w, b: (X * w.T).sum(0) + b)


@sign(
    "For n houses there are n predictions. How many numbers does your sum leave?",
    "A sum without `dim` adds up all there is. Which of the two dimensions should stay?",
    where=calling("sum"),
)
def sums_everything(e: Evidence):
    """The sum goes over features and houses alike, so that one number is left for all."""
    return fits(e, lambda X, w, b: (X @ w).sum() + b, lambda X, w, b: right(X, w, b).sum())


@sign(
    "For n houses there are n predictions. How many does your function give?",
    "Adding up and averaging come later, and with the losses. Where does your code do it already?",
    where=calling("mean"),
)
def averages_the_predictions(e: Evidence):
    """The mean over all houses is taken, so that one number is left for all."""
    return fits(e, lambda X, w, b: right(X, w, b).mean())


@formula(
    "Take a house with features 1 and 2, weights 10 and 100, bias 0. Is the prediction 210 or 105?",
    "The formula in section 2 adds up. Which function divides by the number of features as well?",
    where=(calling("mean"), operator(ast.Div)),
)
def takes_the_mean_over_the_features(X, w, b):
    """The weighted features are averaged and not added up."""
    return X @ w / X.shape[1] + b


@sign(
    "Are these features as they came in? The model uses them untouched.",
    "Which line subtracts a mean, or divides by a deviation? Take it out.",
    where=(calling("mean", "std"), statement(ast.Assign)),
)
def standardises_the_batch(e: Evidence):
    """The features of the batch are standardised first, which makes others of them."""
    return fits(
        e,
        lambda X, w, b: (X - X.mean(0)) / (X.std(0) + 1e-8) @ w + b,
        lambda X, w, b: (X - X.mean(0)) / (X.std(0, ddof=1) + 1e-8) @ w + b,
    )


# --- The bias --------------------------------------------------------------------------------


@sign(
    "What does the model predict for a house whose features are all zero?",
    "The formula in section 2 has two parts. Which argument does your code never use?",
    where=(*PRODUCT, *RETURN),
)
def forgets_the_bias(e: Evidence):
    """The bias `b` is never added."""
    return fits(e, lambda X, w, b: X @ w, unused="b")


@formula(
    "Take features 0: the prediction should be `b`. What does yours give, and why?",
    "Count how often `b` goes in. Does one of your functions add it already?",
    where=PLUS,
)
def adds_the_bias_twice(X, w, b):
    """The bias is added twice."""
    return X @ w + 2 * b


@formula(
    "Take features 0: the prediction should be `b`. Which sign does yours have?",
    "Compare the sign before `b` with that in the formula of section 2.",
    where=operator(ast.Sub),
)
def subtracts_the_bias(X, w, b):
    """The bias is subtracted."""
    return X @ w - b


@formula(
    "Take features 0: the prediction should be `b`. What do the weights do to it in your code?",
    "What is calculated first, the product or the sum? Follow your brackets and the order of your "
    "lines.",
    where=PLUS,
)
def adds_the_bias_to_the_features(X, w, b):
    """The bias is added to the features before the product, so that it is weighted as well."""
    return (X + b) @ w


@formula(
    "Take features 0: the prediction should be `b`. What comes out of your code?",
    "What is calculated first, the product or the sum? Follow your brackets and the order of your "
    "lines.",
    where=PLUS,
)
def adds_the_bias_to_the_weights(X, w, b):
    """The bias is added to the weights before the product, so that the features multiply it."""
    return X @ (w + b)


@formula(
    "Take a house with three features, all 0: the prediction should be `b`. How often is it added?",
    "A price has one bias. Does yours go in inside the sum over the features, or behind it?",
    where=(statement(ast.For), *PLUS),
)
def adds_the_bias_for_every_feature(X, w, b):
    """The bias is added once for each feature, and not once for each house."""
    return X @ w + X.shape[1] * b


@formula(
    "Take two houses with features 0: each prediction should be `b`. How often does it go in?",
    "Each row gets `b` just once, however many rows there are. Where does their number come in?",
    where=(calling("len", "sum"), *PLUS),
)
def adds_the_bias_for_every_example(X, w, b):
    """The bias is multiplied by the number of houses."""
    return X @ w + len(X) * b


@formula(
    "Take features 0: the prediction should be `b`. What does yours give?",
    "Is the bias a factor in the formula of section 2?",
    where=operator(ast.Mult),
)
def multiplies_by_the_bias(X, w, b):
    """The prediction is multiplied by the bias, which should be added."""
    return X @ w * b


@formula(
    "A price may be any number. Between which numbers do your predictions lie?",
    "The sigmoid belongs to the answers yes and no. This model ends with its sum.",
    where=(calling("sigmoid", "Sigmoid"), *RETURN),
)
def squashes_the_predictions(X, w, b):
    """A sigmoid presses all predictions between 0 and 1."""
    return 1 / (1 + np.exp(-right(X, w, b)))


@formula(
    "A price may be negative here. Which of your steps makes 0 of it?",
    "`relu` and `clamp` belong to other models. This one ends with its sum.",
    where=(calling("relu", "ReLU", "clamp", "maximum", "max"), *RETURN),
)
def cuts_off_negative_predictions(X, w, b):
    """Negative predictions become 0."""
    return np.maximum(right(X, w, b), 0)


# --- What autograd sees ----------------------------------------------------------------------


@sign(
    "Where does the way of a gradient begin, and where does it end, if this tensor is a new one?",
    "`requires_grad` on the result makes a beginning of it. Let the graph grow from the arguments.",
    where=(calling("requires_grad_", "tensor", "detach"), attribute("data", "requires_grad")),
)
def returns_a_new_leaf(e: Evidence):
    """The result requires gradients, but it is a new beginning: no way leads back from it to `X`,
    `w` and `b`."""
    return e.stage == "graph" and is_right(e) and cut_off(e) == "Xwb" and last(e).value.leaf


@sign(
    "Autograd follows tensors through tensor operations. Which of your steps can it not see?",
    "Print `.requires_grad` after each line, for a `w` that requires gradients. Look for "
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
    "Training has to change the bias too. In which form does yours enter the sum?",
    "A plain number has no gradient. Look for `.item()`, `float`, `.data` and `detach` near `b`.",
    where=(calling("item", "float", "detach", "tensor"), attribute("data"), naming("b")),
)
def takes_the_bias_as_a_number(e: Evidence):
    """Only the value of `b` is used, as a plain number or a copy: no gradient reaches `b`."""
    return e.stage == "graph" and is_right(e) and cut_off(e) == "b"


@sign(
    "Training has to change the weights. What does autograd still know of those that you use?",
    "Look for `detach`, `.data`, `torch.tensor(...)` and the like near `w`.",
    where=(calling("detach", "item", "tensor", "Parameter", "tolist"), attribute("data")),
)
def cuts_the_weights_off(e: Evidence):
    """The weights are used as a copy of their values only: no gradient reaches `w`."""
    return e.stage == "graph" and is_right(e) and cut_off(e) == "w"


@sign(
    "Training has to change `w` and `b`. What does autograd still know of those that you use?",
    "Look for `.data`, `detach`, `nn.Parameter` and `torch.tensor(...)`: they make tensors without "
    "a past.",
    where=(attribute("data"), calling("detach", "Parameter", "tensor", "Linear", "item")),
)
def cuts_the_parameters_off(e: Evidence):
    """Both parameters are used as copies of their values only: no gradient reaches `w` and `b`."""
    return e.stage == "graph" and is_right(e) and cut_off(e) == "wb"


@sign(
    "In a deeper model the features are the result of another layer, which has to learn as well.",
    "Look for `detach`, `.data`, `torch.tensor(...)` and the like near `X`.",
    where=(calling("detach", "tensor", "tolist", "numpy"), attribute("data"), naming("X")),
)
def cuts_the_features_off(e: Evidence):
    """The features are used as a copy of their values only: no gradient reaches `X`."""
    return e.stage == "graph" and is_right(e) and cut_off(e) == "X"


# --- What kind of numbers --------------------------------------------------------------------


@sign(
    "Prices have digits behind the point. Which step drops them?",
    "Look for `.int()`, `.long()`, `round` and `//`.",
    where=(calling("int", "long", "round", "to", "type"), operator(ast.FloorDiv)),
)
def makes_whole_numbers(e: Evidence):
    """The predictions are turned into whole numbers."""
    return e.stage == "dtype" and last(e).value.dtype.startswith("int")


@sign(
    "How many digits does a bfloat16, or a float16, keep? Print one third in it.",
    "Print `.dtype` after each step. Look for `.half()`, `.bfloat16()` and `autocast`.",
    where=(calling("half", "bfloat16", "to", "type", "autocast"), attribute("float16", "bfloat16")),
)
def computes_with_half_the_digits(e: Evidence):
    """The numbers are turned into float16 or bfloat16, which keep three or four digits."""
    return e.stage == "dtype" and last(e).value.dtype in ("float16", "bfloat16")


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


@sign(
    "float64 comes in. Which tensor of yours is not float64?",
    "`torch.zeros`, `torch.ones` and `torch.tensor` make float32. They have an argument for the "
    "dtype, and there are forms of them that end in `_like`.",
    where=(calling("zeros", "ones", "empty", "tensor", "Tensor", "float"), *PRODUCT),
)
def mixes_two_dtypes(e: Evidence):
    """A float32 tensor made inside meets the float64 arguments, and torch refuses to mix them."""
    double = e.calls[-1].given[0].dtype == "float64"
    return double and bool(MIXED_DTYPES.search(e.error))


# --- What becomes of the arguments -----------------------------------------------------------


@sign(
    "Whose tensor do you multiply? Print `X` before and after a call.",
    "`*=`, `mul_` and an assignment to a part of `X` write into the caller's tensor: work on a new "
    "one.",
    where=(statement(ast.AugAssign), calling("mul_"), attribute("data")),
)
def weighs_the_features_in_place(e: Evidence):
    """The caller's own `X` is multiplied by the weights, in place."""
    if e.stage not in ("changed", "raised_on_a_leaf"):
        return False
    done = [call.returned for call in e.probed if call.returned and call.name == "linreg"]
    after = [(one.arguments[0], one.given[0].f64 * one.given[1].f64.T) for one in done]
    return bool(after) and all(alike(got, weighed) for got, weighed in after)


@sign(
    "Whose tensor do you turn? Print the shape of `w` before and after a call.",
    "Look for a name that ends in `_`, and for an assignment to `.data` or `.shape`.",
    where=(calling("t_", "squeeze_", "unsqueeze_", "transpose_", "resize_"), attribute("data")),
)
def reshapes_the_weights_in_place(e: Evidence):
    """The caller's own `w` gets another shape."""
    if e.stage != "changed":
        return False
    before, after = last(e).given[1], last(e).arguments[1]
    return after.shape != before.shape and close(after, before.f64)


@sign(
    "Whose gradients are these, and who still needs them?",
    "The training loop clears gradients. A prediction leaves them alone.",
    where=(attribute("grad"), calling("zero_")),
)
def clears_the_gradients(e: Evidence):
    """It clears the gradients of `w` and `b`, which is the training loop's business."""
    if e.stage != "changed":
        return False
    pairs = list(zip(last(e).given, last(e).arguments, strict=True))[1:]
    had = [after for before, after in pairs if before.grad is not None]
    return any(after.grad is None or not after.grad.array.any() for after in had)


@sign(
    "Who decides whether `w` and `b` require gradients?",
    "The caller made them, with or without. Look for `requires_grad`: is it needed here?",
    where=(calling("requires_grad_"), attribute("requires_grad")),
)
def switches_gradients_on(e: Evidence):
    """It switches on `requires_grad` of the caller's tensors."""
    if e.stage != "changed":
        return False
    pairs = zip(last(e).given, last(e).arguments, strict=True)
    return any(after.requires_grad and not before.requires_grad for before, after in pairs)
