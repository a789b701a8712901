"""The benchmark: its formulas are right, its class is what it says, and it fails where a bar is
missed. How long anything takes is no test's business."""

import collections
import copy
import dataclasses
import itertools
import json
import os
import signal
import subprocess
import sys
from collections import Counter

import bench
import bench_class
import bench_courses
import bench_otter
import bench_overhead
import bench_profile
import bench_stock
import corpus
import performance
import pytest
from bench_class import ASSIGNMENT, CYCLE, ENDLESS, EXERCISES, KINDS, PROCESSES, SHARES
from bench_courses import BenchError, Peaks
from performance import ROWS, Finding, Measured, Report

from graders.engine import isolation, notebook, program, warm
from graders.engine.session import Session

ABOUT = {"command": "python tests/bench.py cold", "commit": "abc", "machine": "m", "load": "0.10"}


def report(*findings: Finding, part: str = "cold", **about) -> Report:
    return Report({part: Measured([*findings], {**ABOUT, **about})}, SHARES)


# --- formulas --------------------------------------------------------------------------------


def test_a_submissions_time_is_without_that_of_starting_up():
    assert performance.per_submission(starting=5.0, everything=45.0, count=200) == 0.2


def test_efficiency_is_the_speed_for_each_worker():
    assert performance.efficiency(one=0.4, many=0.2, workers=2) == 1
    assert performance.efficiency(one=0.4, many=0.125, workers=4) == pytest.approx(0.8)


def test_a_figure_is_the_median_of_ratios_and_not_the_ratio_of_medians():
    pairs = [(1.0, 2.0), (1.0, 10.0), (9.0, 10.0)]
    assert Finding("cold", performance.ratios(pairs)).median == 0.5
    assert performance.medians(pairs) == "1.00 s against 10.00 s"


def test_pairs_are_measured_in_turn():
    order: list[str] = []

    def measured(name, number):
        order.append(f"{name}{number}")
        return float(number)

    found = bench.in_turn(lambda n: measured("a", n), lambda n: measured("b", n), 2)
    assert order == ["a0", "b0", "a1", "b1"]
    assert found == [(0.0, 0.0), (1.0, 1.0)]


@pytest.mark.parametrize(
    ("load", "cores", "busy"), [(None, 2, False), (1.0, 2, False), (1.1, 2, True), (1.1, 8, False)]
)
def test_a_machine_with_other_work_is_busy(load, cores, busy):
    assert bench.is_busy(load, cores) is busy


# --- bars ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "bar", "better", "worse"),
    [
        ("classroom", "at most 1/25", 1 / 26, 1 / 24),
        ("no-figures", "at most 1/40", 1 / 41, 1 / 39),
        ("nbgrader", "at most 1/8", 1 / 9, 1 / 7),
        ("overhead", "at most 60 ms", 59, 61),
        ("large", "at most 1.10", 1.09, 1.11),
        ("memory", "at most 1.20", 1.19, 1.21),
        ("workers-2", "at least 0.90", 0.91, 0.89),
        ("workers-4", "at least 0.90", 0.91, 0.89),
        ("watch", "at most 300 ms", 299, 301),
        ("otter", "at most 1/100", 1 / 101, 1 / 99),
        ("cold", "at most 3.00", 2.9, 3.1),
    ],
)
def test_every_claim_has_its_bar(row, bar, better, worse):
    assert ROWS[row].limit == bar
    assert Finding(row, [better]).kept
    assert Finding(row, [worse]).kept is False


def test_every_part_measures_a_row_or_says_where_the_time_goes():
    assert {row.part for row in ROWS.values()} | {"profile"} == set(bench.PARTS)


def test_a_figure_is_said_with_its_spread():
    found = Finding("classroom", [1 / 30, 1 / 20, 1 / 28])
    assert found.words() == "1/28 (1/30 to 1/20; 3)"
    assert Finding("cold", [2.5]).words() == "2.50"
    assert Finding("otter", missing="no network").words() == "not measured: no network"
    assert Finding("otter", missing="it broke", failed=True).words() == "failed: it broke"


