"""Answering a request in this very process, as a live kernel does: `calls.answer`."""

import contextlib
import linecache
import time

import numpy as np
import pytest
import torch

from graders.engine import values
from graders.engine.values import Tensor
from graders.engine.worker import calls


def request(name, *arguments, then=(), cotangent=None, iterate=None, repeat=1):
    """A request to call `name` with `arguments`; `then` are the arguments of later calls."""
    blobs: list[bytes] = []
    forms = [[values.encode(a, blobs) for a in call] for call in (arguments, *then)]
    form = values.encode(cotangent, blobs)
    return {
        "op": "call",
        "seed": None,
        "name": name,
        "calls": forms,
        "cotangent": form,
        "iterate": iterate,
        "repeat": repeat,
    }, blobs


UNCHANGED = {"t": "unchanged"}


def answer(function, *arguments, limit=contextlib.nullcontext, then=(), repeat=1, **more):
    """The reply to a call of `function`, its values decoded."""
    name = getattr(function, "__name__", "f")
    asked = request(name, *arguments, then=then, repeat=repeat, **more)
    reply, blobs = calls.answer(*asked, {name: function}, {}, limit)
    given = [sent for sent in (arguments, *then) for _ in range(repeat)]
    for one, sent in zip(reply.get("returned", []), given, strict=False):
        one["result"] = values.decode(one["result"], blobs)
        one["arguments"] = [
            before if form == UNCHANGED else values.decode(form, blobs)
            for form, before in zip(one["arguments"], sent, strict=True)
        ]
        if isinstance(one["gradients"], list):
            one["gradients"] = [values.decode(form, blobs) for form in one["gradients"]]
    return reply


def returned(function, *arguments, **more):
    """What is told of each call of `function`, all of which return."""
    reply = answer(function, *arguments, **more)
    assert reply["status"] == "returned"
    return reply["returned"]


def results(function, *arguments, **more):
    return [one["result"] for one in returned(function, *arguments, **more)]


def tensor(*numbers, **more) -> Tensor:
    return Tensor(np.array(numbers, np.float32), **more)


def from_cell(source: str, name: str = "f", cell: int = 7):
    """A function as a cell of a notebook would define it."""
    namespace: dict = {"torch": torch}
    file = calls.CELL_NAME.format(cell)
    exec(compile(source, file, "exec"), namespace)
    linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
    return namespace[name]


# --- returned


def test_what_a_function_returns_is_the_result():
    reply = answer(lambda a, b: [a, b * 2], 1, 2.5)
    assert set(reply) == {"status", "returned"}
    assert reply["status"] == "returned"
    (found,) = reply["returned"]
    assert found["result"] == [1, 5.0]
    assert found["arguments"] == [1, 2.5]
    assert (found["gradients"], found["kept"]) == (None, [True, True])
    assert found["recording"] == [True, True]


def test_arguments_are_reported_as_they_are_afterwards():
    def f(p, q):
        p += 1
        q.resize_(3).fill_(5)

    (found,) = returned(f, tensor(1, 2), tensor(3))
    assert [a.array.tolist() for a in found["arguments"]] == [[2, 3], [5, 5, 5]]


def test_the_tensors_of_a_list_are_reported_even_when_the_list_holds_others():
    def f(params):
        params[0] = params[0] - 1
        params[1] -= 1

    (found,) = returned(f, [tensor(1), tensor(2)])
    assert [t.array.tolist() for t in found["arguments"][0]] == [[1], [1]]
    assert found["kept"] == [False]


def test_a_list_that_holds_the_same_objects_is_kept():
    (found,) = returned(lambda params, lr: params[0].sub_(lr), [tensor(1), tensor(2)], 0.5)
    assert found["kept"] == [True, True]


def test_a_gradient_can_go_in_and_what_became_of_it_comes_out():
    def f(params):
        for p in params:
            with torch.no_grad():
                p -= p.grad
            p.grad.zero_()

    (call,) = returned(f, [tensor(1, 2, requires_grad=True, grad=tensor(3, 4))])
    (found,) = call["arguments"]
    assert found[0].array.tolist() == [-2, -2]
    assert found[0].grad.array.tolist() == [0, 0]
    assert (found[0].leaf, found[0].requires_grad) == (True, True)


