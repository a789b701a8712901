"""Grading one submission: a pure function of the notebook and the seed."""

import dataclasses

import pytest

from graders.engine import checks, grading
from graders.engine.checks import Check, declared
from graders.engine.notebook import Cell, Notebook
from graders.engine.outcomes import Outcome
from graders.engine.quiz import Number, question, written


def made(*sources: str) -> Notebook:
    """A notebook of code cells; one that begins with "#check x" is the check cell of x."""
    cells = []
    for number, source in enumerate(sources, start=1):
        words = source.split()
        graded = words[:1] == ["#check"]
        grade_id = f"check_{words[1]}" if graded else ""
        cells.append(Cell(number, "code", source, grade_id, graded, 1.0 if graded else 0.0))
    return Notebook("made", cells)


def expects(exercise: str, expected: object, log: list | None = None) -> Check:
    """A check that `exercise()` returns `expected`."""

    def body(**functions):
        if log is not None:
            log.append(exercise)
        assert functions[exercise]().value == expected, "another value"

    # A parameter of the exercise's name: checks say by it what they need
    function = eval(f"lambda {exercise}: body({exercise}={exercise})", {"body": body})
    function.__name__, function.__module__ = f"test_{exercise}_returns", __name__
    return Check(function, exercise, main=True)


def grade(notebook, found, warm_process, **more):
    points = {check.exercise: 1.0 for check in found}
    return grading.grade(notebook, found, warm_process, **{"seed": 1, "points": points, **more})


def outcomes(found: grading.Grading) -> dict[str, str]:
    return {r.label: r.outcome.value for e in found.result.exercises for r in e.checks}


def all_checks() -> list[Check]:
    return checks.of_assignment("linear_regression_scratch")


# --- order -----------------------------------------------------------------------------------


def test_checks_are_run_in_the_order_of_their_cells():
    notebook = made("#check b", "#check a", "the end")
    found = [expects("gone", 1), expects("a", 1), expects("b", 1)]
    ordered = grading.in_order(found, notebook)
    assert [check.exercise for check in ordered] == ["b", "a", "gone"]


def test_a_check_without_its_cell_comes_after_one_in_the_last_cell():
    ordered = grading.in_order([expects("gone", 1), expects("a", 1)], made("#check a"))
    assert [check.exercise for check in ordered] == ["a", "gone"]


def test_checks_of_one_cell_stay_in_the_order_in_which_they_are_written(reference):
    found = grading.in_order(all_checks(), reference)
    assert [check.name for check in found] == [check.name for check in all_checks()]


def test_a_check_sees_names_as_they_stand_at_its_cell(warm_process):
    notebook = made(
        "def one(): return 1",
        "#check one",
        "def one(): return 2\ndef two(): return one()",
        "#check two",
        "def two(): return 'later'",
    )
    log: list[str] = []
    found = [expects("two", 2, log), expects("one", 1, log)]
    assert set(outcomes(grade(notebook, found, warm_process)).values()) == {"passed"}
    assert log == ["one", "two"]


def test_without_its_check_cell_a_check_sees_names_as_they_stand_in_the_end(warm_process):
    notebook = made("def one(): return 1", "def one(): return 2")
    assert outcomes(grade(notebook, [expects("one", 2)], warm_process)) == {
        "test_one_returns": "passed"
    }


def test_of_duplicated_check_cells_the_last_is_where_the_check_stands(warm_process):
    notebook = made("def one(): return 1", "#check one", "def one(): return 2", "#check one")
    found = grade(notebook, [expects("one", 2)], warm_process)
    assert outcomes(found) == {"test_one_returns": "passed"}


def test_an_error_in_one_cell_does_not_hide_the_functions_of_another(warm_process):
    notebook = made("1 / 0", "def one(): return 1", "def (", "#check one")
    found = grade(notebook, [expects("one", 1)], warm_process)
    assert outcomes(found) == {"test_one_returns": "passed"}
    assert found.runs[1].error["ename"] == "ZeroDivisionError"
    assert found.runs[3].error["ename"] == "SyntaxError"


# --- which cells are run ---------------------------------------------------------------------


def test_the_cells_after_the_last_check_are_run_if_they_are_asked_for(warm_process):
    notebook = made("def one(): return 1", "#check one\nprint('no say')", "print('the end')")
    found = grade(notebook, [expects("one", 1)], warm_process, finish=True)
    assert found.runs[3].outputs == [
        {"output_type": "stream", "name": "stdout", "text": "the end\n"}
    ]
    found = grade(notebook, [expects("one", 1)], warm_process, finish=False)
    assert 3 not in found.runs


def test_check_cells_and_other_graders_cells_are_not_run(warm_process):
    tests = Cell(2, "code", "print('hidden tests')", "tests_of_one", graded=True)
    ungraded = Cell(3, "code", "print('check')", "check_two")
    notebook = made("def one(): return 1")
    notebook.cells += [tests, ungraded, Cell(4, "code", "print('run')")]
    found = grade(notebook, [expects("one", 1)], warm_process)
    assert set(found.runs) == {1, 4}


