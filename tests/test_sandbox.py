"""What a worker may use, and what it finds: folders, names, random states, time and memory."""

import errno
import time
from pathlib import Path

import pytest

from graders.engine import session as sessions
from graders.engine import warm
from graders.engine.functions import Unanswered
from graders.engine.notebook import Cell, Notebook
from graders.engine.outcomes import Outcome
from graders.engine.public import public_files
from graders.engine.session import CellRun, Session
from graders.engine.worker import sandbox

# Where the system does not tell waiting from sleeping, only the elapsed time stops a sleeper
tells_sleep = pytest.mark.skipif(
    not Path("/proc/thread-self/schedstat").exists(), reason="reads /proc/thread-self/schedstat"
)
SMALL = warm.Limits(cell_seconds=0.4, call_seconds=0.4, wall_factor=3.0, memory_bytes=300 * 2**20)


@pytest.fixture
def start(warm_process):
    """A function that makes a session of some cells; all are closed at the end."""
    opened: list[Session] = []

    def begin(*sources, limits=SMALL, files=None, seed=1) -> Session:
        cells = [Cell(number, "code", source) for number, source in enumerate(sources, start=1)]
        notebook = Notebook("x", cells)
        public = files and public_files(files)
        opened.append(Session(notebook, warm_process, seed, limits, public, lambda cell: False))
        return opened[-1]

    yield begin
    for session in opened:
        session.close()


@pytest.fixture
def run(start):
    def run_all(*sources, **more) -> list[CellRun]:
        session = start(*sources, **more)
        session.finish()
        return [session.runs[number] for number in range(1, len(sources) + 1)]

    return run_all


def text(found: CellRun) -> str:
    return "".join(o.get("text", "") for o in found.outputs)


def ask(session: Session, name: str, seed: int | None = None) -> dict:
    """The reply to a call of `name` without arguments, after all cells."""
    session.finish()
    request = {"op": "call", "name": name, "calls": [[]], "cotangent": None}
    return session.ask({**request, "iterate": None, "repeat": 1, "seed": seed}, [])[0]


def result(reply: dict):
    """What the one call of a reply returned."""
    assert reply["status"] == "returned", reply
    (returned,) = reply["returned"]
    return returned["result"]


