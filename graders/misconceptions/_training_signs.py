"""What goes wrong in a `train` of either notebook, and how its steps and losses are recognised.

A file includes the signs of a list at its place in the order: `EPOCHS = signs.EPOCHS`.
"""

import ast
import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from graders.engine.functions import Function
from graders.engine.misconceptions import Evidence, sign
from graders.engine.places import assigning, attribute, calling, naming, operator, statement
from graders.engine.returned import Unanswered
from graders.engine.values import Opaque, Scalar, Tensor
from graders.misconceptions import _training as loops
from graders.misconceptions._training import Seen, near

RETURNS = "returns_the_loss_of_every_epoch"
USES = "uses_what_it_is_given"
MOVES = ("values", "unchanged", "far", "diverges", "gradient", "rises")  # steps may be wrong

LOOP, RETURN = statement(ast.For, ast.While), statement(ast.Return)
BACKWARD, STEP, APPEND = calling("backward"), calling("step", "sgd"), calling("append")
CLEAR = calling("zero_grad", "zero_")


@dataclass
class Facts:
    """What a probe has found out of any `train`.

    Attributes:
        seen: Trainings of all kinds.
        again: Of these the first three: one batch, for 1, 2 and 3 epochs.
        perfect: One in which there is hardly anything left to learn.
        afresh: Whether the parameters start anew, near zero.
        notebook: What of the notebook is used in the place of what is given: "net", "houses", "".
        unmoved: Whether the first of them raised an error before anything had moved.
        takes_a_model: Whether there are parameters `model` and `data`, if somebody has asked.
    """

    seen: list[Seen] = field(default_factory=list)
    again: list[Seen] = field(default_factory=list)
    perfect: Seen | None = None
    afresh: bool = False
    notebook: str = ""
    unmoved: bool = False
    takes_a_model: bool = True


def takes_a_model(train: Function) -> bool:
    """Whether two of the parameters have the names `model` and `data`."""
    try:
        train(model=None, data=None)
    except Unanswered as unanswered:
        return unanswered.stage != "parameters"
    return True


# --- Reading it -------------------------------------------------------------------------------


def of_losses(e: Evidence) -> bool:
    """Whether the check stopped at the losses."""
    return e.check == RETURNS or e.stage in ("count", "rises", "type")


def goes_like(
    e: Evidence,
    *programs: loops.Program,
    reports: Sequence[loops.Report] = (loops.after_each_epoch,),
) -> bool:
    """Whether the parameters go where one of these programs leads; and where the check stopped at
    the losses, whether these are right but for that, or as one of these reports says."""
    return e.stage in (*MOVES, "count") and any(
        loops.explains(e.facts.seen, program, report)
        for program in programs
        for report in (reports if of_losses(e) else [None])
    )


# Where both are wrong, the steps and what is told of them, the losses belong to wrong steps
KNOWN = (
    loops.right,
    loops.never_clears,
    loops.clears_once_an_epoch,
    loops.once_an_epoch(lambda loop, batches: 1.0),
    loops.updates_only(loops.W),
    loops.scaled(lambda loop, rows: 1 / len(rows)),
    loops.compares_all_with_all(True),
    loops.trains_for(lambda epochs: 1),
)


def tells_like(e: Evidence, *reports: loops.Report) -> bool:
    """Whether the losses are what one of these reports says."""
    if e.stage not in ("values", "count", "rises", "type"):
        return False
    return (of_losses(e) or e.check == USES) and loops.explains_losses(e.facts.seen, KNOWN, reports)


def told(e: Evidence) -> Any:
    """What the last call of `train` has returned."""
    found = [call.returned for call in e.calls if call.name == "train"]
    return found[-1].value if found and found[-1] else None


def stands_still(e: Evidence) -> bool:
    """Whether the parameters stay where they are, and the losses as well."""
    return e.stage in MOVES and all(
        one.unmoved and loops.agrees(one, loops.stays, loops.after_each_epoch)
        for one in e.facts.seen
    )


