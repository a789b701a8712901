"""`check("sgd")` against a namespace, as in a student's own kernel."""

import random
import sys
import warnings

import numpy as np
import pytest
import torch

import graders
from graders.engine import checks, grading, keys, live
from graders.engine.checks import declared
from graders.engine.live import CheckFailed
from graders.engine.quiz import OneOf, Shape, question, written

NAME = "linear_regression_scratch"
EXERCISES = ["data_iter", "linreg", "squared_loss", "sgd", "train"]


def kernel(source: str) -> dict:
    """The names that a cell defines, run under the file name that a kernel gives it."""
    namespace: dict = {"random": random, "np": np, "torch": torch, "warnings": warnings}
    namespace["sys"] = sys
    exec(compile(source, "/tmp/ipykernel_1/1234.py", "exec"), namespace)
    return namespace


@pytest.fixture(scope="module")
def solved(reference) -> dict:
    """A kernel in which every exercise is solved."""
    return kernel("\n\n".join(reference.solution_cell(name).source for name in EXERCISES))


def check(exercise: str, namespace: dict, seed: int | None = 1, assignment=NAME) -> None:
    live.check(exercise, assignment, seed=seed, namespace=namespace)


def failure(exercise: str, namespace: dict, **more) -> str:
    with pytest.raises(CheckFailed) as caught:
        check(exercise, namespace, **more)
    assert str(caught.value) == caught.value.text
    return caught.value.text


WRONG = "def linreg(X, w, b):\n    return X @ w - b"
STUB = "def sgd(params, lr, batch_size):\n    raise NotImplementedError"


# --- what is said ----------------------------------------------------------------------------


@pytest.mark.parametrize("exercise", EXERCISES)
def test_a_right_solution_is_met_with_silence(solved, exercise, capfd):
    assert check(exercise, solved, seed=None) is None
    assert capfd.readouterr() == ("", "")


def test_a_wrong_solution_is_told_what_it_gave_and_what_was_expected():
    text = failure("linreg", kernel(WRONG))
    assert text.startswith("linreg: 2 of 5 checks passed\n")
    assert "✓ The result is a column" in text
    assert "Wanted: `linreg` returns X w + b" in text
    assert "`linreg(X, w, b)` with X (7, 3)" in text
    assert "(expected: " in text
    assert "Hint:" in text


def test_an_exception_is_shown_with_its_line():
    text = failure("linreg", kernel("def linreg(X, w, b):\n    return X @ w + c"))
    assert "raised NameError: name 'c' is not defined (line 2)" in " ".join(text.split())


def test_a_stub_is_not_attempted_and_nothing_more_is_said():
    text = failure("sgd", kernel(STUB))
    assert text.splitlines()[0] == "sgd: not attempted yet"
    assert len(text.splitlines()) <= 3
    assert "Delete the line that raises" in text


def test_a_function_that_waits_for_another_says_which(solved):
    text = failure("train", solved | kernel(STUB) | {"train": None} | _train(solved))
    assert "`train` waits for a right `sgd`." in " ".join(text.split())


def test_what_waits_is_told_so_once_and_the_rest_is_as_ever(solved):
    wrong = kernel(WRONG)
    function = type(solved["train"])(solved["train"].__code__, solved | wrong)
    text = failure("train", solved | wrong | {"train": function})
    assert "`train` waits for a right `linreg`." in text
    assert "w is" not in text
    assert check("sgd", solved | wrong) is None


def test_the_second_hint_is_shown_to_those_who_ask():
    assert "More:" not in failure("linreg", kernel(WRONG))
    with pytest.raises(CheckFailed) as caught:
        live.check("linreg", NAME, hint=True, seed=1, namespace=kernel(WRONG))
    assert caught.value.text.count("More: ") >= 1
    assert "Hint: " in caught.value.text
    with pytest.raises(CheckFailed) as caught:
        live.check("sgd", NAME, hint=True, seed=1, namespace=kernel(STUB))
    assert len(caught.value.text.splitlines()) >= 3


