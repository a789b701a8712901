"""Points, statuses, and the grade report's schema."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graders.engine import outcomes
from graders.engine.outcomes import (
    AssignmentResult,
    CheckResult,
    ExerciseResult,
    GradeReport,
    Outcome,
    assemble,
)

NOT_PASSED = [outcome for outcome in Outcome if outcome is not Outcome.PASSED]


def result(outcome=Outcome.PASSED, device="cpu", check="test_sgd_a", **more) -> CheckResult:
    more = {"assignment": "hw", "exercise": "sgd", **more}
    return CheckResult(check=check, device=device, outcome=Outcome(outcome), **more)


def exercise(*results: CheckResult, points: float = 4.0, weight: float = 0.0) -> ExerciseResult:
    return ExerciseResult("sgd", points, list(results), weight)


# --- points ----------------------------------------------------------------------------------


def test_all_checks_passed_earn_all_points():
    assert exercise(result(main=True), result(), result(vacuous=True)).score == 4.0


def test_points_are_shared_by_weight():
    assert exercise(result(weight=3, main=True), result("failed")).score == 3.0
    assert exercise(result("failed", weight=3, main=True), result()).score == 1.0


@pytest.mark.parametrize("outcome", NOT_PASSED)
def test_only_a_pass_earns_points(outcome):
    assert exercise(result(outcome, main=True)).score == 0.0
    assert exercise(result(main=True), result(outcome)).score == 2.0


@pytest.mark.parametrize("outcome", NOT_PASSED)
def test_a_vacuous_check_earns_nothing_without_the_main_check(outcome):
    results = [result(outcome, main=True), result(), result(vacuous=True), result(vacuous=True)]
    assert exercise(*results).score == 1.0
    assert exercise(result(outcome, main=True), result(vacuous=True)).score == 0.0


def test_a_vacuous_check_earns_its_share_with_the_main_check():
    assert exercise(result(main=True), result("failed"), result(vacuous=True), points=3).score == 2


@pytest.mark.parametrize("outcome", list(Outcome))
def test_a_gpu_earns_nothing_and_costs_nothing(outcome):
    on_cpu = [result(main=True), result("failed")]
    on_gpu = [result(outcome, "cuda", main=True), result(outcome, "cuda", weight=9, vacuous=True)]
    assert exercise(*on_cpu, *on_gpu).score == exercise(*on_cpu).score == 2.0
    assert exercise(*on_gpu).score == 0.0


def test_scores_are_rounded_down_to_two_decimals():
    assert exercise(result(main=True), result("failed"), result("failed")).score == 1.33
    assert exercise(result(main=True), result(), result("failed")).score == 2.66


@pytest.mark.parametrize("cents", range(1, 100, 7))
def test_what_two_decimals_hold_is_not_rounded(cents):
    # 0.29 * 100 is 28.999999999999996
    good, bad = result(main=True, weight=cents), result("failed", weight=100 - cents)
    assert exercise(good, bad, points=1).score == cents / 100


def test_checks_that_were_not_asked_for_keep_their_share():
    assert exercise(result(main=True), weight=4.0).score == 1.0
    assert exercise(result(main=True), result("failed"), weight=4.0).score == 1.0
    assert exercise(result(main=True), result(weight=3), weight=4.0).score == 4.0


def test_a_vacuous_check_alone_earns_nothing():
    assert exercise(result(vacuous=True)).score == 0.0
    assert exercise(result(vacuous=True), weight=4.0).score == 0.0
    assert exercise(result(), result(vacuous=True), weight=4.0).score == 1.0


def test_weights_that_no_float_holds_exactly_still_make_a_whole():
    tenths = [result(main=True, weight=0.1), result(weight=0.2), result(weight=0.3)]
    assert exercise(*tenths, points=0.7, weight=0.6).score == 0.7
    assert exercise(*reversed(tenths), points=0.7, weight=0.6000000000000001).score == 0.7


def test_an_assignments_score_is_the_sum_of_what_is_shown():
    third = exercise(result(main=True), result("failed"), result("failed"), points=1)
    found = AssignmentResult("hw", [third, third, third])
    assert (third.score, found.score, found.max_score) == (0.33, 0.99, 3)
    assert AssignmentResult("hw", []).score == 0


def test_an_exercise_without_checks_has_no_points():
    assert exercise().score == 0.0


CHECKS = st.lists(
    st.builds(
        result,
        outcome=st.sampled_from(list(Outcome)) | st.just(Outcome.PASSED),
        device=st.sampled_from(["cpu", "cpu", "cuda"]),
        weight=st.integers(1, 10).map(lambda n: n / 2),
        main=st.booleans(),
        vacuous=st.booleans(),
    ),
    max_size=8,
)


@settings(max_examples=120, deadline=None, database=None)
@given(CHECKS, st.integers(1, 200).map(lambda n: n / 2))
def test_a_score_is_between_0_and_the_points_and_full_only_for_all_checks(checks, points):
    found = exercise(*checks, points=points)
    assert 0 <= found.score <= points
    on_cpu = [one for one in checks if one.device == "cpu"]
    everything = bool(on_cpu) and all(one.outcome is Outcome.PASSED for one in on_cpu)
    # Without its main check, which may not have been asked for, a vacuous one earns nothing
    counted = any(one.main for one in on_cpu) or not any(one.vacuous for one in on_cpu)
    assert (found.score == points) == (everything and counted)
    assert found.score in (points, round(found.score, 2))


@settings(max_examples=100, deadline=None, database=None)
@given(CHECKS, st.integers(1, 200).map(lambda n: n / 2), st.integers(1, 20).map(lambda n: n / 2))
def test_checks_that_were_not_asked_for_never_raise_a_score(checks, points, more):
    asked = sum(one.weight for one in checks if one.device == "cpu")
    whole = exercise(*checks, points=points)
    part = exercise(*checks, points=points, weight=asked + more)
    assert part.score <= whole.score
    assert part.score < points


@settings(max_examples=100, deadline=None, database=None)
@given(CHECKS, st.data())
def test_one_more_pass_never_lowers_a_score(checks, data):
    if checks:
        index = data.draw(st.integers(0, len(checks) - 1))
        better = list(checks)
        old = checks[index]
        better[index] = result(
            device=old.device, weight=old.weight, main=old.main, vacuous=old.vacuous
        )
        assert exercise(*better).score >= exercise(*checks).score


@pytest.mark.parametrize("points", [0.335, 0.125, 1 / 3])
def test_all_checks_earn_exactly_the_points_also_with_three_decimals(points):
    # 0.34 of 0.335: nbgrader refuses a score above the maximum
    assert exercise(result(main=True), points=points).score == points


def test_a_failed_check_costs_something_however_light_it_is():
    found = exercise(result(weight=999, main=True), result("failed", weight=1), points=1)
    assert found.score < 1


# --- status ----------------------------------------------------------------------------------

PRECEDENCE = ["timed_out", "error", "failed", "not_attempted", "needs_marking", "passed", "skipped"]


@pytest.mark.parametrize(
    ("worse", "better"),
    [(a, b) for i, a in enumerate(PRECEDENCE) for b in PRECEDENCE[i + 1 :]],
)
def test_the_worst_outcome_is_the_status(worse, better):
    assert exercise(result(better, main=True), result(worse)).status == worse
    assert exercise(result(worse, main=True), result(better)).status == worse


@pytest.mark.parametrize("outcome", list(Outcome))
def test_one_outcome_for_all_is_the_status(outcome):
    assert exercise(result(outcome), result(outcome)).status is outcome


@pytest.mark.parametrize("outcome", ["failed", "error", "timed_out"])
def test_what_fails_on_a_gpu_alone_is_the_status(outcome):
    found = exercise(result(main=True), result(outcome, "cuda"))
    assert found.status == outcome
    assert found.score == 4.0


def test_what_is_skipped_on_a_gpu_is_no_matter():
    assert exercise(result(main=True), result("skipped", "cuda")).status is Outcome.PASSED


def test_a_stub_is_not_attempted_whatever_a_gpu_says():
    found = exercise(result("not_attempted", main=True), result("error", "cuda"))
    assert found.status is Outcome.NOT_ATTEMPTED


@pytest.mark.parametrize("outcome", list(Outcome))
def test_a_run_is_green_when_nothing_failed_erred_timed_out_or_was_not_attempted(outcome):
    report = GradeReport("x", 1, [AssignmentResult("hw", [exercise(result(outcome))])])
    assert report.green == (outcome in ("passed", "skipped", "needs_marking"))


def test_a_report_with_one_failure_is_not_green():
    good, bad = exercise(result()), exercise(result("failed"))
    assert not GradeReport("x", 1, [AssignmentResult("hw", [good, bad])]).green
    assert GradeReport("x", 1, []).green


# --- assembling and the report ---------------------------------------------------------------


def test_exercises_come_in_the_order_of_the_points():
    results = [result(exercise="b"), result(exercise="a"), result(exercise="b", check="test_b_2")]
    points = {"a": 1.0, "never asked for": 2.0, "b": 3.0}
    found = assemble("hw", results, points, {"a": 1.0, "never asked for": 1.0, "b": 4.0})
    assert [(e.exercise, e.max_score, len(e.checks)) for e in found.exercises] == [
        ("a", 1.0, 1),
        ("b", 3.0, 2),
    ]
    assert found.max_score == 4.0
    assert [(e.weight, e.score) for e in found.exercises] == [(1.0, 1.0), (4.0, 1.5)]


def test_an_exercise_without_points_is_worth_nothing_and_comes_last():
    found = assemble("hw", [result(exercise="x"), result(exercise="a")], {"a": 1.0}, {})
    assert [(e.exercise, e.max_score) for e in found.exercises] == [("a", 1.0), ("x", 0.0)]
    assert [e.score for e in found.exercises] == [1.0, 0.0]


def test_the_report_is_schema_1_to_the_letter():
    checks = [
        result(main=True, fact="It steps."),
        result("failed", check="test_sgd_b", message="It went up.", hint="Which way?"),
        result("error", "cuda", message="No."),
    ]
    other = exercise(result("not_attempted", exercise="train", check="test_train_a"), points=5)
    other.exercise = "train"
    report = GradeReport("sub/hw.ipynb", 7, [AssignmentResult("hw", [exercise(*checks), other])])
    assert report.to_json() == {
        "schema": 1,
        "submission": "sub/hw.ipynb",
        "seed": 7,
        "assignments": [
            {
                "assignment": "hw",
                "score": 2.0,
                "max_score": 9.0,
                "exercises": [
                    {
                        "exercise": "sgd",
                        "score": 2.0,
                        "max_score": 4.0,
                        "status": "error",
                        "checks": [
                            {
                                "check": "test_sgd_a",
                                "outcome": "passed",
                                "message": "",
                                "misconception": None,
                            },
                            {
                                "check": "test_sgd_b",
                                "outcome": "failed",
                                "message": "It went up.\nHint: Which way?",
                                "misconception": None,
                            },
                            {
                                "check": "test_sgd_a[cuda]",
                                "outcome": "error",
                                "message": "No.",
                                "misconception": None,
                            },
                        ],
                    },
                    {
                        "exercise": "train",
                        "score": 0.0,
                        "max_score": 5,
                        "status": "not_attempted",
                        "checks": [
                            {
                                "check": "test_train_a",
                                "outcome": "not_attempted",
                                "message": "",
                                "misconception": None,
                            }
                        ],
                    },
                ],
            }
        ],
    }


def test_the_report_holds_plain_data_only():
    report = GradeReport("x", 1, [AssignmentResult("hw", [exercise(result("failed"))])]).to_json()
    assert json.loads(json.dumps(report)) == report
    assert type(report["assignments"][0]["exercises"][0]["status"]) is str


def test_outcomes_are_those_of_the_schema():
    assert {outcome.value for outcome in Outcome} == {
        *("passed", "failed", "error", "not_attempted", "timed_out", "skipped", "needs_marking")
    }
    assert Outcome.NOT_ATTEMPTED.words == "not attempted"
    assert outcomes.DECIMALS == 2
