"""What ipykernel can do works in a worker, and its outputs come back as Jupyter would show them."""

import pytest

from graders.engine import warm
from graders.engine.notebook import Cell, Notebook
from graders.engine.public import public_files
from graders.engine.session import CellRun, Session

LIMITS = warm.Limits(cell_seconds=20, call_seconds=5)


def run_cells(process, sources, files=None, limits=LIMITS, **more) -> list[CellRun]:
    cells = [Cell(number, "code", source) for number, source in enumerate(sources, start=1)]
    public = files and public_files(files)
    session = Session(Notebook("x", cells), process, 1, limits, public, lambda cell: False, **more)
    try:
        session.finish()
        return [session.runs[cell.number] for cell in cells]
    finally:
        session.close()


@pytest.fixture
def run(warm_process):
    """A function that runs cells in one worker: what each of them gave."""
    return lambda *sources, **more: run_cells(warm_process, sources, **more)


@pytest.fixture(scope="module")
def with_figures():
    process = warm.WarmProcess(preload=warm.FOR_MANY, figures=True)
    yield process
    process.close()


def text(found: CellRun, name: str = "stdout") -> str:
    return "".join(o["text"] for o in found.outputs if o.get("name") == name)


def value(found: CellRun) -> str | None:
    """The text of what a cell shows as its value."""
    assert found.error is None, found.reason
    shown = [o["data"]["text/plain"] for o in found.outputs if o["output_type"] == "execute_result"]
    return shown[-1] if shown else None


def kinds(found: CellRun) -> list[str]:
    return [output["output_type"] for output in found.outputs]


# --- what a cell prints and shows


def test_stdout_and_stderr_keep_their_order(run):
    (found,) = run(
        "import sys\nprint('a')\nprint('b', file=sys.stderr)\nprint('c', end='')\nprint('d')"
    )
    assert [(o["name"], o["text"]) for o in found.outputs] == [
        ("stdout", "a\n"),
        ("stderr", "b\n"),
        ("stdout", "cd\n"),
    ]


def test_the_value_of_the_last_line_is_shown(run):
    assert [value(found) for found in run("x = 5\nx + 1", "_ * 2", "x = 7", "x;", "None")] == [
        "6",
        "12",
        None,
        None,
        None,
    ]


def test_warnings_and_log_lines_are_text_on_stderr(run):
    warned, logged = run(
        "import warnings\nwarnings.warn('careful')", "import logging\nlogging.warning('hello')"
    )
    assert "careful" in text(warned, "stderr")
    assert "hello" in text(logged, "stderr")
    assert warned.error is logged.error is None


def test_an_update_with_carriage_returns_and_flushes_is_kept(run):
    (found,) = run("import sys\nfor i in range(3):\n    print(i, end='\\r', flush=True)")
    assert text(found) == "0\r1\r2\r"


def test_clear_output_clears(run):
    (found,) = run(
        "from IPython.display import clear_output\nprint(1)\nclear_output(wait=True)\nprint(2)"
    )
    assert text(found) == "2\n"


def test_what_is_written_to_descriptor_1_and_2_directly_is_kept(run):
    (found, after) = run(
        "import os\nprint('first')\n_ = os.write(1, b'direct')\n_ = os.write(2, b'error')",
        "print('after')",
    )
    assert text(found) == "first\ndirect"
    assert text(found, "stderr") == "error"
    assert (text(after), text(after, "stderr")) == ("after\n", "")


def test_what_a_child_process_prints_is_kept(run):
    (found,) = run("import subprocess\n_ = subprocess.run(['echo', 'from a child'])")
    assert text(found) == "from a child\n"


def test_what_a_multiprocessing_child_prints_is_kept(run):
    (found,) = run(
        "import multiprocessing as mp\n"
        "p = mp.get_context('fork').Process(target=print, args=('from a fork',))\n"
        "p.start()\np.join()"
    )
    assert text(found) == "from a fork\n"