def test_a_check_cell_may_ask_for_the_second_hint(monkeypatch):
    asked = []
    monkeypatch.setattr(live, "check", lambda *names, **more: asked.append(more["hint"]))
    graders.checker(NAME)("sgd", hint=True)
    graders.checker(NAME)("sgd")
    graders.check("sgd", NAME, hint=True)
    graders.check("sgd", NAME)
    assert asked == [True, False, True, False]


def _train(solved: dict) -> dict:
    """`train` as solved, but over the stub of `sgd`."""
    namespace = solved | kernel(STUB)
    function = type(solved["train"])(solved["train"].__code__, namespace)
    return {"train": function}


def test_a_missing_function_is_named():
    text = " ".join(failure("linreg", {}).split())
    assert "There is no `linreg` in this kernel yet" in text


def test_a_name_that_is_no_function_is_said_to_be_what_it_is():
    assert "`linreg` is a Tensor" in failure("linreg", {"linreg": torch.ones(1)})


def test_leaving_the_interpreter_ends_the_check_and_not_the_kernel():
    text = failure("linreg", kernel("def linreg(X, w, b):\n    sys.exit(0)"))
    assert "ended the interpreter (line 2)" in " ".join(text.split())


def test_an_interrupt_reaches_the_learner():
    with pytest.raises(KeyboardInterrupt):
        check("linreg", kernel("def linreg(X, w, b):\n    raise KeyboardInterrupt"))


def test_an_unknown_exercise_is_answered_with_those_that_there_are():
    text = failure("linregg", {})
    assert "no exercise 'linregg'" in text
    assert all(name in text for name in EXERCISES)
    assert "no exercise 'check_sgd'" in failure("check_sgd", {}, assignment=None)


def test_an_unknown_assignment_is_answered_with_those_that_there_are():
    assert NAME in failure("sgd", {}, assignment="nonsense")


def test_an_exercise_of_several_assignments_is_asked_about(monkeypatch, solved):
    original = checks.of_assignment(NAME)

    class Elsewhere(checks.Check):
        assignment = "another"

    others = [Elsewhere(c.function, c.exercise, main=c.main) for c in original]
    monkeypatch.setattr(checks, "assignments", lambda: ["another", NAME])
    monkeypatch.setattr(checks, "of_assignment", lambda name: original if name == NAME else others)
    text = failure("linreg", solved, assignment=None)
    assert f"another, {NAME}" in text
    assert 'check("linreg", "another")' in text
    check("linreg", solved, assignment=NAME)


def test_jupyter_shows_the_text_and_no_traceback():
    error = CheckFailed("one\ntwo")
    assert error._render_traceback_() == ["one", "two"]
    with pytest.raises(CheckFailed) as caught:
        check("nonsense", {})
    assert caught.value.__suppress_context__ or caught.value.__context__ is None


def test_every_line_of_a_failure_fits_a_notebook():
    lines = failure("linreg", kernel(WRONG)).splitlines()
    assert all(len(line) <= 80 for line in lines)


# --- seeds -----------------------------------------------------------------------------------


def test_the_seed_in_the_text_replays_the_inputs():
    namespace = kernel(WRONG)
    text = failure("linreg", namespace, seed=None)
    seed = int(text.rpartition("seed=")[2].rstrip(")"))
    assert failure("linreg", namespace, seed=seed) == text
    assert failure("linreg", namespace, seed=seed + 1) != text


def test_inputs_are_drawn_afresh_at_every_check(monkeypatch):
    seeds = iter([5, 6])
    monkeypatch.setattr(grading, "draw_seed", lambda: next(seeds))
    namespace = kernel(WRONG)
    assert failure("linreg", namespace, seed=None) != failure("linreg", namespace, seed=None)


def test_a_negative_seed_is_refused_in_words(solved):
    assert "seed" in failure("linreg", solved, seed=-1)


# --- the kernel is left as it was ------------------------------------------------------------

