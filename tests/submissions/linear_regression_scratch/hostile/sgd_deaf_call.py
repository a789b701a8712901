# shows: time was up|did not react|not returned
# mark: 0
# Blocks every signal, and computes for ever.
import signal


def sgd(params, lr, batch_size):
    signal.pthread_sigmask(signal.SIG_BLOCK, set(signal.Signals))
    while True:
        pass