# --- files beside the notebook


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "houses.csv").write_text("1,2\n")
    (tmp_path / "helpers.py").write_text("answer = 42\n")
    for name in ("torch", "numpy", "conftest", "graders", "IPython", "random", "sitecustomize"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('shadowed')\n")
    (tmp_path / "other.ipynb").write_text("{}")
    (tmp_path / ".secret").write_text("x")
    (tmp_path / "link.csv").symlink_to("/etc/passwd")
    return tmp_path


def test_public_files_are_there_and_others_are_not(run, folder):
    found, listed = run(
        "print(open('data/houses.csv').read())",
        "import os\nprint(sorted(os.listdir()))",
        files=folder,
    )
    assert text(found).strip() == "1,2"
    for name in (".secret", "other.ipynb", "link.csv"):
        assert name not in text(listed)
    assert "helpers.py" in text(listed)


def test_a_module_beside_the_notebook_can_be_imported(run, folder):
    (found,) = run("import helpers\nprint(helpers.answer)", files=folder)
    assert text(found) == "42\n"


def test_a_module_beside_the_notebook_shadows_nothing(run, folder):
    (found,) = run(
        "import random, numpy, torch, IPython, graders, torch.nn.functional\n"
        "print(torch.__version__, callable(graders.check))",
        files=folder,
    )
    assert found.error is None
    assert "True" in text(found)


def test_a_module_beside_the_notebook_may_have_any_name(run, tmp_path):
    (tmp_path / "worker.py").write_text("answer = 42\n")
    (found,) = run("import worker\nprint(worker.answer)", files=tmp_path)
    assert text(found) == "42\n"


def test_a_loader_beside_a_torch_file_still_has_workers(run, folder):
    (found,) = run(
        "import torch\nfrom torch.utils.data import DataLoader\n"
        "print(len(list(DataLoader(range(4), batch_size=2, num_workers=2))))",
        files=folder,
        limits=warm.Limits(cell_seconds=20),
    )
    assert text(found) == "2\n"


def test_what_a_notebook_writes_stays_in_its_own_folder(run, folder):
    run("open('data/houses.csv', 'w').write('changed')\nopen('new.txt', 'w')", files=folder)
    assert (folder / "data" / "houses.csv").read_text() == "1,2\n"
    assert not (folder / "new.txt").exists()


def test_home_and_temporary_files_are_in_the_working_folder(run):
    (found,) = run(
        "import os, tempfile\nhere = os.getcwd()\n"
        "print(os.path.expanduser('~') == here, tempfile.gettempdir() == here)"
    )
    assert text(found) == "True True\n"


# --- random states

DRAW = "import random\nimport numpy as np\nimport torch\n\ndef draw():\n"
DRAW += "    return [random.random(), float(np.random.rand()), torch.rand(1).item()]\n"


def test_random_states_follow_from_the_seed_alone(run):
    (first,), (again,), (other,) = (run(DRAW + "print(draw())", seed=s) for s in (1, 1, 2))
    assert text(first) == text(again)
    a, b = text(first).strip("[]\n").split(","), text(other).strip("[]\n").split(",")
    assert all(x != y for x, y in zip(a, b, strict=True))


def drawn(reply: dict) -> list[float]:
    return result(reply)["v"]


def test_a_call_with_a_seed_draws_what_the_seed_says(start):
    session = start(DRAW)
    first = drawn(ask(session, "draw", 7))
    second = drawn(ask(session, "draw", None))
    assert drawn(ask(session, "draw", 7)) == first
    assert drawn(ask(session, "draw", None)) == second
    assert drawn(ask(session, "draw", 8)) != first
    assert not set(first) & set(second)


def test_a_notebook_draws_the_same_whether_or_not_it_was_asked(start):
    def last(asked: bool) -> str:
        session = start(DRAW + "draw()", "print(draw())")
        session._run_until(1)
        for seed in (7, None) if asked else ():
            request = {"op": "call", "name": "draw", "calls": [[]], "cotangent": None}
            session.ask({**request, "iterate": None, "repeat": 3, "seed": seed}, [])
        session.finish()
        return text(session.runs[2])

    assert last(True) == last(False)


# --- time


def test_a_busy_cell_is_stopped_and_what_came_before_it_survives(run):
    begin = time.monotonic()
    before, busy, after = run(
        "def f():\n    return 42", "x = 1\nwhile True:\n    x += 1", "print(f(), x > 1)"
    )
    assert before.error is None
    assert busy.error["ename"] == "TimeLimit"
    assert busy.error["line"] in (2, 3)
    assert "0.4 seconds" in busy.outputs[-1]["evalue"]
    assert [o["output_type"] for o in busy.outputs] == ["error"]
    assert text(after) == "42 True\n"
    assert time.monotonic() - begin < 10


def test_a_cell_that_sleeps_is_stopped_by_the_clock(run):
    begin = time.monotonic()
    asleep, after = run("import time\ntime.sleep(60)", "print(1)")
    assert asleep.error["ename"] == "TimeLimit"
    assert text(after) == "1\n"
    assert 0.4 <= time.monotonic() - begin < 10


PATIENT = warm.Limits(cell_seconds=0.4, call_seconds=0.4, wall_factor=50.0)  # 20 s by the clock


@tells_sleep
@pytest.mark.parametrize(
    "nap",
    ["import time\ntime.sleep(60)", "import threading\nthreading.Event().wait(60)"],
    ids=["sleep", "lock"],
)
def test_a_cell_that_sleeps_ends_after_about_its_seconds(run, nap):
    _, asleep, after = run("import time\nx = time.monotonic()", nap, LEFT, limits=PATIENT)
    assert asleep.error["ename"] == "TimeLimit"
    assert 0.4 <= float(text(after)) < 6


LEFT = "import time\nprint(time.monotonic() - x)"


@tells_sleep
def test_a_call_that_sleeps_ends_after_about_its_seconds(start):
    source = "import time\ndef nap():\n    time.sleep(60)\ndef f():\n    return 1"
    session = start(source, limits=PATIENT)
    session.finish()
    begin = time.monotonic()
    assert ask(session, "nap")["status"] == "timed_out"
    assert 0.4 <= time.monotonic() - begin < 6
    assert result(ask(session, "f")) == 1


def test_short_naps_do_no_harm(run):
    (found,) = run("import time\nfor _ in range(10):\n    time.sleep(0.01)\nprint('awake')")
    assert text(found) == "awake\n"


def test_a_cell_that_awaits_is_stopped_by_the_clock(run):
    limits = warm.Limits(cell_seconds=0.2, wall_factor=2.0)
    asleep, after = run("import asyncio\nawait asyncio.sleep(60)", "print(1)", limits=limits)
    assert asleep.error["ename"] == "TimeLimit"
    assert text(after) == "1\n"


def test_what_a_cell_printed_before_it_was_stopped_is_kept(run):
    (found,) = run("print('begun')\nwhile True:\n    pass")
    assert text(found) == "begun\n"


def test_except_exception_does_not_stop_the_limit(run):
    (found,) = run("while True:\n    try:\n        pass\n    except Exception:\n        pass")
    assert found.error["ename"] == "TimeLimit"


def test_a_loop_that_swallows_everything_ends_all_the_same(run):
    begin = time.monotonic()
    source = "def f():\n    while True:\n        try:\n            while True:\n"
    source += "                pass\n        except BaseException:\n            pass\n"
    swallowing, after = run(source + "f()", "print('after')")
    assert swallowing.error["ename"] in ("PythonEnded", "TimeLimit")
    assert text(after) == "after\n"
    assert time.monotonic() - begin < 20


def test_a_busy_call_is_timed_out_and_the_next_one_answers(start):
    session = start("def busy():\n    while True:\n        pass\n\ndef f():\n    return 42")
    assert ask(session, "busy")["status"] == "timed_out"
    assert result(ask(session, "f")) == 42


def test_a_sleeping_call_is_timed_out_by_the_clock(start):
    limits = warm.Limits(call_seconds=0.1, wall_factor=2.0)
    source = "import time\ndef nap():\n    time.sleep(60)\ndef f():\n    return 1"
    session = start(source, limits=limits)
    begin = time.monotonic()
    assert ask(session, "nap")["status"] == "timed_out"
    assert time.monotonic() - begin < 5
    assert result(ask(session, "f")) == 1


def test_a_call_in_compiled_code_without_end_is_killed(start):
    source = "import itertools\ndef forever():\n    return sum(itertools.repeat(0))\n"
    session = start(source + "def f():\n    return 42")
    with pytest.raises(Unanswered) as caught:
        ask(session, "forever")
    assert caught.value.outcome is Outcome.TIMED_OUT
    assert "had not returned when its time was up, and did not react" in caught.value.message
    assert result(ask(session, "f")) == 42


def test_a_call_killed_by_the_limit_on_its_time_counts_as_timed_out(start, monkeypatch):
    def ended(*_):
        raise warm.WorkerEnded(-24)  # SIGXCPU

    session = start("def f():\n    return 42")
    session.finish()
    monkeypatch.setattr(session._worker, "ask", ended)
    with pytest.raises(Unanswered) as caught:
        ask(session, "f")
    assert caught.value.outcome is Outcome.TIMED_OUT


@tells_sleep
def test_a_call_that_swallows_the_limit_on_its_sleep_ends_as_timed_out(start):
    source = "import time\ndef deaf():\n    while True:\n        try:\n            time.sleep(9)\n"
    source += "        except BaseException:\n            pass\ndef f():\n    return 42"
    session = start(source, limits=warm.Limits(call_seconds=0.2, wall_factor=100.0))
    begin = time.monotonic()
    with pytest.raises(Unanswered) as caught:
        ask(session, "deaf")
    assert caught.value.outcome is Outcome.TIMED_OUT
    assert time.monotonic() - begin < 10
    assert result(ask(session, "f")) == 42


def test_a_sleep_that_swallows_everything_is_stopped_from_outside(run, monkeypatch):
    monkeypatch.setattr(sessions, "SLACK", 0.3)
    source = "import time\ndef f():\n    while True:\n        try:\n            time.sleep(9)\n"
    source += "        except BaseException:\n            pass\nf()"
    limits = warm.Limits(cell_seconds=0.2, wall_factor=2.0)
    asleep, after = run(source, "print('after')", limits=limits)
    assert asleep.error["ename"] == "TimeLimit"
    assert "ran on" in asleep.reason
    assert text(after) == "after\n"


def test_a_second_chance_is_never_longer_than_the_first(start, monkeypatch):
    session = start("def f():\n    return 42")
    session.finish()
    session._slow["f"] = 1
    seen: list[float] = []

    def answer(request, *_):
        seen.append(request["seconds"])
        return {"status": "returned", "returned": []}, []

    monkeypatch.setattr(session._worker, "ask", answer)
    ask(session, "f")
    assert seen == [pytest.approx(SMALL.call_seconds / 5)]


# --- memory


def test_a_cell_that_takes_too_much_memory_fails_and_the_rest_goes_on(run):
    source = "def f():\n    return 42"
    huge = "x = bytearray(600 * 2**20)"
    before, failed, after = run(source, huge, "print(f())")
    assert before.error is None
    assert failed.error["ename"] == "MemoryError"
    assert text(after) == "42\n"


def test_a_tensor_beyond_the_limit_is_an_error(run):
    failed, after = run("import torch\nx = torch.ones(600 * 2**18)", "print(torch.ones(2).sum())")
    assert failed.error["ename"] == "RuntimeError"
    assert "allocate" in failed.reason
    assert text(after) == "tensor(2.)\n"


HOGS = {
    "large": "x = []\nwhile True:\n    x.append(bytes(2**20))",
    "small": "x = []\nwhile True:\n    x.append([0])",
    "doubling": "x = [0]\nwhile True:\n    x += x",
    "text": "x = 'a'\nwhile True:\n    x = x + x",
    "in a function": "def hog():\n    x = []\n    while True:\n        x.append([0])\nhog()",
}


@pytest.mark.parametrize("hog", HOGS)
def test_a_cell_that_fills_its_memory_says_so_and_earlier_functions_answer(start, hog):
    limits = warm.Limits(cell_seconds=20, call_seconds=10, memory_bytes=64 * 2**20)
    session = start("import torch\ndef f():\n    return 42", HOGS[hog], "print(1)", limits=limits)
    session.finish()
    error = session.runs[2].error
    assert (error["ename"], error["cell"]) == ("MemoryError", 2)
    assert [o["ename"] for o in session.runs[2].outputs] == ["MemoryError"]
    assert text(session.runs[3]) == "1\n"
    assert result(ask(session, "f")) == 42


@pytest.mark.parametrize("hog", HOGS)
def test_whatever_fills_the_memory_the_cells_around_it_are_graded(run, hog):
    limits = warm.Limits(cell_seconds=20, memory_bytes=64 * 2**20)
    _, grown, after = run("f = len", HOGS[hog], "print(f([1]))", limits=limits)
    assert grown.error["ename"] in ("MemoryError", "PythonEnded", "WorkerBroken")
    assert text(after) == "1\n"


# How the memory is divided when it runs out differs: for some, not the smallest thing fits any more
@pytest.mark.parametrize("lists", [0, 3400, 7000, 14000, 30000, 53000])
def test_a_call_that_fills_its_memory_says_so_and_the_next_one_answers(start, lists):
    limits = warm.Limits(call_seconds=20, memory_bytes=64 * 2**20)
    hog = f"y = [[k] for k in range({lists})]\n"
    hog += "x = []\ndef hog():\n    while True:\n        x.append([0])\n"
    session = start(hog + "def f():\n    return 42", limits=limits)
    reply = ask(session, "hog")
    assert (reply["status"], reply["ename"]) == ("raised", "MemoryError")
    assert reply["line"] in (5, None)  # there may be no memory left for the traceback itself
    assert result(ask(session, "f")) == 42


def test_a_limit_on_memory_leaves_room_for_what_it_promises(run):
    (found,) = run("x = bytearray(150 * 2**20)\nprint(len(x) // 2**20)")
    assert text(found) == "150\n"


def test_no_core_is_dumped(run):
    (found,) = run("import resource\nprint(resource.getrlimit(resource.RLIMIT_CORE))")
    assert text(found) == "(0, 0)\n"


# --- processes that a submission forks


@pytest.mark.parametrize("end", ["", "raise ValueError", "import sys; sys.exit()"])
def test_a_fork_in_a_cell_does_not_garble_later_answers(start, end):
    source = f"import os\npid = os.fork()\nif not pid:\n    {end or 'pass'}\nelse:\n"
    source += "    _ = os.waitpid(pid, 0)\nprint('parent', pid > 0)"
    session = start("def f():\n    return 42", source, "print('after', pid > 0)")
    worker = None
    for _ in range(3):
        assert result(ask(session, "f")) == 42
        worker = worker or session._worker
    assert session._worker is worker
    assert session.runs[2].error is None
    assert "parent True\n" in text(session.runs[2])
    assert text(session.runs[3]) == "after True\n"


def test_a_fork_in_a_call_does_not_garble_later_answers(start):
    source = "import os\npid = 0\ndef forks():\n    global pid\n    pid = os.fork()\n"
    source += "    if pid:\n        os.waitpid(pid, 0)\n    return 'parent' if pid else 'child'\n"
    session = start(source + "def f():\n    return 42")
    assert result(ask(session, "forks")) == "parent"
    assert result(ask(session, "f")) == 42
    assert result(ask(session, "forks")) == "parent"
    assert result(ask(session, "f")) == 42


def test_files_whose_names_cannot_be_had_are_left_out_and_a_full_disk_is_said(tmp_path):
    def full(path: Path, content: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    sandbox._fill(str(tmp_path), {"?": b"1", "?/a.csv": b"2", "x" * 300: b"3", "b.csv": b"4"})
    assert sorted(path.name for path in tmp_path.iterdir()) == ["?", "b.csv"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "write_bytes", full)
        with pytest.raises(OSError, match="No space left"):
            sandbox._fill(str(tmp_path), {"c.csv": b"5"})
