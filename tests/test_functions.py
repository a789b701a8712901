"""Proxies: what a check learns from each answer, and what the learner reads."""

import functools

import numpy as np
import pytest

from graders.engine.expect import Mistake
from graders.engine.functions import Function, place
from graders.engine.outcomes import Outcome
from graders.engine.returned import Unanswered
from graders.engine.values import Epoch, Tensor, decode, describe, plain
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


def test_a_call_is_written_as_a_learner_would_write_it():
    sgd = function(returned(None))
    assert sgd.call([X, W, 0.5]) == "`sgd(X, w, 0.5)` with X (3, 2), w (2, 1) float64"
    assert sgd.call([[X, W], 0.1, 10]) == "`sgd([X, w], 0.1, 10)` with X (3, 2), w (2, 1) float64"
    assert sgd.call([(X,), True, None, "a"]) == "`sgd((X), True, None, 'a')` with X (3, 2)"
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
        (True, False, "is a tensor that does not require gradients now"),
        (False, True, "is a tensor that requires gradients now"),
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
    with pytest.raises(Mistake, match="is another gradient now") as caught:
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
