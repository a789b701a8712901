"""What goes wrong in `load_array`: a DataLoader, each pass over which is an epoch of its own."""

import ast
import contextlib
import functools
import itertools
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from graders.engine.epochs import numbered
from graders.engine.misconceptions import Evidence, sign
from graders.engine.places import calling, naming, statement
from graders.engine.returned import Called, Returned, Unanswered
from graders.engine.values import Epoch, Tensor

DATASET = "torch.utils.data.dataset.Dataset"
ITERATOR = "torch.utils.data.dataloader._BaseDataLoaderIter"
LOADER = "torch.utils.data.dataloader.DataLoader"

ITS_LOADER = calling("DataLoader")
RETURN = statement(ast.Return)
HEAD = statement(ast.FunctionDef)

# Stages that speak of the rows, and those that speak of the form in which they come
ROWS = ("rows", "sizes", "one_order", "orders", "order", "paired")
FORMS = (*ROWS, "kind", "type", "shape", "count")


def probe(load_array, features, labels, draw):
    """Loaders of several kinds, each looped over to its end. Returns the notebook's own tensors.

    27 rows in batches of 5: batches of 4 or 6, five or six even ones, and two halves, all look
    otherwise.
    """

    def loop(arrays, batch_size, *is_train, repeat=1):
        with contextlib.suppress(Unanswered):  # that it raised has been noted down as well
            loader = load_array.make(tuple(arrays), batch_size, *is_train)
            loader.epochs(2 * len(arrays[0].array) + 5, repeat)

    with contextlib.suppress(Unanswered):
        load_array()  # the complaint lists the parameters
    few, many = numbered(27, 2), numbered(300, 2)
    loop(few, 5, True, repeat=3)
    loop(few, 5, True, repeat=3)
    loop(few, 5, repeat=3)
    loop(few, 5, False, repeat=2)
    loop(many, 7, False)
    loop(many, 70, True)
    # One tensor, three of several forms, two of one form
    loop([draw.normal("features", 11, 3)], 4, False)
    wide = draw.normal("features", 11, 3, dtype="float64")
    codes = Tensor(draw.rng.permutation(11), name="codes")
    loop([wide, codes, draw.normal("column", 11, 1)], 4, False)
    loop([draw.normal("a", 5, 3), draw.normal("b", 5, 3)], 2, False)
    with contextlib.suppress(Unanswered):
        return [function.value().value.f64 for function in (features, labels)]


# --- What was seen -------------------------------------------------------------------------------


@dataclass(frozen=True)
class Pass:
    """One loop over a loader.

    Attributes:
        loader: A number for each loader.
        arrays: What it was made from.
        batch_size, is_train: What it was asked for; `is_train` is None where nothing was said.
        items: What came, batch by batch.
        ended: Whether the loop came to its end.
    """

    loader: int
    arrays: list[Tensor]
    batch_size: int
    is_train: bool | None
    items: list[Any]
    ended: bool

    @property
    def n(self) -> int:
        return len(self.arrays[0].array)

    def part(self, k: int = 0) -> list[np.ndarray]:
        """The `k`th tensor of each batch."""
        return [item[k].f64 for item in self.items]

    @functools.cached_property
    def _numbers(self) -> dict[int, dict[bytes, int]]:
        return {
            k: {row.tobytes(): i for i, row in enumerate(array.f64)}
            for k, array in enumerate(self.arrays)
        }

    def rows(self, k: int = 0) -> list[list[int]]:
        """The numbers of the rows of tensor `k`, batch by batch; -1 for what is none of them."""
        return [[self._numbers[k].get(row.tobytes(), -1) for row in X] for X in self.part(k)]

    def order(self, k: int = 0) -> list[int]:
        return [row for rows in self.rows(k) for row in rows]

    @property
    def sizes(self) -> list[int]:
        return [len(X) for X in self.part()]

    @property
    def stored(self) -> bool:
        """The rows come in the order in which they are stored."""
        return self.order() == list(range(self.n))

    @property
    def complete(self) -> bool:
        """Every row comes once, in whichever order."""
        return sorted(self.order()) == list(range(self.n))

    @property
    def chunks(self) -> list[set[int]]:
        """The batches as they would be without shuffling."""
        starts = range(0, self.n, self.batch_size)
        return [set(range(i, min(i + self.batch_size, self.n))) for i in starts]


