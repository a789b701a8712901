"""The walls around a worker: what is promised, what is reported where it is missing."""

import os
import subprocess
import sys
import time
import uuid
from pathlib import Path

import pytest
from processes import find_one, gone

from graders.engine import cli, doctor, isolation, warm
from graders.engine.isolation import WALLS, Wall, missing_walls, summary
from graders.engine.public import public_files
from graders.engine.worker import family

linux = pytest.mark.skipif(sys.platform != "linux", reason="the walls are Linux's")
walled = pytest.mark.skipif(isolation.program() is None, reason="needs bubblewrap")


@pytest.fixture
def no_bubblewrap(monkeypatch):
    monkeypatch.setattr(isolation, "why_not", lambda: {"bubblewrap": "not installed"})


@pytest.fixture
def start():
    """A function that starts warm processes; all are closed at the end."""
    started: list[warm.WarmProcess] = []

    def begin(**more) -> warm.WarmProcess:
        started.append(warm.WarmProcess(**more))
        return started[-1]

    yield begin
    for process in started:
        process.close()


def execute(process: warm.WarmProcess, source: str, **more) -> str:
    """Run a cell in a worker of its own; what it printed."""
    worker = process.worker(None, warm.Limits(**more), 0)
    try:
        request = {"op": "run", "cell": 1, "source": source, "seconds": 20.0}
        reply, _ = worker.ask(request, [], 60)
    finally:
        worker.close()
    return "".join(str(o.get("text", o.get("evalue"))) for o in reply["outputs"])


# --- what is said ----------------------------------------------------------------------------


def test_a_wall_stands_if_one_of_its_means_is_complete():
    wall = Wall("w", "promise", "otherwise", (("a", "b"), ("c",)))
    assert not wall.lacks({})
    assert not wall.lacks({"a": "gone"})
    assert not wall.lacks({"c": "gone"})
    assert wall.lacks({"b": "refused", "c": "unknown"})
    assert wall.why({"b": "refused", "c": "unknown"}) == "b: refused, c: unknown"


def test_the_summary_says_what_is_missing_and_what_follows():
    assert summary({}) == ""
    nothing = dict.fromkeys(("bubblewrap", "namespaces", "landlock", "seccomp", "user"), "no")
    assert missing_walls(nothing) == list(WALLS)
    assert "(files, network, processes, number, disk, kernel)" in summary(nothing)
    assert "can read and change whatever you can" in summary(nothing)
    assert "graders doctor" in summary(nothing)


def test_every_attempt_is_on_a_wall_and_every_wall_is_tried():
    assert {attempt.wall for attempt in doctor.ATTEMPTS} == {wall.name for wall in WALLS}


# --- what stands -----------------------------------------------------------------------------


@walled
def test_here_everything_stands(capsys):
    assert cli.main(["doctor"]) == 0
    text = capsys.readouterr().out
    assert text.count("refused") == len(doctor.ATTEMPTS)
    assert "NO " not in text


@linux
def test_without_walls_every_attempt_succeeds():
    """Else the doctor's attempts would prove nothing."""
    lines: list[str] = []
    assert not doctor.examine(lines.append, isolation="none")
    tried = [line for line in lines if "tried:" in line]
    assert [line for line in tried if not line.endswith("done")] == []
    assert sum("NO " in line for line in lines) == len(WALLS)


@linux
def test_without_bubblewrap_files_and_rare_calls_are_still_out_of_reach(no_bubblewrap, start):
    process = start()
    with doctor._bait() as bait:
        source = "for code in {codes!r}:\n    try:\n        exec(code)\n        print('done')\n"
        source += "    except BaseException:\n        print('refused')\n"
        codes = [a.code.format(**bait) for a in doctor.ATTEMPTS if a.wall in ("files", "kernel")]
        found = execute(process, source.format(codes=codes))
    assert process.missing["bubblewrap"] == "not installed"
    assert found == "refused\n" * len(codes)


@linux
def test_a_bubblewrap_that_does_not_work_is_done_without_and_reported(broken_bubblewrap, start):
    process = start()
    assert execute(process, "print(1)") == "1\n"
    assert "No permissions" in process.missing["bubblewrap"]
    assert execute(start(), "print(2)") == "2\n"  # it is not tried again


@linux
def test_strict_runs_nothing_where_a_wall_is_missing(no_bubblewrap, start):
    process = start(isolation="strict")
    with pytest.raises(warm.EngineError) as caught:
        process.worker(None, warm.Limits(), 0)
    assert "network (bubblewrap: not installed)" in str(caught.value)
    assert "Nothing was run" in str(caught.value)


@walled
def test_strict_grades_where_every_wall_stands(start):
    assert execute(start(isolation="strict"), "print(1)") == "1\n"


