"""Misconceptions: the engine that matches them, and what every one of them has to have."""

import ast
import itertools

import corpus
import numpy as np
import pytest

from graders.engine import checks, grading, keys, misconceptions, running
from graders.engine.expect import Mistake
from graders.engine.misconceptions import Evidence, alike, formula, of_exercise, sign
from graders.engine.outcomes import Outcome
from graders.engine.returned import Called, Returned, Unanswered
from graders.engine.session import Session
from graders.engine.values import Named, Scalar, Tensor
from graders.engine.warm import Limits

CODING = [name for name in checks.assignments() if name != "shapes_quiz"]
EXERCISES = [
    pytest.param(assignment, exercise, id=f"{assignment}-{exercise}")
    for assignment in CODING
    for exercise in dict.fromkeys(c.exercise for c in checks.of_assignment(assignment))
]
EIGHT = ("data_iter", "linreg", "squared_loss", "sgd", "train")
EVERY = [
    pytest.param(assignment, exercise, one, id=f"{assignment}-{exercise}-{one.name}")
    for assignment, exercise in (param.values for param in EXERCISES)
    for one in of_exercise(assignment, exercise)
]


# --- an exercise of our own ------------------------------------------------------------------


def a_check() -> checks.Check:
    def test_double_doubles(double):
        """It doubles."""

    return checks.Check(test_double_doubles, "double", main=True)


CHECK = a_check()


class Module:
    """The file of an exercise `double(x)`, in which some mistakes are known."""

    __name__ = "made"

    @staticmethod
    def right(x):
        return 2 * x

    @staticmethod
    def probe(double):
        double(Tensor(np.array([5.0]), name="x"))
        return "facts"


def made(*functions, **more):
    """A module with these misconceptions."""
    module = type("Made", (Module,), {})()
    vars(module).update({f.__name__: f for f in functions}, **more)
    return module


@formula("first", "second")
def squares(x):
    """You square it."""
    return x**2


@formula("first", "second")
def adds_two(x):
    """You add two."""
    return x + 2


@formula("first", "second")
def divides_by_nothing(x):
    """You divide by zero."""
    raise ZeroDivisionError


@sign("first", "second")
def shouts(e):
    """It raises an exception."""
    return e.error.startswith("ValueError")


@sign("first", "second")
def has_facts(e):
    """The probe came to its end."""
    return e.facts == "facts"


@sign("first", "second")
def is_broken(e):
    """Its author made a mistake."""
    return e.nothing_of_the_kind


def called(x, result, name: str = "double") -> Called:
    """One call of `double`, with what it returned or raised."""
    given = [Tensor(np.array(x), name="x")]
    if isinstance(result, Unanswered):
        return Called(name, given, result)
    value = result if result is None else Tensor(np.array(result))
    return Called(name, given, Returned(value, "`double(x)`", given, given))


RAISES = Unanswered(Outcome.ERROR, "raised", "It raised.", "ValueError: no")
WRONG = Mistake("values", "It is wrong", "2")


def diagnosed(monkeypatch, module, calls, probed=(), failure=WRONG) -> str | None:
    monkeypatch.setattr(misconceptions, "module_of", lambda assignment, exercise: module)
    evidence = Evidence(CHECK, failure, list(calls), lambda module: ("facts", list(probed)))
    found = misconceptions.diagnose(CHECK, evidence)
    return None if found is None else found.name


def test_a_formula_that_predicts_what_came_back_is_named(monkeypatch):
    module = made(adds_two, squares)
    assert diagnosed(monkeypatch, module, [called([3.0], [9.0])]) == "squares"
    assert diagnosed(monkeypatch, module, [called([3.0], [5.0])]) == "adds_two"


def test_what_no_formula_predicts_is_not_named(monkeypatch):
    assert diagnosed(monkeypatch, made(squares), [called([3.0], [7.0])]) is None
    assert diagnosed(monkeypatch, made(squares), []) is None
    assert diagnosed(monkeypatch, None, [called([3.0], [9.0])]) is None


def test_every_call_has_to_agree(monkeypatch):
    calls = [called([3.0], [9.0]), called([4.0], [17.0])]
    assert diagnosed(monkeypatch, made(squares), calls) is None
    calls = [called([3.0], [9.0]), called([1.0], [1.0]), called([9.0], [1.0], name="other")]
    assert diagnosed(monkeypatch, made(squares), calls) == "squares"


def test_more_calls_tell_two_apart_that_fit_the_first(monkeypatch):
    first = called([-1.0], [1.0])  # both: (-1)² and -1 + 2
    module = made(adds_two, squares)
    assert diagnosed(monkeypatch, module, [first], [called([5.0], [25.0])]) == "squares"
    assert diagnosed(monkeypatch, module, [first], [called([5.0], [7.0])]) == "adds_two"
    assert diagnosed(monkeypatch, module, [first], [called([5.0], [11.0])]) is None


