"""Proxies: what a check learns from each answer, and what the learner reads."""

import functools

import numpy as np
import pytest
import torch

from graders.engine.expect import Mistake
from graders.engine.functions import Function, Library, Object, place
from graders.engine.outcomes import Outcome
from graders.engine.returned import Unanswered
from graders.engine.values import Epoch, Kept, Named, Opaque, Tensor, decode, describe, plain
from graders.engine.worker import calls
from graders.engine.worker.wire import Malformed

X = Tensor(np.ones((3, 2), "float32"), name="X", requires_grad=True)
W = Tensor(np.ones((2, 1), "float64"), name="w")


def one_call(result=None, arguments=(), kept=None, **more) -> dict:
    """What is told of one call that returned."""
    kept = [True] * len(arguments) if kept is None else kept
    return {
        "result": result,
        "arguments": list(arguments),
        "kept": kept,
        "gradients": None,
        "recording": [True, True],
        **more,
    }


def returned(*results, **more) -> dict:
    return {"status": "returned", "returned": [one_call(result, **more) for result in results]}


def function(reply: dict, blobs=(), name: str = "sgd", requests: list | None = None) -> Function:
    def ask(request: dict, sent: list[bytes]) -> tuple[dict, list[bytes]]:
        if requests is not None:
            requests.append((request, sent))
        return reply, list(blobs)

    return Function(name, ask, "cpu", lambda: 7)


def unanswered(reply: dict, *arguments) -> Unanswered:
    with pytest.raises(Unanswered) as caught:
        function(reply)(*arguments)
    assert str(caught.value) == caught.value.message
    return caught.value


def tensor_form(shape=(1,), dtype="float32", blob=0, **more) -> dict:
    form = {"t": "tensor", "dtype": dtype, "shape": list(shape), "blob": blob, "device": "cpu"}
    return {**form, "requires_grad": False, "leaf": True, "grad": None, **more}


# --- what is asked ---------------------------------------------------------------------------


def test_a_call_sends_the_name_the_arguments_and_the_seed():
    requests: list = []
    reply = returned(None, arguments=[None, 2])
    function(reply, requests=requests)(W, 2)
    ((request, blobs),) = requests
    assert (request["op"], request["name"], request["seed"]) == ("call", "sgd", 7)
    assert (request["repeat"], request["iterate"], request["cotangent"]) == (1, None, None)
    ((form, number),) = request["calls"]
    assert (form["shape"], number) == ([2, 1], 2)
    assert blobs == [W.array.tobytes()]


def test_calls_on_the_same_objects_are_one_request():
    requests: list = []
    reply = {
        "status": "returned",
        "returned": [one_call(1, [None, 2]), one_call(3, [None, 4])],
    }
    first, second = function(reply, requests=requests).on_the_same_objects((W, 0.5), (X, 0.25))
    ((request, blobs),) = requests
    assert [[form["shape"], lr] for form, lr in request["calls"]] == [[[2, 1], 0.5], [[3, 2], 0.25]]
    assert (request["repeat"], request["iterate"], request["seed"]) == (1, None, 7)
    assert blobs == [W.array.tobytes(), X.array.tobytes()]
    assert [(one.value, one.arguments) for one in (first, second)] == [
        (1, [None, 2]),
        (3, [None, 4]),
    ]
    assert (first.given, second.given) == ((W, 0.5), (X, 0.25))
    assert "0.5" in first.call
    assert "0.25" in second.call
    assert "X (3, 2)" in second.call


def same_objects(f, *arguments: list):
    """What `f` gives when it is called with each list of arguments on the same objects."""

    def ask(request: dict, blobs: list[bytes]) -> tuple[dict, list[bytes]]:
        return calls.answer(request, blobs, {"f": f}, {})

    return Function("f", ask, "cpu", lambda: None).on_the_same_objects(*arguments)


def vector(*numbers, **more) -> Tensor:
    return Tensor(np.array(numbers, "float32"), name="x", **more)


def test_a_function_that_remembers_gives_itself_away_on_the_same_objects():
    remembered: dict = {}

    def forgets(x):
        return x * 2

    def by_identity(x):
        return remembered.setdefault(id(x), x * 2)

    def on_the_tensor(x):
        if not hasattr(x, "memory"):
            x.memory = x * 2
        return x.memory

    given = [[vector(1, 2)], [vector(3, 4)]]
    for f, right in ((forgets, True), (functools.cache(forgets), False), (by_identity, False)):
        first, second = same_objects(f, *given)
        first.equals(np.array([2.0, 4.0]), dtype="float32", device="cpu")
        assert (second.value.array.tolist() == [6, 8]) == right
    assert [one.value.array.tolist() for one in same_objects(on_the_tensor, *given)] == [[2, 4]] * 2


def test_the_same_objects_are_left_alone_or_not_call_by_call():
    def f(x):
        if x[0] > 2:
            x += 1

    first, second = same_objects(f, [vector(1, 2)], [vector(3, 4)])
    first.leaves_alone("x")
    with pytest.raises(Mistake, match="changed its argument `x`"):
        second.leaves_alone("x")


def test_epochs_ask_for_a_bounded_iteration():
    requests: list = []
    reply = returned({"t": "epoch", "items": [1], "ended": False})
    (found,) = function(reply, requests=requests).epochs(limit=5)
    assert (requests[0][0]["iterate"], requests[0][0]["repeat"]) == (5, 1)
    assert found.value == Epoch([1], ended=False)


