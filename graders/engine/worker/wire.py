"""Framed messages over a socket: a JSON head, then the raw bytes of tensors.

Both processes use this module. The grading process trusts nothing that it reads here: a
message has a largest size, its lengths must add up, and every read has a deadline, so a
worker that sends half a message and goes quiet is a failed check and not a grader that waits.

    frame = <u32 length of head> <u32 length of body> <head: JSON, UTF-8> <body: blobs, end to end>

The head's "blobs" lists the lengths of the blobs in the body. Nothing is ever unpickled.
"""

import json
import socket
import struct
import time

LENGTHS = struct.Struct(">II")
MAX_HEAD = 16 * 2**20  # as JSON it may take a hundred times as much
MAX_BODY = 128 * 2**20

_to_json = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


class Malformed(Exception):
    """The peer sent something that is not a message of this protocol."""


class Closed(Exception):
    """The peer closed the connection: its process has ended, or is about to."""


class Late(Exception):
    """No whole message arrived before the deadline."""


def send(
    sock: socket.socket, head: dict, blobs: list[bytes], deadline: float | None = None
) -> None:
    """Send one message; `deadline` is a `time.monotonic()` value, None for no limit.

    Raises `Closed` or `Late`.
    """
    content = _to_json({**head, "blobs": [len(blob) for blob in blobs]})
    text = content.encode("utf-8", "replace")  # half a surrogate pair is no text
    body = b"".join(blobs)
    try:
        _let_wait(sock, deadline)
        sock.sendall(LENGTHS.pack(len(text), len(body)) + text + body)
    except TimeoutError:
        raise Late from None
    except OSError as error:
        raise Closed(str(error)) from None


def receive(sock: socket.socket, deadline: float | None = None) -> tuple[dict, list[bytes]]:
    """Receive one message as its head and its blobs.

    Raises `Malformed`, `Closed` or `Late`.
    """
    head_length, body_length = LENGTHS.unpack(_read(sock, LENGTHS.size, deadline))
    if head_length > MAX_HEAD or body_length > MAX_BODY:
        raise Malformed(f"a message of {head_length + body_length:,} bytes is too large")
    message = _read(sock, head_length + body_length, deadline)
    try:
        head = json.loads(message[:head_length].decode())
    except (ValueError, RecursionError, MemoryError):
        raise Malformed("the head is not JSON") from None
    lengths = head.get("blobs") if isinstance(head, dict) else None
    if not isinstance(lengths, list) or not all(type(n) is int and n >= 0 for n in lengths):
        raise Malformed("the head does not list its blobs")
    if sum(lengths) != body_length:
        raise Malformed("the blobs do not fill the body")
    blobs, start = [], head_length
    for length in lengths:
        blobs.append(message[start : start + length])
        start += length
    return head, blobs


def _read(sock: socket.socket, count: int, deadline: float | None) -> bytes:
    # Grown as bytes arrive, never allocated from the length that the peer claims.
    chunks, missing = [], count
    while missing:
        try:
            _let_wait(sock, deadline)
            chunk = sock.recv(min(missing, 2**20))
        except TimeoutError:
            raise Late from None
        except OSError as error:
            raise Closed(str(error)) from None
        if not chunk:
            raise Closed("end of stream")
        chunks.append(chunk)
        missing -= len(chunk)
    return b"".join(chunks)


def _let_wait(sock: socket.socket, deadline: float | None) -> None:
    """Let the socket wait until the deadline. Raises `TimeoutError` where that is over."""
    if deadline is None:
        if sock.gettimeout() is not None:  # setting it is a call of the kernel
            sock.settimeout(None)
        return
    remaining = deadline - time.monotonic()
    if remaining <= 0:
        raise TimeoutError
    sock.settimeout(remaining)
