"""`graders autograde --scheduler`: a class on a Dask cluster, started as its users start one."""

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import processes
import pytest
from test_autograde import COMMENTS, GRADES, QUIZ, SEED, files, graders, marks, rows, times
from test_autograde import start as begin_grading
from test_interrupted import deserved, make_course
from test_nbgrader import environment, read

# Runs before a worker takes anything: what its environment has wrong
NOT_INSTALLED = "import sys\nsys.modules['graders'] = None\n"
ANOTHER_VERSION = "import graders\ngraders.__version__ = '9.9'\n"
# A grading process that dies on one submission, however often it is tried, and a fault of ours with
# another one, in which the error is too deep to be pickled
DEADLY = """
import os, signal
from graders.engine.classroom import step

def with_faults(run):
    def run_one(self, name, data, handed_in):
        if handed_in.student == "s01":
            os.kill(os.getpid(), signal.SIGKILL)
        if handed_in.student == "s02":
            return run_one(self, name, data, handed_in)
        return run(self, name, data, handed_in)
    return run_one

step._Pipeline.run = with_faults(step._Pipeline.run)
"""


class Dask:
    """A scheduler and workers, each a program of its own."""

    def __init__(self, folder: Path, failures: int = 3) -> None:
        self._folder, self._failures = folder, failures
        self._log = (folder / "log.txt").open("w+")
        self.temporary = folder / "tmp"
        self.temporary.mkdir()
        said = folder / "scheduler.json"
        options = ["--scheduler-file", str(said), "--host", "127.0.0.1", "--port", "0"]
        self.scheduler = self._begin("scheduler", "--no-dashboard", *options)
        wait_until(said.exists)
        self.address = json.loads(said.read_text())["address"]
        self.workers: list[subprocess.Popen] = []

    def add(self, count: int = 1, *options: str, preload: str = "") -> list[subprocess.Popen]:
        """Start workers of one process each; not waited for."""
        if preload:
            path = self._folder / f"preload{len(self.workers)}.py"
            path.write_text(preload)
            options = (*options, "--preload", str(path))
        command = ["worker", self.address, "--no-dashboard", "--host", "127.0.0.1"]
        added = [self._begin(*command, *(options or ["--nthreads", "1"])) for _ in range(count)]
        self.workers += added
        return added

    def _begin(self, *arguments: str) -> subprocess.Popen:
        return subprocess.Popen(
            [sys.executable, "-m", "dask", *arguments],
            cwd=self._folder,
            env={
                **environment(),
                "TMPDIR": str(self.temporary),
                "DASK_TEMPORARY_DIRECTORY": str(self._folder / "scratch"),
                "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": str(self._failures),
            },
            stdout=self._log,
            stderr=self._log,
            start_new_session=True,
        )

    def close(self) -> None:
        for process in (*self.workers, self.scheduler):
            kill(process)
        self._log.close()


