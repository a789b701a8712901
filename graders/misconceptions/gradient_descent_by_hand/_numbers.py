"""What the exercises that give plain numbers back have in common."""

import ast
import functools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
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
    module_of,
    sign,
)
from graders.engine.places import (
    Pattern,
    assigning,
    attribute,
    calling,
    naming,
    operator,
    statement,
)
from graders.engine.returned import Called
from graders.engine.values import Named, Tensor

RETURN = statement(ast.Return)
FIRST_LINE = statement(ast.FunctionDef)
SUBTRACTION = (operator(ast.Sub), RETURN)  # where the error is computed
POWER = (operator(ast.Pow), calling("pow", "power", "square"), RETURN)
DIVISION = (operator(ast.Div), calling("mean"), RETURN)
TOTAL = (calling("sum", "fsum", "dot"), operator(ast.MatMult), statement(ast.AugAssign), RETURN)
# What tensors can do and NumPy arrays cannot
OF_TENSORS = "abs add backward cpu detach dim div double exp float grad mm mul norm numel numpy"
OF_TENSORS += " pow relu requires_grad sqrt square sub unsqueeze"

# 0.777… and 0.222…: at any decimal, rounding, cutting off and rounding up are told apart by these
NINTHS = (7 / 9, 2 / 9)


@dataclass(frozen=True)
class Cost:
    """What a call asks for: the cost of a weight. The exercises like it change a part of that."""

    xs: Any
    ys: Any
    w: Any

    @property
    def errors(self) -> Any:
        return self.xs * self.w - self.ys

    @property
    def each(self) -> Any:
        """What each sample adds to the sum."""
        return np.square(self.errors)

    def answer(self, value: Any) -> Any:
        """What comes back, if this is the mean."""
        return value

    def mean(self, values: Any) -> Any:
        return self.answer(values.mean(-1))

    def right(self) -> Any:
        return self.mean(self.each)

    def but(self, **changed: Any) -> Any:
        """The right answer to another question."""
        return replace(self, **changed).right()


def asking(question: Callable) -> Callable:
    """An `observe`: formulas are given the question, and a list is as good as an array."""

    def observe(call: Called) -> tuple[Sequence[Any], Any] | None:
        seen = arguments_and_result(call)
        if seen is None:
            return None
        listed = isinstance(seen[1], (list, tuple))
        return (question(*seen[0]),), np.array(as_numpy(seen[1])) if listed else seen[1]

    return observe


def ask_about_samples(function: Callable, draw: Any) -> None:
    """Samples that lie on no line, in several sizes, of which the last is one; then `NINTHS`."""
    for n, w in [(4, 3), (2, 1.3), (5, -1.7), (7, 0.6), (1, 2.4)]:
        signs = draw.rng.permutation([1.0, -1.0, 1.0, 1.0, -1.0, 1.0, -1.0])[:n]
        x, y = signs * draw.rng.uniform(0.7, 2.5, n), draw.rng.uniform(1.0, 4.0, n)
        function(Named(x, "xs"), Named(y, "ys"), w if n == 4 else w + draw.rng.uniform(0, 0.1))
    for x, y, w in with_ninths(draw):
        function(Named(np.array([x]), "xs"), Named(np.array([y]), "ys"), w)


def with_ninths(draw: Any) -> list[tuple[float, float, float]]:
    """Samples x, y and weights w with one of `NINTHS` for the loss, and for its derivative."""
    found = []
    for ninth in NINTHS:
        error, w = ninth**0.5, draw.rng.uniform(1.2, 1.8)
        x = error / 2  # the derivative 2 x error is the square of the error
        found.append((x, x * w - error, w))
    return found


def taken_for_one_another(xs: np.ndarray, ys: np.ndarray) -> list[tuple[np.ndarray, np.ndarray]]:
    """The samples of who looks them up by their values: by `x`, by `y`, in a dictionary, in a set.

    Where no two have a value in common, these are the samples themselves.
    """
    x, y = xs.tolist(), ys.tolist()
    labels, once = dict(zip(x, y, strict=True)), np.array([*dict.fromkeys(zip(x, y, strict=True))])
    return [
        (xs, ys[[x.index(value) for value in x]]),
        (xs[[y.index(value) for value in y]], ys),
        (np.array([*labels]), np.array([*labels.values()])),
        (once[:, 0], once[:, 1]),
    ]


