"""Answer keys: what stands in the solution regions of a source notebook, and nothing else."""

import json
from pathlib import Path

import pytest

from graders.engine import keys
from graders.engine.keys import BEGIN, END, Key, UnreadableKey
from graders.engine.notebook import UnreadableNotebook


def region(*lines: str) -> str:
    return "\n".join([BEGIN, *lines, END])


@pytest.fixture
def source(tmp_path):
    """A function that writes a source notebook of cells: pairs of grade_id and source."""

    def write(*cells: tuple[str, str], kind: str = "code") -> Path:
        raw = [
            {"cell_type": kind, "source": text, "metadata": {"nbgrader": {"grade_id": grade_id}}}
            for grade_id, text in cells
        ]
        path = tmp_path / "quiz.ipynb"
        path.write_text(json.dumps({"nbformat": 4, "cells": raw}), encoding="utf-8")
        return path

    return write


# --- what is a key ---------------------------------------------------------------------------


def test_an_answer_in_a_solution_region_is_a_key(source):
    assert keys.read(source(("layers", region('layers = "B"')))) == {"layers": Key("B")}


def test_an_explanation_belongs_to_its_wrong_answer(source):
    text = region('layers = "B"', 'layers_why = {"A": "No.", "C": "Nor that."}')
    (key,) = keys.read(source(("layers", text))).values()
    assert (key.right, key.why) == ("B", {"A": "No.", "C": "Nor that."})


def test_explanations_may_come_first(source):
    path = source(("layers", region('layers_why = {"A": "No."}', 'layers = "B"')))
    assert keys.read(path) == {"layers": Key("B", {"A": "No."})}


@pytest.mark.parametrize(
    "value",
    [(1, 24), [1, 24], {1, 3}, True, -0.5, 3, "B", None, {(2, 3): "rows"}],
    ids=str,
)
def test_any_plain_value_may_be_an_answer(source, value):
    (key,) = keys.read(source(("layers", region(f"layers = {value!r}")))).values()
    assert key.right == value
    assert type(key.right) is type(value)


def test_every_cell_has_a_key_of_its_own(source):
    cells = [("layers", region("layers = 1")), ("", "import torch"), ("axis", region("axis = 2"))]
    assert keys.read(source(*cells)) == {"layers": Key(1), "axis": Key(2)}


def test_of_two_assignments_the_last_counts(source):
    assert keys.read(source(("layers", region("layers = 1", "layers = 2")))) == {"layers": Key(2)}


def test_text_around_the_region_is_no_part_of_it(source):
    text = f"layers = 0  # Answer here\n{region('layers = 1')}\nlayers = 2"
    assert keys.read(source(("layers", text))) == {"layers": Key(1)}


# --- what is none ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "layers = 1",
        f"{BEGIN}\nlayers = 1",
        f"layers = 1\n{END}",
        f"{END}\nlayers = 1\n{BEGIN}",
        "",
    ],
)
def test_without_both_marks_in_their_order_there_is_no_key(source, text):
    assert keys.read(source(("layers", text))) == {}
    assert keys.solution_region(text) == ""


def test_a_region_is_what_stands_between_its_marks():
    assert keys.solution_region(f"a\n{BEGIN}\nb\nc\n{END}\nd") == "\nb\nc\n"


def test_the_body_of_a_function_is_no_key(source):
    body = f"def layers(x):\n    {BEGIN}\n    layers = x + 1\n    return layers\n    {END}"
    whole = region("def layers(x):", "    layers = 3", "    return layers")
    assert keys.read(source(("layers", body))) == {}
    assert keys.read(source(("layers", whole))) == {}


@pytest.mark.parametrize(
    "line",
    [
        "other = 1",
        "layers: int = 1",
        "layers += 1",
        "layers.size = 1",
        "layers[0] = 1",
        "layers, other = 1, 2",
        "(layers := 1)",
        "if True:\n    layers = 1",
        "del layers",
        "layers == 1",
        "import layers",
    ],
)
def test_another_statement_gives_no_key(source, line):
    assert keys.read(source(("layers", region(line)))) == {}


def test_what_other_names_are_given_may_be_anything(source):
    text = region("import torch", "X = torch.zeros(3)", "layers = 1", "print(X)")
    assert keys.read(source(("layers", text))) == {"layers": Key(1)}


def test_an_explanation_alone_is_no_key(source):
    assert keys.read(source(("layers", region('layers_why = {"A": "No."}')))) == {}


def test_an_answer_in_the_cell_of_another_question_is_no_key(source):
    assert keys.read(source(("axis", region("layers = 1")), ("", region("layers = 1")))) == {}


@pytest.mark.parametrize("kind", ["markdown", "raw"])
def test_only_cells_of_code_have_keys(source, kind):
    assert keys.read(source(("layers", region("layers = 1")), kind=kind)) == {}


# --- what is refused -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "value", ["torch.Size([1])", "1 + x", "len('ab')", "f'{1}'", "[i for i in (1, 2)]", "other"]
)
def test_an_answer_that_is_no_plain_value_is_refused(source, value):
    with pytest.raises(UnreadableKey, match=r"quiz\.ipynb: layers is not a plain value"):
        keys.read(source(("layers", region(f"layers = {value}"))))


@pytest.mark.parametrize("value", ["{[1]: 2}", "{[1]}"])
def test_an_answer_that_cannot_be_hashed_is_refused(source, value):
    with pytest.raises(UnreadableKey, match="layers"):
        keys.read(source(("layers", region(f"layers = {value}"))))


def test_an_explanation_that_is_no_plain_value_is_refused(source):
    path = source(("layers", region("layers = 1", "layers_why = {2: why}")))
    with pytest.raises(UnreadableKey, match="layers_why is not a plain value"):
        keys.read(path)


@pytest.mark.parametrize("value", ["'B'", "['B']", "None"])
def test_explanations_that_are_no_dictionary_are_refused(source, value):
    path = source(("layers", region("layers = 1", f"layers_why = {value}")))
    with pytest.raises(UnreadableKey, match="layers_why is not a dictionary"):
        keys.read(path)


def test_without_a_notebook_there_is_nothing_to_read(tmp_path):
    with pytest.raises(UnreadableNotebook, match="There is no notebook"):
        keys.read(tmp_path / "quiz.ipynb")
    (tmp_path / "quiz.ipynb").write_text("no notebook")
    with pytest.raises(UnreadableNotebook):
        keys.read(tmp_path / "quiz.ipynb")


def test_nothing_of_a_region_is_executed(source, tmp_path):
    made = tmp_path / "made"
    line = f"import pathlib; pathlib.Path({str(made)!r}).touch()"
    assert keys.read(source(("layers", region(line, "layers = 1")))) == {"layers": Key(1)}
    assert not made.exists()
