"""Checks for linear regression from scratch: one function a behaviour, grouped by exercise.

The contracts are in the docstrings of the notebook's stubs. Oracles are mathematics in float64.
Inputs are drawn afresh for every grading. They avoid what blinds a check: sizes that divide each
other, the notebook's own sizes, zero biases, errors that are all small.

Chance: only `test_data_iter_shuffles_at_every_call`, `test_data_iter_leaves_its_arguments_alone`
and `test_train_reaches_the_noise_floor` lean on it. Their docstrings bound the probability that
a right solution fails.
"""

import functools
import itertools
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from graders.engine.checks import check
from graders.engine.epochs import (
    UNIQUE,
    by_rows,
    every_row_once,
    in_words,
    looks_mixed,
    looks_shuffled,
    numbered,
    order_of,
    own_rows,
)
from graders.engine.expect import Mistake, Subject, differences, number
from graders.engine.returned import Returned
from graders.engine.values import Epoch, Tensor, describe

# --- data_iter -------------------------------------------------------------------------------


def pairs(epoch: Returned) -> list[tuple[Tensor, Tensor]]:
    """The batches of one epoch. Raises `Mistake` unless each is a pair of tensors."""
    value = epoch.value
    assert isinstance(value, Epoch)
    if value.not_iterable:
        got = value.not_iterable[0]
        subject = Subject(got, epoch.call)
        stage = "nothing" if got is None else "type"
        raise subject.fail(stage, describe(got), "something to loop over, batch by batch")
    found = []
    for index, item in enumerate(value.items):
        if not _is_pair(item):
            raise _no_pair(item, index, epoch.call)
        found.append((item[0], item[1]))
    if not found:
        raise Subject(None, epoch.call).fail("rows", "no batch at all", "one epoch of batches")
    if not value.ended:
        raise Subject(None, epoch.call).fail(
            "endless", f"more than {len(found)} batches and was cut off", "one epoch, then an end"
        )
    return found


def _is_pair(item: Any) -> bool:
    """Whether an item is a tensor of rows with a tensor of as many labels."""
    return (
        isinstance(item, (tuple, list))
        and len(item) == 2
        and all(isinstance(part, Tensor) and part.shape for part in item)
        and item[0].shape[0] == item[1].shape[0]
    )


def _no_pair(item: Any, index: int, call: str) -> Mistake:
    """Why an item is none."""
    subject = Subject(item, f"Item {index} of {call}", "is")
    if not isinstance(item, (tuple, list)) or len(item) != 2:
        return subject.fail("pair", describe(item), "a pair `(X, y)` of tensors")
    for part, name in zip(item, ("X", "y"), strict=True):
        if not Subject(part, f"`{name}` of batch {index} of {call}", "is").is_tensor().shape:
            got = "a tensor without dimensions"
            return subject.fail("pair", f"{got} for `{name}`", "a batch: one row an example")
    got = f"{item[0].shape[0]} rows of X with {item[1].shape[0]} labels"
    return subject.fail("pair", got, "as many labels as rows")


def one_epoch(data_iter, batch_size, features, labels) -> Returned:
    """One epoch, cut off where it has gone on for far too long."""
    limit = 3 * len(features.array) + 10
    return data_iter.epochs(batch_size, features, labels, limit=limit)[0]


@check("data_iter", main=True)
def test_data_iter_visits_every_row_once(data_iter, draw):
    """One epoch visits every row exactly once, features and labels alike."""
    # A last, shorter batch or none, a batch that exceeds the data, and as many rows as in earnest
    few = draw.choice([4, 5, 6, 9])
    for n, d, batch_size in [(23, 3, few), (12, 5, 4), (9, 2, 14), (2003, 2, 400)]:
        features, labels = numbered(n, d)
        epoch = one_epoch(data_iter, batch_size, features, labels)
        batches = pairs(epoch)
        every_row_once(epoch.call, order_of(X for X, _ in batches), n)
        subject = Subject(None, f"One epoch of {epoch.call}", "gave")
        for X, _ in batches:
            if X.array.ndim != 2 or X.shape[1] != d:
                raise subject.fail("rows", f"an X of shape {X.shape}", f"rows of {d} features")
            rows = X.f64[:, :1] + np.arange(d) / 8
            if not np.array_equal(X.f64, rows):
                raise subject.fail("rows", "rows that are mixed up inside", "rows of `features`")
        got = np.sort(np.concatenate([y.f64.reshape(-1) for _, y in batches]))
        if not np.array_equal(got, np.arange(n) + UNIQUE):
            raise subject.fail("labels", "other labels than there are", "every label exactly once")


@check("data_iter")
def test_data_iter_keeps_rows_and_labels_together(data_iter):
    """Every row comes with its own label."""
    # In every form: features of one more dimension, labels in a column, float64, one batch, many
    for n, batch_size, dtype, row, label in [
        (29, 6, "float32", (4,), ()),
        (17, 17, "float32", (4,), (1,)),
        (9, 1, "float64", (4,), ()),
        (12, 3, "float32", (2, 2), (1,)),
        (8, 11, "float32", (4,), ()),
        (2003, 700, "float32", (4,), ()),
    ]:
        features, labels = numbered(n, 4, dtype)
        features.array = features.array.reshape(n, *row)
        labels.array = labels.array.reshape(n, *label)
        epoch = one_epoch(data_iter, batch_size, features, labels)
        for index, (X, y) in enumerate(pairs(epoch)):
            rows, own = by_rows(X.f64)[:, :1].ravel(), y.f64.reshape(-1)
            if len(own) != len(rows) or not np.array_equal(own, rows + UNIQUE):
                subject = Subject(None, f"Batch {index} of {epoch.call}", "has")
                raise subject.fail(
                    "paired", "rows with the labels of others", "each row's own label"
                )


