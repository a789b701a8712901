"""Which cells have run when a check asks, and what becomes of a worker that is lost."""

import pytest

from graders.engine import grading, warm
from graders.engine.checks import of_assignment
from graders.engine.functions import Function, Unanswered
from graders.engine.notebook import Cell, Notebook
from graders.engine.outcomes import Outcome
from graders.engine.session import OUT_OF_TIME, Session, exit_words, outputs

LIMITS = warm.Limits(cell_seconds=10, call_seconds=2)


def check(exercise: str) -> tuple[str, str]:
    return "raise AssertionError('a check cell was run')", f"check_{exercise}"


@pytest.fixture
def start(warm_process):
    """A function that makes a session of cells: sources, or pairs of source and grade_id."""
    opened: list[Session] = []

    def begin(*cells, limits=LIMITS) -> Session:
        pairs = [(cell, "") if isinstance(cell, str) else cell for cell in cells]
        notebook = Notebook(
            "x",
            [
                Cell(number, "code", source, grade_id)
                for number, (source, grade_id) in enumerate(pairs, start=1)
            ],
        )
        session = Session(notebook, warm_process, 1, limits, None, grading.has_no_say)
        opened.append(session)
        return session

    yield begin
    for session in opened:
        session.close()


def ask(session: Session, name: str, *arguments) -> dict:
    """The reply to a call of `name` where the worker stands."""
    request = {"op": "call", "name": name, "calls": [list(arguments)], "cotangent": None}
    return session.ask({**request, "iterate": None, "repeat": 1, "seed": None}, [])[0]


def result(reply: dict):
    """What the one call of a reply returned."""
    assert reply["status"] == "returned", reply
    (returned,) = reply["returned"]
    return returned["result"]


def asked(session: Session, exercise: str):
    session.go_to(exercise)
    reply = ask(session, exercise)
    return result(reply) if reply["status"] == "returned" else reply["status"]


F = "def f():\n    return 'first'"
F_AGAIN = "def f():\n    return 'second'"


def test_a_check_sees_a_function_as_it_stands_at_its_check_cell(start):
    session = start(F, check("f"), F_AGAIN)
    assert asked(session, "f") == "first"
    session.finish()
    assert result(ask(session, "f")) == "second"


def test_a_check_sees_the_helpers_as_they_stand_at_its_check_cell(start):
    helper = "def h():\n    return {}\nk = {}"
    session = start(
        helper.format(1, 1),
        "def f():\n    return h() + k",
        check("f"),
        helper.format(9, 9),
        "def g():\n    return h() + k",
        check("g"),
    )
    assert asked(session, "f") == 2
    assert asked(session, "g") == 18


def test_a_function_defined_below_its_check_cell_is_missing(start):
    session = start("x = 1", check("f"), (F, "f"))
    assert asked(session, "f") == "missing"
    why = ask(session, "f")["why"]
    assert why == "Cell 3, where `f` belongs, stands below its check cell"


def test_a_function_deleted_above_its_check_cell_is_missing_and_told(start):
    session = start((F, "f"), "del f", check("f"))
    assert asked(session, "f") == "missing"
    assert ask(session, "f")["why"] == "`f` of cell 1 is gone where its check cell stands"


def test_where_the_check_cell_is_gone_names_are_taken_after_the_last_cell(start):
    assert asked(start(F, "x = 1", F_AGAIN), "f") == "second"


def test_of_two_check_cells_the_last_counts(start):
    assert asked(start(F, check("f"), F_AGAIN, check("f")), "f") == "second"


def test_going_back_up_starts_again_from_the_top(start):
    session = start(F, check("f"), F_AGAIN, check("g"))
    session.go_to("g")
    assert result(ask(session, "f")) == "second"
    assert asked(session, "f") == "first"


def test_a_cell_is_run_once_on_the_way_down(start):
    session = start(
        "open('log', 'a').write('1')",
        F,
        check("f"),
        "open('log', 'a').write('2')",
        "def g():\n    return open('log').read()",
        check("g"),
    )
    assert asked(session, "f") == "first"
    assert asked(session, "f") == "first"
    assert asked(session, "g") == "12"


def test_check_cells_and_other_tests_are_not_run(start):
    session = start(F, check("f"), ("raise ValueError", "check_other"))
    session.finish()
    assert list(session.runs) == [1]


