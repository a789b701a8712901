# shows: cannot be read|exit
# mark: 0
# Sends bytes that are no message at all.
# @LINE@


def sgd(params, lr, batch_size):
    os.write(line(), bytes(range(256)) * 64)
    os._exit(0)