def kill(process: subprocess.Popen) -> None:
    """End a program, its nanny and its grading process at once, as the loss of a machine does."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def wait_until(condition: Callable[[], object], seconds: float = 120.0) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.05)


@pytest.fixture
def dask(tmp_path: Path) -> Iterator[Dask]:
    found = Dask(tmp_path)
    yield found
    found.close()


@pytest.fixture(scope="module")
def standing(tmp_path_factory) -> Iterator[Dask]:
    """A cluster for tests that leave it as it is. One worker has several threads."""
    found = Dask(tmp_path_factory.mktemp("dask"))
    found.add()
    found.add(1, "--nthreads", "3")
    yield found
    found.close()


@pytest.fixture(scope="module")
def handed_in(tmp_path_factory) -> Path:
    """Ten submissions: nothing is graded."""
    folder = tmp_path_factory.mktemp("handed_in") / "course"
    make_course(folder, 10)
    return folder


@pytest.fixture
def course(tmp_path: Path, handed_in: Path) -> Path:
    folder = tmp_path / "course"
    shutil.copytree(handed_in, folder)
    return folder


def right_once(folder: Path, count: int = 10) -> bool:
    """Whether everybody has the marks that they deserve, each once."""
    found = [row for row in rows(folder, GRADES) if row[2].startswith("check_")]
    once = len(found) == len({row[:3] for row in found})
    right = {f"s{n:02}": {deserved(f"s{n:02}")} for n in range(count)}
    return once and marks(folder) == right and set(times(folder)) == set(right)


def begin(folder: Path, dask: Dask, *options: str) -> subprocess.Popen:
    return begin_grading(folder, "--scheduler", dask.address, *options)


# --- the same as on one machine --------------------------------------------------------------


@pytest.fixture(scope="module")
def both(tmp_path_factory, handed_in, standing) -> tuple[Path, Path]:
    """A mixed class, graded on this machine and on a cluster."""
    here = tmp_path_factory.mktemp("both") / "here"
    shutil.copytree(handed_in, here)
    home = here / "submitted" / "s01" / QUIZ
    (home / f"{QUIZ}.ipynb").write_bytes(b"no notebook \xff")
    (home / "data.csv").write_text("of the student")
    port = standing.address.rpartition(":")[2]
    with_cell(
        here / "submitted" / "s05" / QUIZ / f"{QUIZ}.ipynb",
        f"import socket\ntry:\n    socket.create_connection(('127.0.0.1', {port}), 5)\n"
        "    print('connected')\nexcept OSError:\n    print('refused')\n",
    )
    there = here.parent / "there"
    shutil.copytree(here, there)
    graders(here, QUIZ, SEED)
    graders(there, QUIZ, SEED, "--scheduler", standing.address)
    return here, there


def with_cell(path: Path, source: str) -> None:
    content = read(path)
    cell = {"cell_type": "code", "id": "more", "metadata": {}, "source": source}
    content["cells"].insert(0, {**cell, "outputs": [], "execution_count": None})
    path.write_text(json.dumps(content))


@pytest.mark.parametrize("query", [GRADES, COMMENTS])
def test_the_gradebook_is_the_same(both, query):
    here, there = (rows(folder, query) for folder in both)
    assert len({row[0] for row in here}) == 10
    assert there == here


def test_the_graded_notebooks_are_the_same_to_the_last_byte(both):
    here, there = map(files, both)
    assert len(here) == 11
    assert there == here


def test_a_submission_reaches_no_scheduler(both, standing):
    host, _, port = standing.address.removeprefix("tcp://").rpartition(":")
    socket.create_connection((host, int(port))).close()  # everybody else does
    content = read(both[1] / "autograded" / "s05" / QUIZ / f"{QUIZ}.ipynb")
    (cell,) = [cell for cell in content["cells"] if "import socket\n" in cell["source"]]
    assert [output["text"] for output in cell["outputs"]] == [["refused\n"]]


def test_ctrl_c_keeps_what_is_finished(course, standing):
    process = begin(course, standing)
    wait_until(lambda: process.poll() is not None or times(course))
    os.killpg(process.pid, signal.SIGINT)
    said, _ = process.communicate(timeout=120)
    assert process.returncode == 130, said
    assert "The same command goes on from here" in said
    assert "Traceback" not in said
    done = times(course)
    assert set(done) == set(marks(course))
    graders(course, QUIZ, "--scheduler", standing.address)
    assert {student: times(course)[student] for student in done} == done
    assert right_once(course)


# --- bad luck --------------------------------------------------------------------------------


def test_a_worker_that_is_lost_costs_nothing_and_leaves_nothing(course, dask):
    first, _ = dask.add(2)
    process = begin(course, dask)
    wait_until(lambda: process.poll() is not None or times(course))
    kill(first)
    said, _ = process.communicate(timeout=120)
    assert process.returncode == 0, said
    assert right_once(course)
    for worker in dask.workers:
        kill(worker)
    wait_until(lambda: not processes.find(str(dask.temporary)))
    wait_until(lambda: not list(dask.temporary.glob("firstgrad-*/*")))


def test_where_all_workers_are_lost_it_waits_for_new_ones(course, dask):
    process = begin(course, dask)
    assert process.stdout is not None
    assert any("waiting for the first" in line for line in process.stdout)
    (first,) = dask.add()
    wait_until(lambda: process.poll() is not None or times(course))
    kill(first)
    assert any("waiting for the first" in line for line in process.stdout)
    dask.add()
    said, _ = process.communicate(timeout=120)
    assert process.returncode == 0, said
    assert right_once(course)


def test_what_a_worker_dies_on_is_named_and_the_others_have_their_marks(course, tmp_path):
    dask = Dask(tmp_path, failures=0)
    with contextlib.closing(dask):
        dask.add(preload=DEADLY)
        # Where a process dies in its first moment, its nanny takes it for one that cannot start
        graders(course, QUIZ, "--student", "s00", "--scheduler", dask.address)
        done = graders(course, QUIZ, "--scheduler", dask.address, ok=False)
    assert done.returncode == 1, done.stderr
    assert "s01: the grading process died on it" in done.stdout
    assert "s02: RuntimeError: on the Dask worker tcp://" in done.stdout
    assert set(marks(course)) == {f"s{n:02}" for n in range(10)} - {"s01", "s02"}


def test_a_scheduler_that_is_lost_costs_nothing(course, dask):
    dask.add()
    process = begin(course, dask)
    wait_until(lambda: process.poll() is not None or times(course))
    kill(dask.scheduler)
    said, _ = process.communicate(timeout=120)
    assert process.returncode == 3, said
    assert f"the Dask scheduler at {dask.address} is gone" in said
    assert "the same command goes on from here" in said
    assert "Traceback" not in said
    done = times(course)
    assert set(done) == set(marks(course))
    graders(course, QUIZ)
    assert {student: times(course)[student] for student in done} == done
    assert right_once(course)


# --- what cannot be done ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("preload", "words"),
    [
        (ANOTHER_VERSION, "has firstgrad 9.9. Here it is"),
        (NOT_INSTALLED, "has no firstgrad that could grade"),
    ],
)
@pytest.mark.parametrize("late", [False, True])
def test_a_worker_without_this_version_is_refused_by_name(course, dask, preload, words, late):
    if late:
        dask.add()
    else:
        dask.add(preload=preload)
    process = begin(course, dask)
    if late:
        wait_until(lambda: process.poll() is not None or times(course))
        dask.add(preload=preload)
    said, _ = process.communicate(timeout=120)
    assert process.returncode == 3, said
    assert "the Dask worker tcp://127.0.0.1:" in said
    assert words in said
    assert "could not be graded" not in said
    assert "Traceback" not in said
    assert marks(course) == {s: {deserved(s)} for s in times(course)}


@pytest.mark.parametrize("address", ["127.0.0.1", "foo://127.0.0.1:1", "tcp://127.0.0.1:1"])
def test_a_scheduler_that_is_not_there_is_said(course, address, monkeypatch):
    monkeypatch.setenv("DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT", "1s")
    done = graders(course, QUIZ, "--scheduler", address, ok=False)
    assert done.returncode == 3
    assert f"no Dask scheduler can be reached at '{address}'" in done.stderr
    assert "Traceback" not in done.stderr
    assert not times(course)


def test_a_cluster_has_its_own_number_of_jobs(course):
    done = graders(course, QUIZ, "--scheduler", "tcp://127.0.0.1:1", "--jobs", "2", ok=False)
    assert done.returncode == 2
    assert "not allowed with argument" in done.stderr


def test_a_cluster_needs_what_is_not_installed_with_the_rest(course):
    (course / "distributed.py").write_text("raise ModuleNotFoundError(\"No module named 'x'\")")
    done = graders(course, QUIZ, "--scheduler", "tcp://127.0.0.1:1", ok=False)
    assert done.returncode == 3
    assert "pip install firstgrad[cluster]" in done.stderr


# --- any executor ----------------------------------------------------------------------------


def test_any_executor_takes_the_steps(course):
    (course / "grade.py").write_text(
        "from concurrent.futures import ThreadPoolExecutor\n"
        "from graders.engine.classroom.autograde import GradersAutograde\n"
        "app = GradersAutograde(4, lambda: ThreadPoolExecutor(4))\n"
        f"app.initialize([{QUIZ!r}])\n"
        "app.start()\n"
        "assert app.summary.graded == 10\n"
    )
    command = [sys.executable, "grade.py"]
    subprocess.run(command, cwd=course, env=environment(), check=True, timeout=300)
    assert right_once(course)
