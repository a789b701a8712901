"""What goes wrong in `sgd`: p - lr * g / m for each parameter p with its gradient g, in place."""

import ast
import contextlib
import itertools
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from graders.engine.misconceptions import (
    NOT_OF_VALUES,
    RAISED,
    Evidence,
    alike,
    formula,
    sign,
)
from graders.engine.places import assigning, attribute, calling, naming, operator, statement
from graders.engine.returned import Called, Returned, Unanswered
from graders.engine.values import Tensor

from ._evidence import MIXED_DTYPES, close, last, parameters_of, undefined_name

STEP = (
    calling("sub_", "add_", "subtract_", "copy_"),
    statement(ast.AugAssign),
    operator(ast.Sub),
    assigning(),
)
LOOP = (statement(ast.For), statement(ast.Return))
DEFINITION = (statement(ast.FunctionDef, ast.ClassDef),)


def observe(call: Called):
    """Each parameter with its gradient, lr and m; and the parameters after the step."""
    if len(call.given) != 3 or MIXED_DTYPES.search(call.error):
        return None
    params, lr, m = call.given
    if any(p.grad is None for p in params) or not np.isfinite(lr):
        return None  # these calls are about something else
    pairs = [(p.f64, p.grad.f64) for p in params]
    if call.returned is None:
        return ((pairs, lr, m), RAISED) if call.error else None
    return (pairs, lr, m), call.returned.arguments[0]


def right(params, lr, m):
    return [p - lr * g / m for p, g in params]


def probe(sgd, draw):
    """Steps with everything different: shapes, sizes, rates, the number of parameters."""
    facts: dict[str, Any] = {"parameters": parameters_of(sgd)}

    def parameter(name: str, *shape: int) -> Tensor:
        p = draw.away_from_zero(name, *shape, requires_grad=True)
        p.grad = draw.away_from_zero(f"{name}.grad", *shape)
        # Small ones too: whatever treats large gradients otherwise shows beside them
        small = draw.rng.choice([1.0, 0.05], shape).astype(np.float32)
        small.reshape(-1)[0] = 1.0
        p.grad.array = p.grad.array * small
        return p

    def w_and_b() -> list[Tensor]:
        return [parameter("w", 3, 1), parameter("b", 1)]

    # A velocity that is kept goes on with the shapes of the check, so these come first
    steps = [(w_and_b(), 0.7, 2), (w_and_b(), 0.3, 5), (w_and_b(), 0.4, 3)]
    for _ in range(3):  # one that is kept by `id` may meet another tensor's first
        with contextlib.suppress(Unanswered):
            facts["same objects"] = sgd.on_the_same_objects(*steps)
            break
    several: list[tuple[float, int, list[tuple[int, ...]]]] = [
        (0.35, 7, [(2, 3), (1, 2)]),  # two parameters, but no w and b
        (0.8, 4, [(3, 1), (1,), (2, 1)]),
        (5.4, 2, [(3, 1)]),  # a rate above 1 when it is divided, too
    ]
    for lr, m, shapes in several:
        params = [parameter(f"p{i}", *shape) for i, shape in enumerate(shapes)]
        with contextlib.suppress(Unanswered):
            sgd(params, lr, m)
    # An infinite rate times a gradient of zero is no number: does that get into the parameter?
    with contextlib.suppress(Unanswered):
        (after,) = sgd([parameter("p", 2, 1)], float("inf"), 2).arguments[0]
        facts["steps by zero"] = bool(np.isnan(after.array).all())
        facts["moves"] = not bool(np.isfinite(after.array).all())
    # Without a gradient: does it miss one, other than for clearing it?
    p = draw.away_from_zero("p", 2, 1, requires_grad=True)
    facts["misses the gradient"] = False
    try:
        sgd([p], 0.5, 2)
    except Unanswered as complaint:
        error = complaint.error
        facts["misses the gradient"] = "NoneType" in error and "zero_" not in error
    return facts


def seen(e: Evidence) -> list[tuple[tuple, Any]]:
    """Arguments and result of every call, the check's and the probe's."""
    pairs = [observe(call) for call in [*e.calls, *e.probed] if call.name == "sgd"]
    return [pair for pair in pairs if pair is not None]


