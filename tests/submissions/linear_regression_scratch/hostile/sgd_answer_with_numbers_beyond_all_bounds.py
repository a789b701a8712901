# shows: cannot be read
# mark: 0
# Sends numbers that no machine has.
# @LINE@


def sgd(params, lr, batch_size):
    text = b'{"status": "returned", "returned": [' + b"9" * 5000 + b'], "blobs": []}'
    os.write(line(), struct.pack(">II", len(text), 0) + text)
    os._exit(0)
