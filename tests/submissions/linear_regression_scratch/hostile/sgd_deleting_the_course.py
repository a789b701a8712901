# shows: refused
# mark: 10
# Deletes the course.
found = []


def look(what):
    try:
        found.append(str(what())[:300])
    except BaseException as error:
        found.append(f"refused: {type(error).__name__}")

import os
import shutil

look(lambda: shutil.rmtree("@COURSE@"))
look(lambda: os.rename("@COURSE@/gradebook.db", "mine.db"))
os.system("rm -rf @COURSE@ 2>/dev/null")


def sgd(params, lr, batch_size):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad / batch_size
# %% end
print("found", found)