def fits(e: Evidence, *ideas: Callable) -> bool:
    """Whether just one of these ideas makes the parameters of every call."""
    own = [observe(call) for call in e.calls if call.name == "sgd"]
    if e.stage in NOT_OF_VALUES:
        return False
    if not e.error and not any(pair and not alike(pair[1], right(*pair[0])) for pair in own):
        return False
    return any(_explains(idea, seen(e)) for idea in ideas)


def _explains(idea: Callable, pairs: list[tuple[tuple, Any]]) -> bool:
    telling = False
    for inputs, got in pairs:
        try:
            predicted = idea(*inputs)
        except (LookupError, TypeError, ValueError):
            predicted = RAISED
        if not alike(got, predicted):
            return False
        telling = telling or (got is not RAISED and not alike(got, right(*inputs)))
    return telling


def each(step: Callable) -> Callable:
    """The idea that takes `step(p, g, lr, m)` away from each parameter p."""
    return lambda params, lr, m: [p - step(p, g, lr, m) for p, g in params]


def made(e: Evidence, calls: list | None = None) -> Iterator[tuple]:
    """p, g, lr, m and the step that was made, for every parameter of every call."""
    pairs = seen(e) if calls is None else calls
    for (params, lr, m), got in pairs:
        if got is RAISED:
            continue
        for (p, g), after in zip(params, got, strict=True):
            yield p, g, lr, m, p - after.f64


def common(values: list[float]) -> float:
    """The number that all of these are, but for rounding.

    Raises:
        ValueError: They are not all the same.
    """
    if not values or not np.allclose(values, values[0], rtol=1e-3, atol=0):
        raise ValueError("different numbers")
    return float(np.mean(values))


def times(step: np.ndarray, g: np.ndarray, p: np.ndarray) -> float:
    """How many times the gradient the step is. Raises ValueError where it is no multiple."""
    factor = float((step * g).sum() / (g * g).sum())
    rounding = 1e-6 * (abs(p).max() + abs(step).max())
    if not np.allclose(step, factor * g, rtol=0, atol=rounding):
        raise ValueError("no multiple of the gradient")
    return factor


def moderate(e: Evidence) -> list[tuple[tuple, Any]]:
    """The probe's calls: sizes with which a step can be told from rounding."""
    pairs = [observe(call) for call in e.probed if call.name == "sgd"]
    return [pair for pair in pairs if pair is not None and pair[1] is not RAISED]


def none_moved(e: Evidence) -> bool:
    """Whether no parameter changed in any call of the probe."""
    steps = [step for *_, step in made(e, moderate(e))]
    return bool(steps) and not any(step.any() for step in steps)


# --- How it is called, and what the call raises ----------------------------------------------


@sign(
    "This course goes by the first edition of the book: compare your parameters with the stub's.",
    "Later editions take the mean in the loss and so need no `batch_size` here. This `sgd` does.",
    where=DEFINITION,
)
def later_edition(e: Evidence):
    """That is the `sgd` of a later edition of the book, which is another contract, not a mistake:
    here it takes `batch_size` as well, and divides by it."""
    names = [name for name in e.facts["parameters"] if name != "self"]
    rates = ("lr", "learning_rate", "eta", "alpha", "rate")
    return e.stage == "parameters" and len(names) == 2 and names[1] in rates


@sign(
    "The caller does not know what is in its list. How does it hand over three parameters?",
    "Compare your first line with the stub's: one list comes first, and the loop is yours.",
    where=DEFINITION,
)
def takes_w_and_b_apart(e: Evidence):
    """This `sgd` wants four arguments, where the caller gives all parameters in one list."""
    return e.stage == "parameters" and len(e.facts["parameters"]) == 4


@sign(
    "Which names does your formula use, and which does your first line have? Compare letter by "
    "letter.",
    "A name that is no parameter is looked up in the notebook, and there it is not. Use the names "
    "of your `def` line.",
    where=DEFINITION,
)
def misspells_a_parameter(e: Evidence):
    """The code uses a name that is none of the parameters, and that nothing else defines."""
    names = ("lr", "batch_size", "params", "learning_rate", "eta", "batch", "w", "b", "param", "p")
    return undefined_name(e).lower() in names