def _loops(calls: Iterable[Called]) -> Iterator[Pass]:
    """The loops over loaders among some calls. A loader's name is the call that has made it."""
    made: dict[str, tuple[int, Any]] = {}
    for call in calls:
        if call.returned is None:
            continue
        if call.name == "load_array":
            made[call.returned.call.split("`")[1]] = id(call), call.given
        elif call.name in made and isinstance(epoch := call.returned.value, Epoch):
            loader, (arrays, batch_size, *is_train) = made[call.name]
            if not isinstance(arrays[0], Tensor):  # it was kept in the worker
                continue
            train = is_train[0] if is_train else None
            yield Pass(loader, list(arrays), batch_size, train, epoch.items, epoch.ended)


@dataclass(frozen=True)
class Seen:
    """The loops that a check and the probe have made, sorted.

    Attributes:
        all: Those that came to their end, of 8 rows or more: with few rows chance shuffles little.
        train, measure: Those among them in training, and not in training.
        probed: Those of the probe, however many rows there were.
    """

    all: list[Pass]
    train: list[Pass]
    measure: list[Pass]
    probed: list[Pass]


@functools.lru_cache(maxsize=1)
def seen(e: Evidence) -> Seen:
    probed = list(_loops(e.probed))
    whole = [p for p in [*_loops(e.calls), *probed] if p.ended and p.n >= 8]
    whole = [p for p in whole if len(p.arrays) > 1 or p.arrays[0].array.ndim > 1]
    train = [p for p in whole if p.is_train is not False]
    return Seen(whole, train, [p for p in whole if p.is_train is False], probed)


def all_of(passes: list[Pass], holds: Callable[[Pass], bool]) -> bool:
    """Whether something holds for each of them, and there are some."""
    return bool(passes) and all(map(holds, passes))


def shuffled(p: Pass) -> bool:
    return p.complete and not p.stored


def of_one_loader(passes: list[Pass]) -> list[list[Pass]]:
    """The passes over each loader that was looped over more than once."""
    by_loader: dict[int, list[Pass]] = {}
    for p in passes:
        by_loader.setdefault(p.loader, []).append(p)
    return [each for each in by_loader.values() if len(each) > 1]


def afresh(passes: list[Pass]) -> bool:
    """Whether an order never comes twice where one loader is looped over again."""
    orders = [[tuple(p.order()) for p in each] for each in of_one_loader(passes)]
    return bool(orders) and all(len(set(each)) == len(each) for each in orders)


def in_order(e: Evidence) -> bool:
    """Where an order is complained of: whether it is right but for rows that are missing, or that
    come again at the end."""
    if e.stage == "order":
        return all(sorted(p.order()[: p.n]) == p.order()[: p.n] for p in seen(e).measure)
    longer = [p for p in seen(e).train if p.n > p.batch_size > 1]
    return e.stage not in ("one_order", "orders") or afresh(longer)


def twins(e: Evidence) -> tuple[list[list[int]], list[list[int]]]:
    """The orders of two loaders that the probe has made alike, one after the other."""
    first, second = [each for each in of_one_loader(seen(e).probed) if each[0].is_train is True]
    return [p.order() for p in first], [p.order() for p in second]


def asked_for(e: Evidence) -> list[str]:
    """The names of the parameters that have no default, in order."""
    complaint = next(call.error for call in e.probed if not call.given)
    return re.findall(r"'(\w+)'", complaint)


def makings(e: Evidence) -> list[Called]:
    """The calls by which the probe has made loaders."""
    return [call for call in e.probed if call.name == "load_array" and call.given]


