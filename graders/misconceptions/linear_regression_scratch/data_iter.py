"""What goes wrong in `data_iter`: n rows, shuffled at every call, in batches of m with labels."""

import ast
import itertools
import re
from collections.abc import Callable
from typing import Any

import numpy as np

from graders.engine.misconceptions import Evidence, sign
from graders.engine.places import calling, naming, operator, statement
from graders.engine.values import Opaque, Tensor

from ._epochs import (
    Facts,
    Run,
    after_a_shuffle,
    chunks,
    labels_of,
    overwritten,
    rows_of,
)

DEFINITION = statement(ast.FunctionDef, ast.Lambda, ast.ClassDef)
YIELD = statement(ast.Yield, ast.YieldFrom, ast.Return)
LOOP = statement(ast.For, ast.While)
SLICE = statement(ast.Slice)
SHUFFLE = calling("shuffle", "permutation", "randperm", "permuted", "sample", "sorted", "argsort")
LOADER = calling("DataLoader", "BatchSampler")


def writing(node: ast.AST) -> bool:
    """An assignment into something: `x[...] = y`, `x.data = y`."""
    targets = node.targets if isinstance(node, ast.Assign) else []
    return any(isinstance(target, (ast.Subscript, ast.Attribute)) for target in targets)


def default(node: ast.AST) -> bool:
    """A function one of whose parameters has a default."""
    return isinstance(node, ast.FunctionDef) and bool(node.args.defaults)


def probe(data_iter, library, features, labels):
    """Calls are made when a sign asks for them; `features` and `labels` are the notebook's own."""
    return Facts(data_iter, library, [features, labels])


# Where a check stops when there are no batches of rows with their labels
NO_BATCHES = ("nothing", "type", "pair", "rows", "labels", "paired", "shape", "raised")


def has_no_batches(e: Evidence, *more: str) -> bool:
    """Whether a form that is no batch can be behind the failure."""
    return e.stage in (*NO_BATCHES, *more)


def has_other_rows(e: Evidence, *more: str) -> bool:
    """Whether other rows, or other batches, than there should be can be behind the failure."""
    if e.stage in ("rows", "sizes"):
        return e.check != "keeps_dtype_and_shape"  # there it says that the values are others
    if e.stage == "orders":  # with rows missing, there are fewer orders of them
        return is_shuffled(e)
    if e.stage == "resumed":  # a new epoch is short as well
        return e.facts.abandoned().sizes == e.facts.epoch(23, 5).sizes
    return e.stage in more


def nothing_came(e: Evidence) -> bool:
    """Whether the check stopped at a call without any batch."""
    done = e.calls[-1].returned
    return done is not None and done.value.not_iterable == [] == done.value.items


def is_shuffled(e: Evidence) -> bool:
    """Whether whatever rows come are shuffled: many rows come to each place, and up and down."""
    orders = [run.order for run in e.facts.many]
    places = [set(place) for place in zip(*orders, strict=False)]
    down = [float((np.diff(order) < 0).mean()) for order in orders]
    long = [share for share, order in zip(down, orders, strict=True) if len(order) > 8]
    return (
        all(len(rows) > 5 for rows in places)
        and 0.2 < float(np.mean(down)) < 0.8
        and all(0.1 < share < 0.9 for share in long)
    )


# --- its parameters --------------------------------------------------------------------------


@sign(
    "This course goes by the first edition of the book: compare your parameters with the stub's.",
    "Later editions keep the data and the batch size in an object. Here a function gets all three.",
    where=DEFINITION,
)
def later_edition(e: Evidence):
    """That is the form of a later edition of the book, a method of a class that holds the data. It
    is another contract, not a mistake: here a function gets `batch_size`, `features`, `labels`."""
    if e.stage == "parameters":
        error = e.facts.called(lambda m, X, y: ((), {"train": True})).error
        return "missing 1 required positional argument: 'self'" in error
    return e.stage == "type" and e.facts.has_method("get_dataloader", "train_dataloader")


@sign(
    "How many arguments does the caller give, and in which order? The stub's first line says it.",
    "`load_array` gets the data as one pair and the batch size behind it. Here there are three "
    "arguments, and `batch_size` is the first.",
    where=DEFINITION,
)
def takes_the_data_as_one_pair(e: Evidence):
    """It takes `features` and `labels` as one argument, and `batch_size` after it, as `load_array`
    of the book does. That is another contract."""
    if e.stage not in (*NO_BATCHES, "parameters"):
        return False
    return e.facts.called(lambda m, X, y: (((X, y), m), {})).is_right


@sign(
    "A caller says how large the batches should be. How does your function get to know it?",
    "Compare the first line of your function with that of the stub: one parameter is missing.",
    where=DEFINITION,
)
def has_no_parameter_for_the_batch_size(e: Evidence):
    """It has parameters for `features` and `labels` only, and none for `batch_size`."""
    if e.stage != "parameters":
        return False
    return e.facts.called(lambda m, X, y: ((), {"features": X, "labels": y})).has_each_row_once


@sign(
    "Arguments go to parameters by their places. Which of yours gets the number, which the rows?",
    "Compare the first line of your function with that of the stub, parameter by parameter.",
    where=DEFINITION,
)
def has_its_parameters_in_another_order(e: Evidence):
    """The parameters stand in another order than in the stub, so that each gets what is meant for
    another one."""
    if not has_no_batches(e) or e.facts.called(lambda m, X, y: ((m, X, y), {})).is_right:
        return False
    # The random states are the same: in the stub's order, both calls would do the same
    by_name = e.facts.called(
        lambda m, X, y: ((), {"batch_size": m, "features": X, "labels": y}),
    )
    return by_name.is_right or e.facts.called(lambda m, X, y: ((X, y, m), {})).is_right


@sign(
    "Compare the names in the first line of your function with the names in its body.",
    "Which name does the error say? Look how it is spelt in the brackets behind `def`.",
    where=DEFINITION,
)
def names_a_parameter_otherwise(e: Evidence):
    """The body uses a name of the stub's parameters, but the parameter itself is called
    otherwise."""
    missing = re.match(r"NameError: name '(batch_size|features|labels)' is not defined", e.error)
    if e.stage != "raised" or missing is None:
        return False
    given = e.facts.called(
        lambda m, X, y: ((), {"batch_size": m, "features": X, "labels": y}),
    )
    return "unexpected keyword argument" in given.error


# --- what it hands out -----------------------------------------------------------------------


def all_items(e: Evidence, fits: Callable[[Run, list], bool]) -> bool:
    """Whether the items of every epoch are like that."""
    runs = [e.facts.epoch(23, 5), e.facts.epoch(12, 4, d=2)]
    return all(run.items and not run.error and fits(run, run.items) for run in runs)


def each_item(e: Evidence, fits: Callable[[Run, Any], bool]) -> bool:
    """Whether each single item is like that."""
    return all_items(e, lambda run, items: all(fits(run, item) for item in items))


def is_features(part: Any, run: Run) -> bool:
    """Whether something is a tensor of rows of the features."""
    if not isinstance(part, Tensor) or part.shape[1:] != (run.d,):
        return False
    return -1 not in rows_of(part.f64, run.n)


def is_labels(part: Any, run: Run) -> bool:
    """Whether something is a tensor of labels."""
    return (
        isinstance(part, Tensor) and part.array.ndim == 1 and -1 not in labels_of(part.f64, run.n)
    )


def is_one_pair(run: Run, items: list, size: int) -> bool:
    """Whether the whole result is one pair of so many rows and their labels."""
    if len(items) != 2 or not is_features(items[0], run) or not is_labels(items[1], run):
        return False
    rows, labels = rows_of(items[0].f64, run.n), labels_of(items[1].f64, run.n)
    return rows == labels and len(rows) == size


def is_a_pair(item: Any) -> bool:
    return isinstance(item, (list, tuple)) and len(item) == 2


@sign(
    "What does the caller get: batches, or something that could make them?",
    "Compare your last line with a call: what stands behind the name of a function there?",
    where=statement(ast.Return),
)
def returns_a_function_that_nobody_calls(e: Evidence):
    """It returns a function that would make the batches, and nobody calls that one."""
    thing = e.facts.epoch(23, 5).thing if e.stage == "type" else None
    return isinstance(thing, Opaque) and thing.type in ("function", "method")


@sign(
    "How many batches does one call of yours make, for 7 rows in batches of 3?",
    "The caller wants to loop over batches. Where does `batch_size` come up in your code?",
    where=(statement(ast.Return), DEFINITION),
)
def returns_all_rows_as_one_pair(e: Evidence):
    """It returns one pair with all the rows and all the labels, which nobody has cut into
    batches."""
    return has_no_batches(e) and all_items(e, lambda run, items: is_one_pair(run, items, run.n))


