"""What goes wrong in `sgd`: p - lr * g / m for each parameter p with its gradient g, in place."""

import ast
import contextlib
from collections.abc import Callable
from typing import Any

import numpy as np

from graders.engine.misconceptions import RAISED, Evidence, alike, formula, sign
from graders.engine.places import assigning, attribute, calling, naming, operator, statement
from graders.engine.returned import Called, Unanswered
from graders.engine.values import Tensor

from . import _evidence, _functions
from ._evidence import MIXED_DTYPES, last, parameters_of, seen

STEP = (
    calling("sub_", "add_", "subtract_", "copy_"),
    statement(ast.AugAssign),
    operator(ast.Sub),
    assigning(),
)
DEFINITION = _functions.DEFINITION
RATES = ("lr", "learning_rate", "eta", "alpha", "rate")


def observe(call: Called):
    """Each parameter with its gradient, lr and m; and the parameters after the step."""
    if len(call.given) != 3 or MIXED_DTYPES.search(call.error):
        return None
    params, lr, m = call.given
    if isinstance(params, tuple) or lr is None:
        return None
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
        return p

    steps: list[tuple[float, int, list[tuple[int, ...]]]] = [
        (0.7, 2, [(3, 1), (1,)]),
        (0.35, 7, [(2, 3), (1, 2)]),  # two parameters, but no w and b
        (0.8, 4, [(3, 1), (1,), (2, 1)]),
        (5.4, 2, [(3, 1)]),  # a rate above 1 when it is divided, too
    ]
    for lr, m, shapes in steps:
        with contextlib.suppress(Unanswered):
            sgd([parameter(f"p{i}", *shape) for i, shape in enumerate(shapes)], lr, m)
    # An infinite rate times a gradient of zero is no number: does that get into the parameter?
    with contextlib.suppress(Unanswered):
        (after,) = sgd([parameter("p", 2, 1)], float("inf"), 2).arguments[0]
        facts["steps by zero"] = bool(np.isnan(after.array).all())
        facts["moves"] = not bool(np.isfinite(after.array).all())
    # Without a gradient: does it miss one, other than for clearing it?
    facts["misses the gradient"] = False
    try:
        sgd([draw.away_from_zero("p", 2, 1, requires_grad=True)], 0.5, 2)
    except Unanswered as complaint:
        error = complaint.error
        facts["misses the gradient"] = "NoneType" in error and "zero_" not in error
    # Without a rate: does it calculate a step, where there is a gradient?
    facts["misses the rate"] = False
    try:
        sgd([parameter("p", 2, 1)], None, 2)
    except Unanswered as complaint:
        facts["misses the rate"] = "NoneType" in complaint.error
    # A tuple in the place of the list: is it this list that an error is about?
    facts["of a tuple"] = ""
    try:
        sgd((parameter("p", 2, 1), parameter("q", 1)), 0.5, 2)
    except Unanswered as complaint:
        facts["of a tuple"] = complaint.error
    return facts


def fits(e: Evidence, *steps: Callable) -> bool:
    """Whether one of these is what each parameter p loses, `step(p, g, lr, m)`, in every call."""
    return _evidence.fits(
        e,
        *(lambda params, lr, m, f=f: [p - f(p, g, lr, m) for p, g in params] for f in steps),
    )


def stays(params):
    return [p for p, _ in params]


def none_moved(e: Evidence) -> bool:
    """Whether no parameter changed in any call of the probe."""
    pairs = seen(e, e.probed)
    return bool(pairs) and all(alike(got, stays(params)) for (params, _, _), got in pairs)


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
    return e.stage == "parameters" and len(names) == 2 and names[1] in RATES


@sign(
    "The caller does not know what is in its list. How does it hand over three parameters?",
    "Compare your first line with the stub's: one list comes first, and the loop is yours.",
    where=DEFINITION,
)
def takes_w_and_b_apart(e: Evidence):
    """This `sgd` wants four arguments, where the caller gives all parameters in one list."""
    names = e.facts["parameters"]
    return e.stage == "parameters" and len(names) == 4 and names[2] in RATES


misspells_a_parameter = _functions.misspells_a_parameter