# --- whether an idea fits


def file_of(e: Evidence) -> Any:
    """The file with the misconceptions of this exercise."""
    return module_of("gradient_descent_by_hand", e.calls[0].name)


def results(e: Evidence) -> tuple[list[tuple[Sequence[Any], Any]], int]:
    """Of every call what `observe` makes of it, and how many of them the check has made."""
    exercise, observe = e.calls[0].name, file_of(e).observe
    own, probed = (
        [seen for call in calls if call.name == exercise and (seen := observe(call))]
        for calls in (e.calls, e.probed)
    )
    return own + probed, len(own)


def variables(e: Evidence) -> list[Any]:
    """The variables of the notebook that `probe` has read, in its order."""
    return [as_numpy(c.returned.value) for c in e.probed if not c.given and c.returned]


def explains(e: Evidence, forms: Callable) -> bool:
    """Whether one of the predictions, all of them forms of one idea, fits as a formula does."""
    if e.stage in NOT_OF_VALUES:
        return False
    found, own = results(e)
    wrong = [not alike(got, file_of(e).right(*inputs)) for inputs, got in found]
    if not any(wrong[:own]) or all(got is RAISED for _, got in found):
        return False
    return any(
        all(alike(got, _result(it)) for (_, got), it in zip(found, form, strict=True))
        for form in zip(*(forms(*inputs) for inputs, _ in found), strict=True)
    )


def _result(prediction: Any) -> Any:
    """A prediction; one that cannot always be calculated is a function."""
    try:
        return prediction() if callable(prediction) else prediction
    except (ArithmeticError, LookupError, TypeError, ValueError):
        return RAISED


def forms(first: str, second: str, *, where: Pattern | Sequence[Pattern] = ()) -> Callable:
    """Declare a function to be a formula with a list of predictions: an idea has several forms."""

    def declare(function: Callable) -> Callable:
        @functools.wraps(function)
        def fits(e: Evidence) -> bool:
            return explains(e, function)

        return sign(first, second, where=where)(fits)

    return declare


def number(result: Any) -> float:
    """The number that came back. Raises `TypeError` where it is none."""
    found = np.asarray(as_numpy(result))
    if found.ndim or found.dtype.kind not in "iuf":
        raise TypeError
    return float(found)


def _all(e: Evidence, stage: str, fits: Callable[[Any], bool]) -> bool:
    """Whether the check stopped at this stage, and every value that came back is like that."""
    values = [c.returned.value for c in (*e.calls, *e.probed) if c.given and c.returned]
    return e.stage == stage and bool(values) and all(map(fits, values))


# --- what comes back


@sign(
    "Printing shows a value to you; `return` hands it to whoever called.",
    "Write `print(...)` around a call, in a new cell: it says None. Is there a `return` in your "
    "last line, and does what stands behind it have a value?",
    where=(calling("print"), assigning(), statement(ast.FunctionDef)),
)
def returns_nothing(e: Evidence):
    """Each call gives `None`: whatever the function computes, its caller never sees it."""
    return _all(e, "nothing", lambda value: value is None)


@sign(
    "The docstring promises a number. Is a tensor with one entry a number?",
    "Print `type(...)` of the result. A tensor can give you the plain number that it holds: look "
    "up its method `item`.",
    where=(calling("tensor", "as_tensor", "from_numpy", "Tensor"), attribute("grad"), RETURN),
)
def returns_a_tensor(e: Evidence):
    """The result is a tensor that holds one number, and not the number itself."""
    return _all(e, "type", lambda value: isinstance(value, Tensor) and value.array.size == 1)


