"""Workers: what they are given, how they end, and that nothing of them stays behind."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
import uuid
from pathlib import Path

import pytest
from processes import find_one, gone, parent

from graders.engine import warm
from graders.engine.notebook import Cell, Notebook
from graders.engine.public import public_files
from graders.engine.session import CellRun, Session

PROJECT = Path(__file__).parent.parent
LIMITS = warm.Limits(cell_seconds=20, call_seconds=5)
linux = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


@pytest.fixture(scope="module", params=["forked", "fresh"])
def process(request, tmp_path_factory):
    """A process of either kind, started where secrets and project folders are near."""
    course = tmp_path_factory.mktemp("course")
    (course / "gradebook.db").touch()
    patch = pytest.MonkeyPatch()
    patch.setenv("SECRET", "hunter2")
    patch.setenv("PYTHONPATH", str(PROJECT))
    patch.syspath_prepend(str(PROJECT))
    odd = tmp_path_factory.mktemp("odd")
    patch.setattr(sys, "path", ["", *sys.path, str(course), str(odd)])
    descriptor = os.open(course / "gradebook.db", os.O_RDONLY)
    os.set_inheritable(descriptor, True)
    found = warm.WarmProcess(fork=request.param == "forked")
    found.course, found.odd = course, odd
    if found.fork:
        found.worker(None, LIMITS, 0).close()
    yield found
    found.close()
    os.close(descriptor)
    patch.undo()


def run_cells(process, *sources, limits=LIMITS, files=None) -> list[CellRun]:
    cells = [Cell(number, "code", source) for number, source in enumerate(sources, start=1)]
    public = files and public_files(files)
    session = Session(Notebook("x", cells), process, 1, limits, public, lambda cell: False)
    try:
        session.finish()
        return [session.runs[cell.number] for cell in cells]
    finally:
        session.close()


def text(found: CellRun) -> str:
    return "".join(o.get("text", "") for o in found.outputs)


def execute(worker: warm.Worker, source: str) -> str:
    """Run a cell; what it printed."""
    request = {"op": "run", "cell": 1, "source": source, "seconds": 20.0}
    reply, _ = worker.ask(request, [], 60)
    return "".join(o.get("text", "") for o in reply["outputs"])


def sleeper() -> tuple[str, str]:
    """A cell that starts a process and does not wait for it, and a mark to find it by."""
    mark = f"30.{uuid.uuid4().int}"
    return f"import subprocess\np = subprocess.Popen(['sleep', '{mark}'])", mark


def started(mark: str) -> tuple[int, int]:
    """The worker and the process that its cell has started."""
    child = find_one(f"sleep\0{mark}")
    return parent(child), child


# --- what a worker finds


LOOK = """
import os, sys
print(*sys.path, os.getcwd(), *sys.argv, *os.environ.values(), sep="\\n")
print(open("/proc/self/cmdline").read().replace("\\0", "\\n"))
print(open("/proc/self/environ").read().replace("\\0", "\\n"))
for name in os.listdir("/proc/self/fd"):
    try:
        print(os.readlink(f"/proc/self/fd/{name}"))
    except OSError:
        pass
"""


HIDDEN = ("graders.test_linear_regression_scratch", "graders.engine", "graders.conftest")


@pytest.fixture(scope="module")
def looked(process) -> list[CellRun]:
    """What one worker finds: what it is given, where it imports from, what it cannot import."""
    return run_cells(
        process,
        LOOK,
        "import sys\nprint(*sys.path, sep='\\n')",
        "from graders import check\nprint(check('sgd'))",
        "import os\nprint(os.environ['NBGRADER_EXECUTION'])",
        "import sys\nprint(*map(repr, sys.meta_path), *sys.modules)",
        *(f"import {name}" for name in HIDDEN),
    )


@linux
def test_nothing_that_a_worker_is_given_leads_to_the_project(looked):
    found = looked[0]
    assert found.error is None
    lines = [line for line in text(found).splitlines() if line]
    # The environment that everything is installed in may lie in the project's folder
    near = [line for line in lines if str(PROJECT) in line.replace(sys.prefix, "")]
    assert [line for line in near if "site-packages" not in line] == []
    assert "hunter2" not in text(found)
    assert "SECRET" not in text(found)
    assert "gradebook.db" not in text(found)


def test_the_search_path_does_not_lead_to_a_folder_with_a_course(process, looked):
    path = text(looked[1]).splitlines()
    assert str(process.course) not in path
    assert str(PROJECT) not in path
    assert str(process.odd) not in path  # on the grading process's path, but not installed


def test_neither_checks_nor_engine_can_be_imported_and_the_stand_in_says_nothing(looked):
    _, _, stand_in, told, _, *imports = looked
    assert [found.error["ename"] for found in imports] == ["ModuleNotFoundError"] * 3
    assert text(stand_in) == "None\n"
    assert text(told) == "autograde\n"


def test_no_finder_of_an_editable_install_is_left(looked):
    assert looked[4].error is None
    assert "__editable__" not in text(looked[4])


# --- forked or fresh, the same


def test_forked_or_fresh_a_notebook_runs_the_same(process, tmp_path):
    (tmp_path / "data.txt").write_text("7")
    (tmp_path / "torch.py").write_text("raise SystemExit")
    first, drawn, ended, busy, after = run_cells(
        process,
        "import torch\ndef f():\n    return int(open('data.txt').read()) * 6",
        "import random\nprint(random.random(), torch.rand(1).item())",
        "import os\nos._exit(3)",
        "while True:\n    pass",
        "import numpy as np\nprint(f(), await __import__('asyncio').sleep(0, 'awaited'))",
        limits=warm.Limits(cell_seconds=1.0),
        files=tmp_path,
    )
    assert first.error is None
    assert len(text(drawn).split()) == 2
    assert "exit status 3" in ended.reason
    assert busy.error["ename"] == "TimeLimit"
    assert text(after) == "42 awaited\n"


@linux
def test_closing_a_worker_ends_it_and_its_children_and_removes_its_folder(process):
    worker = process.worker(None, LIMITS, 0)
    source, mark = sleeper()
    assert execute(worker, source) == ""
    pid, child = started(mark)
    worker.close()
    worker.close()
    assert gone(pid, 2)
    assert gone(child, 2)
    assert list((process._program / "work").glob("*-[0-9]*")) == []


def test_a_worker_whose_reply_cannot_be_sent_says_so_forked_or_fresh(process):
    wreck = "import sys\nsys.modules['firstgrad_worker.shell']._empty = None"
    found, after = run_cells(process, wreck, "print('after')")
    assert found.error["ename"] == "WorkerBroken"
    assert "TypeError" in found.error["evalue"]
    assert text(after) == "after\n"


# --- how they end


@pytest.fixture
def forked():
    """A warm process of the test's own, to be killed."""
    found = warm.WarmProcess()
    yield found
    found.close()


