"""nbgrader's door: the three pieces that `nbgrader_config.py` puts into `nbgrader autograde`.

`ReadSubmission` (the exporter) reads whatever was handed in, `RestoreCells` puts back deleted
grade cells, and `GradeSubmission` stands in the place of nbgrader's `Execute`. The gradebook, late
penalties, feedback and formgrader are nbgrader's own.
"""

import functools
import glob
import json
import os
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import NotebookExporter
from nbconvert.exporters.exporter import ResourcesDict
from nbformat.notebooknode import NotebookNode
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.nbgraderformat import SCHEMA_VERSION
from nbgrader.preprocessors import NbGraderPreprocessor, OverwriteCells
from traitlets import Enum, Float, Integer, default

from . import checks, grading, html, interrupted, isolation, keys, notebook
from .checks import Check
from .notebook import Cell, Notebook, UnreadableNotebook
from .oracle import WorkerOracle
from .outcomes import DECIMALS, ExerciseResult, Outcome, assemble
from .running import Providers, result
from .session import CellRun, Session
from .values import writable
from .warm import FOR_MANY, EngineError, Limits, WarmProcess

NOTE = "firstgrad"  # the key in a notebook's metadata under which a reading problem travels
DAY = 86_400


@functools.cache
def warm_process(isolation: str = "auto") -> WarmProcess:
    """The one warm process of this program: `import torch` once, however many submissions."""
    return WarmProcess(preload=FOR_MANY, figures=True, isolation=isolation)


@functools.cache
def oracle(isolation: str = "auto") -> WorkerOracle:
    """The one oracle of this program: what it has answered serves every submission."""
    return WorkerOracle(warm_process(isolation))


@functools.cache
def warn_of_missing_walls(warm: WarmProcess, log: Any) -> None:
    """Say once what a submission is not kept from here."""
    text = isolation.summary(warm.missing or {})
    if text:
        log.warning("firstgrad: %s", text)


