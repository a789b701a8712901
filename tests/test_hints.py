"""Hints: the most particular ones, in two steps, for every check and every stage."""

import tomllib

import pytest

from graders.engine import checks, hints, running
from graders.engine.checks import Check
from graders.engine.hints import GENERAL_HINTS
from graders.engine.outcomes import Outcome

EVERY_CHECK = [
    pytest.param(check, id=check.name)
    for name in checks.assignments()
    for check in checks.of_assignment(name)
]
HINT_FILES = sorted((checks.GRADERS / "hints").glob("*.toml"))


def test_sgd_steps():
    """It steps."""


CHECK = Check(test_sgd_steps, "sgd", main=True)


def two(words: str) -> list[str]:
    """A first hint, and a second."""
    return [words, f"{words}, said plainly"]


OF_CHECK = {
    "steps": {
        "hint": two("check"),
        "values": two("check and stage"),
        "raised": two("check, raised"),
    }
}
OF_STAGES = {"when": {"values": two("stage"), "shape": two("stage"), "stub": two("stage, stub")}}


def hint_with(monkeypatch, table: dict, stage: str) -> tuple[str, str]:
    monkeypatch.setattr(hints, "of_assignment", lambda assignment: {"sgd": table})
    return hints.of_stage(CHECK, stage)


@pytest.mark.parametrize(
    ("table", "stage", "expected"),
    [
        (OF_CHECK | OF_STAGES, "values", "check and stage"),
        (OF_CHECK | OF_STAGES, "shape", "stage"),
        (OF_CHECK | OF_STAGES, "dtype", "check"),
        (OF_CHECK | OF_STAGES, "raised", "check, raised"),
        (OF_CHECK | OF_STAGES, "stub", "stage, stub"),
        (OF_CHECK, "device", "check"),
        ({"steps": two("check")}, "values", "check"),
    ],
)
def test_the_most_particular_hints_are_given(monkeypatch, table, stage, expected):
    assert hint_with(monkeypatch, table, stage) == tuple(two(expected))


@pytest.mark.parametrize(
    ("table", "stage"),
    [
        (OF_CHECK | OF_STAGES, "time"),
        (OF_CHECK, "stub"),
        ({"steps": two("check")}, "nothing"),
        ({"steps": two("check")}, "missing"),
        ({}, "device"),
    ],
)
def test_what_has_no_hint_of_its_own_has_the_general_ones(monkeypatch, table, stage):
    assert hint_with(monkeypatch, table, stage) == GENERAL_HINTS[stage]


@pytest.mark.parametrize(("table", "stage"), [({"steps": two("check")}, "grader"), ({}, "values")])
def test_there_may_be_none(monkeypatch, table, stage):
    assert hint_with(monkeypatch, table, stage) == ("", "")


def test_one_hint_may_be_all_there_is(monkeypatch):
    assert hint_with(monkeypatch, {"steps": "check"}, "values") == ("check", "")


def test_an_assignment_without_hints_has_none():
    assert hints.of_assignment("no_such_assignment") == {}


def test_what_passes_has_no_hint_and_what_fails_has_two(monkeypatch):
    table = {"sgd": {"steps": two("Look.")}}
    monkeypatch.setattr(hints, "of_assignment", lambda assignment: table)
    passed = running.result(CHECK, "cpu", Outcome.PASSED)
    failed = running.result(CHECK, "cpu", Outcome.FAILED, "m", "values")
    assert (passed.hint, passed.more) == ("", "")
    assert [failed.hint, failed.more] == two("Look.")


@pytest.mark.parametrize("check", EVERY_CHECK)
def test_every_check_has_hints_of_its_own(check):
    own = hints.of_assignment(check.assignment)[check.exercise]
    of_check = own[check.name.removeprefix(f"test_{check.exercise}_")]
    assert all(of_check["hint"] if isinstance(of_check, dict) else of_check)
    for stage in ("values", "shape", "type", "nothing", "raised", "time", "missing", "stub"):
        assert all(hints.of_stage(check, stage))


@pytest.mark.parametrize("path", HINT_FILES, ids=lambda path: path.stem)
def test_every_hint_names_an_existing_exercise_and_check(path):
    found = checks.of_assignment(path.stem)
    names: dict[str, set[str]] = {}
    for check in found:
        short = check.name.removeprefix(f"test_{check.exercise}_")
        names.setdefault(check.exercise, set()).add(short)
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    assert set(table) <= set(names)
    for exercise, own in table.items():
        assert set(own) <= names[exercise] | {"when"}


def leaves(table: dict):
    for value in table.values():
        yield from leaves(value) if isinstance(value, dict) else [value]


@pytest.mark.parametrize("path", HINT_FILES, ids=lambda path: path.stem)
def test_every_hint_comes_in_two_steps_that_differ(path):
    found = list(leaves(tomllib.loads(path.read_text(encoding="utf-8"))))
    assert found
    for first, second in found:
        assert first.strip() == first != ""
        assert second.strip() == second != ""
        assert first != second


@pytest.mark.parametrize("path", HINT_FILES, ids=lambda path: path.stem)
def test_every_stage_with_a_hint_is_one_that_something_stops_at(path):
    sources = [checks.GRADERS / f"test_{path.stem}.py", *(checks.GRADERS / "engine").glob("*.py")]
    text = "".join(source.read_text(encoding="utf-8") for source in sources)
    for own in tomllib.loads(path.read_text(encoding="utf-8")).values():
        assert all(f'"{stage}"' in text for stage in own.get("when", {}))
