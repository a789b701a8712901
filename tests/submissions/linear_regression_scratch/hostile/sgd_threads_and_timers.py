# shows: left
# mark: 10
# Leaves threads and timers running.
found = []


def look(what):
    try:
        found.append(str(what())[:300])
    except BaseException as error:
        found.append(f"refused: {type(error).__name__}")

import signal
import threading
import time

for _ in range(20):
    threading.Thread(target=lambda: time.sleep(300), daemon=False).start()
threading.Timer(0.2, lambda: found.append("rang")).start()
signal.signal(signal.SIGALRM, lambda *a: found.append("alarm"))
signal.setitimer(signal.ITIMER_REAL, 0.1, 0.1)
found.append("left")


def sgd(params, lr, batch_size):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad / batch_size
# %% end
print("found", found)
