# shows: time was up|did not react|not returned
# mark: 0
# Handles every signal, and goes on.
import signal


def sgd(params, lr, batch_size):
    for number in set(signal.Signals) - {signal.SIGKILL, signal.SIGSTOP}:
        signal.signal(number, lambda *a: None)
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass
