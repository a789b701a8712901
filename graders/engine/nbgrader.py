"""nbgrader's door: the three pieces that `nbgrader_config.py` puts into `nbgrader autograde`.

`ReadSubmission` (the exporter) reads whatever was handed in, `RestoreCells` puts back deleted
grade cells, and `GradeSubmission` stands in the place of nbgrader's `Execute`. The gradebook, late
penalties, feedback and formgrader are nbgrader's own.
"""

import functools
import glob
import logging
import os
import socket
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, ClassVar

import nbformat
from nbconvert.exporters import NotebookExporter
from nbconvert.exporters.exporter import ResourcesDict
from nbformat.notebooknode import NotebookNode
from nbgrader.api import MissingEntry
from nbgrader.converters import Autograde
from nbgrader.preprocessors import CheckCellMetadata, NbGraderPreprocessor, OverwriteCells
from traitlets import Bool, Enum, Float, Integer, default

from . import checks, executed, gradebook, grading, interrupted, isolation, keys, notebook
from .checks import Check
from .handed_in import NOTE, note, rebuild, stand_in, unreadable
from .notebook import Cell, Notebook, UnreadableNotebook
from .oracle import WorkerOracle
from .outcomes import AssignmentResult, Outcome, assemble
from .public import public_files
from .released import Release, ReleasedCell
from .running import Providers, result
from .session import CellRun, Session
from .warm import FOR_MANY, EngineError, Limits, WarmProcess

DAY = 86_400
KNOWN = 50  # kinds of metadata that are remembered, of a whole notebook


_doors: dict[tuple[str, bool], socket.socket] = {}


def start_warm_process(isolation: str, figures: bool) -> WarmProcess:
    """A warm process that has what notebooks of a class need."""
    door = _doors.get((isolation, figures))
    return WarmProcess(preload=FOR_MANY, figures=figures, isolation=isolation, at=door)


def use_door(isolation: str, figures: bool, door: socket.socket | None) -> None:
    """Have such a warm process come from another program's, see `WarmProcess.door`."""
    if door is not None:
        _doors[isolation, figures] = door


@functools.cache
def warm_process(isolation: str = "auto", figures: bool = True) -> WarmProcess:
    """The one warm process of this program: `import torch` once, however many submissions."""
    return start_warm_process(isolation, figures)


@functools.cache
def oracle(isolation: str = "auto", figures: bool = True) -> WorkerOracle:
    """The one oracle of this program: what it has answered serves every submission."""
    return WorkerOracle(warm_process(isolation, figures))


@functools.cache
def _say_once(log: Any, level: int, text: str) -> None:
    """What is to be said of this machine, however many submissions there are."""
    log.log(level, "%s", text)


def warn_of_missing_walls(warm: WarmProcess, log: Any) -> None:
    """Say once what a submission is not kept from here."""
    text = isolation.summary(warm.missing or {})
    if text:
        _say_once(log, logging.WARNING, f"firstgrad: {text}")


class ReadSubmission(NotebookExporter):
    """Reads submissions for autograding. One that cannot be read, or is not there, is given a
    stand-in that says so, and gets its marks (none) and its feedback page like any other."""

    releases: Mapping[str, Release] = MappingProxyType({})  # of the assignment's notebooks, by name

    @default("optimistic_validation")
    def _optimistic_validation_default(self) -> bool:
        return True  # after the last step, and not after each

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if hasattr(self.parent, "assignments") and hasattr(self.parent, "coursedir"):
            self._prepare(self.parent)

    def _prepare(self, converter: Any) -> None:
        try:
            with gradebook.in_words(converter.coursedir.db_url):
                releases = _list_missing_notebooks(converter)
        except gradebook.GradebookError as error:
            self.log.error("firstgrad cannot grade here: %s", error)
            raise
        self.releases = releases
        _leave_out_what_is_no_file(converter)
        _mistrust_timestamps(converter)
        interrupted.clear(converter, releases, NOTE)
        _look_ahead(converter, releases)

    def from_filename(self, filename, resources=None, **_):
        path = Path(filename)
        handed_in = getattr(self.parent, "_sanitizing", False)
        if handed_in:
            try:
                node = rebuild(notebook.content(path), path.stem, self.log)
            except UnreadableNotebook as error:
                node = stand_in(str(error), self.log)
            node.metadata.setdefault(NOTE, NotebookNode())[interrupted.MARK] = True
        else:
            node = nbformat.versions[4].reads(path.read_text(encoding="utf-8"))  # of our making
            node.metadata.get(NOTE, {}).pop(interrupted.MARK, None)
        resources = ResourcesDict() if resources is None else resources
        resources["metadata"] = ResourcesDict(name=path.stem, path=str(path.parent))
        return self.from_notebook_node(node, resources)


