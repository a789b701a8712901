"""Running one check and turning whatever happens into a result. Every door comes through here."""

import dataclasses
import functools
import tomllib
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from .checks import GRADERS, Check
from .draw import Draw
from .expect import Mistake
from .functions import Ask, Function, Library
from .outcomes import CheckResult, Outcome
from .returned import Unanswered
from .values import plain
from .warm import EngineError
from .worker.wire import Malformed

# What is said where an exercise has no hint of its own for a stage
GENERAL_HINTS = {
    "nothing": "Does every path through the function end in a `return`?",
    "stub": "Delete the line that raises when you write your code.",
    "waits": "This exercise builds on the ones above it: solve those first.",
    "raised": "Call the function in a cell of its own with small tensors and read the traceback.",
    "raised_on_a_leaf": "Autograd objects to a change in place. Should this step be recorded?",
    "grad_mode": "Whatever you switch off for a step has to be on again after it.",
    "changed": "The caller goes on using its arguments: make new tensors instead.",
    "time": "Look at the condition that ends the loop: does anything in it change?",
    "missing": "Run the notebook from the top (Kernel, Restart and Run All) and look at the cell.",
    "parameters": "Keep the names, the number and the order of the parameters of the stub.",
    "unanswered": "Put your answer in the place of the three dots.",
    "form": "Which form an answer has stands above its cell: compare yours with the example there.",
    "exit": "A function gives its answer with `return`; leave the interpreter running.",
    "device": "Make new tensors on the device of the arguments: `device=x.device`.",
}


# Stages at which the idea behind a check has not come up yet
NOT_THE_IDEA = (
    *("stub", "waits", "missing", "parameters", "exit", "garbled", "grader"),
    *("unanswered", "form", "marking"),
)

# Stages that say that something is off, but not what: an earlier failure may explain them
CONSEQUENCES = ("values", "unchanged", "far", "diverges", "rises", "gradient")


# What a door can give to a check beyond the submission's functions, by the parameter's name
Providers = Mapping[str, Callable[[Check], Any]]
NO_PROVIDERS: Providers = {}


def run_check(
    check: Check,
    ask: Ask,
    device: str,
    seed: int,
    earlier: Sequence[CheckResult] = (),
    providers: Providers = NO_PROVIDERS,
) -> CheckResult:
    """Run `check` against the functions behind `ask`; never raises on a submission's account.

    Args:
        ask: Sends a call to the submission; see `functions.Ask`.
        device: Where the arguments live, "cpu" or "cuda".
        seed: The grading's seed.
        earlier: What this grading has found so far: a hint points to the first cause.
        providers: What else a check may name as a parameter.

    Raises:
        EngineError: The grader cannot work here at all.
    """
    draw = Draw(seed, check.name)
    seeds = [draw.worker_seed()]

    def first_seed() -> int | None:
        return seeds.pop() if seeds else None

    library = Library(ask, device, first_seed, check.exercise)
    arguments: dict[str, Any] = {"draw": draw, "device": device, "library": library}
    for name in check.needs:
        if name in providers:
            arguments[name] = providers[name](check)
        elif name not in arguments:
            arguments[name] = Function(name, ask, device, first_seed)
    outcome, message, stage = _outcome(check, arguments, seed)
    found = result(check, device, outcome, message, stage)
    cause = _cause(check, stage, earlier)
    return dataclasses.replace(found, hint=cause) if cause else found


def _outcome(check: Check, arguments: dict[str, Any], seed: int) -> tuple[Outcome, str, str]:
    """What becomes of a check: its outcome, the message, and the stage where it stopped."""
    try:
        with np.errstate(all="ignore"):  # whatever a submission returns is compared, not judged
            check.function(**{name: arguments[name] for name in check.needs})
    except Unanswered as unanswered:
        return unanswered.outcome, unanswered.message, unanswered.stage
    except Mistake as mistake:
        return Outcome.FAILED, mistake.message, mistake.stage
    except Malformed as error:
        message = f"`{check.exercise}` gave an answer that cannot be read ({plain(str(error))})."
        return Outcome.FAILED, message, "garbled"
    except AssertionError as error:
        return Outcome.FAILED, plain(str(error)) or f"This does not hold: {check.fact}", "values"
    except EngineError:
        raise
    except Exception as error:
        message = (
            f"The check {check.name} itself went wrong ({type(error).__name__}: "
            f"{plain(str(error))}). That is a fault of the grader, not of the notebook: please "
            f"report it with the seed {seed}."
        )
        return Outcome.ERROR, message, "grader"
    return Outcome.PASSED, "", ""


def _cause(check: Check, stage: str, earlier: Sequence[CheckResult]) -> str:
    """A hint to an earlier failure that may explain this one, or nothing."""
    if stage not in CONSEQUENCES:
        return ""
    failed = [found for found in earlier if not found.outcome.green]
    below = [name for name in check.builds_on if any(f.exercise == name for f in failed)]
    if below:
        names = " and ".join(f"`{name}`" for name in below)
        return f"`{check.exercise}` builds on {names}, where something failed: begin there."
    if any(found.exercise == check.exercise and found.main for found in failed):
        return f"This may have the same cause as the first failure of `{check.exercise}`."
    return ""


def result(
    check: Check, device: str, outcome: Outcome, message: str = "", stage: str = ""
) -> CheckResult:
    """The result of a check, with the hint that goes with where it stopped."""
    return CheckResult(
        assignment=check.assignment,
        exercise=check.exercise,
        check=check.name,
        device=device,
        outcome=outcome,
        fact=check.fact,
        message=message,
        hint=hint(check, stage) if stage else "",
        weight=check.weight,
        main=check.main,
        vacuous=check.vacuous,
    )


def hint(check: Check, stage: str) -> str:
    """The most particular hint there is: check and stage, stage, check, the general one."""
    own = hints(check.assignment).get(check.exercise, {})
    short = check.name.removeprefix(f"test_{check.exercise}_")
    of_check = own.get(short, {})
    if isinstance(of_check, str):
        of_check = {"hint": of_check}
    stages = own.get("when", {})
    general = GENERAL_HINTS.get(stage, "")
    if stage in NOT_THE_IDEA:
        return of_check.get(stage) or stages.get(stage) or general
    return (
        of_check.get(stage)
        or stages.get(stage)
        or (general if stage in ("nothing", "raised", "time") else "")
        or of_check.get("hint")
        or general
    )


@functools.cache
def hints(assignment: str) -> dict[str, dict]:
    """The hints of an assignment, from `graders/hints/<assignment>.toml`; {} without one."""
    path = GRADERS / "hints" / f"{assignment}.toml"
    if not path.is_file():
        return {}
    with path.open("rb") as file:
        return tomllib.load(file)
