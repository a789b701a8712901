"""`pytest graders/ --watch` as a learner has it beside the notebook: a process of its own.

Nothing here waits for a time: a test reads on until what it waits for has been printed.
"""

import contextlib
import fcntl
import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from processes import parent

from graders.engine import checks, grading, notebook, watch
from graders.engine.notebook import Notebook, UnreadableNotebook

PROJECT = Path(__file__).parent.parent
NAME, OTHER = "linear_regression_scratch", "gradient_descent_by_hand"
PATIENCE = 120.0  # seconds for what a test waits for: a bound, and nothing that is measured

RIGHT = """def sgd(params, lr, batch_size):
    for p in params:
        p.data -= lr * p.grad / batch_size"""
WRONG = """def sgd(params, lr, batch_size):
    for p in params:
        p.data -= lr * p.grad"""
SUBTRACTS_B = "def linreg(X, w, b):\n    return X @ w - b"


def text(name: str = NAME, **solutions: str) -> str:
    """A notebook: the reference with other solutions."""
    path = PROJECT / "solutions" / name / f"{name}.ipynb"
    content = json.loads(path.read_text(encoding="utf-8"))
    for cell in content["cells"]:
        grade_id = cell["metadata"].get("nbgrader", {}).get("grade_id")
        cell["source"] = solutions.get(grade_id, cell["source"])
    return json.dumps(content)


def save(path: Path, content: str) -> Path:
    """Save as Jupyter does: a file beside it, which is renamed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(".~" + path.name)
    new.write_text(content, encoding="utf-8")
    new.replace(path)
    return path


class Watching:
    """A `pytest graders/ --watch` that is running."""

    def __init__(self, *arguments: object, terminal: bool = False) -> None:
        command = [sys.executable, "-m", "pytest", "graders/", "--watch", "--device=cpu"]
        environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTEST_")}
        self.keyboard, self._theirs = pty.openpty() if terminal else (None, None)
        self.process = subprocess.Popen(
            [*command, "-p", "no:cacheprovider", *map(str, arguments)],
            cwd=PROJECT,
            env={**environment, "COLUMNS": "100"},
            stdin=self._theirs if terminal else subprocess.DEVNULL,
            stdout=self._theirs if terminal else subprocess.PIPE,
            stderr=self._theirs if terminal else subprocess.STDOUT,
            preexec_fn=_own_terminal if terminal else _mind_ctrl_c,
        )
        self._output = self.keyboard if terminal else self.process.stdout.fileno()
        self._unread = ""

    def until(self, words: str) -> str:
        """Read on until a line with these words has come; what has come up to its end."""
        deadline = time.monotonic() + PATIENCE
        pattern = re.compile(re.escape(words) + ".*\n")
        while not (found := pattern.search(self._unread)):
            assert time.monotonic() < deadline, f"no {words!r} in:\n{self._unread}"
            if not self._read(deadline):
                raise AssertionError(f"ended without {words!r}:\n{self._unread}")
        read, self._unread = self._unread[: found.end()], self._unread[found.end() :]
        return read

    def round(self) -> str:
        """What the next round prints, whose last line tells the time that it took."""
        return self.until("= points =") + self.until("replays these inputs") + self.until(" in ")

    def ready(self) -> str:
        """What the first round prints, and what comes after it."""
        return self.until("Ctrl-C ends")

    def end(self) -> tuple[int, str]:
        """Ctrl-C: the exit status, and what was printed up to the end."""
        self.process.send_signal(signal.SIGINT)
        return self.rest()

    def rest(self) -> tuple[int, str]:
        """The exit status, and what is printed up to the end."""
        deadline = time.monotonic() + PATIENCE
        while self.process.poll() is None or self._theirs is None:
            if not self._read(deadline, 0.1) and self._theirs is None:
                break
        status = self.process.wait(PATIENCE)
        return status, self._unread

    def _read(self, deadline: float, seconds: float | None = None) -> bool:
        """Read what there is; whether there may be more."""
        wait = deadline - time.monotonic() if seconds is None else seconds
        assert time.monotonic() < deadline, self._unread
        if not select.select([self._output], [], [], max(wait, 0))[0]:
            return True
        data = os.read(self._output, 2**16)
        self._unread += data.decode(errors="replace").replace("\r\n", "\n")
        return bool(data)

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        for descriptor in (self.keyboard, self._theirs):
            if descriptor is not None:
                os.close(descriptor)
        if self.process.stdout is not None:
            self.process.stdout.close()


def _mind_ctrl_c() -> None:
    """A shell lets what it starts in the background ignore Ctrl-C, the tests for one."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _own_terminal() -> None:
    """Make the terminal on stdin the one whose Ctrl-C reaches this process."""
    _mind_ctrl_c()
    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