def test_repeated_epochs_give_one_result_a_call():
    forms = [{"t": "epoch", "items": [i], "ended": True} for i in range(3)]
    found = function(returned(*forms)).epochs(limit=5, repeat=3)
    assert [one.value.items for one in found] == [[0], [1], [2]]


def test_what_cannot_be_sent_is_the_authors_mistake():
    with pytest.raises(TypeError, match="cannot be sent"):
        function(returned(None))(object())


# --- what comes back -------------------------------------------------------------------------


def test_a_returned_value_comes_with_its_call_and_the_arguments_afterwards():
    blob = np.array([5.0], "float32").tobytes()
    found = function(returned(tensor_form(), arguments=[3]), [blob])(2)
    assert found.value.array.tolist() == [5.0]
    assert (found.call, found.given, found.arguments) == ("`sgd(2)`", (2,), [3])
    assert (found.kept, found.recording, found.gradients) == ([True], (True, True), [])


def test_only_true_counts_as_kept_and_recording():
    found = function(returned(None, arguments=[1], kept=[1], recording=["yes", 1]))(1)
    assert (found.kept, found.recording) == ([False], (False, False))


@pytest.mark.parametrize(
    "reply",
    [
        {},
        {"status": None},
        {"status": "passed"},
        {"status": ["returned"]},
        {"status": "returned"},
        returned(),
        returned(None, None),
        {"status": "returned", "returned": "x"},
        {"status": "returned", "returned": {"0": one_call()}},
        {"status": "returned", "returned": [None]},
        {"status": "returned", "returned": [[]]},
        {"status": "returned", "returned": [{}]},
        {"status": "returned", "returned": [{"result": 1}]},
        {"status": "returned", "returned": [{**one_call(), "arguments": None}]},
        returned(None, kept=1),
        returned(None, arguments=[1]),
        returned(None, kept=[True]),
        returned(None, recording=None),
        returned(None, recording=True),
        returned(None, recording=[True]),
        returned(None, recording=[True] * 3),
        returned(None, gradients=5),
        returned(None, gradients={"X": 1}),
        returned(None, gradients=[{"t": "tensor"}]),
        returned({"t": "pickle", "v": "x"}),
        returned({"t": "list", "v": "x"}),
        returned({"t": "list"}),
        returned(["a bare list"]),
        returned(tensor_form(blob=3)),
        returned(tensor_form(blob=-1)),
        returned(tensor_form(blob=True)),
        returned(tensor_form(shape=(2,))),
        returned(tensor_form(shape=(-1,))),
        returned(tensor_form(shape=[1] * 17)),
        returned(tensor_form(shape=(2**20, 2**20))),
        returned(tensor_form(dtype=5)),
        returned(tensor_form(grad=5)),
        returned({"t": "array", "dtype": "object", "shape": [1], "blob": 0}),
        returned({"t": "array", "dtype": "no such", "shape": [1], "blob": 0}),
        returned({"t": "scalar", "dtype": "float32", "v": "x"}),
        returned({"t": "dict", "v": [[{"t": "list", "v": []}, 1]]}),
        returned({"t": "epoch", "items": 5, "ended": True}),
        returned({"t": "epoch"}),
    ],
)
def test_an_answer_that_is_not_well_formed_is_malformed(reply):
    with pytest.raises(Malformed):
        function(reply, [b"1234"])()


def test_values_that_are_nested_too_deeply_are_malformed():
    form: object = 1
    for _ in range(50):
        form = {"t": "list", "v": [form]}
    with pytest.raises(Malformed):
        function(returned(form))()


@pytest.mark.parametrize("dtype", ["(1,f4", "a4"])
def test_a_forged_dtype_is_malformed(dtype):
    with pytest.raises(Malformed):
        function(returned({"t": "array", "dtype": dtype, "shape": [1], "blob": 0}), [b"1234"])()


EPOCH = {"t": "epoch", "items": [], "ended": True}


@pytest.mark.parametrize("count", [1, 3])
def test_an_answer_with_another_number_of_results_than_calls_is_malformed(count):
    with pytest.raises(Malformed):
        function(returned(*[EPOCH] * count)).epochs(limit=5, repeat=2)
    with pytest.raises(Malformed):
        function(returned(*[None] * count)).on_the_same_objects((), ())


def test_an_epoch_where_none_was_asked_for_is_malformed_and_so_is_none_where_one_was():
    with pytest.raises(Malformed):
        function(returned(EPOCH))()
    with pytest.raises(Malformed):
        function(returned({"t": "list", "v": []})).epochs(limit=5)
    assert function(returned(EPOCH)).epochs(limit=5)[0].value == Epoch()


# --- a call without a value ------------------------------------------------------------------


def test_a_call_that_ran_out_of_time_is_timed_out():
    found = unanswered({"status": "timed_out"}, 2)
    assert (found.outcome, found.stage) == (Outcome.TIMED_OUT, "time")
    assert found.message == "`sgd(2)` had not returned when its time was up."


@pytest.mark.parametrize(
    ("where", "text"),
    [
        ({"cell": 9, "line": 3, "function": "sgd"}, " It was at cell 9, line 3."),
        ({"cell": 9, "line": 3, "function": "linreg"}, " It was in `linreg` (cell 9, line 3)."),
        ({"cell": 0, "line": 3, "function": "sgd"}, " It was at line 3."),
        ({"cell": None, "line": None, "function": "linreg"}, " It was in `linreg`."),
        ({"cell": None, "line": None, "function": ""}, ""),
        ({"cell": "9", "line": -1, "function": 5}, ""),
    ],
)
def test_a_call_that_ran_out_of_time_says_where_it_was(where, text):
    found = unanswered({"status": "timed_out", **where}, 2)
    assert found.message == f"`sgd(2)` had not returned when its time was up.{text}"


