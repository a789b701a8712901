"""`pytest graders/`: checks as pytest items, one submission, a table of points at the end."""

import contextlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from . import checks, grading, isolation, notebook, terminal
from .checks import Check
from .grading import Grader
from .keys import Key, Source
from .notebook import Notebook, UnreadableNotebook
from .oracle import WorkerOracle
from .outcomes import CheckResult, GradeReport, Outcome, assemble
from .public import public_files
from .pytest_plugin import DOOR
from .running import Providers, result
from .warm import FOR_FEW, FOR_LATER, FOR_MANY, EngineError, Limits, WarmProcess

PROJECT = checks.GRADERS.parent


class NotPassed(Exception):
    """Carries a result through pytest's reporting."""

    def __init__(self, found: CheckResult) -> None:
        super().__init__(found.message)
        self.found = found


class CheckItem(pytest.Item):
    """One check on one device. Not a pytest function: it is run as every door runs it."""

    def __init__(self, *, check: Check, device: str, **more: Any) -> None:
        super().__init__(**more)
        self.check, self.device = check, device
        self.result: CheckResult | None = None

    def runtest(self) -> None:
        self.result = self.config.stash[DOOR].run(self.check, self.device)
        if self.result.outcome in (Outcome.SKIPPED, Outcome.NEEDS_MARKING):
            pytest.skip(self.result.message)
        if self.result.outcome is not Outcome.PASSED:
            raise NotPassed(self.result)

    def repr_failure(self, excinfo: Any, style: Any = None) -> Any:
        if isinstance(excinfo.value, NotPassed):
            return terminal.failure(excinfo.value.found, self.config.getoption("hint"))
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        code = self.check.function.__code__
        return Path(code.co_filename), code.co_firstlineno, self.name