@check("data_iter")
def test_data_iter_fills_every_batch_but_the_last(data_iter):
    """Every batch has `batch_size` rows, but the last has what is left, and none is empty."""
    cases = [(23, 5), (12, 4), (6, 1), (9, 9), (3, 8), (1, 1), (1, 3), (13, 7), (13, 6)]
    for n, batch_size in cases:
        features, labels = numbered(n, 2)
        full, rest = divmod(n, batch_size)
        expected = [batch_size] * full + [rest] * (rest > 0)
        # Again and again: where the shorter batch stands must not be chance
        repeat = 8 if n == 23 else 1
        for epoch in data_iter.epochs(
            batch_size, features, labels, limit=3 * n + 10, repeat=repeat
        ):
            got = [len(X.array) for X, _ in pairs(epoch)]
            if got != expected:
                words = f"batches of {in_words(got)} rows"
                raise Subject(got, epoch.call, "gave").fail("sizes", words, f"{in_words(expected)}")


@check("data_iter")
def test_data_iter_shuffles_at_every_call(data_iter):
    """Every call shuffles afresh, and every order of the rows can come up.

    Three rows have 6 orders. If all are equally likely, one is missing after 200 calls with
    probability below 6·(5/6)^200 < 1e-14, and 40 calls are all alike with 6^-39. Calls end as
    soon as enough has come: about 15 of them. For 61 rows see `looks_shuffled`, for 2003 see
    `looks_mixed`: below 1e-10 in all.
    """
    for batch_size, calls, orders in [(2, 200, 6), (1, 40, 2), (3, 40, 2), (5, 40, 2)]:
        features, labels = numbered(3, 2)
        seen: set[tuple[int, ...]] = set()
        count = 0
        while count < calls and len(seen) < orders and not (count >= 40 and len(seen) == 1):
            repeat = 8 if orders > 2 else 4
            for epoch in data_iter.epochs(batch_size, features, labels, limit=20, repeat=repeat):
                seen.add(tuple(order_of(X for X, _ in pairs(epoch))))
                count += 1
        if len(seen) < orders:
            subject = Subject(None, f"{count} calls of {epoch.call}", "gave")
            what = "the same order" if len(seen) == 1 else f"only {len(seen)} different orders"
            stage = "one_order" if len(seen) == 1 else "orders"
            raise subject.fail(stage, what, "all 6 orders of 3 rows, sooner or later")
    n = 61
    features, labels = numbered(n, 2)
    epochs = data_iter.epochs(31, features, labels, limit=3 * n, repeat=48)
    fault = looks_shuffled([order_of(X for X, _ in pairs(epoch)) for epoch in epochs])
    if fault:
        subject = Subject(None, f"48 calls of {epochs[0].call}", "gave")
        raise subject.fail("orders", fault, "orders in which each row can stand anywhere")
    # As many rows as in earnest, in large batches
    epoch = one_epoch(data_iter, 900, *numbered(2003, 2))
    fault = looks_mixed(order_of(X for X, _ in pairs(epoch)))
    if fault:
        subject = Subject(None, epoch.call, "gave")
        raise subject.fail("orders", fault, "an order in which each row can stand anywhere")


@check("data_iter")
def test_data_iter_starts_over_at_every_call(data_iter):
    """A call begins a whole new epoch, whatever became of the one before."""
    # The last has other data and another size: nothing may be remembered
    for n, d, batch_size in [(11, 2, 3), (11, 2, 3), (7, 4, 2)]:
        features, labels = numbered(n, d)
        data_iter.epochs(batch_size, features, labels, limit=2)  # left after two batches
        epoch = one_epoch(data_iter, batch_size, features, labels)
        order = order_of(X for X, _ in pairs(epoch))
        own_rows(epoch.call, order, n)
        # Whether the last, shorter batch comes is a question of its own
        if len(order) < n // batch_size * batch_size:
            subject = Subject(None, f"The call after an abandoned {epoch.call}", "gave")
            raise subject.fail("resumed", f"{len(order)} rows", f"a whole epoch of {n} rows")


@check("data_iter")
def test_data_iter_keeps_dtype_and_shape(data_iter, draw, device):
    """Batches have the dtype, the trailing dimensions and the device of their source."""
    cases = [
        (draw.normal("features", 7, 3, dtype="float64"), draw.normal("labels", 7, dtype="float64")),
        (draw.normal("features", 7, 2, 3), draw.normal("labels", 7, 1)),
        (Tensor(np.arange(14).reshape(7, 2), name="features"), Tensor(np.arange(7), name="labels")),
        (draw.normal("features", 7, 4), Tensor(np.arange(7) % 3, name="labels")),
    ]
    for features, labels in cases:
        epoch = one_epoch(data_iter, 3, features, labels)
        batches = pairs(epoch)
        for index, batch in enumerate(batches):
            for part, source, name in zip(batch, (features, labels), ("X", "y"), strict=True):
                size = len(part.array)
                subject = Subject(part, f"`{name}` of batch {index} of {epoch.call}", "is")
                subject.has_form((size, *source.shape[1:]), source.dtype, device)
        # Values to the last digit: a detour through float32 would lose some
        for column, source in enumerate((features, labels)):
            rows = {row.tobytes() for row in source.array}
            if not all(row.tobytes() in rows for batch in batches for row in batch[column].array):
                subject = Subject(None, f"`{'Xy'[column]}` of {epoch.call}", "holds")
                raise subject.fail("rows", "other rows", f"the rows of `{source.name}`, unchanged")