def test_what_misses_its_bar_is_said():
    bad = report(Finding("cold", [2.9, 3.1, 3.2]), Finding("memory", [1.0])).bad(["cold"])
    assert bad == [f"BAD {ROWS['cold'].what}: 3.10 (2.90 to 3.20; 3), bar at most 3.00"]


def test_only_the_parts_that_were_asked_for_can_fail():
    assert report(Finding("cold", [9.0])).bad(["watch"]) == []


def test_what_failed_is_bad_and_what_cannot_be_measured_here_is_not():
    assert report(Finding("cold", missing="it broke", failed=True)).bad(["cold"])
    assert not report(Finding("workers-4", missing="this machine has 2 cores")).bad(["cold"])


# --- what is written -------------------------------------------------------------------------


def test_the_page_has_every_claim_with_its_bar():
    page = report(Finding("cold", [2.0, 2.5, 3.5], "1.00 s against 0.40 s")).markdown()
    for row in ROWS.values():
        assert f"| {row.what} | " in page
    line = next(line for line in page.splitlines() if "import torch, pytest" in line)
    assert "| 2.50 (2.00 to 3.50; 3); 1.00 s against 0.40 s | at most 3.00 | kept |" in line
    assert page.count("not measured yet") == len(ROWS) - 1
    assert "| cold | `python tests/bench.py cold` | abc | 0.10 |" in page
    assert "| slow | 5 % |" in page
    assert "None" not in page


def test_the_page_says_what_missed_its_bar():
    assert "| at most 3.00 | **missed** |" in report(Finding("cold", [4.0])).markdown()


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ({"commit": "abd"}, "not measured with the same code"),
        ({"machine": "n"}, "not measured on the same machine"),
        ({"busy": True}, "The machine had other work when these were measured: watch"),
        ({"quick": True}, "for trying: no figures"),
        ({}, None),
    ],
)
def test_the_page_warns_of_what_cannot_be_compared(other, words):
    found = report(Finding("cold", [2.0]))
    found.parts["watch"] = Measured([Finding("watch", [200.0])], {**ABOUT, **other})
    page = found.markdown().replace("Not all parts were", "not")
    warnings = [line for line in page.splitlines() if line.startswith("**")]
    if words is None:
        assert warnings == []
    else:
        (warning,) = warnings
        assert words.replace("Not all parts were", "not") in warning


def test_the_page_follows_from_the_json():
    found = report(Finding("cold", [2.0, 2.5], "a | b"), Finding("memory", missing="why"))
    found.parts["profile"] = Measured([], ABOUT, {"Where": [["a", "b"], ["1", "2"]]}, ["The end."])
    written = json.loads(json.dumps(found.to_json()))
    assert Report.from_json(written, SHARES).markdown() == found.markdown()
    (cold, memory) = written["parts"]["cold"]["findings"]
    assert (cold["median"], cold["bar"], cold["kept"]) == (2.25, 3, True)
    assert (memory["median"], memory["kept"]) == (None, None)
    assert found.markdown().rstrip().endswith("The end.")


def test_the_page_in_docs_follows_from_the_json_there():
    assert (bench.DOCS / "performance.md").read_text(encoding="utf-8") == (
        bench.read(bench.DOCS).markdown()
    )


def test_a_row_that_is_no_more_is_forgotten():
    written = report(Finding("cold", [2.0])).to_json()
    written["parts"]["cold"]["findings"][0]["row"] = "lukewarm"
    assert Report.from_json(written, SHARES).findings(["cold"]) == []


# --- the command -----------------------------------------------------------------------------


@pytest.fixture
def parts(monkeypatch):
    """Parts that take no time; what they have found can be changed."""
    found = {"cold": [2.0], "watch": [200.0]}

    def part(name):
        def measured(sizes, folder):
            if not found[name]:
                raise BenchError("it broke\nin two lines")
            return Measured([Finding(name, found[name], str(sizes.ours))])

        return measured

    monkeypatch.setattr(bench, "PARTS", {name: part(name) for name in found})
    return found


