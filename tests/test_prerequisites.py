"""A later exercise is graded on its own, with the instructor's solutions of what failed."""

import pytest

from graders.engine import checks, grading, prerequisites
from graders.engine.notebook import Cell, Notebook
from graders.engine.outcomes import Outcome

SCRATCH, BY_HAND = "linear_regression_scratch", "gradient_descent_by_hand"
WRONG = "def linreg(X, w, b):\n    return X @ w - b"
STUB = "raise NotImplementedError()"


def main_check(assignment: str, exercise: str) -> checks.Check:
    return next(c for c in checks.of_assignment(assignment) if c.exercise == exercise and c.main)


@pytest.fixture
def graded(solved, reference_of, warm_process):
    """A function that grades an assignment, other solutions in it, and gives results by exercise:
    `graded("…scratch", linreg="…")`. Without `at_hand` there are no instructor's solutions."""

    def grade(assignment: str, at_hand: bool = True, only: str = "", **solutions: str):
        found = checks.of_assignment(assignment)
        result = grading.grade(
            solved(assignment, **solutions),
            [check for check in found if check.exercise == only] if only else found,
            warm_process,
            seed=grading.draw_seed(),
            points=reference_of(assignment).points,
            finish=False,
            source=(lambda: reference_of(assignment)) if at_hand else None,
        ).result
        return {exercise.exercise: exercise for exercise in result.exercises}

    return grade


# --- what builds on what ---------------------------------------------------------------------


def test_what_an_exercise_builds_on_is_followed_down():
    assert prerequisites.of(main_check(BY_HAND, "grid_search")) == ["forward", "loss", "cost"]
    assert prerequisites.of(main_check(SCRATCH, "linreg")) == []


# --- with the instructor's solutions ---------------------------------------------------------


def test_a_wrong_function_does_not_cost_the_points_of_a_right_one_that_calls_it(graded):
    found = graded(SCRATCH, linreg=WRONG)
    assert found["linreg"].score < found["linreg"].max_score
    assert found["train"].score == found["train"].max_score


def test_nor_does_one_that_is_pasted_into_the_cell_of_the_later_one(graded, reference_of):
    train = reference_of(SCRATCH).solution_cell("train").source
    found = graded(SCRATCH, linreg=WRONG, train=f"{WRONG}\n\n{train}")
    assert found["linreg"].score < found["linreg"].max_score
    assert found["train"].score == found["train"].max_score


def test_nor_does_a_stub_or_a_cell_that_does_not_even_parse(graded):
    found = graded(SCRATCH, linreg=STUB, sgd="def sgd(params, lr, batch_size:\n    pass")
    assert found["linreg"].score == found["sgd"].score == 0.0
    assert found["train"].score == found["train"].max_score


def test_nor_does_one_further_down(graded):
    found = graded(BY_HAND, forward="def forward(x, w):\n    return x + w")
    assert found["forward"].score == 0.0
    below = ("loss", "cost", "grid_search")
    assert all(found[name].score == found[name].max_score for name in below)


def test_a_wrong_one_that_makes_up_for_another_wrong_one_is_wrong(graded, reference_of):
    sgd = "def sgd(params, lr, batch_size):\n    for p in params:\n        p.data -= lr * p.grad"
    train = reference_of(SCRATCH).solution_cell("train").source
    assert "sgd([w, b], lr, batch_size)" in train
    compensated = train.replace("sgd([w, b], lr,", "sgd([w, b], lr / batch_size,")
    found = graded(SCRATCH, sgd=sgd, train=compensated)
    assert found["train"].score == 0.0
    # also where only `train` is asked for
    assert graded(SCRATCH, only="train", sgd=sgd, train=compensated)["train"].score == 0.0


def test_functions_that_are_right_each_for_itself_are_right_together(graded, reference_of):
    sgd = (
        "def sgd(params, lr, batch_size):\n"
        "    with torch.no_grad():\n"
        "        for p in params:\n"
        "            p -= lr * p.grad / batch_size\n"
        "            p.grad = None\n"
    )
    train = (
        "def train(w, b, features, labels, lr, num_epochs, batch_size):\n"
        "    losses = []\n"
        "    for epoch in range(num_epochs):\n"
        "        for X, y in data_iter(batch_size, features, labels):\n"
        "            squared_loss(linreg(X, w, b), y).sum().backward()\n"
        "            sgd([w, b], lr, batch_size)\n"
        "            w.grad.data.zero_()\n"
        "            b.grad.data.zero_()\n"
        "        with torch.no_grad():\n"
        "            losses.append(squared_loss(linreg(features, w, b), labels).mean().item())\n"
        "    return losses\n"
    )
    found = graded(SCRATCH, sgd=sgd, train=train)
    assert {name: e.score for name, e in found.items()} == {
        name: e.max_score for name, e in found.items()
    }


