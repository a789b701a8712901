"""A notebook as it was released: what the gradebook remembers of it, in a form that can travel."""

import json
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class ReleasedCell:
    """A cell that has a name in the gradebook.

    Attributes:
        name: Its grade_id.
        cell_type: "code" or "markdown".
        checksum: nbgrader's, of the released text and flags.
        locked: Whether its text is put back, whatever a student makes of it.
        points: What it is worth; None for a cell without a mark.
        grade, solution, task: nbgrader's flags.
    """

    name: str
    cell_type: str
    source: str
    checksum: str
    locked: bool
    points: float | None
    grade: bool
    solution: bool
    task: bool


@dataclass(frozen=True)
class Release:
    """A released notebook: its named cells in their order, and its kernel."""

    cells: tuple[ReleasedCell, ...]
    kernelspec: dict | None

    @classmethod
    def of(cls, notebook: Any) -> "Release":
        """That of a notebook in the gradebook (`nbgrader.api.Notebook`)."""
        points = {cell.name: cell.max_score for cell in notebook.grade_cells}
        tasks = {cell.name: cell.max_score for cell in notebook.task_cells}
        solutions = {cell.name for cell in notebook.solution_cells}
        return cls(
            tuple(
                ReleasedCell(
                    cell.name,
                    cell.cell_type,
                    cell.source or "",
                    cell.checksum or "",
                    bool(cell.locked),
                    points.get(cell.name, tasks.get(cell.name)),
                    grade=cell.name in points,
                    solution=cell.name in solutions,
                    task=cell.name in tasks,
                )
                for cell in notebook.source_cells
            ),
            json.loads(notebook.kernelspec) if notebook.kernelspec else None,
        )
