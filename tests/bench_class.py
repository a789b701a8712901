"""The class that is measured: who hands in what. The same for every run, and no two alike.

Sizes that are multiples of `CYCLE` have the shares of `SHARES`; a smaller class is the beginning of
a larger one. A submission is a dictionary: the new text of the cells that were changed, by name.
"""

import functools
import random
from collections.abc import Mapping
from dataclasses import dataclass

import corpus

ASSIGNMENT = "linear_regression_scratch"
EXERCISES = ("data_iter", "linreg", "squared_loss", "sgd", "train")
TRAINING = "losses = train("  # how the cell that trains on the houses is known

# Of twenty in a row. Mixed, so that the beginning of a class is like the whole
PATTERN = "rrwrrsrwrrwurrwrrwrp"
CYCLE = len(PATTERN)
KINDS = {
    "r": "right, each exercise in a style of its own",
    "w": "one to three exercises wrong, the others right",
    "u": "untouched",
    "p": "the first one to three exercises right, the others untouched",
    "s": "slow",
}
SHARES = {text: PATTERN.count(kind) / CYCLE for kind, text in KINDS.items()}
# The slow ones, in turn
SLOW = ("loops over rows and numbers in Python", "thirty epochs", "a second asleep")
LOOPS = {
    "data_iter": "data_iter_yields_lists_of_stacked_rows",
    "linreg": "linreg_double_loop_and_stack",
    "squared_loss": "squared_loss_loops_and_stacks",
    "sgd": "sgd_number_by_number",
    "train": "train_while_loops",
}
# Measured apart, and in no class: an endless loop costs either side the time limit that the
# instructor has set, and says nothing else. Processes that a `DataLoader` starts are started for
# each call, and a check calls often
ENDLESS = (
    "data_iter_cycles_for_ever",
    "data_iter_never_ends",
    "data_iter_never_moves_on",
    "data_iter_while_true_over_slices",
)
PROCESSES = "data_iter_dataloader_with_workers"


@dataclass(frozen=True)
class Member:
    """One student.

    Attributes:
        kind: One of `KINDS`.
        cells: The sources of the solution cells that are not stubs any more, by name.
        before: What they have put above the line that trains on the houses.
        epochs: For how many it trains.
    """

    name: str
    kind: str
    cells: Mapping[str, str]
    before: str = ""
    epochs: int = 3


def members(count: int, first: int = 0) -> list[Member]:
    """Students number `first` and after."""
    return [_member(number) for number in range(first, first + count)]


def starters(count: int) -> list[Member]:
    """Right submissions, for measuring what a run takes that is no submission's."""
    return [Member(f"start{number}", "r", _references()) for number in range(count)]


def shares(of: list[Member]) -> dict[str, float]:
    """Which part of a class is of which kind."""
    return {text: sum(m.kind == kind for m in of) / len(of) for kind, text in KINDS.items()}


def special(name: str, sample: str) -> Member:
    """A right submission but for the one exercise that a sample solves."""
    exercise = max((e for e in EXERCISES if sample.startswith(f"{e}_")), key=len)
    return Member(name, "s", {**_references(), exercise: _sources()[sample]})


def fill(notebook: dict, member: Member) -> dict:
    """A released notebook as a student hands it in; changed in place."""
    for cell in notebook["cells"]:
        name = cell["metadata"].get("nbgrader", {}).get("grade_id")
        source = "".join(cell["source"])
        if name in member.cells:
            cell["source"] = member.cells[name]
        elif cell["cell_type"] == "code" and TRAINING in source:
            source = source.replace("num_epochs=3", f"num_epochs={member.epochs}")
            cell["source"] = member.before + source
    return notebook


def _member(number: int) -> Member:
    kind = PATTERN[number % CYCLE]
    rng = random.Random(number)
    right = {exercise: rng.choice(_samples(exercise, right=True)) for exercise in EXERCISES}
    name, before, epochs = f"student{number:04}", "", 3
    match kind:
        case "w":
            for exercise in rng.sample(EXERCISES, rng.randint(1, 3)):
                right[exercise] = rng.choice(_samples(exercise, right=False))
        case "u":
            right = {}
        case "p":
            done = EXERCISES[: rng.randint(1, 3)]
            right = {exercise: right[exercise] for exercise in done}
        case "s":
            slow = SLOW[number // CYCLE % len(SLOW)]
            if slow == SLOW[0]:
                right = {exercise: _sources()[sample] for exercise, sample in LOOPS.items()}
            elif slow == SLOW[1]:
                epochs = 30
            else:
                before = "import time\n\ntime.sleep(1)  # let the machine cool down\n"
    return Member(name, kind, right, before, epochs)


@functools.cache
def _sources() -> dict[str, str]:
    """The sample submissions, without the header that says what is wrong with them."""
    found = [one for one in corpus.samples() if one.assignment == ASSIGNMENT]
    return {one.name: _without_header(one.source) for one in found}


def _without_header(source: str) -> str:
    lines = source.splitlines(keepends=True)
    while lines and lines[0].startswith(("# caught by: ", "# misconception: ")):
        del lines[0]
    return "".join(lines)


@functools.cache
def _samples(exercise: str, right: bool) -> list[str]:
    """The sources from which a class is drawn; the instructor's own is one of the right ones."""
    of_mine = [
        _without_header(one.source)
        for one in corpus.samples()
        if (one.assignment, one.exercise, one.right) == (ASSIGNMENT, exercise, right)
        and one.name not in (*ENDLESS, PROCESSES)
    ]
    return [*of_mine, _references()[exercise]] if right else of_mine


@functools.cache
def _references() -> dict[str, str]:
    cells = {e: corpus.reference(ASSIGNMENT).solution_cell(e) for e in EXERCISES}
    return {e: _without_markers(cell.source) for e, cell in cells.items() if cell is not None}


def _without_markers(source: str) -> str:
    lines = source.splitlines(keepends=True)
    return "".join(line for line in lines if not line.strip().startswith("### "))
