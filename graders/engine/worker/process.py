"""The warm process and the worker: their main loops.

The warm process (`_serve`) answers two requests on its control socket, "fork" and "end", and obeys
two others, which have no answer: "import", and "door", with which it is given a socket. Programs
that come to this door get warm processes of their own, forked from this one.

A warm process has one thread, runs no tensor operation and never initialises CUDA: children of a
process that did hang or fail. A worker (`_work`) is told what it is to be, and then answers "run"
(a cell), "call" (a function of the submission) and "read" (a variable).
"""

import contextlib
import gc
import importlib
import os
import select
import signal
import socket
import time
import traceback
from collections.abc import Iterable
from functools import partial

from . import family, limits, randomness, wire
from .sandbox import Sandbox

IDLE_SECONDS = 600  # a warm process that nobody has asked anything for so long ends
LOOK_SECONDS = 0.2  # between two looks at how much memory the workers take


def start(settings: dict) -> None:
    """Connect to the grading process, import what takes long, and be what `settings` say."""
    connection = _connect(settings)
    os.set_inheritable(connection.fileno(), False)
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 0)
    sandbox = Sandbox(settings)
    _import("torch", "IPython.core.interactiveshell", *settings["preload"])
    import torch

    from . import calls, shell

    assert calls  # imported here, because a worker does not find this program any more
    torch.set_num_threads(1)
    shell.make_shell(settings["figures"])
    shell.install_stand_in()
    # Asks NVML, not CUDA: PYTORCH_NVML_BASED_CUDA_CHECK is in the environment
    settings["hello"] = {"gpu": torch.cuda.is_available(), "missing": settings["missing"]}
    wire.send(connection, settings["hello"], [])
    if settings["fork"]:
        try:
            _serve(connection, settings, sandbox)
        finally:
            family.remove(settings["program"])
            # Tearing torch down takes a third of a second, and there is nothing to save
            os._exit(0)
    else:
        _run_worker(connection, sandbox)


def _import(*names: str) -> None:
    gc.disable()  # importing makes a million objects, and looking them through takes 0.15 s
    for name in names:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    gc.freeze()  # what is here now stays shared with every fork
    gc.enable()


def _connect(settings: dict) -> socket.socket:
    if settings["share"] is not None:  # Windows hands sockets over as bytes
        return socket.fromshare(bytes.fromhex(settings["share"]))  # type: ignore[attr-defined]
    return socket.socket(fileno=settings["descriptor"])


def _serve(control: socket.socket, settings: dict, sandbox: Sandbox) -> None:
    workers: dict[int, dict] = {}
    others: set[int] = set()  # warm processes that came of this one
    door: socket.socket | None = None
    try:
        while True:
            idle = time.monotonic() + IDLE_SECONDS
            listening = [control] if door is None else [control, door]
            while not (
                ready := select.select(listening, [], [], LOOK_SECONDS if workers else 60)[0]
            ):
                others -= {pid for pid in others if os.waitpid(pid, os.WNOHANG)[0]}
                if not workers and not others and time.monotonic() > idle:
                    return
                for pid, worker in workers.items():
                    if family.takes_too_much(pid, worker["memory"]):
                        family.kill(pid)
            if door in ready:
                assert door is not None
                connection = _receive_socket(door)
                pid = os.fork()
                if pid == 0:
                    control.close()
                    door.close()
                    _serve_another(connection, settings, sandbox)
                connection.close()
                others.add(pid)
            if control not in ready:
                continue
            try:
                request, _ = wire.receive(control)
            except wire.Closed:
                return
            if request["op"] == "fork":
                connection = _receive_socket(control)
                pid = sandbox.fork()
                if pid == 0:
                    control.close()
                    _run_worker(connection, sandbox)  # it closes what else there is
                connection.close()
                workers[pid] = request
                wire.send(control, {"pid": pid}, [])
            elif request["op"] == "import":
                _import(*request["modules"])
            elif request["op"] == "door":
                door = _receive_socket(control)
            elif request["op"] == "end":
                worker = workers.pop(request["pid"], {})
                status = _end(request["pid"], request["patience"], {*workers, *others})
                if "folder" in worker and not sandbox.nested:
                    family.remove(os.path.join(settings["program"], "work", worker["folder"]))
                wire.send(control, {"status": status}, [])
    finally:
        # The grading process is gone, perhaps killed: nothing that it started stays behind
        while workers:
            _end(workers.popitem()[0], 0, {*workers, *others})
        while others:
            _end(others.pop(), 0, others)


