"""One submission in its worker: which cells have run, and who asks what of it when.

A check sees names as they stand where its check cell stands. So the cells above it are run, then
the check asks, then the notebook goes on. A check that stands higher up than the notebook has
come already, and a worker that has died, both mean a fresh worker and the cells once more.
"""

import functools
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from .draw import Draw
from .functions import place
from .notebook import Cell, Notebook, defines
from .outcomes import Outcome
from .pictures import unneeded
from .returned import Unanswered
from .values import plain, writable
from .warm import Limits, WarmProcess, Worker, WorkerEnded, WorkerGarbled, WorkerStuck

# Characters of a cell: as JSON, in its escapes, less than a message may have
MAX_SOURCE = 2 * 2**20

OUT_OF_TIME = (-24, 24, 124)  # SIGXCPU from the kernel, and the worker's own ends: see limits.py
SLACK = 10.0  # seconds that a worker may need beyond its own limits to give its answer


@dataclass
class CellRun:
    """What running one cell gave: nbformat's output dictionaries, and the error if there was."""

    outputs: list[dict] = field(default_factory=list)
    error: dict | None = None

    @property
    def reason(self) -> str:
        """The error in a few words, with its line: "SyntaxError: '(' was never closed (line 3)"."""
        if self.error is None:
            return ""
        text = f"{plain(self.error.get('ename'))}: {plain(self.error.get('evalue'))}"
        return text.rstrip(": ") + place(None, self.error.get("line"))


