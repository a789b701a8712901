"""Running notebook cells as ipykernel would, with every output caught as plain data.

The shell is IPython's, built once in the warm process (it costs 25 ms) and used in the fork.
Python-level writes keep their order; what C code and child processes write to the file
descriptors is appended when the cell ends.
"""

import base64
import builtins
import contextlib
import io
import json
import os
import sys
import tempfile
import types
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

from IPython.core.compilerop import CachingCompiler
from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.error import StdinNotImplementedError
from IPython.core.interactiveshell import InteractiveShell
from traitlets import Type

from .calls import CELL_NAME, TimeLimit, describe_error

MAX_STREAM = 200_000  # characters of text kept for one cell
MAX_ITEMS = 500  # outputs of one cell that change between stdout and stderr
MAX_RICH = 8 * 2**20  # bytes of one cell's pictures and other rich output


class Outputs:
    """The outputs of the cell that is running, as nbformat's dictionaries."""

    def __init__(self) -> None:
        self.take()

    def take(self) -> list[dict]:
        """Hand over what has been collected, and start anew."""
        taken = getattr(self, "items", [])
        self.items: list[dict] = []
        self.text_left, self.rich_left = MAX_STREAM, MAX_RICH
        return taken

    def write(self, name: str, text: str) -> None:
        if self.text_left <= 0 or not text:
            return
        kept = text[: self.text_left]
        self.text_left -= len(kept)
        if self.text_left <= 0:
            kept += f"\n[output cut here: a cell may print {MAX_STREAM:,} characters]\n"
        last = self.items[-1].get("name") if self.items else None
        if last == name or (last and len(self.items) >= MAX_ITEMS):
            self.items[-1]["text"] += kept
        else:
            self.items.append({"output_type": "stream", "name": name, "text": kept})

    def rich(self, output_type: str, data: dict, metadata: dict, **more: Any) -> None:
        data = {str(mime): _plain(content) for mime, content in data.items()}
        size = sum(len(str(content)) for content in data.values())
        if size > self.rich_left:
            self.write("stdout", f"[an output of {size:,} bytes was left out]\n")
            return
        self.rich_left -= size
        self.items.append({"output_type": output_type, "data": data, "metadata": {}, **more})

    def clear(self) -> None:
        self.items = []


def _plain(content: Any) -> Any:
    if isinstance(content, bytes):  # a picture: nbformat stores base64
        return base64.b64encode(content).decode()
    try:
        json.dumps(content)
    except (TypeError, ValueError, RecursionError):
        return str(content)
    return content


class _Stream(io.TextIOBase):
    encoding = "utf-8"

    def __init__(self, name: str, descriptor: int, outputs: Outputs) -> None:
        self.name, self._descriptor, self._outputs = name, descriptor, outputs
        self._process = os.getpid()

    def write(self, text: str) -> int:
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if os.getpid() == self._process:
            self._outputs.write(self.name, text)
        else:  # a process that the submission forked: its memory is not ours
            os.write(self._descriptor, text.encode(errors="replace"))
        return len(text)

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._descriptor


class _Publisher(DisplayPublisher):
    shell: Any

    def publish(self, data, metadata=None, *, transient=None, update=False, **_):  # type: ignore[override]
        self.shell.outputs.rich("display_data", data, metadata or {})

    def clear_output(self, wait=False):
        self.shell.outputs.clear()


class _Hook(DisplayHook):
    shell: Any

    def write_output_prompt(self):
        pass

    def write_format_data(self, format_dict, md_dict=None):
        self.shell.outputs.rich(
            "execute_result", format_dict, md_dict or {}, execution_count=self.prompt_count
        )

    def finish_displayhook(self):
        pass


class _Compiler(CachingCompiler):
    cell = 0

    def get_code_name(self, raw_code, transformed_code, number):
        return CELL_NAME.format(self.cell)

    def format_code_name(self, name):
        return ("Cell", name) if name == self.get_code_name("", "", 0) else None


class Shell(InteractiveShell):
    """IPython without a terminal, a history file, or a way to ask for input."""

    relieve: Callable[[], None] = staticmethod(lambda: None)  # gives room to tell of an error
    draws = True  # whether anybody wants to see the figures of this cell
    display_pub_class = Type(_Publisher)
    displayhook_class = Type(_Hook)
    compiler_class = Type(_Compiler)

    def __init__(self, **kwargs: Any) -> None:
        self.outputs = Outputs()
        super().__init__(**kwargs)
        self.system = self.system_raw  # type: ignore[method-assign]  # the other needs a terminal
        self.colors = "nocolor"

    def init_history(self) -> None:
        self.config.HistoryManager.enabled = False
        super().init_history()

    def init_io(self) -> None:
        pass

    def enable_gui(self, gui=None) -> None:
        pass

    def enable_matplotlib(self, gui=None):
        # A backend for windows or widgets, which may not be installed here, is drawn inline
        try:
            return super().enable_matplotlib("inline")
        except Exception:
            return gui, None

    def ask_exit(self) -> None:
        raise SystemExit("exit() ends the interpreter")

    def showtraceback(self, exc_tuple=None, *arguments, **more) -> None:
        # Of an endless recursion IPython would look at every frame, which takes 15 s
        _, _, first = exc_tuple or sys.exc_info()
        self.relieve()
        _shorten(first)
        super().showtraceback(exc_tuple, *arguments, **more)

    def _showtraceback(self, etype, evalue, stb) -> None:
        self.outputs.items.append(
            {
                "output_type": "error",
                "ename": str(etype.__name__),
                "evalue": str(evalue)[:2000],
                "traceback": [str(line)[:20_000] for line in stb][:50],
            }
        )


