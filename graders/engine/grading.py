"""Grading one submission: a pure function of the notebook, the public files beside it and a seed.
No database, no folder."""

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from . import prerequisites
from .checks import Check, of_assignment, weights
from .functions import Ask
from .gpu import Place
from .notebook import Cell, Notebook
from .outcomes import AssignmentResult, CheckResult, Outcome, assemble
from .running import NO_PROVIDERS, Probed, Providers, is_not_attempted, result, run_check
from .session import CellRun, Session
from .warm import Limits, WarmProcess

DEVICES = ("cpu", "cuda")


@dataclass
class Grading:
    """What a grading found, and what the cells printed on the way."""

    result: AssignmentResult
    runs: dict[int, CellRun]


def has_no_say(cell: Cell) -> bool:
    """Whether a cell is left out when the checks are run: check cells and other graders' tests."""
    return cell.graded or (cell.kind == "code" and cell.grade_id.startswith("check_"))


def position(notebook: Notebook, check: Check) -> int:
    """Where a check stands: its check cell's number, or beyond the last cell."""
    cell = notebook.check_cell(check.exercise)
    return len(notebook.cells) + 1 if cell is None else cell.number


def basis(notebook: Notebook, check: Check) -> list[Cell]:
    """The cells that a check's result follows from, apart from the inputs: where they are the
    same, the result stays true."""
    end = 0
    for exercise in (check.exercise, *prerequisites.of(check)):
        places = notebook.check_cell(exercise), notebook.solution_cell(exercise)
        if places[0] is None:
            end = len(notebook.cells)
        end = max(end, *(cell.number for cell in places if cell is not None), 0)
    return [cell for cell in notebook.cells[:end] if cell.kind == "code" or cell.by_hand]


def in_order(checks: Sequence[Check], notebook: Notebook) -> list[Check]:
    """The checks in the order of their check cells, so that the notebook is run once."""
    return sorted(checks, key=lambda check: position(notebook, check))


class Grader:
    """Grades one notebook on one device, check by check, in a worker of its own.

    Args:
        seed: Every random input of the grading follows from it.
        files: What the notebook may read in its folder, by relative path.
        providers: See `running.run_check`.
        source: Reads the notebook with the instructor's solutions, where it is at hand. Most
            submissions never need it: see `prerequisites`.
        right: Exercises that are known to be right, whatever has been run.
        alone: Whether other processes run other checks of this grading: no message may depend on
            what has run before in this one.
    """

    def __init__(
        self,
        notebook: Notebook,
        warm: WarmProcess,
        device: str,
        *,
        seed: int,
        limits: Limits,
        files: Mapping[str, bytes] | None,
        providers: Providers = NO_PROVIDERS,
        source: Callable[[], Notebook] | None = None,
        right: Container[str] = (),
        alone: bool = False,
    ) -> None:
        self.notebook, self._device, self._seed, self._alone = notebook, device, seed, alone
        self._providers, self._source, self._right = providers, source, right
        self._results: dict[Check, CheckResult] = {}
        self._untouched: dict[str, bool] = {}  # by exercise
        self._probed: dict[Session, Probed] = {}

        def session(notebook: Notebook, pictures: bool = False) -> Session:
            return Session(notebook, warm, seed, limits, files, has_no_say, lambda cell: pictures)

        self._place = Place() if device == "cuda" else None
        self._new_session = session
        self.session = session(notebook, warm.figures)
        self._with_instructors: dict[tuple[str, ...], Session] = {}

    def run(self, check: Check) -> CheckResult:
        """The result of one check.

        Raises:
            EngineError: No worker can be started on this machine.
        """
        if check not in self._results:
            self._results[check] = self._run(check)
        return self._results[check]

    def finish(self) -> None:
        """Run the cells that no check has needed."""
        self.session.finish()

    def close(self) -> None:
        """End every worker; it can go on with new ones."""
        for session in (self.session, *self._with_instructors.values()):
            session.close()
        if self._place is not None:
            self._place.give_back()

    def _run(self, check: Check) -> CheckResult:
        below = prerequisites.of(check)
        wrong = [name for name in below if not self._is_right(name, check)]
        if wrong and self._source is not None and not self._is_untouched(check):
            found = self._run_with_instructors(check, wrong)
            if found is not None:
                return prerequisites.discreet(found, wrong)
        own = self._run_in(self.session, check)
        if wrong:
            return prerequisites.waiting(own, wrong)
        if below and own.outcome not in (Outcome.PASSED, Outcome.NOT_ATTEMPTED):
            # Functions that are right, each for itself, may be at odds with each other
            found = self._run_with_instructors(check, below)
            if found is not None and found.outcome is Outcome.PASSED:
                return found
        return own

    def _run_with_instructors(self, check: Check, names: Sequence[str]) -> CheckResult | None:
        """The result with the instructor's solutions of other exercises, in a worker of its own."""
        if self._source is None:
            return None
        key = (check.exercise, *names)
        if key not in self._with_instructors:
            given = prerequisites.given(self.notebook, self._source(), names, check.exercise)
            if given is None:
                return None
            self._with_instructors[key] = self._new_session(given)
        return self._run_in(self._with_instructors[key], check)

    def _is_right(self, exercise: str, check: Check) -> bool:
        """Whether all the checks of an exercise that `check` builds on are passed; they are run
        if they have not been."""
        if exercise in self._right:
            return True
        mine = [c for c in of_assignment(check.assignment) if c.exercise == exercise]
        return all(self.run(one).outcome.green for one in mine)

    def _is_untouched(self, check: Check) -> bool:
        """Whether the stub is still there: it says so itself, with its place."""
        if check.exercise not in self._untouched:
            asked = self._asking(self.session, check)
            self._untouched[check.exercise] = is_not_attempted(check, *asked)
        return self._untouched[check.exercise]

    def _run_in(self, session: Session, check: Check) -> CheckResult:
        """Run a check where its check cell stands in the session's notebook."""
        ask, device, seed, providers = self._asking(session, check)
        earlier = [] if self._alone else list(self._results.values())
        probed = self._probed.setdefault(session, {})
        return run_check(check, ask, device, seed, earlier, providers, probed)

    def _asking(self, session: Session, check: Check) -> tuple[Ask, str, int, Providers]:
        """Whom a check asks, on which device, with which seed, and what else it is given."""
        if self._place is not None:
            self._place.take()
        session.go_to(check.exercise)

        def ask(request: dict, blobs: list[bytes]) -> tuple[dict, list[bytes]]:
            session.go_to(check.exercise)  # the call before may have cost the worker its life
            return session.ask(request, blobs)

        providers = {
            "source": lambda one: self.notebook.solution_cell(one.exercise),
            "text": lambda one: self.notebook.written(one.exercise),
            **self._providers,
        }
        return ask, self._device, self._seed, providers


