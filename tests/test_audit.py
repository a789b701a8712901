"""The audit: its bounds are right, it sees what it should, and it fails where a bar is missed."""

import contextlib
import dataclasses
import json

import accuracy
import audit
import corpus
import mutants
import pytest
from accuracy import Rate, Report, at_most
from audit import Done, Job, Journal

from graders.engine import checks
from graders.engine.outcomes import CheckResult, ExerciseResult, Outcome

ABOUT = {"command": "python tests/audit.py --samples 5", "commit": "abc", "seconds": 5400.0}


def done(kind: str, full: int = 1, times: int = 1, expected="", named="", name="s", **more) -> Done:
    """What became of a job; misconceptions are given as text."""
    labels = [frozenset(filter(None, text.split("; "))) for text in (expected, named)]
    job = Job(kind, "hw", "sgd", name, "pass", labels[0], times, **more)
    return Done(job, full, labels[1])


GOOD = [
    done("right"),
    done("wrong", 0, expected="climbs", named="climbs"),
    done("wrong", 0),
    done("mutant", 0),
    done("repeat", 50, 50),
    done("reference", 50, 50),
]


def report(*found: Done) -> Report:
    return Report(found, {("hw", "sgd:op:1"): "the same | really"}, ABOUT)


# --- bounds ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("events", "trials", "bound"),
    [
        # 1 - 0.05^(1/n) for no event; the others from tables of Clopper and Pearson's
        (0, 1, 0.95),
        (0, 59, 0.0495),
        (0, 2000, 0.001497),
        (1, 10, 0.3942),
        (5, 100, 0.1023),
        (10, 10, 1.0),
    ],
)
def test_bounds_are_those_of_clopper_and_pearson(events, trials, bound):
    assert at_most(events, trials) == pytest.approx(bound, rel=2e-3)


def test_a_rate_says_how_many_of_how_many_and_what_it_may_be():
    assert str(Rate(0, 2000)) == "0 of 2,000 (< 0.15 %)"
    assert str(Rate(0, 0)) == "–"
    assert Rate(0, 0).to_json() == {"events": 0, "trials": 0, "at_most": None}


# --- bars ------------------------------------------------------------------------------------


def test_what_is_right_keeps_every_bar():
    found = report(*GOOD)
    assert found.fine
    assert found.exceptions() == []
    assert "BAD" not in found.summary()


@pytest.mark.parametrize(
    ("bad", "what"),
    [
        (done("right", 0), "right samples rejected"),
        (done("wrong", 1), "wrong samples accepted"),
        (done("wrong", 0, expected="climbs"), "with a misconception, not given it"),
        (done("wrong", 0, expected="climbs", named="rests"), "with a misconception, not given it"),
        (done("wrong", 0, expected="a; b", named="a"), "with a misconception, not given it"),
        (done("wrong", 0, named="climbs"), "without one, given one"),
        (done("mutant", 1), "mutants not killed"),
        (done("repeat", 49, 50), "repeated gradings"),
        (done("reference", 49, 50), "repeated gradings"),
        (done("repeat", 49, 50, device="cuda"), "the same on a GPU"),
    ],
)
def test_what_is_wrong_misses_its_bar_and_is_listed(bad, what):
    found = report(*GOOD, bad)
    assert not found.fine
    missed = [name for name, *_, kept in found.bars if not kept]
    assert len(missed) == 1
    assert what in missed[0]
    assert len(found.exceptions()) == 1
    assert f"BAD {missed[0]}" in found.summary()


def test_a_few_of_many_may_be_named_wrongly_or_survive():
    named = [done("wrong", 0, expected="climbs", named="climbs")] * 19
    killed = [done("mutant", 0)] * 49
    assert report(*named, done("wrong", 0, expected="climbs"), *killed, done("mutant", 1)).fine


# --- what is written -------------------------------------------------------------------------


