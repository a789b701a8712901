"""Measure what is claimed of speed. `tox run -e bench`, or of its parts: `-- classroom overhead`.

Every part writes what it has found into `docs/performance.json` as it ends, and the page
`docs/performance.md` follows from that: an interrupted run loses the part that it was in. The exit
status is 1 where a bar is not kept, or where a command failed; what this machine has no means to
measure is said, and no more. All of it takes some fifty minutes on an idle machine. With `--quick`,
which writes nothing, it only tries everything.
"""

import argparse
import contextlib
import dataclasses
import functools
import importlib.metadata
import importlib.util
import json
import os
import platform
import shlex
import statistics
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import audit
import bench_class
import bench_courses
import bench_otter
import bench_overhead
import bench_profile
import bench_watch
import corpus
from bench_class import ASSIGNMENT, KINDS
from bench_courses import BenchError, Peaks, on_cores
from performance import ROWS, Finding, Measured, Report, efficiency, medians, ratios

from graders.engine import checks
from graders.engine.classroom import ahead

PROJECT = corpus.PROJECT
DOCS = PROJECT / "docs"
SCHEDULER_SECONDS = 120.0  # for a scheduler and its workers to start
# How many seconds a process took for something that needs a processor and nothing else
COUNTING = """
import time
begin = time.perf_counter()
sum(range(100_000_000))
print(time.perf_counter() - begin)
"""

say = functools.partial(print, flush=True)  # it takes long: say each figure when it is there


@dataclass(frozen=True)
class Sizes:
    """How much is measured. Submissions, if nothing else is said.

    Attributes:
        ours: Of a class that `graders autograde` grades.
        stock: Of the part of it that stock nbgrader grades.
        large: Of the large class.
        core: On one core, for the overhead.
        workers: On a Dask cluster.
        profile: Of which it is looked where the time goes.
        otter: In one run of otter-grader.
        pairs: Pairs of runs in turn, where one takes minutes.
        runs: Pairs of runs in turn, where one takes seconds.
        saves: Of a notebook that is watched.
    """

    ours: int = 200
    stock: int = 20
    large: int = 2000
    core: int = 60
    workers: int = 100
    profile: int = 100
    otter: int = 4
    pairs: int = 3
    runs: int = 9
    saves: int = 20


QUICK = Sizes(
    ours=8, stock=3, large=24, core=6, workers=8, profile=6, otter=1, pairs=1, runs=2, saves=3
)


def in_turn(
    first: Callable[[int], float], second: Callable[[int], float], count: int
) -> list[tuple[float, float]]:
    """Measure two things alternately. Each is told the number of the pair."""
    return [(first(number), second(number)) for number in range(count)]


# --- a class at once -------------------------------------------------------------------------


def classroom(sizes: Sizes, folder: Path) -> Measured:
    """`graders autograde` against stock `nbgrader autograde`."""
    return _classroom("classroom", sizes, folder)


def no_figures(sizes: Sizes, folder: Path) -> Measured:
    """The same without pictures."""
    return _classroom("no-figures", sizes, folder)


def _classroom(row: str, sizes: Sizes, folder: Path) -> Measured:
    pictures = row == "classroom"
    with on_cores(2) as cores:
        options = () if pictures else (bench_courses.NO_FIGURES,)
        ours = bench_courses.ours(
            folder / "ours",
            (*bench_courses.GRADERS, "--jobs", str(cores)),
            processes=cores,
            options=options,
        )
        stock = bench_courses.stock(folder / "stock", pictures)
        pairs = _against_stock(ours, stock, sizes.ours, sizes.stock, sizes.pairs, pictures)
    detail = f"{medians(pairs)}; {sizes.ours} submissions against {sizes.stock} of them"
    if cores < 2:
        detail += f"; on {cores} core"
    bar = ROWS[row].bar
    assert bar is not None
    at_the_bar = bar * statistics.median(theirs for _, theirs in pairs)
    return Measured(
        [Finding(row, ratios(pairs), f"{detail}; at the bar it would be {at_the_bar:.2f} s")]
    )


