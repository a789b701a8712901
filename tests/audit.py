"""Grade the grader: how often is it wrong? `tox run -e audit`; with options: `-- --help`.

Right and wrong sample submissions, mutants of the reference solutions, and the same gradings again
and again. The findings go to `docs/accuracy.md` and `docs/accuracy.json`. The exit status is 1
where one of them is beyond its bar.
"""

import argparse
import dataclasses
import functools
import json
import multiprocessing
import multiprocessing.util
import os
import sys
import time
import tomllib
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import accuracy
import corpus
import mutants
from corpus import Graders, failures, named

from graders.engine import checks
from graders.engine.outcomes import ExerciseResult
from graders.engine.warm import Limits

DOCS = corpus.PROJECT / "docs"
EQUIVALENT = Path(__file__).parent / "equivalent_mutants.toml"
IMPATIENT = Limits(cell_seconds=10, call_seconds=3)  # a mutant may loop for ever


@dataclass(frozen=True)
class Job:
    """Gradings of one solution.

    Attributes:
        kind: "right", "wrong", "mutant", "repeat" or "reference".
        exercise: The one that `source` solves; "" for a reference, of which all are graded.
        name: Of the sample or the mutant; "" for a reference.
        expected: The misconceptions of a wrong sample.
        times: How often to grade it, each time with fresh inputs, in a fresh worker.
    """

    kind: str
    assignment: str
    exercise: str
    name: str
    source: str
    expected: frozenset[str] = frozenset()
    times: int = 1
    device: str = "cpu"


@dataclass
class Done:
    """What became of a job.

    Attributes:
        full: How many of its gradings gave full marks.
        named: The misconceptions that the first grading named.
        complaints: Of the first grading without full marks, what failed.
    """

    job: Job
    full: int = 0
    named: frozenset[str] = frozenset()
    complaints: list[str] = field(default_factory=list)
    seconds: float = 0.0


@functools.cache
def graders() -> Graders:
    """Those of this process, for as long as it lives."""
    found = Graders()
    multiprocessing.util.Finalize(None, found.close, exitpriority=1)
    return found


def grade(job: Job) -> list[Done]:
    """Do a job, in whichever process it has come to; what came of it, by exercise."""
    found: dict[str, Done] = {}
    start = time.perf_counter()
    for _ in range(job.times):
        for result in _once(job):
            done = found.setdefault(
                result.exercise,
                Done(dataclasses.replace(job, exercise=result.exercise), named=named([result])),
            )
            complaints = failures(result)
            done.full += not complaints
            done.complaints = done.complaints or complaints
    for done in found.values():
        done.seconds = (time.perf_counter() - start) / len(found)
    return list(found.values())


def _once(job: Job) -> list[ExerciseResult]:
    if job.kind == "reference":
        return graders().grade_reference(job.assignment, job.device)
    limits = IMPATIENT if job.kind == "mutant" else None
    one = graders().grade(job.assignment, job.exercise, job.source, job.device, limits)
    return [one]


# --- the jobs --------------------------------------------------------------------------------


def sample_jobs(share: int) -> Iterator[Job]:
    """Every sample once; with `share` n, each n-th."""
    for sample in corpus.samples()[::share]:
        yield Job(
            "right" if sample.right else "wrong",
            sample.assignment,
            sample.exercise,
            sample.name,
            sample.source,
            sample.misconceptions,
        )


def mutant_jobs(share: int) -> Iterator[Job]:
    """Every mutant of a coding exercise that is not known to be equivalent, or each n-th."""
    excused = equivalent()
    found = [
        Job("mutant", assignment, mutant.exercise, mutant.name, mutant.source)
        for assignment, exercise, source in solutions()
        for mutant in mutants.of_exercise(assignment, exercise, source)
        if (assignment, mutant.name) not in excused
    ]
    yield from found[::share]


def equivalent() -> dict[tuple[str, str], str]:
    """The mutants that no check can tell from the reference, and the reason why."""
    listed = tomllib.loads(EQUIVALENT.read_text(encoding="utf-8"))["mutant"]
    return {(one["assignment"], one["name"]): one["reason"] for one in listed}


def solutions() -> Iterator[tuple[str, str, str]]:
    """Of every coding exercise its assignment, its name and the reference solution."""
    for assignment in checks.assignments():
        found = {c.exercise: c for c in checks.of_assignment(assignment)}
        for exercise, check in found.items():
            cell = corpus.reference(assignment).solution_cell(exercise)
            is_question = hasattr(check.function, "__question__")
            if cell is not None and not is_question:
                yield assignment, exercise, cell.source


def repeat_jobs(references: int, samples: int, device: str = "cpu") -> Iterator[Job]:
    """The reference and every right sample, many times, in pieces that processes can share."""
    for assignment in checks.assignments():
        for times in pieces(references):
            yield Job("reference", assignment, "", "", "", times=times, device=device)
    for sample in corpus.samples():
        for times in pieces(samples if sample.right else 0):
            yield Job(
                "repeat",
                sample.assignment,
                sample.exercise,
                sample.name,
                sample.source,
                times=times,
                device=device,
            )


def pieces(total: int, size: int = 50) -> list[int]:
    """`total` in pieces of at most `size`."""
    return [min(size, total - begin) for begin in range(0, total, size)]


# --- doing them ------------------------------------------------------------------------------


def do(jobs: Iterable[Job], processes: int) -> Iterator[Done]:
    """Do jobs in several processes; each has a warm process of its own."""
    jobs = list(jobs)
    count, start = sum(job.times for job in jobs), time.perf_counter()
    done = 0
    with ProcessPoolExecutor(processes, multiprocessing.get_context("spawn")) as pool:
        for number, (job, found) in enumerate(zip(jobs, pool.map(grade, jobs), strict=True)):
            done += job.times
            if number % 50 == 49 or number == len(jobs) - 1:
                minutes = (time.perf_counter() - start) / 60
                print(f"{job.kind}: {done} of {count}, {minutes:.1f} min", file=sys.stderr)
            yield from found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--quick", action="store_true", help="a tenth of it all; writes nothing")
    parser.add_argument("--references", type=int, help="gradings of each reference (2000)")
    parser.add_argument("--samples", type=int, help="gradings of each right sample (200)")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--output", type=Path, help="where to write (docs/)")
    options = parser.parse_args()
    share = 10 if options.quick else 1
    references = options.references if options.references is not None else (2000, 4)[options.quick]
    samples = options.samples if options.samples is not None else (200, 0)[options.quick]
    jobs = [*sample_jobs(share), *mutant_jobs(share), *repeat_jobs(references, samples)]
    if graders().warm.gpu:  # a part of it: the same checks, on the other device
        jobs += repeat_jobs(max(1, references // 20), max(1, samples // 20), device="cuda")
    start = time.perf_counter()
    found = list(do(jobs, options.processes))
    command = f"python tests/audit.py --references {references} --samples {samples}"
    about = {"command": command, "seconds": time.perf_counter() - start, "quick": options.quick}
    report = accuracy.Report(found, equivalent(), about)
    print(report.summary())
    output = options.output or (None if options.quick else DOCS)
    if output is not None:
        output.mkdir(parents=True, exist_ok=True)
        (output / "accuracy.md").write_text(report.markdown(), encoding="utf-8")
        text = json.dumps(report.to_json(), indent=1, ensure_ascii=False)
        (output / "accuracy.json").write_text(text + "\n", encoding="utf-8")
    return 0 if report.fine else 1


if __name__ == "__main__":
    sys.exit(main())
