"""What a terminal shows: a failure as two sentences and a hint, and the table of points."""

import textwrap

from .outcomes import AssignmentResult, CheckResult, ExerciseResult, Outcome

WIDTH = 78


def failure(result: CheckResult, more: bool = False) -> str:
    """One result that is not a pass, for a reader; with `more`, the second hint as well."""
    parts = [f"Wanted: {result.fact}", *result.parts(more)]
    return "\n".join(wrap(part) for part in parts)


def wrap(text: str, indent: str = "  ") -> str:
    return textwrap.fill(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent + "  ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def table(results: list[AssignmentResult]) -> list[str]:
    """The points by exercise, a line each, and the sum."""
    width = max([len(e.exercise) for a in results for e in a.exercises] + [12])
    lines: list[str] = []
    for assignment in results:
        lines.append(assignment.assignment)
        for exercise in assignment.exercises:
            points = f"{exercise.score:g} / {exercise.max_score:g}"
            name = exercise.exercise.ljust(width)
            lines.append(f"  {name}  {exercise.status.words:<14}{points:>9}   {counts(exercise)}")
            untouched = [c for c in exercise.checks if c.outcome is Outcome.NOT_ATTEMPTED]
            if untouched and "(cell" in untouched[0].message:  # it says where
                lines.append(wrap(untouched[0].message, "    "))
        waiting = sum(
            exercise.max_score
            for exercise in assignment.exercises
            if exercise.status is Outcome.NEEDS_MARKING
        )
        total = f"{assignment.score:g} / {assignment.max_score:g}"
        lines.append(f"  {'points'.ljust(width)}  {'':<14}{total:>9}")
        if waiting:
            lines.append(
                f"  ({waiting:g} of them are given by your instructor, who marks the rest)"
            )
        skipped = [
            check
            for exercise in assignment.exercises
            for check in exercise.checks
            if check.outcome is Outcome.SKIPPED
        ]
        if skipped:
            many = "1 check" if len(skipped) == 1 else f"{len(skipped)} checks"
            lines.append(f"  ({many} skipped: {skipped[0].message})")
    return lines


def counts(exercise: ExerciseResult) -> str:
    """ "6 of 7 checks passed", and what of the GPU."""
    if exercise.status is Outcome.NEEDS_MARKING:
        return "marked by your instructor"
    graded = exercise.graded
    passed = sum(result.outcome is Outcome.PASSED for result in graded)
    words = f"{passed} of {len(graded)} checks passed" if graded else "no check on the CPU"
    gpu = [r for r in exercise.checks if r.device != "cpu" and r.outcome is not Outcome.SKIPPED]
    if gpu:
        words += f", GPU {sum(r.outcome is Outcome.PASSED for r in gpu)} of {len(gpu)}"
    return words