def nbgrader(sizes: Sizes, folder: Path) -> Measured:
    """`nbgrader autograde` with our preprocessor against stock."""
    with on_cores(2):
        # As many starters as it takes for submissions to be graded ahead
        ours = bench_courses.ours(folder / "ours", bench_courses.NBGRADER, processes=ahead.FEW)
        stock = bench_courses.stock(folder / "stock")
        pairs = _against_stock(ours, stock, sizes.stock, sizes.stock, sizes.pairs, pictures=True)
    detail = f"{medians(pairs)}; {sizes.stock} submissions"
    return Measured([Finding("nbgrader", ratios(pairs), detail)])


def _against_stock(
    ours: bench_courses.Course,
    stock: bench_courses.Course,
    of_ours: int,
    of_stock: int,
    pairs: int,
    pictures: bool,
) -> list[tuple[float, float]]:
    """Seconds a submission on both sides, in turn. Every pair has another part of the class, where
    not all of it is graded."""
    whole = of_ours > of_stock

    def first(number: int) -> float:
        members = bench_class.members(of_ours, 0 if whole else number * of_stock)
        return _seconds(ours, members, pictures)

    def second(number: int) -> float:
        return _seconds(stock, bench_class.members(of_stock, number * of_stock), pictures)

    return in_turn(first, second, pairs)


def _seconds(
    course: bench_courses.Course, members: list[bench_class.Member], pictures: bool
) -> float:
    """Seconds a submission. Raises `BenchError` where there are pictures and should be none, or
    none and should be some."""
    seconds = course.per_submission(members, bench_class.starters(course.processes))
    if bool(course.pictures()) is not pictures:
        raise BenchError(f"{course.pictures()} pictures in {course.folder}")
    say(f"  {shlex.join(course.command[1:])}: {seconds:.3f} s for each of {len(members)}")
    return seconds


def large(sizes: Sizes, folder: Path) -> Measured:
    """A large class between two small ones: its time a submission, and its memory."""
    with on_cores(2) as cores:
        course = bench_courses.ours(
            folder, (*bench_courses.GRADERS, "--jobs", str(cores)), processes=cores
        )
        starters = bench_class.starters(cores)
        times, peaks = [], []
        for count in (sizes.ours, sizes.large, sizes.ours):
            peaks.append(Peaks())
            members = bench_class.members(count)
            times.append(course.per_submission(members, starters, look=peaks[-1].look))
            say(f"  {count}: {times[-1]:.3f} s each, {peaks[-1]}")
    small = (times[0] + times[2]) / 2
    more = peaks[1].times(peaks[0])
    return Measured(
        [
            Finding(
                "large",
                [times[1] / small],
                f"{times[1]:.3f} s each of {sizes.large} against {small:.3f} s each of"
                f" {sizes.ours}, before and after",
            ),
            Finding(
                "memory",
                [more],
                "the process that records and the largest of those that grade, whichever grows"
                f" more: {peaks[1]} against {peaks[0]}",
            ),
        ]
    )


# --- a cluster -------------------------------------------------------------------------------


def workers(sizes: Sizes, folder: Path) -> Measured:
    """One, two and four Dask workers on this machine, as far as it has the cores."""
    missing = {count: _why_no_cluster(count) for count in (2, 4)}
    findings = [Finding(f"workers-{count}", missing=why) for count, why in missing.items() if why]
    if len(findings) < len(missing):
        course = bench_courses.ours(folder / "course")
        findings += [
            _workers(course, count, sizes, folder) for count, why in missing.items() if not why
        ]
    return Measured(findings)


def _workers(course: bench_courses.Course, count: int, sizes: Sizes, folder: Path) -> Finding:
    with on_cores(count):
        pairs = in_turn(
            lambda _: _on_cluster(course, 1, sizes.workers, folder),
            lambda _: _on_cluster(course, count, sizes.workers, folder),
            sizes.pairs,
        )
    with on_cores(count):
        most = statistics.median(_scaling(count) for _ in range(3))
    detail = f"{medians(pairs)}, one against {count}; {sizes.workers} submissions"
    detail += f"; processes that only count have {most:.2f} here"
    return Finding(
        f"workers-{count}", [efficiency(one, many, count) for one, many in pairs], detail
    )


def _scaling(count: int) -> float:
    """The efficiency of `count` processes that do nothing but compute, with little memory: the
    cores of a virtual machine may be halves of one."""

    def seconds(processes: int) -> float:
        command = [sys.executable, "-c", COUNTING]
        running = [
            subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(processes)
        ]
        return statistics.mean(float(one.communicate()[0]) for one in running)

    return seconds(1) / seconds(count)