def falls(one: Seen) -> bool:
    """Whether the losses are those of right steps, whatever has become of the parameters."""
    ways = loops.finished(one.task, loops.right)
    return any(loops.tells(one.told, loops.after_each_epoch(loop)) for loop in ways)


# --- Other contracts --------------------------------------------------------------------------


@sign(
    "When does the code of a function with `yield` run?",
    "Call `train` in a cell and look at a weight: has it moved? Collect the losses in a list, and "
    "return that.",
    where=statement(ast.Yield, ast.YieldFrom),
)
def yields_the_losses(e: Evidence):
    """A function with `yield` does nothing when it is called: it trains only while somebody loops
    over what it returned."""
    value = told(e)
    return isinstance(value, Opaque) and "generator" in value.type


@sign(
    "This course goes by the first edition of the book: compare your parameters with the stub's.",
    "Later editions put model, data and optimiser into objects, and a `Trainer` around them. Here "
    "each of them is an argument.",
    where=statement(ast.FunctionDef),
)
def later_edition(e: Evidence):
    """A `train`, or `fit`, that gets a model and its data is that of a later edition of the book:
    another contract, not a mistake. Here it gets every part by itself."""
    few = ("takes 2 positional", "takes 3 positional", "from 2 to 3 positional")
    found = e.stage == "parameters" and any(words in e.error for words in few)
    return found and e.facts.takes_a_model


@sign(
    "What does the check call `train` with? Its message says it.",
    "Copy the first line of the stub from the notebook as you got it, and change the names in your "
    "code where they differ.",
    where=statement(ast.FunctionDef),
)
def has_other_parameters(e: Evidence):
    """The parameters of `train` are not those of the stub."""
    return e.stage == "parameters"


@sign(
    "For which library was this code written?",
    "The book exists for several libraries. In PyTorch recording is always on, `.item()` gives the "
    "number in a tensor, and this notebook needs no helpers of the book.",
    where=(naming(*loops.FOREIGN), attribute(*loops.FOREIGN_METHODS)),
)
def is_written_for_another_library(e: Evidence):
    """That is code for another library, or with the book's own helpers, which this notebook does
    not have."""
    return loops.is_foreign(e.error)


CONTRACTS = [
    yields_the_losses,
    later_edition,
    has_other_parameters,
    is_written_for_another_library,
]


# --- Calls that raise -------------------------------------------------------------------------


@sign(
    "`backward()` follows the record of what has been calculated. Was anything recorded here?",
    "Print `.requires_grad` of the loss just before `backward()`. Look for a `no_grad` that is "
    "still at work, and for `.detach()`, `.data` or `.item()` on the way to the loss.",
    where=(calling("no_grad", "inference_mode", "detach", "item"), BACKWARD),
)
def goes_backward_without_a_record(e: Evidence):
    """`backward()` is called on a number of which nothing has been recorded: no way leads from it
    back to the parameters."""
    return "does not require grad and does not have a grad_fn" in e.error


@sign(
    "`backward()` follows a record. Which values carry one: tensors, or plain numbers?",
    "Print `type(...)` of what you call `backward()` on. At which line does the tensor become a "
    "number? That line belongs after `backward()`.",
    where=(calling("item", "tolist", "float"), BACKWARD),
)
def goes_backward_from_a_plain_number(e: Evidence):
    """`backward()` is called on a plain number of Python, which has no record any more."""
    return "'float' object has no attribute 'backward'" in e.error


@sign(
    "What is the difference between `x.mean` and `x.mean()`?",
    "Look at the line that the message names: which of the methods in it has no brackets?",
    where=BACKWARD,
)
def forgets_the_brackets_of_a_method(e: Evidence):
    """A method is named and not called: there are no brackets behind it."""
    kinds = ("builtin_function_or_method", "method")  # a plain function is one of the notebook
    return any(f"AttributeError: '{kind}' object has no attribute" in e.error for kind in kinds)