@sign(
    "Print the result: what stands around the number?",
    "Square brackets and `np.array` make a list or an array, also of a single number. Which of "
    "your lines puts the number into one?",
    where=(calling("array", "zeros", "empty"), statement(ast.List), RETURN),
)
def returns_an_array_of_one(e: Evidence):
    """The result is an array or a list with one entry, and not the number itself."""
    series = (np.ndarray, list, tuple)
    one = ((1,), (1, 1))
    return _all(e, "type", lambda v: isinstance(v, series) and np.shape(as_numpy(v)) in one)


@sign(
    "Can you go on calculating with what comes back? Try to add 1 to it.",
    "It has quotes around it: that is text. Look for `str`, `format`, or a string that begins "
    "with `f`, and leave it to the caller how a number is shown.",
    where=(statement(ast.JoinedStr), calling("str", "format"), RETURN),
)
def returns_text(e: Evidence):
    """The result is a text that shows the number, and not the number itself."""
    one = re.compile(r"[^\d.]*\d+(\.\d+)?(e[-+]?\d+)?[^\d.]*")
    return _all(e, "type", lambda value: one.fullmatch(value) is not None)


@sign(
    "How many digits does float32 have, and how many a Python number?",
    "PyTorch makes float32 of a Python number if you do not tell it otherwise. Look for "
    "`torch.tensor`, `.float()` and `float32`: which dtype has about 16 digits?",
    where=(
        attribute("float32"),
        calling("float", "tensor", "Tensor", "as_tensor", "float32"),
        RETURN,
    ),
)
def works_in_float32(e: Evidence):
    """Every result is a float32 number: from the 8th digit on, the right one is lost."""
    # Of doubles that have nothing to do with float32, one in 2^29 looks like one
    found, own = results(e)
    values = [number(got) for _, got in found]
    as_float32 = [float(np.float32(value)) for value in values]
    return e.stage == "precision" and values == as_float32 and len(values) > own + 1


@sign(
    "The caller goes on using the arrays. Which of your lines writes into one of them?",
    "Print the arrays before and after a call. `-=`, `*=`, `out=`, `.sort()` and an assignment to "
    "an entry write into an array, and a second name for it is no copy.",
    where=(
        statement(ast.AugAssign),
        calling("sort", "subtract", "multiply", "fill", "copyto"),
        assigning(),
    ),
)
def writes_into_the_callers_arrays(e: Evidence):
    """The function writes into an array that belongs to the caller."""
    return e.stage == "changed"


@sign(
    "What does the check hand over? Look at the first line of the stub.",
    "Compare your first line with that of the stub. Which parameter is left over, and from where "
    "should its value come?",
)
def wants_more_arguments(e: Evidence):
    """The function has more parameters than the stub: the check gives no value for the rest."""
    return e.stage == "parameters" and "required positional argument" in e.error


@sign(
    "What are `xs` and `ys` here: tensors, or NumPy arrays? The docstring says it.",
    "The name in the error message is one of PyTorch's. NumPy has the same operation, but it may "
    "have another name: look it up, or make tensors first.",
    where=(naming("torch"), calling("pow", "square", "backward", "abs", "sqrt"), RETURN),
)
def expects_tensors(e: Evidence):
    """This operation is PyTorch's and wants tensors, but the arrays here are NumPy's."""
    asked = re.search(r"'numpy\.\w+' object has no attribute '(\w+)'", e.error)
    wanted = re.search(r"must be (a )?Tensor, not numpy", e.error)
    got = "invalid combination of arguments - got (numpy." in e.error
    return got or wanted is not None or (asked is not None and asked[1] in OF_TENSORS.split())


@sign(
    "`xs` holds many numbers. What would `if xs > 0`, or `float(xs)`, mean for all of them?",
    "`if`, `max`, `float`, `int` and the functions of `math` take one number. Go through the "
    "samples one by one, or look for NumPy's operation that takes a whole array.",
)
def treats_an_array_as_a_number(e: Evidence):
    """An operation that is for one number was given a whole array."""
    return "truth value of an array" in e.error or (
        re.search(r"only (length-1|size-1|0-dimensional) arrays can be converted", e.error)
        is not None
    )


