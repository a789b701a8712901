# shows: cannot be read|exit
# mark: 0
# Sends bytes that are no message at all.
import json
import os
import socket
import struct


def line():
    """The descriptor of the line to the grading process."""
    for number in range(3, 4096):
        try:
            if os.readlink(f"/proc/self/fd/{number}").startswith("socket:"):
                return number
        except OSError:
            continue


def frame(head, body=b""):
    text = json.dumps(head).encode()
    return struct.pack(">II", len(text), len(body)) + text + body


def sgd(params, lr, batch_size):
    os.write(line(), bytes(range(256)) * 64)
    os._exit(0)