def test_markdown_and_empty_cells_are_not_run(warm_process):
    cells = [Cell(1, "markdown", "1 / 0"), Cell(2, "raw", "1 / 0"), Cell(3, "code", " \n")]
    session = Session(Notebook("x", cells), warm_process, 1, LIMITS, None, grading.has_no_say)
    session.finish()
    session.close()
    assert session.runs == {}


# --- what a call costs


ENDS = "import os\ndef ends():\n    os._exit(5)"


def test_a_worker_lost_in_a_call_is_replaced_and_the_next_check_goes_on(start):
    session = start(ENDS, check("ends"), F, check("f"))
    session.go_to("ends")
    with pytest.raises(Unanswered) as caught:
        ask(session, "ends")
    assert caught.value.outcome is Outcome.ERROR
    assert "exit status 5" in caught.value.message
    assert asked(session, "f") == "first"
    assert session.runs[1].error is None


def test_a_call_that_raises_system_exit_costs_no_worker(start):
    session = start("import sys\ndef f():\n    sys.exit(1)\nx = []", check("f"))
    session.go_to("f")
    worker = session._worker
    assert ask(session, "f")["status"] == "raised"
    assert session._worker is worker


def test_what_a_call_prints_does_not_reach_the_next_cell(start):
    session = start(
        "import os\ndef f():\n    print('noise')\n    os.write(1, b'noise')\n    return 1",
        check("f"),
        "print('quiet')",
    )
    assert asked(session, "f") == 1
    session.finish()
    assert [o["text"] for o in session.runs[3].outputs] == ["quiet\n"]


def test_a_call_that_sends_garbage_is_a_failed_check_and_the_next_goes_on(start):
    garbage = "import os\ndef f():\n    for fd in range(3, 64):\n        try:\n"
    garbage += (
        "            os.write(fd, b'\\xff' * 64)\n        except OSError:\n            pass\n"
    )
    session = start(garbage, check("f"), "def g():\n    return 2", check("g"))
    session.go_to("f")
    with pytest.raises(Unanswered) as caught:
        ask(session, "f")
    assert caught.value.outcome is Outcome.FAILED
    assert asked(session, "g") == 2


def test_a_missing_function_says_why(start):
    session = start(("x = 1\ndef f(:", "f"), ("y = 1", "g"), ("1 / 0\ndef k(): pass", "k"))
    session.finish()
    assert "Cell 1, where `f` belongs, stopped: SyntaxError" in ask(session, "f")["why"]
    assert ask(session, "g")["why"] == "Cell 2 does not define `g`"
    assert "ZeroDivisionError" in ask(session, "k")["why"]
    assert ask(session, "h")["why"] == "No cell of the notebook defines `h`"


NAMELESS = "def f():\n    return data"


def test_a_name_that_is_missing_points_to_the_first_cell_that_stopped(start):
    session = start("x = 1", "open('houses.csv')\ndata = 1", "1 / 0", NAMELESS, check("f"))
    session.go_to("f")
    reply = ask(session, "f")
    assert (reply["status"], reply["ename"]) == ("raised", "NameError")
    assert reply["why"].startswith("Cell 2 had stopped before that: FileNotFoundError")
    assert reply["why"].endswith("(line 1)")


def test_only_a_cell_above_the_check_cell_explains_a_missing_name(start):
    session = start(NAMELESS, check("f"), "1 / 0", "def g():\n    return data", check("g"))
    session.go_to("g")
    assert ask(session, "g")["why"] == "Cell 3 had stopped before that: ZeroDivisionError: " + (
        "division by zero (line 1)"
    )
    session.go_to("f")
    reply = ask(session, "f")
    assert (reply["status"], reply["ename"], reply["why"]) == ("raised", "NameError", "")


def test_an_error_other_than_a_missing_name_points_to_no_cell(start):
    session = start("1 / 0", "def f():\n    return [][0]", check("f"))
    session.go_to("f")
    assert "why" not in ask(session, "f")


# --- classes and variables, and stubs that are still there

STUB_OF_A_CLASS = "class Net:\n    def f(self):\n        pass\n    raise NotImplementedError"