@check("data_iter", vacuous=True)
def test_data_iter_leaves_its_arguments_alone(data_iter, draw):
    """`features` and `labels` are as they were.

    Shuffling 31 rows in place leaves them in order with probability 1/31! < 1e-33.
    """
    features, labels = draw.normal("features", 31, 2), draw.normal("labels", 31)
    one_epoch(data_iter, 4, features, labels).leaves_alone("features", "labels")


# --- linreg ----------------------------------------------------------------------------------


def linear_model(X: Tensor, w: Tensor, b: Tensor) -> tuple[np.ndarray, np.ndarray]:
    """X w + b in float64, and the size of what each entry adds up: (n, 1) both."""
    return X.f64 @ w.f64 + b.f64, abs(X.f64) @ abs(w.f64) + abs(b.f64)


def inputs(draw, n: int, d: int, **more) -> tuple[Tensor, Tensor, Tensor]:
    """X (n, d), w (d, 1), b (1,): no zeros, no two alike."""
    return (
        draw.normal("X", n, d, **more),
        draw.away_from_zero("w", d, 1, **more),
        draw.away_from_zero("b", 1, **more),
    )


@check("linreg", main=True)
def test_linreg_computes_the_linear_model(linreg, draw, device):
    """`linreg` returns X w + b for any number of examples and of features."""
    for n, d, scale in [(7, 3, 1), (5, 5, 1), (2, 23, 300), (13, 1, 1), (1, 4, 1), (300, 2, 1)]:
        X, w, b = inputs(draw, n, d)
        X.array = X.array * np.float32(scale)
        if n == 13:  # a house without features, as it were
            X.array[0] = 0
        if n == 300:  # parameters before training
            w.array[0] = b.array[0] = 0
        y_hat, size = linear_model(X, w, b)
        linreg(X, w, b).equals(y_hat, dtype="float32", device=device, size=size)
    # The same tensors with other values, as in training: what was true before is not now
    calls = [inputs(draw, 4, 2) for _ in range(2)]
    for call, done in zip(calls, linreg.on_the_same_objects(*calls), strict=True):
        y_hat, size = linear_model(*call)
        done.equals(y_hat, dtype="float32", device=device, size=size, stage="remembers")


@check("linreg")
def test_linreg_returns_a_column(linreg, draw, device):
    """The result is a column (n, 1), one prediction a row, also for one example or one feature."""
    for n, d in [(6, 2), (3, 3), (1, 3), (5, 1), (1, 1)]:
        X, w, b = inputs(draw, n, d)
        linreg(X, w, b).subject.has_form((n, 1), None, device)


@check("linreg")
def test_linreg_keeps_the_dtype(linreg, draw, device):
    """float64 in gives float64 out, with all its digits; float32 stays float32."""
    for dtype in ("float64", "float32"):
        X, w, b = inputs(draw, 5, 3, dtype=dtype)
        y_hat, size = linear_model(X, w, b)
        linreg(X, w, b).equals(y_hat, dtype=dtype, device=device, size=size)


@check("linreg")
def test_linreg_passes_gradients_on(linreg, draw, device):
    """The right gradients reach X, w and b: v wᵀ, Xᵀ v and the sum of v for a gradient v."""
    # In training only w and b ask for one, and all is float32
    for n, d, dtype, trained in [
        (5, 3, "float64", False),
        (1, 2, "float32", True),
        (4, 1, "float32", True),
    ]:
        X, w, b = inputs(draw, n, d, dtype=dtype, requires_grad=True)
        X.requires_grad = not trained
        v = draw.away_from_zero("v", n, 1, dtype=dtype)
        expected = {
            "X": (v.f64 @ w.f64.T, abs(v.f64) @ abs(w.f64.T)),
            "w": (X.f64.T @ v.f64, abs(X.f64.T) @ abs(v.f64)),
            "b": (v.f64.sum(axis=0), abs(v.f64).sum(axis=0)),
        }
        linreg(X, w, b, cotangent=v).passes_gradients(expected, dtype, device)


@check("linreg", vacuous=True)
def test_linreg_leaves_its_arguments_alone(linreg, draw):
    """X, w and b are as they were: values, shape, gradients and all."""
    for n, d, trained in [(5, 3, False), (4, 1, False), (5, 2, True)]:
        X, w, b = inputs(draw, n, d)
        if trained:
            w, b = parameter(draw, "w", d, 1), parameter(draw, "b", 1)
        linreg(X, w, b).leaves_alone("X", "w", "b")


# --- squared_loss ----------------------------------------------------------------------------


def predictions(draw, n: int, flat: bool, **more) -> tuple[Tensor, Tensor]:
    """y_hat (n, 1) and y, (n,) if `flat`, with errors from small to large, of both signs."""
    sizes = np.geomspace(3000.0, 1e-5, n) * draw.rng.choice([-1.0, 1.0], n)
    y = draw.normal("y", n, scale=3.0, dtype="float64").array  # digits that float32 has not
    dtype = more.pop("dtype", "float32")
    y_hat = (y + draw.rng.permutation(sizes)).astype(dtype)
    y = y.astype(dtype) if flat else y.astype(dtype)[:, None]
    return Tensor(y_hat[:, None], name="y_hat", **more), Tensor(y, name="y")


