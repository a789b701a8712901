# shows: deep
# mark: 10
# A folder that cannot be read, and one that is very deep.
found = []


def look(what):
    try:
        found.append(str(what())[:300])
    except BaseException as error:
        found.append(f"refused: {type(error).__name__}")

import os

os.mkdir("closed")
open("closed/file", "w").close()
os.chmod("closed", 0)
for _ in range(1500):
    os.mkdir("d")
    os.chdir("d")
found.append("deep")


def sgd(params, lr, batch_size):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad / batch_size
# %% end
print("found", found)
