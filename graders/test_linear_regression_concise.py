"""Checks for linear regression with the framework: one function a behaviour, grouped by exercise.

The contracts are in the docstrings of the notebook's stubs. Nets, loaders and optimisers stay in
the worker: a check gives their parameters values of its own, lets them work, and compares what
comes back with mathematics in float64. What a thing does comes first, what it is second.

Chance: `test_load_array_shuffles_in_training`, the checks of `init_params` and
`test_train_reaches_the_noise_floor` lean on it. Their docstrings bound the probability that a
right solution fails.
"""

import functools
import itertools
import math
from typing import Any

import numpy as np

from graders.engine.checks import check
from graders.engine.epochs import (
    UNIQUE,
    by_rows,
    every_row_once,
    in_words,
    looks_shuffled,
    numbered,
    order_of,
)
from graders.engine.expect import Subject, number
from graders.engine.functions import Function, Library, Object
from graders.engine.returned import Returned
from graders.engine.values import Epoch, Named, Tensor, describe

DATA_LOADER = "torch.utils.data.dataloader.DataLoader"
MODULE = "torch.nn.modules.module.Module"
OPTIMIZER = "torch.optim.optimizer.Optimizer"
SEQUENTIAL = "torch.nn.modules.container.Sequential"


def is_there(thing: Object, expected: str) -> Object:
    """The thing, if the call that should have made it returned one. Raises `Mistake`."""
    if thing.made.value is None:
        raise thing.made.subject.fail("nothing", "None", expected)
    return thing


def is_of_kind(thing: Object, kind: str, expected: str) -> Object:
    """The thing, if it is of a class. Raises `Mistake`."""
    if not is_there(thing, expected).is_a(kind):
        raise thing.made.subject.fail("kind", describe(thing.made.value), expected)
    return thing


# --- load_array ------------------------------------------------------------------------------


def passes(loader: Object, arrays: list[Tensor], repeat: int = 1) -> list[list[list[Tensor]]]:
    """The batches of `repeat` passes over a loader: a list of tensors each. Raises `Mistake`."""
    is_there(loader, "a DataLoader")
    limit = 2 * len(arrays[0].array) + 5
    call = f"`{loader.name}`"
    found = []
    for epoch in loader.epochs(limit, repeat):
        assert isinstance(epoch.value, Epoch)
        if epoch.value.not_iterable:
            got = describe(epoch.value.not_iterable[0])
            raise loader.made.subject.fail("type", got, "something to loop over, batch by batch")
        batches = []
        for index, item in enumerate(epoch.value.items):
            subject = Subject(item, f"Batch {index} of {call}", "is")
            if not isinstance(item, (list, tuple)):
                raise subject.fail("type", describe(item), "a list or a tuple of tensors")
            if len(item) != len(arrays):
                got = f"{len(item)} tensors" if len(item) != 1 else "one tensor"
                raise subject.fail("count", got, f"{len(arrays)}, as in `data_arrays`")
            tensors = []
            for part, source in zip(item, arrays, strict=True):
                origin = f"`{source.name}` in batch {index} of {call}"
                tensor = Subject(part, origin, "is").is_tensor()
                if tensor.array.ndim != source.array.ndim:
                    got = f"a tensor of shape {tensor.shape}"
                    expected = f"rows of `{source.name}` {source.shape}"
                    raise Subject(part, origin, "is").fail("shape", got, expected)
                tensors.append(tensor)
            batches.append(tensors)
        if not batches:
            subject = Subject(None, f"A pass over {call}", "gave")
            raise subject.fail("rows", "no batch at all", "one epoch of batches")
        if not epoch.value.ended:
            got = f"more than {len(batches)} batches and was cut off"
            raise Subject(None, f"A pass over {call}", "gave").fail("rows", got, "one epoch")
        found.append(batches)
    return found


@check("load_array", main=True)
def test_load_array_visits_every_row_once(load_array, draw):
    """A pass over the loader visits every row exactly once, shuffled or not."""
    # Once but for the first: each pass starts two processes where a loader has workers
    cases = [
        ((23, 3, 5), (), 2),
        ((31, 4, draw.choice([4, 6, 9])), (False,), 1),
        ((2003, 2, 70), (True,), 1),
    ]
    for (n, d, batch_size), is_train, repeat in cases:
        features, labels = numbered(n, d)
        loader = load_array.make((features, labels), batch_size, *is_train)
        for batches in passes(loader, [features, labels], repeat):
            every_row_once(f"`{loader.name}`", order_of(X for X, _ in batches), n)
            for X, _ in batches:
                if X.shape[1] != d or not np.array_equal(X.f64, X.f64[:, :1] + np.arange(d) / 8):
                    subject = Subject(None, f"A pass over `{loader.name}`", "gave")
                    raise subject.fail("rows", "rows that are mixed up", "rows of `features`")


@check("load_array")
def test_load_array_starts_every_pass_at_the_beginning(load_array):
    """A pass is an epoch of its own, whatever became of the one before, and of other loaders."""
    arrays, others = numbered(17, 2), numbered(14, 2)
    loader, other = load_array.make(arrays, 5, True), load_array.make(others, 4, False)
    for one in (loader, other):
        is_there(one, "a DataLoader").epochs(limit=2)  # and broken off: a look at two batches
    for one, own, n in [(loader, arrays, 17), (other, others, 14)]:
        (batches,) = passes(one, list(own))
        every_row_once(f"`{one.name}`", order_of(X for X, _ in batches), n)


@check("load_array")
def test_load_array_keeps_rows_aligned(load_array, draw):
    """Row i of one tensor always comes with row i of the others, however many there are."""
    for n, batch_size, is_train in [(29, 6, True), (17, 17, True), (19, 1, False), (11, 4, True)]:
        features, labels = numbered(n, 3)
        weights = Tensor(labels.array[:, None] + np.float32(UNIQUE), name="weights")
        arrays = [features, labels, weights] if batch_size != 4 else [labels]
        # A list does as well as a tuple
        given = arrays if batch_size == 6 else tuple(arrays)
        loader = load_array.make(given, batch_size, is_train)
        for batches in passes(loader, arrays, repeat=2 if batch_size == 6 else 1):
            every_row_once(f"`{loader.name}`", _rows(batches, arrays), n)
            for index, tensors in enumerate(batches):
                pairs = _offsets(tensors, arrays)
                rows = [by_rows(t.f64)[:, 0] - s for t, s in pairs]
                if not all(np.array_equal(rows[0], other) for other in rows):
                    subject = Subject(None, f"Batch {index} of `{loader.name}`", "has")
                    got = "rows of one tensor with rows of another number"
                    raise subject.fail("paired", got, "the same rows of each")


def _offsets(tensors: list[Tensor], arrays: list[Tensor]) -> list[tuple[Tensor, float]]:
    """Each tensor of a batch, with what its source counts from."""
    return [(t, float(a.array.reshape(-1)[0])) for t, a in zip(tensors, arrays, strict=True)]


def _rows(batches: list[list[Tensor]], arrays: list[Tensor]) -> list[int]:
    """The row numbers of a pass, by the first of the arrays."""
    start = float(arrays[0].array.reshape(-1)[0])
    shifted = [Tensor(tensors[0].array - np.float32(start)) for tensors in batches]
    return order_of(shifted)


@check("load_array")
def test_load_array_fills_every_batch_but_the_last(load_array):
    """Every batch has `batch_size` rows, but the last has what is left, and none is empty."""
    for n, batch_size, is_train in [
        # The last batch is not full
        (23, 5, True),
        (23, 5, False),
        (13, 7, False),
        (211, 70, True),
        (300, 513, True),
        (300, 513, False),
        (3, 8, True),
        # Every batch is full
        (12, 4, True),
        (9, 9, False),
        (6, 1, False),
        (1, 3, True),
    ]:
        features, labels = numbered(n, 2)
        loader = load_array.make((features, labels), batch_size, is_train)
        (batches,) = passes(loader, [features, labels])
        got = [len(X.array) for X, _ in batches]
        full, rest = divmod(n, batch_size)
        expected = [batch_size] * full + [rest] * (rest > 0)
        if got != expected:
            subject = Subject(None, f"A pass over `{loader.name}`", "gave")
            raise subject.fail("sizes", f"batches of {in_words(got)} rows", in_words(expected))


