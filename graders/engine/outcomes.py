"""Outcomes of checks, points, and the grade report: the one result type that all readers share."""

import enum
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

DECIMALS = 2  # of a score: what nbgrader, the terminal and the JSON all show


class Outcome(enum.StrEnum):
    """What became of a check, and of an exercise as a whole."""

    PASSED = "passed"
    FAILED = "failed"
    ERROR = "error"
    NOT_ATTEMPTED = "not_attempted"
    TIMED_OUT = "timed_out"
    SKIPPED = "skipped"
    NEEDS_MARKING = "needs_marking"

    @property
    def words(self) -> str:
        return self.value.replace("_", " ")

    @property
    def green(self) -> bool:
        """Whether a run with nothing but such outcomes ends with exit status 0."""
        return self in (Outcome.PASSED, Outcome.SKIPPED, Outcome.NEEDS_MARKING)


@dataclass(frozen=True)
class CheckResult:
    """The outcome of one check on one device.

    Attributes:
        check: The check's name; `device` says where it ran.
        fact: What is true when it passes.
        message: For anything but a pass: what happened. Fit to be shown.
        misconception: The name of the wrong idea that explains it, or "".
        hint: One hint, or nothing; `more` is a second, more direct one.
        where: The line to look at, or "".
        compared: `expect.Comparison` as a dictionary, where there are values to compare.
        weight, vacuous, main: As the check declares them.
    """

    assignment: str
    exercise: str
    check: str
    device: str
    outcome: Outcome
    fact: str = ""
    message: str = ""
    hint: str = ""
    more: str = ""
    where: str = ""
    misconception: str = ""
    compared: dict | None = None
    weight: float = 1.0
    main: bool = False
    vacuous: bool = False

    @property
    def label(self) -> str:
        return self.check if self.device == "cpu" else f"{self.check}[{self.device}]"

    @property
    def text(self) -> str:
        """Message, hint and where to look, as the report has them."""
        return "\n".join(self.parts())

    def parts(self, more: bool = False) -> list[str]:
        """What a reader is told, line by line; with `more`, the second hint as well."""
        lines = [self.message]
        if self.hint:
            lines.append(f"Hint: {self.hint}")
        if more and self.more:
            lines.append(f"More: {self.more}")
        if self.where:
            lines.append(f"Look at {self.where}")
        return lines


@dataclass
class ExerciseResult:
    """One exercise: its checks' results and the points that follow from them.

    Attributes:
        weight: The sum of the weights of all its checks, also of those that were not asked for.
    """

    exercise: str
    max_score: float
    checks: list[CheckResult] = field(default_factory=list)
    weight: float = 0.0

    @property
    def graded(self) -> list[CheckResult]:
        """The results that points come from: those on the CPU, which every machine has."""
        return [result for result in self.checks if result.device == "cpu"]

    @property
    def score(self) -> float:
        """The points: shared by weight, a vacuous check's only if the main check passed.

        All of them only if every check has passed; a fraction is rounded down.
        """
        passed = [result for result in self.graded if result.outcome is Outcome.PASSED]
        main_passed = any(result.main for result in passed)
        earned = sum(r.weight for r in passed if main_passed or not r.vacuous)
        total = max(self.weight, sum(result.weight for result in self.graded))
        if not total:
            return 0.0
        if len(passed) == len(self.graded) and math.isclose(earned, total):
            return self.max_score
        unit = 10**DECIMALS
        return math.floor(self.max_score * earned / total * unit + 1e-6) / unit

    @property
    def status(self) -> Outcome:
        outcomes = {result.outcome for result in self.checks}
        if not outcomes - {Outcome.SKIPPED}:
            return Outcome.SKIPPED
        if {result.outcome for result in self.graded} == {Outcome.NOT_ATTEMPTED}:
            return Outcome.NOT_ATTEMPTED
        worst = (Outcome.TIMED_OUT, Outcome.ERROR, Outcome.FAILED, Outcome.NOT_ATTEMPTED)
        for outcome in (*worst, Outcome.NEEDS_MARKING):
            if outcome in outcomes:
                return outcome
        return Outcome.PASSED


@dataclass
class AssignmentResult:
    """One assignment of one submission."""

    assignment: str
    exercises: list[ExerciseResult]

    @property
    def score(self) -> float:
        return round(sum(exercise.score for exercise in self.exercises), DECIMALS)

    @property
    def max_score(self) -> float:
        return round(sum(exercise.max_score for exercise in self.exercises), DECIMALS)


@dataclass
class GradeReport:
    """Everything that a grading found out."""

    submission: str
    seed: int
    assignments: list[AssignmentResult]

    @property
    def green(self) -> bool:
        return all(e.status.green for a in self.assignments for e in a.exercises)

    def to_json(self) -> dict:
        """The report as schema 1 has it."""
        return {
            "schema": 1,
            "submission": self.submission,
            "seed": self.seed,
            "assignments": [_assignment_json(result) for result in self.assignments],
        }


def _assignment_json(result: AssignmentResult) -> dict:
    return {
        "assignment": result.assignment,
        "score": result.score,
        "max_score": result.max_score,
        "exercises": [
            {
                "exercise": exercise.exercise,
                "score": exercise.score,
                "max_score": exercise.max_score,
                "status": exercise.status.value,
                "checks": [
                    {
                        "check": check.label,
                        "outcome": check.outcome.value,
                        "message": check.text,
                        "misconception": check.misconception or None,
                    }
                    for check in exercise.checks
                ],
            }
            for exercise in result.exercises
        ],
    }


def assemble(
    assignment: str,
    results: Iterable[CheckResult],
    points: Mapping[str, float],
    weights: Mapping[str, float],
) -> AssignmentResult:
    """Group check results by exercise, in the order of `points`, then as they come.

    Args:
        points: The points of every exercise, in the notebook's order. Exercises without a result
            are left out: they were not asked for.
        weights: The sum of the weights of all checks of every exercise.
    """
    by_exercise: dict[str, list[CheckResult]] = {exercise: [] for exercise in points}
    for result in results:
        by_exercise.setdefault(result.exercise, []).append(result)
    return AssignmentResult(
        assignment,
        [
            ExerciseResult(exercise, points.get(exercise, 0.0), found, weights.get(exercise, 0.0))
            for exercise, found in by_exercise.items()
            if found
        ],
    )