def half_square(y_hat: Tensor, y: Tensor) -> tuple[np.ndarray, np.ndarray]:
    """(y_hat - y)²/2 in float64, and the size of what rounding works on: (n, 1) both.

    Expanded, the square adds up its terms; as a likelihood it has a constant, taken away again.
    """
    a, b = y_hat.f64, y.f64.reshape(-1, 1)
    return (a - b) ** 2 / 2, 1.0 + (abs(a) + abs(b)) ** 2


@check("squared_loss", main=True)
def test_squared_loss_halves_the_squared_error(squared_loss, draw, device):
    """The loss of each example is half the square of its error."""
    for n in (7, 300):
        y_hat, y = predictions(draw, n, flat=False)
        loss, size = half_square(y_hat, y)
        squared_loss(y_hat, y).equals(loss, dtype="float32", device=device, size=size)
    # A single example, and the same tensors with other values: what was true before is not now
    calls = [predictions(draw, 1, flat=False) for _ in range(2)]
    calls[1][0].array = calls[1][0].array / 2
    for call, done in zip(calls, squared_loss.on_the_same_objects(*calls), strict=True):
        loss, size = half_square(*call)
        done.equals(loss, dtype="float32", device=device, size=size)


@check("squared_loss")
def test_squared_loss_reshapes_y(squared_loss, draw, device):
    """Labels (n,) count as a column: the result has the shape (n, 1) of `y_hat`."""
    for n in (5, 130, 1):
        y_hat, y = predictions(draw, n, flat=True)
        loss, size = half_square(y_hat, y)
        squared_loss(y_hat, y).equals(loss, dtype="float32", device=device, size=size)


@check("squared_loss")
def test_squared_loss_keeps_the_dtype(squared_loss, draw, device):
    """float64 in gives float64 out, with all its digits; float32 stays float32."""
    for dtype in ("float64", "float32"):
        y_hat, y = predictions(draw, 6, flat=False, dtype=dtype)
        loss, size = half_square(y_hat, y)
        squared_loss(y_hat, y).equals(loss, dtype=dtype, device=device, size=size)


@check("squared_loss")
def test_squared_loss_passes_the_gradient_on(squared_loss, draw, device):
    """The gradient that reaches `y_hat` is its error times the gradient v that comes in."""
    for n, flat, dtype in [(6, False, "float64"), (5, True, "float32"), (1, False, "float64")]:
        y_hat, y = predictions(draw, n, flat, dtype=dtype, requires_grad=True)
        if n > 1:  # a perfect prediction: its gradient is 0, and not an undefined number
            y_hat.array[-1] = y.array.reshape(-1)[-1]
        v = draw.away_from_zero("v", n, 1, dtype=dtype)
        error = y_hat.f64 - y.f64.reshape(-1, 1)
        size = (abs(y_hat.f64) + abs(y.f64.reshape(-1, 1))) * abs(v.f64)
        expected = {"y_hat": (error * v.f64, size)}
        found = squared_loss(y_hat, y, cotangent=v)
        found.passes_gradients(expected, dtype, device)


@check("squared_loss", vacuous=True)
def test_squared_loss_leaves_its_arguments_alone(squared_loss, draw):
    """`y_hat` and `y` are as they were: values, shape, gradients and all."""
    for n, flat, trained in [(6, False, False), (5, True, False), (5, True, True)]:
        y_hat, y = predictions(draw, n, flat, requires_grad=trained)
        if trained:
            y_hat.grad = draw.normal("y_hat.grad", n, 1)
        squared_loss(y_hat, y).leaves_alone("y_hat", "y")


# --- sgd -------------------------------------------------------------------------------------


def parameter(draw, name: str, *shape: int, dtype: str = "float32") -> Tensor:
    """A parameter with a gradient, both away from zero."""
    tensor = draw.away_from_zero(name, *shape, dtype=dtype, requires_grad=True)
    tensor.grad = draw.away_from_zero(f"{name}.grad", *shape, dtype=dtype)
    return tensor


def stepped(p: Tensor, lr: float, batch_size: int) -> tuple[np.ndarray, np.ndarray]:
    """p - lr * p.grad / batch_size in float64, and the size of what it adds up."""
    assert p.grad is not None
    step = lr * p.grad.f64 / batch_size
    return p.f64 - step, abs(p.f64) + abs(step)


def one_step(sgd, params: list[Tensor], lr: float, batch_size: int, device: str) -> None:
    """Run one step and compare every parameter. Raises `Mistake`."""
    has_stepped(sgd(params, lr, batch_size), device)


def has_stepped(done: Returned, device: str) -> None:
    """Every parameter has made its step. Raises `Mistake`."""
    params, lr, batch_size = done.given
    after = done.arguments[0]
    for index, p in enumerate(params):
        got = after[index] if isinstance(after, list) and index < len(after) else None
        expected, size = stepped(p, lr, batch_size)
        subject = Subject(got, f"After {done.call}, `{p.name}`", "is")
        tensor = subject.has_form(p.shape, p.dtype, device)
        if differences(tensor.array, expected, p.dtype, size).any():
            unchanged = np.array_equal(tensor.array, p.array)
            stage = "unchanged" if unchanged else "values"
            subject.equals(expected, dtype=p.dtype, device=device, size=size, stage=stage)


