"""What goes wrong in several of the functions `linreg`, `squared_loss` and `sgd`: their files take
over what fits."""

import ast

import numpy as np

from graders.engine.misconceptions import Evidence, sign
from graders.engine.places import attribute, calling, naming, operator, statement
from graders.engine.values import Opaque, Tensor

from ._evidence import dtypes, is_right, last, results, undefined_name, written_shape

RETURN = (statement(ast.Return),)
DEFINITION = (statement(ast.FunctionDef, ast.ClassDef),)
OWN_TENSORS = calling("zeros", "ones", "empty", "tensor", "Tensor", "float", "to", "type")

# Parameters of the three functions, as learners write them
PARAMETERS = "x w b weight weights bias y yhat y_hat y_pred pred y_true label target output lr"
PARAMETERS += " batch_size params learning_rate eta batch param p"


# --- How it is called, and what the call raises ----------------------------------------------


@sign(
    "This course goes by the first edition of the book: compare your first line with the stub's.",
    "Write a plain `def` with the parameters of the stub. Nothing is kept in `self` here.",
    where=DEFINITION,
)
def later_edition(e: Evidence):
    """Classes and `self` belong to later editions of the book: here it is a plain function that
    is given all it needs."""
    if e.stage == "type" and isinstance(last(e).value, Opaque):
        return last(e).value.type.rpartition(".")[2] == e.calls[-1].name
    of_a_class = e.stage == "parameters" and ".__init__()" in e.error
    return of_a_class or (bool(e.error) and "self" in e.facts["parameters"])


@sign(
    "Who calls this function, and what do they hand over? Compare your first line with the stub's.",
    "A function should not look for its numbers in the notebook: list all as parameters.",
    where=DEFINITION,
)
def takes_too_few_arguments(e: Evidence):
    """This function has no place for all that the stub's first line lists."""
    return e.stage == "parameters" and f"but {len(e.calls[-1].given)} were given" in e.error


@sign(
    "The caller hands over tensors without saying their names. What decides which is which?",
    "Only the order counts. Put your parameters in the order that the docstring lists them in.",
    where=DEFINITION,
)
def orders_the_parameters_differently(e: Evidence):
    """The parameters stand in another order than the caller's arguments, so that each name gets
    the wrong tensor."""
    names, asked_for = e.facts["parameters"], [value.name for value in e.calls[-1].given]
    return sorted(names) == sorted(asked_for) and names != asked_for


@sign(
    "Where does this name get its value? Read your `def` line and the line in the message.",
    "Compare the names letter by letter: Python takes `x` and `X` for two, and a name that is no "
    "parameter is looked up in the notebook.",
    where=DEFINITION,
)
def misspells_a_parameter(e: Evidence):
    """The code uses a name that is none of the parameters, and that nothing else defines."""
    return undefined_name(e).lower() in PARAMETERS.split()


@sign(
    "The function must work for any number of rows. Which number in your code says how many?",
    "Find the shape that you wrote with numbers, and take these from the tensor's own `.shape`.",
    where=calling("view", "reshape", "expand", "resize"),
)
def hard_codes_a_shape(e: Evidence):
    """A tensor is given a shape that is written down as numbers, and fits one size only."""
    return bool(written_shape(e))


@sign(
    "How many results are there for n rows? And how many numbers can a Python number hold?",
    "Look for `.item()`, `float(...)` or a function of `math`: they take one number. Keep the "
    "whole tensor.",
    where=calling("item", "float", "int", "sqrt", "pow", "fabs"),
)
def makes_one_number_of_many(e: Evidence):
    """The code asks for a single Python number where a tensor holds several."""
    words = ("cannot be converted to Scalar", "can be converted to Python scalars")
    return any(word in e.error for word in words)