def test_what_a_forked_child_prints_is_kept_if_it_leaves_at_once(run):
    source = "import os\npid = os.fork()\nprint('child' if not pid else 'parent')\nif not pid:\n"
    source += "    os._exit(0)\n_ = os.waitpid(pid, 0)"
    (found,) = run(source)
    assert sorted(text(found).split()) == ["child", "parent"]


def test_what_a_forked_child_prints_is_kept_where_it_runs_on(run):
    source = "import os\npid = os.fork()\nif pid:\n    _ = os.waitpid(pid, 0)\n"
    source += "print('child' if not pid else 'parent')"
    (found,) = run(source)
    assert sorted(text(found).split()) == ["child", "parent"]


def test_what_a_thread_prints_is_kept(run):
    (found,) = run(
        "import threading\nt = threading.Thread(target=print, args=(3,))\nt.start()\nt.join()"
    )
    assert text(found) == "3\n"


@pytest.mark.parametrize(
    "source",
    [
        "print('x' * 3_000_000)",
        "for _ in range(60_000):\n    print('x' * 50)",
        "import os\nfor _ in range(30):\n    os.write(1, b'x' * 100_000)",
        "!head -c 3000000 /dev/zero | tr '\\0' x",
    ],
    ids=["one print", "many prints", "descriptor", "child"],
)
def test_megabytes_of_text_are_cut_and_the_rest_goes_on(run, source):
    found, after = run(source, "print('after')")
    assert 100_000 < len(text(found)) < 210_000
    assert found.error is None
    assert text(after) == "after\n"


def test_text_that_is_cut_says_so_also_on_descriptor_1(run):
    (found,) = run("import os\nfor _ in range(30):\n    _ = os.write(1, b'x' * 100_000)")
    assert "output cut here" in text(found)


def test_a_print_that_is_cut_says_so(run):
    (found,) = run("print('x' * 3_000_000)")
    assert "output cut here" in text(found)


def test_text_that_is_no_unicode_can_be_saved(run):
    (found,) = run("print('a\\ud800b')")
    assert text(found).encode() == b"a?b\n"


def test_rich_outputs_are_shown(run):
    (found,) = run(
        "from IPython.display import HTML, Markdown, display\ndisplay(HTML('<b>x</b>'))\n"
        "display(Markdown('*y*'))\nHTML('<i>z</i>')"
    )
    assert kinds(found) == ["display_data", "display_data", "execute_result"]
    assert found.outputs[0]["data"]["text/html"] == "<b>x</b>"
    assert found.outputs[1]["data"]["text/markdown"] == "*y*"
    assert found.outputs[2]["data"]["text/html"] == "<i>z</i>"


@pytest.mark.parametrize("content", ["{'a': np.int64(3)}", "{'a': {1, 2}}", "{(1, 2): 3}"])
def test_a_rich_output_that_is_no_json_does_not_cost_the_cell_its_functions(run, content):
    found, after = run(
        "import numpy as np\nfrom IPython.display import display\n"
        f"f = len\ndisplay({{'application/json': {content}}}, raw=True)",
        "f([1])",
    )
    assert found.error is None
    assert value(after) == "1"


def test_a_rich_output_that_is_too_large_is_left_out(run):
    (found,) = run("from IPython.display import HTML, display\ndisplay(HTML('x' * 9_000_000))\n1")
    assert "left out" in text(found)
    assert value(found) == "1"


# --- magics, await and figures


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("%timeit -n1 -r1 sum([1])", "per loop"),
        ("%%time\nprint('timed')", "timed\n"),
        ("!echo hi", "hi"),
        ("%%bash\necho $((40 + 2))", "42"),
        ("%%writefile note.txt\nhello", "Writing note.txt"),
        ("x = !echo a; echo b\nprint(list(x))", "['a', 'b']"),
        ("%env COLOUR=red\nimport os\nprint(os.environ['COLOUR'])", "red"),
        ("len?", "number of items"),
        ("y = 3\n%who", "y"),
        ("%pwd\nprint(3)", "3"),
        ("name = 'you'\n!echo hi {name}", "hi you"),
        ("get_ipython().run_line_magic('time', 'print(4)')", "4"),
    ],
)
def test_magics_work(run, source, expected):
    (found,) = run(source)
    assert found.error is None
    assert expected in text(found)