def test_a_prediction_that_is_right_explains_nothing(monkeypatch):
    # 2² = 2·2: the check failed for a reason of its own
    assert diagnosed(monkeypatch, made(squares), [called([2.0], [4.0])]) is None
    calls = [called([2.0], [4.0])], [called([5.0], [25.0])]
    assert diagnosed(monkeypatch, made(squares), *calls) is None


@pytest.mark.parametrize("stage", misconceptions.NOT_OF_VALUES)
def test_a_formula_does_not_explain_what_has_nothing_to_do_with_values(monkeypatch, stage):
    failure = Mistake(stage, "It changed", "as before")
    calls = [called([3.0], [9.0])]
    assert diagnosed(monkeypatch, made(squares), calls, failure=failure) is None


def test_where_a_formula_cannot_be_calculated_the_call_has_to_raise_as_well(monkeypatch):
    def fails_for_three(x):
        if x == 3:
            raise ValueError
        return x**2

    module = made(formula("first", "second")(fails_for_three))
    raising, probed = [called([3.0], RAISES)], [called([5.0], [25.0])]
    assert diagnosed(monkeypatch, module, raising, probed, RAISES) == "fails_for_three"
    # an exception alone proves nothing
    assert diagnosed(monkeypatch, module, raising, failure=RAISES) is None
    assert diagnosed(monkeypatch, made(squares), raising, probed, RAISES) is None
    assert diagnosed(monkeypatch, module, [called([3.0], [9.0])], probed) is None
    assert diagnosed(monkeypatch, made(divides_by_nothing), raising, raising, RAISES) is None


def test_a_sign_looks_at_the_evidence(monkeypatch):
    raising = [called([3.0], RAISES)]
    assert diagnosed(monkeypatch, made(shouts), raising, failure=RAISES) == "shouts"
    assert diagnosed(monkeypatch, made(shouts), [called([3.0], [9.0])]) is None
    assert diagnosed(monkeypatch, made(has_facts), []) == "has_facts"


def test_the_first_in_the_file_that_fits_is_named(monkeypatch):
    calls = [called([3.0], [9.0])]
    assert diagnosed(monkeypatch, made(squares, has_facts), calls) == "squares"
    assert diagnosed(monkeypatch, made(has_facts, squares), calls) == "has_facts"


def test_a_list_stands_for_the_misconceptions_in_it(monkeypatch):
    module = made(shouts, SHARED=[squares, has_facts])
    module.adds_two = adds_two
    monkeypatch.setattr(misconceptions, "module_of", lambda *names: module)
    names = [one.name for one in of_exercise("hw", "double")]
    assert names == ["shouts", "squares", "has_facts", "adds_two"]


def test_a_fault_of_a_misconception_costs_nothing(monkeypatch):
    assert diagnosed(monkeypatch, made(is_broken, squares), [called([3.0], [9.0])]) == "squares"


def test_the_probe_is_asked_once_and_only_if_it_is_needed(monkeypatch):
    asked = []

    def probe(module):
        asked.append(module)
        return None, []

    evidence = Evidence(CHECK, RAISES, [called([3.0], RAISES)], probe)
    monkeypatch.setattr(misconceptions, "module_of", lambda *names: made(shouts))
    assert misconceptions.diagnose(CHECK, evidence).name == "shouts"
    assert asked == []
    assert (evidence.facts, evidence.probed, evidence.facts) == (None, [], None)
    assert len(asked) == 1


# --- comparing predictions -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("got", "predicted"),
    [
        (Tensor(np.float32([1, 2])), np.array([1.00001, 2])),
        (Tensor(np.float32([[1], [2]])), [[1], [2]]),
        (Tensor(np.array([np.nan, 1])), np.array([np.nan, 1])),
        (Tensor(np.array([3, 1])), np.array([3, 1])),
        (1.0, 1),
        (Scalar(2.5, "float64"), 2.5),
        ((1.0, [2.0]), [1.0, (2.0,)]),
        (np.array([1.0, 2.0]), np.array([1.0, 2.0])),
        (None, None),
        ("a", "a"),
        (True, True),
    ],
)
def test_what_is_alike(got, predicted):
    assert alike(got, predicted)


@pytest.mark.parametrize(
    ("got", "predicted"),
    [
        (Tensor(np.float32([1, 2])), np.array([1.001, 2])),
        (Tensor(np.float64([1, 2])), np.array([1.00001, 2])),
        (Tensor(np.float32([[1], [2]])), np.array([1, 2])),
        (Tensor(np.array([np.nan, 1])), np.array([1, 1])),
        (Tensor(np.array([True])), np.array([1.0])),
        (1.0, 1.1),
        (1.0, [1.0]),
        ([1.0], [1.0, 2.0]),
        (True, 1),
        (None, 0),
        (0, None),
        ("1", 1),
    ],
)
def test_what_is_not_alike(got, predicted):
    assert not alike(got, predicted)


