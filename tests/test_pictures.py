"""Which cells are left out where nobody sees the pictures that they draw."""

import corpus
import pytest

from graders.engine import checks, grading, pictures, warm
from graders.engine.notebook import Cell, Notebook
from graders.engine.session import Session

DRAWS = "fig, ax = plt.subplots()\nfor k in range(3):\n    ax.plot([x * k for x in xs])\nplt.show()"
PICTURE = frozenset({pictures.TAG})


def notebook(picture: str, *others: str | tuple[str, str], tags=PICTURE) -> Notebook:
    """A picture in the second cell, others around it: sources, or pairs of source and grade_id."""
    pairs = [one if isinstance(one, tuple) else (one, "") for one in others]
    first, *rest = [("import y", ""), *pairs]
    cells = [Cell(1, "code", *first), Cell(2, "code", picture, tags=tags)]
    cells += [Cell(number, "code", *pair) for number, pair in enumerate(rest, start=3)]
    return Notebook("x", cells)


@pytest.mark.parametrize("assignment", checks.assignments())
def test_the_cells_of_ours_that_draw_are_all_left_out(assignment):
    reference = corpus.reference(assignment)
    draw = {c.number for c in reference.cells if c.kind == "code" and "plt.show()" in c.source}
    assert draw
    assert pictures.unneeded(reference) == draw


@pytest.mark.parametrize(
    "other",
    [
        "print(1)",
        "for k in range(3): pass",
        "def f(xs):\n    ax = xs\n    return ax",
        "def f(xs):\n    return [k for k in xs]",
        "class C:\n    ax = 3",
        "w.ax = 3",
        "# ax",
    ],
)
def test_a_cell_that_only_draws_is_left_out(other):
    assert pictures.unneeded(notebook(DRAWS, other)) == {2}


@pytest.mark.parametrize(
    "other",
    [
        "print(k)",
        "ax.plot([1])",
        "def f():\n    return ax",
        "def f():\n    def g():\n        return k\n    return g",
        "class C:\n    x = fig",
        "f = lambda: k",
        "k += 1",
        "def f():\n    global k\n    k += 1",
        "del k",
        "%time print(k)",
        "this is not Python: k",
        ("pass", "check_k"),
        ("k = 3", "k"),
    ],
)
def test_it_runs_where_something_that_it_binds_is_used(other):
    assert pictures.unneeded(notebook(DRAWS, other)) == frozenset()


@pytest.mark.parametrize(
    "more",
    [
        "def f():\n    return 3",
        "class C: pass",
        "import numpy",
        "from numpy import *",
        "torch.pi = 3",
        "xs[0] = 3",
        "for xs[0] in [3]: pass",
        "del xs",
        "global xs",
        "xs.append(3)",
        "random.seed(3)",
        "torch.set_grad_enabled(False)",
        "exec('xs = 3')",
        "for x in xs: history.append(x)",
        "[history.append(x) for x in xs]",
        "xs and history.append(xs)",
        "%matplotlib widget",
        "1 +",
    ],
)
def test_it_runs_where_a_learner_has_made_more_of_it(more):
    assert pictures.unneeded(notebook(f"{DRAWS}\n{more}")) == frozenset()


def test_a_cell_without_the_tag_or_with_an_answer_runs():
    assert pictures.unneeded(notebook(DRAWS, tags=frozenset())) == frozenset()
    answer = Cell(1, "code", DRAWS, "k", tags=PICTURE)
    assert pictures.unneeded(Notebook("x", [answer])) == frozenset()


def test_pictures_that_use_each_other_are_left_out_together_or_not_at_all():
    second = Cell(9, "code", "again = fig\nagain.clear()", tags=PICTURE)
    both = notebook(DRAWS)
    both.cells.append(second)
    assert pictures.unneeded(both) == {2, 9}
    # What the second binds is its own: it stands alone where the first runs
    used = notebook(DRAWS, "import y", "print(fig)")
    used.cells.append(second)
    assert pictures.unneeded(used) == {9}


def test_a_name_that_a_picture_uses_counts_where_that_picture_runs():
    chain = notebook("a = 1", "import y", "print(b)")
    chain.cells.append(Cell(9, "code", "b = a", tags=PICTURE))
    assert pictures.unneeded(chain) == frozenset()


@pytest.mark.parametrize("seen", [True, False])
def test_a_session_runs_it_where_it_is_seen_and_once(warm_process, seen):
    draws = Cell(1, "code", "k = print('drawn')", tags=PICTURE)
    ends = Cell(2, "code", "import os\ndef ends():\n    os._exit(3)")
    cells = [draws, ends, Cell(3, "code", "", "check_ends"), Cell(4, "code", "print('after')")]
    session = Session(
        Notebook("x", cells),
        warm_process,
        1,
        warm.Limits(cell_seconds=10),
        None,
        grading.has_no_say,
        lambda cell: seen,
    )
    try:
        session.finish()
        assert list(session.runs) == ([1, 2, 4] if seen else [2, 4])
        session.close()  # in a second worker nobody sees it
        session.finish()
        assert list(session.runs) == ([1, 2, 4] if seen else [2, 4])
    finally:
        session.close()


def test_no_mark_depends_on_it(graders):
    """Every exercise, with and without its pictures in the worker."""
    for assignment in checks.assignments():
        plain = corpus.reference(assignment)
        without = [c for c in plain.cells if pictures.TAG not in c.tags]
        renumbered = [
            Cell(n, c.kind, c.source, c.grade_id, c.graded, c.points, c.by_hand)
            for n, c in enumerate(without, start=1)
        ]
        mine = checks.of_assignment(assignment)
        for submission in (plain, Notebook(assignment, renumbered)):
            found = graders.grading(submission, mine).result.exercises
            assert [corpus.failures(one) for one in found] == [[] for _ in found]
