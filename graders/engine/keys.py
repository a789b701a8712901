"""Answer keys of questions: read from the solution regions of a source notebook.

Those of conceptual questions are nowhere else: not in `graders/`, not in `assignments/`, not in a
worker. Where there is no source notebook, as on a student's machine, an instructor marks.
"""

import ast
import functools
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from . import notebook
from .notebook import Notebook, UnreadableNotebook
from .warm import EngineError

BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"
# `layers = "B"` is the answer to `layers`, `layers_why` says what is wrong with others
WHY = "_why"


class UnreadableKey(EngineError):
    """The source notebook holds no proper answer to a question. The text says what is wrong."""


@dataclass(frozen=True)
class Key:
    """The answer to a question.

    Attributes:
        right: The right answer, as the solution region has it.
        why: For each wrong answer a sentence that names the wrong idea behind it.
    """

    right: Any
    why: dict[Any, str] = field(default_factory=dict)


class Source:
    """The source notebook of an assignment, which only the grading process may read.

    Args:
        path: Where it is, or should be.
        data: What is in it, where the file itself may be on another machine; text instead says
            why it cannot be read. None to look.
    """

    def __init__(self, path: Path, data: bytes | str | None = None) -> None:
        self.path, self._data = path, data

    @property
    def is_there(self) -> bool:
        return self.path.is_file() if self._data is None else isinstance(self._data, bytes)

    @functools.cached_property
    def notebook(self) -> Notebook:
        """The notebook, with the instructor's solutions. Raises `UnreadableNotebook`."""
        if self._data is None:
            return notebook.read(self.path)
        if isinstance(self._data, str):
            raise UnreadableNotebook(self._data)
        return notebook.parse(self._data, self.path.stem, self.path)

    @functools.cached_property
    def keys(self) -> dict[str, Key]:
        """The keys in it, by question. Raises as `read` does."""
        return in_notebook(self.notebook)

    def key(self, question: str) -> Key:
        """The key of one question.

        Raises:
            UnreadableKey: There is none, or none that can be used.
        """
        try:
            return self.keys[question]
        except (KeyError, UnreadableNotebook) as error:
            reason = f"{question} is not in it" if type(error) is KeyError else error
            raise UnreadableKey(
                f"the source notebook of {self.path.stem} holds the answer key, and {reason}"
            ) from None


def read(path: Path) -> dict[str, Key]:
    """The keys in a source notebook, by question.

    Raises:
        UnreadableNotebook: There is none, or it is no notebook.
        UnreadableKey: A solution region that assigns to its question does not do so with a
            plain value.
    """
    return in_notebook(notebook.read(path))


def in_notebook(source: Notebook) -> dict[str, Key]:
    """The same of a notebook that has been read. Raises `UnreadableKey`."""
    path = source.path or Path(source.name)
    found: dict[str, Key] = {}
    for cell in source.cells:
        values = _assigned(solution_region(cell.source), cell.grade_id, path)
        if cell.kind == "code" and cell.grade_id in values:
            why = values.get(cell.grade_id + WHY, {})
            if not isinstance(why, dict):
                raise UnreadableKey(f"{path}: {cell.grade_id}{WHY} is not a dictionary.")
            found[cell.grade_id] = Key(values[cell.grade_id], why)
    return found


def solution_region(source: str) -> str:
    """What stands between the marks of a solution region, or ""."""
    _, begin, rest = source.partition(BEGIN)
    region, end, _ = rest.partition(END)
    return region if begin and end else ""


def _assigned(region: str, question: str, path: Path) -> dict[str, Any]:
    """The plain values that a region gives to `question` and to its explanations."""
    try:
        body = ast.parse(region).body
    except SyntaxError:  # code that is indented: the body of a function, so no answer
        return {}
    values: dict[str, Any] = {}
    for statement in body:
        match statement:
            case ast.Assign(targets=[ast.Name(id=name)]) if name in (question, question + WHY):
                try:
                    values[name] = ast.literal_eval(statement.value)
                except (TypeError, ValueError, RecursionError):
                    raise UnreadableKey(f"{path}: {name} is not a plain value.") from None
    return values