def unanswered(session: Session, name: str, op: str = "call") -> Unanswered:
    """What a check learns that calls or reads `name` at its check cell."""
    session.go_to(name)
    function = Function(name, session.ask, "cpu", lambda: None)
    with pytest.raises(Unanswered) as caught:
        function() if op == "call" else function.value()
    return caught.value


@pytest.mark.parametrize("op", ["call", "read"])
@pytest.mark.parametrize("grade_id", ["Net", ""])
def test_a_stub_in_the_body_of_a_class_is_not_attempted(start, grade_id, op):
    session = start("x = 1", (STUB_OF_A_CLASS, grade_id), check("Net"))
    found = unanswered(session, "Net", op)
    assert (found.outcome, found.stage) == (Outcome.NOT_ATTEMPTED, "stub")
    assert found.message == "`Net` is not attempted yet: its cell is as it was."


def test_a_stub_in_the_place_of_a_variable_is_not_attempted(start):
    session = start(("raise NotImplementedError", "net"), check("net"))
    assert unanswered(session, "net", "read").outcome is Outcome.NOT_ATTEMPTED


@pytest.mark.parametrize(
    ("source", "error"),
    [
        ("class Net:\n    x = 1 / 0", "ZeroDivisionError: division by zero (line 2)"),
        ("class Net(:", "SyntaxError"),
        ("import torch\nclass Net:\n    x = torch.nn.Module()(1)", "NotImplementedError"),
        ("class Net:\n    raise ValueError", "ValueError (line 2)"),
    ],
)
def test_a_class_that_stopped_in_another_way_is_an_attempt(start, source, error):
    found = unanswered(start((source, "Net"), check("Net")), "Net")
    assert (found.outcome, found.stage) == (Outcome.ERROR, "missing")
    assert found.message.startswith(f"Cell 1, where `Net` belongs, stopped: {error}")
    assert found.message.endswith("Expected: a function `Net`.")


def test_a_variable_that_comes_to_the_stub_of_a_function_is_no_stub(start):
    stub = ("def make_net():\n    raise NotImplementedError", "make_net")
    session = start(stub, ("net = make_net()", "net"), check("net"))
    found = unanswered(session, "net", "read")
    assert "its cell is as it was" not in found.message


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("net = 1 / 0", "Cell 1, where `net` belongs, stopped: ZeroDivisionError: division by "
         "zero (line 1)"),
        ("net = 1\ndel net", "`net` of cell 1 is gone where its check cell stands"),
        ("nett = 1", "Cell 1 does not define `net`"),
        ("class Net: pass", "Cell 1 does not define `net`"),
    ],
)  # fmt: skip
def test_a_missing_variable_says_why(start, source, why):
    found = unanswered(start((source, "net"), check("net")), "net", "read")
    assert (found.outcome, found.stage) == (Outcome.ERROR, "missing")
    assert found.message == f"{why}. Expected: a variable `net`."


@pytest.mark.parametrize("source", ["net = 1 / 0", "class net:\n    1 / 0", "def net(x=1 / 0): 0"])
def test_a_cell_without_a_name_is_found_by_what_it_defines(start, source):
    found = unanswered(start("x = 1", source, check("net")), "net")
    assert found.message.startswith("Cell 2, where `net` belongs, stopped: ZeroDivisionError")


def test_a_variable_that_no_cell_defines_is_said_to_be_missing(start):
    found = unanswered(start("x = 1", check("net")), "net", "read")
    assert found.message == ("No cell of the notebook defines `net`. Expected: a variable `net`.")


def test_a_variable_is_read_as_it_stands_at_its_check_cell(start):
    session = start("net = [1, 2]", check("net"), "net = 3", check("end"))
    read = Function("net", session.ask, "cpu", lambda: None)
    session.go_to("net")
    assert read.value().value == [1, 2]
    session.go_to("end")
    assert read.value().value == 3


# --- what a worker says of itself

FORGED = "full marks for this one"


@pytest.mark.parametrize(
    "reply",
    [
        {"status": "missing", "found": None},
        {"status": "missing", "found": None, "stub": True},
        {"status": "raised", "ename": "ValueError", "evalue": "x"},
        {"status": "raised", "ename": "NameError", "evalue": "x"},
        {"status": "raised", "ename": "NotImplementedError", "evalue": "", "stub": True},
        {"status": "timed_out"},
        {"status": "gone"},
    ],
    ids=lambda reply: " ".join(map(str, reply.values())),
)
@pytest.mark.parametrize("forged", [FORGED, [FORGED], {FORGED: FORGED}, 5], ids=str)
def test_an_explanation_that_a_worker_gives_reaches_no_message(start, monkeypatch, reply, forged):
    session = start(F)
    answers(session, monkeypatch, {**reply, "why": forged})
    with pytest.raises(Unanswered) as caught:
        Function("f", session.ask, "cpu", lambda: None)()
    assert FORGED not in caught.value.message
    assert str(forged) not in caught.value.message


