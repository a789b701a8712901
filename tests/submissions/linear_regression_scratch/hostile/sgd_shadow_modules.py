# shows: written [6-9]
# mark: 10
# Puts modules beside the notebook that shadow those of the engine.
found = []


def look(what):
    try:
        found.append(str(what())[:300])
    except BaseException as error:
        found.append(f"refused: {type(error).__name__}")

import os
import subprocess
import sys

for name in ("torch", "numpy", "json", "sitecustomize", "conftest", "usercustomize"):
    open(f"{name}.py", "w").write("raise SystemExit('shadowed')")
found.append("written " + str(len(os.listdir("."))))


def sgd(params, lr, batch_size):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad / batch_size
# %% end
print("found", found)
