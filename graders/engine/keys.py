"""Answer keys of conceptual questions: read from the solution regions of the source notebook.

They are nowhere else: not in `graders/`, not in `assignments/`, not in a worker. Where there is no
source notebook, as on a student's machine, there are no keys, and an instructor marks.
"""

import ast
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from . import notebook
from .warm import EngineError

BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"
WHY = (
    "_why"  # `layers = "B"` is the answer to `layers`, `layers_why` says what is wrong with others
)


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


def read(path: Path) -> dict[str, Key]:
    """The keys in a source notebook, by question.

    Raises:
        UnreadableNotebook: There is none, or it is no notebook.
        UnreadableKey: A solution region that assigns to its question does not do so with a
            plain value.
    """
    found: dict[str, Key] = {}
    for cell in notebook.read(path).cells:
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
