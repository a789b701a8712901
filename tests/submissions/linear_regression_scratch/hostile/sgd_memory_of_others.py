# shows: refused
# mark: 10
# never: hunter2-4711
# Reads the memory of the processes that it can see.
found = []


def look(what):
    try:
        found.append(str(what())[:300])
    except BaseException as error:
        found.append(f"refused: {type(error).__name__}")

import glob
import os

for path in glob.glob("/proc/[0-9]*/mem"):
    if path.split("/")[2] != str(os.getpid()):
        look(lambda: open(path, "rb").read(10))
look(lambda: open("/proc/@PID@/mem", "rb").read(10))
look(lambda: open(f"/proc/{os.getppid()}/mem", "rb").read(10))


def sgd(params, lr, batch_size):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad / batch_size
# %% end
print("found", found)
