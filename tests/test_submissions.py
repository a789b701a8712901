"""Every sample submission gets the verdict that its folder and its header claim."""

import zlib
from collections import defaultdict

import corpus
import pytest
from corpus import Sample

from graders.engine import checks
from graders.engine.outcomes import Outcome

SAMPLES = corpus.samples()
CODING = [name for name in checks.assignments() if name != "shapes_quiz"]


def those(right: bool) -> list:
    return [
        pytest.param(sample, id=f"{sample.assignment}-{sample.name}")
        for sample in SAMPLES
        if sample.right is right
    ]


def graded(graders: corpus.Graders, sample: Sample):
    """Always with the same inputs: how often others give another verdict is for the audit to say,
    which grades every sample many times."""
    seed = zlib.crc32(sample.name.encode())
    return graders.grade(sample.assignment, sample.exercise, sample.source, seed=seed)


@pytest.mark.parametrize("sample", those(right=True))
def test_right_solutions_get_full_marks(sample, graders):
    result = graded(graders, sample)
    assert not corpus.failures(result)
    assert result.score == corpus.POINTS


@pytest.mark.parametrize("sample", those(right=False))
def test_wrong_solutions_are_caught_and_their_mistake_is_named(sample, graders):
    result = graded(graders, sample)
    caught_by = {c.check: c for c in result.checks if c.outcome is not Outcome.PASSED}
    assert sample.caught_by in caught_by
    assert result.score < corpus.POINTS
    assert caught_by[sample.caught_by].message
    assert caught_by[sample.caught_by].hint
    assert not [check for check in result.checks if "itself went wrong" in check.message]
    assert corpus.named([result]) == sample.misconceptions


@pytest.mark.parametrize("assignment", CODING)
@pytest.mark.parametrize(("right", "count"), [(True, 5), (False, 8)])
def test_every_exercise_has_samples_enough(assignment, right, count):
    exercises = dict.fromkeys(check.exercise for check in checks.of_assignment(assignment))
    found = [s.exercise for s in SAMPLES if (s.assignment, s.right) == (assignment, right)]
    assert {e: found.count(e) for e in exercises if found.count(e) < count} == {}


def test_the_corpus_is_as_large_as_the_audit_says():
    right = [sample for sample in SAMPLES if sample.right]
    labelled = [sample for sample in SAMPLES if sample.misconceptions]
    assert len(right) >= 120
    assert len(labelled) >= 250


@pytest.mark.parametrize("right", [True, False])
def test_no_two_samples_differ_in_names_formatting_and_constants_only(right):
    alike = defaultdict(list)
    for sample in SAMPLES:
        if sample.right is right and sample.assignment in CODING:
            key = sample.assignment, sample.exercise, corpus.shape_of(sample.source)
            alike[key].append(sample.name)
    assert [names for names in alike.values() if len(names) > 1] == []
