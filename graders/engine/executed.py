"""A graded notebook: the outputs of its cells, and the verdicts in its check cells."""

from collections.abc import Mapping

import nbformat
from nbformat.notebooknode import NotebookNode

from . import html
from .handed_in import notes
from .notebook import Notebook
from .outcomes import DECIMALS, ExerciseResult
from .session import CellRun


def fill(
    node: NotebookNode,
    submission: Notebook,
    exercises: list[ExerciseResult],
    runs: Mapping[int, CellRun],
    own: Mapping[int, CellRun],
    seed: int,
    unreadable: str,
) -> None:
    """Write outputs into the cells of a notebook.

    Args:
        submission: The same notebook, as it was graded.
        exercises: The verdicts on those that have check cells.
        runs: What the cells printed, by number.
        own: The runs of the instructor's own test cells.
        unreadable: Why nothing was graded, or "".
    """
    verdicts = {}
    for exercise in exercises:
        check_cell = submission.check_cell(exercise.exercise)
        assert check_cell is not None
        verdicts[check_cell.number] = exercise
    left = notes(node)
    for made, cell in zip(node.cells, submission.cells, strict=True):
        if made.cell_type != "code":
            continue
        if cell.number in verdicts:
            made.outputs = _verdict(verdicts[cell.number], seed)
        elif cell.number in own:
            made.outputs = _own_outputs(own[cell.number], cell.points)
        elif cell.graded and unreadable:
            made.outputs = [_error_output(unreadable)]
        else:
            run = runs.get(cell.number, CellRun())
            made.outputs = [nbformat.from_dict(output) for output in run.outputs]
        if cell.grade_id in left:
            said = {"text/plain": f"About this cell: {left[cell.grade_id]}"}
            made.outputs.insert(0, _shown(said))


def _verdict(exercise: ExerciseResult, seed: int) -> list[NotebookNode]:
    """The outputs of a check cell: what was found, laid out; then the points, for nbgrader."""
    laid_out = {
        "text/html": html.exercise(exercise, seed),
        "text/plain": html.plain(exercise, seed),
    }
    # nbgrader reads one plain decimal; "tensor(2.)" or "nan" would be full marks
    points = _shown({"text/plain": f"{exercise.score:.{DECIMALS}f}"})
    points.update(output_type="execute_result", execution_count=None)
    return [_shown(laid_out), points]


def _shown(data: dict[str, str]) -> NotebookNode:
    return nbformat.from_dict({"output_type": "display_data", "metadata": {}, "data": data})


def _own_outputs(run: CellRun, points: float) -> list[NotebookNode]:
    """An instructor's test cell: nbgrader's rules, except that a warning on stderr costs nothing
    and a score above the maximum does not end the run."""
    outputs = []
    for output in run.outputs:
        if output["output_type"] == "stream":
            output = {**output, "name": "stdout"}
        if output["output_type"] == "execute_result":
            output = _within(output, points)
        outputs.append(nbformat.from_dict(output))
    return outputs


def _within(output: dict, points: float) -> dict:
    try:
        too_much = float(output["data"]["text/plain"]) > points
    except (KeyError, TypeError, ValueError):
        return output
    if not too_much:
        return output
    return {**output, "data": {**output["data"], "text/plain": f"{points}"}}


def _error_output(text: str) -> NotebookNode:
    return nbformat.from_dict(
        {"output_type": "error", "ename": "Unreadable", "evalue": text, "traceback": [text]}
    )
