# shows: long long
# mark: 0
# An error whose text is very long.
def sgd(params, lr, batch_size):
    raise ValueError("long " * 20_000_000)