@sign(
    "NumPy knows nothing of gradients. What has to be left behind before a tensor goes there?",
    "The message of torch names the method that is missing. Or do without NumPy: a tensor of one "
    "element has a method that gives the number.",
    where=calling("numpy", "mean", "array", "asarray", "append"),
)
def hands_a_recorded_tensor_to_numpy(e: Evidence):
    """A tensor that autograd still records is turned into an array of NumPy."""
    return "Can't call numpy() on Tensor that requires grad" in e.error


@sign(
    "A record serves for one `backward()`. For which batch was this loss calculated?",
    "Every batch needs a prediction and a loss of its own, from the parameters as they are now. "
    "Which line stands before the loop, or is there a second `backward()`?",
    where=BACKWARD,
)
def goes_backward_twice(e: Evidence):
    """`backward()` goes a second time through the same record, which it gave up the first time."""
    return "backward through the graph a second time" in e.error


@sign(
    "What is this name at the first batch, and what is it at the second?",
    "Print `type(...)` of it before the line that the message names. Give the result of the call "
    "a name of its own.",
    where=assigning("loss", "net", "linreg", "squared_loss", "sgd"),
)
def overwrites_a_function_with_its_result(e: Evidence):
    """A name that stood for a function, or for the network, has been given a tensor, and then it
    is called again."""
    # Again: the first time it was a function, and a step followed
    return "TypeError: 'Tensor' object is not callable" in e.error and not e.facts.unmoved


RAISE = [
    goes_backward_without_a_record,
    goes_backward_from_a_plain_number,
    forgets_the_brackets_of_a_method,
    hands_a_recorded_tensor_to_numpy,
    goes_backward_twice,
    overwrites_a_function_with_its_result,
]


# --- Which steps there are --------------------------------------------------------------------


@sign(
    "Of which houses does your loss tell, and with which do you train?",
    "The notebook has variables `data`, `features` and `labels` as well. Compare each name in your "
    "code with the parameters in its first line.",
    where=(naming("features", "labels"), naming("data")),
)
def uses_the_notebooks_houses(e: Evidence):
    """The houses of this notebook are used, and not the data that were passed in."""
    return e.facts.notebook == "houses"


@sign(
    "Where should training begin: at any place, or where the parameters are?",
    "They have values already when they are passed in. Which of your lines gives them others?",
    where=(
        calling("apply", "normal_", "normal", "zeros_", "zero_", "zeros", "randn"),
        calling("reset_parameters", "init_params"),
        assigning("w", "b"),
    ),
)
def starts_from_new_weights(e: Evidence):
    """Training begins with new parameters near zero, and not with those that were passed in."""
    return e.facts.afresh and e.stage in MOVES


@sign(
    "`backward()` adds to `.grad`. What is in it when the second batch begins?",
    "Print the `.grad` of the weight before each `backward()`: it should be None or zeros. Which "
    "line of yours sees to that, and has it brackets?",
    where=(attribute("zero_grad"), BACKWARD),
)
def never_clears_the_gradients(e: Evidence):
    """The gradients are never cleared, so that each step repeats those of all batches before."""
    return goes_like(e, loops.never_clears)


@sign(
    "How often does `.grad` have to be clean: once in an epoch, or for every batch?",
    "Print the `.grad` of the weight before each `backward()` of an epoch with three batches. In "
    "which loop does the line stand that clears it?",
    where=(CLEAR, BACKWARD),
)
def clears_the_gradients_once_an_epoch(e: Evidence):
    """The gradients are cleared once in an epoch. In between, each step repeats those of the
    batches before it."""
    return goes_like(e, loops.clears_once_an_epoch)


@sign(
    "Measuring should only look. Is anything sent backward after the last step of an epoch?",
    "Count the calls of `backward()`: there should be one for each batch, and none for the "
    "measurement.",
    where=BACKWARD,
)
def goes_backward_from_the_measurement(e: Evidence):
    """The measured loss goes backward as well, and leaves its gradient in `.grad`, where the next
    step may find it."""
    gradients: list[Callable[[loops.Loop, loops.Batches], np.ndarray]] = [
        lambda loop, batches: loop.slope(loop.task.rows),
        lambda loop, batches: loop.slope(loop.task.rows) / len(loop.task.rows),
        lambda loop, batches: np.sum([loop.slope(rows) for rows in batches], axis=0),
    ]
    if e.stage == "gradient" and all(one.right for one in e.facts.seen):
        return True
    return goes_like(e, *map(loops.leaks, gradients))