class Door:
    """The state of one pytest run: the submission, its workers, the seed."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        workerinput = getattr(config, "workerinput", {})
        self._distributed = bool(workerinput)
        seed = config.getoption("seed")
        if seed is None:
            seed = workerinput.get("firstgrad_seed", grading.draw_seed())
        self.seed: int = seed
        self._limits = Limits()
        self._graders: dict[tuple[str, str], Grader] = {}
        self._notebooks: dict[str, Notebook | UnreadableNotebook] = {}
        self.handed_in: list[str] = []  # the assignments that the submission is of
        self._summarised = False
        self.done = False  # whether there is nothing more to say
        self._several = False  # whether there are notebooks of several assignments
        self._warm: WarmProcess | None = None
        self._oracle: WorkerOracle | None = None
        self._sources: dict[str, Source | None] = {}
        self._providers: Providers = {
            "key": lambda check: self._key(check),
            "oracle": lambda check: self._ask_torch(),
        }

    def items(self, collector: pytest.Collector, check: Check) -> list[CheckItem]:
        """The items for one check: one for each device that is asked for."""
        self.start()
        wanted = self._config.getoption("device")
        devices = grading.DEVICES if wanted == "auto" else (wanted,)
        if check.cpu_only:
            devices = ("cpu",)
        return [
            CheckItem.from_parent(
                collector, name=f"{check.name}[{device}]", check=check, device=device
            )
            for device in devices
        ]

    def start(self) -> None:
        """Start the warm process, if there is none yet: it imports while pytest collects."""
        if self._warm is None and not self._config.option.collectonly:
            mode = self._config.getoption("isolation")
            self._warm = WarmProcess(preload=FOR_FEW, isolation=mode)

    def select(self, items: list[pytest.Item]) -> None:
        """Drop what the submission is not about; sort the rest as the notebooks run."""
        mine = [item for item in items if isinstance(item, CheckItem)]
        self.handed_in = self._handed_in(mine)
        if not (self._config.getoption("watch") and self.submission().is_dir()):
            dropped = [item for item in mine if item.check.assignment not in self.handed_in]
            if dropped:
                self._config.hook.pytest_deselected(items=dropped)
            mine = [item for item in mine if item.check.assignment in self.handed_in]
        others = [item for item in items if not isinstance(item, CheckItem)]
        names = {item.check.assignment for item in mine}
        self._several = len(names.intersection(self.handed_in)) > 1
        items[:] = [*others, *self.in_order(mine)]

    def in_order(self, items: list[CheckItem]) -> list[CheckItem]:
        """The items as the notebooks run, one after another."""
        names = list(dict.fromkeys(item.check.assignment for item in items))
        # First the CPU for all of an assignment: a GPU that hangs must not keep its marks waiting
        return sorted(
            items,
            key=lambda item: (
                names.index(item.check.assignment),
                grading.DEVICES.index(item.device),
                self._position(item.check),
            ),
        )

    def _position(self, check: Check) -> int:
        found = self.notebook(check.assignment)
        return grading.position(found, check) if isinstance(found, Notebook) else 0

    def run(self, check: Check, device: str) -> CheckResult:
        """Run one check on the submission."""
        found = self.notebook(check.assignment)
        if isinstance(found, UnreadableNotebook):
            return result(check, device, Outcome.ERROR, str(found), "notebook")
        assert self._warm is not None
        try:
            if device == "cuda" and not self._warm.gpu:
                return result(check, device, Outcome.SKIPPED, "there is no GPU here")
            key = (check.assignment, device)
            if key not in self._graders:
                for earlier in self._graders.values():
                    earlier.close()  # with what they hold of memory, and of a GPU
                self._graders[key] = self._grader(found, check.assignment, device)
                self._graders[key].session.go_to(check.exercise)
                if len(self._graders) == 1 and self._several:
                    self._warm.import_meanwhile(FOR_LATER)
            return self._graders[key].run(check)
        except (EngineError, UnreadableNotebook) as error:
            pytest.exit(f"firstgrad cannot grade here: {error}", returncode=3)

    def _grader(self, found: Notebook, assignment: str, device: str) -> Grader:
        assert self._warm is not None
        source = self._source(assignment)  # the notebook itself may have been renamed
        return Grader(
            found,
            self._warm,
            device,
            seed=self.seed,
            limits=self._limits,
            files=None if found.path is None else public_files(found.path.parent),
            providers=self._providers,
            source=None if source is None else lambda: source.notebook,
            # Under pytest-xdist another process may have run what came before
            alone=self._distributed,
        )

    def result_of(self, item: pytest.Item) -> CheckResult | None:
        """What came of an item, if it is a check that has run."""
        return item.result if isinstance(item, CheckItem) else None

    def notebook(self, assignment: str) -> Notebook | UnreadableNotebook:
        """The submission's notebook of an assignment, or the reason why there is none."""
        if assignment not in self._notebooks:
            try:
                self._notebooks[assignment] = notebook.read(self._path(assignment))
            except UnreadableNotebook as error:
                self._notebooks[assignment] = error
        return self._notebooks[assignment]

    def renew(self, notebooks: Mapping[str, Notebook | UnreadableNotebook]) -> None:
        """Begin another round: with these notebooks, by assignment, and with fresh inputs."""
        self._notebooks.update(notebooks)
        if self._summarised and self._config.getoption("seed") is None:
            self.seed = grading.draw_seed()

    def expect_more(self) -> None:
        """Import what gradings to come may need, while nobody waits."""
        if self._warm is not None:
            self._warm.import_meanwhile(FOR_MANY)

    def keep_awake(self) -> None:
        """Keep the warm process from idling out."""
        if self._warm is not None:
            self._warm.import_meanwhile(())

    def summarise(self, reporter: Any, found: list[dict]) -> None:
        """Print the table of points and write the grade report."""
        if self.done:
            return
        results = [CheckResult(**entry | {"outcome": Outcome(entry["outcome"])}) for entry in found]
        report = GradeReport(str(self.submission()), self.seed, [])
        for assignment in dict.fromkeys(one.assignment for one in results):
            mine = [one for one in results if one.assignment == assignment]
            mine.sort(key=_order_of(assignment))
            weights = checks.weights(checks.of_assignment(assignment))
            report.assignments.append(assemble(assignment, mine, self.points(assignment), weights))
        reporter.section("points", sep="=")
        for line in terminal.table(report.assignments):
            reporter.line(line)
        if not self._summarised:
            self._remark(reporter)
        reporter.line(f"seed {self.seed} (--seed {self.seed} replays these inputs)")
        target = self._config.getoption("grade_report")
        if target:
            path = Path(self._config.invocation_params.dir, target)
            path.parent.mkdir(parents=True, exist_ok=True)
            _write(path, json.dumps(report.to_json(), indent=1) + "\n")
        self._summarised = True

    def _remark(self, reporter: Any) -> None:
        """Say what is true of the whole run, and said once."""
        for name in self._not_handed_in():
            reporter.line(f"{name}: left out, there is no {name}.ipynb in {self.submission()}")
        # Of one's own work nobody is afraid
        if self._config.getoption("submission") is not None and self._warm is not None:
            for line in filter(None, [isolation.summary(self._warm.missing or {})]):
                reporter.line(line, yellow=True)

    def points(self, assignment: str) -> dict[str, float]:
        """The points of an assignment's exercises: the course's own word, if it is at hand."""
        for folder in self._courses("assignments"):
            try:
                return notebook.read(folder / assignment / f"{assignment}.ipynb").points
            except UnreadableNotebook:
                continue
        found = self.notebook(assignment)
        return found.points if isinstance(found, Notebook) else {}

    def _source(self, assignment: str) -> Source | None:
        """The source notebook of an assignment, if it is at hand."""
        if assignment not in self._sources:
            paths = (
                folder / assignment / f"{assignment}.ipynb" for folder in self._courses("solutions")
            )
            there = next((path for path in paths if path.is_file()), None)
            self._sources[assignment] = None if there is None else Source(there)
        return self._sources[assignment]

    def _key(self, check: Check) -> Key | None:
        """The answer key of a question; None where there is no source. Raises `UnreadableKey`."""
        source = self._source(check.assignment)
        return None if source is None else source.key(check.exercise)

    def _ask_torch(self) -> WorkerOracle:
        if self._oracle is None:
            assert self._warm is not None
            self._oracle = WorkerOracle(self._warm)
        return self._oracle

    def end_workers(self) -> None:
        """End every worker; there is a new one where another check is run."""
        for grader in self._graders.values():
            grader.close()
        self._graders.clear()

    def close(self) -> None:
        """End every worker and the warm process."""
        self.end_workers()
        if self._oracle is not None:
            self._oracle.close()
        if self._warm is not None:
            self._warm.close()

    def _courses(self, folder: str) -> list[Path]:
        roots = dict.fromkeys([self._config.rootpath, PROJECT])
        return [root / folder for root in roots]

    def submission(self) -> Path:
        """The notebook or the folder that is graded."""
        given = self._config.getoption("submission")
        if given is not None:
            return Path(self._config.invocation_params.dir, given)
        courses = self._courses("assignments")
        return next((folder for folder in courses if folder.is_dir()), Path("assignments"))

    def _path(self, assignment: str) -> Path:
        """Where the notebook of an assignment is. Raises `UnreadableNotebook`."""
        root, name = self.submission(), f"{assignment}.ipynb"
        if not root.is_dir():
            return root
        for path in (root / name, root / assignment / name):
            if path.exists():
                return path
        hits = [
            path
            for path in sorted(root.rglob(name))
            if not any(part.startswith(".") for part in path.relative_to(root).parts)
        ]
        if len(hits) > 1:
            raise UnreadableNotebook(
                f"There is more than one {name} in {root}: {', '.join(map(str, hits[:5]))}. "
                "Name the one to grade: --submission PATH."
            )
        return hits[0] if hits else root / assignment / name

    def places(self, assignment: str) -> list[Path]:
        """Where a notebook of an assignment is, or may be saved; the first that is there counts."""
        root, name = self.submission(), f"{assignment}.ipynb"
        if not root.is_dir():
            return [root]
        usual = [root / name, root / assignment / name]
        with contextlib.suppress(UnreadableNotebook):  # there is more than one
            return list(dict.fromkeys([*usual, self._path(assignment)]))
        return usual

    def _handed_in(self, items: list[CheckItem]) -> list[str]:
        """The assignments that the submission is of; all of them if it is of none."""
        root = self.submission()
        known: dict[str, set[str]] = {item.check.assignment: set() for item in items}
        for item in items:
            known[item.check.assignment].add(item.check.exercise)
        if root.is_dir():
            return [name for name in known if self._is_there(name)] or list(known)
        if root.stem in known or not known:
            return [root.stem]
        try:  # renamed, as learning platforms do: the cells still say what it is
            exercises = set(notebook.read(root).points)
        except UnreadableNotebook:
            return list(known)
        return [max(known, key=lambda name: len(known[name] & exercises))]

    def _is_there(self, assignment: str) -> bool:
        try:
            return self._path(assignment).exists()
        except UnreadableNotebook:  # there is more than one
            return True

    def _not_handed_in(self) -> list[str]:
        """Where the submission is a folder that holds some assignments, the others."""
        names = checks.assignments() if self.submission().is_dir() else []
        there = [name for name in names if self._is_there(name)]
        return [name for name in names if name not in there] if there else []


def _write(path: Path, text: str) -> None:
    """Write a file at once: who reads it meanwhile finds the old one or the new one."""
    if path.exists() and not path.is_file():  # /dev/stdout
        path.write_text(text, encoding="utf-8")
        return
    path = path.resolve()  # a link stays one
    new = path.with_name(f".{path.name}.{os.getpid()}")
    new.write_text(text, encoding="utf-8")
    new.replace(path)


def _order_of(assignment: str) -> Any:
    names = [check.name for check in checks.of_assignment(assignment)]

    def order(found: CheckResult) -> tuple[int, int]:
        place = names.index(found.check) if found.check in names else len(names)
        return place, grading.DEVICES.index(found.device)

    return order