def first_made(e: Evidence) -> Returned:
    """What the probe got first: for 27 rows, in batches of 5."""
    return next(call.returned for call in makings(e) if call.returned is not None)


def last_made(e: Evidence) -> Returned:
    """What the function has returned last, in the check."""
    return [c.returned for c in e.calls if c.name == "load_array" and c.returned is not None][-1]


# --- Called in another way -----------------------------------------------------------------------


@sign(
    "This course goes by the first edition of the book: compare your parameters with the stub's.",
    "In a later edition a class does this, and `self` holds the batch size. Here everything comes "
    "as an argument.",
    where=HEAD,
)
def later_edition(e: Evidence):
    """That is `get_tensorloader` of a later edition of the book: another contract, not a mistake.
    Here `batch_size` is an argument, and the switch is called `is_train`."""
    first, second, *_ = asked_for(e)
    return first == "self" or second == "train"


@sign(
    "How many arguments does the caller pass in `load_array((features, labels), 10)`?",
    "The first notebook passed features and labels one by one. Compare your first line with that "
    "of the stub: in which form do the tensors come here?",
    where=HEAD,
)
def asks_for_features_and_labels_apart(e: Evidence):
    """Your function wants the tensors as arguments of their own. They come in one tuple (or list)
    here, as there may be any number of them."""
    return bool({"label", "labels", "y", "target", "targets"} & set(asked_for(e)))


@sign(
    "`data_arrays` is a tuple that holds tensors. Which of your calls wants the tensors?",
    "`TensorDataset` takes tensors as arguments of their own, any number of them. Look up what a "
    "star does in front of an argument.",
    where=(calling("TensorDataset"), naming("data_arrays")),
)
def takes_the_tuple_for_a_tensor(e: Evidence):
    """The tuple `data_arrays` is handed over as if it were a single tensor. It holds the tensors,
    and has none of their methods."""
    return (
        re.search("'(tuple|list)' object has no attribute '(size|shape|dim)'", e.error) is not None
    )


@sign(
    "What is `len(data_arrays)`, and how many examples are there?",
    "A dataset says how many examples there are, and gives you example i. Which class makes one "
    "of tensors?",
    where=ITS_LOADER,
)
def takes_the_tensors_for_the_examples(e: Evidence):
    """The tuple itself is used as a dataset, so that its examples are whole tensors: a batch stacks
    features upon labels."""
    pair = seen(e).probed[-1]
    stacked = np.stack([array.f64 for array in pair.arrays])
    same = len(pair.arrays) == 2 and np.array_equal(pair.items[0].f64, stacked)
    return e.stage in ("raised", *FORMS) and same


@sign(
    "How does a loader find its order? How many of its arguments say something about that?",
    "A sampler of your own and the loader's own shuffling exclude each other. Which of the two do "
    "you need?",
    where=ITS_LOADER,
)
def gives_the_loader_two_orders(e: Evidence):
    """The DataLoader gets a sampler and is asked to shuffle (or to cut batches) as well: it takes
    only one of them."""
    return e.stage == "raised" and "option is mutually exclusive with" in e.error


@sign(
    "How many tensors may `data_arrays` hold? What does your code do with one, and with three?",
    "Look for the line that takes `data_arrays` apart. Can you pass all of it on, without knowing "
    "how many there are?",
    where=(naming("data_arrays"), calling("TensorDataset")),
)
def expects_just_two_tensors(e: Evidence):
    """It takes features and labels for granted: with one tensor it fails, and a third one is lost
    or makes it fail."""
    made = makings(e)
    of_three = [p for p in seen(e).probed if len(p.arrays) == 3]
    one, three = ([c for c in made if len(c.given[0]) == n] for n in (1, 3))
    lost = any(len(item) == 2 for p in of_three for item in p.items)
    two = all_of([p for p in seen(e).measure if len(p.arrays) == 2], lambda p: p.complete)
    fails = all(re.search("unpack|index out of range", c.error) for c in one) and bool(one)
    return e.stage in ("raised", "count") and two and fails and (lost or bool(three[0].error))