def test_a_function_is_called_as_often_as_asked():
    count = []

    def f():
        count.append(1)
        return len(count)

    assert results(f, repeat=3) == [1, 2, 3]
    assert len(count) == 3


@pytest.mark.parametrize("value", [object(), print, range(2), b""])
def test_a_result_that_is_not_plain_data_is_still_returned(value):
    (found,) = results(lambda: value)
    assert found.type == type(value).__name__


# --- the same objects again


def test_later_calls_get_the_same_tensors_with_other_values_and_gradients():
    seen = []

    def f(x, params, n):
        seen.append((x, params[0], x.grad, n))
        return [x.tolist(), params[0].tolist(), x.grad.tolist(), n]

    one = (tensor(1, requires_grad=True, grad=tensor(2)), [tensor(3, 4)], 5)
    other = (tensor(10, requires_grad=True, grad=tensor(20)), [tensor(30, 40)], 50)
    assert results(f, *one, then=[other]) == [
        [[1], [3, 4], [2], 5],
        [[10], [30, 40], [20], 50],
    ]
    assert seen[0][0] is seen[1][0]
    assert seen[0][1] is seen[1][1]
    assert seen[0][2] is not seen[1][2]


@pytest.mark.parametrize("given", [tensor(2), [tensor(2)], (tensor(2),)], ids=["", "list", "tuple"])
def test_a_memory_of_its_tensors_shows(given):
    remembered = {}

    def f(argument):
        x = argument if isinstance(argument, torch.Tensor) else argument[0]
        return remembered.setdefault(id(x), (x * 2).tolist())

    other = tensor(5)
    again = other if isinstance(given, Tensor) else type(given)([other])
    assert results(f, given, then=[[again]]) == [[4], [4]]