def test_a_missing_function_is_an_error_with_the_reason():
    found = unanswered({"status": "missing", "found": None, "why": "Cell 3 stopped: ValueError"})
    assert (found.outcome, found.stage) == (Outcome.ERROR, "missing")
    assert found.message == "Cell 3 stopped: ValueError. Expected: a function `sgd`."
    assert "There is no `sgd` here" in unanswered({"status": "missing", "found": None}).message


def test_a_name_that_is_no_function_is_said_to_be_what_it_is():
    found = unanswered({"status": "missing", "found": "Tensor", "why": "Cell 3 does not define it"})
    assert found.message == "`sgd` is a Tensor. Expected: a function `sgd`."
    found = unanswered({"status": "missing", "found": "int"})
    assert found.message == "`sgd` is an int. Expected: a function `sgd`."


def raised(ename="ValueError", evalue="no", **more) -> dict:
    more = {"cell": 9, "line": 3, "function": "sgd", "stub": False, **more}
    more.setdefault("owner", more["function"])
    return {"status": "raised", "ename": ename, "evalue": evalue, **more}


def test_an_exception_is_shown_with_its_cell_and_its_line():
    found = unanswered(raised(), 2)
    assert (found.outcome, found.stage) == (Outcome.ERROR, "raised")
    assert found.message == "`sgd(2)` raised ValueError: no (cell 9, line 3)."


def test_an_exception_without_a_text_is_shown_by_its_name():
    assert unanswered(raised(evalue="", cell=None, line=None)).message == (
        "`sgd()` raised ValueError."
    )


def test_a_stub_is_not_attempted():
    found = unanswered(raised("NotImplementedError", "", stub=True), 2)
    assert (found.outcome, found.stage) == (Outcome.NOT_ATTEMPTED, "stub")
    assert "`sgd` is not attempted yet" in found.message
    assert "(cell 9, line 3)" in found.message


def test_only_true_makes_a_stub():
    assert unanswered(raised("NotImplementedError", stub=1)).outcome is Outcome.ERROR


def test_a_stub_further_down_is_an_error_that_names_it():
    found = unanswered(raised("NotImplementedError", "", function="linreg", stub=True), 2)
    assert (found.outcome, found.stage) == (Outcome.ERROR, "waits")
    assert found.message == (
        "`sgd(2)` came to `linreg`, which is not attempted yet (cell 9, line 3)."
    )


@pytest.mark.parametrize("stub", [False, True])
def test_an_unknown_stub_further_down_is_not_named(stub):
    found = unanswered(raised("NotImplementedError", "", function="", stub=stub))
    assert "``" not in found.message
    assert found.stage == "raised"


@pytest.mark.parametrize("function", ["sgd", "linreg", ""])
def test_an_error_of_that_name_that_is_no_stub_is_an_exception_like_any_other(function):
    found = unanswered(raised("NotImplementedError", "'addmm' for 'Bool'", function=function), 2)
    assert (found.outcome, found.stage) == (Outcome.ERROR, "raised")
    assert found.message == (
        "`sgd(2)` raised NotImplementedError: 'addmm' for 'Bool' (cell 9, line 3)."
    )


def test_an_operation_that_autograd_refuses_is_a_stage_of_its_own():
    text = "a leaf Variable that requires grad is being used in an in-place operation."
    found = unanswered(raised("RuntimeError", text), 2)
    assert (found.outcome, found.stage) == (Outcome.ERROR, "raised_on_a_leaf")
    assert text in found.message


def test_the_reason_for_an_exception_is_told_after_it():
    found = unanswered(raised("NameError", "x", why="Cell 3 stopped: ValueError"), 2)
    assert found.message == (
        "`sgd(2)` raised NameError: x (cell 9, line 3). Cell 3 stopped: ValueError."
    )


@pytest.mark.parametrize(
    "evalue",
    [
        "sgd() takes 2 positional arguments but 3 were given",
        "sgd() missing 1 required positional argument: 'lr'",
        "sgd() takes no arguments",
        "sgd() missing 1 required keyword-only argument: 'lr'",
        "Sgd.__init__() takes 1 positional argument but 4 were given",
    ],
)
def test_parameters_that_do_not_fit_are_named(evalue):
    found = unanswered(raised("TypeError", evalue, line=None, cell=None, function=""), 1, 2, 3)
    assert (found.outcome, found.stage) == (Outcome.ERROR, "parameters")
    assert "does not fit the parameters of `sgd`" in found.message
    assert evalue in found.message


def test_a_type_error_of_another_function_is_an_exception_like_any_other():
    assert unanswered(raised("TypeError", "step() takes 0 positional arguments")).stage == "raised"
    assert unanswered(raised("TypeError", "sgd() is odd")).stage == "raised"
    unknown = {"cell": None, "line": None, "function": ""}
    odd = "step() got an unexpected keyword argument 'x'"
    assert unanswered(raised("TypeError", odd, **unknown)).stage == "raised"
    live = {"cell": 0, "line": 2, "function": "sgd"}
    arity = "step() takes 0 positional arguments but 1 was given"
    assert unanswered(raised("TypeError", arity, **live)).stage == "raised"