@pytest.fixture
def begin() -> Iterator[Callable[..., Watching]]:
    """A function that starts one, with more arguments for pytest; it is ended after the test."""
    with contextlib.ExitStack() as stack:

        def start(*arguments: object, terminal: bool = False) -> Watching:
            watching = Watching(*arguments, terminal=terminal)
            stack.callback(watching.close)
            return watching

        yield start


def seed(printed: str) -> int:
    (found,) = re.findall(r"^seed (\d+)", printed, re.MULTILINE)
    return int(found)


def graded(printed: str) -> list[str]:
    """The exercises in the table of points."""
    table = printed.rpartition("= points =")[2]
    return re.findall(r"^  (\w+) +(?:passed|failed|not attempted|error) ", table, re.MULTILINE)


# --- a save, and its result ------------------------------------------------------------------


def test_every_save_is_graded_with_fresh_inputs_and_the_files_say_what_holds(begin, tmp_path):
    path = save(tmp_path / f"{NAME}.ipynb", text(sgd=WRONG))
    report, junit = tmp_path / "out" / "report.json", tmp_path / "junit.xml"
    watching = begin(
        *("--submission", path, "-k", "sgd", "--hint"),
        *(f"--grade-report={report}", f"--junitxml={junit}"),
    )
    first = watching.ready()
    assert f"Watching {path} (1 notebook)" in first
    assert "never divided by `batch_size`" in first
    save(path, text(sgd=RIGHT))
    second = watching.round()
    assert re.search(rf"^-+ \d\d:\d\d:\d\d {NAME}: sgd -+$", second, re.MULTILINE)
    assert "5 of 5 checks passed" in second
    assert "FAILURES" not in second
    assert "[100%]" in second
    assert re.search(r"=== 5 passed in \d", second)
    assert json.loads(report.read_text())["seed"] == seed(second) != seed(first)
    assert json.loads(report.read_text())["assignments"][0]["score"] == 4
    save(path, text(sgd=WRONG))
    third = watching.round()
    assert "never divided by `batch_size`" in third
    assert "More: " in third  # --hint
    assert "test session starts" not in second + third
    assert json.loads(report.read_text())["seed"] == seed(third)
    assert json.loads(report.read_text())["assignments"][0]["score"] == 0
    assert sorted(os.listdir(report.parent)) == ["report.json"]
    status, last = watching.end()
    assert status == 1
    assert re.search(r"=== 4 failed, 1 passed, \d+ deselected in ", last)
    assert " points " not in last
    assert json.loads(report.read_text())["seed"] == seed(third)
    suite = ElementTree.parse(junit).getroot().find("testsuite")
    assert (suite.get("tests"), suite.get("failures")) == ("5", "4")
    assert len(list(suite.iter("testcase"))) == 5


def test_a_seed_that_is_given_stays(begin, tmp_path):
    path = save(tmp_path / f"{NAME}.ipynb", text(sgd=RIGHT))
    watching = begin("--submission", path, "-k", "sgd", "--seed=7", "-q")
    watching.ready()
    save(path, text(sgd=WRONG))
    assert seed(watching.round()) == 7


