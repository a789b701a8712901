"""Running one check and turning whatever happens into a result. Every door comes through here."""

import dataclasses
import io
from collections.abc import Callable, Mapping, Sequence
from types import ModuleType
from typing import Any

import numpy as np

from . import hints, misconceptions, places
from .checks import Check, parameters
from .draw import Draw
from .expect import Mistake
from .functions import Ask, Function, Library
from .misconceptions import Evidence, Misconception
from .notebook import Cell
from .outcomes import CheckResult, Outcome
from .returned import Called, Unanswered
from .values import plain
from .warm import EngineError
from .worker.wire import Malformed

# Stages that a misconception about the exercise cannot explain
UNEXPLAINED = ("stub", "waits", "exit", "garbled", "grader", "unanswered", "marking", "notebook")

# Stages at which there is no line to look at, or where the message names it
NO_PLACE = (*hints.NOT_THE_IDEA, "wrong", "time")

# Stages that say that something is off, but not what: an earlier failure may explain them
CONSEQUENCES = ("values", "unchanged", "far", "diverges", "rises", "gradient")


# What a door can give to a check beyond the submission's functions, by the parameter's name
Providers = Mapping[str, Callable[[Check], Any]]
NO_PROVIDERS: Providers = {}

# By exercise what its probe has returned, and the calls that it made
Probed = dict[str, tuple[Any, list[Called]]]


def run_check(
    check: Check,
    ask: Ask,
    device: str,
    seed: int,
    earlier: Sequence[CheckResult] = (),
    providers: Providers = NO_PROVIDERS,
    probed: Probed | None = None,
) -> CheckResult:
    """Run `check` against the functions behind `ask`; never raises on a submission's account.

    Args:
        ask: Sends a call to the submission; see `functions.Ask`.
        device: Where the arguments live, "cpu" or "cuda".
        seed: The grading's seed.
        earlier: What this grading has found so far: a hint points to the first cause.
        providers: What else a check may name as a parameter.
        probed: What the exercises' probes have found out from the same functions so far.

    Raises:
        EngineError: The grader cannot work here at all.
    """
    trace: list[Called] = []
    arguments = _arguments(check, check.function, check.name, ask, device, seed, providers, trace)
    failure = _failure(check, arguments, seed)
    if failure is None:
        return result(check, device, Outcome.PASSED)
    outcome = failure.outcome if isinstance(failure, Unanswered) else Outcome.FAILED

    known = {} if probed is None else probed

    def probe(module: ModuleType) -> tuple[Any, list[Called]]:
        if check.exercise not in known:
            known[check.exercise] = _probe(module, check, ask, device, seed, providers)
        return known[check.exercise]

    cell = providers["source"](check) if "source" in providers else None
    found = _explained(
        check, device, outcome, failure, Evidence(check, failure, trace, probe), cell
    )
    cause = _cause(check, failure.stage, found.misconception, earlier)
    return (
        dataclasses.replace(found, hint=cause, more="", where="", compared=None) if cause else found
    )


def is_not_attempted(
    check: Check, ask: Ask, device: str, seed: int, providers: Providers = NO_PROVIDERS
) -> bool:
    """Whether a check comes upon the exercise's stub; for the arguments see `run_check`.

    Raises:
        EngineError: The grader cannot work here at all.
    """
    trace: list[Called] = []
    arguments = _arguments(check, check.function, check.name, ask, device, seed, providers, trace)
    failure = _failure(check, arguments, seed)
    return isinstance(failure, Unanswered) and failure.outcome is Outcome.NOT_ATTEMPTED


def _arguments(
    check: Check,
    function: Callable,
    stream: str,
    ask: Ask,
    device: str,
    seed: int,
    providers: Providers,
    trace: list[Called],
) -> dict[str, Any]:
    """What `function` names as its parameters. Its random inputs follow from seed and stream."""
    draw = Draw(seed, stream)
    seeds = [draw.worker_seed()]

    def first_seed() -> int | None:
        return seeds.pop() if seeds else None

    library = Library(ask, device, first_seed, check.exercise, trace)
    known: dict[str, Any] = {"draw": draw, "device": device, "library": library}
    for name in parameters(function):
        if name in providers:
            known[name] = providers[name](check)
        elif name not in known:
            known[name] = Function(name, ask, device, first_seed, trace=trace)
    return {name: known[name] for name in parameters(function)}


