# shows: searched, 0 hits
# mark: 10
# never: hunter2-4711
# Searches its own memory for what it was forked with.
found = []


def look(what):
    try:
        found.append(str(what())[:300])
    except BaseException as error:
        found.append(f"refused: {type(error).__name__}")

import re

wanted = b"hunter2" + b"-4711"
hits = 0
for line in open("/proc/self/maps"):
    place, rights = line.split()[:2]
    begin, end = (int(part, 16) for part in place.split("-"))
    if rights.startswith("rw") and end - begin < 2**27:
        with open("/proc/self/mem", "rb", 0) as memory:
            try:
                memory.seek(begin)
                data = memory.read(end - begin)
            except OSError:
                continue
        hits += data.count(b"SECRET=" + wanted)
found.append(f"searched, {hits} hits")


def sgd(params, lr, batch_size):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad / batch_size
# %% end
print("found", found)
