# shows: walked \[\]
# mark: 10
# never: hunter2-4711
# Walks up the frames for the seed of the inputs.
found = []


def look(what):
    try:
        found.append(str(what())[:300])
    except BaseException as error:
        found.append(f"refused: {type(error).__name__}")

import sys

frame, names = sys._getframe(), set()
while frame:
    names |= set(frame.f_locals)
    frame = frame.f_back
found.append("walked " + str(sorted(names & {"worker", "settings", "sandbox", "files"})))


def sgd(params, lr, batch_size):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad / batch_size
# %% end
print("found", found)
