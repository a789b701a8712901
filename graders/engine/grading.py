"""Grading one submission: a pure function of the notebook and a seed. No database, no folder but
the one with the notebook's public files."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from .checks import Check, weights
from .notebook import Cell, Notebook
from .outcomes import AssignmentResult, CheckResult, Outcome, assemble
from .running import NO_PROVIDERS, Providers, result, run_check
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


def in_order(checks: Sequence[Check], notebook: Notebook) -> list[Check]:
    """The checks in the order of their check cells, so that the notebook is run once."""
    return sorted(checks, key=lambda check: position(notebook, check))


def run_in(
    session: Session,
    check: Check,
    device: str,
    seed: int,
    earlier: Sequence[CheckResult] = (),
    providers: Providers = NO_PROVIDERS,
) -> CheckResult:
    """Run one check where its check cell stands; `earlier` are the results so far."""
    session.go_to(check.exercise)

    def ask(request: dict, blobs: list[bytes]) -> tuple[dict, list[bytes]]:
        session.go_to(check.exercise)  # the call before may have cost the worker its life
        return session.ask(request, blobs)

    providers = {
        "source": lambda one: session.notebook.solution_cell(one.exercise),
        "text": lambda one: session.notebook.written(one.exercise),
        **providers,
    }
    return run_check(check, ask, device, seed, earlier, providers)


def grade(
    notebook: Notebook,
    checks: Sequence[Check],
    warm: WarmProcess,
    *,
    seed: int,
    points: dict[str, float],
    limits: Limits | None = None,
    files: Path | None = None,
    device: str = "cpu",
    finish: bool = True,
    providers: Providers = NO_PROVIDERS,
) -> Grading:
    """Grade a notebook: all `checks`, then the rest of its cells.

    Args:
        seed: Every random input of the grading follows from it.
        points: What each exercise is worth.
        files: The folder whose public files the notebook may read.
        device: "cpu", "cuda", or "auto" for the CPU and, where there is one, the GPU as well.
            Points come from the CPU alone.
        finish: Whether to run the cells after the last check, too.
        providers: See `running.run_check`.

    Raises:
        EngineError: No worker can be started on this machine.
    """
    limits = limits or Limits()
    checks = in_order(checks, notebook)
    results: list[CheckResult] = []

    def session() -> Session:
        return Session(notebook, warm, seed, limits, files, has_no_say)

    cpu = session()
    try:
        here = checks if device != "cuda" else [c for c in checks if c.cpu_only]
        results = _run_all(cpu, here, "cpu", seed, providers)
        if finish:
            cpu.finish()
    finally:
        cpu.close()
    if device != "cpu":
        # A worker of its own: nothing that happens on a GPU may change what the CPU says
        results += on_gpu(
            session(), [c for c in checks if not c.cpu_only], warm.gpu, seed, providers
        )
    name = checks[0].assignment if checks else notebook.name
    return Grading(assemble(name, results, points, weights(checks)), cpu.runs)


def on_gpu(
    session: Session,
    checks: Sequence[Check],
    gpu: bool,
    seed: int,
    providers: Providers = NO_PROVIDERS,
) -> list[CheckResult]:
    """The checks' results on the GPU; all skipped where there is none."""
    if not gpu:
        return [result(check, "cuda", Outcome.SKIPPED, "there is no GPU here") for check in checks]
    try:
        return _run_all(session, checks, "cuda", seed, providers)
    finally:
        session.close()


def _run_all(
    session: Session, checks: Sequence[Check], device: str, seed: int, providers: Providers
) -> list[CheckResult]:
    results: list[CheckResult] = []
    for check in checks:
        results.append(run_in(session, check, device, seed, results, providers))
    return results


def draw_seed() -> int:
    """A fresh seed for a grading."""
    import secrets

    return secrets.randbelow(2**31)