def test_every_part_is_written_as_it_ends(parts, tmp_path, monkeypatch):
    def interrupted(sizes, folder):
        assert "2.00" in (tmp_path / "performance.md").read_text()
        raise KeyboardInterrupt

    monkeypatch.setitem(bench.PARTS, "watch", interrupted)
    with pytest.raises(KeyboardInterrupt):
        bench.main(["--output", str(tmp_path)])
    written = json.loads((tmp_path / "performance.json").read_text())
    assert set(written["parts"]) == {"cold"}
    assert written["parts"]["cold"]["about"]["machine"]


def test_a_part_that_is_measured_again_replaces_its_own(parts, tmp_path):
    assert bench.main(["--output", str(tmp_path)]) == 0
    parts.update(cold=[2.25], watch=[1.0])
    assert bench.main(["cold", "--output", str(tmp_path)]) == 0
    page = (tmp_path / "performance.md").read_text()
    assert "| 2.25; 200 | at most 3.00 | kept |" in page
    assert "| 200 ms; 200 | at most 300 ms | kept |" in page


def test_a_missed_bar_is_an_exit_status_and_a_line(parts, tmp_path, capsys):
    parts["watch"] = [301.0]
    assert bench.main(["--output", str(tmp_path)]) == 1
    last = capsys.readouterr().out.splitlines()[-1]
    assert last.startswith("BAD `pytest graders/ --watch`")
    assert last.endswith("301 ms, bar at most 300 ms")


def test_a_fault_of_the_benchmark_does_not_end_it_either(parts, tmp_path, monkeypatch, capsys):
    monkeypatch.setitem(bench.PARTS, "cold", lambda *_: {}["a name"])
    assert bench.main(["--output", str(tmp_path)]) == 1
    assert "200 ms" in (tmp_path / "performance.md").read_text()
    assert "Traceback" in capsys.readouterr().err


def test_a_part_that_fails_does_not_end_the_others(parts, tmp_path, capsys):
    parts["cold"] = []
    assert bench.main(["--output", str(tmp_path)]) == 1
    page = (tmp_path / "performance.md").read_text()
    assert "| failed: it broke | at most 3.00 |  |" in page
    assert "200 ms" in page
    assert "in two lines" in capsys.readouterr().out