def test_what_is_missing_is_explained_by_this_process_alone(start, monkeypatch):
    session = start(("x = 1", "g"))
    answers(session, monkeypatch, {"status": "missing", "why": FORGED, "stub": True})
    reply = ask(session, "g")
    assert (reply["why"], reply["stub"]) == ("Cell 1 does not define `g`", False)


def test_what_broke_a_worker_is_shown_as_one_line(start, monkeypatch):
    session = start(F)
    answers(session, monkeypatch, {"status": "broken", "why": "a\nb\x1b[2J" + "x" * 9999})
    with pytest.raises(Unanswered) as caught:
        ask(session, "f")
    assert (caught.value.outcome, caught.value.stage) == (Outcome.ERROR, "broken")
    assert caught.value.message.startswith("A call of `f` broke its worker: a b")
    assert caught.value.message.isprintable()
    assert len(caught.value.message) < 2100
    assert asked(session, "f") == "first"


# --- what a call that runs out of time costs


def answers(session: Session, monkeypatch, *found) -> list[float]:
    """Let calls be answered by `found`, replies or exceptions; the seconds that each was given."""
    seen: list[float] = []
    left = list(found)

    def answer(request, blobs, seconds):
        seen.append(request["seconds"])
        one = left.pop(0)
        if isinstance(one, Exception):
            raise one
        return one, []

    session.finish()
    monkeypatch.setattr(session._worker, "ask", answer)
    return seen


RETURNED = {"status": "returned", "returned": []}
LATE = {"status": "timed_out"}


def test_after_a_call_that_ran_out_of_time_every_other_gets_a_fifth(start, monkeypatch):
    session = start(F)
    seen = answers(session, monkeypatch, RETURNED, LATE, RETURNED, RETURNED)
    for name in ("f", "slow", "slow", "f"):
        ask(session, name)
    assert seen == [2.0, 2.0, 0.4, 0.4]


def test_a_function_that_ran_out_of_time_twice_is_not_run_again_and_others_are(start, monkeypatch):
    session = start(F)
    seen = answers(session, monkeypatch, LATE, LATE, RETURNED)
    for _ in range(2):
        assert ask(session, "slow")["status"] == "timed_out"
    for _ in range(2):
        with pytest.raises(Unanswered) as caught:
            ask(session, "slow")
        assert (caught.value.outcome, caught.value.stage) == (Outcome.TIMED_OUT, "time")
        assert caught.value.message.startswith("Not run: two calls of `slow` have run out of time")
    assert ask(session, "f")["status"] == "returned"
    assert len(seen) == 3


@pytest.mark.parametrize("end", [warm.WorkerStuck(), *map(warm.WorkerEnded, OUT_OF_TIME)], ids=str)
def test_a_call_that_did_not_react_counts_as_one_that_ran_out_of_time(start, monkeypatch, end):
    session = start(F)
    for _ in range(2):
        answers(session, monkeypatch, end)
        with pytest.raises(Unanswered) as caught:
            ask(session, "f")
        assert (caught.value.outcome, caught.value.stage) == (Outcome.TIMED_OUT, "time")
        assert "did not react" in caught.value.message
    session.finish()
    with pytest.raises(Unanswered, match="Not run: two calls of `f`"):
        ask(session, "f")


def test_a_cell_that_ran_out_of_time_is_not_run_again_in_a_later_worker(start):
    slow = "open('log', 'a').write('x')\nwhile True:\n    pass"
    look = "import os\ndef f():\n    return os.path.exists('log')"
    session = start(
        slow, ENDS, check("ends"), look, check("f"), limits=warm.Limits(cell_seconds=0.3)
    )
    session.go_to("ends")
    first = session.runs[1]
    assert first.error["ename"] == "TimeLimit"
    with pytest.raises(Unanswered):
        ask(session, "ends")
    assert asked(session, "f") is False  # the new worker's folder has no trace of it
    assert session.runs[1] is first