@check("sgd", main=True)
def test_sgd_steps_against_the_gradient(sgd, draw, device):
    """A step takes lr / batch_size times the gradient away from `w` and from `b`."""
    for d, batch_size in [(3, 7), (2, 1), (5, 1000)]:
        w, b = parameter(draw, "w", d, 1), parameter(draw, "b", 1)
        one_step(sgd, [w, b], draw.uniform(0.2, 0.9), batch_size, device)
    # From nothing to large, in the parameters, their gradients and the rate
    sizes = np.array([[0.0], [1e-3], [1.0], [1e4]], dtype=np.float32)
    for lr in (draw.uniform(0.001, 0.01), draw.uniform(1.5, 15.0), 2, 0):
        w, b = parameter(draw, "w", 4, 1), parameter(draw, "b", 1)
        assert w.grad is not None
        w.array = w.array * draw.rng.permutation(sizes)
        w.grad.array = w.grad.array * draw.rng.permutation(sizes)
        b.array = b.array * np.float32(0)
        one_step(sgd, [w, b], lr, 3, device)
    # Near the end of training all gradients are small, and still there is a step
    w, b = parameter(draw, "w", 2, 1), parameter(draw, "b", 1)
    for p in (w, b):
        assert p.grad is not None
        p.array, p.grad.array = p.array * np.float32(1e-3), p.grad.array * np.float32(1e-4)
    one_step(sgd, [w, b], draw.uniform(0.2, 0.9), 3, device)


@check("sgd")
def test_sgd_updates_every_parameter(sgd, draw, device):
    """Any number of parameters of any shape are updated, not just `w` and `b`."""
    shapes = [(4,), (3, 2), (2, 1, 3), (1, 1), (5, 3), (2, 2, 1, 2), (1,), (2, 5)]
    for count in (1, 3, 8):
        params = [parameter(draw, f"p{i}", *shapes[i]) for i in range(count)]
        one_step(sgd, params, draw.uniform(0.2, 0.9), 5, device)


@check("sgd")
def test_sgd_keeps_the_dtype(sgd, draw, device):
    """float64 parameters stay float64, with all their digits."""
    params = [parameter(draw, "w", 3, 1, dtype="float64"), parameter(draw, "b", 1, dtype="float64")]
    one_step(sgd, params, draw.uniform(0.2, 0.9), 3, device)


@check("sgd", vacuous=True)
def test_sgd_keeps_the_parameters_trainable(sgd, draw):
    """The parameters are still the same leaves that require gradients, and torch still records."""
    w, b = parameter(draw, "w", 3, 1), parameter(draw, "b", 1)
    done = sgd([w, b], draw.uniform(0.2, 0.9), 5)
    trainable(done, done.arguments[0], "w", "b")
    if not done.kept[0]:
        subject = Subject(None, f"After {done.call}, the list", "holds")
        raise subject.fail("replaced", "other tensors than before", "the same tensors, updated")
    done.keeps_recording()


def trainable(done: Returned, tensors: list, *names: str) -> None:
    """Each tensor is a leaf that requires grad. Raises `Mistake`."""
    for tensor, name in zip(tensors, names, strict=True):
        found = Subject(tensor, f"After {done.call}, `{name}`", "is").is_tensor()
        if not found.requires_grad or not found.leaf:
            got = "no longer a leaf" if not found.leaf else "a tensor that requires no gradient"
            expected = "the leaf that requires gradients that it was"
            raise Subject(tensor, f"After {done.call}, `{name}`", "is").fail("leaf", got, expected)


@check("sgd")
def test_sgd_remembers_nothing(sgd, draw, device):
    """Each step follows from its own arguments alone, whatever the steps before it were."""
    for batch_size in (3, 8):
        w, b = parameter(draw, "w", 2, 1), parameter(draw, "b", 1)
        one_step(sgd, [w, b], draw.uniform(0.1, 0.9), batch_size, device)
    # The very same tensors, as in training: other values, gradients, rates, batch sizes
    calls = [
        ([parameter(draw, "w", 3, 1), parameter(draw, "b", 1)], draw.uniform(0.1, 0.9), batch_size)
        for batch_size in (3, 8, 1, 5)
    ]
    for done in sgd.on_the_same_objects(*calls):
        has_stepped(done, device)


# --- train -----------------------------------------------------------------------------------

trains = functools.partial(check, "train", builds_on=("data_iter", "linreg", "squared_loss", "sgd"))


Deal = tuple[tuple[int, ...], ...]  # the batches of an epoch, in order


@dataclass(frozen=True, eq=False)
class Paths:
    """Ways that training can take, one a row.

    Attributes:
        ends: Where they end: θ, (paths, d + 1).
        losses: The loss after each epoch, (paths, epochs).
        deals: What was dealt in each epoch.
    """

    ends: np.ndarray
    losses: np.ndarray
    deals: list[tuple[Deal, ...]]


