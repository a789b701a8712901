"""Hints, in two steps: the first points at the idea, the second, for those who ask, is more direct.

They are in `graders/hints/<assignment>.toml`: for each check, and for stages where a comparison may
stop. What is said of a stage in any exercise is here.
"""

import functools
import tomllib

from .checks import GRADERS, Check

# What is said where an exercise has no hint of its own for a stage: first, and second
GENERAL_HINTS = {
    "nothing": (
        "Does every path through the function end in a `return`?",
        "Without a `return`, or with a bare one, a call gives None, however much it has computed.",
    ),
    "stub": (
        "Delete the line that raises when you write your code.",
        "It is the line `raise NotImplementedError()` below the docstring.",
    ),
    "waits": (
        "This exercise builds on the ones above it: solve those first.",
        "The table of points says which of them is not right yet.",
    ),
    "raised": (
        "Call the function in a cell of its own with small tensors and read the traceback.",
        "Print the shape and the type of each variable above the line that the message names.",
    ),
    "raised_on_a_leaf": (
        "Autograd objects to a change in place. Should this step be recorded?",
        "An update of parameters is no part of the model. Torch can be told to look away for it.",
    ),
    "grad_mode": (
        "Whatever you switch off for a step has to be on again after it.",
        "A `with` block switches it on again by itself, whatever happens inside.",
    ),
    "changed": (
        "The caller goes on using its arguments: make new tensors instead.",
        "Operations that end in an underscore, `+=` and assignments to `x[...]` write in place.",
    ),
    "time": (
        "Look at the condition that ends the loop: does anything in it change?",
        "Print the variable of the condition in every turn, for three rows of data.",
    ),
    "missing": (
        "Run the notebook from the top (Kernel, Restart and Run All) and look at the cell.",
        "The name has to be spelt as in the stub, and defined above its check cell.",
    ),
    "parameters": (
        "Keep the names, the number and the order of the parameters of the stub.",
        "The first line of the stub is the contract: copy it from the notebook as you got it.",
    ),
    "unanswered": (
        "Put your answer in the place of the three dots.",
        "Write it behind the equals sign, and run the cell.",
    ),
    "form": (
        "Which form an answer has stands above its cell: compare yours with the example there.",
        "Assign the answer itself to the variable: no function, no sentence around it.",
    ),
    "exit": (
        "A function gives its answer with `return`; leave the interpreter running.",
        "Look for `exit()`, `quit()` and `sys.exit()`.",
    ),
    "device": (
        "Make new tensors on the device of the arguments: `device=x.device`.",
        "`torch.zeros(...)`, `torch.randperm(...)` and their kin live on the CPU unless told.",
    ),
}


# Stages at which the idea behind a check has not come up yet
NOT_THE_IDEA = (
    *("stub", "waits", "missing", "parameters", "exit", "garbled", "grader"),
    *("unanswered", "form", "marking"),
)


def of_stage(check: Check, stage: str) -> tuple[str, str]:
    """The most particular hints there are: check and stage, stage, check, the general ones.

    The first points at the idea; the second, for those who ask, is more direct.
    """
    own = of_assignment(check.assignment).get(check.exercise, {})
    short = check.name.removeprefix(f"test_{check.exercise}_")
    of_check = own.get(short, {})
    if not isinstance(of_check, dict):
        of_check = {"hint": of_check}
    stages = own.get("when", {})
    general = GENERAL_HINTS.get(stage)
    if stage in NOT_THE_IDEA:
        found = of_check.get(stage) or stages.get(stage) or general
    else:
        found = (
            of_check.get(stage)
            or stages.get(stage)
            or (general if stage in ("nothing", "raised", "time") else None)
            or of_check.get("hint")
            or general
        )
    if isinstance(found, str):  # one will do
        return found, ""
    first, second = found or ("", "")
    return first, second


@functools.cache
def of_assignment(assignment: str) -> dict[str, dict]:
    """The hints of an assignment, from `graders/hints/<assignment>.toml`; {} without one."""
    path = GRADERS / "hints" / f"{assignment}.toml"
    if not path.is_file():
        return {}
    with path.open("rb") as file:
        return tomllib.load(file)