def _shorten(first: types.TracebackType | None, ends: int = 25) -> None:
    """Leave out the middle of a long traceback."""
    frames = []
    while first is not None:
        frames.append(first)
        first = first.tb_next
    if len(frames) > 2 * ends:
        frames[ends - 1].tb_next = frames[-ends]


def make_shell(with_figures: bool) -> Shell:
    """The shell of this process: a singleton, so that `get_ipython()` finds it.

    Where figures are wanted, matplotlib's become outputs of the cell, as in Jupyter.
    """
    shell = Shell.instance()
    shell.run_cell("pass")  # what only the first cell takes, 6 ms, is not paid in every worker
    if with_figures:
        from . import figures

        figures.show(shell)
    return shell


def _no_input(prompt: object = "") -> str:
    raise StdinNotImplementedError("nobody is there to answer input() while a notebook is graded")


class CellRunner:
    """Runs cells in the shell's namespace; used in the worker, after the fork."""

    def __init__(self, shell: Shell, limit: Callable[[float], AbstractContextManager]) -> None:
        self.shell, self._limit = shell, limit
        self._process = os.getpid()
        self._files = [_capture(1), _capture(2)]
        self._streams = _Stream("stdout", 1, shell.outputs), _Stream("stderr", 2, shell.outputs)
        builtins.input = _no_input
        import getpass

        getpass.getpass = _no_input  # type: ignore[assignment]

    def run(self, cell: int, source: str, seconds: float, pictures: bool = True) -> dict:
        """Execute one cell: its outputs, and its error with the line or None."""
        shell = self.shell
        shell.draws = pictures
        shell.outputs.take()
        sys.stdout, sys.stderr = self._streams  # whatever the cell before put in their places
        shell.compile.cell = cell  # type: ignore[attr-defined]
        error: dict | None = None
        try:
            with self._limit(seconds):
                result = shell.run_cell(source, store_history=True)
            raised = result.error_before_exec or result.error_in_exec
            if raised is not None:
                error = self._describe(raised)
                if isinstance(raised, TimeLimit):
                    error["ename"] = "TimeLimit"
        except TimeLimit:
            error = {"ename": "TimeLimit", "evalue": "", "cell": cell, "line": None}
        except BaseException as raised:
            error = self._describe(raised)
        self._end_child()
        if error is not None and error["cell"] is None:
            error["cell"] = cell  # where memory has run out, there may be none for a traceback
        if error is not None and error["ename"] == "TimeLimit":
            _replace_error(shell.outputs.items, seconds)
        self._drain()
        return {"outputs": shell.outputs.take(), "error": error}

    def _describe(self, error: BaseException) -> dict:
        return describe_error(error, lambda: self._limit(1.0))

    @contextlib.contextmanager
    def silence(self):
        """What a graded function prints is nobody's business."""
        sys.stdout, sys.stderr = self._streams
        self.shell.draws = False
        try:
            yield
        finally:
            self._end_child()
            for file in self._files:
                _empty(file)
            self.shell.outputs.take()

    def _end_child(self) -> None:
        """A child that the submission forked has come back here: the files are its parent's."""
        if os.getpid() != self._process:
            os._exit(0)

    def _drain(self) -> None:
        for name, file in zip(("stdout", "stderr"), self._files, strict=True):
            os.lseek(file, 0, os.SEEK_SET)
            text = os.read(file, MAX_STREAM).decode(errors="replace")
            self.shell.outputs.write(name, text)
            _empty(file)


def _capture(descriptor: int) -> int:
    with tempfile.TemporaryFile() as unnamed:
        file = os.dup(unnamed.fileno())
    os.dup2(file, descriptor)
    return file


def _empty(file: int) -> None:
    if os.lseek(file, 0, os.SEEK_END):  # to cut off what is not there takes its time
        os.ftruncate(file, 0)
        os.lseek(file, 0, os.SEEK_SET)  # the offset is shared with the descriptor that writes


def _replace_error(items: list[dict], seconds: float) -> None:
    items[:] = [item for item in items if item["output_type"] != "error"]
    text = f"this cell was stopped: it may compute for {seconds:g} seconds"
    items.append(
        {"output_type": "error", "ename": "TimeLimit", "evalue": text, "traceback": [text]}
    )


def install_stand_in() -> None:
    """Put a `graders` in place that does nothing: in the worker check cells have no say."""
    module = types.ModuleType("graders")
    module.check = lambda *_, **__: None  # type: ignore[attr-defined]
    module.checker = lambda *_, **__: module.check  # type: ignore[attr-defined]
    sys.modules["graders"] = module