def test_leaving_the_interpreter_is_an_error_of_its_own():
    found = unanswered(raised("SystemExit", "0"), 2)
    assert (found.outcome, found.stage) == (Outcome.ERROR, "exit")
    assert found.message == "`sgd(2)` ended the interpreter (cell 9, line 3)."


@pytest.mark.parametrize("value", [None, 5, ["x"], {"a": 1}])
def test_an_exception_described_by_the_wrong_types_is_shown_without_them(value):
    more = {"cell": value if value != 5 else "5", "line": value if value != 5 else -1}
    found = unanswered(raised(value, value, function=value, **more))
    assert found.message == "`sgd()` raised ."


# --- the words -------------------------------------------------------------------------------


def test_of_an_attempt_that_raised_nothing_is_known():
    assert function(returned(2.5)).attempt().value == 2.5
    raised = {"status": "raised", "ename": "OverflowError", "evalue": "too large"}
    assert function(raised).attempt(X) is None
    with pytest.raises(Unanswered, match="its time was up"):
        function({"status": "timed_out", "call": 0}).attempt(X)


def test_a_call_is_written_as_a_learner_would_write_it():
    sgd = function(returned(None))
    assert sgd.call([X, W, 0.5]) == "`sgd(X, w, 0.5)` with X (3, 2), w (2, 1) float64"
    assert sgd.call([[X, W], 0.1, 10]) == "`sgd([X, w], 0.1, 10)` with X (3, 2), w (2, 1) float64"
    assert sgd.call([(X,), True, None, "a"]) == "`sgd((X,), True, None, 'a')` with X (3, 2)"
    assert sgd.call([]) == "`sgd()`"


@pytest.mark.parametrize(
    ("cell", "line", "text"),
    [(9, 3, " (cell 9, line 3)"), (9, None, " (cell 9)"), (0, 3, " (line 3)"), (None, None, "")],
)
def test_a_place_is_told_as_far_as_it_is_known(cell, line, text):
    assert place(cell, line) == text


@pytest.mark.parametrize("bad", ["9", True, -1, 2.5, [9]])
def test_a_place_of_the_wrong_type_is_not_told(bad):
    assert place(bad, bad) == ""


def test_text_from_a_submission_is_one_line_without_control_characters():
    assert plain("a\n\tb\r\n  c") == "a b c"
    assert plain("\x1b[31mred\x1b[0m\x07\u202e\ud800\x00") == "[31mred [0m"
    assert plain("Größe 数") == "Größe 数"


def test_text_from_a_submission_is_cut():
    assert plain("x" * 10**6) == "x" * 299 + "…"
    assert plain("x" * 300) == "x" * 300


@pytest.mark.parametrize("value", [None, 3, b"x", ["x"], {}])
def test_what_is_no_text_is_shown_as_nothing(value):
    assert plain(value) == ""


def test_the_text_of_an_exception_is_sanitised():
    message = unanswered(raised("Odd\x1b[2J", "a\nb\u202e" + "x" * 999)).message
    assert message.isprintable()
    assert len(message) < 700


@pytest.mark.parametrize(
    "form",
    [
        {"t": "object", "type": "T", "text": "\x1b[31mred\n\ud800"},
        {"t": "object", "type": "T\u202e" * 10**4, "text": ""},
        {"t": "scalar", "dtype": "\x1b[2Jfloat32", "v": 1.0},
        tensor_form(dtype="\x1b[2Jfloat32"),
        "\x1b[31mred\n\ud800" * 99,
    ],
    ids=["repr", "type", "scalar", "dtype", "text"],
)
def test_what_a_value_says_of_itself_is_sanitised(form):
    found = describe(decode(form, [b"1234"]))
    assert found.isprintable()
    assert len(found) < 500


# --- arguments left alone, gradients ---------------------------------------------------------


def call_with(after: dict, *blobs: bytes, given: Tensor = X, **more):
    after = {"requires_grad": given.requires_grad, **after}
    return function(returned(1.0, arguments=[after], **more), blobs)(given)


def test_arguments_that_are_as_they_were_pass():
    call_with(tensor_form((3, 2), requires_grad=True), X.array.tobytes()).leaves_alone("X")


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        (True, False, "and does not require gradients now"),
        (False, True, "and requires gradients now"),
    ],
)
def test_an_argument_that_begins_or_ceases_to_require_gradients_is_named(before, after, text):
    given = Tensor(np.ones((3, 2), "float32"), name="X", requires_grad=before)
    form = tensor_form((3, 2), requires_grad=after)
    with pytest.raises(Mistake, match=text) as caught:
        call_with(form, given.array.tobytes(), given=given).leaves_alone("X")
    assert caught.value.stage == "changed"


def with_gradient(number: float | None, name: str = "X") -> Tensor:
    grad = None if number is None else Tensor(np.full((3, 2), number, "float32"))
    return Tensor(np.ones((3, 2), "float32"), name=name, requires_grad=True, grad=grad)


@pytest.mark.parametrize(
    ("before", "after", "alone"),
    [
        (None, None, True),
        (2.0, 2.0, True),
        (np.nan, np.nan, True),
        (None, 2.0, False),
        (2.0, None, False),
        (2.0, 0.0, False),
        (2.0, np.nan, False),
    ],
)
def test_a_gradient_that_is_not_what_it_was_is_a_change(before, after, alone):
    given, now = with_gradient(before), with_gradient(after)
    grad = None if now.grad is None else tensor_form((3, 2), blob=1)
    blobs = [now.array.tobytes()] + ([] if now.grad is None else [now.grad.array.tobytes()])
    done = call_with(tensor_form((3, 2), requires_grad=True, grad=grad), *blobs, given=given)
    if alone:
        done.leaves_alone("X")
        return
    with pytest.raises(Mistake, match="and has another gradient now") as caught:
        done.leaves_alone("X")
    assert caught.value.stage == "changed"
    done.leaves_alone("w")


