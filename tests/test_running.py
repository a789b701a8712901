"""Running one check: every way to end is a result, with the most particular hint there is."""

import pytest

from graders.engine import checks, hints, running
from graders.engine.checks import Check
from graders.engine.expect import Mistake
from graders.engine.functions import Unanswered
from graders.engine.outcomes import Outcome
from graders.engine.running import run_check
from graders.engine.warm import EngineError
from graders.engine.worker import calls
from graders.engine.worker.wire import Malformed

EVERY_CHECK = [
    pytest.param(check, id=check.name)
    for name in checks.assignments()
    for check in checks.of_assignment(name)
]


def check_that(raises: BaseException | None = None, **more) -> Check:
    """A check of `sgd` that raises, or passes."""

    def test_sgd_steps(sgd):
        """It steps."""
        if raises is not None:
            raise raises

    return Check(test_sgd_steps, "sgd", **{"main": True, **more})


def nobody(request, blobs):
    raise AssertionError("nothing should be asked")


def asking(**namespace):
    """An `ask` that calls these functions in this process, as a worker does."""
    return lambda request, blobs: calls.answer(request, blobs, namespace, {})


# --- outcomes --------------------------------------------------------------------------------


def test_a_check_that_returns_has_passed():
    found = run_check(check_that(weight=2.0, vacuous=True, main=False), nobody, "cpu", 1)
    assert (found.outcome, found.message, found.hint) == (Outcome.PASSED, "", "")
    assert (found.exercise, found.check, found.device) == ("sgd", "test_sgd_steps", "cpu")
    assert (found.fact, found.weight, found.main, found.vacuous) == ("It steps.", 2.0, False, True)


def test_a_mistake_is_a_failure_with_its_message():
    found = run_check(check_that(Mistake("values", "It went up.")), nobody, "cpu", 1)
    assert (found.outcome, found.message) == (Outcome.FAILED, "It went up.")


@pytest.mark.parametrize("outcome", [Outcome.TIMED_OUT, Outcome.ERROR, Outcome.NOT_ATTEMPTED])
def test_a_call_without_an_answer_has_the_outcome_of_the_call(outcome):
    found = run_check(check_that(Unanswered(outcome, "time", "Too long.")), nobody, "cpu", 1)
    assert (found.outcome, found.message) == (outcome, "Too long.")
    assert (found.hint, found.more) == hints.GENERAL_HINTS["time"]


def test_a_malformed_answer_is_a_failure():
    found = run_check(check_that(Malformed("odd\x1b[2J")), nobody, "cpu", 1)
    assert found.outcome is Outcome.FAILED
    assert "cannot be read" in found.message
    assert found.message.isprintable()


def test_a_plain_assertion_is_a_failure_that_names_what_does_not_hold():
    assert run_check(check_that(AssertionError()), nobody, "cpu", 1).message == (
        "This does not hold: It steps."
    )
    assert run_check(check_that(AssertionError("why")), nobody, "cpu", 1).message == "why"


@pytest.mark.parametrize("error", [ZeroDivisionError("x"), KeyError("y"), RecursionError()])
def test_an_unexpected_error_is_the_graders_fault(error):
    found = run_check(check_that(error), nobody, "cpu", 4711)
    assert found.outcome is Outcome.ERROR
    assert "fault of the grader, not of the notebook" in found.message
    assert type(error).__name__ in found.message
    assert "seed 4711" in found.message


def test_a_grader_that_cannot_work_at_all_says_so():
    with pytest.raises(EngineError):
        run_check(check_that(EngineError("no worker")), nobody, "cpu", 1)


def test_an_interrupt_is_not_swallowed():
    with pytest.raises(KeyboardInterrupt):
        run_check(check_that(KeyboardInterrupt()), nobody, "cpu", 1)


# --- arguments and seeds ---------------------------------------------------------------------


def test_a_check_gets_what_it_names_and_nothing_else():
    seen = {}

    def test_sgd_steps(device, sgd, draw, helper):
        seen.update(device=device, names=(sgd.name, helper.name), number=draw.integer(0, 10**9))

    run_check(Check(test_sgd_steps, "sgd"), nobody, "cuda", 1)
    assert (seen["device"], seen["names"]) == ("cuda", ("sgd", "helper"))