# --- Something else than a loader ----------------------------------------------------------------


@sign(
    "What does a function give back that has no `return`?",
    "Does every way through your function, with and without `is_train`, end in a `return`?",
    where=ITS_LOADER,
)
def returns_nothing(e: Evidence):
    """The call gives None: the loader that was made, if there was one, never leaves the
    function."""
    return e.stage == "nothing" and last_made(e).value is None


@sign(
    "Print `type(...)` of your result. Who should cut it into batches?",
    "The dataset knows what the examples are. Another object hands them out in batches: have you "
    "made it, and what becomes of it?",
    where=RETURN,
)
def returns_the_dataset(e: Evidence):
    """What comes back is a dataset, which knows the examples. A DataLoader has to be made of
    it."""
    kinds = last_made(e).kinds
    return e.stage in FORMS and DATASET in kinds and LOADER not in kinds


@sign(
    "Loop over your result twice. What does the second loop find?",
    "`iter(...)` and `yield` make something that is used up after one epoch. Which class of "
    "PyTorch can be looped over again and again?",
    where=(statement(ast.Yield, ast.YieldFrom), calling("iter"), RETURN),
)
def returns_a_generator(e: Evidence):
    """What comes back is a generator or an iterator, as with `data_iter` in the first notebook:
    one loop uses it up."""
    kinds = last_made(e).kinds
    return e.stage in FORMS and (ITERATOR in kinds or kinds[0] == "builtins.generator")


@sign(
    "When is the order of the rows decided: in each loop, or when your function is called?",
    "Print `type(...)` of your result. A list holds the batches of a single epoch, which come "
    "again in every loop.",
    where=(calling("list"), calling("append"), RETURN),
)
def returns_a_list_of_batches(e: Evidence):
    """What comes back is a list with the batches of one epoch: every loop over it gets the same
    ones."""
    value = first_made(e).value
    rows = sum(len(batch[0].array) for batch in value)
    return e.stage in FORMS and isinstance(value, (list, tuple)) and rows == 27


# --- Which rows come ------------------------------------------------------------------------------


@sign(
    "Call it with `torch.arange(7)` in a tuple. Whose rows come out?",
    "Which names does your function use that are not among its parameters?",
    where=(naming("features", "labels"), calling("TensorDataset")),
)
def reads_the_houses_of_the_notebook(e: Evidence):
    """It loads the notebook's own `features` and `labels`, whatever it is given."""
    houses = {row.tobytes() for row in e.facts[0]}
    firsts = [p.items[0][0].f64 for p in [*_loops(e.calls), *seen(e).probed] if p.items]
    foreign = [all(row.tobytes() in houses for row in X) for X in firsts]
    return e.stage in FORMS and bool(foreign) and all(foreign)


@sign(
    "What becomes of the 2 rows that are left of 26 rows in batches of 6?",
    "A DataLoader has a setting about the last batch, `drop_last`. Or does your own loop stop too "
    "early?",
    where=(ITS_LOADER, calling("range")),
)
def drops_the_last_batch(e: Evidence):
    """A last batch that is not full is thrown away, and its rows with it."""

    def drops(p: Pass) -> bool:
        full, rest = divmod(p.n, p.batch_size)
        once = len(set(p.order())) == full * p.batch_size
        return once and p.sizes == [p.batch_size] * full and rest > 0

    def cut(passes: list[Pass]) -> bool:
        return all_of([p for p in passes if p.n % p.batch_size], drops)

    train, measure = seen(e).train, seen(e).measure
    otherwise = [p for passes in (train, measure) if not cut(passes) for p in passes]
    some = cut(train) or cut(measure)
    return e.stage in ROWS and some and all(p.complete for p in otherwise) and in_order(e)


# --- How large the batches are -------------------------------------------------------------------