def _why_no_cluster(count: int) -> str:
    """Why `count` workers cannot be measured here, or ""."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    if importlib.util.find_spec("distributed") is None:
        return "Dask is not installed"
    if count > (cores or 1):
        return f"this machine has {cores} cores"
    return ""


def _on_cluster(course: bench_courses.Course, count: int, submissions: int, folder: Path) -> float:
    """Seconds a submission with `count` workers. They have graded something before."""
    starters = bench_class.starters(count)
    with _cluster(count, folder) as address:
        course.grade(starters, "--scheduler", address)
        members = bench_class.members(submissions)
        seconds = course.per_submission(members, starters, "--scheduler", address)
    say(f"  {count} workers: {seconds:.3f} s for each of {submissions}")
    return seconds


@contextlib.contextmanager
def _cluster(count: int, folder: Path) -> Iterator[str]:
    """A Dask scheduler and workers of one thread each; the scheduler's address."""
    import distributed

    file = folder / "scheduler.json"
    file.unlink(missing_ok=True)
    dask = [sys.executable, "-m", "dask"]
    commands = [[*dask, "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard"]]
    commands += [[*dask, "worker", "--nthreads", "1", "--no-dashboard"]] * count
    with contextlib.ExitStack() as stack:
        for command in commands:
            process = subprocess.Popen(
                [*command, "--scheduler-file", str(file)],
                cwd=folder,
                env=bench_courses.environment(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            stack.callback(process.wait)
            stack.callback(process.terminate)
        deadline = time.monotonic() + SCHEDULER_SECONDS
        while not file.exists():
            if time.monotonic() > deadline:
                raise BenchError("the Dask scheduler did not start")
            time.sleep(0.1)
        with distributed.Client(scheduler_file=str(file)) as client:
            client.wait_for_workers(count, timeout=SCHEDULER_SECONDS)
        yield json.loads(file.read_text())["address"]


# --- what the engine adds --------------------------------------------------------------------


def overhead(sizes: Sizes, folder: Path) -> Measured:
    """A submission's time on one core against its own computing."""
    course = bench_courses.ours(folder, (*bench_courses.GRADERS, "--jobs", "1"))
    members = bench_class.members(sizes.core)
    recorded = bench_overhead.record(members)
    with on_cores(1):
        bench_overhead.bare(recorded[0])  # imports, and the first figure

        def own(_: int) -> float:
            return sum(bench_overhead.bare(one).total() for one in recorded) / len(recorded)

        pairs = in_turn(lambda _: _seconds(course, members, pictures=True), own, sizes.pairs)
    detail = f"{medians(pairs, 3)} bare; {len(members)} submissions"
    least = statistics.median(own for _, own in pairs) / 2
    text = (
        "Bare is what a submission computes itself: its cells, and the calls that the checks make."
        f" Two cores cannot spend less than {least:.2f} s on each of this class, whatever grades"
        " it with these checks."
    )
    found = Finding("overhead", [1000 * (ours - own) for ours, own in pairs], detail)
    return Measured([found], text=[text])


def profile(sizes: Sizes, folder: Path) -> Measured:
    """Where the time goes."""
    course = bench_courses.ours(folder)
    members = bench_class.members(sizes.profile)
    own: Counter[str] = Counter()
    for recorded in bench_overhead.record(members):
        own += bench_overhead.bare(recorded)
    try:
        bench_profile.grade(course, bench_class.starters(2))  # from here on it is warm
        clock = bench_profile.grade(course, members)
        special = {
            "in no class: a `DataLoader` with processes": bench_class.PROCESSES,
            "in no class: an endless loop": bench_class.ENDLESS[0],
        }
        apart = [
            (text, bench_class.special(f"special{number}", sample))
            for number, (text, sample) in enumerate(special.items())
        ]
        for _, member in apart:
            clock.graded |= bench_profile.grade(course, [member]).graded
    finally:
        bench_profile.close()
    found = bench_profile.by_kind(clock.graded, members)
    kinds = [["submission", "median", "longest"]]
    for kind, text in KINDS.items():
        if kind in found:
            kinds.append([text, *_seconds_of(found[kind])])
    kinds += [[text, *_seconds_of([clock.graded[member.name]])] for text, member in apart]
    table = bench_profile.table(clock.spent, own, len(members))
    text = (
        f"{len(members)} submissions, one after the other in one process with a clock at the"
        " borders, recording and all. A call's time has in it the way to the worker and back."
    )
    return Measured(
        [],
        tables={"Seconds in a grading process, by kind": kinds, "Where the time goes": table},
        text=[text, bench_profile.bottleneck(clock.spent, own)],
    )


def _seconds_of(found: list[float]) -> list[str]:
    return [f"{statistics.median(found):.2f} s", f"{max(found):.2f} s"]


def isolation(sizes: Sizes, folder: Path) -> Measured:
    """Grading the reference, warm and in one process, with the walls and without them."""
    walled, bare = (corpus.Graders(mode) for mode in ("auto", "none"))
    try:
        pairs = in_turn(lambda _: _once(walled), lambda _: _once(bare), sizes.runs + 1)[1:]
    finally:
        walled.close()
        bare.close()
    missing = ", ".join(walled.warm.missing or {}) or "nothing"
    detail = f"{medians(pairs)} for the reference, {missing} missing"
    return Measured([Finding("isolation", ratios(pairs), detail)])


def _once(graders: corpus.Graders) -> float:
    """Seconds to grade the reference notebook, with all its cells."""
    begin = time.perf_counter()
    graders.grading(corpus.reference(ASSIGNMENT), checks.of_assignment(ASSIGNMENT), finish=True)
    return time.perf_counter() - begin


# --- a learner's and others' commands --------------------------------------------------------


def cold(sizes: Sizes, folder: Path) -> Measured:
    """`pytest graders/` over all assignments, from cold, against importing torch and pytest."""
    grading = [sys.executable, "-m", "pytest", "graders/", "--submission", "solutions"]
    grading += ["-p", "no:cacheprovider"]
    imports = [sys.executable, "-c", "import torch, pytest"]
    pairs = in_turn(
        lambda _: bench_courses.run(grading, PROJECT),
        lambda _: bench_courses.run(imports, PROJECT),
        sizes.runs + 1,
    )[1:]  # the first ones fill the disk's cache
    return Measured([Finding("cold", ratios(pairs), medians(pairs))])


def watch(sizes: Sizes, folder: Path) -> Measured:
    """`pytest graders/ --watch`, from a save to its result."""
    taken = bench_watch.watch(sizes.saves)  # of a right solution and of a wrong one, seconds
    found = [1000 * one for each in taken.values() for one in each]
    return Measured(
        [Finding("watch", found, "right and wrong solutions of `sgd`, everything warm")]
    )


def otter(sizes: Sizes, folder: Path) -> Measured:
    """`graders autograde` of a class against `otter run` of some of it."""
    try:
        python = bench_otter.install()
        autograder, student = bench_otter.assign(python, folder / "otter")
        starter = bench_class.starters(1)
        _, (mark,) = bench_otter.grade(python, folder / "otter", autograder, student, starter)
    except BenchError as error:
        return Measured([Finding("otter", missing=str(error).splitlines()[0])])
    if mark < 1:
        raise BenchError("otter-grader does not give all points to the reference")
    with on_cores(2) as cores:
        course = bench_courses.ours(
            folder / "ours", (*bench_courses.GRADERS, "--jobs", str(cores)), processes=cores
        )

        def theirs(number: int) -> float:
            members = bench_class.members(sizes.otter, number * sizes.otter)
            seconds, _ = bench_otter.grade(python, folder / "otter", autograder, student, members)
            say(f"  otter run: {seconds:.3f} s for each of {len(members)}")
            return seconds

        everyone = bench_class.members(sizes.ours)
        pairs = in_turn(lambda _: _seconds(course, everyone, True), theirs, sizes.pairs)
    detail = (
        f"{medians(pairs)}; otter-grader {bench_otter.version(python)}, {sizes.otter} at a time"
    )
    return Measured([Finding("otter", ratios(pairs), detail)])


PARTS: dict[str, Callable[[Sizes, Path], Measured]] = {
    "cold": cold,
    "watch": watch,
    "isolation": isolation,
    "classroom": classroom,
    "no-figures": no_figures,
    "nbgrader": nbgrader,
    "overhead": overhead,
    "otter": otter,
    "workers": workers,
    "large": large,
    "profile": profile,
}


# --- the machine -----------------------------------------------------------------------------


def machine() -> str:
    """What this is measured on, in a line."""
    versions = [f"{name} {_version(name)}" for name in ("torch", "nbgrader", "matplotlib")]
    memory = ""
    if hasattr(os, "sysconf"):
        size = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
        memory = f", {size / 2**30:.0f} GiB of memory"
    return (
        f"{_processor()}, {os.cpu_count()} cores{memory}, {platform.platform()}, Python"
        f" {platform.python_version()}, {', '.join(versions)}"
    )


def _processor() -> str:
    with contextlib.suppress(OSError):
        for line in Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "not installed"


def load() -> float | None:
    """How many processes wanted to run, on the average of the last minute."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else None


def is_busy(before: float | None, cores: int) -> bool:
    """Whether a machine had too much else to do for measuring on it."""
    return before is not None and before > cores / 2


# --- the command -----------------------------------------------------------------------------


def measure(part: str, sizes: Sizes) -> Measured:
    """Run a part. What cannot be measured is a finding, too."""
    try:
        with tempfile.TemporaryDirectory(prefix="firstgrad-bench-") as folder:
            return PARTS[part](sizes, Path(folder))
    except Exception as error:  # whatever it is, the parts after it are to be measured
        if not isinstance(error, BenchError):
            traceback.print_exc()
        say(str(error))
        reason = (str(error) or type(error).__name__).splitlines()[0]
        rows = [name for name, row in ROWS.items() if row.part == part]
        return Measured([Finding(row, missing=reason, failed=True) for row in rows])


def write(report: Report, folder: Path) -> None:
    """Write the page and what it is made of."""
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(report.to_json(), indent=1, ensure_ascii=False)
    (folder / "performance.json").write_text(text + "\n", encoding="utf-8")
    (folder / "performance.md").write_text(report.markdown(), encoding="utf-8")


def read(folder: Path) -> Report:
    """What has been measured before; nothing where there is no file."""
    path = folder / "performance.json"
    content = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    whole = bench_class.members(bench_class.CYCLE)
    return Report.from_json(content, bench_class.shares(whole))


def main(arguments: list[str] | None = None) -> int:
    """Measure; the exit status."""
    given = sys.argv[1:] if arguments is None else arguments
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--quick", action="store_true", help="try everything; writes nothing")
    parser.add_argument("--output", type=Path, help="where to write (docs/)")
    parser.add_argument("--page", action="store_true", help="write the page anew; measure nothing")
    for one in dataclasses.fields(Sizes):
        parser.add_argument(f"--{one.name}", type=int, metavar="N", help=f"({one.default})")
    options = parser.parse_args(given)
    unknown = set(options.parts) - set(PARTS)
    if unknown:
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    chosen = {one.name: getattr(options, one.name) for one in dataclasses.fields(Sizes)}
    sizes = dataclasses.replace(
        QUICK if options.quick else Sizes(),
        **{name: value for name, value in chosen.items() if value is not None},
    )
    output = options.output or (None if options.quick else DOCS)
    report = read(output) if output else Report({}, {})
    if options.page:
        write(report, DOCS if output is None else output)
        return 0
    before = load()
    cores = os.cpu_count() or 1
    about: dict[str, Any] = {
        "command": shlex.join(["python", "tests/bench.py", *given]),
        "commit": audit.commit(),
        "machine": machine(),
        "load": "?" if before is None else f"{before:.2f}",
        "busy": is_busy(before, cores),
        "quick": options.quick,
    }
    if about["busy"]:
        say(f"This machine is busy (load {before:.2f} on {cores} cores): ratios will be off")
    parts = options.parts or list(PARTS)
    for part in parts:
        say(f"{part} ...")
        begin = time.perf_counter()
        measured = measure(part, sizes)
        measured.about = {**about, "seconds": round(time.perf_counter() - begin, 1)}
        report.parts[part] = measured
        for line in report.lines(part):
            say(line)
        if output is not None:
            write(report, output)
    bad = report.bad(parts)
    for line in bad:
        say(line)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