@sign(
    "Autograd follows tensor operations. What does it know of what NumPy does?",
    "Whatever you do with NumPy, torch does as well, under much the same name: stay with tensors.",
    where=(calling("numpy", "asarray", "array", "square", "power"), naming("np", "numpy")),
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
    "Print `type(...)` of the result, then read your `return` line up to its end.",
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
    """It returns a Python list with something for each row, and not one tensor."""
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


@sign(
    "The examples are the rows. Along which dimension do their results lie?",
    "Print `.shape` after each step. In `view(1, -1)` and in `.T`, which number says how many rows "
    "there are?",
    where=(attribute("T", "mT"), calling("t", "transpose", "permute", "view", "reshape"), *RETURN),
)
def lays_the_results_in_a_row(e: Evidence):
    """The results lie side by side, shape (1, n), and not one below the other."""
    return e.stage == "shape" and all(got.shape == (1, n) for n, got in results(e))


# --- What autograd sees ----------------------------------------------------------------------


@sign(
    "Where does the way of a gradient begin, and where does it end, if this tensor is a new one?",
    "`requires_grad` on the result makes a beginning of it. Let the graph grow from the arguments.",
    where=(calling("requires_grad_", "tensor", "detach"), attribute("data", "requires_grad")),
)
def returns_a_new_leaf(e: Evidence):
    """The result requires gradients, but it is a new beginning: no way leads back from it to the
    arguments."""
    reached = any(gradient is not None for gradient in last(e).gradients)
    return e.stage == "graph" and is_right(e) and not reached


@sign(
    "Autograd follows tensors through tensor operations. Which of your steps can it not see?",
    "Print `.requires_grad` after each line, for an argument that requires gradients. Look for "
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


# --- What kind of numbers --------------------------------------------------------------------


@sign(
    "Prices have digits behind the point. Which step drops them?",
    "Look for `.int()`, `.long()`, `round` and `//`.",
    where=(calling("int", "long", "round", "to", "type"), operator(ast.FloorDiv)),
)
def makes_whole_numbers(e: Evidence):
    """The results are turned into whole numbers."""
    return e.stage == "dtype" and last(e).value.dtype.startswith("int")


@sign(
    "float32 comes in. Which of your steps makes float64 of it?",
    "Print `.dtype` after each step. Look for `.double()`, `torch.float64` and NumPy's own arrays.",
    where=(calling("double", "to", "type"), attribute("float64", "double"), naming("np")),
)
def makes_float64_of_float32(e: Evidence):
    """What is float32 comes out as float64."""
    return e.stage == "dtype" and dtypes(e) == {("float32", "float64")}


@sign(
    "float64 comes in. Which of your steps makes float32 of it?",
    "Print `.dtype` after each step. Look for `.float()`, and for tensors that you make yourself: "
    "they are float32 if you name no other dtype.",
    where=(OWN_TENSORS, attribute("float32", "FloatTensor")),
)
def makes_float32_of_float64(e: Evidence):
    """What is float64 comes out as float32, with half the digits."""
    return e.stage in ("dtype", "precision") and dtypes(e) == {("float64", "float32")}


@sign(
    "The dtype is right in the end. Which of your steps works with fewer digits before that?",
    "Print `.dtype` after each step, also of tensors that you make yourself. No conversion at the "
    "end brings back a digit that is lost.",
    where=(OWN_TENSORS, attribute("float32", "FloatTensor")),
)
def loses_digits_on_the_way(e: Evidence):
    """The result is float64 as it should be, but on the way the numbers were float32."""
    value = last(e).value
    rounded = not isinstance(value, Tensor) or value.array.all()  # rounding makes nothing 0
    return e.stage == "precision" and dtypes(e) == {("float64", "float64")} and bool(rounded)


# --- What becomes of the arguments -----------------------------------------------------------


@sign(
    "Whose tensors are these? Print them, and their shapes, before and after a call.",
    "`-=`, names that end in `_` and assignments to `.data` write into the tensor itself, and a "
    "view shares its numbers with the tensor behind it. Make a new one.",
    where=(
        statement(ast.AugAssign),
        calling("sub_", "mul_", "pow_", "square_", "neg_", "squeeze_", "unsqueeze_", "t_"),
        attribute("data", "shape"),
    ),
)
def changes_an_argument_in_place(e: Evidence):
    """The caller's own tensor gets other numbers, or another shape: it is changed in place."""
    done = [call.returned for call in e.probed if call.returned and call.name == e.calls[-1].name]
    changed = [
        any(not np.array_equal(a.array, b.array) for a, b in zip(c.arguments, c.given, strict=True))
        for c in done
    ]
    return e.stage in ("changed", "raised_on_a_leaf") and any(changed)
