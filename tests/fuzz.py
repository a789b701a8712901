"""Throw a great many inputs at whatever reads what a submission has made.

`python tests/fuzz.py --inputs 100000`: changed notebooks, changed bytes on the line to a worker,
changed answers to a call. Anything but the errors that these readers promise is a fault, and so
are more than ten seconds, or gigabytes, for one input. `--coverage SECONDS` lets atheris (a
coverage-guided fuzzer: `pip install atheris`) choose the inputs instead.
"""

import argparse
import contextlib
import copy
import functools
import json
import random
import resource
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from graders.engine import notebook
from graders.engine.expect import Mistake
from graders.engine.functions import Ask, Function
from graders.engine.misconceptions import alike
from graders.engine.returned import Unanswered
from graders.engine.session import outputs
from graders.engine.values import Tensor, describe
from graders.engine.worker import wire

SECONDS = 10
MEMORY = 4 * 2**30  # of which torch, which says what real answers are, takes most
PROJECT = Path(__file__).parent.parent
ODD: list[Any] = [
    *(
        None,
        True,
        -1,
        0,
        2**31,
        2**64,
        10**400,
        1.5,
        float("nan"),
        float("inf"),
        "",
        "\0",
        "\ud800",
    ),
    *("a" * 5000, [], {}, [[]], [None] * 300, {"t": "tensor"}, {"": None}, "tensor", "float32"),
]


def a_notebook(data: bytes) -> None:
    """A file that was handed in."""
    with contextlib.suppress(notebook.UnreadableNotebook):
        found = notebook.parse(data, "x")
        for exercise in ("sgd", "linreg"):
            found.check_cell(exercise), found.solution_cell(exercise), found.written(exercise)
        sum(found.points.values())


def a_message(data: bytes) -> None:
    """Bytes on the line."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.setblocking(False)
        with contextlib.suppress(BlockingIOError):
            theirs.send(data)
        theirs.shutdown(socket.SHUT_WR)
        with contextlib.suppress(wire.Malformed, wire.Closed, wire.Late):
            while True:
                head, _ = wire.receive(ours, time.monotonic() + 1)
                outputs(head.get("outputs"))


def an_answer(data: bytes) -> None:
    """A message that is well formed, and says of a call what no worker would say."""
    try:
        head = json.loads(data)
    except (ValueError, RecursionError):
        return
    if not isinstance(head, dict):
        return
    with contextlib.suppress(Unanswered, Mistake, wire.Malformed):
        look_at(lambda request, blobs: (head, [*answers()[0][1]]))


def look_at(ask: Ask) -> None:
    """Call a function and compare what it returned, as a check does."""
    X, w, b = (Tensor(np.ones(shape, "float32"), name="X") for shape in ((7, 3), (3, 1), (1,)))
    returned = Function("linreg", ask, "cpu", lambda: 1)(X, w, b, cotangent=X)
    describe(returned.value)
    if isinstance(returned.value, Tensor):
        alike(returned.value, np.ones((7, 1)))
    returned.equals(np.full((7, 1), 4.0), dtype="float32", device="cpu")


@functools.cache
def answers() -> list[tuple[dict, list[bytes]]]:
    """What a worker really says."""
    from graders.engine.worker import calls

    def gone(X, w, b):
        raise ValueError("x")

    found: list[tuple[dict, list[bytes]]] = []
    functions = (lambda X, w, b: X @ w + b, lambda *a: [1.5, None, {"a": "b"}], gone)
    for function in functions:

        def ask(request: dict, blobs: list[bytes], function: Callable = function):
            found.append(calls.answer(request, blobs, {"linreg": function}, {}))
            reply, out = found[-1]
            return copy.deepcopy(reply), [*out]

        with contextlib.suppress(Unanswered, Mistake):
            look_at(ask)
    return found


def seeds(target: Callable) -> list[bytes]:
    """Inputs to begin with, as they really come."""
    if target is a_notebook:
        paths = sorted((PROJECT / "assignments").glob("*/*.ipynb"))
        whole = [json.loads(path.read_bytes()) for path in paths]
        return [json.dumps({**one, "cells": one["cells"][3:6]}).encode() for one in whole]
    if target is an_answer:
        return [json.dumps(head).encode() for head, _ in answers()]
    return [_framed(head, blobs) for head, blobs in answers()]


def _framed(head: dict, blobs: list[bytes]) -> bytes:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        wire.send(ours, {**head, "outputs": [{"output_type": "stream"}]}, blobs)
        ours.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: theirs.recv(2**20), b""))


def changed(data: bytes, chance: random.Random) -> bytes:
    """The same with something else in it: in its structure if it has one, or in its bytes."""
    if chance.random() < 0.7:
        with contextlib.suppress(ValueError, RecursionError):
            whole = json.loads(data)
            for _ in range(chance.choice([1, 1, 2, 4])):
                whole = _planted(whole, chance)
            return json.dumps(whole).encode("utf-8", "surrogatepass")
    found = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(found) + 1)
        match chance.randrange(5):
            case 0:
                found[place:place] = chance.randbytes(chance.randint(1, 9))
            case 1:
                del found[place : place + chance.randint(1, 60)]
            case 2:
                found[place : place + 1] = chance.randbytes(1)
            case 3:
                found[place:place] = found[place : place + 200]
            case _:
                found[place:place] = chance.choice([b"[" * 2000, b"9" * 5000, b"\\u0000", b'"'])
    return bytes(found)


def _planted(whole: Any, chance: random.Random) -> Any:
    """Put something odd in the place of one part of a document, or take it away."""
    places = list(_places(whole)) if isinstance(whole, (dict, list)) else []
    if not places:
        return copy.deepcopy(chance.choice(ODD))
    parent, key = chance.choice(places)
    match chance.randrange(4):
        case 0:
            del parent[key]
        case 1:  # something of the same kind, from elsewhere
            alike = [p[k] for p, k in places if type(p[k]) is type(parent[key])]
            parent[key] = copy.deepcopy(chance.choice(alike))
        case _:
            parent[key] = copy.deepcopy(chance.choice(ODD))
    return whole


def _places(part: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in a document: what it is in, and where."""
    keys: Any = [*part] if isinstance(part, dict) else range(len(part))
    for key in keys:
        yield part, key
        if isinstance(part[key], (dict, list)):
            yield from _places(part[key])