def test_quick_writes_nothing_and_is_small(parts, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(bench, "DOCS", tmp_path)
    assert bench.main(["--quick", "cold"]) == 0
    assert list(tmp_path.iterdir()) == []
    assert f"2.00; {bench.QUICK.ours}" in capsys.readouterr().out
    assert bench.main(["--quick", "cold", "--ours", "7"]) == 0
    assert "2.00; 7" in capsys.readouterr().out


def test_the_page_can_be_written_anew(parts, tmp_path):
    bench.main(["--output", str(tmp_path)])
    page = (tmp_path / "performance.md").read_text()
    (tmp_path / "performance.md").unlink()
    assert bench.main(["--page", "--output", str(tmp_path)]) == 0
    assert (tmp_path / "performance.md").read_text() == page


def test_an_unknown_part_is_refused(parts, capsys):
    with pytest.raises(SystemExit) as ended:
        bench.main(["lukewarm"])
    assert ended.value.code == 2
    assert "no such part: lukewarm" in capsys.readouterr().err


def test_what_has_no_pictures_is_no_measurement_with_pictures(tmp_path, monkeypatch):
    course = bench_courses.Course(tmp_path, bench_courses.GRADERS)
    monkeypatch.setattr(course, "per_submission", lambda *_: 1.0)
    assert bench._seconds(course, bench_class.members(2), pictures=False) == 1.0
    with pytest.raises(BenchError, match="0 pictures"):
        bench._seconds(course, bench_class.members(2), pictures=True)


# --- the class -------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [20, 200, 2000])
def test_a_class_has_the_shares_that_are_stated(count):
    found = bench_class.shares(bench_class.members(count))
    assert found == pytest.approx(SHARES)
    assert sum(found.values()) == pytest.approx(1)
    assert set(found) == set(KINDS.values())


def test_every_run_has_the_same_class_and_a_part_of_it_is_a_part():
    whole = bench_class.members(60)
    assert bench_class.members(60) == whole
    assert bench_class.members(CYCLE, first=CYCLE) == whole[CYCLE : 2 * CYCLE]
    assert len({member.name for member in whole}) == 60


def test_members_are_what_their_kind_says():
    sources = {
        right: {
            bench_class._without_header(one.source)
            for one in corpus.samples()
            if one.assignment == ASSIGNMENT and one.right is right
        }
        for right in (True, False)
    }
    sources[True] |= set(bench_class.starters(1)[0].cells.values())
    for member in bench_class.members(200):
        wrong = [source for source in member.cells.values() if source in sources[False]]
        assert len(wrong) in ((1, 2, 3) if member.kind == "w" else (0,))
        rest = [source for source in member.cells.values() if source not in wrong]
        assert set(rest) <= sources[True]
        filled = {"u": [0], "p": [1, 2, 3]}.get(member.kind, [len(EXERCISES)])
        assert len(member.cells) in filled


def test_right_ones_are_not_alike():
    right = [m for m in bench_class.members(200) if m.kind == "r"]
    styles = {json.dumps(dict(member.cells), sort_keys=True) for member in right}
    assert len(styles) == len(right)


def test_nobody_is_in_a_class_who_is_to_be_measured_apart():
    found = {one.name: bench_class._without_header(one.source) for one in corpus.samples()}
    apart = {found[name] for name in (*ENDLESS, PROCESSES)}
    for member in bench_class.members(2000):
        assert not apart & set(member.cells.values())


def test_slow_ones_come_in_turn():
    slow = [member for member in bench_class.members(3 * CYCLE) if member.kind == "s"]
    loops, epochs, asleep = slow
    assert "for" in loops.cells["linreg"]
    assert epochs.epochs == 30
    assert "time.sleep(1)" in asleep.before


def released() -> dict:
    path = corpus.PROJECT / "assignments" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
    return json.loads(path.read_text(encoding="utf-8"))


def text_of(content: dict) -> str:
    return "\n\n".join("".join(cell["source"]) for cell in content["cells"])


def test_handing_in_changes_the_cells_of_a_member_and_no_others():
    untouched, epochs = (
        next(m for m in bench_class.members(2 * CYCLE) if condition(m))
        for condition in (lambda m: m.kind == "u", lambda m: m.epochs == 30)
    )
    assert text_of(bench_class.fill(released(), untouched)) == text_of(released())
    filled = bench_class.fill(released(), dataclasses.replace(epochs, before="x = 1\n"))
    text = text_of(filled)
    assert text.count("num_epochs=30") == 1
    assert "x = 1\n" in text
    assert "raise NotImplementedError" not in "".join(
        "".join(cell["source"]) for cell in filled["cells"] if cell["cell_type"] == "code"
    )
    assert "### " not in "\n".join(bench_class.starters(1)[0].cells.values())


# --- the other side --------------------------------------------------------------------------


def stock(cells: dict[str, str]) -> notebook.Notebook:
    """The source with plain asserts, and the solutions of a student."""
    source = json.loads(corpus.source_of(ASSIGNMENT).read_text(encoding="utf-8"))
    member = bench_class.Member("student", "r", cells)
    content = bench_class.fill(bench_stock.with_asserts(source), member)
    return notebook.from_json(content, ASSIGNMENT)


def failures(cells: dict[str, str], process: warm.WarmProcess) -> dict[str, str]:
    """The asserts that solutions do not pass, and what is said then."""
    submission = stock(cells)
    needed = {"setup", "data", *EXERCISES, *(f"check_{name}" for name in EXERCISES)}
    session = Session(
        submission, process, 1, warm.Limits(), None, lambda cell: cell.grade_id not in needed
    )
    try:
        session.finish()
    finally:
        session.close()
    named = {cell.number: cell.grade_id for cell in submission.cells}
    return {named[n]: run.reason for n, run in session.runs.items() if run.error}


def test_plain_asserts_pass_every_right_sample(warm_process):
    found = collections.defaultdict(list)
    for one in corpus.samples():
        if one.assignment == ASSIGNMENT and one.right and one.name != PROCESSES:
            found[one.exercise].append(one.source)
    rows = itertools.zip_longest(*(found[exercise] for exercise in EXERCISES))
    wrong = {
        number: failed
        for number, row in enumerate(rows)
        if (
            failed := failures(
                {e: s for e, s in zip(EXERCISES, row, strict=True) if s}, warm_process
            )
        )
    }
    assert wrong == {}


@pytest.mark.parametrize(
    "sample",
    [
        "data_iter_drops_the_last_batch",
        "data_iter_splits_without_shuffling",
        "data_iter_shuffles_apart",
        "linreg_forgets_the_bias",
        "linreg_no_grad",
        "squared_loss_forgets_the_half",
        "squared_loss_broadcasts_flat_labels",
        "sgd_forgets_batch_size",
        "sgd_updates_a_copy",
        "train_forgets_the_step",
        "train_returns_only_the_last_loss",
    ],
)
def test_plain_asserts_fail_common_mistakes(sample, warm_process):
    member = bench_class.special("student", sample)
    (exercise,) = [e for e in EXERCISES if sample.startswith(f"{e}_")]
    assert f"check_{exercise}" in failures(dict(member.cells), warm_process)


def test_the_other_sides_notebook_knows_nothing_of_ours():
    source = json.loads(corpus.source_of(ASSIGNMENT).read_text(encoding="utf-8"))
    text = text_of({"cells": [c for c in source["cells"] if c["cell_type"] == "code"]})
    assert "checker" in text
    changed = bench_stock.with_asserts(source)
    text = text_of({"cells": [c for c in changed["cells"] if c["cell_type"] == "code"]})
    assert "graders" not in text
    assert "check" not in text
    assert text.count("assert ") > 15


def test_otter_grader_has_a_question_with_tests_for_each_exercise():
    source = json.loads(corpus.source_of(ASSIGNMENT).read_text(encoding="utf-8"))
    cells = bench_otter.master(copy.deepcopy(source))["cells"]
    raw = Counter("".join(c["source"]).split("\n")[0] for c in cells if c["cell_type"] == "raw")
    both = [f"# {where} {what}" for where in ("BEGIN", "END") for what in ("QUESTION", "TESTS")]
    assert {name: raw[name] for name in both} == dict.fromkeys(both, len(EXERCISES))
    code = [c["source"] for c in cells if c["cell_type"] == "code"]
    assert sum("    # BEGIN SOLUTION" in text for text in code) == len(EXERCISES)
    assert not any("### " in text for text in code)
    assert len({cell["id"] for cell in cells}) == len(cells)


# --- courses and commands --------------------------------------------------------------------


@pytest.fixture(scope="module")
def stock_course(tmp_path_factory):
    return bench_courses.stock(tmp_path_factory.mktemp("stock") / "course")


def test_a_class_hands_in_what_was_released(stock_course):
    members = bench_class.members(3)
    stock_course.hand_in(bench_class.members(5))
    stock_course.hand_in(members)
    found = sorted(stock_course.folder.glob(f"submitted/*/{ASSIGNMENT}/{ASSIGNMENT}.ipynb"))
    assert [path.parts[-3] for path in found] == [member.name for member in members]
    content = json.loads(found[0].read_text())
    assert members[0].cells["linreg"] in text_of(content)
    assert "torch.allclose(y_hat" in text_of(content)
    assert (stock_course.folder / "gradebook.db").exists()


def test_who_was_not_graded_is_noticed(stock_course, monkeypatch):
    monkeypatch.setattr(bench_courses, "run", lambda *_: 1.0)
    with pytest.raises(BenchError, match="0 of 3 were graded"):
        stock_course.grade(bench_class.members(3))


def test_start_up_is_measured_and_taken_off(monkeypatch, tmp_path):
    course = bench_courses.Course(tmp_path, bench_courses.GRADERS, processes=2)
    monkeypatch.setattr(course, "grade", lambda members, *_, **__: 10.0 + len(members))
    starters = bench_class.starters(2)
    assert course.per_submission(bench_class.members(5), starters) == 1.0


def test_a_command_that_fails_says_what_it_said(tmp_path):
    command = [sys.executable, "-c", "print('so'); raise SystemExit(3)"]
    with pytest.raises(BenchError, match=r"(?s)ended with 3:.*so"):
        bench_courses.run(command, tmp_path)


def test_a_command_is_looked_at_while_it_runs(tmp_path, monkeypatch):
    monkeypatch.setattr(bench_courses, "LOOK_SECONDS", 0.01)
    done = tmp_path / "done"
    code = f"import os, time\nwhile not os.path.exists({str(done)!r}): time.sleep(0.01)"
    peaks = Peaks()

    def look(pid: int) -> None:
        peaks.look(pid)
        if peaks.recording:
            done.touch()

    bench_courses.run([sys.executable, "-c", code], tmp_path, look)
    assert peaks.recording > 2**20
    assert peaks.grading == 0


def test_of_descendants_the_largest_counts_but_for_workers(tmp_path):
    ready = "import time; x = bytearray({size}); print('ready', flush=True); time.sleep(600)"
    code = "import subprocess, sys, time\n"
    for size, name in ((2**26, "grading"), (2**28, program.NAME)):
        child = ready.format(size=size)
        code += f"p = subprocess.Popen([sys.executable, '-c', {child!r}, {name!r}], "
        code += "stdout=subprocess.PIPE); p.stdout.readline()\n"
    code += "print('all', flush=True); sys.stdin.read(); import os; os.killpg(0, 9)"
    with subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        assert process.stdout.readline() == b"all\n"
        peaks = Peaks()
        peaks.look(process.pid)
        process.stdin.close()
    assert 2**26 < peaks.grading < 2**28
    assert 0 < peaks.recording < 2**26


def test_a_worker_that_ends_meanwhile_is_not_taken_for_a_grading_process(monkeypatch):
    command = [sys.executable, "-c", "input()", program.NAME]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as worker:

        def peak_and_end(pid: int) -> int:
            if pid == worker.pid:
                worker.kill()
                os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)  # leaves it a zombie
                return 2**40
            return 0

        monkeypatch.setattr(bench_courses, "_peak", peak_and_end)
        peaks = Peaks()
        peaks.look(os.getpid())
    assert worker.returncode == -signal.SIGKILL
    assert peaks.grading == 0


