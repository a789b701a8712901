"""Reading a submitted notebook: JSON only, nothing executed, nothing trusted.

nbformat is not imported here: it costs more than everything else that happens before the first
check. What is read is exactly what is used.
"""

import ast
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MAX_BYTES = 50 * 2**20
MAX_CELLS = 2_000
NOT_PYTHON = (SyntaxError, ValueError, RecursionError, MemoryError)  # what parsing a cell raises
MAX_PARSED = 2**20  # characters; a node of the tree takes a hundred times as much as its text


class UnreadableNotebook(Exception):
    """The file cannot be read as a notebook. The text says what to do about it."""


@dataclass(frozen=True)
class Cell:
    """One cell.

    Attributes:
        number: Its place in the notebook, counted from 1, markdown cells too.
        kind: "code", "markdown" or "raw".
        grade_id: nbgrader's name for it, or "".
        graded: Whether it is an autograder test: its score counts and students do not edit it.
        by_hand: Whether a person marks it: a cell for an answer in the learner's own words.
        tags: Those that Jupyter shows for it.
        points: What it is worth, if it is graded or marked by hand.
    """

    number: int
    kind: str
    source: str
    grade_id: str = ""
    graded: bool = False
    points: float = 0.0
    by_hand: bool = False
    tags: frozenset[str] = frozenset()


@dataclass
class Notebook:
    """A notebook, as far as grading needs it."""

    name: str
    cells: list[Cell]
    path: Path | None = None

    def check_cell(self, exercise: str) -> Cell | None:
        """The cell that checks `exercise`: nbgrader keeps the last of several, so do we."""
        found = [c for c in self.cells if c.kind == "code" and c.grade_id == f"check_{exercise}"]
        return found[-1] if found else None

    def written(self, exercise: str) -> str | None:
        """The text of the cell in which `exercise` is answered in the learner's own words."""
        found = [c.source for c in self.cells if c.by_hand and c.grade_id == exercise]
        return found[-1] if found else None

    def solution_cell(self, exercise: str) -> Cell | None:
        """The cell where `exercise` is solved, by its id, or else by what it defines."""
        codes = [c for c in self.cells if c.kind == "code"]
        by_id = [c for c in codes if c.grade_id == exercise]
        found = by_id or [c for c in codes if defines(c.source, exercise)]
        return found[-1] if found else None

    @property
    def points(self) -> dict[str, float]:
        """The points of each exercise, in the notebook's order."""
        found: dict[str, float] = {}
        for cell in self.cells:
            if cell.by_hand:
                found[cell.grade_id] = cell.points
            elif cell.graded and cell.grade_id.startswith("check_"):
                found[cell.grade_id.removeprefix("check_")] = cell.points
        return found


def defines(source: str, name: str) -> bool:
    """Whether a cell seems to define a function, a class or a variable of this name."""
    name = re.escape(name)
    # Within a line: `\s` would read all the blank lines that follow, from each of them anew
    pattern = rf"^[ \t\f]*((def|class)[ \t]+{name}\b|{name}[ \t]*(:[^=\n]*)?=(?!=))"
    return re.search(pattern, source, re.MULTILINE) is not None


def syntax(source: str) -> ast.Module | None:
    """The syntax tree of a cell. None where it is not plain Python, or so long that its tree would
    cost the grader much memory: no limits hold here, as they do around a worker."""
    if len(source) > MAX_PARSED:
        return None
    try:
        return ast.parse(source)
    except NOT_PYTHON:
        return None


def read(path: Path) -> Notebook:
    """Read the notebook at `path`.

    Raises:
        UnreadableNotebook: There is none, or it is no notebook; with the reason.
    """
    return from_json(load(path), path.stem, path)


def load(path: Path) -> Any:
    """The JSON document in the file at `path`. Raises `UnreadableNotebook`."""
    return decode(content(path), path.stem)


def content(path: Path) -> bytes:
    """What is in the file at `path`. Raises `UnreadableNotebook`."""
    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise UnreadableNotebook(f"{path} is not an ordinary file.")
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise UnreadableNotebook(
            f"There is no notebook {path.name} in {path.parent}. Has it been renamed or moved?"
        ) from None
    except OSError as error:
        raise UnreadableNotebook(f"{path} cannot be opened: {error.strerror}.") from None
    if len(data) > MAX_BYTES:
        raise UnreadableNotebook(
            f"{path.name} is larger than {MAX_BYTES // 2**20} MB. Clear its outputs and save it."
        )
    return data


def parse(data: bytes, name: str, path: Path | None = None) -> Notebook:
    """The notebook in the bytes of a file. Raises `UnreadableNotebook`."""
    return from_json(decode(data, name), name, path)


def decode(data: bytes, name: str) -> Any:
    """The JSON document in the bytes of a file. Raises `UnreadableNotebook`."""
    again = "Open it in Jupyter, save it, and hand it in again."
    if not data.strip():
        raise UnreadableNotebook(f"{name}.ipynb is empty. {again}")
    try:
        return json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UnreadableNotebook(
            f"{name}.ipynb is not UTF-8 text (byte {error.start}). {again}"
        ) from None
    except json.JSONDecodeError as error:
        raise UnreadableNotebook(
            f"{name}.ipynb is not a notebook: line {error.lineno}: {error.msg}. "
            f"It may have been cut off or merged. {again}"
        ) from None
    except (RecursionError, ValueError):
        raise UnreadableNotebook(f"{name}.ipynb is not a notebook. {again}") from None


def from_json(document: Any, name: str, path: Path | None = None) -> Notebook:
    """The notebook in a parsed JSON document. Raises `UnreadableNotebook`."""
    version = document.get("nbformat") if isinstance(document, dict) else None
    if version != 4 or not isinstance(document.get("cells"), list):
        found = f"nbformat {version}" if isinstance(version, int) else "something else"
        raise UnreadableNotebook(
            f"{name}.ipynb is {found}, not a notebook of format 4. Open it in Jupyter and save it."
        )
    if len(document["cells"]) > MAX_CELLS:
        raise UnreadableNotebook(f"{name}.ipynb has more than {MAX_CELLS:,} cells.")
    cells = [_cell(raw, number) for number, raw in enumerate(document["cells"], start=1)]
    return Notebook(name, cells, path)


def _cell(raw: Any, number: int) -> Cell:
    """One cell; what is missing or of the wrong kind is read as absent."""
    raw = raw if isinstance(raw, dict) else {}
    source = raw.get("source")
    if isinstance(source, list):
        source = "".join(line for line in source if isinstance(line, str))
    metadata = raw.get("metadata")
    metadata = metadata if isinstance(metadata, dict) else {}
    grading, tags = metadata.get("nbgrader"), metadata.get("tags")
    grading = grading if isinstance(grading, dict) else {}
    tags = tags if isinstance(tags, list) else []
    grade_id = grading.get("grade_id")
    kind = raw.get("cell_type")
    if grading.get("cell_type") in ("code", "markdown"):  # one key in Jupyter makes it another
        kind = grading["cell_type"]
    graded, solved = (grading.get(flag) is True for flag in ("grade", "solution"))
    return Cell(
        number,
        kind if kind in ("code", "markdown") else "raw",
        source if isinstance(source, str) else "",
        grade_id if isinstance(grade_id, str) else "",
        graded and not solved and kind == "code",
        _points(grading.get("points")),
        graded and solved,
        frozenset(tag for tag in tags if isinstance(tag, str)),
    )


def _points(value: Any) -> float:
    usable = isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value < 1e6
    return float(value) if usable else 0.0
