"""Messages over a socket: what is sent arrives, and nothing else is taken for a message."""

import json
import socket
import threading
import time
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graders.engine.worker import wire

FINITE = st.floats(allow_nan=False)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | FINITE | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=10,
)
HEADS = st.dictionaries(st.text().filter(lambda key: key != "blobs"), JSON, max_size=5)


@pytest.fixture
def pair():
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield ours, theirs


def soon(seconds: float = 0.05) -> float:
    return time.monotonic() + seconds


def frame(text: bytes, body: bytes = b"") -> bytes:
    return wire.LENGTHS.pack(len(text), len(body)) + text + body


def received(data: bytes) -> tuple[dict, list[bytes]]:
    """What `receive` makes of bytes after which the peer says no more."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(data)
        theirs.shutdown(socket.SHUT_WR)
        return wire.receive(ours, soon(5))


@settings(max_examples=40, deadline=None)
@given(HEADS, st.lists(st.binary(max_size=300), max_size=5))
def test_a_message_arrives_as_it_was_sent(head, blobs):
    ours, theirs = socket.socketpair()
    with ours, theirs:
        wire.send(ours, head, blobs, soon(5))
        assert wire.receive(theirs, soon(5)) == (
            {**head, "blobs": [len(blob) for blob in blobs]},
            blobs,
        )


def test_messages_keep_their_order_and_their_borders(pair):
    for number in range(5):
        wire.send(pair[0], {"n": number}, [bytes([number]) * number])
    for number in range(5):
        head, blobs = wire.receive(pair[1], soon(5))
        assert (head["n"], blobs) == (number, [bytes([number]) * number])


def test_a_message_larger_than_the_sockets_buffer_arrives(pair):
    blob = bytes(range(256)) * 20_000
    sender = threading.Thread(target=wire.send, args=(pair[0], {}, [blob, blob[:7]]))
    sender.start()
    _, blobs = wire.receive(pair[1], soon(20))
    sender.join()
    assert blobs == [blob, blob[:7]]


def test_not_a_number_and_infinity_arrive(pair):
    wire.send(pair[0], {"v": [float("inf"), float("nan")]}, [])
    infinity, nan = wire.receive(pair[1], soon(5))[0]["v"]
    assert infinity == float("inf")
    assert nan != nan


@pytest.mark.parametrize(
    "lengths", [(wire.MAX_HEAD + 1, 0), (2, wire.MAX_BODY + 1), (2**32 - 1, 2**32 - 1)]
)
def test_a_length_beyond_the_limits_is_refused_before_anything_else_arrives(pair, lengths):
    pair[0].sendall(wire.LENGTHS.pack(*lengths))
    with pytest.raises(wire.Malformed, match="too large"):
        wire.receive(pair[1], soon(5))


def test_memory_is_not_taken_for_bytes_that_are_only_claimed(pair):
    text = b'{"blobs": [1]}'
    pair[0].sendall(wire.LENGTHS.pack(len(text), wire.MAX_BODY) + text + b"x")
    tracemalloc.start()
    try:
        with pytest.raises(wire.Late):
            wire.receive(pair[1], soon())
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 8 * 2**20


WHOLE = frame(b'{"blobs": [3]}', b"abc")


@pytest.mark.parametrize("count", [0, 1, 7, 8, 12, len(WHOLE) - 1])
def test_a_part_of_a_message_is_late_at_the_deadline(pair, count):
    pair[0].sendall(WHOLE[:count])
    begin = time.monotonic()
    with pytest.raises(wire.Late):
        wire.receive(pair[1], begin + 0.05)
    assert 0.04 < time.monotonic() - begin < 5


def test_a_message_that_trickles_in_does_not_move_the_deadline(pair):
    stop = threading.Event()

    def trickle() -> None:
        for byte in WHOLE[:-1]:
            pair[0].sendall(bytes([byte]))
            if stop.wait(0.05):
                return

    sender = threading.Thread(target=trickle)
    begin = time.monotonic()
    sender.start()
    try:
        with pytest.raises(wire.Late):
            wire.receive(pair[1], begin + 0.2)
        assert time.monotonic() - begin < 0.6
    finally:
        stop.set()
        sender.join()


@pytest.mark.parametrize("count", [0, 1, 7, 8, 12, len(WHOLE) - 1])
def test_a_part_of_a_message_and_then_the_end_is_closed(count):
    with pytest.raises(wire.Closed):
        received(WHOLE[:count])


def test_a_deadline_that_has_passed_is_late_at_once(pair):
    pair[0].sendall(WHOLE)
    with pytest.raises(wire.Late):
        wire.receive(pair[1], time.monotonic() - 1)
    with pytest.raises(wire.Late):
        wire.send(pair[1], {}, [], time.monotonic() - 1)


def test_sending_to_a_peer_that_does_not_read_is_late(pair):
    with pytest.raises(wire.Late):
        wire.send(pair[0], {}, [bytes(8 * 2**20)], soon())


def test_sending_to_a_peer_that_is_gone_is_closed(pair):
    pair[1].close()
    with pytest.raises(wire.Closed):
        wire.send(pair[0], {}, [b"x"])


def test_receiving_on_a_socket_of_ours_that_is_closed_is_closed(pair):
    pair[0].close()
    with pytest.raises(wire.Closed):
        wire.receive(pair[0], soon(5))


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"nonsense",
        b"{",
        b"\xff\xfe\xfd",
        b'{"blobs": []',
        b"[" * 200_000,
        b'{"n": ' + b"9" * 10_000 + b', "blobs": []}',
    ],
    ids=["empty", "text", "brace", "not utf-8", "cut off", "very deep", "a number too long"],
)
def test_a_head_that_is_not_json_is_malformed(text):
    with pytest.raises(wire.Malformed, match="not JSON"):
        received(frame(text))


@pytest.mark.parametrize(
    "head",
    [
        None,
        [],
        3,
        "blobs",
        {},
        {"blobs": None},
        {"blobs": 0},
        {"blobs": {"0": 1}},
        {"blobs": [1.0]},
        {"blobs": [True]},
        {"blobs": ["1"]},
        {"blobs": [-1, 2]},
    ],
)
def test_a_head_that_does_not_list_its_blobs_is_malformed(head):
    with pytest.raises(wire.Malformed, match="does not list"):
        received(frame(json.dumps(head).encode(), b"x"))


@pytest.mark.parametrize("lengths", [[], [1], [1, 1], [4], [3, 1], [2**80], [0, 0]])
def test_blobs_that_do_not_fill_the_body_are_malformed(lengths):
    with pytest.raises(wire.Malformed, match="do not fill"):
        received(frame(json.dumps({"blobs": lengths}).encode(), b"abc"))


@settings(max_examples=100, deadline=None)
@given(
    st.binary(max_size=200)
    | st.binary(max_size=60).map(frame)
    | JSON.map(json.dumps).map(lambda text: frame(text.encode()))
)
def test_whatever_arrives_is_a_message_or_malformed_or_closed(data):
    try:
        head, blobs = received(data)
    except (wire.Malformed, wire.Closed):
        return
    assert [len(blob) for blob in blobs] == head["blobs"]