@sign(
    "How many rows does each of your batches have? Try several values of `batch_size`.",
    "Without being told, a DataLoader makes batches of one row. Which of its arguments do you "
    "pass, and which not?",
    where=ITS_LOADER,
)
def never_passes_the_batch_size_on(e: Evidence):
    """Each batch has a single row: `batch_size` never reaches the loader."""
    single = all_of(seen(e).all, lambda p: set(p.sizes) == {1})
    return e.stage in ("sizes", "rows") and single


@sign(
    "How many rows does each of your batches have? Try several values of `batch_size`.",
    "All rows come at once. Look at what you tell the loader about the size of a batch, or at "
    "what you take for one example.",
    where=ITS_LOADER,
)
def gives_all_rows_at_once(e: Evidence):
    """The whole data come as a single batch, whatever `batch_size` says."""
    return e.stage == "sizes" and all_of(seen(e).all, lambda p: p.sizes == [p.n])


@sign(
    "How many rows does each of your batches have? Try several values of `batch_size`.",
    "Look for a number in your function. Which argument should have its place?",
    where=(ITS_LOADER, statement(ast.Constant)),
)
def fixes_the_batch_size(e: Evidence):
    """All batches have one fixed size, which does not come from `batch_size`."""
    size = max(size for p in seen(e).all for size in p.sizes)

    def fixed(p: Pass) -> bool:
        full, rest = divmod(p.n, size)
        return p.sizes == [size] * full + [rest] * (rest > 0)

    return e.stage == "sizes" and size > 1 and all_of(seen(e).all, fixed)


# --- Which order they come in --------------------------------------------------------------------


@sign(
    "Who else looks at these tensors, and what do they find afterwards?",
    "Look for a line that assigns to rows, or shuffles a tensor in place. The row numbers can be "
    "shuffled instead.",
    where=(calling("shuffle", "copy_"), statement(ast.Assign)),
)
def shuffles_the_tensors_themselves(e: Evidence):
    """The tensors that were passed in are shuffled themselves: the caller's data have changed."""
    made = first_made(e)
    before, after = made.given[0][0].array, made.arguments[0][0].array
    other = not np.array_equal(before, after)
    return e.stage in ("changed", "rows") and other and set(after[:, 0]) <= set(before[:, 0])


@sign(
    "Put each number back into the hat after drawing it, seven times. Does each of 7 come?",
    "Look up what your sampler does with `replacement`, or what your draw forgets between two "
    "draws. Which draw takes each row once?",
    where=(calling("RandomSampler", "choices", "choice", "randint", "sample"), ITS_LOADER),
)
def draws_with_replacement(e: Evidence):
    """A row that has been drawn can be drawn again in the same epoch: some come twice, and others
    not at all."""

    def doubles(p: Pass) -> bool:
        order = p.order()
        return len(order) == p.n and -1 not in order and len(set(order)) < p.n

    large = [p for p in seen(e).train if p.n >= 20]
    return e.stage in ("rows", "one_order") and all_of(large, doubles) and afresh(large)


def unpaired(p: Pass) -> bool:
    """The rows of the first two tensors come with those of other numbers."""
    complete = sorted(p.order(1)) == list(range(p.n))
    return p.complete and complete and p.order() != p.order(1)


@sign(
    "How many orders are drawn for one epoch? Which of the tensors get one?",
    "Print rows and labels of a batch side by side. All tensors need the same row numbers; a "
    "dataset of all of them sees to that.",
    where=(calling("randperm", "shuffle", "permutation", "sample"),),
)
def shuffles_the_tensors_apart(e: Evidence):
    """The tensors do not all get the same order, so that rows and labels no longer belong
    together."""
    pairs = [p for p in seen(e).train if len(p.arrays) > 1]
    few = [p for p in pairs if p.n == 27]
    # Which row lends its label to which: not the same for another loader, if chance decides
    turns = {tuple(row for _, row in sorted(zip(p.order(), p.order(1), strict=True))) for p in few}
    return e.stage == "paired" and all_of(pairs, unpaired) and len(turns) > 1