def test_pytest_refuses_with_a_clear_word(pytester, monkeypatch):
    monkeypatch.setenv("PATH", str(pytester.path))  # no bubblewrap there
    graders = Path(isolation.__file__).parent.parent
    done = pytester.runpytest_subprocess(
        str(graders), "--isolation", "strict", "-k", "test_sgd", "-p", "no:cacheprovider"
    )
    assert done.ret == 3
    assert (
        "the isolation that is asked for is not to be had" in done.stdout.str() + done.stderr.str()
    )


@pytest.mark.parametrize(("submission", "said"), [(True, True), (False, False)])
def test_pytest_says_what_is_missing_if_it_grades_somebody_else(pytester, submission, said):
    graders = Path(isolation.__file__).parent.parent
    options = ["--submission", str(graders.parent / "assignments")] if submission else []
    done = pytester.runpytest_subprocess(
        str(graders),
        *options,
        "--isolation",
        "none",
        "-k",
        "test_forward",
        "-p",
        "no:cacheprovider",
    )
    assert ("isolation is incomplete here" in done.stdout.str()) is said


@pytest.mark.parametrize(
    ("files", "held"),
    [
        ({"proc/self/cgroup": "0::/\n", "sys/fs/cgroup/memory.max": "4096\n"}, 4096),
        ({"proc/self/cgroup": "0::/a/b\n", "sys/fs/cgroup/a/b/memory.max": "max\n"}, None),
        (
            {
                "proc/self/cgroup": "0::/a/b\n",
                "sys/fs/cgroup/a/memory.max": "4096\n",
                "sys/fs/cgroup/a/b/memory.max": "8192\n",
            },
            4096,
        ),
        (
            {
                "proc/self/cgroup": "4:memory:/x\n0::/\n",
                "sys/fs/cgroup/memory/x/memory.limit_in_bytes": "4096\n",
                "sys/fs/cgroup/memory/memory.limit_in_bytes": "9223372036854771712\n",
            },
            4096,
        ),
        (
            {
                "proc/self/cgroup": "4:memory:/\n",
                "sys/fs/cgroup/memory/memory.limit_in_bytes": "9223372036854771712\n",
            },
            None,
        ),
        ({}, None),
    ],
    ids=["container", "none", "outer", "version 1", "version 1 without", "no control groups"],
)
def test_what_a_control_group_holds(tmp_path, files, held):
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    assert isolation.memory_held(tmp_path) == held


# --- what a worker is left with --------------------------------------------------------------


def test_a_worker_does_not_learn_the_seed_of_the_inputs(monkeypatch, warm_process):
    from graders.engine import session
    from graders.engine.notebook import Cell, Notebook

    seen = []

    def worker(files, limits, seed):
        seen.append(seed)
        raise warm.EngineError("enough")

    monkeypatch.setattr(warm_process, "worker", worker)
    one = session.Session(
        Notebook("x", [Cell(1, "code", "1")]),
        warm_process,
        4711,
        warm.Limits(),
        None,
        lambda _: False,
    )
    with pytest.raises(warm.EngineError):
        one.finish()
    assert seen != [4711]


@linux
@pytest.mark.parametrize("mode", ["auto", "none"])
def test_what_leaves_its_session_ends_with_its_worker(start, mode):
    mark = f"60.{uuid.uuid4().int}"
    process = start(isolation=mode)
    worker = process.worker(None, warm.Limits(), 0)
    source = "import os\nif os.fork() == 0:\n    os.setsid()\n    if os.fork() == 0:\n"
    source += f"        os.execvp('sleep', ['sleep', '{mark}'])\n    os._exit(0)"
    worker.ask({"op": "run", "cell": 1, "source": source, "seconds": 20.0}, [], 60)
    pid = find_one(f"sleep\0{mark}")
    worker.close()
    assert gone(pid, 5)


@linux
@pytest.mark.parametrize("mode", ["auto", "none"])
def test_the_memory_of_all_its_processes_counts(start, mode):
    process = start(isolation=mode)
    source = "import os, time\nfor _ in range(8):\n    if os.fork() == 0:\n"
    source += "        x = b'x' * 2**27\n        time.sleep(60)\n        os._exit(0)\n"
    source += "time.sleep(60)"
    worker = process.worker(None, warm.Limits(memory_bytes=2**28), 0)
    try:
        with pytest.raises(warm.WorkerEnded):  # and not `WorkerStuck`: also its children are gone
            worker.ask({"op": "run", "cell": 1, "source": source, "seconds": 70.0}, [], 40)
    finally:
        worker.close()


@walled
@pytest.mark.parametrize(
    "source",
    [
        "import os\nos.memfd_create('x')",
        "import ctypes\nassert ctypes.CDLL(None).shmget(0, 4096, 0o1600) >= 0, 'refused'",
    ],
    ids=["memfd", "shmget"],
)
def test_memory_that_no_limit_counts_is_refused(start, source):
    assert execute(start(), source) != ""


