"""torch as a witness: in a worker of its own, or in this kernel, with the same answers."""

import math

import numpy as np
import pytest
import torch

from graders.engine import warm
from graders.engine.oracle import KernelOracle, OracleError, WorkerOracle
from graders.engine.values import Scalar, Tensor

# Expressions and what torch says to them
VALUES = {
    "torch.zeros(3, 8).view(-1).shape": (24,),
    "torch.zeros(3, 8).T.shape": (8, 3),
    "torch.zeros(()).shape": (),
    "torch.ones(2, 3).numel()": 6,
    "torch.ones(2, 3).sum().item()": 6.0,
    "torch.ones(1).requires_grad": False,
    "str(torch.ones(1, dtype=torch.float64).dtype)": "torch.float64",
    "[torch.zeros(n).dim() for n in ((), (2,), (2, 2))]": [0, 1, 2],
    "torch.zeros(3, 8).stride(), 2": ((8, 1), 2),
    "torch.tensor([1.0, 2.0]).grad": None,
    "float('inf')": math.inf,
    "{'a': torch.Size([2])}": {"a": (2,)},
    "{3, 4}": frozenset({3, 4}),
    "torch.zeros(2).numpy().sum()": Scalar(0.0, "float32"),
}
WRONG = ["torch.zeros(2) @ torch.zeros(3)", "torch.no_such_thing", "1 +", "1 / 0", "unknown"]
RAISES = {
    "torch.zeros(2) + torch.zeros(3)": True,
    "torch.zeros(2, 1) + torch.zeros(3)": False,
    "x = torch.zeros(2)\nx.view(3)": True,
    "x = torch.zeros(2)\nx.view(2, 1)": False,
    "def (": True,
    "x = torch.ones(1, requires_grad=True)\nx.sum().backward()\nx.sum().backward()": False,
    "x = torch.ones(1, requires_grad=True)\nwith torch.no_grad():\n    x.sum().backward()": True,
    "": False,
}


class Counted:
    """A warm process that counts the workers that it is asked for."""

    def __init__(self, warm_process: warm.WarmProcess) -> None:
        self.real, self.workers = warm_process, []

    def worker(self, *settings) -> warm.Worker:
        self.workers.append(self.real.worker(*settings))
        return self.workers[-1]


@pytest.fixture(scope="module")
def in_worker(warm_process):
    oracle = WorkerOracle(warm_process)
    yield oracle
    oracle.close()


@pytest.fixture(params=["worker", "kernel"])
def oracle(request):
    """Both kinds: what is true of one is true of the other."""
    if request.param == "kernel":
        return KernelOracle()
    return request.getfixturevalue("in_worker")


@pytest.fixture
def counted(warm_process):
    found = Counted(warm_process)
    yield found
    for worker in found.workers:
        worker.close()


# --- answers ---------------------------------------------------------------------------------


@pytest.mark.parametrize("expression", VALUES)
def test_an_expression_has_its_value(oracle, expression):
    found = oracle(expression)
    assert found == VALUES[expression]
    assert type(found) is type(VALUES[expression])


def test_a_tensor_comes_with_its_values_and_its_type(oracle):
    found = oracle("torch.arange(6, dtype=torch.float64).reshape(2, 3)")
    assert isinstance(found, Tensor)
    assert (found.shape, found.dtype, found.requires_grad) == ((2, 3), "float64", False)
    np.testing.assert_array_equal(found.array, np.arange(6.0).reshape(2, 3))


@pytest.mark.parametrize("expression", WRONG)
def test_an_expression_that_does_not_work_is_an_error_that_names_it(oracle, expression):
    with pytest.raises(OracleError) as caught:
        oracle(expression)
    assert str(caught.value).startswith(f"{expression}: ")
    assert "Error" in str(caught.value)


def test_an_expression_may_have_two_lines(in_worker):
    expression = "torch.ones(2).sum().item()\n+ 1"
    assert in_worker(expression) == 3.0
    assert KernelOracle()(expression) == 3.0


@pytest.mark.parametrize("lines", RAISES)
def test_lines_raise_or_not(oracle, lines):
    assert oracle.raises(lines) is RAISES[lines]


