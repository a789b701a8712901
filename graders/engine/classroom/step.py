"""One submission, from the bytes that were handed in to marks and a graded notebook.

A pure function: no gradebook, no folder of the course. What is needed of both travels with it, so a
step runs in any process on any machine that has this package.
"""

import functools
import hashlib
import json
import logging
import pickle
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
from nbformat.notebooknode import NotebookNode
from nbgrader import utils
from nbgrader.preprocessors import AssignLatePenalties, OverwriteKernelspec, SaveAutoGrades
from traitlets.config import Config
from traitlets.utils.importstring import import_item

from .. import keys
from ..handed_in import NOTE, rebuild, stand_in, unreadable
from ..nbgrader import GradeSubmission, RestoreCells
from ..outcomes import AssignmentResult
from ..released import Release

# What these do needs a gradebook: a release brings its kernel, `recording` does the others
OF_THE_GRADEBOOK = (OverwriteKernelspec, SaveAutoGrades, AssignLatePenalties)
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


@dataclass(frozen=True)
class Half:
    """What came of one notebook, up to the step that grades.

    Attributes:
        basis: What this follows from, see `basis_of`.
        text: The notebook with its verdicts, as a file has it; nbgrader's later steps are to come.
        log: What the grading has said to the instructor: the level, the text.
    """

    basis: str
    text: str
    log: list[tuple[int, str]]


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


def grade_half(course: bytes, handed_in: HandedIn) -> dict[str, Half]:
    """Take a submission's notebooks up to the step that grades, by name; see `grade`."""
    with _ONE_AT_A_TIME:
        pipeline = _pipeline(course)
        return {
            name: pipeline.half(name, data, handed_in) for name, data in handed_in.notebooks.items()
        }


def basis_of(node: NotebookNode, files: Mapping[str, bytes]) -> str:
    """A mark of what a verdict follows from, apart from the inputs: the cells of a notebook, what
    has been noted about them, and the files beside it."""
    cells = [{**cell, "outputs": None, "execution_count": None} for cell in node.cells]
    metadata = {key: value for key, value in node.metadata.items() if key != NOTE or value}
    digest = hashlib.sha256(json.dumps([cells, metadata], sort_keys=True).encode())
    for path, content in sorted(files.items()):
        digest.update(json.dumps([path, len(content)]).encode() + content)
    return digest.hexdigest()


@functools.lru_cache(maxsize=4)
def _pipeline(course: bytes) -> "_Pipeline":
    return _Pipeline(pickle.loads(course))


class _Pipeline:
    """nbgrader's steps for the notebooks of one assignment, made once for many submissions."""

    def __init__(self, course: Course) -> None:
        self._course = course
        self._log = logging.Logger("graders autograde", logging.INFO)
        config = Config(course.config)
        steps: list[Any] = [
            made(config=config, log=self._log)
            for made in map(import_item, course.preprocessors)
            if not issubclass(made, OF_THE_GRADEBOOK)
        ]
        at = next(n for n, step in enumerate(steps) if isinstance(step, GradeSubmission))
        self._before, self._ours, self._after = steps[:at], steps[at], steps[at + 1 :]
        self._source = functools.cache(
            lambda name: keys.Source(Path(f"{name}.ipynb"), course.sources[name])
        )

    def logging_to(self, lines: list[tuple[int, str]]) -> "_Listening":
        return _Listening(self._log, lines)

    def run(self, name: str, data: bytes | str, handed_in: HandedIn) -> GradedNotebook:
        node, resources = self._begun(name, data, handed_in)
        reason = unreadable(node)
        result = self._ours.grade(node, name, handed_in.files, self._source(name))
        node, _ = self._through(self._after, name, node, resources)
        text = nbformat.versions[4].writes_json(node)
        return GradedNotebook(text, *_marks(node, self._log), result, reason)

    def half(self, name: str, data: bytes | str, handed_in: HandedIn) -> Half:
        node, _ = self._begun(name, data, handed_in)
        basis = basis_of(node, handed_in.files)
        log: list[tuple[int, str]] = []
        with self.logging_to(log):
            self._ours.grade(node, name, handed_in.files, self._source(name))
        return Half(basis, nbformat.versions[4].writes_json(node), log)

    def _begun(self, name: str, data: bytes | str, handed_in: HandedIn) -> tuple[NotebookNode, Any]:
        """A notebook as it is when it is graded, and nbgrader's word about it."""
        node = (
            rebuild(data, name, self._log) if isinstance(data, bytes) else stand_in(data, self._log)
        )
        kernelspec = self._course.releases[name].kernelspec
        if kernelspec:
            node.metadata["kernelspec"] = NotebookNode(kernelspec)
        resources = {
            "unique_key": name,
            "metadata": {"name": name},
            "nbgrader": {
                "student": handed_in.student,
                "assignment": self._course.assignment,
                "notebook": name,
            },
        }
        return self._through(self._before, name, node, resources)

    def _through(
        self, steps: Sequence[Any], name: str, node: NotebookNode, resources: Any
    ) -> tuple[NotebookNode, Any]:
        for step in steps:
            if isinstance(step, RestoreCells):
                step.restore(node, self._course.releases[name])
            else:
                node, resources = step(node, resources)
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