@sign(
    "`params` is a list. Which of its own functions does a list have, and which does a tensor?",
    "Only the tensors in the list have `.grad` and `.data`. How do you go through a list?",
    where=(attribute("data", "grad"), naming("params")),
)
def treats_the_list_as_a_tensor(e: Evidence):
    """It treats the list like a tensor: only the tensors in it have `.grad` and `.data`, and can be
    calculated with."""
    if e.error.startswith("TypeError: unsupported operand"):
        return "'list'" in e.error
    words = (
        "AttributeError: 'list' object has no",
        "TypeError: can't multiply sequence by non-int",
    )
    return e.error.startswith(words)


@sign(
    "Does the step need NumPy? Whatever you do with it, torch does as well.",
    "torch refuses to hand a tensor that requires gradients to NumPy. Pausing the recording is "
    "another matter: the end of section 4 says how.",
    where=(calling("numpy", "asarray", "array"), naming("np", "numpy")),
)
def leaves_torch_for_numpy(e: Evidence):
    """The code hands a parameter to NumPy, which torch refuses if the tensor requires gradients."""
    return "Can't call numpy() on Tensor that requires grad" in e.error


@sign(
    "Autograd watches every operation on a tensor that requires gradients. May this one be "
    "recorded?",
    "The end of section 4 names a way to pause the recording, a `with` block. What belongs in it?",
    where=(statement(ast.AugAssign), calling("sub_", "add_", "copy_"), *STEP),
)
def records_the_step(e: Evidence):
    """The parameter is changed in place while autograd is recording, which torch refuses."""
    return e.stage == "raised_on_a_leaf"


@sign(
    "Which tensor has the gradient, and for how long? A copy of the parameter has none.",
    "Print `.grad` of what you step with, just before the step. Was it cleared already, or is it "
    "that of a detached copy?",
    where=(assigning("grad"), calling("detach", "clone", "zero_grad"), attribute("grad")),
)
def finds_no_gradient(e: Evidence):
    """What the step multiplies is None: at that point there is no gradient."""
    words = ("for *: ", "for /: ", "must be Tensor, not NoneType")
    return e.stage == "raised" and "NoneType" in e.error and any(word in e.error for word in words)


# --- The parameters stay as they were --------------------------------------------------------


@sign(
    "In which order do you use the gradient and clear it?",
    "Print the gradient just before the step. The old gradient may be cleared, but not yet.",
    where=(calling("zero_", "zero_grad", "fill_"), assigning("grad")),
)
def zeroes_before_the_step(e: Evidence):
    """The gradient is set to zero before it is used, so that the step has no length."""
    after = [p for call in e.probed if call.returned for p in call.returned.arguments[0]]
    cleared = not any(p.grad.array.any() for p in after if p.grad)
    return e.stage == "unchanged" and none_moved(e) and cleared and e.facts["steps by zero"]


@sign(
    "The caller holds the tensors, and not your list of them. What happens to these tensors?",
    "Print `id(...)` of each tensor in the list before and after a call. Which line puts another "
    "tensor there?",
    where=(statement(ast.Assign), calling("append", "pop", "clear")),
)
def replaces_the_tensors_in_the_list(e: Evidence):
    """New tensors are put into the list; the caller's own `w` and `b` stay as they were."""
    return e.stage in ("unchanged", "replaced", "leaf") and not last(e).kept[0] and none_moved(e)


@sign(
    "What does the caller do with its list afterwards? Print its length after a call.",
    "`pop`, `remove` and `clear` take from the caller's own list. How do you only read it?",
    where=calling("pop", "remove", "clear"),
)
def takes_the_parameters_off_the_list(e: Evidence):
    """The parameters make their steps, but the caller's list loses them."""
    pairs = seen(e)
    return e.stage == "replaced" and all(alike(got, right(*inputs)) for inputs, got in pairs)


@sign(
    "Who reads what your function returns? Look at how `train` calls it.",
    "Change what is inside the tensors that came in. Which operations work in place?",
    where=(statement(ast.Return), *STEP),
)
def returns_new_parameters(e: Evidence):
    """It returns the new values in tensors of their own, and the caller's parameters stay as they
    were."""
    calls = [call for call in [*e.calls, *e.probed] if observe(call) and call.returned]
    done = [(observe(call), list(call.returned.value)) for call in calls if call.returned]
    new = all(pair and alike(value, right(*pair[0])) for pair, value in done)
    return e.stage == "unchanged" and none_moved(e) and new