def test_arguments_are_given_to_formulas_as_numpy_has_them():
    given = [Tensor(np.float32([1, 2])), Named(np.array([3]), "xs"), [Scalar(4.0, "float32")], 5]
    tensor, array, (scalar,), number = map(misconceptions.as_numpy, given)
    assert tensor.dtype == np.float64
    assert (array.tolist(), scalar, number) == ([3], 4.0, 5)


# --- in a check ------------------------------------------------------------------------------


def test_the_report_says_what_happened_and_why(graders):
    source = "def sgd(params, lr, batch_size):\n    for p in params:\n        p.data -= lr * p.grad"
    found = graders.grade("linear_regression_scratch", "sgd", source)
    first = found.checks[0]
    assert first.misconception == "never_divides_by_batch_size"
    (known,) = (
        one
        for one in of_exercise("linear_regression_scratch", "sgd")
        if one.name == first.misconception
    )
    assert "(expected: [" in first.message
    assert first.message.endswith(f"). {known.says}")
    assert first.hint != first.more != ""
    assert first.where.endswith("line 3: `p.data -= lr * p.grad`")
    assert np.shape(first.compared["got"]) == np.shape(first.compared["wrong"])
    second = next(c for c in found.checks[1:] if c.misconception)
    assert second.misconception == first.misconception
    assert second.hint == "This has the same cause as the failure above."
    assert (second.where, second.compared) == ("", None)


# --- those that there are --------------------------------------------------------------------


@pytest.mark.parametrize(("assignment", "exercise"), EXERCISES)
def test_every_exercise_has_misconceptions_enough(assignment, exercise):
    assert len(of_exercise(assignment, exercise)) >= (8 if exercise in EIGHT else 4)


def test_every_file_is_that_of_an_exercise():
    known = {param.values for param in EXERCISES}
    files = [p for p in misconceptions.FOLDER.glob("*/*.py") if not p.name.startswith("_")]
    assert {(path.parent.name, path.stem) for path in files} <= known


@pytest.mark.parametrize(("assignment", "exercise", "one"), EVERY)
def test_every_misconception_has_its_texts_and_a_sample(assignment, exercise, one):
    texts = [one.says, *one.hints]
    assert all(text == text.strip() and text[-1] in ".?!:)`" for text in texts)
    assert len(set(texts)) == 3
    assert max(map(len, texts)) <= 260
    samples = [s for s in corpus.samples() if (s.assignment, s.exercise) == (assignment, exercise)]
    assert any(one.name in sample.misconceptions for sample in samples)


@pytest.mark.parametrize(("assignment", "exercise"), EXERCISES)
def test_every_label_of_a_sample_is_that_of_a_misconception(assignment, exercise):
    names = {one.name for one in of_exercise(assignment, exercise)}
    for sample in corpus.samples():
        if (sample.assignment, sample.exercise) == (assignment, exercise):
            assert sample.misconceptions <= names


@pytest.mark.parametrize(("assignment", "exercise"), EXERCISES)
def test_no_text_gives_the_solution_away(assignment, exercise):
    region = keys.solution_region(corpus.reference(assignment).solution_cell(exercise).source)
    lines = {_squeezed(line) for line in region.splitlines()}
    lines |= {line.removeprefix("return") for line in lines}
    own = of_exercise(assignment, exercise)
    for text in itertools.chain.from_iterable((one.says, *one.hints) for one in own):
        found = [line for line in lines if len(line) > 8 and line in _squeezed(text)]
        assert found == [], text


def _squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(("assignment", "exercise"), EXERCISES)
def test_no_two_formulas_predict_the_same_on_the_inputs_of_the_probe(assignment, exercise, graders):
    module = misconceptions.module_of(assignment, exercise)
    formulas = [one.function for one in of_exercise(assignment, exercise) if one.is_formula]
    if not formulas:
        return
    check = next(c for c in checks.of_assignment(assignment) if c.exercise == exercise)
    reference = corpus.reference(assignment)
    session = Session(reference, graders.warm, 1, Limits(), None, grading.has_no_say)
    try:
        session.go_to(exercise)
        _, trace = running._probe(module, check, session.ask, "cpu", 1, graders.providers)
    finally:
        session.close()
    observe = getattr(module, "observe", misconceptions.arguments_and_result)
    inputs = [observe(call)[0] for call in trace if call.name == exercise and observe(call)]
    assert inputs
    for one, other in itertools.combinations([module.right, *formulas], 2):
        pairs = [[misconceptions._result(f, given) for f in (one, other)] for given in inputs]
        assert not all(itertools.starmap(alike, pairs)), (one.__name__, other.__name__)


def test_a_misconception_is_a_function_with_a_name_of_its_own():
    for path in misconceptions.FOLDER.glob("*/*.py"):
        body = ast.parse(path.read_text(encoding="utf-8")).body
        names = [node.name for node in body if isinstance(node, ast.FunctionDef)]
        assert len(names) == len(set(names)), path