def test_only_the_first_call_of_a_check_is_seeded():
    seeds = []

    def ask(request, blobs):
        seeds.append(request["seed"])
        return calls.answer(request, blobs, {"sgd": lambda: None}, {})

    def test_sgd_steps(sgd):
        for _ in range(3):
            sgd()

    assert run_check(Check(test_sgd_steps, "sgd"), ask, "cpu", 1).outcome is Outcome.PASSED
    assert type(seeds[0]) is int
    assert seeds[1:] == [None, None]
    again = list(seeds)
    run_check(Check(test_sgd_steps, "sgd"), ask, "cpu", 1)
    assert seeds[3:] == again


def check_named(name: str) -> Check:
    return next(c for c in checks.of_assignment("linear_regression_scratch") if c.name == name)


def test_the_same_seed_gives_the_same_message_and_another_seed_another():
    check = check_named("test_linreg_computes_the_linear_model")
    ask = asking(linreg=lambda X, w, b: X @ w - b)
    first = run_check(check, ask, "cpu", 1)
    assert first.outcome is Outcome.FAILED
    assert run_check(check, ask, "cpu", 1) == first
    assert run_check(check, ask, "cpu", 2).message != first.message


def test_an_error_of_torch_is_not_a_stub():
    check = check_named("test_linreg_computes_the_linear_model")
    ask = asking(linreg=lambda X, w, b: (X / 0.0).no_such_thing())
    found = run_check(check, ask, "cpu", 1)
    assert found.outcome is Outcome.ERROR
    assert "AttributeError" in found.message


def test_what_torch_has_not_implemented_is_no_stub():
    def linreg(X, w, b):
        return (X.bool() @ w.bool()).float() + b

    check = check_named("test_linreg_computes_the_linear_model")
    assert run_check(check, asking(linreg=linreg), "cpu", 1).outcome is Outcome.ERROR


# --- earlier failures ------------------------------------------------------------------------


def earlier(exercise: str = "sgd", outcome: Outcome = Outcome.FAILED, main: bool = True):
    def function():
        pass

    return running.result(Check(function, exercise, main=main), "cpu", outcome, "No.", "values")


def hint_after(*found, stage: str = "values", **more) -> str:
    check = check_that(Mistake(stage, "It went up."), main=False, **more)
    result = run_check(check, nobody, "cpu", 1, found)
    assert (result.outcome, result.message) == (Outcome.FAILED, "It went up.")
    return result.hint


@pytest.fixture
def own_hint(monkeypatch) -> str:
    table = {"sgd": {"steps": ["Its own.", "And more."]}}
    monkeypatch.setattr(hints, "of_assignment", lambda assignment: table)
    return "Its own."


def test_a_failure_after_that_of_the_main_check_may_have_the_same_cause(own_hint):
    assert hint_after(earlier()) == ("This may have the same cause as the first failure of `sgd`.")
    assert hint_after(earlier(outcome=Outcome.TIMED_OUT)) != own_hint


@pytest.mark.parametrize(
    "found",
    [
        earlier(outcome=Outcome.PASSED),
        earlier(outcome=Outcome.SKIPPED),
        earlier(main=False),
        earlier("linreg"),
    ],
    ids=["passed", "skipped", "not main", "another exercise"],
)
def test_a_failure_without_an_earlier_one_keeps_its_own_hint(own_hint, found):
    assert hint_after(found) == hint_after() == own_hint


@pytest.mark.parametrize("stage", ["shape", "type", "changed", "device", "nothing"])
def test_a_failure_that_says_what_is_wrong_keeps_its_hint(own_hint, stage):
    assert hint_after(earlier(), stage=stage) == hint_after(stage=stage)


@pytest.mark.parametrize("stage", running.CONSEQUENCES)
def test_a_failure_that_says_only_that_something_is_off_points_to_an_earlier_one(stage):
    assert "same cause" in hint_after(earlier(), stage=stage)


def test_what_passes_has_no_hint_whatever_failed_before():
    found = run_check(check_that(main=False), nobody, "cpu", 1, [earlier()])
    assert (found.outcome, found.hint) == (Outcome.PASSED, "")
