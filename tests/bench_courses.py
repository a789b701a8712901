"""Courses on disk, and the commands that grade them."""

import contextlib
import json
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import corpus
from bench_class import ASSIGNMENT, Member, fill
from bench_stock import with_asserts
from performance import per_submission

from graders.engine.pictures import TAG
from graders.engine.program import NAME
from graders.engine.worker import family

CELL_SECONDS = 30  # the time limit of a cell, on both sides
LIMIT = f"c.ExecutePreprocessor.timeout = {CELL_SECONDS}\n"
# Where a wall is missing nothing is measured
STRICT = 'c.GradeSubmission.isolation = "strict"\n'
STOCK_CONFIG = """
c = get_config()
c.CourseDirectory.course_id = "firstgrad"
c.CourseDirectory.source_directory = "solutions"
c.CourseDirectory.release_directory = "assignments"
"""
NBGRADER = ("-m", "nbgrader", "autograde", ASSIGNMENT)
GRADERS = ("-m", "graders.engine.cli", "autograde", ASSIGNMENT)
NO_FIGURES = "--GradeSubmission.figures=False"
LOOK_SECONDS = 0.2  # between two looks at how much memory is used


class BenchError(Exception):
    """Something could not be measured. The text says what and why."""


def environment(**more: str) -> dict[str, str]:
    """nbgrader starts programs that lie beside the interpreter."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    kept = {name: value for name, value in os.environ.items() if name != "MPLBACKEND"}
    return {**kept, "PATH": path, "JUPYTER_PLATFORM_DIRS": "1", **more}


def run(
    command: Sequence[str],
    folder: Path,
    look: Callable[[int], None] = lambda pid: None,
    **variables: str,
) -> float:
    """Run a command; how many seconds it took. Raises `BenchError`.

    Args:
        look: Called now and then with the process's number.
        variables: More of the environment.
    """
    begin = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=environment(**variables),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    done = threading.Event()

    def keep_looking() -> None:
        while not done.wait(LOOK_SECONDS):
            look(process.pid)

    looking = threading.Thread(target=keep_looking)
    looking.start()
    try:
        said, _ = process.communicate()
        seconds = time.perf_counter() - begin
    finally:
        process.kill()
        process.wait()
        done.set()
        looking.join()
    if process.returncode != 0:
        last = "\n".join(said.splitlines()[-15:])
        raise BenchError(f"{' '.join(command)} ended with {process.returncode}:\n{last}")
    return seconds


@contextlib.contextmanager
def on_cores(count: int) -> Iterator[int]:
    """Keep this process, and those that it starts, to some cores; how many there are."""
    if not hasattr(os, "sched_getaffinity"):
        yield min(count, os.cpu_count() or 1)
        return
    before = os.sched_getaffinity(0)
    chosen = sorted(before)[:count]
    os.sched_setaffinity(0, chosen)
    try:
        yield len(chosen)
    finally:
        os.sched_setaffinity(0, before)


@dataclass
class Peaks:
    """The most memory that the processes of a run have taken, in bytes.

    Attributes:
        recording: The process that was started.
        grading: That of its descendants which took most, workers and what forks them aside.
    """

    recording: int = 0
    grading: int = 0

    def look(self, pid: int) -> None:
        for one in family.descendants(pid):
            with contextlib.suppress(OSError, StopIteration):
                peak = _peak(one)
                command = Path(f"/proc/{one}/cmdline").read_bytes()
                if one == pid:
                    self.recording = max(self.recording, peak)
                elif command and NAME.encode() not in command:  # empty: it has ended meanwhile
                    self.grading = max(self.grading, peak)

    def times(self, other: "Peaks") -> float:
        """How many times as much as another run, by the process for which it is more."""
        return max(self.recording / other.recording, self.grading / other.grading)

    def __str__(self) -> str:
        return f"{self.recording / 2**20:.0f} and {self.grading / 2**20:.0f} MiB"


def _peak(pid: int) -> int:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return 1024 * next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))


@dataclass
class Course:
    """A course with one assignment, released, in which a class hands in.

    Attributes:
        options: What is added to its commands, and `variables` to their environment.
        processes: How many submissions are graded at a time.
    """

    folder: Path
    command: tuple[str, ...]
    processes: int = 1
    options: tuple[str, ...] = ()
    variables: dict[str, str] = field(default_factory=dict)

    def hand_in(self, members: Sequence[Member]) -> None:
        """Have these and no others hand in, and nothing be graded."""
        for name in ("submitted", "autograded"):
            shutil.rmtree(self.folder / name, ignore_errors=True)
        shutil.copy(self.folder / "released.db", self.folder / "gradebook.db")
        release = self.folder / "assignments" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
        text = release.read_text(encoding="utf-8")
        for member in members:
            home = self.folder / "submitted" / member.name / ASSIGNMENT
            home.mkdir(parents=True)
            content = fill(json.loads(text), member)
            (home / f"{ASSIGNMENT}.ipynb").write_text(json.dumps(content), encoding="utf-8")

    def grade(
        self,
        members: Sequence[Member],
        *more: str,
        look: Callable[[int], None] = lambda pid: None,
    ) -> float:
        """Have a class hand in and be graded; how many seconds it took. Raises `BenchError`."""
        self.hand_in(members)
        command = [sys.executable, *self.command, *self.options, *more]
        seconds = run(command, self.folder, look, **self.variables)
        found = len(list(self.graded()))
        if found != len(members):
            raise BenchError(f"{found} of {len(members)} were graded by {' '.join(command)}")
        return seconds

    def graded(self) -> Iterator[Path]:
        """The graded notebooks."""
        yield from self.folder.glob(f"autograded/*/{ASSIGNMENT}/{ASSIGNMENT}.ipynb")

    def pictures(self) -> int:
        """How many there are in the graded notebooks, all together."""
        return sum(p.read_text(encoding="utf-8").count('"image/png"') for p in self.graded())

    def per_submission(
        self,
        members: Sequence[Member],
        starters: Sequence[Member],
        *more: str,
        look: Callable[[int], None] = lambda pid: None,
    ) -> float:
        """Seconds for each submission of a class, start-up aside. `starters` are one for each
        process."""
        start = self.grade(starters, *more)
        both = self.grade([*starters, *members], *more, look=look)
        return per_submission(start, both, len(members))


def ours(folder: Path, command: tuple[str, ...] = GRADERS, **more) -> Course:
    """The course as it is."""
    config = (corpus.PROJECT / "nbgrader_config.py").read_text(encoding="utf-8")
    return _make(
        folder, config + STRICT, lambda notebook: notebook, Course(folder, command, **more)
    )


def stock(folder: Path, pictures: bool = True) -> Course:
    """The course with plain asserts and nothing of ours; without `pictures`, also without the cells
    that draw them, which we leave out then."""

    def change(notebook: dict) -> dict:
        if not pictures:
            cells = notebook["cells"]
            cells[:] = [c for c in cells if TAG not in c["metadata"].get("tags", [])]
        return with_asserts(notebook)

    return _make(folder, STOCK_CONFIG, change, Course(folder, NBGRADER))


def _make(folder: Path, config: str, change: Callable[[dict], dict], course: Course) -> Course:
    source = json.loads(corpus.source_of(ASSIGNMENT).read_text(encoding="utf-8"))
    home = folder / "solutions" / ASSIGNMENT
    home.mkdir(parents=True)
    (home / f"{ASSIGNMENT}.ipynb").write_text(json.dumps(change(source)), encoding="utf-8")
    (folder / "nbgrader_config.py").write_text(config + LIMIT, encoding="utf-8")
    run([sys.executable, "-m", "nbgrader", "generate_assignment", ASSIGNMENT], folder)
    (folder / "gradebook.db").rename(folder / "released.db")
    return course
