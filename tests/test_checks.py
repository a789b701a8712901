"""Declaring checks, and finding them."""

import types

import pytest

from graders.engine import checks
from graders.engine.checks import Check, check


def module(*functions) -> types.ModuleType:
    """A module of checks, in the order in which they are given."""
    made = types.ModuleType("graders.test_some_assignment")
    for function in functions:
        setattr(made, function.__name__, function)
    return made


def declare(name: str, exercise: str = "sgd", **more):
    def function(sgd, draw):
        """The fact.

        And more.
        """

    function.__name__ = name
    function.__module__ = "graders.test_some_assignment"
    return check(exercise, **more)(function)


def test_a_check_knows_its_name_its_fact_and_what_it_needs():
    found = declare("test_sgd_steps", weight=2.0, main=True).__check__
    assert (found.name, found.exercise, found.assignment) == (
        "test_sgd_steps",
        "sgd",
        "some_assignment",
    )
    assert found.fact == "The fact."
    assert found.needs == ("sgd", "draw")
    assert (found.weight, found.main, found.vacuous) == (2.0, True, False)


def test_a_check_without_a_docstring_has_an_empty_fact():
    assert Check(lambda sgd: None, "sgd").fact == ""


def test_declaring_returns_the_function_itself():
    def test_sgd_steps(sgd):
        return "unchanged"

    assert check("sgd", main=True)(test_sgd_steps) is test_sgd_steps
    assert test_sgd_steps(None) == "unchanged"


@pytest.mark.parametrize("name", ["sgd_steps", "test_sgd", "test_sgdsteps", "test_linreg_steps"])
def test_a_name_that_does_not_begin_with_the_exercise_is_refused(name):
    with pytest.raises(ValueError, match=r"named test_sgd_…"):
        declare(name)


@pytest.mark.parametrize("weight", [0, -1, -0.5])
def test_a_weight_is_positive(weight):
    with pytest.raises(ValueError, match="positive"):
        declare("test_sgd_steps", weight=weight)


def test_checks_come_in_the_order_in_which_they_are_written():
    found = checks.in_module(
        module(
            declare("test_sgd_z", main=True),
            declare("test_linreg_m", "linreg", main=True),
            declare("test_sgd_a"),
        )
    )
    assert [one.name for one in found] == ["test_sgd_z", "test_linreg_m", "test_sgd_a"]


def test_what_is_no_check_is_left_out():
    def helper():
        pass

    assert [one.name for one in checks.in_module(module(helper, declare("test_sgd_a", main=True)))]
    assert checks.in_module(module(helper)) == []


@pytest.mark.parametrize("mains", [0, 2, 3])
def test_an_exercise_has_exactly_one_main_check(mains):
    functions = [declare(f"test_sgd_{i}", main=i < mains) for i in range(3)]
    with pytest.raises(ValueError, match="sgd needs exactly one main check"):
        checks.in_module(module(*functions))


def test_each_exercise_needs_a_main_check_of_its_own():
    functions = [declare("test_sgd_a", main=True), declare("test_linreg_a", "linreg")]
    with pytest.raises(ValueError, match="linreg needs exactly one main check"):
        checks.in_module(module(*functions))


def test_the_assignments_are_the_files_of_checks():
    assert "linear_regression_scratch" in checks.assignments()
    for name in checks.assignments():
        assert (checks.GRADERS / f"test_{name}.py").is_file()


@pytest.mark.parametrize("name", ["nonsense", "", "../conftest", "os.path", "engine", "conftest"])
def test_an_unknown_assignment_is_refused_with_those_that_are_known(name):
    with pytest.raises(LookupError, match="linear_regression_scratch"):
        checks.of_assignment(name)


@pytest.mark.parametrize("name", checks.assignments())
def test_every_check_of_every_assignment_is_well_declared(name):
    found = checks.of_assignment(name)
    assert found
    assert len({one.name for one in found}) == len(found)
    for one in found:
        assert one.assignment == name
        assert one.fact, f"{one.name} has no line for the learner"
        assert not (one.main and one.vacuous)
        # An answer in words is seen as the text of its cell
        assert {one.exercise, "text"} & set(one.needs), f"{one.name} never sees {one.exercise}"


def test_the_weights_of_an_exercise_are_those_of_all_its_checks():
    found = checks.in_module(
        module(
            declare("test_sgd_a", main=True, weight=0.5),
            declare("test_linreg_a", "linreg", main=True),
            declare("test_sgd_b", weight=2.0, vacuous=True),
        )
    )
    assert checks.weights(found) == {"sgd": 2.5, "linreg": 1.0}
    assert checks.weights([]) == {}


def test_a_check_knows_which_exercises_it_builds_on():
    assert declare("test_sgd_a").__check__.builds_on == ()
    assert declare("test_sgd_a", builds_on=("linreg",)).__check__.builds_on == ("linreg",)


@pytest.mark.parametrize("name", checks.assignments())
def test_every_check_builds_on_exercises_of_its_assignment_above_it(name):
    found = checks.of_assignment(name)
    order = list(dict.fromkeys(one.exercise for one in found))
    for one in found:
        assert set(one.builds_on) <= set(order[: order.index(one.exercise)])


def test_anything_may_be_asked_whether_it_is_a_check():
    class Odd:
        def __getattr__(self, name):
            raise RuntimeError("asked")

    for thing in (Odd(), Odd, None, 3, len, lambda: None, types.ModuleType("m")):
        assert checks.declared(thing) is None
    assert checks.declared(declare("test_sgd_a")).exercise == "sgd"


@pytest.mark.parametrize("weight", [float("nan"), float("inf")])
def test_a_weight_is_finite(weight):
    with pytest.raises(ValueError, match="positive"):
        declare("test_sgd_steps", weight=weight)