@sign(
    "`x`, `y` and `w` are plain numbers here. What can you do with a number?",
    "Means, products of matrices, lengths, indices and methods are for arrays and tensors. Which "
    "plain operators do numbers need?",
    where=(
        operator(ast.MatMult),
        calling("mean", "sum", "pow", "item", "mse_loss", "len", "matmul", "dot", "mm"),
        RETURN,
    ),
)
def expects_arrays(e: Evidence):
    """This is written for arrays or tensors; the arguments are plain numbers."""
    return bool(
        re.search(
            r"for @: '(float|int)'|must be Tensor, not (float|int)|not have enough dimensions|"
            r"'(float|int)' object is not (subscriptable|iterable)|"
            r"object of type '(float|int)' has no len|"
            r"'(float|int)' object has no attribute '(mean|sum|pow|item|shape|size|reshape|square|"
            r"abs|backward|numel|dim|dot|mm|matmul|mul|T)'",
            e.error,
        )
    )


@sign(
    "Which things does the check hand over? Look at the first line of the stub.",
    "Some courses keep the weight in a global variable, and other books hand over predictions. "
    "Here the weight is an argument, in every call.",
)
def takes_fewer_arguments(e: Evidence):
    """The function has fewer parameters than the stub: here it is given the weight as well."""
    words = re.search(r"takes (\d+) positional arguments? but (\d+) ", e.error)
    return e.stage == "parameters" and words is not None and int(words[1]) < int(words[2])


@sign(
    "How many digits does the caller need? Who decides that?",
    "Later steps calculate with this number, and small errors add up. Look for `round`, or for a "
    "format with a fixed number of decimals.",
    where=(calling("round", "around", "format"), statement(ast.JoinedStr), RETURN),
)
def rounds_the_result(e: Evidence):
    """The result is right, but it is rounded before it comes back."""
    right = file_of(e).right
    pairs = [(number(got), float(right(*inputs))) for inputs, got in results(e)[0]]
    return any(
        all(abs(got - round(exact, decimals)) <= 1e-12 * abs(exact) for got, exact in pairs)
        and any(abs(got - exact) > 1e-12 * abs(exact) for got, exact in pairs)
        for decimals in range(11)
    )


@sign(
    "What is in your total when the second call begins?",
    "Print it in the first line of the function and call it twice. Something that lives outside "
    "of the function, or in a default value, is not made anew.",
    where=(statement(ast.Global), FIRST_LINE),
)
def goes_on_from_the_last_call(e: Evidence):
    """What earlier calls have added up is still there: the samples of this call come on top of
    them."""
    found, own = results(e)
    calls = found[own:]
    totals = np.array([len(of.xs) * number(got) for (of,), got in calls])
    exact = np.array([of.each.sum() for (of,), _ in calls])
    grows = bool(np.allclose(np.diff(totals), exact[1:], rtol=1e-9))
    return len(calls) > 3 and grows and not np.allclose(totals, exact)


# --- which numbers


@sign(
    "Whose samples does the caller ask about: those of the notebook, or those that it hands over?",
    "Compare the names in the first line of your function with those below it. A name that is no "
    "parameter and no variable of yours is looked up in the notebook.",
    where=(naming("xs", "ys"), FIRST_LINE),
)
def takes_the_data_of_the_notebook(e: Evidence):
    """Numbers of the notebook's own data are used, and not only those of the arguments."""
    names = ("xs", "ys")
    data = dict(zip(names, variables(e), strict=False))  # `forward` has no labels

    def forms(of):
        some = [
            functools.partial(of.but, **{name: data[name] for name in chosen})
            for chosen in (names, *zip(names, strict=True))
            if data.keys() >= {*chosen}
        ]
        return [*some, *(lambda one=one: np.mean(one()) for one in some)]

    return explains(e, forms)


@sign(
    "Call it twice with other weights. From where do your predictions take their weight?",
    "The weight has to come from the argument, in every call anew. Look for a number or a variable "
    "that stands where `w` should, also in what you call.",
    where=(calling("loss", "forward"), operator(ast.Mult), RETURN),
)
def predicts_with_the_same_weight_each_time(e: Evidence):
    """Whatever weight is given, these calls make their predictions with one and the same."""
    (of,), got = results(e)[0][-2]  # a single sample, the last one, may have two weights for it
    below, at, above = (of.but(w=v) for v in (-1, 0, 1))  # three points of a parabola or a line
    parabola = [(below + above) / 2 - at, (above - below) / 2, at - number(got)]
    # With a weight of 0 it would be the predictions that are left out
    fixed = [w.real for w in np.roots(parabola) if 1e-6 < abs(w) < 1e6]
    return explains(e, lambda question: [question.but(w=w) for w in fixed])


