"""Inputs with which a right solution once lost points: the marks are true for them, too."""

import corpus
import pytest


@pytest.mark.parametrize(
    ("assignment", "name", "seed"),
    [
        # A start from which the training with another loss led to infinity
        ("linear_regression_concise", "train_torch_func", 1685),
        ("linear_regression_concise", "train_torch_func", 4231),
        ("linear_regression_concise", "train_torch_func", 14082),
        # A prediction and a label near zero, and a loss that adds a constant and takes it away
        ("linear_regression_concise", "get_loss_gaussian_likelihood", 113),
        ("linear_regression_concise", "get_loss_gaussian_likelihood", 975),
        ("linear_regression_concise", "get_loss_gaussian_likelihood", 1801),
        ("linear_regression_concise", "get_loss_gaussian_likelihood", 1300),
    ],
)
def test_a_right_solution_keeps_its_points(graders, assignment, name, seed):
    (sample,) = (s for s in corpus.samples() if (s.assignment, s.name) == (assignment, name))
    result = graders.grade(assignment, sample.exercise, sample.source, seed=seed)
    assert corpus.failures(result) == []
