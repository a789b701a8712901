"""The reader returns a notebook or says why there is none, whatever the file holds."""

import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from graders.engine import notebook
from graders.engine.notebook import Notebook, UnreadableNotebook


def document(*cells, **more) -> dict:
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": list(cells), **more}


def code(source="", **grading) -> dict:
    return {"cell_type": "code", "source": source, "metadata": {"nbgrader": grading}}


def check_cell(exercise: str, points=1, source="") -> dict:
    return code(source, grade=True, solution=False, grade_id=f"check_{exercise}", points=points)


def parse(content) -> Notebook:
    return notebook.parse(json.dumps(content).encode(), "hw")


def reason(data: bytes) -> str:
    with pytest.raises(UnreadableNotebook) as caught:
        notebook.parse(data, "hw")
    return str(caught.value)


# --- the file --------------------------------------------------------------------------------


def test_a_notebook_is_named_like_its_file(tmp_path):
    path = tmp_path / "hw.ipynb"
    path.write_text(json.dumps(document(code("x = 1"))))
    found = notebook.read(path)
    assert (found.name, found.path) == ("hw", path)
    assert [cell.source for cell in found.cells] == ["x = 1"]


def test_a_missing_file_is_named_with_its_folder(tmp_path):
    with pytest.raises(UnreadableNotebook, match=r"no notebook hw\.ipynb in ") as caught:
        notebook.read(tmp_path / "hw.ipynb")
    assert str(tmp_path) in str(caught.value)


def test_a_file_in_the_place_of_a_folder_is_unreadable(tmp_path):
    (tmp_path / "sub").write_text("")
    with pytest.raises(UnreadableNotebook):
        notebook.read(tmp_path / "sub" / "hw.ipynb")


@pytest.mark.parametrize("kind", ["link", "dangling link", "folder"])
def test_only_ordinary_files_are_read(tmp_path, kind):
    path = tmp_path / "hw.ipynb"
    if kind == "folder":
        path.mkdir()
    else:
        target = tmp_path / "other.ipynb"
        if kind == "link":
            target.write_text(json.dumps(document()))
        path.symlink_to(target)
    with pytest.raises(UnreadableNotebook, match="not an ordinary file"):
        notebook.read(path)


def test_a_large_file_is_refused_and_one_at_the_limit_is_read(tmp_path, monkeypatch):
    path = tmp_path / "hw.ipynb"
    data = json.dumps(document()).encode()
    path.write_bytes(data)
    monkeypatch.setattr(notebook, "MAX_BYTES", len(data))
    assert notebook.read(path).cells == []
    monkeypatch.setattr(notebook, "MAX_BYTES", len(data) - 1)
    with pytest.raises(UnreadableNotebook, match=r"larger than \d+ MB"):
        notebook.read(path)


def test_the_limit_on_size_leaves_room_for_figures():
    assert notebook.MAX_BYTES >= 20 * 2**20


# --- the text --------------------------------------------------------------------------------


@pytest.mark.parametrize("data", [b"", b" \n\t\n"])
def test_an_empty_file_is_called_empty(data):
    assert "hw.ipynb is empty" in reason(data)


def test_a_truncated_file_is_reported_with_its_line():
    text = json.dumps(document(code("x = 1"), code("y = 2")), indent=1)
    lines = text.splitlines()[:9]
    message = reason("\n".join(lines).encode())
    assert "line 9" in message
    assert "cut off" in message


def test_a_merge_conflict_is_reported_with_its_line():
    assert "line 3" in reason(b'{\n "cells": [],\n<<<<<<< HEAD\n "nbformat": 4\n}')


def test_text_that_is_not_utf8_is_reported_with_its_place():
    assert "not UTF-8 text (byte 1)" in reason(b'"\xe9"')
    assert "not UTF-8" in reason(json.dumps(document()).encode("utf-16"))


def test_a_byte_order_mark_does_no_harm():
    data = json.dumps(document(code("x = 1"))).encode("utf-8-sig")
    assert notebook.parse(data, "hw").cells[0].source == "x = 1"
    assert "not a notebook" in reason(b"\xef\xbb\xbf")


def test_deep_nesting_is_unreadable():
    assert "not a notebook" in reason(b"[" * 100_000)
    nested = b'{"nbformat": 4, "cells": [' + b"[" * 200_000 + b"]" * 200_000 + b"]}"
    assert "not a notebook" in reason(nested)