class Session:
    """The cells of one notebook, run in a worker as far as they are needed.

    Args:
        notebook: The submission.
        warm: Where workers come from.
        files: What the notebook may read in its folder, by relative path.
        skip: Which cells are not run: those that have no say in a grading.
        pictures: Of which cells anybody sees them.
    """

    def __init__(
        self,
        notebook: Notebook,
        warm: WarmProcess,
        seed: int,
        limits: Limits,
        files: Mapping[str, bytes] | None,
        skip: Callable[[Cell], bool],
        pictures: Callable[[Cell], bool] = lambda cell: True,
    ) -> None:
        self.notebook, self._warm, self._limits, self._files = notebook, warm, limits, files
        # From the seed itself all inputs of the checks would follow
        self._worker_seed, self._skip = Draw(seed, "worker").worker_seed(), skip
        self._pictures = pictures
        self._worker: Worker | None = None
        self._places: dict[str, int] = {}  # how many cells stand above each check cell
        self._done = 0  # how many cells the worker has behind it
        self.runs: dict[int, CellRun] = {}  # by the cell's number
        self._fatal: set[int] = set()  # cells that ended a worker or ran out of time: run once
        self._slow: dict[str, int] = {}  # how often a function has run out of time
        self._spent = 0.0  # seconds that the cells and the calls have taken, all together

    @functools.cached_property
    def _only_draw(self) -> frozenset[int]:
        return unneeded(self.notebook)

    def go_to(self, exercise: str) -> None:
        """Bring the worker to where the check cell of `exercise` stands."""
        if exercise not in self._places:
            cell = self.notebook.check_cell(exercise)
            count = len(self.notebook.cells) if cell is None else cell.number - 1
            self._places[exercise] = count
        self._run_until(self._places[exercise])

    def finish(self) -> None:
        """Run whatever has not been run yet."""
        self._run_until(len(self.notebook.cells))

    def close(self) -> None:
        """End the worker."""
        if self._worker is not None:
            self._worker.close()
            self._worker = None
        self._done = 0

    def ask(self, request: dict, blobs: list[bytes]) -> tuple[dict, list[bytes]]:
        """Pass a call on to the worker, within the limits of a call.

        Raises:
            Unanswered: It ended its process, or never answered.
        """
        name = request["name"]
        if self._slow.get(name, 0) >= 2:
            message = f"Not run: two calls of `{name}` have run out of time already."
            raise Unanswered(Outcome.TIMED_OUT, "time", message)
        seconds = self._limits.call_seconds
        if self._slow:  # it had its chance, and a class is waiting
            seconds /= 5
        if self._out_of_time:
            total = self._limits.total_seconds
            message = f"Not run: the notebook has used up its {total:g} seconds."
            raise Unanswered(Outcome.TIMED_OUT, "time", message)
        try:
            reply, out = self._ask({**request, "seconds": seconds}, blobs)
        except WorkerStuck:
            self.close()
            raise self._late(name) from None
        except WorkerEnded as ended:
            self.close()
            if ended.status in OUT_OF_TIME:
                raise self._late(name) from None
            message = f"A call of `{name}` ended Python itself ({exit_words(ended.status)})."
            raise Unanswered(Outcome.ERROR, "exit", message) from None
        except WorkerGarbled:
            self.close()
            message = f"A call of `{name}` gave an answer that cannot be read."
            raise Unanswered(Outcome.FAILED, "garbled", message) from None
        claimed = plain(reply.pop("why", None), 2000)  # below, `why` is this process's word
        match reply.get("status"):
            case "broken":
                self.close()
                message = f"A call of `{name}` broke its worker: {claimed}"
                raise Unanswered(Outcome.ERROR, "broken", message)
            case "timed_out":
                self._slow[name] = self._slow.get(name, 0) + 1
            case "missing":
                reply["why"] = self._why_missing(name)
                reply["stub"] = self._is_stub(name)
            case "raised" if reply.get("ename") == "NameError":
                reply["why"] = self._first_failure()
        return reply, out

    @property
    def _out_of_time(self) -> bool:
        return self._spent >= self._limits.total_seconds

    def _ask(self, request: dict, blobs: list[bytes]) -> tuple[dict, list[bytes]]:
        """The worker's answer to a request for some seconds of its time. Raises what it raises."""
        assert self._worker is not None, "go_to comes first"
        begin = time.monotonic()
        try:
            return self._worker.ask(
                request, blobs, request["seconds"] * self._limits.wall_factor + SLACK
            )
        finally:
            self._spent += time.monotonic() - begin

    def _late(self, name: str) -> Unanswered:
        self._slow[name] = self._slow.get(name, 0) + 1
        message = f"A call of `{name}` had not returned when its time was up, and did not react."
        return Unanswered(Outcome.TIMED_OUT, "time", message)

    def _why_missing(self, function: str) -> str:
        """Why there is no such function, class or variable."""
        cell = self.notebook.solution_cell(function)
        if cell is None:
            return f"No cell of the notebook defines `{function}`"
        if cell.number > self._done:
            return f"Cell {cell.number}, where `{function}` belongs, stands below its check cell"
        run = self.runs.get(cell.number)
        if run is not None and run.error is not None:
            return f"Cell {cell.number}, where `{function}` belongs, stopped: {run.reason}"
        if defines(cell.source, function):
            return f"`{function}` of cell {cell.number} is gone where its check cell stands"
        return f"Cell {cell.number} does not define `{function}`"

    def _is_stub(self, function: str) -> bool:
        """Whether its cell stopped at the stub that stands there: a class has it in its body."""
        cell = self.notebook.solution_cell(function)
        run = None if cell is None else self.runs.get(cell.number)
        error = None if run is None else run.error
        if error is None or error.get("stub") is not True:
            return False
        return error.get("owner") in (function, "<module>")  # and not that of what it calls

    def _first_failure(self) -> str:
        """The first cell that stopped, with its reason: a name that is missing may be its."""
        for number, run in sorted(self.runs.items()):
            if run.error is not None and number <= self._done:
                return f"Cell {number} had stopped before that: {run.reason}"
        return ""

    def _run_until(self, count: int) -> None:
        if self._worker is not None and self._done > count:
            self.close()
        while True:
            if self._worker is None:
                begin = time.monotonic()
                self._worker = self._warm.worker(self._files, self._limits, self._worker_seed)
                self._spent += time.monotonic() - begin
                self._done = 0
            if self._done >= count:
                return
            self._run(self.notebook.cells[self._done])

    def _run(self, cell: Cell) -> None:
        if cell.kind != "code" or not cell.source.strip() or self._skip(cell):
            self._done += 1
            return
        # A cell that is run once more, in a fresh worker, has shown its own
        seen = cell.number not in self.runs and self._pictures(cell)
        if cell.number in self._fatal or (not seen and cell.number in self._only_draw):
            self._done += 1
            return
        if self._out_of_time:
            seconds = self._limits.total_seconds
            text = f"the notebook had used up its {seconds:g} seconds before this cell"
            self.runs.setdefault(cell.number, _error_run("TimeLimit", text))
            self._done += 1
            return
        if len(cell.source) > MAX_SOURCE:
            text = f"this cell has more than {MAX_SOURCE:,} characters, and is not run"
            self.runs.setdefault(cell.number, _error_run("TooLong", text))
            self._done += 1
            return
        seconds = self._limits.cell_seconds
        request = {
            "op": "run",
            "cell": cell.number,
            "source": cell.source,
            "seconds": seconds,
            "pictures": seen,
        }
        try:
            reply, _ = self._ask(request, [])
        except (WorkerEnded, WorkerStuck, WorkerGarbled) as error:
            self._give_up(cell, _ended(error, seconds))
            return
        if reply.get("status") == "broken":
            text = f"this cell broke its worker: {plain(reply.get('why'), 2000)}"
            self._give_up(cell, _error_run("WorkerBroken", text))
            return
        self._done += 1
        run = CellRun(outputs(reply.get("outputs")), _error(reply.get("error")))
        if run.error is not None and run.error.get("ename") == "TimeLimit":
            self._fatal.add(cell.number)  # once is enough
        self.runs.setdefault(cell.number, run)

    def _give_up(self, cell: Cell, run: CellRun) -> None:
        """Leave out a cell that cost a worker; the next one runs the cells above it once more."""
        self._fatal.add(cell.number)
        self.runs[cell.number] = run
        self.close()