def test_memory_grows_by_the_process_for_which_it_is_more():
    assert Peaks(200, 300).times(Peaks(100, 200)) == 2.0
    assert Peaks(100, 300).times(Peaks(100, 200)) == 1.5


def test_cores_are_given_back():
    before = os.sched_getaffinity(0)
    with bench_courses.on_cores(1) as cores:
        assert cores == len(os.sched_getaffinity(0)) == 1
    assert os.sched_getaffinity(0) == before


# --- a submission's own computing ------------------------------------------------------------


def ticking():
    """A clock that goes one second further whenever it is looked at."""
    return lambda count=itertools.count(): float(next(count))  # noqa: B008


def call(name: str) -> dict:
    return {
        "op": "call",
        "name": name,
        "calls": [[2]],
        "repeat": 1,
        "iterate": None,
        "cotangent": None,
        "seed": None,
    }


def cell(number: int, source: str) -> dict:
    return {"op": "run", "cell": number, "source": source}


def test_a_cell_counts_once_and_a_call_as_often_as_it_was_made(monkeypatch):
    monkeypatch.setattr(bench_overhead.time, "perf_counter", ticking())
    define = cell(1, "made = []\ndef linreg(x):\n    made.append(x)")
    requests = [
        (0, define, []),
        (0, call("linreg"), []),
        (1, define, []),  # a second worker, which has to run it as well
        (1, call("linreg"), []),
        (1, cell(2, "assert made == [2]\nraise SystemExit"), []),
        (1, cell(3, "plt = 0\nplt.show"), []),
    ]
    found = bench_overhead.bare(bench_overhead.Requests(requests))
    assert found[bench_overhead.CELLS] == 2
    assert found["calls of `linreg`"] == 2
    assert found[bench_overhead.PICTURES] == 1