def test_a_number_of_ten_thousand_digits_is_unreadable():
    assert "not a notebook" in reason(b'{"nbformat": 4, "cells": [], "x": ' + b"1" * 10_000 + b"}")


# --- the document ----------------------------------------------------------------------------


@pytest.mark.parametrize("version", [3, 5])
def test_another_nbformat_is_named(version):
    message = reason(json.dumps(document(nbformat=version)).encode())
    assert f"nbformat {version}" in message
    assert "Jupyter" in message


@pytest.mark.parametrize(
    "content",
    [[], 4, "text", None, True, {}, {"nbformat": 4}, {"cells": []}, document(cells={"0": {}})],
)
def test_json_that_is_no_notebook_is_unreadable(content):
    assert "not a notebook of format 4" in reason(json.dumps(content).encode())


def test_too_many_cells_are_refused():
    cells = [code()] * notebook.MAX_CELLS
    assert len(parse(document(*cells)).cells) == notebook.MAX_CELLS
    with pytest.raises(UnreadableNotebook, match="more than 2,000 cells"):
        parse(document(*cells, code()))


@pytest.mark.parametrize("raw", [None, 3, "code", [], {}, {"cell_type": []}, {"cell_type": "html"}])
def test_a_malformed_cell_is_read_as_an_empty_raw_one(raw):
    before, cell, after = parse(document(code("a"), raw, code("b"))).cells
    assert (cell.kind, cell.source, cell.grade_id, cell.graded) == ("raw", "", "", False)
    assert (before.number, cell.number, after.number) == (1, 2, 3)


@pytest.mark.parametrize("source", [None, 5, {"a": 1}, True])
def test_a_source_of_the_wrong_type_is_read_as_empty(source):
    assert parse(document(code(source))).cells[0].source == ""


def test_a_source_in_lines_is_joined_without_what_is_no_text():
    assert parse(document(code(["a = 1\n", 7, None, "b = 2"]))).cells[0].source == "a = 1\nb = 2"


@pytest.mark.parametrize("metadata", [None, [], "x", {"nbgrader": None}, {"nbgrader": [1]}])
def test_metadata_of_the_wrong_type_is_read_as_absent(metadata):
    cell = parse(document({"cell_type": "code", "source": "x", "metadata": metadata})).cells[0]
    assert (cell.source, cell.grade_id, cell.graded, cell.points) == ("x", "", False, 0.0)


@pytest.mark.parametrize("grade_id", [None, 3, ["check_sgd"], {}])
def test_a_grade_id_of_the_wrong_type_is_read_as_absent(grade_id):
    assert parse(document(code(grade=True, grade_id=grade_id))).cells[0].grade_id == ""


# --- points and check cells ------------------------------------------------------------------


def test_points_come_in_the_order_of_the_notebook():
    found = parse(document(check_cell("sgd", 4), code("x"), check_cell("linreg", 2.5)))
    assert list(found.points.items()) == [("sgd", 4.0), ("linreg", 2.5)]


@pytest.mark.parametrize("points", [None, "5", True, -1, [3], float("nan"), float("inf"), 10**400])
def test_points_that_are_no_number_count_as_none(points):
    assert parse(document(check_cell("sgd", points))).points == {"sgd": 0.0}


def test_what_is_marked_by_hand_has_points_under_its_own_name():
    text = {**code(grade=True, solution=True, grade_id="why", points=2), "cell_type": "markdown"}
    found = parse(document(text, check_cell("sgd", 4)))
    assert found.points == {"why": 2.0, "sgd": 4.0}
    assert [cell.by_hand for cell in found.cells] == [True, False]
    assert found.written("why") == found.cells[0].source
    assert found.written("sgd") is None


def test_only_locked_graded_code_cells_have_points():
    solution = code(grade=False, solution=True, grade_id="check_a", points=1)
    ungraded = code(grade=False, solution=False, grade_id="check_b", points=1)
    truthy = code(grade=1, solution=False, grade_id="check_c", points=1)
    text = {**check_cell("d"), "cell_type": "markdown"}
    other = code(grade=True, solution=False, grade_id="tests", points=1)
    assert parse(document(solution, ungraded, truthy, text, other)).points == {}