@sign(
    "`params` is a list. Which of its own functions does a list have, and which does a tensor?",
    "Only the tensors in the list have `.grad` and `.data`. How do you go through a list?",
    where=(attribute("data", "grad"), naming("params")),
)
def treats_the_list_as_a_tensor(e: Evidence):
    """It treats the list like a tensor: only the tensors in it have `.grad` and `.data`, and can be
    calculated with."""
    if e.error.startswith("TypeError: can't multiply sequence by non-int"):
        return True
    if any(f"has no attribute '{name}'" in e.error for name in ("items", "keys")):
        return False  # that is for a dictionary
    words = "TypeError: unsupported operand", "AttributeError: 'list' object has no"
    # A list of its own would be a list here, too
    return e.error.startswith(words) and "'list'" in e.error and "'tuple'" in e.facts["of a tuple"]


leaves_torch_for_numpy = _functions.leaves_torch_for_numpy


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
    if "'NoneType' and 'Tensor'" in e.error:
        return False  # the gradient is there, and the other factor is None
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
    "Who reads what your function returns? Look at how `train` calls it.",
    "Change what is inside the tensors that came in. Which operations work in place?",
    where=(statement(ast.Return), *STEP),
)
def returns_new_parameters(e: Evidence):
    """It returns the new values in tensors of their own, and the caller's parameters stay as they
    were."""
    calls = [call for call in [*e.calls, *e.probed] if observe(call) and call.returned]
    pairs = [(observe(call), list(call.returned.value)) for call in calls if call.returned]
    new = all(pair and alike(value, right(*pair[0])) for pair, value in pairs)
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
    its = e.facts
    stepped = its["misses the gradient"] and its["misses the rate"] and not its["moves"]
    return e.stage == "unchanged" and none_moved(e) and stepped and not writes_into_gradients(e)


def writes_into_gradients(e: Evidence) -> bool:
    """Whether there are other gradients after the check's last call, zeros aside."""
    pairs = zip(last(e).given[0], last(e).arguments[0], strict=True)
    return any(
        q.grad and q.grad.array.any() and not np.array_equal(q.grad.array, p.grad.array)
        for p, q in pairs
    )


# --- Which parameters move -------------------------------------------------------------------


@sign(
    "Follow the loop for a list of three parameters: which of them move?",
    "Look at which lines are indented, at where a `range` or a slice begins and ends, and at how "
    "often the loop goes round.",
    where=(
        *(statement(ast.Return), statement(ast.Break), statement(ast.Subscript)),
        *(calling("range", "pop", "remove"), statement(ast.Slice), statement(ast.For)),
    ),
)
def moves_only_some_parameters(e: Evidence):
    """Some parameters of the list make their step, and others never do, such as the first or the
    last."""

    def idea(moves: slice) -> Callable:
        def some(params, lr, m):
            after = stays(params)
            after[moves] = right(params[moves], lr, m)
            return after

        return some

    parts = slice(1), slice(-1, None), slice(-1), slice(1, None), slice(None, None, 2)
    return _evidence.fits(e, *map(idea, parts))


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
        return right(params[:2], lr, m) + stays(params[2:])

    left = [got is RAISED or alike(got, first_two(*inputs)) for inputs, got in others]
    raised = any(got is RAISED for _, got in others)
    return all(two) and all(left) and raised and len(e.calls[-1].given[0]) != 2


# --- Which numbers make the step -------------------------------------------------------------


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
    where=(naming("lr", "batch_size"), operator(ast.Div), *STEP),
)
def steps_with_fixed_numbers(e: Evidence):
    """A fixed number stands in the place of `lr`, of `batch_size` or of both: at every call it is
    the same."""
    ((p, g), *_), lr, m = seen(e)[-1][0]
    times = ((p - seen(e)[-1][1][0].f64) * g).sum() / (g * g).sum()
    return times > 0 and fits(
        e,
        lambda p, g, *_: times * g,
        lambda p, g, rate, _: rate * g * (times / lr),
        lambda p, g, _, size: times * m * g / size,
    )


