"""Which cells have run when a check asks, and what becomes of a worker that is lost."""

import pytest

from graders.engine import grading, warm
from graders.engine.checks import of_assignment
from graders.engine.functions import Unanswered
from graders.engine.notebook import Cell, Notebook
from graders.engine.outcomes import Outcome
from graders.engine.session import Session, exit_words, outputs

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
    request = {"op": "call", "name": name, "arguments": list(arguments), "cotangent": None}
    return session.ask({**request, "iterate": None, "repeat": 1, "seed": None}, [])[0]


def asked(session: Session, exercise: str):
    session.go_to(exercise)
    reply = ask(session, exercise)
    return reply["results"][0] if reply["status"] == "returned" else reply["status"]


F = "def f():\n    return 'first'"
F_AGAIN = "def f():\n    return 'second'"


def test_a_check_sees_a_function_as_it_stands_at_its_check_cell(start):
    session = start(F, check("f"), F_AGAIN)
    assert asked(session, "f") == "first"
    session.finish()
    assert ask(session, "f")["results"] == ["second"]


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
    assert asked(start("x = 1", check("f"), F), "f") == "missing"


def test_where_the_check_cell_is_gone_names_are_taken_after_the_last_cell(start):
    assert asked(start(F, "x = 1", F_AGAIN), "f") == "second"


def test_of_two_check_cells_the_last_counts(start):
    assert asked(start(F, check("f"), F_AGAIN, check("f")), "f") == "second"


def test_going_back_up_starts_again_from_the_top(start):
    session = start(F, check("f"), F_AGAIN, check("g"))
    session.go_to("g")
    assert ask(session, "f")["results"] == ["second"]
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


@pytest.mark.xfail(strict=True, reason="a dict passes as text/plain, which no notebook may hold")
def test_only_json_outputs_may_hold_a_structure():
    claimed = {"text/plain": {"a": 1}, "application/json": {"a": 1}, "image/png": "iVBOR"}
    (found,) = outputs([{"output_type": "display_data", "data": claimed}])
    assert sorted(found["data"]) == ["application/json", "image/png"]


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
