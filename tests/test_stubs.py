"""What is left of a solution in a student's notebook."""

import nbformat.v4 as v4
import pytest
from traitlets.config import Config

from graders.engine.keys import BEGIN, END

pytest.importorskip("nbgrader")
from graders.engine.stubs import LeaveStubs

STUB = "# Write your code here.\nraise NotImplementedError"
RESOURCES = {"language": "python", "unique_key": "x"}


@pytest.fixture
def leave() -> LeaveStubs:
    return LeaveStubs(config=Config({"ClearSolutions": {"code_stub": {"python": STUB}}}))


def cell(name: str, *lines: str, kind=v4.new_code_cell, solution: bool = True):
    grading = {"grade_id": name, "solution": solution, "grade": False, "locked": not solution}
    return kind("\n".join(lines), metadata={"nbgrader": {**grading, "schema_version": 3}})


def left(leave: LeaveStubs, name: str, *lines: str, **more) -> str:
    """The source of a cell as a student gets it."""
    found, _ = leave.preprocess_cell(cell(name, *lines, **more), RESOURCES, 1)
    return found.source


@pytest.mark.parametrize(
    "lines",
    [
        ('layers = "B"',),
        ("layers=3",),
        ("layers = (1, 24)", 'layers_why = {(24,): "No."}'),
        ('layers_why = {"A": "No."}', 'layers = "B"'),
        ("# Why: it is flattened", "layers = 24  # rows"),
        ('layers = """', "B", '"""'),
    ],
    ids=lambda lines: lines[0],
)
def test_an_answer_becomes_three_dots(leave, lines):
    assert left(leave, "layers", BEGIN, *lines, END) == "layers = ..."


def test_what_stands_around_an_answer_stays(leave):
    found = left(leave, "layers", "# Answer here", BEGIN, "layers = 3", END, "print(layers)")
    assert found == "# Answer here\nlayers = ...\nprint(layers)"


def test_three_dots_run_where_a_stub_raises(leave):
    names: dict = {}
    exec(left(leave, "layers", BEGIN, "layers = 3", END), names)
    assert names["layers"] is ...
    with pytest.raises(NotImplementedError):
        exec(left(leave, "layers", BEGIN, "def layers(): pass", END), {})


@pytest.mark.parametrize(
    "lines",
    [
        ("return x + 1",),
        ("layers = x + 1", "return layers"),
        ("for layers in x:", "    layers = 1"),
    ],
    ids=lambda lines: lines[0],
)
def test_the_body_of_a_function_becomes_the_usual_stub(leave, lines):
    body = [f"    {line}" for line in (BEGIN, *lines, END)]
    assert left(leave, "layers", "def layers(x):", '    """Count."""', *body) == (
        'def layers(x):\n    """Count."""\n'
        "    # Write your code here.\n    raise NotImplementedError"
    )


@pytest.mark.parametrize(
    "line",
    [
        "class layers:\n    pass",
        "other = 1",
        "layers_of = 1",
        "more_layers = 1",
        "# layers = 1",
        "print(layers)",
        "x.layers = 1",
        "(layers, other) = 1, 2",
    ],
)
def test_what_is_no_answer_to_the_question_becomes_the_usual_stub(leave, line):
    assert left(leave, "layers", BEGIN, *line.split("\n"), END) == STUB


def test_a_comparison_is_no_answer(leave):
    assert left(leave, "layers", BEGIN, "layers == 1", END) == STUB


def test_an_assignment_outside_of_the_region_is_no_answer(leave):
    assert left(leave, "layers", "layers = 0", BEGIN, "fill(layers)", END) == f"layers = 0\n{STUB}"


def test_a_cell_of_text_becomes_the_usual_text(leave):
    found = left(leave, "essay", "essay = an answer", kind=v4.new_markdown_cell)
    assert found == leave.text_stub
    region = left(leave, "essay", BEGIN, "essay = 1", END, kind=v4.new_markdown_cell)
    assert region == leave.text_stub


def test_a_cell_that_is_no_solution_stays_as_it_is(leave):
    source = "layers = 3\nprint(layers)"
    assert left(leave, "layers", source, solution=False) == source
    plain, _ = leave.preprocess_cell(v4.new_code_cell(source), RESOURCES, 1)
    assert plain.source == source


def test_a_cell_without_a_name_is_no_question(leave):
    assert left(leave, "", BEGIN, "= 1", END) == STUB


def test_the_next_cell_gets_the_usual_stub(leave):
    before = dict(leave.code_stub)
    for _ in range(2):
        assert left(leave, "layers", BEGIN, "layers = 3", END) == "layers = ..."
        assert leave.code_stub == before == {"python": STUB}
        assert left(leave, "net", BEGIN, "def net(): pass", END) == STUB


def test_each_question_gets_its_own_name(leave):
    for name in ("layers", "axis", "layers"):
        assert left(leave, name, BEGIN, f"{name} = 3", END) == f"{name} = ..."


@pytest.mark.parametrize("line", ["layers = 3", "return 3"])
def test_a_cell_that_cannot_be_cleared_changes_no_setting(leave, line):
    before = dict(leave.code_stub)
    with pytest.raises(RuntimeError):  # a region that begins twice
        left(leave, "layers", BEGIN, line, END, BEGIN, BEGIN, END)
    assert leave.code_stub == before
    assert left(leave, "net", BEGIN, "def net(): pass", END) == STUB
