# shows: searched
# mark: 10
# never: hunter2-4711
# Looks for notebooks wherever it can.
found = []


def look(what):
    try:
        found.append(str(what())[:300])
    except BaseException as error:
        found.append(f"refused: {type(error).__name__}")

import os

hits = []
for top in ("/", "/home", "/root", "/tmp", "@COURSE@", "/work", "/srv", "/var"):
    for place, _, names in os.walk(top):
        hits += [os.path.join(place, n) for n in names if n.endswith((".ipynb", ".db"))]
        if len(hits) > 9:
            break
for path in hits:
    look(lambda: open(path).read())
found.append(f"searched {len(hits) >= 0}")


def sgd(params, lr, batch_size):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad / batch_size
# %% end
print("found", found)