def test_an_argument_that_is_no_tensor_any_more_is_named():
    reply = returned(1.0, arguments=[{"t": "object", "type": "complex64 tensor", "text": ""}])
    with pytest.raises(Mistake, match="is a complex64 tensor now"):
        function(reply)(X).leaves_alone("X")


@pytest.mark.parametrize("recording", [[True, True], [False, False]])
def test_autograd_that_is_as_it_was_passes(recording):
    done = function(returned(1.0, recording=recording))()
    done.keeps_recording()
    done.leaves_alone()


def test_autograd_that_was_switched_off_is_a_mistake_of_its_own():
    done = function(returned(1.0, recording=[True, False]))()
    for ask in (done.keeps_recording, done.leaves_alone):
        with pytest.raises(Mistake) as caught:
            ask()
        assert caught.value.stage == "grad_mode"
        assert caught.value.message == (
            "After `sgd()`, torch records no operations any more. "
            "Expected: gradients switched on as before."
        )


def test_a_changed_argument_comes_before_autograd():
    done = call_with(tensor_form((3, 2)), bytes(24), recording=[True, False])
    with pytest.raises(Mistake) as caught:
        done.leaves_alone("X")
    assert caught.value.stage == "changed"


@pytest.mark.parametrize(
    ("after", "array"),
    [
        (tensor_form((3, 2)), np.zeros((3, 2), "float32")),
        (tensor_form((6,)), np.ones(6, "float32")),
        (tensor_form((3, 2), "float64"), np.ones((3, 2), "float64")),
        (tensor_form((3, 2), "int32"), np.ones((3, 2), "float32").view("int32")),
    ],
    ids=["values", "shape", "dtype", "bytes of another dtype"],
)
def test_a_changed_argument_is_named(after, array):
    with pytest.raises(Mistake, match="changed its argument `X`") as caught:
        call_with(after, array.tobytes()).leaves_alone("X")
    assert caught.value.stage == "changed"


def test_arguments_that_are_not_asked_about_may_change():
    call_with(tensor_form((3, 2)), np.zeros((3, 2), "float32").tobytes()).leaves_alone("w")


def test_an_argument_with_nan_that_is_kept_is_unchanged():
    nan = Tensor(np.array([np.nan], "float32"), name="X")
    reply = returned(1.0, arguments=[tensor_form()])
    function(reply, [nan.array.tobytes()])(nan).leaves_alone("X")


EXPECTED = {"X": (np.full((3, 2), 2.0), np.full((3, 2), 2.0))}
V = Tensor(np.ones((3, 1), "float32"), name="v")


def gradient_stage(
    gradients, *blobs: bytes, result: tuple[int, ...] = (3, 1), recording=(True, True)
) -> str:
    """Where the comparison of gradients stops; `result` is the shape of what was returned."""
    value = np.ones(result, "float32")
    forms = {"arguments": [tensor_form((3, 2))], "gradients": gradients}
    forms["recording"] = list(recording)
    reply = returned(tensor_form(result, blob=len(blobs) + 1), **forms)
    done = function(reply, [X.array.tobytes(), *blobs, value.tobytes()])(X, cotangent=V)
    try:
        done.passes_gradients(EXPECTED, "float32", "cpu")
    except Mistake as mistake:
        return mistake.stage
    return ""


def test_the_right_gradient_passes():
    blob = np.full((3, 2), 2.0, "float32").tobytes()
    assert gradient_stage([tensor_form((3, 2), blob=1)], blob) == ""


def test_a_wrong_gradient_is_found():
    blob = np.full((3, 2), 2.5, "float32").tobytes()
    assert gradient_stage([tensor_form((3, 2), blob=1)], blob) == "gradient"
    assert gradient_stage([tensor_form((6,), blob=1)], blob) == "shape"


def test_a_missing_gradient_is_a_matter_of_the_graph():
    assert gradient_stage([None]) == "graph"
    assert gradient_stage("no_graph") == "graph"


@pytest.mark.parametrize("gradients", [[], [None, None], None])
def test_as_many_gradients_as_arguments_are_well_formed(gradients):
    with pytest.raises(Malformed):
        gradient_stage(gradients)


def test_the_shape_of_the_result_comes_before_its_gradients():
    assert gradient_stage("shape", result=(3,)) == "shape"
    assert gradient_stage("no_graph", result=(3,)) == "shape"
    blob = np.full((3, 2), 2.5, "float32").tobytes()
    assert gradient_stage([tensor_form((3, 2), blob=1)], blob, result=(3,)) == "shape"


def test_a_result_that_is_no_tensor_has_no_gradients():
    for result, stage in ((None, "nothing"), (1.0, "type")):
        reply = returned(result, arguments=[tensor_form((3, 2))], gradients="not_a_tensor")
        done = function(reply, [X.array.tobytes()])(X, cotangent=V)
        with pytest.raises(Mistake) as caught:
            done.passes_gradients(EXPECTED, "float32", "cpu")
        assert caught.value.stage == stage


def test_a_notebook_that_has_switched_gradients_off_is_told_so():
    assert gradient_stage("no_graph", recording=(False, False)) == "grad_mode"
    assert gradient_stage("no_graph", recording=(True, False)) == "graph"