CHANGES = {
    "a value": lambda x: x.data.fill_(7),
    "its last bit": lambda x: x.data.copy_(torch.nextafter(x.data, x.data + 1)),
    "the sign of a zero": lambda x: x.data.neg_(),
    "its shape": lambda x: x.resize_(3, 1),
    "its dtype": lambda x: setattr(x, "data", x.data.double()),
    "whether it requires gradients": lambda x: x.requires_grad_(True),
    "its gradient": lambda x: setattr(x, "grad", torch.ones(3)),
    "its class": lambda x: setattr(x, "__class__", torch.nn.Parameter),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_has_changed_of_a_tensor_is_told(change):
    reply, _ = calls.answer(*request("f", tensor(0, 0, 0)), {"f": change}, {})
    (form,) = reply["returned"][0]["arguments"]
    assert form["t"] == "tensor"


@pytest.mark.parametrize(
    "one",
    [
        tensor(1, 2),
        tensor(),
        tensor(float("nan")),
        tensor(1, requires_grad=True),
        Tensor(np.arange(6).reshape(2, 3)),
        Tensor(np.array([True, False])),
        Tensor(np.float64(3)),
    ],
    ids=str,
)
def test_a_tensor_that_is_as_it_was_is_not_sent_back(one):
    reply, blobs = calls.answer(*request("f", one, repeat=2), {"f": lambda x: None}, {})
    assert [done["arguments"] for done in reply["returned"]] == [[UNCHANGED]] * 2
    assert blobs == []


def test_what_an_earlier_call_has_changed_counts_as_changed():
    reply, _ = calls.answer(*request("f", tensor(1.0), repeat=2), {"f": lambda x: x.add_(1)}, {})
    assert UNCHANGED not in [done["arguments"][0] for done in reply["returned"]]


def test_what_a_call_did_to_its_arguments_is_told_call_by_call():
    def f(params):
        if len(params) > 1:
            params.pop()
        params[0] += 1

    first, second = returned(f, [tensor(1), tensor(2)], then=[[[tensor(10), tensor(20)]]])
    assert [[t.array.tolist() for t in one["arguments"][0]] for one in (first, second)] == [
        [[2], [2]],
        [[11], [20]],
    ]
    assert (first["kept"], second["kept"]) == ([False], [False])


def test_a_gradient_of_an_earlier_call_is_gone():
    def f(x):
        before = x.grad
        (x * 3).sum().backward()
        return before

    x, y = tensor(1, requires_grad=True), tensor(2, requires_grad=True)
    first, second = returned(f, x, then=[[y]])
    assert (first["result"], second["result"]) == (None, None)
    assert [one["arguments"][0].grad.array.tolist() for one in (first, second)] == [[3], [3]]


def test_every_call_is_made_as_often_as_asked():
    log = []
    assert results(lambda n: log.append(n), 1, then=[[2]], repeat=2) == [None] * 4
    assert log == [1, 1, 2, 2]


def test_an_exception_in_a_later_call_counts_as_raised():
    reply = answer(lambda n: 1 / n, 1, then=[[0]])
    assert (reply["status"], reply["ename"]) == ("raised", "ZeroDivisionError")


def test_gradients_are_told_for_every_call():
    x, y = tensor(1, requires_grad=True), tensor(2, requires_grad=True)
    found = returned(lambda x: x * x, x, then=[[y]], cotangent=tensor(1))
    assert [one["gradients"][0].array.tolist() for one in found] == [[2], [4]]


# --- missing


def test_a_name_that_is_not_there_is_missing():
    reply, blobs = calls.answer(*request("f"), {}, {})
    assert (reply, blobs) == ({"status": "missing", "found": None}, [])


@pytest.mark.parametrize("value", [3, None, "text", torch.ones(1)])
def test_a_name_that_is_no_function_is_missing_and_what_it_is_is_told(value):
    reply, _ = calls.answer(*request("f"), {"f": value}, {})
    assert reply == {"status": "missing", "found": type(value).__name__}


def test_whatever_can_be_called_is_called():
    class Doubler:
        def __call__(self, x):
            return 2 * x

    assert results(Doubler(), 4) == [8]
    assert results(torch.nn.Identity(), tensor(1))[0].array.tolist() == [1]


# --- raised


def test_an_exception_is_reported_with_the_line_of_the_cell():
    reply = answer(from_cell("def f(x):\n    y = x\n    return y / 0\n"), 1)
    assert reply["status"] == "raised"
    assert (reply["ename"], reply["evalue"]) == ("ZeroDivisionError", "division by zero")
    assert (reply["cell"], reply["line"], reply["function"]) == (7, 3, "f")
    assert reply["stub"] is False


def test_the_last_of_the_learners_own_lines_is_reported():
    source = "import torch\ndef g(X):\n    return X @ X\ndef f(X):\n    return g(X)\n"
    reply = answer(from_cell(source), Tensor(np.ones((2, 3), np.float32)))
    assert (reply["ename"], reply["line"], reply["function"]) == ("RuntimeError", 3, "g")


def test_wrong_parameters_raise_without_a_line():
    reply = answer(from_cell("def f(a, b):\n    return a\n"), 1)
    assert (reply["ename"], reply["cell"], reply["line"]) == ("TypeError", None, None)
    assert "f()" in reply["evalue"]


@pytest.mark.parametrize(
    "error", [SystemExit(3), KeyboardInterrupt(), GeneratorExit(), BaseException()], ids=repr
)
def test_an_exception_that_is_no_error_is_raised_too(error):
    def f():
        raise error

    reply = answer(f)
    assert (reply["status"], reply["ename"]) == ("raised", type(error).__name__)


def test_the_text_of_an_exception_is_cut():
    def f():
        raise ValueError("x" * 10_000)

    assert len(answer(f)["evalue"]) == 500


def test_an_exception_without_a_text_is_reported():
    class Sly(Exception):
        def __str__(self):
            raise ValueError

    def f():
        raise Sly

    reply = answer(f)
    assert (reply["ename"], reply["evalue"]) == ("Sly", "")


def test_an_exception_while_a_result_is_read_counts_as_raised():
    def f():
        yield 1
        raise KeyError("late")

    reply = answer(f, iterate=5)
    assert (reply["status"], reply["ename"]) == ("raised", "KeyError")


def test_an_exception_in_a_later_repetition_counts_as_raised():
    count = []

    def f():
        count.append(1)
        return 1 / (2 - len(count))

    assert answer(f, repeat=3)["status"] == "raised"
    assert len(count) == 2


# --- the stub


def test_a_stub_is_told_by_its_own_line():
    reply = answer(from_cell("def f(x):\n    raise NotImplementedError('here')\n"), 1)
    assert (reply["stub"], reply["evalue"]) == (True, "here")


def test_a_stub_that_is_a_generator_is_a_stub():
    source = "def f():\n    raise NotImplementedError\n    yield\n"
    assert answer(from_cell(source), iterate=3)["stub"] is True


def test_a_stub_further_down_is_told_by_the_name_of_its_function():
    source = "def g():\n    raise NotImplementedError\ndef f():\n    return g()\n"
    reply = answer(from_cell(source))
    assert (reply["stub"], reply["function"], reply["line"]) == (True, "g", 2)


def test_a_cell_whose_lines_are_not_known_has_a_stub_too():
    f = from_cell("def f():\n    raise NotImplementedError\n")
    del linecache.cache[calls.CELL_NAME.format(7)]
    assert answer(f)["stub"] is True


def test_what_torch_has_not_implemented_is_no_stub():
    # It comes from C++, which leaves no frame of its own
    f = from_cell("def f(x):\n    y = x.bool()\n    return y @ y\n")
    reply = answer(f, Tensor(np.eye(2, dtype=np.float32)))
    assert (reply["ename"], reply["line"]) == ("NotImplementedError", 3)
    assert reply["stub"] is False


def test_what_a_library_has_not_implemented_is_no_stub():
    source = "def f(x):\n    return torch.nn.Module()(x)\n"
    reply = answer(from_cell(source), 1)
    assert (reply["ename"], reply["function"], reply["stub"]) == ("NotImplementedError", "f", False)


def test_a_stub_outside_of_any_cell_is_none():
    def f():
        raise NotImplementedError

    assert answer(f)["stub"] is False


def test_a_stub_is_not_told_by_another_error():
    assert answer(from_cell("def f():\n    raise ValueError\n"))["stub"] is False


# --- the time limit


@contextlib.contextmanager
def out_of_time():
    try:
        yield
    finally:
        raise calls.TimeLimit


def test_a_call_beyond_its_limit_is_timed_out():
    reply, blobs = calls.answer(*request("f"), {"f": lambda: torch.ones(1)}, {}, out_of_time)
    assert (reply["status"], blobs) == ("timed_out", [])
    assert (reply["cell"], reply["line"], reply["function"]) == (None, None, "")


def test_where_a_call_was_when_its_time_was_up_is_told():
    source = "def g(stop):\n    stop()\ndef f(stop):\n    g(stop)\n"
    f = from_cell(source, cell=4)

    def stop():
        raise calls.TimeLimit

    reply = answer(lambda: f(stop))
    assert (reply["status"], reply["cell"], reply["line"]) == ("timed_out", 4, 2)
    assert reply["function"] == "g"


def test_the_limit_is_not_an_exception_that_except_exception_stops():
    def f():
        try:
            raise calls.TimeLimit
        except Exception:
            return 1

    assert answer(f)["status"] == "timed_out"


def test_the_limit_holds_for_reading_the_result_and_for_the_gradients():
    inside = []

    @contextlib.contextmanager
    def limit():
        inside.append("in")
        yield
        inside.append("out")

    class Watched(torch.autograd.Function):
        @staticmethod
        def forward(ctx, x):
            inside.append("called")
            return x * 2

        @staticmethod
        def backward(ctx, g):
            inside.append("gradient")
            return g * 2

    def f(x):
        return Watched.apply(x)

    def g():
        inside.append("called")
        yield 1

    answer(f, tensor(1, requires_grad=True), cotangent=tensor(1), limit=limit)
    assert inside == ["in", "called", "gradient", "out"]
    inside.clear()
    answer(g, iterate=2, limit=limit)
    assert inside == ["in", "called", "out"]


# --- iterables


@pytest.mark.parametrize(
    "function",
    [
        lambda: [1, 2, 3],
        lambda: (1, 2, 3),
        lambda: iter([1, 2, 3]),
        lambda: (i for i in (1, 2, 3)),
        lambda: torch.utils.data.DataLoader([1, 2, 3], batch_size=None),
    ],
    ids=["list", "tuple", "iterator", "generator", "DataLoader"],
)
def test_the_items_of_an_iterable_are_taken_in_order(function):
    (epoch,) = results(function, iterate=10)
    assert (epoch.items, epoch.ended, epoch.not_iterable) == ([1, 2, 3], True, [])


def test_an_iterable_without_end_is_cut_off_and_closed():
    closed, count = [], []

    def f():
        try:
            while True:
                count.append(1)
                yield len(count)
        finally:
            closed.append(True)

    (epoch,) = results(f, iterate=4)
    assert (epoch.items, epoch.ended) == ([1, 2, 3, 4], False)
    assert (len(count), closed) == (4, [True])


def test_items_are_copied_as_they_come():
    def f():
        buffer = torch.zeros(2)
        for _ in range(3):
            buffer += 1
            yield buffer

    (epoch,) = results(f, iterate=9)
    assert [item.array.tolist() for item in epoch.items] == [[1, 1], [2, 2], [3, 3]]


@pytest.mark.parametrize("value", [3, None, torch.tensor(1.0)], ids=repr)
def test_what_cannot_be_iterated_over_is_told(value):
    (epoch,) = results(lambda: value, iterate=3)
    assert len(epoch.not_iterable) == 1
    assert epoch.items == []


def test_every_repetition_has_items_of_its_own():
    def f():
        yield from np.random.default_rng(0).permutation(3).tolist()

    first, second = results(f, iterate=9, repeat=2)
    assert first.items == second.items
    assert len(first.items) == 3


# --- gradients


def test_gradients_are_those_of_the_result_times_the_cotangent():
    X, w = tensor(1, 2, 3, requires_grad=True), tensor(4, 5, 6, requires_grad=True)
    (found,) = returned(lambda X, c, w: X * w, X, tensor(0), w, cotangent=tensor(1, 10, 100))
    gradients = [g.array.tolist() for g in found["gradients"]]
    assert gradients == [[4, 50, 600], [1, 20, 300]]


def test_a_gradient_that_does_not_reach_an_argument_is_none():
    def f(a, b):
        return a + b.detach()

    a, b = tensor(1, requires_grad=True), tensor(2, requires_grad=True)
    (found,) = returned(f, a, b, cotangent=tensor(3))
    first, second = found["gradients"]
    assert (first.array.tolist(), second) == ([3], None)


def test_gradients_are_not_stored_in_the_arguments():
    x = tensor(1, requires_grad=True)
    (found,) = returned(lambda x: x * 2, x, cotangent=tensor(1))
    assert found["arguments"][0].grad is None


@pytest.mark.parametrize(
    ("function", "why"),
    [
        (lambda x: x.detach() * 2, "no_graph"),
        (lambda x: torch.tensor(x.tolist()), "no_graph"),
        (lambda x: x.reshape(2, 1), "shape"),
        (lambda x: x.sum(), "shape"),
        (lambda x: None, "not_a_tensor"),
        (lambda x: [x], "not_a_tensor"),
        (lambda x: x.detach().numpy(), "not_a_tensor"),
    ],
)
def test_a_result_without_gradients_says_why(function, why):
    (found,) = returned(function, tensor(1, 2, requires_grad=True), cotangent=tensor(1, 1))
    assert found["gradients"] == why


def test_a_graph_that_was_cut_by_a_change_in_place_counts_as_raised():
    def f(x):
        y = x.exp()
        z = y.exp()
        y += 1
        return z

    reply = answer(f, tensor(1, requires_grad=True), cotangent=tensor(1))
    assert (reply["status"], reply["ename"]) == ("raised", "RuntimeError")


# --- the state of autograd


def test_autograd_that_a_function_switched_off_is_told_and_switched_on_again():
    first, second = returned(lambda: torch.set_grad_enabled(False) and None, repeat=2)
    assert first["recording"] == second["recording"] == [True, False]
    assert torch.is_grad_enabled()


def test_autograd_that_a_generator_switched_off_is_told():
    def f():
        torch.set_grad_enabled(False)
        yield 1

    first, second = returned(f, iterate=5, repeat=2)
    assert torch.is_grad_enabled()
    assert first["recording"] == second["recording"] == [True, False]


def test_autograd_is_switched_on_again_after_an_exception():
    def f():
        torch.set_grad_enabled(False)
        raise ValueError

    assert answer(f)["status"] == "raised"
    assert torch.is_grad_enabled()


def test_autograd_is_switched_on_again_after_the_time_limit():
    def f():
        torch.set_grad_enabled(False)
        raise calls.TimeLimit

    assert answer(f)["status"] == "timed_out"
    assert torch.is_grad_enabled()


def test_autograd_stays_off_where_it_was_off():
    with torch.no_grad():
        (found,) = returned(lambda: 1)
        assert found["recording"] == [False, False]
        assert not torch.is_grad_enabled()


def test_autograd_that_a_function_switched_on_is_told_and_switched_off_again():
    with torch.no_grad():
        (found,) = returned(lambda: torch.set_grad_enabled(True) and None)
        assert found["recording"] == [False, True]
        assert not torch.is_grad_enabled()


# --- errors described


@pytest.mark.parametrize(
    ("name", "number"),
    [("<cell 12>", 12), ("<cell x>", None), ("file.py", None), ("/tmp/ipykernel_3/1.py", 0)],
)
def test_the_cell_of_a_frame_is_told_by_its_file_name(name, number):
    with pytest.raises(ZeroDivisionError) as caught:
        exec(compile("1 / 0", name, "exec"), {})
    assert calls.describe_error(caught.value)["cell"] == number


def test_the_line_of_a_syntax_error_is_where_it_stands():
    with pytest.raises(SyntaxError) as caught:
        compile("x = 1\ndef f(:\n", "<cell 4>", "exec")
    found = calls.describe_error(caught.value)
    assert (found["cell"], found["line"]) == (4, 2)


def test_the_limit_holds_for_the_text_of_an_exception():
    state = []

    @contextlib.contextmanager
    def limit():
        state.append("in")
        try:
            yield
        finally:
            state.append("out")

    class Slow(Exception):
        def __str__(self):
            state.append("text")
            time.sleep(0.001)
            return "slow"

    def f():
        raise Slow

    reply = answer(f, limit=limit)
    assert state == ["in", "out", "in", "text", "out"]
    assert reply["evalue"] == "slow"


def test_the_text_of_an_exception_that_takes_too_long_is_left_out():
    class Slow(Exception):
        def __str__(self):
            raise calls.TimeLimit

    def f():
        raise Slow

    reply = answer(f)
    assert (reply["status"], reply["ename"], reply["evalue"]) == ("raised", "Slow", "")


# --- things that are read, kept, and asked again


def asked(namespace=None, kept=None, **more):
    """The reply to any request, its values decoded; by default to read `x`."""
    blobs: list[bytes] = []
    given = [[values.encode(a, blobs) for a in call] for call in more.pop("calls", [[]])]
    keywords = {k: values.encode(v, blobs) for k, v in more.pop("keywords", {}).items()}
    plain = {"op": "read", "name": "x", "seed": None, "repeat": 1, "iterate": None}
    what = {**plain, "cotangent": None, "calls": given, "keywords": keywords, **more}
    kept = {} if kept is None else kept
    reply, out = calls.answer(what, blobs, {} if namespace is None else namespace, kept)
    for one in reply.get("returned", []):
        one["result"] = values.decode(one["result"], out)
    return reply


def value(namespace=None, kept=None, **more):
    """What is told of the one result of a request that is answered."""
    reply = asked(namespace, kept, **more)
    assert reply["status"] == "returned", reply
    (one,) = reply["returned"]
    return one["result"]


@pytest.mark.parametrize("x", [3, None, "text", [1, (2.5, True)], False], ids=repr)
def test_a_variable_is_read(x):
    assert value({"x": x}) == x


def test_a_function_is_read_and_not_called():
    called = []
    assert value({"x": lambda: called.append(1)}).type == "function"
    assert called == []


def test_what_is_read_is_read_as_often_as_asked_and_item_by_item():
    reply = asked({"x": [1, 2, 3]}, iterate=2, repeat=2)
    items = [(one["result"].items, one["result"].ended) for one in reply["returned"]]
    assert items == [([1, 2], False)] * 2


def test_a_variable_that_is_not_there_is_missing():
    assert asked({"y": 1}) == {"status": "missing", "found": None}


def test_a_call_may_have_keywords():
    def f(a, *, scale, x=None):
        return [a * scale, x.tolist()]

    found = value({"f": f}, op="call", name="f", calls=[[3]], keywords={"scale": 2, "x": tensor(5)})
    assert found == [6, [5]]


def test_every_call_of_a_request_gets_the_keywords():
    reply = asked(
        {"f": lambda a, k: a + k}, op="call", name="f", calls=[[1], [2]], keywords={"k": 5}
    )
    assert [one["result"] for one in reply["returned"]] == [6, 7]


def test_a_request_may_be_without_keywords_target_and_keep():
    plain, blobs = request("f", 2)
    assert {"keywords", "target", "keep"}.isdisjoint(plain)
    reply, _ = calls.answer(plain, blobs, {"f": lambda x: x * 2}, {})
    assert reply["returned"][0]["result"] == 4


def test_a_result_is_kept_where_it_was_made():
    kept, thing = {}, torch.nn.Identity()
    reply = asked({"f": lambda: thing}, kept, op="call", name="f", keep=4)
    assert kept == {4: thing}
    assert reply["returned"][0]["result"].type == "Identity"
    assert reply["returned"][0]["kinds"] == [
        "torch.nn.modules.linear.Identity",
        "torch.nn.modules.module.Module",
        "builtins.object",
    ]


def test_a_variable_can_be_kept_too():
    kept, thing = {}, object()
    asked({"x": thing}, kept, keep=1)
    assert kept[1] is thing


def test_only_what_is_kept_has_kinds():
    kept = {}
    assert asked({"x": torch.nn.Identity()}, kept)["returned"][0]["kinds"] == []
    assert kept == {}


def test_the_kinds_of_a_class_with_many_bases_are_cut():
    kind = object
    for number in range(60):
        kind = type("K" * 300 + str(number), (kind,), {})
    (found,) = asked({"x": kind()}, keep=1)["returned"]
    assert len(found["kinds"]) == 50
    assert max(map(len, found["kinds"])) == 200


def test_nothing_is_kept_of_a_call_that_raises():
    kept = {}
    assert asked({"f": lambda: 1 / 0}, kept, op="call", name="f", keep=1)["status"] == "raised"
    assert kept == {}


def test_a_kept_thing_is_an_argument_itself():
    thing, seen = object(), []
    given = [[values.Kept(1, "thing"), [values.Kept(1, "thing")], (values.Kept(1, "thing"),)]]
    asked({"f": lambda a, b, c: seen.extend([a, b[0], c[0]])}, {1: thing}, op="call", name="f",
          calls=given)  # fmt: skip
    assert seen == [thing] * 3


def test_a_kept_thing_can_be_a_keyword():
    more = {"op": "call", "name": "f", "keywords": {"k": values.Kept(1, "k")}}
    assert value({"f": lambda k: k}, {1: "it"}, **more) == "it"


class Counter:
    """Something with a state, an attribute and a method."""

    def __init__(self):
        self.count = 0

    def __call__(self, n):
        self.count += n
        return self.count

    def add(self, n):
        return self(n)


def test_a_kept_thing_is_called_read_and_asked_for_its_attributes():
    kept = {7: Counter()}
    itself = {"kept": 7, "attribute": ""}
    assert value(kept=kept, op="call", target=itself, calls=[[2]]) == 2
    assert value(kept=kept, op="call", target={"kept": 7, "attribute": "add"}, calls=[[3]]) == 5
    assert value(kept=kept, target={"kept": 7, "attribute": "count"}) == 5
    assert value(kept=kept, target=itself).type == "Counter"


def test_a_target_counts_and_not_the_name():
    kept = {7: Counter()}
    target = {"kept": 7, "attribute": "count"}
    assert value({"x": "the notebook's"}, kept, target=target) == 0
    assert value({}, kept, target=target) == 0


def test_a_method_that_is_not_there_is_an_exception():
    reply = asked(kept={7: Counter()}, op="call", target={"kept": 7, "attribute": "no_such"})
    assert (reply["status"], reply["ename"]) == ("raised", "AttributeError")
    reply = asked(kept={7: Counter()}, op="call", target={"kept": 7, "attribute": "count"})
    assert (reply["status"], reply["ename"]) == ("raised", "TypeError")


def test_an_attribute_is_looked_up_within_the_limit():
    inside = []

    @contextlib.contextmanager
    def limit():
        inside.append("in")
        yield
        inside.append("out")

    class Slow:
        @property
        def size(self):
            inside.append("looked up")
            return 3

    what = {"op": "read", "name": "", "target": {"kept": 1, "attribute": "size"}, "calls": [[]]}
    what |= {"repeat": 1, "iterate": None, "cotangent": None, "seed": None}
    calls.answer(what, [], {}, {1: Slow()}, limit)
    assert inside == ["in", "looked up", "out"]


@pytest.mark.parametrize(
    "more",
    [
        {"target": {"kept": 2, "attribute": ""}},
        {"target": {"kept": 2, "attribute": "add"}, "op": "call"},
        {"op": "call", "name": "f", "calls": [[values.Kept(2, "x")]]},
        {"op": "call", "name": "f", "calls": [[1, [values.Kept(2, "x")]]]},
        {"op": "call", "name": "f", "keywords": {"k": values.Kept(2, "x")}},
    ],
    ids=["target", "method", "argument", "in a list", "keyword"],
)
def test_what_another_process_has_kept_is_gone(more):
    called = []
    assert asked({"f": lambda *a, **k: called.append(1)}, {1: Counter()}, **more) == {
        "status": "gone"
    }
    assert called == []


def test_a_key_error_of_the_submission_is_not_gone():
    assert asked({"f": lambda: {}["x"]}, op="call", name="f")["ename"] == "KeyError"


def test_a_check_begins_with_nothing_kept():
    kept = {1: "earlier"}
    assert value({"x": 5}, kept, seed=None, keep=2) == 5
    assert kept == {1: "earlier", 2: 5}
    assert value({"x": 6}, kept, seed=0, keep=3) == 6
    assert kept == {3: 6}
    assert asked(kept=kept, seed=1, target={"kept": 3, "attribute": ""}) == {"status": "gone"}


def test_a_library_is_called_by_its_full_name():
    made = {"op": "call", "target": {"library": "torch.nn.Linear"}, "calls": [[3, 2]]}
    kept = {}
    assert asked({}, kept, **made, keep=1)["returned"][0]["kinds"][0].endswith(".Linear")
    assert tuple(kept[1].weight.shape) == (2, 3)
    assert value(target={"library": "math.pi"}) == pytest.approx(3.14159, abs=1e-5)


@pytest.mark.parametrize(
    ("path", "error"), [("torch.nn.NoSuch", "AttributeError"), ("no_such.f", "ModuleNotFoundError")]
)
def test_a_library_that_is_not_there_is_an_exception(path, error):
    reply = asked(op="call", target={"library": path})
    assert (reply["status"], reply["ename"]) == ("raised", error)


# --- whose line it is

OWNERS = """
class Net:
    def forward(self):
        raise NotImplementedError
    class Inner:
        def g(self):
            raise ValueError
def f():
    def g():
        raise ValueError
    return g()
def h():
    return [1 / 0 for _ in "a"]
def net():
    return Net().forward()
def inner():
    return Net.Inner().g()
"""


@pytest.mark.parametrize(
    ("name", "owner", "last"),
    [
        ("net", "Net", "forward"),
        ("inner", "Net", "g"),
        ("f", "f", "g"),
        ("h", "h", "<listcomp>"),
    ],
)
def test_the_owner_of_a_line_is_the_function_or_class_that_it_is_part_of(name, owner, last):
    reply = answer(from_cell(OWNERS, name))
    assert reply["owner"] == owner
    # From Python 3.12 on a comprehension has no frame of its own
    assert reply["function"] in (last, owner)


def test_the_stub_of_a_method_belongs_to_its_class():
    reply = answer(from_cell(OWNERS, "net"))
    assert (reply["stub"], reply["owner"], reply["line"]) == (True, "Net", 4)


def test_a_line_outside_of_any_cell_has_no_owner():
    assert answer(lambda: 1 / 0)["owner"] == ""


def test_the_owner_of_a_line_at_the_top_of_a_cell_is_the_cell():
    with pytest.raises(ZeroDivisionError) as caught:
        exec(compile("1 / 0", calls.CELL_NAME.format(3), "exec"), {})
    assert calls.describe_error(caught.value)["owner"] == "<module>"
