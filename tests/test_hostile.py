"""Hostile submissions: whatever one does, its mark is what its solution deserves, the marks of the
others stay what they are, it ends in time, and nothing of it stays behind."""

import json
import re
import sys
from pathlib import Path

import guard
import pytest
from hostile import header

SAMPLES = sorted((Path(__file__).parent / "submissions").glob("*/hostile/*.py"))
PROGRAM = Path(__file__).parent / "hostile.py"
SECONDS = 120  # for all of it: most take a few, and those that use up their time thirty


def graded(path: Path) -> dict:
    """What the guarded program has found out."""
    done = guard.run([sys.executable, "-B", str(PROGRAM), str(path)], 2 * SECONDS)
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_an_attack_changes_nothing(path):
    source = path.read_text(encoding="utf-8")
    found = graded(path)
    assert re.search(header(source, "shows"), found["texts"]), found["texts"]
    never = header(source, "never")
    assert not never or not re.search(never, found["texts"])
    mark = header(source, "mark")
    assert found["score"] < 10 if mark == "less" else found["score"] == float(mark)
    assert found["neighbours"] == [10.0, 0.0]
    assert found["unharmed"]
    assert found["alive"] == []
    assert [p for p in found["left"] if "firstgrad-" not in p] == []
    assert found["seconds"] < SECONDS
    assert "<script" not in found["page"]
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", found["shown"])


def test_there_are_enough_of_them_and_each_says_what_it_shows():
    assert len(SAMPLES) >= 60
    for path in SAMPLES:
        source = path.read_text(encoding="utf-8")
        assert header(source, "shows"), path
        assert header(source, "mark") in ("0", "10", "less"), path