def _list_missing_notebooks(converter: Any) -> dict[str, Release]:
    """Add to an autograding run the notebooks that its submissions should hold and do not. Those
    that they should hold, as they were released, by name."""
    course = converter.coursedir
    if course.notebook_id != "*":
        return {}
    with gradebook.opened(course.db_url, course.course_id) as book:
        try:
            expected = {
                one.name: Release.of(one)
                for one in book.find_assignment(course.assignment_id).notebooks
            }
        except MissingEntry:
            return {}
    pattern = course.format_path(
        course.submitted_directory, course.student_id, course.assignment_id
    )
    for folder in glob.glob(pattern):
        if os.path.isdir(folder):
            listed = converter.assignments.setdefault(folder, [])
            for name in expected:
                path = os.path.join(folder, f"{name}.ipynb")
                if path not in listed:
                    listed.append(path)
    return expected


def _leave_out_what_is_no_file(converter: Any) -> None:
    """Have nbgrader pass over links, pipes and devices in submissions. It would copy what a link
    leads to, another student's work perhaps, and it ends at the others."""
    found = []
    for folder in converter.assignments:
        for place, folders, files in os.walk(folder):
            for name in (*folders, *files):
                path = os.path.join(place, name)
                if os.path.islink(path) or not (os.path.isfile(path) or os.path.isdir(path)):
                    converter.log.warning("%s is not an ordinary file: it is left out", path)
                    # The whole path: a mere name would be left out for everybody
                    found.append(glob.escape(path))
    converter.coursedir.ignore = [*converter.coursedir.ignore, *found]


def _mistrust_timestamps(converter: Any) -> None:
    """Have nbgrader read a submission's time only from an ordinary file with a time in it. It would
    wait for a pipe for ever, and not grade what came at no time at all."""
    course, log = converter.coursedir, converter.log
    read = course.get_existing_timestamp

    def careful(folder: str) -> Any:
        path = Path(folder, "timestamp.txt")
        if not os.path.lexists(path):
            return None
        if path.is_symlink() or not path.is_file() or path.stat().st_size > 1000:
            log.warning("%s is not an ordinary file with a time in it: it is not read", path)
            return None
        try:
            return read(folder)
        except Exception as error:  # whatever nbgrader makes of it
            log.warning("%s holds no time (%s): it is not read", path, type(error).__name__)
            return None

    course.get_existing_timestamp = careful


def _look_ahead(converter: Any, releases: Mapping[str, Release]) -> None:
    """Have the next submissions graded while nbgrader is at one."""
    from .classroom import ahead, course, pool

    if type(converter).convert_notebooks is not Autograde.convert_notebooks:
        return  # `graders autograde`, which needs nothing of the kind
    ours = any(issubclass(one, GradeSubmission) for one in course.steps(converter))
    if not (releases and ours):
        return
    wanted = GradeSubmission(parent=converter)
    convert = converter.convert_notebooks

    def convert_notebooks() -> None:
        jobs = wanted.jobs or min(pool.cores(), ahead.MOST)
        with ahead.Ahead(converter, releases, jobs, wanted.isolation, wanted.figures) as more:
            converter.firstgrad_ahead = more
            convert()

    converter.convert_notebooks = convert_notebooks


