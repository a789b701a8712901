"""One submission, from the bytes that were handed in to marks and a graded notebook.

A pure function: no gradebook, no folder of the course. What is needed of both travels with it, so a
step runs in any process on any machine that has this package.
"""

import functools
import logging
import pickle
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
from nbformat.notebooknode import NotebookNode
from nbgrader import utils
from nbgrader.preprocessors import (
    AssignLatePenalties,
    CheckCellMetadata,
    OverwriteKernelspec,
    SaveAutoGrades,
)
from traitlets.config import Config
from traitlets.utils.importstring import import_item

from .. import keys
from ..handed_in import rebuild, stand_in, unreadable
from ..nbgrader import GradeSubmission, RestoreCells
from ..outcomes import AssignmentResult
from ..released import Release

# What these do needs a gradebook: a release brings its kernel, `recording` does the others
OF_THE_GRADEBOOK = (OverwriteKernelspec, SaveAutoGrades, AssignLatePenalties)
KNOWN = 50  # kinds of metadata of a notebook that are remembered
# A process has one warm process, which answers one at a time
_ONE_AT_A_TIME = threading.Lock()


class ProcessDied(Exception):
    """The process of a step ended on it. What else is on the way does not suffer from it; where it
    does, an executor raises `BrokenExecutor`."""


@dataclass(frozen=True)
class Course:
    """What all submissions of one assignment have in common.

    Attributes:
        assignment: Its name.
        releases: Its notebooks, by name.
        sources: The files of those with the instructor's solutions; text instead says why one
            cannot be read.
        preprocessors: nbgrader's steps as they are configured, sanitizing and autograding, by
            dotted names.
        config: Their configuration.
    """

    assignment: str
    releases: dict[str, Release]
    sources: dict[str, bytes | str]
    preprocessors: tuple[str, ...]
    config: dict[str, Any]


@dataclass(frozen=True)
class HandedIn:
    """What one student has handed in.

    Attributes:
        notebooks: The bytes of each notebook, by name; text instead says why it cannot be read.
        files: The public files beside them, by relative path.
    """

    student: str
    notebooks: dict[str, bytes | str]
    files: dict[str, bytes]


@dataclass
class GradedNotebook:
    """What came of one notebook.

    Attributes:
        text: The graded notebook, as a file has it.
        scores: The mark of each cell that has one; None where a person gives it.
        comments: Of each cell with an answer, nbgrader's remark.
        result: The verdicts of our checks.
        unreadable: Why there was nothing to grade, or "".
    """

    text: str
    scores: dict[str, float | None]
    comments: dict[str, str | None]
    result: AssignmentResult | None = None
    unreadable: str = ""


@dataclass
class Graded:
    """What came of a submission.

    Attributes:
        notebooks: By name.
        log: What there is to say to the instructor: the level, the text.
    """

    student: str
    notebooks: dict[str, GradedNotebook] = field(default_factory=dict)
    log: list[tuple[int, str]] = field(default_factory=list)


def grade(course: bytes, handed_in: HandedIn) -> Graded:
    """Grade a submission. Of several threads, one after the other does.

    Args:
        course: A pickled `Course`: of one's own making, not of a submission's.

    Raises:
        EngineError: Nothing can be graded on this machine.
        UnreadableNotebook: A source notebook cannot be read.
    """
    with _ONE_AT_A_TIME:
        pipeline = _pipeline(course)
        graded = Graded(handed_in.student)
        with pipeline.logging_to(graded.log):
            for name, data in handed_in.notebooks.items():
                graded.notebooks[name] = pipeline.run(name, data, handed_in)
    return graded


@functools.lru_cache(maxsize=4)
def _pipeline(course: bytes) -> "_Pipeline":
    return _Pipeline(pickle.loads(course))


class _Pipeline:
    """nbgrader's steps for the notebooks of one assignment, made once for many submissions."""

    def __init__(self, course: Course) -> None:
        self._course = course
        self._log = logging.Logger("graders autograde", logging.INFO)
        config = Config(course.config)
        self._steps: list[Any] = [
            made(config=config, log=self._log)
            for made in map(import_item, course.preprocessors)
            if not issubclass(made, OF_THE_GRADEBOOK)
        ]
        self._valid: set[str] = set()  # metadata that nbgrader has found to be in order
        self._source = functools.cache(
            lambda name: keys.Source(Path(f"{name}.ipynb"), course.sources[name])
        )

    def logging_to(self, lines: list[tuple[int, str]]) -> "_Listening":
        return _Listening(self._log, lines)

    def run(self, name: str, data: bytes | str, handed_in: HandedIn) -> GradedNotebook:
        release = self._course.releases[name]
        node = (
            rebuild(data, name, self._log) if isinstance(data, bytes) else stand_in(data, self._log)
        )
        if release.kernelspec:
            node.metadata["kernelspec"] = NotebookNode(release.kernelspec)
        resources = {
            "unique_key": name,
            "metadata": {"name": name},
            "nbgrader": {
                "student": handed_in.student,
                "assignment": self._course.assignment,
                "notebook": name,
            },
        }
        result, reason = None, unreadable(node)
        for step in self._steps:
            if isinstance(step, RestoreCells):
                step.restore(node, release)
            elif isinstance(step, CheckCellMetadata):
                node, resources = self._checked(step, node, resources)
            elif isinstance(step, GradeSubmission):
                result = step.grade(node, name, handed_in.files, self._source(name))
            else:
                node, resources = step(node, resources)
        text = nbformat.versions[4].writes_json(node)
        return GradedNotebook(text, *_marks(node, self._log), result, reason)

    def _checked(
        self, step: CheckCellMetadata, node: NotebookNode, resources: Any
    ) -> tuple[NotebookNode, Any]:
        """What nbgrader's step gives. It is slow, and most submissions have the same metadata."""
        found = repr([cell.metadata.get("nbgrader") for cell in node.cells])
        if found not in self._valid:
            node, resources = step(node, resources)
            if len(self._valid) < KNOWN:
                self._valid.add(found)
        return node, resources


def _marks(
    node: NotebookNode, log: logging.Logger
) -> tuple[dict[str, float | None], dict[str, str | None]]:
    """The scores and the comments that nbgrader reads out of a graded notebook."""
    scores: dict[str, float | None] = {}
    comments: dict[str, str | None] = {}
    for cell in node.cells:
        if utils.is_grade(cell):
            scores[cell.metadata.nbgrader.grade_id] = utils.determine_grade(cell, log)[0]
        if utils.is_solution(cell) or utils.is_task(cell):
            untouched = cell.metadata.nbgrader.get("checksum") == utils.compute_checksum(cell)
            said = "No response." if untouched and not utils.is_task(cell) else None
            comments[cell.metadata.nbgrader.grade_id] = said
    return scores, comments


class _Listening(logging.Handler):
    """Collects what a logger is told, for as long as it is entered."""

    def __init__(self, logger: logging.Logger, lines: list[tuple[int, str]]) -> None:
        super().__init__()
        self._logger, self._lines = logger, lines

    def emit(self, record: logging.LogRecord) -> None:
        self._lines.append((record.levelno, record.getMessage()))

    def __enter__(self) -> None:
        self._logger.addHandler(self)

    def __exit__(self, *_: object) -> None:
        self._logger.removeHandler(self)