class Problem:
    """A regression problem in float64, with the mathematics of its training.

    The parameters are kept as one vector θ = (w, b); a row of A is an example with a 1 appended.
    """

    def __init__(
        self,
        draw,
        n: int,
        d: int,
        *,
        noise: float,
        size: float = 1.0,
        column: bool = False,
        dtype: str = "float64",
        bounded: bool = False,
    ) -> None:
        x = draw.rng.uniform(-(3**0.5), 3**0.5, (n, d))
        if not bounded:
            x = draw.rng.standard_normal((n, d))
        self.features = Tensor(x.astype(dtype), name="features")
        truth = size * draw.away_from_zero("truth", d + 1).f64
        labels = self.features.f64 @ truth[:d] + truth[d] + noise * draw.rng.standard_normal(n)
        labels = labels.astype(dtype)
        self.labels = Tensor(labels[:, None] if column else labels, name="labels")
        self.truth = truth
        # A start away from the answer, on the other side of zero
        start = -truth + draw.rng.uniform(-0.25, 0.25, d + 1)
        self.w = Tensor(start[:d, None].astype(dtype), name="w", requires_grad=True)
        self.b = Tensor(start[d:].astype(dtype), name="b", requires_grad=True)
        self.A = np.column_stack([self.features.f64, np.ones(n)])
        self.t = self.labels.f64.reshape(-1)

    @property
    def start(self) -> np.ndarray:
        return np.concatenate([self.w.f64.reshape(-1), self.b.f64])

    def loss(self, theta: np.ndarray) -> Any:
        """The mean of half the squared error over the whole data set, for each θ in the rows."""
        return np.mean((theta @ self.A.T - self.t) ** 2, axis=-1) / 2

    def step(self, theta: np.ndarray, lr: float, divisor: int) -> np.ndarray:
        """One step of gradient descent on all rows."""
        return theta - lr / divisor * ((theta @ self.A.T - self.t) @ self.A)

    def call(self, lr: float, num_epochs: int, batch_size: int) -> tuple:
        """The arguments of `train`."""
        return self.w, self.b, self.features, self.labels, lr, num_epochs, batch_size

    def train(self, train, lr: float, num_epochs: int, batch_size: int) -> Returned:
        """Let the submission train on it."""
        return train(*self.call(lr, num_epochs, batch_size))

    def paths(
        self, lr: float, epochs: int, batch_size: int, told: list[float] | None = None
    ) -> Paths:
        """Every way that `epochs` of stochastic gradient descent can take.

        The step of a last, shorter batch is divided by `batch_size`, or by the number of its rows.

        Args:
            told: The loss after each epoch: only ways with these losses are followed.
        """
        every = deals(tuple(range(len(self.t))), batch_size)
        ways = [self._paths(lr, epochs, batch_size, every, short, told) for short in (True, False)]
        return Paths(
            np.concatenate([way.ends for way in ways]),
            np.concatenate([way.losses for way in ways]),
            [dealt for way in ways for dealt in way.deals],
        )

    def _paths(
        self,
        lr: float,
        epochs: int,
        batch_size: int,
        every: list[Deal],
        short: bool,
        told: list[float] | None,
    ) -> Paths:
        ends, losses = self.start[None], np.empty((1, 0))
        dealt: list[tuple[Deal, ...]] = [()]
        for epoch in range(epochs):
            theta = ends[None]  # from here on for every deal: (deals, paths, d + 1)
            for batches in zip(*every, strict=True):  # the first of every deal, the second, …
                A, t = self.A[np.array(batches)], self.t[np.array(batches)]
                divisor = batch_size if short else len(batches[0])
                errors = theta @ A.transpose(0, 2, 1) - t[:, None]
                theta = theta - lr / divisor * (errors @ A)
            ends = theta.reshape(-1, theta.shape[-1])
            now = self.loss(ends)
            losses = np.column_stack([np.tile(losses, (len(every), 1)), now])
            dealt = [(*before, deal) for deal in every for before in dealt]
            if told is not None:
                kept = abs(now - told[epoch]) <= ROUNDING * (1e-3 + abs(told[epoch]))
                ends, losses = ends[kept], losses[kept]
                dealt = list(itertools.compress(dealt, kept))
        return Paths(ends, losses, dealt)


def deals(rows: tuple[int, ...], batch_size: int) -> list[Deal]:
    """Every way to deal rows into batches, the last of which may be shorter."""
    if len(rows) <= batch_size:
        return [(rows,)]
    return [
        (batch, *rest)
        for batch in itertools.combinations(rows, batch_size)
        for rest in deals(tuple(row for row in rows if row not in batch), batch_size)
    ]


def learned(done: Returned, dtype: str, device: str, d: int) -> np.ndarray:
    """θ as it is in the tensors that were passed in. Raises `Mistake`."""
    w, b = (
        Subject(value, f"After {done.call}, `{name}`", "is").has_form(shape, dtype, device)
        for value, name, shape in zip(done.arguments, ("w", "b"), ((d, 1), (1,)), strict=False)
    )
    return np.concatenate([w.f64.reshape(-1), b.f64.reshape(-1)])


ROUNDING = 1e-9  # relative; a few hundred float64 operations err by less than 1e-12


def near(got: ArrayLike, expected: ArrayLike) -> bool:
    """Whether two float64 results of the same training differ by rounding only."""
    got, expected = np.asarray(got), np.asarray(expected)
    scale = 1e-3 + np.abs(expected).max()
    return bool(np.all(np.abs(got - expected) <= ROUNDING * scale))


