"""Every sample submission gets the verdict that its folder and its header claim."""

from collections.abc import Callable
from pathlib import Path

import pytest

from graders.engine import checks, grading
from graders.engine.outcomes import ExerciseResult, Outcome

SUBMISSIONS = Path(__file__).parent / "submissions"
SAMPLES = sorted(SUBMISSIONS.glob("*/*/*.py"))


def samples(kind: str) -> list:
    return [
        pytest.param(path, id=f"{path.parts[-3]}-{path.stem}")
        for path in SAMPLES
        if path.parts[-2] == kind
    ]


def exercise_of(path: Path) -> str:
    exercises = {check.exercise for check in checks.of_assignment(path.parts[-3])}
    return max((e for e in exercises if path.stem.startswith(f"{e}_")), key=len)


@pytest.fixture
def graded(solved, warm_process, providers) -> Callable:
    """A function that grades the one exercise that a sample solves."""

    def grade(path: Path) -> ExerciseResult:
        assignment, exercise = path.parts[-3], exercise_of(path)
        found = grading.grade(
            solved(assignment, **{exercise: path.read_text(encoding="utf-8")}),
            [c for c in checks.of_assignment(assignment) if c.exercise == exercise],
            warm_process,
            seed=grading.draw_seed(),
            points={exercise: 10.0},
            finish=False,
            providers=providers,
        )
        (result,) = found.result.exercises
        return result

    return grade


@pytest.mark.parametrize("path", samples("right"))
def test_right_solutions_get_full_marks(path, graded):
    result = graded(path)
    complaints = [check.text for check in result.checks if check.outcome is not Outcome.PASSED]
    assert not complaints
    assert result.score == 10.0


@pytest.mark.parametrize("path", samples("wrong"))
def test_wrong_solutions_are_caught_by_the_check_that_is_meant_to(path, graded):
    header = path.read_text(encoding="utf-8").partition("\n")[0]
    meant = header.removeprefix("# caught by: ").strip()
    result = graded(path)
    caught_by = {c.check: c for c in result.checks if c.outcome is not Outcome.PASSED}
    assert meant in caught_by
    assert result.score < 10.0
    assert caught_by[meant].message
    assert caught_by[meant].hint
    assert not [check for check in result.checks if "itself went wrong" in check.message]


CODING = [name for name in checks.assignments() if name != "shapes_quiz"]


@pytest.mark.parametrize("assignment", CODING)
@pytest.mark.parametrize(("kind", "count"), [("right", 5), ("wrong", 8)])
def test_every_exercise_has_samples_enough(assignment, kind, count):
    exercises = dict.fromkeys(check.exercise for check in checks.of_assignment(assignment))
    found = [exercise_of(p) for p in SAMPLES if p.parts[-3:-1] == (assignment, kind)]
    assert {e: found.count(e) for e in exercises if found.count(e) < count} == {}