def kill_its_warm_process(worker: warm.Worker) -> None:
    """Kill the process that a worker was forked from; it ends as well, with all it has started."""
    source, mark = sleeper()
    execute(worker, source)
    pid, child = started(mark)
    os.kill(parent(pid), signal.SIGKILL)
    assert gone(pid)
    assert gone(child)


@linux
def test_workers_end_with_their_warm_process_and_another_takes_its_place(forked):
    worker = forked.worker(None, LIMITS, 0)
    old = forked._process  # perhaps the sandbox around it
    kill_its_warm_process(worker)
    with pytest.raises(warm.WorkerEnded):
        worker.ask({"op": "run", "cell": 1, "source": "1", "seconds": 1.0}, [], 5)
    old.wait()
    control = forked._control
    again = forked.worker(None, LIMITS, 0)
    assert execute(again, "print('again')") == "again\n"
    assert old.stderr.closed
    assert control.fileno() == -1
    # Closing what is left of the old one is no business of the new one
    worker.close()
    assert execute(again, "print('alive')") == "alive\n"
    again.close()


@linux
def test_closing_a_worker_of_a_dead_warm_process_leaves_the_new_one_alone(forked):
    orphan = forked.worker(None, LIMITS, 0)
    forked._process.kill()
    forked._process.wait()
    worker = forked.worker(None, LIMITS, 0)
    orphan.close()
    assert execute(worker, "print('alive')") == "alive\n"
    worker.close()


GRADER = """
import sys, time
from graders.engine import warm
process = warm.WarmProcess(fork=sys.argv[1] == "forked", isolation=sys.argv[2])
worker = process.worker(None, warm.Limits(), 0)
worker.ask({"op": "run", "cell": 1, "source": sys.argv[3], "seconds": 20.0}, [], 60)
print(process._program, flush=True)
time.sleep(60)
"""


@linux
@pytest.mark.parametrize("isolation", ["auto", "none"])
def test_when_the_grading_process_is_killed_nothing_stays_behind(tmp_path, isolation):
    with killed_grader("forked", isolation, tmp_path) as (pid, child, program):
        assert gone(pid)
        assert gone(child)
        deadline = time.monotonic() + 3
        while list(program.glob("*")) and time.monotonic() < deadline:
            time.sleep(0.02)
        assert list(program.glob("*")) == []  # in a sandbox one cannot remove its own floor


@linux
def test_when_the_grading_process_is_killed_a_fresh_worker_ends_too(tmp_path):
    with killed_grader("fresh", "auto", tmp_path) as (pid, _, _):
        assert gone(pid)


@contextlib.contextmanager
def killed_grader(kind: str, isolation: str, folder: Path):
    source, mark = sleeper()
    command = [sys.executable, "-c", GRADER, kind, isolation, source]
    grader = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=folder)
    program = Path(grader.stdout.readline().strip())
    pid, child = started(mark)
    try:
        os.kill(grader.pid, signal.SIGKILL)
        grader.wait()
        yield pid, child, program
    finally:
        grader.stdout.close()
        if not gone(child, 0.1):
            os.kill(child, signal.SIGKILL)
        shutil.rmtree(program, ignore_errors=True)


