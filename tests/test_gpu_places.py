"""Only so many workers are at the GPU at the same time."""

import subprocess
import sys
import threading

import pytest

from graders.engine import gpu
from graders.engine.gpu import PLACES, Place

HOLDER = """
import sys, pathlib
from graders.engine.gpu import Place
Place(pathlib.Path(sys.argv[1])).take()
print("taken", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def full(tmp_path) -> list[Place]:
    """Places, all of which are taken."""
    found = [Place(tmp_path) for _ in range(PLACES)]
    for place in found:
        place.take()
    yield found
    for place in found:
        place.give_back()


@pytest.fixture
def looked(monkeypatch) -> threading.Event:
    """Set when somebody has looked at every place in vain."""
    event = threading.Event()
    monkeypatch.setattr(gpu.time, "sleep", lambda seconds: event.set())
    return event


def test_one_too_many_waits_until_a_place_is_given_back(full, tmp_path, looked):
    place = Place(tmp_path)
    waiting = threading.Thread(target=place.take, daemon=True)
    waiting.start()
    assert looked.wait(20)
    assert waiting.is_alive()
    full[2].give_back()
    waiting.join(20)
    assert not waiting.is_alive()
    place.give_back()


def test_who_has_a_place_keeps_it(full):
    full[0].take()  # and does not wait for another one


def test_the_place_of_a_program_that_was_killed_is_free(full, tmp_path):
    full[1].give_back()
    command = [sys.executable, "-c", HOLDER, str(tmp_path)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, **pipes) as holder:
        assert holder.stdout.readline() == "taken\n"
        holder.kill()
        holder.wait()
    full[1].take()


def test_where_nothing_can_be_written_nobody_waits(tmp_path):
    (tmp_path / "file").touch()
    for _ in range(PLACES + 1):
        Place(tmp_path / "file" / "folder").take()
