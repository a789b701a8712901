"""What goes wrong in `data_iter`: n rows, shuffled at every call, in batches of m with labels."""

import ast
import itertools
import re
from collections.abc import Callable
from typing import Any

import numpy as np

from graders.engine.epochs import numbered
from graders.engine.misconceptions import Evidence, sign
from graders.engine.places import calling, naming, operator, statement
from graders.engine.values import Tensor

from ._epochs import Facts, Run, after_a_shuffle, chunks, labels_of, overwritten, rows_of

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
        return "missing 1 required positional argument: 'self'" in e.facts.called(train=True).error
    return e.stage == "type" and e.facts.has_method("get_dataloader", "train_dataloader")


@sign(
    "Arguments go to parameters by their places. Which of yours gets the number, which the rows?",
    "Compare the first line of your function with that of the stub, parameter by parameter.",
    where=DEFINITION,
)
def has_its_parameters_in_another_order(e: Evidence):
    """The parameters stand in another order than in the stub, so that each gets what is meant for
    another one."""
    X, y = numbered(11, 3)
    if not has_no_batches(e) or e.facts.called(4, X, y).is_right:
        return False
    by_name = e.facts.called(batch_size=4, features=X, labels=y)
    return by_name.is_right or e.facts.called(X, y, 4).is_right


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
    X, y = numbered(11, 3)
    given = e.facts.called(batch_size=4, features=X, labels=y)
    return "unexpected keyword argument" in given.error


# --- what it hands out -----------------------------------------------------------------------


def each_item(e: Evidence, fits: Callable[[Run, Any], bool]) -> bool:
    """Whether each item of every epoch is like that."""
    runs = [e.facts.epoch(23, 5), e.facts.epoch(12, 4, d=2)]
    return all(
        run.items and not run.error and all(fits(run, item) for item in run.items) for run in runs
    )


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


def is_a_pair(item: Any) -> bool:
    return isinstance(item, (list, tuple)) and len(item) == 2


@sign(
    "When a function comes to `return`, what becomes of the loop that it is in?",
    "`return` ends the call at once. Which word hands one thing out and then goes on?",
    where=statement(ast.Return),
)
def returns_a_single_batch(e: Evidence):
    """`return` ends the call with one single pair `(X, y)`, where a pair should come for each
    batch."""
    if not has_no_batches(e):
        return False
    runs = [e.facts.epoch(23, 5), e.facts.epoch(12, 4, d=2)]
    return all(
        is_features(X, run) and is_labels(y, run) and len(X.array) == len(y.array)
        for run in runs
        for X, y in [run.items]
    )


@sign(
    "What does the training need besides the rows in order to see how wrong it is?",
    "Look at what stands behind `yield` or `return`: one of the two arguments is not in it.",
    where=YIELD,
)
def hands_out_the_features_only(e: Evidence):
    """Each item is the rows of a batch alone, without their labels."""
    return has_no_batches(e) and each_item(e, lambda run, item: is_features(item, run))


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
    "Picking rows works with tensors as they are. Where did yours become arrays or lists?",
    where=(calling("numpy", "array", "asarray", "tolist", "list", "item"), YIELD),
)
def hands_out_no_tensors(e: Evidence):
    """The batches hold NumPy arrays or Python lists, not tensors."""

    def has_others(run: Run, item: Any) -> bool:
        kinds = {type(part) for part in item} if is_a_pair(item) else {Tensor}
        return kinds != {Tensor} and kinds <= {Tensor, np.ndarray, list, tuple}

    return e.stage == "type" and each_item(e, has_others)


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


# --- what it raises --------------------------------------------------------------------------


@sign(
    "Try `print(random.shuffle([1, 2, 3]))`. What does it say?",
    "`shuffle` changes the list that it gets, and returns None. Which variable holds that None?",
    where=SHUFFLE,
)
def goes_on_with_none_after_shuffling(e: Evidence):
    """It shuffles, and goes on with None: `shuffle` works in place and returns nothing, and so
    does a function of your own without `return`."""
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

    def asks(n: int, m: int) -> bool:
        words = r"IndexError: index (\d+) is out of (?:bounds|range) .* size (\d+)"
        found = re.search(words, e.facts.epoch(n, m).error)
        return found is not None and found.group(1) == found.group(2) == str(n)

    return e.stage == "raised" and asks(6, 6) and asks(9, 9) and asks(14, 14)