def test_the_page_has_a_line_for_each_exercise_and_each_mistake():
    page = report(*GOOD, done("wrong", 0, expected="climbs", named="rests")).markdown()
    assert "| hw | sgd | 0 / 1 | 0 / 3 | 1 / 2 | 0 / 1 | 0 / 1 | 0 / 100 |" in page
    assert "| climbs | 2 | 1 | rests: 1 |" in page
    assert "- wrong hw/s: is climbs, named rests" in page
    assert "the same \\| really" in page
    assert "Measured by `python tests/audit.py --samples 5` on commit abc: 1.5 hours of" in page
    assert "there was no GPU" in page
    assert "None" not in page.partition("## Verdicts")[2].partition("## Misconceptions")[0]


def test_the_json_has_counts_and_bounds():
    found = json.loads(json.dumps(report(*GOOD).to_json()))
    assert {bar["what"] for bar in found["bars"]} == {what for what, *_ in report(*GOOD).bars}
    assert all(bar["kept"] for bar in found["bars"])
    assert found["confusion"][0]["counts"] == [
        {"is": "(none)", "given": "(none)", "count": 1},
        {"is": "climbs", "given": "climbs", "count": 1},
    ]
    assert found["confidence"] == accuracy.CONFIDENCE


# --- the jobs --------------------------------------------------------------------------------