TARGETS = (a_notebook, a_message, an_answer)


def late(number: int, frame: object) -> None:
    raise AssertionError(f"more than {SECONDS} seconds")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--inputs", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(2**31))
    parser.add_argument("--coverage", type=int, metavar="SECONDS")
    options = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    if options.coverage:
        return guided(options.coverage)
    chance = random.Random(options.seed)
    signal.signal(signal.SIGALRM, late)
    begun = {target: seeds(target) for target in TARGETS}
    start = time.perf_counter()
    for number in range(options.inputs):
        target = TARGETS[number % len(TARGETS)]
        data = changed(chance.choice(begun[target]), chance)
        signal.alarm(SECONDS)
        try:
            target(data)
        except BaseException:
            print(
                f"{target.__name__} fails at input {number} of seed {options.seed}: {data[:2000]!r}"
            )
            raise
        signal.alarm(0)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    took = time.perf_counter() - start
    print(
        f"{options.inputs:,} inputs, seed {options.seed}: no fault in {took:.0f} s, {peak:.0f} MB"
    )
    return 0


def guided(seconds: int) -> int:
    """Let atheris look for inputs that reach new code."""
    import atheris

    atheris.instrument_all()

    def once(data: bytes) -> None:
        TARGETS[data[0] % len(TARGETS)](data[1:]) if data else None

    corpus = Path("fuzz-corpus")
    corpus.mkdir(exist_ok=True)
    for index, target in enumerate(TARGETS):
        for number, data in enumerate(seeds(target)):
            (corpus / f"{target.__name__}-{number}").write_bytes(bytes([index]) + data)
    limits = [
        f"-max_total_time={seconds}",
        f"-timeout={SECONDS}",
        "-max_len=20000",
        "-rss_limit_mb=4096",
    ]
    atheris.Setup([sys.argv[0], str(corpus), *limits], once)
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
