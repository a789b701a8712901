# shows: cannot be read
# mark: 0
# Announces a message of four gigabytes.
# @LINE@


def sgd(params, lr, batch_size):
    os.write(line(), struct.pack(">II", 2**32 - 1, 2**32 - 1))
    os._exit(0)