@sign(
    "Which object did you change: the tensor that the caller holds, or another one that has its "
    "name for a while?",
    "Print `id(...)` of the parameter before and after your line. `=` gives a name to a new "
    "tensor; which operations change the numbers inside the old one?",
    where=(assigning(), calling("clone", "detach", "sub", "add")),
)
def steps_on_a_tensor_of_its_own(e: Evidence):
    """The step is calculated, but its result stays in a tensor of its own: nothing is written into
    the caller's parameters."""
    return (
        e.stage == "unchanged"
        and none_moved(e)
        and e.facts["misses the gradient"]
        and not e.facts["moves"]
    )


# --- Which parameters move -------------------------------------------------------------------


@formula(
    "Follow the loop for a list of three parameters: which of them move?",
    "Look at how far your `return` is indented, or for an index: how often does the loop go round?",
    where=(statement(ast.Return), statement(ast.Break), statement(ast.Subscript)),
)
def moves_only_the_first_parameter(params, lr, m):
    """Only the first parameter of the list makes its step."""
    return right(params[:1], lr, m) + [p for p, _ in params[1:]]


@formula(
    "Follow the loop for a list of three parameters: which of them move?",
    "Look at the indentation: which lines are part of the loop, and which come once, after it?",
    where=(calling("sub_"), statement(ast.AugAssign), *LOOP),
)
def moves_only_the_last_parameter(params, lr, m):
    """Only the last parameter of the list makes its step, as if that came after the loop."""
    return [p for p, _ in params[:-1]] + right(params[-1:], lr, m)


@formula(
    "Where does a `range`, or a slice, end? Follow it for a list of three parameters.",
    "Print the index in your loop. Do you need one at all, to go through a list?",
    where=(calling("range"), statement(ast.Slice)),
)
def leaves_out_the_last_parameter(params, lr, m):
    """All parameters but the last make their step."""
    return right(params[:-1], lr, m) + [p for p, _ in params[-1:]]


@formula(
    "Where does a `range`, or a slice, begin? Follow it for a list of three parameters.",
    "Print the index in your loop. Do you need one at all, to go through a list?",
    where=(calling("range"), statement(ast.Slice)),
)
def leaves_out_the_first_parameter(params, lr, m):
    """All parameters but the first make their step."""
    return [p for p, _ in params[:1]] + right(params[1:], lr, m)


@formula(
    "Follow the loop for a list of four parameters: which of them move?",
    "A list that gets shorter while a loop goes through it makes the loop skip. Look for `pop` and "
    "`remove`.",
    where=(calling("pop", "remove"), statement(ast.For)),
)
def skips_every_second_parameter(params, lr, m):
    """Only every second parameter of the list makes its step."""
    return [p - lr * g / m if i % 2 == 0 else p for i, (p, g) in enumerate(params)]


@sign(
    "How many parameters does a model have? The list may hold one, or ten.",
    "Which line says that there are two? A loop goes through any list.",
    where=(assigning("w", "b"), statement(ast.Subscript), *DEFINITION),
)
def expects_just_w_and_b(e: Evidence):
    """It works for a list of two parameters only."""
    two = [alike(got, right(*inputs)) for inputs, got in seen(e) if len(inputs[0]) == 2]
    others = [(inputs, got) for inputs, got in seen(e) if len(inputs[0]) != 2]

    def first_two(params, lr, m):
        return right(params[:2], lr, m) + [p for p, _ in params[2:]]

    left = [got is RAISED or alike(got, first_two(*inputs)) for inputs, got in others]
    few = len({len(inputs[0]) for inputs, got in others if got is RAISED})
    return all(two) and all(left) and few > 0 and len(e.calls[-1].given[0]) != 2


# --- What is remembered ----------------------------------------------------------------------


@sign(
    "The docstring says that nothing is remembered. What does your function keep between calls?",
    "This is momentum: a part of the step before comes along. Look for a global variable, a "
    "dictionary, or an attribute of the parameter.",
    where=(statement(ast.Global), operator(ast.Add), assigning()),
)
def carries_the_last_step_over(e: Evidence):
    """A part of the step before is added to each step: that is momentum."""
    for with_rate in (True, False):
        with contextlib.suppress(ValueError):
            if carried(e, with_rate):
                return True
    return False