class RestoreCells(OverwriteCells):
    """Puts back grade cells that a student deleted, at the end: there is no other honest place,
    and nbgrader's own search for one fails where the cell before it is gone as well."""

    @default("add_missing_cells")
    def _add_missing_cells_default(self) -> bool:
        return True

    def preprocess(self, nb, resources):
        given = resources["nbgrader"]
        known = getattr(self.parent, "releases", {})  # by `ReadSubmission`
        release = known.get(given["notebook"])
        if release is None:  # one notebook of an assignment is graded alone
            with gradebook.opened(given["db_url"]) as book:
                try:
                    release = Release.of(book.find_notebook(given["notebook"], given["assignment"]))
                except MissingEntry:
                    return nb, resources
        self.restore(nb, release)
        return nb, resources

    def restore(self, nb: NotebookNode, release: Release) -> None:
        """Make a notebook's named cells those of the release, in place."""
        released = {cell.name: cell for cell in release.cells}
        present = set()
        for cell in nb.cells:
            name = cell.metadata.get("nbgrader", {}).get("grade_id")
            if name not in released:  # renamed, or copied from another notebook
                cell.metadata.pop("nbgrader", None)
                continue
            present.add(name)
            self._restore_cell(nb, cell, released[name])
        self._put_back_given(nb, release, present)
        for one in release.cells:
            if one.name not in present and (one.grade or one.task):
                text = "It was missing in what was handed in, and is put back at the end."
                note(nb, one.name, text, self.log)
                cell = self.missing_cell_transform(
                    one, one.points, is_solution=one.solution, is_task=one.task
                )
                cell.id = f"restored-{len(nb.cells)}"
                nb.cells.append(nbformat.from_dict(cell))

    def _put_back_given(self, nb: NotebookNode, release: Release, present: set[str]) -> None:
        """Put back the code that the release gives, imports and data, where it was missing: below
        what is given before it, and else at the top, above all that may use it."""
        place = 0
        for one in release.cells:
            if one.grade or one.task or one.solution or one.cell_type != "code" or not one.locked:
                continue
            if one.name not in present:
                text = "It was missing in what was handed in, and is put back."
                note(nb, one.name, text, self.log)
                flags = {"grade": False, "solution": False, "task": False, "locked": True}
                named = {"grade_id": one.name, "cell_type": "code", "schema_version": 3}
                cell = nbformat.v4.new_code_cell(one.source, id=f"restored-{len(nb.cells)}")
                cell.metadata["nbgrader"] = NotebookNode(named | flags | {"checksum": one.checksum})
                nb.cells.insert(place, cell)
            ids = [cell.metadata.get("nbgrader", {}).get("grade_id") for cell in nb.cells]
            place = ids.index(one.name) + 1

    def _restore_cell(self, nb: NotebookNode, cell: NotebookNode, right: ReleasedCell) -> None:
        given = cell.metadata["nbgrader"]
        flags = {
            "grade": right.grade,
            "solution": right.solution,
            "task": right.task,
            "locked": right.locked,
        }
        changed = any(given[flag] != value for flag, value in flags.items())
        if right.points is not None:
            changed |= given["points"] != right.points
            given["points"] = right.points
        if changed or cell.cell_type != right.cell_type:
            text = "Its points or flags had been changed: the release's count."
            note(nb, right.name, text, self.log)
        given.update(flags, checksum=right.checksum, cell_type=right.cell_type)
        self.update_cell_type(cell, right.cell_type)
        if right.locked and cell.source != right.source:
            # Line ends of another system, or blanks around it, are no change
            if cell.source.strip().splitlines() != right.source.strip().splitlines():
                text = "Its text had been changed: the release's is back."
                note(nb, right.name, text, self.log)
            cell.source = right.source


class CheckCells(CheckCellMetadata):
    """nbgrader's check of a notebook's metadata. It takes longer than all else that nbgrader does
    to a notebook, and most submissions have the same: that is checked once."""

    _valid: ClassVar[set[str]] = set()

    def preprocess(self, nb, resources):
        found = repr([(cell.cell_type, cell.metadata.get("nbgrader")) for cell in nb.cells])
        if found not in self._valid:
            nb, resources = super().preprocess(nb, resources)
            if len(self._valid) < KNOWN:
                self._valid.add(found)
        return nb, resources