@sign(
    "What does your function do when nobody says anything about `is_train`?",
    "Compare the default values in your first line with those of the stub.",
    where=HEAD,
)
def does_not_shuffle_by_default(e: Evidence):
    """It shuffles with `is_train=True`, and not where `is_train` is left out: the default is the
    wrong way round."""
    told = [p for p in seen(e).train if p.is_train]
    untold = [p for p in seen(e).train if p.is_train is None]
    return (
        e.stage == "one_order"
        and all_of(told, shuffled)
        and all_of(untold, lambda p: p.stored)
        and all_of(seen(e).measure, lambda p: p.stored)
    )


@sign(
    "Which orders come with `is_train=True`, and which with `is_train=False`? Print both.",
    "Follow the value of `is_train` to the argument that decides about shuffling. Is it turned "
    "round on the way?",
    where=(ITS_LOADER, naming("is_train")),
)
def turns_the_switch_round(e: Evidence):
    """It shuffles with `is_train=False` and keeps the order with `is_train=True`: just the other
    way round."""
    train = all_of(seen(e).train, lambda p: p.stored)
    return e.stage in ("one_order", "order") and train and all_of(seen(e).measure, shuffled)


@sign(
    "Which orders come with `is_train=True`, and which with `is_train=False`? Print both.",
    "Does any part of your code look at `is_train`?",
    where=(ITS_LOADER, naming("is_train")),
)
def always_shuffles(e: Evidence):
    """The rows are shuffled with `is_train=False` as well: the switch has no effect."""
    both = all_of(seen(e).train, shuffled) and all_of(seen(e).measure, shuffled)
    return e.stage == "order" and both and afresh(seen(e).measure)


@sign(
    "Print the rows of two epochs in training. What differs?",
    "A DataLoader does not shuffle unless it is told to. Which of its arguments says so, and what "
    "should it depend on?",
    where=ITS_LOADER,
)
def never_shuffles(e: Evidence):
    """Nothing is ever shuffled: in training, too, the rows come as they are stored."""
    return e.stage == "one_order" and all_of(seen(e).all, lambda p: p.stored)


@sign(
    "How often is the line run that draws your order: once, or once for each epoch?",
    "What stands in the body of `load_array` runs when the loader is made. The loader itself can "
    "shuffle, at the start of every loop.",
    where=(calling("randperm", "shuffle", "permutation", "sample"), ITS_LOADER),
)
def shuffles_once(e: Evidence):
    """The order is drawn once for each loader: every epoch repeats it."""
    one, other = twins(e)
    loaders = of_one_loader(seen(e).train)
    repeats = all(p.order() == each[0].order() for each in loaders for p in each)
    kept = all_of(seen(e).measure, lambda p: p.stored)
    drawn = all_of(seen(e).train, shuffled) and one[0] != other[0]
    return e.stage == "one_order" and repeats and kept and drawn


@sign(
    "Make two loaders, one after the other, and loop over both. What do you see?",
    "Look for a seed: `manual_seed`, `seed`, a generator that is made anew. What does a seed do to "
    "the draws after it?",
    where=calling("manual_seed", "seed", "Random", "RandomState", "default_rng", "Generator"),
)
def seeds_each_loader_alike(e: Evidence):
    """Each new loader repeats the orders of the one before, as the random numbers start from a
    fixed seed every time."""
    one, other = twins(e)
    steps = {(b - a) % len(one[0]) for a, b in itertools.pairwise(one[0])}
    # No seed makes a walk in equal steps, such as backwards
    mixed = all_of(seen(e).train, shuffled) and len(steps) > 5
    # An order that all passes have may as well have been kept somewhere
    drawn = len(set(map(tuple, one))) == len(one) > 1
    return e.stage == "one_order" and mixed and drawn and one == other