def carried(e: Evidence, with_rate: bool) -> bool:
    """Whether each step holds the same part of the one before, as it was or divided by lr."""
    parts, before = [], None
    for done in e.facts["same objects"]:
        params, lr, m = done.given
        steps = [p.f64 - after.f64 for p, after in zip(params, done.arguments[0], strict=True)]
        scaled = [step / lr if with_rate else step for step in steps]
        if before is not None:
            for p, one, old in zip(params, scaled, before, strict=True):
                more = one - p.grad.f64 / m * (1 if with_rate else lr)
                parts.append(times(more, old, p.f64))
        before = scaled
    return 0 < common(parts) < 1


@sign(
    "Call it twice, with another `lr` and `batch_size` the second time. What has changed?",
    "Look for what is made in the first call alone: an optimizer that is kept, a default argument, "
    "or `if` something is not there yet.",
    where=(statement(ast.If), calling("SGD"), attribute("optim"), statement(ast.Global)),
)
def keeps_the_rate_for_the_same_tensors(e: Evidence):
    """For tensors that it has met before, it goes on with the `lr` and the `batch_size` of the
    first time."""
    if not all(alike(got, right(*inputs)) for inputs, got in moderate(e)[-3:]):
        return False
    sequence = e.facts["same objects"]
    _, lr, m = sequence[0].given
    return all(close(stepped(done), ahead(done, lr / m)) for done in sequence)


def stepped(done: Returned) -> list[Tensor]:
    """The parameters after a call."""
    return done.arguments[0]


def ahead(done: Returned, rate: float) -> list[np.ndarray]:
    """The parameters after a step with this rate."""
    return [p.f64 - rate * p.grad.f64 for p in done.given[0]]


@sign(
    "Call it twice with the same numbers. Why is the second step shorter?",
    "The docstring says that nothing is remembered. Look for what counts the calls, or collects "
    "something in a global variable.",
    where=(statement(ast.Global), calling("append"), statement(ast.AugAssign)),
)
def makes_every_step_shorter(e: Evidence):
    """The steps get shorter from call to call, as if the learning rate shrank: something is
    remembered."""
    factors = []
    for (params, lr, m), got in moderate(e):
        steps = [(p, g, p - after.f64) for (p, g), after in zip(params, got, strict=True)]
        factors.append(common([times(step, g, p) * m / lr for p, g, step in steps]))
    shrinking = all(later < 0.999 * sooner for sooner, later in itertools.pairwise(factors))
    return len(factors) > 3 and shrinking and factors[-1] > 0 and factors[0] < 1.001


# --- Which numbers make the step -------------------------------------------------------------


def factors(e: Evidence) -> list[tuple[float, float, int]]:
    """How many times the gradient each step of the probe was, with lr and m."""
    return [(times(step, g, p), lr, m) for p, g, lr, m, step in made(e, moderate(e))]


def of_values(e: Evidence) -> bool:
    """Whether the check stopped at values."""
    return e.stage in ("values", "unchanged")


@formula(
    "`.sum().backward()` adds up the gradients of a whole batch. What makes a mean of a sum?",
    "Of the three arguments one has no say in your step. Where does the formula have it?",
    where=STEP,
)
def never_divides_by_batch_size(params, lr, m):
    """The step is `lr * gradient`: it is never divided by `batch_size`."""
    return [p - lr * g for p, g in params]


@formula(
    "What makes the steps longer or shorter? The picture in section 4 has three examples.",
    "Of the three arguments one has no say in your step. Where does the formula have it?",
    where=STEP,
)
def forgets_lr(params, lr, m):
    """The step is the mean gradient as it is: the learning rate has no say."""
    return [p - g / m for p, g in params]


@formula(
    "Two of the three arguments have no say in your step. What is each of them for?",
    "Compare your step with the formula of section 4, letter by letter.",
    where=STEP,
)
def takes_the_whole_gradient(params, lr, m):
    """The whole gradient is taken away: neither `lr` nor `batch_size` has a say."""
    return [p - g for p, g in params]