def _failure(check: Check, arguments: dict[str, Any], seed: int) -> Mistake | Unanswered | None:
    """Why a check did not pass; None where it did."""
    try:
        with np.errstate(all="ignore"):  # whatever a submission returns is compared, not judged
            check.function(**arguments)
    except (Mistake, Unanswered) as failure:
        return failure
    except Malformed as error:
        message = f"`{check.exercise}` gave an answer that cannot be read ({plain(str(error))})."
        return Mistake("garbled", message)
    except AssertionError as error:
        return Mistake("values", plain(str(error)) or f"This does not hold: {check.fact}")
    except EngineError:
        raise
    except Exception as error:
        message = (
            f"The check {check.name} itself went wrong ({type(error).__name__}: "
            f"{plain(str(error))}). That is a fault of the grader, not of the notebook: please "
            f"report it with the seed {seed}."
        )
        return Unanswered(Outcome.ERROR, "grader", message)
    return None


def _probe(
    module: ModuleType, check: Check, ask: Ask, device: str, seed: int, providers: Providers
) -> tuple[Any, list[Called]]:
    """Let an exercise's `probe` ask for more calls: what it found out, and the calls."""
    trace: list[Called] = []
    probe = getattr(module, "probe", None)
    if probe is None:
        return None, trace
    stream = f"{check.exercise} probe"
    arguments = _arguments(check, probe, stream, ask, device, seed, providers, trace)
    try:
        with np.errstate(all="ignore"):
            return probe(**arguments), trace
    except EngineError:
        raise
    except Exception:  # whatever it is: what is asked for here may be missed, and costs no mark
        return None, trace


def _explained(
    check: Check,
    device: str,
    outcome: Outcome,
    failure: Mistake | Unanswered,
    evidence: Evidence,
    cell: Cell | None,
) -> CheckResult:
    """The result of a check that failed: with the misconception behind it, if it shows."""
    found = result(check, device, outcome, failure.message, failure.stage)
    known = None
    if outcome in (Outcome.FAILED, Outcome.ERROR) and failure.stage not in UNEXPLAINED:
        known = misconceptions.diagnose(check, evidence)
    if isinstance(failure, Mistake):
        beside = failure.comparison
        compared = None if beside is None else dataclasses.asdict(beside)
        found = dataclasses.replace(found, misconception=failure.misconception, compared=compared)
    if known is not None:
        found = dataclasses.replace(
            found,
            misconception=known.name,
            message=failure.explained(known.says),
            hint=known.hints[0],
            more=known.hints[1],
        )
    if cell is None or (known is None and failure.stage in NO_PLACE):
        return found
    return dataclasses.replace(found, where=_where(check, cell, known))


def _where(check: Check, cell: Cell, known: Misconception | None) -> str:
    """The line to look at: "cell 12, line 5: `param -= lr * param.grad`"."""
    line = places.line_of(cell.source, check.exercise, known.where if known else ())
    if line is None:
        return f"cell {cell.number}." if cell.number else ""
    code = plain(lines(cell.source)[line - 1].strip(), 60).replace("`", "'")
    where = f"cell {cell.number}, line {line}" if cell.number else f"line {line} of its cell"
    return f"{where}: `{code}`"


def lines(source: str) -> list[str]:
    """The lines as Python counts them. `str.splitlines` ends one at a form feed, too, and at more
    that may stand in a text."""
    return list(io.StringIO(source, newline=None))


def _cause(check: Check, stage: str, misconception: str, earlier: Sequence[CheckResult]) -> str:
    """A hint to an earlier failure of the exercise that explains this one, or may; or nothing."""
    own = [f for f in earlier if f.exercise == check.exercise and not f.outcome.green]
    if misconception:
        again = any(found.misconception == misconception for found in own)
        return "This has the same cause as the failure above." if again else ""
    if stage not in CONSEQUENCES:
        return ""
    if any(found.main for found in own):
        return f"This may have the same cause as the first failure of `{check.exercise}`."
    return ""


def result(
    check: Check, device: str, outcome: Outcome, message: str = "", stage: str = ""
) -> CheckResult:
    """The result of a check, with the hints that go with where it stopped."""
    first, second = hints.of_stage(check, stage) if stage else ("", "")
    return CheckResult(
        assignment=check.assignment,
        exercise=check.exercise,
        check=check.name,
        device=device,
        outcome=outcome,
        fact=check.fact,
        message=message,
        hint=first,
        more=second,
        weight=check.weight,
        main=check.main,
        vacuous=check.vacuous,
    )