def test_a_cell_can_capture_what_it_prints(run):
    captured, shown = run("%%capture out\nprint('inside')", "print(out.stdout.upper())")
    assert captured.outputs == []
    assert text(shown).strip() == "INSIDE"


def test_await_works_at_the_top_level(run):
    (found,) = run(
        "import asyncio\n\nasync def double(x):\n    await asyncio.sleep(0.001)\n"
        "    return 2 * x\n\na, b = await asyncio.gather(double(1), double(2))\n"
        "async with asyncio.Lock():\n    pass\n"
        "a + b"
    )
    assert value(found) == "6"


PLOT = "import matplotlib.pyplot as plt\n_ = plt.plot([1, 2])"


def test_figures_are_outputs_where_they_are_wanted(with_figures):
    drawn, shown, two, none = run_cells(
        with_figures,
        [PLOT, "plt.plot([3])\nplt.show()\nprint('below')", f"{PLOT}\nplt.figure()\n{PLOT}", "1"],
    )
    assert kinds(drawn) == ["display_data"]
    assert drawn.outputs[0]["data"]["image/png"].startswith("iVBOR")
    assert kinds(shown) == ["display_data", "stream"]
    assert kinds(two) == ["display_data", "display_data"]
    assert kinds(none) == ["execute_result"]


def has_picture(found: CellRun) -> bool:
    return any("image/png" in output.get("data", {}) for output in found.outputs)


def test_only_those_that_are_asked_for_are_drawn(with_figures):
    found = run_cells(with_figures, [PLOT] * 3, pictures=lambda cell: cell.number == 2)
    assert [has_picture(one) for one in found] == [False, True, False]


COUNTING = """
from IPython.display import display
from matplotlib.figure import Figure

drawn = []


class Counting(Figure):
    def draw(self, renderer):
        drawn.append(1)
        super().draw(renderer)


def show(x):
    figure = Counting()
    figure.subplots().plot([x])
    display(figure)
    return len(drawn)


show(1)
"""


def test_what_a_graded_function_shows_is_not_drawn(with_figures):
    worker = with_figures.worker(None, warm.Limits(), 1)
    try:
        cell = {"op": "run", "cell": 1, "source": COUNTING, "seconds": 20, "pictures": True}
        assert has_picture(CellRun(worker.ask(cell, [], 60)[0]["outputs"]))
        call = dict.fromkeys(("target", "keywords", "cotangent", "iterate", "keep", "seed"))
        call |= {"op": "call", "name": "show", "calls": [[2]], "repeat": 3, "seconds": 20}
        (*_, last) = worker.ask(call, [], 60)[0]["returned"]
        assert last["result"] == 1
    finally:
        worker.close()


def test_a_cell_that_is_run_again_keeps_its_picture(with_figures):
    crash = "import os\nos._exit(3)"
    drawn, ended, after = run_cells(with_figures, [PLOT, crash, PLOT])
    assert has_picture(drawn)
    assert has_picture(after)
    assert "exit status 3" in ended.reason


def test_figures_cost_nothing_where_they_are_not_wanted(run):
    drawn, shown = run(PLOT, "plt.show()\nplt.gcf().savefig('figure.png')\nopen('figure.png').name")
    assert drawn.outputs == []
    assert value(shown) == "'figure.png'"


def test_the_inline_magic_works_without_a_word(run, with_figures):
    for found in (
        run("%matplotlib inline\n" + PLOT)[0],
        run_cells(with_figures, ["%matplotlib inline\n" + PLOT])[0],
    ):
        assert found.error is None
        assert kinds(found) == ["display_data"]


