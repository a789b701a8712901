# shows: sent [1-9]|cannot be read|nothing
# mark: 0
# Sends an answer of its own, before that of the engine.
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
    sent.append(os.write(line(), frame({"status": "returned", "returned": [], "blobs": []})))


sent = []
# %% end
print("sent", len(sent))
