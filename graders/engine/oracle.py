"""torch as a witness: what an expression gives, in a process that no submission has touched.

    oracle("torch.zeros(3, 8).view(-1).shape")  ->  (24,)

The grading process has no torch of its own: importing it would cost more than all the checks.
"""

import contextlib
from collections.abc import Iterator
from typing import Any

from . import values
from .warm import Limits, WarmProcess, Worker, WorkerEnded, WorkerGarbled, WorkerStuck

SECONDS = 10.0


class OracleError(Exception):
    """An expression of a check does not work: a fault of the check."""


class WorkerOracle:
    """Asks a worker of its own. What it has answered it knows from then on: `close` loses
    nothing, and a class of submissions costs no more than one."""

    def __init__(self, warm: WarmProcess) -> None:
        self._warm = warm
        self._worker: Worker | None = None
        self._known: dict[str, Any] = {}
        self._raises: dict[str, bool] = {}

    def __call__(self, expression: str) -> Any:
        """The value of an expression: numbers, text, tuples, tensors. Raises `OracleError`."""
        if expression not in self._known:
            code = f"({expression})"  # which may have more than one line
            reply, blobs = self._ask(f"eval({code!r}, {{'torch': __import__('torch')}})")
            if reply["status"] != "returned":
                raise OracleError(f"{expression}: {reply.get('ename')}: {reply.get('evalue')}")
            self._known[expression] = values.decode(reply["returned"][0]["result"], blobs)
        return self._known[expression]

    def raises(self, lines: str) -> bool:
        """Whether running these lines raises an exception."""
        if lines not in self._raises:
            code = f"import torch\n{lines}"
            reply, _ = self._ask(f"exec({code!r}, {{}})")
            self._raises[lines] = reply["status"] != "returned"
        return self._raises[lines]

    def close(self) -> None:
        """End the worker."""
        if self._worker is not None:
            self._worker.close()
            self._worker = None

    def _ask(self, code: str) -> tuple[dict, list[bytes]]:
        """Have the worker evaluate something that brings names of its own."""
        request = {
            "op": "call",
            "name": "oracle",
            "target": {"library": "builtins.eval"},
            "calls": [[code]],
            "repeat": 1,
            "iterate": None,
            "cotangent": None,
            "seed": None,
            "seconds": SECONDS,
        }
        if self._worker is None:
            self._worker = self._warm.worker(None, Limits(), 0)
        try:
            return self._worker.ask(request, [], 10 * SECONDS)
        except (WorkerEnded, WorkerStuck, WorkerGarbled) as error:
            self._worker = None
            raise OracleError(f"the oracle's worker is gone ({error})") from error


class KernelOracle:
    """The same, of the torch of this kernel: for a student's own eyes, no points depend on it."""

    def __call__(self, expression: str) -> Any:
        import torch

        from .worker import values as worker_values

        try:
            with _as_at_first():
                found = eval(f"({expression})", {"torch": torch})
        except Exception as error:
            raise OracleError(f"{expression}: {type(error).__name__}: {error}") from error
        blobs: list[bytes] = []
        return values.decode(worker_values.encode(found, blobs), blobs)

    def raises(self, lines: str) -> bool:
        import torch

        try:
            with _as_at_first():
                exec(lines, {"torch": torch})
        except Exception:
            return True
        return False


@contextlib.contextmanager
def _as_at_first() -> Iterator[None]:
    """torch with its settings as they are at first, whatever the learner has set."""
    import torch

    dtype = torch.get_default_dtype()
    torch.set_default_dtype(torch.float32)
    try:
        with torch.device("cpu"), torch.inference_mode(False), torch.enable_grad():
            yield
    finally:
        torch.set_default_dtype(dtype)