@sign(
    "Which rows are left for the last batch when 7 rows come in batches of 3?",
    "Try n = 6 and n = 7 with batches of 3. Which line takes it for granted that `batch_size` rows "
    "are still there?",
    where=(statement(ast.Assert), calling("view", "reshape", "sample", "split", "choice"), LOOP),
)
def wants_batch_size_to_divide_n(e: Evidence):
    """It works where `batch_size` divides the number of rows, and raises an error elsewhere."""
    even = [e.facts.epoch(12, 4, d=2), e.facts.epoch(10, 5), e.facts.epoch(9, 3)]
    uneven = [e.facts.epoch(13, 6), e.facts.epoch(23, 5), e.facts.epoch(11, 4)]
    right = all(run.is_right for run in even)
    return e.stage == "raised" and right and all(run.error for run in uneven)


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
    if e.stage == "raised" and not e.facts.epoch(23, 5).error:
        return False
    run = e.facts.epoch(1277, 250)
    thousand = len(run.order) == 1000 and run.has_each_row_at_most_once
    return thousand and has_other_rows(e, "raised", "endless")


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
    where=(statement(ast.Global), calling("hasattr"), DEFINITION),
)
def keeps_the_batches_of_the_first_call(e: Evidence):
    """The batches of the first call come again at every later one, whatever its arguments are."""
    one, other = e.facts.epoch(23, 5).items, e.facts.epoch(12, 4, d=2).items
    parts = [(a, b) for pair in zip(one, other, strict=True) for a, b in zip(*pair, strict=True)]
    same = bool(parts) and all(np.array_equal(a.array, b.array) for a, b in parts)
    return e.stage != "changed" and same


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