DRAWS = """
def linreg(X, w, b):
    random.random(), np.random.rand(), torch.rand(1)
    return X @ w{} b
"""


@pytest.mark.parametrize("sign", ["+", "-"])
def test_random_states_are_restored(sign):
    random.seed(1), np.random.seed(2), torch.manual_seed(3)
    expected = random.random(), np.random.rand(), torch.rand(1).item()
    random.seed(1), np.random.seed(2), torch.manual_seed(3)
    namespace = kernel(DRAWS.format(sign))
    if sign == "-":
        failure("linreg", namespace)
    else:
        check("linreg", namespace)
    assert (random.random(), np.random.rand(), torch.rand(1).item()) == expected


def test_random_states_are_restored_after_an_interrupt():
    before = torch.get_rng_state()
    source = "def linreg(X, w, b):\n    torch.rand(1)\n    raise KeyboardInterrupt"
    with pytest.raises(KeyboardInterrupt):
        check("linreg", kernel(source))
    assert torch.equal(torch.get_rng_state(), before)


LOUD = """
def linreg(X, w, b):
    print("to stdout")
    print("to stderr", file=sys.stderr)
    warnings.warn("a warning")
    return X @ w + b
"""


def test_what_a_function_prints_and_warns_is_not_shown(capfd):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        check("linreg", kernel(LOUD))
    assert capfd.readouterr() == ("", "")
    assert caught == []


def test_the_filters_of_warnings_are_as_they_were():
    before = list(warnings.filters)
    check(
        "linreg",
        kernel("def linreg(X, w, b):\n    warnings.simplefilter('ignore')\n    return X @ w + b"),
    )
    assert warnings.filters == before
    with pytest.warns(UserWarning, match="still heard"):
        warnings.warn("still heard", stacklevel=1)


def test_stdout_and_stderr_are_what_they_were():
    before = sys.stdout, sys.stderr
    failure("linreg", kernel(WRONG))
    assert (sys.stdout, sys.stderr) == before


def test_gradients_are_recorded_afterwards():
    source = "def linreg(X, w, b):\n    torch.set_grad_enabled(False)\n    return X @ w + b"
    failure("linreg", kernel(source))
    assert torch.is_grad_enabled()


def test_the_namespace_is_as_it_was(solved):
    before = dict(solved)
    check("sgd", solved)
    assert solved == before


# --- iterators are bounded -------------------------------------------------------------------


def test_an_endless_iterator_ends():
    source = """
def data_iter(batch_size, features, labels):
    while True:
        yield features[:batch_size], labels[:batch_size]
"""
    text = " ".join(failure("data_iter", kernel(source)).split())
    assert "was cut off" in text
    assert "one epoch, then an end" in text


def test_a_generator_that_is_cut_off_is_closed():
    source = """
closed = []
def data_iter(batch_size, features, labels):
    try:
        while True:
            yield features[:batch_size], labels[:batch_size]
    finally:
        closed.append(True)
"""
    namespace = kernel(source)
    failure("data_iter", namespace)
    assert namespace["closed"]


# --- the public door -------------------------------------------------------------------------


def test_the_functions_are_those_of_the_caller(solved):
    namespace = dict(solved, graders=graders)
    exec(
        "graders.check('linreg')\ncheck = graders.checker(NAME)\ncheck('sgd')",
        namespace | {"NAME": NAME},
    )
    bad = kernel(WRONG) | {"graders": graders}
    with pytest.raises(CheckFailed, match=r"^linreg: 2 of 5"):
        exec("graders.check('linreg', seed=1)", bad)
    with pytest.raises(CheckFailed, match=r"^linreg: 2 of 5"):
        exec(f"graders.checker({NAME!r})('linreg', seed=1)", bad)


def test_a_function_that_calls_check_is_looked_at_in_its_own_module(solved):
    source = "def helper(exercise):\n    graders.check(exercise)"
    namespace = dict(solved, graders=graders)
    exec(source, namespace)
    namespace["helper"]("linreg")