@sign(
    "Which rows can share a batch with row 0? Print the first batch of several epochs.",
    "You shuffle ready-made batches. What has to be shuffled before the batches are cut?",
    where=(calling("shuffle", "randperm", "permutation", "sample"),),
)
def shuffles_ready_made_batches(e: Evidence):
    """It is the batches that are shuffled, and not the rows: a batch always has the same
    neighbours in it."""
    train = [p for p in seen(e).train if p.n > p.batch_size > 1]
    cut = all_of(train, lambda p: all(set(rows) in p.chunks for rows in p.rows()))
    moved = any(set(p.rows()[0]) != p.chunks[0] for p in train)
    whole = all_of(train, lambda p: p.complete)
    return e.stage in ("one_order", "orders", "sizes") and whole and cut and moved


@sign(
    "Can the last row ever come in the first batch? Print the first batch of several epochs.",
    "You shuffle after the batches have been cut. Which comes first in an epoch: the order, or "
    "the batches?",
    where=(calling("shuffle", "randperm", "permutation", "sample"),),
)
def shuffles_within_each_batch(e: Evidence):
    """Rows change places inside their batch and never leave it: each batch always has the same
    rows."""
    train = [p for p in seen(e).train if p.n > p.batch_size > 1]
    stay = all_of(train, lambda p: [set(rows) for rows in p.rows()] == p.chunks)
    mixed = all_of([p for p in train if p.batch_size >= 5], lambda p: not p.stored)
    return e.stage in ("one_order", "orders") and stay and mixed


# --- What becomes of the values ------------------------------------------------------------------


def measured(e: Evidence) -> Pass:
    """The first pass of the probe that is not in training: 27 rows with their labels."""
    return next(p for p in seen(e).probed if p.is_train is False)


@sign(
    "How many tensors does one of your batches hold? Print `len(...)` of it.",
    "Features and labels stay two tensors side by side. Where do you put them together?",
    where=(calling("cat", "hstack", "concatenate", "column_stack", "stack"), ITS_LOADER),
)
def joins_the_tensors_in_one_table(e: Evidence):
    """The tensors are joined side by side in one table: a batch is a single tensor, and no longer
    features and labels."""
    found = measured(e)
    table = np.hstack([array.f64.reshape(found.n, -1) for array in found.arrays])
    return e.stage in FORMS and np.array_equal(np.vstack([i.f64 for i in found.items]), table)


def of_three(e: Evidence) -> Pass:
    """The pass over three tensors: float64 (11, 3), int64 (11,), float32 (11, 1)."""
    return next(p for p in seen(e).probed if len(p.arrays) == 3)


@sign(
    "What is the dtype of a tensor of whole numbers, before and after?",
    "Print `.dtype` of a source and of its part in a batch. Look for `float`, `to`, `tensor` and "
    "`dtype`.",
    where=calling("float", "to", "type", "tensor", "FloatTensor", "as_tensor"),
)
def makes_float32_of_everything(e: Evidence):
    """Every tensor is turned into float32, whatever its dtype was."""
    parts = [part.dtype for item in of_three(e).items for part in item]
    return e.stage == "dtype" and set(parts) == {"float32"}


@sign(
    "Which shape do labels of shape (7,) have in a batch of 3? Print it.",
    "Look for `reshape`, `view` and `unsqueeze`. Only the first number of a shape may differ from "
    "the source.",
    where=calling("reshape", "view", "unsqueeze", "column_stack"),
)
def makes_columns_of_flat_tensors(e: Evidence):
    """Flat tensors of shape (n,) become columns of shape (n, 1)."""
    shapes = [part.shape for part in measured(e).items[0]]
    return e.stage in FORMS and shapes == [(5, 2), (5, 1)]


@sign(
    "Which shape do labels of shape (7, 1) have in a batch of 3? Print it.",
    "Look for `squeeze`, `flatten`, `view` and `reshape`. Only the first number of a shape may "
    "differ from the source.",
    where=calling("squeeze", "flatten", "reshape", "view", "ravel"),
)
def loses_axes_of_size_one(e: Evidence):
    """A column of shape (n, 1) comes out flat: an axis of size one is lost."""
    shapes = [part.shape for part in of_three(e).items[0]]
    return e.stage in FORMS and shapes == [(4, 3), (4,), (4,)]