@sign(
    "What is left of the first batch when the second one gets the same name?",
    "A `return` below the loop sees what the last turn has left. Which word hands a batch out and "
    "goes on with the loop?",
    where=statement(ast.Return),
)
def returns_the_last_batch_only(e: Evidence):
    """It returns one pair `(X, y)` after the loop: the last batch, which has taken the place of
    all the others."""
    if not has_no_batches(e):
        return False
    runs = [e.facts.epoch(23, 5), e.facts.epoch(12, 4, d=2), e.facts.epoch(13, 6)]
    return all(is_one_pair(run, run.items, chunks(run.n, run.m)[-1]) for run in runs)


@sign(
    "When a function comes to `return`, what becomes of the loop that it is in?",
    "`return` ends the call at once. Which word hands one thing out and then goes on?",
    where=statement(ast.Return),
)
def returns_a_single_batch(e: Evidence):
    """`return` ends the call with a single batch `(X, y)`, and the other rows never come."""
    return has_no_batches(e) and all_items(e, lambda run, items: is_one_pair(run, items, run.m))


@sign(
    "The caller writes `for X, y in ...`. How many things does one turn of that loop get from you?",
    "Count your `yield`s. What belongs together has to be handed out together, in one of them.",
    where=YIELD,
)
def hands_out_features_and_labels_in_turn(e: Evidence):
    """It hands out the rows of a batch and their labels one after the other, not as one pair."""

    def in_turn(run: Run, items: list) -> bool:
        evens, odds = items[::2], items[1::2]
        return (
            len(evens) == len(odds) > 1
            and all(is_features(part, run) for part in evens)
            and all(is_labels(part, run) for part in odds)
        )

    return has_no_batches(e) and all_items(e, in_turn)


@sign(
    "What does the training need besides the rows in order to see how wrong it is?",
    "Look at what stands behind `yield` or `return`: one of the two arguments is not in it.",
    where=YIELD,
)
def hands_out_the_features_only(e: Evidence):
    """Each item is the rows of a batch alone, without their labels."""
    return has_no_batches(e) and each_item(e, lambda run, item: is_features(item, run))


@sign(
    "What does `for X, y in ...` get when it unpacks a dictionary? Try `a, b = {1: 2, 3: 4}`.",
    "It gets the keys. A pair is made with a comma.",
    where=(statement(ast.Dict), calling("dict"), YIELD),
)
def hands_out_dictionaries(e: Evidence):
    """Each item is a dictionary, and unpacking one gives its keys, not its values."""
    return has_no_batches(e) and each_item(e, lambda run, item: isinstance(item, dict))


@sign(
    "A batch of 3 houses should be two things. How many are yours?",
    "You have pairs of one row and one label each. `zip` can turn pairs into two lists; what makes "
    "a tensor of each?",
    where=YIELD,
)
def hands_out_lists_of_pairs(e: Evidence):
    """Each item is a list of pairs, each with one row and its label, not one pair of tensors."""

    def is_single(pair: Any, run: Run) -> bool:
        tensors = is_a_pair(pair) and all(isinstance(part, Tensor) for part in pair)
        return tensors and pair[0].shape == (run.d,) and pair[1].shape == ()

    def has_pairs(run: Run, item: Any) -> bool:
        is_list = isinstance(item, (list, tuple)) and len(item) > 0
        return is_list and all(is_single(pair, run) for pair in item)

    return has_no_batches(e) and each_item(e, has_pairs)


@sign(
    "The caller writes `for X, y in ...`. How many things do you give to each turn, and which?",
    "Print the first item. Which part of it did nobody ask for?",
    where=(calling("enumerate"), YIELD),
)
def numbers_its_batches(e: Evidence):
    """Each item begins with a number, and the batch stands behind it."""

    def is_numbered(run: Run, item: Any) -> bool:
        if not isinstance(item, (list, tuple)) or type(item[0]) is not int:
            return False
        rest = item[1] if is_a_pair(item) else item[1:]
        return is_a_pair(rest) and is_features(rest[0], run) and is_labels(rest[1], run)

    return has_no_batches(e) and each_item(e, is_numbered)


@sign(
    "Row numbers say where to look. Does the caller want the places, or what stands there?",
    "Print the first item: its numbers are whole, from 0 up. From which two tensors should they "
    "pick?",
    where=YIELD,
)
def hands_out_row_numbers(e: Evidence):
    """It hands out the numbers of rows, where the rows or the labels themselves should be."""

    def are_numbers(part: Any, run: Run) -> bool:
        values = part.array if isinstance(part, Tensor) else np.asarray(part)
        whole = values.dtype.kind in "iu" and values.ndim == 1 and values.size > 0
        return bool(whole and values.min() >= 0 and values.max() < run.n)

    def has_numbers(run: Run, item: Any) -> bool:
        if is_a_pair(item) and any(isinstance(part, (Tensor, np.ndarray, list)) for part in item):
            return any(are_numbers(part, run) for part in item)
        return are_numbers(item, run)

    return has_no_batches(e, "dtype") and each_item(e, has_numbers)


@sign(
    "What type has each part of a batch? Print it for the first one.",
    "Picking rows works with tensors, too. Where did yours become arrays?",
    where=(calling("numpy", "array", "asarray"), YIELD),
)
def hands_out_numpy_arrays(e: Evidence):
    """The batches hold NumPy arrays, not tensors."""

    def has_arrays(run: Run, item: Any) -> bool:
        return is_a_pair(item) and any(isinstance(part, np.ndarray) for part in item)

    return e.stage == "type" and each_item(e, has_arrays)


@sign(
    "What type has each part of a batch? Print it for the first one.",
    "Picking rows works with tensors as they are. Where did yours become numbers in lists?",
    where=(calling("tolist", "list", "item"), YIELD),
)
def hands_out_lists_of_numbers(e: Evidence):
    """The batches hold Python lists of plain numbers, not tensors."""

    def is_number(thing: Any) -> bool:
        if isinstance(thing, (list, tuple)):
            return all(map(is_number, thing))
        return isinstance(thing, float)

    def has_numbers(run: Run, item: Any) -> bool:
        if not is_a_pair(item):
            return False
        return any(isinstance(part, (list, tuple)) and is_number(part) for part in item)

    return e.stage == "type" and each_item(e, has_numbers)


@sign(
    "Two rows are two tensors. How does one tensor become of them?",
    "Print `type(X)` for the first batch. Torch has a function that puts tensors of one shape on "
    "top of each other.",
    where=YIELD,
)
def never_stacks_the_rows(e: Evidence):
    """`X` is a Python list or tuple of single rows; nothing has made one tensor of them."""

    def has_lists(run: Run, item: Any) -> bool:
        if not is_a_pair(item) or not isinstance(item[0], (list, tuple)):
            return False
        return all(isinstance(row, Tensor) and row.shape == (run.d,) for row in item[0])

    return e.stage == "type" and each_item(e, has_lists)


@sign(
    "How many rows has the `X` of one turn, and how many should it have?",
    "Print `X.shape` of the first item: it has one dimension. What do you pick rows with, one "
    "number or a list of numbers?",
    where=YIELD,
)
def hands_out_single_rows(e: Evidence):
    """Each item is one row and one label, not a batch of them."""

    def is_single(run: Run, item: Any) -> bool:
        if not is_a_pair(item) or not all(isinstance(part, Tensor) for part in item):
            return False
        return item[0].shape == (run.d,) and item[1].shape in ((), (1,))

    return has_no_batches(e) and each_item(e, is_single)


@sign(
    "Take a batch with one row, of shape (1, 3). What does your code make of the 1?",
    "`squeeze` removes every dimension of size 1. Is it needed at all when rows are picked?",
    where=calling("squeeze", "squeeze_"),
)
def squeezes_every_batch(e: Evidence):
    """A batch of one row loses its first dimension: every dimension of size 1 is squeezed
    away."""
    if not has_no_batches(e):
        return False
    alone = e.facts.first_of(("float32", 4, 3), ("float32", 4), m=1)
    several = e.facts.first_of(("float32", 4, 3), ("float32", 4), m=2)
    column = e.facts.first_of(("float32", 4, 3), ("float32", 4, 1), m=2)
    return (
        [shape for _, shape in alone] == [(3,), ()]
        and [shape for _, shape in several] == [(2, 3), (2,)]
        and [shape for _, shape in column] == [(2, 3), (2,)]
    )


@sign(
    "How many dimensions have your row numbers when they pick the rows?",
    "A list in a list is a matrix with one row. Count the square brackets around the row numbers, "
    "and print the shape of what you index with.",
    where=(calling("tensor", "LongTensor", "array", "unsqueeze"), YIELD),
)
def puts_a_dimension_before_the_rows(e: Evidence):
    """`X` and `y` have one dimension too many: a 1 stands before the number of rows."""

    def has_one_more(run: Run, item: Any) -> bool:
        if not is_a_pair(item) or not all(isinstance(part, Tensor) for part in item):
            return False
        X, y = item
        size = X.shape[1] if X.array.ndim == 3 else -1
        return X.shape == (1, size, run.d) and y.shape == (1, size)

    return has_no_batches(e, "sizes", "orders", "resumed") and each_item(e, has_one_more)


