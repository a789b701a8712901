# shows: refused
# mark: 10
# Signals a process of the instructor.
found = []


def look(what):
    try:
        found.append(str(what())[:300])
    except BaseException as error:
        found.append(f"refused: {type(error).__name__}")

import os
import signal

look(lambda: os.kill(@PID@, signal.SIGKILL))


def sgd(params, lr, batch_size):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad / batch_size
# %% end
print("found", found)