@sign(
    "The gradient is a sum over the batch. How often must it be divided to be a mean?",
    "Follow `batch_size` through your code: how many divisions does it take part in, and which of "
    "them stand in the loop?",
    where=(operator(ast.Div), assigning("lr", "learning_rate", "rate"), *STEP),
)
def divides_twice(e: Evidence):
    """The gradient is divided by `batch_size` twice, or once more for each parameter."""
    return _evidence.fits(
        e,
        lambda params, lr, m: [p - lr * g / m**2 for p, g in params],
        lambda params, lr, m: [p - lr * g / m**i for i, (p, g) in enumerate(params, start=1)],
    )


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


@sign(
    "What is a list of two parameters the length of? And what is the gradient a sum over?",
    "Which argument says how many rows the gradient was summed over?",
    where=(calling("len", "size", "numel"), attribute("shape"), operator(ast.Div)),
)
def divides_by_the_length_of_something_else(e: Evidence):
    """The gradient is divided by the length of the list or of a parameter, and not by
    `batch_size`."""
    return _evidence.fits(
        e,
        lambda params, lr, m: [p - lr * g / len(p) for p, g in params],
        lambda params, lr, m: [p - lr * g / len(params) for p, g in params],
    )


@sign(
    "What is `7 // 2` in Python, and what is `7 / 2`?",
    "Look for `//`, `int` and `round`: a step has digits behind the point.",
    where=(operator(ast.FloorDiv), calling("floor", "int", "round", "floor_divide")),
)
def rounds_down(e: Evidence):
    """Something in the step is rounded down to a whole number."""
    return fits(
        e,
        lambda p, g, lr, m: np.floor(lr * g / m),
        lambda p, g, lr, m: lr * np.floor(g / m),
        lambda p, g, lr, m: np.floor(lr / m) * g,
    )


@sign(
    "The gradient points uphill. Which way is down?",
    "Compare the sign of your step with that in the formula.",
    where=(operator(ast.Add), calling("add_", "add"), *STEP),
)
def climbs(e: Evidence):
    """The step is added: it goes up the slope and not down."""
    return fits(e, lambda p, g, lr, m: -lr * g / m, lambda p, g, lr, m: -lr * g)


@sign(
    "Each number of a parameter has a gradient of its own. How many does your step use?",
    "`mean()` and `sum()` make one number of all. Which number makes an average over the batch?",
    where=calling("mean", "sum", "item"),
)
def gives_all_entries_the_same_step(e: Evidence):
    """All numbers of a parameter make the same step, the mean or the sum of their gradients."""
    return fits(
        e,
        lambda p, g, lr, m: lr * g.mean() / m,
        lambda p, g, lr, m: lr * g.mean(),
        lambda p, g, lr, m: lr * g.sum() / m,
        lambda p, g, lr, m: lr * g.sum(),
    )


@sign(
    "The step is made of the gradient. Which tensor do you multiply by the rate?",
    "Print what you take away. It should be 0 where the gradient is 0.",
    where=(operator(ast.Mult), *STEP),
)
def steps_along_the_parameter(e: Evidence):
    """A part of the parameter itself is taken away, and not of its gradient."""
    return fits(e, lambda p, g, lr, m: lr * p / m, lambda p, g, lr, m: lr * p)


@sign(
    "Does the new value depend on the old one? In the formula it does.",
    "Print the parameter before and after. Python reads `=-` as `=` and a minus sign: is that what "
    "you mean?",
    where=(operator(ast.USub), assigning()),
)
def replaces_the_parameter_by_the_step(e: Evidence):
    """The parameter becomes the step itself: its old value has no say."""
    return fits(e, lambda p, g, lr, m: p + lr * g / m, lambda p, g, lr, m: p - lr * g / m)


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
    done = last(e)
    off = not any(p.requires_grad for p in done.arguments[0])
    return e.stage == "leaf" and done.kept[0] and off


@sign(
    "Which part of the program still needs gradients after the step?",
    "`torch.set_grad_enabled(False)` holds until it is taken back. A `with` block ends by itself.",
    where=(calling("set_grad_enabled", "__enter__"), attribute("no_grad")),
)
def leaves_autograd_off(e: Evidence):
    """It switches autograd off for the whole program, and not on again."""
    return e.stage == "grad_mode"


makes_float64_of_float32 = _functions.makes_float64_of_float32
makes_float32_of_float64 = _functions.makes_float32_of_float64
loses_digits_on_the_way = _functions.loses_digits_on_the_way
