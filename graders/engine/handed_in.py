"""A notebook as it was handed in, made anew for nbgrader: whatever it was, it can be graded.

nbgrader and nbformat end at much of what may be in a file, and at some of it for the whole class.
So cells are rebuilt of what grading needs. What was found on the way is noted: in the log for the
instructor, in the notebook for the student's page.
"""

from logging import Logger
from typing import Any

import nbformat
from nbformat.notebooknode import NotebookNode
from nbgrader.nbgraderformat import SCHEMA_VERSION

from . import notebook
from .notebook import Cell, UnreadableNotebook
from .values import writable

NOTE = "firstgrad"  # the key in a notebook's metadata under which word of it travels


def rebuild(data: bytes, name: str, log: Logger) -> NotebookNode:
    """The notebook in the bytes of a file, or a stand-in that says why it cannot be read."""
    try:
        content = notebook.decode(data, name)
        cells = notebook.from_json(content, name).cells
    except UnreadableNotebook as error:
        return stand_in(str(error), log)
    node = nbformat.v4.new_notebook()
    for cell, raw in zip(cells, content["cells"], strict=True):
        node.cells.append(_rebuilt(cell, raw))
    _keep_last_of_each_id(node, log)
    return node


def stand_in(reason: str, log: Logger) -> NotebookNode:
    """What is graded in the place of a notebook that cannot be read, or is not there."""
    log.warning("%s", reason)
    text = f"**This submission could not be graded.** {reason}"
    node = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell(text, id="unreadable")])
    node.metadata[NOTE] = NotebookNode(unreadable=reason)
    return node


def unreadable(node: NotebookNode) -> str:
    """Why it could not be read, where this is a stand-in; else ""."""
    return node.metadata.get(NOTE, {}).get("unreadable", "")


def note(node: NotebookNode, grade_id: str, text: str, log: Logger) -> None:
    """Leave word for student and instructor of what was found about a cell, or done to it."""
    log.warning("Cell %s: %s", grade_id, text)
    found = node.metadata.setdefault(NOTE, NotebookNode()).setdefault("cells", NotebookNode())
    before = found.get(grade_id, "")
    if text not in before:
        found[grade_id] = f"{before} {text}".strip()


def notes(node: NotebookNode) -> dict[str, str]:
    """The words that were left, by cell."""
    return node.metadata.get(NOTE, {}).get("cells", {})


def _rebuilt(cell: Cell, raw: Any) -> NotebookNode:
    """A cell made anew of what grading needs. nbformat's own makers validate each: that takes
    half as long as everything else that is done here."""
    made = NotebookNode(
        id=f"cell-{cell.number}",
        cell_type=cell.kind,
        metadata=NotebookNode(),
        source=writable(cell.source),
    )
    if cell.kind == "code":
        made.update(execution_count=None, outputs=[])
    if cell.grade_id:
        given = raw["metadata"]["nbgrader"]
        flags = {flag: given.get(flag) is True for flag in ("grade", "solution", "locked", "task")}
        made.metadata["nbgrader"] = NotebookNode(
            flags,
            schema_version=SCHEMA_VERSION,
            grade_id=cell.grade_id,
            points=cell.points,
            cell_type=made.cell_type,
        )
    return made


def _keep_last_of_each_id(node: NotebookNode, log: Logger) -> None:
    # nbgrader means to do this, and ends the whole run instead (0.9.6)
    seen: set[str] = set()
    for cell in reversed(node.cells):
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        if grade_id in seen:
            cell.metadata.pop("nbgrader", None)
            note(node, grade_id, "There were several of it: this one, the last, counts.", log)
        elif grade_id:
            seen.add(grade_id)