@pytest.mark.parametrize("source", ["raise KeyError", "import sys; sys.exit()", "1 +"])
def test_a_cell_that_raises_ends_nothing(source):
    requests = bench_overhead.Requests([(0, cell(1, source), []), (0, cell(2, "x = 1"), [])])
    assert bench_overhead.bare(requests)[bench_overhead.CELLS] > 0


def test_the_requests_of_a_grading_can_be_done_bare(capsys):
    from matplotlib import pyplot

    (recorded,) = bench_overhead.record(bench_class.starters(1))
    found = bench_overhead.bare(recorded)
    expected = {bench_overhead.CELLS, bench_overhead.PICTURES}
    expected |= {f"calls of `{exercise}`" for exercise in EXERCISES}
    assert set(found) >= expected
    assert all(seconds > 0 for seconds in found.values() if seconds is not found["other calls"])
    assert capsys.readouterr() == ("", "")
    assert pyplot.get_fignums() == []


# --- where the time goes ---------------------------------------------------------------------


def test_a_moment_counts_for_what_has_begun_last():
    clock = bench_profile.Clock(ticking())
    with clock.within("loop"):
        with clock.within("step"), clock.within("call"):
            pass
        with clock.within("call"):
            pass
    assert clock.spent == {"loop": 3, "step": 2, "call": 2}


