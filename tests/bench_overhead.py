"""What a submission computes itself: its cells and the checks' calls, bare, warm, in one process.

The requests of one grading are written down as they go to a worker. Then they are done here: cells
by `exec`, calls on the functions that this defined, with the same arguments, as often, with the
same gradients. No sandbox, no fork, no wire, no shell, nothing encoded. What is left is what no
grader can spare.
"""

import contextlib
import io
import json
import time
import warnings
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from unittest import mock

import corpus
from bench_class import ASSIGNMENT, EXERCISES, Member, fill
from bench_stock import OURS

from graders.engine import checks, grading, notebook, warm
from graders.engine.worker import calls

PICTURES, CELLS, OTHERS = "cells that draw pictures", "other cells", "other calls"


@dataclass
class Requests:
    """What went to the workers of one grading: each with the number of its worker."""

    items: list[tuple[int, dict, list[bytes]]] = field(default_factory=list)


def label(request: dict) -> str:
    """What a request to a worker counts as."""
    if request["op"] == "run":
        return PICTURES if "plt.show" in request["source"] else CELLS
    return f"calls of `{request['name']}`" if request["name"] in EXERCISES else OTHERS


def record(members: Sequence[Member]) -> list[Requests]:
    """The requests of grading each of a class, with fresh inputs that are the same every time."""
    graders = corpus.Graders(figures=True)  # else the cells that only draw are not run
    ask = warm.Worker.ask
    recorded: list[Requests] = []
    workers: list[warm.Worker] = []

    def asked(worker: warm.Worker, request: dict, blobs: list[bytes], seconds: float):
        if "op" in request:
            if worker not in workers:
                workers.append(worker)
            recorded[-1].items.append((workers.index(worker), dict(request), list(blobs)))
        return ask(worker, request, blobs, seconds)

    try:
        with mock.patch.object(warm.Worker, "ask", asked):
            for seed, member in enumerate(members):
                workers.clear()
                recorded.append(Requests())
                _grade(handed_in(member), graders, seed)
    finally:
        graders.close()
    return recorded


def handed_in(member: Member) -> notebook.Notebook:
    """A submission, as the grading reads it."""
    content = notebook.content(corpus.PROJECT / "assignments" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb")
    return notebook.from_json(fill(json.loads(content), member), ASSIGNMENT)


def _grade(submission: notebook.Notebook, graders: corpus.Graders, seed: int) -> None:
    """As `GradeSubmission` does it."""
    grading.grade(
        submission,
        checks.of_assignment(ASSIGNMENT),
        graders.warm,
        seed=seed,
        points=submission.points,
        providers=graders.providers,
        source=lambda: corpus.reference(ASSIGNMENT),
    )


def bare(requests: Requests) -> Counter[str]:
    """Seconds that a submission computes, by `label`.

    A cell that a second worker has run again counts once, a call as often as it was made.
    """
    spent: Counter[str] = Counter()
    namespaces: dict[int, dict] = {}
    kept: dict[int, dict] = {}
    seen: set[int] = set()
    with _quiet(), _pictures_drawn(), _nothing_encoded():
        for worker, request, blobs in requests.items:
            namespace = namespaces.setdefault(worker, {"__name__": "__main__"})
            if request["op"] == "run":
                seconds = _run(request, namespace)
                seconds *= request["cell"] not in seen
                seen.add(request["cell"])
            else:
                seconds = _call(request, blobs, namespace, kept.setdefault(worker, {}))
            spent[label(request)] += seconds
    return spent


def _run(request: dict, namespace: dict) -> float:
    source = request["source"]
    for line in OURS:
        source = source.replace(line, "")
    begin = time.perf_counter()
    try:
        exec(compile(source, calls.CELL_NAME.format(request["cell"]), "exec"), namespace)
    except KeyboardInterrupt:
        raise
    except BaseException:  # whatever a submission raises: its next cells are run all the same
        pass
    return time.perf_counter() - begin


def _call(request: dict, blobs: list[bytes], namespace: dict, kept: dict) -> float:
    """Seconds in the submission's code: what is around it in `calls.answer` does not count."""
    spent = 0.0

    @contextlib.contextmanager
    def measured() -> Iterator[None]:
        nonlocal spent
        begin = time.perf_counter()
        try:
            yield
        finally:
            spent += time.perf_counter() - begin

    calls.answer(request, blobs, namespace, kept, measured)
    return spent


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """What a submission prints goes nowhere; what it has set of torch does not stay."""
    import torch

    threads, recording = torch.get_num_threads(), torch.is_grad_enabled()
    torch.set_num_threads(1)  # as in a worker
    with (
        contextlib.redirect_stdout(io.StringIO()),
        contextlib.redirect_stderr(io.StringIO()),
        warnings.catch_warnings(),
    ):
        warnings.simplefilter("ignore")
        try:
            yield
        finally:
            torch.set_grad_enabled(recording)
            torch.set_num_threads(threads)


@contextlib.contextmanager
def _pictures_drawn() -> Iterator[None]:
    """`plt.show()` draws what a notebook would have for its output."""
    import matplotlib

    matplotlib.use("agg")
    from IPython.core.pylabtools import print_figure
    from matplotlib import pyplot

    def show(*_: object, **__: object) -> None:
        for number in pyplot.get_fignums():
            print_figure(pyplot.figure(number), fmt="png", bbox_inches="tight")
        pyplot.close("all")

    with mock.patch.object(pyplot, "show", show):
        yield
    pyplot.close("all")


def _nothing_encoded() -> contextlib.AbstractContextManager:
    def nothing(*_: object) -> None:
        return None

    return mock.patch.object(calls.values, "encode", nothing)