@sign(
    "The caller writes `for X, y in ...`. Which of the two has to come first?",
    "Print the shapes of both parts of the first item, and look at the line that makes the pair.",
    where=YIELD,
)
def hands_out_the_labels_first(e: Evidence):
    """Each pair is `(y, X)`: the labels stand before the features."""

    def is_swapped(run: Run, item: Any) -> bool:
        return is_a_pair(item) and is_labels(item[0], run) and is_features(item[1], run)

    return has_no_batches(e) and each_item(e, is_swapped)


@sign(
    "Read the line that makes the pair once more, name by name.",
    "`X` is right. From which tensor does your `y` come?",
    where=YIELD,
)
def hands_out_the_features_twice(e: Evidence):
    """`y` holds the same rows of `features` as `X`: the labels never come."""

    def is_double(run: Run, item: Any) -> bool:
        if not is_a_pair(item) or not all(is_features(part, run) for part in item):
            return False
        return bool(np.array_equal(item[0].array, item[1].array))

    return has_no_batches(e) and each_item(e, is_double)


@sign(
    "A batch of 3 rows needs 3 labels. How many come with it?",
    "Print `y.shape` of the first batch. Which of the two tensors do you pick rows from, and which "
    "not?",
    where=YIELD,
)
def gives_all_the_labels_to_every_batch(e: Evidence):
    """Every `y` has all n labels, whichever rows stand in `X`."""

    def has_all(run: Run, item: Any) -> bool:
        if not is_a_pair(item) or not all(isinstance(part, Tensor) for part in item):
            return False
        return is_features(item[0], run) and len(item[0].array) < run.n == len(item[1].array)

    return has_no_batches(e) and each_item(e, has_all)


@sign(
    "`features` has the shape (n, d). Along which of the two do the houses stand?",
    "Dimension 0 counts the rows. Look at the number or the colon that says where you select.",
    where=(calling("index_select", "gather", "take"), YIELD),
)
def selects_columns(e: Evidence):
    """It selects columns of `features`, each of which holds one feature of all the houses."""
    if not has_no_batches(e):
        return False
    run = e.facts.epoch(4, 3, d=9)  # more columns than rows: any row number is a column's, too
    X = run.items[0][0]
    columns = np.arange(4)[:, None] + np.arange(4) / 8
    known = {tuple(column) for column in columns.T}
    return X.shape == (4, 3) and all(tuple(column) in known for column in X.f64.T)


# --- what it raises --------------------------------------------------------------------------


@sign(
    "Try `print(random.shuffle([1, 2, 3]))`. What does it say?",
    "`shuffle` changes the list that it gets, and returns None. Which variable holds that None?",
    where=SHUFFLE,
)
def keeps_what_shuffle_returns(e: Evidence):
    """It goes on with what `shuffle` returns. That is None: `shuffle` works in place."""
    words = r"'NoneType' (object (is not|cannot be)|has no len)|dtype of NoneType"
    by_error = e.stage == "raised" and re.search(words, e.error) is not None
    if not by_error and not has_none_for_an_index(e):
        return False
    # Whose None it is, the random states say: just what n things need has been drawn
    states = e.facts.states_after(23)
    return any(states[which] == state for which, state in after_a_shuffle(23).items())


def has_none_for_an_index(e: Evidence) -> bool:
    """Whether X looks like `features[None]`: that is no error, but has one dimension more."""
    if not has_no_batches(e, "sizes", "one_order", "resumed"):
        return False
    run = e.facts.epoch(23, 5)
    whole = np.concatenate([X.f64.reshape(-1, run.d) for X, _ in run.items])
    return run.items[0][0].shape[:1] == (1,) and rows_of(whole[:23], 23) == list(range(23))


@sign(
    "Which things in Python can change their entries: a list, a tuple, a range, a text?",
    "A `range` only describes its numbers. What holds the same numbers and can be rearranged?",
    where=(calling("shuffle"), calling("range")),
)
def rearranges_a_range(e: Evidence):
    """A `range` cannot change, so that its numbers cannot change places."""
    return e.stage == "raised" and "'range' object does not support item assignment" in e.error


@sign(
    "Read what the error says of `index`: what does it want, and what did it get?",
    "Print the type of the row numbers of one batch. `index_select` wants them in a tensor of "
    "whole numbers.",
    where=calling("index_select"),
)
def gives_index_select_a_list(e: Evidence):
    """`index_select` gets the row numbers in another form than a tensor."""
    words = r"index_select\(\).*argument 'index'.* must be Tensor, not "
    return e.stage == "raised" and re.search(words, e.error) is not None


@sign(
    "Try `print(6 / 3)`. Is that a number to count with?",
    "`/` always makes a float. `//` makes whole numbers; think of the rows that it leaves over.",
    where=(operator(ast.Div), calling("ceil", "floor", "range")),
)
def counts_with_a_float(e: Evidence):
    """A float stands where rows or batches are counted, even if its value is whole."""
    words = (
        r"'(numpy\.)?float\d*' object cannot be interpreted as an integer",
        "slice indices must be integers",
    )
    return e.stage == "raised" and any(re.search(text, e.error) for text in words)


@sign(
    "With 7 rows, what is the number of the first one, and what is that of the last one?",
    "Look at both ends of the row numbers that you make: one of them is a row too far.",
    where=(calling("range", "arange", "randint", "randrange"), DEFINITION),
)
def asks_for_a_row_behind_the_last(e: Evidence):
    """It asks for row n, but the rows of n houses have the numbers 0 to n - 1."""
    if e.stage != "raised":
        return False

    def asks(n: int, m: int) -> bool:
        words = r"IndexError: index (\d+) is out of (?:bounds|range) .* size (\d+)"
        found = re.search(words, e.facts.epoch(n, m).error)
        return found is not None and found.group(1) == found.group(2) == str(n)

    return asks(6, 6) and asks(9, 9) and asks(14, 14)


@sign(
    "What is one example of your data set: a house, or all the houses?",
    "Look up what `DataLoader` wants to have first. Torch has a class that ties tensors together, "
    "row by row.",
    where=LOADER,
)
def gives_the_loader_two_tensors_for_a_dataset(e: Evidence):
    """The loader gets a pair of tensors for its data set, which then has two examples: all the
    features, and all the labels."""
    if not has_no_batches(e):
        return False
    # Two tensors of one shape can be put into one batch, and so there is no error
    (batch,) = e.facts.items_of(("float32", 4, 1), ("float32", 4, 1), m=2)
    return isinstance(batch, Tensor) and batch.shape == (2, 4, 1)


@sign(
    "Which rows are left for the last batch when 7 rows come in batches of 3?",
    "Try n = 6 and n = 7 with batches of 3. Which line takes it for granted that `batch_size` rows "
    "are still there?",
    where=(statement(ast.Assert), calling("view", "reshape", "sample", "split", "choice"), LOOP),
)
def wants_batch_size_to_divide_n(e: Evidence):
    """It works where `batch_size` divides the number of rows, and raises an error elsewhere."""
    if e.stage != "raised":
        return False
    even = [e.facts.epoch(12, 4, d=2), e.facts.epoch(10, 5), e.facts.epoch(9, 3)]
    uneven = [e.facts.epoch(13, 6), e.facts.epoch(23, 5), e.facts.epoch(11, 4)]
    return all(run.is_right for run in even) and all(run.error for run in uneven)


# --- what it takes from elsewhere ------------------------------------------------------------


@sign(
    "Which data are in your batches: what the caller gives, or what the notebook has?",
    "Compare the names in the first line of your function with those below it, letter by letter. "
    "A name that is no parameter is looked up in the notebook.",
    where=naming("features", "labels"),
)
def reads_the_notebooks_own_data(e: Evidence):
    """The batches hold values of the notebook's own `features` or `labels`, not those of the
    arguments."""
    if e.stage in ("one_order", "orders", "changed"):
        return False

    def of_the_notebook(run: Run) -> bool:
        features, labels = e.facts.notebooks
        own_rows = {tuple(row) for row in features.tolist()}
        own_labels = {float(label) for label in labels.reshape(-1)}
        batches = [item for item in run.items if len(item[0].array)]
        rows = all(tuple(row) in own_rows for X, _ in batches for row in X.f64)
        values = all(float(v) in own_labels for _, y in batches for v in y.f64.reshape(-1))
        return bool(batches) and not run.error and (rows or values)

    return any(of_the_notebook(run) for run in (e.facts.epoch(23, 5), e.facts.epoch(1277, 250)))


