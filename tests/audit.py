"""Grade the grader: how often is it wrong? `tox run -e audit`; with options: `-- --help`.

Right and wrong sample submissions, mutants of the reference solutions, and the same gradings again
and again. The findings go to `docs/accuracy.md` and `docs/accuracy.json`. The exit status is 1
where one of them is beyond its bar. It takes hours: with `--journal FILE` what is done is written
down, and the same command goes on from there, as far as the code that decides is still the same.
"""

import argparse
import contextlib
import dataclasses
import functools
import hashlib
import importlib.metadata
import json
import multiprocessing
import multiprocessing.util
import os
import platform
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable, Iterable, Iterator
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
        piece: Tells apart the jobs that one solution's gradings were cut into.
    """

    kind: str
    assignment: str
    exercise: str
    name: str
    source: str
    expected: frozenset[str] = frozenset()
    times: int = 1
    device: str = "cpu"
    piece: int = 0

    @property
    def key(self) -> str:
        """The same for the same job in another run of the audit."""
        fields = {**dataclasses.asdict(self), "expected": sorted(self.expected)}
        return hashlib.sha256(json.dumps(fields, sort_keys=True).encode()).hexdigest()[:16]


@dataclass
class Done:
    """What became of a job.

    Attributes:
        full: How many of its gradings gave full marks.
        named: The misconceptions that were named: of several gradings, by the first that did not
            name those that it should, if there is one.
        complaints: Of the first grading without full marks, what failed.
    """

    job: Job
    full: int = 0
    named: frozenset[str] = frozenset()
    complaints: list[str] = field(default_factory=list)


@functools.cache
def graders() -> Graders:
    """Those of this process, for as long as it lives."""
    found = Graders()
    multiprocessing.util.Finalize(None, found.close, exitpriority=1)
    return found


def grade(job: Job) -> tuple[list[Done], float]:
    """Do a job, in whichever process it has come to; what came of it, by exercise, and the
    seconds it took."""
    found: dict[str, Done] = {}
    start = time.perf_counter()
    for _ in range(job.times):
        for result in _once(job):
            done = found.setdefault(
                result.exercise,
                Done(dataclasses.replace(job, exercise=result.exercise), named=named([result])),
            )
            if done.named == job.expected:
                done.named = named([result])
            complaints = failures(result)
            done.full += not complaints
            done.complaints = done.complaints or complaints
    return list(found.values()), time.perf_counter() - start


def _once(job: Job) -> list[ExerciseResult]:
    if job.kind == "reference":
        return graders().grade_reference(job.assignment, job.device)
    limits = IMPATIENT if job.kind == "mutant" else None
    one = graders().grade(job.assignment, job.exercise, job.source, job.device, limits)
    return [one]


# --- the jobs --------------------------------------------------------------------------------


def sample_jobs(share: int, wrong: int = 1) -> Iterator[Job]:
    """Every sample; with `share` n, each n-th. Right ones once, wrong ones `wrong` times."""
    for sample in corpus.samples()[::share]:
        yield Job(
            "right" if sample.right else "wrong",
            sample.assignment,
            sample.exercise,
            sample.name,
            sample.source,
            sample.misconceptions,
            times=1 if sample.right else wrong,
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
    """The reference and every right sample, many times, in pieces that processes can share. First
    comes a piece of each, then another: what was broken off is a whole audit of a smaller size."""
    for piece, times in enumerate(pieces(references)):
        for assignment in checks.assignments():
            yield Job("reference", assignment, "", "", "", times=times, device=device, piece=piece)
    for piece, times in enumerate(pieces(samples)):
        for sample in corpus.samples():
            if sample.right:
                about = (sample.assignment, sample.exercise, sample.name, sample.source)
                yield Job("repeat", *about, times=times, device=device, piece=piece)


def pieces(total: int, size: int = 50) -> list[int]:
    """`total` in pieces of at most `size`."""
    return [min(size, total - begin) for begin in range(0, total, size)]


# --- doing them ------------------------------------------------------------------------------


def deciding(assignment: str) -> set[Path]:
    """The files that decide about a solution of an assignment: the modules of the engine that this
    process has imported, and a worker's; checks, hints, misconceptions, and the source notebook."""
    for name in checks.assignments():
        checks.of_assignment(name)  # imports what checks need of the engine
    own = checks.GRADERS / "misconceptions" / assignment
    loaded = [m.__file__ for name, m in sys.modules.items() if name.startswith("graders.engine.")]
    return {
        *map(Path, filter(None, [*loaded, corpus.__file__])),
        *(checks.GRADERS / "engine" / "worker").glob("*.py"),
        *own.parent.glob("*.py"),
        *own.glob("*.py"),
        checks.GRADERS / f"test_{assignment}.py",
        checks.GRADERS / "hints" / f"{assignment}.toml",
        corpus.source_of(assignment),
    }