class GradeSubmission(NbGraderPreprocessor):
    """Grades a submission in place of executing it: our checks, then the instructor's own tests."""

    timeout = Integer(
        help="CPU seconds for one cell; ExecutePreprocessor.timeout if that is set, else 30",
    ).tag(config=True)
    call_timeout = Float(10.0, help="CPU seconds for one call of a graded function").tag(
        config=True
    )
    memory = Float(4.0, help="GiB of memory for a submission; 0 for no limit").tag(config=True)
    isolation = Enum(
        isolation.MODES,
        default_value="auto",
        help="What keeps a submission to itself. auto: all that this machine has; strict: refuse "
        "to grade where anything of that is missing; none: limits on resources and nothing else. "
        "`graders doctor` tells what there is.",
    ).tag(config=True)
    figures = Bool(
        True,
        help="Whether matplotlib's pictures are drawn for the feedback page; if not, cells with "
        "the tag `picture` are left out. No point depends on them, and they take a good part of "
        "a grading's time.",
    ).tag(config=True)
    jobs = Integer(
        0,
        help="How many submissions `nbgrader autograde` grades at a time: while it is at one, the "
        "next ones are graded. 1 for one after the other; 0 for as many as there are cores, but no "
        "more than nbgrader can keep up with.",
    ).tag(config=True)
    seed = Integer(-1, help="Replay the inputs of this seed; -1 draws a fresh one").tag(config=True)

    @default("timeout")
    def _timeout_default(self) -> int:
        for name in ("Execute", "ExecutePreprocessor"):
            value = self.config.get(name, {}).get("timeout", 30)
            if value != 30:
                break
        return DAY if value is None or value < 0 else value

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        student, name = (resources["nbgrader"][key] for key in ("student", "notebook"))
        converter = self.parent.parent  # above the exporter
        files = public_files(Path(resources["metadata"]["path"]))
        ahead = getattr(converter, "firstgrad_ahead", None)
        done = ahead.take(student, name, nb, files) if ahead is not None else None
        if done is not None:
            self.log.debug("%s of %s was graded ahead", name, student)
            for level, text in done.log:
                _say_once(self.log, level, text)
            graded = nbformat.versions[4].reads(done.text)
            nb.cells, nb.metadata = graded.cells, graded.metadata
            return nb, resources
        course = converter.coursedir
        folder = course.format_path(course.source_directory, ".", course.assignment_id)
        self.grade(nb, name, files, keys.Source(Path(folder) / f"{name}.ipynb"))
        return nb, resources

    def grade(
        self, nb: NotebookNode, name: str, files: Mapping[str, bytes], source: keys.Source
    ) -> AssignmentResult:
        """Grade a notebook, and write the verdicts and what its cells print into it.

        Args:
            name: Of the notebook: that of an assignment of ours, or of another.
            files: What it may read in its folder.
            source: The notebook with the instructor's solutions.

        Raises:
            EngineError: Nothing can be graded on this machine.
            UnreadableNotebook: The source notebook cannot be read.
        """
        submission = notebook.from_json(nb, name)
        mine = checks.of_assignment(name) if name in checks.assignments() else []
        mine = [check for check in mine if submission.check_cell(check.exercise)]
        seed = grading.draw_seed() if self.seed < 0 else self.seed
        reason = unreadable(nb)
        try:
            if reason:
                found = _all_in_error(mine, submission, reason)
                own: dict[int, CellRun] = {}
            else:
                found = self._grade(submission, mine, seed, files, source)
                own = self._run_own_tests(submission, mine, seed, files)
        except (EngineError, UnreadableNotebook) as error:
            self.log.error("firstgrad cannot grade here: %s", error)
            raise
        executed.fill(nb, submission, found.result.exercises, found.runs, own, seed, reason)
        nb.metadata.pop(NOTE, None)
        return found.result

    @property
    def _limits(self) -> Limits:
        memory = int(self.memory * 2**30) or None
        call = min(self.call_timeout, self.timeout)
        return Limits(cell_seconds=self.timeout, call_seconds=call, memory_bytes=memory)

    @property
    def _warm(self) -> WarmProcess:
        return warm_process(self.isolation, self.figures)

    @property
    def _oracle(self) -> WorkerOracle:
        return oracle(self.isolation, self.figures)

    def _grade(
        self,
        submission: Notebook,
        mine: list[Check],
        seed: int,
        files: Mapping[str, bytes],
        source: keys.Source,
    ) -> grading.Grading:
        try:
            return grading.grade(
                submission,
                mine,
                self._warm,
                seed=seed,
                points=submission.points,
                limits=self._limits,
                files=files,
                providers=self._providers(source),
                source=(lambda: source.notebook) if source.is_there else None,
            )
        finally:
            self._oracle.close()
            warn_of_missing_walls(self._warm, self.log)

    def _providers(self, source: keys.Source) -> Providers:
        """What quiz questions ask for: torch, and the keys in the source notebook."""

        return {
            "key": lambda check: source.key(check.exercise),
            "oracle": lambda check: self._oracle,
        }

    def _run_own_tests(
        self,
        submission: Notebook,
        mine: list[Check],
        seed: int,
        files: Mapping[str, bytes],
    ) -> dict[int, CellRun]:
        """Run the instructor's own test cells, in a worker that has nothing to do with ours."""
        ours = {f"check_{check.exercise}" for check in mine}
        own = [c for c in submission.cells if c.graded and c.grade_id not in ours]
        if not own:
            return {}

        def is_ours(cell: Cell) -> bool:
            return cell.grade_id in ours

        session = Session(
            submission, self._warm, seed, self._limits, files, is_ours, lambda cell: cell in own
        )
        try:
            session.finish()
        finally:
            session.close()
        return {cell.number: session.runs.get(cell.number, CellRun()) for cell in own}


def _all_in_error(mine: list[Check], submission: Notebook, reason: str) -> grading.Grading:
    results = [result(check, "cpu", Outcome.ERROR, reason, "notebook") for check in mine]
    name = mine[0].assignment if mine else submission.name
    weights = checks.weights(mine)
    return grading.Grading(assemble(name, results, submission.points, weights), {})
