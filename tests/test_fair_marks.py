"""Marks follow what was learned: nothing for nothing."""

import corpus
import pytest

from graders.engine import checks
from graders.engine.notebook import read
from graders.engine.outcomes import Outcome

EXERCISES = [
    pytest.param(assignment, exercise, id=f"{assignment}-{exercise}")
    for assignment in checks.assignments()
    if assignment != "shapes_quiz"
    for exercise in dict.fromkeys(c.exercise for c in checks.of_assignment(assignment))
]

# What a solution cell may hold that has nothing to do with the exercise
NOTHING = {
    "returns None": "def {0}(*arguments, **keywords):\n    return None",
    "returns its first argument": "def {0}(*arguments, **keywords):\n    return arguments[0]",
    "returns a number": "def {0}(*arguments, **keywords):\n    return 0.0",
    "returns an empty list": "def {0}(*arguments, **keywords):\n    return []",
    "prints": "def {0}(*arguments, **keywords):\n    print(arguments)",
    "passes": "def {0}(*arguments, **keywords):\n    pass",
    "raises": "def {0}(*arguments, **keywords):\n    raise ValueError('later')",
    "syntax error": "def {0}(*arguments, **keywords)\n    return None",
    "empty class": "class {0}:\n    pass",
    "empty module": "class {0}(torch.nn.Module):\n    pass",
    "None itself": "{0} = None",
    "empty cell": "",
}


@pytest.mark.parametrize("what", NOTHING)
@pytest.mark.parametrize(("assignment", "exercise"), EXERCISES)
def test_nothing_earns_nothing(assignment, exercise, what, graders):
    found = graders.grade(assignment, exercise, NOTHING[what].format(exercise))
    passed = [c.check for c in found.checks if c.outcome is Outcome.PASSED]
    assert found.score == 0.0, passed
    assert found.status not in (Outcome.PASSED, Outcome.SKIPPED)


@pytest.mark.parametrize(("assignment", "exercise"), EXERCISES)
def test_an_untouched_stub_is_not_attempted(assignment, exercise, graders):
    path = corpus.PROJECT / "assignments" / assignment / f"{assignment}.ipynb"
    found = graders.grade(assignment, exercise, read(path).solution_cell(exercise).source)
    assert (found.status, found.score) == (Outcome.NOT_ATTEMPTED, 0.0)
