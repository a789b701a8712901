# shows: status 0
# mark: 10
# Lets a shell start what nobody waits for.
found = []


def look(what):
    try:
        found.append(str(what())[:300])
    except BaseException as error:
        found.append(f"refused: {type(error).__name__}")

import os

found.append("status " + str(os.system("nohup setsid sleep 3001 >/dev/null 2>&1 &")))


def sgd(params, lr, batch_size):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad / batch_size
# %% end
print("found", found)