@sign(
    "Call it with 7 rows. Where does your function get the number 7 from?",
    "The 1000 is right for this notebook's data only. Which of the arguments knows how many rows "
    "there are?",
    where=(
        naming("num_examples"),
        lambda node: isinstance(node, ast.Constant) and node.value in (999, 1000),
        DEFINITION,
    ),
)
def takes_1000_rows_for_granted(e: Evidence):
    """It goes through 1000 rows, as many as the notebook's own data have, however many there
    are."""
    if not has_other_rows(e, "raised", "endless"):
        return False
    if e.stage == "raised" and not e.facts.epoch(23, 5).error:
        return False
    run = e.facts.epoch(1277, 250)
    return len(run.order) == 1000 and run.has_each_row_at_most_once


@sign(
    "`features` has the shape (n, d). Which of the two is the number of houses?",
    "Print the number that your loop runs up to, for features of shape (7, 2).",
    where=(
        lambda node: isinstance(node, ast.Attribute) and node.attr == "shape",
        calling("size", "len"),
    ),
)
def counts_the_columns(e: Evidence):
    """It takes the number of columns for the number of rows, so that only the first d rows come."""
    few_orders = e.stage == "orders" and len({tuple(run.order) for run in e.facts.many}) > 3
    if not few_orders and not has_other_rows(e):
        return False
    runs = [*e.facts.epochs(23, 5, 3), e.facts.epoch(12, 4, d=2), e.facts.epoch(13, 6, d=7)]
    return all(sorted(run.order) == list(range(run.d)) for run in runs)


@sign(
    "A caller comes with other data. Can anything of the first call come back then?",
    "Look for what lives longer than a call: a global variable, or a list or dictionary as the "
    "default of a parameter.",
    where=(statement(ast.Global), calling("hasattr"), default, DEFINITION),
)
def keeps_the_batches_of_the_first_call(e: Evidence):
    """The batches of the first call come again at every later one, whatever its arguments are."""
    if e.stage == "changed":
        return False
    one, other = e.facts.epoch(23, 5).items, e.facts.epoch(12, 4, d=2).items
    parts = [
        (a, b)
        for pair, again in zip(one, other, strict=True)
        for a, b in zip(pair, again, strict=True)
    ]
    return bool(parts) and all(np.array_equal(a.array, b.array) for a, b in parts)


@sign(
    "Loop twice over `iter([1, 2, 3])`, kept in a variable. What does the second loop get?",
    "An iterator is used up once it has been looped over. Where is yours made, and how often?",
    where=(statement(ast.Global), calling("iter"), DEFINITION),
)
def hands_out_the_same_iterator_again(e: Evidence):
    """The first call uses up an iterator, and later calls hand out the same one: it is empty."""
    if e.stage != "rows":
        return False
    runs = [e.facts.epoch(23, 5), e.facts.epoch(12, 4, d=2)]
    empty = all(not run.items and run.ended and not run.error for run in runs)
    return empty and e.facts.makes_one_iterator()


@sign(
    "Someone leaves the loop after two batches and calls again. Where does your function begin?",
    "Look for what lives longer than a call: `global` names, attributes of a class, a list as the "
    "default of a parameter. Where is it set back?",
    where=(statement(ast.Global), default, DEFINITION),
)
def goes_on_where_the_last_call_stopped(e: Evidence):
    """After a call that was left early the next one only gives the rest: something remembers how
    far the last call came."""
    if e.stage not in ("resumed", "rows"):
        return False
    rest = e.facts.abandoned()
    again = e.facts.epoch(23, 5)
    return len(rest.order) == 13 and rest.has_each_row_at_most_once and again.has_each_row_once


@sign(
    "How often is your order drawn: at every call, or only once?",
    "Print something beside the line that shuffles. At which calls does it come up?",
    where=(statement(ast.Global), calling("hasattr"), SHUFFLE, DEFINITION),
)
def keeps_the_order_of_the_first_call(e: Evidence):
    """The order is drawn at the first call and kept for the later ones."""
    if e.stage == "one_order":
        # Over a new number of rows, the first call draws something, and the second nothing
        first, states = e.facts.seeded(37)
        second, later = e.facts.seeded(37, again=1)
        unused = e.facts.states_unused()
        return (
            first.order == second.order != sorted(first.order)
            and states != unused
            and later == unused
        )
    if not has_other_rows(e, "raised"):
        return False
    # It is kept for other numbers of rows, too: as many as came at the very first call
    runs = [e.facts.epoch(61, 9), e.facts.epoch(89, 9)]
    first_n = len(e.calls[0].given[1].array)
    known = {23, first_n}
    orders = {tuple(run.order) for run in runs}
    (order,) = orders
    return len(order) in known and sorted(order) == list(range(len(order)))


@sign(
    "Try `x = torch.arange(3)`, then `x[0], x[1] = x[1], x[0]`, and print `x`.",
    "`random.shuffle` is made for lists: `x[0]` of a tensor shares its memory with `x`. Which "
    "line gives it something else than a list?",
    where=calling("shuffle"),
)
def uses_shuffle_on_a_tensor(e: Evidence):
    """`shuffle` swaps two entries at a time. In a tensor the swap overwrites one of the two, so
    that some rows come twice and others never."""
    if e.stage == "sizes" or nothing_came(e):
        return False
    if not has_other_rows(e, "labels", "paired", "changed"):
        return False
    run, _ = e.facts.seeded(23)
    if e.stage == "changed" and rows_of(run.after, 23) != run.order:
        return False  # a tensor of row numbers changes no argument
    return run.order in overwritten(23)


# --- which rows come, and in which batches ---------------------------------------------------


def has_sizes(e: Evidence, sizes: Callable[[int, int], list[int]]) -> bool:
    """Whether n rows in batches of m always come in these sizes."""
    return all(run.sizes == sizes(run.n, run.m) for run in e.facts.all)


def no_row_twice(e: Evidence) -> bool:
    return all(run.has_each_row_at_most_once for run in e.facts.all)


def each_row_once(e: Evidence) -> bool:
    return all(run.has_each_row_once for run in e.facts.all)


