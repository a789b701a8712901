"""Steps on a Dask cluster: `graders autograde --scheduler ADDRESS`.

The scheduler unpickles nothing but functions of Python's own and bytes: only workers need this
package. What all steps have in common is a task of its own. Its result goes to each worker once,
also to one that joins later, and the scheduler has it made again where all who held it are lost.
"""

import asyncio
import functools
import logging
import operator
import pickle
import pkgutil
import uuid
from collections.abc import Callable, Iterable
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from typing import Any

import dask
import distributed
from dask.utils import parse_timedelta

from ... import __version__
from ..notebook import UnreadableNotebook
from ..warm import EngineError
from .step import Graded, ProcessDied

log = logging.getLogger(__name__)


class Cluster(Executor):
    """The cluster of a scheduler, as an executor of steps.

    Args:
        address: The scheduler's, as `dask scheduler` says it.
    """

    def __init__(self, address: str) -> None:
        self.address = address
        self._client: distributed.Client | None = None
        self._common: dict[tuple, distributed.Future] = {}
        self._checked: set[str] = set()
        self._waiting = False

    def connect(self) -> "Cluster":
        """Find the scheduler, and look at its workers; the executor itself.

        Raises `EngineError`: there is none, or a worker cannot grade.
        """
        # What it has to tell is told here, without its tracebacks
        logging.getLogger("distributed.client").setLevel(logging.CRITICAL)
        try:
            asyncio.run(_knock(self.address))
            self._client = distributed.Client(self.address, set_as_default=False)
        except (OSError, ValueError, TypeError, RuntimeError) as error:
            why = str(error) or "no answer"
            raise EngineError(
                f"no Dask scheduler can be reached at {self.address!r} ({why})"
            ) from None
        self._checked = set()
        self.workers()
        return self

    def workers(self) -> int:
        """How many processes take steps at the moment; 1 if there are none, so that a submission
        waits for the first.

        Raises `EngineError`: the scheduler is gone, or a worker cannot grade.
        """
        client = self._running
        try:
            found = set(client.nthreads())
            self._check(client, found - self._checked)
        except OSError as error:
            raise self._lost(error) from None
        self._checked = found
        if not found and not self._waiting:
            log.warning("no workers at %s: waiting for the first (Ctrl-C stops)", self.address)
        self._waiting = not found
        return max(1, len(found))

    def _check(self, client: distributed.Client, workers: Iterable[str]) -> None:
        """Raise `EngineError` unless all of these have this very version of this package."""
        asked = [*workers]
        if not asked:
            return
        answers = client.run(
            pkgutil.resolve_name, f"{__name__}:__version__", workers=asked, on_error="return"
        )
        wrong = [
            _has_another(worker, answer)
            for worker, answer in sorted(answers.items())
            if answer != __version__ and not isinstance(answer, OSError)  # it has left again
        ]
        if wrong:
            raise EngineError("; ".join(wrong) + ". " + _wanted(__version__))

    def submit(self, fn: Callable[..., Any], /, *args: Any, **_: Any) -> Future:
        """Have a worker call `fn(course, handed_in)`, a step.

        The future's exceptions: those of the step; `ProcessDied`; `BrokenExecutor`, where a worker
        does not have this package; `EngineError`, where it has another version, or where the
        scheduler is gone. For the latter `submit` raises `EngineError` as well.
        """
        course, handed_in = args
        client = self._running
        try:
            # A notebook's files may be large. They go with it, to be sent again if a worker dies
            with dask.config.set({"distributed.admin.large-graph-warning-threshold": "1GiB"}):
                task = client.get_executor().submit(
                    operator.call,
                    self._in_common(client, fn, course),
                    pickle.dumps(handed_in),
                    key=f"grade-{uuid.uuid4().hex}",
                )
        except (OSError, distributed.client.ClosedClientError) as error:
            raise self._lost(error) from None
        future: Future = Future()
        task.add_done_callback(functools.partial(self._pass_on, future))
        return future

    def _in_common(
        self, client: distributed.Client, fn: Callable[..., Any], course: bytes
    ) -> distributed.Future:
        if (fn, course) not in self._common:
            step = pickle.dumps(functools.partial(_step, __version__, fn, course))
            key = f"course-{uuid.uuid4().hex}"
            self._common = {(fn, course): client.submit(pickle.loads, step, key=key)}
        return self._common[fn, course]

    def _pass_on(self, future: Future, task: Future) -> None:
        """What became of a task, in the words of an executor."""
        if not future.set_running_or_notify_cancel():
            return
        try:
            future.set_result(task.result())
        except CancelledError:
            future.set_exception(self._lost("the connection was closed"))
        except distributed.KilledWorker as error:
            died = f"the grading process died on it, the last time on {error.last_worker.address}"
            future.set_exception(ProcessDied(died))
        except ImportError as error:
            future.set_exception(BrokenExecutor(str(error)))
        except Exception as error:
            future.set_exception(error)

    @property
    def _running(self) -> distributed.Client:
        if self._client is None or self._client.status != "running":
            raise self._lost("the connection was closed")
        return self._client

    def _lost(self, why: object) -> EngineError:
        return EngineError(
            f"the Dask scheduler at {self.address} is gone ({why}). What is recorded stays, and "
            "the same command goes on from here"
        )

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Leave the cluster. It forgets what was on the way."""
        self._common.clear()
        if self._client is not None:
            self._client.close()


async def _knock(address: str) -> None:
    """Connect once. `Client` waits for ever for who is no scheduler, and leaves a mess behind where
    an address makes no sense."""
    seconds = parse_timedelta(dask.config.get("distributed.comm.timeouts.connect"))
    arguments = distributed.Security().get_connection_args("client")
    comm = await asyncio.wait_for(distributed.comm.connect(address, **arguments), seconds)
    await comm.close()


def _step(version: str, fn: Callable[..., Graded], course: bytes, handed_in: bytes) -> Graded:
    """A step, as a worker calls it."""
    here = distributed.get_worker().address
    if version != __version__:
        raise EngineError(f"{_has_another(here, __version__)}. {_wanted(version)}")
    failed: Exception
    try:
        return fn(course, pickle.loads(handed_in))
    except EngineError as error:
        failed = EngineError(f"on the Dask worker {here}: {error}")
    except UnreadableNotebook as error:
        failed = UnreadableNotebook(str(error))
    except Exception as error:
        failed = RuntimeError(f"on the Dask worker {here}: {type(error).__name__}: {error}")
    # In words alone, without a traceback or a context: of an error that it cannot pickle Dask tells
    # the client nothing, which waits for ever
    raise failed


def _has_another(worker: str, found: object) -> str:
    if isinstance(found, Exception):
        return f"the Dask worker {worker} has no firstgrad that could grade ({found})"
    return f"the Dask worker {worker} has firstgrad {found}"


def _wanted(version: str) -> str:
    return (
        f"Here it is {version}: install the same there, with "
        f'`pip install "firstgrad[cluster]=={version}"`'
    )