def test_gradients_need_a_cotangent_to_be_asked_for():
    with pytest.raises(AssertionError, match="cotangent"):
        function(returned(1.0))().passes_gradients({}, "float32", "cpu")


# --- keywords --------------------------------------------------------------------------------


def test_keywords_are_sent_by_name():
    requests: list = []
    function(returned(None, arguments=[1]), requests=requests)(1, lr=0.5, X=W)
    ((request, blobs),) = requests
    assert request["calls"] == [[1]]
    assert list(request["keywords"]) == ["lr", "X"]
    assert request["keywords"]["lr"] == 0.5
    assert request["keywords"]["X"]["shape"] == [2, 1]
    assert blobs == [W.array.tobytes()]


def test_keywords_stand_in_the_text_of_a_call():
    found = function(returned(None, arguments=[1]))(1, lr=0.1, params=[W])
    assert found.call == "`sgd(1, lr=0.1, params=[w])`"
    assert function(returned(None)).call([X], {"lr": 2}) == "`sgd(X, lr=2)` with X (3, 2)"


def test_a_cotangent_is_no_keyword_of_the_function():
    requests: list = []
    function(returned(None), requests=requests)(cotangent=V)
    assert requests[0][0]["keywords"] == {}
    assert requests[0][0]["cotangent"]["shape"] == [3, 1]


@pytest.mark.parametrize(
    ("name", "evalue", "stage"),
    [
        ("sgd", "sgd() got an unexpected keyword argument 'x'", "parameters"),
        ("sgd", "step() got an unexpected keyword argument 'x'", "raised"),
        ("sgd", "sgd() missing 1 required keyword-only argument: 'lr'", "parameters"),
        ("Net", "Net.__init__() got an unexpected keyword argument 'x'", "parameters"),
    ],
)
def test_a_keyword_that_does_not_fit_is_a_matter_of_the_parameters(name, evalue, stage):
    reply = raised("TypeError", evalue, line=None, cell=None, function="")
    with pytest.raises(Unanswered) as caught:
        function(reply, name=name)(x=1)
    assert caught.value.stage == stage
    assert f"`{name}(x=1)`" in caught.value.message


# --- a place where things stay ---------------------------------------------------------------


class Place:
    """Where a submission lives: names, what is kept, and what has been asked so far."""

    def __init__(self, **namespace) -> None:
        self.namespace, self.kept, self.requests = namespace, {}, []

    def ask(self, request: dict, blobs: list[bytes]) -> tuple[dict, list[bytes]]:
        self.requests.append(request)
        return calls.answer(request, blobs, self.namespace, self.kept)

    def __call__(self, name: str) -> Function:
        return Function(name, self.ask, "cpu", lambda: None)

    @property
    def library(self) -> Library:
        return Library(self.ask, "cpu", lambda: None)


class Counter:
    """Something with a state."""

    def __init__(self, start: int = 0, *, step: int = 1) -> None:
        self.count, self.step = start, step

    def __call__(self, times: int = 1) -> int:
        self.count += times * self.step
        return self.count

    def __iter__(self):
        return iter(range(self.count))

    def copy(self) -> "Counter":
        return Counter(self.count)

    def fails(self):
        raise ValueError("no")


@pytest.fixture
def counter() -> Object:
    return Place(Counter=Counter)("Counter").make(3, step=2)


def test_what_is_made_stays_and_remembers(counter):
    assert [counter().value, counter(2).value, counter(times=1).value] == [5, 9, 11]
    assert counter.method("count").value().value == 11


def test_what_is_made_is_called_after_the_call_that_made_it(counter):
    assert counter.name == "Counter(3, step=2)"
    assert counter.made.call == "`Counter(3, step=2)`"
    assert counter().call == "`Counter(3, step=2)()`"
    assert counter.method("copy")().call == "`Counter(3, step=2).copy()`"
    assert counter.value().call == "`Counter(3, step=2)`"


def test_what_is_made_may_have_a_name_of_the_checks_own():
    named = Place(Counter=Counter)("Counter").make(3, name="counter")
    assert named.name == "counter"
    assert named.made.call == "`Counter(3)`"
    assert named(2).call == "`counter(2)`"
    assert named.method("copy").make().name == "counter.copy()"


def test_what_is_made_is_known_by_its_classes(counter):
    kind = f"{Counter.__module__}.Counter"
    assert counter.is_a(kind)
    assert counter.is_a("builtins.object")
    assert not counter.is_a("Counter")
    assert not counter.is_a("builtins.list")
    assert counter.made.kinds == (kind, "builtins.object")


@pytest.mark.parametrize("kinds", [None, "builtins.object", {"builtins.object": 1}, 3])
def test_classes_that_are_not_well_formed_are_none(kinds):
    assert not function(returned(None, kinds=kinds)).make().is_a("builtins.object")


def test_names_of_classes_are_sanitised():
    made = function(returned(None, kinds=["a\x1b[2J.B", 3, None])).make()
    assert made.made.kinds == ("a [2J.B", "", "")


def test_no_two_things_have_the_same_number():
    place = Place(Counter=Counter)
    made = [place("Counter").make(n) for n in (1, 2, 3)]
    assert len({one.kept.number for one in made}) == len(place.kept) == 3
    assert [one.method("count").value().value for one in made] == [1, 2, 3]


def test_a_method_can_make_something_too(counter):
    other = counter.method("copy").make()
    counter()
    assert (counter.method("count").value().value, other.method("count").value().value) == (5, 3)


