# shows: descriptors 0
# mark: 10
# never: hunter2-4711
# Looks at every descriptor that it was given.
found = []


def look(what):
    try:
        found.append(str(what())[:300])
    except BaseException as error:
        found.append(f"refused: {type(error).__name__}")

import os

for number in range(64):
    try:
        found.append(os.readlink(f"/proc/self/fd/{number}"))
    except OSError:
        pass
# Its own clock is no way out of here
found = [f for f in found if not f.startswith(f"/proc/{os.getpid()}/")]
found = [f for f in found if "socket" not in f and "deleted" not in f and "/dev/null" not in f]
found.append(f"descriptors {len(found)}")


def sgd(params, lr, batch_size):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad / batch_size
# %% end
print("found", found)
