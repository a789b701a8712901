# shows: SystemExit
# mark: 0
# Raises what ends a program, when it is called.
def sgd(params, lr, batch_size):
    calls.append(1)
    raise SystemExit(0)


calls = []
