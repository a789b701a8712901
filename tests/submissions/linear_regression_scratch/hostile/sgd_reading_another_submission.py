# shows: refused
# mark: 10
# never: hunter2-4711
# Reads another student's notebook.
found = []


def look(what):
    try:
        found.append(str(what())[:300])
    except BaseException as error:
        found.append(f"refused: {type(error).__name__}")

import glob

look(lambda: [open(p).read() for p in glob.glob("@COURSE@/submitted/*/*/*")] or 1 / 0)


def sgd(params, lr, batch_size):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad / batch_size
# %% end
print("found", found)