def test_a_wrong_later_exercise_stays_wrong_and_nothing_of_its_worker_is_shown(graded):
    spy = (
        "import inspect\n"
        "def train(w, b, features, labels, lr, num_epochs, batch_size):\n"
        "    source = inspect.getsource(linreg)\n"
        "    print('spied', source)\n"
        "    raise ValueError('spied' + source)\n"
    )
    found = graded(SCRATCH, linreg=WRONG, train=spy)["train"]
    assert found.score == 0.0
    for check in found.checks:
        assert check.outcome is Outcome.ERROR
        assert check.message.startswith("This fails with a right `linreg` in the place of yours")
        assert "spied" not in "".join(map(str, vars(check).values()))
        assert check.compared is None


def test_a_wrong_later_exercise_is_told_its_misconception_in_our_words(graded, reference_of):
    train = reference_of(SCRATCH).solution_cell("train").source
    assert "w.grad = b.grad = None" in train
    found = graded(SCRATCH, linreg=WRONG, train=train.replace("w.grad = b.grad = None", "pass"))
    wrong = [c for c in found["train"].checks if c.outcome is not Outcome.PASSED]
    assert {c.misconception for c in wrong} == {"never_clears_the_gradients"}
    assert all(c.compared is None for c in wrong)
    assert all("right `linreg` in the place of yours, too. " in c.message for c in wrong)


def test_an_untouched_later_exercise_is_not_attempted(graded):
    found = graded(SCRATCH, linreg=WRONG, train=STUB)["train"]
    assert (found.status, found.score) == (Outcome.NOT_ATTEMPTED, 0.0)


# --- without them ----------------------------------------------------------------------------


def test_without_the_solutions_a_later_exercise_waits(graded):
    found = graded(SCRATCH, at_hand=False, linreg=WRONG, sgd=STUB)["train"]
    assert (found.status, found.score) == (Outcome.ERROR, 0.0)
    for check in found.checks:
        assert check.message == "`train` waits for a right `linreg` and `sgd`."


def test_without_the_solutions_what_is_untouched_is_not_attempted(graded):
    found = graded(SCRATCH, at_hand=False, linreg=WRONG, train=STUB)["train"]
    assert found.status is Outcome.NOT_ATTEMPTED


# --- the notebook with the instructor's cells ------------------------------------------------


def made(*cells: tuple[str, str]) -> Notebook:
    return Notebook(
        "made", [Cell(n, "code", source, name) for n, (name, source) in enumerate(cells, start=1)]
    )


def test_the_instructors_cells_stand_right_above_the_later_exercise():
    source = made(("one", "def one(): return 1"), ("two", "def two(): return one() + 1"))
    mine = made(
        ("one", "def one(): return 0"),
        ("two", "def two(): return 1 + one()"),
        ("", "def one(): return 7"),
    )
    given = prerequisites.given(mine, source, ["one"], "two")
    assert [cell.source for cell in given.cells] == [
        "def one(): return 0",
        "def one(): return 1",
        "def two(): return 1 + one()",
        "def one(): return 7",
    ]
    assert [cell.number for cell in given.cells] == [1, 2, 3, 4]
    assert given.solution_cell("one") == given.cells[0]


def test_and_below_it_where_its_cell_defines_them_too():
    source = made(("one", "def one(): return 1"), ("two", "def two(): return one() + 1"))
    mine = made(("two", "def one(): return 0\ndef two(): return 1 + one()"), ("", "two()"))
    given = prerequisites.given(mine, source, ["one"], "two")
    ours = "def one(): return 1"
    assert [cell.source for cell in given.cells] == [ours, mine.cells[0].source, ours, "two()"]


def test_where_a_cell_is_missing_there_is_no_such_notebook():
    one, two = made(("one", "def one(): return 1")), made(("two", "def two(): return 1"))
    assert prerequisites.given(one, one, ["one"], "two") is None
    assert prerequisites.given(two, two, ["one"], "two") is None
