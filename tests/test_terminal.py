"""What a terminal shows."""

from hypothesis import given, settings
from hypothesis import strategies as st

from graders.engine import terminal
from graders.engine.outcomes import AssignmentResult, CheckResult, ExerciseResult, Outcome


def result(outcome="passed", device="cpu", **more) -> CheckResult:
    more = {"check": "test_sgd_a", "fact": "It steps.", **more}
    return CheckResult("hw", "sgd", device=device, outcome=Outcome(outcome), **more)


def test_a_failure_is_the_fact_the_message_and_the_hint():
    found = terminal.failure(result("failed", message="It went up.", hint="Which way?"))
    assert found.splitlines() == ["  Wanted: It steps.", "  It went up.", "  Hint: Which way?"]


def test_a_failure_without_a_hint_has_no_line_for_one():
    assert "Hint" not in terminal.failure(result("failed", message="It went up."))


@settings(max_examples=100, deadline=None, database=None)
@given(st.lists(st.text("abc`(),.-", min_size=1, max_size=20), min_size=1, max_size=60))
def test_text_is_wrapped_at_78_columns_and_no_word_is_lost_or_cut(words):
    lines = terminal.wrap(" ".join(words)).splitlines()
    assert all(len(line) <= 78 for line in lines)
    assert " ".join(lines).split() == words
    assert lines[0].startswith("  ")
    assert all(line.startswith("    ") for line in lines[1:])


def test_a_long_word_is_not_cut():
    word = "/".join(["folder"] * 20)
    assert word in terminal.wrap(f"There is no {word} here.")


def assignment() -> AssignmentResult:
    sgd = [result(main=True), result("failed"), result("skipped", "cuda", message="no GPU")]
    train = [result("not_attempted", main=True, message="It is a stub (cell 9).")]
    return AssignmentResult(
        "hw", [ExerciseResult("sgd", 4.0, sgd), ExerciseResult("train", 2.5, train)]
    )


def test_the_table_has_a_line_for_each_exercise_and_one_for_the_sum():
    name, sgd, train, where, total = terminal.table([assignment()])[:5]
    assert name == "hw"
    assert sgd.split() == ["sgd", "failed", *["2", "/", "4", "1", "of", "2", "checks", "passed"]]
    assert train.split() == [
        "train",
        *["not", "attempted", "0", "/", "2.5", "0", "of", "1", "checks", "passed"],
    ]
    assert where == "    It is a stub (cell 9)."
    assert total.split() == ["points", "2", "/", "6.5"]


def test_the_columns_of_the_table_are_aligned():
    long = ExerciseResult("an_exercise_with_a_long_name", 1.0, [result()])
    lines = terminal.table([AssignmentResult("hw", [*assignment().exercises, long])])
    rows = [line for line in lines if " / " in line]
    assert len(rows) == 4
    assert len({row.index("checks passed") for row in rows[:3]}) == 1
    total = rows[3].rstrip()
    assert all(row[len(total) - 1] != " " and row[len(total)] == " " for row in rows[:3])


def test_the_table_says_what_was_skipped_and_why():
    skipped = [line for line in terminal.table([assignment()]) if "skipped" in line]
    assert len(skipped) == 1
    assert "1 " in skipped[0]
    assert "no GPU" in skipped[0]
    done = AssignmentResult("hw", [ExerciseResult("sgd", 1.0, [result()])])
    assert not any("skipped" in line for line in terminal.table([done]))


def test_a_table_has_every_assignment_and_may_be_empty():
    lines = terminal.table([assignment()] * 2)
    names = [line for line in lines if not line.startswith(" ")]
    assert names == ["hw", "hw"]
    assert terminal.table([]) == []


def test_a_table_fits_a_terminal():
    assert all(len(line) <= 80 for line in terminal.table([assignment()]))
    message = "`train(" + ", ".join(["features"] * 20) + ")` is not attempted yet (cell 9, line 3)."
    stub = ExerciseResult("train", 1.0, [result("not_attempted", message=message)])
    lines = "\n".join(terminal.table([AssignmentResult("hw", [stub])])).splitlines()
    assert len(lines) > 4
    assert all(len(line) <= 80 for line in lines)


def test_only_what_is_not_attempted_has_a_line_below_it_that_says_where():
    for outcome in Outcome:
        for message in ("Here (cell 9).", "Nowhere."):
            found = ExerciseResult("sgd", 1.0, [result(outcome, message=message)])
            below = f"    {message}" in terminal.table([AssignmentResult("hw", [found])])
            assert below == (outcome is Outcome.NOT_ATTEMPTED and "cell" in message)


def test_the_line_below_is_of_the_first_check_that_was_not_attempted():
    checks = [result(main=True), result("not_attempted", message="It raises (cell 9).")]
    found = ExerciseResult("sgd", 1.0, checks)
    lines = terminal.table([AssignmentResult("hw", [found])])
    assert "    It raises (cell 9)." in lines
    assert all(lines)


def test_counts_speak_of_the_gpu_only_where_there_is_one():
    cpu = [result(), result("failed")]
    skipped = ExerciseResult("sgd", 1.0, [*cpu, result("skipped", "cuda")])
    assert terminal.counts(skipped) == "1 of 2 checks passed"
    both = ExerciseResult("sgd", 1.0, [*cpu, result("passed", "cuda"), result("error", "cuda")])
    assert terminal.counts(both) == "1 of 2 checks passed, GPU 1 of 2"
    gpu = ExerciseResult("sgd", 1.0, [result("passed", "cuda")])
    assert terminal.counts(gpu) == "no check on the CPU, GPU 1 of 1"