def test_a_worker_is_asked_for_nothing_when_there_is_no_check(warm_process):
    found = grade(made("print(1)"), [], warm_process, finish=False)
    assert (found.result.exercises, found.result.assignment, found.runs) == ([], "made", {})


def test_a_call_that_ends_python_costs_only_its_own_check(warm_process):
    notebook = made("import os\ndef one(): os._exit(3)\ndef two(): return 2", "#check one")
    found = outcomes(grade(notebook, [expects("one", 1), expects("two", 2)], warm_process))
    assert found == {"test_one_returns": "error", "test_two_returns": "passed"}


def test_what_torch_has_not_implemented_is_an_attempt(with_solution, warm_process):
    # Its error has a stub's name; the lines of the worker's own cells tell the two apart
    notebook = with_solution(
        linreg="def linreg(X, w, b):\n    return (X.bool() @ w.bool()).float() + b",
        sgd="def sgd(params, lr, batch_size):\n    raise NotImplementedError",
    )
    found = [check for check in all_checks() if check.exercise in ("linreg", "sgd")]
    linreg, sgd = grade(notebook, found, warm_process, finish=False).result.exercises
    assert linreg.status is Outcome.ERROR
    assert "raised NotImplementedError" in linreg.checks[0].message
    assert sgd.status is Outcome.NOT_ATTEMPTED


def test_a_later_check_learns_of_an_earlier_failure(with_solution, warm_process):
    notebook = with_solution(linreg="def linreg(X, w, b):\n    return X @ w + b + (w.numel() == 3)")
    found = [check for check in all_checks() if check.exercise == "linreg"]
    (linreg,) = grade(notebook, found, warm_process, finish=False).result.exercises
    first, *later = [check for check in linreg.checks if check.outcome is Outcome.FAILED]
    assert "same cause" not in first.hint
    assert any("same cause" in check.hint for check in later)


def test_a_part_of_the_checks_of_an_exercise_earns_all_its_points(warm_process):
    first, second = expects("one", 1), expects("one", 2)
    notebook = made("def one(): return 1", "#check one")
    found = grade(notebook, [first, second], warm_process).result.exercises[0]
    assert (found.weight, found.score) == (2.0, 0.5)
    found = grade(notebook, [first], warm_process).result.exercises[0]
    assert (found.weight, found.score) == (1.0, 1.0)


# --- the reference, seeds, devices -----------------------------------------------------------


@pytest.fixture(scope="module")
def of_reference(reference, warm_process):
    """The reference graded on every device that there is."""
    return grading.grade(
        reference,
        all_checks(),
        warm_process,
        seed=3,
        points=reference.points,
        device="auto",
        finish=False,
    )


def test_the_reference_gets_full_marks(of_reference):
    assert (of_reference.result.score, of_reference.result.max_score) == (20.0, 20.0)
    assert of_reference.result.assignment == "linear_regression_scratch"
    assert [e.exercise for e in of_reference.result.exercises] == [
        *("data_iter", "linreg", "squared_loss", "sgd", "train")
    ]


def test_without_a_gpu_its_checks_are_skipped(of_reference, warm_process):
    on_gpu = [r for e in of_reference.result.exercises for r in e.checks if r.device == "cuda"]
    assert len(on_gpu) == len(all_checks())
    if warm_process.gpu:
        pytest.skip("there is a GPU here")
    assert {r.outcome for r in on_gpu} == {Outcome.SKIPPED}
    assert {r.message for r in on_gpu} == {"there is no GPU here"}


WRONG = "def linreg(X, w, b):\n    return X @ w - b"


def test_every_device_gives_the_points_of_the_cpu(with_solution, warm_process):
    notebook = with_solution(linreg=WRONG)
    found = [check for check in all_checks() if check.exercise == "linreg"]
    points = {"linreg": 3.0}
    on_cpu = grade(notebook, found, warm_process, points=points, device="cpu", finish=False)
    on_all = grade(notebook, found, warm_process, points=points, device="auto", finish=False)
    assert on_cpu.result.score == on_all.result.score
    assert 0 < on_cpu.result.score < 3
    assert {r.device for e in on_cpu.result.exercises for r in e.checks} == {"cpu"}


def test_a_gpu_alone_earns_nothing(reference, warm_process):
    found = [check for check in all_checks() if check.exercise == "linreg"]
    points = {"linreg": 3.0}
    on_gpu = grade(reference, found, warm_process, points=points, device="cuda", finish=False)
    assert on_gpu.result.score == 0.0
    assert {r.device for e in on_gpu.result.exercises for r in e.checks} == {"cuda"}


def test_the_same_seed_replays_a_grading(with_solution, warm_process):
    notebook = with_solution(
        linreg=WRONG,
        data_iter="def data_iter(batch_size, features, labels):\n"
        "    rows = torch.randint(len(features), (len(features),))\n"
        "    for i in range(0, len(rows), batch_size):\n"
        "        yield features[rows[i:i + batch_size]], labels[rows[i:i + batch_size]]",
    )
    found = [check for check in all_checks() if check.exercise in ("linreg", "data_iter")]

    def results(seed: int) -> list:
        graded = grade(notebook, found, warm_process, seed=seed, finish=False)
        return [r for e in graded.result.exercises for r in e.checks]

    first = results(11)
    assert any(r.outcome is Outcome.FAILED for r in first)
    assert results(11) == first
    assert [r.message for r in results(12)] != [r.message for r in first]