def test_of_duplicated_check_cells_the_last_counts():
    found = parse(document(check_cell("sgd", 4, "first"), code("x"), check_cell("sgd", 3, "last")))
    cell = found.check_cell("sgd")
    assert cell is not None
    assert (cell.source, cell.number) == ("last", 3)
    assert found.points == {"sgd": 3.0}


def test_a_missing_check_cell_is_none():
    text = {**check_cell("linreg"), "cell_type": "markdown"}
    assert parse(document(check_cell("sgd"), text)).check_cell("linreg") is None


def test_a_solution_cell_is_found_by_its_id_before_its_text():
    found = parse(document(code("x", grade_id="sgd"), code("def sgd(params): pass")))
    assert found.solution_cell("sgd").number == 1
    found = parse(document(code("def sgd(a): pass"), code("def sgd(b): pass"), code("sgd(1)")))
    assert found.solution_cell("sgd").number == 2
    assert found.solution_cell("train") is None


@pytest.mark.parametrize(
    "source", ["f: Callable = partial(g, 1)", "x = 1\n\n\n \tdef  f ():", "f=3"]
)
def test_what_defines_a_name_is_seen(source):
    assert notebook.defines(source, "f")


@pytest.mark.parametrize(
    "source", ["f == 3", "f: int", "def\nf", "f\n= 3", "g = f = 3", "\n" * 10**6]
)
def test_what_does_not_is_not(source):
    assert not notebook.defines(source, "f")  # in time that grows with the length, not its square


def test_a_solution_cell_that_became_text_is_code_as_in_the_release():
    cell = {**code("x", grade_id="sgd", cell_type="code"), "cell_type": "markdown"}
    assert parse(document(cell)).solution_cell("sgd").source == "x"


def test_a_very_long_cell_is_not_parsed_in_the_grader():
    assert notebook.syntax("x = 1") is not None
    assert notebook.syntax("x = 1" + " " * 2**20) is None


def test_the_reference_notebook_is_worth_twenty_points(reference):
    assert reference.points == {
        "data_iter": 5.0,
        "linreg": 3.0,
        "squared_loss": 3.0,
        "sgd": 4.0,
        "train": 5.0,
    }


# --- anything --------------------------------------------------------------------------------

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4)
    ),
    max_leaves=8,
)
GRADING = st.fixed_dictionaries(
    {},
    optional={
        "grade": st.booleans() | ANYTHING,
        "solution": st.booleans() | ANYTHING,
        "grade_id": st.sampled_from(["sgd", "check_sgd", "check_"]) | ANYTHING,
        "points": st.integers() | st.floats() | ANYTHING,
    },
)
CELL = st.fixed_dictionaries(
    {},
    optional={
        "cell_type": st.sampled_from(["code", "markdown", "raw"]) | ANYTHING,
        "source": st.text(max_size=9) | st.lists(st.text(max_size=3) | ANYTHING, max_size=3),
        "metadata": st.fixed_dictionaries({"nbgrader": GRADING | ANYTHING}) | ANYTHING,
    },
)
NOTEBOOK = st.fixed_dictionaries(
    {
        "nbformat": st.sampled_from([4, 4.0, 3, True]) | ANYTHING,
        "cells": st.lists(CELL | ANYTHING, max_size=5) | ANYTHING,
    }
)


def reads_or_refuses(data: bytes) -> None:
    try:
        found = notebook.parse(data, "hw")
    except UnreadableNotebook:
        return
    assert [cell.number for cell in found.cells] == list(range(1, len(found.cells) + 1))
    for cell in found.cells:
        assert cell.kind in ("code", "markdown", "raw")
        assert isinstance(cell.source, str)
        assert isinstance(cell.grade_id, str)
        assert 0 <= cell.points < 1e6
    assert all(points >= 0 for points in found.points.values())
    found.check_cell("sgd")
    found.solution_cell("sgd")


@settings(max_examples=150, deadline=None, database=None)
@given(NOTEBOOK | ANYTHING)
@example({"nbformat": 4, "cells": [{"cell_type": {"a": 1}, "metadata": {"nbgrader": "x"}}]})
def test_any_json_is_read_or_refused(content):
    reads_or_refuses(json.dumps(content).encode())


@settings(max_examples=100, deadline=None, database=None)
@given(st.binary(max_size=60))
@example(b'{"nbformat": 4, "cells": [NaN, Infinity]}')
@example(b"\xff\xfe{\x00}\x00")
def test_any_bytes_are_read_or_refused(data):
    reads_or_refuses(data)