@trains(main=True)
def test_train_follows_gradient_descent(train, draw, device):
    """With the whole data set as one batch, training is plain gradient descent, step by step."""
    for n, d, epochs, column in [(11, 3, 4, False), (7, 2, 1, True), (9, 1, 3, False)]:
        problem = Problem(draw, n, d, noise=0.3, column=column)
        done = problem.train(train, draw.uniform(0.05, 0.25), epochs, n)
        descended(done, problem, device)
    # A batch may be larger than the data set, and a rate so large that the loss rises
    problem = Problem(draw, 6, 2, noise=0.3)
    descended(problem.train(train, draw.uniform(0.05, 0.25), 2, 8), problem, device)
    descended(problem.train(train, draw.uniform(2.5, 3.5), 3, 6), problem, device)
    # Far away from the answer the gradients are large
    problem = Problem(draw, 8, 2, noise=0.3, size=1e4)
    descended(problem.train(train, draw.uniform(0.05, 0.25), 2, 8), problem, device)
    # The very same tensors again, with other values: nothing is remembered, and 0 is a rate, too
    problems = [Problem(draw, 5, 2, noise=0.3) for _ in range(3)]
    rates = draw.uniform(0.05, 0.25), draw.uniform(0.05, 0.25), 0.0
    calls = [problem.call(lr, 1, 5) for problem, lr in zip(problems, rates, strict=True)]
    for problem, done in zip(problems, train.on_the_same_objects(*calls), strict=True):
        descended(done, problem, device)


def descended(done: Returned, problem: Problem, device: str) -> None:
    """w and b are where gradient descent by whole batches leads. Raises `Mistake`."""
    lr, epochs, batch_size = done.given[4:]
    n, d = problem.features.shape
    got = learned(done, "float64", device, d)
    ends = []
    for divisor in (batch_size, n):  # for a shorter batch both count as right
        theta = problem.start
        for _ in range(epochs):
            theta = problem.step(theta, lr, divisor)
        ends.append(theta)
    if not any(near(got, end) for end in ends):
        stage = "unchanged" if near(got, problem.start) else "values"
        subject = Subject(None, f"After {done.call}, (w, b)", "is")
        raise subject.fail(stage, f"({_numbers(got)})", f"({_numbers(ends[0])})")


def _numbers(values: Iterable[float]) -> str:
    return ", ".join(number(value) for value in values)


@trains()
def test_train_takes_one_step_per_batch(train, draw, device):
    """In an epoch every batch makes one step, from the gradient of that batch alone.

    Five rows can be dealt into batches of 2, 2 and 1 in 30 ways, three into 2 and 1 in 3 ways. All
    the places where the epochs can end are calculated; those of a longer run are followed by the
    losses that it returns. For the last, shorter batch both divisors count as right: `batch_size`,
    and the number of its rows. Epochs are dealt afresh: 8 runs over five rows start with the same
    deal with probability 30^-7 < 5e-11, and the last 8 of 10 epochs have the same deal with the
    same probability.
    """
    problem = Problem(draw, 5, 2, noise=0.5)
    lr = draw.uniform(0.1, 0.4)
    paths = problem.paths(lr, 1, 2)
    firsts = set()
    for _ in range(8):
        done = problem.train(train, lr, 1, 2)
        firsts.add(paths.deals[taken(done, problem, paths, device)])
    if len(firsts) == 1:
        raise one_deal(f"8 runs of {done.call}")
    done = problem.train(train, lr, 10, 2)
    losses = done.subject.value
    if isinstance(losses, list) and len(losses) == 10 and set(map(type, losses)) == {float}:
        paths = problem.paths(lr, 10, 2, losses)
        # Where the losses are no losses of steps at all, another check says so
        if paths.deals and len(set(paths.deals[taken(done, problem, paths, device)][2:])) == 1:
            raise one_deal(f"The last 8 epochs of {done.call}")
    for batch_size, epochs in [(2, 4), (1, 1)]:
        problem = Problem(draw, 3, 2, noise=0.5)
        paths = problem.paths(lr, epochs, batch_size)
        taken(problem.train(train, lr, epochs, batch_size), problem, paths, device)


def one_deal(origin: str) -> Mistake:
    """Every epoch has the same batches."""
    got = "the same batches in the same order again and again"
    expected = "batches that `data_iter` deals afresh in every epoch"
    return Subject(None, origin, "took").fail("one_deal", got, expected)


def taken(done: Returned, problem: Problem, paths: Paths, device: str) -> int:
    """Which path training has taken. Raises `Mistake` if it is none of `paths`."""
    got = learned(done, "float64", device, problem.features.shape[1])
    nearest = int(np.abs(paths.ends - got).sum(axis=1).argmin())
    if near(got, paths.ends[nearest]):
        return nearest
    subject = Subject(None, f"After {done.call}, (w, b)", "is")
    stage = "unchanged" if near(got, problem.start) else "values"
    expected = "a place where one step a batch can lead, in some order of the rows"
    raise subject.fail(stage, f"({_numbers(got)})", expected)