def test_the_widget_magic_falls_back_to_inline(run, with_figures):
    for found in (
        run("%matplotlib widget\n" + PLOT)[0],
        run_cells(with_figures, ["%matplotlib widget\n" + PLOT])[0],
    ):
        assert found.error is None, found.reason
        assert kinds(found) == ["display_data"]


def test_the_format_of_figures_can_be_set(with_figures):
    (found,) = run_cells(
        with_figures,
        [
            "from matplotlib_inline.backend_inline import set_matplotlib_formats\n"
            "set_matplotlib_formats('svg')\n" + PLOT
        ],
    )
    assert "<svg" in found.outputs[0]["data"]["image/svg+xml"]


# --- classes, processes, files


def test_classes_of_cells_can_be_used_pickled_and_loaded(run):
    (_, found) = run(
        "import pickle\nfrom dataclasses import dataclass, field, asdict\nfrom typing import "
        "NamedTuple\n\n@dataclass\nclass Point:\n    x: 'int'\n    more: list = field("
        "default_factory=list)\n\nclass Pair(NamedTuple):\n    a: int\n\nclass Net:\n    k = 3\n"
        "    def forward(self):\n        return super().__class__, Net.k",
        "p = pickle.loads(pickle.dumps([Point(1, [2]), Pair(5), Net()]))\n"
        "asdict(p[0]), p[1].a, p[2].forward()[1], Point.__module__, __name__",
    )
    assert value(found) == "({'x': 1, 'more': [2]}, 5, 3, '__main__', '__main__')"


def test_a_module_can_be_saved_and_loaded(run):
    (found,) = run(
        "import torch\nfrom torch import nn\n\nclass Net(nn.Module):\n    def __init__(self):\n"
        "        super().__init__()\n        self.out = nn.Linear(2, 1)\n\n"
        "torch.save(Net(), 'net.pt')\n"
        "type(torch.load('net.pt', weights_only=False)) is Net"
    )
    assert value(found) == "True"


def test_a_dataloader_may_have_workers_and_a_data_set_from_a_cell(run):
    (_, found) = run(
        "import torch\nfrom torch.utils.data import DataLoader, Dataset\n\n"
        "class Squares(Dataset):\n    def __len__(self):\n        return 5\n"
        "    def __getitem__(self, i):\n        return torch.tensor(float(i * i))",
        "[b.tolist() for b in DataLoader(Squares(), batch_size=2, num_workers=2)]",
    )
    assert value(found) == "[[0.0, 1.0], [4.0, 9.0], [16.0]]"


@pytest.mark.parametrize(
    "source", ["input('? ')", "import getpass\ngetpass.getpass()", "breakpoint()"]
)
def test_asking_for_input_fails_at_once(run, source):
    found, after = run(source, "print('after')")
    assert found.error["ename"] == "StdinNotImplementedError"
    assert text(after) == "after\n"


def test_reading_stdin_ends_at_once(run):
    (found,) = run("import os\nos.read(0, 10)")
    assert value(found) == "b''"


# --- cells that fail


@pytest.mark.parametrize(
    ("source", "name", "line"),
    [
        ("x = 1\n1 / 0", "ZeroDivisionError", 2),
        ("x = 1\ndef g(:", "SyntaxError", 2),
        ("if True:\nx = 1", "IndentationError", 2),
        ("import sys\n\nsys.exit(2)", "SystemExit", 3),
        ("raise KeyboardInterrupt", "KeyboardInterrupt", 1),
        ("raise BaseException", "BaseException", 1),
        ("%no_such_magic 1", None, None),
        ("import no_such_module", "ModuleNotFoundError", 1),
        ("async def g():\n    1 / 0\nawait g()", "ZeroDivisionError", 2),
    ],
)
def test_a_cell_that_fails_says_where_and_the_rest_goes_on(run, source, name, line):
    _, found, after = run("def f():\n    return 42", source, "f()")
    if name is None:
        assert "not found" in text(found, "stderr") + str(found.outputs)
    else:
        assert (found.error["ename"], found.error["cell"], found.error["line"]) == (name, 2, line)
        (output,) = [o for o in found.outputs if o["output_type"] == "error"]
        assert output["ename"] == name
        assert output["traceback"]
    assert value(after) == "42"