@check("load_array")
def test_load_array_shuffles_in_training(load_array):
    """In training every pass is shuffled afresh, and each row can stand anywhere.

    That two passes over 61 rows have the same order has probability 1/61! < 1e-83. For what 48
    fair orders of 61 rows can look like see `looks_shuffled`: below 1e-10 in all.
    """
    features, labels = numbered(61, 2)
    orders: list[list[tuple[int, ...]]] = []
    afresh = "a new order at every pass"
    # To shuffle is the default. Also all rows in one batch, and one by one, which takes long
    for repeat, batch_size, *is_train in [(15, 31), (3, 1, True), (15, 61), (15, 100, True)]:
        arrays = [features] if batch_size == 61 else [features, labels]
        loader = load_array.make(tuple(arrays), batch_size, *is_train)
        found = passes(loader, arrays, repeat)
        orders.append([tuple(order_of(X for X, *_ in batches)) for batches in found])
        if len(set(orders[-1])) == 1:
            subject = Subject(None, f"{repeat} passes over `{loader.name}`", "gave")
            raise subject.fail("one_order", "the same order of the rows", afresh)
    subject = Subject(None, "48 passes over 4 loaders", "gave")
    every = [order for each in orders for order in each]
    if len({min(order, order[::-1]) for order in every}) < len(every):
        got = "some of the orders, forwards or backwards, more than once"
        raise subject.fail("one_order", got, afresh)
    fault = looks_shuffled([list(order) for order in every])
    if fault:
        raise subject.fail("orders", fault, "orders in which each row can stand anywhere")
    # Many rows: that no row of 2003 moves up (or down) by 1001 places has probability < 1e-150
    features, labels = numbered(2003, 1)
    loader = load_array.make((features, labels), 70)
    (batches,) = passes(loader, [features, labels])
    order = np.array(order_of(X for X, _ in batches))
    if len(order) == 2003 and min((moved := order - np.arange(2003)).max(), -moved.min()) < 1001:
        subject = Subject(None, f"A pass over `{loader.name}`", "gave")
        got = "rows that never move far from their place"
        raise subject.fail("orders", got, "orders in which each row can stand anywhere")


@check("load_array")
def test_load_array_keeps_the_order_otherwise(load_array):
    """Without training every pass has the rows in the order in which they are stored."""
    for n, batch_size, repeat in [(23, 5, 2), (9, 12, 1), (7, 1, 1), (1101, 100, 1)]:
        features, labels = numbered(n, 2)
        loader = load_array.make((features, labels), batch_size, is_train=False)
        for batches in passes(loader, [features, labels], repeat):
            order = order_of(X for X, _ in batches)
            if order != list(range(n)):
                subject = Subject(None, f"A pass over `{loader.name}`", "gave")
                got = f"the rows {', '.join(map(str, order[:6]))}, …"
                raise subject.fail("order", got, "the rows 0, 1, 2, …, as they are stored")


@check("load_array")
def test_load_array_keeps_dtype_and_shape(load_array, draw, device):
    """Batches have the dtype, the trailing dimensions and the device of their source."""
    cases = [
        [draw.normal("features", 7, 3, dtype="float64"), draw.normal("labels", 7, dtype="float64")],
        [
            *(draw.normal("features", 7, *shape) for shape in [(4,), (2, 3), (2, 1, 3)]),
            draw.normal("labels", 7, 1),
            Tensor(np.arange(14).reshape(7, 2), name="codes"),
            Tensor(np.arange(7) % 2 == 0, name="switches"),
            *(Tensor(np.arange(7, dtype=t), name=t) for t in ("int64", "int32", "uint8")),
            Tensor(np.arange(7, dtype="float16"), name="float16"),
        ],
    ]
    for arrays in cases:
        for is_train in (True, False):
            loader = load_array.make(tuple(arrays), 3, is_train)
            (batches,) = passes(loader, arrays)
            for index, tensors in enumerate(batches):
                for tensor, source in zip(tensors, arrays, strict=True):
                    origin = f"`{source.name}` in batch {index} of `{loader.name}`"
                    subject = Subject(tensor, origin, "is")
                    size = len(tensor.array)
                    subject.has_form((size, *source.shape[1:]), source.dtype, device)
                    rows = {row.tobytes() for row in source.array}
                    if not all(row.tobytes() in rows for row in tensor.array):
                        got, expected = "a tensor of other rows", f"rows of `{source.name}`"
                        raise subject.fail("rows", got, f"{expected}, to the last digit")


@check("load_array", vacuous=True)
def test_load_array_leaves_the_data_alone(load_array, library):
    """The tensors in `data_arrays` are as they were, also after a pass.

    Shuffling 31 rows in place leaves them in order with probability 1/31! < 1e-33.
    """
    features, labels = numbered(31, 2)
    stored = [library("torch.clone").make(t, name=t.name) for t in (features, labels)]
    loader = load_array.make(tuple(stored), 4)
    passes(loader, [features, labels])
    for thing, source in zip(stored, (features, labels), strict=True):
        after = thing.value().value
        if not isinstance(after, Tensor) or not np.array_equal(after.array, source.array):
            origin = f"After a pass over `{loader.name}`, `{source.name}`"
            raise Subject(None, origin, "holds").fail("changed", "other values", "those it had")


@check("load_array", weight=0.5)
def test_load_array_is_a_data_loader(load_array):
    """The result is a DataLoader."""
    features, labels = numbered(9, 2)
    is_of_kind(load_array.make((features, labels), 4), DATA_LOADER, "a DataLoader")


# --- nets ------------------------------------------------------------------------------------


def parameters(net: Object) -> dict[str, Tensor]:
    """The parameters of a net by their names, with their gradients. Raises `Mistake`."""
    is_of_kind(net, MODULE, "a network, an object of a subclass of nn.Module")
    (found,) = net.method("named_parameters").epochs(limit=100)
    assert isinstance(found.value, Epoch)
    named: dict[str, Tensor] = {}
    for item in found.value.items:
        match item:
            case (str() as name, Tensor() as tensor):
                named[name] = tensor
    return named


def fill(net: Object, values: dict[str, Tensor], **options: Any) -> None:
    """Give the parameters of a net these values; for `options` see `load_state_dict`."""
    net.method("load_state_dict")(values, strict=False, **options)


def weight_and_bias(
    net: Object, d: int, outputs: int = 1, turned: bool = True
) -> tuple[Tensor, Tensor]:
    """The parameters of a linear net with `d` inputs, named as in the net. Raises `Mistake` if it
    has anything but one weight and one bias."""
    found = parameters(net)
    shapes = [tensor.shape for tensor in found.values()]
    either = ((outputs, d), (d, outputs)) if turned else ((outputs, d),)
    matrices = [name for name, t in found.items() if t.shape in either]
    biases = [name for name, t in found.items() if t.shape == (outputs,)]
    if len(found) != 2 or len(matrices) != 1 or len(biases) != 1:
        got = f"parameters of the shapes {', '.join(map(str, shapes))}" if shapes else "none"
        expected = f"one weight {(outputs, d)} and one bias {(outputs,)}"
        subject = Subject(None, f"`parameters()` of `{net.name}`", "finds")
        raise subject.fail("form" if shapes else "names", got, expected)
    for name, tensor in found.items():
        if not tensor.requires_grad:
            subject = Subject(None, f"`{name}` of `{net.name}`", "is")
            raise subject.fail("graph", "a tensor without gradients", "one that requires them")
        tensor.name = name
    return found[matrices[0]], found[biases[0]]


def fresh(draw, weight: Tensor, bias: Tensor) -> tuple[dict[str, Tensor], np.ndarray, np.ndarray]:
    """Other values for the parameters of a linear net.

    Returns what to fill it with, W (d, outputs) and b (outputs,).
    """
    values = {t.name: draw.away_from_zero(t.name, *t.shape, dtype=t.dtype) for t in (weight, bias)}
    stored = values[weight.name].array
    if stored.shape[0] == stored.shape[1]:  # either way: as symmetric as it takes to be both
        stored[:] = (stored + stored.T) / 2
    W, b = values[weight.name].f64, values[bias.name].f64
    return values, W.T if len(W) == len(b) else W, b


def on(net: Object, device: str) -> Object:
    """The net, with its parameters on a device."""
    if device != "cpu":
        parameters(net)  # whatever it is, it should have a method `to`
        net.method("to")(device)
    return net