@sign(
    "Call it with another `lr` and another `batch_size`. What should change, and what does?",
    "Where do the numbers of your step come from? Look for numbers that are written down, for "
    "names that are no parameters, and for what an earlier call has left.",
    where=(naming("lr", "batch_size"), *STEP),
)
def takes_the_same_rate_at_every_call(e: Evidence):
    """Neither `lr` nor `batch_size` has a say: the step is always the same multiple of the
    gradient."""
    return of_values(e) and common([factor for factor, _, _ in factors(e)]) > 0


@sign(
    "Call it with another `batch_size`. What should change, and what does?",
    "Which number do you divide by, and where does it come from: from the `def` line, or from "
    "somewhere else?",
    where=(operator(ast.Div), *STEP),
)
def divides_by_a_fixed_number(e: Evidence):
    """The gradient is divided by the same number at every call, whatever `batch_size` is."""
    return of_values(e) and common([lr / factor for factor, lr, _ in factors(e)]) > 0


@sign(
    "Call it with another `lr`. What should change, and what does?",
    "Which learning rate do you use, and where does it come from: from the `def` line, or from "
    "somewhere else?",
    where=(assigning("lr", "learning_rate", "eta"), *STEP),
)
def uses_a_fixed_learning_rate(e: Evidence):
    """The learning rate is the same at every call, whatever `lr` is."""
    return of_values(e) and common([factor * m for factor, _, m in factors(e)]) > 0


@formula(
    "The gradient is a sum over the batch. How often must it be divided to be a mean?",
    "Follow `batch_size` through your code: how many divisions does it take part in?",
    where=(operator(ast.Div), *STEP),
)
def divides_twice(params, lr, m):
    """The gradient is divided by `batch_size` twice."""
    return [p - lr * g / m**2 for p, g in params]


@formula(
    "Print the rate in each turn of the loop. Should the parameters have different ones?",
    "A line in the loop is run for each parameter. Which one belongs before the loop?",
    where=(assigning("lr", "learning_rate", "rate"), statement(ast.For)),
)
def divides_again_for_each_parameter(params, lr, m):
    """The rate is divided by `batch_size` again for each parameter, so that the later ones move
    less."""
    return [p - lr * g / m ** (i + 1) for i, (p, g) in enumerate(params)]


@formula(
    "Two houses or two hundred: should the step get longer or stay about the same?",
    "The gradient is a sum over the batch. What makes a mean of it?",
    where=(operator(ast.Mult), *STEP),
)
def multiplies_by_batch_size(params, lr, m):
    """The gradient is multiplied by `batch_size`, where it should be divided by it."""
    return [p - lr * g * m for p, g in params]


@formula(
    "The caller gives three values without their names. What decides which is which?",
    "Compare the order in your `def` line with the stub's, and the two names in your step.",
    where=DEFINITION,
)
def swaps_lr_and_batch_size(params, lr, m):
    """`lr` and `batch_size` have changed places: the gradient is divided by the learning rate."""
    return [p - m * g / lr for p, g in params]


@formula(
    "Is the number of rows of a parameter the number of rows of the batch?",
    "Which argument says how many rows the gradient was summed over?",
    where=(calling("len", "size", "numel"), attribute("shape"), operator(ast.Div)),
)
def divides_by_the_rows_of_the_parameter(params, lr, m):
    """The gradient is divided by the number of rows of the parameter, and not by `batch_size`."""
    return [p - lr * g / len(p) for p, g in params]


@formula(
    "What is a list of two parameters the length of? And what is the gradient a sum over?",
    "Which argument says how many rows the gradient was summed over?",
    where=(calling("len"), operator(ast.Div)),
)
def divides_by_the_number_of_parameters(params, lr, m):
    """The gradient is divided by the number of parameters in the list, and not by `batch_size`."""
    return [p - lr * g / len(params) for p, g in params]


@sign(
    "What is `7 // 2` in Python, and what is `7 / 2`?",
    "Look for `//`, `int` and `round`: a step has digits behind the point.",
    where=(operator(ast.FloorDiv), calling("floor", "int", "round", "floor_divide")),
)
def rounds_down(e: Evidence):
    """Something in the step is rounded down to a whole number."""
    return fits(
        e,
        each(lambda p, g, lr, m: np.floor(lr * g / m)),
        each(lambda p, g, lr, m: lr * np.floor(g / m)),
        each(lambda p, g, lr, m: np.floor(lr / m) * g),
        each(lambda p, g, lr, m: np.floor(lr) * g / m),
    )