def test_every_sample_is_graded_with_its_label():
    jobs = list(audit.sample_jobs(1))
    assert len(jobs) == len(corpus.samples())
    assert {job.kind for job in jobs} == {"right", "wrong"}
    assert any("never_divides_by_batch_size" in job.expected for job in jobs)
    assert len(list(audit.sample_jobs(10))) == -(-len(jobs) // 10)


@pytest.mark.parametrize(("total", "sizes"), [(0, []), (50, [50]), (120, [50, 50, 20])])
def test_repeats_come_in_pieces(total, sizes):
    assert audit.pieces(total) == sizes


def test_the_reference_and_every_right_sample_are_repeated():
    jobs = list(audit.repeat_jobs(60, 3))
    references = [job for job in jobs if job.kind == "reference"]
    assert {job.assignment for job in references} == set(checks.assignments())
    assert sum(job.times for job in references) == 60 * len(checks.assignments())
    right = [s for s in corpus.samples() if s.right]
    repeats = [job for job in jobs if job.kind == "repeat"]
    assert [job.times for job in repeats] == [3] * len(right)


def test_a_grading_is_a_verdict_with_its_names(monkeypatch, graders):
    monkeypatch.setattr(audit, "graders", lambda: graders)
    name = "linear_regression_scratch"
    source = corpus.reference(name).solution_cell("sgd").source
    ((found,), _) = audit.grade(Job("repeat", name, "sgd", "", source, times=2))
    assert (found.full, found.named, found.complaints) == (2, frozenset(), [])
    ((found,), _) = audit.grade(Job("wrong", name, "sgd", "", source.replace("/ batch_size", "")))
    assert (found.full, found.named) == (0, frozenset({"never_divides_by_batch_size"}))
    assert found.complaints


def test_of_several_gradings_the_one_that_names_wrongly_counts(monkeypatch):
    given = iter(["climbs", "rests", "climbs"])

    def graded(job):
        check = CheckResult(
            *("hw", "sgd", "test_sgd", "cpu", Outcome.FAILED), misconception=next(given)
        )
        return [ExerciseResult("sgd", 10.0, [check])]

    monkeypatch.setattr(audit, "_once", graded)
    job = Job("wrong", "hw", "sgd", "s", "pass", frozenset({"climbs"}), times=3)
    ((found,), _) = audit.grade(job)
    assert found.named == {"rests"}


def test_the_journal_knows_what_was_done_by_the_same_code(tmp_path):
    path = tmp_path / "journal"
    job = Job("wrong", "hw", "sgd", "s", "pass", frozenset({"climbs"}), times=3)
    found = [Done(job, 0, frozenset({"rests"}), ["no"])]

    def journal(hw: str = "abc") -> Journal:
        return Journal(path, {"hw": hw}.__getitem__)

    assert journal().done(job) is None
    journal().add(job, found, 2.5)
    with path.open("a") as file:
        file.write('\n{"decider": "abc", "ke')  # and then the machine went down
    journal().add(dataclasses.replace(job, piece=1), found, 1.0)
    assert journal().done(job) == (found, 2.5)
    assert journal().done(dataclasses.replace(job, piece=1)) is not None
    assert journal().done(dataclasses.replace(job, times=4)) is None
    assert journal().done(dataclasses.replace(job, source="...")) is None
    assert journal("abcd").done(job) is None


def test_what_decides_is_the_engine_and_the_files_of_the_assignment(tmp_path, monkeypatch):
    found = {path.relative_to(corpus.PROJECT).as_posix() for path in audit.deciding("shapes_quiz")}
    assert found >= {
        "graders/engine/running.py",
        "graders/engine/worker/calls.py",
        "graders/hints/shapes_quiz.toml",
        "graders/misconceptions/_training.py",
        "graders/test_shapes_quiz.py",
        "solutions/shapes_quiz/shapes_quiz.ipynb",
        "tests/corpus.py",
    }
    assert not [path for path in found if "linear_regression" in path or path.endswith(".md")]
    file = tmp_path / "test_shapes_quiz.py"
    marks = set()
    for content in ("pass", "pass", "raise"):
        file.write_text(content)
        monkeypatch.setattr(audit, "deciding", lambda assignment: {file})
        audit.decider.cache_clear()
        marks.add(audit.decider("shapes_quiz"))
    audit.decider.cache_clear()
    assert len(marks) == 2


def test_what_was_done_is_not_done_again(tmp_path, monkeypatch):
    monkeypatch.setattr(audit, "ProcessPoolExecutor", Here)
    monkeypatch.setattr(audit, "grade", lambda job: ([Done(job, job.times)], 1.0))
    jobs = [Job("repeat", "hw", "sgd", "s", "pass", times=2, piece=n) for n in range(3)]
    path = tmp_path / "journal"
    first = list(audit.do(jobs[:2], 1, Journal(path, len)))
    monkeypatch.setattr(audit, "grade", lambda job: ([Done(job, 0)], 1.0))
    again = list(audit.do(jobs, 1, Journal(path, len)))
    assert again[:2] == first
    assert [done.full for found, _ in again for done in found] == [2, 2, 0]


class Here(contextlib.nullcontext):
    """An executor that does everything where it is."""

    def map(self, function, jobs):
        return map(function, jobs)

    def __init__(self, *about):
        super().__init__(self)


def test_of_a_reference_every_exercise_has_a_verdict(monkeypatch, graders):
    monkeypatch.setattr(audit, "graders", lambda: graders)
    found, _ = audit.grade(Job("reference", "shapes_quiz", "", "", "", times=2))
    exercises = [c.exercise for c in checks.of_assignment("shapes_quiz")]
    assert [done.job.exercise for done in found] == exercises
    assert {done.full for done in found} == {2}


# --- mutants ---------------------------------------------------------------------------------

SOURCE = '''\
def f(x, n=3):
    """Twice x + 1, n - 1 times."""
    y = 7 * 6
    ### BEGIN SOLUTION
    for _ in range(n - 1):
        x = 2 * x + 1
    return x
    ### END SOLUTION
'''


def test_a_mutant_differs_in_one_place_of_the_solution():
    found = mutants.of_exercise("hw", "f", SOURCE)
    assert len(found) > 20
    assert len({mutant.name for mutant in found}) == len(found)
    assert len({mutant.source for mutant in found}) == len(found)
    for mutant in found:
        lines = zip(SOURCE.splitlines(), mutant.source.splitlines(), strict=True)
        changed = [n for n, (a, b) in enumerate(lines, start=1) if a != b]
        assert len(changed) == 1
        assert changed[0] in (1, 5, 6, 7)
        assert mutant.difference.startswith(f"line {changed[0]}: ")
    assert "    for _ in range(n + 1):" in [m.source.splitlines()[4] for m in found]
    assert "deff(x,n=4):" in [m.source.splitlines()[0].replace(" ", "") for m in found]


def test_mutants_of_the_references_are_the_same_every_time():
    (sgd,) = [found for found in audit.solutions() if found[1] == "sgd"]
    assert mutants.of_exercise(*sgd) == mutants.of_exercise(*sgd)


def test_every_equivalent_mutant_is_one_and_has_a_reason():
    made = {(m.assignment, m.name) for s in audit.solutions() for m in mutants.of_exercise(*s)}
    assert len(made) > 500
    assert set(audit.equivalent()) <= made
    assert all(audit.equivalent().values())