def _serve_another(control: socket.socket, settings: dict, sandbox: Sandbox) -> None:
    """Be the warm process of another program, which has come to the door. Never returns."""
    try:
        sandbox.adopt()
        wire.send(control, settings["hello"], [])
        _serve(control, settings, sandbox)
    finally:
        os._exit(0)


def _receive_socket(control: socket.socket) -> socket.socket:
    control.settimeout(None)
    _, descriptors, _, _ = socket.recv_fds(control, 1, 1)
    return socket.socket(fileno=descriptors[0])


def _end(pid: int, patience: float, others: Iterable[int]) -> int | None:
    """Wait `patience` seconds for a worker's own end, then kill it and all that it has started;
    its exit status. `others` are workers that go on."""
    deadline = time.monotonic() + patience
    status = None
    while status is None:
        try:
            found, code = os.waitpid(pid, os.WNOHANG)
        except ChildProcessError:  # not one of ours
            return None
        if found:
            status = os.waitstatus_to_exitcode(code)
        elif time.monotonic() >= deadline:
            break
        else:
            time.sleep(0.005)
    for kill in (os.killpg, os.kill):  # the group may not exist yet, or not any more
        with contextlib.suppress(ProcessLookupError, PermissionError):
            if kill is os.killpg or status is None:
                kill(pid, signal.SIGKILL)
    if status is None:
        status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    family.end_orphans(others)
    return status


def _run_worker(connection: socket.socket, sandbox: Sandbox) -> None:
    try:
        _work(connection, sandbox)
    except BaseException:
        # Ours, or brought about by the submission: the pending request gets an answer either way
        with contextlib.suppress(BaseException):
            error, trace = traceback.format_exc(0)[-500:], traceback.format_exc()[-1500:]
            wire.send(connection, {"status": "broken", "why": f"{error} {trace}"}, [])
    finally:
        os._exit(0)


def _work(connection: socket.socket, sandbox: Sandbox) -> None:
    from . import calls, shell

    try:
        worker, contents = wire.receive(connection)
    except (wire.Closed, wire.Malformed):
        return
    files = dict(zip(worker["files"], contents, strict=True))
    missing = sandbox.confine(worker, files, connection.fileno())
    randomness.reseed(worker["seed"])
    wire.send(connection, {"missing": missing}, [])
    wall_factor: float = worker["wall_factor"]
    del worker, contents, files, sandbox  # nothing that a submission could learn from
    session = shell.Shell.instance()

    def limit(seconds: float) -> limits.Limits:
        return limits.Limits(seconds, seconds * wall_factor)

    runner = shell.CellRunner(session, limit)
    session.relieve = limits.lift_memory_limit
    states: tuple | None = None
    kept: dict[int, object] = {}
    while True:
        try:
            request, blobs = wire.receive(connection)
        except (wire.Closed, wire.Malformed):
            return
        out: list[bytes] = []
        if request["op"] == "run":
            if states is not None:
                randomness.restore_random_states(states)
                states = None
            pictures = request.get("pictures", True)
            reply = runner.run(request["cell"], request["source"], request["seconds"], pictures)
        else:
            if states is None:
                states = randomness.random_states()
            if request["seed"] is not None:
                randomness.reseed(request["seed"])
            with runner.silence():
                limited = partial(limit, request["seconds"])
                reply, out = calls.answer(request, blobs, session.user_ns, kept, limited)
        wire.send(connection, reply, out)
