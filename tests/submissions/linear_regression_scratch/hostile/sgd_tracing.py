# shows: attached -1
# mark: 10
# never: hunter2-4711
# Attaches to other processes as a debugger.
found = []


def look(what):
    try:
        found.append(str(what())[:300])
    except BaseException as error:
        found.append(f"refused: {type(error).__name__}")

import ctypes
import os

libc = ctypes.CDLL(None)
for pid in (os.getppid(), 1, 2, @PID@):
    found.append(f"attached {libc.ptrace(16, pid, 0, 0)}")


def sgd(params, lr, batch_size):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad / batch_size
# %% end
print("found", found)
