# shows: refused
# mark: 10
# never: hunter2-4711
# Reads the disk itself.
found = []


def look(what):
    try:
        found.append(str(what())[:300])
    except BaseException as error:
        found.append(f"refused: {type(error).__name__}")

import glob

for path in (*glob.glob("/dev/vd*"), *glob.glob("/dev/sd*"), "/dev/mem", "/dev/kmsg", "/dev/vda"):
    look(lambda: open(path, "rb").read(64))


def sgd(params, lr, batch_size):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad / batch_size
# %% end
print("found", found)