def test_calling_a_thing_can_make_something_too():
    place = Place(make=lambda: Counter)
    kind = place("make").make(name="Kind")
    assert kind.make(4).method("count").value().value == 4
    assert kind.make(4).name == "Kind(4)"


def test_a_thing_is_looped_over(counter):
    first, second = counter.epochs(2, repeat=2)
    assert first.value == second.value == Epoch([0, 1], ended=False)
    (whole,) = counter.epochs(9)
    assert whole.value == Epoch([0, 1, 2])
    assert whole.call == "`Counter(3, step=2)`"


def test_an_exception_of_a_method_is_told_with_the_things_name(counter):
    with pytest.raises(Unanswered) as caught:
        counter.method("fails")()
    assert caught.value.message == "`Counter(3, step=2).fails()` raised ValueError: no."
    with pytest.raises(Unanswered, match="AttributeError"):
        counter.method("no_such")()


def test_a_function_itself_is_something_to_hand_on():
    place = Place(double=lambda x: 2 * x, twice=lambda f, x: f(f(x)))
    double = place("double").itself()
    assert double.name == "double"
    assert double(4).value == 8
    found = place("twice")(double, 5)
    assert (found.value, found.call) == (20, "`twice(double, 5)`")


def test_a_variable_has_a_value_and_can_be_taken_as_it_is():
    place = Place(step=0.5, net=Counter(7))
    assert (place("step").value().value, place("step").value().call) == (0.5, "`step`")
    assert place("net").value().value.type == "Counter"
    assert place("net").itself()(1).value == 8
    assert [request["op"] for request in place.requests] == ["read"] * 4 + ["call"]


def test_a_variable_that_is_missing_is_said_to_be_one():
    with pytest.raises(Unanswered) as caught:
        Place()("step").value()
    assert (caught.value.outcome, caught.value.stage) == (Outcome.ERROR, "missing")
    assert caught.value.message == "There is no `step` here. Expected: a variable `step`."


def test_kept_things_are_arguments_wherever_they_stand(counter):
    seen = []

    def look(one, many, pair, *, last):
        seen.extend([one, many[0][0], pair[1], last[0]])
        return len(many)

    place = Place(look=look)
    place.kept = {counter.kept.number: "it"}
    found = place("look")(counter, [[counter]], (X, counter), last=[counter])
    assert seen == ["it"] * 4
    name = counter.name
    assert found.call == (f"`look({name}, [[{name}]], (X, {name}), last=[{name}])` with X (3, 2)")
    assert found.given[0] is counter
    found.leaves_alone("X", name)


def test_a_list_of_kept_things_is_kept_or_not():
    def swap(things):
        things.reverse()

    place = Place(swap=swap, Counter=Counter)
    one, other = place("Counter").make(1), place("Counter").make(2)
    assert place("swap")([one, other]).kept == [False]
    assert place("swap")([one]).kept == [True]


def test_what_stands_for_a_thing_is_its_number(counter):
    requests: list = []
    function(returned(None, arguments=[None, None]), requests=requests)(counter, [counter])
    form = {"t": "kept", "number": counter.kept.number}
    assert requests[0][0]["calls"] == [[form, {"t": "list", "v": [form]}]]
    assert counter.kept == Kept(counter.kept.number, counter.name)


def test_an_argument_may_have_a_name_of_the_checks_own():
    place = Place(total=sum)
    found = place("total")(Named([1, 2, 3], "numbers"))
    assert (found.value, found.call) == (6, "`total(numbers)`")
    found.leaves_alone("numbers")


def test_what_is_gone_with_its_process_is_said_to_be(counter):
    place = Place(use=lambda thing: 1)
    for ask in (lambda: place("use")(counter), lambda: place("use")([counter])):
        with pytest.raises(Unanswered) as caught:
            ask()
        assert (caught.value.outcome, caught.value.stage) == (Outcome.ERROR, "exit")
        assert caught.value.message == (
            "`use` is gone: the process in which it was made has ended."
        )
    lost = Place(Counter=Counter)
    counter = lost("Counter").make()
    lost.kept.clear()
    for ask in (counter, counter.value, counter.method("copy"), lambda: counter.epochs(3)):
        with pytest.raises(Unanswered, match=r"^`Counter\(\)[.a-z]*` is gone"):
            ask()


# --- stubs, whoever comes to them -------------------------------------------------------------

NET = """
class Net:
    def __init__(self, d=1):
        self.d = d
    def forward(self, X):
        raise NotImplementedError
    def uses_helper(self):
        return helper()
    def copy(self):
        return Net(self.d)
def helper():
    raise NotImplementedError
def make_net():
    return Net()
"""


@pytest.fixture
def cell() -> Place:
    place = Place()
    exec(compile(NET, calls.CELL_NAME.format(9), "exec"), place.namespace)
    return place


def stopped(ask) -> Unanswered:
    with pytest.raises(Unanswered) as caught:
        ask()
    return caught.value


def test_a_method_that_is_a_stub_is_its_classs_and_not_attempted(cell):
    found = stopped(lambda: cell("Net").make(3).method("forward")(X))
    assert (found.outcome, found.stage) == (Outcome.NOT_ATTEMPTED, "stub")
    assert found.message == (
        "`Net` is not attempted yet: `raise NotImplementedError` is still there (cell 9, line 6)."
    )