def test_the_table_adds_up_and_names_the_bottleneck():
    spent = Counter({"other cells": 4.0, "the checks": 1.5, "making workers": 0.5})
    own = Counter({"other cells": 3.0})
    head, first, *_, last = bench_profile.table(spent, own, count=2)
    assert len(head) == len(first) == len(last)
    assert first == ["other cells", "2000.0", "67 %", "1500.0"]
    assert last == ["all", "3000.0", "100 %", "1500.0"]
    said = bench_profile.bottleneck(spent, own)
    assert said.startswith("50 % of the time is the submission's own computing")
    assert "is the checks (25 %), then other cells (17 %)" in said


@pytest.mark.skipif(isolation.program() is None, reason="needs bubblewrap")
def test_a_class_is_graded_in_this_process_with_a_clock(tmp_path):
    course = bench_courses.ours(tmp_path / "course")
    try:
        clock = bench_profile.grade(course, bench_class.starters(1))
    finally:
        bench_profile.close()
    labels = {label for *_, label in bench_profile.BORDERS}
    labels |= {bench_overhead.CELLS, bench_overhead.PICTURES}
    labels |= {f"calls of `{exercise}`" for exercise in EXERCISES}
    assert set(clock.spent) >= labels
    assert set(clock.graded) == {"start0"}
    assert course.pictures() == 3


def test_the_steps_of_a_class_are_told_by_kind():
    members = bench_class.members(3)
    graded = {member.name: float(number) for number, member in enumerate(members)}
    assert bench_profile.by_kind(graded, members) == {"r": [0.0, 1.0], "w": [2.0]}


def test_what_is_done_here_has_its_exception_where_a_process_would():
    with bench_profile.Here() as here:
        assert here.submit(int, "7").result() == 7
        with pytest.raises(ValueError, match="seven"):
            here.submit(int, "seven").result()


@pytest.mark.parametrize(("owner", "name", "label"), bench_profile.BORDERS)
def test_every_border_is_where_the_clock_looks_for_it(owner, name, label):
    assert callable(getattr(owner, name))
    assert label