def test_lines_know_nothing_of_earlier_ones(in_worker):
    for oracle in (KernelOracle(), in_worker):
        assert oracle.raises("left_behind = 1") is False
        assert oracle.raises("left_behind") is True


def test_after_an_error_the_next_expression_is_answered(oracle):
    with pytest.raises(OracleError):
        oracle("1 / 0")
    assert oracle("7 * 6") == 42


def test_an_answer_is_not_that_of_the_expression_before(in_worker):
    assert (in_worker("11 + 1"), in_worker("11 + 2"), in_worker("11 + 1")) == (12, 13, 12)
    with pytest.raises(OracleError):
        in_worker("11 + nothing")


# --- one worker, started when it is needed ---------------------------------------------------


def test_no_worker_is_started_before_the_first_question(counted):
    WorkerOracle(counted).close()
    assert counted.workers == []


def test_what_is_known_survives_the_worker(counted):
    oracle = WorkerOracle(counted)
    first = oracle("torch.ones(3)")
    assert (oracle("torch.ones(3).shape"), oracle.raises("1 / 0")) == ((3,), True)
    assert len(counted.workers) == 1
    oracle.close()
    assert counted.workers[0].closed
    assert oracle("torch.ones(3)") is first
    assert (oracle("torch.ones(3).shape"), oracle.raises("1 / 0")) == ((3,), True)
    assert len(counted.workers) == 1


def test_a_new_question_after_the_end_gets_a_new_worker(counted):
    oracle = WorkerOracle(counted)
    assert oracle("1 + 1") == 2
    oracle.close()
    assert oracle("1 + 2") == 3
    assert len(counted.workers) == 2
    oracle.close()
    oracle.close()
    assert all(worker.closed for worker in counted.workers)


def test_an_error_is_not_remembered_as_an_answer(counted):
    oracle = WorkerOracle(counted)
    for _ in range(2):
        with pytest.raises(OracleError):
            oracle("unknown")
    oracle.close()


def test_an_expression_that_ends_the_worker_costs_no_other(counted):
    oracle = WorkerOracle(counted)
    with pytest.raises(OracleError):
        oracle("__import__('os')._exit(1)")
    assert oracle("1 + 1") == 2


# --- what a submission does to torch ---------------------------------------------------------

PATCH = """
import torch
torch.zeros = lambda *sizes: "patched"
torch.Tensor.view = lambda *arguments: "patched"
torch.set_default_dtype(torch.float64)
answer = "patched"
"""


def patched(warm_process) -> warm.Worker:
    """A worker whose submission has changed torch."""
    worker = warm_process.worker(None, warm.Limits(), 0)
    request = {"op": "run", "cell": 1, "source": PATCH, "seconds": 10}
    assert worker.ask(request, [], 20)[0]["error"] is None
    return worker


def test_torch_as_a_submission_has_changed_it_is_not_asked(warm_process):
    worker, oracle = patched(warm_process), WorkerOracle(warm_process)
    try:
        assert oracle("torch.zeros(2, 3).view(-1).shape") == (6,)
        assert oracle("torch.ones(2)").dtype == "float32"
        request = {"op": "read", "name": "answer", "calls": [[]], "repeat": 1, "seed": None}
        more = {"iterate": None, "cotangent": None, "seconds": 10}
        reply, _ = worker.ask({**request, **more}, [], 20)
        assert reply["returned"][0]["result"] == "patched"
    finally:
        oracle.close()
        worker.close()


def test_the_kernels_oracle_leaves_no_names_behind():
    oracle = KernelOracle()
    assert oracle.raises("left_behind = 1") is False
    assert "left_behind" not in globals()
    with pytest.raises(OracleError):
        oracle("VALUES")  # nor does it see ours


def test_the_kernels_oracle_is_not_led_by_what_a_learner_has_set():
    oracle = KernelOracle()
    torch.set_default_dtype(torch.float64)
    try:
        with torch.no_grad():
            made = "(torch.ones(2, requires_grad=True) * 2)"
            assert oracle(f"{made}.requires_grad") is True
            assert oracle(f"{made}.detach()").dtype == "float32"
            assert oracle.raises("torch.ones(2, requires_grad=True).sum().backward()") is False
            assert not torch.is_grad_enabled()
        assert torch.get_default_dtype() is torch.float64
    finally:
        torch.set_default_dtype(torch.float32)
