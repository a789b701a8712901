"""The GPU's part in a grading: with a GPU on one, and without one on a pretended one."""

import dataclasses

import pytest

from graders.engine import checks, grading
from graders.engine.notebook import Notebook
from graders.engine.outcomes import Outcome
from graders.engine.warm import WarmProcess

CODING = [name for name in checks.assignments() if name != "shapes_quiz"]

# In a worker where nothing ever leaves the CPU, everything claims to be on the GPU
ALL_CLAIM = """
import sys
values = sys.modules["firstgrad_worker.values"]
def claim(tensor, blobs, encode=values._encode_tensor):
    form = encode(tensor, blobs)
    return {**form, "device": "cuda"} if form["t"] == "tensor" else form
values._encode_tensor = claim
torch.Tensor.to = torch.nn.Module.to = lambda self, *arguments, **more: self
"""


def grade(notebook, process, device):
    mine = checks.of_assignment(notebook.name)
    found = grading.grade(
        notebook, mine, process, seed=5, points=notebook.points, device=device, finish=False
    )
    return found.result


@pytest.fixture
def pretended_gpu(monkeypatch, reference) -> Notebook:
    """The first reference on a machine that claims a GPU, where nothing ever leaves the CPU.

    To the checks it is a submission that forgets the device.
    """
    monkeypatch.setattr(WarmProcess, "gpu", True)
    stay = "\ntorch.Tensor.to = lambda self, *arguments, **more: self\n"
    cells = [
        dataclasses.replace(cell, source=cell.source + stay) if cell.grade_id == "setup" else cell
        for cell in reference.cells
    ]
    return Notebook(reference.name, cells)


def test_without_a_gpu_its_checks_are_skipped_and_cost_nothing(reference, warm_process):
    if warm_process.gpu:
        pytest.skip("there is a GPU here")
    result = grade(reference, warm_process, "auto")
    assert result.score == result.max_score == 20
    for exercise in result.exercises:
        assert exercise.status is Outcome.PASSED
        on_gpu = [check for check in exercise.checks if check.device == "cuda"]
        assert {check.outcome for check in on_gpu} == {Outcome.SKIPPED}


def test_a_failure_on_the_gpu_is_shown_and_costs_no_points(pretended_gpu, warm_process):
    result = grade(pretended_gpu, warm_process, "auto")
    assert result.score == result.max_score == 20
    linreg = next(e for e in result.exercises if e.exercise == "linreg")
    assert linreg.status is Outcome.FAILED
    failed = [check for check in linreg.checks if check.outcome is Outcome.FAILED]
    assert {check.device for check in failed} == {"cuda"}
    assert "is a tensor on the CPU" in failed[0].message or "on the CPU" in failed[0].message
    assert "on the GPU, where the arguments are" in failed[0].message
    assert "device" in failed[0].hint
    assert failed[0].label.endswith("[cuda]")


@pytest.mark.parametrize("assignment", CODING)
def test_where_all_is_on_the_gpu_the_reference_passes_every_check(
    monkeypatch, reference_of, warm_process, assignment
):
    monkeypatch.setattr(WarmProcess, "gpu", True)
    cells = [
        dataclasses.replace(c, source=c.source + ALL_CLAIM) if "checker(" in c.source else c
        for c in reference_of(assignment).cells
    ]
    assert len(cells) == len([c for c in cells if ALL_CLAIM not in c.source]) + 1
    result = grade(Notebook(assignment, cells), warm_process, "cuda")
    found = [check for exercise in result.exercises for check in exercise.checks]
    assert [check.message for check in found if check.outcome is not Outcome.PASSED] == []
    on_gpu = {check.check for check in found if check.device == "cuda"}
    mine = checks.of_assignment(assignment)
    assert on_gpu == {check.name for check in mine if not check.cpu_only}


@pytest.mark.parametrize("assignment", CODING)
def test_cpu_and_gpu_agree_on_the_reference(reference_of, warm_process, assignment):
    if not warm_process.gpu:
        pytest.skip("there is no GPU here")
    result = grade(reference_of(assignment), warm_process, "auto")
    assert result.score == result.max_score
    for exercise in result.exercises:
        assert exercise.status is Outcome.PASSED
