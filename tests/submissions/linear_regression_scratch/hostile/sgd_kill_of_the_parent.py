# shows: parent
# mark: 10
# Stops and kills whoever has started it.
found = []


def look(what):
    try:
        found.append(str(what())[:300])
    except BaseException as error:
        found.append(f"refused: {type(error).__name__}")

import os
import signal

for pid in {os.getppid(), os.getppid() or 2}:
    if pid > 1:
        look(lambda: os.kill(pid, signal.SIGSTOP))
found.append(f"parent {os.getppid()}")


def sgd(params, lr, batch_size):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad / batch_size
# %% end
print("found", found)