@sign(
    "The gradient points uphill. Which way is down?",
    "Compare the sign of your step with that in the formula.",
    where=(operator(ast.Add), calling("add_", "add"), *STEP),
)
def climbs(e: Evidence):
    """The step is added: it goes up the slope and not down."""
    return fits(e, each(lambda p, g, lr, m: -lr * g / m), each(lambda p, g, lr, m: -lr * g))


@sign(
    "Each number of a parameter has a gradient of its own. How many does your step use?",
    "`mean()` and `sum()` make one number of all. Which number makes an average over the batch?",
    where=calling("mean", "sum", "item"),
)
def gives_all_entries_the_same_step(e: Evidence):
    """All numbers of a parameter make the same step, the mean or the sum of their gradients."""
    return fits(
        e,
        each(lambda p, g, lr, m: lr * g.mean() / m),
        each(lambda p, g, lr, m: lr * g.mean()),
        each(lambda p, g, lr, m: lr * g.sum() / m),
        each(lambda p, g, lr, m: lr * g.sum()),
    )


@sign(
    "On a gentle slope, should the step be as long as on a steep one?",
    "Which function keeps only the sign of the gradient? The formula uses its size too.",
    where=calling("sign", "sgn"),
)
def takes_only_the_sign_of_the_gradient(e: Evidence):
    """Only the sign of the gradient counts, and not its size."""
    return fits(
        e,
        each(lambda p, g, lr, m: lr * np.sign(g) / m),
        each(lambda p, g, lr, m: lr * np.sign(g)),
    )


@sign(
    "On a gentle slope, should the step be as long as on a steep one?",
    "Which line divides the gradient by its own length? The formula divides by something else.",
    where=(calling("norm", "normalize", "vector_norm"), operator(ast.Div)),
)
def makes_all_steps_equally_long(e: Evidence):
    """The gradient is divided by its own length, so that only its direction counts."""

    def unit(g):
        return g / np.sqrt((g**2).sum())

    return fits(
        e,
        each(lambda p, g, lr, m: lr * unit(g) / m),
        each(lambda p, g, lr, m: lr * unit(g)),
    )


@sign(
    "The formula takes every gradient as it is. Which line makes some of them smaller?",
    "Look for `clamp`, `clip`, `min` and `max`.",
    where=calling("clamp", "clamp_", "clip", "clip_", "clip_grad_value_", "minimum", "min"),
)
def clips_the_gradient(e: Evidence):
    """Large gradients are cut off at a limit."""
    found = [(0.0, 0.0)]
    for p, g, lr, m, step in made(e):
        for part, slope, start in zip(step.ravel(), g.ravel(), p.ravel(), strict=True):
            if abs(part) < 0.99 * abs(lr * slope / m):
                found.append((abs(part / start), abs(part) * m / lr))
    _, limit = max(found)  # known best where the step is large beside what it is taken from
    some_are_small = any((abs(g) < 0.99 * limit).any() for _, g, *_ in made(e))
    clipped = each(lambda p, g, lr, m: lr * np.clip(g, -limit, limit) / m)
    return some_are_small and fits(e, clipped)


@sign(
    "The step is made of the gradient. Which tensor do you multiply by the rate?",
    "Print what you take away. It should be 0 where the gradient is 0.",
    where=(operator(ast.Mult), *STEP),
)
def steps_along_the_parameter(e: Evidence):
    """A part of the parameter itself is taken away, and not of its gradient."""
    return fits(e, each(lambda p, g, lr, m: lr * p / m), each(lambda p, g, lr, m: lr * p))


@formula(
    "What is done first, the product or the difference? Go by the formula of section 4.",
    "Look at the brackets: what should the gradient be multiplied by?",
    where=(operator(ast.Sub), operator(ast.Mult)),
)
def subtracts_lr_from_the_parameter(params, lr, m):
    """The rate is subtracted from the parameter, and the gradient multiplies the difference."""
    return [(p - lr) * g / m for p, g in params]


