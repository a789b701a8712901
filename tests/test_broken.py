"""Broken notebooks, through nbgrader's own commands: each gets the marks that it can get, and a
page that says what was found; none ends the run, and none costs another one anything."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from test_nbgrader import (
    DOORS,
    NAME,
    PROJECT,
    Graded,
    cell_of,
    marks_of,
    nbgrader,
    own_test,
    read,
    solve,
    text_cell,
)

Change = Callable[[dict], object]


def text(content: dict) -> str:
    return json.dumps(content)


def graded_cell(content: dict, exercise: str) -> dict:
    return cell_of(content, f"check_{exercise}")


def changed(change: Callable[[dict], object]) -> Change:
    """A right solution, to which something has been done."""

    def handed_in(content: dict) -> dict:
        content = solve(content)
        change(content)
        return content

    return handed_in


def grading(exercise: str, **values: object) -> Change:
    """What nbgrader knows of a check cell, edited."""
    return changed(lambda c: graded_cell(c, exercise)["metadata"]["nbgrader"].update(values))


def move_checks_to_the_top(content: dict) -> None:
    checks = [c for c in content["cells"] if "check_" in str(c["metadata"].get("nbgrader"))]
    content["cells"] = checks + [c for c in content["cells"] if c not in checks]


def many_cells(count: int) -> Change:
    return changed(
        lambda c: c["cells"].extend({**text_cell("x"), "id": f"t{n}"} for n in range(count))
    )


def output(**fields: object) -> Change:
    """An output as no kernel makes it, in the first code cell."""

    def put(content: dict) -> None:
        first = next(c for c in content["cells"] if c["cell_type"] == "code")
        first["outputs"] = [fields]

    return changed(put)


def cells(*more: object) -> Change:
    return changed(lambda c: c["cells"].extend(more))


def code_cell(source: str) -> dict:
    return {"cell_type": "code", "id": "a-code", "metadata": {}, "source": source, "outputs": []}


def deep(levels: int) -> str:
    return '{"a":' * levels + "1" + "}" * levels


# What is graded all the same, with full marks
HARMLESS: dict[str, Change] = {
    "byte_order_mark": lambda c: b"\xef\xbb\xbf" + text(solve(c)).encode(),
    "unknown_kernel": changed(
        lambda c: c["metadata"].update(kernelspec={"name": "julia-9", "display_name": "Julia"})
    ),
    "no_kernel": changed(lambda c: c.update(metadata={})),
    "another_language": changed(
        lambda c: c["metadata"].update(language_info={"name": "R", "file_extension": ".r"})
    ),
    "later_minor_version": changed(lambda c: c.update(nbformat_minor=99)),
    "no_minor_version": changed(lambda c: c.pop("nbformat_minor")),
    "huge_outputs": output(output_type="stream", name="stdout", text="x" * 20_000_000),
    "output_of_no_kind": output(output_type="poem", data=3),
    "output_that_is_nothing": changed(
        lambda c: [cell.update(outputs=[None, 3]) for cell in c["cells"] if "outputs" in cell]
    ),
    "outputs_that_are_no_list": changed(
        lambda c: [cell.update(outputs="x") for cell in c["cells"] if "outputs" in cell]
    ),
    "claimed_points": changed(
        lambda c: graded_cell(c, "sgd").update(
            outputs=[
                {
                    "output_type": "execute_result",
                    "data": {"text/plain": "1000"},
                    "metadata": {},
                    "execution_count": 1,
                }
            ]
        )
    ),
    "edited_points": grading("sgd", points=1000),
    "points_that_are_text": grading("sgd", points="all of them"),
    "negative_points": grading("sgd", points=-4),
    "points_that_are_nothing": grading("sgd", points=None),
    "unlocked_cell": grading("sgd", locked=False),
    "flipped_cell": grading("sgd", grade=False, solution=True),
    "task_cell": grading("sgd", task=True),
    "old_schema": grading("sgd", schema_version=1),
    "later_schema": grading("sgd", schema_version=99),
    "no_schema": changed(
        lambda c: graded_cell(c, "sgd")["metadata"]["nbgrader"].pop("schema_version")
    ),
    "edited_checksum": grading("sgd", checksum="0"),
    "cell_type_of_a_solution": changed(lambda c: cell_of(c, "sgd").update(cell_type="raw")),
    "no_setup": changed(lambda c: c["cells"].remove(cell_of(c, "setup"))),
    "no_setup_and_no_data": changed(
        lambda c: [c["cells"].remove(cell_of(c, name)) for name in ("setup", "data")]
    ),
    "line_ends_of_windows": changed(
        lambda c: [x.update(source="".join(x["source"]).replace("\n", "\r\n")) for x in c["cells"]]
    ),
    "a_cell_of_three_million_characters": cells(code_cell("x = '" + "0" * 3_000_000 + "'")),
    "blank_lines_without_end": cells(code_cell("\n" * 300_000)),
    "cell_type_of_a_check": changed(lambda c: graded_cell(c, "sgd").update(cell_type="markdown")),
    "edited_check": changed(lambda c: graded_cell(c, "sgd").update(source="4.0")),
    "renamed_check": grading("sgd", grade_id="check_mine"),
    "grade_id_that_is_no_text": grading("sgd", grade_id=["check_sgd"]),
    "doubled_check": changed(lambda c: c["cells"].append({**graded_cell(c, "sgd"), "id": "b"})),
    "doubled_solution": changed(
        lambda c: c["cells"].insert(0, {**cell_of(c, "sgd"), "source": "# mine"})
    ),
    "doubled_ids": changed(lambda c: [cell.update(id="same") for cell in c["cells"]]),
    "no_ids": changed(lambda c: [cell.pop("id", None) for cell in c["cells"]]),
    "ids_that_are_no_ids": changed(lambda c: [cell.update(id="a b/ü") for cell in c["cells"]]),
    "null_cell": cells(None),
    "cell_that_is_text": cells("import os"),
    "cell_of_an_unknown_kind": cells({"cell_type": "poem", "metadata": {}, "source": "x"}),
    "cell_without_anything": cells({}),
    "null_source": cells({"cell_type": "code", "metadata": {}, "source": None, "outputs": []}),
    "null_metadata": cells({"cell_type": "markdown", "metadata": None, "source": "x"}),
    "metadata_that_is_a_list": cells({"cell_type": "markdown", "metadata": [1], "source": "x"}),
    "json_on_the_page": cells(
        code_cell(
            "x = []\nfor _ in range(600):\n    x = [x]\n"
            "from IPython.display import display\n"
            "display({'application/json': x, 'image/\\ud800': 'x'}, raw=True)"
        )
    ),
    "attachments": cells({**text_cell("![x](attachment:x)"), "attachments": {"x": 3}}),
    "foreign_task": cells(own_test("check_more", 100, "100")),
    "fifteen_hundred_cells": many_cells(1_500),
    "zero_bytes_in_a_source": cells(text_cell("a \0 b")),
    "controls_in_a_source": cells(text_cell("\x1b[2J \x07 \u202e")),
}
# What cannot be read: no marks, and a page with the reason. The words are part of it
UNREADABLE: dict[str, tuple[Change, str]] = {
    "empty": (lambda c: b"", "is empty"),
    "blank": (lambda c: b" \n\n", "is empty"),
    "truncated": (lambda c: text(solve(c))[:3000], "cut off"),
    "no_json": (lambda c: "My homework", "is not a notebook"),
    "conflict": (lambda c: "<<<<<<< HEAD\n" + text(c), "merged"),
    "latin": (lambda c: text(solve(c)).replace("# ", "# \xfc").encode("latin-1"), "is not UTF-8"),
    "utf_16": (lambda c: text(solve(c)).encode("utf-16"), "is not UTF-8"),
    "format_3": (lambda c: {"nbformat": 3, "worksheets": []}, "nbformat 3"),
    "format_5": (lambda c: {**solve(c), "nbformat": 5}, "nbformat 5"),
    "a_list": (lambda c: [], "not a notebook"),
    "null": (lambda c: "null", "not a notebook"),
    "cells_that_are_none": (lambda c: {**c, "cells": None}, "not a notebook"),
    "deeply_nested": (lambda c: deep(200_000), "is not a notebook"),
    "a_number_without_end": (lambda c: "9" * 100_000, "not a notebook"),
    "five_thousand_cells": (many_cells(5_000), "more than 2,000 cells"),
    "too_large": (lambda c: b" " * (51 * 2**20), "larger than 50 MB"),
}


def hand_in(home: Path, content: object) -> None:
    home.mkdir(parents=True)
    data = content if isinstance(content, (bytes, str)) else json.dumps(content)
    data = data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass")
    (home / f"{NAME}.ipynb").write_bytes(data)


def odd_places(submitted: Path, right: dict) -> None:
    """What stands where a notebook should stand, or beside it, and is none."""
    for student in ("link", "folder", "pipe", "extra_files", "strange_names"):
        hand_in(submitted / student / NAME, right)
    path = submitted / "link" / NAME / f"{NAME}.ipynb"
    path.unlink()
    path.symlink_to("/etc/passwd")
    path = submitted / "folder" / NAME / f"{NAME}.ipynb"
    path.unlink()
    path.mkdir()
    path = submitted / "pipe" / NAME / f"{NAME}.ipynb"
    path.unlink()
    os.mkfifo(path)
    home = submitted / "extra_files" / NAME
    for name in ("conftest.py", "torch.py", "sitecustomize.py", "nbgrader_config.py", "graders.py"):
        (home / name).write_text("raise SystemExit('shadowed')")
    (home / "dangling").symlink_to(home / "nowhere")
    (home / "loop").symlink_to(home)
    (home / "theirs.csv").symlink_to(submitted / "a_right" / NAME / f"{NAME}.ipynb")
    os.mkfifo(home / "pipe.csv")
    (home / "helper.csv").symlink_to(home / "nowhere")
    for student in ("their_helper", "time_in_a_pipe", "time_of_no_time", "time_in_a_link"):
        hand_in(submitted / student / NAME, right)
    (submitted / "their_helper" / NAME / "helper.csv").write_text("1,2")
    os.mkfifo(submitted / "time_in_a_pipe" / NAME / "timestamp.txt")
    (submitted / "time_of_no_time" / NAME / "timestamp.txt").write_bytes(b"tomorrow \xff")
    (submitted / "time_in_a_link" / NAME / "timestamp.txt").symlink_to("/dev/zero")
    home = submitted / "strange_names" / NAME
    for name in ("new\nline.csv", "-rf", "ü" * 60, "a;b|c&d", "\udcff.csv", "*.ipynb", "x.ipynb"):
        (home / name).write_text("{}")
    # One name, once they are text: of a file, and of a folder
    (home / "?").write_text("{}")
    (home / "\udcff").mkdir()
    (home / "\udcff" / "more.csv").write_text("1,2")


@pytest.fixture(scope="module", params=DOORS)
def course(request, tmp_path_factory) -> Graded:
    folder = tmp_path_factory.mktemp("broken") / "course"
    (folder / "solutions" / NAME).mkdir(parents=True)
    for name in ("nbgrader_config.py", f"solutions/{NAME}/{NAME}.ipynb"):
        (folder / name).write_bytes((PROJECT / name).read_bytes())
    nbgrader(folder, "generate_assignment", NAME)
    release = folder / "assignments" / NAME / f"{NAME}.ipynb"
    changes = {**HARMLESS, **{name: change for name, (change, _) in UNREADABLE.items()}}
    changes["moved_cells"] = changed(move_checks_to_the_top)
    for student, change in {"a_right": solve, **changes, "z_right": solve}.items():
        hand_in(folder / "submitted" / student / NAME, change(read(release)))
    odd_places(folder / "submitted", solve(read(release)))
    done = nbgrader(folder, "autograde", NAME, ok=False, door=request.param)
    nbgrader(folder, "generate_feedback", NAME, ok=False)
    found = Graded(request.param, folder, done.stdout + done.stderr, marks_of(folder))
    assert done.returncode == 0, found.log[-5000:]
    return found


def score(course: Graded, student: str) -> float:
    return sum(course.marks[student].values())


@pytest.mark.parametrize("student", ["a_right", "z_right", *HARMLESS])
def test_what_is_right_has_its_marks_whatever_is_broken_beside_it(course, student):
    assert score(course, student) == 20


@pytest.mark.parametrize(
    ("student", "words"),
    [
        ("edited_points", "Its points or flags had been changed"),
        ("flipped_cell", "Its points or flags had been changed"),
        ("renamed_check", "It was missing in what was handed in"),
        ("edited_check", "Its text had been changed"),
        ("doubled_check", "There were several of it"),
    ],
)
def test_what_was_found_is_said_to_student_and_instructor(course, student, words):
    assert words in course.page(student)
    assert f"Cell check_sgd: {words}" in course.log


def test_what_the_release_gives_is_back_in_its_place(course):
    path = course.folder / "autograded" / "no_setup_and_no_data" / NAME / f"{NAME}.ipynb"
    first, second = read(path)["cells"][:2]
    assert [c["metadata"]["nbgrader"]["grade_id"] for c in (first, second)] == ["setup", "data"]
    assert "Cell setup: It was missing in what was handed in" in course.log


def test_a_cell_that_is_too_long_is_called_that(course):
    assert "more than 2,097,152 characters" in course.page("a_cell_of_three_million_characters")


def test_a_doubled_solution_is_said_as_well(course):
    assert "About this cell: There were several of it" in course.page("doubled_solution")


def test_of_what_is_as_it_should_be_nothing_is_said(course):
    assert "About this cell" not in course.page("a_right")
    assert "About this cell" not in course.page("line_ends_of_windows")


@pytest.mark.parametrize("student", UNREADABLE)
def test_what_cannot_be_read_has_no_marks_and_a_page_with_the_reason(course, student):
    assert score(course, student) == 0
    assert UNREADABLE[student][1] in course.page(student)


@pytest.mark.parametrize("student", ["link", "folder", "pipe"])
def test_what_stands_in_the_place_of_a_notebook_is_not_read(course, student):
    assert score(course, student) == 0
    assert "not an ordinary file" in course.page(student)
    assert "root:" not in course.page(student)


def test_checks_that_were_moved_above_the_solutions_say_so(course):
    assert score(course, "moved_cells") == 0
    assert "stands below its check cell" in " ".join(course.page("moved_cells").split())


@pytest.mark.parametrize(
    "student",
    ["extra_files", "strange_names", "time_in_a_pipe", "time_of_no_time", "time_in_a_link"],
)
def test_what_lies_beside_a_notebook_costs_nothing(course, student):
    assert score(course, student) == 20


def test_what_a_link_leads_to_is_not_handed_to_a_submission(course):
    names = {path.name for path in (course.folder / "autograded" / "extra_files" / NAME).iterdir()}
    assert not names & {"theirs.csv", "dangling", "loop", "pipe.csv"}
    assert "torch.py" in names
    assert (course.folder / "autograded" / "their_helper" / NAME / "helper.csv").is_file()


def test_everybody_is_in_the_gradebook_and_no_traceback_of_ours_in_the_log(course):
    expected = {path.name for path in (course.folder / "submitted").iterdir()}
    assert set(course.marks) == expected
    assert "Traceback" not in course.log


def test_pytest_says_the_same_of_what_cannot_be_read(course):
    path = course.folder / "submitted" / "truncated" / NAME / f"{NAME}.ipynb"
    done = subprocess.run(
        ["pytest", "graders/", "--submission", str(path), "-k", "sgd", "-p", "no:cacheprovider"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 1
    assert "cut off" in " ".join(done.stdout.split())
