# shows: not returned|time
# mark: 0
# Computes for ever when it is called.
def sgd(params, lr, batch_size):
    while True:
        pass