def affine(X: Tensor, W: np.ndarray, b: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Z W + b in float64 for Z, X flattened from the second axis on, and the size of the terms."""
    Z = X.f64.reshape(len(X.array), -1)
    return Z @ W + b, abs(Z) @ abs(W) + abs(b)


def computes(
    net: Object,
    draw,
    device: str,
    d: int,
    *shapes: tuple[int, ...],
    outputs: int = 1,
    turned: bool = True,
    gradients: bool = False,
) -> None:
    """The net gives Z W + b for an X of each shape, whatever its parameters are. Where an X has
    more than four rows, also for other numbers of rows, and in both modes. With `gradients`, the
    right ones reach each X, and in the last call the parameters. Raises `Mistake`."""
    on(net, device)
    calls = []
    for n, *rest in shapes:
        calls.append(((n, *rest), 1.0, ""))
        if n > 4:
            calls += [((n + 2, *rest), 100.0, "eval"), ((n + 1, *rest), 1.0, "train")]
    for index, (shape, scale, mode) in enumerate(calls):
        if mode:
            net.method(mode)()
        if index in (0, len(calls) - 1):  # once more at the end: a call may have added a parameter
            weight, bias = weight_and_bias(net, d, outputs, turned)
        values, W, b = fresh(draw, weight, bias)
        fill(net, values)
        X = draw.normal("X", *shape, scale=scale, requires_grad=gradients)
        v = draw.away_from_zero("v", shape[0], outputs) if gradients else None
        y_hat, size = affine(X, W, b)
        done = net(X, cotangent=v)
        done.equals(y_hat, dtype="float32", device=device, size=size)
        done.leaves_alone("X")
        if v is not None:
            sizes = abs(v.f64) @ abs(W.T)
            expected = {"X": ((v.f64 @ W.T).reshape(shape), sizes.reshape(shape))}
            done.passes_gradients(expected, "float32", device)
    if v is not None:
        reaches_the_parameters(net, X, v, values, device)


def reaches_the_parameters(
    net: Object, X: Tensor, v: Tensor, values: dict[str, Tensor], device: str
) -> None:
    """The gradients of (net(X) * v).sum() reach the weight and the bias. Raises `Mistake`."""
    predictions = net.make(X)
    predictions.method("backward")(v)
    after = parameters(net)
    if after.keys() != values.keys():
        subject = Subject(None, f"After `{predictions.name}`, the net", "has")
        raise subject.fail("form", f"the parameters {', '.join(after)}", ", ".join(values))
    Z = X.f64.reshape(len(X.array), -1)
    right = {2: (Z.T @ v.f64, abs(Z).T @ abs(v.f64)), 1: (v.f64.sum(0), abs(v.f64).sum(0))}
    for name, tensor in after.items():
        gradient, size = right[tensor.array.ndim]
        if tensor.shape == gradient.T.shape:
            gradient, size = gradient.T, size.T
        origin = f"After `{predictions.name}.backward(v)`, the gradient of `{name}`"
        subject = Subject(tensor.grad, origin, "is")
        if tensor.grad is None:
            raise subject.fail("graph", "None", f"one of shape {tensor.shape}")
        subject.equals(gradient, dtype="float32", device=device, size=size, stage="gradient")


def is_a_chain(net: Object, draw, device: str, d: int, *names: str) -> None:
    """The net is an nn.Sequential of as many layers, with these names if any. Raises `Mistake`."""
    is_of_kind(net, SEQUENTIAL, "an nn.Sequential")
    (found,) = net.method("named_children").epochs(limit=100)
    assert isinstance(found.value, Epoch)
    layers = [item[0] for item in found.value.items if isinstance(item, tuple) and item]
    got = ", ".join(f'"{name}"' for name in layers) or "no layer"
    if names and layers != list(names):
        expected = " and ".join(f'"{name}"' for name in names)
        raise Subject(None, f"`{net.name}`", "has").fail("names", f"the layers {got}", expected)
    if not names and len(layers) != 1:
        raise Subject(None, f"`{net.name}`", "has").fail("form", f"{len(layers)} layers", "one")
    # The last layer is linear by itself, and no chain
    layer = net.method(layers[-1]).itself()
    if layer.is_a(SEQUENTIAL):
        subject = Subject(None, f"The layer {layers[-1]} of `{net.name}`", "is")
        raise subject.fail("form", "a chain itself", "a linear layer")
    computes(layer, draw, device, d, (4, d), turned=False)


def is_new_at_every_call(make: Function, draw, d: int, outputs: int = 1) -> None:
    """Two nets share no parameters. Raises `Mistake`."""
    given = (d,) if outputs == 1 else (d, outputs)
    first, second = make.make(*given), make.make(*given)
    before = weight_and_bias(first, d, outputs)
    values, *_ = fresh(draw, *before)
    fill(second, values)
    after = parameters(first)
    for tensor in before:
        now = after.get(tensor.name)
        if now is None or not np.array_equal(now.array, tensor.array):
            subject = Subject(None, f"`{tensor.name}` of one `{first.name}`", "changed")
            raise subject.fail("shared", "with that of another", "parameters of its own")


@check("net_positional", main=True)
def test_net_positional_computes_the_linear_model(net_positional, draw, device):
    """The network gives X Wᵀ + b, a column (n, 1), for any number of features, and can learn."""
    for d, *rows in [(3, 7), (4, 1, 4), (1, 3), (57, 2)]:
        computes(
            net_positional.make(d),
            draw,
            device,
            d,
            *((n, d) for n in rows),
            turned=False,
            gradients=d == 3,
        )


@check("net_positional")
def test_net_positional_is_sequential(net_positional, draw, device):
    """The network is an nn.Sequential of one layer."""
    is_a_chain(net_positional.make(5), draw, device, 5)


@check("net_positional")
def test_net_positional_is_new_at_every_call(net_positional, draw):
    """Every call makes a network with parameters of its own."""
    for d in (3, 29):
        is_new_at_every_call(net_positional, draw, d)


@check("net_add_module", main=True)
def test_net_add_module_computes_the_linear_model(net_add_module, draw, device):
    """The network gives X Wᵀ + b, a column (n, 1), for any number of features, and can learn."""
    for d, *rows in [(4, 6, 4), (3, 1), (1, 3), (57, 2)]:
        computes(
            net_add_module.make(d),
            draw,
            device,
            d,
            *((n, d) for n in rows),
            turned=False,
            gradients=d == 3,
        )


@check("net_add_module")
def test_net_add_module_is_sequential(net_add_module, draw, device):
    """The network is an nn.Sequential with one layer, which is called "linear"."""
    is_a_chain(net_add_module.make(5), draw, device, 5, "linear")


@check("net_add_module")
def test_net_add_module_is_new_at_every_call(net_add_module, draw):
    """Every call makes a network with parameters of its own."""
    for d in (3, 29):
        is_new_at_every_call(net_add_module, draw, d)


@check("net_ordered_dict", main=True)
def test_net_ordered_dict_computes_the_linear_model(net_ordered_dict, draw, device):
    """The network gives X Wᵀ + b, a column (n, 1), for any number of features, and can learn."""
    for d, *rows in [(3, 8), (5, 1), (1, 4), (4, 4), (57, 2)]:
        computes(
            net_ordered_dict.make(d),
            draw,
            device,
            d,
            *((n, d) for n in rows),
            turned=False,
            gradients=d == 3,
        )


@check("net_ordered_dict")
def test_net_ordered_dict_flattens(net_ordered_dict, draw, device):
    """An input (n, …) is flattened from the second axis on: one row stays one row."""
    for d, shapes in [
        (6, ((4, 2, 3), (1, 3, 2))),
        (9, ((3, 3, 3),)),
        (12, ((5, 1, 3, 4), (2, 3, 1, 2, 2))),
    ]:
        computes(net_ordered_dict.make(d), draw, device, d, *shapes)


@check("net_ordered_dict")
def test_net_ordered_dict_is_sequential(net_ordered_dict, draw, device):
    """The network is an nn.Sequential with the layers "flatten" and "linear", in this order."""
    net = net_ordered_dict.make(6)
    is_a_chain(net, draw, device, 6, "flatten", "linear")
    X = draw.normal("X", 4, 2, 3)
    net.method("flatten")(X).equals(X.f64.reshape(4, 6), dtype="float32", device=device)


@check("net_ordered_dict")
def test_net_ordered_dict_is_new_at_every_call(net_ordered_dict, draw):
    """Every call makes a network with parameters of its own."""
    for d in (3, 29):
        is_new_at_every_call(net_ordered_dict, draw, d)


# --- LinearNet -------------------------------------------------------------------------------


@check("LinearNet", main=True)
def test_LinearNet_computes_the_linear_model(LinearNet, draw, device):
    """The network gives X Wᵀ + b, shape (n, num_outputs), for any numbers of both."""
    for n, d, outputs in [
        (7, 3, 1),
        (1, 4, 1),
        (5, 2, 3),
        (4, 5, 2),
        (3, 1, 4),
        (3, 3, 3),
        (2, 57, 1),
    ]:
        computes(LinearNet.make(d, outputs), draw, device, d, (n, d), outputs=outputs)
    computes(LinearNet.make(4), draw, device, 4, (3, 4))  # one output, if nothing is said


@check("LinearNet")
def test_LinearNet_flattens_its_input(LinearNet, draw, device):
    """An input (n, …) is flattened from the second axis on: one row stays one row."""
    for d, outputs, shapes in [
        (6, 1, ((4, 2, 3), (1, 3, 2))),
        (9, 1, ((3, 3, 3),)),
        (12, 2, ((5, 1, 3, 4),)),
        (12, 1, ((2, 3, 1, 2, 2),)),
    ]:
        computes(LinearNet.make(d, outputs), draw, device, d, *shapes, outputs=outputs)


@check("LinearNet")
def test_LinearNet_registers_its_parameters(LinearNet, draw):
    """`parameters()` finds one weight and one bias, and every network has its own."""
    for d, outputs in [(3, 1), (29, 1), (4, 3)]:
        is_new_at_every_call(LinearNet, draw, d, outputs)


@check("LinearNet")
def test_LinearNet_passes_gradients_on(LinearNet, draw, device):
    """The right gradients reach the weight, the bias and X."""
    for d, outputs, shapes in [(3, 1, ((4, 3),)), (6, 2, ((4, 2, 3), (3, 1, 2, 3)))]:
        net = LinearNet.make(d, outputs)
        if d == 6:  # to evaluate is not to stop recording
            net.method("eval")()
        computes(net, draw, device, d, *shapes, outputs=outputs, gradients=True)


@check("LinearNet", weight=0.5)
def test_LinearNet_is_a_module(LinearNet):
    """A network is an nn.Module."""
    is_of_kind(LinearNet.make(5), MODULE, "an object of a subclass of nn.Module")


# --- init_params -----------------------------------------------------------------------------

STD = 0.01
WIDE = {"0": (300, 200), "2": (200, 50), "4.0": (50, 3), "4.2": (3, 1)}  # its linear layers
SHAPES = {
    f"{name}.{part}": shape
    for name, (inputs, outputs) in WIDE.items()
    for part, shape in [("weight", (outputs, inputs)), ("bias", (outputs,))]
}


def wide_net(
    library: Library,
    device: str,
    others: tuple[str, str] = ("ReLU", "Flatten"),
    chain: Object | Function | None = None,
) -> Object:
    """A net of four linear layers, two of them inside, with other layers between them; `chain` is
    what makes nets of layers."""

    def linear(name: str) -> Object:
        return library("torch.nn.Linear").make(*WIDE[name])

    one, other = (library(f"torch.nn.{name}").make() for name in others)
    chain = chain or library("torch.nn.Sequential")
    inner = chain.make(linear("4.0"), one, linear("4.2"))
    layers = [linear("0"), one, linear("2"), other, inner]
    return on(chain.make(*layers, name="net"), device)


def small_layers(library: Library, device: str) -> Object:
    """A net of 200 linear layers as small as the notebook's, and of 70 with 6 weights."""
    inputs, outputs = [2] * 200 + [3] * 70, [1] * 200 + [2] * 70
    layers = library("builtins.map").make(library("torch.nn.Linear").itself(), inputs, outputs)
    return on(library("torch.nn.ModuleList").make(layers, name="net"), device)


def weights_of(net: Object, library: Library) -> Tensor:
    """All weights of these small layers."""
    numbers = library("torch.nn.utils.parameters_to_vector")(net.method("parameters").make())
    assert isinstance(numbers.value, Tensor)
    rows = numbers.value.array.reshape(-1)
    return Tensor(np.append(rows[:600].reshape(-1, 3)[:, :2], rows[600:].reshape(-1, 8)[:, :6]))


def copy_of(net: Object, library: Library) -> Object:
    """Another net like it: it takes one request, and to build one takes eight."""
    return library("copy.deepcopy").make(net, name=net.name)


def initialised(init_params: Object, net: Object) -> dict[str, Tensor]:
    """The parameters of a net after `net.apply(init_params)`."""
    net.method("apply")(init_params)
    return parameters(net)


_grid = np.linspace(-8, 8, 3201)
# The normal distribution function: between its points it is off by less than 1e-6
NORMAL = _grid, np.array([math.erfc(-x / math.sqrt(2)) / 2 for x in _grid])


def looks_normal(origin: str, weights: Tensor) -> None:
    """The weights look like draws from N(0, 0.01²). Raises `Mistake`.

    What can happen to n right draws, in all with probability below 1.2e-10: the mean is beyond 7
    standard errors (3e-12); n s²/σ² is outside of n ± 2√(nx) + 2x for x = 25 (2e^-25 < 3e-11,
    Laurent and Massart 2000); none of 60,000 is beyond 3.5σ ((1 - 4.65e-4)^60000 < 1e-12); the
    distribution function is more than ε away from the normal one for 2exp(-2nε²) = 5e-11
    (Dvoretzky, Kiefer and Wolfowitz, with Massart's constant); fewer than 0.85 n values are
    different (of n ≤ 60,000 draws in float32 less than 1 in 100 meets an equal on average, and each
    changes their number by at most 1: McDiarmid); a value that comes up with probability p < 1e-5
    does so 20 times (n (np)^19/20! < 1e-17).
    """
    values = np.sort(weights.f64.reshape(-1))
    n = values.size
    subject = Subject(None, origin, "have")
    count = 1 + np.count_nonzero(np.diff(values))
    if count < 0.85 * n:
        got = f"only {count} different values" if count > 1 else "one and the same value"
        raise subject.fail("constant", f"{got} in {n} places", "a draw of its own for each")
    if (again := values[19:] == values[:-19]).any():
        got = f"{number(float(values[19:][again][0]))} in 20 places or more"
        raise subject.fail("constant", got, "a draw of its own for each")
    # A spread of another size first: it shows in everything else
    spread = float(np.sqrt(np.mean(values**2)))
    x = 25.0
    high = STD * math.sqrt(1 + 2 * math.sqrt(x / n) + 2 * x / n)
    low = STD * math.sqrt(max(0.0, 1 - 2 * math.sqrt(x / n)))
    centre = float(values.mean())
    if abs(centre) > 7 * STD / math.sqrt(n):
        raise subject.fail("centre", f"the mean {number(centre, 3)}", "a mean close to 0")
    if not low < spread < high:
        got = f"the standard deviation {number(spread, 3)}"
        raise subject.fail("spread", got, f"one close to {STD}")
    if n >= 60_000 and np.abs(values).max() < 3.5 * STD:
        raise subject.fail("form", "no weight beyond 0.035", "now and then one that is far out")
    normal = np.interp(values / STD, *NORMAL)
    steps = np.arange(n + 1) / n
    distance = max(abs(steps[1:] - normal).max(), abs(steps[:-1] - normal).max())
    if distance > math.sqrt(math.log(2 / 5e-11) / (2 * n)):
        got = "a distribution of another form"
        raise subject.fail("form", got, "that of normal draws, a bell")


@check("init_params", main=True)
def test_init_params_draws_weights_from_the_normal_distribution(init_params, library, device):
    """Weights are drawn from the normal distribution with mean 0 and standard deviation 0.01.

    Two layers of 60,000 weights are looked at, and many small ones with 820 together. For what can
    happen to a right solution see `looks_normal`: below 3·1.2e-10 in all.
    """
    net = wide_net(library, device)
    # What was there before leaves no trace
    before = {name: Tensor(np.full(shape, 300.0, "float32")) for name, shape in SHAPES.items()}
    fill(net, before)
    function = init_params.itself()
    found = initialised(function, net)
    one, other = (found[name].array.reshape(-1) for name in ("0.weight", "2.weight"))
    if len(np.intersect1d(one, other)) > 0.15 * other.size:
        subject = Subject(None, "After `net.apply(init_params)`, two layers", "have")
        raise subject.fail("constant", "weights in common", "draws of their own")
    for name in ("0.weight", "2.weight"):
        if np.array_equal(found[name].array, before[name].array):
            subject = Subject(None, f"After `net.apply(init_params)`, the weights of {name}", "are")
            raise subject.fail("unchanged", "what they were before", "fresh draws")
    looks_normal("After `net.apply(init_params)`, the weights of layer 0", found["0.weight"])
    small = small_layers(library, device)
    small.method("apply")(function)
    origin = "After `net.apply(init_params)`, the weights of 270 small layers"
    looks_normal(origin, weights_of(small, library))
    layer = on(library("torch.nn.Linear").make(300, 200, name="layer"), device)
    done = init_params(layer)
    origin = f"After {done.call}, the weights of the layer"
    looks_normal(origin, parameters(layer)["weight"])


@check("init_params")
def test_init_params_sets_biases_to_zero(init_params, library, device):
    """Every bias is 0, exactly."""
    found = initialised(init_params.itself(), wide_net(library, device))
    layer = on(library("torch.nn.Linear").make(4, 3, name="layer"), device)
    call = init_params(layer).call
    for after, some in [("`net.apply(init_params)`", found), (call, parameters(layer))]:
        for name, tensor in some.items():
            if name.endswith("bias") and tensor.array.any():
                got = f"{number(float(tensor.array.reshape(-1)[0]))} in its first place"
                subject = Subject(None, f"After {after}, `{name}`", "is")
                raise subject.fail("values", got, "0 everywhere")


@check("init_params")
def test_init_params_works_through_apply(init_params, library, draw, device):
    """`net.apply` reaches every linear layer, at any depth, and passes over other modules."""
    # A class of its own, as a learner's network is one
    base = library("torch.nn.Sequential").itself()
    own = library("builtins.type").make("Net", (base,), {}, name="Net")
    net, function = wide_net(library, device, ("Tanh", "Dropout"), own), init_params.itself()
    fill(net, {name: draw.normal(name, *shape, scale=5.0) for name, shape in SHAPES.items()})
    for one in (copy_of(net, library), net):
        for name, tensor in initialised(function, one).items():
            # 10 standard deviations: of 70,000 draws one is further out with probability 1e-18
            if np.abs(tensor.array).max() > 10 * STD:
                origin = f"After `net.apply(init_params)`, `{name}`"
                got = f"a tensor with {number(float(np.abs(tensor.array).max()), 3)} in it"
                raise Subject(None, origin, "is").fail("unchanged", got, "small draws, or zeros")


@check("init_params")
def test_init_params_draws_afresh(init_params, library, device):
    """Every call draws other weights.

    That 600 float32 numbers come up again has a probability below 1e-1000.
    """
    layers = [on(library("torch.nn.Linear").make(30, 20, name="layer"), device) for _ in range(2)]
    seen = []
    for layer in (*layers, layers[0]):
        init_params(layer)
        seen.append(parameters(layer)["weight"].array)
    if any(np.array_equal(seen[i], seen[j]) for i, j in [(0, 1), (0, 2), (1, 2)]):
        subject = Subject(None, "Two calls of `init_params(layer)`", "gave")
        raise subject.fail("constant", "the same weights", "fresh draws at every call")
    # Whole nets, of which the second comes right after the first
    net, function = wide_net(library, device), init_params.itself()
    nets = [net, copy_of(net, library), copy_of(net, library)]
    seed = library("torch.initial_seed")
    before = seed().value
    firsts = [initialised(function, net)["0.weight"].array for net in nets]
    if any(np.array_equal(a, b) for a, b in itertools.combinations(firsts, 2)):
        subject = Subject(None, "Two calls of `net.apply(init_params)`", "gave")
        raise subject.fail("constant", "the same weights", "fresh draws at every call")
    if seed().value != before:
        subject = Subject(None, "`net.apply(init_params)`", "gave")
        raise subject.fail("constant", "the random numbers another seed", "draws, and no seed")


@check("init_params", vacuous=True)
def test_init_params_keeps_parameters_trainable(init_params, library, device):
    """The parameters keep shape, dtype and device, and are leaves that require gradients."""
    single, function = wide_net(library, device), init_params.itself()
    double = copy_of(single, library)
    double.method("double")()
    double.method("eval")()
    for net, dtype, mode in [(single, "float32", True), (double, "float64", False)]:
        objects = library("builtins.list").make(net.method("parameters").make())
        net.method("apply")(function).keeps_recording()
        after = parameters(net)
        if net.method("training").value().value is not mode:
            subject = Subject(None, "After `net.apply(init_params)`, the net", "is")
            got = f"in {'evaluation' if mode else 'training'} mode"
            raise subject.fail("changed", got, "values that changed, and no more")
        for one, other in zip(objects.value().value, after.values(), strict=True):
            if not np.array_equal(one.array, other.array):
                subject = Subject(None, "`net.apply(init_params)`", "gave")
                got = "the net new parameters, of which an optimiser knows nothing"
                raise subject.fail("changed", got, "new values for those it had, in place")
        if list(after) != list(SHAPES):
            subject = Subject(None, "After `net.apply(init_params)`, `parameters()`", "finds")
            raise subject.fail("changed", ", ".join(after) or "nothing", ", ".join(SHAPES))
        for name, tensor in after.items():
            subject = Subject(tensor, f"After `net.apply(init_params)`, `{name}`", "is")
            subject.has_form(SHAPES[name], dtype, device)
            if not tensor.requires_grad or not tensor.leaf:
                got = "no longer a leaf" if not tensor.leaf else "a tensor without gradients"
                raise subject.fail("leaf", got, "a leaf that requires gradients, as it was")
    init_params(library("torch.nn.Linear").make(3, 2, name="layer")).keeps_recording()


# --- get_loss --------------------------------------------------------------------------------


def the_loss(get_loss: Function) -> Object:
    return is_there(get_loss.make(name="loss"), "a loss, something to call")


def batch(draw, *shape: int, **more) -> tuple[Tensor, Tensor]:
    """Predictions and labels of one shape, with errors from small to large, of both signs."""
    dtype = more.pop("dtype", "float32")
    sizes = np.geomspace(0.01, 3000.0, int(np.prod(shape))) * draw.rng.choice([-1.0, 1.0])
    sizes *= draw.rng.uniform(0.5, 2.0, sizes.shape)
    y = 3.0 * draw.rng.standard_normal(shape)
    if sizes.size > 2:
        sizes[0] = 0.0  # a prediction may be exact
    y_hat = y + draw.rng.permutation(sizes).reshape(shape)
    return (
        Tensor(y_hat.astype(dtype), name="y_hat", **more),
        Tensor(y.astype(dtype), name="y"),
    )


@check("get_loss", main=True)
def test_get_loss_is_the_mean_squared_error(get_loss, draw, device):
    """`loss(y_hat, y)` is the mean of the squared errors, one number."""
    loss = the_loss(get_loss).method("")
    for shape, dtype, times in [
        ((7, 1), "float32", 2),  # the same tensors, with other values
        ((1, 1), "float32", 1),
        ((130, 1), "float64", 1),
        ((5, 3), "float64", 1),
        ((8,), "float32", 1),
        ((2, 3, 4), "float64", 1),
    ]:
        pairs = [batch(draw, *shape, dtype=dtype) for _ in range(times)]
        for done, (y_hat, y) in zip(loss.on_the_same_objects(*pairs), pairs, strict=True):
            expected = np.mean((y_hat.f64 - y.f64) ** 2)
            # 1: as a likelihood it is calculated with a constant that is taken away again
            size = 1.0 + np.mean((abs(y_hat.f64) + abs(y.f64)) ** 2)
            done.equals(np.asarray(expected), dtype=dtype, device=device, size=size)


@check("get_loss")
def test_get_loss_passes_gradients_on(get_loss, draw, device):
    """The gradient that reaches a prediction is 2/n times its error."""
    loss = the_loss(get_loss)
    for n in (6, 1):
        y_hat, y = batch(draw, n, 1, dtype="float64", requires_grad=True)
        if n == 1:  # tiny errors count as well
            y_hat.array[:] = y.array + 1e-4 * (y_hat.array - y.array)
        v = Tensor(np.array(draw.uniform(0.5, 2.0)), name="v")
        error = y_hat.f64 - y.f64
        # The largest for all: the mean may be taken before the square
        size = np.full(error.shape, (abs(y_hat.f64) + abs(y.f64)).max())
        scale = 2 / n * float(v.array)
        done = loss(y_hat, y, cotangent=v)
        done.passes_gradients({"y_hat": (scale * error, scale * size)}, "float64", device)
    y = draw.normal("y", 4, 1)
    y_hat = Tensor(y.array.copy(), name="y_hat", requires_grad=True)  # all exact
    done = loss(y_hat, y, cotangent=Tensor(np.array(1.0, "float32"), name="v"))
    done.passes_gradients({"y_hat": (np.zeros((4, 1)), np.zeros((4, 1)))}, "float32", device)


@check("get_loss", vacuous=True)
def test_get_loss_leaves_its_arguments_alone(get_loss, draw):
    """The loss leaves `y_hat` and `y` as they are."""
    y_hat, y = batch(draw, 5, 1)
    the_loss(get_loss)(y_hat, y).leaves_alone("y_hat", "y")


# --- get_optimizer ---------------------------------------------------------------------------


class Model:
    """A net of the library, its parameters as float64 arrays, and an optimiser of the submission.

    Attributes:
        params: What the parameters should be by now, by name.
    """

    def __init__(
        self, library: Library, draw, device: str, *sizes: int, dtype: str = "float32"
    ) -> None:
        layers = [
            library("torch.nn.Linear").make(d, outputs, name="net")
            for d, outputs in itertools.pairwise(sizes)
        ]
        net = layers[0]
        for layer in layers[1:]:  # networks in networks: parameters can be at any depth
            net = library("torch.nn.Sequential").make(net, layer, name="net")
        self.net, self._dtype = on(net, device), dtype
        if dtype == "float64":
            self.net.method("double")()
        self._draw, self._device, self._inputs, self._outputs = draw, device, sizes[0], sizes[-1]
        (first, *others) = (
            {"weight": (outputs, d), "bias": (outputs,)} for d, outputs in itertools.pairwise(sizes)
        )
        shapes = first
        for own in others:
            shapes = {f"0.{name}": shape for name, shape in shapes.items()}
            shapes |= {f"1.{name}": shape for name, shape in own.items()}
        values = {k: draw.away_from_zero(k, *v, dtype=dtype) for k, v in shapes.items()}
        self.fill(values)

    def fill(self, values: dict[str, Tensor]) -> None:
        """Give the parameters these values."""
        fill(self.net, values)
        self.params = {name: tensor.f64 for name, tensor in values.items()}

    def backward(self, scale: float = 1.0) -> dict[str, np.ndarray]:
        """Let gradients flow into the net; what they are then. Those of the first of three or more
        features are 0, exactly."""
        X = self._draw.normal("X", 5, self._inputs, dtype=self._dtype)
        if self._inputs > 2:
            X.array[:, 0] = 0.0
        v = self._draw.away_from_zero("v", 5, self._outputs)
        v = Tensor((v.array * scale).astype(self._dtype), name="v")
        self.net.make(X).method("backward")(v)
        found = parameters(self.net)
        return {name: t.grad.f64 for name, t in found.items() if t.grad is not None}

    def stepped(
        self, gradients: dict[str, np.ndarray], lr: float, call: str
    ) -> dict[str, np.ndarray]:
        """Every parameter has made this step from where it was. Raises `Mistake`.

        Returns the gradients for another step; {} where some have been cleared.
        """
        found = parameters(self.net)
        for name, tensor in found.items():
            before, step = self.params[name], lr * gradients[name]
            subject = Subject(tensor, f"After {call}, `{name}`", "is")
            unchanged = np.array_equal(tensor.array, before)
            subject.equals(
                before - step,
                dtype=self._dtype,
                device=self._device,
                size=abs(before) + abs(step),
                stage="unchanged" if unchanged else "values",
            )
            flat = gradients[name] == 0
            if not np.array_equal(tensor.f64[flat], before[flat]):  # to the last digit
                subject = Subject(None, f"After {call}, `{name}`", "has")
                raise subject.fail("values", "moved where its gradient is 0", "no step there")
            self.params[name] = tensor.f64
        left = {name: t.grad.f64 for name, t in found.items() if t.grad is not None}
        return left if len(left) == len(found) and all(g.any() for g in left.values()) else {}

    def stayed(self, call: str) -> None:
        """No parameter has moved. Raises `Mistake`."""
        for name, tensor in parameters(self.net).items():
            if not np.array_equal(tensor.f64, self.params[name]):
                subject = Subject(None, f"After {call}, `{name}`", "has")
                raise subject.fail("changed", "other values", "those it had")


def the_optimizer(get_optimizer: Function, net: Object, lr: float) -> Object:
    found = get_optimizer.make(net, lr, name="optimizer")
    return is_there(found, "an optimiser")


@check("get_optimizer", main=True)
def test_get_optimizer_steps_against_the_gradient(get_optimizer, library, draw, device):
    """`step()` takes lr times its gradient away from every parameter."""
    # Small rates first: where a parameter has become large, small steps are lost in rounding. A
    # new optimiser goes on with the gradients that are there
    rates = [3.7e-5, draw.uniform(0.001, 0.01), draw.uniform(0.2, 0.9)]
    for sizes, some, dtype in [
        ((1, 1), [draw.uniform(0.2, 0.9)], "float32"),
        ((2, 1), [0, 2], "float64"),
        ((3, 1), rates, "float32"),
    ]:
        model = Model(library, draw, device, *sizes, dtype=dtype)
        gradients: dict[str, np.ndarray] = {}
        for lr in some:
            optimizer = the_optimizer(get_optimizer, model.net, lr)
            gradients = gradients or model.backward()
            done = optimizer.method("step")()
            gradients = model.stepped(gradients, lr, done.call)
    # Flat and steep places
    zeros = {name: Tensor(np.zeros(p.shape, "float32")) for name, p in model.params.items()}
    model.net.method("zero_grad")()
    for scale in (1e-5, 1e5):
        model.fill(zeros)
        lr = draw.uniform(0.2, 0.9)
        optimizer = the_optimizer(get_optimizer, model.net, lr)
        gradients = model.backward(scale)
        done = optimizer.method("step")()
        model.stepped(gradients, lr, done.call)


# Layers without a bias, with parameters of other shapes: what they are made with, the number of
# their inputs (5, 3), the width of their output
OTHER_LAYERS = {
    "Linear": ((3, 2, False), 1, 2),
    "LayerNorm": ((3,), 1, 3),
    "Bilinear": ((3, 3, 2), 2, 2),
}


@check("get_optimizer")
def test_get_optimizer_updates_every_parameter(get_optimizer, library, draw, device):
    """Weights and biases of all layers are updated, however many there are."""
    for sizes in [(4, 3, 2), (3, 2, 4, 3, 2, 1)]:
        model, lr = Model(library, draw, device, *sizes), draw.uniform(0.2, 0.9)
        optimizer = the_optimizer(get_optimizer, model.net, lr)
        gradients = model.backward()
        done = optimizer.method("step")()
        model.stepped(gradients, lr, done.call)
    for kind, (given, inputs, outputs) in OTHER_LAYERS.items():
        net, lr = on(library(f"torch.nn.{kind}").make(*given, name="net"), device), 0.25
        optimizer = the_optimizer(get_optimizer, net, lr)
        X, v = draw.normal("X", 5, 3), draw.away_from_zero("v", 5, outputs)
        net.make(*[X] * inputs).method("backward")(v)
        ready = parameters(net)
        before = {name: tensor.f64 for name, tensor in ready.items()}
        flowed = {name: t.grad.f64 for name, t in ready.items() if t.grad is not None}
        done = optimizer.method("step")()
        for name, tensor in parameters(net).items():
            step = lr * flowed[name]
            subject = Subject(tensor, f"After {done.call} for a {kind}, `{name}`", "is")
            subject.equals(
                before[name] - step,
                dtype="float32",
                device=device,
                size=abs(before[name]) + abs(step),
                stage="unchanged" if np.array_equal(tensor.f64, before[name]) else "values",
            )


@check("get_optimizer")
def test_get_optimizer_remembers_nothing(get_optimizer, library, draw, device):
    """A step depends on the gradients of its moment alone, whatever the steps before it were."""
    model, lr = Model(library, draw, device, 3, 1), draw.uniform(0.1, 0.5)
    optimizer = the_optimizer(get_optimizer, model.net, lr)
    for time in range(12):
        if time == 6:  # many steps, in one request
            step = optimizer.method("step").itself()
            library("timeit.timeit")(step, number=40)
        if time % 4 == 2:  # somebody else has changed the parameters
            model.fill({n: draw.away_from_zero(n, *p.shape) for n, p in model.params.items()})
        if time % 3 == 0:  # new gradients, and two more steps with what the first leaves of them
            optimizer.method("zero_grad")()
            gradients = model.backward()
        done = optimizer.method("step")()
        gradients = model.stepped(gradients, lr, done.call) or model.backward()
    # An optimiser knows nothing of others
    other, rate = Model(library, draw, device, 3, 1), draw.uniform(0.6, 0.9)
    second = the_optimizer(get_optimizer, other.net, rate)
    flowed = other.backward()
    done = optimizer.method("step")()
    model.stepped(gradients, lr, done.call)
    other.stayed(done.call)
    done = second.method("step")()
    other.stepped(flowed, rate, done.call)
    model.stayed(done.call)


@check("get_optimizer", vacuous=True)  # a net clears them as well
def test_get_optimizer_clears_gradients(get_optimizer, library, draw, device):
    """`zero_grad()` clears the gradients of every parameter, and moves none."""
    model = Model(library, draw, device, 4, 3, 2)
    optimizer = the_optimizer(get_optimizer, model.net, draw.uniform(0.2, 0.9))
    model.backward()
    done = optimizer.method("zero_grad")()
    for name, tensor in parameters(model.net).items():
        if tensor.grad is not None and tensor.grad.array.any():
            origin = f"After {done.call}, the gradient of `{name}`"
            raise Subject(None, origin, "is").fail("values", "not cleared", "zeros or None")
        if not np.array_equal(tensor.array, model.params[name]):
            origin = f"After {done.call}, `{name}`"
            raise Subject(None, origin, "has").fail("changed", "other values", "those it had")


@check("get_optimizer", weight=0.5)
def test_get_optimizer_is_a_torch_optimizer(get_optimizer, library, draw):
    """The result is an optimiser of torch, and making it changes nothing in the net."""
    model = Model(library, draw, "cpu", 3, 1)
    before = model.backward()
    found = the_optimizer(get_optimizer, model.net, 0.25)
    after = parameters(model.net)
    for name, tensor in after.items():
        if tensor.grad is None or not np.array_equal(tensor.grad.f64, before[name]):
            subject = Subject(None, f"After `get_optimizer(net, 0.25)`, `{name}`", "has")
            raise subject.fail("changed", "another gradient", "the one it had")
    if not model.net.method("training").value().value:
        subject = Subject(None, "After `get_optimizer(net, 0.25)`, the net", "is")
        raise subject.fail("changed", "in evaluation mode", "as it was")
    is_of_kind(found, OPTIMIZER, "an object of a subclass of torch.optim.Optimizer")
    for name, tensor in after.items():
        if not np.array_equal(tensor.array, model.params[name]):
            subject = Subject(None, f"After `get_optimizer(net, 0.25)`, `{name}`", "has")
            raise subject.fail("changed", "other values", "those it had")
    model.net.method("eval")()
    the_optimizer(get_optimizer, model.net, 0.25)
    if model.net.method("training").value().value:
        subject = Subject(None, "After `get_optimizer(net, 0.25)`, the net", "is")
        raise subject.fail("changed", "in training mode", "as it was")


# --- train -----------------------------------------------------------------------------------

ROUNDING = 1e-9  # relative; a few hundred float64 operations err by less than 1e-12


def near(got: Any, expected: Any) -> bool:
    """Whether two float64 results of the same training differ by rounding only."""
    got, expected = np.asarray(got), np.asarray(expected)
    scale = 1e-3 + np.abs(expected).max()
    return got.shape == expected.shape and bool(np.all(abs(got - expected) <= ROUNDING * scale))


class Run:
    """A training in float64: batches, a linear net with two things in torch to train it, and the
    mathematics of what should come of it. θ is (w, b); a row of A is an example with a 1 appended.
    It starts away from the answer, on the other side of zero, less far with a smaller `reach`.
    With `after` it has the net, the losses and the optimisers of another one: all these take more
    requests than a training.
    """

    def __init__(
        self,
        library: Library,
        draw,
        sizes: list[int],
        d: int,
        column: bool,
        noise: float = 0.5,
        reach: float = 1.0,
        after: "Run | None" = None,
    ) -> None:
        self._library = library
        truth = draw.away_from_zero("truth", d + 1).f64
        self.A, self.t, self.batches = [], [], []
        for n in sizes:
            X = draw.normal("X", n, d, dtype="float64")
            A = np.column_stack([X.f64, np.ones(n)])
            t = A @ truth + noise * draw.rng.standard_normal(n)
            self.A.append(A)
            self.t.append(t)
            y = Tensor(t[:, None] if column else t, name="y")
            self.batches.append((X, y))
        self.start = reach * (-truth + draw.rng.uniform(-0.25, 0.25, d + 1))
        if noise < 0.5:  # a fit that is almost perfect from the beginning
            self.start = truth + noise
        values = {"weight": Tensor(self.start[None, :d]), "bias": Tensor(self.start[d:])}
        if after is None:
            self.net = library("torch.nn.Linear").make(d, 1, name="net")
            self._tools: dict[tuple, Object] = {}
            fill(self.net, values, assign=True)  # with their dtype, and their device
        else:
            self.net, self._tools = after.net, after._tools
            fill(self.net, values)

    def tool(self, path: str, name: str, **options: Any) -> Object:
        """A loss or an optimiser of the library, the latter for the net's parameters; the same for
        the same options."""
        key = (path, *options.items())
        if key not in self._tools:
            given = [self.net.method("parameters").make()] if name == "optimizer" else []
            self._tools[key] = self._library(path).make(*given, name=name, **options)
        return self._tools[key]

    def data(self) -> Named:
        """The batches as a list."""
        return Named(self.batches, "data")

    def loader(self, batch_size: int, shuffle: bool = False) -> Object:
        """The examples in a DataLoader."""
        X = Tensor(np.concatenate([X.array for X, _ in self.batches]), name="X")
        y = Tensor(np.concatenate([y.array for _, y in self.batches]), name="y")
        dataset = self._library("torch.utils.data.TensorDataset").make(X, y)
        make = self._library("torch.utils.data.DataLoader").make
        return make(dataset, batch_size=batch_size, shuffle=shuffle, name="data")

    def train(
        self,
        train: Function,
        epochs: int,
        lr: float,
        data: Any = None,
        loss: Object | None = None,
    ) -> Returned:
        """Let the submission train with the mean squared error and plain steps."""
        loss = loss or self.tool("torch.nn.MSELoss", "loss")
        optimizer = self.tool("torch.optim.SGD", "optimizer", lr=lr)
        return train(self.net, loss, optimizer, self.data() if data is None else data, epochs)

    def learned(self) -> np.ndarray:
        """θ as it is in the net."""
        found = parameters(self.net)
        return np.concatenate([found["weight"].f64.reshape(-1), found["bias"].f64])

    def gradient(self, theta: np.ndarray, index: int) -> np.ndarray:
        """Of the mean squared error of one batch: 2/n Aᵀ(Aθ - t)."""
        A, t = self.A[index], self.t[index]
        return 2 / len(t) * (A @ theta - t) @ A

    def loss(self, theta: np.ndarray) -> float:
        """The mean squared error over all examples."""
        return float(np.mean((np.concatenate(self.A) @ theta - np.concatenate(self.t)) ** 2))

    def descend(self, epochs: int, lr: float) -> tuple[np.ndarray, list[float]]:
        """Where plain steps lead, a step a batch, and the loss after every epoch."""
        theta, losses = self.start, []
        for _ in range(epochs):
            for index in range(len(self.A)):
                theta = theta - lr * self.gradient(theta, index)
            losses.append(self.loss(theta))
        return theta, losses

    def ends_at(self, done: Returned, expected: np.ndarray) -> None:
        """The net's parameters are θ = `expected`. Raises `Mistake`."""
        got = self.learned()
        if not near(got, expected):
            stage = "unchanged" if near(got, self.start) else "values"
            subject = Subject(None, f"After {done.call}, (weight, bias) of the net", "is")
            raise subject.fail(stage, f"({_numbers(got)})", f"({_numbers(expected)})")


def _numbers(values: Any) -> str:
    return ", ".join(number(value) for value in values)


@check("train", main=True)
def test_train_follows_gradient_descent(train, library, draw):
    """Every batch makes one step, with the gradient of the loss of that batch alone."""
    # Also epochs enough for whatever changes in the course of a training
    for sizes, d, epochs in [([4, 4, 3], 2, 3), ([1, 5, 2, 1], 1, 2), ([7], 3, 25)]:
        run, lr = Run(library, draw, sizes, d, column=True), draw.uniform(0.02, 0.1)
        done = run.train(train, epochs, lr)
        run.ends_at(done, run.descend(epochs, lr)[0])
    # A fit with hardly any errors left
    run = Run(library, draw, [5, 4], 3, True, noise=1e-4, after=run)
    done = run.train(train, 4, lr)
    theta = run.descend(4, lr)[0]
    run.ends_at(done, theta)
    # A rate so large that each step doubles the one error, and the loss rises in every epoch
    run = Run(library, draw, [1], 3, True, after=run)
    lr = 1.5 / float(np.sum(run.A[0] ** 2))
    run.ends_at(run.train(train, 14, lr), run.descend(14, lr)[0])


@check("train")
def test_train_treats_labels_as_a_column(train, library, draw):
    """Labels (n,) count as a column: each prediction is compared with its own label."""
    for sizes, d, epochs in [([6], 3, 3), ([5, 1, 2], 1, 2)]:
        run, lr = Run(library, draw, sizes, d, column=False), draw.uniform(0.02, 0.1)
        done = run.train(train, epochs, lr)
        run.ends_at(done, run.descend(epochs, lr)[0])
    # With a loss that is a plain function
    run = Run(library, draw, [4, 3], 1, column=False, after=run)
    loss = library("torch.nn.functional.mse_loss").itself()
    run.ends_at(run.train(train, 2, lr, loss=loss), run.descend(2, lr)[0])


@check("train")
def test_train_returns_the_loss_of_every_epoch(train, library, draw):
    """The result is a list of floats: after each epoch, the mean loss over all examples."""
    run, lr = None, draw.uniform(0.02, 0.1)
    for sizes, epochs, column in [
        ([4, 4, 1], 3, True),
        ([2, 7], 2, False),
        ([6], 4, True),
        ([3] * 14 + [2], 2, False),
    ]:
        run = Run(library, draw, sizes, 2, column, after=run)
        done = run.train(train, epochs, lr)
        got = done.subject.floats(epochs, "epoch")
        end, losses = run.descend(epochs, lr)
        learned = run.learned()
        if near(learned, end) and not near(got, losses):
            raise done.subject.fail("values", f"[{_numbers(got)}]", f"[{_numbers(losses)}]")
        if not near(got[-1], run.loss(learned)):  # also where the steps are wrong
            right = f"{number(run.loss(learned))}, that of the final parameters"
            subject = Subject(None, f"The last loss from {done.call}", "is")
            raise subject.fail("values", number(got[-1]), right)
    # With hardly any error left, and still a loss for each epoch
    run = Run(library, draw, [5, 4], 2, True, noise=1e-6, after=run)
    run.train(train, 4, lr).subject.floats(4, "epoch")
    # From a loader, with a short last batch and labels (n,)
    run = Run(library, draw, [3, 3, 1], 2, column=False, after=run)
    done = run.train(train, 2, lr, run.loader(3))
    got, losses = done.subject.floats(2, "epoch"), run.descend(2, lr)[1]
    if not near(got, losses):
        raise done.subject.fail("values", f"[{_numbers(got)}]", f"[{_numbers(losses)}]")
    # Also where the loss is beyond all numbers; in a net of its own, whose gradients are none
    beyond = Run(library, draw, [5, 4], 2, column=True)
    optimizer = beyond.tool("torch.optim.SGD", "optimizer", lr=1e200)
    loss = beyond.tool("torch.nn.MSELoss", "loss")
    ended = train.attempt(beyond.net, loss, optimizer, beyond.data(), 4)
    if ended is not None:
        ended.subject.floats(4, "epoch")


@check("train")
def test_train_uses_what_it_is_given(train, library, draw, device):
    """It trains with the net, the loss, the optimiser and the data that it is given."""
    # Another loss, which tells predictions from labels: the mean of exp(ŷ) - y ŷ. It starts near
    # zero: where ŷ is 14, which a start farther away brings about now and then, a step leads away
    # so far that the next exp is infinite
    run, lr = Run(library, draw, [5, 4], 2, True, reach=0.25), draw.uniform(0.001, 0.002)
    loss = run.tool("torch.nn.PoissonNLLLoss", "loss")
    optimizer = run.tool("torch.optim.SGD", "optimizer", lr=lr)
    done = train(run.net, loss, optimizer, run.data(), 2)
    theta = run.start
    for A, t in zip(run.A * 2, run.t * 2, strict=True):
        theta = theta - lr / len(t) * (np.exp(A @ theta) - t) @ A
    run.ends_at(done, theta)
    y_hat = np.concatenate(run.A) @ theta
    mean = float(np.mean(np.exp(y_hat) - np.concatenate(run.t) * y_hat))
    got = done.subject.floats(2, "epoch")[-1]
    if not near(got, mean):
        subject = Subject(None, f"The last loss from {done.call}", "is")
        raise subject.fail("values", number(got), f"{number(mean)}, by the loss that was given")
    # Another optimiser: with momentum
    run = Run(library, draw, [4, 3], 2, True, after=run)
    loss = run.tool("torch.nn.MSELoss", "loss")
    optimizer = run.tool("torch.optim.SGD", "optimizer", lr=lr, momentum=0.5)
    done = train(run.net, loss, optimizer, run.data(), 2)
    theta, velocity = run.start, np.zeros_like(run.start)
    for index in (0, 1, 0, 1):
        velocity = 0.5 * velocity + run.gradient(theta, index)
        theta = theta - lr * velocity
    run.ends_at(done, theta)
    # The optimiser as it is: two rates, weight decay and momentum, over two calls
    run = Run(library, draw, [4, 3], 2, True, after=run)
    groups = [
        {"params": [run.net.method("weight").itself()], "lr": lr},
        {"params": [run.net.method("bias").itself()], "lr": 3 * lr, "momentum": 0.5},
    ]
    make = library("torch.optim.SGD").make
    optimizer = make(groups, lr=lr, weight_decay=0.25, name="optimizer")
    loss = run.tool("torch.nn.MSELoss", "loss")
    rates, momentum = lr * np.array([1.0, 1.0, 3.0]), np.array([0.0, 0.0, 0.5])
    theta, velocity = run.start, np.zeros_like(run.start)
    for _ in range(2):
        done = train(run.net, loss, optimizer, run.data(), 2)
        for index in (0, 1, 0, 1):
            velocity = momentum * velocity + run.gradient(theta, index) + 0.25 * theta
            theta = theta - rates * velocity
    run.ends_at(done, theta)
    # Another form of data: a loader
    run, lr = Run(library, draw, [3, 3, 2], 2, True, after=run), draw.uniform(0.1, 0.2)
    run.ends_at(run.train(train, 2, lr, run.loader(3)), run.descend(2, lr)[0])
    run = Run(library, draw, [13], 2, True, after=run)
    follows_the_loader(train, run, lr, library, draw)
    # Another net: two layers with a tanh between them
    trains_two_layers(train, library, draw, device, loss)


def follows_the_loader(train, run: Run, lr: float, library: Library, draw) -> None:
    """Every epoch takes the batches in the loader's new order, and so does measuring, which goes
    by pairs. Raises `Mistake`.

    The orders that the loader gives first come again with the same seed. A right solution goes
    through a new one in each of 4 epochs; that they are all the same has probability
    1/13!^3 < 1e-29.
    """
    A, t = run.A[0], run.t[0]
    seed = library("torch.manual_seed")
    start = draw.worker_seed()
    data = run.loader(1, shuffle=True)
    seed(start)
    orders = []
    for one in data.epochs(limit=20, repeat=3):
        rows = [X.f64[0] for X, _ in one.value.items]
        orders.append([int(np.argmin(abs(A[:, :2] - row).sum(axis=1))) for row in rows])
    seed(start)
    done = run.train(train, 4, lr, data)
    learned = run.learned()
    for order in orders:
        theta = run.start
        for i in order * 4:
            theta = theta - lr * 2 * (A[i] @ theta - t[i]) * A[i]
        if near(learned, theta):
            subject = Subject(None, f"{done.call} with a loader that shuffles", "took")
            got = "the batches of one pass in every epoch"
            raise subject.fail("values", got, "a new pass over `data` in each")
    last, mean = done.subject.floats(4, "epoch")[-1], run.loss(learned)
    if not near(last, mean):
        subject = Subject(None, f"The last loss from {done.call} with a loader that shuffles", "is")
        raise subject.fail("values", number(last), f"{number(mean)}, that of all pairs (X, y)")


def trains_two_layers(train, library: Library, draw, device: str, loss: Object) -> None:
    """Two steps on one batch move both layers of w₂ᵀ tanh(W₁x + b₁) + b₂. Raises `Mistake`."""
    d, hidden, n, lr = 2, 3, 5, draw.uniform(0.02, 0.1)
    layers = [
        library("torch.nn.Linear").make(d, hidden),
        library("torch.nn.Tanh").make(),
        library("torch.nn.Linear").make(hidden, 1),
    ]
    inner = library("torch.nn.Sequential").make(*layers[:2])
    net = library("torch.nn.Sequential").make(inner, layers[2], name="net")
    shapes = {
        "0.0.weight": (hidden, d),
        "0.0.bias": (hidden,),
        "1.weight": (1, hidden),
        "1.bias": (1,),
    }
    values = {k: draw.away_from_zero(k, *v, dtype="float64") for k, v in shapes.items()}
    fill(net, values, assign=True)  # with their dtype, and their device
    X, y = draw.normal("X", n, d, dtype="float64"), draw.normal("y", n, 1, dtype="float64")
    params = net.method("parameters").make()
    optimizer = library("torch.optim.SGD").make(params, lr=lr, name="optimizer")
    done = train(net, loss, optimizer, Named([(X, y)], "data"), 2)
    W, b, v, c = (values[name].f64 for name in shapes)
    for _ in range(2):
        h = np.tanh(X.f64 @ W.T + b)
        error = 2 / n * (h @ v.T + c - y.f64)
        inner = error @ v * (1 - h**2)
        W, b = W - lr * inner.T @ X.f64, b - lr * inner.sum(0)
        v, c = v - lr * error.T @ h, c - lr * error.sum(0)
    for (name, tensor), expected in zip(parameters(net).items(), (W, b, v, c), strict=True):
        if not near(tensor.f64, expected):
            origin = f"After {done.call} with a net of two layers, `{name}`"
            stage = "unchanged" if near(tensor.f64, values[name].f64) else "values"
            subject = Subject(tensor, origin, "is")
            subject.equals(expected, dtype="float64", device=device, stage=stage)


@check("train")
def test_train_trains_in_place(train, library, draw):
    """The net that was passed in is trained, and can be trained on; the data are left alone."""
    run, lr = Run(library, draw, [4, 3], 2, column=False), draw.uniform(0.02, 0.1)
    loss = run.tool("torch.nn.MSELoss", "loss")
    optimizer = run.tool("torch.optim.SGD", "optimizer", lr=lr)
    for _ in range(2):
        done = train(run.net, loss, optimizer, run.data(), 1)
        done.leaves_alone("data")
        for name, tensor in parameters(run.net).items():
            if not tensor.requires_grad or not tensor.leaf:
                got = "no longer a leaf" if not tensor.leaf else "a tensor without gradients"
                subject = Subject(None, f"After {done.call}, `{name}` of the net", "is")
                raise subject.fail("graph", got, "a leaf that requires gradients, as it was")
    run.ends_at(done, run.descend(2, lr)[0])


@check("train", vacuous=True)
def test_train_measures_without_a_trace(train, library, draw):
    """Gradients are cleared, or those of the last step: measuring the loss adds nothing to them."""
    run, lr = Run(library, draw, [4, 3], 2, column=True), draw.uniform(0.02, 0.1)
    done = run.train(train, 2, lr)
    theta = run.descend(1, lr)[0]
    last = run.gradient(theta - lr * run.gradient(theta, 0), 1)
    found = [p.grad.f64.reshape(-1) for p in parameters(run.net).values() if p.grad is not None]
    gradients = np.concatenate(found) if found else np.zeros(0)
    if gradients.any() and not near(gradients, last):
        subject = Subject(None, f"After {done.call}, the gradient of the net", "is")
        expected = f"none, zeros, or ({_numbers(last)}), that of the last step"
        raise subject.fail("gradient", f"({_numbers(gradients)})", expected)


everything = functools.partial(
    check,
    "train",
    builds_on=("load_array", "net_ordered_dict", "init_params", "get_loss", "get_optimizer"),
)


@everything()
def test_train_reaches_the_noise_floor(
    train,
    load_array,
    net_ordered_dict,
    init_params,
    get_loss,
    get_optimizer,
    draw,
    device,
):
    """All the parts together end beside the true parameters.

    One epoch over n = 1100 examples in batches of m = 10. The mean squared error with η = 0.075
    makes the steps of half of it with η = 0.15, so that the bound of linear regression from scratch
    holds: 110 steps, each on data that is independent of the steps before, whatever the order. The
    d ≤ 4 features are uniform with variance 1, so a row a = (x, 1) has |a|² ≤ 3d + 1 = 13. The
    error e of (w, b) shrinks by E|e|² → 0.736 E|e|² a step, by 0.736^110 < 3e-15 in all, from
    |e|² < 100: by Markov P(|e| > 0.05) < 2e-10. Noise of σ = 0.01 adds a normal error of variance
    at most V = σ²(0.15/m)² Σ|a|² < 1.4e-4, longer than 0.1 with probability below
    exp(-(0.1 - √V)²/2V) < 1e-12.
    """
    n, d = 1100, draw.choice([2, 3, 4])
    x = draw.rng.uniform(-(3**0.5), 3**0.5, (n, d))
    truth = draw.away_from_zero("truth", d + 1).f64
    t = x @ truth[:d] + truth[d] + 0.01 * draw.rng.standard_normal(n)
    features = Tensor(x.astype("float32"), name="features")
    labels = Tensor(t.astype("float32"), name="labels")
    data = load_array.make((features, labels), 10, name="data")
    net = on(is_there(net_ordered_dict.make(d, name="net"), "a network"), device)
    net.method("apply")(init_params.itself())
    optimizer = the_optimizer(get_optimizer, net, 0.075)
    done = train(net, the_loss(get_loss), optimizer, data, 1)
    found = parameters(net)
    for name, tensor in found.items():
        if tensor.dtype != "float32":
            subject = Subject(None, f"After {done.call}, `{name}`", "has")
            raise subject.fail("dtype", f"dtype {tensor.dtype}", "float32, as before")
    learned = np.concatenate([p.f64.reshape(-1) for p in found.values()])
    subject = Subject(None, f"After {done.call}, the net", "is")
    if learned.shape != truth.shape:
        got = f"one with {learned.size} parameters"
        raise subject.fail("form", got, f"one with {truth.size}")
    error = float(np.linalg.norm(learned - truth))
    if not error <= 0.15:
        stage = "far" if error < float(np.linalg.norm(truth)) else "diverges"
        got = f"{number(error)} away from the true parameters"
        raise subject.fail(stage, got, "a distance below 0.15")