@sign(
    "How many steps should there be in an epoch with three batches? Print a line at each of yours.",
    "With which parameters is the gradient of the second batch taken? Look at the loop in which "
    "the step stands, and at whether there is a loop over the batches.",
    where=(STEP, calling("cat"), BACKWARD),
)
def moves_once_an_epoch(e: Evidence):
    """The parameters move only when the gradients of all batches of the epoch have been taken.
    The second batch should start from where the step of the first one has led."""

    def as_a_mean(loop: loops.Loop, rows: loops.Rows) -> float:
        return loop.divisor(rows) / (len(loop.task.rows) if loop.summed else 1)

    def divided_again(loop: loops.Loop, rows: loops.Rows) -> float:
        return as_a_mean(loop, rows) / (loop.task.batch_size or 1)

    return goes_like(
        e,
        loops.once_an_epoch(lambda loop, batches: 1.0),
        loops.once_an_epoch(lambda loop, batches: 1 / len(batches)),
        loops.whole_data(as_a_mean, steps=False),
        loops.whole_data(divided_again, steps=False),
    )


@sign(
    "How many steps should there be in an epoch with three batches? Print a line at each of yours.",
    "Look at how far the step is indented: to which of the loops does it belong?",
    where=STEP,
)
def steps_after_the_last_batch_only(e: Evidence):
    """There is one step in an epoch, after the last batch and with the gradient of this batch
    alone."""
    return goes_like(e, loops.steps_after_the_last)


@sign(
    "How many steps should there be in an epoch with three batches? Print a line at each of yours.",
    "Something ends the loop over the batches, or there is no such loop: look for `break`, "
    "`return` and `next`.",
    where=(statement(ast.Break), calling("next"), RETURN),
)
def takes_one_batch_an_epoch(e: Evidence):
    """Only the first batch of an epoch makes a step; the others are left out."""
    return goes_like(e, loops.first_batch_only, loops.ends_after_the_first_batch)


@sign(
    "Which of the two loops stands inside the other: that over the epochs, or that over the "
    "batches?",
    "In an epoch every batch comes once. Print the numbers of epoch and batch at each step.",
    where=LOOP,
)
def swaps_the_two_loops(e: Evidence):
    """Each batch makes all its steps, `num_epochs` of them, before the next one comes: the loop
    over the epochs stands inside that over the batches."""
    return goes_like(e, loops.swaps_the_loops)


@sign(
    "The loop hands you a batch at every turn. What do you do with it?",
    "In the loop over the batches, which variables hold the rows of this batch? Compare them with "
    "those that the prediction is made of.",
    where=(BACKWARD, calling("cat", "linreg")),
)
def uses_all_data_in_every_step(e: Evidence):
    """Every step uses the loss of all the data, and not that of its batch."""
    return goes_like(
        e,
        loops.whole_data(lambda loop, rows: 1.0),
        loops.whole_data(lambda loop, rows: loop.divisor(rows) / len(loop.task.rows)),
        loops.whole_data(lambda loop, rows: 1 / len(loop.task.rows)),
    )


@sign(
    "Who decides how long the steps are: your function, or its caller?",
    "Call `train` with two different rates. Look for a number in your function, or an optimiser "
    "that it makes itself.",
    where=(calling("SGD", "Adam"), assigning("optimizer"), STEP),
)
def uses_a_fixed_rate(e: Evidence):
    """The steps have always the same learning rate: the one that was passed in has no say."""
    return e.stage in MOVES and loops.fixed_rate(e.facts.seen)