@functools.cache
def decider(assignment: str) -> str:
    """A mark of what decides about a solution of an assignment: the content of these files, and the
    versions of Python, NumPy and PyTorch."""
    versions = [platform.python_version(), *map(importlib.metadata.version, ("numpy", "torch"))]
    digest = hashlib.sha256(" ".join(versions).encode())
    for path in sorted(deciding(assignment)):
        digest.update(path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


class Journal:
    """What was done already, a line for each job, so that the audit can go on where it ended.

    Args:
        path: The file; None to remember nothing.
        decider: What decides about an assignment's solutions. A line counts for nothing if that was
            something else.
    """

    def __init__(self, path: Path | None, decider: Callable[[str], str] = decider) -> None:
        self._path, self._decider = path, decider
        self._lines: dict[tuple[str, str], dict] = {}
        for text in path.read_text().splitlines() if path and path.exists() else []:
            with contextlib.suppress(ValueError):  # cut off in the middle of the last line
                line = json.loads(text)
                self._lines[line["decider"], line["key"]] = line

    def done(self, job: Job) -> tuple[list[Done], float] | None:
        """What became of a job, and the seconds it took, if it was done."""
        line = self._lines.get((self._decider(job.assignment), job.key))
        if line is None:
            return None
        found = [
            Done(
                dataclasses.replace(job, exercise=one.pop("exercise")),
                named=frozenset(one.pop("named")),
                **one,
            )
            for one in map(dict, line["done"])
        ]
        return found, line["seconds"]

    def add(self, job: Job, found: list[Done], seconds: float) -> None:
        if self._path is None:
            return
        done = [
            {
                "exercise": one.job.exercise,
                "full": one.full,
                "named": sorted(one.named),
                "complaints": one.complaints,
            }
            for one in found
        ]
        decided = {"decider": self._decider(job.assignment), "key": job.key}
        line = {**decided, "seconds": seconds, "done": done}
        with self._path.open("a") as file:
            file.write("\n" + json.dumps(line))


def do(jobs: Iterable[Job], processes: int, journal: Journal) -> Iterator[tuple[list[Done], float]]:
    """Do jobs in several processes; each has a warm process of its own. What came of each job, and
    the seconds it took a process."""
    jobs = list(jobs)
    count, start = sum(job.times for job in jobs), time.perf_counter()
    known = [journal.done(job) for job in jobs]
    left = [job for job, done in zip(jobs, known, strict=True) if done is None]
    yield from (done for done in known if done is not None)
    done = count - sum(job.times for job in left)
    with ProcessPoolExecutor(processes, multiprocessing.get_context("spawn")) as pool:
        for number, (job, found) in enumerate(zip(left, pool.map(grade, left), strict=True)):
            journal.add(job, *found)
            done += job.times
            if number % 50 == 49 or number == len(left) - 1:
                minutes = (time.perf_counter() - start) / 60
                print(f"{job.kind}: {done} of {count}, {minutes:.1f} min", file=sys.stderr)
            yield found


def commit() -> str:
    """The commit of this project's code, with a mark where it has been changed; "" outside git."""
    git = ["git", "-C", str(corpus.PROJECT), "describe", "--always", "--dirty", "--abbrev=12"]
    try:
        return subprocess.run(git, check=True, capture_output=True, text=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--quick", action="store_true", help="a tenth of it all; writes nothing")
    parser.add_argument("--references", type=int, help="gradings of each reference (2000)")
    parser.add_argument("--samples", type=int, help="gradings of each right sample (200)")
    parser.add_argument("--wrong", type=int, help="gradings of each wrong sample (5)")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--output", type=Path, help="where to write (docs/)")
    parser.add_argument("--journal", type=Path, help="go on from what this file says was done")
    options = parser.parse_args()
    share = 10 if options.quick else 1
    references = options.references if options.references is not None else (2000, 4)[options.quick]
    samples = options.samples if options.samples is not None else (200, 0)[options.quick]
    wrong = options.wrong if options.wrong is not None else (5, 1)[options.quick]
    jobs = [*sample_jobs(share, wrong), *mutant_jobs(share), *repeat_jobs(references, samples)]
    if graders().warm.gpu:  # a part of it: the same checks, on the other device
        jobs += repeat_jobs(max(1, references // 20), max(1, samples // 20), device="cuda")
    code = commit()
    done = list(do(jobs, options.processes, Journal(options.journal)))
    found = [one for each, _ in done for one in each]
    command = f"python tests/audit.py --references {references} --samples {samples}"
    command += f" --wrong {wrong}"
    seconds = sum(seconds for _, seconds in done)
    about = {"command": command, "commit": code, "seconds": seconds, "quick": options.quick}
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