@formula(
    "When the prediction is exactly `y`, how large is the error?",
    "Try x = 2, y = 4 and w = 2: nothing is wrong there, so the result should be 0. Look at the "
    "sign before the label.",
    where=(operator(ast.Add), RETURN),
)
def adds_the_label(of):
    """The label is added to the prediction, where an error is a difference."""
    return of.but(ys=-of.ys)


@forms(
    "In which order does the caller hand over the three arguments?",
    "Compare the order of the parameters in your first line with that in the stub, then follow "
    "each of them into the formula.",
    where=FIRST_LINE,
)
def swaps_the_arguments(of):
    """The arguments have changed places: each stands where another one should."""
    x, y, w = of.xs, of.ys, of.w
    return [of.but(xs=y, ys=x), of.but(xs=y, ys=w, w=x), of.but(ys=w, w=y)]


@formula(
    "What does the model predict? It is not the input itself.",
    "Change the weight: the result stays as it is. In which line should `w` appear?",
    where=SUBTRACTION,
)
def leaves_out_the_weight(of):
    """The input itself is compared with the label: there is no prediction, and the weight has no
    say."""
    return of.but(w=1)


@formula(
    "An error has two sides. With what do you compare a prediction?",
    "Change the labels: the result stays as it is. In which line should they appear?",
    where=POWER,
)
def leaves_out_the_label(of):
    """The prediction stands in the place of the error: the label has no say."""
    return of.but(ys=0)


@formula(
    "Is a prediction a sum or a product?",
    "Begin with the prediction: for `x = 3` and `w = 2` it is 6. What does your code have there?",
    where=(operator(ast.Add), RETURN),
)
def predicts_with_a_sum(of):
    """The prediction is `x + w` here: a sum, and no product."""
    return of.but(ys=of.ys - of.w, w=1)


# --- the loss of a sample


@formula(
    "Which factor do some texts put in front, and what does this docstring say of it?",
    "An error of 2 is a loss of 4 here, and not of 2. Look for a division by 2 or a 0.5, also in "
    "what you call.",
    where=(operator(ast.Div), operator(ast.Mult), RETURN),
)
def halves(of):
    """That is half of what it should be: this notebook has no factor 1/2."""
    return of.mean(of.each / 2)


@formula(
    "What is the loss of one sample: the size of its error, or the square of it?",
    "For an error of 3 the loss is 9. Look up how Python writes a power: `abs` only takes the "
    "sign away.",
    where=(calling("abs", "fabs", "absolute", "sqrt", "norm", "l1_loss"), RETURN),
)
def takes_absolute_errors(of):
    """The loss is the size of the error here: it is not squared."""
    return of.mean(abs(of.errors))


@forms(
    "That is an error itself. What turns it into a loss?",
    "For errors of -2 and of 2 the table in section 2 has the same loss, 4. Which operation gives "
    "that?",
    where=SUBTRACTION,
)
def forgets_the_square(of):
    """Errors keep their signs here: nothing is squared."""
    return [of.mean(of.errors), of.mean(-of.errors)]


@forms(
    "Is 5² - 3² the same as (5 - 3)²? Try it.",
    "Python does the power before the minus. First there should be one error, with a name or in "
    "brackets, and then one square of it.",
    where=POWER,
)
def squares_before_subtracting(of):
    """The label, or each side, is squared before the difference is taken."""
    predictions = of.w * of.xs
    return [of.mean(part - of.ys**2) for part in (predictions, predictions**2)]


# --- the mean over the samples