def grade(
    notebook: Notebook,
    checks: Sequence[Check],
    warm: WarmProcess,
    *,
    seed: int,
    points: dict[str, float],
    limits: Limits | None = None,
    files: Mapping[str, bytes] | None = None,
    device: str = "cpu",
    finish: bool = True,
    providers: Providers = NO_PROVIDERS,
    source: Callable[[], Notebook] | None = None,
    right: Container[str] = (),
) -> Grading:
    """Grade a notebook: all `checks`, then the rest of its cells. See `Grader` for more arguments.

    Args:
        points: What each exercise is worth.
        device: "cpu", "cuda", or "auto" for the CPU and, where there is one, the GPU as well.
            Points come from the CPU alone.
        finish: Whether to run the cells after the last check, too.

    Raises:
        EngineError: No worker can be started on this machine.
    """
    checks = in_order(checks, notebook)
    more: Any = {
        "seed": seed,
        "limits": limits or Limits(),
        "files": files,
        "providers": providers,
        "source": source,
        "right": right,
    }
    cpu = Grader(notebook, warm, "cpu", **more)
    try:
        results = [cpu.run(check) for check in checks if device != "cuda" or check.cpu_only]
        if finish:
            cpu.finish()
    finally:
        cpu.close()
    if device != "cpu":
        # A worker of its own: nothing that happens on a GPU may change what the CPU says
        results += on_gpu(
            Grader(notebook, warm, "cuda", **more),
            [check for check in checks if not check.cpu_only],
            warm.gpu,
        )
    name = checks[0].assignment if checks else notebook.name
    return Grading(assemble(name, results, points, weights(checks)), cpu.session.runs)


def on_gpu(grader: Grader, checks: Sequence[Check], gpu: bool) -> list[CheckResult]:
    """The checks' results on the GPU; all skipped where there is none."""
    if not gpu:
        return [result(check, "cuda", Outcome.SKIPPED, "there is no GPU here") for check in checks]
    try:
        return [grader.run(check) for check in checks]
    finally:
        grader.close()


def draw_seed() -> int:
    """A fresh seed for a grading. Too large to be found by trying from the inputs that follow from
    it, and small enough for the numbers of JSON."""
    import secrets

    return secrets.randbits(53)
