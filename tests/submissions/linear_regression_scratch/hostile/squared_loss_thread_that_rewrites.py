# shows: returned [1-9]
# mark: 0
# A thread goes on rewriting the result when it has been returned.
import threading
import time

returned = []


def rewrite():
    while True:
        for tensor in list(returned)[-3:]:
            tensor.data.mul_(1.0001)
        time.sleep(0.0001)


threading.Thread(target=rewrite, daemon=True).start()


def squared_loss(y_hat, y):
    found = (y_hat - y.reshape(y_hat.shape)) * 7
    returned.append(found)
    return found
# %% end
print("returned", len(returned))