@formula(
    "Something is added up over the samples. What makes a mean of a sum?",
    "Give it one sample, then the same sample three times. A mean stays as it is, and a sum grows. "
    "Which step is missing?",
    where=TOTAL,
)
def adds_up_without_dividing(of):
    """That is the sum over the samples: it is never divided by their number."""
    return of.answer(of.each.sum(-1))


@formula(
    "How often do you divide? A mean needs it once.",
    "A function that takes the mean has divided already. Look for a second division by the number "
    "of samples.",
    where=DIVISION,
)
def divides_twice(of):
    """The sum over the samples is divided by their number twice."""
    return of.mean(of.each / len(of.xs))


@formula(
    "How many samples are there? Who knows it: you, or the data?",
    "Call it with two samples, then with five. Look for a fixed 3.",
    where=DIVISION,
)
def divides_by_three(of):
    """The sum is divided by 3, as many as the notebook has samples, whatever data is given."""
    return of.answer(of.each.sum(-1) / 3)


@forms(
    "Errors have signs. What happens to +1 and -1 when they meet?",
    "Take two samples with the errors 1 and -1: the cost is 1, and not 0. So something has to "
    "happen to each error before they meet.",
    where=(calling("mean", "sum", "average", "fsum"), operator(ast.Pow), RETURN),
)
def squares_after_the_mean(of):
    """The mean, or the sum, comes first and the square after it: errors of opposite sign cancel
    each other."""
    mean, n = of.errors.mean(-1), len(of.xs)
    return [of.answer(np.square(mean) * factor) for factor in (1, n, n**2)]


@forms(
    "The docstring asks for the mean of the squares. Does a root stand there as well?",
    "With `w = 1` the notebook's data costs 4.67, and its root is 2.16. Look for `sqrt`, for "
    "`norm`, and for a power of 0.5.",
    where=(calling("sqrt", "norm", "hypot", "dist"), operator(ast.Pow), RETURN),
)
def takes_the_root(of):
    """A root is taken of the mean of the squares, or of their sum."""
    return [of.answer(np.sqrt(of.each.mean(-1))), of.answer(np.sqrt(of.each.sum(-1)))]


@forms(
    "How often does your loop go round, and what is in your total after its second turn?",
    "Print the total in every turn. Does a `return` end the loop, or is each new number put in the "
    "place of the old ones?",
    where=(
        assigning("total", "cost", "loss", "s", "sum_", "result", "l", "g", "grad", "gradient"),
        statement(ast.For, ast.Subscript),
        RETURN,
    ),
)
def counts_a_single_sample(of):
    """Only the first sample is in the result, or only the last: the others have no say."""
    return [of.answer(of.each[..., i] / n) for i in (0, -1) for n in (1, len(of.xs))]


@forms(
    "Which index does the first sample have, which one the last, and where does your loop end?",
    "Print the index in every turn of the loop. Python counts from 0, and `range(n)` ends at n - 1 "
    "by itself.",
    where=(calling("range"), statement(ast.Slice), RETURN),
)
def leaves_out_a_sample(of):
    """The first sample, or the last, is not in the result."""
    n, totals = len(of.xs), [of.each[1:].sum(), of.each[:-1].sum()]
    return [total / m for total in totals for m in (n, n - 1, max(n - 1, 1))]


ALIKE = (  # where samples are looked up by their values
    calling("index", "dict", "set", "unique", "where", "isin", "fromkeys"),
    statement(ast.Dict, ast.DictComp, ast.SetComp, ast.Compare),
)


@forms(
    "Two samples may have the same `x` and different labels, or be the same altogether. Does your "
    "code keep them apart?",
    "Try xs = [1, 1, 2] and ys = [2, 4, 2]. A search for a value finds the first that has it, and "
    "dictionaries, sets and `unique` keep one of each. Which place does each sample have?",
    where=(*ALIKE, RETURN),
)
def takes_samples_for_one_another(of):
    """Samples are told apart by their values: of those that have one in common, one stands for
    the others, or counts once."""
    some = [of.but(xs=xs, ys=ys) for xs, ys in taken_for_one_another(of.xs, of.ys)]
    return [*some, of.answer(np.unique(of.each).mean())] if of.each.ndim == 1 else some