def test_closing_the_warm_process_removes_its_folder_and_can_be_done_twice():
    process = warm.WarmProcess()
    folder = process._program
    assert folder.is_dir()
    process.close()
    process.close()
    assert not folder.exists()
    assert process._process.poll() is not None


def test_a_worker_that_does_not_answer_in_time_is_stuck_and_closed(warm_process):
    worker = warm_process.worker(None, LIMITS, 0)
    request = {"op": "run", "cell": 1, "source": "import time\ntime.sleep(9)", "seconds": 20.0}
    with pytest.raises(warm.WorkerStuck):
        worker.ask(request, [], 0.2)
    assert worker.closed


def test_a_worker_that_ends_tells_its_status(warm_process):
    crash = "import ctypes\nctypes.string_at(0)"
    for source, status in (("import os\nos._exit(7)", 7), (crash, -11)):
        worker = warm_process.worker(None, LIMITS, 0)
        with pytest.raises(warm.WorkerEnded) as caught:
            execute(worker, f"import os\n{source}")
        assert (caught.value.status, worker.closed) == (status, True)


def test_workers_know_nothing_of_each_other(warm_process):
    first, second = (warm_process.worker(None, LIMITS, 0) for _ in range(2))
    try:
        execute(first, "x = 1\nimport builtins\nbuiltins.y = 2\nopen('f', 'w').close()")
        found = execute(second, "import os, builtins\nprint(os.listdir(), hasattr(builtins, 'y'))")
        assert "'f'" not in found
        assert "False" in found
        assert "NameError" not in execute(first, "print(x, y)")
    finally:
        first.close()
        second.close()


# --- one import for several programs


@pytest.fixture(scope="module")
def shared():
    found = warm.WarmProcess(preload=["colorsys"])
    yield found
    found.close()


@pytest.fixture
def guest(shared):
    """The warm process of another program, forked from `shared`."""
    found = warm.WarmProcess(at=shared.door())
    yield found
    found.close()


HAS_COLORSYS = "import sys\nprint('colorsys' in sys.modules, 'torch' in sys.modules)"


@linux
def test_a_guest_has_what_the_other_one_has_imported_and_starts_nothing(guest):
    worker = guest.worker(None, LIMITS, 0)
    assert execute(worker, HAS_COLORSYS) == "True True\n"
    assert guest._process is None
    worker.close()


@linux
def test_guests_and_host_do_not_get_into_each_others_way(shared, guest):
    other = warm.WarmProcess(at=shared.door())
    workers = [each.worker(None, LIMITS, 0) for each in (shared, guest, other)]
    source, mark = sleeper()
    for number, worker in enumerate(workers):
        execute(worker, f"import os\nx = {number}\nopen('f{number}', 'w').close()")
        listed = execute(worker, "print([f for f in os.listdir() if len(f) == 2])")
        assert listed == f"['f{number}']\n"
    execute(workers[2], source)
    pid, child = started(mark)
    other.close()  # with a worker that runs
    assert gone(pid)
    assert gone(child)
    assert [execute(worker, "print(x)") for worker in workers[:2]] == ["0\n", "1\n"]
    shared.worker(None, LIMITS, 0).close()  # to end a worker is to look for orphans
    assert execute(workers[1], "print(x)") == "1\n"
    for worker in workers:
        worker.close()


@linux
def test_where_nobody_is_at_the_door_a_program_starts_its_own():
    host = warm.WarmProcess()
    door = host.door()
    orphan = host.worker(None, LIMITS, 0)
    kill_its_warm_process(orphan)
    host._process.wait()
    guest = warm.WarmProcess(at=door)
    worker = guest.worker(None, LIMITS, 0)
    assert guest._process is not None
    assert execute(worker, "print(1)") == "1\n"
    for each in (orphan, worker, guest, host):
        each.close()


@linux
def test_a_guest_whose_warm_process_is_killed_gets_another(guest):
    worker = guest.worker(None, LIMITS, 0)
    kill_its_warm_process(worker)
    again = guest.worker(None, LIMITS, 0)
    assert execute(again, HAS_COLORSYS) == "True True\n"
    again.close()
    worker.close()


@linux
def test_a_door_leads_to_the_one_that_works_where_bubblewrap_does_not(broken_bubblewrap):
    host = warm.WarmProcess()
    guest = warm.WarmProcess(at=host.door())
    host.wait()
    worker = guest.worker(None, LIMITS, 0)
    assert guest._process is None
    assert "No permissions" in guest.missing["bubblewrap"]
    for each in (worker, guest, host):
        each.close()


def test_a_warm_process_that_has_idled_out_is_started_again():
    process = warm.WarmProcess()
    try:
        process.worker(None, warm.Limits(), 1).close()
        # What a process does that nobody has asked for long: it cleans up, and ends
        shutil.rmtree(process._program)
        process._process.terminate()
        process._process.wait()
        worker = process.worker(None, warm.Limits(), 1)
        request = {"op": "run", "cell": 1, "source": "print(1 + 1)", "seconds": 5}
        reply, _ = worker.ask(request, [], 20)
        assert reply["outputs"][0]["text"] == "2\n"
        worker.close()
    finally:
        process.close()