@walled
def test_shared_memory_counts_once(start):
    source = "import mmap, os, time\nx = mmap.mmap(-1, 2**29 * 3)\nfor i in range(0, len(x), 4096):"
    source += "\n    x[i] = 1\ntime.sleep(60)"
    worker = start().worker(None, warm.Limits(memory_bytes=2**28), 0)
    try:
        with pytest.raises(warm.WorkerEnded):
            worker.ask({"op": "run", "cell": 1, "source": source, "seconds": 70.0}, [], 90)
    finally:
        worker.close()
    shares = "import mmap, os, time\nx = mmap.mmap(-1, 2**28)\nx[:] = b'x' * len(x)\n"
    shares += "for _ in range(8):\n    if os.fork() == 0:\n        sum(x[::4096])\n"
    shares += "        time.sleep(3)\n        os._exit(0)\ntime.sleep(2)\nprint('alive')"
    assert execute(start(), shares, memory_bytes=2**29) == "alive\n"


@walled
def test_every_worker_of_root_is_another_user(start):
    process = start()
    found = {execute(process, "import os\nprint(os.getuid())") for _ in range(3)}
    assert len(found) == (3 if os.getuid() == 0 else 1)


@linux
def test_an_answer_that_comes_too_late_is_not_taken_for_the_next_one(start, monkeypatch):
    process = start()
    worker = process.worker(None, warm.Limits(), 0)
    monkeypatch.setattr(warm, "END_SECONDS", 0.0)
    worker.close()
    monkeypatch.undo()
    for number in range(3):
        assert execute(process, f"print({number})") == f"{number}\n"


@linux
def test_a_limit_cannot_be_lifted(start):
    source = "import resource\nfor name in ('DATA', 'FSIZE', 'NPROC', 'NOFILE'):\n"
    source += "    n = getattr(resource, 'RLIMIT_' + name)\n    try:\n"
    source += "        resource.setrlimit(n, (resource.RLIM_INFINITY,) * 2)\n        print(name)\n"
    source += "    except (ValueError, OSError):\n        pass"
    process = start()
    if os.getuid() == 0 and "user" in process_missing(process):
        pytest.skip("needs a user of its own, and no GPU")
    assert execute(process, source) == ""


def process_missing(process: warm.WarmProcess) -> dict[str, str]:
    process.worker(None, warm.Limits(), 0).close()
    assert process.missing is not None
    return process.missing


@walled
def test_public_files_can_be_read_and_changed_in_the_worker_alone(start, tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "data.csv").write_text("1,2")
    process = start()
    worker = process.worker(public_files(tmp_path), warm.Limits(), 0)
    source = "print(open('sub/data.csv').read())\nopen('sub/data.csv', 'a').write('!')"
    reply, _ = worker.ask({"op": "run", "cell": 1, "source": source, "seconds": 20.0}, [], 60)
    worker.close()
    assert reply["outputs"][0]["text"] == "1,2\n"
    assert (tmp_path / "sub" / "data.csv").read_text() == "1,2"


# --- what belongs to a worker ----------------------------------------------------------------


@linux
def test_the_descendants_of_a_process_are_found():
    code = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'input()'])"
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE) as process:
        deadline = time.monotonic() + 10
        while len(family.descendants(process.pid)) < 2 and time.monotonic() < deadline:
            time.sleep(0.02)
        assert len(family.descendants(process.pid)) == 2
        process.communicate(b"\n")


def test_a_folder_that_does_not_want_to_be_removed_is_removed(tmp_path):
    folder = tmp_path / "folder"
    (folder / "closed").mkdir(parents=True)
    (folder / "closed" / "file").touch()
    os.chmod(folder / "closed", 0)
    here = os.getcwd()
    os.chdir(folder)
    try:
        for _ in range(1200):
            os.mkdir("d")
            os.chdir("d")
    finally:
        os.chdir(here)
    family.remove(str(folder))
    assert not folder.exists()


def test_a_notebook_has_an_end_to_its_time(warm_process):
    from graders.engine import session
    from graders.engine.functions import Unanswered
    from graders.engine.notebook import Cell, Notebook

    cells = [Cell(number, "code", "def f():\n    return 1") for number in (1, 2, 3)]
    limits = warm.Limits(total_seconds=600)
    one = session.Session(Notebook("x", cells), warm_process, 1, limits, None, lambda _: False)
    try:
        one._run_until(1)
        assert one.runs[1].error is None
        assert 0 < one._spent < 600
        one._spent = 600
        one.finish()
        assert "600 seconds before this cell" in one.runs[2].reason
        with pytest.raises(Unanswered) as caught:
            one.ask({"op": "call", "name": "f"}, [])
        assert "has used up its 600 seconds" in caught.value.message
    finally:
        one.close()