@sign(
    "Subtract a row of shape (3,) from a column (3, 1) in a new cell, and count the results.",
    "Print both shapes right before the loss, for labels (4,) and for labels (4, 1). They should "
    "be the same.",
    where=(calling("reshape", "view", "unsqueeze", "squeeze", "flatten"), BACKWARD),
)
def compares_all_predictions_with_all_labels(e: Evidence):
    """Predictions and labels meet in two different shapes, such as (n, 1) and (n,): each
    prediction is compared with all labels of its batch."""
    return any(
        goes_like(
            e,
            loops.compares_all_with_all(flat),
            loops.compares_all_with_all(flat, mean=True),
            reports=(
                loops.after_each_epoch,
                loops.all_with_all(by_batch=True, flat=flat),
                loops.all_with_all(flat=flat),
            ),
        )
        for flat in (None, True, False)
    )


STEPS = [
    uses_the_notebooks_houses,
    starts_from_new_weights,
    never_clears_the_gradients,
    clears_the_gradients_once_an_epoch,
    goes_backward_from_the_measurement,
    moves_once_an_epoch,
    steps_after_the_last_batch_only,
    takes_one_batch_an_epoch,
    swaps_the_two_loops,
    uses_all_data_in_every_step,
    uses_a_fixed_rate,
    compares_all_predictions_with_all_labels,
]


# --- How many epochs there are ----------------------------------------------------------------


def lasts(e: Evidence, count: Callable[[int], int]) -> bool:
    """Whether there are as many epochs as `count` makes of `num_epochs`, and as many losses."""
    return loops.lasted(e.facts.seen, count) and goes_like(e, loops.trains_for(count))


@sign(
    "An iterator can be used once. What is left of it for the second epoch?",
    "Print the number of steps in each epoch. Over what does the loop go, and where was it made?",
    where=calling("data_iter", "iter", "enumerate", "zip", "map"),
)
def uses_up_its_batches(e: Evidence):
    """The first epoch uses up all the batches, and the others find none: one iterator was made
    for all of them."""
    every = loops.lasted(e.facts.seen, lambda epochs: epochs)
    return every and goes_like(e, loops.uses_up_its_batches)


@sign(
    "How many epochs are there if you ask for three? Print a line at the beginning of each.",
    "A `return` ends the function at once. How far is yours indented, and how do you count the "
    "epochs?",
    where=(RETURN, statement(ast.Break), LOOP),
)
def trains_for_one_epoch_only(e: Evidence):
    """Training is over after the first epoch, whatever `num_epochs` is."""
    return lasts(e, lambda epochs: 1)


@sign(
    "How many turns does your loop make if you ask for three epochs?",
    "Write down which numbers `range(1, 3)` and `range(3)` give.",
    where=LOOP,
)
def trains_one_epoch_too_few(e: Evidence):
    """There is one epoch fewer than `num_epochs`."""
    return lasts(e, lambda epochs: epochs - 1)


@sign(
    "How many turns does your loop make if you ask for three epochs?",
    "Write down which numbers your `range(...)` gives, or how often your condition is true.",
    where=LOOP,
)
def trains_one_epoch_too_many(e: Evidence):
    """There is one epoch more than `num_epochs`."""
    return lasts(e, lambda epochs: epochs + 1)


@sign(
    "Call `train` for 1 epoch and for 2. What is different?",
    "Look for a number in your function that should be the argument `num_epochs`.",
    where=(assigning("num_epochs"), LOOP),
)
def ignores_num_epochs(e: Evidence):
    """The number of epochs is always the same, whatever `num_epochs` is."""
    count = loops.fixed_epochs(e.facts.seen)
    return count > 0 and lasts(e, lambda epochs: count)


@sign(
    "What should happen in an epoch in which the loss rises, or hardly falls?",
    "Try a rate that is far too large, and a start that fits almost perfectly: how many losses "
    "come back? Look for a condition with `break` or `return`.",
    where=(statement(ast.Break), statement(ast.If)),
)
def stops_when_it_seems_good_enough(e: Evidence):
    """Training ends before its time when the loss rises, hardly changes, or is small. There should
    be `num_epochs` epochs in any case."""
    if goes_like(e, loops.stops_when_the_loss_rises):
        return True
    one = e.facts.perfect
    early = loops.are_numbers(one.told) and 0 < len(one.told) < one.task.epochs
    others = all(loops.agrees(other, loops.right, loops.after_each_epoch) for other in e.facts.seen)
    return e.stage in ("count", "values") and early and others