@trains()
def test_train_returns_the_loss_of_every_epoch(train, draw, device):
    """The result is a list of floats: after each epoch, the mean loss over the whole data set."""
    n, epochs = 9, 3
    problem = Problem(draw, n, 2, noise=0.4)
    lr = draw.uniform(0.05, 0.2)
    done = problem.train(train, lr, epochs, n)
    got = done.subject.floats(epochs, "epoch")
    theta, expected = problem.start, []
    for _ in range(epochs):
        theta = problem.step(theta, lr, n)
        expected.append(problem.loss(theta))
    if not near(got, expected):
        raise done.subject.fail("values", f"[{_numbers(got)}]", f"[{_numbers(expected)}]")
    # In batches: the losses of the path that the parameters have taken
    problem = Problem(draw, 3, 2, noise=0.4, column=True)
    paths = problem.paths(lr, 3, 2)
    done = problem.train(train, lr, 3, 2)
    got = done.subject.floats(3, "epoch")
    theta = learned(done, "float64", device, 2)
    losses = [
        right for end, right in zip(paths.ends, paths.losses, strict=True) if near(theta, end)
    ]
    if losses and not any(near(got, right) for right in losses):
        right = f"[{_numbers(losses[0])}], as w and b are after each epoch"
        raise done.subject.fail("values", f"[{_numbers(got)}]", right)
    if not near(got[-1], problem.loss(theta)):  # also where the steps are wrong
        subject = Subject(None, f"The last loss from {done.call}", "is")
        right = f"{number(problem.loss(theta))}, that of the final w and b"
        raise subject.fail("values", number(got[-1]), right)
    # Nothing to learn any more, and still a loss an epoch
    problem = Problem(draw, 6, 2, noise=0.0)
    problem.w.array, problem.b.array = problem.truth[:2, None], problem.truth[2:]
    problem.train(train, lr, 4, 6).subject.floats(4, "epoch")
    # Steps so long that the losses rise, to infinity in the end, and still a loss an epoch. None
    # comes near the largest float, where sums of losses are beyond it and the losses are not
    beyond = train.attempt(*Problem(draw, 6, 2, noise=0.4).call(1e23, 9, 6))
    if beyond is not None:
        beyond.subject.floats(9, "epoch")


@trains(vacuous=True)
def test_train_updates_w_and_b_in_place(train, draw):
    """The very tensors that were passed in are trained, and can be trained on."""
    problem = Problem(draw, 8, 2, noise=0.1)
    done = problem.train(train, 0.1, 2, 3)
    trainable(done, done.arguments[:2], "w", "b")
    done.leaves_alone("features", "labels")  # and autograd as it was


@trains()
def test_train_reaches_the_noise_floor(train, draw, device):
    """Training ends beside the true parameters, with a loss as small as the noise allows.

    Whole batches first, 25 epochs or more: plain gradient descent, no chance involved. With
    η ≤ 1/λ for the largest eigenvalue λ of H = AᵀA/n the loss falls in every epoch, and its excess
    over the least-squares minimum shrinks by (1 - ημ)² an epoch, μ the smallest eigenvalue.

    Then one epoch of n = 1100 examples in batches of m = 10 with η = 0.15: 110 steps, each on data
    that is independent of the steps before, whatever the order. The d ≤ 4 features are uniform with
    variance 1, so a row a = (x, 1) has |a|² ≤ 3d + 1 = 13. Let e be the error of (w, b).
    Without noise a step makes it (I - ηA)e, A the mean of m matrices aaᵀ, E A = I,
    E A² ≤ (1 + (d + 2)/m) I. So E|e|² shrinks by 1 - 2η + 1.6η² = 0.736 a step, by
    0.736^110 < 3e-15 in all, from |e|² < 100: by Markov P(|e| > 0.05) < 3e-13/0.0025 < 2e-10.
    Noise of σ = 0.01 adds, given the features and the order, a normal error. No step lengthens it,
    as η|a|² < 2, so its variance is at most V = σ²(η/m)² Σ|a|² < 1.4e-4, and it is longer than 0.1
    with probability below exp(-(0.1 - √V)²/2V) < 1e-12. In all below 2e-10.
    """
    whole_batches(Problem(draw, 30, 2, noise=0.1), train, device)
    d = draw.choice([2, 3, 4])
    problem = Problem(draw, 1100, d, noise=0.01, dtype="float32", bounded=True)
    assert 1e-4 * 2.25e-4 * (problem.A**2).sum() < 1.4e-4  # 12 of its standard deviations away
    done = problem.train(train, 0.15, 1, 10)
    error = float(np.linalg.norm(learned(done, "float32", device, d) - problem.truth))
    if not error <= 0.15:
        subject = Subject(None, f"After {done.call}, (w, b)", "is")
        got = f"{number(error)} away from the true parameters"
        start = float(np.linalg.norm(problem.start - problem.truth))
        raise subject.fail("far" if error < start else "diverges", got, "a distance below 0.15")


def whole_batches(problem: Problem, train, device: str) -> None:
    """Train by whole batches down to the least-squares minimum. Raises `Mistake`."""
    n, d = problem.features.shape
    eigenvalues = np.linalg.eigvalsh(problem.A.T @ problem.A / n)
    # Half of what would do: late epochs still show
    lr = float(np.floor(500 / eigenvalues[-1]) / 1000)
    rate = (1 - lr * eigenvalues[0]) ** 2
    best = np.linalg.lstsq(problem.A, problem.t, rcond=None)[0]
    floor, start = problem.loss(best), problem.loss(problem.start)
    # As many epochs as it takes to be within 1 % of the floor, and more; a bad draw is bounded
    epochs = int(np.clip(np.ceil(np.log(0.01 * floor / start) / np.log(rate)), 25, 80))
    bound = floor + (start - floor) * rate**epochs
    done = problem.train(train, lr, epochs, n)
    losses = done.subject.floats(epochs, "epoch")
    last = problem.loss(learned(done, "float64", device, d))
    if not last <= bound * (1 + 1e-6):
        subject = Subject(None, f"After {done.call}, the mean loss", "is")
        stage = "far" if last < start else "diverges"
        raise subject.fail(stage, number(last), f"at most {number(bound)}, near the noise")
    rises = [i for i in range(1, epochs) if not losses[i] <= losses[i - 1] * (1 + 1e-9)]
    if rises:
        got = f"a loss that rises in epoch {rises[0] + 1}"
        raise done.subject.fail("rises", got, "losses that fall from epoch to epoch")
    descended(done, problem, device)