class ReadSubmission(NotebookExporter):
    """Reads submissions for autograding. One that cannot be read, or is not there, is given a
    stand-in that says so, and gets its marks (none) and its feedback page like any other."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if hasattr(self.parent, "assignments") and hasattr(self.parent, "coursedir"):
            expected = _list_missing_notebooks(self.parent)
            _leave_out_what_is_no_file(self.parent)
            _mistrust_timestamps(self.parent)
            interrupted.clear(self.parent, expected, NOTE)

    def from_filename(self, filename, resources=None, **_):
        path = Path(filename)
        handed_in = getattr(self.parent, "_sanitizing", False)
        if handed_in:
            node = _read(path, self.log)
            node.metadata.setdefault(NOTE, NotebookNode())[interrupted.MARK] = True
        else:
            node = nbformat.read(path, as_version=4)
            node.metadata.get(NOTE, {}).pop(interrupted.MARK, None)
        resources = ResourcesDict() if resources is None else resources
        resources["metadata"] = ResourcesDict(name=path.stem, path=str(path.parent))
        return self.from_notebook_node(node, resources)


def _list_missing_notebooks(converter: Any) -> list[str]:
    """Add to an autograding run the notebooks that its submissions should hold and do not. The
    names of those that they should hold."""
    course = converter.coursedir
    if course.notebook_id != "*":
        return []
    with Gradebook(course.db_url, course.course_id) as gradebook:
        try:
            expected = [n.name for n in gradebook.find_assignment(course.assignment_id).notebooks]
        except MissingEntry:
            return []
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


def _read(path: Path, log: Any) -> NotebookNode:
    """The notebook at `path`, or a stand-in that says why it cannot be read."""
    try:
        content = notebook.load(path)
        cells = notebook.from_json(content, path.stem).cells
    except UnreadableNotebook as error:
        log.warning("%s", error)
        text = f"**This submission could not be graded.** {error}"
        stand_in = nbformat.v4.new_notebook(
            cells=[nbformat.v4.new_markdown_cell(text, id="unreadable")]
        )
        stand_in.metadata[NOTE] = {"unreadable": str(error)}
        return stand_in
    node = nbformat.v4.new_notebook()
    for cell, raw in zip(cells, content["cells"], strict=True):
        node.cells.append(_rebuilt(cell, raw))
    _keep_last_of_each_id(node, log)
    return node


def _rebuilt(cell: Cell, raw: Any) -> NotebookNode:
    """A cell made anew of what grading needs: nbgrader and nbformat end at much of what else may
    be in one, and some of it ends the run for the whole class."""
    make = {
        "code": nbformat.v4.new_code_cell,
        "markdown": nbformat.v4.new_markdown_cell,
        "raw": nbformat.v4.new_raw_cell,
    }[cell.kind]
    made = make(writable(cell.source), id=f"cell-{cell.number}")
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


def _keep_last_of_each_id(node: NotebookNode, log: Any) -> None:
    # nbgrader means to do this, and ends the whole run instead (0.9.6)
    seen: set[str] = set()
    for cell in reversed(node.cells):
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        if grade_id in seen:
            cell.metadata.pop("nbgrader", None)
            _note(node, grade_id, "There were several of it: this one, the last, counts.", log)
        elif grade_id:
            seen.add(grade_id)


def _note(nb: NotebookNode, grade_id: str, text: str, log: Any) -> None:
    """Leave word for student and instructor of what was found about a cell, or done to it."""
    log.warning("Cell %s: %s", grade_id, text)
    notes = nb.metadata.setdefault(NOTE, NotebookNode()).setdefault("cells", NotebookNode())
    before = notes.get(grade_id, "")
    if text not in before:
        notes[grade_id] = f"{before} {text}".strip()


class RestoreCells(OverwriteCells):
    """Puts back grade cells that a student deleted, at the end: there is no other honest place,
    and nbgrader's own search for one fails where the cell before it is gone as well."""

    @default("add_missing_cells")
    def _add_missing_cells_default(self) -> bool:
        return True

    def preprocess(self, nb, resources):
        """Make the cells' ids and flags those of the source first: nbgrader ends at others."""
        given = resources["nbgrader"]
        with Gradebook(given["db_url"]) as gradebook:
            try:
                source = gradebook.find_notebook(given["notebook"], given["assignment"])
            except MissingEntry:
                return super().preprocess(nb, resources)
            graded = {cell.name for cell in source.grade_cells}
            solved = {cell.name for cell in source.solution_cells}
            by_hand = {cell.name for cell in source.task_cells}
            locked = {cell.name: cell.locked for cell in source.source_cells}
            released = {cell.name: cell.source or "" for cell in source.source_cells}
            points = {cell.name: cell.max_score for cell in source.grade_cells}
        for cell in nb.cells:
            given = cell.metadata.get("nbgrader", {})
            name = given.get("grade_id")
            if name not in locked:  # renamed, or copied from another notebook
                cell.metadata.pop("nbgrader", None)
                continue
            right = {
                "grade": name in graded,
                "solution": name in solved,
                "task": name in by_hand,
                "locked": locked[name],
            }
            changed = any(given[flag] != value for flag, value in right.items())
            if changed or given["points"] != points.get(name, given["points"]):
                text = "Its points or flags had been changed: the release's count."
                _note(nb, name, text, self.log)
            if locked[name] and cell.source.strip() != released[name].strip():
                _note(nb, name, "Its text had been changed: the release's is back.", self.log)
            given.update(right)
        return super().preprocess(nb, resources)

    def add_missing_grade_cells(self, nb, resources):
        source = self.gradebook.find_notebook(self.notebook_id, self.assignment_id)
        present = {c.metadata.get("nbgrader", {}).get("grade_id") for c in nb.cells}
        solutions = {cell.name for cell in source.solution_cells}
        originals = {cell.name: cell for cell in source.source_cells}
        for graded in source.grade_cells:
            if graded.name not in present:
                text = "It was missing in what was handed in, and is put back at the end."
                _note(nb, graded.name, text, self.log)
                cell = self.missing_cell_transform(
                    originals[graded.name],
                    graded.max_score,
                    is_solution=graded.name in solutions,
                )
                cell.id = f"restored-{len(nb.cells)}"
                nb.cells.append(cell)
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
    seed = Integer(-1, help="Replay the inputs of this seed; -1 draws a fresh one").tag(config=True)

    @default("timeout")
    def _timeout_default(self) -> int:
        for name in ("Execute", "ExecutePreprocessor"):
            value = self.config.get(name, {}).get("timeout", 30)
            if value != 30:
                break
        return DAY if value is None or value < 0 else value

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        name = resources["nbgrader"]["notebook"]
        submission = notebook.from_json(json.loads(nbformat.writes(nb)), name)
        mine = checks.of_assignment(name) if name in checks.assignments() else []
        mine = [check for check in mine if submission.check_cell(check.exercise)]
        seed = grading.draw_seed() if self.seed < 0 else self.seed
        unreadable = nb.metadata.get(NOTE, {}).get("unreadable")
        files = Path(resources["metadata"]["path"])
        try:
            if unreadable:
                found = _all_in_error(mine, submission, unreadable)
                own: dict[int, CellRun] = {}
            else:
                found = self._grade(submission, mine, seed, files)
                own = self._run_own_tests(submission, mine, seed, files)
        except (EngineError, UnreadableNotebook) as error:
            self.log.error("firstgrad cannot grade here: %s", error)
            raise
        self._write(nb, submission, found, own, seed, unreadable)
        nb.metadata.pop(NOTE, None)
        return nb, resources

    @property
    def _limits(self) -> Limits:
        memory = int(self.memory * 2**30) or None
        call = min(self.call_timeout, self.timeout)
        return Limits(cell_seconds=self.timeout, call_seconds=call, memory_bytes=memory)

    @property
    def _warm(self) -> WarmProcess:
        return warm_process(self.isolation)

    def _grade(
        self, submission: Notebook, mine: list[Check], seed: int, files: Path
    ) -> grading.Grading:
        source = self._source(submission.name)
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
                source=(lambda: source.notebook) if source.path.is_file() else None,
            )
        finally:
            oracle(self.isolation).close()
            warn_of_missing_walls(self._warm, self.log)

    def _providers(self, source: keys.Source) -> Providers:
        """What quiz questions ask for: torch, and the keys in the source notebook."""

        return {
            "key": lambda check: source.key(check.exercise),
            "oracle": lambda check: oracle(self.isolation),
        }

    def _source(self, name: str) -> keys.Source:
        course = self.parent.parent.coursedir  # that of the converter, above the exporter
        folder = course.format_path(course.source_directory, ".", course.assignment_id)
        return keys.Source(Path(folder) / f"{name}.ipynb")

    def _run_own_tests(
        self, submission: Notebook, mine: list[Check], seed: int, files: Path
    ) -> dict[int, CellRun]:
        """Run the instructor's own test cells, in a worker that has nothing to do with ours."""
        ours = {f"check_{check.exercise}" for check in mine}
        own = [c for c in submission.cells if c.graded and c.grade_id not in ours]
        if not own:
            return {}

        def is_ours(cell: Cell) -> bool:
            return cell.grade_id in ours

        session = Session(submission, self._warm, seed, self._limits, files, is_ours)
        try:
            session.finish()
        finally:
            session.close()
        return {cell.number: session.runs.get(cell.number, CellRun()) for cell in own}

    def _write(
        self,
        nb: NotebookNode,
        submission: Notebook,
        found: grading.Grading,
        own: dict[int, CellRun],
        seed: int,
        unreadable: str | None,
    ) -> None:
        notes = nb.metadata.get(NOTE, {}).get("cells", {})
        by_cell = {}
        for exercise in found.result.exercises:
            cell = submission.check_cell(exercise.exercise)
            assert cell is not None
            by_cell[cell.number] = exercise
        for number, (node, cell) in enumerate(
            zip(nb.cells, submission.cells, strict=True), start=1
        ):
            if node.cell_type != "code":
                continue
            if number in by_cell:
                node.outputs = _verdict(by_cell[number], seed)
            elif number in own:
                node.outputs = _own_outputs(own[number], cell.points)
            elif cell.graded and unreadable:
                node.outputs = [_error_output(unreadable)]
            else:
                run = found.runs.get(number, CellRun())
                node.outputs = [nbformat.from_dict(output) for output in run.outputs]
            if cell.grade_id in notes:
                said = {"text/plain": f"About this cell: {notes[cell.grade_id]}"}
                node.outputs.insert(0, nbformat.v4.new_output("display_data", said))


def _all_in_error(mine: list[Check], submission: Notebook, reason: str) -> grading.Grading:
    results = [result(check, "cpu", Outcome.ERROR, reason, "notebook") for check in mine]
    name = mine[0].assignment if mine else submission.name
    weights = checks.weights(mine)
    return grading.Grading(assemble(name, results, submission.points, weights), {})


def _verdict(exercise: ExerciseResult, seed: int) -> list[NotebookNode]:
    """The outputs of a check cell: what was found, laid out; then the points, for nbgrader."""
    shown = nbformat.v4.new_output(
        "display_data",
        {"text/html": html.exercise(exercise, seed), "text/plain": html.plain(exercise, seed)},
    )
    # nbgrader reads one plain decimal; "tensor(2.)" or "nan" would be full marks
    points = nbformat.v4.new_output(
        "execute_result", {"text/plain": f"{exercise.score:.{DECIMALS}f}"}, execution_count=None
    )
    return [shown, points]


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
    return nbformat.v4.new_output("error", ename="Unreadable", evalue=text, traceback=[text])