# --- questions -------------------------------------------------------------------------------


@pytest.fixture
def quiz(monkeypatch):
    """An assignment of three questions, and one that would read its keys fails."""

    @question("rows", Shape())
    def test_rows_are_kept(oracle):
        """The rows stay."""
        return oracle("torch.zeros(6, 4, 5).flatten(1).shape"), {(6, 9): "You added the sizes."}

    @question("axis", OneOf("ABC"), keyed=True)
    def test_axis_is_the_first():
        """The first axis."""

    @written("essay")
    def test_essay_is_there():
        """In your own words."""

    found = [declared(one) for one in (test_rows_are_kept, test_axis_is_the_first)]
    found.append(declared(test_essay_is_there))
    monkeypatch.setattr(checks, "assignments", lambda: [NAME])
    monkeypatch.setattr(checks, "of_assignment", lambda name: found)

    def no_key(path):
        raise AssertionError("a key was read in a process in which a submission's code runs")

    monkeypatch.setattr(keys, "read", no_key)


def test_the_right_answer_to_a_question_is_met_with_silence(quiz, capfd):
    for answer in ((6, 20), [6, 20], torch.zeros(6, 20).shape):
        check("rows", {"rows": answer})
    assert capfd.readouterr() == ("", "")


def test_a_wrong_answer_to_a_question_is_told_its_sentence(quiz):
    text = failure("rows", {"rows": (6, 9)})
    assert text.startswith("rows: failed\n")
    assert "`rows` is (6, 9). You added the sizes." in " ".join(text.split())
    assert "20" not in text.replace("seed", "")


def test_a_malformed_answer_to_a_question_is_told_the_form(quiz):
    text = " ".join(failure("rows", {"rows": "6, 20"}).split())
    assert "`rows` is the text '6, 20'. Expected: a shape, such as (1, 24)." in text


@pytest.mark.parametrize("name", ["rows", "axis"])
def test_a_question_with_its_three_dots_is_not_attempted(quiz, name):
    text = failure(name, {name: ...})
    assert text.splitlines()[0] == f"{name}: not attempted yet"
    assert "three dots" in text


def test_a_question_whose_cell_has_not_been_run_is_missing(quiz):
    text = " ".join(failure("rows", {}).split())
    assert "There is no `rows` in this kernel yet. Expected: a variable `rows`." in text


@pytest.mark.parametrize("answer", ["A", "b", "(C)"])
def test_a_keyed_question_is_marked_by_the_instructor_whatever_the_answer(quiz, capfd, answer):
    assert check("axis", {"axis": answer}) is None
    assert capfd.readouterr() == ("axis: Answered, marked by your instructor.\n", "")


def test_a_keyed_question_is_never_given_a_key(quiz, monkeypatch):
    given = []
    (axis,) = (one for one in checks.of_assignment(NAME) if one.exercise == "axis")
    real = live.PROVIDERS["key"]
    assert real(axis) is None
    spy = {**live.PROVIDERS, "key": lambda one: given.append(real(one)) or real(one)}
    monkeypatch.setattr(live, "PROVIDERS", spy)
    check("axis", {"axis": "A", "key": "A"})
    assert given == [None]


def test_a_malformed_answer_to_a_keyed_question_is_told_the_form(quiz, capfd):
    text = " ".join(failure("axis", {"axis": "D"}).split())
    assert "Expected: one of the letters A, B, C" in text
    assert capfd.readouterr() == ("", "")


def test_an_answer_in_words_is_not_said_to_be_missing(quiz):
    check("essay", {})


def test_a_question_leaves_the_kernel_as_it_was(quiz):
    torch.manual_seed(3)
    before = torch.get_rng_state()
    namespace = {"rows": (6, 20), "axis": "A"}
    for name in ("rows", "axis"):
        check(name, namespace)
    assert namespace == {"rows": (6, 20), "axis": "A"}
    assert torch.equal(torch.get_rng_state(), before)