def _ended(reason: Exception, seconds: float) -> CellRun:
    match reason:
        case WorkerEnded():
            name, text = (
                "PythonEnded",
                f"this cell ended Python itself ({exit_words(reason.status)})",
            )
        case WorkerStuck():
            name, text = "TimeLimit", f"this cell ran on after its {seconds:g} seconds were up"
        case _:
            name, text = "Unreadable", "what this cell left behind cannot be read"
    return _error_run(name, text)


def _error_run(name: str, text: str) -> CellRun:
    output = {"output_type": "error", "ename": name, "evalue": text, "traceback": [text]}
    return CellRun([output], {"ename": name, "evalue": text, "line": None})


def exit_words(status: int | None) -> str:
    """An exit status for a reader: "exit status 3", "killed, perhaps for want of memory"."""
    if status is None:
        return "it is gone"
    if status == -9:
        return "killed, perhaps for want of memory"
    if status in OUT_OF_TIME:
        return "it computed for too long"
    if status < 0:
        return f"signal {-status}: a crash in compiled code, or memory that ran out"
    return f"exit status {status}"


def _error(value: object) -> dict | None:
    return value if isinstance(value, dict) else None


def outputs(value: object) -> list[dict]:
    """The well-formed ones among a worker's claimed outputs, rebuilt field by field."""
    found: list[dict] = []
    for item in value if isinstance(value, list) else []:
        kind = item.get("output_type") if isinstance(item, dict) else None
        match kind:
            case "stream" if item.get("name") in ("stdout", "stderr") and _is_text(item, "text"):
                found.append(
                    {"output_type": kind, "name": item["name"], "text": writable(item["text"])}
                )
            case "error" if _is_text(item, "ename") and _is_text(item, "evalue"):
                lines = item.get("traceback")
                lines = lines if isinstance(lines, list) else []
                found.append(
                    {
                        "output_type": kind,
                        "ename": writable(item["ename"]),
                        "evalue": writable(item["evalue"]),
                        "traceback": [writable(line) for line in lines if isinstance(line, str)],
                    }
                )
            case "display_data" | "execute_result" if isinstance(item.get("data"), dict):
                fits = {mime: d for mime, d in item["data"].items() if _fits(mime, d)}
                data = {mime: writable(d) if isinstance(d, str) else d for mime, d in fits.items()}
                output = {"output_type": kind, "data": data, "metadata": {}}
                if kind == "execute_result":
                    output["execution_count"] = None
                found.append(output)
    return found


def _is_text(item: dict, key: str) -> bool:
    return isinstance(item.get(key), str)


def _fits(mime: object, data: object) -> bool:
    """Whether this may stand in a notebook. Documents of JSON may not: one can be nested so deep
    that nothing could write it, and no feedback page would show it."""
    is_mime = isinstance(mime, str) and re.fullmatch(r"[\w.-]+/[\w.-]+(\+xml)?", mime, re.ASCII)
    return bool(is_mime) and isinstance(data, str)