def test_a_recursion_without_end_is_reported_without_looking_at_every_frame(run):
    (found,) = run("def deep():\n    deep()\ndeep()", limits=warm.Limits(cell_seconds=5.0))
    assert found.error["ename"] == "RecursionError"
    assert found.error["line"] == 2
    (output,) = found.outputs
    assert len(output["traceback"]) <= 50
    assert "deep()" in "\n".join(output["traceback"])


def test_a_cell_that_ends_python_says_how_and_the_functions_of_the_others_survive(run):
    first, ended, second = run("def f():\n    return 42", "import os\nos._exit(3)", "f()")
    assert first.error is None
    assert ended.error["ename"] == "PythonEnded"
    assert "exit status 3" in ended.reason
    assert value(second) == "42"


def test_a_cell_that_crashes_says_so(run):
    ended, after = run("import ctypes\nctypes.string_at(0)", "print(1)")
    assert "signal 11" in ended.reason
    assert text(after) == "1\n"


def test_a_cell_that_closes_every_descriptor_costs_itself_alone(run):
    closed, after = run("import os\nos.closerange(0, 100)", "print('after')")
    assert closed.error["ename"] == "PythonEnded"
    assert text(after) == "after\n"


def test_a_cell_that_writes_to_every_descriptor_costs_itself_alone(run):
    source = (
        "import os\nfor fd in range(3, 100):\n    try:\n        os.write(fd, b'\\xff' * 64)\n"
        "    except OSError:\n        pass"
    )
    written, after = run(source, "print('after')")
    assert written.error["ename"] == "Unreadable"
    assert text(after) == "after\n"


@pytest.mark.parametrize(
    "wreck",
    [
        "import sys\nsys.stdout = sys.stderr = None",
        "import sys\nsys.stdout.close()",
        "import builtins\nbuiltins.print = None",
        "import sys\nsys.displayhook = None",
        "import sys\nsys.modules.clear()",
    ],
)
def test_a_cell_that_breaks_its_kernel_does_not_break_the_grading(run, wreck):
    assert len(run("def f():\n    return 42", wreck, "y = f()")) == 3


@pytest.mark.parametrize("wreck", ["sys.stdout = sys.stderr = None", "sys.stdout.close()"])
def test_a_cell_that_loses_its_output_does_not_cost_the_next_one_its_own(run, wreck):
    _, after = run(f"import sys\n{wreck}", "print('after')\nprint('e', file=sys.stderr)")
    assert after.error is None
    assert (text(after), text(after, "stderr")) == ("after\n", "e\n")


@pytest.mark.parametrize("word", ["exit()", "quit"])
def test_exit_is_no_mistake_in_the_shell_itself(run, word):
    (found,) = run(word)
    assert (found.error["ename"], found.error["line"]) == ("SystemExit", 1)
    assert "exit() ends the interpreter" in found.reason


def test_cells_below_exit_run_all_the_same(run):
    *_, after = run("x = 42", "exit()", "print(x)")
    assert text(after) == "42\n"


def test_a_traceback_tells_cells_from_files(run):
    (found,) = run("import json\njson.loads('{')")
    lines = "\n".join(found.outputs[0]["traceback"])
    assert "Cell <cell 1>, line 2" in lines
    assert "File" in lines
    assert lines.count("Cell ") == 1


# --- the stand-in for the checks


def test_check_cells_of_a_learner_have_no_say_and_do_not_fail(run):
    (found,) = run(
        "from graders import check, checker\nimport graders\ncheck('sgd')\n"
        "checker('linear_regression_scratch')('sgd', seed=3)\n"
        "graders.check('sgd', assignment='linear_regression_scratch')"
    )
    assert (found.error, found.outputs) == (None, [])


def test_the_stand_in_takes_what_check_takes(run):
    (found,) = run("import graders\ngraders.check('sgd', 'linear_regression_scratch')")
    assert found.error is None
