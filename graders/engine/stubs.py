"""What nbgrader leaves in a student's notebook in the place of a solution."""

import re

from nbformat.notebooknode import NotebookNode
from nbgrader.preprocessors import ClearSolutions

from .keys import solution_region


class LeaveStubs(ClearSolutions):
    """nbgrader's own, but a quiz answer becomes `name = ...`: an open question should not stop
    the notebook, as the exception of a stub does."""

    def preprocess_cell(self, cell: NotebookNode, resources, cell_index):
        usual = self.code_stub  # type: ignore[has-type]
        name = cell.metadata.get("nbgrader", {}).get("grade_id", "")
        answer = rf"^{re.escape(name)}\s*=(?!=)"
        if name and re.search(answer, solution_region(cell.source), re.MULTILINE):
            self.code_stub = {**usual, "python": f"{name} = ..."}
        try:
            return super().preprocess_cell(cell, resources, cell_index)
        finally:
            self.code_stub = usual
