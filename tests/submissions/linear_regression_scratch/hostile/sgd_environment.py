# shows: looked at
# mark: 10
# never: hunter2-4711
# Looks for secrets in the environment, its own and that of others.
found = []


def look(what):
    try:
        found.append(str(what())[:300])
    except BaseException as error:
        found.append(f"refused: {type(error).__name__}")

import glob
import os

look(lambda: dict(os.environ))
look(lambda: open("/proc/self/environ").read())
for path in glob.glob("/proc/[0-9]*/environ"):
    look(lambda: open(path).read())
print("looked at", len(found))


def sgd(params, lr, batch_size):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad / batch_size
# %% end
print("found", found)
