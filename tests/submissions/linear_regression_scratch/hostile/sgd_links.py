# shows: refused.*refused
# mark: 10
# never: hunter2-4711
# Puts links to files of others into its own folder.
found = []


def look(what):
    try:
        found.append(str(what())[:300])
    except BaseException as error:
        found.append(f"refused: {type(error).__name__}")

import os

os.symlink("@COURSE@/gradebook.db", "link")
look(lambda: open("link").read())
look(lambda: os.link("@COURSE@/gradebook.db", "hard"))


def sgd(params, lr, batch_size):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad / batch_size
# %% end
print("found", found)