EPOCHS = [
    uses_up_its_batches,
    trains_for_one_epoch_only,
    trains_one_epoch_too_few,
    trains_one_epoch_too_many,
    ignores_num_epochs,
    stops_when_it_seems_good_enough,
]


# --- What comes back --------------------------------------------------------------------------

# What a learner may make of the loss of a batch: its mean, its sum, or its sum by `batch_size`
WEIGHTS: list[Callable[[loops.Loop, loops.Rows], float]] = [
    lambda loop, rows: 1.0,
    lambda loop, rows: len(rows),
    lambda loop, rows: len(rows) / (loop.task.batch_size or 1),
]
MEAN_OF_MEANS = loops.by_batches(lambda loop, rows: 1.0, lambda loop, moment: len(moment.passed))


@sign(
    "The notebook plots the losses when training is over: what does it get from your function?",
    "To print the losses is not to hand them over. Is there a `return`, and what stands behind it?",
    where=(calling("print"), statement(ast.FunctionDef)),
)
def returns_nothing(e: Evidence):
    """No `return` hands the losses over."""
    return e.stage == "nothing"


@sign(
    "A tensor of one element, or a text, is not yet a number. How do you get the number itself?",
    "Print `type(...)` of the first entry, and look up `.item()`. Who is to read the losses: a "
    "person, or the cell that plots them?",
    where=(APPEND, statement(ast.JoinedStr), calling("numpy", "loss", "mean")),
)
def returns_no_plain_numbers(e: Evidence):
    """The list holds tensors, numbers of NumPy or texts, and not plain numbers of Python."""
    kinds = (Tensor, Scalar, np.ndarray, str)
    return e.stage == "floats" and all(isinstance(item, kinds) for item in told(e))


@sign(
    "Which type does the docstring ask for, below `Returns`?",
    "Print `type(...)` of what you return. What you need is made with `[]`, and it grows with "
    "`append`.",
    where=(RETURN, calling("zeros", "tensor", "array", "stack")),
)
def returns_one_array(e: Evidence):
    """The losses come back in one array or tensor, and not in a list."""
    return (
        e.stage == "type"
        and isinstance(told(e), (np.ndarray, Tensor))
        and all(np.shape(loops.numbers_in(one.told)) == (one.task.epochs,) for one in e.facts.seen)
    )


@sign(
    "What is a new loss put into, and what becomes of those before?",
    "Make the empty list before the loop over the epochs, and see that every epoch adds to it.",
    where=(RETURN, assigning()),
)
def returns_only_the_last_loss(e: Evidence):
    """Only the loss after the last epoch comes back; those of the epochs before are lost."""
    return tells_like(e, loops.last_only, loops.list_of_the_last)


@sign(
    "How many numbers does your list hold before training begins?",
    "Ask for 3 epochs and print the list. With which parameters was the first number taken?",
    where=(assigning(), APPEND),
)
def reports_the_start_as_well(e: Evidence):
    """The list begins with the loss from before training, one number too many."""
    return tells_like(e, loops.start_as_well)


@sign(
    "Is your list empty at the beginning of every call?",
    "Call `train` twice and print the length of the list. When is the list made: at each call, or "
    "once?",
    where=(statement(ast.FunctionDef), assigning()),
)
def keeps_the_losses_of_earlier_calls(e: Evidence):
    """The list goes on from call to call: it still holds the losses of earlier ones."""
    return e.stage == "count" and all(
        len(before.told) + one.task.epochs == len(one.told)
        and near(one.told[: len(before.told)], before.told)
        for before, one in itertools.pairwise(e.facts.seen)
    )


@sign(
    "One loss an epoch: how often is the line run that appends?",
    "Ask for 2 epochs with three batches and print the length of the list. To which loop does the "
    "line that appends belong?",
    where=APPEND,
)
def reports_a_loss_for_every_batch(e: Evidence):
    """There is a loss for every batch, and not one for every epoch."""
    return tells_like(
        e,
        *(way for weight in WEIGHTS for way in loops.for_each_batch(weight)),
        loops.whole_loss_for_each_batch,
    )


