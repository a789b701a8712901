"""Auto-graded exercises for people who learn deep learning with PyTorch.

In a notebook: `check = checker("linear_regression_scratch")`, then `check("sgd")`.
"""

__version__ = "0.1.0"
__all__ = ["check", "checker"]


def check(
    exercise: str,
    assignment: str | None = None,
    *,
    hint: bool = False,
    seed: int | None = None,
) -> None:
    """Run the checks of `exercise` on the functions of this kernel: silence means all passed.

    Args:
        exercise: The exercise's name, for instance "sgd".
        assignment: Its assignment; needed only where two assignments have such an exercise.
        hint: Whether to show the second, more direct hints as well.
        seed: Replays the inputs of an earlier check. A fresh one is drawn otherwise.

    Raises:
        CheckFailed: Something is missing or wrong; it shows what, and a hint.
    """
    from graders.engine import live

    live.check(exercise, assignment, hint=hint, seed=seed, namespace=live.caller_namespace())


def checker(assignment: str):
    """`check` for the exercises of one assignment, as its notebook uses it."""

    def check(exercise: str, *, hint: bool = False, seed: int | None = None) -> None:
        from graders.engine import live

        live.check(exercise, assignment, hint=hint, seed=seed, namespace=live.caller_namespace())

    return check
