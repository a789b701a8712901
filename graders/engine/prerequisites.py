"""Exercises that build on others: each is graded on its own.

A wrong `linreg` must not cost the points of a right `train`. Where an exercise that another one
builds on has failed, and the source notebook is at hand, the later one is graded in a worker of its
own, in which the instructor's solutions take the place of what failed. Nothing that this worker
says is shown to anybody: code of the submission could read these solutions there. Elsewhere the
later exercise waits.
"""

import dataclasses
from collections.abc import Sequence

from . import hints, misconceptions
from .checks import Check, of_assignment
from .notebook import Notebook, defines
from .outcomes import CheckResult, Outcome


def of(check: Check) -> list[str]:
    """The exercises that a check builds on, and those that these build on, in their order."""
    if not check.builds_on:
        return []
    every = of_assignment(check.assignment)
    found: set[str] = set()
    new = set(check.builds_on)
    while new:
        found |= new
        new = {name for c in every if c.exercise in new for name in c.builds_on} - found
    return [name for name in dict.fromkeys(c.exercise for c in every) if name in found]


def given(
    notebook: Notebook, source: Notebook, exercises: Sequence[str], before: str
) -> Notebook | None:
    """The notebook with the instructor's cells for `exercises`, right above the solution of the
    exercise `before`: whatever defined the same names further up is overridden. Those that this
    cell defines itself stand below it once more, for the same reason.

    None where the source lacks one of them, or the notebook a place for them.
    """
    place = notebook.solution_cell(before)
    found = [source.solution_cell(name) for name in exercises]
    solutions = [cell for cell in found if cell is not None]
    if place is None or len(solutions) < len(found):
        return None
    # Without ids: of several cells with one id the last would count as the student's own
    inserted = [dataclasses.replace(cell, grade_id="") for cell in solutions]
    index = place.number - 1
    again = [
        cell for name, cell in zip(exercises, inserted, strict=True) if defines(place.source, name)
    ]
    cells = [*notebook.cells[:index], *inserted, place, *again, *notebook.cells[index + 1 :]]
    numbered = [dataclasses.replace(cell, number=n) for n, cell in enumerate(cells, start=1)]
    return Notebook(notebook.name, numbered)


def waiting(found: CheckResult, wrong: Sequence[str]) -> CheckResult:
    """The result where there are no instructor's solutions at hand: it waits for a right one."""
    if found.outcome is Outcome.NOT_ATTEMPTED:
        return found
    names = " and ".join(f"`{name}`" for name in wrong)
    first, second = hints.GENERAL_HINTS["waits"]
    return _without_evidence(
        found,
        outcome=Outcome.ERROR,
        message=f"`{found.exercise}` waits for a right {names}.",
        misconception="",
        hint=first,
        more=second,
        where="",
    )


def discreet(found: CheckResult, replaced: Sequence[str]) -> CheckResult:
    """A result from a worker that knows the instructor's solutions, with our own words only."""
    if found.outcome is Outcome.PASSED:
        return found
    names = " and ".join(f"`{name}`" for name in replaced)
    message = f"This fails with a right {names} in the place of yours, too."
    known = misconceptions.of_exercise(found.assignment, found.exercise)
    says = [one.says for one in known if one.name == found.misconception]
    return _without_evidence(found, message=" ".join([message, *says]))


def _without_evidence(found: CheckResult, **changes: object) -> CheckResult:
    return dataclasses.replace(found, compared=None, **changes)  # type: ignore[arg-type]