@sign(
    "7 rows in batches of 3: how many batches are there, and how many does your code make?",
    "Which rows are left when all whole batches have come? Look at `//`, at `drop_last`, and at "
    "the condition under which a batch is handed out.",
    where=(
        operator(ast.FloorDiv),
        LOADER,
        LOOP,
    ),
)
def drops_the_last_short_batch(e: Evidence):
    """Only whole batches come: the rows left over at the end are dropped."""
    if not has_other_rows(e) or not no_row_twice(e):
        return False
    return has_sizes(e, lambda n, m: [m] * (n // m))


@sign(
    "7 rows in batches of 3: at which rows does a batch begin? Does your loop reach the last?",
    "The second argument of `range` is not reached itself. Print all the starts for n = 7.",
    where=LOOP,
)
def loses_a_last_batch_of_one_row(e: Evidence):
    """A last batch of one single row never comes; all the others do."""
    if not has_other_rows(e) or not no_row_twice(e):
        return False
    sizes = has_sizes(e, lambda n, m: chunks(n - 1, m) if n % m == 1 else chunks(n, m))
    return sizes and e.facts.epoch(14, 6).is_right  # what rounds to two batches is another thing


@sign(
    "14 rows in batches of 6: how many batches are there, and what does your code say?",
    "Rounding goes down as often as up. In which direction do you always need it here?",
    where=(calling("round", "rint"), operator(ast.Div)),
)
def rounds_the_number_of_batches(e: Evidence):
    """The number of batches is rounded to the nearest whole one: a last batch that is less than
    half full never comes."""
    if not has_other_rows(e) or not no_row_twice(e):
        return False
    runs = [*e.facts.all, e.facts.epoch(14, 6), e.facts.epoch(22, 8)]
    return all(run.sizes == chunks(run.n, run.m)[: round(run.n / run.m)] for run in runs)


def missing_rows(e: Evidence) -> set[int]:
    """The rows that are the only one that is missing in some of the epochs over 23 rows."""
    return {row for run in e.facts.many for row in set(range(23)) - set(run.order)}


def has_one_row_too_few(e: Evidence) -> bool:
    one_less = all(len(run.order) == run.n - 1 for run in e.facts.all)
    return has_other_rows(e) and one_less and no_row_twice(e)


@sign(
    "With 7 rows, what is the number of the first one?",
    "Print the row numbers before you shuffle them, and compare them with 0 to 6.",
    where=calling("range", "arange", "sample", "randint", "randrange"),
)
def counts_the_rows_from_1(e: Evidence):
    """Row 0 never comes: the row numbers begin with 1."""
    return has_one_row_too_few(e) and missing_rows(e) == {0}


@sign(
    "Is the end of a slice, or of a `range`, part of it? Try `list(range(3))`, `[7, 8, 9][0:2]`.",
    "Look for a `- 1` at an end that is left out anyway.",
    where=(operator(ast.Sub), calling("range", "arange"), SLICE),
)
def ends_one_row_early(e: Evidence):
    """One row of the n never comes: an end that is left out anyway was set one row too early."""
    missing = missing_rows(e)
    return has_one_row_too_few(e) and (missing == {22} or len(missing) > 1)


@sign(
    "6 rows in batches of 3: how many batches are there, and how many turns has your loop?",
    "Print the starts of your batches for n = 6. Which one is not the start of anything?",
    where=(operator(ast.FloorDiv), LOOP),
)
def adds_an_empty_batch(e: Evidence):
    """Where `batch_size` divides the number of rows, a batch without rows comes at the end."""

    def one_more(run: Run) -> bool:
        right = chunks(run.n, run.m)
        return run.sizes == [*right, 0] or (run.n % run.m > 0 and run.sizes == right)

    return has_other_rows(e) and each_row_once(e) and all(map(one_more, e.facts.all))


@sign(
    "In which order do your batches leave: as they were made, or the other way round?",
    "`pop()` takes from the end of a list.",
    where=(calling("pop", "reversed", "reverse", "flip"), LOOP),
)
def hands_out_the_short_batch_first(e: Evidence):
    """The batches come the other way round, the short one first."""
    if not has_other_rows(e) or not each_row_once(e):
        return False
    return has_sizes(e, lambda n, m: chunks(n, m)[::-1])


@sign(
    "What happens to your batches after they have been cut, and where does the short one get to?",
    "The rows are in random order already. Do the batches have to be mixed as well?",
    where=(calling("shuffle", "rotate", "sample", "choice"), SHUFFLE),
)
def hands_out_the_short_batch_anywhere(e: Evidence):
    """The batches are mixed when they have been cut, and so the short one can stand anywhere among
    them."""
    if e.stage != "sizes" or not each_row_once(e) or not is_shuffled(e):
        return False
    kinds = all(sorted(run.sizes) == sorted(chunks(run.n, run.m)) for run in e.facts.all)
    partitions = {frozenset(frozenset(rows) for rows in run.rows) for run in e.facts.many}
    return kinds and len(partitions) > 1 and len({run.sizes.index(3) for run in e.facts.many}) > 2


@sign(
    "13 rows in batches of 6: which sizes have your batches, and which should they have?",
    "Something cuts the rows into parts that are as equal as possible. Here only the last part "
    "may be shorter.",
    where=calling("array_split", "chunk", "tensor_split"),
)
def makes_the_batches_equal(e: Evidence):
    """The number of batches is right, but the rows are dealt out to them as evenly as possible."""
    if not has_other_rows(e) or not each_row_once(e):
        return False

    def evenly(n: int, m: int) -> list[int]:
        count = -(-n // m)
        return [n // count + (i < n % count) for i in range(count)]

    def in_chunks(n: int, m: int) -> list[int]:
        return chunks(n, -(-n // -(-n // m)))  # as `torch.chunk` does

    return has_sizes(e, evenly) or has_sizes(e, in_chunks)


@sign(
    "7 rows in batches of 3 are 3, 3 and 1. What does your code do with the 1?",
    "Nothing has to be added to the last whole batch: a short batch may stand at the end.",
    where=(operator(ast.FloorDiv), statement(ast.IfExp), LOOP),
)
def adds_the_rest_to_the_last_whole_batch(e: Evidence):
    """The rows left over join the last whole batch, which then has more than `batch_size` rows."""
    if not has_other_rows(e) or not each_row_once(e):
        return False
    return has_sizes(e, lambda n, m: [*([m] * (n // m - 1)), m + n % m])


@sign(
    "7 rows in batches of 3: the last batch has one row. What else does yours hold?",
    "Nothing has to fill the last batch up. Print the row numbers of one epoch: which ones come "
    "twice?",
    where=(operator(ast.Mod), operator(ast.USub), SLICE),
)
def fills_up_the_last_batch(e: Evidence):
    """The last batch is filled up to `batch_size` with rows that have come before."""
    if not has_other_rows(e):
        return False

    def is_filled(run: Run) -> bool:
        whole = run.n // run.m * run.m
        before, last = run.order[:whole], run.order[whole:]
        left = set(range(run.n)) - set(before)
        return len(set(before)) == whole and left <= set(last) and -1 not in last

    sizes = has_sizes(e, lambda n, m: [m] * -(-n // m))
    return sizes and all(is_filled(run) for run in e.facts.all)


@sign(
    "Where does a batch end, and where does the next one begin? Try it with 7 rows on paper.",
    "The end of a slice is not part of it. Look for a `+ 1` that counts it once more.",
    where=(operator(ast.Add), SLICE),
)
def takes_one_row_too_many_into_a_batch(e: Evidence):
    """Each batch has one row too many at its end: the first row of the next one."""

    def overlaps(run: Run) -> bool:
        overlap = all(a[-1] == b[0] for a, b in itertools.pairwise(run.rows))
        return overlap and set(run.order) == set(range(run.n))

    sizes = has_other_rows(e) and has_sizes(
        e, lambda n, m: [min(m + 1, n - i) for i in range(0, n, m)]
    )
    return sizes and all(overlaps(run) for run in e.facts.all)


@sign(
    "Is the end of a slice part of it? Try `[7, 8, 9][0:2]`.",
    "Look for a `- 1` at the end of your slice, where the end is left out anyway.",
    where=(operator(ast.Sub), SLICE),
)
def leaves_one_row_out_of_every_batch(e: Evidence):
    """Each batch has one row too few, and the rows left out never come."""
    if not has_other_rows(e) or not no_row_twice(e):
        return False
    # A rest of `batch_size` - 1 rows or fewer comes whole, or loses its last row as well
    whole = has_sizes(e, lambda n, m: [min(m - 1, n - i) for i in range(0, n, m)])
    return whole or has_sizes(e, lambda n, m: [size - 1 for size in chunks(n, m)])


@sign(
    "Which row does your second batch begin with, and which one should it?",
    "Print the start of each batch, for batches of 3: they should be 0, 3, 6. By how much do yours "
    "move on?",
    where=(LOOP, SLICE),
)
def moves_on_by_one_row(e: Evidence):
    """The start moves on by one row for each batch, not by `batch_size` of them."""

    def slides(run: Run) -> bool:
        whole = [*run.rows[0], *(rows[-1] for rows in run.rows[1:] if len(rows) == run.m)]
        wanted = [whole[i : i + run.m] for i in range(len(run.rows))]
        return run.rows == wanted and len(run.rows) > 2 and len(set(whole)) == len(whole)

    return has_other_rows(e) and all(slides(run) for run in e.facts.all)


@sign(
    "Print the two ends of your slices, for 7 rows in batches of 3. Are there rows at all?",
    "Either the loop counts rows, or it counts batches. Which of the two does your slice expect?",
    where=(operator(ast.Mult), SLICE),
)
def multiplies_the_start_again(e: Evidence):
    """The loop moves on by `batch_size` rows, and then the start is multiplied by `batch_size`
    again: the slices soon leave the data."""

    def leaps(run: Run) -> bool:
        starts = [i * run.m for i in range(0, run.n, run.m)]
        return run.sizes == [max(0, min(run.m, run.n - start)) for start in starts]

    if not has_other_rows(e) or not no_row_twice(e):
        return False
    return all(leaps(run) for run in [*e.facts.all, e.facts.epoch(13, 2)])


@sign(
    "Write down where each of your batches ends, for 7 rows in batches of 3.",
    "Every batch of yours ends at the last row. Of two possible ends, do you want the smaller one "
    "or the larger one?",
    where=(calling("max"), SLICE),
)
def takes_all_the_rest_into_every_batch(e: Evidence):
    """Every batch reaches from its start to the last row of all."""

    def reaches(run: Run) -> bool:
        whole = run.rows[0]
        wanted = [whole[i : max(i + run.m, run.n)] for i in range(0, run.n, run.m)]
        return run.rows == wanted and len(set(whole)) == run.n

    return has_other_rows(e) and all(reaches(run) for run in e.facts.all)


@sign(
    "What is in your second batch besides its own rows?",
    "Something has to begin anew with every batch: an emptied list, or the start of a slice.",
    where=(calling("append", "extend"), SLICE),
)
def never_begins_a_new_batch(e: Evidence):
    """Every batch holds all the rows of the batches before it as well."""

    def grows(run: Run) -> bool:
        whole = run.rows[-1]
        ends = [min(i + run.m, run.n) for i in range(0, run.n, run.m)]
        if run.sizes == ends[:-1] and run.n % run.m:
            ends = ends[:-1]  # the last one never gets full
        return run.rows == [whole[:end] for end in ends] and len(set(whole)) == ends[-1]

    return has_other_rows(e) and all(grows(run) for run in e.facts.all)


@sign(
    "Half of the rows never come. Does a list change while a loop goes over it?",
    "Try `for i in x: x.remove(i)` with `x = [1, 2, 3, 4]`, and print each `i`.",
    where=(calling("remove", "pop"), LOOP),
)
def skips_every_second_row(e: Evidence):
    """Only every second row comes, half of them."""
    runs = e.facts.all if has_other_rows(e) and no_row_twice(e) else []
    return bool(runs) and all(len(run.order) == (run.n + 1) // 2 for run in runs)


@sign(
    "At which rows do your batches begin, for 12 rows in batches of 3?",
    "Print the start of each batch. How often does it move on in one turn of the loop?",
    where=(statement(ast.AugAssign), LOOP),
)
def skips_every_second_batch(e: Evidence):
    """Only every second batch comes: the start moves on by two batches at a time."""
    if not has_other_rows(e) or not no_row_twice(e):
        return False
    return has_sizes(e, lambda n, m: chunks(n, m)[::2])


@sign(
    "What changes in your loop from one batch to the next?",
    "Print the row numbers of each batch: they are the same. Which part of the line that picks "
    "them should move on?",
    where=(SLICE, LOOP),
)
def hands_out_the_same_rows_again_and_again(e: Evidence):
    """All batches of an epoch hold the same rows."""
    if not has_other_rows(e, "endless"):
        return False

    def repeats(run: Run) -> bool:
        sets = [set(rows) for rows in run.rows if len(rows) == len(run.rows[0])]
        return len(sets) > 2 and sets[0] - {-1} != set() and all(rows == sets[0] for rows in sets)

    return all(repeats(run) for run in e.facts.epochs(23, 5, 3))


@sign(
    "How many batches do 7 rows make in batches of 3? Where does your code say so?",
    "Print the sizes of your batches with several values of `batch_size`. Where is it used?",
    where=(YIELD, DEFINITION),
)
def puts_all_rows_into_one_batch(e: Evidence):
    """All the rows come as one batch, whatever `batch_size` says."""
    runs = [*e.facts.all, e.facts.epoch(1277, 250)] if has_other_rows(e) else []
    return bool(runs) and all(len(run.rows) == 1 and run.has_each_row_once for run in runs)


@sign(
    "After how many batches is an epoch over? Is that inside of your loop, or below it?",
    "Look how far each line is indented: what should happen for every batch stands in the loop.",
    where=(YIELD, LOOP),
)
def hands_out_the_last_batch_only(e: Evidence):
    """Just one batch comes, the last one of the epoch."""
    runs = e.facts.all if has_other_rows(e) and no_row_twice(e) else []
    return bool(runs) and all(run.sizes == chunks(run.n, run.m)[-1:] for run in runs)


@sign(
    "After how many batches is an epoch over? What ends your loop before that?",
    "Look how far `return` or `break` is indented: in the loop, it ends everything in the first "
    "turn.",
    where=(statement(ast.Return, ast.Break), LOOP),
)
def hands_out_one_batch_and_ends(e: Evidence):
    """Just one batch comes, and then the epoch is over."""
    runs = e.facts.all if has_other_rows(e) and no_row_twice(e) else []
    return bool(runs) and all(run.sizes == [run.m] for run in runs)


@sign(
    "Is `batch_size` a number of rows or a number of batches? Read the docstring again.",
    "Try 12 rows with a `batch_size` of 4: you make 4 batches of 3 rows.",
    where=(calling("chunk", "array_split", "tensor_split"), operator(ast.FloorDiv, ast.Div)),
)
def takes_batch_size_for_the_number_of_batches(e: Evidence):
    """It makes `batch_size` batches, where each should have `batch_size` rows."""
    if not has_other_rows(e):
        return False
    runs = [e.facts.epoch(*size) for size in [(12, 4), (10, 2), (18, 6)]]
    sizes = [run.sizes for run in runs]
    return sizes == [[3] * 4, [5] * 2, [3] * 6] and all(run.has_each_row_once for run in runs)


@sign(
    "Call it with batches of 3 and with batches of 4. What changes?",
    "A size that does not come from the arguments is right once at most. Compare the name of the "
    "parameter with the name that you use.",
    where=(
        naming("batch_size"),
        lambda node: isinstance(node, ast.Constant) and type(node.value) is int and node.value > 2,
    ),
)
def ignores_the_argument_batch_size(e: Evidence):
    """The batches have the same size at every call, whatever the caller says."""
    if not has_other_rows(e):
        return False
    runs = [e.facts.epoch(*size) for size in [(61, 9), (89, 13), (1277, 250)]]
    size = runs[-1].sizes[0]
    same = all(run.sizes == chunks(run.n, size)[: len(run.sizes)] for run in runs)
    return same and size < 1277 and all(-1 not in run.order for run in runs)


def has_whole_batches(e: Evidence) -> bool:
    """Whether the batches have their sizes, or the last one is as large as the others: it is, when
    it is drawn from all the rows as well."""
    if has_sizes(e, lambda n, m: [m] * -(-n // m)):
        return True
    if e.stage == "sizes" or nothing_came(e):  # the drawing is no reason for that
        return False
    return has_sizes(e, chunks) or has_sizes(e, lambda n, m: [m] * (n // m))


@sign(
    "Throw a die 6 times. Will each number come exactly once?",
    "Which of your calls can give the same number twice? Look it up: `choice`, `choices` and "
    "`randint` put back what they have drawn.",
    where=calling("randint", "choice", "choices", "randrange", "multinomial", "integers", "rand"),
)
def draws_with_replacement(e: Evidence):
    """The rows are drawn with replacement: a row can come twice, even in one batch, and others
    never."""
    if not has_other_rows(e, "labels"):
        return False
    runs = e.facts.many
    if not has_whole_batches(e):
        return False
    batches = [rows for run in runs for rows in run.rows if len(rows) == 5]
    double = sum(len(set(rows)) < 5 for rows in batches) / len(batches)
    # Of batches of 5 out of 23 rows, 37 % have a row twice
    return (
        all(-1 not in run.order and run.ended and 20 <= len(run.order) <= 25 for run in runs)
        and rows_of(runs[-1].after, 23) == list(range(23))
        and 0.15 < double < 0.65
        and len({len(set(run.order)) for run in runs}) > 1
    )


@sign(
    "How does the second batch know which rows the first one had?",
    "Look at what stands inside of your loop. What should happen once in an epoch, and what once "
    "for every batch?",
    where=(calling("sample", "shuffle", "choice", "next", "randperm", "permutation"), LOOP),
)
def draws_every_batch_from_all_the_rows(e: Evidence):
    """Each batch is drawn from all the rows again: some rows come twice in an epoch, others
    never."""
    if not has_other_rows(e, "labels"):
        return False
    runs = e.facts.many
    if not all(run.ended and -1 not in run.order for run in runs) or not has_whole_batches(e):
        return False
    if any(len(set(rows)) < len(rows) for run in runs for rows in run.rows):
        return False
    shared = np.array(
        [
            [len(set(run.rows[i]) & set(run.rows[j])) for i in range(4) for j in range(i)]
            for run in runs
        ]
    )
    batches = [rows for run in runs for rows in run.rows]
    if sum(rows == sorted(rows) for rows in batches) > len(batches) / 2:
        return False  # neighbours, from a random place on
    # Two batches of 5 out of 23 rows have 25/23 in common on average
    varies = all(len(set(column)) > 1 for column in shared.T.tolist())
    return varies and 0.7 < float(shared.mean()) < 1.5


@sign(
    "When is an epoch over? Which line of yours says so?",
    "`while True` has no end of its own. How many times should your loop go through the data?",
    where=(statement(ast.While), calling("cycle")),
)
def begins_new_epochs_for_ever(e: Evidence):
    """When all the rows have come, it begins again, and it never ends."""
    if e.stage != "endless":
        return False
    run = e.facts.epoch(23, 5)
    first, second = run.order[:23], run.order[23:46]
    return not run.ended and sorted(first) == sorted(second) == list(range(23))


@sign(
    "What does a slice beyond the end of a list give? Is that an end for your loop?",
    "Print your position at every turn, for 7 rows. With what should it be compared?",
    where=(statement(ast.While), LOOP),
)
def goes_on_with_empty_batches(e: Evidence):
    """When all the rows have come, it goes on with batches without rows."""
    if e.stage != "endless":
        return False
    run = e.facts.epoch(23, 5)
    return not run.ended and sorted(run.order) == list(range(23)) and run.sizes[-3:] == [0, 0, 0]


@sign(
    "2 rows and batches of 3: how many batches should come? Follow your code with these numbers.",
    "Is there a line that takes it for granted that there is one whole batch at least?",
    where=(statement(ast.Raise, ast.Assert), operator(ast.FloorDiv), LOOP),
)
def fails_where_one_batch_is_enough(e: Evidence):
    """Where `batch_size` is larger than the number of rows, there should be one short batch, and
    none comes."""
    if not has_other_rows(e, "raised"):
        return False
    runs = e.facts.epochs(5, 8), e.facts.epochs(7, 9)
    none = all(run.error or (run.ended and not run.items) for (run,) in runs)
    return none and all(run.is_right for run in e.facts.all)


# --- which label comes with which row --------------------------------------------------------


def is_apart(e: Evidence, *more: str) -> bool:
    """Whether each epoch has every row and every label, but not together."""
    if e.stage not in ("paired", "labels", *more):
        return False
    whole = list(range(23))
    return all(
        run.has_each_row_once and sorted(run.order_of_labels) == whole and run.rows != run.labels
        for run in e.facts.many
    )


@sign(
    "Row 3 becomes row 0. What has to happen to label 3?",
    "Of the two tensors, one is picked from by a shuffled list of numbers. What picks from the "
    "other?",
    where=(YIELD, SHUFFLE),
)
def shuffles_the_features_only(e: Evidence):
    """The features are shuffled, and the labels come as they are stored."""
    return is_apart(e) and all(run.order_of_labels == list(range(23)) for run in e.facts.many)


@sign(
    "Label 3 becomes label 0. What has to happen to row 3?",
    "Of the two tensors, one is picked from by a shuffled list of numbers. What picks from the "
    "other?",
    where=(YIELD, SHUFFLE),
)
def shuffles_the_labels_only(e: Evidence):
    """The labels are shuffled, and the features come as they are stored."""
    if not is_apart(e, "one_order"):
        return False
    return all(run.order == list(range(23)) for run in e.facts.many)


@sign(
    "Write down which label belongs to row 0, and which one comes with it.",
    "Both tensors begin with number 0. Where do you count one of them from 1, or go one step on?",
    where=(operator(ast.Add, ast.Sub, ast.Mod), YIELD),
)
def gives_each_row_its_neighbours_label(e: Evidence):
    """Each row comes with the label of the row next to it: one of the two is counted off by
    one."""
    if not is_apart(e):
        return False
    steps = {
        (label - row) % 23
        for run in e.facts.many
        for row, label in zip(run.order, run.order_of_labels, strict=True)
    }
    return steps in ({1}, {22})


@sign(
    "How many times do you shuffle? How many orders does that make?",
    "A row and its label need the same number. One shuffled list of row numbers can pick from "
    "both tensors.",
    where=(SHUFFLE, LOADER, YIELD),
)
def shuffles_features_and_labels_apart(e: Evidence):
    """The features and the labels are shuffled separately, each into an order of its own."""
    if not is_apart(e):
        return False
    runs = e.facts.many
    if all(set(X) == set(y) for run in runs for X, y in zip(run.rows, run.labels, strict=True)):
        return False  # mixed up inside of the batches only
    # Neither a row's number nor its place says which label comes with it
    by_number = {
        tuple(label for _, label in sorted(zip(run.order, run.order_of_labels, strict=True)))
        for run in runs
    }
    by_place = {tuple(run.order.index(label) for label in run.order_of_labels) for run in runs}
    varied = len({tuple(run.order) for run in runs}) > 1
    return varied and len(by_number) > 1 and len(by_place) > 1


# --- in which order --------------------------------------------------------------------------


def is_stored_order(e: Evidence) -> bool:
    """Whether the rows always come as they are stored."""
    if e.stage != "one_order":
        return False
    runs = [*e.facts.all, *e.facts.epochs(5, 8, 3)]
    stored = all(run.has_each_row_at_most_once and run.order == sorted(run.order) for run in runs)
    return stored and len(runs[0].order) > 1


@sign(
    "Which argument of the loader says in which order the rows come, and what is its default?",
    "Look up `shuffle` in the documentation of `DataLoader`.",
    where=LOADER,
)
def leaves_the_loader_without_shuffle(e: Evidence):
    """The `DataLoader` does not shuffle: unless it is told to, it takes the rows as they are
    stored."""
    if not is_stored_order(e):
        return False
    # Every pass over a loader draws one number from torch's generator, whatever its size
    states = {e.facts.states_after(7), e.facts.states_after(61)}
    return states == {e.facts.states_after_a_loader()} != {e.facts.states_unused()}


@sign(
    "Print the order after the line that shuffles, and again where you pick the rows.",
    "Some functions change the list that they get; others leave it alone and return a new one. "
    "Which kind is yours, and who gets its result?",
    where=SHUFFLE,
)
def never_uses_what_it_has_shuffled(e: Evidence):
    """Random numbers are drawn, but the rows still come as they are stored: what was shuffled is
    not what picks the rows."""
    if not is_stored_order(e):
        return False
    return e.facts.states_after(7) != e.facts.states_after(61)


@sign(
    "Print the row numbers of two epochs over 5 rows. Where could chance come in?",
    "Shuffle the row numbers before you cut them into batches. A set, or a dictionary, is not "
    "shuffled: nobody promises its order.",
    where=(calling("range", "arange", "set"), LOOP, DEFINITION),
)
def does_not_shuffle(e: Evidence):
    """The rows come in the order in which they are stored, in every epoch."""
    return is_stored_order(e)


@sign(
    "Try `random.seed(1); print(random.random())` three times. What does a seed do?",
    "A seed decides all that follows. Who calls yours, and how often?",
    where=calling("seed", "manual_seed", "set_seed"),
)
def seeds_inside(e: Evidence):
    """Every call sets the seed again, and so every epoch has the same order."""
    if e.stage != "one_order":
        return False
    one, other = e.facts.states_after(7), e.facts.states_after(7, seed=7)
    same = len({tuple(run.order) for run in e.facts.many}) == 1
    return same and any(a == b for a, b in zip(one, other, strict=True))


@sign(
    "Is one batch with all the rows still an epoch? What does the text say about its order?",
    "Look for a path through your function that never comes to the shuffling.",
    where=(statement(ast.If), YIELD),
)
def does_not_shuffle_a_single_batch(e: Evidence):
    """Where one batch holds all the rows, they come as they are stored."""
    if e.stage != "one_order":
        return False
    alone = all(run.order == list(range(5)) for run in e.facts.epochs(5, 8, 12))
    return alone and len({tuple(run.order) for run in e.facts.many}) == len(e.facts.many)


@sign(
    "How often is the order of your rows drawn, and where?",
    "Look at what was made before the call, or by a generator that begins with a fixed seed: it is "
    "the same every time.",
    where=(calling("Random", "default_rng", "RandomState", "Generator"), SHUFFLE, DEFINITION),
)
def gives_every_epoch_the_same_order(e: Evidence):
    """The rows are not in their stored order, but every epoch repeats the same one."""
    if e.stage != "one_order":
        return False
    orders = {tuple(run.order) for run in e.facts.many}
    (order,) = orders
    return sorted(order) == list(range(23)) != list(order)


def has_orders(e: Evidence, *more: str) -> bool:
    """Whether the rows come in several orders, but something is wrong with these."""
    if e.stage not in ("orders", *more):
        return False
    runs = e.facts.many
    return all(run.has_each_row_once for run in runs) and len({tuple(r.order) for r in runs}) > 1


@sign(
    "Can row 0 ever come in the last batch? Follow it through your code.",
    "You shuffle inside of each batch. What should be shuffled before there are batches?",
    where=SHUFFLE,
)
def shuffles_only_inside_the_batches(e: Evidence):
    """Each batch always has the same rows at the same time; only inside of it they change
    places."""
    if not has_orders(e):
        return False
    blocks = [set(range(i, min(i + 5, 23))) for i in range(0, 23, 5)]
    return all([set(rows) for rows in run.rows] == blocks for run in e.facts.many)


@sign(
    "Rows 0 and 1 share a batch today. Can they be in two batches tomorrow?",
    "You shuffle the batches when they are already made. What should be shuffled before?",
    where=SHUFFLE,
)
def shuffles_only_the_batches(e: Evidence):
    """The batches come in a new order, but the same rows share a batch every time."""
    if not has_orders(e, "sizes"):
        return False
    partitions = {frozenset(frozenset(rows) for rows in run.rows) for run in e.facts.many}
    return len(partitions) == 1 and len(next(iter(partitions))) > 1


@sign(
    "Look at the row numbers inside of one batch, in several epochs. What do they have in common?",
    "Something puts the row numbers of each batch in order again.",
    where=(calling("sorted", "sort", "nonzero", "unique"), YIELD),
)
def sorts_every_batch(e: Evidence):
    """Inside of each batch the rows always stand in their stored order."""
    return has_orders(e) and all(rows == sorted(rows) for run in e.facts.many for rows in run.rows)


@sign(
    "Row 4 follows row 3. Is that so in all of your epochs?",
    "A random start moves all the rows together. How many different orders can that make?",
    where=(calling("roll", "randrange", "randint"), SHUFFLE),
)
def only_starts_at_a_random_row(e: Evidence):
    """It begins at a random row and goes on from there in the stored order, round the end."""
    if not has_orders(e):
        return False
    starts = [run.order[0] for run in e.facts.many]
    steps = {(b - a) % 23 for a, b in itertools.pairwise(starts)}
    goes_round = all(
        run.order == [(start + i) % 23 for i in range(23)]
        for run, start in zip(e.facts.many, starts, strict=True)
    )
    return goes_round and len(steps) > 3  # a start that moves on evenly is not random


@sign(
    "Can every row stay where it is, and can it go everywhere? Try it on paper with 3 rows.",
    "Look at the two ends between which the other place is drawn: the row's own place is one of "
    "the possible ones.",
    where=calling("randint", "randrange", "integers", "random"),
)
def never_leaves_a_row_in_its_place(e: Evidence):
    """No row ever keeps its own place: each is swapped with another one, never with itself."""

    def is_one_cycle(order: list[int]) -> bool:
        place, steps = order[0], 1
        while place:
            place, steps = order[place], steps + 1
        return steps == len(order)

    return has_orders(e) and all(is_one_cycle(run.order) for run in e.facts.many)


def unmoved(e: Evidence) -> list[int]:
    """The rows that stand where they are stored in every epoch; [] unless all others move much."""
    places = list(zip(*(run.order for run in e.facts.many), strict=True))
    rows = [row for row, there in enumerate(places) if set(there) == {row}]
    mixed = all(len(set(there)) > 5 for row, there in enumerate(places) if row not in rows)
    return rows if mixed else []


@sign(
    "Which row is the first of each epoch, and which one is the last?",
    "One row is left out when you shuffle. Look at both ends of what is shuffled.",
    where=(*(operator(ast.Sub), SLICE), SHUFFLE),
)
def leaves_one_row_out_of_the_shuffling(e: Evidence):
    """All rows but one are shuffled: the first row, or the last one, never moves."""
    return has_orders(e) and unmoved(e) in ([0], [22])


@sign(
    "Print the row numbers of several epochs below each other. Which columns never change?",
    "What you shuffle is only a part of the rows. Where does it begin and end?",
    where=(SHUFFLE, SLICE),
)
def shuffles_a_part_of_the_rows(e: Evidence):
    """Only some of the rows change places; the others stand where they are stored, every time."""
    return has_orders(e) and len(unmoved(e)) > 1


# --- dtypes and shapes -----------------------------------------------------------------------


def dtypes(e: Evidence, features: str, labels: str) -> tuple[str, str]:
    """The dtypes of X and of y for features and labels of these dtypes."""
    (X, _), (y, _) = e.facts.first_of((features, 5, 3), (labels, 5))
    return X, y


@sign(
    "A table has one dtype for all its numbers. What becomes of the labels' own?",
    "Where do you put features and labels together? They can stay apart: the same row numbers can "
    "pick from both.",
    where=calling("cat", "concat", "concatenate", "hstack", "column_stack", "stack"),
)
def puts_features_and_labels_into_one_table(e: Evidence):
    """Features and labels are put into one table, and so lose their own dtypes and shapes."""
    if e.stage not in ("dtype", "shape"):
        return False
    pairs = [("float32", "float64"), ("float64", "int64"), ("float64", "float32")]
    merged = all(dtypes(e, *pair) == ("float64", "float64") for pair in pairs)
    return merged and dtypes(e, "float32", "float32") == ("float32", "float32")


@sign(
    "Which dtype does torch choose for a list of numbers? Try `torch.tensor([0.1, 0.2]).dtype`.",
    "On the way your rows become Python numbers, which do not know their dtype. Which line does "
    "that?",
    where=calling("tolist", "item", "tensor", "list"),
)
def goes_through_python_numbers(e: Evidence):
    """The rows become Python numbers on the way, and torch has to guess their dtype."""
    if e.stage != "dtype":
        return False
    of = [dtypes(e, name, name) for name in ("float64", "int32", "int64", "float32")]
    return ("float32", "int64", "int64", "float32") in zip(*of, strict=True)


@sign(
    "Which dtype have your batches when `features` is float64, and when it is int64?",
    "Look for a step that names a dtype, such as `.float()`, or that makes a new tensor: "
    "`torch.zeros` and `torch.FloatTensor` choose float32.",
    where=calling("float", "double", "FloatTensor", "Tensor", "zeros", "empty", "astype", "to"),
)
def always_gives_the_same_dtype(e: Evidence):
    """At least one of `X` and `y` has the same dtype every time, whatever that of the data is."""
    if e.stage != "dtype":
        return False
    of = [dtypes(e, name, name) for name in ("float64", "int32", "int64", "float32")]
    return any(len(set(part)) == 1 for part in zip(*of, strict=True))


def shapes(e: Evidence, features: tuple, labels: tuple) -> tuple[tuple, tuple]:
    """The shapes of X and of y in a batch of 2 for features and labels of these shapes."""
    (_, X), (_, y) = e.facts.first_of(("float32", *features), ("float32", *labels))
    return X, y


@sign(
    "Which shape have the labels that the caller gave, and which shape have yours?",
    "Something makes a column of them. Picking rows does not change the number of dimensions.",
    where=calling("reshape", "view", "unsqueeze"),
)
def makes_a_column_of_the_labels(e: Evidence):
    """Labels of shape (n,) come out as a column, with a second dimension."""
    return e.stage == "shape" and shapes(e, (5, 3), (5,)) == ((2, 3), (2, 1))


@sign(
    "What does `squeeze` make of the shapes (5, 1), (5,) and (1,)? Try all three.",
    "It removes every dimension of size 1. Is it needed at all when rows are picked?",
    where=calling("squeeze", "squeeze_"),
)
def squeezes_the_labels(e: Evidence):
    """Every dimension of size 1 is squeezed out of the labels: (n, 1) becomes (n,), and for a
    single row (1,) becomes a number without dimensions."""
    if e.stage not in ("shape", "raised"):
        return False
    flat = shapes(e, (5, 3), (5, 1)) == ((2, 3), (2,))
    return flat and bool(e.facts.epoch(1, 1).error) and e.facts.epoch(2, 1).is_right


@sign(
    "The labels may be a column, of shape (n, 1). What does your code make of it?",
    "Something makes one row of numbers of it. Look for `squeeze`, `flatten`, `view`, `reshape`.",
    where=calling("squeeze", "flatten", "reshape", "view", "ravel"),
)
def makes_the_labels_flat(e: Evidence):
    """Labels of shape (n, 1) lose their second dimension."""
    if e.stage != "shape":
        return False
    flat = shapes(e, (5, 3), (5, 1)), shapes(e, (5, 3), (5,))
    return flat == (((2, 3), (2,)), ((2, 3), (2,)))


@sign(
    "The features of one house may be a table themselves, of shape (2, 3). What do you make of it?",
    "Something turns `features` into a matrix. Picking rows works with any number of dimensions.",
    where=calling("view", "reshape", "flatten"),
)
def makes_a_matrix_of_the_features(e: Evidence):
    """Features with more than two dimensions come out as a matrix."""
    return e.stage == "shape" and shapes(e, (5, 2, 3), (5,)) == ((2, 6), (2,))


# --- the arguments ---------------------------------------------------------------------------


@sign(
    "Print `features` before and after a call. What has happened to the caller's data?",
    "Shuffle row numbers, not the data. An array from `.numpy()` shares its memory with the "
    "tensor, and an assignment to `features[...]` writes into it.",
    where=(calling("shuffle", "copy_", "set_"), writing),
)
def shuffles_the_arguments_themselves(e: Evidence):
    """The rows of the caller's own tensors have been rearranged."""
    done = e.calls[-1].returned
    if e.stage != "changed" or done is None:
        return False
    before, after = done.given[1:], done.arguments[1:]
    moved = [
        not np.array_equal(a.array, b.array) and a.shape == b.shape
        for a, b in zip(before, after, strict=True)
    ]
    same_rows = [
        sorted(a.array.reshape(31, -1).tolist()) == sorted(b.array.reshape(31, -1).tolist())
        for a, b in zip(before, after, strict=True)
    ]
    return any(moved) and all(same_rows)


@sign(
    "Print `features.shape` and `labels.shape` before and after a call.",
    "A method whose name ends in an underscore changes the tensor itself.",
    where=calling("unsqueeze_", "squeeze_", "resize_", "t_", "transpose_"),
)
def changes_the_shape_of_its_arguments(e: Evidence):
    """The caller's own tensors have another shape after the call."""
    done = e.calls[-1].returned
    if e.stage != "changed" or done is None:
        return False
    pairs = zip(done.given[1:], done.arguments[1:], strict=True)
    return any(a.shape != b.shape and a.array.size == b.array.size for a, b in pairs)