def has_some_rows(e: Evidence) -> bool:
    """Whether rows can be missing, and none comes twice."""
    return has_other_rows(e) and all(run.has_each_row_at_most_once for run in e.facts.all)


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
    return has_some_rows(e) and has_sizes(e, lambda n, m: [m] * (n // m))


@sign(
    "Is the end of a slice, or of a `range`, part of it? Try `list(range(3))`, `[7, 8, 9][0:2]`.",
    "Print the row numbers before you shuffle them, for 7 rows: they should be 0 to 6. Look for a "
    "`- 1` at an end that is left out anyway.",
    where=(operator(ast.Sub), calling("range", "arange", "sample", "randint"), SLICE),
)
def leaves_out_one_row(e: Evidence):
    """One row of the n never comes: the row numbers begin with 1, or end one row early."""
    one_less = all(len(run.order) == run.n - 1 for run in e.facts.all)
    return one_less and has_some_rows(e)


@sign(
    "13 rows in batches of 6: which sizes have your batches, and which should they have?",
    "Something cuts the rows into parts that are as equal as possible. Here only the last part "
    "may be shorter.",
    where=calling("array_split", "chunk", "tensor_split"),
)
def makes_the_batches_equal(e: Evidence):
    """The number of batches is right, but the rows are dealt out to them as evenly as possible."""

    def evenly(n: int, m: int) -> list[int]:
        count = -(-n // m)
        return [n // count + (i < n % count) for i in range(count)]

    def in_chunks(n: int, m: int) -> list[int]:
        return chunks(n, -(-n // -(-n // m)))  # as `torch.chunk` does

    return has_some_rows(e) and (has_sizes(e, evenly) or has_sizes(e, in_chunks))


@sign(
    "7 rows in batches of 3: the last batch has one row. What else does yours hold?",
    "Nothing has to fill the last batch up. Print the row numbers of one epoch: which ones come "
    "twice?",
    where=(operator(ast.Mod), operator(ast.USub), SLICE),
)
def fills_up_the_last_batch(e: Evidence):
    """The last batch is filled up to `batch_size` with rows that have come before."""

    def is_filled(run: Run) -> bool:
        whole = run.n // run.m * run.m
        before, last = run.order[:whole], run.order[whole:]
        left = set(range(run.n)) - set(before)
        return len(set(before)) == whole and left <= set(last) and -1 not in last

    sizes = has_other_rows(e) and has_sizes(e, lambda n, m: [m] * -(-n // m))
    return sizes and all(map(is_filled, e.facts.all))


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
    # A rest of `batch_size` - 1 rows or fewer comes whole, or loses its last row as well
    whole = has_sizes(e, lambda n, m: [min(m - 1, n - i) for i in range(0, n, m)])
    return has_some_rows(e) and (
        whole or has_sizes(e, lambda n, m: [size - 1 for size in chunks(n, m)])
    )


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
    "What changes in your loop from one batch to the next?",
    "Print the row numbers of each batch: they are the same. Which part of the line that picks "
    "them should move on?",
    where=(SLICE, LOOP),
)
def hands_out_the_same_rows_again_and_again(e: Evidence):
    """All batches of an epoch hold the same rows."""

    def repeats(run: Run) -> bool:
        sets = [set(rows) for rows in run.rows if len(rows) == len(run.rows[0])]
        return len(sets) > 2 and sets[0] - {-1} != set() and all(rows == sets[0] for rows in sets)

    return has_other_rows(e, "endless") and all(map(repeats, e.facts.epochs(23, 5, 3)))


@sign(
    "How many batches do 7 rows make in batches of 3? Where does your code say so?",
    "Print the sizes of your batches with several values of `batch_size`. Where is it used?",
    where=(YIELD, DEFINITION),
)
def puts_all_rows_into_one_batch(e: Evidence):
    """All the rows come as one batch, whatever `batch_size` says."""
    runs = [*e.facts.all, e.facts.epoch(1277, 250)]
    whole = all(len(run.rows) == 1 and run.has_each_row_once for run in runs)
    return has_other_rows(e) and whole


@sign(
    "After how many batches is an epoch over? What ends your loop before that?",
    "Look how far `return` or `break` is indented: in the loop, it ends everything in the first "
    "turn.",
    where=(statement(ast.Return, ast.Break), LOOP),
)
def hands_out_one_batch_and_ends(e: Evidence):
    """Just one batch comes, and then the epoch is over."""
    return has_some_rows(e) and has_sizes(e, lambda n, m: [m])


@sign(
    "Is `batch_size` a number of rows or a number of batches? Read the docstring again.",
    "Try 12 rows with a `batch_size` of 4: you make 4 batches of 3 rows.",
    where=(calling("chunk", "array_split", "tensor_split"), operator(ast.FloorDiv, ast.Div)),
)
def takes_batch_size_for_the_number_of_batches(e: Evidence):
    """It makes `batch_size` batches, where each should have `batch_size` rows."""
    runs = [e.facts.epoch(*size) for size in [(12, 4), (10, 2), (18, 6)]]
    right = [run.sizes for run in runs] == [[3] * 4, [5] * 2, [3] * 6]
    return has_other_rows(e) and right and all(run.has_each_row_once for run in runs)


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
    runs = [e.facts.epoch(*size) for size in [(61, 9), (89, 13), (1277, 250)]]
    size = runs[-1].sizes[0]
    same = all(run.sizes == chunks(run.n, size)[: len(run.sizes)] for run in runs)
    return has_other_rows(e) and same and size < 1277 and all(-1 not in run.order for run in runs)


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
    if not has_other_rows(e, "labels") or not has_whole_batches(e):
        return False
    runs = e.facts.many
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
    if not has_other_rows(e, "labels") or not has_whole_batches(e):
        return False
    runs = e.facts.many
    batches = [rows for run in runs for rows in run.rows]
    drawn = all(-1 not in rows and len(set(rows)) == len(rows) for rows in batches)
    shared = [
        [len(set(a) & set(b)) for a, b in itertools.combinations(run.rows[:4], 2)] for run in runs
    ]
    # Neighbours, from a random place on, are another thing
    mixed = sum(rows == sorted(rows) for rows in batches) <= len(batches) / 2
    varies = all(len(set(pair)) > 1 for pair in zip(*shared, strict=True))
    # Two batches of 5 out of 23 rows have 25/23 in common on average
    return drawn and mixed and varies and 0.7 < float(np.mean(shared)) < 1.5


@sign(
    "When is an epoch over? Which line of yours says so?",
    "`while True` has no end of its own, and a slice beyond the end of a list is no error. With "
    "what should your position be compared?",
    where=(statement(ast.While), calling("cycle"), LOOP),
)
def never_ends(e: Evidence):
    """When all the rows have come, it goes on: with the next epoch, or with batches without
    rows."""
    run = e.facts.epoch(23, 5)
    return e.stage == "endless" and not run.ended and sorted(run.order[:23]) == list(range(23))


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
def shuffles_only_one_of_the_two(e: Evidence):
    """The features are shuffled and the labels come as they are stored, or the other way round."""
    orders = [[run.order for run in e.facts.many], [run.order_of_labels for run in e.facts.many]]
    stored = [all(order == list(range(23)) for order in each) for each in orders]
    return is_apart(e, "one_order") and any(stored)


@sign(
    "How many times do you shuffle? How many orders does that make?",
    "A row and its label need the same number. One shuffled list of row numbers can pick from "
    "both tensors.",
    where=(SHUFFLE, LOADER, YIELD),
)
def shuffles_features_and_labels_apart(e: Evidence):
    """The features and the labels are shuffled separately, each into an order of its own."""
    runs = e.facts.many
    if all(set(X) == set(y) for run in runs for X, y in zip(run.rows, run.labels, strict=True)):
        return False  # mixed up inside of the batches only
    # Neither a row's number nor its place says which label comes with it
    orders = {tuple(run.order) for run in runs}
    by_number = {tuple(run.order_of_labels[run.order.index(i)] for i in range(23)) for run in runs}
    by_place = {tuple(run.order.index(label) for label in run.order_of_labels) for run in runs}
    return is_apart(e) and all(len(kinds) > 1 for kinds in (orders, by_number, by_place))


# --- in which order --------------------------------------------------------------------------


def is_stored_order(e: Evidence) -> bool:
    """Whether the rows always come as they are stored."""
    if e.stage != "one_order":
        return False
    runs = [*e.facts.all, *e.facts.epochs(5, 8, 3)]
    stored = all(run.has_each_row_at_most_once and run.order == sorted(run.order) for run in runs)
    return stored and len(runs[0].order) > 1


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
    """Whether the rows come in several orders, but something is wrong with these: of few rows it
    may be that there is one order only."""
    if e.stage not in ("orders", "one_order", *more):
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
    "Print the row numbers of several epochs below each other. Which columns never change?",
    "What you shuffle is only a part of the rows. Where does it begin and end?",
    where=(SHUFFLE, SLICE, operator(ast.Sub)),
)
def shuffles_a_part_of_the_rows(e: Evidence):
    """Only some of the rows change places; the others stand where they are stored, every time."""
    places = [set(place) for place in zip(*(run.order for run in e.facts.many), strict=True)]
    moved = [there for row, there in enumerate(places) if there != {row}]
    return has_orders(e) and len(moved) < len(places) and all(len(there) > 5 for there in moved)


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
    pairs = [("float32", "float64"), ("float64", "int64"), ("float64", "float32")]
    merged = all(dtypes(e, *pair) == ("float64", "float64") for pair in pairs)
    same = dtypes(e, "float32", "float32") == ("float32", "float32")
    return e.stage in ("dtype", "shape") and merged and same


@sign(
    "Which dtype have your batches when `features` is float64, and when it is int64?",
    "Look for a step that names a dtype, such as `.float()`, or that makes a new tensor: "
    "`torch.zeros` chooses float32, and so does `torch.tensor` for plain numbers.",
    where=calling("float", "double", "FloatTensor", "Tensor", "zeros", "tolist", "tensor", "to"),
)
def changes_the_dtype(e: Evidence):
    """`X` or `y` loses the dtype of the data: it always has the same one, or the one that torch
    guesses for plain numbers."""
    of = [dtypes(e, name, name) for name in ("float64", "int32", "int64", "float32")]
    guessed = ("float32", "int64", "int64", "float32")
    return e.stage == "dtype" and any(
        part == guessed or len(set(part)) == 1 for part in zip(*of, strict=True)
    )


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
    "The labels may be a column, of shape (n, 1). What does your code make of it?",
    "Something makes one row of numbers of it. Look for `squeeze`, `flatten`, `view`, `reshape`.",
    where=calling("squeeze", "flatten", "reshape", "view", "ravel"),
)
def makes_the_labels_flat(e: Evidence):
    """Labels of shape (n, 1) lose their second dimension."""
    return e.stage in ("shape", "raised") and shapes(e, (5, 3), (5, 1)) == ((2, 3), (2,))


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