def test_a_check_alone_gets_the_inputs_that_it_gets_among_others(with_solution, warm_process):
    notebook = with_solution(linreg=WRONG)
    found = [check for check in all_checks() if check.exercise == "linreg"]
    together = grade(notebook, found, warm_process, finish=False).result.exercises[0].checks
    (alone,) = grade(notebook, found[2:3], warm_process, finish=False).result.exercises[0].checks
    assert alone.outcome is together[2].outcome is Outcome.FAILED
    assert alone.message == together[2].message


def test_seeds_are_drawn_afresh():
    seeds = {grading.draw_seed() for _ in range(20)}
    assert len(seeds) == 20
    assert all(0 <= seed < 2**53 for seed in seeds)


# --- questions -------------------------------------------------------------------------------


@pytest.mark.parametrize("device", ["cpu", "cuda", "auto"])
def test_a_check_for_the_cpu_alone_is_run_once_and_there(warm_process, device):
    log: list[str] = []
    notebook = made("def one(): return 1\ndef two(): return 2", "#check one", "#check two")
    one = dataclasses.replace(expects("one", 1, log), cpu_only=True)
    found = grade(notebook, [one, expects("two", 2)], warm_process, device=device)
    assert log == ["one"]
    first, second = found.result.exercises
    assert [(r.device, r.outcome) for r in first.checks] == [("cpu", Outcome.PASSED)]
    expected = {"cpu": ["cpu"], "cuda": ["cuda"], "auto": ["cpu", "cuda"]}[device]
    assert [r.device for r in second.checks] == expected
    assert first.score == 1.0


@pytest.mark.parametrize("device", ["cpu", "cuda", "auto"])
def test_a_check_for_the_cpu_alone_is_told_that_it_is_there(warm_process, device):
    seen = []

    def test_one_looks(device):
        seen.append(device)

    check = Check(test_one_looks, "one", main=True, cpu_only=True)
    found = grade(made("x = 1"), [check], warm_process, device=device, finish=False)
    assert seen == ["cpu"]
    assert found.result.score == 1.0


def test_providers_give_a_check_what_it_names(warm_process):
    @question("one", Number())
    def test_one_is_doubled(double, exercise):
        """A fact."""
        assert exercise == "one"
        return double(1), {}

    providers = {"double": lambda check: lambda x: 2 * x, "exercise": lambda check: check.exercise}
    notebook = made("one = 2", "#check one", "one = 'later'")
    found = grade(notebook, [declared(test_one_is_doubled)], warm_process, providers=providers)
    assert outcomes(found) == {"test_one_is_doubled": "passed"}


def essay(text: str | None) -> Notebook:
    """A notebook with a cell for an answer in words, or without one."""
    notebook = made("x = 1")
    if text is not None:
        notebook.cells.append(Cell(2, "markdown", text, "essay", points=3.0, by_hand=True))
    return notebook


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Rows are examples.", Outcome.NEEDS_MARKING),
        ("YOUR ANSWER HERE", Outcome.NOT_ATTEMPTED),
        ("", Outcome.NOT_ATTEMPTED),
        (None, Outcome.ERROR),
    ],
)
@pytest.mark.parametrize("device", ["cpu", "auto"])
def test_an_answer_in_words_is_read_from_its_cell(warm_process, text, outcome, device):
    @written("essay")
    def test_essay_is_there():
        """A fact."""

    found = grade(
        essay(text), [declared(test_essay_is_there)], warm_process, device=device, finish=False
    )
    (only,) = found.result.exercises
    assert [(r.device, r.outcome) for r in only.checks] == [("cpu", outcome)]
    assert (only.status, only.score) == (outcome, 0.0)


def test_the_text_of_each_answer_is_that_of_its_own_cell(warm_process):
    seen = {}

    def reads(name: str) -> Check:
        def body(text):
            seen[name] = text

        body.__name__, body.__module__ = f"test_{name}_is_read", __name__
        return Check(body, name, main=True, cpu_only=True)

    notebook = essay("one text")
    notebook.cells.append(Cell(3, "markdown", "another", "other", by_hand=True))
    notebook.cells.append(Cell(4, "markdown", "not for marking", "third"))
    found = [reads(name) for name in ("essay", "other", "third")]
    grade(notebook, found, warm_process, finish=False)
    assert seen == {"essay": "one text", "other": "another", "third": None}


def test_a_door_may_give_another_text(warm_process):
    @written("essay")
    def test_essay_is_there():
        """A fact."""

    found = grade(
        essay("An answer."),
        [declared(test_essay_is_there)],
        warm_process,
        providers={"text": lambda check: ""},
    )
    assert outcomes(found) == {"test_essay_is_there": "not_attempted"}
