"""The sample submissions, and how one of them is graded.

`submissions/<assignment>/<right or wrong>/<exercise>_<what it does>.py` is the solution cell of one
exercise. A wrong one begins with two comments:

    # caught by: test_sgd_steps_against_the_gradient
    # misconception: never_divides_by_batch_size

The second is left out where no misconception explains it: then none may be named.
"""

import ast
import dataclasses
import functools
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from graders.engine import checks, grading, keys, notebook, oracle, warm
from graders.engine.notebook import Notebook
from graders.engine.outcomes import ExerciseResult, Outcome
from graders.engine.running import Providers

PROJECT = Path(__file__).parent.parent
SUBMISSIONS = Path(__file__).parent / "submissions"
POINTS = 10.0  # of every exercise of a sample: marks are told apart by right and less than right


@dataclass(frozen=True)
class Sample:
    """One sample submission of one exercise."""

    assignment: str
    exercise: str
    name: str
    source: str
    right: bool

    def _header(self, key: str) -> str:
        begin = f"# {key}: "
        lines = self.source.splitlines()[:2]
        return next((line.removeprefix(begin) for line in lines if line.startswith(begin)), "")

    @property
    def caught_by(self) -> str:
        """The check that is meant to catch it."""
        return self._header("caught by").strip()

    @property
    def misconceptions(self) -> frozenset[str]:
        """The names of those that it has."""
        return frozenset(filter(None, map(str.strip, self._header("misconception").split(";"))))


def _read(path: Path) -> Sample:
    assignment, kind = path.parts[-3:-1]
    exercises = {check.exercise for check in checks.of_assignment(assignment)}
    exercise = max((e for e in exercises if path.stem.startswith(f"{e}_")), key=len)
    return Sample(
        assignment, exercise, path.stem, path.read_text(encoding="utf-8"), kind == "right"
    )


@functools.cache
def samples() -> list[Sample]:
    """All right and wrong ones. The hostile ones are for `test_hostile.py`, and its guard."""
    paths = [path for kind in ("right", "wrong") for path in SUBMISSIONS.glob(f"*/{kind}/*.py")]
    return [_read(path) for path in sorted(paths)]


def shape_of(source: str) -> str:
    """What is left of code without its own names, its formatting, its constants, its comments."""
    tree = ast.parse(source)
    bound = {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    bound |= {
        node.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    }
    names: dict[str, str] = {}

    def renamed(name: str) -> str:
        return names.setdefault(name, f"n{len(names)}")

    for node in ast.walk(tree):
        match node:
            case ast.Constant():
                node.value, node.kind = type(node.value).__name__, None
            case ast.Name() if node.id in bound:
                node.id = renamed(node.id)
            case ast.arg():
                node.arg, node.annotation = renamed(node.arg), None
            case ast.FunctionDef() | ast.ClassDef():
                node.name = renamed(node.name)
                node.body = [s for s in node.body if not _is_text(s)] or node.body
    return ast.dump(tree)


def _is_text(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


@functools.cache
def reference(assignment: str) -> Notebook:
    """The source notebook of an assignment."""
    return notebook.read(source_of(assignment))


def source_of(assignment: str) -> Path:
    return PROJECT / "solutions" / assignment / f"{assignment}.ipynb"


def solved(assignment: str, solutions: dict[str, str]) -> Notebook:
    """The reference with other solution cells, by exercise."""
    cells = [
        dataclasses.replace(cell, source=solutions.get(cell.grade_id, cell.source))
        for cell in reference(assignment).cells
    ]
    return Notebook(assignment, cells)


class Graders:
    """Grades samples: one warm process, one oracle, the keys of each assignment."""

    def __init__(
        self,
        isolation: str = "auto",
        preload: Iterable[str] = warm.FOR_MANY,
        figures: bool = False,
    ) -> None:
        self.warm = warm.WarmProcess(preload=preload, isolation=isolation, figures=figures)
        self.oracle = oracle.WorkerOracle(self.warm)
        self._source = functools.cache(lambda name: keys.Source(source_of(name)))
        self.providers: Providers = {
            "key": lambda check: self._source(check.assignment).key(check.exercise),
            "oracle": lambda check: self.oracle,
        }

    def close(self) -> None:
        self.oracle.close()
        self.warm.close()

    def grade(
        self,
        assignment: str,
        exercise: str,
        source: str,
        device: str = "cpu",
        limits: warm.Limits | None = None,
        seed: int | None = None,
    ) -> ExerciseResult:
        """Grade the one exercise that `source` solves; all others are right."""
        mine = [c for c in checks.of_assignment(assignment) if c.exercise == exercise]
        submission = solved(assignment, {exercise: source})
        (result,) = self._grade(submission, mine, device, limits, seed)
        return result

    def grade_reference(self, assignment: str, device: str = "cpu") -> list[ExerciseResult]:
        """Grade all exercises of the reference."""
        return self._grade(reference(assignment), checks.of_assignment(assignment), device)

    def _grade(
        self,
        submission: Notebook,
        mine: list[checks.Check],
        device: str,
        limits: warm.Limits | None = None,
        seed: int | None = None,
    ) -> list[ExerciseResult]:
        if device == "cuda":
            mine = [check for check in mine if not check.cpu_only]
        return self.grading(submission, mine, device, limits, seed).result.exercises

    def grading(
        self,
        submission: Notebook,
        mine: list[checks.Check],
        device: str = "cpu",
        limits: warm.Limits | None = None,
        seed: int | None = None,
        finish: bool = False,
    ) -> grading.Grading:
        """Grade some checks of a notebook; with `finish`, run the cells after them, too."""
        everything = checks.of_assignment(submission.name)
        return grading.grade(
            submission,
            mine,
            self.warm,
            seed=grading.draw_seed() if seed is None else seed,
            points={check.exercise: POINTS for check in mine},
            limits=limits,
            device=device,
            finish=finish,
            providers=self.providers,
            right={check.exercise for check in everything},
        )


def failures(result: ExerciseResult) -> list[str]:
    """What a result complains of, with its seedless text."""
    good = (Outcome.PASSED, Outcome.NEEDS_MARKING, Outcome.SKIPPED)
    return [f"{c.label}: {c.text}" for c in result.checks if c.outcome not in good]


def named(results: Iterable[ExerciseResult]) -> frozenset[str]:
    """The misconceptions that results name."""
    return frozenset(c.misconception for r in results for c in r.checks if c.misconception)
