"""What came of a class: for the progress line, for the end, and as JSON."""

import dataclasses
from collections import Counter
from dataclasses import dataclass, field

from ..outcomes import Outcome
from .step import Graded

KINDS = ("all points", "some points", "no points")
MOST = 10  # misconceptions that are listed


@dataclass
class ExerciseSummary:
    """The marks of one exercise.

    Attributes:
        points: What it is worth.
        scores: The sum of all marks; `full` is how many have all points.
        outcomes: How often each outcome came.
    """

    exercise: str
    points: float
    count: int = 0
    scores: float = 0.0
    full: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)

    @property
    def mean(self) -> float:
        return self.scores / self.count if self.count else 0.0


@dataclass
class Look:
    """A submission that a person should look at, and why."""

    student: str
    reason: str


@dataclass
class Summary:
    """Everything that is said of a run.

    Attributes:
        order: The exercises as they were released.
        graded: How many submissions were graded and recorded; `passed_over`: because they had
            been before, they were not.
        failed: Those that could not be graded, and why.
        marks: Of every student, by cell; None where a person marks.
        tally: How many are of each of `KINDS`.
    """

    assignment: str
    order: list[str] = field(default_factory=list)
    graded: int = 0
    passed_over: int = 0
    seconds: float = 0.0
    tally: Counter[str] = field(default_factory=Counter)
    exercises: dict[str, ExerciseSummary] = field(default_factory=dict)
    misconceptions: Counter[str] = field(default_factory=Counter)
    looks: list[Look] = field(default_factory=list)
    failed: dict[str, str] = field(default_factory=dict)
    marks: dict[str, dict[str, float | None]] = field(default_factory=dict)

    def add(self, graded: Graded) -> None:
        """Count a submission that has been recorded."""
        self.graded += 1
        earned, worth = 0.0, 0.0
        by_hand = False
        reasons: list[str] = []
        marks = self.marks.setdefault(graded.student, {})
        for name, notebook in graded.notebooks.items():
            prefix = f"{name}/" if len(graded.notebooks) > 1 else ""
            marks.update({prefix + cell: score for cell, score in notebook.scores.items()})
            by_hand |= None in notebook.scores.values()
            if notebook.unreadable:
                reasons.append(notebook.unreadable)
            for exercise in notebook.result.exercises if notebook.result else ():
                earned, worth = earned + exercise.score, worth + exercise.max_score
                found = self.exercises.setdefault(
                    prefix + exercise.exercise,
                    ExerciseSummary(prefix + exercise.exercise, exercise.max_score),
                )
                found.count += 1
                found.scores += exercise.score
                found.full += exercise.score == exercise.max_score
                found.outcomes[exercise.status.value] += 1
                named = {check.misconception for check in exercise.checks if check.misconception}
                self.misconceptions.update(f"{exercise.exercise}: {name}" for name in named)
                if exercise.status is Outcome.TIMED_OUT:
                    reasons.append(f"{exercise.exercise} ran out of time")
        if by_hand:
            reasons.append("has answers that a person marks")
        self.looks += [Look(graded.student, reason) for reason in dict.fromkeys(reasons)]
        self.tally[_kind(earned, worth)] += 1

    def to_json(self) -> dict:
        """The summary as schema 1 has it."""
        return {
            "schema": 1,
            "assignment": self.assignment,
            "graded": self.graded,
            "passed_over": self.passed_over,
            "seconds": round(self.seconds, 3),
            "tally": dict(self.tally),
            "exercises": [
                {
                    "exercise": one.exercise,
                    "points": one.points,
                    "mean": round(one.mean, 4),
                    "full": one.full,
                    "outcomes": dict(one.outcomes),
                }
                for one in self._in_order()
            ],
            "misconceptions": dict(self.misconceptions.most_common()),
            "needs_a_look": [dataclasses.asdict(look) for look in self.looks],
            "failed": self.failed,
            "marks": self.marks,
        }

    def _in_order(self) -> list[ExerciseSummary]:
        place = {name: number for number, name in enumerate(self.order)}
        return sorted(self.exercises.values(), key=lambda one: place.get(one.exercise, len(place)))

    def lines(self) -> list[str]:
        """The summary for a terminal."""
        each = f", {self.seconds / self.graded:.2f} s each" if self.graded else ""
        lines = [f"{self.assignment}: {self.graded} graded in {self.seconds:.1f} s{each}"]
        if self.passed_over:
            lines[0] += f"; {self.passed_over} had been before (--force grades them again)"
        if self.tally:
            lines.append("  " + ", ".join(f"{self.tally[kind]} with {kind}" for kind in KINDS))
        if self.exercises:
            wide = max(len(name) for name in self.exercises)
            lines += ["", f"  {'exercise':<{wide}}  points   mean  all points"]
        for one in self._in_order():
            share = f"{one.full} of {one.count}"
            lines.append(f"  {one.exercise:<{wide}}  {one.points:6g} {one.mean:6.2f}  {share:>10}")
        if self.misconceptions:
            lines += ["", "Most frequent misconceptions"]
            for name, count in self.misconceptions.most_common(MOST):
                lines.append(f"  {count:5d}  {name.replace('_', ' ')}")
        if self.looks:
            lines += ["", "For a person to look at"]
            lines += [f"  {look.student}: {look.reason}" for look in self.looks]
        if self.failed:
            lines += ["", "Not graded"]
            lines += [f"  {student}: {reason}" for student, reason in self.failed.items()]
        return lines


def _kind(earned: float, worth: float) -> str:
    every, some, none = KINDS
    if earned >= worth:
        return every
    return some if earned else none
