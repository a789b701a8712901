# shows: cannot be read
# mark: 0
# Sends JSON that is nested ten thousand deep.
# @LINE@


def sgd(params, lr, batch_size):
    text = b"[" * 10_000 + b"]" * 10_000
    os.write(line(), struct.pack(">II", len(text), 0) + text)
    os._exit(0)