@sign(
    "After an epoch means: with which parameters?",
    "Measure what you have trained in a new cell. Is its loss the last number of your list, or the "
    "one that should follow?",
    where=APPEND,
)
def measures_before_the_epoch(e: Evidence):
    """The loss of an epoch is taken before its steps, and not after them."""
    return tells_like(e, loops.before_the_epoch)


@sign(
    "Of how many rows does your loss tell?",
    "What does the variable hold that you append: the loss of the last batch, or of all rows?",
    where=APPEND,
)
def reports_the_last_batch(e: Evidence):
    """What is reported is the loss of the last batch of an epoch, and not that of all rows."""
    return tells_like(e, *(way for weight in WEIGHTS for way in loops.last_batch(weight)))


@sign(
    "With which parameters was the loss of the first batch taken, and with which that of the last?",
    "The steps of an epoch come first, all of them. Then take the loss of all rows once more, with "
    "the parameters as they are then.",
    where=(APPEND, statement(ast.AugAssign)),
)
def averages_during_the_epoch(e: Evidence):
    """The losses that come by during the epoch are averaged: each of them belongs to other
    parameters, and none to those at its end."""
    divisors: list[Callable[[loops.Loop, loops.Moment], float]] = [
        lambda loop, moment: len(loop.task.rows),
        lambda loop, moment: len(moment.passed),
        lambda loop, moment: 1.0,
    ]
    ways = itertools.product((loops.BEFORE, loops.AFTER), WEIGHTS, divisors)
    return tells_like(e, *itertools.starmap(loops.during_the_epoch, ways))


@sign(
    "A half in the loss: is there one in this notebook, and how often is it in yours?",
    "Take one row with an error of 3, and compare your loss with the one that is wanted. Look for "
    "a factor 2.",
    where=(APPEND, operator(ast.Pow, ast.Div)),
)
def reports_another_half(e: Evidence):
    """The reported loss is twice or half of what it should be."""
    return tells_like(e, loops.times(lambda loop: 2.0), loops.times(lambda loop: 0.5))


@sign(
    "What is the shape of a column (3, 1) minus a row (3,)?",
    "Print both shapes right before the loss, in training and in measuring.",
    where=(calling("item"), APPEND),
)
def measures_all_predictions_with_all_labels(e: Evidence):
    """When measuring, a column of predictions meets flat labels, (n,): each prediction is
    compared with all labels."""
    return tells_like(e, loops.all_with_all(by_batch=True), loops.all_with_all())


@sign(
    "What does the total hold when the second epoch begins?",
    "Print the total at the beginning of every epoch. It should be zero.",
    where=(assigning("total", "count"), statement(ast.AugAssign)),
)
def never_resets_the_total(e: Evidence):
    """The total is not reset: the losses of earlier epochs are part of it."""
    return tells_like(
        e,
        loops.cumulative(loops.after_each_epoch),
        loops.cumulative(loops.after_each_epoch, divided=True),
        loops.cumulative(loops.times(lambda loop: len(loop.task.rows))),
        loops.cumulative(MEAN_OF_MEANS),
    )


@sign(
    "Whoever calls `train` goes on with torch afterwards. Is everything as it was?",
    "Look for `set_grad_enabled`. A `with` block switches the recording on again when it ends.",
    where=calling("set_grad_enabled"),
)
def leaves_autograd_switched_off(e: Evidence):
    """The recording is switched off for the measurement and not switched on again."""
    return e.stage == "grad_mode"


RESULTS = [
    returns_nothing,
    returns_no_plain_numbers,
    returns_one_array,
    returns_only_the_last_loss,
    reports_the_start_as_well,
    keeps_the_losses_of_earlier_calls,
    reports_a_loss_for_every_batch,
    measures_before_the_epoch,
    reports_the_last_batch,
    averages_during_the_epoch,
    reports_another_half,
    measures_all_predictions_with_all_labels,
    never_resets_the_total,
    leaves_autograd_switched_off,
]