def test_a_cell_that_ends_its_worker_is_left_out_from_then_on(start):
    session = start(
        "open('/dev/null')", "import os\nos._exit(1)", F, check("f"), "os_missing", "print('end')"
    )
    assert asked(session, "f") == "first"
    session.finish()
    assert session.runs[2].error["ename"] == "PythonEnded"
    assert session.runs[6].outputs[0]["text"] == "end\n"


def test_a_cell_that_ends_python_in_every_worker_does_not_stop_the_notebook(start):
    session = start(*["import os\nos._exit(1)"] * 4, F, check("f"))
    assert asked(session, "f") == "first"
    assert [run.error["ename"] for run in list(session.runs.values())[:4]] == ["PythonEnded"] * 4


def test_the_outputs_of_the_first_run_of_a_cell_are_kept(start):
    session = start("import os\nprint('pid', os.getpid())", ENDS, check("ends"), F, check("f"))
    session.go_to("ends")
    first = session.runs[1].outputs
    with pytest.raises(Unanswered):
        ask(session, "ends")
    assert asked(session, "f") == "first"
    assert session.runs[1].outputs == first


def test_the_exercise_after_a_lost_worker_is_graded_as_ever(with_solution, warm_process):
    notebook = with_solution(linreg="import os\ndef linreg(X, w, b):\n    os._exit(1)")
    checks = [c for c in of_assignment(notebook.name) if c.exercise in ("linreg", "squared_loss")]
    found = grading.grade(
        notebook,
        checks,
        warm_process,
        seed=1,
        points={"linreg": 1.0, "squared_loss": 1.0},
        finish=False,
    )
    lost, kept = found.result.exercises
    assert {c.outcome for c in lost.checks} == {Outcome.ERROR}
    assert {c.outcome for c in kept.checks} == {Outcome.PASSED}


# --- outputs as a worker claims them


def test_outputs_are_rebuilt_field_by_field():
    good = [
        {"output_type": "stream", "name": "stdout", "text": "x", "more": 1},
        {"output_type": "error", "ename": "E", "evalue": "v", "traceback": ["a", 1]},
        {"output_type": "display_data", "data": {"text/plain": "x", "n": 3}, "metadata": {"a": 1}},
        {"output_type": "execute_result", "data": {}, "execution_count": 7},
    ]
    assert outputs(good) == [
        {"output_type": "stream", "name": "stdout", "text": "x"},
        {"output_type": "error", "ename": "E", "evalue": "v", "traceback": ["a"]},
        {"output_type": "display_data", "data": {"text/plain": "x"}, "metadata": {}},
        {"output_type": "execute_result", "data": {}, "metadata": {}, "execution_count": None},
    ]


@pytest.mark.parametrize(
    "claimed",
    [
        None,
        3,
        "text",
        {},
        [None],
        [3],
        [[]],
        [{}],
        [{"output_type": "stream", "name": "stdlog", "text": "x"}],
        [{"output_type": "stream", "name": ["stdout"], "text": "x"}],
        [{"output_type": "stream", "name": "stdout", "text": ["x"]}],
        [{"output_type": "error", "ename": "E"}],
        [{"output_type": "display_data", "data": [1]}],
        [{"output_type": ["stream"], "name": "stdout", "text": "x"}],
        [{"output_type": "update_display_data", "data": {}}],
    ],
    ids=str,
)
def test_outputs_that_are_not_well_formed_are_left_out(claimed):
    assert outputs(claimed) == []


def test_outputs_hold_text_of_kinds_that_can_be_written():
    claimed = {"text/plain": {"a": 1}, "application/json": {"a": 1}, "image/png": "iVBOR"}
    claimed |= {"image/svg+xml": "<svg/>", "image/\ud800": "x", "no kind": "x", "text/html": "<p>"}
    (found,) = outputs([{"output_type": "display_data", "data": claimed}])
    assert sorted(found["data"]) == ["image/png", "image/svg+xml", "text/html"]


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (None, "gone"),
        (3, "exit status 3"),
        (-9, "memory"),
        (-24, "too long"),
        (-11, "signal 11"),
    ],
)
def test_an_exit_status_has_words(status, words):
    assert words in exit_words(status)
