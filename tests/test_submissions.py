"""Every sample submission gets the verdict that its folder and its header claim."""

from pathlib import Path

import pytest

from graders.engine import checks, grading
from graders.engine.outcomes import Outcome

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


def graded(path: Path, with_solution, warm_process, seed: int | None = None):
    """The results of the checks of the one exercise that a sample solves."""
    exercise = exercise_of(path)
    mine = [c for c in checks.of_assignment(path.parts[-3]) if c.exercise == exercise]
    found = grading.grade(
        with_solution(**{exercise: path.read_text(encoding="utf-8")}),
        mine,
        warm_process,
        seed=grading.draw_seed() if seed is None else seed,
        points={exercise: 10.0},
        finish=False,
    )
    (result,) = found.result.exercises
    return result


@pytest.mark.parametrize("path", samples("right"))
def test_right_solutions_get_full_marks(path, with_solution, warm_process):
    result = graded(path, with_solution, warm_process)
    complaints = [check.text for check in result.checks if check.outcome is not Outcome.PASSED]
    assert not complaints
    assert result.score == 10.0


@pytest.mark.parametrize("path", samples("wrong"))
def test_wrong_solutions_are_caught_by_the_check_that_is_meant_to(
    path, with_solution, warm_process
):
    header = path.read_text(encoding="utf-8").partition("\n")[0]
    meant = header.removeprefix("# caught by: ").strip()
    result = graded(path, with_solution, warm_process)
    caught_by = {c.check: c for c in result.checks if c.outcome is not Outcome.PASSED}
    assert meant in caught_by
    assert result.score < 10.0
    assert caught_by[meant].message
    assert caught_by[meant].hint


@pytest.mark.parametrize("exercise", ["data_iter", "linreg", "squared_loss", "sgd", "train"])
@pytest.mark.parametrize("kind", ["right", "wrong"])
def test_there_are_samples_enough(exercise, kind):
    folder = SUBMISSIONS / "linear_regression_scratch" / kind
    assert len(list(folder.glob(f"{exercise}_*.py"))) >= (8 if kind == "right" else 12)