@sign(
    "Does the new value depend on the old one? In the formula it does.",
    "Print the parameter before and after. Python reads `=-` as `=` and a minus sign: is that what "
    "you mean?",
    where=(operator(ast.USub), assigning()),
)
def replaces_the_parameter_by_the_step(e: Evidence):
    """The parameter becomes the step itself: its old value has no say."""
    return fits(
        e,
        lambda params, lr, m: [-lr * g / m for _, g in params],
        lambda params, lr, m: [lr * g / m for _, g in params],
    )


@sign(
    "A parameter whose gradient is 0 should stay. Does yours?",
    "Which line shrinks the parameter besides the step? Weight decay has no place in this formula.",
    where=(operator(ast.Add), operator(ast.Mult), *STEP),
)
def shrinks_the_parameters_as_well(e: Evidence):
    """Besides the step, each parameter shrinks by a part of itself: that is weight decay."""
    rates = []
    for p, g, lr, m, step in made(e, moderate(e)):
        more = step - lr * g / m
        part = float((more * p).sum() / (p * p).sum())
        if not np.allclose(more, part * p, rtol=0, atol=2e-6 * (abs(p) + abs(step)).max()):
            return False
        rates.append((part, part / lr, part * m / lr))
    # A fixed part, or one that goes with lr, or with lr / m
    for kind in zip(*rates, strict=True):
        if kind[0] > 1e-4 and np.allclose(kind, kind[0], rtol=0.05):
            return of_values(e)
    return False


# --- What the parameters are afterwards ------------------------------------------------------


@sign(
    "After the step the same tensors are trained on. Do they still require gradients?",
    "Print `.requires_grad` after each of your lines. What you switch off for the step must be on "
    "again afterwards; `with torch.no_grad()` does that by itself.",
    where=(attribute("requires_grad"), calling("requires_grad_", "detach_")),
)
def turns_requires_grad_off(e: Evidence):
    """The parameters no longer require gradients afterwards, so that the next `backward()` does
    not reach them."""
    after = stepped(last(e))
    return e.stage == "leaf" and last(e).kept[0] and not any(p.requires_grad for p in after)


@sign(
    "Which part of the program still needs gradients after the step?",
    "`torch.set_grad_enabled(False)` holds until it is taken back. A `with` block ends by itself.",
    where=(calling("set_grad_enabled", "__enter__"), attribute("no_grad")),
)
def leaves_autograd_off(e: Evidence):
    """It switches autograd off for the whole program, and not on again."""
    return e.stage == "grad_mode"


@sign(
    "The parameters come as float32. Which of your steps makes float64 of them?",
    "Print `.dtype` after each step. Look for `.double()`, `torch.float64` and NumPy's own arrays.",
    where=(calling("double", "to", "type", "from_numpy"), attribute("float64")),
)
def makes_float64_of_float32(e: Evidence):
    """float32 parameters become float64."""
    return e.stage == "dtype" and dtypes(e) == {("float32", "float64")}


@sign(
    "The parameters come as float64. Which of your steps makes float32 of them?",
    "Print `.dtype` after each step. Look for `.float()`, `FloatTensor`, and for tensors that you "
    "make yourself.",
    where=(calling("float", "to", "type", "tensor", "Tensor"), attribute("float32", "FloatTensor")),
)
def makes_float32_of_float64(e: Evidence):
    """float64 parameters become float32, with half the digits."""
    return e.stage == "dtype" and dtypes(e) == {("float64", "float32")}


def dtypes(e: Evidence) -> set[tuple[str, str]]:
    """The dtypes of the parameters before and after the last call."""
    pairs = zip(last(e).given[0], stepped(last(e)), strict=True)
    return {(before.dtype, after.dtype) for before, after in pairs}


@sign(
    "float64 has twice the digits of float32. Which number of your step has only float32's?",
    "Print the `.dtype` of the gradient, and of the rate if you made a tensor of it. A plain "
    "Python number keeps all its digits.",
    where=(calling("tensor", "Tensor", "float", "type", "to"), attribute("FloatTensor", "float32")),
)
def loses_digits_on_the_way(e: Evidence):
    """The parameters stay float64, but a part of the step was float32."""
    return e.stage == "precision" and dtypes(e) == {("float64", "float64")}