def test_a_stub_that_a_thing_of_another_function_comes_to_waits_for_it(cell):
    found = stopped(lambda: cell("make_net").make().method("forward")(X))
    assert (found.outcome, found.stage) == (Outcome.ERROR, "waits")
    assert found.message == (
        "`make_net().forward(X)` with X (3, 2) came to `Net`, which is not attempted yet "
        "(cell 9, line 6)."
    )


def test_a_helper_that_is_a_stub_is_waited_for(cell):
    found = stopped(lambda: cell("Net").make().method("uses_helper")())
    assert (found.outcome, found.stage) == (Outcome.ERROR, "waits")
    assert "came to `helper`, which is not attempted yet" in found.message


def test_what_a_thing_makes_has_its_root(cell):
    for made in (cell("Net").itself().make(2), cell("Net").make().method("copy").make()):
        found = stopped(lambda made=made: made.method("forward")(X))
        assert (found.outcome, found.stage) == (Outcome.NOT_ATTEMPTED, "stub")


def test_a_variable_whose_cell_is_a_stub_is_not_attempted():
    reply = {"status": "missing", "found": None, "why": "Cell 3 stopped: x", "stub": True}
    found = stopped(function(reply, name="net").value)
    assert (found.outcome, found.stage) == (Outcome.NOT_ATTEMPTED, "stub")
    assert found.message == "`net` is not attempted yet: its cell is as it was."


@pytest.mark.parametrize("stub", [1, "yes", None, False])
def test_only_true_makes_a_missing_name_a_stub(stub):
    reply = {"status": "missing", "found": None, "why": "Cell 3 stopped: x", "stub": stub}
    assert stopped(function(reply)).message == "Cell 3 stopped: x. Expected: a function `sgd`."


# --- the library and a whole net --------------------------------------------------------------


def test_a_library_is_called_where_the_submission_lives():
    found = Place().library("torch.add")(X, X, alpha=2)
    assert found.value.array.tolist() == [[3, 3]] * 3
    assert found.call == "`torch.add(X, X, alpha=2)` with X (3, 2), X (3, 2)"


def test_a_library_needs_no_name_of_the_notebook_and_heeds_none():
    place = Place(**{"torch.add": lambda *arguments: "the notebook's", "torch": None})
    assert isinstance(place.library("torch.add")(X, X).value, Tensor)
    assert place.requests[0]["target"] == {"library": "torch.add"}


def test_a_stub_that_a_library_comes_to_is_not_attempted_where_the_check_is_about_it(cell):
    net = cell("make_net").make()
    for root, outcome in (("Net", Outcome.NOT_ATTEMPTED), ("", Outcome.ERROR)):
        library = Library(cell.ask, "cpu", lambda: None, root)
        calls_forward = library("operator.methodcaller").make("forward", X)
        assert stopped(lambda made=calls_forward: made(net)).outcome is outcome


def test_what_a_library_lacks_is_an_error():
    found = stopped(lambda: Place().library("torch.no_such")(X))
    assert (found.outcome, found.stage) == (Outcome.ERROR, "raised")
    assert "AttributeError" in found.message


def test_a_net_from_end_to_end():
    place = Place(make_net=lambda d, k: torch.nn.Linear(d, k))
    net = place("make_net").make(2, 1, name="net")
    assert net.is_a("torch.nn.modules.module.Module")
    assert isinstance(net.made.value, Opaque)
    given = {"weight": Tensor(np.array([[2.0, 3.0]], "float32")), "bias": tensor_of(0.5)}
    net.method("load_state_dict")(given)
    Z = Tensor(np.array([[1, 10], [2, 20]], "float32"), name="Z")
    y_hat = net(Z)
    y_hat.equals(np.array([[32.5], [64.5]]), dtype="float32", device="cpu")
    y_hat.leaves_alone("Z")
    assert y_hat.call == "`net(Z)` with Z (2, 2)"
    net.make(Z).method("backward")(Tensor(np.ones((2, 1), "float32"), name="v"))
    (named,) = net.method("named_parameters").epochs(limit=9)
    found = dict(named.value.items)
    assert list(found) == ["weight", "bias"]
    assert found["weight"].array.tolist() == [[2, 3]]
    assert found["weight"].grad.array.tolist() == [[3, 30]]
    assert found["bias"].grad.array.tolist() == [2]
    net.method("zero_grad")()
    (named,) = net.method("named_parameters").epochs(limit=9)
    assert [tensor.grad for _, tensor in named.value.items] == [None, None]
    assert net.method("weight").value().value.shape == (1, 2)


def test_an_optimiser_steps_a_net_that_stays_where_it_is():
    place = Place(step=lambda optimiser: optimiser.step())
    w = place.library("torch.nn.Parameter").make(tensor_of(1.0, 2.0), name="w")
    optimiser = place.library("torch.optim.SGD").make([w], lr=0.5, name="optimiser")
    loss = w.method("sum").make()
    loss.method("backward")()
    place("step")(optimiser)
    assert w.value().value.array.tolist() == [0.5, 1.5]


def tensor_of(*numbers) -> Tensor:
    return Tensor(np.array(numbers, "float32"))


def test_the_seed_of_a_check_goes_with_its_first_request_alone():
    seeds, asked = [7], []
    place = Place(Counter=Counter)

    def ask(request, blobs):
        asked.append(request["seed"])
        return place.ask(request, blobs)

    make = Function("Counter", ask, "cpu", lambda: seeds.pop() if seeds else None)
    counter = make.make()
    counter(), counter.method("copy").make()()
    assert asked == [7, None, None, None]