def test_what_stands_below_the_edit_is_graded_again_and_nothing_else(begin, tmp_path):
    path = save(tmp_path / f"{NAME}.ipynb", text())
    watching = begin("--submission", path)
    assert len(graded(watching.ready())) == 5
    save(path, text(linreg=SUBTRACTS_B))
    assert graded(watching.round()) == ["linreg", "squared_loss", "sgd", "train"]
    save(path, text(linreg=SUBTRACTS_B, train="def train(*_): pass"))
    assert graded(watching.round()) == ["train"]
    # Outputs and metadata, as an autosave has them
    content = json.loads(text(linreg=SUBTRACTS_B, train="def train(*_): pass"))
    content["metadata"]["more"] = 1
    for cell in content["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "1"}]
    save(path, json.dumps(content))
    assert "FAILURES" not in watching.until("saved: nothing that is graded here has changed")
    # `linreg` was not graded in the last round, and still costs the exit status
    save(path, text(linreg=SUBTRACTS_B))
    assert "5 of 5 checks passed" in watching.round()
    status, last = watching.end()
    assert status == 1
    assert re.search(r"=== \d failed, \d+ passed", last)


def test_x_stops_every_round_and_what_it_left_out_comes_in_its_turn(begin, tmp_path):
    wrong = "def data_iter(batch_size, features, labels):\n    yield features, labels"
    path = save(tmp_path / f"{NAME}.ipynb", text(data_iter=wrong, sgd=WRONG))
    watching = begin("--submission", path, "-x", "-k", "data_iter or sgd")
    first = watching.ready()
    assert graded(first) == ["data_iter"]
    assert "stopping after 1 failures" in first
    # Below the failure: it has not been graded yet
    save(path, text(data_iter=wrong, sgd=RIGHT))
    second = watching.round()
    assert graded(second) == ["data_iter"]
    save(path, text(sgd=WRONG))
    third = watching.round()
    assert graded(third) == ["data_iter", "sgd"]
    assert "stopping after 1 failures" in third
    assert "1 failed" in third
    save(path, text(sgd=RIGHT))
    last = watching.round()
    assert graded(last) == ["sgd"]
    assert "stopping" not in last
    assert watching.end()[0] == 0


# --- files that are broken, gone, new --------------------------------------------------------


def test_a_broken_notebook_is_told_and_a_mended_one_graded(begin, tmp_path):
    path = save(tmp_path / f"{NAME}.ipynb", text(sgd=RIGHT))
    watching = begin("--submission", path, "-k", "sgd")
    watching.ready()
    path.write_text(text(sgd=WRONG)[:2000], encoding="utf-8")
    told = watching.until(f"{NAME}.ipynb is not a notebook: ")
    assert re.search(r"^\d\d:\d\d:\d\d ", told, re.MULTILINE)
    save(path, text(sgd=WRONG))
    assert "0 / 4" in watching.round()
    path.unlink()
    watching.until(f"There is no notebook {NAME}.ipynb")
    save(path, text(sgd=RIGHT))
    assert "4 / 4" in watching.round()
    # What cannot be read is not passed
    path.write_text("", encoding="utf-8")
    watching.until("is empty")
    assert watching.end()[0] == 1


def test_of_several_notebooks_the_changed_one_is_graded_and_a_new_one_counts(begin, tmp_path):
    path = save(tmp_path / f"{NAME}.ipynb", text(sgd=RIGHT))
    watching = begin("--submission", tmp_path, "-k", "sgd or forward or linreg")
    first = watching.ready()
    assert graded(first) == ["linreg", "sgd"]
    assert f"{OTHER}: left out" in first
    assert "(1 notebook)" in first
    other = save(tmp_path / OTHER / f"{OTHER}.ipynb", text(OTHER))
    second = watching.round()
    assert graded(second) == ["forward"]
    assert "left out" not in second
    save(path, text(sgd=WRONG))
    third = watching.round()
    assert graded(third) == ["sgd"]
    other.unlink()
    assert "FAILURES" not in watching.until(f"There is no notebook {OTHER}.ipynb")


def test_a_renamed_notebook_is_watched_for_what_it_is(begin, tmp_path):
    path = save(tmp_path / "homework (2).ipynb", text(sgd=RIGHT))
    watching = begin("--submission", path, "-k", "sgd or forward")
    assert graded(watching.ready()) == ["sgd"]
    save(path, text(sgd=WRONG))
    assert graded(watching.round()) == ["sgd"]


@pytest.fixture
def clock(monkeypatch) -> Iterator[list[float]]:
    """The seconds that `watch` believes to have passed."""
    now = [100.0]
    monkeypatch.setattr(watch.time, "monotonic", lambda: now[0])
    yield now
    monkeypatch.undo()


@pytest.fixture
def saves(tmp_path, clock) -> watch.Saves:
    """A notebook that has been looked at for some time."""
    save(tmp_path / "a.ipynb", text())
    found = watch.Saves([tmp_path / "a.ipynb", tmp_path / "a" / "a.ipynb"])
    assert isinstance(found.look(0.0), Notebook)
    clock[0] += 60
    assert found.look() is None
    return found


def test_a_half_written_notebook_is_not_told_of_if_it_is_whole_a_moment_later(
    saves, clock, tmp_path
):
    path, whole = tmp_path / "a.ipynb", text(sgd=WRONG)
    for half in (whole[:1000], whole[:5000], ""):
        path.write_text(half, encoding="utf-8")
        for _ in range(3):
            assert saves.look() is None
            clock[0] += 0.9 * watch.WHOLE_SECONDS / 3
    path.unlink()
    assert saves.look() is None
    path.write_text(whole, encoding="utf-8")
    assert isinstance(saves.look(), Notebook)
    assert saves.look() is None


def test_a_broken_notebook_is_told_of_once_however_late_one_looks(saves, clock, tmp_path):
    path = tmp_path / "a.ipynb"
    path.write_text("{", encoding="utf-8")
    assert saves.look() is None
    clock[0] += 60  # something else took long
    assert isinstance(saves.look(), UnreadableNotebook)
    assert saves.look() is None
    path.write_text(text(), encoding="utf-8")
    assert isinstance(saves.look(), Notebook)


def test_two_saves_that_a_coarse_clock_cannot_tell_apart_are_two(saves, clock, tmp_path):
    path = tmp_path / "a.ipynb"
    for lr in ("lr * 2", "lr * 3"):  # the same length
        path.write_text(text(sgd=RIGHT.replace("lr *", lr)), encoding="utf-8")
        os.utime(path, (1e9, 1e9))
        found = saves.look()
        assert isinstance(found, Notebook)
        assert lr in found.solution_cell("sgd").source
        clock[0] += watch.LOOK_SECONDS
    # And a save without a change is none
    save(path, path.read_text(encoding="utf-8"))
    assert saves.look() is None


def test_a_notebook_counts_where_it_is_found_first(saves, clock, tmp_path):
    save(tmp_path / "a" / "a.ipynb", text(sgd=WRONG))
    assert saves.look() is None
    (tmp_path / "a.ipynb").unlink()
    found = saves.look()
    assert isinstance(found, Notebook)
    assert found.path == tmp_path / "a" / "a.ipynb"


# --- what a result follows from --------------------------------------------------------------


def basis(notebook_: Notebook, exercise: str) -> list:
    check = next(c for c in checks.of_assignment(NAME) if c.exercise == exercise)
    return grading.basis(notebook_, check)


def read(content: str) -> Notebook:
    return notebook.parse(content.encode(), NAME)


def test_a_result_follows_from_the_cells_above_its_check_cell():
    before, after = read(text(sgd=RIGHT)), read(text(sgd=WRONG))
    same = {e: basis(before, e) == basis(after, e) for e in before.points}
    assert same == {
        "data_iter": True,
        "linreg": True,
        "squared_loss": True,
        "sgd": False,
        "train": False,
    }


@pytest.mark.parametrize("change", ["no check cell", "solved below", "moved", "built on"])
def test_what_else_a_result_may_follow_from_counts_as_well(change):
    content = json.loads(text(sgd=RIGHT))
    cells = content["cells"]
    at = {c["metadata"].get("nbgrader", {}).get("grade_id"): i for i, c in enumerate(cells)}
    before = basis(read(json.dumps(content)), "train" if change == "built on" else "linreg")
    exercise = "linreg"
    match change:
        case "no check cell":  # then the names as they stand at the end
            del cells[at["check_linreg"]]
        case "solved below":
            cells.append(cells.pop(at["linreg"]))
        case "moved":
            cells.insert(0, cells.pop(at["sgd"]))
        case "built on":
            exercise = "train"
            cells[at["data_iter"]]["source"] += "\n"
    assert basis(read(json.dumps(content)), exercise) != before


# --- the end ---------------------------------------------------------------------------------


def test_ctrl_c_while_it_waits_ends_with_the_status_of_the_results(begin, tmp_path):
    path = save(tmp_path / f"{NAME}.ipynb", text(sgd=WRONG))
    watching = begin("--submission", path, "-k", "sgd", "-q", terminal=True)
    before = termios.tcgetattr(watching.keyboard)
    watching.ready()
    save(path, text(sgd=RIGHT))
    watching.round()
    os.write(watching.keyboard, b"\x03")
    status, last = watching.rest()
    assert status == 0
    assert "passed" in last
    assert "Traceback" not in last
    assert "KeyboardInterrupt" not in last
    assert termios.tcgetattr(watching.keyboard) == before


def test_ctrl_c_in_the_middle_of_a_round_interrupts_pytest(begin, tmp_path):
    path = save(tmp_path / f"{NAME}.ipynb", text(sgd=RIGHT))
    watching = begin("--submission", path, "-k", "sgd", f"--junitxml={tmp_path}/junit.xml")
    watching.ready()
    save(path, text(sgd="import time\ntime.sleep(25)\n" + RIGHT))
    watching.until(f"{NAME}: sgd")
    status, last = watching.end()
    assert status == pytest.ExitCode.INTERRUPTED
    assert "KeyboardInterrupt" in last
    assert (tmp_path / "junit.xml").exists()


def test_a_round_that_a_newer_save_outdates_is_broken_off(begin, tmp_path):
    path = save(tmp_path / f"{NAME}.ipynb", text(sgd=RIGHT))
    watching = begin("--submission", path, "-k", "sgd")
    watching.ready()
    save(path, text(sgd="import time\ntime.sleep(3)\n" + WRONG))
    watching.until(f"{NAME}: sgd")
    save(path, text(sgd=RIGHT + "  # right"))
    between = watching.until("saved again")
    assert "FAILURES" not in between
    assert "4 / 4" in watching.round()
    assert watching.end()[0] == 0


def test_another_warm_process_takes_the_place_of_one_that_is_gone(begin, tmp_path):
    path = save(tmp_path / f"{NAME}.ipynb", text(sgd=RIGHT))
    watching = begin("--submission", path, "-k", "sgd")
    watching.ready()
    numbers = [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()]
    for pid in numbers:
        with contextlib.suppress(OSError, StopIteration):
            if parent(pid) == watching.process.pid:
                os.kill(pid, signal.SIGKILL)
    save(path, text(sgd=WRONG))
    assert "0 / 4" in watching.round()


# --- what makes no sense ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["-n", "2"], "leave out -n"),
        (["--collect-only"], "--collect-only"),
        (["-k", "no_such_check"], "no check is selected"),
        (["-p", "no:terminal"], "leave out -p no:terminal"),
        (["--submission=."], "nothing to watch"),
    ],
    ids=["-n", "--collect-only", "-k", "-p", "empty"],
)
def test_where_there_is_nothing_to_watch_it_says_so_and_ends(begin, tmp_path, arguments, says):
    if arguments == ["--submission=."]:
        arguments = [f"--submission={tmp_path}"]
    status, printed = begin(*arguments).rest()
    assert status == pytest.ExitCode.USAGE_ERROR
    assert says in printed
    assert "Traceback" not in printed
    assert "INTERNALERROR" not in printed
